//! What `check` finds, rule by rule: with the numbers worked out by hand where a rule has numbers.

use super::check::{HEADER, rows};
use super::harness::Case;

/// A folder with a backlog, and a weights file with these lines.
fn folder(weights: &str, backlog: &str) -> Case {
    Case::new().file("weights.toml", weights).file("backlog.csv", rows(backlog))
}

/// The codes that a run finds, in the order in which they are shown.
#[track_caller]
fn codes(case: Case, arguments: &[&str]) -> Vec<String> {
    let outcome = case.args(["check", "backlog.csv", "-f", "json"]).args(arguments).run();
    let report: serde_json::Value = serde_json::from_slice(&outcome.stdout).expect("the answer is JSON");
    let findings = report["findings"].as_array().expect("a list of findings");
    findings.iter().map(|finding| finding["rule"].as_str().unwrap_or_default().to_owned()).collect()
}

/// The two are (5, −6, 2, 0) apart. With the share s of the second criterion that is (1 − s) · 7/3 − s · 6, which is 0 at
/// s = 7/25: from 25 % to 28 %. The first would have to go to 4/19, the third to 1/7, the fourth to 1.
const FRAGILE: &str = "A-1,a,8,2,8,5\nA-2,b,3,8,6,5\n";

#[test]
fn a_mean_is_fragile_below_the_change_that_makes_two_items_swap_and_not_at_it() {
    for (fragile, is_fragile) in [("0", false), ("0.02", false), ("0.03", false), ("0.0300001", true), ("1", true)] {
        let weights = format!("[check]\nfragile = {fragile}\n");
        let found = codes(folder(&weights, FRAGILE), &["--top", "1"]);
        assert_eq!(found, if is_fragile { vec!["fragile-cutoff"] } else { vec![] }, "{fragile}");
    }
    // At that share the two have one score: 0.24 · (8 + 8 + 5) + 0.28 · 2 = 0.24 · (3 + 6 + 5) + 0.28 · 8 = 5.6.
    let shares = ["customer_impact=24", "business_impact=28", "market_competitiveness=24", "ease=24"];
    let case = Case::new().file("backlog.csv", rows(FRAGILE)).args(["rank", "backlog.csv", "-f", "csv"]);
    let case = shares.into_iter().fold(case, |case, share| case.args(["--weight", share]));
    case.stdout_has(["\n1,5.6,A-1,", "\n1,5.6,A-2,"]).exit(0);
}

