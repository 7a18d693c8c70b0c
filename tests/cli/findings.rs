//! What is wrong with a backlog, told with its place: rule, sentence, file, line, column and cure, in both languages.
//!
//! A file with an error is not ranked: standard output stays empty and the exit code is 1.

use super::harness::{Case, TARGETS};

#[test]
fn all_faults_come_in_one_run_each_with_its_place() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Download invoices in bulk,8,11,4,7
A-2,Faster search,9,high,6,4
A-2,Single sign-on,5,9,8
A-4,Mobile notifications,6,4,0x8,TBD
")
        .args(["rank", "backlog.csv"])
        .stderr(r#"
            error[out-of-scale]: `business_impact` of item `A-1` is `11`, expected 1–10
              --> backlog.csv:2:33
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`
            error[not-a-number]: `business_impact` of item `A-2` is `high`, expected a number
              --> backlog.csv:3:21
              help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
            error[ragged-row]: the row that begins with `A-2` has 5 cells, and the header has 6
              --> backlog.csv:4:1
              help: add the missing cells; if a text breaks over two lines, put that cell in quotes
            error[not-a-number]: `market_competitiveness` of item `A-4` is `0x8`, expected a number
              --> backlog.csv:5:30
              help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
            error[not-a-number]: `ease` of item `A-4` is `TBD`, expected a number
              --> backlog.csv:5:34
              help: leave the cell blank for "not rated yet"
            5 errors, no warnings
        "#)
        .exit(1);
}

#[test]
fn all_faults_come_in_japanese() {
    Case::new()
        .file("backlog.csv", "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,Download invoices in bulk,8,11,4,7
A-2,Faster search,9,high,6,4
A-2,Single sign-on,5,9,8
A-4,Mobile notifications,6,4,0x8,TBD
")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr(r#"
            エラー[out-of-scale]: 改善項目 `A-1` の `ビジネスインパクト` (business_impact) の評価 `11` は、尺度（1–10）の範囲外です
              --> backlog.csv:2:33
              対処: 評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.business_impact]` に `scale = [0, 100]` のように尺度を書いてください
            エラー[not-a-number]: 改善項目 `A-2` の `ビジネスインパクト` (business_impact) の評価 `high` は、数値として読み込めません
              --> backlog.csv:3:21
              対処: 数値を入力してください（◎ ○ △ などの記号や言葉は、`weights.toml` の `[values]` に `"◎" = 9` のように書くと、評価として使えます）
            エラー[ragged-row]: `A-2` で始まる行のセルが5個で、見出しの6個と一致しません
              --> backlog.csv:4:1
              対処: 足りないセルを補ってください（文中に改行があるセルは、引用符で囲んでください）
            エラー[not-a-number]: 改善項目 `A-4` の `市場競争力` (market_competitiveness) の評価 `0x8` は、数値として読み込めません
              --> backlog.csv:5:30
              対処: `8` や `7.5` のような数値か、`6-8` のような範囲（小さいほうが先）を、単位を付けずに入力してください
            エラー[not-a-number]: 改善項目 `A-4` の `実装の容易さ` (ease) の評価 `TBD` は、数値として読み込めません
              --> backlog.csv:5:34
              対処: まだ評価していない場合は、セルを空欄にしてください
            エラー5件、警告0件
        "#)
        .exit(1);
}

#[test]
fn a_cure_that_was_said_is_not_said_again() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,11,12,4,7
A-2,b,0,7,6,4
")
        .args(["rank", "backlog.csv"])
        .stderr("
            error[out-of-scale]: `customer_impact` of item `A-1` is `11`, expected 1–10
              --> backlog.csv:2:7
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.customer_impact]`
            error[out-of-scale]: `business_impact` of item `A-1` is `12`, expected 1–10
              --> backlog.csv:2:10
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`
            error[out-of-scale]: `customer_impact` of item `A-2` is `0`, expected 1–10
              --> backlog.csv:3:7
            3 errors, no warnings
        ")
        .exit(1);
}

#[test]
fn errors_come_before_warnings() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,,6,4,7
A-2,,9,7,6,40
")
        .args(["rank", "backlog.csv"])
        .stderr("
            error[out-of-scale]: `ease` of item `A-2` is `40`, expected 1–10
              --> backlog.csv:3:12
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.ease]`
            warning[missing-rating]: item `A-1` has no rating for `customer_impact`: it is not ranked
              --> backlog.csv:2:7
              help: fill in the rating; a blank counts neither as 0 nor as anything else
            warning[blank-title]: the title of item `A-2` is blank
              --> backlog.csv:3:5
              help: say in a few words what the item improves
            1 error, 2 warnings
        ")
        .exit(1);
}

#[test]
fn quiet_leaves_the_errors() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,,6,4,7
A-2,,9,7,6,40
")
        .args(["rank", "backlog.csv", "-q"])
        .stderr("
            error[out-of-scale]: `ease` of item `A-2` is `40`, expected 1–10
              --> backlog.csv:3:12
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.ease]`
            1 error, 2 warnings
        ")
        .exit(1);
}

