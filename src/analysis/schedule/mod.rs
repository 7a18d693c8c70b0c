//! What is done in which period, and who does it: the best set for the first period, then the best of what is left for
//! the next, and so on. What is optimised is each period by itself, given those before it, and not all of them together.
//!
//! Beside it stands the plain walk down the ranking, period after period. What can't be planned at all is left out with
//! its reason; what makes a plan impossible is a conflict.

mod conflict;
mod fates;
mod periods;
mod terms;

use num_rational::BigRational;
use num_traits::Zero;

use super::assignment::{Assignment, Person};
use super::selection::Selection;
use crate::decimal::Decimal;
use crate::scoring::Exact;

pub use conflict::{Conflict, Hindrance, conflicts};
pub use terms::{Division, Terms, Valued, by_score, by_undivided_score, by_value, plannable};

/// An item that may be planned. Entries stand in the order of the ranking, those without a rank last.
#[derive(Clone, Debug)]
pub struct Plannable {
    /// Its row in the file.
    pub row: usize,
    /// Its rank; none where it has no value.
    pub rank: Option<u32>,
    /// What it is worth; none where that isn't known.
    pub value: Option<Exact>,
    /// What it costs; none where that isn't known.
    pub effort: Option<Decimal>,
    /// The entries that must be done before it or in the same period.
    pub after: Vec<usize>,
    /// Whether it must be in the plan.
    pub must: bool,
    /// Whether it must not.
    pub skip: bool,
    /// Who can do it, by their places among the people.
    pub able: Vec<usize>,
    /// Who does it whatever comes of it.
    pub named: Option<usize>,
}

/// What is to be planned.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// What can be done in one period.
    pub capacity: Decimal,
    /// How many periods there are.
    pub periods: usize,
    /// The step in which efforts are counted, where one is named.
    pub step: Option<Decimal>,
    /// Who can do it; none where nobody asks for owners. Capacities and loads are those of one period, and count in each.
    pub people: Option<&'a [Person]>,
}

/// What becomes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is done in this period, counted from nought.
    Planned(usize),
    /// It isn't to be planned.
    Skipped,
    /// Nobody knows what it costs.
    WithoutEffort,
    /// Nobody knows what it is worth.
    WithoutValue,
    /// It comes after an entry that isn't planned and can't be.
    Behind(usize),
    /// It costs more than the capacity of a whole period.
    TooLarge,
    /// There is no room for it.
    NoRoom,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// The periods, in order.
    pub periods: Vec<Period>,
    /// What becomes of each entry.
    pub fates: Vec<Fate>,
}

/// What is done in a period.
#[derive(Clone, Debug)]
pub struct Period {
    /// The entries, in the order of the ranking.
    pub chosen: Vec<usize>,
    /// How good the choice is.
    pub selection: Selection,
    /// How many of the entries that must be in the plan are left for later periods. Where there are some, those in this
    /// one come before what would be worth more.
    pub musts_left: usize,
    /// What it costs.
    pub effort: BigRational,
    /// The entries that the plain walk takes in this period.
    pub walk: Vec<usize>,
    /// What those are worth.
    pub walk_total: BigRational,
    /// What those cost.
    pub walk_effort: BigRational,
    /// Who does it.
    pub assignment: Option<Assignment>,
}

impl Fate {
    /// The word for it in what programs read.
    pub fn name(self) -> &'static str {
        match self {
            Fate::Planned(_) => "chosen",
            Fate::Skipped => "skip",
            Fate::WithoutEffort => "no-effort",
            Fate::WithoutValue => "no-value",
            Fate::Behind(_) => "blocked",
            Fate::TooLarge => "too-large",
            Fate::NoRoom => "no-room",
        }
    }
}

impl Period {
    /// The share of somebody's capacity that is taken when all is done; none where nobody asked or they have none.
    pub fn share(&self, person: usize) -> Option<&BigRational> {
        self.assignment.as_ref()?.shares.get(person)?.as_ref()
    }
}

impl Schedule {
    /// What all periods are worth together.
    pub fn total(&self) -> BigRational {
        self.periods.iter().map(|period| &period.selection.total).sum()
    }

    /// What all periods of the plain walk are worth together.
    pub fn walk_total(&self) -> BigRational {
        self.periods.iter().map(|period| &period.walk_total).sum()
    }

    /// Whether each period is proven to be the best, given those before it.
    pub fn is_optimal(&self) -> bool {
        self.periods.iter().all(|period| period.selection.is_optimal())
    }

    /// The owner of an entry.
    pub fn owner(&self, entry: usize) -> Option<usize> {
        let Fate::Planned(number) = self.fates[entry] else { return None };
        let period = &self.periods[number];
        let place = period.chosen.iter().position(|&chosen| chosen == entry)?;
        period.assignment.as_ref()?.owners.get(place).copied().flatten()
    }

