//! Where weights come from, in which order they win, and what is wrong with a weights file, with its place.

use super::harness::{BACKLOG, BACKLOG_JA, Case, TARGETS};

#[test]
fn the_weights_file_of_this_folder_is_used() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .args(["rank", "backlog.csv", "--top", "1"])
        .stdout("
            Rank  ID   Title          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    7.3  █████▋                9                7                       6     4

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from weights.toml)
        ")
        .exit(0);
}

#[test]
fn the_weights_file_of_this_folder_is_named_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .file("weights.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .args(["rank", "backlog.csv", "--top", "1", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目        総合スコア          顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  検索の速度改善         7.3  █████▋           9                   7           6             4

            モデル matrix：顧客影響度 40%、ビジネスインパクト 30%、市場競争力 20%、実装の容易さ 10%（重みは weights.toml）
        ")
        .exit(0);
}

#[test]
fn the_nearest_weights_file_above_is_used() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .within("teams/sales")
        .args(["rank", "../../backlog.csv", "--top", "1"])
        .stdout("
            Rank  ID   Title          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    7.3  █████▋                9                7                       6     4

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from [folder]/weights.toml)
        ")
        .exit(0);
}

#[test]
fn a_nearer_weights_file_hides_one_further_up() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .file("teams/weights.toml", "\
[weights]
customer_impact = 5
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .within("teams/sales")
        .args(["rank", "../../backlog.csv", "--top", "1"])
        .stdout("
            Rank  ID   Title          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    7.5  █████▊                9                7                       6     4

            Model matrix: Customer impact 45.5 %, Business impact 27.3 %, Market competitiveness 18.2 %, Ease 9.1 % (weights from [folder]/teams/weights.toml)
        ")
        .exit(0);
}

#[test]
fn the_search_ends_at_the_folder_that_holds_git() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .file("repository/.git/HEAD", "")
        .within("repository")
        .args(["rank", "../backlog.csv", "--top", "1"])
        .stdout("
            Rank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn the_search_ends_at_the_home_folder() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .within("home")
        .env("HOME", "[folder]/home")
        .args(["rank", "../backlog.csv", "--top", "1"])
        .stdout("
            Rank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn the_environment_wins_over_the_folder() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("weights.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .file("other.toml", "\
[weights]
customer_impact = 6
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .env("TENBIN_WEIGHTS", "other.toml")
        .args(["rank", "backlog.csv", "--top", "1"])
        .stdout("
            Rank  ID   Title          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    7.6  █████▉                9                7                       6     4

            Model matrix: Customer impact 50 %, Business impact 25 %, Market competitiveness 16.7 %, Ease 8.3 % (weights from other.toml)
        ")
        .exit(0);
}

#[test]
fn the_flag_wins_over_the_environment() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .file("other.toml", "\
[weights]
customer_impact = 6
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .env("TENBIN_WEIGHTS", "other.toml")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    7.3  █████▋                9                7                       6     4

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from w.toml)
        ")
        .exit(0);
}

#[test]
fn a_weight_wins_over_the_file() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--weight", "ease=2.5"])
        .stdout("
            Rank  ID   Title          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.9  █████▎                9                7                       6     4

            Model matrix: Customer impact 34.8 %, Business impact 26.1 %, Market competitiveness 17.4 %, Ease 21.7 % (weights from w.toml, changed by --weight)
        ")
        .exit(0);
}

#[test]
fn a_weight_alone_changes_only_what_it_names() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "--weight", "ease=2"])
        .stdout("
            Rank  ID   Title                          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-5  Line numbers in import errors    6.8  █████▏                8                5                       3     9

            Model matrix: Customer impact 20 %, Business impact 20 %, Market competitiveness 20 %, Ease 40 % (the model's own weights, changed by --weight)
        ")
        .exit(0);
}

#[test]
fn the_last_weight_of_a_name_wins() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "--weight", "ease=2", "--weight", "ease=5"])
        .stdout("
            Rank  ID   Title                          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-5  Line numbers in import errors    7.6  █████▉                8                5                       3     9

            Model matrix: Customer impact 12.5 %, Business impact 12.5 %, Market competitiveness 12.5 %, Ease 62.5 % (the model's own weights, changed by --weight)
        ")
        .exit(0);
}

#[test]
fn a_scenario_changes_only_what_differs() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1

[scenarios.retention]
customer_impact = 6
")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--scenario", "retention"])
        .stdout("
            Rank  ID   Title          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    7.6  █████▉                9                7                       6     4

            Model matrix: Customer impact 50 %, Business impact 25 %, Market competitiveness 16.7 %, Ease 8.3 % (weights from w.toml, scenario retention)
        ")
        .exit(0);
}

