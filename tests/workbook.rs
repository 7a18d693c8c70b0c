//! Properties of reading workbooks: whatever stands in a sheet, and wherever, is read as it was written, and each cell of
//! the text leads back to the cell that it came from.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use tenbin::finding::{Source, UNIT_SEPARATOR, cell_name};
use tenbin::input::config::Config;
use tenbin::input::{NamedColumns, Opened, Opening, open};
use tenbin::model::{BuiltIn, Model};
use tenbin::table::{End, next_cell};

const HEADER: [&str; 6] = ["id", "title", "customer_impact", "business_impact", "market_competitiveness", "ease"];

/// A sheet: where its header stands, and rows of six cells under it, blank ones among them.
#[derive(Clone, Debug)]
struct Sheet {
    row: u32,
    column: u16,
    rows: Vec<(u32, Vec<String>)>,
}

fn a_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (0..2000_u32).prop_map(|number| (f64::from(number) / 100.0).to_string()),
        "[a-z検索\"',;\t\n|= _x<>&]{1,12}",
        "_x00[0-9A-F]{2}_",
    ]
}

fn a_sheet() -> impl Strategy<Value = Sheet> {
    let row = (1..40_u32, prop::collection::vec(a_cell(), HEADER.len()));
    (0..30_u32, 0..60_u16, prop::collection::vec(row, 1..20)).prop_map(|(row, column, rows)| Sheet {
        row,
        column,
        rows,
    })
}

fn model() -> Model {
    Config::default().model(BuiltIn::default().name()).unwrap_or_else(|findings| panic!("{findings:?}"))
}

fn opened(bytes: Vec<u8>) -> Opened {
    let (model, columns) = (model(), NamedColumns::default());
    let opening = Opening { model: &model, columns: &columns, encoding: None, sheet: None };
    open(bytes, opening).unwrap_or_else(|finding| panic!("{finding:?}")).0
}

/// The cells with something in them, by their names, as the source has them.
fn cells(source: &Source<'_>) -> BTreeMap<String, String> {
    let mut cells = BTreeMap::new();
    let mut at = 0;
    while at < source.text.len() {
        let (cell, end) = next_cell(source.text.as_bytes(), at, UNIT_SEPARATOR);
        let text = cell.text(source.text).into_owned();
        if !text.is_empty() {
            cells.insert(cell_name(source.position(cell.offset())), text);
        }
        at = match end {
            End::Delimiter(next) | End::Line(next) => next,
            End::Text => source.text.len(),
            End::Fault(fault) => panic!("a broken cell: {fault:?}"),
        };
    }
    cells
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn each_cell_is_read_as_it_was_written_and_leads_back_to_its_place(sheet in a_sheet()) {
        let mut workbook = Workbook::new();
        let written = workbook.add_worksheet();
        let mut expected = BTreeMap::new();
        let mut write = |row: u32, place: usize, text: &str, expected: &mut BTreeMap<String, String>| {
            let column = sheet.column + place as u16;
            let number: Result<f64, _> = text.parse();
            match number {
                Ok(number) => written.write(row, column, number),
                Err(_) => written.write(row, column, text),
            }
            .expect("a cell");
            let position = tenbin::finding::Position { line: row as usize + 1, column: usize::from(column) + 1 };
            expected.insert(cell_name(position), text.to_owned());
        };
        for (place, name) in HEADER.iter().enumerate() {
            write(sheet.row, place, name, &mut expected);
        }
        let mut row = sheet.row;
        for (gap, cells) in &sheet.rows {
            row += gap;
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                write(row, place, cell, &mut expected);
            }
        }
        let opened = opened(workbook.save_to_buffer().expect("a workbook"));
        prop_assert_eq!(cells(&opened.source("b.xlsx")), expected);
    }
}
