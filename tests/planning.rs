//! What is planned and who does it, held against the plainest way of finding out: trying everything.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "the bans are for the program: a test reads, writes and prints"
)]

#[path = "support/chance.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod chance;

use std::collections::BTreeSet;

use chance::Chance;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use tenbin::analysis::{Offer, Person, Selection, Task, assign, select, walk};
use tenbin::decimal::Decimal;

/// So many cases each.
const CASES: u64 = 2_000;

/// An item of a case, in tenths.
#[derive(Clone, Debug)]
struct Item {
    value: i128,
    effort: i128,
    after: Vec<usize>,
}

fn tenths(number: i128) -> Decimal {
    Decimal::new(number, 1)
}

fn ratio(number: i128) -> BigRational {
    BigRational::new(BigInt::from(number), BigInt::from(10))
}

fn offers(items: &[Item]) -> Vec<Offer> {
    let offer =
        |item: &Item| Offer { value: ratio(item.value), effort: tenths(item.effort), after: item.after.clone() };
    items.iter().map(offer).collect()
}

/// Items with ties among values, efforts of nought, and what each comes after: nothing, one, or several in no order.
fn items(chance: &mut Chance) -> Vec<Item> {
    let n = 1 + chance.below(11);
    let step = chance.pick(&[1, 5, 10]);
    // An order that has nothing to do with the ranking keeps cycles out.
    let mut order: Vec<usize> = (0..n).collect();
    chance.shuffle(&mut order);
    let bound = chance.pick(&[0, 30, 60]);
    let item = |number: usize, chance: &mut Chance| {
        let place = order.iter().position(|&item| item == number).unwrap_or_default();
        let mut after: Vec<usize> = Vec::new();
        while place > 0 && chance.percent(bound) && after.len() < 3 {
            after.push(order[chance.below(place)]);
        }
        Item { value: chance.between(0, 8) * 10, effort: chance.between(0, 12) * step, after }
    };
    let mut items: Vec<Item> = (0..n).map(|number| item(number, chance)).collect();
    // The ranking: the highest value first. Places change, so what they come after does too.
    let mut ranked: Vec<usize> = (0..n).collect();
    ranked.sort_by_key(|&number| std::cmp::Reverse(items[number].value));
    let place = |number: usize| ranked.iter().position(|&other| other == number).unwrap_or_default();
    for item in &mut items {
        item.after.iter_mut().for_each(|before| *before = place(*before));
    }
    ranked.iter().map(|&number| items[number].clone()).collect()
}

/// The sets that hold with each item all that it comes after, and all that is forced, within a capacity.
fn sound(items: &[Item], forced: &[bool], capacity: i128) -> impl Iterator<Item = Vec<usize>> {
    let (items, forced) = (items.to_vec(), forced.to_vec());
    (0u32..1 << items.len()).map(|bits| move |item: usize| bits >> item & 1 == 1).filter_map(move |has| {
        let set: Vec<usize> = (0..items.len()).filter(|&item| has(item)).collect();
        let fits = set.iter().map(|&item| items[item].effort).sum::<i128>() <= capacity;
        let is_closed = set.iter().all(|&item| items[item].after.iter().all(|&before| has(before)));
        let has_forced = (0..items.len()).all(|item| !forced[item] || has(item));
        (fits && is_closed && has_forced).then_some(set)
    })
}

/// What is forced: now and then an item, with all that it comes after.
fn forced(items: &[Item], chance: &mut Chance) -> Vec<bool> {
    let mut open: Vec<usize> = (0..items.len()).filter(|_| chance.percent(10)).collect();
    let mut forced = vec![false; items.len()];
    while let Some(item) = open.pop() {
        forced[item] = true;
        open.extend(&items[item].after);
    }
    forced
}

fn value(items: &[Item], set: &[usize]) -> i128 {
    set.iter().map(|&item| items[item].value).sum()
}

/// Of equal totals the set that has the highest-ranked item in which they differ.
fn best(items: &[Item], forced: &[bool], capacity: i128) -> Option<Vec<usize>> {
    let has = |set: &[usize]| (0..items.len()).map(|item| set.contains(&item)).collect::<Vec<_>>();
    sound(items, forced, capacity).max_by_key(|set| (value(items, set), has(set)))
}

