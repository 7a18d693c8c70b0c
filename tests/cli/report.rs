//! `tenbin report`: the page as a file. What it does in a browser is tested in one, under `tests/browser/`.

use serde_json::Value;

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

const WEIGHTS: &str = "\
model = \"matrix\"
[weights]
customer_impact = 0.4
business_impact = 0.3
market_competitiveness = 0.2
ease = 0.1
[scenarios.fast]
ease = 0.5
[ranking]
tie_break = [\"ease\"]
";

fn case(backlog: &str) -> Case {
    Case::new().file("backlog.csv", backlog).args(["report", "backlog.csv"])
}

/// What the page's script reads.
fn data(page: &str) -> Value {
    let json = page.split_once("<script type=\"application/json\" id=\"data\">").expect("a page holds its data").1;
    serde_json::from_str(json.split_once("</script>").expect("an element ends").0).expect("the data is JSON")
}

fn page(case: Case) -> String {
    case.any_output().exit(0).out()
}

#[test]
fn the_page_is_one_file_with_its_data_in_it() {
    let page = page(case(BACKLOG).file("weights.toml", WEIGHTS).args(["--top", "3"]));
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">\n"), "{}", &page[..200]);
    assert!(page.contains("<title>Priorities: backlog</title>"));
    for outside in ["http://", "https://", "src=", "href=", "@import", "url("] {
        let script = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!script.contains(outside), "{outside}");
    }
    let data = data(&page);
    assert_eq!(data["schema_version"], 1);
    assert_eq!(data["command"], "report");
    assert_eq!(data["top"], 3);
    assert_eq!(data["tie_break"], serde_json::json!(["ease"]));
    assert_eq!(data["columns"][0], "customer_impact");
    // Decimals are texts: no digit is lost on the way.
    assert_eq!(data["nodes"][1]["weight"], "0.4");
    assert_eq!(data["nodes"][1]["scale"], serde_json::json!(["1", "10"]));
    assert_eq!(data["items"][0]["ratings"], serde_json::json!(["8", "6", "4", "7"]));
    assert_eq!(data["items"][1]["rank"], 1);
    assert_eq!(data["scenarios"][0]["name"], "fast");
    let command = ["tenbin", "rank", "backlog.csv", "--model", "matrix"];
    assert_eq!(data["arguments"], serde_json::json!(command));
}

#[test]
fn a_page_in_japanese_is_japanese() {
    let page = page(case(BACKLOG_JA).args(["--lang", "ja"]));
    assert!(page.contains("<html lang=\"ja\">") && page.contains("<title>優先順位：backlog</title>"));
    assert_eq!(data(&page)["texts"]["weights"], "重み");
}

#[test]
fn blanks_and_ranges_stay_what_they_are() {
    let data = data(&page(case(BACKLOG_WITH_GAPS)));
    assert_eq!(data["items"][2]["ratings"][3], Value::Null);
    assert_eq!(data["items"][2]["rank"], Value::Null);
    assert_eq!(data["items"][1]["uncertain"], serde_json::json!(["ease"]));
    assert_eq!(data["items"][1]["ratings"][3], "7.5");
}

#[test]
fn what_weighs_nought_can_be_weighed_where_its_column_is_sound() {
    let rated = |backlog: &str| data(&page(case(backlog).args(["--weight", "ease=0"])))["nodes"][6]["rated"].clone();
    assert_eq!(data(&page(case(BACKLOG)))["nodes"][6]["key"], "ease");
    assert_eq!(rated(BACKLOG), true);
    // A fault in a column that isn't in use is no fault of the ranking.
    assert_eq!(rated(&BACKLOG.replace("4,7\n", "4,70\n")), false);
    let without = BACKLOG.lines().map(|line| line.rsplit_once(',').map_or(line, |(rest, _)| rest));
    assert_eq!(rated(&(without.collect::<Vec<_>>().join("\n") + "\n")), false);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let once = || page(case(TARGETS).args(["--model", "target"]));
    assert_eq!(once(), once());
}

