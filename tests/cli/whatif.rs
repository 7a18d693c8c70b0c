//! `tenbin whatif`: the base ranking beside one for each scenario, who crosses the cutoff, and how alike the orders are.

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

/// Base weights under which nothing ties, and three scenarios.
const WEIGHTS: &str = "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1

[scenarios.retention]
customer_impact = 6

[scenarios.growth]
business_impact = 4
market_competitiveness = 4

[scenarios.quick]
ease = 8
";

fn case() -> Case {
    Case::new().file("backlog.csv", BACKLOG).file("weights.toml", WEIGHTS)
}

#[test]
fn every_scenario_of_the_file_stands_beside_the_base() {
    case().args(["whatif", "backlog.csv", "--top", "3"]).stdout("
        Rank  ID   Title                          retention  growth  quick
        ──────────────────────────────────────────────────────────────────
           1  A-2  Faster search                          =       =   3 ▼2
           2  A-3  Single sign-on                      4 ▼2       =   5 ▼3
           3  A-1  Download invoices in bulk           2 ▲1       =   2 ▲1
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
           4  A-5  Line numbers in import errors       3 ▲1    5 ▼1   1 ▲3
           5  A-4  Mobile notifications                   =    4 ▲1   4 ▲1

        retention: Customer impact 50 %, Business impact 25 %, Market competitiveness 16.7 %, Ease 8.3 %
        Into the top 3: A-5; out of it: A-3
        2 of 10 pairs of items change places (Kendall's tau-b 0.60)

        growth: Customer impact 30.8 %, Business impact 30.8 %, Market competitiveness 30.8 %, Ease 7.7 %
        The top 3 stays as it is
        1 of 10 pairs of items changes places (Kendall's tau-b 0.80)

        quick: Customer impact 23.5 %, Business impact 17.6 %, Market competitiveness 11.8 %, Ease 47.1 %
        Into the top 3: A-5; out of it: A-3
        6 of 10 pairs of items change places (Kendall's tau-b −0.20)

        Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from weights.toml)
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").exit(0);
}

#[test]
fn every_scenario_of_the_file_stands_beside_the_base_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .file("weights.toml", WEIGHTS)
        .args(["whatif", "backlog.csv", "--top", "3", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目                  retention  growth  quick
            ─────────────────────────────────────────────────────────────
               1  A-2  検索の速度改善                    =       =   3 ▼2
               2  A-3  シングルサインオン             4 ▼2       =   5 ▼3
               3  A-1  請求書の一括ダウンロード       2 ▲1       =   2 ▲1
            ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
               4  A-5  取込みエラーの行番号表示       3 ▲1    5 ▼1   1 ▲3
               5  A-4  モバイル通知                      =    4 ▲1   4 ▲1

            retention：顧客影響度 50%、ビジネスインパクト 25%、市場競争力 16.7%、実装の容易さ 8.3%
            上位3件に入る項目：A-5／外れる項目：A-3
            10組のうち2組で前後が入れ替わります（ケンドールの τb：0.60）

            growth：顧客影響度 30.8%、ビジネスインパクト 30.8%、市場競争力 30.8%、実装の容易さ 7.7%
            上位3件の顔ぶれは変わりません
            10組のうち1組で前後が入れ替わります（ケンドールの τb：0.80）

            quick：顧客影響度 23.5%、ビジネスインパクト 17.6%、市場競争力 11.8%、実装の容易さ 47.1%
            上位3件に入る項目：A-5／外れる項目：A-3
            10組のうち6組で前後が入れ替わります（ケンドールの τb：−0.20）

            モデル matrix：顧客影響度 40%、ビジネスインパクト 30%、市場競争力 20%、実装の容易さ 10%（重みは weights.toml）
            ケンドールの τb：1なら同じ順序、0なら無関係、−1なら逆の順序
        ")
        .exit(0);
}

#[test]
fn named_scenarios_stand_in_the_order_in_which_they_are_named() {
    case()
        .args([
            "whatif",
            "backlog.csv",
            "--top",
            "3",
            "--scenario",
            "quick",
            "--scenario",
            "growth",
            "--scenario",
            "quick",
        ])
        .stdout("
            Rank  ID   Title                          quick  growth
            ───────────────────────────────────────────────────────
               1  A-2  Faster search                   3 ▼2       =
               2  A-3  Single sign-on                  5 ▼3       =
               3  A-1  Download invoices in bulk       2 ▲1       =
            ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
               4  A-5  Line numbers in import errors   1 ▲3    5 ▼1
               5  A-4  Mobile notifications            4 ▲1    4 ▲1

            quick: Customer impact 23.5 %, Business impact 17.6 %, Market competitiveness 11.8 %, Ease 47.1 %
            Into the top 3: A-5; out of it: A-3
            6 of 10 pairs of items change places (Kendall's tau-b −0.20)

            growth: Customer impact 30.8 %, Business impact 30.8 %, Market competitiveness 30.8 %, Ease 7.7 %
            The top 3 stays as it is
            1 of 10 pairs of items changes places (Kendall's tau-b 0.80)

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from weights.toml)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn the_weights_of_the_command_line_are_one_more_scenario_over_the_base() {
    case()
        .args([
            "whatif",
            "backlog.csv",
            "--top",
            "3",
            "--scenario",
            "quick",
            "--weight",
            "ease=9",
            "--weight",
            "customer_impact=0",
        ])
        .stdout("
            Rank  ID   Title                          quick  custom
            ───────────────────────────────────────────────────────
               1  A-2  Faster search                   3 ▼2    5 ▼4
               2  A-3  Single sign-on                  5 ▼3    4 ▼2
               3  A-1  Download invoices in bulk       2 ▲1    2 ▲1
            ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
               4  A-5  Line numbers in import errors   1 ▲3    1 ▲3
               5  A-4  Mobile notifications            4 ▲1    3 ▲2

            quick: Customer impact 23.5 %, Business impact 17.6 %, Market competitiveness 11.8 %, Ease 47.1 %
            Into the top 3: A-5; out of it: A-3
            6 of 10 pairs of items change places (Kendall's tau-b −0.20)

            custom: Customer impact 0 %, Business impact 21.4 %, Market competitiveness 14.3 %, Ease 64.3 %
            Into the top 3: A-5, A-4; out of it: A-2, A-3
            8 of 10 pairs of items change places (Kendall's tau-b −0.60)

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from weights.toml)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn without_a_weights_file_one_weight_is_enough() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["whatif", "backlog.csv", "--top", "3", "--weight", "ease=2"])
        .stdout("
            Rank  ID   Title                          custom
            ────────────────────────────────────────────────
               1  A-2  Faster search                    3 ▼2
              =2  A-1  Download invoices in bulk           =
              =2  A-3  Single sign-on                   5 ▼3
              =2  A-5  Line numbers in import errors    1 ▲1
            ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
               5  A-4  Mobile notifications             4 ▲1

            custom: Customer impact 20 %, Business impact 20 %, Market competitiveness 20 %, Ease 40 %
            Out of the top 3: A-3
            3 of 10 pairs of items change places, 3 tie or come apart (Kendall's tau-b 0.12)

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn nothing_to_hold_against_the_base_says_what_to_write() {
    Case::new().file("backlog.csv", BACKLOG).args(["whatif", "backlog.csv"]).stderr("
        error: there is nothing to hold against the base weights; try one weight with `--weight ease=2`, or write scenarios into weights.toml:
        [scenarios.retention]
        customer_impact = 6
    ").exit(2);
}

#[test]
fn nothing_to_hold_against_the_base_says_what_to_write_in_japanese() {
    Case::new().file("backlog.csv", BACKLOG).args(["whatif", "backlog.csv", "--lang", "ja"]).stderr("
        エラー: 比べる重みがありません。`--weight ease=2` のように重みを1つ変えるか、weights.toml にシナリオを書いてください：
        [scenarios.retention]
        customer_impact = 6
    ").exit(2);
}

#[test]
fn a_file_for_another_model_lends_no_scenario() {
    Case::new()
        .file("targets.csv", TARGETS)
        .file("weights.toml", WEIGHTS)
        .args(["whatif", "targets.csv", "-m", "target"])
        .stderr("
            error: there is nothing to hold against the base weights; try one weight with `--weight ease=2`, or write scenarios into weights.toml:
            [scenarios.retention]
            customer_impact = 6
        ")
        .exit(2);
}

#[test]
fn ascii_has_arrows_of_its_own() {
    case().args(["whatif", "backlog.csv", "--top", "3", "--scenario", "quick", "--ascii"]).stdout("
        Rank  ID   Title                          quick
        -----------------------------------------------
           1  A-2  Faster search                   3 v2
           2  A-3  Single sign-on                  5 v3
           3  A-1  Download invoices in bulk       2 ^1
        - - - - - - - - - - - - - - - - - - - - - - - -
           4  A-5  Line numbers in import errors   1 ^3
           5  A-4  Mobile notifications            4 ^1

        quick: Customer impact 23.5 %, Business impact 17.6 %, Market competitiveness 11.8 %, Ease 47.1 %
        Into the top 3: A-5; out of it: A-3
        6 of 10 pairs of items change places (Kendall's tau-b −0.20)

        Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from weights.toml)
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").exit(0);
}

#[test]
fn the_line_at_the_cutoff_is_as_wide_as_the_table_and_dim() {
    case()
        .args(["whatif", "backlog.csv", "--top", "1", "--scenario", "quick", "--color", "always"])
        .stdout_has(["\n\u{1b}[2m╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌\u{1b}[0m\n"])
        .exit(0);
}

#[test]
fn sixty_columns_cut_the_titles() {
    case().env("COLUMNS", "60").args(["whatif", "backlog.csv", "--top", "3"]).stdout("
        Rank  ID   Title                    retention  growth  quick
        ────────────────────────────────────────────────────────────
           1  A-2  Faster search                    =       =   3 ▼2
           2  A-3  Single sign-on                4 ▼2       =   5 ▼3
           3  A-1  Download invoices in b…       2 ▲1       =   2 ▲1
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
           4  A-5  Line numbers in import…       3 ▲1    5 ▼1   1 ▲3
           5  A-4  Mobile notifications             =    4 ▲1   4 ▲1

        retention: Customer impact 50 %, Business impact 25 %, Market competitiveness 16.7 %, Ease 8.3 %
        Into the top 3: A-5; out of it: A-3
        2 of 10 pairs of items change places (Kendall's tau-b 0.60)

        growth: Customer impact 30.8 %, Business impact 30.8 %, Market competitiveness 30.8 %, Ease 7.7 %
        The top 3 stays as it is
        1 of 10 pairs of items changes places (Kendall's tau-b 0.80)

        quick: Customer impact 23.5 %, Business impact 17.6 %, Market competitiveness 11.8 %, Ease 47.1 %
        Into the top 3: A-5; out of it: A-3
        6 of 10 pairs of items change places (Kendall's tau-b −0.20)

        Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from weights.toml)
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").exit(0);
}

#[test]
fn the_cutoff_is_that_of_the_policy_unless_the_command_line_has_another() {
    let weights = format!("{WEIGHTS}\n[check]\ntop = 1\n");
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", &weights)
        .args(["whatif", "backlog.csv", "--scenario", "quick"])
        .stdout("
            Rank  ID   Title                          quick
            ───────────────────────────────────────────────
               1  A-2  Faster search                   3 ▼2
            ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
               2  A-3  Single sign-on                  5 ▼3
               3  A-1  Download invoices in bulk       2 ▲1
               4  A-5  Line numbers in import errors   1 ▲3
               5  A-4  Mobile notifications            4 ▲1

            quick: Customer impact 23.5 %, Business impact 17.6 %, Market competitiveness 11.8 %, Ease 47.1 %
            Into the top 1: A-5; out of it: A-2
            6 of 10 pairs of items change places (Kendall's tau-b −0.20)

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from weights.toml)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", &weights)
        .args(["whatif", "backlog.csv", "--scenario", "quick", "--top", "2"])
        .stdout_has(["Into the top 2: "])
        .exit(0);
}

#[test]
fn the_usual_cutoff_lies_below_a_short_backlog_and_says_so() {
    case().args(["whatif", "backlog.csv", "--scenario", "quick"]).stdout("
        Rank  ID   Title                          quick
        ───────────────────────────────────────────────
           1  A-2  Faster search                   3 ▼2
           2  A-3  Single sign-on                  5 ▼3
           3  A-1  Download invoices in bulk       2 ▲1
           4  A-5  Line numbers in import errors   1 ▲3
           5  A-4  Mobile notifications            4 ▲1

        quick: Customer impact 23.5 %, Business impact 17.6 %, Market competitiveness 11.8 %, Ease 47.1 %
        6 of 10 pairs of items change places (Kendall's tau-b −0.20)

        Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from weights.toml)
        All 5 items stand within the cutoff at 10; `--top N` sets another one
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").exit(0);
}

#[test]
fn the_usual_cutoff_lies_below_a_short_backlog_and_says_so_in_japanese() {
    case()
        .args(["whatif", "backlog.csv", "--scenario", "quick", "--lang", "ja"])
        .stdout(
            "
        順位  ID   改善項目                       quick
        ───────────────────────────────────────────────
           1  A-2  Faster search                   3 ▼2
           2  A-3  Single sign-on                  5 ▼3
           3  A-1  Download invoices in bulk       2 ▲1
           4  A-5  Line numbers in import errors   1 ▲3
           5  A-4  Mobile notifications            4 ▲1

        quick：顧客影響度 23.5%、ビジネスインパクト 17.6%、市場競争力 11.8%、実装の容易さ 47.1%
        10組のうち6組で前後が入れ替わります（ケンドールの τb：−0.20）

        モデル matrix：顧客影響度 40%、ビジネスインパクト 30%、市場競争力 20%、実装の容易さ 10%（重みは weights.toml）
        5件すべてが採用ライン（上位10件）に入っています。採用ラインは `--top N` で変えられます
        ケンドールの τb：1なら同じ順序、0なら無関係、−1なら逆の順序
    ",
        )
        .exit(0);
}

#[test]
fn ties_across_the_cutoff_are_in() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["whatif", "backlog.csv", "--top", "2", "--weight", "ease=3"])
        .stdout("
            Rank  ID   Title                          custom
            ────────────────────────────────────────────────
               1  A-2  Faster search                    4 ▼3
              =2  A-1  Download invoices in bulk           =
              =2  A-3  Single sign-on                   5 ▼3
              =2  A-5  Line numbers in import errors    1 ▲1
            ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
               5  A-4  Mobile notifications             3 ▲2

            custom: Customer impact 16.7 %, Business impact 16.7 %, Market competitiveness 16.7 %, Ease 50 %
            Out of the top 2: A-2, A-3
            4 of 10 pairs of items change places, 3 tie or come apart (Kendall's tau-b −0.12)

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn a_cutoff_at_nought_is_none() {
    case().args(["whatif", "backlog.csv", "--top", "0"]).stderr("error: --top takes a number from 1 up\n").exit(2);
}

#[test]
fn an_unknown_scenario_gets_its_neighbour() {
    case()
        .args(["whatif", "backlog.csv", "--scenario", "quik", "--scenario", "growth", "--scenario", "rest"])
        .stderr(
            "
            error[unknown-scenario]: there is no scenario `quik`
              help: write `quick`, if that is meant
            error[unknown-scenario]: there is no scenario `rest`
              help: choose one of these: `retention`, `growth`, `quick`
            2 errors, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_scenario_gets_its_neighbour_in_japanese() {
    case()
        .args(["whatif", "backlog.csv", "--scenario", "quik", "--lang", "ja"])
        .stderr(
            "
        エラー[unknown-scenario]: シナリオ `quik` はありません
          対処: `quick` の書き間違いであれば、修正してください
        エラー1件、警告0件
    ",
        )
        .exit(2);
}

#[test]
fn an_unknown_weight_gets_its_neighbour() {
    case()
        .args(["whatif", "backlog.csv", "--weight", "eas=2"])
        .stderr(
            "
        error[unknown-key]: `eas` is not known here
          --> --weight
          help: write `ease`, if that is meant
        1 error, no warnings
    ",
        )
        .exit(2);
}

#[test]
fn a_scenario_that_weighs_nothing_is_pointed_at() {
    let nothing =
        "\n[scenarios.nothing]\ncustomer_impact = 0\nbusiness_impact = 0\nmarket_competitiveness = 0\nease = 0\n";
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", format!("{WEIGHTS}{nothing}"))
        .args(["whatif", "backlog.csv"])
        .stderr(
            "
            error[zero-weights]: everything in `matrix` has the weight 0
              --> weights.toml:17:12
              help: give at least one of its parts a weight above 0
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn a_scenario_that_changes_nothing_leaves_the_order() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", "[scenarios.twice]\ncustomer_impact = 1\n")
        .args(["whatif", "backlog.csv", "--top", "1"])
        .stdout("
            Rank  ID   Title                          twice
            ───────────────────────────────────────────────
               1  A-2  Faster search                      =
            ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
              =2  A-1  Download invoices in bulk          =
              =2  A-3  Single sign-on                     =
              =2  A-5  Line numbers in import errors      =
               5  A-4  Mobile notifications               =

            twice: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 %
            The top 1 stays as it is
            No pair of items changes places (Kendall's tau-b 1)

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn items_without_a_rank_stand_apart() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["whatif", "backlog.csv", "--top", "2", "--weight", "ease=3", "-q"])
        .stdout("
            Rank  ID   Title                          custom
            ────────────────────────────────────────────────
               1  A-2  Faster search                       =
              =2  A-1  Download invoices in bulk        3 ▼1
              =2  A-5  Line numbers in import errors       =

            custom: Customer impact 16.7 %, Business impact 16.7 %, Market competitiveness 16.7 %, Ease 50 %
            Out of the top 2: A-1
            No pair of items changes places, 1 ties or comes apart (Kendall's tau-b 0.82)

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Not ranked: A-3 (Ease missing, could be rank 1 to 4), A-4 (Business impact missing, could be rank 2 to 4)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn an_item_may_have_a_rank_under_some_weights_only() {
    let weights = "[weights]\ncustomer_impact = 1\nbusiness_impact = 1\nmarket_competitiveness = 1\nease = 0\n\n\
                   [scenarios.quick]\nease = 1\nbusiness_impact = 0\n";
    let case = || Case::new().file("backlog.csv", BACKLOG_WITH_GAPS).file("weights.toml", weights);
    case().args(["whatif", "backlog.csv", "--top", "2"]).stdout("
        Rank  ID   Title                          quick
        ───────────────────────────────────────────────
          =1  A-2  Faster search                      =
          =1  A-3  Single sign-on
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
           3  A-1  Download invoices in bulk          =
           4  A-5  Line numbers in import errors   2 ▲2

        quick: Customer impact 33.3 %, Business impact 0 %, Market competitiveness 33.3 %, Ease 33.3 %
        Into the top 2: A-5; out of it: A-3
        1 of 3 pairs of items changes places (Kendall's tau-b 0.33)
        Ranked only here: A-4 (rank 3)
        Not ranked here: A-3

        Model matrix: Customer impact 33.3 %, Business impact 33.3 %, Market competitiveness 33.3 %, Ease 0 % (weights from weights.toml)
        Not ranked: A-4 (Business impact missing, could be rank 1 to 5)
        Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
    ").stderr("
        warning[missing-rating]: item `A-3` has no rating for `ease`: it is not ranked
          --> backlog.csv:4:26
          help: fill in the rating; a blank counts neither as 0 nor as anything else
        warning[missing-rating]: item `A-4` has no rating for `business_impact`: it is not ranked
          --> backlog.csv:5:28
    ").exit(0);
    case().args(["whatif", "backlog.csv", "--top", "2", "--lang", "ja", "-q"]).stdout("
        順位  ID   改善項目                       quick
        ───────────────────────────────────────────────
          =1  A-2  Faster search                      =
          =1  A-3  Single sign-on
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
           3  A-1  Download invoices in bulk          =
           4  A-5  Line numbers in import errors   2 ▲2

        quick：顧客影響度 33.3%、ビジネスインパクト 0%、市場競争力 33.3%、実装の容易さ 33.3%
        上位2件に入る項目：A-5／外れる項目：A-3
        3組のうち1組で前後が入れ替わります（ケンドールの τb：0.33）
        この重みでだけ順位がつく項目：A-4（3位）
        この重みでは順位の対象外となる項目：A-3

        モデル matrix：顧客影響度 33.3%、ビジネスインパクト 33.3%、市場競争力 33.3%、実装の容易さ 0%（重みは weights.toml）
        順位の対象外：A-4（ビジネスインパクトが未評価、1〜5位の可能性）
        ケンドールの τb：1なら同じ順序、0なら無関係、−1なら逆の順序
    ").exit(0);
    case()
        .args(["whatif", "backlog.csv", "-f", "csv", "-q"])
        .stdout(
            "
        id,title,rank_base,score_base,rank_quick,score_quick
        A-2,Faster search,1,7.333333333333333,1,7.5
        A-3,Single sign-on,1,7.333333333333333,,
        A-1,Download invoices in bulk,3,6,3,6.333333333333333
        A-5,Line numbers in import errors,4,5.333333333333333,2,6.666666666666667
        A-4,Mobile notifications,,,3,6.333333333333333
    ",
        )
        .exit(0);
}

#[test]
fn a_column_that_only_a_scenario_needs_is_missed() {
    let weights = "[weights]\ncustomer_impact = 1\nbusiness_impact = 1\nmarket_competitiveness = 1\nease = 0\n\n\
                   [scenarios.quick]\nease = 1\n";
    Case::new()
        .file("backlog.csv", "id,customer_impact,business_impact,market_competitiveness\nA-1,8,6,4\n")
        .file("weights.toml", weights)
        .args(["whatif", "backlog.csv"])
        .stderr("
            error[missing-column]: there is no column for `ease`
              --> backlog.csv:1:1
              help: if one of the headers means it, pass `--column ease=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `customer_impact`, `business_impact`, `market_competitiveness`
            1 error, no warnings
        ")
        .exit(1);
}

#[test]
fn the_weights_within_a_factor_are_said_where_they_differ() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["whatif", "targets.csv", "-m", "target", "--weight", "severity=3", "--top", "1"])
        .stdout("
            Rank  ID   Title                             custom
            ───────────────────────────────────────────────────
               1  T-2  Renewals that nobody sees coming       =
            ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
               2  T-1  Month-end rework in accounting         =

            custom: Impact 33.3 %, Contribution 33.3 %, Cost 33.3 %; Impact: Generality 20 %, Persistence 20 %, Severity 60 %
            The top 1 stays as it is
            No pair of items changes places (Kendall's tau-b 1)

            Model target: Impact 33.3 %, Contribution 33.3 %, Cost 33.3 % (the model's own weights)
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn one_item_has_no_order() {
    Case::new()
        .file("backlog.csv", "id,customer_impact,business_impact,market_competitiveness,ease\nA-1,8,6,4,7\n")
        .args(["whatif", "backlog.csv", "--weight", "ease=2"])
        .stdout("
            Rank  ID   custom
            ─────────────────
               1  A-1       =

            custom: Customer impact 20 %, Business impact 20 %, Market competitiveness 20 %, Ease 40 %
            Too few items with different ranks to say how alike the two orders are

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            The only item stands within the cutoff at 10; `--top N` sets another one
            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        ")
        .exit(0);
}

#[test]
fn names_that_are_taken_get_a_number() {
    let weights = "[scenarios.base]\nease = 2\n[scenarios.custom]\nease = 3\n";
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", weights)
        .args(["whatif", "backlog.csv", "--weight", "ease=4", "-f", "csv"])
        .stdout(
            "
            id,title,rank_base,score_base,rank_base_2,score_base_2,rank_custom,score_custom,rank_custom_2,score_custom_2
            A-2,Faster search,1,6.5,3,6,4,5.666666666666667,4,5.428571428571429
            A-1,Download invoices in bulk,2,6.25,2,6.4,2,6.5,2,6.571428571428571
            A-3,Single sign-on,2,6.25,5,5.6,5,5.166666666666667,5,4.857142857142857
            A-5,Line numbers in import errors,2,6.25,1,6.8,1,7.166666666666667,1,7.428571428571429
            A-4,Mobile notifications,5,5.75,4,5.8,3,5.833333333333333,3,5.857142857142857
        ",
        )
        .exit(0);
}

#[test]
fn csv_is_rank_and_score_of_each() {
    case()
        .args(["whatif", "backlog.csv", "-f", "csv"])
        .stdout(
            "
        id,title,rank_base,score_base,rank_retention,score_retention,rank_growth,score_growth,rank_quick,score_quick
        A-2,Faster search,1,7.3,1,7.583333333333333,1,7.076923076923077,3,5.9411764705882355
        A-3,Single sign-on,2,6.6,4,6.333333333333333,2,7,5,5.117647058823529
        A-1,Download invoices in bulk,3,6.5,2,6.75,3,6.076923076923077,2,6.705882352941177
        A-5,Line numbers in import errors,4,6.2,3,6.5,5,5.615384615384615,1,7.352941176470588
        A-4,Mobile notifications,5,5.6,5,5.666666666666667,4,5.6923076923076925,4,5.764705882352941
    ",
        )
        .exit(0);
}

#[test]
fn json_has_the_weights_the_ranks_and_what_they_sum_up_to() {
    case()
        .args(["whatif", "backlog.csv", "--scenario", "quick", "--top", "2", "-f", "json"])
        .stdout(
            r#"
        {
          "schema_version": 1,
          "command": "whatif",
          "model": "matrix",
          "scenarios": [
            {
              "name": "base",
              "weights": [
                {
                  "key": "customer_impact",
                  "weight": 4,
                  "share": 0.4
                },
                {
                  "key": "business_impact",
                  "weight": 3,
                  "share": 0.3
                },
                {
                  "key": "market_competitiveness",
                  "weight": 2,
                  "share": 0.2
                },
                {
                  "key": "ease",
                  "weight": 1,
                  "share": 0.1
                }
              ]
            },
            {
              "name": "quick",
              "weights": [
                {
                  "key": "customer_impact",
                  "weight": 4,
                  "share": 0.23529411764705882
                },
                {
                  "key": "business_impact",
                  "weight": 3,
                  "share": 0.17647058823529413
                },
                {
                  "key": "market_competitiveness",
                  "weight": 2,
                  "share": 0.11764705882352941
                },
                {
                  "key": "ease",
                  "weight": 8,
                  "share": 0.47058823529411764
                }
              ]
            }
          ],
          "items": [
            {
              "id": "A-2",
              "title": "Faster search",
              "ranks": [
                1,
                3
              ],
              "scores": [
                7.3,
                5.9411764705882355
              ]
            },
            {
              "id": "A-3",
              "title": "Single sign-on",
              "ranks": [
                2,
                5
              ],
              "scores": [
                6.6,
                5.117647058823529
              ]
            },
            {
              "id": "A-1",
              "title": "Download invoices in bulk",
              "ranks": [
                3,
                2
              ],
              "scores": [
                6.5,
                6.705882352941177
              ]
            },
            {
              "id": "A-5",
              "title": "Line numbers in import errors",
              "ranks": [
                4,
                1
              ],
              "scores": [
                6.2,
                7.352941176470588
              ]
            },
            {
              "id": "A-4",
              "title": "Mobile notifications",
              "ranks": [
                5,
                4
              ],
              "scores": [
                5.6,
                5.764705882352941
              ]
            }
          ],
          "summary": [
            {
              "scenario": "quick",
              "tau_b": -0.2,
              "cutoff": 2,
              "entered": [
                "A-5",
                "A-1"
              ],
              "left": [
                "A-2",
                "A-3"
              ]
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
fn markdown_has_the_line_as_dashes() {
    case()
        .args(["whatif", "backlog.csv", "--scenario", "quick", "--top", "2", "-f", "markdown"])
        .stdout(r#"
            | Rank | ID | Title | quick |
            | ---: | --- | --- | ---: |
            | 1 | A-2 | Faster search | 3 ▼2 |
            | 2 | A-3 | Single sign-on | 5 ▼3 |
            | --- | --- | --- | --- |
            | 3 | A-1 | Download invoices in bulk | 2 ▲1 |
            | 4 | A-5 | Line numbers in import errors | 1 ▲3 |
            | 5 | A-4 | Mobile notifications | 4 ▲1 |

            quick: Customer impact 23.5 %, Business impact 17.6 %, Market competitiveness 11.8 %, Ease 47.1 %

            Into the top 2: A-5, A-1; out of it: A-2, A-3

            6 of 10 pairs of items change places \(Kendall's tau-b −0.20\)

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % \(weights from weights.toml\)

            Kendall's tau-b: 1 is the same order, 0 no relation, −1 the reverse
        "#)
        .exit(0);
}

#[test]
fn an_error_in_the_backlog_stops_the_answer() {
    Case::new()
        .file("backlog.csv", BACKLOG.replace("9,7,6,4", "9,7,11,4"))
        .file("weights.toml", WEIGHTS)
        .args(["whatif", "backlog.csv"])
        .stderr("
            error[out-of-scale]: `market_competitiveness` of item `A-2` is `11`, expected 1–10
              --> backlog.csv:3:23
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.market_competitiveness]`
            1 error, no warnings
        ")
        .exit(1);
}
