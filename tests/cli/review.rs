//! `tenbin review`: did it work, and was the ranking right?

use serde_json::Value;

use super::harness::Case;

const RESULTS: &str = include_str!("../../examples/results_en.csv");
const RESULTS_JA: &str = include_str!("../../examples/results_ja.csv");
const INDICATORS: &str = include_str!("../../examples/indicators_en.csv");
const BACKLOG: &str = include_str!("../../examples/backlog_en.csv");
const HEADER: &str = "id,metric,better,baseline,planned,actual,quantity,quality";

fn review(results: &str) -> Case {
    Case::new().file("results.csv", results).args(["review", "results.csv"])
}

fn rows(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn json(case: Case) -> Value {
    let outcome = case.args(["-f", "json"]).run();
    serde_json::from_slice(&outcome.stdout).unwrap_or_else(|_| panic!("no JSON: {}", outcome.err()))
}

/// What `rank` prints of the backlog of the examples.
fn ranked(arguments: &[&str]) -> String {
    let case = Case::new().file("backlog.csv", BACKLOG).args(["rank", "backlog.csv"]).args(arguments);
    case.any_output().exit(0).out()
}

/// The indicators of the examples with the ranking that they were chosen by.
fn looked_back() -> Case {
    review(INDICATORS).file("ranked.csv", ranked(&["-f", "csv"])).args(["--ranked", "ranked.csv"])
}

fn readings(value: &Value) -> Vec<&str> {
    let results = value["results"].as_array().expect("a list of results");
    results.iter().map(|result| result["reading"].as_str().expect("a reading")).collect()
}

#[test]
fn facts_come_first_and_then_what_they_mean() {
    review(RESULTS).stdout("?").exit(0);
}

#[test]
fn facts_come_first_in_japanese_too() {
    review(RESULTS_JA).args(["--lang", "ja"]).stdout("?").exit(0);
}

#[test]
fn each_teams_metrics_are_shown_reached_or_not() {
    review(INDICATORS).args(["--by", "team"]).stdout("?").exit(0);
}

#[test]
fn a_column_is_asked_for_by_any_of_its_names_and_one_that_is_not_there_is_said() {
    let japanese = include_str!("../../examples/indicators_ja.csv");
    let value = json(review(japanese).args(["--by", "チーム"]));
    assert_eq!(value["by"]["column"], "担当チーム");
    assert_eq!(value["by"]["groups"][0]["name"], "カスタマーサクセス");
    assert_eq!((&value["by"]["groups"][0]["metrics"], &value["by"]["groups"][0]["reached"]), (&6.into(), &3.into()));
    review(RESULTS).args(["--by", "squad"]).stderr("?").exit(2);
}

#[test]
fn every_combination_has_its_sentence() {
    let text = rows(&[
        "A-1,Reached,higher,50,70,70,,",
        "A-2,Reached thinly,higher,50,70,75,50,9",
        "A-3,Partly,higher,50,70,69.99,80,7",
        "A-4,Raise quality,higher,50,70,60,100,5",
        "A-5,Raise both,higher,50,70,60,10,5",
        "A-6,Moving,higher,50,70,60,100,",
        "A-7,Wrong,higher,50,70,50,100,9",
        "A-8,Untested,higher,50,70,50,10,9",
        "A-9,Still,higher,50,70,51,,",
        "A-10,Worse,lower,50,40,52,100,9",
        "A-11,Not yet,lower,50,40,,100,9",
    ]);
    review(&text).stdout("?").exit(0);
    let readings = readings(&json(review(&text))).join(" ");
    assert_eq!(
        readings,
        "reached reached-thinly partly raise-execution raise-execution moving hypothesis-wrong untested no-result worse not-measured"
    );
}

#[test]
fn every_combination_has_its_sentence_in_japanese() {
    let text = rows(&[
        "A-2,計画以上,高い,50,70,75,50,9",
        "A-4,質,高い,50,70,60,100,5",
        "A-6,途中,高い,50,70,60,100,",
        "A-8,未検証,高い,50,70,50,10,9",
        "A-9,不明,高い,50,70,51,,",
        "A-10,悪化,低い,50,40,52,100,9",
        "A-11,未測定,低い,50,40,,100,9",
    ]);
    review(&text).args(["--lang", "ja"]).stdout("?").exit(0);
}

#[test]
fn the_thresholds_are_those_of_the_weights_file() {
    let strict = "[review]\nreached = 120\nmoving = 60\nquantity = 100\nquality = 9\n";
    let value = json(review(RESULTS).file("weights.toml", strict));
    assert_eq!(value["thresholds"]["reached"], 120);
    assert_eq!(readings(&value), ["reached", "untested", "untested", "untested", "raise-execution", "partly"]);
    let wrong = "[review]\nreached = 0\nmoving = \"some\"\nquality = 11\nreach = 1\n";
    review(RESULTS).file("weights.toml", wrong).stderr("?").exit(2);
    review(RESULTS).file("weights.toml", "[review]\nmoving = 101\n").stderr("?").exit(2);
}

#[test]
fn a_share_never_looks_like_a_threshold_that_it_has_not_reached() {
    let text = rows(&["A-1,x,higher,0,1000,999,100,9", "A-2,x,higher,0,1000,99.9,100,9", "A-3,x,lower,0,-1000,1,100,9"]);
    let sentences = json(review(&text))["results"].as_array().cloned().unwrap_or_default();
    let sentence = |at: usize| sentences[at]["sentence"].as_str().unwrap_or_default().to_owned();
    assert!(sentence(0).contains("99.9 % of the plan"), "{}", sentence(0));
    assert!(sentence(1).contains("9.99 % of the plan"), "{}", sentence(1));
    assert!(sentence(2).contains("−0.1 % of the plan"), "{}", sentence(2));
}

#[test]
fn a_plan_that_improves_nothing_is_said_and_never_divided_by() {
    let text = rows(&["A-1,x,higher,50,50,60,100,9", "A-2,x,higher,50,40,60,100,9", "A-3,x,lower,,40,60,100,9", "A-4,x,lower,50,,40,,"]);
    review(&text).stdout("?").stderr("?").exit(0);
    let value = json(review(&text));
    assert!(value["results"].as_array().is_some_and(|results| results.iter().all(|one| one["share_reached"].is_null())));
    assert_eq!(value["results"][0]["improvement"], 10);
}

#[test]
fn what_is_measured_early_is_a_first_reaction() {
    let text = format!("{HEADER},started,measured\nA-1,x,lower,30,21,29,100,9,2026-07-01,2026-07-15\nA-2,x,lower,30,21,29,100,9,2026/07/01,2026/09/30\nA-3,x,lower,30,21,29,100,9,soon,2026-09-30\nA-4,x,lower,30,21,29,100,9,2026-10-01,2026-09-30\n");
    review(&text).stdout("?").stderr("?").exit(0);
    let value = json(review(&text));
    let days: Vec<&Value> = value["results"].as_array().into_iter().flatten().map(|one| &one["days_after_start"]).collect();
    assert_eq!(days, [&14.into(), &91.into(), &Value::Null, &Value::Null]);
    assert_eq!(value["results"][0]["first_reaction"], true);
}

/// `scipy.stats.spearmanr`, `scipy.stats.kendalltau` and `scipy.optimize.nnls` (SciPy 1.17.1) over the same table, with the
/// columns about their means: 37.404, 15.727, 25.221, 21.648 of a hundred.
#[test]
fn correlations_and_weights_are_those_of_scipy() {
    let value = json(looked_back());
    let ranking = &value["ranking"];
    let is_near = |found: &Value, wanted: f64| found.as_f64().is_some_and(|found| (found - wanted).abs() < 1e-12);
    assert!(is_near(&ranking["rank_correlation"]["value"], 0.549_132_311_160_624_4), "{ranking}");
    assert!(is_near(&ranking["tau_b"], 0.425_003_154_331_991_6), "{ranking}");
    for (at, wanted) in [0.416_932_428_759_731, 0.018_302_314_318_398_1, -0.010_870_207_379_99, -0.044_265_238_922_061_7].into_iter().enumerate() {
        assert!(is_near(&ranking["criteria"][at]["rank_correlation"]["value"], wanted), "{at}: {ranking}");
    }
    let weights: Vec<&Value> = ranking["scenario"]["weights"].as_array().into_iter().flatten().map(|one| &one["weight"]).collect();
    assert_eq!(weights, [37, 16, 25, 22]);
    assert!(is_near(&ranking["scenario"]["rank_correlation_after"], 0.602_863_218_665_616_4), "{ranking}");
    assert!(is_near(&ranking["scenario"]["rank_correlation_left_out"], 0.379_249_265_154_631_1), "{ranking}");
    // 4 000 permutations of NumPy's generator: −0.500 to 0.519.
    let end = |name: &str| ranking["rank_correlation"][name].as_f64().unwrap_or_default();
    assert!((end("chance_low") + 0.51).abs() < 0.02 && (end("chance_high") - 0.51).abs() < 0.02, "{ranking}");
}

#[test]
fn whether_the_ranking_was_right_is_said_with_what_chance_would_make() {
    let out = looked_back().any_output().exit(0).out();
    let part = out.split_once("Was the ranking right?").map(|(_, part)| part.to_owned()).unwrap_or_default();
    for said in [
        "rank correlation 0.55 over 15 results",
        "between −0.51 and 0.51",
        "9999 orders drawn with seed 1",
        "The ranking pointed the right way",
        "[scenarios.learnt]\ncustomer_impact        = 37  # Customer impact\n",
        "never applied",
    ] {
        assert!(part.replace('\n', " ").contains(&said.replace('\n', " ")), "{said}\n{part}");
    }
}

#[test]
fn a_printed_json_says_the_same_as_a_printed_csv() {
    let of = |name: &str, format: &str| {
        let case = review(INDICATORS).file(name, ranked(&["-f", format])).args(["--ranked", name]);
        json(case)["ranking"].clone()
    };
    assert_eq!(of("ranked.csv", "csv"), of("ranked.json", "json"));
    assert_eq!(of("ranked.csv", "csv"), of("ranked.tsv", "tsv"));
}

#[test]
fn another_seed_draws_other_orders_and_the_same_seed_the_same() {
    let of = |seed: &str| json(looked_back().args(["--seed", seed]))["ranking"]["rank_correlation"].clone();
    assert_eq!(of("7"), of("7"));
    assert_ne!(of("7")["chance_low"], of("8")["chance_low"]);
    assert_eq!(of("7")["value"], of("8")["value"]);
}

#[test]
fn the_scenario_that_is_offered_can_be_pasted_and_nothing_is_applied() {
    let toml = json(looked_back())["ranking"]["scenario"]["toml"].as_str().unwrap_or_default().to_owned();
    let case = Case::new().file("backlog.csv", BACKLOG).file("weights.toml", toml);
    let out = case.args(["rank", "backlog.csv", "--scenario", "learnt", "--top", "1", "-f", "csv"]).any_output().exit(0).out();
    assert!(out.contains("1,6.92,IMP-009"), "{out}");
}

#[test]
fn fewer_than_eight_results_allow_no_conclusion_and_twelve_no_weights() {
    let first = |count: usize| INDICATORS.lines().take(count + 1).map(|line| format!("{line}\n")).collect::<String>();
    let of = |count: usize| {
        let case = review(&first(count)).file("ranked.csv", ranked(&["-f", "csv"])).args(["--ranked", "ranked.csv"]);
        case.any_output().exit(0).out()
    };
    let seven = of(7);
    assert!(seven.contains("7 items: too few to conclude anything; it takes 8 or\nmore."), "{seven}");
    assert!(!seven.contains("could be chance") && !seven.contains("pointed"), "{seven}");
    let eight = of(8);
    assert!(eight.contains("all orders") && !eight.contains("too few to conclude"), "{eight}");
    assert!(eight.contains("8 items have a share of the plan and all ratings: weights are learnt from 12 on"), "{eight}");
    assert!(!of(11).contains("[scenarios.learnt]") && of(12).contains("[scenarios.learnt]"));
}

#[test]
fn scores_may_stand_beside_the_results_and_items_without_one_are_named() {
    let text = RESULTS.replace(",7.4\n", ",\n");
    review(&text).stdout_has(["known of 5 items"]).stderr("?").exit(0);
    let ranked = "rank,score,id,customer_impact\n1,7,IMP-009,9\n";
    review(RESULTS).file("ranked.csv", ranked).args(["--ranked", "ranked.csv"]).stdout_has(["known of 1 item,"]).stderr("?").exit(0);
}

#[test]
fn an_item_with_several_metrics_counts_once_with_the_mean_of_its_shares() {
    let text = "id,metric,better,baseline,planned,actual,score\nA-1,x,higher,0,10,10,5\nA-1,y,higher,0,10,0,\nA-2,x,higher,0,10,4,4\n";
    let value = json(review(text));
    assert_eq!((&value["ranking"]["n"], &value["ranking"]["rank_correlation"]["value"]), (&2.into(), &1.0.into()));
}

#[test]
fn weights_are_learnt_only_where_the_model_is_one_mean_or_sum() {
    let header = "id,title,impact,confidence,ease\n";
    let items: String = (1..=12).map(|n| format!("A-{n},Item {n},{},{},{}\n", n % 9 + 1, n % 5 + 1, n % 7 + 1)).collect();
    let case = Case::new().file("backlog.csv", format!("{header}{items}"));
    let printed = case.args(["rank", "backlog.csv", "-m", "ice", "-f", "csv"]).any_output().exit(0).out();
    let results: String = (1..=12).map(|n| format!("A-{n},x,higher,0,10,{},100,9\n", n % 6)).collect();
    let case = review(&format!("{HEADER}\n{results}")).file("ranked.csv", printed).args(["--ranked", "ranked.csv", "-m", "ice"]);
    case.stdout_has(["No weights are learnt: the model is not one weighted mean or sum", "Confidence"]).exit(0);
}

#[test]
fn no_weights_are_learnt_where_no_criterion_goes_along_or_one_is_unknown() {
    let columns = ["customer_impact", "business_impact", "market_competitiveness", "ease"];
    let printed = |columns: &[&str]| {
        let rows = (1..=12).map(|n| format!("{n},{},A-{n}{}\n", 13 - n, format!(",{}", 10 - n % 10).repeat(columns.len())));
        format!("rank,score,id,{}\n{}", columns.join(","), rows.collect::<String>())
    };
    let against: String = (1..=12).map(|n| format!("A-{n},x,higher,0,10,{},100,9\n", n % 10)).collect();
    let results = format!("{HEADER}\n{against}");
    let of = |columns: &[&str]| json(review(&results).file("ranked.csv", printed(columns)).args(["--ranked", "ranked.csv"]))["ranking"]["no_scenario"].clone();
    assert_eq!(of(&columns), "nothing-learnt");
    assert_eq!(of(&columns[..3]), "no-ratings");
}

#[test]
fn what_it_prints_as_csv_it_reads_again() {
    let once = review(RESULTS).args(["-f", "csv"]).any_output().exit(0).out();
    assert!(once.starts_with("reading,share_reached,improvement,planned_improvement,execution,days_after_start,id,title,metric,"), "{once}");
    assert!(once.contains("raise-execution,0.5555555555555556,5,9,thin,,IMP-015,"), "{once}");
    let again = Case::new().args(["review", "-", "-f", "csv"]).stdin(once.as_str());
    assert_eq!(again.any_output().exit(0).out(), once);
    let grouped = review(INDICATORS).args(["--by", "team", "-f", "csv"]).any_output().exit(0).out();
    assert!(grouped.starts_with("group,reading,") && grouped.contains("\nSales,raise-execution,"), "{grouped}");
    let again = Case::new().args(["review", "-", "--by", "team", "-f", "csv"]).stdin(grouped.as_str());
    assert_eq!(again.any_output().exit(0).out(), grouped);
}

#[test]
fn all_that_is_wrong_is_told_at_once_with_its_place() {
    let text = format!("{HEADER}\nA-1,x,up and down,30,21,25,100,9\nA-1,x,,30%,21,25,100,9\n,x,higher,1,2,3,-5,11\nA-2,x,higher,1e3,NaN,\u{1b}[2J,100,99999999999999999999999999.5\n");
    review(&text).stderr("?").exit(1);
    review(&text).args(["--lang", "ja"]).stderr("?").exit(1);
    review(HEADER).stderr("?").exit(1);
    review("").stderr("?").exit(1);
    review("id,metric,better,baseline,before,planned\nA-1,x,higher,1,2,3\n").stderr("?").exit(1);
}

#[test]
fn a_ranking_of_another_kind_is_refused() {
    review(RESULTS).file("other.json", "{\"command\": \"check\"}").args(["--ranked", "other.json"]).stderr("?").exit(1);
    review(RESULTS).file("ranked.csv", "id,title\nIMP-009,x\n").args(["--ranked", "ranked.csv"]).stderr("?").exit(1);
    review(RESULTS).args(["--ranked", "none.csv"]).stderr("?").exit(2);
    Case::new().args(["review", "-", "--ranked", "-"]).stderr("?").exit(2);
}

#[test]
fn full_width_figures_and_decimal_commas_are_read() {
    let text = "ID;指標;向き;基準値;計画;実績\nA-1;x;低い;３０;21,5;25\n";
    let case = review(text);
    let value = json(case.stderr_has(["full-width-digits"]));
    assert_eq!(value["results"][0]["planned"], 21.5);
    assert_eq!(value["results"][0]["baseline"], 30);
}

#[test]
fn figures_with_a_percent_sign_keep_it() {
    let text = "id,metric,better,baseline,planned,actual\nA-1,Churn,lower,30 %,21%,25%\n";
    review(text).stdout_has(["30%      21%     25%", "+5         56 %"]).exit(0);
}

#[test]
fn a_file_in_shift_jis_and_a_workbook_are_read_like_any_other() {
    let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(RESULTS_JA);
    let case = Case::new().file("results.csv", &bytes[..]).args(["review", "results.csv"]);
    assert_eq!(readings(&json(case.stderr_has([""]))), readings(&json(review(RESULTS))));
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(RESULTS.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number),
                Err(_) => sheet.write(row, column, cell),
            }
            .expect("a cell");
        }
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let case = Case::new().file("results.xlsx", bytes).args(["review", "results.xlsx"]);
    assert_eq!(readings(&json(case)), readings(&json(review(RESULTS))));
}

#[test]
fn an_input_is_never_written_over() {
    review(RESULTS).args(["-o", "results.csv"]).stderr("?").exit(2);
    looked_back().args(["-o", "ranked.csv"]).stderr("?").exit(2);
}
