//! Laws of `check`: what it says of a ranking is what trying everything out would say.
//!
//! The cases come from seeded generators; what they are held against is written anew here, in rational arithmetic, with
//! every pair of items and every criterion tried.

#[allow(dead_code, reason = "the other half is for `laws`")]
mod support {
    pub mod chance;
    pub mod judge;
    #[allow(dead_code, reason = "stability.rs uses the rest of it")]
    pub mod shares;
}

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::{Signed, Zero};
use tenbin::analysis::Shares;
use tenbin::decimal::Decimal;
use tenbin::finding::{Rule, Source};
use tenbin::lang::Lang;

use support::chance::Chance;
use support::judge::Judge;
use support::shares::{Case, ratio, whole_number};

/// So many random backlogs are held against all their pairs.
const BACKLOGS: u64 = 1_000;

#[test]
fn the_smallest_change_across_the_cutoff_is_that_of_trying_every_pair() {
    let (mut crossed, mut held) = (0, 0);
    for seed in 0..BACKLOGS {
        let mut chance = Chance::new(seed);
        let case = Case::random(&mut chance);
        let limit = ratio(1 + chance.below(40) as i64, 40);
        let judge = Judge::new(&case.toml());
        judge.ask(&case.csv(), |scorer, ranking, _| {
            let order: Vec<usize> = ranking.standings.iter().map(|standing| standing.row as usize).collect();
            for inside in 1..order.len() {
                let shares = Shares::new(scorer, &judge.settled.weights).expect("there are two criteria or more");
                let found = shares.crossing(ranking, inside, &limit);
                let (above, below) = order.split_at(inside);
                let expected = case.smallest_change(above, below).filter(|change| *change < limit);
                let shown = || format!("seed {seed}, cutoff {inside}\n{}\n{}", case.toml(), case.csv());
                assert_eq!(found.as_ref().map(|found| found.swap.change()), expected, "{}", shown());
                let Some(found) = found else {
                    held += 1;
                    continue;
                };
                crossed += 1;
                let (one, other) = (order[found.inside], order[found.outside]);
                let criterion = scorer.model.nodes[found.swap.criterion].key[1..].parse().expect("a number");
                let apart =
                    |share: &BigRational| case.score(one, criterion, share) - case.score(other, criterion, share);
                assert!(apart(&found.swap.to).is_zero(), "{}: not level at the share", shown());
                let half_way = (&found.swap.from + &found.swap.to) / whole_number(2);
                let before = found.swap.from == found.swap.to || apart(&half_way).is_positive();
                assert!(before, "{}: swapped before", shown());
            }
        });
    }
    assert!(crossed > 500 && held > 500, "the cases are one-sided: {crossed} cross, {held} don't");
}

#[test]
fn an_item_is_called_dominated_if_and_only_if_another_one_dominates_it() {
    for seed in 0..BACKLOGS {
        let mut chance = Chance::new(seed);
        let case = Case::random(&mut chance);
        let csv = case.csv();
        let findings = Judge::new(&case.toml()).check(&Source::new("backlog.csv", &csv), 1, 0.into());
        let number = |id: &str| id[1..].parse::<usize>().expect("an id ends with a number");
        let dominated = findings.shown().filter(|finding| finding.rule == Rule::DominatedItem).map(|finding| {
            let message = finding.message(Lang::En);
            let dominator = message.split('`').nth(3).expect("the dominator is named");
            (number(finding.item.as_deref().expect("it is about an item")), number(dominator))
        });
        let found: BTreeMap<usize, usize> = dominated.collect();
        for item in 0..case.items.len() {
            let expected = (0..case.items.len()).any(|other| case.dominates(other, item));
            assert_eq!(found.contains_key(&item), expected, "seed {seed}, i{item}\n{csv}");
        }
        for (item, dominator) in found {
            assert!(case.dominates(dominator, item), "seed {seed}: i{dominator} doesn't dominate i{item}\n{csv}");
        }
    }
}

#[test]
fn findings_are_the_same_however_the_rows_are_ordered() {
    for seed in 0..BACKLOGS / 5 {
        let mut chance = Chance::new(seed);
        let mut case = Case::random(&mut chance);
        let about = |case: &Case, top: usize| {
            let csv = case.csv();
            let findings = Judge::new(&case.toml()).check(&Source::new("backlog.csv", &csv), top, Decimal::new(1, 1));
            // Which of several dominators, and which of several pairs, may depend on the order; what is found may not.
            let mut about: Vec<(Rule, Option<String>)> = findings
                .shown()
                .filter(|finding| finding.item.is_none())
                .map(|f| (f.rule, f.criterion.clone()))
                .collect();
            about.sort();
            (about, findings.count_of(Rule::DominatedItem), findings.count_of(Rule::FlatItem))
        };
        let top = 1 + chance.below(4);
        let before = about(&case, top);
        chance.shuffle(&mut case.items);
        assert_eq!(about(&case, top), before, "seed {seed}\n{}", case.csv());
    }
}
