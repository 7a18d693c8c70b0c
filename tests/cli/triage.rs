//! `tenbin triage`: four fields by two criteria, with what is near a threshold marked and what has blanks left out.

use super::harness::{BACKLOG, Case, TARGETS};

const ACTIONS: &str = "\
id,title,state,churn_effect,ease
A-01,Monthly usage report,As-Is,8,9
A-02,Initial setup for the customer,To-Be,9,3
A-03,Webinars,As-Is,5,7
A-04,Community,To-Be,7,4
A-05,Rewrite the guide,As-Is,6,6
A-06,Mobile screens,As-Is,4,3
A-07,Better search,To-Be,7,
";

const ACTIONS_JA: &str = "\
ID,施策,チャーン抑止に効果的,すぐに着手できる
A-01,活用レポートの月次送付,8,9
A-02,初期設定の代行,9,3
A-03,活用事例ウェビナー,5,7
A-04,推進者コミュニティ,7,
";

fn triage(text: &str, arguments: &[&str]) -> Case {
    Case::new().file("actions.csv", text).args(["triage", "actions.csv"]).args(arguments.iter().copied())
}

#[test]
fn actions_come_into_four_fields_and_those_with_blanks_into_none() {
    triage(ACTIONS, &[])
        .stdout(
            "
        Start now: name an owner and start (2)

        ID    Title                 Churn effect  Ease of starting  Close call
        ──────────────────────────────────────────────────────────────────────
        A-01  Monthly usage report             8                 9
        A-05  Rewrite the guide                6                 6  both

        Work out how: name an owner who keeps working out how (2)

        ID    Title                           Churn effect  Ease of starting
        ────────────────────────────────────────────────────────────────────
        A-02  Initial setup for the customer             9                 3
        A-04  Community                                  7                 4

        If someone has time: nobody has to, somebody may (1)

        ID    Title     Churn effect  Ease of starting  Close call
        ────────────────────────────────────────────────────────────
        A-03  Webinars             5                 7  Churn effect

        Put off: not in this round (1)

        ID    Title           Churn effect  Ease of starting
        ────────────────────────────────────────────────────
        A-06  Mobile screens             4                 3

        Effective: Churn effect from 6 up; easy to start: Ease of starting from 6 up (model actions)
        Close call: a difference of 1 would move it into another field. Talk about these 2 first: A-05, A-03
        Not placed: A-07 (Ease of starting missing)
        Next: name the owners of what starts now (2) and of what is to be worked out (2), in this meeting
    ",
        )
        .stderr(
            "
        warning[missing-rating]: item `A-07` has no rating for `ease`: it is not placed
          --> actions.csv:8:28
          help: fill in the rating; a blank counts neither as 0 nor as anything else
    ",
        )
        .exit(0);
}

#[test]
fn actions_come_into_four_fields_in_japanese() {
    triage(ACTIONS_JA, &["--lang", "ja"])
        .stdout(
            "
        すぐに着手：担当者を決めて、すぐに始める（1件）

        ID    改善項目                チャーン抑止効果  着手しやすさ
        ────────────────────────────────────────────────────────────
        A-01  活用レポートの月次送付                 8             9

        進め方を検討：担当者を決めて、進め方の検討を続ける（1件）

        ID    改善項目        チャーン抑止効果  着手しやすさ
        ────────────────────────────────────────────────────
        A-02  初期設定の代行                 9             3

        余力があれば：手の空いた人が取り組む（1件）

        ID    改善項目            チャーン抑止効果  着手しやすさ  境界
        ──────────────────────────────────────────────────────────────────────────
        A-03  活用事例ウェビナー                 5             7  チャーン抑止効果

        見送り：今回は着手しない（0件）

        該当なし

        効果的：チャーン抑止効果が6以上。着手しやすい：着手しやすさが6以上（モデル actions）
        境界：値が1違うだけで別の枠に移ります。まずこの1件を話し合ってください：A-03
        仕分けできない施策：A-04（着手しやすさが空欄）
        次は、この会議で、すぐに着手する施策（1件）と進め方を検討する施策（1件）の担当者を決めてください
    ",
        )
        .stderr(
            "
        警告[missing-rating]: 改善項目 `A-04` は `すぐに着手できる` (ease) の評価がないため、仕分けできません
          --> actions.csv:5:18
          対処: 評価を入力してください（空欄を0などの値とみなすことはありません）
    ",
        )
        .exit(0);
}