#[test]
fn the_selection_is_the_best_of_all_sets_ties_included() {
    let mut several = 0;
    for seed in 0..CASES {
        let mut chance = Chance::new(seed);
        let items = items(&mut chance);
        let forced = forced(&items, &mut chance);
        let capacity = chance.between(0, 400);
        several += usize::from(items.iter().any(|item| item.after.iter().collect::<BTreeSet<_>>().len() > 1));
        let expected = best(&items, &forced, capacity);
        let found = select(&offers(&items), &forced, tenths(capacity), None);
        let chosen = found.as_ref().map(|selection| selection.chosen.clone());
        assert_eq!(chosen, expected, "seed {seed}: {items:?} {forced:?} {capacity}");
        if let Some(selection) = found {
            assert!(selection.is_optimal(), "seed {seed}");
            assert_eq!(selection.total, ratio(value(&items, &selection.chosen)), "seed {seed}");
        }
    }
    assert!(several > 200, "only {several} cases have items after several others");
}

#[test]
fn in_coarse_steps_what_is_chosen_fits_and_the_bound_holds() {
    let mut off = 0;
    for seed in 0..CASES {
        let mut chance = Chance::new(seed + CASES);
        let items = items(&mut chance);
        let forced = forced(&items, &mut chance);
        let capacity = chance.between(0, 400);
        let step = chance.between(7, 90);
        let Some(expected) = best(&items, &forced, capacity) else { continue };
        let Selection { chosen, total, bound, .. } =
            select(&offers(&items), &forced, tenths(capacity), Some(tenths(step))).expect("the forced ones fit");
        assert!(sound(&items, &forced, capacity).any(|set| set == chosen), "seed {seed}: {chosen:?}");
        let most = ratio(value(&items, &expected));
        assert!(total <= most && most <= bound, "seed {seed}: {total} {most} {bound}");
        off += usize::from(total != bound);
    }
    assert!(off > 100, "only {off} cases are not proven");
}

#[test]
fn the_walk_keeps_every_constraint_and_is_never_better_than_the_best() {
    for seed in 0..CASES {
        let mut chance = Chance::new(seed + 2 * CASES);
        let items = items(&mut chance);
        let forced = forced(&items, &mut chance);
        let capacity = chance.between(0, 400);
        let Some(expected) = best(&items, &forced, capacity) else { continue };
        let walked = walk(&offers(&items), &forced, tenths(capacity), 0..items.len());
        assert!(sound(&items, &forced, capacity).any(|set| set == walked), "seed {seed}: {walked:?}");
        assert!(value(&items, &walked) <= value(&items, &expected), "seed {seed}");
        // Nothing that fits by itself and waits for nothing is left out.
        let room = capacity - walked.iter().map(|&item| items[item].effort).sum::<i128>();
        let fits = |item: &usize| {
            let is_ready = items[*item].after.iter().all(|before| walked.contains(before));
            !walked.contains(item) && is_ready && items[*item].effort <= room
        };
        // An item that a later one has made ready may come too late: the walk goes down once.
        let left: Vec<usize> = (0..items.len()).filter(fits).filter(|&item| items[item].after.is_empty()).collect();
        assert_eq!(left, Vec::<usize>::new(), "seed {seed}: {items:?} {walked:?}");
    }
}

/// People with loads and perhaps no capacity, tasks for some of them or for one who is named.
fn people_and_tasks(chance: &mut Chance) -> (Vec<Person>, Vec<Task>) {
    let k = 1 + chance.below(4);
    let person = |chance: &mut Chance| Person {
        capacity: tenths(if chance.percent(5) { 0 } else { chance.between(5, 30) * 5 }),
        load: tenths(chance.between(0, 60)),
    };
    let people: Vec<Person> = (0..k).map(|_| person(chance)).collect();
    let task = |chance: &mut Chance| Task {
        effort: tenths(chance.between(0, 50)),
        able: (0..k).filter(|_| chance.percent(70)).collect(),
        named: if chance.percent(20) { Some(chance.below(k)) } else { None },
    };
    let tasks = (0..1 + chance.below(6)).map(|_| task(chance)).collect();
    (people, tasks)
}

/// All ways of giving each task to somebody who can do it.
fn ways(people: &[Person], tasks: &[Task]) -> Vec<Vec<Option<usize>>> {
    let mut ways = vec![Vec::new()];
    for task in tasks {
        let able = task.able.iter().copied().filter(|&person| people[person].capacity > Decimal::ZERO);
        let mut choices: Vec<Option<usize>> = able.map(Some).collect();
        if task.named.is_some() {
            choices = vec![task.named];
        } else if choices.is_empty() {
            choices = vec![None];
        }
        ways = ways.iter().flat_map(|way| choices.iter().map(|&choice| [&way[..], &[choice]].concat())).collect();
    }
    ways
}