#[test]
fn fields_that_no_model_has_are_told_and_left_out() {
    let drawn = |weights: &str| {
        let case = case(BACKLOG).file("weights.toml", weights).any_output();
        let outcome = case.exit(0);
        (outcome.err(), !data(&outcome.out())["triage"].is_null())
    };
    let told = |err: &str, drawn: bool| (err.to_owned(), drawn);
    assert_eq!(drawn("[triage]\nvalue = \"customer_impact\"\n"), told("", true));
    let unknown = "warning[unknown-key]: `churn` is not known here\n  --> weights.toml:2:9\n  help: use one of these: \
                   `customer_impact`, `affected_customers`, `severity`, `business_impact`, `market_competitiveness`, \
                   `ease`, `score`\n";
    assert_eq!(drawn("[triage]\nvalue = \"churn\"\n"), told(unknown, false));
    let same = "warning[bad-setting]: `ease` is `ease`, as is `value`: expected two different criteria\n  --> \
                weights.toml:2:9\n  help: four fields need two criteria: name two different ones under `[triage]`\n";
    assert_eq!(drawn("[triage]\nvalue = \"ease\"\n"), told(same, false));
    let lacking = "warning[missing-key]: `value` is missing in `[triage]`\n  --> weights.toml:2:8\n  help: add it\n";
    assert_eq!(drawn("[triage]\nease = \"severity\"\n"), told(lacking, false));
    // Criteria of the model that `triage` takes for actions are meant for other items; where none are named, none are missed.
    assert_eq!(drawn("[triage]\nvalue = \"churn_effect\"\n"), told("", false));
    assert_eq!(drawn("[triage]\nat = 5\n"), told("", false));
}

#[test]
fn a_page_goes_into_a_file_with_its_ending_alone() {
    case(BACKLOG)
        .args(["-o", "report.xlsx"])
        .stderr(
            "
        error: `report.xlsx` would hold a web page: end its name with `html`, `htm`
    ",
        )
        .exit(2);
    case(BACKLOG)
        .args(["-o", "report.pdf", "--lang", "ja"])
        .stderr(
            "
        エラー: `report.pdf` にはウェブページが入ります。拡張子は `html`、`htm` にしてください
    ",
        )
        .exit(2);
    let outcome = case(BACKLOG).args(["-o", "report.HTM"]).exit(0);
    assert!(outcome.bytes("report.HTM").starts_with(b"<!doctype html>"));
}

#[test]
fn a_file_that_is_wrong_gives_no_page_and_leaves_the_old_one() {
    let wrong = BACKLOG.replace("8,6,4,7", "8,60,4,7");
    let case_of_old = case(&wrong).file("report.html", "old").args(["-o", "report.html"]);
    case_of_old.stderr_has(["error[out-of-scale]"]).exit(1).left("report.html", "old");
    case(BACKLOG)
        .args(["--top", "0"])
        .stderr(
            "
        error: --top takes a number from 1 up
    ",
        )
        .exit(2);
}

#[test]
fn the_words_of_a_file_end_nothing() {
    let hostile = BACKLOG.replace("Faster search", "</script><script>alert(1)</script>&\u{2028}");
    let page = page(case(&hostile));
    assert_eq!(page.matches("</script>").count(), 2);
    assert!(!page.contains('\u{2028}'));
    assert_eq!(data(&page)["items"][1]["title"], "</script><script>alert(1)</script>&\u{2028}");
}

const SALES: &str = "id,title,ease,ease_note\nA-1,Finer permissions,1,three lost deals\nA-9,Elsewhere,4,\n";
const SUPPORT: &str = "id,title,ease\nA-1,Finer permissions,8\nA-9,Elsewhere,5\n";

fn with_sheets(sales: &str) -> Case {
    let case = case(BACKLOG).file("sales.csv", sales).file("support.csv", SUPPORT);
    case.args(["--sheets", "sales.csv", "support.csv"])
}

