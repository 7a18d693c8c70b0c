//! `tenbin workshop merge`: one agreed backlog, the record of how it came about, and what has changed since the last round.

use serde_json::Value;

use super::harness::Case;

const CUSTOMER_SUCCESS: &str = "\
ID,改善項目,担当,顧客影響度,顧客影響度の理由,ビジネスインパクト,市場競争力,実装の容易さ
A-1,権限管理の細分化,鈴木,7,解約の声が3件,9,7,7
A-2,検索の速度改善,,8,,7,6,6
A-3,英語UI,,,,7,6,3
";

const SALES: &str = "\
ID,改善項目,担当,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,権限管理の細分化,鈴木,8,10,7,8
A-2,検索の速度改善,高橋,8,9,8,5
A-3,英語UI,,3,4,10,4
";

const MARKETING: &str = "\
ID,改善項目,担当,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ
A-1,権限管理の細分化,鈴木,7,9,6-8,6
A-2,検索の速度改善,,10,7,6,5
A-3,英語UI,,4,6,10,3
";

const DEVELOPMENT: &str = "\
ID,改善項目,担当,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ,実装の容易さの理由
A-1,権限管理の細分化,鈴木,4,7,6,1,ロールの設計から必要
A-2,検索の速度改善,,10,6,6,2,
A-3,英語UI,,3,5,8,2,
";

fn case() -> Case {
    Case::new()
        .file("customer-success.csv", CUSTOMER_SUCCESS)
        .file("営業.csv", SALES)
        .file("marketing.csv", MARKETING)
        .file("開発.csv", DEVELOPMENT)
        .args([
            "workshop",
            "merge",
            "customer-success.csv",
            "営業.csv",
            "marketing.csv",
            "開発.csv",
            "-o",
            "agreed.csv",
        ])
}

