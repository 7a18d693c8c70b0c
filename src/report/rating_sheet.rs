//! A sheet that a rater fills in: only the cells for ratings and remarks can be changed.

use std::borrow::Cow;

use super::workbook::{Entry, Look, Sheet, SheetCell, SheetColumn, Workbook};
use super::{Cell, Column, Report, Table};
use crate::lang::Lang;
use crate::model::Scale;

/// A sheet for one rater.
#[derive(Clone, Debug)]
pub struct RatingSheet<'a> {
    /// The name on the sheet's tab.
    pub name: String,
    /// What stands above the items: the title, then what the rater has to know, a sentence each.
    pub above: Vec<String>,
    /// The columns.
    pub columns: Vec<RatingColumn>,
    /// The texts of each item, for the columns of items in their order.
    pub items: Vec<Vec<Cow<'a, str>>>,
    /// The language, which chooses the font.
    pub lang: Lang,
}

/// A column of a rating sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingColumn {
    /// What stands above it.
    pub heading: String,
    /// What it is for.
    pub kind: RatingKind,
}

/// What a column of a rating sheet is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RatingKind {
    /// It says what the item is, and is locked.
    Item,
    /// A rating on a scale: chosen from a list where the scale has few whole steps.
    Rating(Scale),
    /// A remark.
    Remark,
}

impl<'a> RatingSheet<'a> {
    /// The sheet for a file: the columns alone as CSV and TSV, all of it as a workbook.
    pub fn report(self) -> Report<'a, ()> {
        Report {
            workbook: Some(Box::new({
                let sheet = self.clone();
                move || sheet.workbook()
            })),
            ..Report::of_rows(self.table())
        }
    }

    /// The columns with the items, and blanks for what is asked.
    fn table(self) -> Table<'a> {
        let columns: Vec<Column> = self.columns.iter().map(|column| Column::plain(column.heading.as_str())).collect();
        let width = columns.len();
        let row = |texts: Vec<Cow<'a, str>>| {
            let mut cells: Vec<Cell<'a>> = texts.into_iter().map(Cell::Text).collect();
            cells.resize(width, Cell::Blank);
            cells
        };
        Table::of(columns, self.items.into_iter().map(row).collect())
    }

    /// The sheet as a workbook.
    pub fn workbook(self) -> Workbook<'a> {
        let Self { name, above, columns, items, lang } = self;
        let kinds: Vec<RatingKind> = columns.iter().map(|column| column.kind).collect();
        let frozen = kinds.iter().take_while(|kind| **kind == RatingKind::Item).count();
        let column = |column: RatingColumn| {
            let (look, entry) = match column.kind {
                RatingKind::Item => (Look::Wrapped, None),
                RatingKind::Rating(scale) => (Look::General, Some(Entry::choice(scale))),
                RatingKind::Remark => (Look::Wrapped, Some(Entry::Text)),
            };
            SheetColumn { entry, ..SheetColumn::new(column.heading, look) }
        };
        let columns = columns.into_iter().map(column).collect();
        let len = items.len();
        let row = move |number: usize| {
            let mut texts = items[number].iter();
            let cell = |kind: &RatingKind| match kind {
                RatingKind::Item => texts.next().map_or(SheetCell::Blank, |text| SheetCell::Text(text.clone())),
                RatingKind::Rating(_) | RatingKind::Remark => SheetCell::Blank,
            };
            kinds.iter().map(cell).collect()
        };
        let sheet = Sheet { name, above, columns, len, row: Box::new(row), frozen, filter: false, locked: true };
        Workbook { lang, sheets: vec![sheet], names: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    use zip::ZipArchive;

    use super::*;
    use crate::decimal::Decimal;
    use crate::render::render_workbook;

    fn sheet() -> Vec<u8> {
        let column = |heading: &str, kind| RatingColumn { heading: heading.to_owned(), kind };
        let halves = Scale::Bounded(Decimal::new(5, 1), Decimal::from(3));
        let sheet = RatingSheet {
            name: "営業/佐藤".to_owned(),
            above: vec!["評価シート".to_owned(), "1〜10で評価してください".to_owned()],
            columns: vec![
                column("ID", RatingKind::Item),
                column("改善項目", RatingKind::Item),
                column("実装の容易さ", RatingKind::Rating(Scale::USUAL)),
                column("メモ", RatingKind::Remark),
                column("倍率", RatingKind::Rating(halves)),
                column("工数", RatingKind::Rating(Scale::Quantity)),
            ],
            items: vec![vec!["A-1".into(), "=検索".into()], vec!["A-2".into(), "請求書の一括ダウンロード".into()]],
            lang: Lang::Ja,
        };
        let mut bytes = Vec::new();
        assert!(render_workbook(&sheet.workbook(), &mut bytes).is_ok());
        bytes
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut text = String::new();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("it is an archive");
        archive.by_name(name).expect("there is such a part").read_to_string(&mut text).expect("it is UTF-8");
        text
    }

    #[test]
    fn items_stand_there_and_ratings_are_empty() {
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(sheet())).expect("it is a workbook");
        let range = book.worksheet_range("営業 佐藤").expect("the tab has the name");
        let rows: Vec<String> =
            range.rows().map(|row| row.iter().map(Data::to_string).collect::<Vec<_>>().join("|")).collect();
        assert_eq!(
            rows,
            [
                "評価シート|||||",
                "1〜10で評価してください|||||",
                "|||||",
                "ID|改善項目|実装の容易さ|メモ|倍率|工数",
                "A-1|=検索||||",
                "A-2|請求書の一括ダウンロード||||",
            ]
        );
    }

    #[test]
    fn ratings_are_chosen_from_a_list_or_kept_to_their_scale() {
        let sheet = part(&sheet(), "xl/worksheets/sheet1.xml");
        for rule in [
            r#"sqref="C5:C6"><formula1>"1,2,3,4,5,6,7,8,9,10"</formula1>"#,
            r#"sqref="E5:E6"><formula1>0.5</formula1><formula2>3</formula2>"#,
            r#"operator="greaterThanOrEqual""#,
            r#"ySplit="4""#,
        ] {
            assert!(sheet.contains(rule), "{rule}");
        }
    }

    #[test]
    fn only_ratings_and_remarks_can_be_changed() {
        let bytes = sheet();
        let (sheet, styles) = (part(&bytes, "xl/worksheets/sheet1.xml"), part(&bytes, "xl/styles.xml"));
        assert!(sheet.contains("<sheetProtection sheet=\"1\"") && !sheet.contains("password"));
        let formats: Vec<&str> =
            styles.split("<cellXfs").nth(1).expect("there are formats").split("<xf ").skip(1).collect();
        let is_open = |cell: &str| {
            let rest = sheet.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).expect("the cell is there");
            let format: usize = rest.split('"').next().and_then(|number| number.parse().ok()).expect("it has a format");
            formats[format].contains("<protection locked=\"0\"/>")
        };
        for cell in ["C5", "D5", "E6", "F6"] {
            assert!(is_open(cell), "{cell}");
        }
        for cell in ["A5", "B6", "C4"] {
            assert!(!is_open(cell), "{cell}");
        }
    }
}
