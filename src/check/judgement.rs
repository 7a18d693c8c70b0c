//! Whether the ratings tell the items apart. Only ranked items are looked at.

use super::{Question, about_item, shown_id};
use crate::analysis::{dominators, oriented, rank_correlation};
use crate::backlog::Reading;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule};
use crate::model::Scale;
use crate::scoring::Exact;

/// Fewer items say little about a criterion.
const ITEMS_FOR_CONSTANT: usize = 3;
/// Fewer items agree by chance.
const ITEMS_FOR_CORRELATION: usize = 6;
/// Above this rank correlation two criteria say the same.
const SAME: f64 = 0.95;
/// Fewer criteria are alike by chance.
const CRITERIA_FOR_FLAT: usize = 3;
/// Fewer items may well all be poor.
const ITEMS_FOR_SCALE: usize = 5;

impl<'a> Question<'a> {
    /// The criteria in use, as the file gives them.
    fn readings(&self) -> Vec<&'a Reading> {
        let criteria = self.scorer.plan.criteria();
        criteria.iter().filter_map(|&node| self.scorer.backlog.reading(node)).collect()
    }

    /// The rows of the ranked items, best first.
    fn rows(&self) -> impl Iterator<Item = usize> + use<'a> {
        self.ranking.standings.iter().map(|standing| standing.row as usize)
    }

    /// A finding about a criterion, at its header, with the words `criterion` and `key`.
    fn about_criterion(&self, rule: Rule, reading: &Reading) -> Finding {
        let node = &self.scorer.model.nodes[reading.node];
        Finding::new(rule)
            .over(self.scorer.backlog.table.header[reading.column].range())
            .of_criterion(node.key.as_str())
            .with("criterion", node)
            .with("key", node.key.as_str())
    }
}

/// A warning for each criterion on which every item has the same rating.
pub(super) fn constant_criterion(question: Question<'_>, findings: &mut Findings) {
    let count = question.ranking.standings.len();
    if count < ITEMS_FOR_CONSTANT {
        return;
    }
    for reading in question.readings() {
        let mut ratings = question.rows().map(|row| reading.ratings.mantissa(row));
        let first = ratings.next();
        if ratings.all(|rating| Some(rating) == first) {
            let value = question.rows().next().and_then(|row| reading.ratings.get(row));
            let finding = question.about_criterion(Rule::ConstantCriterion, reading).with("count", count);
            findings.push(finding.with("value", value.map_or_else(String::new, |value| value.to_string())));
        }
    }
}

/// A warning for each two criteria that put the items in almost the same order, counted as the score counts them.
pub(super) fn redundant_criteria(question: Question<'_>, findings: &mut Findings) {
    if question.ranking.standings.len() < ITEMS_FOR_CORRELATION {
        return;
    }
    let readings = question.readings();
    let columns: Vec<Vec<i128>> =
        readings.iter().map(|reading| oriented(question.scorer, question.ranking, reading)).collect();
    for (number, reading) in readings.iter().enumerate() {
        for other in 0..number {
            let correlation = rank_correlation(&columns[other], &columns[number]);
            if let Some(correlation) = correlation.filter(|correlation| *correlation > SAME) {
                let other = &question.scorer.model.nodes[readings[other].node];
                let finding = question.about_criterion(Rule::RedundantCriteria, reading);
                findings.push(finding.with("other", other).with("correlation", format!("{correlation:.2}")));
            }
        }
    }
}

/// A warning for each item that has one rating on everything, where everything is rated on one scale.
pub(super) fn flat_item(question: Question<'_>, findings: &mut Findings) {
    let readings = question.readings();
    let mut scales = readings.iter().map(|reading| question.scorer.model.rated_on(reading.node));
    let first = scales.next();
    let is_one_scale = matches!(first, Some(Scale::Bounded(..))) && scales.all(|scale| Some(scale) == first);
    if readings.len() < CRITERIA_FOR_FLAT || !is_one_scale {
        return;
    }
    let mut rows: Vec<usize> = question.rows().collect();
    rows.sort_unstable();
    for row in rows {
        let mut ratings = readings.iter().map(|reading| reading.ratings.get(row));
        let first = ratings.next().flatten();
        if let Some(value) = first.filter(|_| ratings.all(|rating| rating == first)) {
            findings.push_with(Rule::FlatItem, || {
                about_item(question.scorer.backlog, Rule::FlatItem, row).with("value", value.to_string())
            });
        }
    }
}

/// A note for each item that another one dominates: at least as good on every criterion and better on one.
pub(super) fn dominated_item(question: Question<'_>, findings: &mut Findings) {
    let backlog = question.scorer.backlog;
    let row = |place: usize| question.ranking.standings[place].row as usize;
    let dominators = dominators(question.scorer, question.ranking);
    let mut dominated: Vec<(usize, usize)> =
        dominators.into_iter().enumerate().filter_map(|(place, by)| Some((row(place), row(by?)))).collect();
    dominated.sort_unstable();
    for (row, other) in dominated {
        findings.push_with(Rule::DominatedItem, || {
            about_item(backlog, Rule::DominatedItem, row).with("other", shown_id(backlog, other))
        });
    }
}

/// A warning where all ratings lie in the lower half of a scale that is wide enough to choose from.
pub(super) fn unused_scale(question: Question<'_>, findings: &mut Findings) {
    /// A scale of fewer steps is soon half used.
    const WIDE: i64 = 9;
    let readings = question.readings();
    let mut scales = readings.iter().map(|reading| question.scorer.model.rated_on(reading.node));
    let Some(Scale::Bounded(low, high)) = scales.next() else { return };
    let is_one_scale = scales.all(|scale| scale == Scale::Bounded(low, high));
    let Some(middle) = Decimal::middle(low, high) else { return };
    let width = Exact::from(high).minus(&Exact::from(low));
    if !is_one_scale || width < Exact::from(Decimal::from(WIDE)) || question.ranking.standings.len() < ITEMS_FOR_SCALE {
        return;
    }
    let ratings = || readings.iter().flat_map(|reading| question.rows().filter_map(|row| reading.ratings.get(row)));
    let (Some(least), Some(most)) = (ratings().min(), ratings().max()) else { return };
    if most <= middle && least < most {
        let finding = question.about_criterion(Rule::UnusedScale, readings[0]);
        let finding = finding.with("low", least.to_string()).with("high", most.to_string());
        findings.push(finding.with("scale", format!("{low}–{high}")));
    }
}
