//! `tenbin review`: did it work, and was the ranking right?

use anyhow::bail;
use same_file::Handle;
use tenbin::analysis::{hindsight, review};
use tenbin::finding::Findings;
use tenbin::input::{RESULT_KEYS, printed_model, read_decided, read_results, seen, view_results};
use tenbin::lang::Lang;
use tenbin::report::{ReviewReport, review_report};

use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Review};
use crate::cli::output;
use crate::cli::settings::{self, RankingSettings};
use crate::cli::setup::{Refused, Setup};
use crate::cli::tables::Table;
use crate::cli::view;

/// Runs the command.
pub fn run(options: &Review, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    if options.results == "-" && options.ranked.as_deref().is_some_and(|ranked| ranked == "-") {
        bail!(lang.text("error-stdin-both"));
    }
    let wanted = settings::view(&options.view, lang)?;
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let read = |path| files::read(path, files::BACKLOG_LIMIT, lang);
    let ranked = options.ranked.as_deref().map(read).transpose()?;
    // A ranking that says by which model it was made is judged by that one.
    let printed = || printed_model(std::str::from_utf8(&ranked.as_ref()?.bytes).ok()?);
    let model = options.model.clone().or_else(printed);
    let settings = settings::table(model.as_deref(), options.weights.as_deref(), &options.reading, lang)?;
    let settings = RankingSettings { own_columns: &RESULT_KEYS, ..settings };
    let refuse = |exit: Exit, findings: &Findings| {
        messages.findings(findings);
        Ok(exit)
    };
    let setup = match Setup::new(&settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => return refuse(Exit::CouldNotRun, &findings),
    };
    let ranked = ranked.map(|ranked| Table::open(ranked, &setup.model, &settings)).transpose();
    let (table, ranked) = match (Table::read(&options.results, &setup.model, &settings, lang)?, ranked) {
        (Ok(table), Ok(ranked)) => (table, ranked),
        (one, other) => {
            let mut findings = Findings::new();
            [one.err(), other.err()].into_iter().flatten().for_each(|faults| findings.extend(faults));
            return refuse(Exit::Findings, &findings);
        }
    };
    let mut findings = setup.findings.clone();
    findings.extend(table.findings.clone());
    let source = table.source();
    let (mut found, mut of_ranked) = (Findings::new(), Findings::new());
    let results = read_results(&source, settings.form(), &mut found);
    let decided = ranked.as_ref().map(|ranked| {
        of_ranked.extend(ranked.findings.clone());
        read_decided(&ranked.source(), &setup.request(), &mut of_ranked)
    });
    let is_sound = ![&findings, &found, &of_ranked].into_iter().any(Findings::has_errors);
    let Some(mut results) = results.filter(|_| is_sound) else {
        findings.extend(found);
        findings.extend(of_ranked);
        return refuse(Exit::Findings, &findings);
    };
    let ids: Vec<String> = results.rows.iter().map(|row| row.id.to_string()).collect();
    let view = view_results(&mut results, &wanted).map_err(|fault| view::told(&fault, lang))?;
    let found = view::of_kept(
        found,
        &view,
        |row| ids[row].clone(),
        |findings| {
            read_results(&source, settings.form(), findings);
        },
    );
    findings.extend(found);
    findings.extend(of_ranked);
    let thresholds = setup.config.review();
    let reviews: Vec<_> = results.rows.iter().map(|row| review(&row.facts, &thresholds)).collect();
    let known = decided.as_ref().zip(ranked.as_ref()).map(|(decided, ranked)| (decided, ranked.name.as_str()));
    let seen = seen(&results, &reviews, known, &mut findings);
    findings.locate(&source);
    let criteria = decided.as_ref().map_or(&[][..], |decided| &decided.criteria);
    let weights = &setup.settled.weights;
    let hindsight = seen.map(|seen| hindsight(&setup.model, weights, criteria, &seen, options.seed));
    let report = review_report(ReviewReport {
        results: &results,
        reviews: &reviews,
        thresholds: &thresholds,
        model: &setup.model,
        hindsight: hindsight.as_ref(),
        is_ranked: decided.is_some(),
        view: &view,
        file: &table.name,
        findings: &findings,
        lang,
    });
    let weights_file = setup.path.as_ref().and_then(|path| Handle::from_path(path).ok());
    let ranked = ranked.as_ref().and_then(|ranked| ranked.handle.as_ref());
    let inputs: Vec<&Handle> = table.handle.iter().chain(ranked).chain(weights_file.as_ref()).collect();
    let exit = output::deliver(report, &printing, &inputs, lang, messages)?;
    view::tell_unknown(&view, lang, messages);
    messages.findings(&findings);
    Ok(exit)
}