fn number(decimal: Decimal) -> BigRational {
    BigRational::new(BigInt::from(decimal.mantissa()), BigInt::from(10).pow(decimal.scale()))
}

/// The shares of those who have a capacity.
fn shares(people: &[Person], tasks: &[Task], owners: &[Option<usize>]) -> Vec<BigRational> {
    let mut loads: Vec<BigRational> = people.iter().map(|person| number(person.load)).collect();
    for (task, owner) in tasks.iter().zip(owners) {
        if let Some(owner) = owner {
            loads[*owner] += number(task.effort);
        }
    }
    let share = |(person, load): (&Person, &BigRational)| {
        (person.capacity > Decimal::ZERO).then(|| load / number(person.capacity))
    };
    people.iter().zip(&loads).filter_map(share).collect()
}

fn descending(mut shares: Vec<BigRational>) -> Vec<BigRational> {
    shares.sort_by(|a, b| b.cmp(a));
    shares
}

#[test]
fn the_owners_make_the_shares_as_even_as_any_do() {
    let mut unlike = 0;
    for seed in 0..CASES {
        let mut chance = Chance::new(seed + 3 * CASES);
        let (people, tasks) = people_and_tasks(&mut chance);
        let assignment = assign(&people, &tasks);
        let all = ways(&people, &tasks);
        let best = all.iter().map(|way| descending(shares(&people, &tasks, way))).min().expect("there is a way");
        assert!(all.contains(&assignment.owners), "seed {seed}: {:?}", assignment.owners);
        let found: Vec<BigRational> = assignment.shares.iter().flatten().cloned().collect();
        assert_eq!(found, shares(&people, &tasks, &assignment.owners), "seed {seed}");
        assert_eq!(descending(found), best, "seed {seed}: {people:?} {tasks:?}");
        assert!(assignment.is_optimal, "seed {seed}");
        assert!(assignment.bound <= best.first().cloned().unwrap_or_else(BigRational::zero), "seed {seed}");
        unlike += usize::from(all.len() > 1);
    }
    assert!(unlike > CASES as usize / 2, "only {unlike} cases leave a choice");
}

#[test]
fn more_tasks_than_can_be_searched_stay_within_the_bound_that_is_said() {
    for seed in 0..20 {
        let mut chance = Chance::new(seed + 4 * CASES);
        let people: Vec<Person> = (0..6)
            .map(|_| Person { capacity: tenths(chance.between(50, 150)), load: tenths(chance.between(0, 40)) })
            .collect();
        let task = |chance: &mut Chance| Task {
            effort: tenths(chance.between(1, 90)),
            able: (0..6).filter(|&person| person == 0 || chance.percent(60)).collect(),
            named: None,
        };
        let tasks: Vec<Task> = (0..250).map(|_| task(&mut chance)).collect();
        let assignment = assign(&people, &tasks);
        assert!(!assignment.is_optimal);
        assert!(assignment.highest() >= assignment.bound, "seed {seed}");
        // Within a tenth: the bound says something.
        assert!(assignment.highest() <= &assignment.bound * ratio(11) / ratio(10), "seed {seed}");
    }
}

/// A thousand items with a capacity of a thousand steps, a third of them after another one.
fn thousand() -> String {
    let mut chance = Chance::new(1000);
    let mut csv = String::from("id,title,votes,effort,after\n");
    for item in 1..=1000 {
        let (votes, effort) = (chance.between(1, 500), chance.between(1, 20));
        let after =
            if item > 1 && chance.percent(33) { format!("I-{}", 1 + chance.below(item - 1)) } else { String::new() };
        csv.push_str(&format!("I-{item},Item {item},{votes},{effort},{after}\n"));
    }
    csv
}

/// The whole program from start to end: `cargo test --release --test planning -- --ignored`.
#[test]
#[ignore = "a figure of the release build"]
fn a_thousand_items_and_a_capacity_of_a_thousand_take_less_than_a_second() {
    let folder = tempfile::TempDir::new().expect("a temporary folder can be made");
    std::fs::write(folder.path().join("items.csv"), thousand()).expect("a file can be written");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tenbin"));
    command.current_dir(folder.path()).args([
        "plan",
        "items.csv",
        "--value",
        "votes",
        "--capacity",
        "1000",
        "-f",
        "json",
    ]);
    let start = std::time::Instant::now();
    let output = command.output().expect("the program starts");
    let took = start.elapsed();
    let json = String::from_utf8_lossy(&output.stdout);
    assert!(json.contains("\"optimal\": true"), "{json}");
    println!("{took:?}");
    assert!(took < std::time::Duration::from_secs(1), "{took:?}");
}
