//! Scores one item: a plan applied to a row of a backlog, as rated or with some ratings supposed.

use std::cmp::Ordering;

use super::exact::Exact;
use super::number::{Fraction, Number, Real, Trouble};
use super::plan::Plan;
use crate::backlog::Backlog;
use crate::decimal::Decimal;
use crate::model::{Model, NodeId, Scale};

/// Why an item has no score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// These ratings are missing.
    Missing(Vec<NodeId>),
    /// These nodes divide, and their value is nought.
    DividesByZero(Vec<NodeId>),
    /// The score has no place among the numbers that can be printed.
    TooLarge,
}

/// The scores that an item with blanks could still have; `None` where a missing quantity sets no limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// With every blank at its worst.
    pub low: Option<Exact>,
    /// With every blank at its best.
    pub high: Option<Exact>,
}

/// A rating put in the place of the file's.
pub type Supposed = (NodeId, Decimal);

/// A plan and the backlog that it scores.
#[derive(Clone, Copy, Debug)]
pub struct Scorer<'a> {
    /// The model.
    pub model: &'a Model,
    /// The model with its weights.
    pub plan: &'a Plan,
    /// The items.
    pub backlog: &'a Backlog<'a>,
    /// Criteria that decide between equal scores, in order.
    pub tie_break: &'a [NodeId],
}

impl Scorer<'_> {
    /// The item's score.
    pub fn score(&self, row: usize) -> Result<Exact, Reason> {
        self.score_with(row, &[])
    }

    /// The item's score if some of its ratings were others.
    pub fn score_with(&self, row: usize, supposed: &[Supposed]) -> Result<Exact, Reason> {
        self.compute(row, supposed).map(|values| values.1)
    }

    /// The value of every node in use, before any reversal, and last the score; the pairs come children first.
    pub fn values(&self, row: usize) -> Result<Vec<(NodeId, Exact)>, Reason> {
        self.compute(row, &[]).map(|(values, score)| {
            let nodes = self.plan.real.steps.iter().map(|step| step.node);
            let mut pairs: Vec<(NodeId, Exact)> = nodes.zip(values).collect();
            if let Some(root) = pairs.last_mut() {
                root.1 = score;
            }
            pairs
        })
    }

    /// The value of one node, before any reversal; `None` where the item has no score.
    pub fn value_of(&self, row: usize, node: NodeId) -> Option<Exact> {
        self.values(row).ok()?.into_iter().find(|(known, _)| *known == node).map(|(_, value)| value)
    }

    /// The criteria that the item has no rating for though they count.
    pub fn missing(&self, row: usize) -> Vec<NodeId> {
        let blank = |node: &NodeId| self.rating(row, *node, &[]).is_none();
        self.plan.criteria().into_iter().filter(blank).collect()
    }

    /// The scores that an item could still have when its blanks are filled in.
    pub fn possible(&self, row: usize) -> Possible {
        let end = |best| self.score_with(row, &self.suppose_blanks(row, best)?).ok();
        Possible { low: end(false), high: end(true) }
    }

    /// Ratings for the item's blanks, all at their best or all at their worst; `None` where a quantity has no such end.
    pub fn suppose_blanks(&self, row: usize, best: bool) -> Option<Vec<Supposed>> {
        let suppose = |node: NodeId| match (self.model.rated_on(node), best == self.model.raises_score(node)) {
            (Scale::Bounded(_, high), true) => Some((node, high)),
            (Scale::Bounded(low, _), false) => Some((node, low)),
            (Scale::Quantity, false) => Some((node, Decimal::ZERO)),
            (Scale::Quantity, true) => None,
        };
        self.missing(row).into_iter().map(suppose).collect()
    }

    /// Ratings for all that is open about an item, its blanks and its ranges, all at their best or all at their worst;
    /// `None` where a quantity has no such end.
    pub fn suppose_open(&self, row: usize, best: bool) -> Option<Vec<Supposed>> {
        let mut supposed = self.suppose_blanks(row, best)?;
        for node in self.uncertain(row) {
            let (low, high) = self.backlog.reading(node)?.ratings.range(row)?;
            supposed.push((node, if best == self.model.raises_score(node) { high } else { low }));
        }
        Some(supposed)
    }

    /// The criteria that the item has a range for.
    pub fn uncertain(&self, row: usize) -> Vec<NodeId> {
        let range = |node: &NodeId| self.backlog.reading(*node).is_some_and(|r| r.ratings.range(row).is_some());
        self.plan.criteria().into_iter().filter(range).collect()
    }

    /// Which of two rows stands higher by the criteria that decide between equal scores; `Greater` for the first.
    #[inline]
    pub fn break_tie(&self, row: usize, supposed: &[Supposed], other: usize) -> Ordering {
        if self.tie_break.is_empty() {
            return Ordering::Equal;
        }
        self.compare_by(self.tie_break, row, supposed, (*self, other))
    }

    /// Which of two rows stands higher by the criteria that decide between equal scores, where the other one is of
    /// another backlog under the same model; `Greater` for the own one.
    pub fn break_tie_with(&self, row: usize, other: Scorer<'_>, other_row: usize) -> Ordering {
        self.compare_by(self.tie_break, row, &[], (other, other_row))
    }

    fn compare_by(
        &self,
        criteria: &[NodeId],
        row: usize,
        supposed: &[Supposed],
        (other, other_row): (Scorer<'_>, usize),
    ) -> Ordering {
        for &node in criteria {
            let order = match (self.value(row, node, supposed), other.value(other_row, node, &[])) {
                // A blank stands last.
                (None, None) => Ordering::Equal,
                (None, Some(_)) => Ordering::Less,
                (Some(_), None) => Ordering::Greater,
                (Some(mine), Some(theirs)) if self.model.raises_score(node) => mine.cmp(&theirs),
                (Some(mine), Some(theirs)) => theirs.cmp(&mine),
            };
            if order != Ordering::Equal {
                return order;
            }
        }
        Ordering::Equal
    }

    fn value(&self, row: usize, node: NodeId, supposed: &[Supposed]) -> Option<Exact> {
        match self.plan.place(node) {
            Some(place) if !self.plan.given.contains(&node) => {
                self.compute(row, supposed).ok().map(|(mut values, _)| values.swap_remove(place))
            }
            _ => self.rating(row, node, supposed).map(Exact::from),
        }
    }

    fn rating(&self, row: usize, node: NodeId, supposed: &[Supposed]) -> Option<Decimal> {
        let replaced = supposed.iter().find(|(at, _)| *at == node).map(|(_, rating)| *rating);
        replaced.or_else(|| self.backlog.reading(node)?.ratings.get(row))
    }

    /// Every node's value and the score.
    fn compute(&self, row: usize, supposed: &[Supposed]) -> Result<(Vec<Exact>, Exact), Reason> {
        let ratings: Vec<Option<Decimal>> =
            self.plan.given.iter().map(|&node| self.rating(row, node, supposed)).collect();
        let missing = self.plan.criteria().into_iter().filter(|node| {
            self.plan.given.iter().zip(&ratings).any(|(given, rating)| given == node && rating.is_none())
        });
        let missing: Vec<NodeId> = missing.collect();
        if !missing.is_empty() {
            return Err(Reason::Missing(missing));
        }
        let given = |slot: usize| ratings[slot].map_or((0, 0), |rating| (rating.mantissa(), rating.scale()));
        let mut values = Vec::new();
        if let Some(fast) = &self.plan.fast
            && fast.evaluate(|slot| decimal(given(slot)), &mut values).is_ok()
            && let Some(scores) = scores::<Fraction>(&values)
        {
            return Ok(scores);
        }
        let mut values = Vec::new();
        match self.plan.real.evaluate(|slot| decimal(given(slot)), &mut values) {
            Ok(()) => scores::<Real>(&values).and_then(|scores| self.rounded(scores)).ok_or(Reason::TooLarge),
            Err(Trouble::DivisionByZero) => Err(Reason::DividesByZero(self.zero_divisors(&values))),
            Err(Trouble::Overflow) => Err(Reason::TooLarge),
        }
    }

    /// Where a model takes roots every score is rounded, also one that a rational root left exact: they must tie.
    fn rounded(&self, (values, score): (Vec<Exact>, Exact)) -> Option<(Vec<Exact>, Exact)> {
        if self.plan.is_rounded() { Some((values, score.to_twelve_digits()?)) } else { Some((values, score)) }
    }

    /// Of the nodes that were computed before a division failed, those that divide and are nought.
    fn zero_divisors(&self, values: &[Real]) -> Vec<NodeId> {
        let computed = self.plan.real.steps.iter().zip(values);
        let zero = |value: &Real| value.score().is_ok_and(|value| value.is_zero());
        computed
            .filter(|(step, value)| self.plan.counted(step.node) == super::Counted::Divides && zero(value))
            .map(|(step, _)| step.node)
            .collect()
    }
}