#[test]
fn colour_is_for_the_label_and_the_arrow() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,11,6,4,7
")
        .args(["rank", "backlog.csv", "--color", "always"])
        .stderr("\u{1b}[1m\u{1b}[31merror[out-of-scale]\u{1b}[0m: `customer_impact` of item `A-1` is `11`, expected 1–10\n  \u{1b}[2m-->\u{1b}[0m backlog.csv:2:7\n  \u{1b}[2mhelp:\u{1b}[0m correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.customer_impact]`\n1 error, no warnings\n")
        .exit(1);
}

#[test]
fn lines_and_columns_are_those_of_the_file_as_it_is_opened() {
    Case::new()
        .file("backlog.csv", "\
\u{feff}ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ\r\n\
A-1,\"二行の\r\n\
題名\",8,6,4,7\r\n\
\r\n\
A-2,検索,9,7,6,x\r\n\
")
        .args(["rank", "backlog.csv"])
        .stderr(r#"
            error[not-a-number]: `実装の容易さ` (ease) of item `A-2` is `x`, expected a number
              --> backlog.csv:5:14
              help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
            1 error, no warnings
        "#)
        .exit(1);
}

#[test]
fn a_missing_column_is_named_with_the_headers_there_are() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,effort
A-1,a,8,6,4,7
")
        .args(["rank", "backlog.csv"])
        .stderr("
            error[missing-column]: there is no column for `ease`
              --> backlog.csv:1:1
              help: if one of the headers means it, pass `--column ease=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `title`, `customer_impact`, `business_impact`, `market_competitiveness`, `effort`
            1 error, no warnings
        ")
        .exit(1);
}

#[test]
fn a_misspelt_header_is_offered() {
    Case::new()
        .file("backlog.csv", "\
id,title,custmer_impact,business_impact,market_competitiveness,ease
A-1,a,8,6,4,7
")
        .args(["rank", "backlog.csv"])
        .stderr("
            error[misspelt-column]: there is no column for `customer_impact`, and `custmer_impact` is nearly its name
              --> backlog.csv:1:10
              help: correct the header; if it means `customer_impact`, `--column customer_impact=HEADER` and `[columns]` in the weights file take it as it is
            1 error, no warnings
        ")
        .exit(1);
}

#[test]
fn a_missing_column_is_told_in_japanese() {
    Case::new()
        .file("backlog.csv", "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,工数
A-1,a,8,6,4,7
")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr("
            エラー[missing-column]: `実装の容易さ` (ease) の列がありません
              --> backlog.csv:1:1
              対処: 該当する列があれば、`--column ease=見出し` で指定するか、重み設定ファイルの `[columns]` に書いてください（ファイルの見出しは `ID`、`改善項目`、`顧客影響度`、`ビジネスインパクト`、`市場競争力`、`工数`）
            エラー1件、警告0件
        ")
        .exit(1);
}

#[test]
fn a_missing_factor_may_come_of_its_parts() {
    Case::new()
        .file("backlog.csv", "\
id,title,business_impact,market_competitiveness,ease
A-1,a,6,4,7
")
        .args(["rank", "backlog.csv"])
        .stderr("
            error[missing-column]: there is no column for `customer_impact`
              --> backlog.csv:1:1
              help: add the column, or all of its parts (`affected_customers`, `severity`); or name its header with `--column customer_impact=HEADER`
            1 error, no warnings
        ")
        .exit(1);
}

#[test]
fn two_columns_for_one_criterion_are_a_fault() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease,実装の容易さ
A-1,a,8,6,4,7,8
",
        )
        .args(["rank", "backlog.csv"])
        .stderr(
            "
                error[ambiguous-column]: there is more than one column for `ease`: `ease`, `実装の容易さ`
                  --> backlog.csv:1:70
                  help: keep one of them, or say which one counts: `--column ease=HEADER`; of two with one header, `HEADER#2` is the second
                1 error, no warnings
            ",
        )
        .exit(1);
}

