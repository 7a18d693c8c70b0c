//! What a team decides about the findings of `check`, in the weights file: levels, exceptions, settings.

use super::check::rows;
use super::harness::Case;

/// Two blanks, a title that is missing, and a rating with decimals.
pub const GAPS: &str = "\
id,title,customer_impact,business_impact,market_competitiveness,ease
A-1,Download invoices in bulk,8,6,4,7
A-2,,9,7,6,4
A-3,Single sign-on,5,9,8,
A-4,Mobile notifications,6,,7,6
A-5,Line numbers in import errors,8.5,5,3,9
";

/// A folder with the backlog and a weights file.
fn folder(weights: &str) -> Case {
    Case::new().file("backlog.csv", GAPS).file("weights.toml", weights)
}

#[test]
fn a_rule_can_be_raised_lowered_turned_on_and_turned_off() {
    let raised = "[check.rules]\nmissing-rating = \"note\"\nblank-title = \"error\"\ndecimal-rating = \"warning\"\n";
    folder(raised)
        .args(["check", "backlog.csv"])
        .stderr(
            r#"
                error[blank-title]: the title of item `A-2` is blank
                  --> backlog.csv:3:5
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |    -----
                  3 | A-2,,9,7,6,4
                    |     ^
                  help: say in a few words what the item improves

                warning[decimal-rating]: `customer_impact` of item `A-5` is `8.5`, and the scale has whole numbers
                  --> backlog.csv:6:35
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |          ---------------
                  6 | A-5,Line numbers in import errors,8.5,5,3,9
                    |                                   ^^^
                  help: rate in whole numbers, or turn the rule off: `decimal-rating = "off"` under `[check.rules]`

                note[missing-rating]: item `A-3` has no rating for `ease`: it is not ranked
                  --> backlog.csv:4:26
                  help: fill in the rating; a blank counts neither as 0 nor as anything else
                note[missing-rating]: item `A-4` has no rating for `business_impact`: it is not ranked
                  --> backlog.csv:5:28

                1 error, 1 warning, 2 notes
                Failed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            "#,
        )
        .exit(1);
    folder(raised)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(
            r#"
                エラー[blank-title]: 改善項目 `A-2` のタイトルが空欄です
                  --> backlog.csv:3:5
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |    -----
                  3 | A-2,,9,7,6,4
                    |     ^
                  対処: 何を改善するのかを短く書いてください

                警告[decimal-rating]: 改善項目 `A-5` の `顧客影響度` (customer_impact) が `8.5` です（尺度は整数です）
                  --> backlog.csv:6:35
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |          ---------------
                  6 | A-5,Line numbers in import errors,8.5,5,3,9
                    |                                   ^^^
                  対処: 整数で評価するか、`[check.rules]` に `decimal-rating = "off"` と書いて、この指摘をなくしてください

                情報[missing-rating]: 改善項目 `A-3` は `ease` の評価がないため、順位の対象外です
                  --> backlog.csv:4:26
                  対処: 評価を入力してください（空欄を0などの値とみなすことはありません）
                情報[missing-rating]: 改善項目 `A-4` は `business_impact` の評価がないため、順位の対象外です
                  --> backlog.csv:5:28

                エラー1件、警告1件、情報2件
                不合格（backlog.csv、改善項目5件、うち順位ありは3件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            "#,
        )
        .exit(1);
    folder("[check.rules]\nmissing-rating = \"off\"\nblank-title = \"off\"\n")
        .args(["check", "backlog.csv"])
        .stdout(
            "
                no errors, no warnings
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
            ",
        )
        .exit(0);
}

#[test]
fn a_level_is_for_check_alone() {
    folder("[check.rules]\nmissing-rating = \"off\"\nblank-title = \"error\"\n")
        .args(["rank", "backlog.csv", "-f", "csv"])
        .stdout_has(["1,6.5,A-2,"])
        .stderr_has(["warning[missing-rating]: item `A-3`", "warning[blank-title]: the title of item `A-2`"])
        .exit(0);
}

