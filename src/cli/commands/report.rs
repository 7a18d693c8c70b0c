//! `tenbin report`: one page for a browser, with the weights to move.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::Path;

use anyhow::bail;
use same_file::Handle;
use tenbin::analysis::{Drawing, Shares, accept, dominators, intervals, review};
use tenbin::check::USUAL_TOP;
use tenbin::finding::{Finding, Findings, Rule};
use tenbin::input::{TableForm, read_results, shares};
use tenbin::lang::Lang;
use tenbin::report::{StabilityReport, WebReport, WebResults, web_page};
use tenbin::{prose, say};

use super::whatif::scenarios;
use super::workshop::ENOUGH;
use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Report};
use crate::cli::output;
use crate::cli::panel::Texts;
use crate::cli::progress::Progress;
use crate::cli::ranked::{Part, with_part};
use crate::cli::settings::{self, RankingSettings};
use crate::cli::setup::{Refused, Setup};
use crate::cli::tables::Table;

/// As `stability` draws where nobody says otherwise.
const DRAWS: usize = 10_000;
const SEED: u64 = 1;
/// The endings that a page may have; a name without an ending is fine too.
const ENDINGS: [&str; 2] = ["html", "htm"];

/// Runs the command.
pub fn run(options: &Report, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    if options.top == Some(0) {
        bail!(lang.text("error-top"));
    }
    match &options.output {
        Some(path) => check_ending(path, lang)?,
        // Nobody reads the source of a page off a terminal.
        None if io::stdout().is_terminal() => bail!(lang.text("report-to-terminal")),
        None => {}
    }
    if options.file == "-" && options.sheets.iter().any(|sheet| sheet == "-") {
        bail!(lang.text("report-stdin"));
    }
    let all = options.sheets.iter().chain([&options.file]).chain(&options.results);
    if options.results.is_some() && all.filter(|file| *file == "-").count() > 1 {
        bail!(lang.text("error-stdin-both"));
    }
    let view = settings::view(&options.view, lang)?;
    let settings = RankingSettings { view, top: options.top, ..settings::ranking(&options.ranking, lang)? };
    let mut own = None;
    if !options.sheets.is_empty() {
        match Setup::new(&settings, lang)? {
            // The weights file is spoken of with the backlog.
            Ok(mut setup) => {
                setup.findings = Findings::default();
                own = Some(setup);
            }
            Err(Refused(findings)) => {
                messages.findings(&findings);
                return Ok(Exit::CouldNotRun);
            }
        }
    }
    let texts = own.as_ref().map(|own| Texts::read(&options.sheets, own, &settings, lang)).transpose()?;
    let sources = texts.as_ref().map(Texts::sources).unwrap_or_default();
    // The page opens with the weights of the command line; the scenarios stand beside them as they are in the file.
    let plain = RankingSettings { weights: Vec::new(), ..settings.clone() };
    let known = |setup: &Setup| Ok(scenarios(setup, &[], &plain));
    with_part(&options.file, &settings, lang, messages, known, Part::Sound, |ranked| {
        let setup = ranked.setup;
        let mut panel = None;
        let mut inputs: Vec<&Handle> = ranked.inputs.iter().collect();
        if let (Some(texts), Some(own)) = (&texts, &own) {
            let mut raters = 0;
            let (laid, findings) = texts.panel(&sources, own, &own.settled.weights, |panel, findings| {
                raters = panel.raters.len();
                if (2..ENOUGH).contains(&raters) {
                    findings.push(Finding::new(Rule::FewRaters).with("count", raters));
                }
            });
            messages.findings(&findings);
            let Some(laid) = laid else { return Ok(Exit::Findings) };
            if raters < 2 {
                bail!(say!(
                    lang,
                    "report-one-rater",
                    raters = raters,
                    name = laid.raters.first().map_or("", String::as_str)
                ));
            }
            panel = Some(laid);
            inputs.extend(&texts.handles);
        }
        let table = options.results.as_deref().map(|path| Table::read(path, &setup.model, &settings, lang));
        let table = match table.transpose()?.transpose() {
            Ok(table) => table,
            Err(findings) => {
                messages.findings(&findings);
                return Ok(Exit::Findings);
            }
        };
        let thresholds = setup.config.review();
        let mut reached = None;
        if let Some(table) = &table {
            let mut findings = table.findings.clone();
            let source = table.source();
            let mut results =
                read_results(&source, TableForm::default(), &mut findings).filter(|_| !findings.has_errors());
            if let Some(results) = &mut results {
                results.leave_out(&ranked.left_out());
                let reviews: Vec<_> = results.rows.iter().map(|row| review(&row.facts, &thresholds)).collect();
                let standings = ranked.ranking.standings.iter();
                let scored = standings.map(|one| ranked.scorer.backlog.id(one.row as usize).into_owned()).collect();
                let file = options.file.to_string_lossy();
                reached = Some(shares(results, &reviews, (&scored, &file), &mut findings));
                findings.locate(&source);
            }
            messages.findings(&findings);
            if results.is_none() {
                return Ok(Exit::Findings);
            }
            inputs.extend(&table.handle);
        }
        let weights = &setup.settled.weights;
        let top = options.top.or(setup.config.policy().top).unwrap_or(USUAL_TOP);
        let drawing = Drawing { draws: DRAWS, seed: SEED, within: None, top };
        let shares = Shares::new(ranked.scorer, weights);
        let intervals = shares.map(|shares| intervals(&shares, ranked.ranking, top)).unwrap_or_default();
        let progress = Progress::new(DRAWS, common.quiet);
        let acceptability = accept(ranked.scorer, weights, ranked.ranking, drawing, &|made| progress.add(made));
        progress.end();
        let dominators = dominators(ranked.scorer, ranked.ranking);
        let scenarios: Vec<_> = ranked.scenarios.iter().map(|(scenario, _)| scenario.clone()).collect();
        let arguments = arguments(options, setup);
        let file = options.file.to_string_lossy();
        let axes = setup.usable_axes().map_err(|faults| messages.findings(&faults)).ok();
        let page = web_page(WebReport {
            stability: StabilityReport {
                scorer: ranked.scorer,
                ranking: ranked.ranking,
                weights,
                origin: &setup.origin,
                intervals: &intervals,
                acceptability: acceptability.as_ref(),
                drawing,
                dominators: &dominators,
                findings: ranked.findings,
                lang,
            },
            scenarios: &scenarios,
            panel: panel.as_ref(),
            axes: axes.as_ref(),
            wording: setup.config.fields(),
            results: reached.as_deref().map(|shares| WebResults { shares, thresholds: &thresholds }),
            viewed: ranked.viewed,
            file: &file,
            arguments: &arguments,
        });
        output::deliver_page(&page, options.output.as_deref(), &inputs, lang)
    })
}