#[test]
fn effort_is_never_ease() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,Effort
A-1,a,8,6,4,7
")
        .args(["rank", "backlog.csv", "-q"])
        .stderr("
            error[missing-column]: there is no column for `ease`
              --> backlog.csv:1:1
              help: if one of the headers means it, pass `--column ease=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `title`, `customer_impact`, `business_impact`, `market_competitiveness`, `Effort`
            1 error, no warnings
        ")
        .exit(1);
}

#[test]
fn nothing_is_guessed_of_a_rating() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,8点,8/10,1e3,0x8
A-2,b,NaN,◎,⑧,=1+1
A-3,c,10-Aug,-,0.99999999999999999999,8-6
")
        .args(["rank", "backlog.csv"])
        .stderr(r#"
            error[not-a-number]: `customer_impact` of item `A-1` is `8点`, expected a number
              --> backlog.csv:2:7
              help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
            error[excel-converted]: `business_impact` of item `A-1` is `8/10`, which a spreadsheet has made of something else
              --> backlog.csv:2:10
              help: type the rating again; format the column as text first, so that a range such as `6-8` doesn't become a date
            error[not-a-number]: `market_competitiveness` of item `A-1` is `1e3`, expected a number
              --> backlog.csv:2:15
            error[not-a-number]: `ease` of item `A-1` is `0x8`, expected a number
              --> backlog.csv:2:19
            error[not-a-number]: `customer_impact` of item `A-2` is `NaN`, expected a number
              --> backlog.csv:3:7
              help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
            error[not-a-number]: `business_impact` of item `A-2` is `◎`, expected a number
              --> backlog.csv:3:11
            error[not-a-number]: `market_competitiveness` of item `A-2` is `⑧`, expected a number
              --> backlog.csv:3:13
            error[excel-converted]: `ease` of item `A-2` is `=1+1`, which a spreadsheet has made of something else
              --> backlog.csv:3:15
              help: type the number alone: `8`, and not `="8"`
            error[excel-converted]: `customer_impact` of item `A-3` is `10-Aug`, which a spreadsheet has made of something else
              --> backlog.csv:4:7
            error[not-a-number]: `business_impact` of item `A-3` is `-`, expected a number
              --> backlog.csv:4:14
              help: leave the cell blank for "not rated yet"
            error[out-of-scale]: `market_competitiveness` of item `A-3` is `0.99999999999999999999`, expected 1–10
              --> backlog.csv:4:16
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.market_competitiveness]`
            error[not-a-number]: `ease` of item `A-3` is `8-6`, expected a number
              --> backlog.csv:4:39
            12 errors, no warnings
        "#)
        .exit(1);
}

#[test]
fn nothing_is_guessed_of_a_rating_in_japanese() {
    Case::new()
        .file("backlog.csv", "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,a,8点,8/10,1e3,0x8
A-2,b,NaN,◎,⑧,8.00000000000000000000000001
")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr(r#"
            エラー[not-a-number]: 改善項目 `A-1` の `顧客影響度` (customer_impact) の評価 `8点` は、数値として読み込めません
              --> backlog.csv:2:7
              対処: `8` や `7.5` のような数値か、`6-8` のような範囲（小さいほうが先）を、単位を付けずに入力してください
            エラー[excel-converted]: 改善項目 `A-1` の `ビジネスインパクト` (business_impact) が `8/10` です（表計算ソフトが別の値に変えてしまったようです）
              --> backlog.csv:2:10
              対処: 値を入力し直してください（`6-8` のような範囲が日付にならないよう、先に列の表示形式を「文字列」にしてください）
            エラー[not-a-number]: 改善項目 `A-1` の `市場競争力` (market_competitiveness) の評価 `1e3` は、数値として読み込めません
              --> backlog.csv:2:15
            エラー[not-a-number]: 改善項目 `A-1` の `実装の容易さ` (ease) の評価 `0x8` は、数値として読み込めません
              --> backlog.csv:2:19
            エラー[not-a-number]: 改善項目 `A-2` の `顧客影響度` (customer_impact) の評価 `NaN` は、数値として読み込めません
              --> backlog.csv:3:7
              対処: 数値を入力してください（◎ ○ △ などの記号や言葉は、`weights.toml` の `[values]` に `"◎" = 9` のように書くと、評価として使えます）
            エラー[not-a-number]: 改善項目 `A-2` の `ビジネスインパクト` (business_impact) の評価 `◎` は、数値として読み込めません
              --> backlog.csv:3:11
            エラー[not-a-number]: 改善項目 `A-2` の `市場競争力` (market_competitiveness) の評価 `⑧` は、数値として読み込めません
              --> backlog.csv:3:13
            エラー[too-many-digits]: `実装の容易さ` (ease) の値 `8.00000000000000000000000001` は桁数が多く、正確に計算できません
              --> backlog.csv:3:15
              対処: 整数部は15桁、小数部は20桁までで入力してください
            エラー8件、警告0件
        "#)
        .exit(1);
}

#[test]
fn a_row_with_too_few_or_too_many_cells_is_a_fault() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,8,6,4
A-2,b,9,7,6,4,4
",
        )
        .args(["rank", "backlog.csv"])
        .stderr(
            r#"
            error[ragged-row]: the row that begins with `A-1` has 5 cells, and the header has 6
              --> backlog.csv:2:1
              help: add the missing cells; if a text breaks over two lines, put that cell in quotes
            error[ragged-row]: the row that begins with `A-2` has 7 cells, and the header has 6
              --> backlog.csv:3:1
              help: if a text contains the separator, put that cell in quotes: `"fast, cheap"`
            2 errors, no warnings
        "#,
        )
        .exit(1);
}

