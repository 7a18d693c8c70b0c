//! Which items fit: the set of the highest total value within a capacity, with everything that must come first.
//!
//! Exact by dynamic programming on effort in steps (`forest`) wherever that is at most [`WORK`] steps of work, with a
//! search over it (`search`) where items come after several others. Beyond that, or in steps that the efforts aren't
//! multiples of, efforts are rounded up, so that what is chosen fits, and the answer says what no set can exceed.

mod bound;
mod forest;
mod precedence;
mod search;
mod set;
mod walk;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::decimal::Decimal;
use forest::Worth;
use search::{Found, Problem, search};

pub(super) use bound::whole_numbers;
pub use precedence::cycles;
pub(super) use precedence::with_all_before;
pub use walk::walk;

/// The most steps of work for one selection: states of the dynamic programming times the words of a state.
pub const WORK: usize = 2_000_000_000;
/// The same for a search, which solves many such problems, and for each of them.
const SEARCH_WORK: usize = WORK / 5;
/// The most steps that a capacity is divided into.
const MOST_STEPS: usize = 1 << 20;
/// With fewer steps than this dynamic programming says nothing.
const FEWEST_STEPS: usize = 64;

/// An item that can be chosen; offers stand in the order of the ranking.
#[derive(Clone, Debug)]
pub struct Offer {
    /// What it is worth.
    pub value: BigRational,
    /// What it costs, not below nought.
    pub effort: Decimal,
    /// The places of the offers that must be chosen before it may be.
    pub after: Vec<usize>,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The places of the offers, in their order.
    pub chosen: Vec<usize>,
    /// What they are worth together.
    pub total: BigRational,
    /// What no set within the capacity exceeds; the total itself where the set is proven to be the best.
    pub bound: BigRational,
    /// The step in which efforts were counted; `None` where they need not be: everything fits, or nothing was counted.
    pub step: Option<Decimal>,
}

impl Selection {
    /// Whether no other set is worth more.
    pub fn is_optimal(&self) -> bool {
        self.total == self.bound
    }

    /// By how much of the bound the total may be off, at most: 0 where it is the best.
    pub fn gap(&self) -> BigRational {
        if self.is_optimal() { BigRational::zero() } else { (&self.bound - &self.total) / self.bound.abs() }
    }
}

/// Chooses the set of the highest total within a capacity; of those with an equal total the one that has the
/// highest-ranked item in which they differ.
///
/// What is `forced` is in, and what must come before it is forced too. There is no cycle. Efforts are counted in steps of
/// `step`, if given, each rounded up; else in the largest step that all are multiples of. `None` where what is forced
/// doesn't fit. At most about [`WORK`] steps of work.
pub fn select(offers: &[Offer], forced: &[bool], capacity: Decimal, step: Option<Decimal>) -> Option<Selection> {
    let floor = bound::fractional(offers, forced, capacity)?;
    let all: Vec<usize> = (0..offers.len()).collect();
    let is_gain = |offer: &Offer| !offer.value.is_negative();
    let needed: BigRational = offers.iter().map(|offer| ratio(offer.effort)).sum();
    if needed <= ratio(capacity) && offers.iter().all(is_gain) {
        let total = total(offers, &all);
        return Some(Selection { chosen: all, bound: total.clone(), total, step: None });
    }
    let steps = Steps::new(offers, capacity, step);
    let after: Vec<Vec<usize>> = offers.iter().map(|offer| offer.after.clone()).collect();
    let found = steps.as_ref().and_then(|steps| steps.solve(offers, &after, forced));
    let is_exact = steps.as_ref().is_some_and(|steps| steps.is_exact);
    if let (Some(steps), Some(found), true) = (&steps, &found, is_exact) {
        let chosen: Vec<usize> = found.set.items().collect();
        let total = total(offers, &chosen);
        if total == found.bound {
            return Some(Selection { chosen, bound: total.clone(), total, step: Some(steps.size) });
        }
    }
    // What is left of the capacity is filled, and the plain ways may have done better.
    let relaxed = match &found {
        Some(found) if is_exact => Some(found.bound.clone()),
        _ => steps.as_ref().and_then(|steps| steps.bound(offers, &after, forced)),
    };
    let counted = found.map(|found| {
        let mut sure = vec![false; offers.len()];
        found.set.items().for_each(|item| sure[item] = true);
        walk(offers, &sure, capacity, all.iter().copied())
    });
    let ways = [
        walk(offers, forced, capacity, all.iter().copied()),
        walk(offers, forced, capacity, bound::by_density(offers)),
    ];
    let ways = counted.into_iter().chain(ways).map(|chosen| (total(offers, &chosen), chosen));
    // Of equal totals the first way counts.
    let (total, chosen) = ways.reduce(|best, way| if way.0 > best.0 { way } else { best })?;
    let bound = relaxed.into_iter().fold(floor, Ord::min).max(total.clone());
    Some(Selection { chosen, total, bound, step: steps.map(|steps| steps.size) })
}

