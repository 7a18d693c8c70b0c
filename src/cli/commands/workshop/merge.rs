//! `tenbin workshop merge`: one agreed backlog out of the sheets, with the record of how it came about.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{anyhow, bail};
use same_file::Handle;
use strum::VariantNames;
use tenbin::analysis::{By, Round, merge, rounds};
use tenbin::backlog::Panel;
use tenbin::finding::{Finding, Findings, Rule, Source};
use tenbin::input::{Decisions, Record, rater_called, read_decisions, read_record};
use tenbin::lang::Lang;
use tenbin::model::Weights;
use tenbin::render::{Format, Style, render};
use tenbin::report::{MergeReport, Report, agreed_table, merge_report, record_table};
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{self, Common, Merge};
use crate::cli::panel::Texts;
use crate::cli::settings::RankingSettings;
use crate::cli::setup::{Refused, Setup, decode_table};
use crate::cli::{files, output, settings};

/// Runs the command.
pub fn run(options: &Merge, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let by = By::from_str(&options.by).map_err(|_| {
        let known = prose::list(lang, By::VARIANTS.iter().map(|name| prose::name(name)));
        anyhow!(say!(lang, "error-by", name = prose::name(&options.by), known = known))
    })?;
    let (record_path, format) = record_beside(&options.output, lang)?;
    let plain = options::Output { format: options.format.clone(), output: None, excel: false, ascii: options.ascii };
    let printing = settings::output(&plain, common.color, output::terminal_width(), lang)?;
    let settings = settings::ranking(&options.ranking, lang)?;
    let setup = match Setup::new(&settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    let mut texts = Texts::read(&options.sheets, &setup, &settings, lang)?;
    let mut faults = Findings::new();
    let mut beside = |path: &Option<PathBuf>| read_beside(path.as_deref(), &settings, lang, &mut texts, &mut faults);
    let (decided, earlier) = (beside(&options.decisions)?, beside(&options.previous)?);
    let handles = std::mem::take(&mut texts.handles);
    // What weighs nothing today may weigh something tomorrow: every rating is kept.
    let every = Weights::equal(&setup.model);
    let sources = texts.sources();
    let (mut decisions, mut record, mut leads) = (Decisions::new(), None, Vec::new());
    let (panel, findings) = texts.panel(&sources, &setup, &every, |panel, findings| {
        findings.extend(faults);
        if let [rater] = &panel.raters[..] {
            let finding = Finding::new(Rule::FewRaters).with("count", 1).with("rater", prose::name(rater));
            findings.push(finding.advise("help-one"));
        }
        if let Some((name, text)) = &decided {
            decisions = read_decisions(&Source::new(name.as_str(), text), panel, &setup.request(), findings);
        }
        if let Some((name, text)) = &earlier {
            record = Some(read_record(&Source::new(name.as_str(), text), &setup.request(), findings));
        }
        leads = self::leads(panel, &setup, by, lang, findings);
    });
    let Some(panel) = panel else {
        messages.findings(&findings);
        return Ok(Exit::Findings);
    };
    let decided = |item: usize, criterion: usize| {
        decisions.get(&(item, criterion)).map(|decision| (decision.rating, decision.note.clone()))
    };
    let merged = merge(&panel, by, &leads, decided);
    let rounds = record.map(|record| compare(&panel, &setup, &record));
    let style = Style { excel: options.excel, ..Style::default() };
    let (mut agreed, mut kept) = (Vec::new(), Vec::new());
    let mut guarded = render(Report::of_rows(agreed_table(&panel, &merged, lang)), format, style, &mut agreed)?.guarded;
    guarded +=
        render(Report::of_rows(record_table(&panel, &merged, &setup.model, lang)), format, style, &mut kept)?.guarded;
    let weights_file = setup.path.as_ref().and_then(|path| Handle::from_path(path).ok());
    let inputs: Vec<Handle> = handles.into_iter().chain(weights_file).collect();
    output::write_files(&[(record_path.clone(), kept), (options.output.clone(), agreed)], &inputs, lang)?;
    let [agreed, record] = [&options.output, &record_path].map(|path| path.to_string_lossy().into_owned());
    let report = merge_report(MergeReport {
        panel: &panel,
        merged: &merged,
        by,
        model: &setup.model,
        rounds: rounds.as_deref(),
        agreed: &agreed,
        record: &record,
        is_model_named: settings.model.is_some(),
        findings: &findings,
        lang,
    });
    let exit = output::deliver(report, &printing, &inputs, lang, messages)?;
    messages.findings(&findings);
    if guarded > 0 {
        messages.note(&say!(lang, "note-guarded", count = guarded));
    }
    Ok(exit)
}

/// Where the record goes, and the format of both files: `agreed.record.csv` beside `agreed.csv`.
fn record_beside(output: &Path, lang: Lang) -> anyhow::Result<(PathBuf, Format)> {
    let ending = output.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let format = Format::from_ending(ending).filter(|format| matches!(format, Format::Csv | Format::Tsv));
    let Some(format) = format else {
        bail!(say!(lang, "error-merge-ending", file = prose::name(&output.to_string_lossy())));
    };
    Ok((output.with_extension(format!("record.{ending}")), format))
}

/// Reads a file that stands beside the sheets: decisions, or the record of the last round.
fn read_beside(
    path: Option<&Path>,
    settings: &RankingSettings,
    lang: Lang,
    texts: &mut Texts,
    faults: &mut Findings,
) -> anyhow::Result<Option<(String, String)>> {
    let Some(path) = path else { return Ok(None) };
    let input = files::read(path.as_os_str(), files::BACKLOG_LIMIT, lang)?;
    texts.handles.extend(input.handle);
    match decode_table(&input.name, input.bytes, settings) {
        Ok((text, guess)) => {
            faults.extend(guess);
            Ok(Some((input.name, text)))
        }
        Err(findings) => {
            faults.extend(findings);
            Ok(None)
        }
    }
}

/// For each criterion the rater who leads it; a warning for each team that leads one and has no sheet.
fn leads(panel: &Panel<'_>, setup: &Setup, by: By, lang: Lang, findings: &mut Findings) -> Vec<Option<usize>> {
    let teams = setup.teams();
    let lead = |&node: &usize| setup.model.leader(&teams, node);
    let raters: Vec<Option<usize>> = teams.iter().map(|team| rater_called(panel, team.labels.iter())).collect();
    for (number, team) in teams.iter().enumerate().filter(|(number, _)| by == By::Lead && raters[*number].is_none()) {
        let led = panel.criteria.iter().filter(|node| lead(node) == Some(number));
        let led: Vec<String> = led.map(|&node| prose::name(setup.model.nodes[node].label(lang))).collect();
        if !led.is_empty() {
            let finding = Finding::new(Rule::TeamWithoutSheet).with("team", prose::name(team.name(lang)));
            findings.push(finding.with("criteria", led));
        }
    }
    panel.criteria.iter().map(|node| raters[lead(node)?]).collect()
}

/// This round's ratings beside those of a record.
fn compare(panel: &Panel<'_>, setup: &Setup, record: &Record) -> Vec<Round> {
    rounds(panel, &setup.model, |item, criterion| {
        let cell = record.cell(&panel.items[item].id, &setup.model.nodes[panel.criteria[criterion]].key)?;
        Some((cell.ratings.clone(), cell.agreed))
    })
}
