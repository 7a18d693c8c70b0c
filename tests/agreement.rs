//! Laws of the workshop's arithmetic on random panels, each against the plainest way of computing the same: all pairs, all
//! arrangements, a backlog ranked once more.

mod support {
    #[allow(dead_code, reason = "laws.rs uses the rest of it")]
    pub mod chance;
}

use std::collections::BTreeMap;

use tenbin::analysis::{Metric, agenda, alpha, anonymous, concordance, medians};
use tenbin::backlog::{Headings, Panel, PanelItem, Rating};
use tenbin::decimal::Decimal;
use tenbin::input::config::{Config, Wanted};
use tenbin::model::Model;
use tenbin::scoring::{Plan, Scorer, rank};

use support::chance::Chance;

/// A panel of the matrix with some blanks and some ranges.
fn panel(chance: &mut Chance, model: &Model) -> Panel<'static> {
    let criteria = ["customer_impact", "business_impact", "market_competitiveness", "ease"];
    let criteria = criteria.map(|key| model.find(key).expect("the matrix has it")).to_vec();
    let raters = (0..2 + chance.below(4)).map(|number| format!("rater {number}")).collect();
    let item = |number: usize| PanelItem { id: format!("I-{number}").into(), ..PanelItem::default() };
    let items = (0..1 + chance.below(8)).map(item).collect();
    let mut panel = Panel::new(raters, items, criteria, Headings::default());
    for item in 0..panel.items.len() {
        for criterion in 0..4 {
            for rater in 0..panel.raters.len() {
                let low = 1 + chance.below(9) as i64;
                let rating = match chance.below(10) {
                    0 => None,
                    1 => Some(Rating::Range(Decimal::from(low), Decimal::from(low + 1))),
                    _ => Some(Rating::Exact(Decimal::from(low))),
                };
                panel.set(item, criterion, rater, rating, "");
            }
        }
    }
    panel
}

#[test]
fn a_supposed_rank_is_the_one_of_a_backlog_with_that_rating() {
    let config = Config::default();
    let model = config.model("matrix").expect("it is built in");
    let ease = [("ease".to_owned(), 2.into())];
    let settled = config.settle(&model, Wanted { weights: &ease, ..Wanted::default() }).expect("the weights are sound");
    let mut chance = Chance::new(5);
    for _ in 0..500 {
        let panel = panel(&mut chance, &model);
        let plan = Plan::new(&model, &settled.weights, &panel.criteria).expect("the matrix can be computed");
        let backlog = panel.backlog(|item, criterion| medians(&panel, item, criterion));
        let scorer = Scorer { model: &model, plan: &plan, backlog: &backlog, tie_break: &[] };
        let top = 1 + chance.below(4);
        let agenda = agenda(&panel, scorer, &rank(scorer), &settled.weights, top);
        let mut seen = BTreeMap::new();
        for entry in &agenda.entries {
            seen.insert((entry.item, entry.criterion), ());
            for (rating, expected) in [(entry.spread.low, entry.rank_if_low), (entry.spread.high, entry.rank_if_high)] {
                let backlog = panel.backlog(|item, criterion| {
                    let is_this = (item, criterion) == (entry.item, entry.criterion);
                    if is_this { Some(Rating::Exact(rating)) } else { medians(&panel, item, criterion) }
                });
                let ranking = rank(Scorer { backlog: &backlog, ..scorer });
                let place = ranking.place(entry.item);
                assert_eq!(place.map(|place| ranking.standings[place].rank as usize), expected);
            }
            let inside = |rank: Option<usize>| rank.is_some_and(|rank| rank <= top);
            assert_eq!(
                entry.crosses,
                entry.rank_if_low.is_some() && inside(entry.rank_if_low) != inside(entry.rank_if_high)
            );
        }
        // Every cell with a difference is there once, and no other.
        for item in 0..panel.items.len() {
            for criterion in 0..4 {
                let given: Vec<Decimal> = panel.given(item, criterion).map(|(_, rating)| rating).collect();
                let differs = given.iter().any(|rating| *rating != given[0]);
                assert_eq!(seen.contains_key(&(item, criterion)), differs);
            }
        }
        assert!(agenda.entries.is_sorted_by(|a, b| (b.crosses, b.weight()) <= (a.crosses, a.weight())));
        let named = |item: &usize| agenda.agreed.contains(item) && agenda.thin.contains(item);
        assert!(!(0..panel.items.len()).any(|item| named(&item)));
    }
}

