//! `tenbin explain`: each step of a score, the neighbours, and the smallest change that lifts an item past the next.

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

#[test]
fn a_matrix_score_is_shown_as_arithmetic() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["explain", "backlog.csv", "A-4"])
        .stdout("
            A-4  Mobile notifications
            Rank 5 of 5; score 5.75

            Score  5.75 = (6 + 4 + 7 + 6) ÷ 4
            ├─ Customer impact  6
            ├─ Business impact  4
            ├─ Market competitiveness  7
            └─ Ease  6

            Rank  ID   Title                          Score  Difference
            ───────────────────────────────────────────────────────────
              =2  A-1  Download invoices in bulk       6.25       +0.50
              =2  A-3  Single sign-on                  6.25       +0.50
              =2  A-5  Line numbers in import errors   6.25       +0.50
               5  A-4  Mobile notifications            5.75

            To pass A-1, A-3, A-5: Customer impact 6 → 9 is the smallest change (score 6.5, rank 1)
            Or one of: Business impact 4 → 7, Market competitiveness 7 → 10, Ease 6 → 9

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_matrix_score_is_shown_as_arithmetic_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["explain", "backlog.csv", "A-4", "--lang", "ja"])
        .stdout("
            A-4  モバイル通知
            5件中5位、総合スコア 5.75

            総合スコア  5.75 = (6 + 4 + 7 + 6) ÷ 4
            ├─ 顧客影響度  6
            ├─ ビジネスインパクト  4
            ├─ 市場競争力  7
            └─ 実装の容易さ  6

            順位  ID   改善項目                  総合スコア     差
            ──────────────────────────────────────────────────────
              =2  A-1  請求書の一括ダウンロード        6.25  +0.50
              =2  A-3  シングルサインオン              6.25  +0.50
              =2  A-5  取込みエラーの行番号表示        6.25  +0.50
               5  A-4  モバイル通知                    5.75

            A-1、A-3、A-5 を上回る最小の変更：顧客影響度 6 → 9（総合スコア 6.5、1位）
            ほかの方法：ビジネスインパクト 4 → 7、市場競争力 7 → 10、実装の容易さ 6 → 9

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn weights_stand_in_the_arithmetic() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["explain", "backlog.csv", "A-1", "--weight", "customer_impact=4", "--weight", "business_impact=3", "--weight", "market_competitiveness=2"])
        .stdout("
            A-1  Download invoices in bulk
            Rank 3 of 5; score 6.5

            Score  6.5 = (4 × 8 + 3 × 6 + 2 × 4 + 1 × 7) ÷ 10
            ├─ Customer impact  8
            ├─ Business impact  6
            ├─ Market competitiveness  4
            └─ Ease  7

            Rank  ID   Title                          Score  Difference
            ───────────────────────────────────────────────────────────
               2  A-3  Single sign-on                   6.6        +0.1
               3  A-1  Download invoices in bulk        6.5
               4  A-5  Line numbers in import errors    6.2        −0.3

            To pass A-3: Customer impact 8 → 9 is the smallest change (score 6.9, rank 2)
            Or one of: Business impact 6 → 7, Market competitiveness 4 → 5, Ease 7 → 9

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (the model's own weights, changed by --weight)
        ")
        .exit(0);
}

#[test]
fn a_tied_item_names_how_many_share_its_rank() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["explain", "backlog.csv", "A-3"])
        .stdout("
            A-3  Single sign-on
            Rank 2 of 5, shared with 2 others; score 6.25

            Score  6.25 = (5 + 9 + 8 + 3) ÷ 4
            ├─ Customer impact  5
            ├─ Business impact  9
            ├─ Market competitiveness  8
            └─ Ease  3

            Rank  ID   Title                 Score  Difference
            ──────────────────────────────────────────────────
               1  A-2  Faster search          6.50       +0.25
              =2  A-3  Single sign-on         6.25
               5  A-4  Mobile notifications   5.75       −0.50

            To pass A-2: Customer impact 5 → 7 is the smallest change (score 6.75, rank 1)
            Or one of: Market competitiveness 8 → 10, Ease 3 → 5

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_tied_item_names_how_many_share_its_rank_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["explain", "backlog.csv", "A-3", "--lang", "ja"])
        .stdout("
            A-3  シングルサインオン
            5件中2位（ほか2件と同順位）、総合スコア 6.25

            総合スコア  6.25 = (5 + 9 + 8 + 3) ÷ 4
            ├─ 顧客影響度  5
            ├─ ビジネスインパクト  9
            ├─ 市場競争力  8
            └─ 実装の容易さ  3

            順位  ID   改善項目            総合スコア     差
            ────────────────────────────────────────────────
               1  A-2  検索の速度改善            6.50  +0.25
              =2  A-3  シングルサインオン        6.25
               5  A-4  モバイル通知              5.75  −0.50

            A-2 を上回る最小の変更：顧客影響度 5 → 7（総合スコア 6.75、1位）
            ほかの方法：市場競争力 8 → 10、実装の容易さ 3 → 5

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

/// The example of the method: 8, 6, 9 / 7, 4 / 5, 3 gives 432, 49 and 4, counted as 7: 148 176.
#[test]
fn a_target_is_a_product_whose_costs_are_reversed() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["explain", "targets.csv", "T-1", "-m", "target"])
        .stdout(
            "
            T-1  Month-end rework in accounting
            Rank 2 of 2; score 148176

            Score  148176 = 432 × 49 × 7
            ├─ Impact  432 = 8 × 6 × 9
            │  ├─ Generality  8
            │  ├─ Persistence  6
            │  └─ Severity  9
            ├─ Contribution  49 = 7 × 7
            │  ├─ Opportunity  7
            │  └─ Difficulty  4, a cost: counts as 11 − 4 = 7
            └─ Cost  4 = (5 + 3) ÷ 2, a cost: counts as 11 − 4 = 7
               ├─ Initial cost  5
               └─ Running cost  3

            Rank  ID   Title                              Score  Difference
            ───────────────────────────────────────────────────────────────
               1  T-2  Renewals that nobody sees coming  207360      +59184
               2  T-1  Month-end rework in accounting    148176

            To pass T-2: Persistence 6 → 9 is the smallest change (score 222264, rank 1)
            Or one of: Opportunity 7 → 10, Difficulty 4 → 1

            Model target: Impact 33.3 %, Contribution 33.3 %, Cost 33.3 % (the model's own weights)
        ",
        )
        .exit(0);
}

