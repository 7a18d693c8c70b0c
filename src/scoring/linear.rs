//! A plan that is one weighted sum of what the file gives: scores as whole numbers over one denominator.
//!
//! Nearly every backlog is ranked under a weighted mean. Multiplied by the denominators of its weights, such a mean is a
//! sum of products of whole numbers, and two scores compare as their numerators do: exact, and a few operations an item.

use num_integer::Integer;
use rayon::prelude::*;

use super::number::{Fraction, Number};
use super::scorer::Scorer;
use super::tree::{Form, Tree, Turn};
use crate::backlog::Ratings;
use crate::model::NodeId;

/// Rows that one thread computes at a time.
const BLOCK: usize = 1 << 14;
/// The largest mantissa of a narrow column is below this.
const NARROW: i128 = 1 << 31;

/// Stands in for the numerator of an item without a score.
pub(super) const NONE: i64 = i64::MIN;

/// The scores of all items: whole numbers over one denominator.
#[derive(Debug)]
pub(super) struct Numerators {
    /// For each row its score times the denominator, or [`NONE`].
    pub(super) of_row: Vec<i64>,
    pub(super) denominator: i128,
}

/// A weighted sum: for each given node its factor, and what is added.
#[derive(Clone, Debug, PartialEq)]
struct Sum {
    factors: Vec<Fraction>,
    constant: Fraction,
}

/// The scores of all items, where the plan is a weighted sum and its numbers are small enough never to overflow.
pub(super) fn numerators(scorer: Scorer<'_>) -> Option<Numerators> {
    let sum = weighted_sum(scorer.plan.fast.as_ref()?, scorer.plan.given.len())?;
    let counts = |(factor, _): &(&Fraction, _)| factor.numerator() != 0;
    let column = |(factor, &node): (&Fraction, &NodeId)| {
        let ratings = &scorer.backlog.reading(node)?.ratings;
        Some((ratings, factor.over(10i128.checked_pow(ratings.scale())?)?)).filter(|_| !ratings.is_wide())
    };
    let columns: Vec<(&Ratings, Fraction)> =
        sum.factors.iter().zip(&scorer.plan.given).filter(counts).map(column).collect::<Option<_>>()?;
    if columns.len() != scorer.plan.criteria().len() {
        return None;
    }
    let parts: Vec<Fraction> = columns.iter().map(|(_, factor)| *factor).chain([sum.constant]).collect();
    let common = |denominator: i128, part: &Fraction| {
        (denominator / denominator.gcd(&part.denominator())).checked_mul(part.denominator())
    };
    let denominator = parts.iter().try_fold(1, common)?;
    let whole = |part: &Fraction| part.numerator().checked_mul(denominator / part.denominator());
    let whole: Vec<i128> = parts.iter().map(whole).collect::<Option<_>>()?;
    let largest = whole.iter().try_fold(0i128, |sum, part| sum.checked_add(part.checked_abs()?))?;
    // The sum of all parts, each times the largest mantissa, bounds every sum on the way.
    if largest.checked_mul(NARROW)? > i128::from(i64::MAX) || u32::try_from(denominator).is_err() {
        return None;
    }
    let whole: Vec<i64> = whole.into_iter().map(|part| i64::try_from(part).ok()).collect::<Option<_>>()?;
    let (&constant, factors) = whole.split_last()?;
    let mut of_row = vec![0; scorer.backlog.len()];
    let add = |(block, sums): (usize, &mut [i64])| {
        // Memory that is written before it is read comes once; else each page of it comes twice.
        sums.fill(constant);
        for ((ratings, _), &factor) in columns.iter().zip(factors) {
            ratings.add_times(factor, block * BLOCK, sums, NONE);
        }
    };
    if of_row.len() > BLOCK {
        of_row.par_chunks_mut(BLOCK).enumerate().for_each(add);
    } else {
        add((0, &mut of_row));
    }
    Some(Numerators { of_row, denominator })
}

