//! A workbook as a plain description: sheets of columns and cells, some of them formulas, some of them for typing into.
//!
//! Most reports have none of their own: their sheet is the workbook. Fonts, colours and bytes are the business of
//! `render/xlsx`.

use std::borrow::Cow;

use super::{Cell, Table};
use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::model::Scale;

/// Some sheets, and names for some of their cells.
pub struct Workbook<'a> {
    /// The language, which chooses the font.
    pub lang: Lang,
    /// The sheets, the one that is seen first first.
    pub sheets: Vec<Sheet<'a>>,
    /// What formulas call single cells by.
    pub names: Vec<CellName>,
}

/// A name for one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellName {
    /// The name, fit for a formula.
    pub name: String,
    /// The sheet, by its place.
    pub sheet: usize,
    /// The row among the sheet's rows.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// One sheet: sentences, a row of headings that stays, rows that are made as they are written.
pub struct Sheet<'a> {
    /// The name on its tab.
    pub name: String,
    /// Sentences above the headings; the first is the title.
    pub above: Vec<String>,
    /// The columns.
    pub columns: Vec<SheetColumn>,
    /// How many rows there are.
    pub len: usize,
    /// A row, as long as the columns.
    pub row: Box<dyn Fn(usize) -> Vec<SheetCell<'a>> + 'a>,
    /// So many columns stay when the sheet is scrolled to the side.
    pub frozen: usize,
    /// Whether the headings have filters.
    pub filter: bool,
    /// Whether only columns for typing can be changed.
    pub locked: bool,
}

/// A column of a sheet.
#[derive(Clone, Debug)]
pub struct SheetColumn {
    /// What stands above it.
    pub heading: String,
    /// How its cells look.
    pub look: Look,
    /// What may be typed into it, where that is for people to do.
    pub entry: Option<Entry>,
    /// Bars behind the numbers, between two ends; `None` where the numbers themselves set the end.
    pub bar: Option<(f64, Option<f64>)>,
    /// Whether empty cells catch the eye: something is missing there.
    pub marks_blanks: bool,
}

/// How cells look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A text on one line.
    Text,
    /// A text that may take several lines.
    Wrapped,
    /// A number with the digits that it has.
    General,
    /// A number with so many digits behind the point.
    Places(u32),
    /// A part of one, in per cent.
    Percent,
}

/// What may be typed into a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Entry {
    /// Any number on the scale.
    On(Scale),
    /// A whole number of the scale, chosen from a list.
    OneOf(i64, i64),
    /// Anything.
    Text,
}

/// One value of a sheet.
#[derive(Clone, Debug)]
pub enum SheetCell<'a> {
    /// Nothing.
    Blank,
    /// A text: never a formula, never a link.
    Text(Cow<'a, str>),
    /// A text that heads the rows below it.
    Heading(String),
    /// A number.
    Number(f64),
    /// A number that is the middle of a range.
    Uncertain(f64),
    /// A number that asks to be changed.
    Input(f64),
    /// A formula, without its `=`, and what it gives now; nothing where it gives an empty text.
    Formula(String, Option<f64>),
}

impl<'a> Workbook<'a> {
    /// The workbook of a report that has none of its own.
    pub(crate) fn of(table: Table<'a>, lang: Lang) -> Self {
        let first: Vec<SheetCell<'a>> =
            if table.len > 0 { table.row(0).into_iter().flat_map(plain).collect() } else { Vec::new() };
        // What begins with a text is a column of texts, and its heading stands above them.
        let look = |number: usize| match first.get(number) {
            Some(SheetCell::Text(_)) => Look::Text,
            _ => Look::General,
        };
        let columns = table.columns.iter().enumerate();
        let columns = columns.map(|(number, known)| SheetColumn::new(&known.key, look(number))).collect();
        let sheet = Sheet {
            name: lang.text("sheet-answer"),
            above: Vec::new(),
            columns,
            len: table.len,
            row: Box::new(move |number| table.row(number).into_iter().flat_map(plain).collect()),
            frozen: 0,
            filter: true,
            locked: false,
        };
        Self { lang, sheets: vec![sheet], names: Vec::new() }
    }
}

impl SheetColumn {
    /// A column that is only looked at.
    pub fn new(heading: impl Into<String>, look: Look) -> Self {
        Self { heading: heading.into(), look, entry: None, bar: None, marks_blanks: false }
    }
}

impl Entry {
    /// A list where the scale has few whole steps, else any number on it.
    pub fn choice(scale: Scale) -> Self {
        /// A longer list is slower than typing.
        const STEPS: i64 = 20;
        let whole = |end: Decimal| end.is_whole().then(|| i64::try_from(end.mantissa()).ok()).flatten();
        match scale {
            Scale::Bounded(low, high) => match (whole(low), whole(high)) {
                (Some(low), Some(high)) if high.checked_sub(low).is_some_and(|steps| (0..STEPS).contains(&steps)) => {
                    Entry::OneOf(low, high)
                }
                _ => Entry::On(scale),
            },
            Scale::Quantity => Entry::On(scale),
        }
    }
}

/// A cell of a report's sheet; a carried record is all cells that are left.
fn plain(cell: Cell<'_>) -> Vec<SheetCell<'_>> {
    vec![match cell {
        Cell::Text(text) => SheetCell::Text(text),
        Cell::Number(value, _) => SheetCell::Number(value.to_f64()),
        Cell::Uncertain(value) => SheetCell::Uncertain(value.to_f64()),
        Cell::Rank(rank, _) => SheetCell::Number(f64::from(rank)),
        Cell::Move(_, by) => SheetCell::Number(by as f64),
        Cell::Bar(part) => SheetCell::Number(part),
        Cell::Carried(record) => return record.texts().map(SheetCell::Text).collect(),
        // Drawings are for pages.
        Cell::Blank | Cell::Rule | Cell::Span { .. } | Cell::Shades(_) => SheetCell::Blank,
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_whole_scale_is_a_list_and_any_other_a_range() {
        let bounded = |low: i64, high: i64| Scale::Bounded(Decimal::from(low), Decimal::from(high));
        assert_eq!(Entry::choice(bounded(1, 10)), Entry::OneOf(1, 10));
        assert_eq!(Entry::choice(bounded(-2, 2)), Entry::OneOf(-2, 2));
        assert_eq!(Entry::choice(bounded(0, 20)), Entry::On(bounded(0, 20)));
        let halves = Scale::Bounded(Decimal::new(5, 1), Decimal::ONE);
        assert_eq!(Entry::choice(halves), Entry::On(halves));
        assert_eq!(Entry::choice(Scale::Quantity), Entry::On(Scale::Quantity));
    }
}
