//! `--by` and `--where` on `rank`, `triage`, `review` and `report`: whose problem is it?

use serde_json::{Value, json};

use super::harness::Case;

const BACKLOG: &str = include_str!("../../examples/backlog_en.csv");
const ACTIONS: &str = include_str!("../../examples/actions_en.csv");
const ACTIONS_JA: &str = include_str!("../../examples/actions_ja.csv");
const INDICATORS: &str = include_str!("../../examples/indicators_en.csv");

/// Two ties, a blank rating, a blank segment, and segments that differ by case, width and spaces alone.
const SMALL: &str = "id,title,segment,team,customer_impact,business_impact,market_competitiveness,ease\n\
    A-1,One,SMB,CS,9,9,9,9\n\
    A-2,Two,smb ,Dev,8,8,8,8\n\
    A-3,Three,Enterprise,CS,8,8,8,8\n\
    A-4,Four,,Dev,8,8,8,8\n\
    A-5,Five,ＳＭＢ,CS,7,7,7,7\n\
    A-6,Six,Enterprise,Dev,6,6,6,\n\
    A-7,Seven,Partner,Dev,6,6,,6\n";

fn small(arguments: &[&str]) -> Case {
    Case::new().file("b.csv", SMALL).args(["rank", "b.csv"]).args(arguments)
}

fn out(case: Case) -> String {
    case.any_output().exit(0).out()
}

