//! What the page's script reads: the model, the weights, the items as rated, and the ranking for programs that read the
//! page themselves. Decimals are texts, so that none of them is rounded on the way.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::disagreement::Disagreement;
use super::groups::GroupsView;
use super::results::ResultsView;
use super::stability::Stability;
use super::texts;
use super::{WebPart, WebReport};
use crate::analysis::{Axes, Field};
use crate::decimal::Decimal;
use crate::model::{Direction, Kind, Model, NodeId, ROOT, Scale, Weights};
use crate::report::FindingView;
use crate::report::triage::{field_label, node_label, thresholds};
use crate::report::view::WhereView;
use crate::scoring::Exact;

/// A decimal as a text, digit by digit.
pub(super) struct Written(pub(super) Decimal);

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Everything.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    lang: &'static str,
    title: String,
    summary: String,
    model: &'a str,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    conditions: Option<WhereView<'a>>,
    /// The rank under which the cutoff stands.
    top: usize,
    tie_break: Vec<&'a str>,
    /// The model, the root first.
    nodes: Vec<NodeView<'a>>,
    /// The keys of what the file gives, in the order of `ratings`.
    columns: Vec<&'a str>,
    scenarios: Vec<ScenarioView<'a>>,
    origin: String,
    arguments: &'a [String],
    items: Vec<Item<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<GroupsView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    triage: Option<TriageView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stability: Option<Stability<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disagreement: Option<Disagreement<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    results: Option<ResultsView<'a>>,
    findings: Vec<FindingView>,
    finding_count: usize,
    texts: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct NodeView<'a> {
    key: &'a str,
    label: Cow<'a, str>,
    parent: Option<NodeId>,
    weight: Written,
    direction: &'static str,
    combine: Option<&'static str>,
    /// What it is rated on; `null` for a quantity.
    scale: Option<[Written; 2]>,
    /// The scale that a factor declares.
    declared: Option<[Written; 2]>,
    /// Whether the file has a column for it.
    given: bool,
    /// Whether it can be weighed: it is given, or made of what is.
    rated: bool,
}

/// The fields of a triage, for the chart.
#[derive(Serialize)]
struct TriageView {
    /// The nodes upward and to the right, and where their halves meet.
    nodes: [NodeId; 2],
    at: [Written; 2],
    /// The fields from the upper left, line by line.
    fields: [String; 4],
    note: String,
}

#[derive(Serialize)]
struct ScenarioView<'a> {
    name: &'a str,
    /// One for each node.
    weights: Vec<Written>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    ratings: Vec<Option<Written>>,
    /// The criteria whose rating is the middle of a range.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    uncertain: Vec<&'a str>,
    rank: Option<u32>,
    score: Option<Exact>,
}

impl Value<'_> {
    /// What it holds beside the ranking.
    pub(super) fn parts(&self) -> Vec<WebPart> {
        let parts = [
            self.disagreement.as_ref().map(|_| WebPart::Disagreement),
            self.by.as_ref().map(|_| WebPart::Groups),
            self.results.as_ref().map(|_| WebPart::Results),
        ];
        parts.into_iter().flatten().collect()
    }
}

