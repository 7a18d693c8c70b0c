//! Published cases, recomputed: weighted sums and products, RICE, WSJF, ties and missing ratings; how far raters agree.
//!
//! The numbers are read from `data/published.json`, where each case names its source; each test is named for it. A
//! case that normalises its matrix has that done here, as documented there: tenbin itself never does, since a score
//! that depends on the other items changes when one is added.

mod support {
    #[expect(dead_code, reason = "laws.rs uses the rest of it")]
    pub mod chance;
    #[allow(dead_code, reason = "checks.rs uses the rest of it")]
    pub mod judge;
}

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;
use serde_json::Value;
use tenbin::analysis::{Metric, alpha, concordance, rank_correlation, spread, tau_b};
use tenbin::decimal::Decimal;
use tenbin::model::{ROOT, Scale};
use tenbin::scoring::Reason;

use support::chance::Chance;
use support::judge::{Judge, Judged};

/// A case of `published.json`.
struct Published(Value);

impl Published {
    fn case(id: &str) -> Self {
        let cases: Vec<Value> = serde_json::from_str(include_str!("data/published.json")).expect("the cases are JSON");
        Self(cases.into_iter().find(|case| case["id"] == id).expect("the case is there"))
    }

    fn matrix(&self) -> Vec<Vec<BigRational>> {
        list(&self.0["matrix"]).iter().map(|row| list(row).iter().map(exact).collect()).collect()
    }

    fn weights(&self) -> Vec<String> {
        list(&self.0["weights"]).iter().map(Value::to_string).collect()
    }

    fn costs(&self) -> Vec<bool> {
        list(&self.0["directions"]).iter().map(|direction| direction == "min").collect()
    }

    /// The model of a case: one factor over quantities.
    fn model(&self, combine: &str) -> Judge {
        let weights = self.weights();
        let keys: Vec<String> = (0..weights.len()).map(|number| format!("'c{number}'")).collect();
        let mut text = String::from("model = 'published'\n[weights]\n");
        for (number, weight) in weights.iter().enumerate() {
            text += &format!("c{number} = {weight}\n");
        }
        text += &format!("[models.published]\ncombine = '{combine}'\nof = [{}]\n", keys.join(", "));
        for (number, cost) in self.costs().into_iter().enumerate() {
            let direction = if cost { "cost" } else { "benefit" };
            text += &format!("[criteria.c{number}]\nscale = 'quantity'\ndirection = '{direction}'\n");
        }
        Judge::new(&text)
    }