#[test]
fn a_row_with_too_few_or_too_many_cells_is_a_fault_in_japanese() {
    Case::new()
        .file(
            "backlog.csv",
            "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,a,8,6,4
A-2,b,9,7,6,4,4
",
        )
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr(
            r#"
            エラー[ragged-row]: `A-1` で始まる行のセルが5個で、見出しの6個と一致しません
              --> backlog.csv:2:1
              対処: 足りないセルを補ってください（文中に改行があるセルは、引用符で囲んでください）
            エラー[ragged-row]: `A-2` で始まる行のセルが7個で、見出しの6個と一致しません
              --> backlog.csv:3:1
              対処: 文中に区切り文字があるセルは、`"速く,安く"` のように引用符で囲んでください
            エラー2件、警告0件
        "#,
        )
        .exit(1);
}

#[test]
fn a_quote_in_the_middle_of_a_cell_is_a_fault() {
    Case::new()
        .file(
            "backlog.csv",
            r#"id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a 27" screen,8,6,4,7
"#,
        )
        .args(["rank", "backlog.csv"])
        .stderr(
            r#"
            error[stray-quote]: a quote stands in the middle of a cell: `a 27" screen,8,6`
              --> backlog.csv:2:9
              help: put the whole cell in quotes and write each quote in it twice: `"a 27"" screen"`
            1 error, no warnings
        "#,
        )
        .exit(1);
}