fn check_ending(path: &Path, lang: Lang) -> anyhow::Result<()> {
    let ending = path.extension().and_then(OsStr::to_str);
    if ending.is_none_or(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))) {
        return Ok(());
    }
    let known = prose::list(lang, ENDINGS.map(prose::name));
    bail!(say!(lang, "report-ending", file = prose::name(&path.to_string_lossy()), known = known));
}

/// The command that ranks the same file in the same way, but for the weights.
fn arguments(report: &Report, setup: &Setup) -> Vec<String> {
    let Report { file, ranking: options, view, .. } = report;
    let mut words: Vec<String> = ["tenbin", "rank"].map(str::to_owned).to_vec();
    words.push(file.to_string_lossy().into_owned());
    words.extend(["--model".to_owned(), setup.model.key.clone()]);
    let mut add = |name: &str, value: Option<&str>| {
        words.extend(value.into_iter().flat_map(|value| [name.to_owned(), value.to_owned()]));
    };
    add("--by", view.by.as_deref());
    view.r#where.iter().for_each(|condition| add("--where", Some(condition)));
    add("--weights", options.weighing.weights.as_deref().map(Path::to_string_lossy).as_deref());
    options.reading.column.iter().for_each(|column| add("--column", Some(column)));
    add("--sheet", options.reading.sheet.as_deref());
    add("--encoding", options.reading.encoding.as_deref());
    add("--delimiter", options.reading.delimiter.as_deref());
    words
}
