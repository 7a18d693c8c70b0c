//! `tenbin workshop sheets`: a sheet for each team, with nobody's ratings in sight, and never over one that is there.

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

#[test]
fn every_team_of_the_model_gets_a_sheet() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["workshop", "sheets", "backlog.csv", "--out", "sheets"])
        .stdout("
            wrote sheets/customer-success.csv (5 items; Customer impact, Business impact, Market competitiveness, Ease)
            wrote sheets/sales.csv (5 items; Customer impact, Business impact, Market competitiveness, Ease)
            wrote sheets/marketing.csv (5 items; Customer impact, Business impact, Market competitiveness, Ease)
            wrote sheets/development.csv (5 items; Customer impact, Business impact, Market competitiveness, Ease)
            Next: give each team its sheet to fill in, then `tenbin workshop agenda sheets/customer-success.csv sheets/sales.csv sheets/marketing.csv sheets/development.csv`
        ")
        .exit(0)
        .left("sheets/sales.csv", "\u{FEFF}id,title,customer_impact,customer_impact_note,business_impact,business_impact_note,market_competitiveness,market_competitiveness_note,ease,ease_note\r\n\
            A-1,Download invoices in bulk,,,,,,,,\r\n\
            A-2,Faster search,,,,,,,,\r\n\
            A-3,Single sign-on,,,,,,,,\r\n\
            A-4,Mobile notifications,,,,,,,,\r\n\
            A-5,Line numbers in import errors,,,,,,,,\r\n");
}

#[test]
fn every_team_of_the_model_gets_a_sheet_in_japanese() {
    let outcome = Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["workshop", "sheets", "backlog.csv", "--lang", "ja"])
        .stdout("
            カスタマーサクセス.csv を作成しました（改善項目5件、顧客影響度、ビジネスインパクト、市場競争力、実装の容易さ）
            営業.csv を作成しました（改善項目5件、顧客影響度、ビジネスインパクト、市場競争力、実装の容易さ）
            マーケティング.csv を作成しました（改善項目5件、顧客影響度、ビジネスインパクト、市場競争力、実装の容易さ）
            開発.csv を作成しました（改善項目5件、顧客影響度、ビジネスインパクト、市場競争力、実装の容易さ）
            次は、各チームに評価シートを渡して記入してもらい、`tenbin workshop agenda カスタマーサクセス.csv 営業.csv マーケティング.csv 開発.csv` を実行してください
        ")
        .exit(0);
    let sheet = String::from_utf8(outcome.bytes("営業.csv")).expect("it is UTF-8");
    assert!(
        sheet.starts_with(
            "\u{FEFF}ID,改善項目,顧客影響度,顧客影響度の理由,ビジネスインパクト,ビジネスインパクトの理由,"
        )
    );
}

#[test]
fn a_team_may_rate_only_what_it_leads() {
    Case::new()
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .file(
            "weights.toml",
            "[teams]\n\"R&D\" = [\"ease\", \"market_competitiveness\"]\n\"CS team\" = [\"customer_impact\"]\n",
        )
        .args(["workshop", "sheets", "backlog.csv", "--lead-only"])
        .stdout(
            "
                wrote r&d.csv (5 items; Market competitiveness, Ease)
                wrote cs-team.csv (5 items; Customer impact)
                Next: give each team its sheet to fill in, then `tenbin workshop merge 'r&d.csv' cs-team.csv -o agreed.csv`
            ",
        )
        .exit(0)
        .left(
            "cs-team.csv",
            "\u{FEFF}id,title,customer_impact,customer_impact_note\r\n\
            A-1,Download invoices in bulk,,\r\n\
            A-2,Faster search,,\r\n\
            A-3,Single sign-on,,\r\n\
            A-4,Mobile notifications,,\r\n\
            A-5,Line numbers in import errors,,\r\n",
        );
}

#[test]
fn what_stands_beside_the_ratings_is_carried_along_and_what_a_ranking_left_is_not() {
    Case::new()
        .file("ranked.csv", "rank,score,id,title,owner,ease,ease_note,rater,link\n1,8,A-1,\"a, b\",Kim,8,quick,sales,=cmd\n")
        .args(["workshop", "sheets", "ranked.csv", "--team", "Sales", "--weight", "customer_impact=0"])
        .stdout_has(["wrote sales.csv (1 item; Business impact, Market competitiveness, Ease)"])
        .stderr_has(["note: 1 cell"])
        .exit(0)
        .left("sales.csv", "\u{FEFF}id,title,owner,link,business_impact,business_impact_note,market_competitiveness,market_competitiveness_note,ease,ease_note\r\n\
            A-1,\"a, b\",Kim,'=cmd,,,,,,\r\n");
}

