//! Laws of `whatif` and `compare`: what they say of two rankings is what ranking everything anew would say.
//!
//! The cases come from seeded generators; ranks are counted anew here, item by item, in rational arithmetic.

#[allow(dead_code, reason = "the other half is for `laws`")]
mod support {
    pub mod chance;
    pub mod judge;
    pub mod reference;
    pub mod shape;
    pub mod texts;
}

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use tenbin::analysis::{Scenario, Sides, Split, compare, what_if};
use tenbin::scoring::Plan;

use support::chance::Chance;
use support::judge::{Judge, Judged, judged};
use support::reference;
use support::shape::{Case, Item, Plain, Wish, any_cell};

/// So many random pairs of backlogs are compared.
const BACKLOGS: u64 = 2_000;

/// Scores by id, as the reference has them; none for an item that can't be scored.
type Scores = BTreeMap<String, Option<BigRational>>;

/// Two random backlogs under one model: the second with other weights, some other ratings, and items that came or went.
fn pair(seed: u64) -> (Case, Case, Chance) {
    let mut chance = Chance::new(seed);
    let wish = Wish { root: None, depth: chance.below(3), roots: false };
    let items = 1 + chance.below(9);
    let mut old = Case::random(&mut chance, wish, items);
    // What decides between equal scores is tried where the ranks themselves are counted by the library.
    old.tie_break.clear();
    let mut new = old.clone();
    for item in &mut new.items {
        for (&node, cell) in &mut item.ratings {
            if chance.percent(15) {
                *cell = any_cell(&mut chance, old.shape.rated_on(node), 0);
            }
        }
    }
    if items > 1 && chance.percent(50) {
        new.items.remove(chance.below(items));
    }
    for number in 0..chance.below(3) {
        let rate = |&node: &usize, chance: &mut Chance| (node, any_cell(chance, old.shape.rated_on(node), 0));
        let ratings = old.columns.iter().map(|node| rate(node, &mut chance)).collect();
        new.items.push(Item { id: format!("new {number}"), title: String::new(), ratings });
    }
    chance.shuffle(&mut new.items);
    if chance.percent(60) {
        // What weighs nothing may have no column: it stays out.
        let counted = new.shape.counted(0);
        new.shape.nodes[0].weighted = true;
        for child in counted {
            new.shape.nodes[child].weight = Plain::new(chance.between(1, 3), 0);
        }
    }
    (old, new, chance)
}

fn scores(case: &Case) -> Scores {
    case.items.iter().map(|item| (item.id.clone(), reference::score(&case.shape, item).ok())).collect()
}

/// The rank of a score among others.
fn rank_among<'a>(score: &BigRational, others: impl Iterator<Item = &'a Option<BigRational>>) -> i64 {
    1 + others.flatten().filter(|other| *other > score).count() as i64
}

/// By how many ranks an item moved, and what that is made of.
type Moved = (Option<i64>, Option<Split>);

/// Compares two cases as the binary does: what moved, by id, and which items were added, removed, entered and left.
fn compared(old: &Case, new: &Case, top: usize) -> (BTreeMap<String, Moved>, [BTreeSet<String>; 4]) {
    let (old_judge, new_judge) = (Judge::new(&old.toml()), Judge::new(&new.toml()));
    old_judge.ask(&old.csv(), |was, old_ranking, _| {
        new_judge.ask(&new.csv(), |is, new_ranking, _| {
            let given: Vec<_> = was.backlog.readings.iter().map(|reading| reading.node).collect();
            let plan = Plan::new(&new_judge.model, &new_judge.settled.weights, &given).expect("the model is sound");
            let reweighed = tenbin::scoring::Scorer { plan: &plan, tie_break: is.tie_break, ..was };
            let ranking = tenbin::scoring::rank(reweighed);
            let sides = Sides { old: (was, old_ranking), reweighed: (reweighed, &ranking), new: (is, new_ranking) };
            let found = compare(sides, top);
            let movements = found.both.iter().map(|item| {
                let id = is.backlog.id(item.new_row).into_owned();
                assert_eq!(id, was.backlog.id(item.old_row));
                (id, (item.moved, item.split))
            });
            let ids = |rows: &[usize], scorer: tenbin::scoring::Scorer<'_>| {
                rows.iter().map(|&row| scorer.backlog.id(row).into_owned()).collect()
            };
            let sets =
                [ids(&found.added, is), ids(&found.removed, was), ids(&found.entered, is), ids(&found.left, was)];
            (movements.collect(), sets)
        })
    })
}