#[test]
fn a_quote_that_is_never_closed_is_a_fault() {
    Case::new()
        .file("backlog.csv", r#"id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,"a,8,6,4,7
A-2,b,9,7,6,4
"#)
        .args(["rank", "backlog.csv"])
        .stderr(r#"
            error[unclosed-quote]: a quote is opened and never closed: `"a,8,6,4,7`
              --> backlog.csv:2:5
              help: close it at the end of the cell; write a quote that belongs to the text twice: `"the ""new"" search"`
            1 error, no warnings
        "#)
        .exit(1);
}

#[test]
fn a_quote_that_swallows_rows_is_a_warning() {
    Case::new()
        .file("backlog.csv", r#"id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,"a,8,6,4,7
A-2,b,9,7,6,4
A-3,c",8,6,4,7
"#)
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title                          Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  a,8,6,4,7⏎A-2,b,9,7,6,4⏎A-3,c    6.3  ████▋                8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .stderr("
            warning[swallowed-lines]: a quoted cell holds lines that look like rows: items may be missing
              --> backlog.csv:2:5
              help: look at the quote that opens the cell: delete it or close it, if these lines are items
        ")
        .exit(0);
}

#[test]
fn a_repeated_id_is_a_fault_and_a_similar_one_a_warning() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,8,6,4,7
A-1,b,8,6,4,7
a-1,c,8,6,4,7
,d,8,6,4,7
")
        .args(["rank", "backlog.csv"])
        .stderr("
            error[duplicate-id]: the id `A-1` is taken: line 2 has it too
              --> backlog.csv:3:1
              help: give each item an id of its own; if it is the same item, delete one of the rows
            error[blank-id]: the id is blank
              --> backlog.csv:5:1
              help: give the item an id of its own
            warning[look-alike-id]: the id `a-1` looks like `A-1` in line 2
              --> backlog.csv:4:1
              help: if it is the same item, delete one of the rows; if not, choose an id that differs by more than letter case and width
            2 errors, 1 warning
        ")
        .exit(1);
}

#[test]
fn a_repeated_id_is_a_fault_and_a_similar_one_a_warning_in_japanese() {
    Case::new()
        .file("backlog.csv", "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,a,8,6,4,7
A-1,b,8,6,4,7
a-1,c,8,6,4,7
,d,8,6,4,7
")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr("
            エラー[duplicate-id]: ID `A-1` が2行目と重複しています
              --> backlog.csv:3:1
              対処: 改善項目ごとに異なる ID を付けてください（同じ改善項目であれば、一方の行を削除してください）
            エラー[blank-id]: ID が空欄です
              --> backlog.csv:5:1
              対処: 改善項目に固有の ID を付けてください
            警告[look-alike-id]: ID `a-1` が2行目の `A-1` と紛らわしくなっています
              --> backlog.csv:4:1
              対処: 同じ改善項目であれば一方の行を削除し、別の改善項目であれば、はっきり区別できる ID にしてください（大文字と小文字、全角と半角だけの違いは見分けにくいためです）
            エラー2件、警告1件
        ")
        .exit(1);
}

#[test]
fn similar_ids_blank_titles_blank_rows_and_full_width_digits_let_the_ranking_stand() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,,8,6,4,7
,,,,,
a-1,b,８,6,4,7
")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title  Score         Customer impact  Business impact  Market competitiveness  Ease
            ──────────────────────────────────────────────────────────────────────────────────────────────
              =1  A-1           6.3  ████▋                8                6                       4     7
              =1  a-1  b        6.3  ████▋                8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .stderr("
            warning[blank-title]: the title of item `A-1` is blank
              --> backlog.csv:2:5
              help: say in a few words what the item improves
            warning[blank-row]: the row has separators and no content: it was passed over
              --> backlog.csv:3:1
              help: delete it; Excel writes such rows where cells were formatted or cleared
            warning[look-alike-id]: the id `a-1` looks like `A-1` in line 2
              --> backlog.csv:4:1
              help: if it is the same item, delete one of the rows; if not, choose an id that differs by more than letter case and width
            note[full-width-digits]: `customer_impact` of item `a-1` is `８`, in full-width characters: it was read as a number
              --> backlog.csv:4:7
              help: type it in half-width characters, so that other tools read it as a number too
        ")
        .exit(0);
}

#[test]
fn similar_ids_blank_titles_blank_rows_and_full_width_digits_let_the_ranking_stand_in_japanese() {
    Case::new()
        .file("backlog.csv", "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,,8,6,4,7
,,,,,
a-1,b,８,6,4,7
")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stdout("
            順位  ID   改善項目  総合スコア         顧客影響度  ビジネスインパクト  市場競争力  実装の容易さ
            ────────────────────────────────────────────────────────────────────────────────────────────────
              =1  A-1                   6.3  ████▋           8                   6           4             7
              =1  a-1  b                6.3  ████▋           8                   6           4             7

            モデル matrix：顧客影響度 25%、ビジネスインパクト 25%、市場競争力 25%、実装の容易さ 25%（重みはモデルの既定値）
        ")
        .stderr("
            警告[blank-title]: 改善項目 `A-1` のタイトルが空欄です
              --> backlog.csv:2:5
              対処: 何を改善するのかを短く書いてください
            警告[blank-row]: 区切り文字だけの空の行を読み飛ばしました
              --> backlog.csv:3:1
              対処: 行を削除してください（書式を設定したセルや値を消したセルがあると、Excel がこのような行を書き出します）
            警告[look-alike-id]: ID `a-1` が2行目の `A-1` と紛らわしくなっています
              --> backlog.csv:4:1
              対処: 同じ改善項目であれば一方の行を削除し、別の改善項目であれば、はっきり区別できる ID にしてください（大文字と小文字、全角と半角だけの違いは見分けにくいためです）
            情報[full-width-digits]: 改善項目 `a-1` の `顧客影響度` (customer_impact) の評価 `８` は全角ですが、数値として読み込みました
              --> backlog.csv:4:7
              対処: 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）
        ")
        .exit(0);
}

#[test]
fn lines_above_the_header_are_passed_over() {
    Case::new()
        .file("backlog.csv", "\
改善候補一覧 2026,,,,,
作成：CS,,,,,
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,請求書,8,6,4,7
")
        .args(["rank", "backlog.csv"])
        .stdout("
            Rank  ID   Title   Score         Customer impact  Business impact  Market competitiveness  Ease
            ───────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  請求書    6.3  ████▋                8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .stderr("
            warning[title-rows]: the header was found in line 3, and the 2 lines with text above it were passed over
              --> backlog.csv:3:1
              help: delete what stands above the header, so that the header is the first line
        ")
        .exit(0);
}

#[test]
fn an_empty_file_is_a_fault() {
    Case::new()
        .file("backlog.csv", "")
        .args(["rank", "backlog.csv"])
        .stderr(
            "
            error[empty-file]: the file is empty
              --> backlog.csv
              help: write a header and a row for each item; `tenbin init` makes a file to start from
            1 error, no warnings
        ",
        )
        .exit(1);
}

#[test]
fn a_header_alone_is_a_fault() {
    Case::new()
        .file("backlog.csv", "id,title,customer_impact,business_impact,market_competitiveness,ease\n")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
            エラー[no-items]: 見出し行だけで、改善項目がありません
              --> backlog.csv:1:1
              対処: 改善項目ごとに1行を追加してください
            エラー1件、警告0件
        ",
        )
        .exit(1);
}

#[test]
fn a_wrong_byte_is_found_and_never_replaced() {
    Case::new()
        .file("backlog.csv", b"id,title,customer_impact,business_impact,market_competitiveness,ease\nA-1,\xE6\xA4\x9C\xE7\xB4\xA2\xE3\x81\xAE\xE6\x94\xB9\xE5\x96\x84,8,6,4,7\nA-2,\x81,8,6,4,7\n")
        .args(["rank", "backlog.csv"])
        .stderr(r#"
            error[wrong-encoding]: there is a byte that is not valid UTF-8
              --> backlog.csv:3:5
              help: save the file again as "CSV UTF-8" in Excel, or pass its real encoding with `--encoding`; if only this place is garbled, type it again first
            1 error, no warnings
        "#)
        .exit(1);
}

#[test]
fn a_wrong_byte_is_found_in_japanese() {
    Case::new()
        .file("backlog.csv", b"id,title,customer_impact,business_impact,market_competitiveness,ease\nA-1,\xE6\xA4\x9C\xE7\xB4\xA2\xE3\x81\xAE\xE6\x94\xB9\xE5\x96\x84,8,6,4,7\nA-2,\x81,8,6,4,7\n")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr("
            エラー[wrong-encoding]: 文字コード UTF-8 では読み込めない箇所があります
              --> backlog.csv:3:5
              対処: Excel の「CSV UTF-8」形式で保存し直すか、実際の文字コードを `--encoding` で指定してください（この箇所だけが文字化けしている場合は、先に入力し直してください）
            エラー1件、警告0件
        ")
        .exit(1);
}

#[test]
fn a_file_that_fits_no_encoding_needs_a_name() {
    Case::new()
        .file("backlog.csv", b"id,title,customer_impact,business_impact,market_competitiveness,ease\nA-1,caf\xE9 au lait,8,6,4,7\n")
        .args(["rank", "backlog.csv"])
        .stderr(r#"
            error[wrong-encoding]: there is a byte that is not valid Shift_JIS
              --> backlog.csv:2:8
              help: save the file again as "CSV UTF-8" in Excel, or pass its real encoding with `--encoding`; if only this place is garbled, type it again first
            1 error, no warnings
        "#)
        .exit(1);
}

#[test]
fn with_its_name_it_is_read() {
    Case::new()
        .file("backlog.csv", b"id,title,customer_impact,business_impact,market_competitiveness,ease\nA-1,caf\xE9 au lait,8,6,4,7\n")
        .args(["rank", "backlog.csv", "--encoding", "windows-1252"])
        .stdout("
            Rank  ID   Title         Score         Customer impact  Business impact  Market competitiveness  Ease
            ─────────────────────────────────────────────────────────────────────────────────────────────────────
               1  A-1  café au lait    6.3  ████▋                8                6                       4     7

            Model matrix: Customer impact 25 %, Business impact 25 %, Market competitiveness 25 %, Ease 25 % (the model's own weights)
        ")
        .exit(0);
}

#[test]
fn a_workbook_that_is_cut_off_is_no_table() {
    Case::new()
        .file("backlog.csv", "PK\u{3}\u{4}rest")
        .args(["rank", "backlog.csv"])
        .stderr(
            "
            error[broken-workbook]: the workbook is cut off or damaged: the list of its parts can't be read
              --> backlog.csv
              help: download or copy the file again, and check its size
            1 error, no warnings
        ",
        )
        .exit(1);
}

#[test]
fn a_web_page_is_no_table() {
    Case::new()
        .file("backlog.csv", "<!DOCTYPE html><html></html>")
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
            エラー[not-text]: CSV や TSV、ブックではなく、Web ページ（HTML）です
              --> backlog.csv
              対処: ブラウザーで開いて確認し、ログイン画面であれば、ログインしてから CSV を書き出し直してください
            エラー1件、警告0件
        ",
        )
        .exit(1);
}

#[test]
fn what_is_shown_of_a_value_is_short_and_harmless() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease\n\
A-1,a,8,6,4,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n\
A-2,b,8,6,4,\"\u{1b}[2J\n\
::error::\"\n\
")
        .args(["rank", "backlog.csv"])
        .stderr(r#"
            error[not-a-number]: `ease` of item `A-1` is `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`, expected a number
              --> backlog.csv:2:13
              help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
            error[not-a-number]: `ease` of item `A-2` is `\u{1b}[2J ::error::`, expected a number
              --> backlog.csv:3:13
              help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
            2 errors, no warnings
        "#)
        .exit(1);
}

#[test]
fn of_more_than_fifty_faults_fifty_are_shown_and_all_are_counted() {
    let finding = |number: usize| {
        format!("error[out-of-scale]: `ease` of item `A-{number}` is `11`, expected 1–10\n{}", place(number))
    };
    let help = "  help: correct the rating, or declare another scale in the weights file, in a model of your own: \
                `scale = [0, 100]` under `[criteria.ease]`\n";
    let summary = "60 errors, no warnings; the first 50 are shown\n";
    let rest: String = (2..=50).map(finding).collect();
    Case::new()
        .file("backlog.csv", sixty_faults())
        .args(["rank", "backlog.csv"])
        .stderr(&format!("{}{help}{rest}{summary}", finding(1)))
        .exit(1);
}

#[test]
fn of_more_than_fifty_faults_fifty_are_shown_and_all_are_counted_in_japanese() {
    let finding = |number: usize| {
        format!(
            "エラー[out-of-scale]: 改善項目 `A-{number}` の `ease` の評価 `11` は、尺度（1–10）の範囲外です\n{}",
            place(number)
        )
    };
    let help = "  対処: 評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.ease]` に \
                `scale = [0, 100]` のように尺度を書いてください\n";
    let summary = "エラー60件、警告0件（先頭の50件を表示）\n";
    let rest: String = (2..=50).map(finding).collect();
    Case::new()
        .file("backlog.csv", sixty_faults())
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr(&format!("{}{help}{rest}{summary}", finding(1)))
        .exit(1);
}

/// Sixty items, each rated 11 for ease.
fn sixty_faults() -> String {
    let rows: String = (1..=60).map(|number| format!("A-{number},a,8,6,4,11\n")).collect();
    format!("id,title,customer_impact,business_impact,market_competitiveness,ease\n{rows}")
}

/// Where the rating of an item stands in that file.
fn place(number: usize) -> String {
    let column = if number < 10 { 13 } else { 14 };
    format!("  --> backlog.csv:{}:{column}\n", number + 1)
}

#[test]
fn warnings_beyond_fifty_are_counted_too() {
    Case::new()
        .file(
            "backlog.csv",
            "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,,8,6,4,7
A-2,,8,6,4,7
A-3,,8,6,4,7
A-4,,8,6,4,7
A-5,,8,6,4,7
A-6,,8,6,4,7
A-7,,8,6,4,7
A-8,,8,6,4,7
A-9,,8,6,4,7
A-10,,8,6,4,7
A-11,,8,6,4,7
A-12,,8,6,4,7
A-13,,8,6,4,7
A-14,,8,6,4,7
A-15,,8,6,4,7
A-16,,8,6,4,7
A-17,,8,6,4,7
A-18,,8,6,4,7
A-19,,8,6,4,7
A-20,,8,6,4,7
A-21,,8,6,4,7
A-22,,8,6,4,7
A-23,,8,6,4,7
A-24,,8,6,4,7
A-25,,8,6,4,7
A-26,,8,6,4,7
A-27,,8,6,4,7
A-28,,8,6,4,7
A-29,,8,6,4,7
A-30,,8,6,4,7
A-31,,8,6,4,7
A-32,,8,6,4,7
A-33,,8,6,4,7
A-34,,8,6,4,7
A-35,,8,6,4,7
A-36,,8,6,4,7
A-37,,8,6,4,7
A-38,,8,6,4,7
A-39,,8,6,4,7
A-40,,8,6,4,7
A-41,,8,6,4,7
A-42,,8,6,4,7
A-43,,8,6,4,7
A-44,,8,6,4,7
A-45,,8,6,4,7
A-46,,8,6,4,7
A-47,,8,6,4,7
A-48,,8,6,4,7
A-49,,8,6,4,7
A-50,,8,6,4,7
A-51,,8,6,4,7
A-52,,8,6,4,7
",
        )
        .args(["rank", "backlog.csv", "--top", "1"])
        .stdout_has(["Rank"])
        .stderr_has(["no errors, 52 warnings; the first 50 are shown"])
        .exit(0);
}

#[test]
fn a_word_is_no_date_for_the_month_that_is_in_it() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,8,6,4,Marketing
")
        .args(["rank", "backlog.csv"])
        .stderr(r#"
            error[not-a-number]: `ease` of item `A-1` is `Marketing`, expected a number
              --> backlog.csv:2:13
              help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
            1 error, no warnings
        "#)
        .exit(1);
}

#[test]
fn a_header_that_the_file_does_not_have_is_told() {
    Case::new()
        .file("backlog.csv", "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,a,8,6,4,7
")
        .args(["rank", "backlog.csv", "--column", "ease=Simplicity"])
        .stderr("
            error[missing-column]: there is no column for `ease`
              --> backlog.csv:1:1
              help: the file has no header `Simplicity`, which `--column` names; it has `id`, `title`, `customer_impact`, `business_impact`, `market_competitiveness`, `ease`
            1 error, no warnings
        ")
        .exit(1);
}

#[test]
fn a_header_that_the_file_does_not_have_is_told_in_japanese() {
    Case::new()
        .file("backlog.csv", "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,a,8,6,4,7
")
        .args(["rank", "backlog.csv", "--column", "ease=開発のしやすさ", "--lang", "ja"])
        .stderr("
            エラー[missing-column]: `実装の容易さ` (ease) の列がありません
              --> backlog.csv:1:1
              対処: `--column` で指定した見出し `開発のしやすさ` がファイルにないため、見出しを確認してください（ファイルの見出しは `ID`、`改善項目`、`顧客影響度`、`ビジネスインパクト`、`市場競争力`、`実装の容易さ`）
            エラー1件、警告0件
        ")
        .exit(1);
}

#[test]
fn headers_that_fit_another_model_are_recognised() {
    Case::new()
        .file("backlog.csv", TARGETS)
        .args(["rank", "backlog.csv"])
        .stderr("
            error[missing-column]: there is no column for `affected_customers`
              --> backlog.csv:1:1
              help: if one of the headers means it, pass `--column affected_customers=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `title`, `generality`, `persistence`, `severity`, `opportunity`, `difficulty`, `initial_cost`, `running_cost`
            error[missing-column]: there is no column for `business_impact`
              --> backlog.csv:1:1
              help: name its header in the same way; a ranking can do without it: `--weight business_impact=0`
            error[missing-column]: there is no column for `market_competitiveness`
              --> backlog.csv:1:1
              help: name its header in the same way; a ranking can do without it: `--weight market_competitiveness=0`
            error[missing-column]: there is no column for `ease`
              --> backlog.csv:1:1
              help: name its header in the same way; a ranking can do without it: `--weight ease=0`
            4 errors, no warnings
            note: the headers fit the model `target`: rank it with `--model target`
        ")
        .exit(1);
}

#[test]
fn headers_that_fit_another_model_are_recognised_in_japanese() {
    Case::new()
        .file("backlog.csv", TARGETS)
        .args(["rank", "backlog.csv", "--lang", "ja"])
        .stderr("
            エラー[missing-column]: `対象顧客数` (affected_customers) の列がありません
              --> backlog.csv:1:1
              対処: 該当する列があれば、`--column affected_customers=見出し` で指定するか、重み設定ファイルの `[columns]` に書いてください（ファイルの見出しは `id`、`title`、`generality`、`persistence`、`severity`、`opportunity`、`difficulty`、`initial_cost`、`running_cost`）
            エラー[missing-column]: `ビジネスインパクト` (business_impact) の列がありません
              --> backlog.csv:1:1
              対処: 同じ方法で見出しを指定してください。順位付けでこの評価軸を使わない場合は `--weight business_impact=0` を付けてください
            エラー[missing-column]: `市場競争力` (market_competitiveness) の列がありません
              --> backlog.csv:1:1
              対処: 同じ方法で見出しを指定してください。順位付けでこの評価軸を使わない場合は `--weight market_competitiveness=0` を付けてください
            エラー[missing-column]: `実装の容易さ` (ease) の列がありません
              --> backlog.csv:1:1
              対処: 同じ方法で見出しを指定してください。順位付けでこの評価軸を使わない場合は `--weight ease=0` を付けてください
            エラー4件、警告0件
            情報: 見出しはモデル `target` に合っています。順位をつけるには、`--model target` を付けてください
        ")
        .exit(1);
}