#[test]
fn each_criterion_comes_from_the_team_that_leads_it_in_either_language() {
    let outcome = case().stdout("
        wrote agreed.csv (3 items out of the sheets of 4 raters) and agreed.record.csv (who gave which rating, and what was taken)
        Taken: 11 from the leading team, 1 as the median where the lead left a blank
        The lead left a blank, so the median of the others was taken: A-3 Customer impact

        Next: `tenbin rank agreed.csv`
    ").exit(0);
    let outcome = outcome.left("agreed.csv", "
        ID,改善項目,担当,顧客影響度,顧客影響度の理由,ビジネスインパクト,市場競争力,実装の容易さ,実装の容易さの理由
        A-1,権限管理の細分化,鈴木,7,解約の声が3件,10,6-8,1,ロールの設計から必要
        A-2,検索の速度改善,高橋,8,,9,6,2,
        A-3,英語UI,,3,,4,10,2,
    ").left("agreed.record.csv", "
        id,title,criterion,rater,rating,note,agreed,taken,why
        A-1,権限管理の細分化,customer_impact,customer-success,7,解約の声が3件,7,lead,customer-success leads this criterion
        A-1,権限管理の細分化,customer_impact,営業,8,,7,lead,customer-success leads this criterion
        A-1,権限管理の細分化,customer_impact,marketing,7,,7,lead,customer-success leads this criterion
        A-1,権限管理の細分化,customer_impact,開発,4,,7,lead,customer-success leads this criterion
        A-1,権限管理の細分化,business_impact,customer-success,9,,10,lead,営業 leads this criterion
        A-1,権限管理の細分化,business_impact,営業,10,,10,lead,営業 leads this criterion
        A-1,権限管理の細分化,business_impact,marketing,9,,10,lead,営業 leads this criterion
        A-1,権限管理の細分化,business_impact,開発,7,,10,lead,営業 leads this criterion
        A-1,権限管理の細分化,market_competitiveness,customer-success,7,,6-8,lead,marketing leads this criterion
        A-1,権限管理の細分化,market_competitiveness,営業,7,,6-8,lead,marketing leads this criterion
        A-1,権限管理の細分化,market_competitiveness,marketing,6-8,,6-8,lead,marketing leads this criterion
        A-1,権限管理の細分化,market_competitiveness,開発,6,,6-8,lead,marketing leads this criterion
        A-1,権限管理の細分化,ease,customer-success,7,,1,lead,開発 leads this criterion
        A-1,権限管理の細分化,ease,営業,8,,1,lead,開発 leads this criterion
        A-1,権限管理の細分化,ease,marketing,6,,1,lead,開発 leads this criterion
        A-1,権限管理の細分化,ease,開発,1,ロールの設計から必要,1,lead,開発 leads this criterion
        A-2,検索の速度改善,customer_impact,customer-success,8,,8,lead,customer-success leads this criterion
        A-2,検索の速度改善,customer_impact,営業,8,,8,lead,customer-success leads this criterion
        A-2,検索の速度改善,customer_impact,marketing,10,,8,lead,customer-success leads this criterion
        A-2,検索の速度改善,customer_impact,開発,10,,8,lead,customer-success leads this criterion
        A-2,検索の速度改善,business_impact,customer-success,7,,9,lead,営業 leads this criterion
        A-2,検索の速度改善,business_impact,営業,9,,9,lead,営業 leads this criterion
        A-2,検索の速度改善,business_impact,marketing,7,,9,lead,営業 leads this criterion
        A-2,検索の速度改善,business_impact,開発,6,,9,lead,営業 leads this criterion
        A-2,検索の速度改善,market_competitiveness,customer-success,6,,6,lead,marketing leads this criterion
        A-2,検索の速度改善,market_competitiveness,営業,8,,6,lead,marketing leads this criterion
        A-2,検索の速度改善,market_competitiveness,marketing,6,,6,lead,marketing leads this criterion
        A-2,検索の速度改善,market_competitiveness,開発,6,,6,lead,marketing leads this criterion
        A-2,検索の速度改善,ease,customer-success,6,,2,lead,開発 leads this criterion
        A-2,検索の速度改善,ease,営業,5,,2,lead,開発 leads this criterion
        A-2,検索の速度改善,ease,marketing,5,,2,lead,開発 leads this criterion
        A-2,検索の速度改善,ease,開発,2,,2,lead,開発 leads this criterion
        A-3,英語UI,customer_impact,営業,3,,3,lead-blank,the leading team left a blank: median of the others
        A-3,英語UI,customer_impact,marketing,4,,3,lead-blank,the leading team left a blank: median of the others
        A-3,英語UI,customer_impact,開発,3,,3,lead-blank,the leading team left a blank: median of the others
        A-3,英語UI,business_impact,customer-success,7,,4,lead,営業 leads this criterion
        A-3,英語UI,business_impact,営業,4,,4,lead,営業 leads this criterion
        A-3,英語UI,business_impact,marketing,6,,4,lead,営業 leads this criterion
        A-3,英語UI,business_impact,開発,5,,4,lead,営業 leads this criterion
        A-3,英語UI,market_competitiveness,customer-success,6,,10,lead,marketing leads this criterion
        A-3,英語UI,market_competitiveness,営業,10,,10,lead,marketing leads this criterion
        A-3,英語UI,market_competitiveness,marketing,10,,10,lead,marketing leads this criterion
        A-3,英語UI,market_competitiveness,開発,8,,10,lead,marketing leads this criterion
        A-3,英語UI,ease,customer-success,3,,2,lead,開発 leads this criterion
        A-3,英語UI,ease,営業,4,,2,lead,開発 leads this criterion
        A-3,英語UI,ease,marketing,3,,2,lead,開発 leads this criterion
        A-3,英語UI,ease,開発,2,,2,lead,開発 leads this criterion
    ");
    outcome.holds(&[
        "agreed.csv",
        "agreed.record.csv",
        "customer-success.csv",
        "marketing.csv",
        "営業.csv",
        "開発.csv",
    ]);
}

#[test]
fn each_criterion_comes_from_the_team_that_leads_it_in_japanese() {
    case()
        .args(["--lang", "ja"])
        .stdout(
            "
        agreed.csv（改善項目3件、評価者4）と agreed.record.csv（誰がどう評価し、どれを採用したかの記録）を書き出しました
        評価の選び方：主導するチームの評価 11件、主導するチームが空欄のための中央値 1件
        主導するチームが空欄のため、ほかの評価者の中央値を採用したもの：A-3 顧客影響度

        次は `tenbin rank agreed.csv` を実行してください
    ",
        )
        .exit(0)
        .left(
            "agreed.record.csv",
            "
        id,title,criterion,rater,rating,note,agreed,taken,why
        A-1,権限管理の細分化,customer_impact,customer-success,7,解約の声が3件,7,lead,customer-success がこの評価軸を主導
        A-1,権限管理の細分化,customer_impact,営業,8,,7,lead,customer-success がこの評価軸を主導
        A-1,権限管理の細分化,customer_impact,marketing,7,,7,lead,customer-success がこの評価軸を主導
        A-1,権限管理の細分化,customer_impact,開発,4,,7,lead,customer-success がこの評価軸を主導
        A-1,権限管理の細分化,business_impact,customer-success,9,,10,lead,営業 がこの評価軸を主導
        A-1,権限管理の細分化,business_impact,営業,10,,10,lead,営業 がこの評価軸を主導
        A-1,権限管理の細分化,business_impact,marketing,9,,10,lead,営業 がこの評価軸を主導
        A-1,権限管理の細分化,business_impact,開発,7,,10,lead,営業 がこの評価軸を主導
        A-1,権限管理の細分化,market_competitiveness,customer-success,7,,6-8,lead,marketing がこの評価軸を主導
        A-1,権限管理の細分化,market_competitiveness,営業,7,,6-8,lead,marketing がこの評価軸を主導
        A-1,権限管理の細分化,market_competitiveness,marketing,6-8,,6-8,lead,marketing がこの評価軸を主導
        A-1,権限管理の細分化,market_competitiveness,開発,6,,6-8,lead,marketing がこの評価軸を主導
        A-1,権限管理の細分化,ease,customer-success,7,,1,lead,開発 がこの評価軸を主導
        A-1,権限管理の細分化,ease,営業,8,,1,lead,開発 がこの評価軸を主導
        A-1,権限管理の細分化,ease,marketing,6,,1,lead,開発 がこの評価軸を主導
        A-1,権限管理の細分化,ease,開発,1,ロールの設計から必要,1,lead,開発 がこの評価軸を主導
        A-2,検索の速度改善,customer_impact,customer-success,8,,8,lead,customer-success がこの評価軸を主導
        A-2,検索の速度改善,customer_impact,営業,8,,8,lead,customer-success がこの評価軸を主導
        A-2,検索の速度改善,customer_impact,marketing,10,,8,lead,customer-success がこの評価軸を主導
        A-2,検索の速度改善,customer_impact,開発,10,,8,lead,customer-success がこの評価軸を主導
        A-2,検索の速度改善,business_impact,customer-success,7,,9,lead,営業 がこの評価軸を主導
        A-2,検索の速度改善,business_impact,営業,9,,9,lead,営業 がこの評価軸を主導
        A-2,検索の速度改善,business_impact,marketing,7,,9,lead,営業 がこの評価軸を主導
        A-2,検索の速度改善,business_impact,開発,6,,9,lead,営業 がこの評価軸を主導
        A-2,検索の速度改善,market_competitiveness,customer-success,6,,6,lead,marketing がこの評価軸を主導
        A-2,検索の速度改善,market_competitiveness,営業,8,,6,lead,marketing がこの評価軸を主導
        A-2,検索の速度改善,market_competitiveness,marketing,6,,6,lead,marketing がこの評価軸を主導
        A-2,検索の速度改善,market_competitiveness,開発,6,,6,lead,marketing がこの評価軸を主導
        A-2,検索の速度改善,ease,customer-success,6,,2,lead,開発 がこの評価軸を主導
        A-2,検索の速度改善,ease,営業,5,,2,lead,開発 がこの評価軸を主導
        A-2,検索の速度改善,ease,marketing,5,,2,lead,開発 がこの評価軸を主導
        A-2,検索の速度改善,ease,開発,2,,2,lead,開発 がこの評価軸を主導
        A-3,英語UI,customer_impact,営業,3,,3,lead-blank,主導するチームが空欄のため、ほかの評価者の中央値
        A-3,英語UI,customer_impact,marketing,4,,3,lead-blank,主導するチームが空欄のため、ほかの評価者の中央値
        A-3,英語UI,customer_impact,開発,3,,3,lead-blank,主導するチームが空欄のため、ほかの評価者の中央値
        A-3,英語UI,business_impact,customer-success,7,,4,lead,営業 がこの評価軸を主導
        A-3,英語UI,business_impact,営業,4,,4,lead,営業 がこの評価軸を主導
        A-3,英語UI,business_impact,marketing,6,,4,lead,営業 がこの評価軸を主導
        A-3,英語UI,business_impact,開発,5,,4,lead,営業 がこの評価軸を主導
        A-3,英語UI,market_competitiveness,customer-success,6,,10,lead,marketing がこの評価軸を主導
        A-3,英語UI,market_competitiveness,営業,10,,10,lead,marketing がこの評価軸を主導
        A-3,英語UI,market_competitiveness,marketing,10,,10,lead,marketing がこの評価軸を主導
        A-3,英語UI,market_competitiveness,開発,8,,10,lead,marketing がこの評価軸を主導
        A-3,英語UI,ease,customer-success,3,,2,lead,開発 がこの評価軸を主導
        A-3,英語UI,ease,営業,4,,2,lead,開発 がこの評価軸を主導
        A-3,英語UI,ease,marketing,3,,2,lead,開発 がこの評価軸を主導
        A-3,英語UI,ease,開発,2,,2,lead,開発 がこの評価軸を主導
    ",
        );
}

#[test]
fn what_was_agreed_ranks_like_any_other_backlog() {
    let outcome = case().any_output().exit(0);
    Case::new()
        .file("agreed.csv", outcome.bytes("agreed.csv"))
        .args(["rank", "agreed.csv", "-f", "csv"])
        .stdout("
            rank,score,ID,改善項目,担当,顧客影響度,顧客影響度の理由,ビジネスインパクト,市場競争力,実装の容易さ,実装の容易さの理由
            1,6.25,A-1,権限管理の細分化,鈴木,7,解約の声が3件,10,6-8,1,ロールの設計から必要
            1,6.25,A-2,検索の速度改善,高橋,8,,9,6,2,
            3,4.75,A-3,英語UI,,3,,4,10,2,
        ")
        .exit(0);
}

#[test]
fn a_decision_wins_over_all_and_its_note_is_kept() {
    case()
        .file(
            "decisions.csv",
            "id,criterion,rating,note\nA-1,ease,3,first step only\nA-3,顧客影響度,4,\nA-2,Ease,,to be measured\n",
        )
        .args(["--decisions", "decisions.csv", "--by", "median"])
        .stdout("
            wrote agreed.csv (3 items out of the sheets of 4 raters) and agreed.record.csv (who gave which rating, and what was taken)
            Taken: 2 as decided, 10 as the median

            Next: `tenbin rank agreed.csv`
        ")
        .stderr("
            warning[blank-decision]: item `A-2` has no decided rating for `ease`: only the note is kept
              --> decisions.csv:4:10
              help: write the rating that was agreed, or leave it and let the sheets decide
        ")
        .exit(0)
        .left("agreed.csv", "
            ID,改善項目,担当,顧客影響度,顧客影響度の理由,ビジネスインパクト,市場競争力,実装の容易さ,実装の容易さの理由
            A-1,権限管理の細分化,鈴木,7,customer-success: 解約の声が3件,9,7,3,first step only
            A-2,検索の速度改善,高橋,9,,7,6,5,to be measured
            A-3,英語UI,,4,,5.5,9,3,
        ");
}

#[test]
fn decisions_about_something_else_are_told_with_their_lines_and_nothing_is_written() {
    case()
        .file(
            "decisions.csv",
            "id,criterion,rating,note\nA-11,ease,3,\nA-1,effort,3,\nA-1,ease,11,\nA-2,ease,8点,\nA-2,ease,5,\nA-2,実装の容易さ,6,\n",
        )
        .args(["--decisions", "decisions.csv"])
        .stderr("
            error[unknown-item]: no sheet has an item `A-11`
              --> decisions.csv:2:1
              help: write `A-1` if that is the item
            error[unknown-criterion]: `effort` is none of the criteria that the sheets rate
              --> decisions.csv:3:5
              help: expected one of `customer_impact`, `business_impact`, `market_competitiveness`, `ease`
            error[out-of-scale]: `ease` of item `A-1` is `11`, expected 1–10
              --> decisions.csv:4:10
              help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.ease]`
            error[not-a-number]: `ease` of item `A-2` is `8点`, expected a number
              --> decisions.csv:5:10
              help: write a plain number such as `8` or `7.5`, or a range such as `6-8` with the lower end first, and no unit
            error[decided-twice]: item `A-2` is decided for `ease` in line 6 already
              --> decisions.csv:7:1
              help: keep the line that was agreed last
            5 errors, no warnings
        ")
        .exit(1)
        .holds(&["customer-success.csv", "decisions.csv", "marketing.csv", "営業.csv", "開発.csv"]);
}

#[test]
fn decisions_need_their_columns() {
    case()
        .file("decisions.csv", "id,rating\nA-1,3\n")
        .args(["--decisions", "decisions.csv"])
        .stderr_has(["error[missing-column]: there is no column for `criterion`", "--> decisions.csv:1:1"])
        .exit(1);
}

#[test]
fn a_mean_is_what_it_says() {
    let outcome = case().args(["--by", "mean"]).any_output().exit(0);
    let agreed = String::from_utf8(outcome.bytes("agreed.csv")).expect("it is UTF-8");
    // (3 + 4 + 3) ÷ 3, (7 + 4 + 6 + 5) ÷ 4, (6 + 10 + 10 + 8) ÷ 4, (3 + 4 + 3 + 2) ÷ 4
    assert!(agreed.contains("A-3,英語UI,,3.333333,,5.5,8.5,3,\n"), "{agreed}");
}

#[test]
fn a_lead_without_a_sheet_is_told_and_the_median_taken() {
    Case::new()
        .file("営業.csv", SALES)
        .file("marketing.csv", MARKETING)
        .args(["workshop", "merge", "営業.csv", "marketing.csv", "-o", "agreed.csv"])
        .stdout("
            wrote agreed.csv (3 items out of the sheets of 2 raters) and agreed.record.csv (who gave which rating, and what was taken)
            Taken: 6 from the leading team, 6 as the median where no team leads

            Next: `tenbin rank agreed.csv`
        ")
        .stderr("
            warning[team-without-sheet]: `Customer success` leads `Customer impact` and has no sheet: the median of all is taken
              help: pass the team's sheet too; the name of the file, or what stands in the `rater` column, must be the team's
            warning[team-without-sheet]: `Development` leads `Ease` and has no sheet: the median of all is taken
        ")
        .exit(0);
}

#[test]
fn one_rater_alone_is_told_that_there_is_nothing_to_merge() {
    let alone = || {
        let args = ["workshop", "merge", "営業.csv", "-o", "agreed.csv", "--by", "median"];
        Case::new().file("営業.csv", SALES).args(args).any_output()
    };
    alone()
        .stderr(
            "
            warning[few-raters]: there is only one rater, `営業`: there is nothing to merge, and no other opinion to compare with
              help: pass every team's sheet, or one file with a `rater` column
        ",
        )
        .exit(0);
    alone()
        .args(["--lang", "ja"])
        .stderr(
            "
            警告[few-raters]: 評価者が `営業` しかありません（ほかに評価がないため、まとめることも比べることもしていません）
              対処: すべてのチームのシートか、評価者（rater）の列があるファイルを指定してください
        ",
        )
        .exit(0);
    let shared =
        "rater,ID,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ\n営業,A-1,8,10,7,8\n開発,A-1,4,7,6,1\n";
    let args = ["workshop", "merge", "shared.csv", "-o", "agreed.csv", "--by", "median"];
    let outcome = Case::new().file("shared.csv", shared).args(args).any_output().exit(0);
    assert!(!outcome.err().contains("few-raters"), "{}", outcome.err());
}

#[test]
fn teams_of_the_weights_file_lead() {
    let outcome = case()
        .file("weights.toml", "[teams]\n\"営業\" = [\"ease\", \"customer_impact\"]\n\"Marketing\" = [\"business_impact\", \"market_competitiveness\"]\n")
        .any_output()
        .exit(0);
    let agreed = String::from_utf8(outcome.bytes("agreed.csv")).expect("it is UTF-8");
    assert!(agreed.contains("A-2,検索の速度改善,高橋,8,,7,6,5,\n"), "{agreed}");
}

#[test]
fn two_rounds_are_compared() {
    let first = case().any_output().exit(0);
    let record = first.bytes("agreed.record.csv");
    let again = || {
        case()
            .file("q1.record.csv", &record)
            .file("開発.csv", DEVELOPMENT.replace(",6,1,ロ", ",6,6,ロ").replace("10,6,6,2", "10,6,6,9"))
            .args(["--previous", "q1.record.csv"])
    };
    again().stdout("
        wrote agreed.csv (3 items out of the sheets of 4 raters) and agreed.record.csv (who gave which rating, and what was taken)
        Taken: 11 from the leading team, 1 as the median where the lead left a blank
        The lead left a blank, so the median of the others was taken: A-3 Customer impact

        Since the last round

        Of 12 ratings compared, opinions came together on 1, went apart on 1 and stayed as they were on 10

        Come together:

        ID   Title             Criterion  Range before  Range  AD before    AD  Agreed before  Agreed
        ─────────────────────────────────────────────────────────────────────────────────────────────
        A-1  権限管理の細分化  Ease                1–8    6–8       2.00  0.75              1       6

        Gone apart:

        ID   Title           Criterion  Range before  Range  AD before    AD  Agreed before  Agreed
        ───────────────────────────────────────────────────────────────────────────────────────────
        A-2  検索の速度改善  Ease                2–6    5–9       1.00  1.25              2       9

        Next: `tenbin rank agreed.csv`
    ").exit(0);
    let json: Value =
        serde_json::from_slice(&again().args(["-f", "json"]).any_output().exit(0).stdout).expect("it is JSON");
    let rounds = json["rounds"].as_array().expect("rounds");
    let course = |course: &str| rounds.iter().filter(|round| round["course"] == course).count();
    assert_eq!((course("together"), course("apart"), course("same"), rounds.len()), (1, 1, 10, 12));
    assert_eq!(json["cells"].as_array().map(Vec::len), Some(12));
}

#[test]
fn a_line_of_the_last_round_that_stands_again_counts_once_and_where_the_two_differ_not_at_all() {
    let record =
        |lines: &str| format!("id,criterion,rater,rating,agreed\nA-1,ease,営業,2,2\nA-1,ease,marketing,8,2\n{lines}");
    let compared = |lines: &str| case().file("q1.record.csv", record(lines)).args(["--previous", "q1.record.csv"]);
    let rounds = |case: Case| {
        let json: Value = serde_json::from_slice(&case.args(["-f", "json"]).any_output().exit(0).stdout).expect("JSON");
        json["rounds"].clone()
    };
    let once = rounds(compared(""));
    assert_eq!(once[0]["range_before"], serde_json::json!([2, 8]));
    let again = "A-1,実装の容易さ,営業,2.0,2\nA-1,ease,営業,,2\n,ease,,5,2\n";
    assert_eq!(rounds(compared(again)), once);
    assert_eq!(rounds(compared("A-1,ease,営業,5,2\n"))[0]["range_before"], serde_json::json!([8, 8]));
    compared("A-1,ease,営業,2,2\nA-1,ease,営業,5,2\n")
        .any_output()
        .stderr(
            "
            warning[recorded-twice]: the rating of `営業` for `ease` of item `A-1` stands in line 2 of the record already: it counts once
              --> q1.record.csv:4:13
              help: delete the line that is out of date
            warning[recorded-twice]: the rating of `営業` for `ease` of item `A-1` stands in line 2 of the record already: the two differ, and neither counts
              --> q1.record.csv:5:13
        ",
        )
        .exit(0);
    // Where the names are gone, lines that are alike may be of several raters.
    let nameless = "A-1,ease,,5,2\nA-1,ease,,5,2\n";
    let json = rounds(compared(nameless));
    assert_eq!(json[0]["ad_before"], serde_json::json!(1.5));
}

#[test]
fn what_cannot_be_read_in_the_last_round_is_told_and_does_not_stop_this_one() {
    let record = "id,criterion,rater,rating,agreed\n\
                  A-1,ease,営業,80,70\nA-1,ease,marketing,8点,70\nA-1,ease,開発,3,70\n\
                  A-2,ease,開発,1.123456789012345678901,1\nA-2,ease,営業,5,1\n";
    let compared = || case().file("q1.record.csv", record).args(["--previous", "q1.record.csv"]);
    compared()
        .any_output()
        .stderr(
            "
            warning[unreadable-record]: `ease` of item `A-1` is `80` in the record, expected 1–10: it is left out of the comparison
              --> q1.record.csv:2:13
              help: correct it if you know what was meant; the merge doesn't need it
            warning[unreadable-record]: `ease` of item `A-1` is `70` in the record, expected 1–10: it is left out of the comparison
              --> q1.record.csv:2:16
            warning[unreadable-record]: `ease` of item `A-1` is `8点` in the record, expected 1–10: it is left out of the comparison
              --> q1.record.csv:3:20
            warning[unreadable-record]: `ease` of item `A-2` is `1.123456789012345678901` in the record, more digits than tenbin can keep exactly: it is left out of the comparison
              --> q1.record.csv:5:13
        ",
        )
        .exit(0);
    let json: Value =
        serde_json::from_slice(&compared().args(["-f", "json"]).any_output().exit(0).stdout).expect("it is JSON");
    let before: Vec<&Value> =
        json["rounds"].as_array().expect("rounds").iter().map(|round| &round["range_before"]).collect();
    assert_eq!((before.len(), json["rounds"][0]["agreed_before"].is_null()), (2, true), "{before:?}");
}

#[test]
fn the_record_of_the_last_round_is_never_written_over_while_it_is_read() {
    let record = case().any_output().exit(0).bytes("agreed.record.csv");
    case()
        .file("agreed.record.csv", &record)
        .args(["--previous", "agreed.record.csv"])
        .stderr("error: agreed.record.csv is a file that is being read: write to another one\n")
        .exit(2)
        .holds(&["agreed.record.csv", "customer-success.csv", "marketing.csv", "営業.csv", "開発.csv"]);
}

#[test]
fn an_agreed_backlog_is_csv_or_tsv() {
    case()
        .args(["--by", "loudest"])
        .stderr("error: `loudest` is no way to take a rating, expected `lead`, `median`, `mean`\n")
        .exit(2);
    Case::new()
        .file("a.csv", SALES)
        .args(["workshop", "merge", "a.csv", "-o", "agreed.json"])
        .stderr("error: `agreed.json` must end in .csv or .tsv: it is a backlog that `tenbin rank` reads\n")
        .exit(2);
    let tsv = Case::new()
        .file("営業.csv", SALES)
        .args(["workshop", "merge", "営業.csv", "-o", "agreed.tsv", "-q"])
        .any_output()
        .exit(0)
        .holds(&["agreed.record.tsv", "agreed.tsv", "営業.csv"]);
    assert!(String::from_utf8(tsv.bytes("agreed.tsv")).is_ok_and(|text| text.starts_with("ID\t改善項目\t担当\t")));
}

#[test]
fn for_excel_both_files_have_a_mark_and_no_formula() {
    let outcome =
        case().file("marketing.csv", MARKETING.replace("英語UI", "=1+1")).args(["--excel"]).any_output().exit(0);
    for name in ["agreed.csv", "agreed.record.csv"] {
        let text = String::from_utf8(outcome.bytes(name)).expect("it is UTF-8");
        assert!(text.starts_with('\u{FEFF}') && text.contains("\r\n") && !text.contains(",=1+1"), "{text}");
    }
}

#[test]
fn a_folder_that_is_missing_leaves_nothing_half_written() {
    Case::new()
        .file("営業.csv", SALES)
        .args(["workshop", "merge", "営業.csv", "-o", "results/agreed.csv", "-q"])
        .stderr("error: there is no folder results\n")
        .exit(2)
        .holds(&["営業.csv"]);
}
