//! Stability: published cases, each named for its source, and laws that hold for every backlog.
//!
//! Intervals are held against rational arithmetic written anew in `support/shares.rs`: at an end the named pair ties,
//! inside nothing has changed, beyond it has. Acceptability is held against exact volumes.

#[allow(dead_code, reason = "the other half is for `laws`")]
mod support {
    pub mod chance;
    pub mod judge;
    pub mod shares;
}

use num_rational::BigRational;
use num_traits::{One, Zero};
use serde_json::Value;
use tenbin::analysis::{Acceptability, Drawing, End, Interval, Reach, Shares, accept, intervals};

use support::chance::Chance;
use support::judge::Judge;
use support::shares::{Case, ratio};

/// So many random backlogs have their intervals looked at.
const BACKLOGS: u64 = 1_000;

fn intervals_of(judge: &Judge, csv: &str, top: usize) -> (Vec<usize>, Vec<u32>, Vec<Interval>) {
    judge.ask(csv, |scorer, ranking, _| {
        let shares = Shares::new(scorer, &judge.settled.weights).expect("there are two criteria or more");
        let rows = ranking.standings.iter().map(|standing| standing.row as usize).collect();
        let ranks = ranking.standings.iter().map(|standing| standing.rank).collect();
        (rows, ranks, intervals(&shares, ranking, top))
    })
}

/// Scores of the ranked items, best first as they are now, if a criterion had another share.
struct Moved<'a> {
    case: &'a Case,
    rows: &'a [usize],
    ranks: &'a [u32],
    criterion: usize,
}

impl Moved<'_> {
    fn scores(&self, share: &BigRational) -> Vec<BigRational> {
        self.rows.iter().map(|&row| self.case.score(row, self.criterion, share)).collect()
    }

    /// Whether somebody else has overtaken those that lead now.
    fn leader_is_overtaken(&self, share: &BigRational) -> bool {
        let scores = self.scores(share);
        let leaders = self.ranks.iter().take_while(|rank| **rank == 1).count();
        scores[leaders..].iter().max() > scores[..leaders].iter().max()
    }

    /// Whether somebody outside the top has overtaken somebody inside.
    fn top_is_overtaken(&self, share: &BigRational, top: usize) -> bool {
        let scores = self.scores(share);
        let inside = self.ranks.partition_point(|rank| *rank as usize <= top);
        inside < scores.len() && scores[inside..].iter().max() > scores[..inside].iter().min()
    }

    /// Whether any two that have different ranks now have swapped.
    fn order_has_changed(&self, share: &BigRational) -> bool {
        let scores = self.scores(share);
        let pairs = (0..scores.len()).flat_map(|one| (one + 1..scores.len()).map(move |other| (one, other)));
        pairs
            .filter(|(one, other)| self.ranks[*one] != self.ranks[*other])
            .any(|(one, other)| scores[other] > scores[one])
    }

    /// Holds one end of an interval against a question.
    fn hold(&self, end: &End, is_high: bool, has_changed: impl Fn(&BigRational) -> bool, shown: &str) {
        let now = self.case.share(self.criterion);
        let between = |part: BigRational| &now + (&end.share - &now) * part;
        for part in [ratio(1, 2), ratio(999_999, 1_000_000), BigRational::one()] {
            assert!(!has_changed(&between(part)), "{shown}: changed within");
        }
        let Some((item, rival)) = end.pair else {
            let edge = if is_high { BigRational::one() } else { BigRational::zero() };
            assert_eq!(end.share, edge, "{shown}: nobody is named at an end that is no edge");
            return;
        };
        let scores = self.scores(&end.share);
        assert_eq!(scores[item], scores[rival], "{shown}: the named pair doesn't tie");
        let step = ratio(if is_high { 1 } else { -1 }, 1_000_000_000);
        assert!(has_changed(&(&end.share + step)), "{shown}: nothing changes beyond");
    }

    fn hold_both(&self, reach: &Reach, has_changed: impl Fn(&BigRational) -> bool, shown: &str) {
        self.hold(&reach.low, false, &has_changed, &format!("{shown}, low {:?}", reach.low));
        self.hold(&reach.high, true, &has_changed, &format!("{shown}, high {:?}", reach.high));
    }
}