#[test]
fn the_csv_has_the_field_in_front_of_the_columns_as_they_were() {
    triage(ACTIONS, &["-f", "csv", "-q"])
        .stdout(
            "
        action,label,near,id,title,state,churn_effect,ease
        start_now,Start now,,A-01,Monthly usage report,As-Is,8,9
        start_now,Start now,churn_effect ease,A-05,Rewrite the guide,As-Is,6,6
        work_out,Work out how,,A-02,Initial setup for the customer,To-Be,9,3
        work_out,Work out how,,A-04,Community,To-Be,7,4
        if_time,If someone has time,churn_effect,A-03,Webinars,As-Is,5,7
        put_off,Put off,,A-06,Mobile screens,As-Is,4,3
        ,,,A-07,Better search,To-Be,7,
    ",
        )
        .exit(0);
}

#[test]
fn the_json_has_the_fields_the_thresholds_and_what_is_left_out() {
    let text = "id,title,churn_effect,ease\nA-01,Report,8,9\nA-02,Setup,5,3\nA-03,Search,,\n";
    triage(text, &["-f", "json", "-q"])
        .stdout(
            r#"
        {
          "schema_version": 1,
          "command": "triage",
          "model": "actions",
          "value": {
            "key": "churn_effect",
            "label": "Churn effect",
            "at": 6,
            "near": 1,
            "good": "at_least"
          },
          "ease": {
            "key": "ease",
            "label": "Ease of starting",
            "at": 6,
            "near": 1,
            "good": "at_least"
          },
          "fields": [
            {
              "field": "start_now",
              "label": "Start now",
              "items": [
                {
                  "id": "A-01",
                  "title": "Report",
                  "value": 8,
                  "ease": 9,
                  "near": []
                }
              ]
            },
            {
              "field": "work_out",
              "label": "Work out how",
              "items": []
            },
            {
              "field": "if_time",
              "label": "If someone has time",
              "items": []
            },
            {
              "field": "put_off",
              "label": "Put off",
              "items": [
                {
                  "id": "A-02",
                  "title": "Setup",
                  "value": 5,
                  "ease": 3,
                  "near": [
                    "churn_effect"
                  ]
                }
              ]
            }
          ],
          "unplaced": [
            {
              "id": "A-03",
              "title": "Search",
              "missing": [
                "churn_effect",
                "ease"
              ],
              "reason": "missing"
            }
          ],
          "findings": [
            {
              "rule": "missing-rating",
              "severity": "warning",
              "file": "actions.csv",
              "line": 4,
              "column": 13,
              "message": "item `A-03` has no rating for `churn_effect`: it is not placed",
              "help": "fill in the rating; a blank counts neither as 0 nor as anything else",
              "id": "A-03",
              "criterion": "churn_effect"
            },
            {
              "rule": "missing-rating",
              "severity": "warning",
              "file": "actions.csv",
              "line": 4,
              "column": 14,
              "message": "item `A-03` has no rating for `ease`: it is not placed",
              "help": "fill in the rating; a blank counts neither as 0 nor as anything else",
              "id": "A-03",
              "criterion": "ease"
            }
          ],
          "finding_count": 2
        }
    "#,
        )
        .exit(0);
}

#[test]
fn markdown_has_a_heading_for_each_field() {
    triage("id,title,churn_effect,ease\nA-01,A|b,8,9\n", &["-f", "markdown"])
        .stdout(
            r#"
        ## Start now: name an owner and start \(1\)

        | ID | Title | Churn effect | Ease of starting |
        | --- | --- | ---: | ---: |
        | A-01 | A\|b | 8 | 9 |

        ## Work out how: name an owner who keeps working out how \(0\)

        Nothing here

        ## If someone has time: nobody has to, somebody may \(0\)

        Nothing here

        ## Put off: not in this round \(0\)

        Nothing here

        Effective: Churn effect from 6 up; easy to start: Ease of starting from 6 up \(model actions\)

        Next: name the owners of what starts now \(1\), in this meeting
    "#,
        )
        .exit(0);
}