#[test]
fn a_scenario_and_a_weight_change_the_file_in_this_order() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1

[scenarios.retention]
customer_impact = 6
")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--scenario", "retention", "--weight", "customer_impact=1", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目        総合スコア          顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-3  Single sign-on         7.3  █████▋           5                   9           8             3

            モデル matrix：顧客影響度 14.3%、ビジネスインパクト 42.9%、市場競争力 28.6%、実装の容易さ 14.3%（重みは w.toml、シナリオ retention、--weight で変更）
        ")
        .exit(0);
}

#[test]
fn an_unknown_scenario_gets_its_neighbour() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1

[scenarios.retention]
customer_impact = 6
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--scenario", "retenshun"])
        .stderr(
            "
            error[unknown-scenario]: there is no scenario `retenshun`
              help: write `retention`, if that is meant
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_scenario_is_told_what_there_is() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1

[scenarios.retention]
customer_impact = 6
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--scenario", "growth", "--lang", "ja"])
        .stderr(
            "
            エラー[unknown-scenario]: シナリオ `growth` はありません
              対処: 次のいずれかを選んでください：`retention`
            エラー1件、警告0件
        ",
        )
        .exit(2);
}

#[test]
fn a_scenario_without_a_file_is_unknown() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "--scenario", "growth"])
        .stderr(
            "
            error[unknown-scenario]: there is no scenario `growth`
              help: write it in the weights file under `[scenarios.NAME]`; there is none yet for this model
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn columns_name_the_headers_of_a_file() {
    Case::new()
        .file("backlog.csv", "\
Ticket,What,Impact on customers,business_impact,market_competitiveness,Simplicity
A-1,Download,8,6,4,7
")
        .file("w.toml", r#"[columns]
id = "Ticket"
customer_impact = ["Wow", "Impact on customers"]
ease = "Simplicity"
"#)
        .args(["rank", "backlog.csv", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title     Score         Customer impact  Business impact  Market competitiveness  Ease
            ─────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  Download    6.3  ████▋                8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn words_stand_for_ratings_in_every_criterion() {
    Case::new()
        .file("backlog.csv", "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,請求書,◎,○,△,◯
A-2,検索,〇,7,6,4
")
        .file("w.toml", r#"[values]
"◎" = 9
"○" = 6
"△" = 3
"#)
        .args(["rank", "backlog.csv", "-w", "w.toml", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目  総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  請求書           6.0  ████▌           9                   6           3             6
               2  A-2  検索             5.8  ████▎           6                   7           6             4

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn a_tie_is_broken_by_the_criteria_that_are_named() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", r#"[ranking]
tie_break = ["ease"]
"#)
        .args(["rank", "backlog.csv", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title                          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                    6.5  ████▉                9                7                       6     4
               2  A-5  Line numbers in import errors    6.3  ████▋                8                5                       3     9
               3  A-1  Download invoices in bulk        6.3  ████▋                8                6                       4     7
               4  A-3  Single sign-on                   6.3  ████▋                5                9                       8     3
               5  A-4  Mobile notifications             5.8  ████▎                6                4                       7     6

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Equal scores are decided by Ease
        ")
        .exit(0);
}

#[test]
fn a_tie_that_is_not_broken_stays_one() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", r#"[ranking]
tie_break = ["customer_impact"]
"#)
        .args(["rank", "backlog.csv", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title                          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                    6.5  ████▉                9                7                       6     4
              =2  A-1  Download invoices in bulk        6.3  ████▋                8                6                       4     7
              =2  A-5  Line numbers in import errors    6.3  ████▋                8                5                       3     9
               4  A-3  Single sign-on                   6.3  ████▋                5                9                       8     3
               5  A-4  Mobile notifications             5.8  ████▎                6                4                       7     6

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Equal scores are decided by Customer impact
        ")
        .exit(0);
}

#[test]
fn a_criterion_without_weight_may_break_ties() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,5,5,5,3
A-2,b,5,5,5,8
A-3,c,5,5,5,
")
        .file("w.toml", r#"[ranking]
tie_break = "ease"
"#)
        .args(["rank", "backlog.csv", "-w", "w.toml", "--weight", "ease=0"])
        .stdout("
            Rank  ID   Title  Score        Customer impact  Business impact  Market competitiveness  Ease
            ─────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  b          5  ███▌                5                5                       5     8
               2  A-1  a          5  ███▌                5                5                       5     3
               3  A-3  c          5  ███▌                5                5                       5

            Model matrix: Customer impact 33.3 %, Business impact 33.3 %, Market competitiveness 33.3 %, Ease 0 % (the model's own weights, changed by --weight)
            Equal scores are decided by Ease
        ")
        .exit(0);
}

/// Floating point makes three scores of these: 6.600000000000001 and the like.
#[test]
fn scores_that_are_equal_tie_exactly() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,6,8,6,6
A-2,b,7,6,8,4
A-3,c,6,6,8,8
")
        .file("w.toml", "\
[weights]
customer_impact = 0.4
business_impact = 0.3
market_competitiveness = 0.2
ease = 0.1
")
        .args(["rank", "backlog.csv", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title  Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────
              =1  A-1  a        6.6  █████                6                8                       6     6
              =1  A-2  b        6.6  █████                7                6                       8     4
              =1  A-3  c        6.6  █████                6                6                       8     8

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from w.toml)
        ")
        .exit(0);
}

/// The weights file of the design, as it stands there.
const EXAMPLE: &str = r#"model = "matrix"

[weights]                      # numbers ≥ 0, all of a node's children or none
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1

[scenarios.retention]          # only what differs
customer_impact = 6

[columns]                      # headers in your file
customer_impact = ["Impact on customers"]

[values]                       # words that stand for ratings, in every criterion
"◎" = 9

[ranking]
tie_break = ["ease"]

[teams]                        # who leads which criterion
"Customer success" = ["customer_impact"]

[models.ours]                  # your own
combine = "mean"
of = ["value", "ease"]

[criteria.value]
labels = { en = "Value", ja = "価値" }
combine = "geometric-mean"
of = ["reach", "severity"]

[criteria.reach]
scale = [1, 5]
values = { wide = 5, narrow = 1 }   # words of this criterion alone
"#;

#[test]
fn the_example_of_the_design_ranks_a_matrix() {
    Case::new()
        .file("backlog.csv", "\
id,title,Impact on customers,business_impact,market_competitiveness,ease
A-1,a,◎,6,4,7
A-2,b,8,7,6,4
")
        .file("w.toml", EXAMPLE)
        .args(["rank", "backlog.csv", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title  Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  a        6.9  █████▎                9                6                       4     7
               2  A-2  b        6.9  █████▎                8                7                       6     4

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from w.toml)
            Equal scores are decided by Ease
        ")
        .exit(0);
}

#[test]
fn the_example_of_the_design_ranks_under_its_scenario() {
    Case::new()
        .file("backlog.csv", "\
id,title,Impact on customers,business_impact,market_competitiveness,ease
A-1,a,◎,6,4,7
A-2,b,8,7,6,4
")
        .file("w.toml", EXAMPLE)
        .args(["rank", "backlog.csv", "-w", "w.toml", "--scenario", "retention"])
        .stdout("
            Rank  ID   Title  Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  a        7.3  █████▌                9                6                       4     7
               2  A-2  b        7.1  █████▍                8                7                       6     4

            Model matrix: Customer impact 50 %, Business impact 25 %, Market competitiveness 16.7 %, Ease 8.3 % (weights from w.toml, scenario retention)
            Equal scores are decided by Ease
        ")
        .exit(0);
}

/// A geometric mean of 1–5 and 1–10 is not on 1–10, and the mean above it declares no scale: hence the warning.
#[test]
fn the_example_of_the_design_ranks_with_a_model_of_its_own() {
    Case::new()
        .file("ideas.csv", "\
id,title,reach,severity,ease
V-1,Search,wide,5,6
V-2,Export,4,9,2
")
        .file("w.toml", EXAMPLE)
        .args(["rank", "ideas.csv", "-w", "w.toml", "-m", "ours"])
        .stdout("
            Rank  ID   Title   Score         reach  Severity  Ease
            ──────────────────────────────────────────────────────
               1  V-1  Search    6.5  ████▉      5         5     6
               2  V-2  Export    5.2  ███▊       4         9     2

            Model ours: Value 50 %, Ease 50 % (the model's own weights)
        ")
        .stderr("
            warning[mixed-scales]: the parts of `ours` have different scales, and it declares none: they are mapped onto 1–10
              --> w.toml:24:9
              help: declare the scale that they are to share, such as `scale = [1, 10]`
            note[unused-weights]: `w.toml` is for the model `matrix`: its weights are not used for `ours`
              --> w.toml
              help: choose the file's model with `--model`, or set weights for this run with `--weight KEY=N`
        ")
        .exit(0);
}

#[test]
fn the_example_of_the_design_ranks_with_a_model_of_its_own_in_japanese() {
    Case::new()
        .file("ideas.csv", "\
id,title,reach,severity,ease
V-1,Search,wide,5,6
V-2,Export,4,9,2
")
        .file("w.toml", EXAMPLE)
        .args(["rank", "ideas.csv", "-w", "w.toml", "-m", "ours", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目  総合スコア         reach  深刻度  実装の容易さ
            ───────────────────────────────────────────────────────────────────
               1  V-1  Search           6.5  ████▉      5       5             6
               2  V-2  Export           5.2  ███▊       4       9             2

            モデル ours：価値 50%、実装の容易さ 50%（重みはモデルの既定値）
        ")
        .stderr("
            警告[mixed-scales]: `ours` の内訳の尺度がそろっておらず、共通の尺度も決められていないため、1〜10に換算しました
              --> w.toml:24:9
              対処: 共通の尺度を `scale = [1, 10]` のように指定してください
            情報[unused-weights]: `w.toml` はモデル `matrix` 用のため、その重みはモデル `ours` では使いません
              --> w.toml
              対処: `--model` でファイルと同じモデルを選ぶか、今回の重みを `--weight KEY=N` で指定してください
        ")
        .exit(0);
}

/// A user's own model whose mean declares the scale of its differing parts.
const OWN: &str = r#"model = "ours"

[models.ours]
combine = "mean"
of = ["value", "ease"]
scale = [1, 10]

[criteria.value]
labels = { en = "Value", ja = "価値" }
combine = "geometric-mean"
of = ["reach", "severity"]

[criteria.reach]
scale = [1, 5]
values = { wide = 5, narrow = 1 }
"#;

#[test]
fn a_model_of_ones_own_is_ranked() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,severity,ease
V-1,Search,wide,5,6
V-2,Export,4,9,2
",
        )
        .file("w.toml", OWN)
        .args(["rank", "ideas.csv", "-w", "w.toml"])
        .stdout(
            "
            Rank  ID   Title   Score         reach  Severity  Ease
            ──────────────────────────────────────────────────────
               1  V-1  Search    6.5  ████▉      5         5     6
               2  V-2  Export    5.2  ███▊       4         9     2

            Model ours: Value 50 %, Ease 50 % (the model's own weights)
        ",
        )
        .exit(0);
}

#[test]
fn a_model_of_ones_own_is_ranked_in_japanese() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,severity,ease
V-1,Search,wide,5,6
V-2,Export,4,9,2
",
        )
        .file("w.toml", OWN)
        .args(["rank", "ideas.csv", "-w", "w.toml", "--lang", "ja"])
        .stdout(
            "
            順位  ID   改善項目  総合スコア         reach  深刻度  実装の容易さ
            ───────────────────────────────────────────────────────────────────
               1  V-1  Search           6.5  ████▉      5       5             6
               2  V-2  Export           5.2  ███▊       4       9             2

            モデル ours：価値 50%、実装の容易さ 50%（重みはモデルの既定値）
        ",
        )
        .exit(0);
}

#[test]
fn a_factor_of_ones_own_may_be_given_directly() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,価値,ease
V-1,Search,7,6
",
        )
        .file("w.toml", OWN)
        .args(["rank", "ideas.csv", "-w", "w.toml"])
        .stdout(
            "
            Rank  ID   Title   Score         Value  Ease
            ────────────────────────────────────────────
               1  V-1  Search    6.5  ████▉      7     6

            Model ours: Value 50 %, Ease 50 % (the model's own weights)
        ",
        )
        .exit(0);
}

#[test]
fn a_file_for_another_model_lends_no_weights_and_says_so() {
    Case::new()
        .file("targets.csv", TARGETS)
        .file("w.toml", r#"model = "matrix"

[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
"#)
        .args(["rank", "targets.csv", "-w", "w.toml", "-m", "target"])
        .stdout("
            Rank  ID   Title                              Score            Generality  Persistence  Severity  Opportunity  Difficulty  Initial cost  Running cost
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  T-2  Renewals that nobody sees coming  207360  ████████           5            8         8            8           2             2             2
               2  T-1  Month-end rework in accounting    148176  █████▊             8            6         9            7           4             5             3

            Model target: Impact 33.3 %, Contribution 33.3 %, Cost 33.3 % (the model's own weights)
        ")
        .stderr("
            note[unused-weights]: `w.toml` is for the model `matrix`: its weights are not used for `target`
              --> w.toml
              help: choose the file's model with `--model`, or set weights for this run with `--weight KEY=N`
        ")
        .exit(0);
}

#[test]
fn a_file_for_another_model_lends_no_weights_and_says_so_in_japanese() {
    Case::new()
        .file("targets.csv", TARGETS)
        .file("w.toml", r#"model = "matrix"

[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
"#)
        .args(["rank", "targets.csv", "-w", "w.toml", "-m", "target", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目                          総合スコア            一般性  長期性  深刻度  支援機会  難易度  初期コスト  運用コスト
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  T-2  Renewals that nobody sees coming      207360  ████████       5       8       8         8       2           2           2
               2  T-1  Month-end rework in accounting        148176  █████▊         8       6       9         7       4           5           3

            モデル target：インパクト 33.3%、貢献可能性 33.3%、支援コスト 33.3%（重みはモデルの既定値）
        ")
        .stderr("
            情報[unused-weights]: `w.toml` はモデル `matrix` 用のため、その重みはモデル `target` では使いません
              --> w.toml
              対処: `--model` でファイルと同じモデルを選ぶか、今回の重みを `--weight KEY=N` で指定してください
        ")
        .exit(0);
}

#[test]
fn the_file_chooses_the_model() {
    Case::new()
        .file("targets.csv", TARGETS)
        .file("w.toml", "model = \"target\"\n")
        .args(["rank", "targets.csv", "-w", "w.toml", "--top", "1"])
        .stdout("
            Rank  ID   Title                              Score            Generality  Persistence  Severity  Opportunity  Difficulty  Initial cost  Running cost
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  T-2  Renewals that nobody sees coming  207360  ████████           5            8         8            8           2             2             2

            Model target: Impact 33.3 %, Contribution 33.3 %, Cost 33.3 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn an_unknown_key_gets_its_neighbour() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
eas = 1
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            "
            error[unknown-key]: `eas` is not known here
              --> w.toml:6:1
              help: write `ease`, if that is meant
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_key_gets_its_neighbour_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
eas = 1
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--lang", "ja"])
        .stderr(
            "
            エラー[unknown-key]: `eas` は、ここでは使えない名前です
              --> w.toml:6:1
              対処: `ease` の書き間違いであれば、修正してください
            エラー1件、警告0件
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_section_gets_its_neighbour() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            r#"model = "matrix"

[wieghts]
ease = 1
"#,
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            "
            error[unknown-key]: `wieghts` is not known here
              --> w.toml:3:2
              help: write `weights`, if that is meant
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_key_far_from_all_gets_the_list() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            r#"[ranking]
colour = "red"
"#,
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            "
            error[unknown-key]: `colour` is not known here
              --> w.toml:2:1
              help: use one of these: `tie_break`
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn names_in_every_section_must_be_of_the_model() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", r#"[scenarios.a]
reach = 1

[columns]
impact = "Impact"

[ranking]
tie_break = ["severty"]

[teams]
Sales = ["ease", "value"]
"#)
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr("
            error[unknown-key]: `reach` is not known here
              --> w.toml:2:1
              help: use one of these: `customer_impact`, `affected_customers`, `severity`, `business_impact`, `market_competitiveness`, `ease`
            error[unknown-key]: `impact` is not known here
              --> w.toml:5:1
            error[unknown-key]: `severty` is not known here
              --> w.toml:8:14
              help: write `severity`, if that is meant
            error[unknown-key]: `value` is not known here
              --> w.toml:11:18
            4 errors, no warnings
        ")
        .exit(2);
}

#[test]
fn a_partial_list_of_weights_is_a_fault() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", r#"model = "matrix"

[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
"#)
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr("
            error[partial-weights]: `ease` has no weight, and others beside it do
              --> w.toml:4:1
              help: give all of them a weight, or none: `customer_impact`, `business_impact`, `market_competitiveness`, `ease`; 0 takes one out
            1 error, no warnings
        ")
        .exit(2);
}

#[test]
fn a_partial_list_of_weights_is_a_fault_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", r#"model = "matrix"

[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
"#)
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--lang", "ja"])
        .stderr("
            エラー[partial-weights]: `ease` の重みがありません（同じ階層のほかの評価軸にはあります）
              --> w.toml:4:1
              対処: `customer_impact`、`business_impact`、`market_competitiveness`、`ease` のすべてに重みを書くか、すべての重みを省略してください（使わないものは0にしてください）
            エラー1件、警告0件
        ")
        .exit(2);
}

#[test]
fn weights_that_are_all_nought_are_a_fault() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
[weights]
customer_impact = 0
business_impact = 0
market_competitiveness = 0
ease = 0
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            "
            error[zero-weights]: everything in `matrix` has the weight 0
              --> w.toml:2:1
              help: give at least one of its parts a weight above 0
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn weights_that_are_all_nought_are_a_fault_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
[weights]
customer_impact = 0
business_impact = 0
market_competitiveness = 0
ease = 0
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--lang", "ja"])
        .stderr(
            "
            エラー[zero-weights]: `matrix` の内訳の重みがすべて0です
              --> w.toml:2:1
              対処: 少なくとも1つは、0より大きい重みにしてください
            エラー1件、警告0件
        ",
        )
        .exit(2);
}

#[test]
fn weights_that_are_all_nought_on_the_command_line_are_a_fault() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args([
            "rank",
            "backlog.csv",
            "--top",
            "1",
            "--weight",
            "customer_impact=0",
            "--weight",
            "business_impact=0",
            "--weight",
            "market_competitiveness=0",
            "--weight",
            "ease=0",
        ])
        .stderr(
            "
            error[zero-weights]: everything in `matrix` has the weight 0
              help: give at least one of its parts a weight above 0
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn a_weight_is_a_number_from_nought_up() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            r#"[weights]
customer_impact = "4"
business_impact = -3
market_competitiveness = nan
ease = true
"#,
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            r#"
            error[bad-weight]: the weight of `customer_impact` is `"4"`, expected a number that is 0 or more
              --> w.toml:2:19
              help: write a number such as `3` or `0.5`, without quotes; 0 takes the criterion out
            error[bad-weight]: the weight of `business_impact` is `-3`, expected a number that is 0 or more
              --> w.toml:3:19
            error[bad-weight]: the weight of `market_competitiveness` is `nan`, expected a number that is 0 or more
              --> w.toml:4:26
            error[bad-weight]: the weight of `ease` is `true`, expected a number that is 0 or more
              --> w.toml:5:8
            4 errors, no warnings
        "#,
        )
        .exit(2);
}

#[test]
fn a_weight_is_a_number_from_nought_up_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            r#"[weights]
customer_impact = "4"
business_impact = -3
market_competitiveness = nan
ease = 2026-11-22
"#,
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--lang", "ja"])
        .stderr(
            r#"
            エラー[bad-weight]: `customer_impact` の重み `"4"` は、0以上の数値ではありません
              --> w.toml:2:19
              対処: `3` や `0.5` のような数値を、引用符を付けずに書いてください（0にすると、その評価軸を使いません）
            エラー[bad-weight]: `business_impact` の重み `-3` は、0以上の数値ではありません
              --> w.toml:3:19
            エラー[bad-weight]: `market_competitiveness` の重み `nan` は、0以上の数値ではありません
              --> w.toml:4:26
            エラー[bad-weight]: `ease` の重み `2026-11-22` は、0以上の数値ではありません
              --> w.toml:5:8
            エラー4件、警告0件
        "#,
        )
        .exit(2);
}

#[test]
fn broken_toml_is_found_with_its_place() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
[weights]
customer_impact = 4
business_impact = = 3
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            r#"
            error[bad-toml]: this is not valid TOML: extra `=`, expected nothing, at `business_impact = = 3`
              --> w.toml:3:19
              help: put texts in quotes (`"◎" = 9`), write each key once, and close every bracket and quote
            1 error, no warnings
        "#,
        )
        .exit(2);
}

#[test]
fn broken_toml_is_found_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
[weights]
customer_impact = 4
customer_impact = 3
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--lang", "ja"])
        .stderr(
            r#"
            エラー[bad-toml]: TOML の書き方に誤りがあります（duplicate key）：`customer_impact = 3`
              --> w.toml:3:1
              対処: 文字列は `"◎" = 9` のように引用符で囲み、同じキーは1回だけ書き、括弧と引用符は必ず閉じてください
            エラー1件、警告0件
        "#,
        )
        .exit(2);
}

#[test]
fn an_empty_weights_file_is_a_fault() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\n")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            "
            error[empty-config]: the weights file is empty
              --> w.toml:1:1
              help: write the weights under `[weights]`, or delete the file; `tenbin init` makes one to start from
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn values_of_the_wrong_kind_are_faults() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            "\
model = 1
weights = 2

[columns]
ease = 3

[ranking]
tie_break = [4]
",
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            r#"
            error[wrong-type]: `model` must be a text in quotes
              --> w.toml:1:9
              help: write `"text"`, with the quotes
            error[wrong-type]: `weights` must be a section
              --> w.toml:2:11
              help: write its name in brackets on a line of its own, such as `[weights]`, and its keys below
            error[wrong-type]: `ease` must be a list of texts in quotes
              --> w.toml:5:8
              help: write `["one", "two"]`, with the quotes
            error[wrong-type]: `tie_break` must be a list of texts in quotes
              --> w.toml:8:14
            4 errors, no warnings
        "#,
        )
        .exit(2);
}

#[test]
fn words_are_no_numbers_and_stand_for_numbers() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", r#"[values]
"8" = 9
"◎" = "nine"
"#)
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--lang", "ja"])
        .stderr(r#"
            エラー[bad-word]: `8` に `8` は割り当てられません
              --> w.toml:2:1
              対処: `"◎" = 9` のように、尺度の範囲内の数値を割り当ててください（数値や空白そのものは、評価を表す言葉として使えません）
            エラー[bad-word]: `◎` に `"nine"` は割り当てられません
              --> w.toml:3:7
            エラー2件、警告0件
        "#)
        .exit(2);
}

#[test]
fn an_unknown_model_gets_its_neighbour() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "model = \"matirx\"\n")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            "
            error[unknown-model]: there is no model `matirx`
              --> w.toml:1:9
              help: write `matrix`, if that is meant
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_model_on_the_command_line_is_told_what_there_is() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "-m", "kano"])
        .stderr(
            "
            error[unknown-model]: there is no model `kano`
              help: choose one of these: `matrix`, `target`, `roi`, `rice`, `ice`, `wsjf`, `actions`
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_model_on_the_command_line_is_told_what_there_is_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "-m", "kano", "--lang", "ja"])
        .stderr(
            "
            エラー[unknown-model]: モデル `kano` はありません
              対処: 次のいずれかを選んでください：`matrix`、`target`、`roi`、`rice`、`ice`、`wsjf`、`actions`
            エラー1件、警告0件
        ",
        )
        .exit(2);
}

#[test]
fn an_unknown_weight_on_the_command_line_gets_its_neighbour() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "--weight", "eas=2"])
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
fn a_weight_on_the_command_line_is_a_number_from_nought_up() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "--weight", "ease=-1"])
        .stderr("error: `ease=-1` is no weight: write KEY=N, such as ease=2\n")
        .exit(2);
}

#[test]
fn a_weight_on_the_command_line_has_a_name() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "--weight", "2", "--lang", "ja"])
        .stderr("エラー: `2` は重みとして読み込めません。ease=2 のように「キー=数値」で書いてください\n")
        .exit(2);
}

#[test]
fn a_model_that_cannot_be_computed_is_refused_with_the_reason() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            r#"model = "ours"

[models.ours]
combine = "mean"
of = ["reach", "ease"]

[criteria.reach]
scale = "quantity"
"#,
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            r#"
            error[bad-model]: `reach` is a quantity, which can't go into a mean
              --> w.toml:7:11
              help: rate it on a scale such as `scale = [1, 10]`, or multiply: `combine = "product"`
            1 error, no warnings
        "#,
        )
        .exit(2);
}

#[test]
fn a_cost_quantity_under_a_sum_is_refused_with_the_reason() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", r#"model = "ours"

[models.ours]
combine = "sum"
of = ["ease", "effort"]

[criteria.effort]
scale = "quantity"
direction = "cost"
"#)
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--lang", "ja"])
        .stderr(r#"
            エラー[bad-model]: コストの数量である `effort` は、合計（`sum`）に入れられません
              --> w.toml:7:11
              対処: 内訳ではなく合計のほうに `direction = "cost"` と書くか、内訳を `scale = [1, 10]` のような尺度で評価してください
            エラー1件、警告0件
        "#)
        .exit(2);
}

#[test]
fn a_model_that_contains_itself_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file(
            "w.toml",
            r#"model = "ours"

[models.ours]
combine = "mean"
of = ["value", "ease"]

[criteria.value]
combine = "mean"
of = ["value"]
"#,
        )
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            "
            error[bad-model]: `value` stands in the model more than once
              --> w.toml:9:7
              help: let each name stand in one place only, and no factor contain itself
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn a_scale_is_two_numbers_the_lower_first() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\
[criteria.reach]
scale = [5, 1]
")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(r#"
            error[bad-scale]: the `scale` of `reach` can't be read
              --> w.toml:2:9
              help: write two numbers, the lower first, such as `scale = [1, 10]`, or `scale = "quantity"` for any number from 0 up
            warning[unused-criterion]: `reach` is defined here, and no model in this file is made of it: it changes nothing
              --> w.toml:1:11
              help: name it in the `of` of a model of your own; a built-in model keeps its own criteria
            1 error, 1 warning
        "#)
        .exit(2);
}

#[test]
fn a_weights_file_that_does_not_exist_cannot_be_read() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "-w", "none.toml"])
        .stderr("error: cannot read none.toml: no such file\n")
        .exit(2);
}

#[test]
fn a_weights_file_that_does_not_exist_cannot_be_read_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .env("TENBIN_WEIGHTS", "none.toml")
        .args(["rank", "backlog.csv", "--top", "1", "--lang", "ja"])
        .stderr("エラー: none.toml を読み込めません：ファイルがありません\n")
        .exit(2);
}

#[test]
fn a_weights_file_in_another_encoding_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", b"# \x8Fd\x82\xDD\n[weights]\n")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stderr(
            "
            error[wrong-encoding]: there is a byte that is not valid UTF-8
              --> w.toml:1:3
              help: save the file again as UTF-8: a weights file is always UTF-8
            1 error, no warnings
        ",
        )
        .exit(2);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\
\u{feff}[weights]\n\
customer_impact = 4\n\
business_impact = 3\n\
market_competitiveness = 2\n\
ease = 1\n\
")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    7.3  █████▋                9                7                       6     4

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from w.toml)
        ")
        .exit(0);
}

#[test]
fn a_criterion_that_no_model_is_made_of_is_a_warning() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\
[criteria.reach]
scale = [1, 5]
")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .stderr("
            warning[unused-criterion]: `reach` is defined here, and no model in this file is made of it: it changes nothing
              --> w.toml:1:11
              help: name it in the `of` of a model of your own; a built-in model keeps its own criteria
        ")
        .exit(0);
}

#[test]
fn a_criterion_that_no_model_is_made_of_is_a_warning_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("w.toml", "\
[criteria.reach]
scale = [1, 5]
")
        .args(["rank", "backlog.csv", "--top", "1", "-w", "w.toml", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目       総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ─────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search         6.5  ████▉           9                   7           6             4

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .stderr("
            警告[unused-criterion]: `reach` を定義していますが、このファイルのどのモデルでも使っていないため、結果に影響しません
              --> w.toml:1:11
              対処: 独自のモデルの `of` に加えてください（組み込みのモデルの評価軸は変えられません）
        ")
        .exit(0);
}
