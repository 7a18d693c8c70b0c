//! Workbooks in: every command reads them, findings name their cells, and what can't be read is refused by name.

use std::io::Write;

use rawzip::{CompressionMethod, ZipArchiveWriter};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::harness::{BACKLOG, Case, Outcome};

/// The usual backlog as a sheet: texts shared, numbers as numbers.
fn write_backlog(sheet: &mut Worksheet, first: (u32, u16)) {
    for (row, line) in (first.0..).zip(BACKLOG.lines()) {
        for (column, cell) in (first.1..).zip(line.split(',')) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number),
                Err(_) => sheet.write(row, column, cell),
            }
            .expect("a cell");
        }
    }
}

/// A workbook with the usual backlog, changed.
fn workbook(change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Items").expect("a name");
    write_backlog(sheet, (0, 0));
    change(sheet);
    workbook.save_to_buffer().expect("a workbook")
}

/// A ZIP file with some parts, as they are.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, content) in parts {
        let file = archive.new_file(name).compression_method(CompressionMethod::STORE);
        let (mut entry, config) = file.start().expect("a part");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(content.as_bytes()).expect("a part");
        let (_, descriptor) = writer.finish().expect("a part");
        entry.finish(descriptor).expect("a part");
    }
    archive.finish().expect("a list of parts");
    bytes
}

/// An OpenDocument spreadsheet around a sheet's rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"項目\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn run(case: Case, line: &str) -> Outcome {
    case.args(line.split(' ')).any_output().run()
}

#[test]
fn every_command_answers_a_workbook_as_it_answers_the_csv() {
    let newer = BACKLOG.replace("A-2,Faster search,9", "A-2,Faster search,6");
    let newer_book = workbook(|sheet| drop(sheet.write(2, 2, 6).map(|_| ())));
    let lines = [
        "rank FILE -f csv",
        "rank FILE -f table",
        "explain FILE A-3",
        "whatif FILE --weight ease=3",
        "stability FILE --draws 100 -f csv",
        "compare FILE new -f csv",
    ];
    for line in lines {
        let of = |file: &str| {
            let case = Case::new().file("a.csv", BACKLOG).file("a.xlsx", workbook(|_| {}));
            let new = if file == "a.csv" { newer.clone().into_bytes() } else { newer_book.clone() };
            let outcome = run(case.file("new", new), &line.replace("FILE", file));
            assert!(outcome.status.success(), "{line} {file}: {}", outcome.err());
            (outcome.out(), outcome.err())
        };
        assert_eq!(of("a.csv"), of("a.xlsx"), "{line}");
    }
}

#[test]
fn a_workbook_is_known_by_its_content_whatever_it_is_called() {
    let outcome = Case::new().stdin(workbook(|_| {})).args(["rank", "-", "-f", "csv"]).any_output().run();
    let named = Case::new().file("items.csv", workbook(|_| {})).args(["rank", "items.csv", "-f", "csv"]).any_output();
    assert!(outcome.status.success());
    assert_eq!(outcome.out(), named.run().out());
}