    /// The entries that are planned and that nobody can do.
    pub fn without_owner(&self) -> Vec<usize> {
        let of_period = |period: &Period| -> Vec<usize> {
            let Some(assignment) = &period.assignment else { return Vec::new() };
            let pairs = period.chosen.iter().zip(&assignment.owners);
            pairs.filter(|(_, owner)| owner.is_none()).map(|(entry, _)| *entry).collect()
        };
        self.periods.iter().flat_map(of_period).collect()
    }
}

/// Plans the entries, or says all that stands in the way.
pub fn schedule(entries: &[Plannable], wanted: Wanted<'_>) -> Result<Schedule, Vec<Conflict>> {
    let conflicts = conflicts(entries, wanted);
    if !conflicts.is_empty() {
        return Err(conflicts);
    }
    let fates = fates::before_planning(entries, wanted.capacity);
    periods::plan(entries, fates, wanted).map_err(|conflict| vec![conflict])
}

/// What some entries cost together.
fn effort_of(entries: &[Plannable], some: &[usize]) -> BigRational {
    some.iter().filter_map(|&entry| entries[entry].effort).map(super::selection::ratio).sum()
}

/// What some entries are worth together.
fn value_of(entries: &[Plannable], some: &[usize]) -> BigRational {
    some.iter()
        .filter_map(|&entry| entries[entry].value.as_ref())
        .map(Exact::to_ratio)
        .fold(BigRational::zero(), |a, b| a + b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(row: usize, value: i64, effort: i64, after: &[usize]) -> Plannable {
        Plannable {
            row,
            rank: Some(row as u32 + 1),
            value: Some(Exact::from(Decimal::from(value))),
            effort: Some(Decimal::from(effort)),
            after: after.to_vec(),
            must: false,
            skip: false,
            able: Vec::new(),
            named: None,
        }
    }

    fn wanted(capacity: i64, periods: usize) -> Wanted<'static> {
        Wanted { capacity: Decimal::from(capacity), periods, step: None, people: None }
    }

    fn chosen(entries: &[Plannable], wanted: Wanted<'_>) -> Vec<Vec<usize>> {
        let schedule = schedule(entries, wanted).expect("there is a plan");
        schedule.periods.into_iter().map(|period| period.chosen).collect()
    }

    #[test]
    fn each_period_takes_the_best_of_what_is_left() {
        let entries = [entry(0, 9, 6, &[]), entry(1, 7, 5, &[]), entry(2, 6, 5, &[]), entry(3, 2, 4, &[2])];
        assert_eq!(chosen(&entries, wanted(10, 2)), [vec![1, 2], vec![0, 3]]);
    }

    #[test]
    fn what_must_be_done_comes_first_with_what_must_come_before_it() {
        let mut entries = [entry(0, 9, 6, &[]), entry(1, 1, 5, &[2]), entry(2, 1, 3, &[])];
        entries[1].must = true;
        assert_eq!(chosen(&entries, wanted(8, 1)), [[1, 2]]);
        assert_eq!(chosen(&entries, wanted(6, 2)), [vec![2], vec![1]]);
        let conflicts = schedule(&entries, wanted(7, 1)).expect_err("there is no plan");
        assert!(
            matches!(&conflicts[..], [Conflict::MustTooMuch { entries, .. }] if entries == &[1, 2]),
            "{conflicts:?}"
        );
    }

    #[test]
    fn musts_that_fit_only_in_one_way_are_packed_that_way() {
        let mut entries = [entry(0, 9, 4, &[]), entry(1, 8, 3, &[]), entry(2, 1, 3, &[]), entry(3, 1, 2, &[])];
        entries.iter_mut().for_each(|entry| entry.must = true);
        assert_eq!(chosen(&entries, wanted(6, 2)), [vec![0, 3], vec![1, 2]]);
    }

    #[test]
    fn what_cannot_be_planned_says_why() {
        let mut entries =
            [(0, 6, vec![]), (1, 5, vec![0]), (2, 99, vec![]), (3, 4, vec![1]), (4, 1, vec![]), (5, 1, vec![])]
                .map(|(row, effort, after)| entry(row, 5, effort, &after));
        entries[0].skip = true;
        entries[4].effort = None;
        entries[5].value = None;
        let schedule = schedule(&entries, wanted(10, 1)).expect("there is a plan");
        assert_eq!(
            schedule.fates,
            [Fate::Skipped, Fate::Behind(0), Fate::TooLarge, Fate::Behind(1), Fate::WithoutEffort, Fate::WithoutValue]
        );
    }
}