    /// Holds scores and ranks against what is published.
    fn holds(&self, judged: &[Judged]) {
        let tolerance = exact(&self.0["tolerance"]);
        for (item, expected) in judged.iter().zip(list(&self.0["expected_scores"])) {
            let score = item.score.as_ref().expect("every item of this case has a score").to_ratio();
            assert!((&score - exact(expected)).abs() <= tolerance, "{}: {score} is not {expected}", item.id);
        }
        let ranks: Vec<usize> = judged.iter().map(|item| item.rank.expect("every item has a rank")).collect();
        let ranks = if self.0["rank_convention"] == "dense" { dense(&ranks) } else { ranks };
        assert_eq!(ranks, whole(&self.0["expected_ranks"]));
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("the case has a list here")
}

fn whole(value: &Value) -> Vec<usize> {
    list(value).iter().map(|number| number.as_u64().expect("a whole number") as usize).collect()
}

/// A JSON number as the decimal that is written.
fn exact(value: &Value) -> BigRational {
    let text = value.to_string();
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits: BigInt = format!("{whole}{fraction}").parse().expect("digits");
    let exponent = exponent.parse::<i32>().expect("an exponent") - fraction.len() as i32;
    BigRational::from(digits) * BigRational::from(BigInt::from(10)).pow(exponent)
}

/// Standard competition ranks (1, 2, 2, 4) as dense ones (1, 2, 2, 3).
fn dense(ranks: &[usize]) -> Vec<usize> {
    let distinct: BTreeSet<usize> = ranks.iter().copied().collect();
    ranks.iter().map(|rank| distinct.range(..=rank).count()).collect()
}

/// A ratio as a decimal of twenty places, the most that tenbin reads.
fn twenty_places(ratio: &BigRational) -> String {
    let digits = (ratio * BigRational::from(BigInt::from(10).pow(20))).round().to_integer();
    let digits = format!("{digits:0>21}");
    let (whole, fraction) = digits.split_at(digits.len() - 20);
    format!("{whole}.{fraction}")
}

/// A backlog with the criteria `c0`, `c1` and so on.
fn backlog(matrix: &[Vec<BigRational>]) -> String {
    let headers: Vec<String> = (0..matrix[0].len()).map(|number| format!("c{number}")).collect();
    let mut text = format!("id,{}\n", headers.join(","));
    for (row, ratings) in matrix.iter().enumerate() {
        let cells: Vec<String> = ratings.iter().map(twenty_places).collect();
        text += &format!("row {row},{}\n", cells.join(","));
    }
    text
}

/// Each column divided by its highest value, those of costs by their lowest.
fn divided_by_best(matrix: &[Vec<BigRational>], costs: &[bool]) -> Vec<Vec<BigRational>> {
    let best = |column: usize| {
        let values = matrix.iter().map(|row| row[column].clone());
        let best = if costs[column] { values.min() } else { values.max() };
        best.filter(|best| best.is_positive()).unwrap_or_else(|| BigRational::from(BigInt::from(1)))
    };
    let row = |row: &Vec<BigRational>| row.iter().enumerate().map(|(column, value)| value / best(column)).collect();
    matrix.iter().map(row).collect()
}

fn rated(rows: &[Value]) -> String {
    let cell = |cell: &Value| match cell {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        number => number.to_string(),
    };
    let line = |row: &Value| list(row).iter().map(cell).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect()
}

#[test]
fn scikit_criteria_weighted_sum_model() {
    let case = Published::case("wsm-01");
    case.holds(&case.model("sum").judge(&backlog(&case.matrix())));
}

#[test]
fn salabun_and_urbaniak_2020_correlations_of_one_adjacent_swap() {
    let case = Published::case("rc-01");
    let tolerance = case.0["tolerance"].as_f64().expect("a number");
    let [x, y] = ["x", "y"].map(|column| whole(&case.0["inputs"][column]));
    for (name, found) in [("kendall_tau", tau_b(&x, &y)), ("spearman", rank_correlation(&x, &y))] {
        let expected = case.0["expected"][name].as_f64().expect("a number");
        assert!(found.is_some_and(|found| (found - expected).abs() <= tolerance), "{name}: {found:?}, not {expected}");
    }
}

#[test]
fn pyrepo_mcda_saw_of_rizan_2020() {
    let case = Published::case("wsm-03");
    let matrix = divided_by_best(&case.matrix(), &case.costs());
    case.holds(&case.model("sum").judge(&backlog(&matrix)));
}

#[test]
fn jmcdm_saw_example_2() {
    let case = Published::case("wsm-05");
    let matrix = divided_by_best(&case.matrix(), &case.costs());
    case.holds(&case.model("sum").judge(&backlog(&matrix)));
}

#[test]
fn mcdm_crate_weighted_sum() {
    let case = Published::case("wsi-01");
    case.holds(&case.model("sum").judge(&backlog(&case.matrix())));
}

/// The costs are divided by their lowest value, and then divide: min ÷ x as published.
#[test]
fn jmcdm_weighted_product_with_three_costs() {
    let case = Published::case("wpm-04");
    let matrix = divided_by_best(&case.matrix(), &case.costs());
    case.holds(&case.model("product").judge(&backlog(&matrix)));
}

#[test]
fn akestoridis_mcdm_weighted_product_with_a_zero_weight() {
    let case = Published::case("wpm-07");
    case.holds(&case.model("product").judge(&backlog(&case.matrix())));
    // The weights sum to 1: the geometric mean is the same, and what weighs nothing may be absent.
    let without: Vec<Vec<BigRational>> = case.matrix();
    let text = backlog(&without).lines().map(without_first_criterion).collect::<Vec<_>>().join("\n");
    case.holds(&case.model("geometric-mean").judge(&text));
}

fn without_first_criterion(line: &str) -> String {
    let cells: Vec<&str> = line.split(',').collect();
    [&cells[..1], &cells[2..]].concat().join(",")
}

#[test]
fn a_tie_that_scikit_criteria_pymcdm_and_pyrepo_mcda_break_by_rounding() {
    let case = Published::case("tie-01");
    case.holds(&case.model("sum").judge(&backlog(&case.matrix())));
    // The same four criteria under a mean, on the scale of 1 to 10.
    let weights = case.weights();
    let mean = format!(
        "model = 'm'\n[weights]\nc0 = {}\nc1 = {}\nc2 = {}\nc3 = {}\n\
         [models.m]\ncombine = 'mean'\nof = ['c0', 'c1', 'c2', 'c3']\n",
        weights[0], weights[1], weights[2], weights[3]
    );
    case.holds(&Judge::new(&mean).judge(&backlog(&case.matrix())));
}

#[test]
fn pymcdm_ranks_of_ties() {
    let case = Published::case("rk-01");
    let text: String =
        list(&case.0["inputs"]["values"]).iter().enumerate().map(|(row, value)| format!("{row},{value}\n")).collect();
    let judge =
        Judge::new("model = 'm'\n[models.m]\ncombine = 'sum'\nof = ['value']\n[criteria.value]\nscale = 'quantity'\n");
    let judged = judge.judge(&format!("id,value\n{text}"));
    let ranks: Vec<usize> = judged.iter().map(|item| item.rank.unwrap()).collect();
    assert_eq!(ranks, whole(&case.0["expected"]["competition_descending"]));
    assert_eq!(dense(&ranks), whole(&case.0["expected"]["dense_descending"]));
}

#[test]
fn feature_prioritization_rice_with_a_tie() {
    let case = Published::case("rice-01");
    let inputs = &case.0["inputs"];
    let columns = rated(std::slice::from_ref(&inputs["columns"]));
    case.holds(&Judge::new("model = 'rice'\n").judge(&(columns + &rated(list(&inputs["rows"])))));
}

/// WSJF with each part of the cost of delay rated 0–20: the case has parts of nought, which the built-in 1–20 refuses.
const WSJF_FROM_NOUGHT: &str = "model = 'm'
[models.m]
combine = 'product'
of = ['delay', 'size']
[criteria.delay]
combine = 'sum'
of = ['bv', 'tc', 'rr']
[criteria.bv]
scale = [0, 20]
[criteria.tc]
scale = [0, 20]
[criteria.rr]
scale = [0, 20]
[criteria.size]
scale = 'quantity'
direction = 'cost'
";

/// The source counts a missing part of the cost of delay as nought. tenbin never does: here the nought is written.
#[test]
fn wsjf_calculator_scores_and_undefined_sizes() {
    let case = Published::case("wsjf-01");
    let rows = list(&case.0["inputs"]["rows_bv_tc_rr_size"]);
    let written = |row: &Value| {
        let mut row = list(row).to_vec();
        row[..3].iter_mut().filter(|part| part.is_null()).for_each(|part| *part = Value::from(0));
        Value::from(row)
    };
    let rows: Vec<Value> = rows.iter().map(written).collect();
    let judged = Judge::new(WSJF_FROM_NOUGHT).judge(&format!("bv,tc,rr,size\n{}", rated(&rows)));
    for (item, expected) in judged.iter().zip(list(&case.0["expected_scores"])) {
        match expected {
            Value::Null => assert_eq!(item.rank, None, "{item:?}"),
            expected => assert_eq!(item.score.as_ref().map(|score| score.to_ratio()), Ok(exact(expected))),
        }
    }
    assert!(matches!(judged[5].score, Err(Reason::DividesByZero(_))), "{:?}", judged[5]);
    assert!(matches!(judged[6].score, Err(Reason::Missing(_))), "{:?}", judged[6]);
    let ranks: Vec<Option<usize>> = judged.iter().map(|item| item.rank).collect();
    assert_eq!(ranks, [Some(1), Some(2), Some(2), Some(4), Some(5), None, None]);
}

#[test]
fn wsjf_calculator_rows_with_a_blank_are_not_ranked() {
    let case = Published::case("wsjf-01");
    let rows = list(&case.0["inputs"]["rows_bv_tc_rr_size"]);
    let judged = Judge::new(WSJF_FROM_NOUGHT).judge(&format!("bv,tc,rr,size\n{}", rated(rows)));
    for (item, row) in judged.iter().zip(rows) {
        let blank = list(row).iter().any(Value::is_null);
        assert_eq!(matches!(item.score, Err(Reason::Missing(_))), blank, "{item:?}");
        assert_eq!(item.rank.is_none(), blank || list(row)[3] == 0, "{item:?}");
    }
}

/// The case scales costs from the highest to the lowest onto 0–100. Here the scale is declared: 300 to 450.
#[test]
fn massing_missing_cost_must_not_score_best() {
    let case = Published::case("miss-01");
    let rows: Vec<Value> = list(&case.0["inputs"]["cost_per_sf"])
        .iter()
        .map(|cost| Value::from(vec![Value::from("x"), cost.clone()]))
        .collect();
    let judge = Judge::new(
        "model = 'm'\n[models.m]\ncombine = 'mean'\nscale = [0, 100]\nof = ['cost_per_sf']\n\
         [criteria.cost_per_sf]\nscale = [300, 450]\ndirection = 'cost'\n",
    );
    let judged = judge.judge(&format!("name,cost_per_sf\n{}", rated(&rows)));
    let scores: Vec<Option<String>> =
        judged.iter().map(|item| item.score.as_ref().ok().map(|score| score.to_string())).collect();
    assert_eq!(scores, [None, Some("100".to_owned()), Some("0".to_owned())]);
    assert_eq!(judged.iter().map(|item| item.rank).collect::<Vec<_>>(), [None, Some(1), Some(2)]);
}

#[test]
fn the_example_of_target_selection_in_the_design() {
    let judge = Judge::new("model = 'target'\n");
    let text = "id,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost\na,8,6,9,7,4,5,3\n";
    judge.ask(text, |scorer, _, _| {
        let values = scorer.values(0).expect("every rating is there");
        let value = |key: &str| {
            let node = if key == "score" { ROOT } else { judge.model.find(key).expect("the model has it") };
            values.iter().find(|(known, _)| *known == node).map(|(_, value)| value.to_string())
        };
        let found = ["impact", "contribution", "cost", "score"].map(value);
        assert_eq!(found, ["432", "49", "4", "148176"].map(|value| Some(value.to_owned())));
    });
}

/// The design's own figure: with these weights rational arithmetic knows far fewer scores than doubles do.
#[test]
fn a_thousand_random_items_have_as_many_scores_as_rational_arithmetic_says() {
    let mut chance = Chance::new(2026);
    let rows: Vec<[i128; 4]> = (0..1000).map(|_| [(); 4].map(|()| chance.between(1, 10))).collect();
    let tenths = |row: &[i128; 4]| 4 * row[0] + 3 * row[1] + 2 * row[2] + row[3];
    let expected: BTreeSet<i128> = rows.iter().map(tenths).collect();
    let double = |row: &[i128; 4]| {
        let [a, b, c, d] = row.map(|rating| rating as f64);
        (0.4 * a + 0.3 * b + 0.2 * c + 0.1 * d).to_bits()
    };
    assert!(rows.iter().map(double).collect::<BTreeSet<u64>>().len() > expected.len(), "doubles would do as well");
    let judge = Judge::new(
        "model = 'matrix'\n[weights]\ncustomer_impact = 0.4\nbusiness_impact = 0.3\n\
         market_competitiveness = 0.2\nease = 0.1\n",
    );
    let mut text = String::from("id,customer_impact,business_impact,market_competitiveness,ease\n");
    for (row, [a, b, c, d]) in rows.iter().enumerate() {
        text += &format!("{row},{a},{b},{c},{d}\n");
    }
    let judged = judge.judge(&text);
    let scores: BTreeSet<BigRational> = judged.iter().map(|item| item.score.as_ref().unwrap().to_ratio()).collect();
    assert_eq!(scores.len(), expected.len());
    let ranks: BTreeSet<usize> = judged.iter().map(|item| item.rank.unwrap()).collect();
    assert_eq!(ranks.len(), expected.len());
    for (row, item) in rows.iter().zip(&judged) {
        let higher = rows.iter().filter(|other| tenths(other) > tenths(row)).count();
        assert_eq!(item.rank, Some(higher + 1), "{row:?}");
    }
}

impl Published {
    fn tolerance(&self) -> f64 {
        self.0["tolerance"].as_f64().expect("a number")
    }