/// A decimal as a ratio.
pub(super) fn ratio(decimal: Decimal) -> BigRational {
    BigRational::new(BigInt::from(decimal.mantissa()), BigInt::from(10).pow(decimal.scale()))
}

fn total(offers: &[Offer], chosen: &[usize]) -> BigRational {
    chosen.iter().map(|&item| &offers[item].value).sum()
}

/// Efforts and a capacity in whole steps.
struct Steps {
    size: Decimal,
    /// Rounded up; what doesn't fit at all is one more than the capacity.
    up: Vec<usize>,
    /// Rounded down.
    down: Vec<usize>,
    capacity: usize,
    /// Whether every effort is a whole number of steps.
    is_exact: bool,
}

/// A sound set and a bound, in values.
struct Solved {
    set: set::Set,
    bound: BigRational,
}

impl Steps {
    /// `None` where even few steps are too much work.
    fn new(offers: &[Offer], capacity: Decimal, step: Option<Decimal>) -> Option<Self> {
        let per_step = offers.len().max(1).saturating_mul(1 + set::words(offers.len()));
        let is_forest = offers.iter().all(|offer| offer.after.len() < 2);
        let most = (if is_forest { WORK } else { SEARCH_WORK } / per_step).min(MOST_STEPS);
        let scales = offers.iter().map(|offer| offer.effort.scale()).chain(step.map(Decimal::scale));
        let scale = scales.max()?.max(capacity.scale());
        let whole = |decimal: Decimal| BigInt::from(decimal.mantissa()) * BigInt::from(10).pow(scale - decimal.scale());
        let efforts: Vec<BigInt> = offers.iter().map(|offer| whole(offer.effort)).collect();
        let capacity = whole(capacity);
        let common = efforts.iter().filter(|effort| **effort <= capacity).fold(BigInt::zero(), |a, b| a.gcd(b));
        // Where nothing that fits costs anything, any step will do.
        let finest = step.map_or(common, whole).max(BigInt::from(1));
        if most < FEWEST_STEPS {
            return None;
        }
        // A multiple of the finest step, where that makes too many of them.
        let coarser = (&capacity / &finest + BigInt::from(most)) / BigInt::from(most);
        let size = &finest * coarser.max(BigInt::from(1));
        let steps = (&capacity / &size).to_usize()?;
        let fits = |effort: &BigInt| *effort <= capacity;
        let capped = |number: BigInt| number.to_usize().map_or(steps + 1, |number| number.min(steps + 1));
        let down = |effort: &BigInt| if fits(effort) { capped(effort / &size) } else { steps + 1 };
        Some(Self {
            up: efforts.iter().map(|effort| capped(effort.div_ceil(&size))).collect(),
            down: efforts.iter().map(down).collect(),
            capacity: steps,
            is_exact: efforts.iter().all(|effort| !fits(effort) || effort.is_multiple_of(&size)),
            size: Decimal::new(size.to_i128()?, scale),
        })
    }

    /// The best set with efforts rounded up.
    fn solve(&self, offers: &[Offer], after: &[Vec<usize>], forced: &[bool]) -> Option<Solved> {
        solve(offers, after, forced, &self.up, self.capacity)
    }

    /// A bound: with efforts rounded down every set that fits still does.
    fn bound(&self, offers: &[Offer], after: &[Vec<usize>], forced: &[bool]) -> Option<BigRational> {
        solve(offers, after, forced, &self.down, self.capacity).map(|solved| solved.bound)
    }
}