#[test]
fn a_value_at_the_threshold_is_good_and_compared_as_written() {
    let text = "id,churn_effect,ease\na,6,6\nb,5.99999999999999999999,6\nc,6.00000000000000000001,6\n";
    let fields = |arguments: &[&str]| {
        let outcome = triage(text, arguments).any_output().exit(0);
        outcome.out().lines().skip(1).map(|line| line.split(',').next().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(fields(&["-f", "csv"]), ["start_now", "start_now", "if_time"]);
    assert_eq!(fields(&["-f", "csv", "--at", "6.00000000000000000001"]), ["work_out", "put_off", "put_off"]);
}

#[test]
fn any_criterion_factor_or_the_score_can_be_an_axis() {
    let backlog = || Case::new().file("backlog.csv", BACKLOG).args(["triage", "backlog.csv"]);
    backlog().args(["--value", "customer_impact"]).stdout_has(["Customer impact", "model matrix"]).exit(0);
    backlog()
        .args(["--value", "score", "--at", "6.25", "-f", "csv"])
        .stdout(
            "
        action,label,near,score,id,title,customer_impact,business_impact,market_competitiveness,ease
        start_now,Start now,score ease,6.25,A-1,Download invoices in bulk,8,6,4,7
        start_now,Start now,score,6.25,A-5,Line numbers in import errors,8,5,3,9
        work_out,Work out how,score,6.5,A-2,Faster search,9,7,6,4
        work_out,Work out how,score,6.25,A-3,Single sign-on,5,9,8,3
        put_off,Put off,score ease,5.75,A-4,Mobile notifications,6,4,7,6
    ",
        )
        .exit(0);
    backlog().args(["--value", "市場競争力"]).stdout_has(["Market competitiveness from 6 up"]).exit(0);
    let targets = || Case::new().file("targets.csv", TARGETS).args(["triage", "targets.csv", "-m", "target"]);
    targets().args(["--value", "impact", "--ease", "cost", "--at", "3"]).stdout("
        Start now: name an owner and start (1)

        ID   Title                             Impact  Cost
        ───────────────────────────────────────────────────
        T-2  Renewals that nobody sees coming     320     2

        Work out how: name an owner who keeps working out how (1)

        ID   Title                           Impact  Cost  Close call
        ─────────────────────────────────────────────────────────────
        T-1  Month-end rework in accounting     432     4  Cost

        If someone has time: nobody has to, somebody may (0)

        Nothing here

        Put off: not in this round (0)

        Nothing here

        Effective: Impact from 3 up; easy to start: Cost up to 3 (model target)
        All stand on one side of the threshold for Impact (320 to 432): set another one with `--at`, or with `value_at` under [triage] in the weights file
        Close call: a difference of 0.3 (Impact), 1 (Cost) would move it into another field. Talk about this one first: T-1
        Next: name the owners of what starts now (1) and of what is to be worked out (1), in this meeting
    ").exit(0);
}

#[test]
fn columns_that_no_axis_needs_may_be_blank_or_absent() {
    let text = "id,customer_impact,business_impact,ease\na,8,,7\nb,3,1,7\n";
    let case = || triage(text, &["--value", "customer_impact", "-f", "csv"]);
    case()
        .stdout(
            "
        action,label,near,id,customer_impact,business_impact,ease
        start_now,Start now,,a,8,,7
        if_time,If someone has time,,b,3,1,7
    ",
        )
        .exit(0);
    case().file("weights.toml", "model = \"matrix\"\n[weights]\ncustomer_impact = 4\nbusiness_impact = 3\nmarket_competitiveness = 2\nease = 0\n[ranking]\ntie_break = [\"market_competitiveness\"]\n").stdout_has(["start_now"]).exit(0);
    triage(text, &["--value", "score"]).stderr_has(["missing-column", "market_competitiveness"]).exit(1);
}

#[test]
fn a_weights_file_for_another_model_is_no_hindrance() {
    let case = |arguments: &[&str]| {
        triage(ACTIONS, arguments).file("weights.toml", "model = \"matrix\"\n[weights]\ncustomer_impact = 4\nbusiness_impact = 3\nmarket_competitiveness = 2\nease = 1\n")
    };
    case(&["-q"]).stdout_has(["model actions"]).exit(0);
    case(&["-m", "matrix"]).stderr("
        error[unknown-key]: `churn_effect` is not known here
          --> --value
          help: use one of these: `customer_impact`, `affected_customers`, `severity`, `business_impact`, `market_competitiveness`, `ease`, `score`
        1 error, no warnings
    ").exit(2);
}

const OWN: &str = "\
[triage]
at = 7
ease_at = 4
near = 0

[triage.labels]
start_now = { en = \"Do it\", ja = \"やる\" }
put_off = { ja = \"やらない\" }
";

#[test]
fn thresholds_and_wording_come_from_the_weights_file() {
    triage(ACTIONS, &["-q"])
        .file("weights.toml", OWN)
        .stdout(
            "
        Do it (2)

        ID    Title                 Churn effect  Ease of starting
        ──────────────────────────────────────────────────────────
        A-01  Monthly usage report             8                 9
        A-04  Community                        7                 4

        Work out how: name an owner who keeps working out how (1)

        ID    Title                           Churn effect  Ease of starting
        ────────────────────────────────────────────────────────────────────
        A-02  Initial setup for the customer             9                 3

        If someone has time: nobody has to, somebody may (2)

        ID    Title              Churn effect  Ease of starting
        ───────────────────────────────────────────────────────
        A-03  Webinars                      5                 7
        A-05  Rewrite the guide             6                 6

        Put off: not in this round (1)

        ID    Title           Churn effect  Ease of starting
        ────────────────────────────────────────────────────
        A-06  Mobile screens             4                 3

        Effective: Churn effect from 7 up; easy to start: Ease of starting from 4 up (model actions)
        Not placed: A-07 (Ease of starting missing)
        Next: name the owners of what starts now (2) and of what is to be worked out (1), in this meeting
    ",
        )
        .exit(0);
    triage(ACTIONS, &["-q", "--lang", "ja"])
        .file("weights.toml", OWN)
        .stdout_has(["やる（2件）", "やらない（1件）"])
        .exit(0);
}

#[test]
fn wrong_settings_are_told_with_their_place() {
    let settings = |text: &str| triage(ACTIONS, &[]).file("weights.toml", text);
    settings("[triage]\nat = \"six\"\nnear = -1\nvalu = 3\n[triage.labels]\nstart = { en = \"x\" }\nput_off = \"x\"\n")
        .stderr(
            r#"
            error[bad-setting]: `at` is `"six"`, expected a number
              --> weights.toml:2:6
              help: write the value at which the upper half begins, such as `at = 6`
            error[bad-setting]: `near` is `-1`, expected a number from 0 up
              --> weights.toml:3:8
              help: write how far from a threshold an item is still marked, such as `near = 1`
            error[unknown-key]: `valu` is not known here
              --> weights.toml:4:1
              help: write `value`, if that is meant
            error[unknown-key]: `start` is not known here
              --> weights.toml:6:1
              help: write `start_now`, if that is meant
            error[wrong-type]: `put_off` must be a section
              --> weights.toml:7:11
              help: write its name in brackets on a line of its own, such as `[weights]`, and its keys below
            5 errors, no warnings
        "#,
        )
        .exit(2);
    settings("[triage]\nvalue = \"churn\"\n")
        .stderr(
            "
        error[unknown-key]: `churn` is not known here
          --> weights.toml:2:9
          help: write `churn_effect`, if that is meant
        1 error, no warnings
    ",
        )
        .exit(2);
    settings("[triage]\nvalue = \"ease\"\n")
        .stderr(
            "
        error[bad-setting]: `ease` is `ease`, as is `value`: expected two different criteria
          --> weights.toml:2:9
          help: four fields need two criteria: name two different ones under `[triage]`
        1 error, no warnings
    ",
        )
        .exit(2);
    // Other commands have no use for these names, and don't look at them.
    Case::new()
        .file("b.csv", BACKLOG)
        .file("weights.toml", "[triage]\nvalue = \"churn\"\n")
        .args(["rank", "b.csv"])
        .stdout_has(["A-1"])
        .exit(0);
}

#[test]
fn wrong_names_and_thresholds_on_the_command_line_are_told() {
    triage(ACTIONS, &["--value", "churn_efect"])
        .stderr(
            "
        error[unknown-key]: `churn_efect` is not known here
          --> --value
          help: write `churn_effect`, if that is meant
        1 error, no warnings
    ",
        )
        .exit(2);
    triage(ACTIONS, &["--value", "ease"])
        .stderr(
            "
        error[bad-setting]: `ease` is `ease`, as is `value`: expected two different criteria
          help: four fields need two criteria: name one with `--value` and another one with `--ease`
        1 error, no warnings
    ",
        )
        .exit(2);
    triage(ACTIONS, &["--at", "six"])
        .stderr("error: `six` is no threshold: write a number, such as `--at 6`\n")
        .exit(2);
    triage(ACTIONS, &["--at", "99999999999999999999999999.5"]).stderr_has(["is no threshold"]).exit(2);
    triage(ACTIONS, &["--value", "ease", "--lang", "ja"])
        .stderr(
            "
        エラー[bad-setting]: `ease` が `value` と同じ `ease` です（異なる2つの評価軸を指定します）
          対処: 4つに仕分けるには評価軸が2つ必要です。`--value` と `--ease` に別々の評価軸を指定してください
        エラー1件、警告0件
    ",
        )
        .exit(2);
}

#[test]
fn a_threshold_that_tells_nothing_apart_is_said_to() {
    triage(ACTIONS, &["--at", "-3", "-q"])
        .stdout_has(["All stand on one side of the threshold for Churn effect (4 to 9)", "ease_at"])
        .exit(0);
}

#[test]
fn a_range_that_reaches_over_the_threshold_is_a_close_call() {
    let text = "id,churn_effect,ease\na,3-10,9\nb,9-10,9\n";
    triage(text, &["-f", "csv"])
        .stdout(
            "
        action,label,near,id,churn_effect,ease
        start_now,Start now,,b,9-10,9
        start_now,Start now,churn_effect,a,3-10,9
    ",
        )
        .exit(0);
}

#[test]
fn a_value_that_only_the_score_could_not_have_is_placed() {
    let text = "id,reach,impact,confidence,effort\na,10,3,1,0\nb,10,0.5,1,9\n";
    triage(text, &["-m", "rice", "--value", "reach", "--ease", "effort", "-f", "csv", "-q"])
        .stdout(
            "
        action,label,near,id,reach,impact,confidence,effort
        start_now,Start now,,a,10,3,1,0
        work_out,Work out how,,b,10,0.5,1,9
    ",
        )
        .exit(0);
    // A factor that is 0 divides nothing but the score.
    let text = "id,customers,months,value,chance,initial_cost,running_cost\na,10,3,1,80%,0,0\nb,2,3,1,80%,9,4\n";
    triage(text, &["-m", "roi", "--value", "customers", "--ease", "cost", "-f", "csv", "-q"])
        .stdout(
            "
        action,label,near,cost,id,customers,months,value,chance,initial_cost,running_cost
        start_now,Start now,,0,a,10,3,1,80%,0,0
        put_off,Put off,,13,b,2,3,1,80%,9,4
    ",
        )
        .exit(0);
}

#[test]
fn broken_files_are_refused_as_elsewhere() {
    triage("", &[]).stderr_has(["empty-file"]).exit(1);
    triage("id,churn_effect,ease\n", &[]).stderr_has(["no-items"]).exit(1);
    triage("id,churn_effect,ease\na,NaN,3\na,11,99999999999999999999999999.5\n", &[])
        .stderr_has(["not-a-number", "duplicate-id", "out-of-scale"])
        .exit(1);
    triage(BACKLOG, &[]).stderr("
        error[missing-column]: there is no column for `churn_effect`
          --> actions.csv:1:1
          help: if one of the headers means it, pass `--column churn_effect=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `title`, `customer_impact`, `business_impact`, `market_competitiveness`, `ease`
        1 error, no warnings
        note: the headers fit the model `matrix`: place the items by two of its criteria, named with `--value` and `--ease`: `customer_impact`, `business_impact`, `market_competitiveness`, `ease`
    ").exit(1);
    triage("id,title,ease\na,b,3\n", &[]).stderr_has(["there is no column for `churn_effect`"]).exit(1);
}