    /// Holds a number against the expected one of a name.
    fn gives(&self, name: &str, found: Option<f64>) {
        let expected = self.0["expected"][name].as_f64().expect("a number");
        let holds = found.is_some_and(|found| (found - expected).abs() <= self.tolerance());
        assert!(holds, "{name}: {found:?}, not {expected}");
    }

    /// The ratings of each rater, item by item; none where one is missing.
    fn rated_by(&self) -> Vec<Vec<Option<Decimal>>> {
        let rating = |value: &Value| Decimal::parse(&value.to_string(), b'.').ok();
        list(&self.0["inputs"]["raters_x_items"]).iter().map(|row| list(row).iter().map(rating).collect()).collect()
    }

    /// Kendall's W, its chi-squared and the probability of that.
    fn holds_concordance(&self) {
        let rankings: Vec<Vec<Decimal>> =
            self.rated_by().into_iter().map(|row| row.into_iter().flatten().collect()).collect();
        let found = concordance(&rankings, 1).expect("the items are ordered");
        self.gives("W_corrected", Some(found.w));
        self.gives("published_W", Some(found.w));
        self.gives("chi2", Some(found.chi_squared));
        self.gives("p", Some(found.p_chi_squared));
        assert_eq!(found.items as u64 - 1, self.0["expected"]["df"].as_u64().expect("a whole number"));
    }

