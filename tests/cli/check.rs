//! `check`: the rules over a whole backlog, the verdict, the streams and the exit code, as a person at a terminal has them.
//!
//! A check that passes answers on standard output, and says what is wrong with a file on standard error, as every command
//! does; one that fails says everything on standard error. Excerpts are in `check_human`, rules in
//! `check_rules`, what a team decides about them in `check_policy` and `check_baseline`, forms for programs in
//! `check_formats`.

use super::harness::{BACKLOG, BACKLOG_JA, Case};

/// The header of the matrix; a case puts its rows below.
pub const HEADER: &str = "id,title,customer_impact,business_impact,market_competitiveness,ease\n";

/// An error, a warning and a note, each on a line of its own.
pub const FAULTS: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Download invoices in bulk,8,11,4,7
A-2,,9,7,6,4
A-3,Single sign-on,5,９,8,3
";

/// The same in Japanese.
pub const FAULTS_JA: &str = "\
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,請求書の一括ダウンロード,8,11,4,7
A-2,,9,7,6,4
A-3,シングルサインオン,5,９,8,3
";

/// No error: a fault of the file that is a warning, one that is a note, and three items that tie behind the first.
pub const WARNINGS: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,,8,6,4,7
A-2,Faster search,9,7,6,4
A-3,Single sign-on,5,9,8,3
A-4,Mobile notifications,６,4,7,6
A-5,Line numbers in import errors,8,5,3,9
";

/// The header and some rows.
pub fn rows(rows: &str) -> String {
    format!("{HEADER}{rows}")
}

#[test]
fn a_sound_backlog_passes() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["check", "backlog.csv"])
        .stdout(
            "
            no errors, no warnings
            Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 10
        ",
        )
        .exit(0);
}

#[test]
fn a_sound_backlog_passes_in_japanese() {
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stdout(
            "
            エラー0件、警告0件
            合格（backlog.csv、改善項目5件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ",
        )
        .exit(0);
}