#[test]
fn a_target_is_a_product_whose_costs_are_reversed_in_japanese() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["explain", "targets.csv", "T-1", "-m", "target", "--lang", "ja"])
        .stdout(
            "
            T-1  Month-end rework in accounting
            2件中2位、総合スコア 148176

            総合スコア  148176 = 432 × 49 × 7
            ├─ インパクト  432 = 8 × 6 × 9
            │  ├─ 一般性  8
            │  ├─ 長期性  6
            │  └─ 深刻度  9
            ├─ 貢献可能性  49 = 7 × 7
            │  ├─ 支援機会  7
            │  └─ 難易度  4（コスト：11 − 4 = 7 として計算）
            └─ 支援コスト  4 = (5 + 3) ÷ 2（コスト：11 − 4 = 7 として計算）
               ├─ 初期コスト  5
               └─ 運用コスト  3

            順位  ID   改善項目                          総合スコア      差
            ───────────────────────────────────────────────────────────────
               1  T-2  Renewals that nobody sees coming      207360  +59184
               2  T-1  Month-end rework in accounting        148176

            T-2 を上回る最小の変更：長期性 6 → 9（総合スコア 222264、1位）
            ほかの方法：支援機会 7 → 10、難易度 4 → 1

            モデル target：インパクト 33.3%、貢献可能性 33.3%、支援コスト 33.3%（重みはモデルの既定値）
        ",
        )
        .exit(0);
}

