//! Who does what: everybody's share of their capacity as even as possible.
//!
//! A share is (load + effort of the tasks) ÷ capacity. Of two assignments the better one has the lower highest share;
//! where that is equal the lower second highest, and so on: the lexicographically least shares in descending order
//! (leximin fairness; Moulin 1988, "Axioms of Cooperative Decision Making"). Small sets are searched to the end
//! (`search`); larger ones are dealt out, largest task first, and improved by moves and swaps (`greedy`), and `bound` says
//! how low the highest share could be at most.

mod bound;
mod greedy;
mod search;

use std::ops::{Add, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::selection::{ratio, whole_numbers};
use crate::decimal::Decimal;

/// Somebody who can take tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// What they can do; at nought nothing can be given to them.
    pub capacity: Decimal,
    /// What they carry already.
    pub load: Decimal,
}

/// Something to be done by one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What it costs.
    pub effort: Decimal,
    /// Who can do it, by their places.
    pub able: Vec<usize>,
    /// Who does it whatever comes of it.
    pub named: Option<usize>,
}

/// Who does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// For each task its owner; `None` where nobody can do it.
    pub owners: Vec<Option<usize>>,
    /// For each person the share of the capacity that is taken then; `None` for those without any.
    pub shares: Vec<Option<BigRational>>,
    /// The highest share can't be lower than this.
    pub bound: BigRational,
    /// Whether no assignment has more even shares.
    pub is_optimal: bool,
}

impl Assignment {
    /// The highest share.
    pub fn highest(&self) -> BigRational {
        self.shares.iter().flatten().max().cloned().unwrap_or_default()
    }
}

/// A number that shares are compared in: exact, whole.
trait Share: Clone + Ord + Zero + for<'a> Add<&'a Self, Output = Self> + for<'a> Sub<&'a Self, Output = Self> {}

impl<V: Clone + Ord + Zero + for<'a> Add<&'a V, Output = V> + for<'a> Sub<&'a V, Output = V>> Share for V {}

/// What remains to be dealt out, in whole numbers: tasks from the largest down.
struct Deal<V> {
    /// For each person the share that is taken already.
    shares: Vec<V>,
    tasks: Vec<Choice<V>>,
}

/// A task, with what it adds to the share of each who can do it.
struct Choice<V> {
    adds: Vec<(usize, V)>,
}

/// Gives each task an owner. Tasks with a named owner stay with them.
pub fn assign(people: &[Person], tasks: &[Task]) -> Assignment {
    let has_room = |&person: &usize| people[person].capacity > Decimal::ZERO;
    let mut owners: Vec<Option<usize>> = tasks.iter().map(|task| task.named).collect();
    let mut loads: Vec<BigRational> = people.iter().map(|person| ratio(person.load)).collect();
    for task in tasks {
        if let Some(named) = task.named {
            loads[named] += ratio(task.effort);
        }
    }
    let able = |task: &Task| task.able.iter().copied().filter(has_room).collect::<Vec<_>>();
    let mut open: Vec<(usize, Vec<usize>)> =
        tasks.iter().enumerate().filter(|(_, task)| task.named.is_none()).map(|(n, task)| (n, able(task))).collect();
    open.retain(|(_, able)| !able.is_empty());
    // The largest first; of equal ones those that fewer can do, then in their order.
    open.sort_by(|(a, able_a), (b, able_b)| {
        tasks[*b].effort.cmp(&tasks[*a].effort).then(able_a.len().cmp(&able_b.len())).then(a.cmp(b))
    });
    let capacities: Vec<BigRational> = people.iter().map(|person| ratio(person.capacity)).collect();
    let bound = bound::lowest_highest(&capacities, &loads, &open, |task| ratio(tasks[task].effort));
    let (dealt, is_optimal) = deal(&capacities, &loads, &open, tasks);
    for ((task, _), person) in open.iter().zip(dealt) {
        owners[*task] = Some(person);
        loads[person] += ratio(tasks[*task].effort);
    }
    let share = |(load, capacity): (&BigRational, &BigRational)| capacity.is_positive().then(|| load / capacity);
    Assignment { owners, shares: loads.iter().zip(&capacities).map(share).collect(), bound, is_optimal }
}

/// An owner for each open task, and whether no other owners make the shares more even.
fn deal(
    capacities: &[BigRational],
    loads: &[BigRational],
    open: &[(usize, Vec<usize>)],
    tasks: &[Task],
) -> (Vec<usize>, bool) {
    let per_unit = |capacity: &BigRational| if capacity.is_positive() { capacity.recip() } else { BigRational::zero() };
    let units: Vec<BigRational> = capacities.iter().map(per_unit).collect();
    let efforts: Vec<BigRational> = open.iter().map(|(task, _)| ratio(tasks[*task].effort)).collect();
    let (units, _) = whole_numbers(units.iter());
    let (amounts, _) = whole_numbers(loads.iter().chain(&efforts));
    let (loads, efforts) = amounts.split_at(loads.len());
    let shares: Vec<BigInt> = loads.iter().zip(&units).map(|(load, unit)| load * unit).collect();
    let adds = |(effort, (_, able)): (&BigInt, &(usize, Vec<usize>))| Choice {
        adds: able.iter().map(|&person| (person, effort * &units[person])).collect(),
    };
    let deal = Deal { shares, tasks: efforts.iter().zip(open).map(adds).collect() };
    match deal.narrowed() {
        Some(small) => small.owners(),
        None => deal.owners(),
    }
}