/// Solves in machine numbers where the values fit into them, else in numbers of any size.
fn solve(
    offers: &[Offer],
    after: &[Vec<usize>],
    forced: &[bool],
    efforts: &[usize],
    capacity: usize,
) -> Option<Solved> {
    let (values, common) = whole_numbers(offers.iter().map(|offer| &offer.value));
    let most: BigInt = values.iter().map(BigInt::abs).sum();
    let small: Option<Vec<i128>> = values.iter().map(ToPrimitive::to_i128).collect();
    match small.filter(|_| most < BigInt::from(i128::MAX)) {
        Some(values) => solve_in(&values, &common, after, forced, efforts, capacity, SEARCH_WORK),
        None => {
            let words = most.bits().div_ceil(64).to_usize()?;
            solve_in(&values, &common, after, forced, efforts, capacity, SEARCH_WORK / words.max(1))
        }
    }
}

fn solve_in<V: Worth + Into<BigInt>>(
    values: &[V],
    common: &BigInt,
    after: &[Vec<usize>],
    forced: &[bool],
    efforts: &[usize],
    capacity: usize,
    work: usize,
) -> Option<Solved> {
    let Found { set, bound, .. } = search(&Problem { efforts, values, after, forced, capacity }, work)?;
    Some(Solved { set, bound: BigRational::new(bound.into(), common.clone()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text, b'.').unwrap_or(Decimal::ZERO)
    }

    fn offer(value: &str, effort: &str, after: &[usize]) -> Offer {
        Offer { value: ratio(decimal(value)), effort: decimal(effort), after: after.to_vec() }
    }

    fn chosen(offers: &[Offer], capacity: &str, step: Option<&str>) -> (Vec<usize>, bool) {
        let forced = vec![false; offers.len()];
        let selection = select(offers, &forced, decimal(capacity), step.map(decimal)).expect("nothing is forced");
        (selection.chosen.clone(), selection.is_optimal())
    }

    #[test]
    fn the_walk_takes_what_comes_first_and_the_best_set_may_not() {
        let offers = [offer("9", "8", &[]), offer("8", "5", &[]), offer("7.5", "5", &[])];
        assert_eq!(chosen(&offers, "10", None), (vec![1, 2], true));
        assert_eq!(walk(&offers, &[false; 3], decimal("10"), 0..3), [0]);
    }

    #[test]
    fn efforts_are_compared_exactly() {
        let offers = [offer("1", "0.1", &[]), offer("1", "0.2", &[]), offer("1", "0.3", &[])];
        assert_eq!(chosen(&offers, "0.3", None), (vec![0, 1], true));
        assert_eq!(chosen(&offers, "0.29999999999999999999", None), (vec![0], true));
    }

    #[test]
    fn in_steps_of_its_own_the_answer_fits_and_says_how_far_it_may_be_off() {
        let offers = [offer("5", "1.5", &[]), offer("5", "1.5", &[]), offer("4", "2", &[])];
        let selection = select(&offers, &[false; 3], decimal("4"), Some(decimal("2"))).expect("nothing is forced");
        assert_eq!(selection.chosen, [0, 1]);
        assert_eq!((selection.bound.to_string(), selection.is_optimal()), ("12".to_owned(), false));
        assert_eq!(selection.gap().to_string(), "1/6");
    }

    #[test]
    fn huge_efforts_and_values_of_any_denominator_are_no_trouble() {
        let huge = "999999999999999.99999999999999999999";
        let mut offers = vec![offer(huge, huge, &[]), offer("3", "0.00000000000000000001", &[])];
        offers.push(Offer {
            value: BigRational::new(BigInt::from(10).pow(60), BigInt::from(10).pow(50) + 7),
            effort: decimal("1"),
            after: vec![],
        });
        assert_eq!(chosen(&offers, "1.5", None).0, [1, 2]);
        assert_eq!(chosen(&offers, huge, None).0, [0]);
    }

    #[test]
    fn what_is_forced_and_does_not_fit_is_no_selection() {
        assert_eq!(select(&[offer("1", "3", &[])], &[true], decimal("2"), None), None);
    }
}
