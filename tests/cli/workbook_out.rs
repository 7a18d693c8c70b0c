//! `-f xlsx`: what stands in the cells, which of them are formulas, and what is refused. Whether the formulas compute
//! what tenbin computes is for LibreOffice to say: scripts/workbook.py.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use zip::ZipArchive;

use super::harness::{BACKLOG, BACKLOG_JA, BACKLOG_WITH_GAPS, Case, TARGETS};

/// A workbook that a run has left.
struct Book(Vec<u8>);

impl Book {
    fn made(case: Case, arguments: &[&str]) -> Self {
        let outcome = case.args(arguments.iter().copied()).args(["-q", "-o", "ranked.xlsx"]).exit(0);
        Self(outcome.bytes("ranked.xlsx"))
    }

    /// A sheet row by row, as what is stored.
    fn rows(&self, sheet: &str) -> Vec<String> {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&self.0)).expect("it is a workbook");
        let range = book.worksheet_range(sheet).expect("there is such a sheet");
        range.rows().map(|row| row.iter().map(Data::to_string).collect::<Vec<_>>().join("|")).collect()
    }

    /// The formulas of a sheet, row by row.
    fn formulas(&self, sheet: &str) -> Vec<Vec<String>> {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&self.0)).expect("it is a workbook");
        let range = book.worksheet_formula(sheet).expect("there is such a sheet");
        range.rows().map(|row| row.iter().filter(|text| !text.is_empty()).cloned().collect()).collect()
    }

    fn part(&self, name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(&self.0)).expect("it is an archive");
        let mut text = String::new();
        archive.by_name(name).expect("there is such a part").read_to_string(&mut text).expect("it is UTF-8");
        text
    }

    #[track_caller]
    fn part_has(&self, name: &str, texts: &[&str]) {
        let part = self.part(name);
        for text in texts {
            assert!(part.contains(text), "{name} has no {text}");
        }
    }
}

#[test]
fn a_ranking_is_a_sheet_with_the_answer_stored_and_empty_cells_where_there_is_none() {
    let book = Book::made(Case::new().file("backlog.csv", BACKLOG_WITH_GAPS), &["rank", "backlog.csv"]);
    assert_eq!(
        book.rows("Ranking"),
        [
            "Rank|ID|Title|Score|Customer impact|Business impact|Market competitiveness|Ease",
            "1|A-2|Faster search|7.375|9|7|6|7.5",
            "2|A-1|Download invoices in bulk|6.25|8|6|4|7",
            "2|A-5|Line numbers in import errors|6.25|8|5|3|9",
            "|A-3|Single sign-on||5|9|8|",
            "|A-4|Mobile notifications||6||7|6",
        ]
    );
}