impl<'a> WebReport<'a> {
    /// The value that the page holds.
    pub(super) fn value(self, title: String) -> Value<'a> {
        let report = self.stability;
        let (scorer, lang) = (report.scorer, report.lang);
        let model = scorer.model;
        let rows = report.ranking.rows();
        Value {
            schema_version: 1,
            command: "report",
            lang: lang.code(),
            title,
            summary: self.summary(),
            model: &model.key,
            conditions: self.viewed.conditions(),
            top: report.drawing.top,
            tie_break: scorer.tie_break.iter().map(|&node| model.nodes[node].key.as_str()).collect(),
            nodes: (ROOT..model.nodes.len()).map(|node| self.node(node)).collect(),
            columns: scorer.backlog.readings.iter().map(|reading| model.nodes[reading.node].key.as_str()).collect(),
            scenarios: self
                .scenarios
                .iter()
                .map(|scenario| ScenarioView { name: &scenario.name, weights: all(model, &scenario.weights) })
                .collect(),
            origin: report.origin.in_words(lang),
            arguments: self.arguments,
            items: self.items(&rows),
            by: self.viewed.groups.map(|groups| GroupsView::new(self, groups, &rows)),
            triage: self.axes.map(|axes| self.triage(axes)),
            stability: Stability::new(report, &rows),
            disagreement: self.panel.map(|panel| Disagreement::new(panel, report.scorer, &rows, lang)),
            results: self.results.and_then(|results| ResultsView::new(self, results)),
            findings: FindingView::all(report.findings, lang),
            finding_count: report.findings.total(),
            texts: texts::all(lang),
        }
    }

    fn triage(self, axes: &Axes) -> TriageView {
        let report = self.stability;
        let lang = report.lang;
        let fields = [Field::WorkOut, Field::StartNow, Field::PutOff, Field::IfTime];
        let both = [&axes.value, &axes.ease];
        TriageView {
            nodes: both.map(|axis| axis.node),
            at: both.map(|axis| Written(axis.at)),
            fields: fields.map(|field| field_label(self.wording, field, lang)),
            note: thresholds(report.scorer.model, axes, lang),
        }
    }

    fn node(self, number: NodeId) -> NodeView<'a> {
        let report = self.stability;
        let model = report.scorer.model;
        let node = &model.nodes[number];
        let pair = |scale: Scale| match scale {
            Scale::Bounded(low, high) => Some([Written(low), Written(high)]),
            Scale::Quantity => None,
        };
        let declared = match node.kind {
            Kind::Factor { scale, .. } => scale.map(|(low, high)| [Written(low), Written(high)]),
            Kind::Criterion { .. } => None,
        };
        NodeView {
            key: &node.key,
            label: node_label(model, number, report.lang),
            parent: node.parent,
            weight: Written(report.weights.get(number)),
            direction: match node.direction {
                Direction::Benefit => "benefit",
                Direction::Cost => "cost",
            },
            combine: node.combine().map(|combine| combine.name()),
            scale: pair(model.rated_on(number)),
            declared,
            given: report.scorer.backlog.reading(number).is_some(),
            rated: self.is_rated(number),
        }
    }

    /// Whether the file gives a node or everything that it is made of under the weights that were read for.
    fn is_rated(self, node: NodeId) -> bool {
        let report = self.stability;
        if report.scorer.backlog.reading(node).is_some() {
            return true;
        }
        let several = self.scenarios.iter().map(|scenario| &scenario.weights).chain([report.weights]);
        let several: Vec<&Weights> = several.collect();
        let counts = |&&child: &&NodeId| several.iter().any(|weights| weights.counts(child));
        let mut parts = report.scorer.model.nodes[node].children.iter().filter(counts).peekable();
        parts.peek().is_some() && parts.all(|&part| self.is_rated(part))
    }

    /// The items of some rows.
    fn items(self, rows: &[usize]) -> Vec<Item<'a>> {
        let report = self.stability;
        let (scorer, backlog) = (report.scorer, report.scorer.backlog);
        let places = report.ranking.places(backlog.len());
        let item = |row: usize| {
            let standing = places[row].map(|place| &report.ranking.standings[place]);
            let is_range = |reading: &&'a crate::backlog::Reading| reading.ratings.range(row).is_some();
            let key = |reading: &'a crate::backlog::Reading| scorer.model.nodes[reading.node].key.as_str();
            Item {
                id: backlog.id(row),
                title: backlog.title(row),
                ratings: backlog.readings.iter().map(|reading| reading.ratings.get(row).map(Written)).collect(),
                uncertain: backlog.readings.iter().filter(is_range).map(key).collect(),
                rank: standing.map(|standing| standing.rank),
                score: standing.map(|standing| standing.score.clone()),
            }
        };
        rows.iter().copied().map(item).collect()
    }
}

fn all(model: &Model, weights: &Weights) -> Vec<Written> {
    (ROOT..model.nodes.len()).map(|node| Written(weights.get(node))).collect()
}
