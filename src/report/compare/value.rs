//! A comparison for programs.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{CompareReport, ComparedSide};
use crate::analysis::Movement;
use crate::model::ROOT;
use crate::report::FindingView;
use crate::report::criteria::{self, FactorView, WeightView};
use crate::scoring::Exact;

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    old: SideView<'a>,
    new: SideView<'a>,
    cutoff: usize,
    items: Items<'a>,
    added: Vec<OneSided<'a>>,
    removed: Vec<OneSided<'a>>,
    entered: Vec<Cow<'a, str>>,
    left: Vec<Cow<'a, str>>,
    tau_b: Option<f64>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

/// A file, and what it was weighed with.
#[derive(Serialize)]
struct SideView<'a> {
    file: &'a str,
    weights: Vec<WeightView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    factors: Vec<FactorView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tie_break: Vec<&'a str>,
}

/// An item that only one of the files has.
#[derive(Serialize)]
struct OneSided<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    rank: Option<u32>,
    score: Option<&'a Exact>,
}

impl<'a> CompareReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let comparison = self.comparison;
        let ids =
            |side: ComparedSide<'a>, rows: &[usize]| rows.iter().map(|&row| side.scorer.backlog.id(row)).collect();
        Value {
            schema_version: 1,
            command: "compare",
            model: &self.new.scorer.model.key,
            old: self.old.view(),
            new: self.new.view(),
            cutoff: self.top,
            items: Items(self),
            added: self.new.alone(&comparison.added),
            removed: self.old.alone(&comparison.removed),
            entered: ids(self.new, &comparison.entered),
            left: ids(self.old, &comparison.left),
            tau_b: comparison.pairs.tau_b(),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }
}

impl<'a> ComparedSide<'a> {
    fn view(self) -> SideView<'a> {
        let model = self.scorer.model;
        SideView {
            file: self.file,
            weights: criteria::weights(model, self.weights, ROOT),
            factors: criteria::factors(model, self.scorer.plan, self.weights),
            tie_break: self.scorer.tie_break.iter().map(|&node| model.nodes[node].key.as_str()).collect(),
        }
    }

    fn alone(self, rows: &[usize]) -> Vec<OneSided<'a>> {
        let backlog = self.scorer.backlog;
        let places = self.ranking.places(backlog.len());
        let view = |&row: &usize| {
            let (rank, score) = self.standing(places[row]).unzip();
            OneSided { id: backlog.id(row), title: backlog.title(row), rank, score }
        };
        rows.iter().map(view).collect()
    }
}

struct Items<'a>(CompareReport<'a>);

#[derive(Serialize)]
struct ItemView<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    old_rank: Option<u32>,
    new_rank: Option<u32>,
    moved: Option<i64>,
    from_weights: Option<i64>,
    from_own: Option<i64>,
    from_others: Option<i64>,
    old_score: Option<&'a Exact>,
    new_score: Option<&'a Exact>,
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let CompareReport { old, new, comparison, .. } = self.0;
        serializer.collect_seq(comparison.both.iter().map(|item: &Movement| {
            let (old_rank, old_score) = old.standing(item.old_place).unzip();
            let (new_rank, new_score) = new.standing(item.new_place).unzip();
            ItemView {
                id: new.scorer.backlog.id(item.new_row),
                title: new.scorer.backlog.title(item.new_row),
                old_rank,
                new_rank,
                moved: item.moved,
                from_weights: item.split.map(|split| split.weights),
                from_own: item.split.map(|split| split.own),
                from_others: item.split.map(|split| split.others),
                old_score,
                new_score,
            }
        }))
    }
}