#[test]
fn a_check_that_passes_answers_on_standard_output_and_tells_faults_on_standard_error() {
    Case::new()
        .file("backlog.csv", WARNINGS)
        .args(["check", "backlog.csv", "--top", "2"])
        .stdout("
            warning[tie-at-cutoff]: 3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5`
              --> backlog.csv:2:1
              2 | A-1,,8,6,4,7
                | ^^^
              help: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`

            no errors, 2 warnings, 1 note
            Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 2
            `tenbin check --explain CODE` says more about a rule
        ")
        .stderr("
            warning[blank-title]: the title of item `A-1` is blank
              --> backlog.csv:2:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              2 | A-1,,8,6,4,7
                |     ^
              help: say in a few words what the item improves

            note[full-width-digits]: `customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number
              --> backlog.csv:5:26
              help: type it in half-width characters, so that other tools read it as a number too

        ")
        .exit(0);
}

#[test]
fn a_check_that_passes_answers_on_standard_output_and_tells_faults_on_standard_error_in_japanese() {
    Case::new()
        .file("backlog.csv", WARNINGS)
        .args(["check", "backlog.csv", "--top", "2", "--lang", "ja"])
        .stdout("
            警告[tie-at-cutoff]: 2位に3件が並び、採用ライン（上位2件）で分かれてしまいます（`A-1`、`A-3`、`A-5`）
              --> backlog.csv:2:1
              2 | A-1,,8,6,4,7
                | ^^^
              対処: `[ranking]` の `tie_break` で同点のときに優先する評価軸を決めるか、`--top` で採用ラインを動かしてください

            エラー0件、警告2件、情報1件
            合格（backlog.csv、改善項目5件、モデル matrix、重みはモデルの既定値、採用ラインは上位2件）
            ルールの説明は `tenbin check --explain ルール名` で確認できます
        ")
        .stderr("
            警告[blank-title]: 改善項目 `A-1` のタイトルが空欄です
              --> backlog.csv:2:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              2 | A-1,,8,6,4,7
                |     ^
              対処: 何を改善するのかを短く書いてください

            情報[full-width-digits]: 改善項目 `A-4` の `customer_impact` の評価 `６` は全角ですが、数値として読み込みました
              --> backlog.csv:5:26
              対処: 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）

        ")
        .exit(0);
}

#[test]
fn a_check_that_fails_says_everything_on_standard_error() {
    Case::new()
        .file("backlog.csv", FAULTS)
        .args(["check", "backlog.csv"])
        .stderr("
            error[out-of-scale]: `business_impact` of item `A-1` is `11`, expected 1–10
              --> backlog.csv:2:33
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                          ---------------
              2 | A-1,Download invoices in bulk,8,11,4,7
                |                                 ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

            warning[blank-title]: the title of item `A-2` is blank
              --> backlog.csv:3:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              3 | A-2,,9,7,6,4
                |     ^
              help: say in a few words what the item improves

            note[full-width-digits]: `business_impact` of item `A-3` is `９`, in full-width characters: it was read as a number
              --> backlog.csv:4:22
              help: type it in half-width characters, so that other tools read it as a number too

            1 error, 1 warning, 1 note
            Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
}

#[test]
fn a_check_that_fails_says_everything_on_standard_error_in_japanese() {
    Case::new()
        .file("backlog.csv", FAULTS_JA)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr("
            エラー[out-of-scale]: 改善項目 `A-1` の `ビジネスインパクト` (business_impact) の評価 `11` は、尺度（1–10）の範囲外です
              --> backlog.csv:2:20
              1 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
                |                        ------------------
              2 | A-1,請求書の一括ダウンロード,8,11,4,7
                |                                ^^
              対処: 評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.business_impact]` に `scale = [0, 100]` のように尺度を書いてください

            警告[blank-title]: 改善項目 `A-2` のタイトルが空欄です
              --> backlog.csv:3:5
              1 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
                |    --------
              3 | A-2,,9,7,6,4
                |     ^
              対処: 何を改善するのかを短く書いてください

            情報[full-width-digits]: 改善項目 `A-3` の `ビジネスインパクト` (business_impact) の評価 `９` は全角ですが、数値として読み込みました
              --> backlog.csv:4:17
              対処: 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）

            エラー1件、警告1件、情報1件
            不合格（backlog.csv、改善項目3件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
            ルールの説明は `tenbin check --explain ルール名` で確認できます
        ")
        .exit(1);
}

#[test]
fn a_missing_rating_is_an_error_here_and_a_warning_to_rank() {
    let backlog = rows("A-1,a,8,6,4,7\nA-2,b,9,7,6,\n");
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv"])
        .stderr(
            "
                error[missing-rating]: item `A-2` has no rating for `ease`: it is not ranked
                  --> backlog.csv:3:13
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |                                                                 ----
                  3 | A-2,b,9,7,6,
                    |             ^
                  help: fill in the rating; a blank counts neither as 0 nor as anything else

                1 error, no warnings
                Failed: backlog.csv, 2 items, 1 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
    Case::new().file("backlog.csv", &backlog).args(["rank", "backlog.csv", "-q"]).any_output().exit(0);
}

#[test]
fn with_exit_zero_a_failed_check_ends_with_0() {
    Case::new()
        .file("backlog.csv", FAULTS)
        .args(["check", "backlog.csv", "--exit-zero"])
        .stdout("
            1 error, 1 warning, 1 note
            Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .stderr("
            error[out-of-scale]: `business_impact` of item `A-1` is `11`, expected 1–10
              --> backlog.csv:2:33
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                          ---------------
              2 | A-1,Download invoices in bulk,8,11,4,7
                |                                 ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

            warning[blank-title]: the title of item `A-2` is blank
              --> backlog.csv:3:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              3 | A-2,,9,7,6,4
                |     ^
              help: say in a few words what the item improves

            note[full-width-digits]: `business_impact` of item `A-3` is `９`, in full-width characters: it was read as a number
              --> backlog.csv:4:22
              help: type it in half-width characters, so that other tools read it as a number too

        ")
        .exit(0);
}

#[test]
fn warnings_fail_where_they_are_to() {
    Case::new()
        .file("backlog.csv", WARNINGS)
        .args(["check", "backlog.csv", "--top", "2", "--fail-on", "warning"])
        .stderr("
            warning[tie-at-cutoff]: 3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5`
              --> backlog.csv:2:1
              2 | A-1,,8,6,4,7
                | ^^^
              help: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`

            warning[blank-title]: the title of item `A-1` is blank
              --> backlog.csv:2:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              2 | A-1,,8,6,4,7
                |     ^
              help: say in a few words what the item improves

            note[full-width-digits]: `customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number
              --> backlog.csv:5:26
              help: type it in half-width characters, so that other tools read it as a number too

            no errors, 2 warnings, 1 note
            Failed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 2
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
}

#[test]
fn the_weights_file_says_what_fails_and_the_flag_wins() {
    let case = || Case::new().file("weights.toml", "[check]\nfail_on = \"warning\"\n").file("backlog.csv", WARNINGS);
    case()
        .args(["check", "backlog.csv", "-q"])
        .stderr(
            "
            warning[blank-title]: the title of item `A-1` is blank
              --> backlog.csv:2:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              2 | A-1,,8,6,4,7
                |     ^
              help: say in a few words what the item improves

            no errors, 1 warning, 1 note
            Failed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ",
        )
        .exit(1);
    case()
        .args(["check", "backlog.csv", "-q", "--fail-on", "error"])
        .stdout(
            "
                no errors, 1 warning, 1 note
                Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0);
    Case::new()
        .file("weights.toml", "[check]\nfail_on = \"error\"\n")
        .file("backlog.csv", WARNINGS)
        .args(["check", "backlog.csv", "-q", "--fail-on", "warning"])
        .any_output()
        .exit(1);
}

#[test]
fn the_cutoff_is_the_one_of_the_weights_file_and_the_flag_wins() {
    let case = || Case::new().file("weights.toml", "[check]\ntop = 2\n").file("backlog.csv", BACKLOG);
    case()
        .args(["check", "backlog.csv"])
        .stdout("
            warning[tie-at-cutoff]: 3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5`
              --> backlog.csv:2:1
              2 | A-1,Download invoices in bulk,8,6,4,7
                | ^^^
              help: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`

            no errors, 1 warning
            Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 2
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(0);
    case()
        .args(["check", "backlog.csv", "--top", "4"])
        .stdout(
            "
        no errors, no warnings
        Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 4
    ",
        )
        .exit(0);
}

#[test]
fn quiet_leaves_what_fails_and_the_verdict() {
    Case::new()
        .file("backlog.csv", WARNINGS)
        .args(["check", "backlog.csv", "--top", "2", "-q"])
        .stdout(
            "
                no errors, 2 warnings, 1 note
                Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 2
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0);
    Case::new()
        .file("backlog.csv", FAULTS)
        .args(["check", "backlog.csv", "-q"])
        .stderr("
            error[out-of-scale]: `business_impact` of item `A-1` is `11`, expected 1–10
              --> backlog.csv:2:33
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                          ---------------
              2 | A-1,Download invoices in bulk,8,11,4,7
                |                                 ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

            1 error, 1 warning, 1 note
            Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
}

#[test]
fn quiet_with_exit_zero_leaves_the_errors() {
    Case::new()
        .file("backlog.csv", FAULTS)
        .args(["check", "backlog.csv", "-q", "--exit-zero"])
        .stdout("
            1 error, 1 warning, 1 note
            Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .stderr("
            error[out-of-scale]: `business_impact` of item `A-1` is `11`, expected 1–10
              --> backlog.csv:2:33
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |                          ---------------
              2 | A-1,Download invoices in bulk,8,11,4,7
                |                                 ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

        ")
        .exit(0);
}

#[test]
fn a_file_in_human_form_holds_everything_and_is_not_coloured() {
    Case::new()
        .file("backlog.csv", WARNINGS)
        .args(["check", "backlog.csv", "--top", "2", "-o", "answer.txt", "--color", "always"])
        .exit(0)
        .left(
            "answer.txt",
            "
                warning[tie-at-cutoff]: 3 items share rank 2, and the cutoff at 2 parts them: `A-1`, `A-3`, `A-5`
                  --> backlog.csv:2:1
                  2 | A-1,,8,6,4,7
                    | ^^^
                  help: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`

                warning[blank-title]: the title of item `A-1` is blank
                  --> backlog.csv:2:5
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |    -----
                  2 | A-1,,8,6,4,7
                    |     ^
                  help: say in a few words what the item improves

                note[full-width-digits]: `customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number
                  --> backlog.csv:5:26
                  help: type it in half-width characters, so that other tools read it as a number too

                no errors, 2 warnings, 1 note
                Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 2
                `tenbin check --explain CODE` says more about a rule
            ",
        );
}

#[test]
fn the_ending_of_the_output_file_chooses_the_format() {
    let begins = [
        ("answer.txt", "error[out-of-scale]: "),
        ("answer", "error[out-of-scale]: "),
        ("answer.json", "{\n  \"schema_version\": 1,\n"),
        ("answer.sarif", "{\n  \"$schema\": "),
        ("answer.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites "),
        ("answer.md", "| Severity |"),
        ("answer.markdown", "| Severity |"),
        ("ANSWER.JSON", "{\n  \"schema_version\": 1,\n"),
    ];
    for (name, begin) in begins {
        let outcome = Case::new()
            .file("backlog.csv", FAULTS)
            .args(["check", "backlog.csv", "-o", name])
            .stderr_has(["Failed: backlog.csv"])
            .exit(1);
        let written = String::from_utf8_lossy(&outcome.bytes(name)).into_owned();
        assert!(written.starts_with(begin), "{name}: {written}");
        outcome.holds(&[name, "backlog.csv"]);
    }
}

#[test]
fn the_format_wins_over_the_ending() {
    let outcome = Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["check", "backlog.csv", "-o", "answer.txt", "-f", "markdown"])
        .exit(0);
    outcome.left(
        "answer.txt",
        r#"
        no errors, no warnings

        Passed: backlog.csv, 5 items; model matrix \(the model's own weights\), cutoff at 10
    "#,
    );
}

#[test]
fn an_ending_that_means_no_format_is_refused() {
    let case = || Case::new().file("backlog.csv", BACKLOG);
    case()
        .args(["check", "backlog.csv", "-o", "answer.docx"])
        .stderr("error: the ending of `answer.docx` means no format; say which with --format: `human`, `json`, `github`, `gitlab`, `sarif`, `junit`, `markdown`\n")
        .exit(2)
        .holds(&["backlog.csv"]);
    case()
        .args(["check", "backlog.csv", "-o", "answer.docx", "--lang", "ja"])
        .stderr("エラー: `answer.docx` の拡張子からは出力形式がわかりません。--format で指定してください：`human`、`json`、`github`、`gitlab`、`sarif`、`junit`、`markdown`\n")
        .exit(2);
    case()
        .args(["check", "backlog.csv", "-f", "csv"])
        .stderr("error: there is no format `csv`; there are `human`, `json`, `github`, `gitlab`, `sarif`, `junit`, `markdown`\n")
        .exit(2);
}

#[test]
fn no_file_that_is_read_is_written_over() {
    let case = || {
        Case::new().file("backlog.csv", BACKLOG).file(
            "weights.toml",
            "[weights]\nease = 1\ncustomer_impact = 1\nbusiness_impact = 1\nmarket_competitiveness = 1\n",
        )
    };
    case()
        .args(["check", "backlog.csv", "-f", "json", "-o", "backlog.csv"])
        .stderr("error: backlog.csv is a file that is being read: write to another one\n")
        .exit(2)
        .left("backlog.csv", BACKLOG);
    case()
        .args(["check", "backlog.csv", "-f", "json", "-o", "./weights.toml", "--lang", "ja"])
        .stderr("エラー: ./weights.toml は入力に使っているファイルです。別のファイルに書き出してください\n")
        .exit(2);
    case()
        .file("known.toml", "")
        .args(["check", "backlog.csv", "--baseline", "known.toml", "-f", "json", "-o", "known.toml"])
        .stderr("error: known.toml is a file that is being read: write to another one\n")
        .exit(2)
        .left("known.toml", "");
}

#[test]
fn an_output_file_that_cannot_be_written_leaves_no_trace() {
    Case::new()
        .file("backlog.csv", FAULTS)
        .args(["check", "backlog.csv", "-o", "none/answer.json"])
        .stderr(
            "
                1 error, 1 warning, 1 note
                Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
                error: there is no folder none
            ",
        )
        .exit(2)
        .holds(&["backlog.csv"]);
}

#[test]
fn without_a_file_it_says_how_to_name_one() {
    Case::new().args(["check"]).stderr("no file given; to check a backlog: tenbin check backlog.csv\n").exit(2);
    Case::new()
        .args(["check", "--lang", "ja"])
        .stderr("ファイルを指定してください（例: tenbin check backlog.csv）\n")
        .exit(2);
}

#[test]
fn a_file_that_cannot_be_read_stops_the_whole_run() {
    let case = || Case::new().file("backlog.csv", FAULTS);
    case().args(["check", "backlog.csv", "none.csv"]).stderr("error: cannot read none.csv: no such file\n").exit(2);
    case()
        .args(["check", "none.csv", "backlog.csv", "-f", "json"])
        .stderr("error: cannot read none.csv: no such file\n")
        .exit(2);
    case().args(["check", "."]).stderr("error: cannot read .: it is a folder\n").exit(2);
    case()
        .args(["check", "none.csv", "--exit-zero", "--lang", "ja"])
        .stderr("エラー: none.csv を読み込めません：ファイルがありません\n")
        .exit(2);
}

#[test]
fn a_cutoff_of_0_is_refused() {
    let case = || Case::new().file("backlog.csv", BACKLOG);
    case().args(["check", "backlog.csv", "--top", "0"]).stderr("error: --top takes a number from 1 up\n").exit(2);
    case()
        .args(["check", "backlog.csv", "--top", "0", "--lang", "ja"])
        .stderr("エラー: --top には1以上の数を指定してください\n")
        .exit(2);
    case()
        .args(["check", "backlog.csv", "--fail-on", "note"])
        .stderr(
            "
            error: `note` is not a value of `--fail-on`, expected `error`, `warning`
              examples and all options: `tenbin check --help`
        ",
        )
        .exit(2);
    case()
        .args(["check", "backlog.csv", "--fail-on", "note", "--lang", "ja"])
        .stderr(
            "
            エラー: `note` は `--fail-on` の値として使えません。使える値：`error`、`warning`
              例とオプションの一覧：`tenbin check --help`
        ",
        )
        .exit(2);
}

#[test]
fn files_are_told_in_their_order_and_errors_first() {
    Case::new()
        .file("z.csv", WARNINGS)
        .file("a.csv", rows("A-1,a,11,6,4,7\n"))
        .file("m.csv", rows("A-1,a,12,6,4,7\n"))
        .args(["check", "z.csv", "m.csv", "a.csv"])
        .stderr("
            error[out-of-scale]: `customer_impact` of item `A-1` is `12`, expected 1–10
              --> m.csv:2:7
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |          ---------------
              2 | A-1,a,12,6,4,7
                |       ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.customer_impact]`

            error[out-of-scale]: `customer_impact` of item `A-1` is `11`, expected 1–10
              --> a.csv:2:7
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |          ---------------
              2 | A-1,a,11,6,4,7
                |       ^^

            warning[blank-title]: the title of item `A-1` is blank
              --> z.csv:2:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              2 | A-1,,8,6,4,7
                |     ^
              help: say in a few words what the item improves

            note[full-width-digits]: `customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number
              --> z.csv:5:26
              help: type it in half-width characters, so that other tools read it as a number too

            2 errors, 1 warning, 1 note
            Failed: 3 files, 7 items, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
}

#[test]
fn the_same_findings_in_two_files_are_told_for_each() {
    Case::new()
        .file("a.csv", WARNINGS)
        .file("b.csv", WARNINGS)
        .args(["check", "a.csv", "b.csv", "--top", "2", "--lang", "ja"])
        .stdout("
            警告[tie-at-cutoff]: 2位に3件が並び、採用ライン（上位2件）で分かれてしまいます（`A-1`、`A-3`、`A-5`）
              --> a.csv:2:1
              2 | A-1,,8,6,4,7
                | ^^^
              対処: `[ranking]` の `tie_break` で同点のときに優先する評価軸を決めるか、`--top` で採用ラインを動かしてください

            警告[tie-at-cutoff]: 2位に3件が並び、採用ライン（上位2件）で分かれてしまいます（`A-1`、`A-3`、`A-5`）
              --> b.csv:2:1
              2 | A-1,,8,6,4,7
                | ^^^

            エラー0件、警告4件、情報2件
            合格（2ファイル、改善項目10件、モデル matrix、重みはモデルの既定値、採用ラインは上位2件）
            ルールの説明は `tenbin check --explain ルール名` で確認できます
        ")
        .stderr("
            警告[blank-title]: 改善項目 `A-1` のタイトルが空欄です
              --> a.csv:2:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              2 | A-1,,8,6,4,7
                |     ^
              対処: 何を改善するのかを短く書いてください

            警告[blank-title]: 改善項目 `A-1` のタイトルが空欄です
              --> b.csv:2:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              2 | A-1,,8,6,4,7
                |     ^

            情報[full-width-digits]: 改善項目 `A-4` の `customer_impact` の評価 `６` は全角ですが、数値として読み込みました
              --> a.csv:5:26
              対処: 半角で入力し直してください（ほかのツールでは数値とみなされないことがあります）
            情報[full-width-digits]: 改善項目 `A-4` の `customer_impact` の評価 `６` は全角ですが、数値として読み込みました
              --> b.csv:5:26

        ")
        .exit(0);
}

#[test]
fn a_file_that_is_no_text_does_not_keep_the_others_from_being_checked() {
    Case::new()
        .file("book.csv", b"PK\x03\x04\x14\x00\x06\x00")
        .file("backlog.csv", WARNINGS)
        .args(["check", "book.csv", "backlog.csv"])
        .stderr("
            error[broken-workbook]: the workbook is cut off or damaged: the list of its parts can't be read
              --> book.csv
              help: download or copy the file again, and check its size

            warning[blank-title]: the title of item `A-1` is blank
              --> backlog.csv:2:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              2 | A-1,,8,6,4,7
                |     ^
              help: say in a few words what the item improves

            note[full-width-digits]: `customer_impact` of item `A-4` is `６`, in full-width characters: it was read as a number
              --> backlog.csv:5:26
              help: type it in half-width characters, so that other tools read it as a number too

            1 error, 1 warning, 1 note
            Failed: 2 files, 5 items, not read; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
}

#[test]
fn standard_input_has_the_name_that_it_is_given() {
    Case::new()
        .stdin(FAULTS_JA)
        .args(["check", "-", "--stdin-name", "data/改善項目.csv", "-q"])
        .stderr("
            error[out-of-scale]: `ビジネスインパクト` (business_impact) of item `A-1` is `11`, expected 1–10
              --> data/改善項目.csv:2:20
              1 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
                |                        ------------------
              2 | A-1,請求書の一括ダウンロード,8,11,4,7
                |                                ^^
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

            1 error, 1 warning, 1 note
            Failed: data/改善項目.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
    Case::new()
        .stdin(BACKLOG)
        .args(["check", "-"])
        .stdout(
            "
        no errors, no warnings
        Passed: -, 5 items; model matrix (the model's own weights), cutoff at 10
    ",
        )
        .exit(0);
    Case::new().stdin("").args(["check", "-"]).stderr("error: nothing came on standard input\n").exit(2);
}

#[test]
fn headers_that_fit_another_model_are_told() {
    Case::new()
        .file("ice.csv", "id,title,impact,confidence,ease\nA-1,a,9,3,5\n")
        .args(["check", "ice.csv"])
        .stderr("
            note: the headers fit the model `ice`: rank it with `--model ice`
            error[missing-column]: there is no column for `customer_impact`
              --> ice.csv:1:1
              1 | id,title,impact,confidence,ease
                | ^
              help: add the column, or all of its parts (`affected_customers`, `severity`); or name its header with `--column customer_impact=HEADER`

            error[missing-column]: there is no column for `business_impact`
              --> ice.csv:1:1
              1 | id,title,impact,confidence,ease
                | ^
              help: if one of the headers means it, pass `--column business_impact=HEADER` or write it under `[columns]` in the weights file; the file has `id`, `title`, `impact`, `confidence`, `ease`

            error[missing-column]: there is no column for `market_competitiveness`
              --> ice.csv:1:1
              1 | id,title,impact,confidence,ease
                | ^
              help: name its header in the same way; a ranking can do without it: `--weight market_competitiveness=0`

            3 errors, no warnings
            Failed: ice.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ")
        .exit(1);
}

#[test]
fn a_warning_about_the_weights_file_is_said_once() {
    let weights = "\
model = \"own\"
[models.own]
combine = \"mean\"
of = [\"a\", \"b\"]
[criteria.a]
scale = [1, 5]
[criteria.b]
scale = [1, 10]
";
    let backlog = "id,title,a,b\nA-1,x,5,7\nA-2,y,4,9\n";
    let case = Case::new().file("weights.toml", weights).file("one.csv", backlog).file("two.csv", backlog);
    let err = case.args(["check", "one.csv", "two.csv"]).any_output().exit(0).err();
    assert_eq!(err.matches("warning[mixed-scales]").count(), 1, "{err}");
}

#[cfg(unix)]
mod streams {
    use super::{BACKLOG, Case, FAULTS, rows};

    const FORMATS: [&str; 6] = ["json", "github", "gitlab", "sarif", "junit", "markdown"];

    /// More than a pipe holds.
    fn vast() -> String {
        rows(&(1..=2000).map(|number| format!("A-{number},,11,6,4,7\n")).collect::<String>())
    }

    #[test]
    fn a_reader_that_goes_away_changes_neither_the_verdict_nor_what_is_said() {
        for format in FORMATS {
            let script = format!("{{ $T check backlog.csv --limit 0 -f {format}; echo $? >code; }} | true");
            Case::shell(&script).file("backlog.csv", vast()).exit(0).left("code", "1\n");
            let script = format!("{{ $T check backlog.csv -f {format}; echo $? >code; }} | true");
            Case::shell(&script).file("backlog.csv", BACKLOG).exit(0).left("code", "0\n");
        }
        let script = "{ $T check backlog.csv --limit 0 2>&1; echo $? >code; } | true";
        Case::shell(script).file("backlog.csv", vast()).exit(0).left("code", "1\n");
        let script = "{ $T check backlog.csv --limit 0 --exit-zero 2>&1; echo $? >code; } | true";
        Case::shell(script).file("backlog.csv", vast()).exit(0).left("code", "0\n");
        let script = "{ $T check --list; echo $? >code; } | true";
        Case::shell(script).exit(0).left("code", "0\n");
    }

    #[test]
    fn the_verdict_stands_where_a_stream_is_closed() {
        for (backlog, code) in [(FAULTS, 1), (BACKLOG, 0)] {
            for format in FORMATS {
                let script = format!("$T check backlog.csv -f {format} >&-");
                Case::shell(&script).file("backlog.csv", backlog).exit(code);
            }
            Case::shell("$T check backlog.csv >&- 2>&-").file("backlog.csv", backlog).exit(code);
        }
    }

    #[test]
    fn a_failed_check_is_told_through_one_pipe_in_order() {
        Case::shell("$T check backlog.csv -q 2>&1")
            .file("backlog.csv", FAULTS)
            .stdout("
                error[out-of-scale]: `business_impact` of item `A-1` is `11`, expected 1–10
                  --> backlog.csv:2:33
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |                          ---------------
                  2 | A-1,Download invoices in bulk,8,11,4,7
                    |                                 ^^
                  help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.business_impact]`

                1 error, 1 warning, 1 note
                Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ")
            .exit(1);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_is_an_error_of_the_run() {
        let refusal = "error: cannot write to standard output: no space left on the device\n";
        for format in FORMATS {
            for backlog in [FAULTS, BACKLOG] {
                let script = format!("$T check backlog.csv -f {format} >/dev/full");
                Case::shell(&script).file("backlog.csv", backlog).stderr(refusal).exit(2);
            }
        }
        Case::shell("$T check backlog.csv >/dev/full").file("backlog.csv", BACKLOG).stderr(refusal).exit(2);
        // What fails goes to standard error: nobody can be told that it is full.
        Case::shell("$T check backlog.csv 2>/dev/full").file("backlog.csv", FAULTS).exit(1);
        Case::shell("$T check backlog.csv -o /dev/full")
            .file("backlog.csv", BACKLOG)
            .stderr("error: cannot write /dev/full: no space left on the device\n")
            .exit(2);
    }
}