#[test]
fn a_list_of_ideas_without_ids_gets_the_numbers_of_its_rows() {
    Case::new()
        .file("ideas.csv", "idea\nDark mode\nBulk edit\n")
        .args(["workshop", "sheets", "ideas.csv", "--team", "A", "--team", "B", "-m", "ice"])
        .stdout_has(["wrote a.csv (2 items; Impact, Confidence, Ease)"])
        .stderr_has(["warning[no-id-column]"])
        .exit(0)
        .left(
            "b.csv",
            "\u{FEFF}id,idea,impact,impact_note,confidence,confidence_note,ease,ease_note\r\n\
            1,Dark mode,,,,,,\r\n\
            2,Bulk edit,,,,,,\r\n",
        );
}

#[test]
fn a_sheet_that_is_there_stays_and_nothing_is_written() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .file("sales.csv", "filled in")
        .args(["workshop", "sheets", "backlog.csv"])
        .stderr("error: sales.csv is there already and may hold ratings: nothing was written; name another folder with --out\n")
        .exit(2)
        .left("sales.csv", "filled in")
        .holds(&["backlog.csv", "sales.csv"]);
}

#[test]
fn a_model_without_teams_needs_their_names() {
    Case::new()
        .file("targets.csv", TARGETS)
        .args(["workshop", "sheets", "targets.csv", "-m", "target"])
        .stderr("error: model `target` names no teams: say whose sheets to write with --team NAME, or under [teams] in the weights file\n")
        .exit(2)
        .holds(&["targets.csv"]);
}

#[test]
fn two_teams_never_share_a_file() {
    for (teams, named) in [(["R/D", "r-d"], "`r-d`"), (["..", "a"], "`..`")] {
        Case::new()
            .file("backlog.csv", BACKLOG)
            .args(["workshop", "sheets", "backlog.csv", "--team"])
            .args(teams)
            .stderr_has([&format!("error: team {named} can't have a sheet of its own")[..]])
            .exit(2)
            .holds(&["backlog.csv"]);
    }
}

#[test]
fn a_team_that_leads_nothing_has_nothing_to_rate() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["workshop", "sheets", "backlog.csv", "--lead-only", "--team", "Finance"])
        .stderr("error: team `Finance` leads no criterion, so --lead-only leaves nothing to rate; the teams that lead are `Customer success`, `Sales`, `Marketing`, `Development`\n")
        .exit(2);
}

#[test]
fn a_broken_backlog_makes_no_sheet() {
    Case::new()
        .file("backlog.csv", "id,title\nA-1,a\nA-1,b\n")
        .args(["workshop", "sheets", "backlog.csv"])
        .stderr_has(["error[duplicate-id]", "--> backlog.csv:3:1"])
        .exit(1)
        .holds(&["backlog.csv"]);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["workshop", "sheets", "backlog.csv", "--out", "backlog.csv/sheets"])
        .stderr_has(["error: cannot write backlog.csv/sheets: it is no folder"])
        .exit(2);
}

#[test]
fn sheets_may_be_workbooks_which_the_agenda_reads() {
    let made = Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["workshop", "sheets", "backlog.csv", "-f", "xlsx", "--lang", "ja", "--team", "営業", "開発"])
        .stdout_has([
            "営業.xlsx を作成しました（改善項目5件、顧客影響度、",
            "`tenbin workshop agenda 営業.xlsx 開発.xlsx`",
        ])
        .exit(0);
    let (sales, development) = (made.bytes("営業.xlsx"), made.bytes("開発.xlsx"));
    assert!(sales.starts_with(b"PK"));
    let again = Case::new()
        .file("営業.xlsx", &sales)
        .file("開発.xlsx", &development)
        .args(["workshop", "agenda", "営業.xlsx", "開発.xlsx", "-f", "json", "-q"])
        .any_output()
        .exit(0);
    let answer: serde_json::Value = serde_json::from_slice(&again.stdout).expect("it is JSON");
    assert_eq!(answer["not_compared"], serde_json::json!(["A-1", "A-2", "A-3", "A-4", "A-5"]));
    assert_eq!(answer["raters"][0]["name"], "営業");
    Case::new()
        .file("backlog.csv", BACKLOG_JA)
        .args(["workshop", "sheets", "backlog.csv", "-f", "markdown"])
        .stderr_has(["error: there is no format `markdown`; there are `csv`, `xlsx`"])
        .exit(2)
        .holds(&["backlog.csv"]);
}
