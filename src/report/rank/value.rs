//! A ranking for programs, written item by item: nothing is copied into a tree first.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::RankReport;
use crate::model::{NodeId, ROOT};
use crate::report::FindingView;
use crate::report::criteria::{self, FactorView, WeightView};
use crate::report::view::{ByView, WhereView};
use crate::scoring::{Reason, Scorer, Unranked};

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    weights: Vec<WeightView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    factors: Vec<FactorView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tie_break: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    top: Option<usize>,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    conditions: Option<WhereView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<ByView<'a>>,
    items: Items<'a>,
    unranked: UnrankedItems<'a>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

impl<'a> RankReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let model = self.scorer.model;
        Value {
            schema_version: 1,
            command: "rank",
            model: &model.key,
            weights: criteria::weights(model, self.weights, ROOT),
            factors: criteria::factors(model, self.scorer.plan, self.weights),
            tie_break: self.scorer.tie_break.iter().map(|&node| model.nodes[node].key.as_str()).collect(),
            top: self.top,
            conditions: self.viewed.conditions(),
            by: self.viewed.groups.map(|groups| ByView::new(groups, self.ranking)),
            items: Items(self),
            unranked: UnrankedItems(self),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }
}

struct Items<'a>(RankReport<'a>);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.0;
        serializer.collect_seq((0..report.shown().len()).map(|place| ItemView { report, place }))
    }
}

struct ItemView<'a> {
    report: RankReport<'a>,
    place: usize,
}

impl Serialize for ItemView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let standing = &self.report.ranking.standings[self.place];
        let scorer = self.report.scorer;
        let row = standing.row as usize;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rank", &standing.rank)?;
        map.serialize_entry("tied", &self.report.ranking.is_tied(self.place))?;
        map.serialize_entry("id", &scorer.backlog.id(row))?;
        map.serialize_entry("title", &scorer.backlog.title(row))?;
        map.serialize_entry("score", &standing.score)?;
        map.serialize_entry("values", &Values { scorer, row })?;
        let range =
            |criterion: &NodeId| scorer.backlog.reading(*criterion).is_some_and(|r| r.ratings.range(row).is_some());
        let uncertain: Vec<&str> = scorer
            .plan
            .criteria()
            .into_iter()
            .filter(range)
            .map(|criterion| scorer.model.nodes[criterion].key.as_str())
            .collect();
        if !uncertain.is_empty() {
            map.serialize_entry("uncertain", &uncertain)?;
        }
        if let Some(groups) = self.report.viewed.groups {
            map.serialize_entry("group", groups.name_of(row))?;
            map.serialize_entry("group_rank", &groups.of(row).and_then(|(_, rank)| rank))?;
        }
        map.end()
    }
}

/// Each criterion as rated and each factor as computed, in the order of the model.
struct Values<'a> {
    scorer: Scorer<'a>,
    row: usize,
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut values = self.scorer.values(self.row).unwrap_or_default();
        values.sort_by_key(|(node, _)| *node);
        let named = values.iter().filter(|(node, _)| *node != ROOT);
        serializer.collect_map(named.map(|(node, value)| (&self.scorer.model.nodes[*node].key, value)))
    }
}

struct UnrankedItems<'a>(RankReport<'a>);

impl Serialize for UnrankedItems<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.ranking.unranked.iter().map(|item| UnrankedView { report: self.0, item }))
    }
}

struct UnrankedView<'a> {
    report: RankReport<'a>,
    item: &'a Unranked,
}

impl Serialize for UnrankedView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scorer = self.report.scorer;
        let row = self.item.row as usize;
        let (missing, divisors, reason): (&[NodeId], &[NodeId], _) = match &self.item.reason {
            Reason::Missing(nodes) => (nodes, &[], "missing"),
            Reason::DividesByZero(nodes) => (&[], nodes, "division-by-zero"),
            Reason::TooLarge => (&[], &[], "too-large"),
        };
        let keys = |nodes: &[NodeId]| -> Vec<&str> {
            nodes.iter().map(|&node| scorer.model.nodes[node].key.as_str()).collect()
        };
        let possible = scorer.possible(row);
        let scores = match (&self.item.reason, &possible.low, &possible.high) {
            (Reason::Missing(_), Some(low), Some(high)) => Some([low.clone(), high.clone()]),
            _ => None,
        };
        let ranks = match &self.item.reason {
            Reason::Missing(_) => self.report.ranking.possible_ranks(scorer, row, &possible),
            // Nothing is known of it: it could stand anywhere.
            _ => (1, self.report.ranking.standings.len() + 1),
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &scorer.backlog.id(row))?;
        map.serialize_entry("title", &scorer.backlog.title(row))?;
        map.serialize_entry("missing", &keys(missing))?;
        map.serialize_entry("reason", reason)?;
        if !divisors.is_empty() {
            map.serialize_entry("divisors", &keys(divisors))?;
        }
        map.serialize_entry("score_range", &scores)?;
        map.serialize_entry("rank_range", &[ranks.0, ranks.1])?;
        if let Some(groups) = self.report.viewed.groups {
            map.serialize_entry("group", groups.name_of(row))?;
        }
        map.end()
    }
}
