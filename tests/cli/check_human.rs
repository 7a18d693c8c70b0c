//! What `check` shows people: the lines of the file with a caret under the cell, colours, and how many findings.

use super::check::rows;
use super::harness::Case;

#[test]
fn the_caret_stands_under_the_cell_in_japanese_text() {
    Case::new()
        .file("backlog.csv", "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,ｹﾝｻｸの速度改善,9,高い,6,4
A-2,café é 👍,9,7,６点,4
")
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(r#"
            エラー[not-a-number]: 改善項目 `A-1` の `ビジネスインパクト` (business_impact) の評価 `高い` は、数値として読み込めません
              --> backlog.csv:2:17
              1 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
                |                        ------------------
              2 | A-1,ｹﾝｻｸの速度改善,9,高い,6,4
                |                      ^^^^
              対処: 数値を入力してください（◎ ○ △ などの記号や言葉は、`weights.toml` の `[values]` に `"◎" = 9` のように書くと、評価として使えます）

            エラー[not-a-number]: 改善項目 `A-2` の `市場競争力` (market_competitiveness) の評価 `６点` は、数値として読み込めません
              --> backlog.csv:3:18
              1 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
                |                                           ----------
              3 | A-2,café é 👍,9,7,６点,4
                |                   ^^^^
              対処: `8` や `7.5` のような数値か、`6-8` のような範囲（小さいほうが先）を、単位を付けずに入力してください

            エラー2件、警告0件
            不合格（backlog.csv、改善項目2件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
            ルールの説明は `tenbin check --explain ルール名` で確認できます
        "#)
        .exit(1);
}

#[test]
fn a_long_line_is_cut_on_both_sides_of_the_cell() {
    let long = "請求書を".repeat(60);
    let backlog = format!(
        "id,title,customer_impact,business_impact,market_competitiveness,ease,note\nA-1,{long},8,11,4,7,{long}\n"
    );
    Case::new().file("backlog.csv", &backlog).args(["check", "backlog.csv"]).stderr("
        error[out-of-scale]: `business_impact` of item `A-1` is `11`, expected 1–10
          --> backlog.csv:2:248
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease,note
            |                          ---------------
          2 | …を請求書を請求書を請求書を請求書を請求書を,8,11,4,7,請求書を請求書を請求書を請求書を請求書を…
            |                                               ^^
          help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

        1 error, no warnings
        Failed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").exit(1);
    Case::new()
        .file("backlog.csv", &backlog)
        .env("COLUMNS", "50")
        .args(["check", "backlog.csv", "--ascii"])
        .stderr("
            error[out-of-scale]: `business_impact` of item `A-1` is `11`, expected 1–10
              --> backlog.csv:2:248
              1 | ...mer_impact,business_impact,market_comp...
                |               ---------------
              2 | ...求書を請求書を,8,11,4,7,請求書を請求書...
                |                     ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

            1 error, no warnings
            Failed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
}

#[test]
fn no_line_of_an_excerpt_is_wider_than_the_screen() {
    let long = "請求書を".repeat(60);
    let backlog = rows(&format!("A-1,{long},8,11,4,7\nA-2,b,8,x{long},4,7\n"));
    for (columns, most) in [("5", 20), ("20", 20), ("33", 33), ("80", 80), ("500", 101)] {
        let case = Case::new().file("backlog.csv", &backlog).env("COLUMNS", columns).any_output();
        let err = case.args(["check", "backlog.csv"]).exit(1).err();
        let excerpts: Vec<&str> = err.lines().filter(|line| line.get(4..5) == Some("|")).collect();
        assert_eq!(excerpts.len(), 8, "{err}");
        for line in excerpts {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= most, "{columns}: {line}");
        }
    }
}

#[test]
fn of_a_quoted_cell_over_several_lines_the_first_is_shown() {
    Case::new()
        .file("backlog.csv", rows("A-1,\"two\nlines\",8,6,4,\"7\npoints\"\nA-2,\"b\nc\",8,6,4,11\n"))
        .args(["check", "backlog.csv"])
        .stderr(r#"
            error[not-a-number]: `ease` of item `A-1` is `7 points`, expected a number
              --> backlog.csv:3:14
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                                                                 ----
              3 | lines",8,6,4,"7
                |              ^^
              help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit

            error[out-of-scale]: `ease` of item `A-2` is `11`, expected 1–10
              --> backlog.csv:6:10
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                                                                 ----
              6 | c",8,6,4,11
                |          ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.ease]`

            2 errors, no warnings
            Failed: backlog.csv, 2 items, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        "#)
        .exit(1);
}

#[test]
fn nothing_that_a_terminal_acts_on_is_shown() {
    Case::new()
        .file("backlog.csv", rows("A-1,a\tb,8,6,4,x\ty\nA-2,a\u{1b}[31mb\u{202e},8,6,4,\u{7}\n"))
        .args(["check", "backlog.csv"])
        .stderr(r#"
            error[not-a-number]: `ease` of item `A-1` is `x y`, expected a number
              --> backlog.csv:2:15
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                                                                 ----
              2 | A-1,a b,8,6,4,x y
                |               ^^^
              help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`

            error[not-a-number]: `ease` of item `A-2` is `\u{7}`, expected a number
              --> backlog.csv:3:20
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                                                                 ----
              3 | A-2,a\u{1b}[31mb\u{202e},8,6,4,\u{7}
                |                                ^^^^^

            warning[control-character]: `title` of item `A-2` holds an invisible character: U+001B
              --> backlog.csv:3:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              3 | A-2,a\u{1b}[31mb\u{202e},8,6,4,\u{7}
                |     ^^^^^^^^^^^^^^^^^^^^
              help: delete it; it can hide or reorder what stands beside it

            warning[control-character]: `ease` of item `A-2` holds an invisible character: U+0007
              --> backlog.csv:3:20
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                                                                 ----
              3 | A-2,a\u{1b}[31mb\u{202e},8,6,4,\u{7}
                |                                ^^^^^

            2 errors, 2 warnings
            Failed: backlog.csv, 2 items, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        "#)
        .exit(1);
}

#[test]
fn a_tab_between_cells_is_one_column_wide() {
    Case::new()
        .file("backlog.csv", "\u{feff}ID\t改善項目\t顧客影響度\tビジネスインパクト\t市場競争力\t実装の容易さ\r\nA-1\t検索\t8\t6\t4\t11\r\n")
        .args(["check", "backlog.csv"])
        .stderr("
            error[out-of-scale]: `実装の容易さ` (ease) of item `A-1` is `11`, expected 1–10
              --> backlog.csv:2:14
              1 | ID 改善項目 顧客影響度 ビジネスインパクト 市場競争力 実装の容易さ
                |                                                      ------------
              2 | A-1 検索 8 6 4 11
                |                ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.ease]`

            1 error, no warnings
            Failed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
}

#[test]
fn colour_is_for_the_label_the_arrow_the_gutter_and_the_carets() {
    Case::new()
        .file("backlog.csv", rows("A-1,,11,6,4,7\n"))
        .args(["check", "backlog.csv", "--color", "always"])
        .stderr("\u{1b}[1m\u{1b}[31merror[out-of-scale]\u{1b}[0m: `customer_impact` of item `A-1` is `11`, expected 1–10\n  \u{1b}[2m-->\u{1b}[0m backlog.csv:2:6\n  \u{1b}[2m1 |\u{1b}[0m id,title,customer_impact,business_impact,market_competitiveness,ease\n  \u{1b}[2m  |\u{1b}[0m          \u{1b}[1m\u{1b}[34m---------------\u{1b}[0m\n  \u{1b}[2m2 |\u{1b}[0m A-1,,11,6,4,7\n  \u{1b}[2m  |\u{1b}[0m      \u{1b}[1m\u{1b}[31m^^\u{1b}[0m\n  \u{1b}[2mhelp:\u{1b}[0m correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.customer_impact]`\n\n\u{1b}[1m\u{1b}[33mwarning[blank-title]\u{1b}[0m: the title of item `A-1` is blank\n  \u{1b}[2m-->\u{1b}[0m backlog.csv:2:5\n  \u{1b}[2m1 |\u{1b}[0m id,title,customer_impact,business_impact,market_competitiveness,ease\n  \u{1b}[2m  |\u{1b}[0m    \u{1b}[1m\u{1b}[34m-----\u{1b}[0m\n  \u{1b}[2m2 |\u{1b}[0m A-1,,11,6,4,7\n  \u{1b}[2m  |\u{1b}[0m     \u{1b}[1m\u{1b}[33m^\u{1b}[0m\n  \u{1b}[2mhelp:\u{1b}[0m say in a few words what the item improves\n\n1 error, 1 warning\nFailed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10\n`tenbin check --explain CODE` says more about a rule\n")
        .exit(1);
}

#[test]
fn of_many_findings_the_first_fifty_are_shown_and_all_are_counted() {
    let backlog = rows(&(1..=60).map(|number| format!("A-{number},t{number},11,6,4,7\n")).collect::<String>());
    let outcome = Case::new().file("backlog.csv", &backlog).args(["check", "backlog.csv"]).any_output().exit(1);
    let err = outcome.err();
    assert_eq!(err.matches("error[out-of-scale]").count(), 50);
    assert!(err.contains("`A-50`") && !err.contains("`A-51`"), "{err}");
    let end =
        "\nand 10 more; `--limit N` shows up to N of each severity, `--limit 0` all of them\n60 errors, no warnings\n";
    assert!(err.contains(end), "{err}");
    let all = Case::new().file("backlog.csv", &backlog).args(["check", "backlog.csv", "--limit", "0"]).any_output();
    let err = all.exit(1).err();
    assert_eq!(err.matches("error[out-of-scale]").count(), 60);
    assert!(!err.contains(" more; "), "{err}");
}

#[test]
fn a_limit_is_for_each_severity() {
    let backlog = rows(&(1..=4).map(|number| format!("A-{number},,11,6,4,7\n")).collect::<String>());
    let outcome =
        Case::new().file("backlog.csv", backlog).args(["check", "backlog.csv", "--limit", "1"]).any_output().exit(1);
    let err = outcome.err();
    assert_eq!(err.matches("error[out-of-scale]").count(), 1, "{err}");
    assert_eq!(err.matches("warning[blank-title]").count(), 1, "{err}");
    assert!(err.contains("and 6 more;"), "{err}");
}

#[test]
fn quiet_says_how_many_errors_are_not_shown() {
    let backlog = rows(&(1..=3).map(|number| format!("A-{number},t{number},11,6,4,7\n")).collect::<String>());
    let case = Case::new().file("backlog.csv", backlog).args(["check", "backlog.csv", "-q", "--limit", "1"]);
    let err = case.any_output().exit(1).err();
    assert!(err.contains("and 2 more"), "{err}");
}

#[test]
fn a_cell_that_is_cut_has_one_mark() {
    let backlog = rows(&format!("A-1,a,8,{},4,7\n", "高".repeat(100)));
    let err = Case::new().file("backlog.csv", backlog).args(["check", "backlog.csv"]).any_output().exit(1).err();
    assert!(!err.contains("……"), "{err}");
}