fn value(case: Case) -> Value {
    serde_json::from_str(&out(case.args(["-f", "json"]))).expect("JSON")
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

/// What the script of a page reads.
fn data(page: &str) -> Value {
    let json = page.split_once("id=\"data\">").and_then(|(_, rest)| rest.split_once("</script>"));
    serde_json::from_str(json.expect("a page with data").0).expect("JSON")
}

fn ids(items: &Value) -> Vec<&str> {
    items.as_array().expect("a list").iter().map(|item| item["id"].as_str().expect("an id")).collect()
}

#[test]
fn each_group_has_its_own_ranks_beside_those_among_all() {
    small(&["--by", "segment", "--top", "2", "-q"]).stdout("
        segment     Items  Best rank  In the top 2
        ──────────────────────────────────────────
        SMB             3          1             2
        Enterprise      2          2             1
        Partner         1                        0
        (none)          1          2             1

        SMB

        In group  Rank  ID   Title  Score            Customer impact  Business impact  Market competitiveness  Ease
        ───────────────────────────────────────────────────────────────────────────────────────────────────────────
               1     1  A-1  One        9  ███████▏                9                9                       9     9
               2    =2  A-2  Two        8  ██████▎                 8                8                       8     8

        Enterprise

        In group  Rank  ID   Title  Score           Customer impact  Business impact  Market competitiveness  Ease
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────
               1    =2  A-3  Three      8  ██████▎                8                8                       8     8

        (none)

        In group  Rank  ID   Title  Score           Customer impact  Business impact  Market competitiveness  Ease
        ──────────────────────────────────────────────────────────────────────────────────────────────────────────
               1    =2  A-4  Four       8  ██████▎                8                8                       8     8

        The largest part of the top 2: SMB, with 2 of its 4 items
        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        Not ranked: A-6 (Ease missing, could be rank 5 to 6), A-7 (Market competitiveness missing, could be rank 5 to 6)
        The cut at 2 goes through a tie: A-2, A-3, A-4 share rank 2, so 4 items are shown
    ").exit(0);
}

#[test]
fn groups_are_told_in_japanese_too() {
    Case::new()
        .file("b.csv", ACTIONS_JA)
        .args(["rank", "b.csv", "-m", "actions", "--by", "state", "--where", "state=as-is", "--lang", "ja"])
        .stdout("
            state  件数  最高順位  上位10件以内
            ───────────────────────────────────
            As-Is     4         1             4

            As-Is

            グループ内  順位  ID    改善項目                          総合スコア           チャーン抑止効果  着手しやすさ
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
                     1     1  A-01  管理者向け活用レポートの月次送付         8.5  ██████▋                 8             9
                    =2    =2  A-03  活用事例ウェビナー                       6.0  ████▌                   5             7
                    =2    =2  A-06  操作ガイドの刷新                         6.0  ████▌                   6             6
                     4     4  A-09  モバイル画面の改善                       3.5  ██▎                     4             3

            9件のうち4件を表示（state が as-is）
            順位は表示している項目の中での順位です。総合スコアは、表示していない項目に左右されません
            モデル actions：チャーン抑止効果 50%、着手しやすさ 50%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn items_without_a_rank_stand_apart_as_ever() {
    small(&["--by", "Segment", "-f", "csv", "-q"])
        .stdout(
            "
            rank,score,group,group_rank,id,title,segment,team,customer_impact,business_impact,market_competitiveness,ease
            1,9,SMB,1,A-1,One,SMB,CS,9,9,9,9
            2,8,SMB,2,A-2,Two,smb ,Dev,8,8,8,8
            5,7,SMB,3,A-5,Five,ＳＭＢ,CS,7,7,7,7
            2,8,Enterprise,1,A-3,Three,Enterprise,CS,8,8,8,8
            2,8,,1,A-4,Four,,Dev,8,8,8,8
            ,,Enterprise,,A-6,Six,Enterprise,Dev,6,6,6,
            ,,Partner,,A-7,Seven,Partner,Dev,6,6,,6
            ",
        )
        .exit(0);
}

#[test]
fn programs_get_groups_and_both_ranks() {
    let value = value(small(&["--by", "segment", "--top", "3"]));
    let group = |name: &str, items: u64, unranked: u64, best: Option<u64>, in_top: u64| json!({ "name": name, "items": items, "unranked": unranked, "best_rank": best, "in_top": in_top });
    // Three share rank 2, so that the top 3 has four items.
    let groups = [
        group("SMB", 3, 0, Some(1), 2),
        group("Enterprise", 2, 1, Some(2), 1),
        group("Partner", 1, 1, None, 0),
        group("", 1, 0, Some(2), 1),
    ];
    assert_eq!(value["by"], json!({ "column": "segment", "top": 3, "groups": groups }));
    assert_eq!(ids(&value["items"]), ["A-1", "A-2", "A-3", "A-4"]);
    let ranks = |item: &Value| json!([item["rank"], item["group"], item["group_rank"]]);
    let items: Vec<Value> = value["items"].as_array().expect("a list").iter().map(ranks).collect();
    assert_eq!(items, [json!([1, "SMB", 1]), json!([2, "SMB", 2]), json!([2, "Enterprise", 1]), json!([2, "", 1])]);
    assert_eq!(value["unranked"][1]["group"], "Partner");
    assert!(value.get("where").is_none());
}

#[test]
fn the_top_is_ten_where_nobody_says_otherwise() {
    assert_eq!(value(small(&["--by", "segment"]))["by"]["top"], 10);
    let weights = "[check]\ntop = 4\n";
    let case = small(&["--by", "segment", "-w", "w.toml"]).file("w.toml", weights);
    assert_eq!(value(case)["by"]["top"], 4);
    assert!(value(small(&[])).get("by").is_none());
}

#[test]
fn what_is_left_out_is_not_ranked_and_moves_no_score() {
    let all = value(small(&[]));
    let kept = value(small(&["--where", "team=dev"]));
    assert_eq!(ids(&kept["items"]), ["A-2", "A-4"]);
    assert_eq!(ids(&kept["unranked"]), ["A-6", "A-7"]);
    assert_eq!([&kept["items"][0]["rank"], &kept["items"][1]["rank"]], [&json!(1), &json!(1)]);
    assert_eq!(kept["items"][0]["score"], all["items"][1]["score"]);
    let condition = json!({ "column": "team", "not": false, "value": "dev" });
    assert_eq!(kept["where"], json!({ "conditions": [condition], "kept": 4, "of": 7 }));
    // Its warnings are about rows that are kept.
    assert_eq!(kept["finding_count"], all["finding_count"]);
    assert_eq!(value(small(&["--where", "team=CS"]))["finding_count"], 0);
}

#[test]
fn values_of_one_column_are_alternatives_and_conditions_on_several_all_hold() {
    let kept = |conditions: &[&str]| {
        let arguments: Vec<&str> = conditions.iter().flat_map(|condition| ["--where", *condition]).collect();
        let value = value(small(&arguments));
        [&value["items"], &value["unranked"]].map(|list| ids(list).join(" ")).join("|")
    };
    assert_eq!(kept(&["segment=SMB"]), "A-1 A-2 A-5|");
    assert_eq!(kept(&["segment=Partner", "segment= enterprise"]), "A-3|A-6 A-7");
    assert_eq!(kept(&["segment=SMB", "team!=CS"]), "A-2|");
    assert_eq!(kept(&["segment!=SMB", "segment!=Enterprise"]), "A-4|A-7");
    assert_eq!(kept(&["segment="]), "A-4|");
    assert_eq!(kept(&["segment!="]), "A-1 A-2 A-3 A-5|A-6 A-7");
    assert_eq!(kept(&["ease="]), "|A-6");
    assert_eq!(kept(&["title=One", "Ease!=8"]), "A-1|");
    assert_eq!(kept(&["team=CS", "segment="]), "|");
}

#[test]
fn under_the_table_stands_what_was_kept_and_why() {
    small(&["--where", "segment=SMB", "--where", "segment=", "--where", "team!=CS", "-q"]).stdout("
        Rank  ID   Title  Score           Customer impact  Business impact  Market competitiveness  Ease
        ────────────────────────────────────────────────────────────────────────────────────────────────
          =1  A-2  Two        8  ██████▎                8                8                       8     8
          =1  A-4  Four       8  ██████▎                8                8                       8     8

        2 of 7 rows are kept: segment is SMB or blank and team is not CS
        Ranks are among the rows that are kept; no score depends on the others
        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
    ").exit(0);
}

#[test]
fn where_nothing_is_kept_the_answer_is_empty_and_says_so() {
    small(&["--where", "segment=Partner", "--where", "team=CS", "-q"]).stdout("
        Rank  ID  Title  Score     Customer impact  Business impact  Market competitiveness  Ease
        ─────────────────────────────────────────────────────────────────────────────────────────

        None of 7 rows is kept: segment is Partner and team is CS
        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
    ").exit(0);
    small(&["--where", "segment=Partner", "--where", "team=CS", "-q", "--by", "team", "--lang", "ja"])
        .stdout("
            team  件数  最高順位  上位10件以内
            ──────────────────────────────────

            7件のうち、条件に合うものはありません（segment が Partner、team が CS）
            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn rows_of_the_first_are_those_of_the_kept_ones() {
    let csv = |arguments: &[&str]| out(small(arguments).args(["-f", "csv", "-q"]));
    let rows = csv(&["--where", "team=Dev", "--top", "1"]);
    assert_eq!(
        rows.lines().map(|line| line.split(',').nth(2).unwrap_or_default()).collect::<Vec<_>>(),
        ["id", "A-2", "A-4"]
    );
    assert_eq!(csv(&["--by", "team", "--top", "1"]).lines().count(), 2);
}

#[test]
fn a_column_or_a_value_that_is_not_there_is_told_with_those_that_are() {
    small(&["--by", "segmnt"]).stderr("error: there is no column `segmnt` in the file, which has `id`, `title`, `segment`, `team`, `customer_impact`, `business_impact`, `market_competitiveness`, `ease`; did you mean `segment`?\n").exit(2);
    small(&["--where", "segment=SMBs"])
        .stderr(
            "error: no row has `SMBs` under `segment`, which has `SMB`, `Enterprise`, `Partner`; did you mean `SMB`?\n",
        )
        .exit(2);
    small(&["--where", "owner=CS", "--lang", "ja"]).stderr("エラー: `owner` という列はありません（ある列：`id`、`title`、`segment`、`team`、`customer_impact`、`business_impact`、`market_competitiveness`、`ease`）\n").exit(2);
    small(&["--where", "segment=中小", "--lang", "ja"])
        .stderr("エラー: `segment` が `中小` の行はありません（ある値：`SMB`、`Enterprise`、`Partner`）\n")
        .exit(2);
    small(&["--where", "segment"])
        .stderr("error: `segment` is no condition, expected `COLUMN=VALUE` or `COLUMN!=VALUE`\n")
        .exit(2);
    small(&["--where", "=SMB"])
        .stderr("error: `=SMB` is no condition, expected `COLUMN=VALUE` or `COLUMN!=VALUE`\n")
        .exit(2);
}

#[test]
fn what_was_to_be_left_out_and_is_nowhere_is_a_note() {
    Case::new()
        .file("b.csv", BACKLOG)
        .args(["rank", "b.csv", "--where", "owner!=Sails", "--top", "1"])
        .stdout("
            Rank  ID       Title                                Score          Customer impact  Business impact  Market competitiveness  Ease
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  IMP-009  Onboarding steps inside the product      7  █████▍                9                8                       5     6

            24 of 24 rows are kept: owner is not Sails
            Ranks are among the rows that are kept; no score depends on the others
            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .stderr("note: no row has `Sails` under `owner`, which has `CS`, `Dev`, `Sales`, `Marketing`; did you mean `Sales`?\n")
        .exit(0);
}

#[test]
fn of_two_columns_with_one_heading_the_number_decides() {
    let text = "id,Labels,Labels,customer_impact,business_impact,market_competitiveness,ease\n\
        A,x,y,9,9,9,9\nB,y,x,8,8,8,8\n";
    let case = |column: &str| {
        let condition = format!("{column}=x");
        Case::new().file("b.csv", text).args(["rank", "b.csv", "--where"]).args([condition])
    };
    case("labels").stderr("error: 2 columns are called `labels`: name one by its number, such as `labels#1`\n").exit(2);
    assert_eq!(ids(&value(case("labels#2"))["items"]), ["B"]);
}

#[test]
fn faults_of_rows_that_would_be_left_out_are_faults() {
    let text = SMALL.replace("Two,smb ,Dev,8", "Two,smb ,Dev,80");
    let case = Case::new().file("b.csv", text).args(["rank", "b.csv", "--where", "team=CS"]);
    let outcome = case.any_output().exit(1);
    assert!(outcome.out().is_empty());
}

#[test]
fn as_is_and_to_be_are_triaged_apart() {
    Case::new().file("a.csv", ACTIONS).args(["triage", "a.csv", "--by", "state"]).stdout("
        state  Items  Best rank  In the top 10  Start now  Work out how  If someone has time  Put off
        ─────────────────────────────────────────────────────────────────────────────────────────────
        As-Is      4          1              4          2             0                    1        1
        To-Be      5          2              5          2             3                    0        0

        Start now: name an owner and start (4)

        state  In group  Rank  ID    Title                                         Churn effect  Ease of starting  Close call
        ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        As-Is         1     1  A-01  Monthly usage report for administrators                  8                 9
        As-Is        =2    =4  A-06  Rewrite the user guide                                   6                 6  both
        To-Be         1     2  A-05  Automatic mail to people who never logged in             8                 8
        To-Be         2     3  A-08  Rethink the default notifications                        6                 8  Churn effect

        Work out how: name an owner who keeps working out how (3)

        state  In group  Rank  ID    Title                                  Churn effect  Ease of starting
        ──────────────────────────────────────────────────────────────────────────────────────────────────
        To-Be         3    =4  A-02  Do the initial setup for the customer             9                 3
        To-Be         4     7  A-04  Community for champions                           7                 4
        To-Be         5     8  A-07  Better search results                             7                 2

        If someone has time: nobody has to, somebody may (1)

        state  In group  Rank  ID    Title                           Churn effect  Ease of starting  Close call
        ─────────────────────────────────────────────────────────────────────────────────────────────────────────
        As-Is        =2    =4  A-03  Webinars with customer stories             5                 7  Churn effect

        Put off: not in this round (1)

        state  In group  Rank  ID    Title                       Churn effect  Ease of starting
        ───────────────────────────────────────────────────────────────────────────────────────
        As-Is         4     9  A-09  Improve the mobile screens             4                 3

        Effective: Churn effect from 6 up; easy to start: Ease of starting from 6 up (model actions)
        Close call: a difference of 1 would move it into another field. Talk about these 3 first: A-08, A-06, A-03
        Next: name the owners of what starts now (4) and of what is to be worked out (3), in this meeting
    ").exit(0);
    let case = || Case::new().file("a.csv", ACTIONS).args(["triage", "a.csv"]);
    let grouped = value(case().args(["--by", "state"]));
    let first = &grouped["fields"][0]["items"][0];
    assert_eq!(json!([first["rank"], first["group"], first["group_rank"]]), json!([1, "As-Is", 1]));
    let kept = value(case().args(["--where", "state=To-Be"]));
    let fields = kept["fields"].as_array().expect("fields");
    assert_eq!(fields.iter().map(|field| ids(&field["items"]).len()).sum::<usize>(), 5);
    assert_eq!(kept["where"]["kept"], 5);
    let csv = out(case().args(["--by", "state", "-f", "csv"]));
    assert!(csv.starts_with("action,label,near,rank,group,group_rank,id,title,state,"), "{csv}");
}

#[test]
fn an_action_without_a_field_is_left_out_with_the_others() {
    let text = "id,state,churn_effect,ease\nA,As-Is,,5\nB,To-Be,7,8\n";
    let case = Case::new().file("a.csv", text).args(["triage", "a.csv", "--where", "state!=As-Is"]);
    assert_eq!(value(case)["unplaced"], json!([]));
}

#[test]
fn one_teams_results_are_reviewed_alone() {
    let case = || Case::new().file("r.csv", INDICATORS).args(["review", "r.csv"]);
    let kept = value(case().args(["--where", "team=marketing", "--by", "担当チーム"]));
    assert_eq!(ids(&kept["results"]), ["IMP-006", "IMP-010", "IMP-004"]);
    assert_eq!(kept["where"]["of"], 16);
    let groups = json!([{
        "name": "Marketing", "metrics": 3, "reached": 1, "not_reached": 2, "not_measured": 0, "without_plan": 0,
        "results": [0, 1, 2],
    }]);
    assert_eq!(kept["by"], json!({ "column": "team", "groups": groups }));
    let csv = out(case().args(["--where", "team=marketing", "-f", "csv"]));
    assert_eq!(csv.lines().count(), 4);
    case().args(["--where", "team=Legal"]).stderr("error: no row has `Legal` under `team`, which has `Customer success`, `Sales`, `Development`, `Marketing`\n").exit(2);
    case()
        .args(["--where", "team=Sales", "--where", "metric=Churn rate (%)"])
        .stdout(
            "
        0 results: 0 reached, 0 on the way, 0 without effect

        None of 16 rows is kept: team is Sales and metric is Churn rate (%)

        To see whether the ranking was right: `tenbin review r.csv --ranked RANKING`, with the ranking as
        `rank -f csv` printed it

        Execution: quantity and quality, how much of the work was done and how well. Reached from 100 % of
        the planned improvement, moving from 10 %; done enough from 80 % of the work, well enough from
        quality 7 (`[review]` in the weights file)
    ",
        )
        .exit(0);
}

#[test]
fn the_page_has_the_kept_items_and_their_groups() {
    let page = |arguments: &[&str]| {
        let case = Case::new().file("b.csv", SMALL).args(["report", "b.csv", "-q"]).args(arguments);
        out(case)
    };
    let plain = page(&[]);
    assert!(!plain.contains("rankedGroups") && data(&plain).get("by").is_none());
    let kept = page(&["--where", "team!=CS", "--by", "segment"]);
    assert!(kept.contains("rankedGroups"));
    let data = data(&kept);
    assert_eq!(ids(&data["items"]), ["A-2", "A-4", "A-6", "A-7"]);
    assert_eq!(data["by"]["names"], json!(["smb", "Enterprise", "Partner", "(none)"]));
    assert_eq!(data["by"]["of"], json!([0, 3, 1, 2]));
    assert_eq!(data["where"]["kept"], 4);
    assert!(data["summary"].as_str().is_some_and(|text| text.contains("team is not CS")), "{}", data["summary"]);
    assert!(!kept.contains("A-1") && !kept.contains("A-5"));
    let command = data["arguments"].as_array().expect("a command").iter().filter_map(Value::as_str);
    assert!(command.collect::<Vec<_>>().join(" ").contains("--by segment --where team!=CS"));
}

#[test]
fn results_and_sheets_of_items_that_are_left_out_stand_in_no_page_and_are_no_fault() {
    let case = || Case::new().file("b.csv", BACKLOG).file("r.csv", INDICATORS).args(["report", "b.csv"]);
    let plain = case().args(["--results", "r.csv"]).any_output().exit(0);
    let kept = case().args(["--results", "r.csv", "--where", "owner=Sales"]).any_output().exit(0);
    assert_eq!(kept.err(), plain.err());
    let data = data(&kept.out());
    assert_eq!(data["results"]["points"].as_array().map(Vec::len), Some(5));
    let items = data["items"].as_array().expect("items").len();
    let shown = data["stability"]["items"].as_array().expect("items");
    assert!(!shown.is_empty() && shown.iter().all(|item| item["item"].as_u64().is_some_and(|at| at < items as u64)));
    let sheet = BACKLOG.replace(",Dev,", ",Sales,");
    let files = case().file("one.csv", &sheet).file("two.csv", sheet.replace(",4,7\n", ",4,1\n"));
    let page = files.args(["--where", "owner=CS", "--sheets", "one.csv", "two.csv"]).any_output().exit(0).out();
    let data = self::data(&page);
    let items = data["items"].as_array().expect("items").len();
    let rated = data["disagreement"]["items"].as_array().expect("items");
    assert_eq!((items, rated.len(), &data["disagreement"]["not_found"]), (9, 9, &json!([])));
    assert!(rated.iter().all(|item| item["item"].as_u64().is_some_and(|at| at < items as u64)));
}

#[test]
fn a_printed_ranking_of_some_rows_can_be_compared_and_says_what_it_lacks() {
    let printed = out(small(&["--where", "team=CS", "--by", "segment", "-f", "json"]));
    Case::new()
        .file("b.csv", SMALL)
        .file("old.json", printed)
        .args(["compare", "old.json", "b.csv", "-f", "csv"])
        .stdout(
            "
            id,title,old_rank,new_rank,moved,from_weights,from_own,from_others,old_score,new_score
            A-1,One,1,1,0,0,0,0,9,9
            A-3,Three,2,2,0,0,0,0,8,8
            A-5,Five,3,5,-2,0,0,-2,7,7
            A-2,Two,,2,,,,,,8
            A-4,Four,,2,,,,,,8
            A-6,Six,,,,,,,,
            A-7,Seven,,,,,,,,
        ",
        )
        .stderr(
            "
            note: old.json has only the rows that `--where` kept: the others count as added or removed
            warning[missing-rating]: item `A-6` has no rating for `ease`: it is not ranked
              --> b.csv:7:30
              help: fill in the rating; a blank counts neither as 0 nor as anything else
            warning[missing-rating]: item `A-7` has no rating for `market_competitiveness`: it is not ranked
              --> b.csv:8:27
        ",
        )
        .exit(0);
}

#[test]
fn other_commands_have_no_such_options() {
    for command in ["whatif", "stability", "explain"] {
        let case = Case::new().file("b.csv", SMALL).args([command, "b.csv", "--where", "team=CS"]);
        case.any_output().exit(2);
    }
}

#[test]
fn nothing_is_said_of_rows_that_are_left_out_but_errors() {
    let header = "id,title,segment,customer_impact,business_impact,market_competitiveness,ease\n";
    let text = format!("{header}A,a,SMB,5,5,5,5\nB,,ENT,,5,5,5\nC,c,SMB,,5,5,4\n");
    for command in ["rank", "triage"] {
        let case = Case::new().file("b.csv", &text).args([command, "b.csv", "--where", "segment=SMB"]);
        let case = if command == "rank" { case } else { case.args(["-m", "matrix", "--value", "customer_impact"]) };
        let outcome = case.args(["-f", "json"]).any_output().exit(0);
        let found = &parsed(&outcome.out())["findings"];
        let about: Vec<_> = found.as_array().into_iter().flatten().map(|finding| finding["id"].clone()).collect();
        assert_eq!(about, ["C"], "{command}");
        assert_eq!(parsed(&outcome.out())["finding_count"], 1);
        assert!(!outcome.err().contains('B') && outcome.err().contains("item `C` has no rating"), "{}", outcome.err());
    }
    // As many as there is room for stand before the one that counts.
    let many: String = (0..80).map(|number| format!("X-{number},x,ENT,,5,5,5\n")).collect();
    let text = format!("{header}{many}A,a,SMB,5,5,5,5\nC,c,SMB,,5,5,4\n");
    let rank = |text: &str| Case::new().file("b.csv", text).args(["rank", "b.csv", "--where", "segment=SMB"]);
    let outcome = rank(&text).any_output().exit(0);
    assert!(outcome.err().starts_with("warning[missing-rating]: item `C` has no rating"), "{}", outcome.err());
    assert!(!outcome.err().contains("warnings"), "{}", outcome.err());
    let rice = "id,segment,reach,impact,confidence,effort\nA,SMB,9,1,100%,1\nB,ENT,9,1,100%,0\n";
    rank(rice).args(["-m", "rice", "-f", "csv"]).stdout_has(["1,9,A,SMB"]).stderr("").exit(0);
    rank(&text.replace("X-7,x,ENT,,", "X-7,x,ENT,50,")).stderr_has(["error[out-of-scale]"]).exit(1);
}

#[test]
fn a_review_says_nothing_of_results_that_are_left_out_but_errors() {
    let text = "id,owner,metric,better,baseline,planned,actual\nA,CS,Churn,lower,8,4,６\nB,Dev,Cases,lower,９,4,5\n";
    let review = Case::new().file("r.csv", text).args(["review", "r.csv", "--where", "owner=CS", "-f", "json"]);
    let outcome = review.any_output().exit(0);
    assert_eq!(parsed(&outcome.out())["finding_count"], 1);
    assert!(outcome.err().contains("`A`") && !outcome.err().contains("`B`"), "{}", outcome.err());
}
