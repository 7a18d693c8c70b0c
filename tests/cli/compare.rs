//! `tenbin compare`: what moved between two rankings, and what each movement comes from.

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

/// The backlog of the harness a month later: one rating up, one down, one item gone, one new.
const LATER: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Download invoices in bulk,8,8,4,7
A-2,Faster search,9,7,6,4
A-3,Single sign-on,5,9,8,1
A-5,Line numbers in import errors,8,5,3,9
A-6,Dark mode,7,7,7,5
";

const LATER_JA: &str = "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,請求書の一括ダウンロード,8,8,4,7
A-2,検索の速度改善,9,7,6,4
A-3,シングルサインオン,5,9,8,1
A-5,取込みエラーの行番号表示,8,5,3,9
A-6,ダークモード,7,7,7,5
";

const EASE: &str = "[weights]\ncustomer_impact = 1\nbusiness_impact = 1\nmarket_competitiveness = 1\nease = 3\n";

fn case() -> Case {
    Case::new().file("old.csv", BACKLOG).file("new.csv", LATER)
}

/// What `rank` prints of a backlog.
fn ranked(case: Case, arguments: &[&str]) -> String {
    case.args(["rank"].iter().chain(arguments)).any_output().exit(0).out()
}

#[test]
fn each_movement_is_taken_apart() {
    case().args(["compare", "old.csv", "new.csv", "--top", "2"]).stdout("
        4 items moved; A-6 comes into the top 2 and A-3, A-5 go out; 1 added: A-6; 1 removed: A-4

        Rank  Before  ID   Title                          Moved  Weights  Own ratings  Other items
        ──────────────────────────────────────────────────────────────────────────────────────────
           1      =2  A-1  Download invoices in bulk         ▲1        =           ▲1            =
          =2       1  A-2  Faster search                     ▼1        =            =           ▼1
           4      =2  A-5  Line numbers in import errors     ▼2        =            =           ▼2
           5      =2  A-3  Single sign-on                    ▼3        =           ▼2           ▼1

        Top 2 before: A-2, A-1, A-3, A-5
        Top 2 now: A-1, A-2, A-6
        1 of 6 pairs of items changes places, 3 tie or come apart (Kendall's tau-b 0.24)

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        Each movement is taken apart in this order: the new weights on the old ratings, then the item's own new ratings, then all other items
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").exit(0);
}

#[test]
fn each_movement_is_taken_apart_in_japanese() {
    Case::new()
        .file("old.csv", BACKLOG_JA)
        .file("new.csv", LATER_JA)
        .args(["compare", "old.csv", "new.csv", "--top", "2", "--lang", "ja"])
        .stdout("
            順位の変動4件／上位2件に入る項目：A-6／外れる項目：A-3、A-5／追加1件：A-6／削除1件：A-4

            順位  前の順位  ID   改善項目                  変動  重み  その項目の評価  ほかの項目
            ─────────────────────────────────────────────────────────────────────────────────────
               1        =2  A-1  請求書の一括ダウンロード    ▲1     =              ▲1           =
              =2         1  A-2  検索の速度改善              ▼1     =               =          ▼1
               4        =2  A-5  取込みエラーの行番号表示    ▼2     =               =          ▼2
               5        =2  A-3  シングルサインオン          ▼3     =              ▼2          ▼1

            以前の上位2件：A-2、A-1、A-3、A-5
            現在の上位2件：A-1、A-2、A-6
            6組のうち1組で前後が入れ替わります。3組は、同順位になるか、同順位でなくなります（ケンドールの τb：0.24）

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
            変動は「以前の評価に新しい重み」「その項目の新しい評価」「ほかの項目の変化」の順に分けています
            ケンドールの τb：1なら同じ順序、0なら無関係、−1なら逆の順序
        ")
        .exit(0);
}

#[test]
fn new_weights_come_first() {
    case()
        .file("weights.toml", EASE)
        .file("old.toml", "[scenarios.unused]\nease = 2\n")
        .args(["compare", "old.csv", "new.csv", "--top", "2", "--old-weights", "old.toml"])
        .stdout("
            3 items moved; A-2, A-3 go out of the top 2; 1 added: A-6; 1 removed: A-4

            Rank  Before  ID   Title                          Moved  Weights  Own ratings  Other items
            ──────────────────────────────────────────────────────────────────────────────────────────
               1      =2  A-5  Line numbers in import errors     ▲1       ▲1            =            =
               4       1  A-2  Faster search                     ▼3       ▼3            =            =
               5      =2  A-3  Single sign-on                    ▼3       ▼3            =            =

            Top 2 before: A-2, A-1, A-3, A-5
            Top 2 now: A-5, A-1
            2 of 6 pairs of items change places, 3 tie or come apart (Kendall's tau-b −0.24)

            Before: Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Now: Model matrix: Customer impact 16.7 %, Business impact 16.7 %, Market competitiveness 16.7 %, Ease 50 % (weights from weights.toml)
            Each movement is taken apart in this order: the new weights on the old ratings, then the item's own new ratings, then all other items
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn new_weights_come_first_in_japanese() {
    case()
        .file("weights.toml", EASE)
        .file("old.toml", "[scenarios.unused]\nease = 2\n")
        .args(["compare", "old.csv", "new.csv", "--top", "2", "--old-weights", "old.toml", "--lang", "ja"])
        .stdout("
            順位の変動3件／上位2件から外れる項目：A-2、A-3／追加1件：A-6／削除1件：A-4

            順位  前の順位  ID   改善項目                       変動  重み  その項目の評価  ほかの項目
            ──────────────────────────────────────────────────────────────────────────────────────────
               1        =2  A-5  Line numbers in import errors    ▲1    ▲1               =           =
               4         1  A-2  Faster search                    ▼3    ▼3               =           =
               5        =2  A-3  Single sign-on                   ▼3    ▼3               =           =

            以前の上位2件：A-2、A-1、A-3、A-5
            現在の上位2件：A-5、A-1
            6組のうち2組で前後が入れ替わります。3組は、同順位になるか、同順位でなくなります（ケンドールの τb：−0.24）

            以前：モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
            現在：モデル matrix：顧客影響度 16.7%、ビジネスインパクト 16.7%、市場競争力 16.7%、実装の容易さ 50%（重みは weights.toml）
            変動は「以前の評価に新しい重み」「その項目の新しい評価」「ほかの項目の変化」の順に分けています
            ケンドールの τb：1なら同じ順序、0なら無関係、−1なら逆の順序
        ")
        .exit(0);
}

#[test]
fn a_file_of_weights_serves_both_sides_unless_the_old_one_has_its_own() {
    let run = |arguments: &[&str]| {
        let case = case().file("new.toml", EASE).file("weights.toml", EASE.replace("ease = 3", "ease = 1"));
        case.args(["compare", "old.csv", "old.csv"].iter().chain(arguments)).any_output().exit(0).out()
    };
    assert!(run(&["-w", "new.toml"]).starts_with("Nothing moved"));
    assert!(run(&[]).starts_with("Nothing moved"));
    assert!(run(&["--weight", "ease=3"]).starts_with("Nothing moved"), "it is for both sides");
    let changed = run(&["--old-weights", "new.toml"]);
    assert!(changed.contains("Before: Model matrix") && changed.contains("(weights from new.toml)"), "{changed}");
    assert!(changed.contains("Now: Model matrix") && changed.contains("(weights from weights.toml)"), "{changed}");
    assert_eq!(run(&["--old-weights", "new.toml", "-w", "weights.toml"]), changed);
}

#[test]
fn a_backlog_is_as_it_was() {
    case().args(["compare", "old.csv", "old.csv"]).stdout("
        Nothing moved: the ranking is the same as before

        No pair of items changes places (Kendall's tau-b 1)

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").exit(0);
}

#[test]
fn a_backlog_is_as_it_was_in_japanese() {
    case()
        .args(["compare", "old.csv", "old.csv", "--lang", "ja"])
        .stdout(
            "
        順位の変動はありません（以前と同じ順位です）

        前後が入れ替わる組はありません（ケンドールの τb：1）

        モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ケンドールの τb：1なら同じ順序、0なら無関係、−1なら逆の順序
    ",
        )
        .exit(0);
}

#[test]
fn items_may_come_and_go_and_move_nothing() {
    let without = BACKLOG.replace("A-4,Mobile notifications,6,4,7,6\n", "");
    Case::new()
        .file("old.csv", BACKLOG)
        .file("new.csv", &without)
        .args(["compare", "old.csv", "new.csv", "--top", "2"])
        .stdout_has(["No item moved; the top 2 stays as it is; 1 removed: A-4\n"])
        .exit(0);
    Case::new()
        .file("old.csv", without)
        .file("new.csv", BACKLOG)
        .args(["compare", "old.csv", "new.csv", "--top", "2", "--lang", "ja"])
        .stdout_has(["順位の変動なし／上位2件の顔ぶれは変わらず／追加1件：A-4\n"])
        .exit(0);
}

#[test]
fn ratings_that_come_or_go_give_and_take_ranks() {
    let gaps = BACKLOG.replace("A-3,Single sign-on,5,9,8,3", "A-3,Single sign-on,5,9,8,");
    let filled = BACKLOG.replace("A-2,Faster search,9,7,6,4", "A-2,Faster search,9,,6,4");
    let case = || Case::new().file("old.csv", &gaps).file("new.csv", &filled);
    case().args(["compare", "old.csv", "new.csv", "--top", "2"]).stdout("
        2 items moved; A-3 comes into the top 2 and A-2 goes out

        Rank  Before  ID   Title                          Moved  Weights  Own ratings  Other items
        ──────────────────────────────────────────────────────────────────────────────────────────
          =1      =2  A-1  Download invoices in bulk         ▲1        =            =           ▲1
          =1      =2  A-5  Line numbers in import errors     ▲1        =            =           ▲1

        Top 2 before: A-2, A-1, A-5
        Top 2 now: A-1, A-3, A-5
        Ranked now and not before: A-3
        Ranked before and not now: A-2
        No pair of items changes places (Kendall's tau-b 1)

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        Each movement is taken apart in this order: the new weights on the old ratings, then the item's own new ratings, then all other items
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").stderr("
        warning[missing-rating]: item `A-3` has no rating for `ease`: it is not ranked
          --> old.csv:4:26
          help: fill in the rating; a blank counts neither as 0 nor as anything else
        warning[missing-rating]: item `A-2` has no rating for `business_impact`: it is not ranked
          --> new.csv:3:21
    ").exit(0);
    case()
        .args(["compare", "old.csv", "new.csv", "--top", "2", "--lang", "ja", "-q"])
        .stdout(
            "
        順位の変動2件／上位2件に入る項目：A-3／外れる項目：A-2

        順位  前の順位  ID   改善項目                       変動  重み  その項目の評価  ほかの項目
        ──────────────────────────────────────────────────────────────────────────────────────────
          =1        =2  A-1  Download invoices in bulk        ▲1     =               =          ▲1
          =1        =2  A-5  Line numbers in import errors    ▲1     =               =          ▲1

        以前の上位2件：A-2、A-1、A-5
        現在の上位2件：A-1、A-3、A-5
        新たに順位がついた項目：A-3
        順位の対象外になった項目：A-2
        前後が入れ替わる組はありません（ケンドールの τb：1）

        モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        変動は「以前の評価に新しい重み」「その項目の新しい評価」「ほかの項目の変化」の順に分けています
        ケンドールの τb：1なら同じ順序、0なら無関係、−1なら逆の順序
    ",
        )
        .exit(0);
}

#[test]
fn a_movement_that_the_old_ratings_say_nothing_of_is_not_taken_apart() {
    Case::new()
        .file("old.csv", BACKLOG_WITH_GAPS)
        .file("new.csv", BACKLOG)
        .file("weights.toml", EASE)
        .file("old.toml", EASE.replace("ease = 3", "ease = 0"))
        .args(["compare", "old.csv", "new.csv", "--top", "2", "--old-weights", "old.toml"])
        .stdout("
            4 items moved; A-5, A-1 come into the top 2 and A-2, A-3 go out

            Rank  Before  ID   Title                          Moved  Weights  Own ratings  Other items
            ──────────────────────────────────────────────────────────────────────────────────────────
               1       4  A-5  Line numbers in import errors     ▲3       ▲2            =           ▲1
               2       3  A-1  Download invoices in bulk         ▲1        =            =           ▲1
               4      =1  A-2  Faster search                     ▼3        =           ▼2           ▼1
               5      =1  A-3  Single sign-on                    ▼4

            Top 2 before: A-2, A-3
            Top 2 now: A-5, A-1
            Ranked now and not before: A-4
            Not taken apart: A-3 (their old ratings give no rank under the new weights)
            5 of 6 pairs of items change places, 1 ties or comes apart (Kendall's tau-b −0.91)

            Before: Model matrix: Customer impact 33.3 %, Business impact 33.3 %, Market competitiveness 33.3 %, Ease 0 % (weights from old.toml)
            Now: Model matrix: Customer impact 16.7 %, Business impact 16.7 %, Market competitiveness 16.7 %, Ease 50 % (weights from weights.toml)
            Each movement is taken apart in this order: the new weights on the old ratings, then the item's own new ratings, then all other items
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .stderr("
            warning[missing-rating]: item `A-3` has no rating for `ease`: it is not ranked
              --> old.csv:4:26
              help: fill in the rating; a blank counts neither as 0 nor as anything else
            warning[missing-rating]: item `A-4` has no rating for `business_impact`: it is not ranked
              --> old.csv:5:28
        ")
        .exit(0);
}

#[test]
fn ids_are_matched_in_any_normal_form_and_without_the_space_around_them() {
    let old = BACKLOG.replace("A-1,", "ガ-1,");
    let new = BACKLOG.replace("A-1,", " カ\u{3099}-1 ,");
    Case::new()
        .file("old.csv", old)
        .file("new.csv", new)
        .args(["compare", "old.csv", "new.csv"])
        .stdout_has(["Nothing moved"])
        .exit(0);
}

#[test]
fn the_cutoff_is_that_of_the_new_policy_unless_the_command_line_has_another() {
    let case = || case().file("weights.toml", "[check]\ntop = 1\n");
    case().args(["compare", "old.csv", "new.csv"]).stdout_has(["top 1"]).exit(0);
    case().args(["compare", "old.csv", "new.csv", "--top", "3"]).stdout_has(["top 3"]).exit(0);
    case()
        .args(["compare", "old.csv", "new.csv", "--top", "0"])
        .stderr("error: --top takes a number from 1 up\n")
        .exit(2);
}

#[test]
fn markdown_begins_with_one_line_for_a_pull_request() {
    case().args(["compare", "old.csv", "new.csv", "--top", "2", "-f", "markdown"]).stdout(r#"
        4 items moved; A-6 comes into the top 2 and A-3, A-5 go out; 1 added: A-6; 1 removed: A-4

        | Rank | Before | ID | Title | Moved | Weights | Own ratings | Other items |
        | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: |
        | 1 | =2 | A-1 | Download invoices in bulk | ▲1 | = | ▲1 | = |
        | =2 | 1 | A-2 | Faster search | ▼1 | = | = | ▼1 |
        | 4 | =2 | A-5 | Line numbers in import errors | ▼2 | = | = | ▼2 |
        | 5 | =2 | A-3 | Single sign-on | ▼3 | = | ▼2 | ▼1 |

        Top 2 before: A-2, A-1, A-3, A-5

        Top 2 now: A-1, A-2, A-6

        1 of 6 pairs of items changes places, 3 tie or come apart \(Kendall's tau-b 0.24\)

        Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % \(the model's own weights\)

        Each movement is taken apart in this order: the new weights on the old ratings, then the item's own new ratings, then all other items

        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    "#).exit(0);
}

#[test]
fn ascii_has_arrows_of_its_own() {
    case().args(["compare", "old.csv", "new.csv", "--top", "2", "--ascii"]).stdout_has(["  ^1", "  v3"]).exit(0);
}

#[test]
fn csv_is_an_item_a_row() {
    case()
        .args(["compare", "old.csv", "new.csv", "-f", "csv"])
        .stdout(
            "
        id,title,old_rank,new_rank,moved,from_weights,from_own,from_others,old_score,new_score
        A-1,Download invoices in bulk,2,1,1,0,1,0,6.25,6.75
        A-2,Faster search,1,2,-1,0,0,-1,6.5,6.5
        A-5,Line numbers in import errors,2,4,-2,0,0,-2,6.25,6.25
        A-3,Single sign-on,2,5,-3,0,-2,-1,6.25,5.75
        A-6,Dark mode,,2,,,,,,6.5
        A-4,Mobile notifications,5,,,,,,5.75,
    ",
        )
        .exit(0);
}

#[test]
fn json_has_both_sides_and_every_item() {
    case()
        .args(["compare", "old.csv", "new.csv", "--top", "2", "-f", "json"])
        .stdout(
            r#"
        {
          "schema_version": 1,
          "command": "compare",
          "model": "matrix",
          "old": {
            "file": "old.csv",
            "weights": [
              {
                "key": "customer_impact",
                "weight": 1,
                "share": 0.25
              },
              {
                "key": "business_impact",
                "weight": 1,
                "share": 0.25
              },
              {
                "key": "market_competitiveness",
                "weight": 1,
                "share": 0.25
              },
              {
                "key": "ease",
                "weight": 1,
                "share": 0.25
              }
            ]
          },
          "new": {
            "file": "new.csv",
            "weights": [
              {
                "key": "customer_impact",
                "weight": 1,
                "share": 0.25
              },
              {
                "key": "business_impact",
                "weight": 1,
                "share": 0.25
              },
              {
                "key": "market_competitiveness",
                "weight": 1,
                "share": 0.25
              },
              {
                "key": "ease",
                "weight": 1,
                "share": 0.25
              }
            ]
          },
          "cutoff": 2,
          "items": [
            {
              "id": "A-1",
              "title": "Download invoices in bulk",
              "old_rank": 2,
              "new_rank": 1,
              "moved": 1,
              "from_weights": 0,
              "from_own": 1,
              "from_others": 0,
              "old_score": 6.25,
              "new_score": 6.75
            },
            {
              "id": "A-2",
              "title": "Faster search",
              "old_rank": 1,
              "new_rank": 2,
              "moved": -1,
              "from_weights": 0,
              "from_own": 0,
              "from_others": -1,
              "old_score": 6.5,
              "new_score": 6.5
            },
            {
              "id": "A-5",
              "title": "Line numbers in import errors",
              "old_rank": 2,
              "new_rank": 4,
              "moved": -2,
              "from_weights": 0,
              "from_own": 0,
              "from_others": -2,
              "old_score": 6.25,
              "new_score": 6.25
            },
            {
              "id": "A-3",
              "title": "Single sign-on",
              "old_rank": 2,
              "new_rank": 5,
              "moved": -3,
              "from_weights": 0,
              "from_own": -2,
              "from_others": -1,
              "old_score": 6.25,
              "new_score": 5.75
            }
          ],
          "added": [
            {
              "id": "A-6",
              "title": "Dark mode",
              "rank": 2,
              "score": 6.5
            }
          ],
          "removed": [
            {
              "id": "A-4",
              "title": "Mobile notifications",
              "rank": 5,
              "score": 5.75
            }
          ],
          "entered": [
            "A-6"
          ],
          "left": [
            "A-3",
            "A-5"
          ],
          "tau_b": 0.23570226039551587,
          "findings": [],
          "finding_count": 0
        }
    "#,
        )
        .exit(0);
}

#[test]
fn what_rank_prints_as_csv_is_a_side() {
    let printed =
        ranked(Case::new().file("old.csv", BACKLOG).file("w.toml", EASE), &["old.csv", "-f", "csv", "-w", "w.toml"]);
    assert!(printed.starts_with("rank,score,id,"), "{printed}");
    let run = |old: &str| {
        let case = Case::new().file("old.csv", old).file("new.csv", LATER).file("weights.toml", EASE);
        case.args(["compare", "old.csv", "new.csv", "--top", "2"]).any_output().exit(0).out()
    };
    assert_eq!(run(&printed), run(BACKLOG));
}

#[test]
fn what_rank_prints_as_csv_has_its_factors_beside_their_parts() {
    let printed = ranked(Case::new().file("old.csv", TARGETS), &["old.csv", "-m", "target", "-f", "csv"]);
    assert!(printed.starts_with("rank,score,impact,contribution,cost,id,"), "{printed}");
    Case::new()
        .file("old.csv", printed)
        .file("new.csv", TARGETS)
        .args(["compare", "old.csv", "new.csv", "-m", "target"])
        .stdout(
            "
            Nothing moved: the ranking is the same as before

            No pair of items changes places (Kendall's tau-b 1)

            Model target: Impact 33.3 %, Contribution 33.3 %, Cost 33.3 % (the model's own weights)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ",
        )
        .exit(0);
}

#[test]
fn what_rank_prints_as_json_is_a_side_and_has_its_own_weights() {
    let printed =
        ranked(Case::new().file("old.csv", BACKLOG).file("w.toml", EASE), &["old.csv", "-f", "json", "-w", "w.toml"]);
    let case = || case().file("old.json", &printed).file("w.toml", EASE);
    let from_json = case().args(["compare", "old.json", "new.csv", "--top", "2"]).any_output().exit(0).out();
    assert!(from_json.contains("(weights from old.json)"), "{from_json}");
    let from_both = case()
        .args(["compare", "old.csv", "new.csv", "--top", "2", "--old-weights", "w.toml"])
        .any_output()
        .exit(0)
        .out();
    assert_eq!(from_json.replace("old.json", "w.toml"), from_both);
    // On the new side too, with single weights over its own; and a file that is named wins.
    let run = |arguments: &[&str]| {
        case().args(["compare", "old.csv", "old.json"].iter().chain(arguments)).any_output().exit(0).out()
    };
    assert!(run(&[]).contains("Ease 50 % (weights from old.json)"));
    assert!(run(&["--weight", "ease=1"]).contains("Ease 25 % (weights from old.json, changed by --weight)"));
    assert!(run(&["-w", "w.toml"]).starts_with("Nothing moved"));
}

#[test]
fn factors_and_ties_come_back_out_of_a_json() {
    let weights = "model = 'target'\n[weights]\nimpact = 1\ncontribution = 2\ncost = 1\nopportunity = 2\ndifficulty = 1\n\
                   [ranking]\ntie_break = ['severity']\n";
    let case = || Case::new().file("t.csv", TARGETS).file("weights.toml", weights);
    let printed = ranked(case(), &["t.csv", "-f", "json"]);
    case().file("old.json", printed).args(["compare", "old.json", "t.csv", "--top", "1"]).stdout("
        Nothing moved: the ranking is the same as before

        No pair of items changes places (Kendall's tau-b 1)

        Before: Model target: Impact 25 %, Contribution 50 %, Cost 25 %; Contribution: Opportunity 66.7 %, Difficulty 33.3 % (weights from old.json)
        Before: Equal scores are decided by Severity
        Now: Model target: Impact 25 %, Contribution 50 %, Cost 25 %; Contribution: Opportunity 66.7 %, Difficulty 33.3 % (weights from weights.toml)
        Now: Equal scores are decided by Severity
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").exit(0);
}

#[test]
fn a_json_says_what_it_leaves_out() {
    let backlog = BACKLOG_WITH_GAPS;
    let printed = ranked(Case::new().file("old.csv", backlog), &["old.csv", "-f", "json", "--top", "2"]);
    let case = || Case::new().file("old.json", &printed).file("new.csv", backlog);
    case().args(["compare", "old.json", "new.csv"]).stdout("
        Nothing moved: the ranking is the same as before

        No pair of items changes places (Kendall's tau-b 1)

        Before: Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (weights from old.json)
        Now: Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").stderr("
        note: in old.json ranges stand as their middles
        note: old.json has only the ranks up to 2 (`--top`): items below count as added or removed
        warning[missing-rating]: item `A-3` has no rating for `ease`: it is not ranked
          --> new.csv:4:26
          help: fill in the rating; a blank counts neither as 0 nor as anything else
        warning[missing-rating]: item `A-4` has no rating for `business_impact`: it is not ranked
          --> new.csv:5:28
    ").exit(0);
    case()
        .args(["compare", "old.json", "new.csv", "--lang", "ja"])
        .any_output()
        .stderr_has([
            "情報: old.json では、幅のある評価が中央の値になっています\n",
            "情報: old.json には2位までしかありません（`--top`）。それより下の項目は、追加または削除として扱います\n",
        ])
        .exit(0);
}

#[test]
fn a_json_whose_scores_are_of_another_model_is_refused() {
    let ours = |scale: &str| {
        format!(
            "model = 'ours'\n[models.ours]\ncombine = 'mean'\nof = ['ease', 'worth']\n[criteria.worth]\nscale = {scale}\n"
        )
    };
    let backlog = "id,ease,worth\nA-1,5,4\nA-2,6,2\n";
    let case = |scale: &str| Case::new().file("new.csv", backlog).file("weights.toml", ours(scale));
    let printed = ranked(case("[1, 10]"), &["new.csv", "-f", "json"]);
    case("[1, 5]").file("old.json", &printed).args(["compare", "old.json", "new.csv"]).stderr("error: the scores in old.json are not those that the model `ours` gives now: print that ranking again, or compare the backlogs\n").exit(2);
    case("[1, 5]")
        .file("old.json", &printed)
        .args(["compare", "old.json", "new.csv", "--lang", "ja"])
        .stderr("エラー: old.json の総合スコアが、現在のモデル `ours` の計算結果と一致しません。順位を出力し直すか、改善項目のファイルどうしを比べてください\n")
        .exit(2);
}

#[test]
fn faults_in_a_json_have_its_name_and_no_line_of_a_text_that_nobody_sees() {
    let ours = |high: u32| {
        let worth = format!("[criteria.worth]\nscale = [1, {high}]\n");
        format!("model = 'ours'\n[models.ours]\ncombine = 'mean'\nscale = [1, 10]\nof = ['ease', 'worth']\n{worth}")
    };
    let case = |high: u32| Case::new().file("new.csv", "id,ease,worth\nA-1,5,4\n").file("weights.toml", ours(high));
    let printed = ranked(case(10), &["new.csv", "-f", "json"]);
    case(3).file("old.json", &printed).args(["compare", "old.json", "new.csv"]).stderr("
        error[out-of-scale]: `worth` of item `A-1` is `4`, expected 1–3
          --> old.json
          help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.worth]`
        error[out-of-scale]: `worth` of item `A-1` is `4`, expected 1–3
          --> new.csv:2:7
        2 errors, no warnings
    ").exit(1);
}

#[test]
fn what_decides_between_equal_scores_counts_on_both_sides_and_is_new_with_the_weights() {
    let old = "id,customer_impact,business_impact,market_competitiveness,ease\nA-1,5,5,5,5\nA-2,5,5,4,6\nA-3,5,5,6,4\n";
    let new = old.replace("A-1,5,5,5,5", "A-1,5,4,4,7");
    let case = Case::new().file("old.csv", old).file("new.csv", new).file("old.toml", "[scenarios.unused]\nease = 2\n");
    case.file("weights.toml", "[ranking]\ntie_break = ['ease']\n")
        .args(["compare", "old.csv", "new.csv", "--old-weights", "old.toml", "--top", "1"])
        .stdout("
            2 items moved; A-2, A-3 go out of the top 1

            Rank  Before  ID   Moved  Weights  Own ratings  Other items
            ───────────────────────────────────────────────────────────
               2      =1  A-2     ▼1        =            =           ▼1
               3      =1  A-3     ▼2       ▼2            =            =

            Top 1 before: A-1, A-2, A-3
            Top 1 now: A-1
            Too few items with different ranks to say how alike the two orders are

            Before: Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Now: Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Now: Equal scores are decided by Ease
            Each movement is taken apart in this order: the new weights on the old ratings, then the item's own new ratings, then all other items
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn two_models_cannot_be_compared() {
    let printed = ranked(Case::new().file("t.csv", TARGETS), &["t.csv", "-m", "target", "-f", "json"]);
    let case = || case().file("old.json", &printed);
    case().args(["compare", "old.json", "new.csv"]).stderr("error: old.json is weighed by the model `target` and new.csv by `matrix`: name one for both with `--model`\n").exit(2);
    case().args(["compare", "old.json", "new.csv", "--lang", "ja"]).stderr("エラー: old.json のモデルは `target`、new.csv のモデルは `matrix` です。`--model` で同じモデルを指定してください\n").exit(2);
}

#[test]
fn a_model_that_is_defined_in_two_ways_is_two_models() {
    let ours =
        |combine: &str| format!("model = 'ours'\n[models.ours]\ncombine = '{combine}'\nof = ['ease', 'worth']\n");
    let case = || {
        let case = Case::new().file("b.csv", "id,ease,worth\nA-1,5,4\n");
        case.file("old.toml", ours("mean")).file("weights.toml", ours("product"))
    };
    case()
        .args(["compare", "b.csv", "b.csv", "--old-weights", "old.toml"])
        .stderr("error: the model `ours` is not the same in old.toml and weights.toml: both sides are weighed by one model\n")
        .exit(2);
    case()
        .args(["compare", "b.csv", "b.csv", "--old-weights", "old.toml", "--lang", "ja"])
        .stderr("エラー: モデル `ours` の定義が old.toml と weights.toml で異なります。比較には同じモデルが必要です\n")
        .exit(2);
}

#[test]
fn other_json_is_no_side() {
    let case =
        || case().file("other.json", "{\"items\": []}\n").file("broken.json", "{\"schema_version\": 1,\n  \"命令\"");
    case()
        .args(["compare", "other.json", "broken.json"])
        .stderr(
            "
        error[not-text]: this is JSON, but not what `tenbin rank -f json` prints
          --> other.json:1:13
          help: give a backlog (CSV or TSV), or what `tenbin rank` has printed with `-f csv` or `-f json`
        error[not-text]: this is JSON, but not what `tenbin rank -f json` prints
          --> broken.json:2:6
        2 errors, no warnings
    ",
        )
        .exit(1);
    case()
        .args(["compare", "new.csv", "broken.json", "--lang", "ja"])
        .stderr(
            "
        エラー[not-text]: JSON ですが、`tenbin rank -f json` の出力ではありません
          --> broken.json:2:6
          対処: 改善項目の CSV か TSV、または `tenbin rank` の `-f csv` か `-f json` の出力を指定してください
        エラー1件、警告0件
    ",
        )
        .exit(1);
}

#[test]
fn faults_of_both_sides_come_in_one_run_each_with_its_file() {
    let old = BACKLOG.replace("8,6,4,7", "8,six,4,7");
    let new = LATER.replace("7,7,7,5", "7,7,7,11");
    let case = || Case::new().file("old.csv", &old).file("new.csv", &new);
    case().args(["compare", "old.csv", "new.csv"]).stderr(r#"
        error[not-a-number]: `business_impact` of item `A-1` is `six`, expected a number
          --> old.csv:2:33
          help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
        error[out-of-scale]: `ease` of item `A-6` is `11`, expected 1–10
          --> new.csv:6:21
          help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.ease]`
        2 errors, no warnings
    "#).exit(1);
    case().args(["compare", "old.csv", "new.csv", "--lang", "ja"]).stderr(r#"
        エラー[not-a-number]: 改善項目 `A-1` の `business_impact` の評価 `six` は、数値として読み込めません
          --> old.csv:2:33
          対処: 数値を入力してください（◎ ○ △ などの記号や言葉は、`weights.toml` の `[values]` に `"◎" = 9` のように書くと、評価として使えます）
        エラー[out-of-scale]: 改善項目 `A-6` の `ease` の評価 `11` は、尺度（1–10）の範囲外です
          --> new.csv:6:21
          対処: 評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.ease]` に `scale = [0, 100]` のように尺度を書いてください
        エラー2件、警告0件
    "#).exit(1);
}

#[test]
fn without_ids_there_is_nothing_to_match_by() {
    let case =
        || case().file("noid.csv", "title,customer_impact,business_impact,market_competitiveness,ease\nx,1,2,3,4\n");
    case().args(["compare", "noid.csv", "new.csv"]).stderr("
        error[missing-column]: there is no column for `id`
          --> noid.csv:1:1
          help: if one of the headers means it, pass `--column id=HEADER` or write it under `[columns]` in the weights file; the file has `title`, `customer_impact`, `business_impact`, `market_competitiveness`, `ease`
        1 error, no warnings
    ").exit(1);
    case().args(["compare", "old.csv", "noid.csv", "--lang", "ja"]).stderr("
        エラー[missing-column]: `id` の列がありません
          --> noid.csv:1:1
          対処: 該当する列があれば、`--column id=見出し` で指定するか、重み設定ファイルの `[columns]` に書いてください（ファイルの見出しは `title`、`customer_impact`、`business_impact`、`market_competitiveness`、`ease`）
        エラー1件、警告0件
    ").exit(1);
}

#[test]
fn a_file_with_another_models_headers_is_told_which() {
    Case::new()
        .file("old.csv", TARGETS)
        .file("new.csv", TARGETS)
        .args(["compare", "old.csv", "new.csv"])
        .stderr_has(["note: the headers fit the model `target`: rank it with `--model target`"])
        .exit(1);
}

#[test]
fn a_bad_weights_file_could_not_run() {
    case()
        .file("old.toml", "[weights]\nease = -1\n")
        .args(["compare", "old.csv", "new.csv", "--old-weights", "old.toml"])
        .stderr(
            "
            error[bad-weight]: the weight of `ease` is `-1`, expected a number that is 0 or more
              --> old.toml:2:8
              help: write a number such as `3` or `0.5`, without quotes; 0 takes the criterion out
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn one_side_may_come_from_standard_input_and_not_both() {
    let expected = case().args(["compare", "old.csv", "new.csv"]).any_output().exit(0).out();
    let piped = case().stdin(BACKLOG).args(["compare", "-", "new.csv"]).any_output().exit(0).out();
    assert_eq!(piped, expected);
    case()
        .stdin(BACKLOG)
        .args(["compare", "-", "-"])
        .stderr("error: both sides can't come from standard input\n")
        .exit(2);
}

#[test]
fn the_answer_is_written_over_neither_side() {
    for file in ["old.csv", "new.csv"] {
        case()
            .args(["compare", "old.csv", "new.csv", "-o", file])
            .any_output()
            .stderr_has([&*format!("{file} is a file that is being read")])
            .exit(2);
    }
}

#[test]
fn a_side_that_is_missing_is_named() {
    case()
        .args(["compare", "old.csv"])
        .stderr(
            "
        error: `NEW` is missing
          examples and all options: `tenbin compare --help`
    ",
        )
        .exit(2);
    case().args(["compare", "old.csv", "none.csv"]).stderr("error: cannot read none.csv: no such file\n").exit(2);
}