/// The root as a weighted sum of what is given; `None` where something is multiplied or divided.
fn weighted_sum(tree: &Tree<Fraction>, given: usize) -> Option<Sum> {
    let nought = Fraction::decimal(0, 0).ok()?;
    let one = Fraction::decimal(1, 0).ok()?;
    let mut sums: Vec<Sum> = Vec::new();
    for step in &tree.steps {
        let mut sum = Sum { factors: vec![nought; given], constant: nought };
        match &step.form {
            Form::Given(slot) => sum.factors[*slot] = one,
            Form::Linear { terms, constant, scale } => {
                sum.constant = constant.unwrap_or(nought);
                for (child, turn, factor) in terms {
                    sum.add(&sums[*child], turn, factor)?;
                }
                if let Some(scale) = scale {
                    sum.factors.iter_mut().chain([&mut sum.constant]).try_for_each(|part| {
                        *part = part.times(scale).ok()?;
                        Some(())
                    })?;
                }
            }
            Form::Power { terms } => match &terms[..] {
                [(child, turn, exponent)] if exponent.is_one() => sum.add(&sums[*child], turn, &one)?,
                _ => return None,
            },
        }
        sums.push(sum);
    }
    sums.pop()
}

impl Sum {
    /// Adds another sum, turned and times a factor.
    fn add(&mut self, other: &Sum, turn: &Turn<Fraction>, factor: &Fraction) -> Option<()> {
        let sign = match turn {
            Turn::Plain => *factor,
            Turn::Reversed(ends) => {
                self.constant = self.constant.plus(&ends.times(factor).ok()?).ok()?;
                Fraction::decimal(0, 0).ok()?.minus(factor).ok()?
            }
            Turn::Divides => return None,
        };
        let mine = self.factors.iter_mut().chain([&mut self.constant]);
        for (mine, theirs) in mine.zip(other.factors.iter().chain([&other.constant])) {
            *mine = mine.plus(&theirs.times(&sign).ok()?).ok()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backlog::{Backlog, Rating, Reading};
    use crate::decimal::Decimal;
    use crate::input::config::{Config, Wanted};
    use crate::scoring::{Exact, Plan};

    /// The scores of some rows of four ratings in tenths, under weights, in both ways.
    fn both(weights: [i64; 4], rows: &[[i64; 4]]) -> (Option<Vec<Exact>>, Vec<Exact>) {
        let config = Config::default();
        let model = config.model("matrix").unwrap_or_else(|_| panic!("the model is built in"));
        let keys = ["customer_impact", "business_impact", "market_competitiveness", "ease"];
        let named: Vec<_> = keys.iter().zip(weights).map(|(key, w)| ((*key).to_owned(), Decimal::from(w))).collect();
        let settled = config.settle(&model, Wanted { weights: &named, ..Wanted::default() });
        let settled = settled.unwrap_or_else(|_| panic!("the weights are sound"));
        let nodes: Vec<NodeId> = keys.iter().filter_map(|key| model.find(key)).collect();
        let reading = |(column, &node): (usize, &NodeId)| {
            let mut ratings = Ratings::default();
            rows.iter().for_each(|row| {
                ratings.push(Some(Rating::Exact(Decimal::new(i128::from(row[column]), 1))));
            });
            Reading { node, column, ratings }
        };
        let backlog = Backlog::bare(rows.len(), nodes.iter().enumerate().map(reading).collect());
        let plan = Plan::new(&model, &settled.weights, &nodes).unwrap_or_else(|_| panic!("the plan is sound"));
        let scorer = Scorer { model: &model, plan: &plan, backlog: &backlog, tie_break: &[] };
        let slow = (0..rows.len()).filter_map(|row| scorer.score(row).ok()).collect();
        let fast = numerators(scorer).map(|found| {
            found.of_row.iter().map(|&numerator| Exact::new(i128::from(numerator), found.denominator)).collect()
        });
        (fast, slow)
    }

    #[test]
    fn the_sum_is_the_score() {
        let rows = [[10, 25, 100, 33], [71, 14, 99, 52], [100, 100, 100, 100]];
        for weights in [[4, 3, 2, 1], [1, 1, 1, 1], [7, 0, 0, 3], [97, 89, 83, 79]] {
            let (fast, slow) = both(weights, &rows);
            assert_eq!(fast, Some(slow), "{weights:?}");
        }
    }

    #[test]
    fn what_could_overflow_is_left_to_the_other_way() {
        assert_eq!(both([1_000_000_000_000, 1, 1, 1], &[[50; 4]]).0, None);
    }
}