#[test]
fn other_seats_change_no_figure() {
    let model = Config::default().model("matrix").expect("it is built in");
    let mut chance = Chance::new(8);
    for seed in 0..200 {
        let panel = panel(&mut chance, &model);
        let other = anonymous(&panel, seed);
        for item in 0..panel.items.len() {
            for criterion in 0..4 {
                let sorted = |panel: &Panel<'_>| {
                    let mut given: Vec<Decimal> = panel.given(item, criterion).map(|(_, rating)| rating).collect();
                    given.sort();
                    given
                };
                assert_eq!(sorted(&panel), sorted(&other));
            }
        }
    }
}

#[test]
fn alpha_is_what_looking_at_every_pair_gives() {
    let mut chance = Chance::new(3);
    for _ in 0..1000 {
        let units: Vec<Vec<i64>> =
            (0..chance.below(7)).map(|_| (0..chance.below(5)).map(|_| 1 + chance.below(6) as i64).collect()).collect();
        let pairable: Vec<&Vec<i64>> = units.iter().filter(|unit| unit.len() > 1).collect();
        let every: Vec<i64> = pairable.iter().flat_map(|unit| unit.iter().copied()).collect();
        // The ordinal metric counts the ratings between two, and half of those at either end.
        let between = |a: i64, b: i64| {
            let count = |value: i64| every.iter().filter(|rating| **rating == value).count() as f64;
            let (low, high) = (a.min(b), a.max(b));
            (low..=high).map(count).sum::<f64>() - (count(low) + count(high)) / 2.0
        };
        type Distance<'a> = Box<dyn Fn(i64, i64) -> f64 + 'a>;
        let metrics: [(Metric, Distance<'_>); 3] = [
            (Metric::Nominal, Box::new(|a, b| f64::from(u8::from(a != b)))),
            (Metric::Interval, Box::new(|a, b| ((a - b) as f64).powi(2))),
            (Metric::Ordinal, Box::new(|a, b| if a == b { 0.0 } else { between(a, b).powi(2) })),
        ];
        let decimals: Vec<Vec<Decimal>> =
            units.iter().map(|unit| unit.iter().map(|&rating| Decimal::from(rating)).collect()).collect();
        for (metric, distance) in &metrics {
            let pairs = |list: &[i64]| -> f64 { list.iter().flat_map(|a| list.iter().map(|b| distance(*a, *b))).sum() };
            let observed: f64 = pairable.iter().map(|unit| pairs(unit) / (unit.len() as f64 - 1.0)).sum();
            let expected = pairs(&every) / (every.len() as f64 - 1.0);
            let found = alpha(&decimals, *metric);
            if pairable.len() < 2 || expected == 0.0 {
                assert_eq!(found, None, "{units:?}");
            } else {
                let plain = 1.0 - observed / expected;
                assert!(
                    found.is_some_and(|found| (found - plain).abs() < 1e-9),
                    "{metric:?} {units:?}: {found:?} {plain}"
                );
            }
        }
    }
}

#[test]
fn concordance_is_what_the_mean_of_spearmans_correlations_says() {
    // Without ties W = (mean of all pairs' ρ × (m − 1) + 1) ÷ m (Kendall 1948).
    let mut chance = Chance::new(11);
    for _ in 0..60 {
        let (m, n) = (2 + chance.below(4), 2 + chance.below(6));
        let rankings: Vec<Vec<u64>> = (0..m)
            .map(|_| {
                let mut order: Vec<u64> = (0..n as u64).collect();
                chance.shuffle(&mut order);
                order
            })
            .collect();
        let mut sum = 0.0;
        for a in 0..m {
            for b in 0..a {
                sum += tenbin::analysis::rank_correlation(&rankings[a], &rankings[b]).expect("there is an order");
            }
        }
        let mean = sum / (m * (m - 1) / 2) as f64;
        let found = concordance(&rankings, 1).expect("there is an order");
        let plain = (mean * (m as f64 - 1.0) + 1.0) / m as f64;
        assert!((found.w - plain).abs() < 1e-9, "{rankings:?}: {} {plain}", found.w);
        assert!((0.0..=1.0).contains(&found.p_value));
    }
}
