//! A plan for programs.

use std::borrow::Cow;

use num_rational::BigRational;
use serde::Serialize;

use super::{PlanReport, Worth, exact};
use crate::analysis::Period;
use crate::decimal::Decimal;
use crate::model::ROOT;
use crate::report::FindingView;
use crate::report::criteria::{self, WeightView};
use crate::scoring::Exact;

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    value: &'a str,
    /// The criterion by whose value the scores are multiplied, because they are divided by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    value_times: Option<&'a str>,
    model: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    weights: Vec<WeightView<'a>>,
    capacity: Decimal,
    total: Exact,
    walk_total: Exact,
    periods: Vec<PeriodView<'a>>,
    unplanned: Vec<Left<'a>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

#[derive(Serialize)]
struct PeriodView<'a> {
    period: usize,
    effort: Exact,
    total: Exact,
    optimal: bool,
    upper_bound: Exact,
    step: Option<Decimal>,
    musts_left: usize,
    items: Vec<Item<'a>>,
    walk: Walk<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owners: Option<Owners<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    rank: Option<u32>,
    value: Option<Exact>,
    effort: Option<Decimal>,
    must: bool,
    after: Vec<Cow<'a, str>>,
    owner: Option<Cow<'a, str>>,
    owner_named: bool,
}

#[derive(Serialize)]
struct Walk<'a> {
    effort: Exact,
    total: Exact,
    items: Vec<Cow<'a, str>>,
    only_planned: Vec<Cow<'a, str>>,
    only_walked: Vec<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Owners<'a> {
    optimal: bool,
    highest_share: Exact,
    lower_bound: Exact,
    people: Vec<PersonView<'a>>,
}

#[derive(Serialize)]
struct PersonView<'a> {
    name: &'a str,
    capacity: Decimal,
    load: Decimal,
    planned: Exact,
    share_before: Option<Exact>,
    share_after: Option<Exact>,
}

#[derive(Serialize)]
struct Left<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    rank: Option<u32>,
    value: Option<Exact>,
    effort: Option<Decimal>,
    reason: &'static str,
}

impl<'a> PlanReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let (model, weights) = match self.worth {
            Worth::Model { scorer, weights, .. } => {
                (Some(scorer.model.key.as_str()), criteria::weights(scorer.model, weights, ROOT))
            }
            Worth::Column(_) => (None, Vec::new()),
        };
        let periods = self.schedule.periods.iter().enumerate();
        Value {
            schema_version: 1,
            command: "plan",
            value: self.value_name(),
            value_times: self.times().map(|node| node.key.as_str()),
            model,
            weights,
            capacity: self.question.wanted.capacity,
            total: exact(self.schedule.total()),
            walk_total: exact(self.schedule.walk_total()),
            periods: periods.map(|(number, period)| self.period_view(number, period)).collect(),
            unplanned: self.left().map(|entry| self.left_view(entry)).collect(),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }

    fn period_view(self, number: usize, period: &Period) -> PeriodView<'a> {
        let ids = |entries: &mut dyn Iterator<Item = usize>| entries.map(|entry| self.id(entry)).collect::<Vec<_>>();
        let only = |these: &[usize], others: &[usize]| {
            ids(&mut these.iter().copied().filter(|entry| others.binary_search(entry).is_err()))
        };
        let number_of = |ratio: &BigRational| exact(ratio.clone());
        PeriodView {
            period: number + 1,
            effort: number_of(&period.effort),
            total: number_of(&period.selection.total),
            optimal: period.selection.is_optimal(),
            upper_bound: number_of(&period.selection.bound),
            step: period.selection.step,
            musts_left: period.musts_left,
            items: period.chosen.iter().map(|&entry| self.item(entry)).collect(),
            walk: Walk {
                effort: number_of(&period.walk_effort),
                total: number_of(&period.walk_total),
                items: ids(&mut period.walk.iter().copied()),
                only_planned: only(&period.chosen, &period.walk),
                only_walked: only(&period.walk, &period.chosen),
            },
            owners: period.assignment.as_ref().map(|assignment| Owners {
                optimal: assignment.is_optimal,
                highest_share: exact(assignment.highest()),
                lower_bound: number_of(&assignment.bound),
                people: self.people_view(period),
            }),
        }
    }

    fn people_view(self, period: &Period) -> Vec<PersonView<'a>> {
        let view = |part: super::people::Part<'a>| PersonView {
            name: part.name,
            capacity: part.capacity,
            load: part.load,
            planned: part.planned,
            share_before: part.share_before,
            share_after: part.share_after,
        };
        self.parts(period).into_iter().map(view).collect()
    }

    fn item(self, entry: usize) -> Item<'a> {
        let about = self.entry(entry);
        let file_owner = self
            .question
            .planning
            .column("owner")
            .is_some_and(|column| !self.question.backlog.table.cell_text(about.row, column).trim().is_empty());
        Item {
            id: self.id(entry),
            title: self.title(entry),
            rank: about.rank,
            value: about.value.clone(),
            effort: about.effort,
            must: about.must,
            after: about.after.iter().map(|&before| self.id(before)).collect(),
            owner: Some(self.owner(entry)).filter(|owner| !owner.is_empty()),
            owner_named: file_owner,
        }
    }

    fn left_view(self, entry: usize) -> Left<'a> {
        let about = self.entry(entry);
        Left {
            id: self.id(entry),
            title: self.title(entry),
            rank: about.rank,
            value: about.value.clone(),
            effort: about.effort,
            reason: self.fate(entry),
        }
    }
}
