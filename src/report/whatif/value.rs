//! Rankings side by side for programs.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{BASE, WhatifReport};
use crate::model::{ROOT, Weights};
use crate::report::FindingView;
use crate::report::criteria::{self, FactorView, WeightView};
use crate::scoring::{Exact, Plan};

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tie_break: Vec<&'a str>,
    scenarios: Vec<ScenarioView<'a>>,
    items: Items<'a>,
    summary: Vec<SummaryView<'a>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

/// The base weights, or those of a scenario.
#[derive(Serialize)]
struct ScenarioView<'a> {
    name: &'a str,
    weights: Vec<WeightView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    factors: Vec<FactorView<'a>>,
}

#[derive(Serialize)]
struct SummaryView<'a> {
    scenario: &'a str,
    tau_b: Option<f64>,
    cutoff: usize,
    entered: Vec<Cow<'a, str>>,
    left: Vec<Cow<'a, str>>,
}

impl<'a> WhatifReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let model = self.scorer.model;
        let scenario = |name: &'a str, plan: &Plan, weights: &Weights| ScenarioView {
            name,
            weights: criteria::weights(model, weights, ROOT),
            factors: criteria::factors(model, plan, weights),
        };
        let base = scenario(BASE, self.scorer.plan, self.weights);
        let others = self.alternatives.iter().map(|other| {
            let weights = &other.scenario.weights;
            scenario(&other.scenario.name, other.plan, weights)
        });
        let ids = |rows: &[usize]| rows.iter().map(|&row| self.scorer.backlog.id(row)).collect();
        let summary = self.alternatives.iter().map(|other| SummaryView {
            scenario: &other.scenario.name,
            tau_b: other.pairs.tau_b(),
            cutoff: self.top,
            entered: ids(&other.entered),
            left: ids(&other.left),
        });
        Value {
            schema_version: 1,
            command: "whatif",
            model: &model.key,
            tie_break: self.scorer.tie_break.iter().map(|&node| model.nodes[node].key.as_str()).collect(),
            scenarios: std::iter::once(base).chain(others).collect(),
            items: Items(self),
            summary: summary.collect(),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }
}

struct Items<'a>(WhatifReport<'a>);

#[derive(Serialize)]
struct ItemView<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    ranks: Vec<Option<u32>>,
    scores: Vec<Option<&'a Exact>>,
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.0;
        serializer.collect_seq((0..report.scorer.backlog.len()).map(|number| {
            let row = report.row(number);
            let (ranks, scores) = report
                .standings(number)
                .map(|found| found.map_or((None, None), |(rank, score)| (Some(rank), Some(score))))
                .unzip();
            ItemView { id: report.scorer.backlog.id(row), title: report.scorer.backlog.title(row), ranks, scores }
        }))
    }
}