#[test]
fn a_fragile_cutoff_names_both_items_and_both_shares() {
    folder("[check]\ntop = 1\nfragile = 0.05\n", FRAGILE).args(["check", "backlog.csv"]).stdout("
        warning[fragile-cutoff]: the cutoff at 1 is fragile: `A-1` (inside) and `A-2` (outside) swap when the share of `business_impact` goes from 25 % to 28 %
          --> backlog.csv:2:1
          2 | A-1,a,8,2,8,5
            | ^^^
          help: settle these two by talking about them, and not by a digit of a weight: `tenbin explain FILE ID` shows what parts them

        no errors, 1 warning
        Passed: backlog.csv, 2 items; model matrix (the model's own weights), cutoff at 1
        `tenbin check --explain CODE` says more about a rule
    ").exit(0);
}

#[test]
fn a_fragile_cutoff_names_both_items_and_both_shares_in_japanese() {
    folder("[check]\ntop = 1\nfragile = 0.05\n", FRAGILE)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stdout("
            警告[fragile-cutoff]: 採用ライン（上位1件）が不安定です。`ビジネスインパクト` (business_impact) の比率が25%から28%になるだけで、`A-1`（ライン内）と `A-2`（ライン外）が入れ替わります
              --> backlog.csv:2:1
              2 | A-1,a,8,2,8,5
                | ^^^
              対処: 重みのわずかな差ではなく、話し合いで決めてください（`tenbin explain ファイル ID` で、差が付いた理由を確認できます）

            エラー0件、警告1件
            合格（backlog.csv、改善項目2件、モデル matrix、重みはモデルの既定値、採用ラインは上位1件）
            ルールの説明は `tenbin check --explain ルール名` で確認できます
        ")
        .exit(0);
}

#[test]
fn shares_are_those_of_the_weights() {
    // (5, −6, 2, 0) with the shares 0.2, 0.4, 0.2, 0.2 is −1: A-2 is inside, and 28 % is still where the two are level.
    folder("[weights]\ncustomer_impact = 1\nbusiness_impact = 2\nmarket_competitiveness = 1\nease = 1\n[check]\nfragile = 0.13\n", FRAGILE)
        .args(["check", "backlog.csv", "--top", "1"])
        .stdout_has(["`A-2` (inside) and `A-1` (outside) swap when the share of `business_impact` goes from 40 % to 28 %"])
        .exit(0);
}

/// 9 · 3 · 5 = 135 and 4 · 6 · 5 = 120: logarithms d = (ln 9/4, −ln 2, 0). With the share s of the first,
/// s · ln 9/4 = (1 − s) · ln 2 ÷ 2, which is s = 0.29941…: 0.03391… less than a third.
#[test]
fn a_product_is_fragile_in_its_logarithms() {
    let backlog = "id,title,impact,confidence,ease\nA-1,a,9,3,5\nA-2,b,4,6,5\n";
    let case = |fragile: &str| {
        let weights = format!("[check]\ntop = 1\nfragile = {fragile}\n");
        Case::new().file("weights.toml", weights).file("backlog.csv", backlog)
    };
    assert_eq!(codes(case("0.033918"), &["-m", "ice"]), Vec::<String>::new());
    case("0.033919").args(["check", "backlog.csv", "-m", "ice"]).stdout("
        warning[fragile-cutoff]: the cutoff at 1 is fragile: `A-1` (inside) and `A-2` (outside) swap when the share of `impact` goes from 33.3 % to 29.9 %
          --> backlog.csv:2:1
          2 | A-1,a,9,3,5
            | ^^^
          help: settle these two by talking about them, and not by a digit of a weight: `tenbin explain FILE ID` shows what parts them

        no errors, 1 warning
        Passed: backlog.csv, 2 items; model ice (the model's own weights), cutoff at 1
        `tenbin check --explain CODE` says more about a rule
    ").exit(0);
}

#[test]
fn a_cutoff_that_parts_nobody_is_never_fragile() {
    // As many places as items, and more.
    for top in ["2", "3", "10"] {
        assert!(codes(folder("[check]\nfragile = 1\n", FRAGILE), &["--top", top]).is_empty(), "{top}");
    }
    // One item dominates the other: no share makes them swap.
    let found = codes(folder("[check]\nfragile = 1\n", "A-1,a,8,8,8,5\nA-2,b,3,6,6,4\n"), &["--top", "1"]);
    assert_eq!(found, ["dominated-item"]);
}

/// 8 + 6 + 4 + 7 = 6 + 8 + 7 + 4.
const TIE: &str = "A-1,a,8,6,4,7\nA-2,b,6,8,7,4\nA-3,c,1,2,3,9\n";

#[test]
fn items_that_share_a_rank_across_the_cutoff_are_told() {
    folder("[check]\ntop = 1\n", TIE).args(["check", "backlog.csv"]).stdout("
        warning[tie-at-cutoff]: 2 items share rank 1, and the cutoff at 1 parts them: `A-1`, `A-2`
          --> backlog.csv:2:1
          2 | A-1,a,8,6,4,7
            | ^^^
          help: name criteria that decide between equal scores, `tie_break` under `[ranking]`, or move the cutoff with `--top`

        no errors, 1 warning
        Passed: backlog.csv, 3 items; model matrix (the model's own weights), cutoff at 1
        `tenbin check --explain CODE` says more about a rule
    ").exit(0);
}

#[test]
fn items_that_share_a_rank_across_the_cutoff_are_told_in_japanese() {
    folder("[check]\ntop = 1\n", TIE).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        警告[tie-at-cutoff]: 1位に2件が並び、採用ライン（上位1件）で分かれてしまいます（`A-1`、`A-2`）
          --> backlog.csv:2:1
          2 | A-1,a,8,6,4,7
            | ^^^
          対処: `[ranking]` の `tie_break` で同点のときに優先する評価軸を決めるか、`--top` で採用ラインを動かしてください

        エラー0件、警告1件
        合格（backlog.csv、改善項目3件、モデル matrix、重みはモデルの既定値、採用ラインは上位1件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(0);
}

#[test]
fn a_tie_that_ends_at_the_cutoff_or_lies_below_it_is_no_matter() {
    for top in ["2", "3", "4"] {
        assert!(codes(folder("[check]\nfragile = 0\n", TIE), &["--top", top]).is_empty(), "{top}");
    }
}

#[test]
fn of_many_tied_items_eight_are_named() {
    let tied = (1..=9).map(|number| format!("A-{number},t{number},{number},{},4,5\n", 10 - number));
    folder("[check]\ntop = 3\n", &tied.collect::<String>())
        .args(["check", "backlog.csv"])
        .stdout_has(["9 items share rank 1, and the cutoff at 3 parts them: `A-1`, `A-2`, `A-3`, `A-4`, `A-5`, `A-6`, `A-7`, `A-8`, …\n"])
        .exit(0);
}

#[test]
fn where_a_tie_break_decides_at_the_cutoff_the_two_have_one_score() {
    let weights = "[ranking]\ntie_break = [\"ease\"]\n[check]\ntop = 1\n";
    folder(weights, TIE).args(["check", "backlog.csv"]).stdout("
        warning[fragile-cutoff]: the cutoff at 1 is fragile: `A-1` (inside) and `A-2` (outside) have one score, and only `tie_break` parts them
          --> backlog.csv:2:1
          2 | A-1,a,8,6,4,7
            | ^^^
          help: settle these two by talking about them, and not by a digit of a weight: `tenbin explain FILE ID` shows what parts them

        no errors, 1 warning
        Passed: backlog.csv, 3 items; model matrix (the model's own weights), cutoff at 1
        `tenbin check --explain CODE` says more about a rule
    ").exit(0);
    folder(weights, TIE).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        警告[fragile-cutoff]: 採用ライン（上位1件）が不安定です。`A-1`（ライン内）と `A-2`（ライン外）は総合スコアが同じで、`tie_break` だけで分かれています
          --> backlog.csv:2:1
          2 | A-1,a,8,6,4,7
            | ^^^
          対処: 重みのわずかな差ではなく、話し合いで決めてください（`tenbin explain ファイル ID` で、差が付いた理由を確認できます）

        エラー0件、警告1件
        合格（backlog.csv、改善項目3件、モデル matrix、重みはモデルの既定値、採用ラインは上位1件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(0);
    assert!(
        codes(folder("[ranking]\ntie_break = [\"ease\"]\n[check]\nfragile = 0\n", TIE), &["--top", "1"]).is_empty()
    );
}

/// Scores 8 and 6, then a range that can reach 6 and one that can't (25 ÷ 4, 23 ÷ 4), then blanks that can and can't
/// (28 ÷ 4, 14 ÷ 4).
const UNCERTAIN: &str = "\
A-1,a,9,8,8,7
A-2,b,7,5,6,6
A-3,c,6,5,6,4-8
A-4,d,6,5,5,4〜7
A-5,e,6,6,6,
A-6,f,1,2,1,
";

#[test]
fn what_could_still_cross_the_cutoff_is_told_and_nothing_else() {
    let weights = "[check]\ntop = 2\nfragile = 0\n[check.rules]\nmissing-rating = \"off\"\ndominated-item = \"off\"\n";
    folder(weights, UNCERTAIN).args(["check", "backlog.csv"]).stdout("
        warning[uncertain-at-cutoff]: item `A-3` is uncertain in `ease`: it could take a rank from 2 to 4, and the cutoff is at 2
          --> backlog.csv:4:1
          4 | A-3,c,6,5,6,4-8
            | ^^^
          help: settle this rating before the others: it decides whether the item is in

        warning[uncertain-at-cutoff]: item `A-5` has no rating for `ease`: filled in, it could take a rank from 2 to 5, and the cutoff is at 2
          --> backlog.csv:6:1
          6 | A-5,e,6,6,6,
            | ^^^

        no errors, 2 warnings
        Passed: backlog.csv, 6 items, 4 of them ranked; model matrix (the model's own weights), cutoff at 2
        `tenbin check --explain CODE` says more about a rule
    ").exit(0);
    folder(weights, UNCERTAIN).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        警告[uncertain-at-cutoff]: 改善項目 `A-3` は `ease` の評価に幅があり、2〜4位になります（採用ラインは上位2件）
          --> backlog.csv:4:1
          4 | A-3,c,6,5,6,4-8
            | ^^^
          対処: この評価を先に決めてください（採否が変わります）

        警告[uncertain-at-cutoff]: 改善項目 `A-5` は `ease` の評価がなく、評価によって2〜5位になります（採用ラインは上位2件）
          --> backlog.csv:6:1
          6 | A-5,e,6,6,6,
            | ^^^

        エラー0件、警告2件
        合格（backlog.csv、改善項目6件、うち順位ありは4件、モデル matrix、重みはモデルの既定値、採用ラインは上位2件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(0);
    // Everything fits above the cutoff.
    assert!(codes(folder(weights, UNCERTAIN), &["--top", "6"]).is_empty());
}

#[test]
fn an_item_inside_the_cutoff_may_fall_out_of_it() {
    let weights = "[check]\ntop = 1\nfragile = 0\n[check.rules]\ndominated-item = \"off\"\n";
    // 7.5 with the middle of the range, 6.5 at worst, and the other one has 6.75.
    folder(weights, "A-1,a,9,8,8,1-9\nA-2,b,7,6,7,7\n")
        .args(["check", "backlog.csv"])
        .stdout_has(["item `A-1` is uncertain in `ease`: it could take a rank from 1 to 2, and the cutoff is at 1"])
        .exit(0);
    // At worst 7: it stays.
    assert!(codes(folder(weights, "A-1,a,9,8,8,3-7\nA-2,b,7,6,7,7\n"), &[]).is_empty());
}

#[test]
fn an_item_that_another_one_dominates_is_noted_and_an_equal_one_is_not() {
    let backlog = "A-1,a,8,6,4,7\nA-2,b,8,6,4,7\nA-3,c,8,6,4,6\nA-4,d,8,6,4,6\nA-5,e,9,1,1,1\n";
    folder("[check]\ntop = 9\n", backlog)
        .args(["check", "backlog.csv"])
        .stdout(
            "
        note[dominated-item]: item `A-3` is nowhere better than `A-1` and somewhere worse: no weights put it ahead
          --> backlog.csv:4:1
          help: do the better one first, or look at the ratings again if that feels wrong
        note[dominated-item]: item `A-4` is nowhere better than `A-1` and somewhere worse: no weights put it ahead
          --> backlog.csv:5:1

        no errors, no warnings, 2 notes
        Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 9
        `tenbin check --explain CODE` says more about a rule
    ",
        )
        .exit(0);
    folder("[check]\ntop = 9\n", backlog).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        情報[dominated-item]: 改善項目 `A-3` は、`A-1` より優れた評価軸が1つもないため、重みをどう変えても `A-1` より上になりません
          --> backlog.csv:4:1
          対処: 評価の高いほうを先に進めてください（違和感があれば、評価を見直してください）
        情報[dominated-item]: 改善項目 `A-4` は、`A-1` より優れた評価軸が1つもないため、重みをどう変えても `A-1` より上になりません
          --> backlog.csv:5:1

        エラー0件、警告0件、情報2件
        合格（backlog.csv、改善項目5件、モデル matrix、重みはモデルの既定値、採用ラインは上位9件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(0);
}

#[test]
fn what_costs_more_is_no_better() {
    let backlog = "\
id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost
T-1,Same but dearer,8,6,9,7,4,6,3
T-2,Cheaper,8,6,9,7,4,5,3
T-3,Harder and wider,9,6,9,7,5,5,3
T-4,Harder,8,6,9,7,5,5,3
";
    let weights = "[check.rules]\nconstant-criterion = \"off\"\n";
    Case::new()
        .file("weights.toml", weights)
        .file("backlog.csv", backlog)
        .args(["check", "backlog.csv", "-m", "target"])
        .stdout(
            "
            note[dominated-item]: item `T-1` is nowhere better than `T-2` and somewhere worse: no weights put it ahead
              --> backlog.csv:2:1
              help: do the better one first, or look at the ratings again if that feels wrong
            note[dominated-item]: item `T-4` is nowhere better than `T-2` and somewhere worse: no weights put it ahead
              --> backlog.csv:5:1

            no errors, no warnings, 2 notes
            Passed: backlog.csv, 4 items; model target (the model's own weights), cutoff at 10
            `tenbin check --explain CODE` says more about a rule
        ",
        )
        .exit(0);
}

#[test]
fn a_criterion_that_tells_nothing_apart_is_told_from_three_items_on() {
    let backlog = "A-1,a,8,6,4,7\nA-2,b,8,6,5,2\nA-3,c,9,6,1,3\n";
    folder("[check]\ntop = 9\n", backlog)
        .args(["check", "backlog.csv"])
        .stdout(
            "
        warning[constant-criterion]: `business_impact` is 6 for all 3 items: it tells nothing apart
          --> backlog.csv:1:26
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |                          ^^^^^^^^^^^^^^^
          help: rate it again against the best and the worst item, or take it out: `--weight business_impact=0`

        no errors, 1 warning
        Passed: backlog.csv, 3 items; model matrix (the model's own weights), cutoff at 9
        `tenbin check --explain CODE` says more about a rule
    ",
        )
        .exit(0);
    folder("[check]\ntop = 9\n", backlog).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        警告[constant-criterion]: `ビジネスインパクト` (business_impact) は3件すべてで 6 のため、優劣の判断に役立っていません
          --> backlog.csv:1:26
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |                          ^^^^^^^^^^^^^^^
          対処: 最も高いものと低いものを決めて評価し直すか、`--weight business_impact=0` で評価軸から外してください

        エラー0件、警告1件
        合格（backlog.csv、改善項目3件、モデル matrix、重みはモデルの既定値、採用ラインは上位9件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(0);
    let two = backlog.lines().take(2).map(|line| format!("{line}\n")).collect::<String>();
    assert!(codes(folder("[check]\ntop = 9\n", &two), &[]).is_empty());
}

#[test]
fn two_criteria_that_say_the_same_are_told_from_six_items_on() {
    // Rated in opposite orders, and the one is a cost: the score counts the same order twice.
    let backlog = "\
id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost
T-1,a,1,6,9,5,10,5,3
T-2,b,3,2,7,7,8,6,1
T-3,c,4,8,2,2,7,2,6
T-4,d,6,1,5,9,5,4,2
T-5,e,8,5,3,4,3,9,4
T-6,f,10,7,8,8,1,1,9
";
    let case = |backlog: &str| {
        let weights = "[check.rules]\ndominated-item = \"off\"\n";
        Case::new().file("weights.toml", weights).file("backlog.csv", backlog)
    };
    case(backlog).args(["check", "backlog.csv", "-m", "target"]).stdout("
        warning[redundant-criteria]: `difficulty` and `generality` put the items in almost the same order (rank correlation 1.00): one thing counts twice
          --> backlog.csv:1:54
          1 | id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost
            |                                                      ^^^^^^^^^^
          help: see whether they were rated as two questions; if they are one, take one out, or halve the weight of each

        no errors, 1 warning
        Passed: backlog.csv, 6 items; model target (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").exit(0);
    case(backlog).args(["check", "backlog.csv", "-m", "target", "--lang", "ja"]).stdout("
        警告[redundant-criteria]: `難易度` (difficulty) と `一般性` (generality) の順序がほとんど同じです（順位相関 1.00）。同じことを二重に数えています
          --> backlog.csv:1:54
          1 | id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost
            |                                                      ^^^^^^^^^^
          対処: 別の問いとして評価されたかを確認し、同じことであれば一方を外すか、それぞれの重みを半分にしてください

        エラー0件、警告1件
        合格（backlog.csv、改善項目6件、モデル target、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(0);
    let five = backlog.lines().take(6).map(|line| format!("{line}\n")).collect::<String>();
    assert!(codes(case(&five), &["-m", "target"]).is_empty());
    // Rated in one order, and the score counts the two against each other.
    let opposite = "\
id,title,generality,persistence,severity,opportunity,difficulty,initial_cost,running_cost
T-1,a,1,6,9,5,1,5,3
T-2,b,3,2,7,7,3,6,1
T-3,c,4,8,2,2,4,2,6
T-4,d,6,1,5,9,6,4,2
T-5,e,8,5,3,4,8,9,4
T-6,f,10,7,8,8,10,1,9
";
    assert!(codes(case(opposite), &["-m", "target"]).is_empty());
}

#[test]
fn one_number_on_everything_and_the_lower_half_of_the_scale_are_told() {
    let backlog = "A-1,a,5,3,4,2\nA-2,b,3,3,3,3\nA-3,c,1,4,2,5\nA-4,d,4,1,5,3\nA-5,e,2,5,1,4\n";
    folder("[check]\ntop = 9\n", backlog)
        .args(["check", "backlog.csv"])
        .stdout(
            "
        warning[unused-scale]: all ratings lie within 1–5, on a scale of 1–10
          --> backlog.csv:1:10
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |          ^^^^^^^^^^^^^^^
          help: ask whether they were given on another scale; if so, declare it in a model of your own: `scale = [1, 5]`

        warning[flat-item]: item `A-2` is rated 3 on everything
          --> backlog.csv:3:1
          3 | A-2,b,3,3,3,3
            | ^^^
          help: see whether somebody has thought about it: a row of one number is mostly a placeholder

        no errors, 2 warnings
        Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 9
        `tenbin check --explain CODE` says more about a rule
    ",
        )
        .exit(0);
    folder("[check]\ntop = 9\n", backlog).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        警告[unused-scale]: 評価がすべて 1–5 に収まっています（尺度は 1–10）
          --> backlog.csv:1:10
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |          ^^^^^^^^^^^^^^^
          対処: 別の尺度で評価されていないか確認し、そうであれば、独自のモデルで `scale = [1, 5]` のように尺度を宣言してください

        警告[flat-item]: 改善項目 `A-2` の評価がすべて 3 です
          --> backlog.csv:3:1
          3 | A-2,b,3,3,3,3
            | ^^^
          対処: よく考えて付けた評価かを確認してください（同じ数字が並ぶ行は、仮の値のままのことがほとんどです）

        エラー0件、警告2件
        合格（backlog.csv、改善項目5件、モデル matrix、重みはモデルの既定値、採用ラインは上位9件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(0);
}

#[test]
fn a_header_that_stands_again_is_a_fault() {
    let backlog = rows(&format!("A-1,a,8,6,4,7\n{HEADER}B-1,b,5,6,4,8\n\n{HEADER}C-1,c,5,6,4,8\n"));
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv"])
        .stderr(
            "
                error[second-table]: the header stands here again: the rows of another file follow
                  --> backlog.csv:3:1
                  3 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    | ^^
                  help: delete the line, and see that no item is there twice

                error[second-table]: the header stands here again: the rows of another file follow
                  --> backlog.csv:6:1
                  6 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    | ^^

                2 errors, no warnings
                Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
                エラー[second-table]: 見出しの行がもう一度あります（ここから別のファイルの行のようです）
                  --> backlog.csv:3:1
                  3 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    | ^^
                  対処: この行を削除し、同じ改善項目が二重になっていないか確認してください

                エラー[second-table]: 見出しの行がもう一度あります（ここから別のファイルの行のようです）
                  --> backlog.csv:6:1
                  6 | id,title,customer_impact,business_impact,market_competitiveness,ease
                    | ^^

                エラー2件、警告0件
                不合格（backlog.csv、改善項目3件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(1);
}

#[test]
fn another_table_below_is_one_fault() {
    let backlog = rows("A-1,a,8,6,4,7\n\nteam,size\nred,4\nblue,5\n");
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv"])
        .stderr(
            "
                error[second-table]: another table begins here
                  --> backlog.csv:4:1
                  4 | team,size
                    | ^^^^
                  help: move it to a file of its own, and delete the blank line above

                1 error, no warnings
                Failed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
                エラー[second-table]: ここから別の表が始まっています
                  --> backlog.csv:4:1
                  4 | team,size
                    | ^^^^
                  対処: 別のファイルに移し、上の空行も削除してください

                エラー1件、警告0件
                不合格（backlog.csv、改善項目1件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(1);
}

#[test]
fn each_line_of_a_merge_conflict_is_a_fault() {
    let backlog = rows("<<<<<<< HEAD\nA-1,a,8,6,4,7\n=======\nA-2,b,8,6,4,8\n>>>>>>> branch\nA-3,c,5,6,7,8\n");
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv"])
        .stderr(
            "
                error[merge-conflict]: a merge conflict is not resolved: there is a line of `<<<<<<<`
                  --> backlog.csv:2:1
                  2 | <<<<<<< HEAD
                    | ^^^^^^^^^^^^
                  help: choose which side of the conflict stays, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`

                error[merge-conflict]: a merge conflict is not resolved: there is a line of `=======`
                  --> backlog.csv:4:1
                  4 | =======
                    | ^^^^^^^

                error[merge-conflict]: a merge conflict is not resolved: there is a line of `>>>>>>>`
                  --> backlog.csv:6:1
                  6 | >>>>>>> branch
                    | ^^^^^^^^^^^^^^

                3 errors, no warnings
                Failed: backlog.csv, 3 items, not ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
                エラー[merge-conflict]: マージの競合が解消されていません（`<<<<<<<` の行があります）
                  --> backlog.csv:2:1
                  2 | <<<<<<< HEAD
                    | ^^^^^^^^^^^^
                  対処: 競合のどちらを残すかを決め、`<<<<<<<`、`=======`、`>>>>>>>` の行を削除してください

                エラー[merge-conflict]: マージの競合が解消されていません（`=======` の行があります）
                  --> backlog.csv:4:1
                  4 | =======
                    | ^^^^^^^

                エラー[merge-conflict]: マージの競合が解消されていません（`>>>>>>>` の行があります）
                  --> backlog.csv:6:1
                  6 | >>>>>>> branch
                    | ^^^^^^^^^^^^^^

                エラー3件、警告0件
                不合格（backlog.csv、改善項目3件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(1);
}

#[test]
fn a_total_is_no_item() {
    let backlog =
        rows("A-1,a,8,6,4,7\nA-2,b,9,7,6,5\n平均,,8.5,6.5,5,6\nX,Grand Total:,9,7,6,7\nA-3,総合計の画面,5,9,2,1\n");
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv"])
        .stdout(
            "
        note[dominated-item]: item `A-1` is nowhere better than `X` and somewhere worse: no weights put it ahead
          --> backlog.csv:2:1
          help: do the better one first, or look at the ratings again if that feels wrong
        note[dominated-item]: item `A-2` is nowhere better than `X` and somewhere worse: no weights put it ahead
          --> backlog.csv:3:1
        note[dominated-item]: item `平均` is nowhere better than `X` and somewhere worse: no weights put it ahead
          --> backlog.csv:4:1

        no errors, 3 warnings, 3 notes
        Passed: backlog.csv, 5 items; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ",
        )
        .stderr(
            "
        warning[total-row]: item `平均` looks like a total or an average, and it is ranked as an item
          --> backlog.csv:4:1
          4 | 平均,,8.5,6.5,5,6
            | ^^^^
          help: delete the row; if it is an item, give it a title that says what it improves

        warning[blank-title]: the title of item `平均` is blank
          --> backlog.csv:4:4
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          4 | 平均,,8.5,6.5,5,6
            |      ^
          help: say in a few words what the item improves

        warning[total-row]: item `X` looks like a total or an average, and it is ranked as an item
          --> backlog.csv:5:1
          5 | X,Grand Total:,9,7,6,7
            | ^

    ",
        )
        .exit(0);
    Case::new().file("backlog.csv", &backlog).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        情報[dominated-item]: 改善項目 `A-1` は、`X` より優れた評価軸が1つもないため、重みをどう変えても `X` より上になりません
          --> backlog.csv:2:1
          対処: 評価の高いほうを先に進めてください（違和感があれば、評価を見直してください）
        情報[dominated-item]: 改善項目 `A-2` は、`X` より優れた評価軸が1つもないため、重みをどう変えても `X` より上になりません
          --> backlog.csv:3:1
        情報[dominated-item]: 改善項目 `平均` は、`X` より優れた評価軸が1つもないため、重みをどう変えても `X` より上になりません
          --> backlog.csv:4:1

        エラー0件、警告3件、情報3件
        合格（backlog.csv、改善項目5件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").stderr("
        警告[total-row]: 改善項目 `平均` は合計や平均の行のようですが、改善項目として順位が付いています
          --> backlog.csv:4:1
          4 | 平均,,8.5,6.5,5,6
            | ^^^^
          対処: その行を削除してください（改善項目であれば、何を改善するのかが分かるタイトルにしてください）

        警告[blank-title]: 改善項目 `平均` のタイトルが空欄です
          --> backlog.csv:4:4
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          4 | 平均,,8.5,6.5,5,6
            |      ^
          対処: 何を改善するのかを短く書いてください

        警告[total-row]: 改善項目 `X` は合計や平均の行のようですが、改善項目として順位が付いています
          --> backlog.csv:5:1
          5 | X,Grand Total:,9,7,6,7
            | ^

    ").exit(0);
}

#[test]
fn a_total_without_an_id_is_told_without_naming_one() {
    for lang in ["en", "ja"] {
        let backlog = rows("A-1,a,8,6,4,7\n,平均,8,6,4,7\n");
        let case = Case::new().file("backlog.csv", backlog).args(["check", "backlog.csv", "--lang", lang]);
        let err = case.any_output().exit(1).err();
        assert!(err.contains("[total-row]"), "{err}");
        assert!(!err.contains(" `` "), "{err}");
    }
}

#[test]
fn garbled_text_is_told_with_what_it_was() {
    let backlog = rows("A-1,CafÃ© menu,8,6,4,7\nA-2,隲区ｱよ嶌繧剃ｸ諡ｬ,5,6,7,8\nA-3,縺れの解消,5,7,6,8\n");
    Case::new().file("backlog.csv", &backlog).args(["check", "backlog.csv"]).stdout("
        no errors, 2 warnings
        Passed: backlog.csv, 3 items; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").stderr("
        warning[mojibake]: the text is garbled: `CafÃ© menu` was `Café menu`
          --> backlog.csv:2:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          2 | A-1,CafÃ© menu,8,6,4,7
            |     ^^^^^^^^^^
          help: export the file again, or type the text again: another program read it in the wrong encoding before it came here

        warning[mojibake]: the text is garbled: `隲区ｱよ嶌繧剃ｸ諡ｬ` was `請求書を…`
          --> backlog.csv:3:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          3 | A-2,隲区ｱよ嶌繧剃ｸ諡ｬ,5,6,7,8
            |     ^^^^^^^^^^^^^^^^^

    ").exit(0);
    Case::new().file("backlog.csv", &backlog).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        エラー0件、警告2件
        合格（backlog.csv、改善項目3件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").stderr("
        警告[mojibake]: 文字化けしています（`CafÃ© menu` は、元は `Café menu` でした）
          --> backlog.csv:2:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          2 | A-1,CafÃ© menu,8,6,4,7
            |     ^^^^^^^^^^
          対処: ファイルを書き出し直すか、その箇所を入力し直してください（読み込む前に、ほかのソフトが文字コードを誤って開いたようです）

        警告[mojibake]: 文字化けしています（`隲区ｱよ嶌繧剃ｸ諡ｬ` は、元は `請求書を…` でした）
          --> backlog.csv:3:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          3 | A-2,隲区ｱよ嶌繧剃ｸ諡ｬ,5,6,7,8
            |     ^^^^^^^^^^^^^^^^^

    ").exit(0);
}

#[test]
fn lines_above_the_header_are_told_and_the_header_is_shown_from_where_it_stands() {
    let backlog = "\
改善候補一覧 2026,,,,,
作成：CS,,,,,
ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,請求書,8,6,4,70
";
    Case::new().file("backlog.csv", backlog).args(["check", "backlog.csv"]).stderr("
        error[out-of-scale]: `実装の容易さ` (ease) of item `A-1` is `70`, expected 1–10
          --> backlog.csv:4:15
          3 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
            |                                                      ------------
          4 | A-1,請求書,8,6,4,70
            |                  ^^
          help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.ease]`

        warning[title-rows]: the header was found in line 3, and the 2 lines with text above it were passed over
          --> backlog.csv:3:1
          3 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
            | ^
          help: delete what stands above the header, so that the header is the first line

        1 error, 1 warning
        Failed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").exit(1);
    Case::new().file("backlog.csv", backlog).args(["check", "backlog.csv", "--lang", "ja"]).stderr("
        エラー[out-of-scale]: 改善項目 `A-1` の `実装の容易さ` (ease) の評価 `70` は、尺度（1–10）の範囲外です
          --> backlog.csv:4:15
          3 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
            |                                                      ------------
          4 | A-1,請求書,8,6,4,70
            |                  ^^
          対処: 評価を修正するか、重み設定ファイルで独自のモデルを定義し、`[criteria.ease]` に `scale = [0, 100]` のように尺度を書いてください

        警告[title-rows]: 3行目を見出しとみなし、その上の2行を読み飛ばしました
          --> backlog.csv:3:1
          3 | ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
            | ^
          対処: 見出しより上の行を削除し、見出しを1行目にしてください

        エラー1件、警告1件
        不合格（backlog.csv、改善項目1件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(1);
}

#[test]
fn a_header_that_is_nearly_right_is_offered() {
    let backlog = "id,titel,custmer_impact,business_impact,market_competitiveness,ease\nA-1,a,8,6,4,7\n";
    Case::new().file("backlog.csv", backlog).args(["check", "backlog.csv"]).stderr("
        error[misspelt-column]: there is no column for `customer_impact`, and `custmer_impact` is nearly its name
          --> backlog.csv:1:10
          1 | id,titel,custmer_impact,business_impact,market_competitiveness,ease
            |          ^^^^^^^^^^^^^^
          help: correct the header; if it means `customer_impact`, `--column customer_impact=HEADER` and `[columns]` in the weights file take it as it is

        note[no-title-column]: there is no title column: reports show the ids alone
          --> backlog.csv:1:4
          help: if `titel` means it, correct the header or pass `--column title=HEADER` with it

        1 error, no warnings, 1 note
        Failed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").exit(1);
    Case::new().file("backlog.csv", backlog).args(["check", "backlog.csv", "--lang", "ja"]).stderr("
        エラー[misspelt-column]: `顧客影響度` (customer_impact) の列がありません（よく似た見出し `custmer_impact` があります）
          --> backlog.csv:1:10
          1 | id,titel,custmer_impact,business_impact,market_competitiveness,ease
            |          ^^^^^^^^^^^^^^
          対処: 見出しを直してください（`顧客影響度` (customer_impact) のことであれば、`--column customer_impact=見出し` か、重み設定ファイルの `[columns]` で、そのまま指定できます）

        情報[no-title-column]: タイトルの列がないため、結果には ID だけを表示します
          --> backlog.csv:1:4
          対処: `titel` がタイトルであれば、見出しを直すか、`--column title=見出し` で指定してください

        エラー1件、警告0件、情報1件
        不合格（backlog.csv、改善項目1件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(1);
}

#[test]
fn two_columns_for_one_thing_are_a_fault() {
    let twice = "id,title,customer_impact,business_impact,market_competitiveness,ease,ease\nA-1,a,8,6,4,7,8\n";
    Case::new()
        .file("backlog.csv", twice)
        .args(["check", "backlog.csv"])
        .stderr(
            "
                error[duplicate-column]: there is more than one column `ease`
                  --> backlog.csv:1:70
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease,ease
                    |                                                                      ^^^^
                  help: delete one of them, or say which one counts: `--column ease=HEADER#2` is the second

                1 error, no warnings
                Failed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
    Case::new()
        .file("backlog.csv", twice)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
                エラー[duplicate-column]: `ease` の列が複数あります
                  --> backlog.csv:1:70
                  1 | id,title,customer_impact,business_impact,market_competitiveness,ease,ease
                    |                                                                      ^^^^
                  対処: 1つを残して削除するか、使う列を `--column ease=見出し#2`（2つ目の列）のように指定してください

                エラー1件、警告0件
                不合格（backlog.csv、改善項目1件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(1);
    let both = "id,title,customer_impact,business_impact,market_competitiveness,ease,実装の容易さ\nA-1,a,8,6,4,7,8\n";
    Case::new().file("backlog.csv", both).args(["check", "backlog.csv"]).stderr("
        error[ambiguous-column]: there is more than one column for `ease`: `ease`, `実装の容易さ`
          --> backlog.csv:1:70
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease,実装の容易さ
            |                                                                      ^^^^^^^^^^^^
          help: keep one of them, or say which one counts: `--column ease=HEADER`; of two with one header, `HEADER#2` is the second

        1 error, no warnings
        Failed: backlog.csv, 1 item, not ranked; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ").exit(1);
    Case::new().file("backlog.csv", both).args(["check", "backlog.csv", "--lang", "ja"]).stderr("
        エラー[ambiguous-column]: `ease` に当たる列が複数あります：`ease`、`実装の容易さ`
          --> backlog.csv:1:70
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease,実装の容易さ
            |                                                                      ^^^^^^^^^^^^
          対処: 1つだけ残すか、使う列を `--column ease=見出し` で指定してください（同じ見出しが2つあるときは、`見出し#2` で2つ目を選べます）

        エラー1件、警告0件
        不合格（backlog.csv、改善項目1件、順位なし、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").exit(1);
}

#[test]
fn a_file_without_titles_is_noted_and_one_without_ids_is_warned_of() {
    let backlog = "id,customer_impact,business_impact,market_competitiveness,ease\nA-1,8,6,4,7\n";
    Case::new()
        .file("backlog.csv", backlog)
        .args(["check", "backlog.csv"])
        .stdout(
            "
                no errors, no warnings, 1 note
                Passed: backlog.csv, 1 item; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .stderr(
            "
        note[no-title-column]: there is no title column: reports show the ids alone
          --> backlog.csv:1:1
          help: add a column `title`, or name the one you have: `--column title=HEADER`

    ",
        )
        .exit(0);
    let backlog = "title,customer_impact,business_impact,market_competitiveness,ease\na,8,6,4,7\nb,8,6,,4\n";
    Case::new()
        .file("backlog.csv", backlog)
        .args(["check", "backlog.csv"])
        .stderr(
            "
                error[missing-rating]: item 2 has no rating for `market_competitiveness`: it is not ranked
                  --> backlog.csv:3:7
                  1 | title,customer_impact,business_impact,market_competitiveness,ease
                    |                                       ----------------------
                  3 | b,8,6,,4
                    |       ^
                  help: fill in the rating; a blank counts neither as 0 nor as anything else

                warning[no-id-column]: there is no id column: the row's number serves as its id
                  --> backlog.csv:1:1
                  1 | title,customer_impact,business_impact,market_competitiveness,ease
                    | ^
                  help: add a column `id`, or name the one you have: `--column id=HEADER`

                1 error, 1 warning
                Failed: backlog.csv, 2 items, 1 of them ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
    Case::new()
        .file("backlog.csv", backlog)
        .args(["check", "backlog.csv", "--lang", "ja"])
        .stderr(
            "
                エラー[missing-rating]: 改善項目 2 は `market_competitiveness` の評価がないため、順位の対象外です
                  --> backlog.csv:3:7
                  1 | title,customer_impact,business_impact,market_competitiveness,ease
                    |                                       ----------------------
                  3 | b,8,6,,4
                    |       ^
                  対処: 評価を入力してください（空欄を0などの値とみなすことはありません）

                警告[no-id-column]: ID の列がないため、行番号を ID として使います
                  --> backlog.csv:1:1
                  1 | title,customer_impact,business_impact,market_competitiveness,ease
                    | ^
                  対処: `id` 列を追加するか、ID に当たる列を `--column id=見出し` で指定してください

                エラー1件、警告1件
                不合格（backlog.csv、改善項目2件、うち順位ありは1件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
                ルールの説明は `tenbin check --explain ルール名` で確認できます
            ",
        )
        .exit(1);
}

#[test]
fn what_could_do_harm_elsewhere_or_is_one_thing_twice_is_told() {
    let backlog = rows("A-1,=1+1,8,6,4,7\nA-2,a\u{202e}b,5,7,4,8\n1E+05,C,5,6,5,7\nA-4,Ｃ ,7,5,3,6\n");
    Case::new()
        .file("backlog.csv", &backlog)
        .args(["check", "backlog.csv"])
        .stdout(
            "
        note[dominated-item]: item `A-4` is nowhere better than `A-1` and somewhere worse: no weights put it ahead
          --> backlog.csv:5:1
          help: do the better one first, or look at the ratings again if that feels wrong

        no errors, 4 warnings, 1 note
        Passed: backlog.csv, 4 items; model matrix (the model's own weights), cutoff at 10
        `tenbin check --explain CODE` says more about a rule
    ",
        )
        .stderr(
            r#"
        warning[formula-cell]: `title` of item `A-1` would be run by a spreadsheet: `=1+1`
          --> backlog.csv:2:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          2 | A-1,=1+1,8,6,4,7
            |     ^^^^
          help: put an apostrophe in front if it is meant as text; `tenbin rank --excel` does that in what it writes

        warning[control-character]: `title` of item `A-2` holds an invisible character: U+202E
          --> backlog.csv:3:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          3 | A-2,a\u{202e}b,5,7,4,8
            |     ^^^^^^^^^^
          help: delete it; it can hide or reorder what stands beside it

        warning[excel-damaged-id]: the id `1E+05` looks like what a spreadsheet has made of another one
          --> backlog.csv:4:1
          4 | 1E+05,C,5,6,5,7
            | ^^^^^
          help: type the id again; format the column as text first

        warning[duplicate-title]: the title `Ｃ` is taken: item `1E+05` in line 4 has it too
          --> backlog.csv:5:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          5 | A-4,Ｃ ,7,5,3,6
            |     ^^^
          help: if it is the same item, delete one of the rows; if not, say in the title how they differ

    "#,
        )
        .exit(0);
    Case::new().file("backlog.csv", &backlog).args(["check", "backlog.csv", "--lang", "ja"]).stdout("
        情報[dominated-item]: 改善項目 `A-4` は、`A-1` より優れた評価軸が1つもないため、重みをどう変えても `A-1` より上になりません
          --> backlog.csv:5:1
          対処: 評価の高いほうを先に進めてください（違和感があれば、評価を見直してください）

        エラー0件、警告4件、情報1件
        合格（backlog.csv、改善項目4件、モデル matrix、重みはモデルの既定値、採用ラインは上位10件）
        ルールの説明は `tenbin check --explain ルール名` で確認できます
    ").stderr(r#"
        警告[formula-cell]: 改善項目 `A-1` の `title` は、表計算ソフトで数式として実行されます（`=1+1`）
          --> backlog.csv:2:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          2 | A-1,=1+1,8,6,4,7
            |     ^^^^
          対処: 文字列であれば、先頭にアポストロフィ（'）を付けてください（`tenbin rank --excel` の出力では、自動で付きます）

        警告[control-character]: 改善項目 `A-2` の `title` に、目に見えない文字 U+202E があります
          --> backlog.csv:3:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          3 | A-2,a\u{202e}b,5,7,4,8
            |     ^^^^^^^^^^
          対処: 削除してください（前後の文字を隠したり、並びを変えて見せたりすることがあります）

        警告[excel-damaged-id]: ID `1E+05` は、表計算ソフトが別の値に変えてしまったもののようです
          --> backlog.csv:4:1
          4 | 1E+05,C,5,6,5,7
            | ^^^^^
          対処: 列の表示形式を「文字列」にしてから、ID を入力し直してください

        警告[duplicate-title]: タイトル `Ｃ` は、4行目の改善項目 `1E+05` と同じです
          --> backlog.csv:5:5
          1 | id,title,customer_impact,business_impact,market_competitiveness,ease
            |    -----
          5 | A-4,Ｃ ,7,5,3,6
            |     ^^^
          対処: 同じ改善項目であれば一方を削除し、別のものであれば違いが分かるタイトルにしてください

    "#).exit(0);
}

#[test]
fn the_list_names_every_rule() {
    let rules = tenbin::finding::Rule::all().count();
    let outcome = Case::new()
        .args(["check", "--list"])
        .stdout_has([
            "Rule                      Severity  Family        What it finds\n",
            "\nmissing-rating            error     ratings       a rating is missing, so the item is not ranked\n",
            "\ndecimal-rating            off       ratings       a rating has decimals where the scale is whole\n",
            "\n\n`tenbin check --explain CODE` says more about a rule; `[check.rules]` in the weights file changes what it weighs\n",
        ])
        .exit(0);
    assert_eq!(outcome.out().lines().count(), rules + 4);
    Case::new()
        .args(["check", "--list", "--lang", "ja"])
        .stdout_has(["\nmissing-rating            エラー  評価              ", "で変えられます\n"])
        .exit(0);
    let outcome = Case::new().args(["check", "--list", "-f", "json"]).any_output().exit(0);
    let list: serde_json::Value = serde_json::from_slice(&outcome.stdout).expect("the list is JSON");
    assert_eq!(list["rules"].as_array().map(Vec::len), Some(rules));
    assert_eq!(list["command"], "check --list");
    Case::new()
        .args(["check", "--list", "-f", "markdown"])
        .stdout_has(["| Rule | Severity | Family | What it finds |\n"])
        .exit(0);
    Case::new().args(["check", "--list", "-o", "rules.md"]).exit(0).holds(&["rules.md"]);
}

#[test]
fn a_rule_is_explained() {
    Case::new()
        .args(["check", "--explain", "missing-rating"])
        .stdout_has([
            "`missing-rating` (error; ratings): a rating is missing, so the item is not ranked\n\n",
            "\nNot like this\n\n`backlog.csv`\n\nid,title,",
            "\nBut like this\n\n`backlog.csv`\n\nid,title,",
            "\n[check.rules]\nmissing-rating = \"off\"\n",
            "\nFor one item alone, `[[check.ignore]]` with its `id` and a `reason` says more\n",
        ])
        .exit(0);
    Case::new()
        .args(["check", "--explain", "fragile-cutoff", "--lang", "ja"])
        .stdout_has([
            "`fragile-cutoff`（警告、採否）: ",
            "\n悪い例\n",
            "\n良い例\n",
            "\n[check.rules]\nfragile-cutoff = \"off\"\n",
        ])
        .exit(0);
    Case::new()
        .args(["check", "--explain", "flat-item", "-f", "json"])
        .stdout_has([
            "  \"command\": \"check --explain\",\n",
            "      \"rule\": \"flat-item\",\n",
            "          \"good\": false,\n",
        ])
        .exit(0);
    Case::new()
        .args(["check", "--explain", "decimal-rating", "-f", "markdown"])
        .stdout_has([
            "`decimal-rating` (off; ratings): ",
            "\n## Not like this\n",
            "```text\n[check.rules]\ndecimal-rating = \"warning\"\n```\n",
        ])
        .exit(0);
}

#[test]
fn a_rule_that_does_not_exist_is_told_with_the_one_that_was_meant() {
    Case::new()
        .args(["check", "--explain", "dominated-itm"])
        .stderr("error: there is no rule `dominated-itm`; did you mean `dominated-item`?\n")
        .exit(2);
    Case::new()
        .args(["check", "--explain", "dominated-itm", "--lang", "ja"])
        .stderr("エラー: ルール `dominated-itm` はありません（`dominated-item` のことですか）\n")
        .exit(2);
    Case::new()
        .args(["check", "--explain", "x"])
        .stderr("error: there is no rule `x`; `tenbin check --list` names them all\n")
        .exit(2);
    Case::new()
        .args(["check", "--explain", "x", "--lang", "ja"])
        .stderr("エラー: ルール `x` はありません（`tenbin check --list` で、すべてのルールを確認できます）\n")
        .exit(2);
}

#[test]
fn rules_do_not_come_in_the_forms_of_findings() {
    Case::new()
        .args(["check", "--list", "-f", "sarif"])
        .stderr("error: rules come as `human`, `json` or `markdown`, and not as `sarif`\n")
        .exit(2);
    Case::new()
        .args(["check", "--explain", "flat-item", "-f", "github", "--lang", "ja"])
        .stderr("エラー: ルールの説明の形式は `human`、`json`、`markdown` のいずれかです（`github` は使えません）\n")
        .exit(2);
    Case::new()
        .args(["check", "--list", "-o", "rules.xml"])
        .stderr("error: rules come as `human`, `json` or `markdown`, and not as `junit`\n")
        .exit(2)
        .holds(&[]);
}

#[test]
fn an_exception_for_one_item_is_offered_only_for_rules_about_items() {
    for code in ["fragile-cutoff", "tie-at-cutoff", "missing-column", "constant-criterion", "not-text", "bad-toml"] {
        let out = Case::new().args(["check", "--explain", code]).any_output().exit(0).out();
        assert!(!out.contains("with its `id`"), "{code}");
    }
}

/// B scores 6.125 with 5.5 for ease; at 5 it is level with C, and loses to it on ease.
#[test]
fn what_decides_between_ties_decides_who_could_cross_the_cutoff() {
    let header = "id,title,customer_impact,business_impact,market_competitiveness,ease\n";
    let out = |rows: &str, top: &str| {
        let case = Case::new().file("backlog.csv", format!("{header}{rows}"));
        let case = case.file("weights.toml", "[ranking]\ntie_break = [\"ease\"]\n");
        case.args(["check", "backlog.csv", "--top", top]).any_output().exit(0).out()
    };
    let leaves = out("A,a,5,5,5,5\nB,b,6,8,5,5-6\nC,c,5,5,6,8\n", "1");
    assert!(leaves.contains("`B` is uncertain in `ease`: it could take a rank from 1 to 2"), "{leaves}");
    let stays = out("A,a,9,9,9,9\nB,b,4,6,6,9\nC,c,7-8,7,5,5\nD,d,2,2,3,2\n", "2");
    assert!(!stays.contains("from 3 to 3"), "{stays}");
}

#[test]
fn a_rule_that_is_raised_hides_no_other_finding() {
    let rows = "A-1,,8,6,4,7\nA-2,b,6,4,7,8\nA-3,c,9,9,9,9\n";
    let header = "id,title,customer_impact,business_impact,market_competitiveness,ease\n";
    let case = Case::new().file("backlog.csv", format!("{header}{rows}"));
    let case = case.file("weights.toml", "[check]\ntop = 2\n[check.rules]\nblank-title = \"error\"\n");
    let err = case.args(["check", "backlog.csv"]).any_output().exit(1).err();
    assert!(err.contains("error[blank-title]") && err.contains("[tie-at-cutoff]"), "{err}");
}

#[test]
fn a_file_that_is_named_twice_is_checked_once() {
    let rows = "A-1,,8,6,4,7\nA-2,b,6,4,8,3\n";
    let header = "id,title,customer_impact,business_impact,market_competitiveness,ease\n";
    let case = Case::new().file("backlog.csv", format!("{header}{rows}"));
    let err = case.args(["check", "backlog.csv", "./backlog.csv"]).any_output().exit(0).err();
    assert_eq!(err.matches("warning[blank-title]").count(), 1, "{err}");
}