#[test]
fn nothing_stands_above_a_leader() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["explain", "backlog.csv", "A-2"])
        .stdout("
            A-2  Faster search
            Rank 1 of 5; score 6.5

            Score  6.5 = (9 + 7 + 6 + 4) ÷ 4
            ├─ Customer impact  9
            ├─ Business impact  7
            ├─ Market competitiveness  6
            └─ Ease  4

            Rank  ID   Title                          Score  Difference
            ───────────────────────────────────────────────────────────
               1  A-2  Faster search                   6.50
              =2  A-1  Download invoices in bulk       6.25       −0.25
              =2  A-3  Single sign-on                  6.25       −0.25
              =2  A-5  Line numbers in import errors   6.25       −0.25

            Nothing stands above it

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn nothing_stands_above_a_leader_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["explain", "backlog.csv", "A-2", "--lang", "ja"])
        .stdout("
            A-2  検索の速度改善
            5件中1位、総合スコア 6.5

            総合スコア  6.5 = (9 + 7 + 6 + 4) ÷ 4
            ├─ 顧客影響度  9
            ├─ ビジネスインパクト  7
            ├─ 市場競争力  6
            └─ 実装の容易さ  4

            順位  ID   改善項目                  総合スコア     差
            ──────────────────────────────────────────────────────
               1  A-2  検索の速度改善                  6.50
              =2  A-1  請求書の一括ダウンロード        6.25  −0.25
              =2  A-3  シングルサインオン              6.25  −0.25
              =2  A-5  取込みエラーの行番号表示        6.25  −0.25

            これより上位の改善項目はありません

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn an_item_without_a_rank_is_told_what_is_missing() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["explain", "backlog.csv", "A-3", "-q"])
        .stdout("
            A-3  Single sign-on
            Not ranked: Ease missing; filled in, it could be rank 1 to 4 among those ranked

            Fill in what is missing, and it will be ranked

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn an_item_without_a_rank_is_told_what_is_missing_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["explain", "backlog.csv", "A-3", "-q", "--lang", "ja"])
        .stdout("
            A-3  Single sign-on
            順位の対象外：実装の容易さが未評価です。評価が入ると1〜4位になる可能性があります

            未評価の欄に評価を入力すると、順位がつきます

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn a_range_is_marked() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["explain", "backlog.csv", "A-2", "-q"])
        .stdout("
            A-2  Faster search
            Rank 1 of 3; score 7.375

            Score  7.375 = (9 + 7 + 6 + 7.5) ÷ 4
            ├─ Customer impact  9
            ├─ Business impact  7
            ├─ Market competitiveness  6
            └─ Ease  ~7.5

            Rank  ID   Title                          Score  Difference
            ───────────────────────────────────────────────────────────
               1  A-2  Faster search                  7.375
              =2  A-1  Download invoices in bulk      6.250      −1.125
              =2  A-5  Line numbers in import errors  6.250      −1.125

            Nothing stands above it

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn an_unknown_id_gets_its_neighbour() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
PAY-1,a,8,6,4,7
SEARCH-2,b,8,6,4,7
",
        )
        .args(["explain", "backlog.csv", "PAI-1"])
        .stderr("error: there is no item `PAI-1`; did you mean `PAY-1`?\n")
        .exit(2);
}

#[test]
fn an_unknown_id_gets_its_neighbour_in_japanese() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
PAY-1,a,8,6,4,7
SEARCH-2,b,8,6,4,7
",
        )
        .args(["explain", "backlog.csv", "PAI-1", "--lang", "ja"])
        .stderr("エラー: `PAI-1` という改善項目はありません。`PAY-1` ですか？\n")
        .exit(2);
}

#[test]
fn an_unknown_id_far_from_all_is_told_how_many_there_are() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
PAY-1,a,8,6,4,7
SEARCH-2,b,8,6,4,7
",
        )
        .args(["explain", "backlog.csv", "login"])
        .stderr("error: there is no item `login` among 2\n")
        .exit(2);
}