/// A rating in a number system.
#[inline]
fn decimal<N: Number>((mantissa, scale): (i128, u32)) -> Result<N, Trouble> {
    N::decimal(mantissa, scale)
}

fn scores<N: Number>(values: &[N]) -> Option<(Vec<Exact>, Exact)> {
    let values: Vec<Exact> = values.iter().map(|value| value.score().ok()).collect::<Option<_>>()?;
    let score = values.last().filter(|score| score.to_f64().is_finite())?.clone();
    Some((values, score))
}

/// Scores many rows without keeping anything of one for the next but the memory.
pub(super) struct FastScorer<'a> {
    scorer: Scorer<'a>,
    columns: Vec<Option<&'a crate::backlog::Ratings>>,
    values: Vec<Fraction>,
}

impl<'a> FastScorer<'a> {
    pub(super) fn new(scorer: Scorer<'a>) -> Self {
        let column = |&node: &NodeId| scorer.backlog.reading(node).map(|reading| &reading.ratings);
        let columns = scorer.plan.given.iter().map(column).collect();
        Self { scorer, columns, values: Vec::new() }
    }

    /// The row's score: in fractions where that can be, else on the way that always can.
    #[inline]
    pub(super) fn score(&mut self, row: usize) -> Result<Exact, Reason> {
        if let Some(fast) = &self.scorer.plan.fast {
            let complete =
                self.columns.iter().all(|column| column.is_some_and(|ratings| ratings.mantissa(row).is_some()));
            let given = |slot: usize| {
                let ratings = self.columns[slot];
                let mantissa = ratings.and_then(|ratings| ratings.mantissa(row));
                (mantissa.unwrap_or_default(), ratings.map_or(0, |ratings| ratings.scale()))
            };
            if complete && fast.evaluate(|slot| decimal(given(slot)), &mut self.values).is_ok() {
                let score = self.values.last().map(|value| value.score());
                if let Some(Ok(score)) = score
                    && score.to_f64().is_finite()
                {
                    return Ok(score);
                }
            }
        }
        self.scorer.score(row)
    }
}
