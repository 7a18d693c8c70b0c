//! XLSX: a workbook that opens in Excel, LibreOffice and Google Sheets. Texts are only ever texts, never formulas or
//! links; formulas are our own, each with its value, so that a reader that doesn't compute has it too.
//!
//! The same workbook gives the same bytes: the time in it is fixed. One sheet is written in `page.rs`, as it looks in
//! `look.rs`, in cells of the size of `fit.rs`.

mod fit;
mod look;
mod page;

use std::fmt;
use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook as Book, XlsxError, utility};

use self::look::Styles;
use self::page::{Page, across, at};
use super::Rendered;
use crate::lang::Lang;
use crate::report::Workbook;

/// The most rows of a sheet.
const MOST_ROWS: usize = 1_048_576;
/// The most columns of a sheet.
const MOST_COLUMNS: usize = 16_384;

/// A sheet has more rows or columns than a workbook can hold. It comes as the cause of an [`io::Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetTooLarge {
    /// Rows, with the headings.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
}

impl fmt::Display for SheetTooLarge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rows, columns } = self;
        write!(formatter, "{rows} rows of {columns} columns; a sheet holds {MOST_ROWS} of {MOST_COLUMNS}")
    }
}

impl std::error::Error for SheetTooLarge {}

pub(super) fn write(workbook: &Workbook<'_>, out: &mut dyn Write) -> io::Result<Rendered> {
    for sheet in &workbook.sheets {
        let size = SheetTooLarge { rows: sheet.head() + 1 + sheet.len, columns: sheet.columns.len() };
        if size.rows > MOST_ROWS || size.columns > MOST_COLUMNS {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, size));
        }
    }
    let (bytes, cut) = made(workbook).map_err(io::Error::other)?;
    out.write_all(&bytes)?;
    Ok(Rendered { cut, ..Rendered::default() })
}

/// The workbook's bytes, and how many cells were cut.
fn made(workbook: &Workbook<'_>) -> Result<(Vec<u8>, usize), XlsxError> {
    let mut book = Book::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let styles = Styles::new(workbook.lang);
    if workbook.lang == Lang::Ja {
        // Excel's own row and column for this font.
        book.set_default_format(&styles.base, 25, 72)?;
    }
    let mut tabs: Vec<String> = Vec::new();
    let mut cut = 0;
    for sheet in &workbook.sheets {
        let tab = tab_name(&sheet.name, &tabs);
        let page = book.add_worksheet();
        // What a formula without a number gives is an empty text, not nought.
        page.set_name(&tab)?.set_formula_result_default("");
        cut += Page { sheet, styles: &styles, lang: workbook.lang, page, cut: 0 }.write()?;
        tabs.push(tab);
    }
    for name in &workbook.names {
        if let (Some(tab), Some(sheet)) = (tabs.get(name.sheet), workbook.sheets.get(name.sheet)) {
            let cell = utility::row_col_to_cell_absolute(at(sheet.head() + 1 + name.row), across(name.column));
            book.define_name(&name.name, &format!("='{}'!{cell}", tab.replace('\'', "''")))?;
        }
    }
    Ok((book.save_to_buffer()?, cut))
}

/// A name that a tab can have and no other tab has.
fn tab_name(name: &str, others: &[String]) -> String {
    const LONGEST: usize = 31;
    let fit = |text: &str, room: usize| -> String {
        let mut room = room;
        text.chars()
            .take_while(|character| {
                room.checked_sub(character.len_utf16()).is_some_and(|rest| {
                    room = rest;
                    true
                })
            })
            .collect()
    };
    let allowed =
        |character: char| if "[]:*?/\\'".contains(character) || character.is_control() { ' ' } else { character };
    let plain: String = name.chars().map(allowed).collect();
    let plain = if plain.trim().is_empty() { "Sheet" } else { plain.trim() };
    // Excel keeps the name `History` for itself.
    let is_free = |name: &String| {
        name.to_lowercase() != "history" && !others.iter().any(|other| other.to_lowercase() == name.to_lowercase())
    };
    let numbered = (2..).map(|number| format!("{} {number}", fit(plain, LONGEST - 6)));
    std::iter::once(fit(plain, LONGEST)).chain(numbered).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_has_a_name_that_it_can_have_and_no_other_has() {
        assert_eq!(tab_name("営業/開発: [2026]", &[]), "営業 開発   2026");
        assert_eq!(tab_name("'x'", &[]), "x");
        assert_eq!(tab_name(" \t", &[]), "Sheet");
        assert_eq!(tab_name("history", &[]), "history 2");
        assert_eq!(tab_name("Sato", &["SATO".to_owned(), "Sato 2".to_owned()]), "Sato 3");
        assert_eq!(tab_name(&"\u{1F600}".repeat(20), &[]).encode_utf16().count(), 30);
    }
}
