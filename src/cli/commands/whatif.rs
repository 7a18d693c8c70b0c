//! `tenbin whatif`: how ranks move under other weights.

use anyhow::bail;
use tenbin::analysis::{Alternative, Scenario, what_if};
use tenbin::check::USUAL_TOP;
use tenbin::finding::Findings;
use tenbin::input::config::Wanted;
use tenbin::lang::Lang;
use tenbin::report::{BASE, WhatifReport, whatif_report};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Whatif};
use crate::cli::output;
use crate::cli::ranked::with_scenarios;
use crate::cli::settings::{self, RankingSettings};
use crate::cli::setup::Setup;
use crate::cli::watch::watch;

/// The name of the weights on the command line.
const CUSTOM: &str = "custom";

/// Runs the command.
pub fn run(options: &Whatif, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    if options.top == Some(0) {
        bail!(lang.text("error-top"));
    }
    let once = |messages: &Messages| whatif(options, common, lang, messages);
    if options.watch {
        return watch(&options.file, options.weighing.weights.as_deref(), lang, messages, once);
    }
    once(messages)
}

fn whatif(options: &Whatif, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let asked = settings::weighing(&options.weighing, &options.reading, lang)?;
    // The base is what `rank` would use without them.
    let base = RankingSettings { weights: Vec::new(), ..asked.clone() };
    let scenarios = |setup: &Setup| {
        let scenarios = scenarios(setup, &options.scenario, &asked);
        if scenarios.as_ref().is_ok_and(Vec::is_empty) {
            bail!(lang.text("whatif-without-scenario"));
        }
        Ok(scenarios)
    };
    with_scenarios(&options.file, &base, lang, messages, scenarios, |ranked| {
        let top = options.top.or(ranked.setup.config.policy().top).unwrap_or(USUAL_TOP);
        let alternatives: Vec<Alternative<'_>> = ranked
            .scenarios
            .iter()
            .map(|(scenario, plan)| what_if(ranked.scorer, ranked.ranking, scenario, plan, top))
            .collect();
        let report = whatif_report(WhatifReport {
            scorer: ranked.scorer,
            ranking: ranked.ranking,
            weights: &ranked.setup.settled.weights,
            origin: &ranked.setup.origin,
            alternatives: &alternatives,
            top,
            findings: ranked.findings,
            lang,
        });
        output::deliver(report, &printing, ranked.inputs, lang, messages)
    })
}

/// The scenarios that are named, else all of the weights file; and the weights of the command line as one more.
pub(super) fn scenarios(setup: &Setup, named: &[String], asked: &RankingSettings) -> Result<Vec<Scenario>, Findings> {
    let (config, other_model) = (&setup.config, setup.other_model);
    let mut findings = setup.findings.clone();
    let mut scenarios: Vec<Scenario> = Vec::new();
    let mut add = |name: &str, wanted: Wanted<'_>| match config.settle(&setup.model, Wanted { other_model, ..wanted }) {
        Ok(settled) => {
            let name = free(name, &scenarios);
            scenarios.push(Scenario { name, weights: settled.weights });
        }
        Err(faults) => findings.extend(faults),
    };
    let all: Vec<&str> = match named {
        [] if other_model => Vec::new(),
        [] => config.scenarios().collect(),
        named => named.iter().map(String::as_str).collect(),
    };
    for (number, name) in all.iter().enumerate() {
        if !all[..number].contains(name) {
            add(name, Wanted { scenario: Some(name), ..Wanted::default() });
        }
    }
    if !asked.weights.is_empty() {
        add(CUSTOM, Wanted { weights: &asked.weights, ..Wanted::default() });
    }
    if findings.has_errors() { Err(findings.in_order()) } else { Ok(scenarios) }
}

/// A name, with a number behind it where it is that of the base or of another scenario.
fn free(name: &str, scenarios: &[Scenario]) -> String {
    let is_free = |name: &String| name != BASE && scenarios.iter().all(|scenario| scenario.name != *name);
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}