#[test]
fn scores_and_ranks_are_formulas_on_ratings_and_named_weights() {
    let book = Book::made(Case::new().file("backlog.csv", BACKLOG), &["rank", "backlog.csv"]);
    let formulas = book.formulas("Ranking");
    assert_eq!(formulas.len(), 5, "one row an item");
    let rated = "AND(OR(weight_customer_impact=0,ISNUMBER($E2)),OR(weight_business_impact=0,ISNUMBER($F2)),\
                 OR(weight_market_competitiveness=0,ISNUMBER($G2)),OR(weight_ease=0,ISNUMBER($H2)))";
    let mean = "ROUND((weight_customer_impact*$E2+weight_business_impact*$F2+weight_market_competitiveness*$G2+\
                weight_ease*$H2)/(weight_customer_impact+weight_business_impact+weight_market_competitiveness+\
                weight_ease),13)";
    assert_eq!(
        formulas[0],
        [
            r#"IF(ISNUMBER($D2),1+COUNTIF($D$2:$D$6,">"&$D2*(1+1E-12)),"")"#.to_owned(),
            format!(r#"IFERROR(IF({rated},{mean},""),"")"#),
        ]
    );
    book.part_has(
        "xl/workbook.xml",
        &[
            "<definedName name=\"weight_customer_impact\">'Weights'!$B$",
            "<definedName name=\"weight_ease\">'Weights'!$B$",
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Ranking!$1:$1</definedName>",
        ],
    );
}

#[test]
fn factors_have_columns_of_their_own_and_costs_are_reversed() {
    let book = Book::made(Case::new().file("targets.csv", TARGETS), &["rank", "targets.csv", "-m", "target"]);
    let rows = book.rows("Ranking");
    assert_eq!(
        rows[0],
        "Rank|ID|Title|Score|Impact|Contribution|Cost|Generality|Persistence|Severity|Opportunity|Difficulty|\
         Initial cost|Running cost"
    );
    assert_eq!(rows[2], "2|T-1|Month-end rework in accounting|148176|432|49|4|8|6|9|7|4|5|3");
    let formulas = book.formulas("Ranking");
    assert!(formulas[0][1].contains("IF(weight_cost=0,1,(11-N($G2))^weight_cost)"), "{}", formulas[0][1]);
    assert!(formulas[0][3].contains("weight_contribution<>0"), "{}", formulas[0][3]);
}

#[test]
fn a_cost_quantity_divides_and_ranks_are_counted_with_all_digits() {
    let backlog = "id,reach,impact,confidence,effort\nR-1,400,2,80%,2\nR-2,400,1,80%,0\n";
    let book = Book::made(Case::new().file("backlog.csv", backlog), &["rank", "backlog.csv", "-m", "rice"]);
    let formulas = book.formulas("Ranking");
    assert!(formulas[0][1].contains("IF(weight_effort=0,1,$G2^-weight_effort)"), "{}", formulas[0][1]);
    let rank = r#"IF(ISNUMBER($C2),1+SUMPRODUCT(ISNUMBER($C$2:$C$3)*($C$2:$C$3>$C2*(1+1E-12))),"")"#;
    assert_eq!(formulas[0][0], rank);
    assert_eq!(book.rows("Ranking")[2], "|R-2||400|1|0.8|0", "nought divides nothing");
}

#[test]
fn what_decides_between_equal_scores_stands_in_the_rank() {
    let weights = "[ranking]\ntie_break = [\"ease\"]\n";
    let case = Case::new().file("backlog.csv", BACKLOG).file("weights.toml", weights);
    let book = Book::made(case, &["rank", "backlog.csv"]);
    assert_eq!(
        book.formulas("Ranking")[0][0],
        "IF(ISNUMBER($D2),1+COUNTIF($D$2:$D$6,\">\"&$D2*(1+1E-12))+SUMPRODUCT(ISNUMBER($D$2:$D$6)*\
         ($D$2:$D$6>=$D2*(1-1E-12))*($D$2:$D$6<=$D2*(1+1E-12))*ISNUMBER($H$2:$H$6)*\
         ((($H$2:$H$6>$H2)+1-ISNUMBER($H2))>0)),\"\")"
    );
    let ranks: Vec<_> = book.rows("Ranking").iter().map(|row| row.chars().next()).collect();
    assert_eq!(ranks, ["R", "1", "2", "3", "4", "5"].map(|rank| rank.chars().next()));
}

#[test]
fn the_weights_say_what_they_are_and_where_they_come_from() {
    let book = Book::made(Case::new().file("backlog.csv", BACKLOG), &["rank", "backlog.csv", "--weight", "ease=2"]);
    let rows = book.rows("Weights");
    assert_eq!(
        rows.iter().map(|row| row.trim_matches('|')).collect::<Vec<_>>(),
        [
            "Weights of the model matrix",
            "Change a weight in a yellow cell, or a rating on the other sheet: scores and ranks follow at once. A weight of 0 takes its criterion out",
            "Rows stay where they are: to put them in order again, sort the ranking by rank",
            "Where the weights come from: the model's own weights, changed by --weight",
            "",
            "Criterion|Weight|Share|Direction|Scale|Name of the cell",
            "Score: weighted mean",
            "Customer impact|1|0.2|more is better|1 to 10|weight_customer_impact",
            "Business impact|1|0.2|more is better|1 to 10|weight_business_impact",
            "Market competitiveness|1|0.2|more is better|1 to 10|weight_market_competitiveness",
            "Ease|2|0.4|more is better|1 to 10|weight_ease",
        ]
    );
}

#[test]
fn a_japanese_workbook_has_a_japanese_font_and_room_for_it() {
    let case = Case::new().file("backlog.csv", BACKLOG_JA);
    let book = Book::made(case, &["rank", "backlog.csv", "--lang", "ja"]);
    assert_eq!(
        book.rows("順位")[0],
        "順位|ID|改善項目|総合スコア|顧客影響度|ビジネスインパクト|市場競争力|実装の容易さ"
    );
    book.part_has("xl/styles.xml", &["<name val=\"游ゴシック\"/>"]);
    // A heading of nine characters, each as wide as two digits, with its filter's arrow.
    book.part_has("xl/worksheets/sheet1.xml", &["<col min=\"6\" max=\"6\" width=\"23.625\""]);
}

#[test]
fn a_sheet_is_ready_to_be_filtered_printed_and_filled_in() {
    let book = Book::made(Case::new().file("backlog.csv", BACKLOG), &["rank", "backlog.csv"]);
    book.part_has(
        "xl/worksheets/sheet1.xml",
        &[
            "<pane xSplit=\"4\" ySplit=\"1\" topLeftCell=\"E2\" activePane=\"bottomRight\" state=\"frozen\"/>",
            "<autoFilter ref=\"A1:H6\"/>",
            "<cfRule type=\"dataBar\"",
            "<dataValidation type=\"decimal\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" \
             error=\"Please enter a number from 1 to 10\"",
            "<formula1>1</formula1><formula2>10</formula2>",
            "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"",
        ],
    );
}

#[test]
fn no_text_becomes_a_formula_or_a_link() {
    let texts =
        ["=1+1", "+A1", "-2+3", "@cmd", "＝1+1", "http://example.com", "=HYPERLINK(\"http://x\")", "\u{1}x", "_x0041_"];
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |(number, text): (usize, &&str)| format!("I{number},{0},5,5,5,5,{0}\n", quoted(text));
    let rows: String = texts.iter().enumerate().map(row).collect();
    let header = "id,title,customer_impact,business_impact,market_competitiveness,ease,=1+1\n";
    let book = Book::made(Case::new().file("backlog.csv", header.to_owned() + &rows), &["rank", "backlog.csv"]);
    for (number, text) in texts.iter().enumerate() {
        let row = &book.rows("Ranking")[number + 1];
        assert_eq!(*row, format!("1|I{number}|{text}|5|5|5|5|5|{text}"));
    }
    assert!(book.formulas("Ranking").iter().all(|row| row.len() == 2), "rank and score");
    assert!(!book.part("xl/worksheets/sheet1.xml").contains("hyperlink"));
    // Whoever opens such a cell and leaves it again has the same text.
    book.part_has("xl/styles.xml", &["quotePrefix=\"1\""]);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let made = || Book::made(Case::new().file("targets.csv", TARGETS), &["rank", "targets.csv", "-m", "target"]).0;
    assert!(made() == made());
}

#[test]
fn a_text_that_is_too_long_for_a_cell_is_cut_and_that_is_said() {
    let backlog = format!("{}A-9,{},5,5,5,5\n", BACKLOG, "長".repeat(40_000));
    let outcome = Case::new()
        .file("backlog.csv", backlog)
        .args(["rank", "backlog.csv", "-o", "ranked.xlsx"])
        .stderr("note: 1 cell was longer than the 32,767 characters that a workbook's cell holds, and was cut; CSV and JSON have it whole\n")
        .exit(0);
    let book = Book(outcome.bytes("ranked.xlsx"));
    let title = book.rows("Ranking")[6].split('|').nth(2).map(|title| (title.chars().count(), title.ends_with('…')));
    assert_eq!(title, Some((32_767, true)));
}

#[test]
fn a_table_that_is_too_wide_for_a_sheet_is_refused_and_nothing_is_left() {
    let more: String = (5..16_384).map(|column| format!(",c{column}")).collect();
    let header = format!("id,customer_impact,business_impact,market_competitiveness,ease{more}\n");
    let backlog = format!("{header}A-1,1,2,3,4{}\n", ",".repeat(16_379));
    Case::new()
        .file("backlog.csv", backlog)
        .args(["rank", "backlog.csv", "-o", "ranked.xlsx"])
        .stderr(
            "
            error: cannot write ranked.xlsx: 2 rows and 16386 columns are more than a workbook's sheet holds (1,048,576 rows, 16,384 columns); write CSV instead
        ",
        )
        .exit(2)
        .holds(&["backlog.csv"]);
}

#[test]
fn very_many_items_are_numbers_without_formulas() {
    let header = "id,customer_impact,business_impact,market_competitiveness,ease\n";
    let rows: String = (0..10_001).map(|number| format!("A-{number},1,2,3,{}\n", number % 10 + 1)).collect();
    let book = Book::made(Case::new().file("backlog.csv", header.to_owned() + &rows), &["rank", "backlog.csv"]);
    assert!(book.formulas("Ranking").iter().all(Vec::is_empty));
    assert_eq!(book.rows("Ranking")[1], "1|A-9|4|1|2|3|10");
    assert!(book.rows("Weights")[1].starts_with("The numbers are fixed here"));
}

#[test]
fn a_cut_ranking_says_among_what_its_ranks_are() {
    let book = Book::made(Case::new().file("backlog.csv", BACKLOG), &["rank", "backlog.csv", "--top", "1"]);
    assert_eq!(book.rows("Ranking").len(), 2);
    assert!(book.rows("Weights")[3].starts_with("Only items down to rank 1 are in this workbook"));
}

#[test]
fn the_rank_in_a_group_is_a_formula_on_the_rank_among_all() {
    let text = "id,team,ease\nA-1,CS,9\nA-2,Dev,8\nA-3,cs,8\nA-4,,7\nA-5,CS,\n";
    let weights = "model = 'm'\n[models.m]\ncombine = 'mean'\nof = ['ease']\n";
    let case = Case::new().file("b.csv", text).file("w.toml", weights);
    let book = Book::made(case, &["rank", "b.csv", "-w", "w.toml", "--by", "team"]);
    assert_eq!(
        book.rows("Ranking"),
        [
            "Rank|ID|Score|Group|In group|Ease|team",
            "1|A-1|9|CS|1|9|CS",
            "2|A-3|8|CS|2|8|cs",
            "2|A-2|8|Dev|1|8|Dev",
            "4|A-4|7||1|7|",
            "|A-5||CS|||CS",
        ]
    );
    let formula = "IF(ISNUMBER($A3),1+SUMPRODUCT(($D$2:$D$6=$D3)*ISNUMBER($A$2:$A$6)*($A$2:$A$6<$A3)),\"\")";
    assert_eq!(book.formulas("Ranking")[1].last().map(String::as_str), Some(formula));
}

#[test]
fn any_other_answer_is_its_sheet_in_a_workbook() {
    let case = Case::new().file("backlog.csv", BACKLOG);
    let book = Book::made(case, &["whatif", "backlog.csv", "--weight", "ease=2"]);
    assert_eq!(
        book.rows("tenbin")[..3],
        [
            "id|title|rank_base|score_base|rank_custom|score_custom",
            "A-2|Faster search|1|6.5|3|6",
            "A-1|Download invoices in bulk|2|6.25|2|6.4",
        ]
    );
    let case = Case::new().file("backlog.csv", BACKLOG);
    let book = Book::made(case, &["explain", "backlog.csv", "A-1"]);
    assert_eq!(book.rows("tenbin")[1], "score||6.25|1|6.25|(8 + 6 + 4 + 7) ÷ 4");
}

#[test]
fn a_workbook_is_not_shown() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "-f", "xlsx", "--watch"])
        .stderr_has(["xlsx is a file and can't be shown here: name one with -o, such as `-o ranked.xlsx`"])
        .exit(2);
}
