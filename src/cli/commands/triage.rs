//! `tenbin triage`: four fields by two criteria.

use anyhow::anyhow;
use tenbin::analysis::{Measured, Scenario, triage};
use tenbin::decimal::Decimal;
use tenbin::input::config::Asked;
use tenbin::lang::Lang;
use tenbin::report::{TriageReport, triage_report};
use tenbin::scoring::Scorer;
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Triage};
use crate::cli::output;
use crate::cli::ranked::with_scenarios;
use crate::cli::settings::{self, RankingSettings};
use crate::cli::setup::Setup;

/// Runs the command.
pub fn run(options: &Triage, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let at = options.at.as_deref().map(|text| {
        Decimal::parse(text.trim(), b'.').map_err(|_| anyhow!(say!(lang, "error-at", text = prose::name(text))))
    });
    let axes = Asked { keys: [options.value.clone(), options.ease.clone()], at: at.transpose()? };
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let view = settings::view(&options.view, lang)?;
    let settings = RankingSettings { axes: Some(axes), view, ..settings::ranking(&options.ranking, lang)? };
    with_scenarios(&options.file, &settings, lang, messages, alone, |ranked| {
        let (setup, [(_, value_plan), (_, ease_plan)]) = (ranked.setup, ranked.scenarios) else {
            return Ok(Exit::CouldNotRun);
        };
        let Some(axes) = &setup.axes else { return Ok(Exit::CouldNotRun) };
        let measured = [(&axes.value, value_plan), (&axes.ease, ease_plan)]
            .map(|(axis, plan)| Measured { axis, scorer: Scorer { plan, ..ranked.scorer } });
        let triage = triage(ranked.ranking, measured);
        let places = ranked.ranking.places(ranked.scorer.backlog.len());
        let report = triage_report(TriageReport {
            scorer: ranked.scorer,
            ranking: ranked.ranking,
            axes,
            triage: &triage,
            places: &places,
            wording: setup.config.fields(),
            findings: ranked.findings,
            viewed: ranked.viewed,
            lang,
        });
        output::deliver(report, &printing, ranked.inputs, lang, messages)
    })
}

/// The weights of each of the two criteria alone, so that each is computed whatever the other one lacks.
fn alone(setup: &Setup) -> anyhow::Result<Result<Vec<Scenario>, tenbin::finding::Findings>> {
    let weights = &setup.settled.weights;
    let axes = setup.axes.iter().flat_map(|axes| [&axes.value, &axes.ease]);
    let alone = axes.map(|axis| Scenario {
        name: setup.model.nodes[axis.node].key.clone(),
        weights: weights.only(&setup.model, &[axis.node]),
    });
    Ok(Ok(alone.collect()))
}
