//! `tenbin rank`: the table in both languages and at several widths, and what stands under it.

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

#[test]
fn a_backlog_becomes_a_table() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title                          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                    6.5  ████▉                9                7                       6     4
              =2  A-1  Download invoices in bulk        6.3  ████▋                8                6                       4     7
              =2  A-3  Single sign-on                   6.3  ████▋                5                9                       8     3
              =2  A-5  Line numbers in import errors    6.3  ████▋                8                5                       3     9
               5  A-4  Mobile notifications             5.8  ████▎                6                4                       7     6

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_japanese_backlog_becomes_a_japanese_table() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目                  総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  検索の速度改善                   6.5  ████▉           9                   7           6             4
              =2  A-1  請求書の一括ダウンロード         6.3  ████▋           8                   6           4             7
              =2  A-3  シングルサインオン               6.3  ████▋           5                   9           8             3
              =2  A-5  取込みエラーの行番号表示         6.3  ████▋           8                   5           3             9
               5  A-4  モバイル通知                     5.8  ████▎           6                   4           7             6

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn the_language_is_that_of_the_locale() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .env("LANG", "ja_JP.UTF-8")
        .args(["rank", "backlog.csv", "--top", "1"])
        .stdout("
            順位  ID   改善項目        総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  検索の速度改善         6.5  ████▉           9                   7           6             4

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn the_flag_wins_over_the_locale() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .env("LC_ALL", "ja_JP.UTF-8")
        .args(["rank", "backlog.csv", "--top", "1", "--lang", "en"])
        .stdout("
            Rank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn eighty_columns_hold_the_table() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .env("COLUMNS", "80")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title                Score  Customer  Business           Market  Ease
                                                     impact    impact  competitiveness
            ────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search          6.5         9         7                6     4
              =2  A-1  Download invoices …    6.3         8         6                4     7
              =2  A-3  Single sign-on         6.3         5         9                8     3
              =2  A-5  Line numbers in im…    6.3         8         5                3     9
               5  A-4  Mobile notificatio…    5.8         6         4                7     6

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn eighty_columns_hold_the_japanese_table_and_cut_no_title_that_fits() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .env("COLUMNS", "80")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目                    総合    顧客  ビジネ    市場  実装の
                                                 スコア  影響度  スイン  競争力  容易さ
                                                                 パクト
            ───────────────────────────────────────────────────────────────────────────
               1  A-2  検索の速度改善               6.5       9       7       6       4
              =2  A-1  請求書の一括ダウンロード     6.3       8       6       4       7
              =2  A-3  シングルサインオン           6.3       5       9       8       3
              =2  A-5  取込みエラーの行番号表示     6.3       8       5       3       9
               5  A-4  モバイル通知                 5.8       6       4       7       6

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn a_hundred_and_twenty_columns_hold_the_table_with_its_bars() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .env("COLUMNS", "120")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title                          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                    6.5  ████▉                9                7                       6     4
              =2  A-1  Download invoices in bulk        6.3  ████▋                8                6                       4     7
              =2  A-3  Single sign-on                   6.3  ████▋                5                9                       8     3
              =2  A-5  Line numbers in import errors    6.3  ████▋                8                5                       3     9
               5  A-4  Mobile notifications             5.8  ████▎                6                4                       7     6

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_hundred_and_twenty_columns_hold_the_japanese_table_with_its_bars() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .env("COLUMNS", "120")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目                  総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  検索の速度改善                   6.5  ████▉           9                   7           6             4
              =2  A-1  請求書の一括ダウンロード         6.3  ████▋           8                   6           4             7
              =2  A-3  シングルサインオン               6.3  ████▋           5                   9           8             3
              =2  A-5  取込みエラーの行番号表示         6.3  ████▋           8                   5           3             9
               5  A-4  モバイル通知                     5.8  ████▎           6                   4           7             6

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn sixty_columns_cut_the_titles() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .env("COLUMNS", "60")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title     Score  Customer  Business           Market  Ease
                                          impact    impact  competitiveness
            ─────────────────────────────────────────────────────────────────────
               1  A-2  Faster …    6.5         9         7                6     4
              =2  A-1  Downloa…    6.3         8         6                4     7
              =2  A-3  Single …    6.3         5         9                8     3
              =2  A-5  Line nu…    6.3         8         5                3     9
               5  A-4  Mobile …    5.8         6         4                7     6

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn ascii_draws_with_ascii_alone() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--ascii"])
        .stdout("
            Rank  ID   Title                          Score         Customer impact  Business impact  Market competitiveness  Ease
            ----------------------------------------------------------------------------------------------------------------------
               1  A-2  Faster search                    6.5  =====                9                7                       6     4
              =2  A-1  Download invoices in bulk        6.3  =====                8                6                       4     7
              =2  A-3  Single sign-on                   6.3  =====                5                9                       8     3
              =2  A-5  Line numbers in import errors    6.3  =====                8                5                       3     9
               5  A-4  Mobile notifications             5.8  ====                 6                4                       7     6

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn ascii_marks_what_was_cut_with_two_points() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .env("COLUMNS", "60")
        .args(["rank", "backlog.csv", "--ascii", "--top", "1"])
        .stdout("
            Rank  ID   Title     Score  Customer  Business           Market  Ease
                                          impact    impact  competitiveness
            ---------------------------------------------------------------------
               1  A-2  Faster..    6.5         9         7                6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn colours_come_only_when_asked_for_where_there_is_no_terminal() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1", "--color", "always"])
        .stdout("\u{1b}[1mRank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease\u{1b}[0m\n\u{1b}[2m──────────────────────────────────────────────────────────────────────────────────────────────────────\u{1b}[0m\n   1  A-2  Faster search    6.5  \u{1b}[36m████▉\u{1b}[0m                9                7                       6     4\n\nModel matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)\n")
        .exit(0);
}

#[test]
fn a_cut_through_a_tie_shows_the_whole_tie() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "2"])
        .stdout("
            Rank  ID   Title                          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                    6.5  ████▉                9                7                       6     4
              =2  A-1  Download invoices in bulk        6.3  ████▋                8                6                       4     7
              =2  A-3  Single sign-on                   6.3  ████▋                5                9                       8     3
              =2  A-5  Line numbers in import errors    6.3  ████▋                8                5                       3     9

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            The cut at 2 goes through a tie: A-1, A-3, A-5 share rank 2, so 4 items are shown
        ")
        .exit(0);
}

#[test]
fn a_cut_through_a_tie_shows_the_whole_tie_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["rank", "backlog.csv", "--top", "2", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目                  総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  検索の速度改善                   6.5  ████▉           9                   7           6             4
              =2  A-1  請求書の一括ダウンロード         6.3  ████▋           8                   6           4             7
              =2  A-3  シングルサインオン               6.3  ████▋           5                   9           8             3
              =2  A-5  取込みエラーの行番号表示         6.3  ████▋           8                   5           3             9

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
            上位2件の境目が同順位です：A-1、A-3、A-5 が2位で並ぶため、4件を表示しています
        ")
        .exit(0);
}

#[test]
fn a_cut_between_ranks_says_nothing() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "1"])
        .stdout("
            Rank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_cut_behind_the_last_rank_says_nothing() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "9"])
        .stdout("
            Rank  ID   Title                          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                    6.5  ████▉                9                7                       6     4
              =2  A-1  Download invoices in bulk        6.3  ████▋                8                6                       4     7
              =2  A-3  Single sign-on                   6.3  ████▋                5                9                       8     3
              =2  A-5  Line numbers in import errors    6.3  ████▋                8                5                       3     9
               5  A-4  Mobile notifications             5.8  ████▎                6                4                       7     6

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_cut_at_nought_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--top", "0"])
        .stderr("error: --top takes a number from 1 up\n")
        .exit(2);
}

