//! A triage for programs.

use std::borrow::Cow;

use serde::Serialize;

use super::{TriageReport, axis_key, field_label, node_label};
use crate::analysis::{Axis, Field, Placed, Unplaced};
use crate::decimal::Decimal;
use crate::report::FindingView;
use crate::report::view::{ByView, WhereView};
use crate::scoring::{Exact, Reason};

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    conditions: Option<WhereView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<ByView<'a>>,
    value: AxisView<'a>,
    ease: AxisView<'a>,
    fields: Vec<FieldView<'a>>,
    unplaced: Vec<UnplacedView<'a>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

/// A criterion of the fields.
#[derive(Serialize)]
struct AxisView<'a> {
    key: &'a str,
    label: Cow<'a, str>,
    at: Decimal,
    near: Decimal,
    /// Which values are in the good half: those `at_least` the threshold, or those `at_most`.
    good: &'static str,
}

#[derive(Serialize)]
struct FieldView<'a> {
    field: &'static str,
    label: String,
    items: Vec<ItemView<'a>>,
}

#[derive(Serialize)]
struct ItemView<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    value: &'a Exact,
    ease: &'a Exact,
    /// The criteria near whose threshold it stands.
    near: Vec<&'a str>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    group: Option<InGroup<'a>>,
}

/// Where an item stands in its group and among all.
#[derive(Serialize)]
struct InGroup<'a> {
    rank: Option<u32>,
    group: &'a str,
    group_rank: Option<u32>,
}

#[derive(Serialize)]
struct UnplacedView<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    missing: Vec<&'a str>,
    reason: &'static str,
}

impl<'a> TriageReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let fields = Field::all().map(|field| FieldView {
            field: field.key(),
            label: field_label(self.wording, field, self.lang),
            items: self.triage.in_field(field).map(|item| self.item_view(item)).collect(),
        });
        Value {
            schema_version: 1,
            command: "triage",
            model: &self.scorer.model.key,
            conditions: self.viewed.conditions(),
            by: self.viewed.groups.map(|groups| ByView::new(groups, self.ranking)),
            value: self.axis_view(&self.axes.value),
            ease: self.axis_view(&self.axes.ease),
            fields: fields.collect(),
            unplaced: self.triage.unplaced.iter().map(|item| self.unplaced_view(item)).collect(),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }

    fn axis_view(self, axis: &Axis) -> AxisView<'a> {
        let model = self.scorer.model;
        AxisView {
            key: axis_key(model, axis),
            label: node_label(model, axis.node, self.lang),
            at: axis.at,
            near: axis.near,
            good: if model.raises_score(axis.node) { "at_least" } else { "at_most" },
        }
    }

    fn item_view(self, item: &'a Placed) -> ItemView<'a> {
        let backlog = self.scorer.backlog;
        let [value, ease] = &item.values;
        let group = self.viewed.groups.map(|groups| InGroup {
            rank: self.rank(item.row).map(|(rank, _)| rank),
            group: groups.name_of(item.row),
            group_rank: groups.of(item.row).and_then(|(_, rank)| rank),
        });
        ItemView { id: backlog.id(item.row), title: backlog.title(item.row), value, ease, near: self.near(item), group }
    }

    fn unplaced_view(self, item: &'a Unplaced) -> UnplacedView<'a> {
        let backlog = self.scorer.backlog;
        let missing = self.missing(item).into_iter().map(|node| self.scorer.model.nodes[node].key.as_str());
        let reason = match item.reasons.first() {
            Some(Reason::DividesByZero(_)) => "division-by-zero",
            Some(Reason::TooLarge) => "too-large",
            _ => "missing",
        };
        UnplacedView {
            id: backlog.id(item.row),
            title: backlog.title(item.row),
            reason: if self.missing(item).is_empty() { reason } else { "missing" },
            missing: missing.collect(),
        }
    }
}
