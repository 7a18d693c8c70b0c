//! Bytes as a workbook: a whole file, or one part of one that is sound but for it, so that no checksum stands between
//! the fuzzer and the reader. What is opened reads as a backlog, and each byte of its text leads to a cell of a sheet.
//!
//! The input's last byte chooses which part it is.

use std::io::Write;

use rawzip::{CompressionMethod, ZipArchiveWriter};
use tenbin::finding::UNIT_SEPARATOR;
use tenbin::input::config::{Config, Settled, Wanted};
use tenbin::input::{NamedColumns, Opening, Request, open, read_backlog};
use tenbin::model::Model;

use crate::{checks::checked, spoken};

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="項目" sheetId="1" r:id="r1"/><sheet name="b" r:id="r1" state="hidden"/></sheets></workbook>"#;
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>ease</t></is></c></row><row r="3" hidden="1"><c r="A3"><v>7</v></c><c r="B3" s="1"><v>8</v></c><c r="C3"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"#;
const TEXTS: &str = "<sst><si><t>id</t></si><si><r><t>customer_</t></r><r><t>impact</t></r></si></sst>";
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

pub fn check(data: &[u8]) {
    let Some((&selector, bytes)) = data.split_last() else { return };
    let file = match selector % 8 {
        0 => bytes.to_vec(),
        1 => xlsx("xl/worksheets/s.xml", bytes),
        2 => xlsx("xl/t.xml", bytes),
        3 => xlsx("xl/styles.xml", bytes),
        4 => xlsx("xl/workbook.xml", bytes),
        5 => xlsx("xl/_rels/workbook.xml.rels", bytes),
        _ => package(&[("mimetype", ODS.as_bytes()), ("content.xml", bytes)]),
    };
    let config = Config::default();
    let model: Model = config.model("matrix").unwrap_or_else(|findings| panic!("{findings:?}"));
    let settled: Settled = config.settle(&model, Wanted::default()).unwrap_or_else(|findings| panic!("{findings:?}"));
    let columns = NamedColumns::default();
    let sheet = (selector >= 128).then_some("項目");
    let opening = Opening { model: &model, columns: &columns, encoding: None, sheet };
    let (opened, said) = match open(file, opening) {
        Ok(opened) => opened,
        Err(finding) => return spoken::finding(&finding, None),
    };
    said.iter().for_each(|finding| spoken::finding(finding, None));
    let source = opened.source("backlog.xlsx");
    let request = Request {
        model: &model,
        weights: &settled.weights,
        tie_break: &[],
        columns: &columns,
        words: &[],
        delimiter: None,
        is_partial: false,
    };
    let outcome = read_backlog(&source, &request);
    let is_sheet = source.grid().is_some();
    spoken::findings(&outcome.findings, Some(&source));
    let Some(backlog) = outcome.backlog else {
        assert!(outcome.findings.has_errors(), "no backlog, and no error says why");
        return;
    };
    if is_sheet {
        assert_eq!(backlog.table.delimiter, UNIT_SEPARATOR);
        let mut last = 0;
        for row in 0..backlog.len() {
            let places: Vec<_> = backlog.table.cells(row).map(|cell| source.position(cell.offset())).collect();
            assert!(places[0].line > last && places[0].line <= 1_048_576, "rows grow within a sheet");
            assert!(places.windows(2).all(|two| two[0].line == two[1].line && two[0].column + 1 == two[1].column));
            assert!(places.iter().all(|place| (1..=16_384).contains(&place.column)));
            last = places[0].line;
        }
    }
    checked(&model, &settled, &backlog, &source, &outcome.findings, 3);
}

/// A sound workbook but for one part.
fn xlsx(name: &str, content: &[u8]) -> Vec<u8> {
    let parts = [
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/s.xml", SHEET),
        ("xl/t.xml", TEXTS),
        ("xl/styles.xml", STYLES),
    ];
    let parts = parts.map(|(part, text)| (part, if part == name { content } else { text.as_bytes() }));
    package(&parts)
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, content) in parts {
        let file = archive.new_file(name).compression_method(CompressionMethod::STORE);
        let (mut entry, config) = file.start().expect("memory can be written to");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(content).expect("memory can be written to");
        let (_, descriptor) = writer.finish().expect("memory can be written to");
        entry.finish(descriptor).expect("memory can be written to");
    }
    archive.finish().expect("memory can be written to");
    bytes
}