#[test]
fn blanks_keep_an_item_out_and_ranges_count_as_their_middle() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title                          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                    7.4  █████▋                9                7                       6  ~7.5
              =2  A-1  Download invoices in bulk        6.3  ████▋                 8                6                       4     7
              =2  A-5  Line numbers in import errors    6.3  ████▋                 8                5                       3     9

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Not ranked: A-3 (Ease missing, could be rank 1 to 4), A-4 (Business impact missing, could be rank 2 to 4)
            ~ a range was given: its middle counts
        ")
        .stderr("
            warning[missing-rating]: item `A-3` has no rating for `ease`: it is not ranked
              --> backlog.csv:4:26
              help: fill in the rating; a blank counts neither as 0 nor as anything else
            warning[missing-rating]: item `A-4` has no rating for `business_impact`: it is not ranked
              --> backlog.csv:5:28
        ")
        .exit(0);
}

#[test]
fn blanks_and_ranges_are_told_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目                       総合スコア          顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                         7.4  █████▋           9                   7           6          ~7.5
              =2  A-1  Download invoices in bulk             6.3  ████▋            8                   6           4             7
              =2  A-5  Line numbers in import errors         6.3  ████▋            8                   5           3             9

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
            順位の対象外：A-3（実装の容易さが未評価、1〜4位の可能性）、A-4（ビジネスインパクトが未評価、2〜4位の可能性）
            ~ は幅のある評価です（中央の値で計算）
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