#[test]
fn an_unknown_id_far_from_all_is_told_how_many_there_are_in_japanese() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
PAY-1,a,8,6,4,7
SEARCH-2,b,8,6,4,7
",
        )
        .args(["explain", "backlog.csv", "login", "--lang", "ja"])
        .stderr("エラー: 2件の中に `login` という改善項目はありません\n")
        .exit(2);
}

#[test]
fn what_would_be_divided_by_nought_gets_advice_of_its_own() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,impact,confidence,effort
R-1,Search,1200,2,0.8,5
R-2,Export,400,1,1,0
",
        )
        .args(["explain", "ideas.csv", "R-2", "-m", "rice", "-q"])
        .stdout(
            "
            R-2  Export
            Not ranked: Effort is 0, and nothing can be divided by it

            Nothing can be divided by 0: give it a number above 0, or leave the cell blank

            Model rice: Reach 25 %, Impact 25 %, Confidence 25 %, Effort 25 % (the model's own weights)
        ",
        )
        .exit(0);
}

#[test]
fn what_would_be_divided_by_nought_gets_advice_of_its_own_in_japanese() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,impact,confidence,effort
R-1,Search,1200,2,0.8,5
R-2,Export,400,1,1,0
",
        )
        .args(["explain", "ideas.csv", "R-2", "-m", "rice", "-q", "--lang", "ja"])
        .stdout(
            "
            R-2  Export
            順位の対象外：工数が0のため、割り算ができません

            0では割り算ができないため、0より大きい数値を入力するか、空欄にしてください

            モデル rice：リーチ 25%、インパクト 25%、確信度 25%、工数 25%（重みはモデルの既定値）
        ",
        )
        .exit(0);
}

#[test]
fn a_cost_quantity_divides() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,impact,confidence,effort
R-1,Search,1200,2,0.8,5
R-2,Export,400,1,50%,3
",
        )
        .args(["explain", "ideas.csv", "R-2", "-m", "rice"])
        .stdout(
            "
            R-2  Export
            Rank 2 of 2; score ≈ 66.666667

            Score  66.666667 ≈ 400 × 1 × 0.5 ÷ 3
            ├─ Reach  400
            ├─ Impact  1
            ├─ Confidence  0.5
            └─ Effort  3, a cost: divides

            Rank  ID   Title     Score  Difference
            ──────────────────────────────────────
               1  R-1  Search  384.000    +317.333
               2  R-2  Export   66.667

            To pass R-1: Reach 400 → 2305 is the smallest change (score ≈ 384.166667, rank 1)
            Or one of: Confidence 0.5 → 2.9, Impact 1 → 6

            Model rice: Reach 25 %, Impact 25 %, Confidence 25 %, Effort 25 % (the model's own weights)
        ",
        )
        .exit(0);
}

