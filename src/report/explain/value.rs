//! An explanation for programs.

use std::borrow::Cow;

use serde::Serialize;

use super::arithmetic::expression;
use super::{ExplainReport, key_of};
use crate::analysis::{Breakdown, Change, Turn};
use crate::decimal::Decimal;
use crate::model::{Combine, Model};
use crate::report::FindingView;
use crate::scoring::{Exact, Reason};

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    item: ItemView<'a>,
    tree: Option<NodeView<'a>>,
    above: Vec<NeighbourView<'a>>,
    below: Vec<NeighbourView<'a>>,
    changes: Vec<ChangeView<'a>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

#[derive(Serialize)]
struct ItemView<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    rank: Option<u32>,
    tied: bool,
    of: usize,
    score: Option<Exact>,
    missing: Vec<&'a str>,
    rank_range: Option<[usize; 2]>,
}

/// A node of the tree: `expression` is how its value comes of its parts.
#[derive(Serialize)]
struct NodeView<'a> {
    key: &'a str,
    value: Exact,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    uncertain: bool,
    weight: Decimal,
    counted: Exact,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    divides: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    combine: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expression: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<NodeView<'a>>,
}

#[derive(Serialize)]
struct NeighbourView<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    rank: u32,
    score: Exact,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    criterion: &'a str,
    from: Decimal,
    to: Decimal,
    score: &'a Exact,
    rank: usize,
}

impl<'a> ExplainReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self, tree: Option<&Breakdown>) -> Value<'a> {
        let model = self.scorer.model;
        let row = self.explanation.row;
        let standing = self.explanation.standing.as_ref().ok().map(|&place| &self.ranking.standings[place]);
        let missing = match &self.explanation.standing {
            Err(Reason::Missing(nodes)) => nodes.iter().map(|&node| model.nodes[node].key.as_str()).collect(),
            _ => Vec::new(),
        };
        let neighbours = |places: &[usize]| places.iter().map(|&place| self.neighbour(place)).collect();
        let change = |change: &'a Change| ChangeView {
            criterion: &model.nodes[change.criterion].key,
            from: change.from,
            to: change.to,
            score: &change.score,
            rank: change.rank,
        };
        Value {
            schema_version: 1,
            command: "explain",
            model: &model.key,
            item: ItemView {
                id: self.scorer.backlog.id(row),
                title: self.scorer.backlog.title(row),
                rank: standing.map(|standing| standing.rank),
                tied: self.explanation.standing.as_ref().is_ok_and(|&place| self.ranking.is_tied(place)),
                of: self.ranking.standings.len(),
                score: standing.map(|standing| standing.score.clone()),
                rank_range: (!missing.is_empty()).then(|| self.possible_ranks()),
                missing,
            },
            tree: tree.map(|tree| node_view(model, tree)),
            above: neighbours(&self.explanation.above),
            below: neighbours(&self.explanation.below),
            changes: self.explanation.changes.iter().map(change).collect(),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }

    fn neighbour(self, place: usize) -> NeighbourView<'a> {
        let standing = &self.ranking.standings[place];
        let row = standing.row as usize;
        NeighbourView {
            id: self.scorer.backlog.id(row),
            title: self.scorer.backlog.title(row),
            rank: standing.rank,
            score: standing.score.clone(),
        }
    }
}

fn node_view<'a>(model: &'a Model, part: &Breakdown) -> NodeView<'a> {
    NodeView {
        key: key_of(model, part.node),
        value: part.value.clone(),
        uncertain: part.uncertain,
        weight: part.weight,
        counted: part.counted.clone(),
        divides: part.turns.contains(&Turn::Divides),
        combine: model.nodes[part.node].combine().filter(|_| !part.parts.is_empty()).map(Combine::name),
        expression: expression(model, part),
        parts: part.parts.iter().map(|part| node_view(model, part)).collect(),
    }
}