#[test]
fn quiet_leaves_out_the_warnings_and_keeps_the_answer() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .args(["rank", "backlog.csv", "-q"])
        .stdout("
            Rank  ID   Title                          Score          Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search                    7.4  █████▋                9                7                       6  ~7.5
              =2  A-1  Download invoices in bulk        6.3  ████▋                 8                6                       4     7
              =2  A-5  Line numbers in import errors    6.3  ████▋                 8                5                       3     9

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Not ranked: A-3 (Ease missing, could be rank 1 to 4), A-4 (Business impact missing, could be rank 2 to 4)
            ~ a range was given: its middle counts
        ")
        .exit(0);
}

#[test]
fn more_than_six_items_without_a_rank_are_counted() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
B-1,x,5,5,5,
B-2,x,5,5,5,
B-3,x,5,5,5,
B-4,x,5,5,5,
B-5,x,5,5,5,
B-6,x,5,5,5,
B-7,x,5,5,5,
B-8,x,5,5,5,
A-1,y,5,5,5,5
")
        .args(["rank", "backlog.csv", "-q"])
        .stdout("
            Rank  ID   Title  Score        Customer impact  Business impact  Market competitiveness  Ease
            ─────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  y          5  ███▌                5                5                       5     5

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
            Not ranked: B-1 (Ease missing, could be rank 1 to 2), B-2 (Ease missing, could be rank 1 to 2), B-3 (Ease missing, could be rank 1 to 2), B-4 (Ease missing, could be rank 1 to 2), B-5 (Ease missing, could be rank 1 to 2), B-6 (Ease missing, could be rank 1 to 2) and 2 more
        ")
        .exit(0);
}