#[test]
fn a_root_is_shown_with_six_places() {
    Case::new()
        .file("backlog.csv", "\
id,title,affected_customers,severity,business_impact,market_competitiveness,ease
A-1,Download,8,5,6,4,7
A-2,Search,9,4,7,6,4
")
        .args(["explain", "backlog.csv", "A-1"])
        .stdout("
            A-1  Download
            Rank 1 of 2; score ≈ 5.831139

            Score  5.831139 ≈ (6.324555 + 6 + 4 + 7) ÷ 4
            ├─ Customer impact  6.324555 ≈ (8 × 5)^(1 ÷ 2)
            │  ├─ Affected customers  8
            │  └─ Severity  5
            ├─ Business impact  6
            ├─ Market competitiveness  4
            └─ Ease  7

            Rank  ID   Title     Score  Difference
            ──────────────────────────────────────
               1  A-1  Download  5.831
               2  A-2  Search    5.750      −0.081

            Nothing stands above it

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn what_is_mapped_onto_a_scale_says_so() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,ease
V-1,Search,5,6
V-2,Export,4,2
",
        )
        .file(
            "w.toml",
            r#"model = "ours"

[models.ours]
combine = "mean"
of = ["reach", "ease"]
scale = [1, 10]

[criteria.reach]
scale = [1, 5]
"#,
        )
        .args(["explain", "ideas.csv", "V-2", "-w", "w.toml"])
        .stdout(
            "
            V-2  Export
            Rank 2 of 2; score 4.875

            Score  4.875 = (7.75 + 2) ÷ 2
            ├─ reach  4, from 1–5 onto 1–10: 7.75
            └─ Ease  2

            Rank  ID   Title   Score  Difference
            ────────────────────────────────────
               1  V-1  Search  8.000      +3.125
               2  V-2  Export  4.875

            To pass V-1: Ease 2 → 9 is the smallest change (score 8.375, rank 1)

            Model ours: reach 50 %, Ease 50 % (the model's own weights)
        ",
        )
        .exit(0);
}

#[test]
fn an_item_that_no_single_change_lifts_says_so() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,10,10,10,10
B-1,b,1,1,1,1
")
        .args(["explain", "backlog.csv", "B-1"])
        .stdout("
            B-1  b
            Rank 2 of 2; score 1

            Score  1 = (1 + 1 + 1 + 1) ÷ 4
            ├─ Customer impact  1
            ├─ Business impact  1
            ├─ Market competitiveness  1
            └─ Ease  1

            Rank  ID   Title  Score  Difference
            ───────────────────────────────────
               1  A-1  a         10          +9
               2  B-1  b          1

            No change of one rating alone lifts it past A-1

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn an_explanation_is_json() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["explain", "targets.csv", "T-1", "-m", "target", "-f", "json"])
        .stdout(
            r#"
            {
              "schema_version": 1,
              "command": "explain",
              "model": "target",
              "item": {
                "id": "T-1",
                "title": "Month-end rework in accounting",
                "rank": 2,
                "tied": false,
                "of": 2,
                "score": 148176,
                "missing": [],
                "rank_range": null
              },
              "tree": {
                "key": "score",
                "value": 148176,
                "weight": 1,
                "counted": 148176,
                "combine": "product",
                "expression": "432 × 49 × 7",
                "parts": [
                  {
                    "key": "impact",
                    "value": 432,
                    "weight": 1,
                    "counted": 432,
                    "combine": "product",
                    "expression": "8 × 6 × 9",
                    "parts": [
                      {
                        "key": "generality",
                        "value": 8,
                        "weight": 1,
                        "counted": 8
                      },
                      {
                        "key": "persistence",
                        "value": 6,
                        "weight": 1,
                        "counted": 6
                      },
                      {
                        "key": "severity",
                        "value": 9,
                        "weight": 1,
                        "counted": 9
                      }
                    ]
                  },
                  {
                    "key": "contribution",
                    "value": 49,
                    "weight": 1,
                    "counted": 49,
                    "combine": "product",
                    "expression": "7 × 7",
                    "parts": [
                      {
                        "key": "opportunity",
                        "value": 7,
                        "weight": 1,
                        "counted": 7
                      },
                      {
                        "key": "difficulty",
                        "value": 4,
                        "weight": 1,
                        "counted": 7
                      }
                    ]
                  },
                  {
                    "key": "cost",
                    "value": 4,
                    "weight": 1,
                    "counted": 7,
                    "combine": "mean",
                    "expression": "(5 + 3) ÷ 2",
                    "parts": [
                      {
                        "key": "initial_cost",
                        "value": 5,
                        "weight": 1,
                        "counted": 5
                      },
                      {
                        "key": "running_cost",
                        "value": 3,
                        "weight": 1,
                        "counted": 3
                      }
                    ]
                  }
                ]
              },
              "above": [
                {
                  "id": "T-2",
                  "title": "Renewals that nobody sees coming",
                  "rank": 1,
                  "score": 207360
                }
              ],
              "below": [],
              "changes": [
                {
                  "criterion": "persistence",
                  "from": 6,
                  "to": 9,
                  "score": 222264,
                  "rank": 1
                },
                {
                  "criterion": "opportunity",
                  "from": 7,
                  "to": 10,
                  "score": 211680,
                  "rank": 1
                },
                {
                  "criterion": "difficulty",
                  "from": 4,
                  "to": 1,
                  "score": 211680,
                  "rank": 1
                }
              ],
              "findings": [],
              "finding_count": 0
            }
        "#,
        )
        .exit(0);
}

#[test]
fn an_explanation_is_csv() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["explain", "targets.csv", "T-1", "-m", "target", "-f", "csv"])
        .stdout(
            "
            key,part_of,value,weight,counted,expression
            score,,148176,1,148176,432 × 49 × 7
            impact,score,432,1,432,8 × 6 × 9
            generality,impact,8,1,8,
            persistence,impact,6,1,6,
            severity,impact,9,1,9,
            contribution,score,49,1,49,7 × 7
            opportunity,contribution,7,1,7,
            difficulty,contribution,4,1,7,
            cost,score,4,1,7,(5 + 3) ÷ 2
            initial_cost,cost,5,1,5,
            running_cost,cost,3,1,3,
        ",
        )
        .exit(0);
}