#[test]
fn within_an_interval_nothing_changes_at_its_end_the_named_pair_ties_and_beyond_it_has_changed() {
    let mut named = 0;
    for seed in 0..BACKLOGS {
        let mut chance = Chance::new(seed);
        let case = Case::random(&mut chance);
        let top = 1 + chance.below(6);
        let (rows, ranks, intervals) = intervals_of(&Judge::new(&case.toml()), &case.csv(), top);
        for (criterion, interval) in intervals.iter().enumerate() {
            assert_eq!(interval.share, case.share(criterion));
            let moved = Moved { case: &case, rows: &rows, ranks: &ranks, criterion };
            let shown = |what: &str| format!("seed {seed}, c{criterion}, {what}\n{}\n{}", case.toml(), case.csv());
            moved.hold_both(&interval.leader, |share| moved.leader_is_overtaken(share), &shown("leader"));
            moved.hold_both(&interval.order, |share| moved.order_has_changed(share), &shown("order"));
            if let Some(reach) = &interval.top {
                moved.hold_both(reach, |share| moved.top_is_overtaken(share, top), &shown("top"));
                named += usize::from(reach.high.pair.is_some());
            }
        }
    }
    assert!(named > 500, "only {named} of the cases change");
}

/// A case of `published.json` as a model of quantities, the best of them the highest.
struct Published(Value);

impl Published {
    fn case(id: &str) -> Self {
        let cases: Vec<Value> = serde_json::from_str(include_str!("data/published.json")).expect("the cases are JSON");
        Self(cases.into_iter().find(|case| case["id"] == id).expect("the case is there"))
    }

    fn judge(&self) -> (Judge, String) {
        let rows = self.0["matrix"].as_array().expect("a matrix");
        let width = rows[0].as_array().map_or(0, Vec::len);
        let keys: Vec<String> = (0..width).map(|number| format!("c{number}")).collect();
        let mut toml = format!("model = 'published'\n[models.published]\ncombine = 'sum'\nof = {keys:?}\n[weights]\n");
        for (number, key) in keys.iter().enumerate() {
            let weight = self.0["weights"].get(number).map_or_else(|| "1".to_owned(), Value::to_string);
            toml += &format!("{key} = {weight}\n");
        }
        keys.iter().for_each(|key| toml += &format!("[criteria.{key}]\nscale = 'quantity'\n"));
        let mut csv = format!("id,{}\n", keys.join(","));
        for (number, row) in rows.iter().enumerate() {
            let cells: Vec<String> = row.as_array().expect("a row").iter().map(Value::to_string).collect();
            csv += &format!("i{number},{}\n", cells.join(","));
        }
        (Judge::new(&toml), csv)
    }

    /// What the draws say, items in the order of the case.
    fn accept(&self, draws: usize, seed: u64) -> Acceptability {
        let (judge, csv) = self.judge();
        let drawing = Drawing { draws, seed, within: None, top: 1 };
        judge.ask(&csv, |scorer, ranking, _| {
            let found = accept(scorer, &judge.settled.weights, ranking, drawing, &|_| ());
            let mut found = found.expect("there is something to draw");
            found.items.sort_by_key(|item| item.row);
            found
        })
    }

    /// The largest distance between drawn and published acceptabilities.
    fn farthest(&self, found: &Acceptability) -> f64 {
        let expected = self.0["expected"]["rank_acceptability"].as_array().expect("acceptabilities");
        let distance = |(item, expected): (&tenbin::analysis::ItemDraws, &Value)| {
            let part = |count: &u32| f64::from(*count) / found.draws as f64;
            let pairs = item.ranks.iter().map(part).zip(numbers(expected));
            pairs.map(|(part, expected)| (part - expected).abs()).fold(0.0, f64::max)
        };
        found.items.iter().zip(expected).map(distance).fold(0.0, f64::max)
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|number| number.as_f64().expect("a number")).collect()
}

#[test]
fn smaa_05_two_alternatives_of_jsmaa_by_tervonen() {
    let case = Published::case("smaa-05");
    let found = case.accept(10_000, 1);
    assert!(case.farthest(&found) <= 0.01, "{}", case.farthest(&found));
    let central = case.0["expected"]["central_weights"].as_array().expect("central weights");
    for (item, expected) in found.items.iter().zip(central) {
        let weights = item.central_weights.as_ref().expect("both come first now and then");
        for (weight, expected) in weights.iter().zip(numbers(expected)) {
            assert!((weight - expected).abs() < 0.01, "{weights:?}");
        }
        assert_eq!(item.confidence_factor, Some(1.0));
    }
}

#[test]
fn smaa_07_exact_polytope_volumes_of_scikit_criterias_matrix() {
    let case = Published::case("smaa-07");
    let found = case.accept(10_000, 1);
    assert!(case.farthest(&found) <= 0.01, "{}", case.farthest(&found));
    assert!((found.standard_error - 0.005).abs() < 1e-12);
}