#[test]
fn the_steps_of_a_movement_add_up_and_are_what_ranking_anew_says() {
    let (mut moved, mut split) = (0, [0; 3]);
    for seed in 0..BACKLOGS {
        let (old, new, mut chance) = pair(seed);
        let top = 1 + chance.below(5);
        let (found, [added, removed, entered, left]) = compared(&old, &new, top);
        let reweighed = scores(&Case { shape: new.shape.clone(), ..old.clone() });
        let (was, is) = (scores(&old), scores(&new));
        let shown = || format!("seed {seed}\n{}\n{}\n{}\n{}", old.toml(), old.csv(), new.toml(), new.csv());
        let keys = |scores: &Scores| scores.keys().cloned().collect::<BTreeSet<String>>();
        assert_eq!(added, &keys(&is) - &keys(&was), "{}", shown());
        assert_eq!(removed, &keys(&was) - &keys(&is), "{}", shown());
        let within = |scores: &Scores| -> BTreeSet<String> {
            let inside = |(_, score): &(&String, &Option<BigRational>)| {
                score.as_ref().is_some_and(|score| rank_among(score, scores.values()) <= top as i64)
            };
            scores.iter().filter(inside).map(|(id, _)| id.clone()).collect()
        };
        assert_eq!(entered, &within(&is) - &within(&was), "{}", shown());
        assert_eq!(left, &within(&was) - &within(&is), "{}", shown());
        for (id, (movement, steps)) in found {
            let (Some(before), Some(now)) = (&was[&id], &is[&id]) else {
                assert_eq!((movement, steps), (None, None), "{id} in {}", shown());
                continue;
            };
            let ranks = (rank_among(before, was.values()), rank_among(now, is.values()));
            assert_eq!(movement, Some(ranks.0 - ranks.1), "{id} in {}", shown());
            let expected = reweighed[&id].as_ref().map(|weighed| {
                let others = reweighed.iter().filter(|(other, _)| **other != id).map(|(_, score)| score);
                let (weights, own) = (rank_among(weighed, reweighed.values()), rank_among(now, others));
                Split { weights: ranks.0 - weights, own: weights - own, others: own - ranks.1 }
            });
            assert_eq!(steps, expected, "{id} in {}", shown());
            if let Some(Split { weights, own, others }) = steps {
                assert_eq!(Some(weights + own + others), movement, "{id} in {}", shown());
                moved += usize::from(movement != Some(0));
                [weights, own, others]
                    .into_iter()
                    .zip(&mut split)
                    .for_each(|(step, count)| *count += i64::from(step != 0));
            }
        }
    }
    assert!(moved > 1_000 && split.iter().all(|count| *count > 300), "the cases show little: {moved} {split:?}");
}

#[test]
fn a_backlog_compared_with_itself_says_that_nothing_moved() {
    for seed in 0..BACKLOGS {
        let mut chance = Chance::new(seed);
        let wish = Wish { root: None, depth: chance.below(3), roots: true };
        let items = 1 + chance.below(9);
        let case = Case::random(&mut chance, wish, items);
        let mut shuffled = case.clone();
        chance.shuffle(&mut shuffled.items);
        let (found, sets) = compared(&case, &shuffled, 1 + chance.below(5));
        let still = Split { weights: 0, own: 0, others: 0 };
        let is_still = |(moved, split): &Moved| match moved {
            Some(moved) => *moved == 0 && *split == Some(still),
            None => split.is_none(),
        };
        assert!(found.values().all(is_still), "seed {seed}: {found:?}\n{}\n{}", case.toml(), case.csv());
        assert!(sets.iter().all(BTreeSet::is_empty), "seed {seed}: {sets:?}\n{}\n{}", case.toml(), case.csv());
        assert_eq!(found.len(), case.items.len());
    }
}

#[test]
fn what_if_ranks_as_a_file_with_those_weights_does() {
    for seed in 0..BACKLOGS {
        let (old, new, mut chance) = pair(seed);
        let other = Case { shape: new.shape.clone(), ..old.clone() };
        let top = 1 + chance.below(5);
        let expected: Vec<Judged> = Judge::new(&other.toml()).judge(&other.csv());
        let scenario = Scenario { name: "other".to_owned(), weights: Judge::new(&other.toml()).settled.weights };
        Judge::new(&old.toml()).ask(&old.csv(), |scorer, ranking, _| {
            let given: Vec<_> = scorer.backlog.readings.iter().map(|reading| reading.node).collect();
            let plan = Plan::new(scorer.model, &scenario.weights, &given).expect("the model is sound");
            let found = what_if(scorer, ranking, &scenario, &plan, top);
            let shown = || format!("seed {seed}\n{}\n{}\n{}", old.toml(), other.toml(), old.csv());
            let ranks = |judged: &[Judged]| judged.iter().map(|item| item.rank).collect::<Vec<_>>();
            let before = ranks(&judged(scorer, ranking));
            let after = ranks(&expected);
            assert_eq!(ranks(&judged(scorer, &found.ranking)), after, "{}", shown());
            let inside = |rank: Option<usize>| rank.is_some_and(|rank| rank <= top);
            let crossing = |from: &[Option<usize>], to: &[Option<usize>]| -> BTreeSet<usize> {
                (0..from.len()).filter(|&row| !inside(from[row]) && inside(to[row])).collect()
            };
            assert_eq!(
                found.entered.iter().copied().collect::<BTreeSet<_>>(),
                crossing(&before, &after),
                "{}",
                shown()
            );
            assert_eq!(found.left.iter().copied().collect::<BTreeSet<_>>(), crossing(&after, &before), "{}", shown());
            let both: Vec<(usize, usize)> =
                before.iter().zip(&after).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
            let swapped =
                both.iter().enumerate().flat_map(|(at, one)| both[..at].iter().map(move |other| (one, other)));
            let swapped = swapped.filter(|(one, other)| {
                let (first, second) = (one.0.cmp(&other.0), one.1.cmp(&other.1));
                first.is_ne() && first == second.reverse()
            });
            assert_eq!(found.pairs.swapped, swapped.count() as u64, "{}", shown());
        });
    }
}
