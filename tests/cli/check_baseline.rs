//! The baseline of `check`: findings that were there when a team began, so that only new ones fail, and those that are
//! gone can't come back unseen.

use super::check::{HEADER, rows};
use super::check_policy::GAPS;
use super::harness::{BACKLOG, Case};

/// What the backlog's faults are once they are known.
const KNOWN: &str = "\
[[finding]]
file = \"backlog.csv\"
rule = \"missing-rating\"
id = \"A-3\"
criterion = \"ease\"
count = 1

[[finding]]
file = \"backlog.csv\"
rule = \"missing-rating\"
id = \"A-4\"
criterion = \"business_impact\"
count = 1
";

#[test]
fn a_baseline_is_written_and_read_back() {
    let case = || Case::new().file("backlog.csv", GAPS);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml", "--update-baseline"])
        .stdout(
            "
                no errors, 1 warning
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .stderr(
            "
            note: known.toml knows 2 findings now: they don't fail any more
            warning[blank-title]: the title of item `A-2` is blank
              --> backlog.csv:3:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              3 | A-2,,9,7,6,4
                |     ^
              help: say in a few words what the item improves

        ",
        )
        .exit(0)
        .holds(&["backlog.csv", "known.toml"])
        .left("known.toml", KNOWN);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml", "--update-baseline", "--lang", "ja"])
        .stdout(
            "
                エラー0件、警告1件
                合格（backlog.csv、改善項目5件、うち順位ありは3件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .stderr(
            "
            情報: known.toml に指摘2件を記録しました（今後は不合格になりません）
            警告[blank-title]: 改善項目 `A-2` のタイトルが空欄です
              --> backlog.csv:3:5
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |    -----
              3 | A-2,,9,7,6,4
                |     ^
              対処: 何を改善するのかを短く書いてください

        ",
        )
        .exit(0);
    let known = || case().file("known.toml", KNOWN);
    known()
        .args(["check", "backlog.csv", "--baseline", "known.toml", "-q"])
        .stdout(
            "
                no errors, 1 warning (2 known from the baseline)
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0);
    known()
        .args(["check", "./backlog.csv", "--baseline", "known.toml", "-q", "--lang", "ja"])
        .stdout(
            "
                エラー0件、警告1件（ベースラインにあるもの2件）
                合格（./backlog.csv、改善項目5件、うち順位ありは3件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(0);
    // Written again, it is the same to the byte.
    known()
        .args(["check", "./backlog.csv", "--baseline", "known.toml", "--update-baseline", "-q"])
        .stdout(
            "
                no errors, 1 warning
                Passed: ./backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0)
        .left("known.toml", KNOWN);
}

#[test]
fn a_baseline_knows_as_much_as_fails() {
    let outcome = Case::new()
        .file("backlog.csv", GAPS)
        .args(["check", "backlog.csv", "--baseline", "known.toml", "--update-baseline", "--fail-on", "warning", "-q"])
        .stdout(
            "
                no errors, no warnings
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
            ",
        )
        .exit(0);
    let blank = "\n[[finding]]\nfile = \"backlog.csv\"\nrule = \"blank-title\"\nid = \"A-2\"\ncount = 1\n";
    outcome.left("known.toml", &format!("{KNOWN}{blank}"));
}

#[test]
fn a_new_finding_fails_and_one_that_is_gone_fails_at_its_entry() {
    let mended = GAPS.replace("A-4,Mobile notifications,6,,7,6", "A-4,Mobile notifications,6,4,,6");
    let case = || Case::new().file("backlog.csv", &mended).file("known.toml", KNOWN);
    case().args(["check", "backlog.csv", "--baseline", "known.toml"]).stderr("
        error[resolved-finding]: the baseline still knows a finding of `missing-rating` for item `A-4` in `backlog.csv` that is gone
          --> known.toml:8:1
          help: run the command again with `--update-baseline`, so that it can't come back unseen

        error[missing-rating]: item `A-4` has no rating for `market_competitiveness`: it is not ranked
          --> backlog.csv:5:30
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |                                          ----------------------
          5 | A-4,Mobile notifications,6,4,,6
            |                              ^
          help: fill in the rating; a blank counts neither as 0 nor as anything else

        warning[blank-title]: the title of item `A-2` is blank
          --> backlog.csv:3:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          3 | A-2,,9,7,6,4
            |     ^
          help: say in a few words what the item improves

        2 errors, 1 warning (1 known from the baseline)
        Failed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").exit(1);
    case().args(["check", "backlog.csv", "--baseline", "known.toml", "--lang", "ja"]).stderr("
        エラー[resolved-finding]: ベースラインに、`backlog.csv` の改善項目 `A-4` でもう見つからない `missing-rating` の指摘が残っています
          --> known.toml:8:1
          対処: 気付かずに再発することのないよう、`--update-baseline` を付けて実行し直してください

        エラー[missing-rating]: 改善項目 `A-4` は `market_competitiveness` の評価がないため、順位の対象外です
          --> backlog.csv:5:30
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |                                          ----------------------
          5 | A-4,Mobile notifications,6,4,,6
            |                              ^
          対処: 評価を入力してください（空欄を0などの値とみなすことはありません）

        警告[blank-title]: 改善項目 `A-2` のタイトルが空欄です
          --> backlog.csv:3:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          3 | A-2,,9,7,6,4
            |     ^
          対処: 何を改善するのかを短く書いてください

        エラー2件、警告1件（ベースラインにあるもの1件）
        不合格（backlog.csv、改善項目5件、うち順位ありは3件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(1);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml", "--update-baseline", "-q"])
        .stdout(
            "
                no errors, 1 warning
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0)
        .left("known.toml", &KNOWN.replace("business_impact", "market_competitiveness"));
}

#[test]
fn what_is_gone_is_told_of_a_rule_without_items_too() {
    let known = "[[finding]]\nfile = \"backlog.csv\"\nrule = \"second-table\"\n";
    let case = || Case::new().file("backlog.csv", BACKLOG).file("known.toml", known);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml"])
        .stderr(
            "
        error[resolved-finding]: the baseline still knows a finding of `second-table` in `backlog.csv` that is gone
          --> known.toml:1:1
          help: run the command again with `--update-baseline`, so that it can't come back unseen

        1 error, no warnings
        Failed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ",
        )
        .exit(1);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml", "--lang", "ja"])
        .stderr(
            "
        エラー[resolved-finding]: ベースラインに、`backlog.csv` でもう見つからない `second-table` の指摘が残っています
          --> known.toml:1:1
          対処: 気付かずに再発することのないよう、`--update-baseline` を付けて実行し直してください

        エラー1件、警告0件
        不合格（backlog.csv、改善項目5件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ",
        )
        .exit(1);
}

#[test]
fn rows_may_move() {
    let mut lines: Vec<&str> = GAPS.lines().collect();
    lines[1..].reverse();
    Case::new()
        .file("backlog.csv", lines.join("\n"))
        .file("known.toml", KNOWN)
        .args(["check", "backlog.csv", "--baseline", "known.toml", "-q"])
        .stdout(
            "
                no errors, 1 warning (2 known from the baseline)
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0);
}

#[test]
fn a_finding_is_known_as_often_as_it_was_there() {
    let known =
        |count: &str| format!("[[finding]]\nfile = \"backlog.csv\"\nrule = \"duplicate-id\"\nid = \"A-1\"\n{count}");
    let backlog = |rows: &str| format!("{HEADER}A-1,a,8,6,4,7\n{rows}");
    let case = |rows: &str, count: &str| {
        let case = Case::new().file("backlog.csv", backlog(rows)).file("known.toml", known(count));
        case.args(["check", "backlog.csv", "--baseline", "known.toml", "-q"])
    };
    case("A-1,b,8,6,4,6\n", "")
        .stdout(
            "
                no errors, no warnings, 1 note (1 known from the baseline)
                Passed: backlog.csv, 2 items; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0);
    case("A-1,b,8,6,4,6\nA-1,c,8,6,4,5\n", "count = 2\n")
        .stdout(
            "
                no errors, 3 warnings, 2 notes (2 known from the baseline)
                Passed: backlog.csv, 3 items; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0);
    // The third of the id is the second finding.
    case("A-1,b,8,6,4,6\nA-1,c,8,6,4,5\n", "")
        .stderr(
            "
                error[duplicate-id]: the id `A-1` is taken: line 2 has it too
                  --> backlog.csv:4:1
                  4 | A-1,c,8,6,4,5
                    | ^^^
                  help: give each item an id of its own; if it is the same item, delete one of the rows

                1 error, no warnings (1 known from the baseline)
                Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
    // One of two is gone.
    case("A-1,b,8,6,4,6\n", "count = 2\n").stderr("
        error[resolved-finding]: the baseline still knows a finding of `duplicate-id` for item `A-1` in `backlog.csv` that is gone
          --> known.toml:1:1
          help: run the command again with `--update-baseline`, so that it can't come back unseen

        1 error, no warnings, 1 note (1 known from the baseline)
        Failed: backlog.csv, 2 items; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").exit(1);
}

#[test]
fn entries_of_a_file_that_is_not_checked_are_neither_gone_nor_counted() {
    let known =
        format!("{KNOWN}\n[[finding]]\nfile = \"other.csv\"\nrule = \"duplicate-id\"\nid = \"A-1\"\ncount = 1\n");
    let case = || Case::new().file("backlog.csv", GAPS).file("other.csv", BACKLOG).file("known.toml", &known);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml", "-q"])
        .stdout(
            "
                no errors, 1 warning (2 known from the baseline)
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0);
    case().args(["check", "other.csv", "--baseline", "known.toml"]).stderr("
        error[resolved-finding]: the baseline still knows a finding of `duplicate-id` for item `A-1` in `other.csv` that is gone
          --> known.toml:15:1
          help: run the command again with `--update-baseline`, so that it can't come back unseen

        1 error, no warnings
        Failed: other.csv, 5 items; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").exit(1);
}

#[test]
fn what_could_not_be_looked_for_is_not_gone() {
    // The rank that a finding about the cutoff needs was never given.
    let known = "[[finding]]\nfile = \"backlog.csv\"\nrule = \"tie-at-cutoff\"\n";
    Case::new()
        .file("backlog.csv", rows("A-1,a,80,6,4,7\n"))
        .file("known.toml", known)
        .args(["check", "backlog.csv", "--baseline", "known.toml"])
        .stderr_has(["\n1 error, no warnings\n"])
        .exit(1);
}

#[test]
fn an_update_keeps_the_entries_of_files_that_were_not_checked() {
    let other = "\n[[finding]]\nfile = \"other.csv\"\nrule = \"duplicate-id\"\nid = \"A-1\"\ncount = 1\n";
    Case::new()
        .file("backlog.csv", GAPS)
        .file("other.csv", rows("A-1,a,8,6,4,7\nA-1,b,8,6,4,6\n"))
        .file("known.toml", format!("{KNOWN}{other}"))
        .args(["check", "backlog.csv", "--baseline", "known.toml", "--update-baseline", "-q"])
        .any_output()
        .exit(0)
        .left("known.toml", &format!("{KNOWN}{other}"));
}

#[test]
fn an_update_is_never_written_over_a_file_that_is_read() {
    let case = || Case::new().file("backlog.csv", GAPS).file("weights.toml", "[check]\ntop = 3\n");
    case()
        .args(["check", "backlog.csv", "--baseline", "backlog.csv", "--update-baseline"])
        .stderr(r#"
            error[bad-toml]: this is not valid TOML: key with no value, expected `=`, at `id,title,customer_impact,business_impact…`
              --> backlog.csv:1:3
              1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                |   ^
              help: put texts in quotes (`"◎" = 9`), write each key once, and close every bracket and quote

            1 error, no warnings
            Not checked: the weights, the scenario or the baseline can't be used
            `tenbin check --explain CODE` says more about a rule
        "#)
        .exit(2)
        .left("backlog.csv", GAPS);
    case()
        .args(["check", "backlog.csv", "--baseline", "./weights.toml", "--update-baseline", "--lang", "ja"])
        .stderr(
            "
                エラー[unknown-key]: `check` は、ここでは使えない名前です
                  --> ./weights.toml:1:2
                  1 | [check]
                    |  ^
                  対処: 次のいずれかを使ってください：`finding`

                エラー1件、警告0件
                重み、シナリオ、ベースラインのいずれかが使えないため、点検できませんでした
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(2)
        .left("weights.toml", "[check]\ntop = 3\n");
    case()
        .args(["check", "backlog.csv", "--baseline", "none/known.toml", "--update-baseline"])
        .stderr("error: there is no folder none\n")
        .exit(2);
    case()
        .args(["check", "backlog.csv", "--baseline", ".", "--update-baseline"])
        .stderr("error: cannot write .: it is a folder\n")
        .exit(2);
}

#[test]
fn the_answer_is_not_written_over_the_new_baseline() {
    Case::new()
        .file("backlog.csv", GAPS)
        .args([
            "check",
            "backlog.csv",
            "--baseline",
            "known.toml",
            "--update-baseline",
            "-f",
            "json",
            "-o",
            "known.toml",
        ])
        .any_output()
        .exit(2);
}

#[test]
fn an_update_needs_a_baseline() {
    let case = || Case::new().file("backlog.csv", BACKLOG);
    case()
        .args(["check", "backlog.csv", "--update-baseline"])
        .stderr(
            "
        error: `--baseline` is missing
          examples and all options: `tenbin check --help`
    ",
        )
        .exit(2);
    case()
        .args(["check", "backlog.csv", "--update-baseline", "--lang", "ja"])
        .stderr(
            "
        エラー: `--baseline` が指定されていません
          例とオプションの一覧：`tenbin check --help`
    ",
        )
        .exit(2);
}

#[test]
fn a_baseline_that_cannot_be_read_is_an_error() {
    let case = || Case::new().file("backlog.csv", BACKLOG);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml"])
        .stderr("error: cannot read known.toml: no such file\n")
        .exit(2);
    case().args(["check", "backlog.csv", "--baseline", "."]).stderr("error: cannot read .: it is a folder\n").exit(2);
    case()
        .file("known.toml", b"\xff\xfe")
        .args(["check", "backlog.csv", "--baseline", "known.toml"])
        .stderr_has(["error[wrong-encoding]: there is a byte that is not valid UTF-8\n  --> known.toml:1:1\n"])
        .exit(2);
    case()
        .file("known.toml", "[[finding]\nfile = \"x\"\n")
        .args(["check", "backlog.csv", "--baseline", "known.toml", "--lang", "ja"])
        .stderr(
            r#"
                エラー[bad-toml]: TOML の書き方に誤りがあります（unclosed array table, expected `]`）：`[[finding]`
                  --> known.toml:1:11
                  1 | [[finding]
                    |           ^
                  対処: 文字列は `"◎" = 9` のように引用符で囲み、同じキーは1回だけ書き、括弧と引用符は必ず閉じてください

                エラー1件、警告0件
                重み、シナリオ、ベースラインのいずれかが使えないため、点検できませんでした
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            "#,
        )
        .exit(2);
}

#[test]
fn an_empty_baseline_knows_nothing() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("known.toml", "")
        .args(["check", "backlog.csv", "--baseline", "known.toml"])
        .stdout(
            "
            no errors, no warnings
            Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 10
        ",
        )
        .exit(0);
}

#[test]
fn every_fault_of_a_baseline_is_told() {
    let known = "\
[[finding]]
file = \"backlog.csv\"
rule = \"missing-ratin\"

[[finding]]
file = 3
rule = \"nonsense\"

[[finding]]
rule = \"missing-rating\"

[[finding]]
file = \"backlog.csv\"

[[finding]]
file = \"backlog.csv\"
rule = \"missing-rating\"
line = 3
";
    let case = || Case::new().file("backlog.csv", BACKLOG).file("known.toml", known);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml"])
        .stderr(
            r#"
                error[unknown-rule]: there is no rule `missing-ratin`
                  --> known.toml:3:8
                  3 | rule = "missing-ratin"
                    |        ^
                  help: write `missing-rating`, if that is meant

                error[wrong-type]: `file` must be a text in quotes
                  --> known.toml:6:8
                  6 | file = 3
                    |        ^
                  help: write `"text"`, with the quotes

                error[unknown-rule]: there is no rule `nonsense`
                  --> known.toml:7:8
                  7 | rule = "nonsense"
                    |        ^
                  help: `tenbin check --list` names them all

                error[missing-key]: `file` is missing in `[[finding]]`
                  --> known.toml:9:1
                  9 | [[finding]]
                    | ^
                  help: add it

                error[missing-key]: `rule` is missing in `[[finding]]`
                  --> known.toml:12:1
                  12 | [[finding]]
                     | ^

                error[unknown-key]: `line` is not known here
                  --> known.toml:18:1
                  18 | line = 3
                     | ^
                  help: use one of these: `file`, `rule`, `id`, `criterion`, `count`

                6 errors, no warnings
                Not checked: the weights, the scenario or the baseline can't be used
                `tenbin check --explain CODE` says more about a rule
            "#,
        )
        .exit(2);
    case()
        .args(["check", "backlog.csv", "--baseline", "known.toml", "--lang", "ja"])
        .stderr(
            r#"
                エラー[unknown-rule]: ルール `missing-ratin` はありません
                  --> known.toml:3:8
                  3 | rule = "missing-ratin"
                    |        ^
                  対処: `missing-rating` のことであれば、そう書いてください

                エラー[wrong-type]: `file` は引用符付きの文字列で書く必要があります
                  --> known.toml:6:8
                  6 | file = 3
                    |        ^
                  対処: `"文字列"` のように引用符で囲んでください

                エラー[unknown-rule]: ルール `nonsense` はありません
                  --> known.toml:7:8
                  7 | rule = "nonsense"
                    |        ^
                  対処: `tenbin check --list` で、すべてのルールを確認できます

                エラー[missing-key]: `[[finding]]` に `file` がありません
                  --> known.toml:9:1
                  9 | [[finding]]
                    | ^
                  対処: 追加してください

                エラー[missing-key]: `[[finding]]` に `rule` がありません
                  --> known.toml:12:1
                  12 | [[finding]]
                     | ^

                エラー[unknown-key]: `line` は、ここでは使えない名前です
                  --> known.toml:18:1
                  18 | line = 3
                     | ^
                  対処: 次のいずれかを使ってください：`file`、`rule`、`id`、`criterion`、`count`

                エラー6件、警告0件
                重み、シナリオ、ベースラインのいずれかが使えないため、点検できませんでした
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            "#,
        )
        .exit(2);
    case().args(["check", "backlog.csv", "--baseline", "known.toml", "-f", "github"]).stdout(r#"
        ::error file=known.toml,line=3,col=8,title=unknown-rule::there is no rule `missing-ratin`%0Ahelp: write `missing-rating`, if that is meant
        ::error file=known.toml,line=6,col=8,title=wrong-type::`file` must be a text in quotes%0Ahelp: write `"text"`, with the quotes
        ::error file=known.toml,line=7,col=8,title=unknown-rule::there is no rule `nonsense`%0Ahelp: `tenbin check --list` names them all
        ::error file=known.toml,line=9,col=1,title=missing-key::`file` is missing in `[[finding]]`%0Ahelp: add it
        ::error file=known.toml,line=12,col=1,title=missing-key::`rule` is missing in `[[finding]]`%0Ahelp: add it
        ::error file=known.toml,line=18,col=1,title=unknown-key::`line` is not known here%0Ahelp: use one of these: `file`, `rule`, `id`, `criterion`, `count`
        6 errors, no warnings
        Not checked: the weights, the scenario or the baseline can't be used
    "#).exit(2);
}

#[test]
fn a_bad_count_is_told_with_its_own_cure_and_in_its_place() {
    let known = "\
[[finding]]
file = \"backlog.csv\"
rule = \"missing-rating\"
count = 0
line = 3

[findings]
x = 1
";
    let case = Case::new().file("backlog.csv", BACKLOG).file("known.toml", known);
    let err = case.args(["check", "backlog.csv", "--baseline", "known.toml"]).any_output().exit(2).err();
    let places: Vec<&str> = err.lines().filter_map(|line| line.strip_prefix("  --> ")).collect();
    assert_eq!(places, ["known.toml:4:9", "known.toml:5:1", "known.toml:7:2"], "{err}");
    assert!(!err.contains("top = 10"), "{err}");
}