#[test]
fn a_finding_of_one_item_can_be_ignored_with_a_reason() {
    let weights = "\
[[check.ignore]]
rule = \"missing-rating\"
id = \"A-3\"
reason = \"the estimate comes in May\"
until = 2999-12-31
";
    folder(weights)
        .args(["check", "backlog.csv"])
        .stderr(
            "
                error[missing-rating]: item `A-4` has no rating for `business_impact`: it is not ranked
                  --> backlog.csv:5:28
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |                          ---------------
                  5 | A-4,Mobile notifications,6,,7,6
                    |                            ^
                  help: fill in the rating; a blank counts neither as 0 nor as anything else

                warning[blank-title]: the title of item `A-2` is blank
                  --> backlog.csv:3:5
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |    -----
                  3 | A-2,,9,7,6,4
                    |     ^
                  help: say in a few words what the item improves

                1 error, 1 warning (1 ignored)
                Failed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
    folder(weights)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
                エラー[missing-rating]: 改善項目 `A-4` は `business_impact` の評価がないため、順位の対象外です
                  --> backlog.csv:5:28
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |                          ---------------
                  5 | A-4,Mobile notifications,6,,7,6
                    |                            ^
                  対処: 評価を入力してください（空欄を0などの値とみなすことはありません）

                警告[blank-title]: 改善項目 `A-2` のタイトルが空欄です
                  --> backlog.csv:3:5
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |    -----
                  3 | A-2,,9,7,6,4
                    |     ^
                  対処: 何を改善するのかを短く書いてください

                エラー1件、警告1件（無視1件）
                不合格（backlog.csv、改善項目5件、うち順位ありは3件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(1);
}

#[test]
fn all_findings_of_a_rule_can_be_ignored() {
    folder("[[check.ignore]]\nrule = \"missing-rating\"\nreason = \"the workshop is on Monday\"\n")
        .args(["check", "backlog.csv", "-q"])
        .stdout(
            "
                no errors, 1 warning (2 ignored)
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(0);
}

#[test]
fn an_entry_that_has_ended_is_told_and_what_it_ignored_counts_again() {
    for until in ["2020-01-31", "\"2020-01-31\""] {
        let weights = format!(
            "[[check.ignore]]\nrule = \"missing-rating\"\nreason = \"the estimate comes in May\"\nuntil = {until}\n"
        );
        let case = folder(&weights).args(["check", "backlog.csv"]);
        case.stderr_has([
            "error[missing-rating]: item `A-3`",
            "error[missing-rating]: item `A-4`",
            "2 errors, 2 warnings\n",
        ])
        .exit(1);
    }
    let weights = "\
[[check.ignore]]
rule = \"blank-title\"
id = \"A-2\"
reason = \"the title comes in May\"
until = 2020-01-31

[[check.ignore]]
rule = \"missing-rating\"
reason = \"the workshop is on Monday\"
";
    folder(weights)
        .args(["check", "backlog.csv"])
        .stdout(
            "
                no errors, 2 warnings (2 ignored)
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .stderr(
            "
        warning[expired-ignore]: the entry that ignores `blank-title` ended on 2020-01-31: its findings count again
          --> weights.toml:1:1
          help: mend what it was for, or move the date and say why in `reason`

        warning[blank-title]: the title of item `A-2` is blank
          --> backlog.csv:3:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          3 | A-2,,9,7,6,4
            |     ^
          help: say in a few words what the item improves

    ",
        )
        .exit(0);
    folder(weights)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stdout(
            "
                エラー0件、警告2件（無視2件）
                合格（backlog.csv、改善項目5件、うち順位ありは3件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .stderr(
            "
        警告[expired-ignore]: `blank-title` を無視する設定の期限（2020-01-31）が過ぎたため、指摘を再び数えます
          --> weights.toml:1:1
          対処: 原因を直すか、期限を延ばして `reason` に理由を書いてください

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
}

#[test]
fn an_entry_that_ignores_nothing_is_told() {
    let weights = "\
[[check.ignore]]
rule = \"missing-rating\"
reason = \"the workshop is on Monday\"

[[check.ignore]]
rule = \"flat-item\"
id = \"A-9\"
reason = \"it was so once\"

[[check.ignore]]
rule = \"duplicate-id\"
reason = \"it was so once, and has ended\"
until = 2020-01-31
";
    folder(weights)
        .args(["check", "backlog.csv"])
        .stdout(
            "
                no errors, 3 warnings (2 ignored)
                Passed: backlog.csv, 5 items, 3 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .stderr(
            "
                warning[unused-ignore]: no finding of `flat-item` for item `A-9` is left to be ignored
                  --> weights.toml:5:1
                  help: delete the entry: there is nothing left for it to ignore

                warning[unused-ignore]: no finding of `duplicate-id` is left to be ignored
                  --> weights.toml:10:1

                warning[blank-title]: the title of item `A-2` is blank
                  --> backlog.csv:3:5
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |    -----
                  3 | A-2,,9,7,6,4
                    |     ^
                  help: say in a few words what the item improves

            ",
        )
        .exit(0);
    folder(weights)
        .args(["check", "backlog.csv", "--lang", "ja", "--fail-on", "warning"])
        .stderr(
            "
                警告[unused-ignore]: 改善項目 `A-9` に、無視する `flat-item` の指摘がもうありません
                  --> weights.toml:5:1
                  対処: この設定を削除してください（無視する指摘がありません）

                警告[unused-ignore]: 無視する `duplicate-id` の指摘がもうありません
                  --> weights.toml:10:1

                警告[blank-title]: 改善項目 `A-2` のタイトルが空欄です
                  --> backlog.csv:3:5
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    |    -----
                  3 | A-2,,9,7,6,4
                    |     ^
                  対処: 何を改善するのかを短く書いてください

                エラー0件、警告3件（無視2件）
                不合格（backlog.csv、改善項目5件、うち順位ありは3件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(1);
}

#[test]
fn an_entry_may_still_be_needed_where_a_file_was_not_read_so_far() {
    folder("[[check.ignore]]\nrule = \"dominated-item\"\nid = \"A-1\"\nreason = \"it is the law\"\n")
        .file("broken.csv", rows("A-1,a,80,6,4,7\n"))
        .args(["check", "broken.csv", "-q"])
        .stderr_has(["1 error, no warnings\n"])
        .exit(1);
}

#[test]
fn every_fault_of_the_policy_is_told_and_nothing_is_checked() {
    let weights = "\
[check]
top = 0
fail_on = \"note\"
fragile = 2
fragil = 1

[check.rules]
missing-ratng = \"off\"
nonsense = \"off\"
blank-title = \"fatal\"
flat-item = 3

[[check.ignore]]
rule = \"blank-title\"

[[check.ignore]]
reason = \"which rule?\"

[[check.ignore]]
rule = \"blank-titel\"
reason = \" \"
until = \"soon\"
item = \"A-1\"

[[check.ignore]]
rule = 3
id = 7
reason = \"numbers are no names\"
until = 2026
";
    folder(weights)
        .args(["check", "backlog.csv"])
        .stderr(
            r#"
                error[bad-setting]: `top` is `0`, expected a whole number from 1 up
                  --> weights.toml:2:7
                  2 | top = 0
                    |       ^
                  help: write how many ranks are to be taken on, such as `top = 10`

                error[bad-setting]: `fail_on` is `note`, expected `error` or `warning`
                  --> weights.toml:3:11
                  3 | fail_on = "note"
                    |           ^
                  help: write `"error"` or `"warning"`, with the quotes

                error[bad-setting]: `fragile` is `2`, expected a share between 0 and 1
                  --> weights.toml:4:11
                  4 | fragile = 2
                    |           ^
                  help: write the share that may not decide, such as `fragile = 0.02` for two points

                error[unknown-key]: `fragil` is not known here
                  --> weights.toml:5:1
                  5 | fragil = 1
                    | ^
                  help: write `fragile`, if that is meant

                error[unknown-rule]: there is no rule `missing-ratng`
                  --> weights.toml:8:1
                  8 | missing-ratng = "off"
                    | ^
                  help: write `missing-rating`, if that is meant

                error[unknown-rule]: there is no rule `nonsense`
                  --> weights.toml:9:1
                  9 | nonsense = "off"
                    | ^
                  help: `tenbin check --list` names them all

                error[bad-setting]: `blank-title` is `fatal`, expected `error`, `warning`, `note` or `off`
                  --> weights.toml:10:15
                  10 | blank-title = "fatal"
                     |               ^
                  help: write how much the rule is to weigh, such as `"warning"`, with the quotes

                error[wrong-type]: `flat-item` must be a text in quotes
                  --> weights.toml:11:13
                  11 | flat-item = 3
                     |             ^
                  help: write `"text"`, with the quotes

                error[missing-key]: `reason` is missing in `[[check.ignore]]`
                  --> weights.toml:13:1
                  13 | [[check.ignore]]
                     | ^
                  help: say in a `reason` why the finding is all right, for whoever reads this next year

                error[missing-key]: `rule` is missing in `[[check.ignore]]`
                  --> weights.toml:16:1
                  16 | [[check.ignore]]
                     | ^
                  help: add it

                error[missing-key]: `reason` is missing in `[[check.ignore]]`
                  --> weights.toml:19:1
                  19 | [[check.ignore]]
                     | ^

                error[unknown-rule]: there is no rule `blank-titel`
                  --> weights.toml:20:8
                  20 | rule = "blank-titel"
                     |        ^
                  help: write `blank-title`, if that is meant

                error[bad-setting]: `until` is `soon`, expected a date such as `2027-03-31`
                  --> weights.toml:22:9
                  22 | until = "soon"
                     |         ^
                  help: write the last day on which the finding may be overlooked

                error[unknown-key]: `item` is not known here
                  --> weights.toml:23:1
                  23 | item = "A-1"
                     | ^
                  help: use one of these: `rule`, `id`, `reason`, `until`

                error[wrong-type]: `rule` must be a text in quotes
                  --> weights.toml:26:8
                  26 | rule = 3
                     |        ^

                error[wrong-type]: `id` must be a text in quotes
                  --> weights.toml:27:6
                  27 | id = 7
                     |      ^

                error[bad-setting]: `until` is `…`, expected a date such as `2027-03-31`
                  --> weights.toml:29:9
                  29 | until = 2026
                     |         ^

                17 errors, no warnings
                Not checked: the weights, the scenario or the baseline can't be used
                `tenbin check --explain CODE` says more about a rule
            "#,
        )
        .exit(2);
    folder(weights).args(["check", "backlog.csv", "--lang", "ja", "--exit-zero", "-q"]).stderr(r#"
        エラー[bad-setting]: `top` が `0` です（1以上の整数を指定します）
          --> weights.toml:2:7
          2 | top = 0
            |       ^
          対処: `top = 10` のように、採用する件数を書いてください

        エラー[bad-setting]: `fail_on` が `note` です（`error` か `warning` を指定します）
          --> weights.toml:3:11
          3 | fail_on = "note"
            |           ^
          対処: `"error"` か `"warning"` を、引用符で囲んで書いてください

        エラー[bad-setting]: `fragile` が `2` です（0〜1の比率を指定します）
          --> weights.toml:4:11
          4 | fragile = 2
            |           ^
          対処: `fragile = 0.02`（2ポイント）のように、これより小さな変化で結果が変わっては困るという比率を書いてください

        エラー[unknown-key]: `fragil` は、ここでは使えない名前です
          --> weights.toml:5:1
          5 | fragil = 1
            | ^
          対処: `fragile` の書き間違いであれば、修正してください

        エラー[unknown-rule]: ルール `missing-ratng` はありません
          --> weights.toml:8:1
          8 | missing-ratng = "off"
            | ^
          対処: `missing-rating` のことであれば、そう書いてください

        エラー[unknown-rule]: ルール `nonsense` はありません
          --> weights.toml:9:1
          9 | nonsense = "off"
            | ^
          対処: `tenbin check --list` で、すべてのルールを確認できます

        エラー[bad-setting]: `blank-title` が `fatal` です（`error`、`warning`、`note`、`off` のいずれかを指定します）
          --> weights.toml:10:15
          10 | blank-title = "fatal"
             |               ^
          対処: `"warning"` のように、指摘の重さを引用符で囲んで書いてください

        エラー[wrong-type]: `flat-item` は引用符付きの文字列で書く必要があります
          --> weights.toml:11:13
          11 | flat-item = 3
             |             ^
          対処: `"文字列"` のように引用符で囲んでください

        エラー[missing-key]: `[[check.ignore]]` に `reason` がありません
          --> weights.toml:13:1
          13 | [[check.ignore]]
             | ^
          対処: その指摘を見逃してよい理由を、来年読む人にも分かるように `reason` に書いてください

        エラー[missing-key]: `[[check.ignore]]` に `rule` がありません
          --> weights.toml:16:1
          16 | [[check.ignore]]
             | ^
          対処: 追加してください

        エラー[missing-key]: `[[check.ignore]]` に `reason` がありません
          --> weights.toml:19:1
          19 | [[check.ignore]]
             | ^

        エラー[unknown-rule]: ルール `blank-titel` はありません
          --> weights.toml:20:8
          20 | rule = "blank-titel"
             |        ^
          対処: `blank-title` のことであれば、そう書いてください

        エラー[bad-setting]: `until` が `soon` です（`2027-03-31` のような日付を指定します）
          --> weights.toml:22:9
          22 | until = "soon"
             |         ^
          対処: その指摘を見逃してよい最終日を書いてください

        エラー[unknown-key]: `item` は、ここでは使えない名前です
          --> weights.toml:23:1
          23 | item = "A-1"
             | ^
          対処: 次のいずれかを使ってください：`rule`、`id`、`reason`、`until`

        エラー[wrong-type]: `rule` は引用符付きの文字列で書く必要があります
          --> weights.toml:26:8
          26 | rule = 3
             |        ^

        エラー[wrong-type]: `id` は引用符付きの文字列で書く必要があります
          --> weights.toml:27:6
          27 | id = 7
             |      ^

        エラー[bad-setting]: `until` が `…` です（`2027-03-31` のような日付を指定します）
          --> weights.toml:29:9
          29 | until = 2026
             |         ^

        エラー17件、警告0件
        重み、シナリオ、ベースラインのいずれかが使えないため、点検できませんでした
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    "#).exit(2);
}

#[test]
fn a_setting_of_the_wrong_kind_is_told() {
    folder("[check]\ntop = \"3\"\nfail_on = 3\nrules = 3\nignore = [\"blank-title\"]\n")
        .args(["check", "backlog.csv"])
        .stderr(
            r#"
                error[bad-setting]: `top` is `"3"`, expected a whole number from 1 up
                  --> weights.toml:2:7
                  2 | top = "3"
                    |       ^
                  help: write how many ranks are to be taken on, such as `top = 10`

                error[wrong-type]: `fail_on` must be a text in quotes
                  --> weights.toml:3:11
                  3 | fail_on = 3
                    |           ^
                  help: write `"text"`, with the quotes

                error[wrong-type]: `rules` must be a section
                  --> weights.toml:4:9
                  4 | rules = 3
                    |         ^
                  help: write its name in brackets on a line of its own, such as `[weights]`, and its keys below

                error[wrong-type]: `ignore` must be a list of sections
                  --> weights.toml:5:11
                  5 | ignore = ["blank-title"]
                    |           ^
                  help: write its name in double brackets before each entry, such as `[[check.ignore]]`

                4 errors, no warnings
                Not checked: the weights, the scenario or the baseline can't be used
                `tenbin check --explain CODE` says more about a rule
            "#,
        )
        .exit(2);
    folder("[check.ignore]\nrule = \"blank-title\"\nreason = \"one bracket\"\n")
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
                エラー[wrong-type]: `ignore` はセクションのリストで書く必要があります
                  --> weights.toml:1:1
                  1 | [check.ignore]
                    | ^
                  対処: 1件ごとに、`[[check.ignore]]` のように二重の角括弧で名前を書いてください

                エラー1件、警告0件
                重み、シナリオ、ベースラインのいずれかが使えないため、点検できませんでした
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(2);
}

#[test]
fn bad_numbers_and_dates_are_told() {
    let refused = |weights: &str, part: &str| {
        folder(weights).args(["check", "backlog.csv"]).stderr_has([part]).exit(2);
    };
    refused("[check]\ntop = 2.5\n", "`top` is `2.5`, expected a whole number from 1 up");
    refused("[check]\ntop = -1\n", "`top` is `-1`, expected a whole number from 1 up");
    refused("[check]\nfragile = -0.1\n", "`fragile` is `-0.1`, expected a share between 0 and 1");
    refused("[check]\nfragile = 1.01\n", "`fragile` is `1.01`, expected a share between 0 and 1");
    refused("[check]\nfail_on = \"warnings\"\n", "`fail_on` is `warnings`, expected `error` or `warning`");
    let until = |until: &str| format!("[[check.ignore]]\nrule = \"blank-title\"\nreason = \"x\"\nuntil = {until}\n");
    refused(&until("2026-02-30"), "error[bad-toml]: ");
    refused(&until("\"2026-02-30\""), "`until` is `2026-02-30`, expected a date such as `2027-03-31`");
    refused(&until("\"31.12.2026\""), "`until` is `31.12.2026`, expected a date such as `2027-03-31`");
}

#[test]
fn a_share_that_is_no_number_is_told_as_a_share() {
    for fragile in ["\"a\"", "true", "0x1"] {
        folder(&format!("[check]\nfragile = {fragile}\n"))
            .args(["check", "backlog.csv"])
            .stderr_has(["expected a share between 0 and 1\n", "`fragile = 0.02`"])
            .exit(2);
    }
}

#[test]
fn a_wrong_weights_file_is_told_in_the_format_that_was_asked_for() {
    let case = || folder("[check]\nfail_on = \"never\"\n");
    case()
        .args(["check", "backlog.csv", "-f", "json"])
        .stdout_has([
            "  \"passed\": false,\n",
            "  \"files\": [],\n",
            "      \"rule\": \"bad-setting\",\n      \"severity\": \"error\",\n      \"file\": \"weights.toml\",\n      \"line\": 2,\n      \"column\": 11,\n",
        ])
        .exit(2);
    case().args(["check", "backlog.csv", "-f", "github"]).stdout(r#"
        ::error file=weights.toml,line=2,col=11,title=bad-setting::`fail_on` is `never`, expected `error` or `warning`%0Ahelp: write `"error"` or `"warning"`, with the quotes
        1 error, no warnings
        Not checked: the weights, the scenario or the baseline can't be used
    "#).exit(2);
    case().args(["check", "backlog.csv", "-f", "github", "--lang", "ja"]).stdout(r#"
        ::error file=weights.toml,line=2,col=11,title=bad-setting::`fail_on` が `never` です（`error` か `warning` を指定します）%0A対処: `"error"` か `"warning"` を、引用符で囲んで書いてください
        エラー1件、警告0件
        重み、シナリオ、ベースラインのいずれかが使えないため、点検できませんでした
    "#).exit(2);
    case().args(["check", "backlog.csv", "-f", "junit"]).stdout(r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="tenbin check">
          <testsuite name="weights.toml" tests="1" failures="1" errors="0">
            <testcase name="bad-setting: `fail_on` is `never`, expected `error` or `warning`" classname="weights.toml">
              <failure message="`fail_on` is `never`, expected `error` or `warning`" type="bad-setting">weights.toml:2:11
        help: write `&quot;error&quot;` or `&quot;warning&quot;`, with the quotes</failure>
            </testcase>
          </testsuite>
        </testsuites>
    "#).exit(2);
    let outcome = case().args(["check", "backlog.csv", "-o", "answer.json"]).stderr_has(["Not checked: "]).exit(2);
    assert!(String::from_utf8_lossy(&outcome.bytes("answer.json")).contains("\"rule\": \"bad-setting\""));
}

#[test]
fn a_model_that_is_not_known_is_null() {
    let case = folder("[check]\nfail_on = \"never\"\n").args(["check", "backlog.csv", "-f", "json"]);
    let out = case.any_output().exit(2).out();
    assert!(!out.contains("\"model\": \"\""), "{out}");
}

#[test]
fn a_weights_file_that_cannot_be_read_is_an_error() {
    Case::new()
        .file("backlog.csv", GAPS)
        .args(["check", "backlog.csv", "--weights", "none.toml"])
        .stderr("error: cannot read none.toml: no such file\n")
        .exit(2);
}

#[test]
fn a_file_that_could_not_be_read_never_passes() {
    for (rule, content) in [("not-text", &b"PK\x03\x04\x14\x00\x06\x00"[..]), ("empty-file", b"")] {
        Case::new()
            .file("weights.toml", format!("[check.rules]\n{rule} = \"off\"\n"))
            .file("backlog.csv", content)
            .args(["check", "backlog.csv"])
            .any_output()
            .exit(1);
    }
}
