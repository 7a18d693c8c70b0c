//! Laws of `check`: what it says of a ranking is what trying everything out would say.
//!
//! The cases come from seeded generators; what they are held against is written anew here, in rational arithmetic, with
//! every pair of items and every criterion tried.

#[allow(dead_code, reason = "the other half is for `laws`")]
mod support {
    pub mod chance;
    pub mod judge;
}

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use tenbin::analysis::Shares;
use tenbin::decimal::Decimal;
use tenbin::finding::{Rule, Source};
use tenbin::lang::Lang;

use support::chance::Chance;
use support::judge::Judge;

/// So many random backlogs are held against all their pairs.
const BACKLOGS: u64 = 1_000;

/// A backlog under the mean of a few criteria, with many ties; costs count as 11 − x.
struct Case {
    weights: Vec<i64>,
    costs: Vec<bool>,
    items: Vec<Vec<i64>>,
}

impl Case {
    fn random(chance: &mut Chance) -> Self {
        let criteria = 2 + chance.below(4);
        let items = 2 + chance.below(11);
        let highest = if chance.percent(50) { 10 } else { 3 };
        Self {
            weights: (0..criteria).map(|_| 1 + chance.below(5) as i64).collect(),
            costs: (0..criteria).map(|_| chance.percent(25)).collect(),
            items: (0..items).map(|_| (0..criteria).map(|_| 1 + chance.below(highest) as i64).collect()).collect(),
        }
    }

    fn toml(&self) -> String {
        let keys: Vec<String> = (0..self.weights.len()).map(|number| format!("\"c{number}\"")).collect();
        let mut text =
            format!("model = \"ours\"\n[models.ours]\ncombine = \"mean\"\nof = [{}]\n[weights]\n", keys.join(", "));
        self.weights.iter().enumerate().for_each(|(number, weight)| text += &format!("c{number} = {weight}\n"));
        for (number, cost) in self.costs.iter().enumerate() {
            let direction = if *cost { "cost" } else { "benefit" };
            text += &format!("[criteria.c{number}]\ndirection = \"{direction}\"\n");
        }
        text
    }

    fn csv(&self) -> String {
        let keys: Vec<String> = (0..self.weights.len()).map(|number| format!("c{number}")).collect();
        let mut text = format!("id,title,{}\n", keys.join(","));
        for (number, ratings) in self.items.iter().enumerate() {
            let ratings: Vec<String> = ratings.iter().map(i64::to_string).collect();
            text += &format!("i{number},t{number},{}\n", ratings.join(","));
        }
        text
    }

    fn counted(&self, item: usize, criterion: usize) -> i64 {
        let rating = self.items[item][criterion];
        if self.costs[criterion] { 11 - rating } else { rating }
    }

    fn share(&self, criterion: usize) -> BigRational {
        ratio(self.weights[criterion], self.weights.iter().sum())
    }

    /// An item's score if a criterion had a share and the others kept their proportions.
    fn score(&self, item: usize, criterion: usize, share: &BigRational) -> BigRational {
        let others: Vec<usize> = (0..self.weights.len()).filter(|other| *other != criterion).collect();
        let whole: i64 = others.iter().map(|&other| self.weights[other]).sum();
        let rest: BigRational =
            others.iter().map(|&other| ratio(self.weights[other] * self.counted(item, other), whole)).sum();
        share * whole_number(self.counted(item, criterion)) + (BigRational::one() - share) * rest
    }

    /// The smallest change of one share that brings one of `inside` and one of `outside` level, every pair tried.
    fn smallest_change(&self, inside: &[usize], outside: &[usize]) -> Option<BigRational> {
        let mut changes = Vec::new();
        for criterion in 0..self.weights.len() {
            for (&one, &other) in inside.iter().flat_map(|one| outside.iter().map(move |other| (one, other))) {
                // The distance is linear in the share: two points give its nought.
                let apart =
                    |share: &BigRational| self.score(one, criterion, share) - self.score(other, criterion, share);
                let (at_zero, at_one) = (apart(&BigRational::zero()), apart(&BigRational::one()));
                let now = self.share(criterion);
                if apart(&now).is_zero() {
                    changes.push(BigRational::zero());
                } else if at_zero != at_one {
                    let level = &at_zero / (&at_zero - &at_one);
                    if !level.is_negative() && level <= BigRational::one() {
                        changes.push((level - now).abs());
                    }
                }
            }
        }
        changes.into_iter().min()
    }

    fn dominates(&self, one: usize, other: usize) -> bool {
        let pairs = || (0..self.weights.len()).map(|c| (self.counted(one, c), self.counted(other, c)));
        pairs().all(|(a, b)| a >= b) && pairs().any(|(a, b)| a > b)
    }
}

fn ratio(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
}

fn whole_number(value: i64) -> BigRational {
    BigRational::from(BigInt::from(value))
}

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
