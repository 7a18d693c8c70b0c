//! `tenbin compare`: why the ranking changed.

use std::sync::Arc;

use anyhow::bail;
use same_file::Handle;
use tenbin::analysis::{Sides, compare, unscored};
use tenbin::check::USUAL_TOP;
use tenbin::finding::{Findings, Rule};
use tenbin::lang::Lang;
use tenbin::report::{CompareReport, ComparedSide, compare_report};
use tenbin::say;
use tenbin::scoring::{Scorer, rank};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Compare};
use crate::cli::output;
use crate::cli::settings;
use crate::cli::setup::Refused;
use crate::cli::sides::{Named, Side, settle};

/// Runs the command.
pub fn run(options: &Compare, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    if options.top == Some(0) {
        bail!(lang.text("error-top"));
    }
    if options.old == "-" && options.new == "-" {
        bail!(lang.text("error-stdin-twice"));
    }
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let settings = settings::ranking(&options.ranking, lang)?;
    let refuse = |exit: Exit, findings: &Findings| {
        messages.findings(findings);
        Ok(exit)
    };
    let (mut old, mut new) =
        match (Side::read(&options.old, &settings, lang)?, Side::read(&options.new, &settings, lang)?) {
            (Ok(old), Ok(new)) => (old, new),
            (one, other) => {
                let mut findings = Findings::new();
                [one.err(), other.err()].into_iter().flatten().for_each(|faults| findings.extend(faults));
                return refuse(Exit::Findings, &findings);
            }
        };
    let handles = [old.handle.take(), new.handle.take()];
    let setups = match settle([&old, &new], options, &settings, lang)? {
        Ok(setups) => setups,
        Err(Refused(findings)) => return refuse(Exit::CouldNotRun, &findings),
    };
    let (old_setup, new_setup) = (setups.old(), &setups.new);
    let mut findings = Findings::new();
    for (side, setup) in [(&mut old, old_setup), (&mut new, new_setup)] {
        side.open_workbook(setup, &settings).unwrap_or_else(|faults| findings.extend(faults));
    }
    if findings.has_errors() {
        return refuse(Exit::Findings, &findings);
    }
    let [old_source, new_source] = [old.source(), new.source()];
    let (old_backlog, old_findings) = old.backlog(old_setup, &old_source);
    let (new_backlog, new_findings) = new.backlog(new_setup, &new_source);
    let mut findings = setups.findings();
    findings.extend(old_findings);
    findings.extend(new_findings);
    let (Some(old_backlog), Some(new_backlog), false) = (old_backlog, new_backlog, findings.has_errors()) else {
        let exit = refuse(Exit::Findings, &findings);
        if findings.count_of(Rule::MissingColumn) > 0
            && let Some(other) = old_setup
                .fitting_model(&old_source)
                .filter(|other| new_setup.fitting_model(&new_source) == Some(*other))
        {
            messages.note(&say!(lang, "note-other-model", model = other.name()));
        }
        return exit;
    };
    let weights = [&old_setup.settled.weights, &new_setup.settled.weights];
    let plans =
        [old_setup.plan(&old_backlog), new_setup.plan_with(weights[1], &old_backlog), new_setup.plan(&new_backlog)];
    let [old_plan, reweighed_plan, new_plan] = match plans {
        [Ok(old), Ok(reweighed), Ok(new)] => [old, reweighed, new],
        plans => {
            let faults = plans.into_iter().find_map(Result::err).unwrap_or_default();
            return refuse(Exit::Findings, &faults);
        }
    };
    findings.extend(new_setup.config.assumed_scales(&new_setup.model, &new_plan));
    let scorer = |backlog, plan, tie_break| Scorer { model: &new_setup.model, plan, backlog, tie_break };
    let was = scorer(&old_backlog, &old_plan, &old_setup.settled.tie_break);
    let reweighed = scorer(&old_backlog, &reweighed_plan, &new_setup.settled.tie_break);
    let is = scorer(&new_backlog, &new_plan, &new_setup.settled.tie_break);
    let [ranking_was, ranking_reweighed, ranking_is] = [was, reweighed, is].map(rank);
    unscored(was, &ranking_was, &old_source, &mut findings);
    unscored(is, &ranking_is, &new_source, &mut findings);
    let named = Named::by(options);
    old.hold(&ranking_was, old.keeps_weights(named.old), lang, messages)?;
    new.hold(&ranking_is, new.keeps_weights(named.new) && settings.weights.is_empty(), lang, messages)?;
    let sides = Sides { old: (was, &ranking_was), reweighed: (reweighed, &ranking_reweighed), new: (is, &ranking_is) };
    let top = options.top.or(new_setup.config.policy().top).unwrap_or(USUAL_TOP);
    let comparison = compare(sides, top);
    let names: Vec<Arc<str>> = [&old_source, &new_source].map(|source| Arc::clone(&source.name)).to_vec();
    let findings = findings.in_order_of(&names);
    let report = compare_report(CompareReport {
        old: ComparedSide {
            file: &old.name,
            scorer: was,
            ranking: &ranking_was,
            weights: weights[0],
            origin: &old_setup.origin,
        },
        new: ComparedSide {
            file: &new.name,
            scorer: is,
            ranking: &ranking_is,
            weights: weights[1],
            origin: &new_setup.origin,
        },
        comparison: &comparison,
        top,
        findings: &findings,
        lang,
    });
    let paths = [&old_setup.path, &new_setup.path].into_iter().flatten();
    let weights_files: Vec<Handle> = paths.filter_map(|path| Handle::from_path(path).ok()).collect();
    let inputs: Vec<Handle> = handles.into_iter().flatten().chain(weights_files).collect();
    let exit = output::deliver(report, &printing, &inputs, lang, messages)?;
    messages.findings(&findings);
    Ok(exit)
}