#[test]
fn a_weight_of_nought_takes_a_criterion_and_its_column_out() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness
A-1,Download,8,6,4
A-2,Search,9,7,6
")
        .args(["rank", "backlog.csv", "--weight", "ease=0"])
        .stdout("
            Rank  ID   Title     Score          Customer impact  Business impact  Market competitiveness
            ────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Search      7.3  █████▋                9                7                       6
               2  A-1  Download    6.0  ████▌                 8                6                       4

            Model matrix: Customer impact 33.3 %, Business impact 33.3 %, Market competitiveness 33.3 %, Ease 0 % (the model's own weights, changed by --weight)
        ")
        .exit(0);
}

#[test]
fn a_factor_comes_of_its_parts() {
    Case::new()
        .file("backlog.csv", "\
id,title,affected_customers,severity,business_impact,market_competitiveness,ease
A-1,Download,8,8,6,4,7
A-2,Search,9,4,7,6,4
")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title     Score         Affected customers  Severity  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  Download    6.3  ████▋                   8         8                6                       4     7
               2  A-2  Search      5.8  ████▎                   9         4                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_factor_beside_its_parts_is_a_warning() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,affected_customers,severity,business_impact,market_competitiveness,ease
A-1,Download,1,8,8,6,4,7
")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title     Score         Affected customers  Severity  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  Download    6.3  ████▋                   8         8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .stderr("
            warning[factor-beside-parts]: `customer_impact` is given twice: as a column of its own, and by its parts `affected_customers`, `severity`
              --> backlog.csv:1:10
              help: delete one or the other; until then the parts count, and `customer_impact` is not read
        ")
        .exit(0);
}

#[test]
fn half_the_parts_beside_a_factor_are_a_warning() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,severity,business_impact,market_competitiveness,ease
A-1,Download,1,8,6,4,7
")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目  総合スコア        顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ───────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  Download         4.5  ███▏           1                   6           4             7

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .stderr("
            警告[factor-beside-parts]: `customer_impact` の列と、その内訳の列（`severity`）が両方あります
              --> backlog.csv:1:10
              対処: 内訳の列をそろえるか、削除してください（現在は `customer_impact` を使い、内訳は使っていません）
        ")
        .exit(0);
}

#[test]
fn a_file_without_ids_and_titles_is_ranked_by_row() {
    Case::new()
        .file("backlog.csv", "\
customer_impact,business_impact,market_competitiveness,ease
8,6,4,7
9,7,6,4
")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID  Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────
               1  2     6.5  ████▉                9                7                       6     4
               2  1     6.3  ████▋                8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .stderr("
            warning[no-id-column]: there is no id column: the row's number serves as its id
              --> backlog.csv:1:1
              help: add a column `id`, or name the one you have: `--column id=HEADER`
        ")
        .exit(0);
}

#[test]
fn as_many_places_as_it_takes_for_scores_to_differ() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,8,6,4,7
A-2,b,8,6,4,7.01
A-3,c,8,6,4,7.011
")
        .file("w.toml", "\
[weights]
customer_impact = 4
business_impact = 3
market_competitiveness = 2
ease = 1
")
        .args(["rank", "backlog.csv", "-w", "w.toml"])
        .stdout("
            Rank  ID   Title   Score         Customer impact  Business impact  Market competitiveness   Ease
            ────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-3  c      6.5011  ████▉                8                6                       4  7.011
               2  A-2  b      6.5010  ████▉                8                6                       4   7.01
               3  A-1  a      6.5000  ████▉                8                6                       4      7

            Model matrix: Customer impact 40 %, Business impact 30 %, Market competitiveness 20 %, Ease 10 % (weights from w.toml)
        ")
        .exit(0);
}

#[test]
fn a_target_is_a_product_with_its_costs_reversed() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["rank", "targets.csv", "--model", "target"])
        .stdout("
            Rank  ID   Title                              Score            Generality  Persistence  Severity  Opportunity  Difficulty  Initial cost  Running cost
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  T-2  Renewals that nobody sees coming  207360  ████████           5            8         8            8           2             2             2
               2  T-1  Month-end rework in accounting    148176  █████▊             8            6         9            7           4             5             3

            Model target: Impact 33.3 %, Contribution 33.3 %, Cost 33.3 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_target_is_ranked_in_japanese() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["rank", "targets.csv", "--model", "target", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目                          総合スコア            一般性  長期性  深刻度  支援機会  難易度  初期コスト  運用コスト
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  T-2  Renewals that nobody sees coming      207360  ████████       5       8       8         8       2           2           2
               2  T-1  Month-end rework in accounting        148176  █████▊         8       6       9         7       4           5           3

            モデル target：インパクト 33.3%、貢献可能性 33.3%、支援コスト 33.3%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn rice_knows_words_and_percentages() {
    Case::new()
        .file("ideas.csv", "\
id,title,reach,impact,confidence,effort
R-1,Search,1200,high,80%,5
R-2,Export,400,medium,low,0.5
R-3,Chat,100,Massive,１００%,4
")
        .args(["rank", "ideas.csv", "-m", "rice"])
        .stdout("
            Rank  ID   Title   Score            Reach  Impact  Confidence  Effort
            ─────────────────────────────────────────────────────────────────────
               1  R-2  Export    400  ████████    400       1         0.5     0.5
               2  R-1  Search    384  ███████▋   1200       2         0.8       5
               3  R-3  Chat       75  █▌          100       3           1       4

            Model rice: Reach 25 %, Impact 25 %, Confidence 25 %, Effort 25 % (the model's own weights)
        ")
        .stderr("
            note[full-width-digits]: `confidence` of item `R-3` is `１００%`, in full-width characters: it was read as a number
              --> ideas.csv:4:22
              help: type it in half-width characters, so that other tools read it as a number too
        ")
        .exit(0);
}

#[test]
fn what_would_be_divided_by_nought_is_not_ranked() {
    Case::new()
        .file("ideas.csv", "\
id,title,reach,impact,confidence,effort
R-1,Search,1200,2,0.8,5
R-2,Export,400,1,1,0
")
        .args(["rank", "ideas.csv", "-m", "rice"])
        .stdout("
            Rank  ID   Title   Score            Reach  Impact  Confidence  Effort
            ─────────────────────────────────────────────────────────────────────
               1  R-1  Search    384  ████████   1200       2         0.8       5

            Model rice: Reach 25 %, Impact 25 %, Confidence 25 %, Effort 25 % (the model's own weights)
            Not ranked: R-2 (Effort is 0)
        ")
        .stderr("
            warning[division-by-zero]: `effort` of item `R-2` is 0, and nothing can be divided by it: the item is not ranked
              --> ideas.csv:3:20
              help: enter a number above 0, or leave the cell blank while it is not known
        ")
        .exit(0);
}

#[test]
fn what_would_be_divided_by_nought_is_told_in_japanese() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,impact,confidence,effort
R-1,Search,1200,2,0.8,5
R-2,Export,400,1,1,0
",
        )
        .args(["rank", "ideas.csv", "-m", "rice", "--lang", "ja"])
        .stdout(
            "
            順位  ID   改善項目  総合スコア            リーチ  インパクト  確信度  工数
            ───────────────────────────────────────────────────────────────────────────
               1  R-1  Search           384  ████████    1200           2     0.8     5

            モデル rice：リーチ 25%、インパクト 25%、確信度 25%、工数 25%（重みはモデルの既定値）
            順位の対象外：R-2（工数が0）
        ",
        )
        .stderr(
            "
            警告[division-by-zero]: 改善項目 `R-2` は `effort` が0のため割り算ができず、順位の対象外です
              --> ideas.csv:3:20
              対処: 0より大きい数値を入力するか、まだわからない場合は空欄にしてください
        ",
        )
        .exit(0);
}

#[test]
fn a_missing_quantity_sets_no_limit_to_the_ranks() {
    Case::new()
        .file(
            "ideas.csv",
            "\
id,title,reach,impact,confidence,effort
R-1,Search,1200,2,0.8,5
R-2,Export,400,1,1,2
R-3,Chat,,1,1,2
",
        )
        .args(["rank", "ideas.csv", "-m", "rice", "-q"])
        .stdout(
            "
                Rank  ID   Title   Score            Reach  Impact  Confidence  Effort
                ─────────────────────────────────────────────────────────────────────
                   1  R-1  Search    384  ████████   1200       2         0.8       5
                   2  R-2  Export    200  ████▏       400       1           1       2

                Model rice: Reach 25 %, Impact 25 %, Confidence 25 %, Effort 25 % (the model's own weights)
                Not ranked: R-3 (Reach missing, could be rank 1 to 3)
            ",
        )
        .exit(0);
}

#[test]
fn what_a_terminal_or_a_ci_would_act_on_is_written_out() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease\n\
A-1,\"red \u{1b}[31m title\",8,6,4,7\n\
A-2,\"two\n\
lines\",9,7,6,4\n\
A-3,::error::x,5,9,8,3\n\
A-4,##vso[task]x,5,9,8,2\n\
")
        .args(["rank", "backlog.csv"])
        .stdout(r#"
            Rank  ID   Title                 Score         Customer impact  Business impact  Market competitiveness  Ease
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  two⏎lines               6.5  ████▉                9                7                       6     4
              =2  A-1  red \u{1b}[31m title    6.3  ████▋                8                6                       4     7
              =2  A-3  \u{3a}:error::x         6.3  ████▋                5                9                       8     3
               4  A-4  \u{23}#vso[task]x       6.0  ████▌                5                9                       8     2

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        "#)
        .exit(0);
}

#[test]
fn standard_input_is_a_file_like_any_other() {
    Case::new()
        .stdin(BACKLOG)
        .args(["rank", "-", "--top", "1"])
        .stdout("
            Rank  ID   Title          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-2  Faster search    6.5  ████▉                9                7                       6     4

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn standard_input_has_a_name_in_findings() {
    Case::new()
        .stdin("\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Download,8,6,4,x
")
        .args(["rank", "-"])
        .stderr(r#"
            error[not-a-number]: `ease` of item `A-1` is `x`, expected a number
              --> -:2:20
              help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
            1 error, no warnings
        "#)
        .exit(1);
}

#[test]
fn standard_input_with_nothing_on_it_cannot_be_ranked() {
    Case::new().args(["rank", "-"]).stderr("error: nothing came on standard input\n").exit(2);
}

#[test]
fn standard_input_with_nothing_on_it_cannot_be_ranked_in_japanese() {
    Case::new().args(["rank", "-", "--lang", "ja"]).stderr("エラー: 標準入力にデータがありません\n").exit(2);
}

#[test]
fn without_a_file_two_lines_say_how_to_go_on() {
    Case::new()
        .args(["rank"])
        .stderr(
            "
            no file given; to rank a backlog: tenbin rank backlog.csv
            to start with an example: tenbin init, then tenbin rank backlog.csv
        ",
        )
        .exit(2);
}

#[test]
fn without_a_file_two_lines_say_how_to_go_on_in_japanese() {
    Case::new()
        .args(["rank", "--lang", "ja"])
        .stderr(
            "
            ファイルが指定されていません。順位をつけるには：tenbin rank backlog.csv
            まず見本で試すには：tenbin init のあと tenbin rank backlog.csv
        ",
        )
        .exit(2);
}

#[test]
fn a_missing_column_may_be_named_on_the_command_line() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,Simplicity
A-1,Download,8,6,4,7
")
        .args(["rank", "backlog.csv", "--column", "ease=Simplicity", "--top", "1"])
        .stdout("
            Rank  ID   Title     Score         Customer impact  Business impact  Market competitiveness  Ease
            ─────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  Download    6.3  ████▋                8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_column_for_nothing_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--column", "simplicity=Ease"])
        .stderr("error: `simplicity` is nothing that a column can be for; there are `id`, `title`, `rater`, `customer_impact`, `affected_customers`, `severity`, `business_impact`, `market_competitiveness`, `ease`\n")
        .exit(2);
}

#[test]
fn a_column_without_a_header_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--column", "ease", "--lang", "ja"])
        .stderr("エラー: `ease` は列の指定として読み込めません。ease=容易さ のように「キー=見出し」で書いてください\n")
        .exit(2);
}

#[test]
fn semicolons_and_decimal_commas_are_read() {
    Case::new()
        .file("backlog.csv", "\
id;title;customer_impact;business_impact;market_competitiveness;ease\r\n\
A-1;Download, in bulk;8,5;6;4;7\r\n\
")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title              Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  Download, in bulk    6.4  ████▊              8.5                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_named_delimiter_and_encoding_overrule() {
    Case::new()
        .file("backlog.csv", b"id#title#customer_impact#business_impact#market_competitiveness#ease\nA-1#\x90\xBF\x8B\x81\x8F\x91#8#6#4#7\n")
        .args(["rank", "backlog.csv", "--delimiter", "#", "--encoding", "shift_jis"])
        .stdout("
            Rank  ID   Title   Score         Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  請求書    6.3  ████▋                8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_delimiter_of_two_characters_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--delimiter", "ab"])
        .stderr(
            "
            error: `ab` is no delimiter: give one character, or comma, semicolon, tab, pipe
        ",
        )
        .exit(2);
}

#[test]
fn an_encoding_that_does_not_exist_is_refused() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--encoding", "latin-99"])
        .stderr(
            "
            error: there is no encoding `latin-99`; try utf-8, shift_jis, euc-jp, utf-16le or windows-1252
        ",
        )
        .exit(2);
}

#[test]
fn windows_japanese_needs_no_flag() {
    Case::new()
        .file("backlog.csv", b"ID,\x89\xFC\x91P\x8D\x80\x96\xDA,\x8C\xDA\x8Bq\x89e\x8B\xBF\x93x,\x83r\x83W\x83l\x83X\x83C\x83\x93\x83p\x83N\x83g,\x8Es\x8F\xEA\x8B\xA3\x91\x88\x97\xCD,\x8E\xC0\x91\x95\x82\xCC\x97e\x88\xD5\x82\xB3\r\nA-1,\x87@\x90\xBF\x8B\x81\x8F\x91\x87\x8A,8,6,4,7\r\n")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目   総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ─────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  ①請求書㈱         6.3  ████▋           8                   6           4             7

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn what_excel_calls_unicode_text_needs_no_flag() {
    Case::new()
        .file("backlog.csv", b"\xFF\xFEI\x00D\x00\t\x009e\x84U\x05\x98\xEEv\t\x00g\x98\xA2[q_\xFF\x97\xA6^\t\x00\xD30\xB80\xCD0\xB90\xA40\xF30\xD10\xAF0\xC80\t\x00\x02^4X\xF6z\x89N\x9BR\t\x00\x9F[\xC5\x88n0\xB9[\x13fU0\r\x00\n\x00A\x00-\x001\x00\t\x00\xCB\x8ABl\xF8f\t\x008\x00\t\x006\x00\t\x004\x00\t\x007\x00\r\x00\n\x00")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目  総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  請求書           6.3  ████▋           8                   6           4             7

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .exit(0);
}

#[test]
fn a_file_without_items_is_refused_for_the_first_of_them_too() {
    let header = "id,title,customer_impact,business_impact,market_competitiveness,ease\n";
    for text in [header.to_owned(), format!("{header}\n\n")] {
        for format in ["csv", "tsv"] {
            let args = ["--top", "3", "-f", format];
            let file = Case::new().file("backlog.csv", &text).args(["rank", "backlog.csv"]).args(args);
            file.stderr_has(["error[no-items]: "]).exit(1);
            let piped = Case::new().stdin(&text).args(["rank", "-"]).args(args);
            piped.stderr_has(["error[no-items]: "]).exit(1);
        }
    }
}

#[test]
fn quiet_counts_only_what_it_shows() {
    let header = "id,title,customer_impact,business_impact,market_competitiveness,ease\n";
    let blank: String = (0..60).map(|number| format!("A-{number},a,,6,4,7\n")).collect();
    let rank = |text: &str| Case::new().file("backlog.csv", text).args(["rank", "backlog.csv", "-f", "csv", "-q"]);
    let sound = "B-1,b,8,6,4,7\n";
    rank(&format!("{header}{blank}{sound}")).stdout_has(["1,6.25,B-1"]).stderr("").exit(0);
    let wrong = "B-1,b,80,6,4,7\n";
    rank(&format!("{header}{blank}{wrong}")).stderr_has(["1 error, 60 warnings\n"]).exit(1);
    let wrong: String = (0..60).map(|number| format!("C-{number},c,80,6,4,7\n")).collect();
    rank(&format!("{header}{wrong}")).stderr_has(["60 errors, no warnings; the first 50 are shown\n"]).exit(1);
}