#[test]
fn an_explanation_is_markdown() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["explain", "backlog.csv", "A-4", "-f", "markdown"])
        .stdout(r#"
            A-4  Mobile notifications

            Rank 5 of 5; score 5.75

            ```text
            Score  5.75 = (6 + 4 + 7 + 6) ÷ 4
            ├─ Customer impact  6
            ├─ Business impact  4
            ├─ Market competitiveness  7
            └─ Ease  6
            ```

            | Rank | ID | Title | Score | Difference |
            | ---: | --- | --- | ---: | ---: |
            | =2 | A-1 | Download invoices in bulk | 6.25 | +0.50 |
            | =2 | A-3 | Single sign-on | 6.25 | +0.50 |
            | =2 | A-5 | Line numbers in import errors | 6.25 | +0.50 |
            | 5 | A-4 | Mobile notifications | 5.75 |  |

            To pass A-1, A-3, A-5: Customer impact 6 → 9 is the smallest change \(score 6.5, rank 1\)

            Or one of: Business impact 4 → 7, Market competitiveness 7 → 10, Ease 6 → 9

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % \(the model's own weights\)
        "#)
        .exit(0);
}

#[test]
fn a_file_with_an_error_explains_nothing() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,8,6,4,x
")
        .args(["explain", "backlog.csv", "A-1"])
        .stderr(r#"
            error[not-a-number]: `ease` of item `A-1` is `x`, expected a number
              --> backlog.csv:2:13
              help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
            1 error, no warnings
        "#)
        .exit(1);
}

#[test]
fn findings_stand_beside_the_explanation() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["explain", "backlog.csv", "A-1", "--lang", "ja"])
        .stdout("
            A-1  Download invoices in bulk
            3件中2位（ほか1件と同順位）、総合スコア 6.25

            総合スコア  6.25 = (8 + 6 + 4 + 7) ÷ 4
            ├─ 顧客影響度  8
            ├─ ビジネスインパクト  6
            ├─ 市場競争力  4
            └─ 実装の容易さ  7

            順位  ID   改善項目                   総合スコア      差
            ────────────────────────────────────────────────────────
               1  A-2  Faster search                   7.375  +1.125
              =2  A-1  Download invoices in bulk       6.250

            A-2 を上回る最小の変更：市場競争力 4 → 9（総合スコア 7.5、1位）

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .stderr("
            警告[missing-rating]: 改善項目 `A-3` は `ease` の評価がないため、順位の対象外です
              --> backlog.csv:4:26
              対処: 評価を入力してください（空欄を0などの値とみなすことはありません）
            警告[missing-rating]: 改善項目 `A-4` は `business_impact` の評価がないため、順位の対象外です
              --> backlog.csv:5:28
        ")
        .exit(0);
}