    /// What is said of the ratings of one item.
    fn holds_within_group(&self) {
        let ratings: Vec<Decimal> =
            whole(&self.0["inputs"]["ratings"]).iter().map(|&rating| Decimal::from(rating as i64)).collect();
        let found = spread(&ratings, Scale::USUAL).expect("there are ratings");
        let double = |decimal: Decimal| decimal.to_string().parse::<f64>().ok();
        self.gives("median", double(found.median));
        self.gives("sd", found.sd);
        self.gives("variance", found.sd.map(|sd| sd * sd));
        self.gives("rwg", found.rwg);
        self.gives("AD_median", Some(found.ad.to_f64()));
        self.gives("consensus", found.consensus);
        let cutoff = self.0["expected"]["AD_cutoff_A_over_6"].as_f64().expect("a number");
        assert_eq!(found.is_agreed(), found.ad.to_f64() <= cutoff);
    }
}

#[test]
fn easystats_effectsize_kendalls_w_with_a_constant_rater() {
    Published::case("kw-01").holds_concordance();
}

#[test]
fn easystats_effectsize_kendalls_w_without_ties() {
    Published::case("kw-02").holds_concordance();
}

#[test]
fn fast_krippendorff_alpha_of_the_example_with_missing_ratings() {
    let case = Published::case("ka-01");
    let raters = case.rated_by();
    let unit = |item: usize| raters.iter().filter_map(|ratings| ratings[item]).collect::<Vec<Decimal>>();
    let units: Vec<Vec<Decimal>> = (0..raters[0].len()).map(unit).collect();
    for (name, metric) in [("nominal", Metric::Nominal), ("interval", Metric::Interval), ("ordinal", Metric::Ordinal)] {
        case.gives(name, alpha(&units, metric));
    }
}

#[test]
fn tastle_and_wierman_2007_consensus_as_in_agrmt() {
    let case = Published::case("cns-01");
    let frequencies = whole(&case.0["inputs"]["frequencies"]);
    let ratings: Vec<Decimal> = (1i64..)
        .zip(&frequencies)
        .flat_map(|(point, &count)| std::iter::repeat_n(Decimal::from(point), count))
        .collect();
    let scale = Scale::Bounded(Decimal::ONE, Decimal::from(frequencies.len() as i64));
    case.gives("consensus", spread(&ratings, scale).and_then(|spread| spread.consensus));
}

#[test]
fn multilevel_and_agrmt_agreement_of_five_near_ratings() {
    Published::case("rwg-01").holds_within_group();
}

#[test]
fn multilevel_and_agrmt_agreement_of_three_equal_ratings() {
    Published::case("rwg-04").holds_within_group();
}
