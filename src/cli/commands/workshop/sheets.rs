//! `tenbin workshop sheets`: a sheet for each team, to be filled in before the meeting.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{anyhow, bail};
use tenbin::input::{Request, context_columns, fold, read_backlog_into};
use tenbin::lang::Lang;
use tenbin::model::{NodeId, Team, Weights};
use tenbin::render::{Format, Style, render};
use tenbin::report::rating_sheet;
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::Sheets;
use crate::cli::setup::{Refused, Setup};
use crate::cli::{files, output, settings};

/// Runs the command.
pub fn run(options: &Sheets, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let format = format(options, lang)?;
    let settings = settings::ranking(&options.ranking, lang)?;
    let input = files::read(&options.backlog, files::BACKLOG_LIMIT, lang)?;
    let setup = match Setup::new(&settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    let sheets = teams(options, &setup, format, lang)?;
    let name = input.name;
    let (opened, said) = match setup.open(&name, input.bytes, &settings) {
        Ok(opened) => opened,
        Err(findings) => {
            messages.findings(&findings);
            return Ok(Exit::Findings);
        }
    };
    let source = opened.source(name);
    let mut findings = setup.findings.clone();
    findings.extend(said);
    // Nobody's ratings are looked at: a list of ideas will do.
    let none = Weights::covering(&setup.model, []);
    let request = Request { weights: &none, tie_break: &[], is_partial: true, ..setup.request() };
    let backlog = read_backlog_into(&source, &request, &mut findings);
    let Some(backlog) = backlog.filter(|_| !findings.has_errors()) else {
        messages.findings(&findings);
        return Ok(Exit::Findings);
    };
    let context = context_columns(&backlog, &setup.model, &setup.columns);
    let style = Style { excel: format == Format::Csv, lang, ..Style::default() };
    let mut written: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut guarded = 0;
    for sheet in &sheets {
        let rating = rating_sheet(&backlog, &setup.model, &context, &sheet.criteria, &sheet.team, lang);
        let mut bytes = Vec::new();
        guarded = render(rating.report(), format, style, &mut bytes)?.guarded;
        // What is said of files in this folder needs no `./`.
        let folder = options.out.strip_prefix(".").unwrap_or(&options.out);
        written.push((folder.join(&sheet.file), bytes));
    }
    fs::create_dir_all(&options.out).map_err(|error| {
        let folder = prose::visible(&options.out.to_string_lossy());
        anyhow!(say!(lang, "error-write", file = folder, reason = files::reason(&error, lang)))
    })?;
    output::write_new_files(&written, lang)?;
    let mut said = String::new();
    for (sheet, (path, _)) in sheets.iter().zip(&written) {
        let labels = sheet.criteria.iter().map(|&node| setup.model.nodes[node].label(lang));
        let file = prose::visible(&path.to_string_lossy());
        said += &say!(lang, "sheets-wrote", file = file, items = backlog.len(), criteria = prose::list(lang, labels));
        said.push('\n');
    }
    let model = settings.model.as_ref().map(|model| format!("-m {}", quoted(model)));
    let files: Vec<String> = written.iter().map(|(path, _)| quoted(&path.to_string_lossy())).chain(model).collect();
    let kind = if options.lead_only { "lead" } else { "all" };
    said += &say!(lang, "sheets-next", kind = kind, files = prose::visible(&files.join(" ")));
    said.push('\n');
    let exit = output::print(&said, lang)?;
    messages.findings(&findings);
    if guarded > 0 {
        messages.note(&say!(lang, "note-guarded", count = guarded));
    }
    Ok(exit)
}

/// A sheet to be written.
struct Planned {
    team: String,
    file: String,
    criteria: Vec<NodeId>,
}

/// Whose sheets are written, and what each asks for.
fn teams(options: &Sheets, setup: &Setup, format: Format, lang: Lang) -> anyhow::Result<Vec<Planned>> {
    let known = setup.teams();
    let names: Vec<String> = match &options.team[..] {
        [] => known.iter().map(|team| team.name(lang).to_owned()).collect(),
        named => named.to_vec(),
    };
    if names.is_empty() {
        bail!(say!(lang, "error-no-teams", model = prose::name(&setup.model.key)));
    }
    let weights = &setup.settled.weights;
    let rated: Vec<NodeId> = setup.model.rated().into_iter().filter(|&node| counts(setup, weights, node)).collect();
    let mut planned: Vec<Planned> = Vec::new();
    let mut seen = HashSet::new();
    for name in &names {
        let file = format!("{}.{}", file_stem(name), format.endings()[0]);
        if file_stem(name).is_empty() || !seen.insert(fold(&file)) {
            bail!(say!(lang, "error-team-name", team = prose::name(name), file = prose::name(&file)));
        }
        let criteria = if options.lead_only { led(&known, setup, &rated, name) } else { rated.clone() };
        if criteria.is_empty() {
            let names = prose::list(lang, known.iter().map(|team| prose::name(team.name(lang))));
            bail!(say!(lang, "error-leads-nothing", team = prose::name(name), known = names));
        }
        planned.push(Planned { team: name.clone(), file, criteria });
    }
    Ok(planned)
}

/// The form of the sheets: CSV, or workbooks with drop-downs.
fn format(options: &Sheets, lang: Lang) -> anyhow::Result<Format> {
    const KNOWN: [Format; 2] = [Format::Csv, Format::Xlsx];
    let Some(name) = &options.format else { return Ok(Format::Csv) };
    KNOWN.into_iter().find(|format| format.name() == name).ok_or_else(|| {
        let known = prose::list(lang, KNOWN.map(|format| prose::name(format.name())));
        anyhow!(say!(lang, "error-format", name = prose::name(name), file = prose::name(name), known = known))
    })
}

/// What a team leads of what is rated.
fn led(teams: &[Team], setup: &Setup, rated: &[NodeId], name: &str) -> Vec<NodeId> {
    let own = teams.iter().position(|team| team.labels.iter().any(|label| fold(label) == fold(name)));
    rated.iter().copied().filter(|&node| own.is_some() && setup.model.leader(teams, node) == own).collect()
}

/// Whether a node takes part in the score.
fn counts(setup: &Setup, weights: &Weights, node: NodeId) -> bool {
    let above = std::iter::successors(Some(node), |&node| setup.model.nodes[node].parent);
    above.into_iter().all(|node| weights.counts(node))
}

/// The name of a team's file: lower case, hyphens for spaces, and nothing that a file's name can't have anywhere.
fn file_stem(team: &str) -> String {
    let sign = |character: char| match character {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        character if character.is_whitespace() || prose::is_unsafe(character) => '-',
        character => character,
    };
    let name: String = team.trim().to_lowercase().chars().map(sign).collect();
    name.trim_matches(['.', '-']).to_owned()
}

/// A file's name as a shell takes it.
fn quoted(name: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "._-/\\:".contains(character);
    if name.chars().all(is_plain) { name.to_owned() } else { format!("'{}'", name.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_has_a_file_that_every_system_takes() {
        assert_eq!(file_stem("Customer success"), "customer-success");
        assert_eq!(file_stem(" 営業 "), "営業");
        assert_eq!(file_stem("../../R&D: \"core\""), "r&d---core");
        assert_eq!(file_stem("..."), "");
    }

    #[test]
    fn a_name_that_a_shell_would_take_apart_is_quoted() {
        assert_eq!(quoted("sheets/営業.csv"), "sheets/営業.csv");
        assert_eq!(quoted("r&d's.csv"), "'r&d'\\''s.csv'");
    }
}