/// Two standard errors, √(¼ ÷ N) each, for every one of the nine volumes and every seed: the points fill the space more
/// evenly than chance would.
#[test]
fn acceptability_converges_on_the_exact_volumes_as_one_over_the_root_of_the_draws() {
    let case = Published::case("smaa-07");
    for draws in [1_000, 10_000, 100_000] {
        let worst = (1..=20).map(|seed| case.farthest(&case.accept(draws, seed))).fold(0.0, f64::max);
        assert!(worst <= 2.0 * 0.5 / (draws as f64).sqrt(), "{draws} draws: {worst}");
    }
}

#[test]
fn wsi_01_weight_stability_interval_of_the_mcdm_crates_matrix() {
    let case = Published::case("wsi-01");
    let (judge, csv) = case.judge();
    let (_, _, found) = intervals_of(&judge, &csv, 1);
    let expected = case.0["expected"]["proportional"].as_array().expect("intervals");
    assert_eq!(found.len(), expected.len());
    for (interval, expected) in found.iter().zip(expected) {
        let exact: Vec<String> = [&interval.order.low, &interval.order.high].map(|end| end.share.to_string()).to_vec();
        assert_eq!(serde_json::json!(exact), expected["full_ranking_exact"]);
        let ends = [&interval.leader.low, &interval.leader.high];
        let leader: Vec<f64> = ends.iter().map(|end| end.share.to_string()).map(|text| fraction(&text)).collect();
        assert_eq!(leader, numbers(&expected["top_item"]));
    }
}

fn fraction(text: &str) -> f64 {
    let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
    numerator.parse::<f64>().expect("a number") / denominator.parse::<f64>().expect("a number")
}

#[test]
fn the_same_seed_gives_the_same_answer_whatever_the_number_of_threads() {
    let case = Published::case("smaa-07");
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be had");
        pool.install(|| format!("{:?}", case.accept(3_000, 7)))
    };
    assert_eq!(on(1), on(2));
    assert_eq!(on(1), on(5));
    assert_ne!(format!("{:?}", case.accept(3_000, 7)), format!("{:?}", case.accept(3_000, 8)));
}

#[test]
fn draws_within_a_distance_never_leave_it_and_the_leader_is_safe_within_its_interval() {
    for seed in 0..100 {
        let mut chance = Chance::new(seed);
        let case = Case::random(&mut chance);
        let judge = Judge::new(&case.toml());
        let csv = case.csv();
        let drawing = Drawing { draws: 200, seed, within: Some(1e-9), top: 1 };
        judge.ask(&csv, |scorer, ranking, _| {
            let found = accept(scorer, &judge.settled.weights, ranking, drawing, &|_| ()).expect("there are items");
            for (item, standing) in found.items.iter().zip(&ranking.standings) {
                // Next to the present weights only those that tie now can be parted.
                let tied = ranking.standings.iter().filter(|other| other.rank == standing.rank).count() as u32;
                assert!(item.best >= standing.rank && item.worst < standing.rank + tied, "seed {seed}\n{csv}");
            }
        });
    }
}

#[test]
fn what_is_open_is_drawn_and_what_is_dominated_is_never_first() {
    let toml = "[weights]\ncustomer_impact = 1\nbusiness_impact = 1\nmarket_competitiveness = 1\nease = 1\n";
    let csv = "id,title,customer_impact,business_impact,market_competitiveness,ease\n\
               A,a,5,5,5,5\nB,b,1-10,1-10,1-10,1-10\nC,c,4,5,5,5\nD,d,,,,\n";
    let judge = Judge::new(toml);
    judge.ask(csv, |scorer, ranking, _| {
        let drawing = Drawing { draws: 20_000, seed: 1, within: None, top: 1 };
        let found = accept(scorer, &judge.settled.weights, ranking, drawing, &|_| ()).expect("there are items");
        let first = |row: u32| {
            let item = found.items.iter().find(|item| item.row == row).expect("every item is drawn");
            f64::from(item.ranks[0]) / found.draws as f64
        };
        // A mean of ratings that are uniform from 1 to 10 lies above 5 more often than not; two such share the rest.
        assert!((first(1) - first(3)).abs() < 0.02, "{} {}", first(1), first(3));
        assert!(first(1) > 0.35 && first(0) > 0.1, "{} {}", first(1), first(0));
        assert_eq!(first(2), 0.0);
        assert!(found.left_out.is_empty());
    });
}