impl Deal<BigInt> {
    /// The same in machine numbers, where no sum can leave them.
    fn narrowed(&self) -> Option<Deal<i128>> {
        let largest = |task: &Choice<BigInt>| task.adds.iter().map(|(_, add)| add.clone()).max().unwrap_or_default();
        let most: BigInt =
            self.shares.iter().max().cloned().unwrap_or_default() + self.tasks.iter().map(largest).sum::<BigInt>();
        most.to_i128()?;
        let narrow = |number: &BigInt| number.to_i128();
        let choice = |task: &Choice<BigInt>| {
            let adds = task.adds.iter().map(|(person, add)| Some((*person, narrow(add)?)));
            Some(Choice { adds: adds.collect::<Option<_>>()? })
        };
        Some(Deal {
            shares: self.shares.iter().map(narrow).collect::<Option<_>>()?,
            tasks: self.tasks.iter().map(choice).collect::<Option<_>>()?,
        })
    }
}

impl<V: Share> Deal<V> {
    fn owners(&self) -> (Vec<usize>, bool) {
        search::search(self, greedy::improved(self, greedy::deal_out(self)))
    }

    /// The shares when tasks are dealt out so.
    fn dealt(&self, owners: &[usize]) -> Vec<V> {
        let mut shares = self.shares.clone();
        for (task, &owner) in self.tasks.iter().zip(owners) {
            if let Some(add) = task.add(owner) {
                shares[owner] = shares[owner].clone() + add;
            }
        }
        shares
    }
}

impl<V> Choice<V> {
    /// What it adds to a person's share; `None` for those who can't do it.
    fn add(&self, person: usize) -> Option<&V> {
        self.adds.iter().find(|(able, _)| *able == person).map(|(_, add)| add)
    }
}

/// Shares from the highest down: of two such lists the lesser one is the more even.
fn descending<V: Clone + Ord>(shares: &[V]) -> Vec<V> {
    let mut sorted = shares.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text, b'.').unwrap_or(Decimal::ZERO)
    }

    fn person(capacity: &str, load: &str) -> Person {
        Person { capacity: decimal(capacity), load: decimal(load) }
    }

    fn task(effort: &str, able: &[usize]) -> Task {
        Task { effort: decimal(effort), able: able.to_vec(), named: None }
    }

    fn shares(assignment: &Assignment) -> Vec<String> {
        assignment.shares.iter().flatten().map(ToString::to_string).collect()
    }

    /// Graham 1969, "Bounds on multiprocessing timing anomalies": dealt out largest first, tasks of 5, 5, 4, 4, 3, 3, 3 take
    /// 11 on three machines; the best is 9.
    #[test]
    fn the_worst_case_of_graham_1969_is_searched_to_its_best() {
        let people = [person("1", "0"), person("1", "0"), person("1", "0")];
        let tasks = ["5", "5", "4", "4", "3", "3", "3"].map(|effort| task(effort, &[0, 1, 2]));
        let assignment = assign(&people, &tasks);
        assert_eq!(shares(&assignment), ["9", "9", "9"]);
        assert!(assignment.is_optimal);
        assert_eq!(assignment.bound.to_string(), "9");
    }

    #[test]
    fn named_owners_stay_and_skills_are_kept() {
        let people = [person("10", "0"), person("10", "9"), person("0", "0")];
        let named = Task { named: Some(1), ..task("3", &[0]) };
        let assignment = assign(&people, &[named, task("2", &[1]), task("1", &[0, 2]), task("1", &[2])]);
        assert_eq!(assignment.owners, [Some(1), Some(1), Some(0), None]);
        assert_eq!(shares(&assignment), ["1/10", "7/5"]);
        assert_eq!(assignment.highest().to_string(), "7/5");
    }

    #[test]
    fn many_tasks_are_dealt_out_within_a_bound() {
        let people: Vec<Person> = (0..12).map(|n| person(&(7 + n % 5).to_string(), &(n % 3).to_string())).collect();
        let everybody: Vec<usize> = (0..12).collect();
        let tasks: Vec<Task> = (0..200).map(|n| task(&format!("{}.{}", 1 + n % 7, n % 10), &everybody)).collect();
        let assignment = assign(&people, &tasks);
        assert!(assignment.owners.iter().all(Option::is_some));
        assert!(assignment.highest() >= assignment.bound);
        assert!((assignment.highest() / &assignment.bound).to_f64().is_some_and(|ratio| ratio < 1.01));
    }
}