#[test]
fn what_is_no_number_is_pointed_at_by_its_cell() {
    let date = Format::new().set_num_format("yyyy/m/d");
    let book = workbook(|sheet| {
        sheet.write(1, 2, true).expect("a cell");
        sheet.write_formula(2, 3, Formula::new("=NA()").set_result("#N/A")).expect("a cell");
        let day = ExcelDateTime::from_ymd(2026, 6, 8).expect("a day");
        sheet.write_with_format(3, 4, &day, &date).expect("a cell");
        sheet.write(4, 5, "８").expect("a cell");
        sheet.write(5, 5, 11).expect("a cell");
    });
    Case::new()
        .file("items.xlsx", book)
        .args(["rank", "items.xlsx"])
        .stderr(
            r#"
                error[not-a-number]: `customer_impact` of item `A-1` is `TRUE`, expected a number
                  --> items.xlsx:Items!C2
                  help: write a number, or give the word one under `[values]` in `weights.toml`, so that ◎ ○ △ and the like stand for ratings: `"◎" = 9`
                error[excel-converted]: `business_impact` of item `A-2` is `#N/A`, which a spreadsheet has made of something else
                  --> items.xlsx:Items!D3
                  help: correct the formula in the spreadsheet, or type the rating, and save or export the file again
                error[excel-converted]: `market_competitiveness` of item `A-3` is `2026-06-08`, which a spreadsheet has made of something else
                  --> items.xlsx:Items!E4
                  help: type the rating again; format the column as text first, so that a range such as `6-8` doesn't become a date
                error[out-of-scale]: `ease` of item `A-5` is `11`, expected 1–10
                  --> items.xlsx:Items!F6
                  help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.ease]`
                note[full-width-digits]: `ease` of item `A-4` is `８`, in full-width characters: it was read as a number
                  --> items.xlsx:Items!F5
                  help: type it in half-width characters, so that other tools read it as a number too
                4 errors, no warnings, 1 note
            "#,
        )
        .exit(1);
}

#[test]
fn a_formula_without_a_value_is_no_rating() {
    let row = |ease: &str| {
        format!(
            "<row r=\"1\"><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"inlineStr\"><is><t>ease</t></is></c></row>\
             <row r=\"2\"><c><v>1</v></c><c>{ease}</c></row>"
        )
    };
    let book = |ease: &str| {
        let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", row(ease));
        package(&[
            ("xl/workbook.xml", "<workbook><sheets><sheet name=\"S 1\" r:id=\"a\"/></sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"t/worksheet\" Target=\"s.xml\"/></Relationships>",
            ),
            ("xl/s.xml", &sheet),
        ])
    };
    let weights = "[weights]\ncustomer_impact = 0\nbusiness_impact = 0\nmarket_competitiveness = 0\nease = 1\n";
    let case = |ease: &str| Case::new().file("weights.toml", weights).file("b.xlsx", book(ease));
    case("<f>2*4</f><v>8</v>")
        .args(["rank", "b.xlsx", "-f", "csv"])
        .stdout("rank,score,id,ease\n1,8,1,8\n")
        .stderr(
            "
    ",
        )
        .exit(0);
    case("<f>2*4</f>")
        .args(["rank", "b.xlsx"])
        .stderr(
            "
                error[excel-converted]: `ease` of item `1` is `=2*4`, which a spreadsheet has made of something else
                  --> b.xlsx:'S 1'!B2
                  help: open the workbook in Excel or LibreOffice and save it, so that the formula has a value; or type the number
                1 error, no warnings
            ",
        )
        .exit(1);
}

#[test]
fn what_libreoffice_saves_is_read() {
    for (name, content) in [
        ("book.xlsx", &include_bytes!("../data/workbooks/libreoffice.xlsx")[..]),
        ("book.ods", &include_bytes!("../data/workbooks/libreoffice.ods")[..]),
    ] {
        Case::new()
            .file(name, content)
            .args(["rank", name, "-q", "-f", "csv"])
            .stdout(
                r#"
                    rank,score,ID,改善項目,顧客影響度,ビジネスインパクト,市場競争力,実装の容易さ,起票日
                    1,6.525,A-1,"請求書の一括
                    ダウンロード",7.1,6,6,7,2026-08-10
                    2,6.5,A-2,"検索、""一覧""の速度改善",9,7,6,4,
                "#,
            )
            .exit(0);
    }
}

#[test]
fn a_note_says_which_sheet_is_read_and_what_was_passed_over() {
    Case::new()
        .file("book.ods", include_bytes!("../data/workbooks/libreoffice.ods"))
        .args(["rank", "book.ods", "--lang", "ja", "-o", "out.csv"])
        .stderr(
            "
                警告[title-rows]: 3行目を見出しとみなし、その上の1行を読み飛ばしました
                  --> book.ods:'改善項目 2026'!B3
                  対処: 見出しより上の行を削除し、見出しを1行目にしてください
                情報[chosen-sheet]: 見出しのある最初のシート `改善項目 2026` を読み込みました（`旧`、`メモ` は読み込んでいません）
                  --> book.ods:'改善項目 2026'!B3
                  対処: 別のシートを読み込むには、`--sheet シート名` を付けてください
                情報[hidden-rows]: 非表示の行が1行あります（改善項目として数えています）
                  --> book.ods:'改善項目 2026'!B5
                  対処: フィルターは行を隠すだけです。順位を付けない行は、削除するか、表示中の行だけを別のシートにコピーしてください
            ",
        )
        .exit(0);
}

#[test]
fn a_sheet_that_is_named_is_read_even_where_it_is_hidden() {
    let mut book = Workbook::new();
    write_backlog(book.add_worksheet().set_name("now").expect("a name"), (0, 0));
    write_backlog(book.add_worksheet().set_name("Q3 old").expect("a name").set_hidden(true), (0, 0));
    let book = book.save_to_buffer().expect("a workbook");
    let case = || Case::new().file("b.xlsx", &book);
    let outcome = case().args(["rank", "b.xlsx", "--sheet", "Q3 old", "-f", "csv"]).any_output().run();
    assert!(outcome.status.success() && outcome.err().is_empty());
    case()
        .args(["rank", "b.xlsx", "--sheet", "Q3 odl"])
        .stderr(
            "
                error[unknown-sheet]: there is no sheet `Q3 odl` in the workbook
                  --> b.xlsx
                  help: did you mean `Q3 old`? The workbook has `now`, `Q3 old`
                1 error, no warnings
            ",
        )
        .exit(1);
}

#[test]
fn a_table_may_stand_anywhere_and_what_stands_beside_it_is_said() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Items").expect("a name");
    write_backlog(sheet, (3, 1));
    sheet.write(0, 0, "Candidates 2026").expect("a cell");
    sheet.write(5, 9, "ask Sales").expect("a cell");
    sheet.write(7, 5, 12).expect("a cell");
    Case::new()
        .file("b.xlsx", book.save_to_buffer().expect("a workbook"))
        .args(["check", "b.xlsx"])
        .stderr(
            "
                error[out-of-scale]: `market_competitiveness` of item `A-4` is `12`, expected 1–10
                  --> b.xlsx:Items!F8
                  4 | id | title | customer_impact | business_impact | market_competitiveness | ease
                    |                                                  ----------------------
                  8 | A-4 | Mobile notifications | 6 | 4 | 12 | 6
                    |                                      ^^
                  help: correct the rating, or declare another scale in the weights file, in a model of your own: `scale = [0, 100]` under `[criteria.market_competitiveness]`

                warning[title-rows]: the header was found in line 4, and the line with text above it was passed over
                  --> b.xlsx:Items!B4
                  help: delete what stands above the header, so that the header is the first line

                warning[outside-cells]: the cell J6 stands beside the table and is not read
                  --> b.xlsx:Items!J6
                  help: if they belong to the items, give their column a header; if not, move them to another sheet

                1 error, 2 warnings
                Failed: b.xlsx, 5 items, not ranked; model matrix (the model's own weights), cutoff at 10
                `tenbin check --explain CODE` says more about a rule
            ",
        )
        .exit(1);
}

#[test]
fn programs_get_the_cell_beside_row_and_column() {
    let book = workbook(|sheet| drop(sheet.write(3, 5, 11).map(|_| ())));
    let of = |format: &str| {
        let case = Case::new().file("b.xlsx", &book).args(["check", "b.xlsx", "-f", format]).any_output();
        case.run().out()
    };
    let json: serde_json::Value = serde_json::from_str(&of("json")).expect("JSON");
    let finding = &json["findings"][0];
    assert_eq!((&finding["line"], &finding["column"], &finding["cell"]), (&4.into(), &6.into(), &"Items!F4".into()));
    let says = |format: &str, part: &str| assert!(of(format).contains(part), "{format}: {}", of(format));
    says(
        "github",
        "::error file=b.xlsx,line=4,col=6,title=out-of-scale::`ease` of item `A-3` is `11`, expected 1–10 (Items!F4)",
    );
    says("gitlab", "expected 1–10 (Items!F4)");
    says("sarif", "expected 1–10 (Items!F4)");
    says("sarif", "\"startLine\": 4");
    says("junit", "b.xlsx:Items!F4");
    says("markdown", "b.xlsx:Items\\!F4");
}

#[test]
fn cells_and_rows_that_are_said_to_be_many_fill_no_memory() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let number =
        "<table:table-cell office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"4\"/>";
    let names = ["id", "customer_impact", "business_impact", "market_competitiveness", "ease"];
    let empty = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let header: String = names.map(text).concat();
    let rows = format!(
        "<table:table-row>{header}</table:table-row><table:table-row>{}{number}</table:table-row>{empty}\
         <table:table-row>{}{number}</table:table-row>",
        text("a"),
        text("b")
    );
    Case::new()
        .file("b.ods", ods(&rows))
        .args(["rank", "b.ods", "-f", "csv"])
        .stdout(
            "rank,score,id,customer_impact,business_impact,market_competitiveness,ease\n1,7,a,7,7,7,7\n1,7,b,7,7,7,7\n",
        )
        .exit(0);
    let many = format!(
        "<table:table-row>{header}</table:table-row><table:table-row table:number-rows-repeated=\"9999999\">{}{number}</table:table-row>",
        text("a")
    );
    Case::new()
        .file("b.ods", ods(&many))
        .args(["rank", "b.ods"])
        .stderr(
            r#"
                error[workbook-too-large]: the sheet has something in more than 1,048,576 rows
                  --> b.ods
                  help: save the items alone, in a workbook of their own or as "CSV UTF-8"; if the file isn't yours, don't open it elsewhere before you know where it comes from
                1 error, no warnings
            "#,
        )
        .exit(1);
}

#[test]
fn what_is_locked_or_of_another_kind_is_refused_by_its_name() {
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let relation = |target: &str| {
        format!("<Relationships><Relationship Id=\"a\" Type=\"t/officeDocument\" Target=\"{target}\"/></Relationships>")
    };
    let named = |name: &str| -> Vec<u8> {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1].into_iter().chain(name).collect()
    };
    let cases = [
        (
            package(&[("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", "?")]),
            "encrypted with a password",
        ),
        (named("EncryptedPackage"), "encrypted with a password"),
        (named("Workbook"), "in the old .xls format"),
        (package(&[("_rels/.rels", &relation("xl/workbook.bin")), ("xl/workbook.bin", "")]), "binary Excel workbook"),
        (
            package(&[("_rels/.rels", &relation("word/document.xml")), ("word/document.xml", "<document/>")]),
            "no workbook",
        ),
        (package(&[("a.csv", BACKLOG)]), "no workbook"),
    ];
    for (content, words) in cases {
        let outcome = Case::new().file("b.xlsx", content).args(["rank", "b.xlsx"]).any_output().run();
        assert_eq!(outcome.status.code(), Some(1));
        assert!(outcome.err().starts_with("error[not-text]: ") && outcome.err().contains(words), "{}", outcome.err());
        assert_eq!(outcome.out(), "");
    }
}

#[test]
fn a_workbook_that_is_cut_anywhere_is_refused() {
    let whole = workbook(|_| {});
    for length in (4..whole.len()).step_by(97) {
        let outcome = Case::new().file("b.xlsx", &whole[..length]).args(["rank", "b.xlsx"]).any_output().run();
        assert_eq!((outcome.status.code(), outcome.out()), (Some(1), String::new()), "{length}");
    }
}
