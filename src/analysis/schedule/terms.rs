//! From rows to entries: what each row is worth puts them in order, and its terms say how it can be planned.

use std::cmp::Ordering;

use super::Plannable;
use crate::decimal::Decimal;
use crate::model::{Combine, NodeId, ROOT, Weights};
use crate::scoring::{Counted, Exact, Ranking, Scorer};

/// What a row says about planning; other rows and people are named by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// What it costs.
    pub effort: Option<Decimal>,
    /// The rows that it comes after.
    pub after: Vec<usize>,
    /// Whether it must be in the plan.
    pub must: bool,
    /// Whether it must not.
    pub skip: bool,
    /// Who can do it.
    pub able: Vec<usize>,
    /// Who does it whatever comes of it.
    pub named: Option<usize>,
}

/// A row in the order of what rows are worth, with its rank; those without a value come last, in the order of the file.
#[derive(Clone, Debug)]
pub struct Valued {
    /// The row.
    pub row: usize,
    /// Its rank.
    pub rank: Option<u32>,
    /// What it is worth.
    pub value: Option<Exact>,
}

/// The rows in the order of a ranking, worth their scores.
pub fn by_score(ranking: &Ranking) -> Vec<Valued> {
    let ranked = ranking.standings.iter().map(|standing| Valued {
        row: standing.row as usize,
        rank: Some(standing.rank),
        value: Some(standing.score.clone()),
    });
    let unranked = ranking.unranked.iter().map(|item| Valued { row: item.row as usize, rank: None, value: None });
    ranked.chain(unranked).collect()
}

/// What a score is divided by, in the eyes of a plan that has a limit on the effort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Division {
    /// By nothing.
    None,
    /// By the effort itself, so that the score is a value ÷ the effort: this node.
    ByEffort(NodeId),
    /// By these nodes, of which nobody knows what they have to do with the effort.
    By(Vec<NodeId>),
}

impl Division {
    /// What the scores are divided by, where the effort stands in a column of the file.
    pub fn of(scorer: Scorer<'_>, weights: &Weights, effort: Option<usize>) -> Self {
        let mut used = [scorer.plan.criteria(), scorer.plan.factors()].concat();
        used.sort_unstable();
        let divides = |node: &NodeId| scorer.plan.counted(*node) == Counted::Divides;
        let is_effort = |node: &NodeId| {
            scorer.backlog.reading(*node).is_some_and(|reading| Some(reading.column) == effort)
                && scorer.model.nodes[*node].parent == Some(ROOT)
                && scorer.model.nodes[ROOT].combine() == Some(Combine::Product)
                && weights.get(*node) == Decimal::ONE
                // A score that went through a root is rounded, and what it was made of can't be had back.
                && !scorer.plan.is_rounded()
        };
        let divisors: Vec<NodeId> = used.into_iter().filter(divides).collect();
        match divisors.iter().copied().find(is_effort) {
            Some(node) => Self::ByEffort(node),
            None if divisors.is_empty() => Self::None,
            None => Self::By(divisors),
        }
    }

    /// The node whose division is taken back in the values.
    pub fn undone(&self) -> Option<NodeId> {
        match self {
            Self::ByEffort(node) => Some(*node),
            _ => None,
        }
    }
}

/// The rows in the order of a ranking, worth their scores without the division by a node: score × its value, exactly.
pub fn by_undivided_score(ranking: &Ranking, scorer: Scorer<'_>, divisor: NodeId) -> Vec<Valued> {
    let mut rows = by_score(ranking);
    for valued in &mut rows {
        let times = scorer.value_of(valued.row, divisor).ok();
        let product = valued.value.take().zip(times).map(|(score, times)| score.to_ratio() * times.to_ratio());
        valued.value = product.map(Exact::from);
    }
    rows
}

/// The rows by their values, the highest first; equal ones share a rank (1, 2, 2, 4) and keep the order of the file.
pub fn by_value(values: Vec<Option<Exact>>) -> Vec<Valued> {
    let mut rows: Vec<Valued> =
        values.into_iter().enumerate().map(|(row, value)| Valued { row, rank: None, value }).collect();
    rows.sort_by(|a, b| match (&a.value, &b.value) {
        (Some(one), Some(other)) => other.cmp(one),
        (one, other) => match (one.is_some(), other.is_some()) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            _ => Ordering::Equal,
        },
    });
    for place in 0..rows.len() {
        let shared = place > 0 && rows[place].value == rows[place - 1].value;
        let rank = if shared { rows[place - 1].rank } else { u32::try_from(place + 1).ok() };
        rows[place].rank = rank.filter(|_| rows[place].value.is_some());
    }
    rows
}

/// The entries of a plan, in the order of `valued`; `terms` has one for each row.
pub fn plannable(valued: Vec<Valued>, terms: &[Terms]) -> Vec<Plannable> {
    let mut places = vec![0; terms.len()];
    valued.iter().enumerate().for_each(|(place, valued)| places[valued.row] = place);
    let entry = |valued: Valued| {
        let terms = &terms[valued.row];
        Plannable {
            row: valued.row,
            rank: valued.rank,
            value: valued.value,
            effort: terms.effort,
            after: terms.after.iter().map(|&row| places[row]).collect(),
            must: terms.must,
            skip: terms.skip,
            able: terms.able.clone(),
            named: terms.named,
        }
    };
    valued.into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_share_a_rank_and_blanks_have_none() {
        let values =
            [Some(3), None, Some(5), Some(3), Some(1)].map(|value| value.map(|v| Exact::from(Decimal::from(v))));
        let rows: Vec<_> = by_value(values.to_vec()).iter().map(|valued| (valued.row, valued.rank)).collect();
        assert_eq!(rows, [(2, Some(1)), (0, Some(2)), (3, Some(2)), (4, Some(4)), (1, None)]);
    }

    #[test]
    fn precedences_follow_their_rows() {
        let values = vec![Some(Exact::from(Decimal::ONE)), Some(Exact::from(Decimal::TEN))];
        let terms = [Terms { after: vec![1], ..Terms::default() }, Terms::default()];
        let entries = plannable(by_value(values), &terms);
        assert_eq!((entries[1].row, &entries[1].after[..]), (0, &[0][..]));
    }
}