#[test]
fn sheets_bring_who_said_what_and_why() {
    let id = BACKLOG.lines().nth(1).and_then(|line| line.split(',').next()).expect("a backlog has items");
    let data = data(&page(with_sheets(&SALES.replace("A-1", id)).file("support.csv", SUPPORT.replace("A-1", id))));
    let found = &data["disagreement"];
    assert_eq!(found["raters"], serde_json::json!(["sales", "support"]));
    assert_eq!(found["criteria"], serde_json::json!(["ease"]));
    assert_eq!(found["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        found["items"][0],
        serde_json::json!({"item": 0, "cells": [{
            "median": "4.5", "min": "1", "max": "8", "ad": 3.5, "relative": 0.35, "agreed": false, "split": true,
            "said": [
                {"rater": 0, "rating": "1", "reason": "three lost deals"},
                {"rater": 1, "rating": "8", "reason": null},
            ],
        }]})
    );
    // What the backlog lacks is left out, and that is said.
    assert_eq!(found["not_found"], serde_json::json!(["A-9"]));
    assert_eq!(found["note"], "1 item of the sheets is not in the backlog, and not shown");
}

#[test]
fn without_sheets_nothing_is_said_of_raters() {
    assert_eq!(data(&page(case(BACKLOG))).get("disagreement"), None);
}

#[test]
fn a_faulty_sheet_gives_no_page_and_leaves_the_old_one() {
    let wrong = with_sheets(&SALES.replace(",1,", ",11,")).file("report.html", "old").args(["-o", "report.html"]);
    wrong.stderr_has(["error[out-of-scale]", "sales.csv:2:"]).exit(1).left("report.html", "old");
    let alone = case(BACKLOG).file("sales.csv", SALES).args(["--sheets", "sales.csv"]);
    alone.stderr_has(["two raters or more, found only sales"]).exit(2);
}

#[test]
fn a_sheet_is_never_written_over() {
    let case = case(BACKLOG).file("sales.csv", SALES).file("a.html", SUPPORT);
    let outcome = case.args(["-o", "a.html", "--sheets", "sales.csv", "a.html"]);
    outcome.stderr_has(["a.html"]).exit(2).left("a.html", SUPPORT);
    let twice = Case::new().args(["report", "-", "--sheets", "-"]);
    twice.stderr_has(["either the backlog or a sheet"]).exit(2);
}

const RESULTS: &str = "id,metric,better,baseline,planned,actual\nA-1,x,higher,0,10,10\nA-2,x,lower,20,10,15\n";

#[test]
fn results_stand_beside_the_scores_and_their_script_only_there() {
    let with = page(case(BACKLOG).file("results.csv", RESULTS).args(["--results", "results.csv"]));
    let points = data(&with)["results"]["points"].clone();
    assert_eq!(
        (&points[0]["id"], &points[0]["reached"], &points[0]["share"]),
        (&"A-1".into(), &true.into(), &"100 %".into())
    );
    assert_eq!(
        (&points[1]["score"], &points[1]["reached"], &points[1]["share"]),
        (&"6.5".into(), &false.into(), &"50 %".into())
    );
    assert!(with.contains("resultsPanel"));
    let without = page(case(BACKLOG));
    assert!(data(&without)["results"].is_null() && !without.contains("resultsPanel"));
}

#[test]
fn a_result_without_a_score_is_named_and_wrong_results_make_no_page() {
    let stranger = format!("{RESULTS}A-9,x,higher,0,10,5\n");
    let case_of = |results: &str| case(BACKLOG).file("results.csv", results).args(["--results", "results.csv"]);
    case_of(&stranger)
        .stdout_has(["<!doctype html>"])
        .stderr(
            "
        warning[unscored-result]: item `A-9` has no score in backlog.csv, so it says nothing of the ranking
          --> results.csv:4:1
          help: use the ranking by which the items were chosen, with the same ids; or write the score of that time
    ",
        )
        .exit(0);
    case_of(&RESULTS.replace("lower", "")).stderr("
        error[unknown-direction]: item `A-2` has no direction: nobody says whether a higher or a lower figure is better
          --> results.csv:3:7
          help: write `higher` where more is better, such as a completion rate, and `lower` where less is, such as a churn rate
        1 error, no warnings
    ").exit(1);
    case(BACKLOG)
        .args(["--results", "-", "--sheets", "-"])
        .stderr("error: only one of the files can come from standard input\n")
        .exit(2);
}
