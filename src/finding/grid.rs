//! The sheet of a workbook behind a text: which of its cells stands where.
//!
//! A sheet is read as a text of rows, whose cells are separated by a character that no cell can hold. So a byte of
//! the text leads back to its cell by counting separators.

use std::ops::Range;

use super::source::Position;

/// What stands between the cells of a sheet that was made into a text: ASCII's own separator of units. XML can't
/// write it, and so no cell has it.
pub const UNIT_SEPARATOR: u8 = 0x1F;

/// Which sheet a text was made of, and where its rows come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    sheet: String,
    /// The sheet's column, from 1, of the first cell of each row.
    first_column: u32,
    /// Where each row begins in the text, and which row of the sheet it is, from 1.
    rows: Vec<(u32, u32)>,
}

impl Grid {
    /// A sheet whose table begins at a column, from 1.
    pub fn new(sheet: impl Into<String>, first_column: u32) -> Self {
        Self { sheet: sheet.into(), first_column, rows: Vec::new() }
    }

    /// The sheet's name.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// Adds a row: where it begins in the text, and which one of the sheet it is. Both grow from row to row.
    pub fn push_row(&mut self, start: u32, row: u32) {
        self.rows.push((start, row));
    }

    /// The row and the column, from 1, of the cell that holds a byte.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let (bytes, row) = self.row(text, offset);
        let before = text.as_bytes().get(bytes.start..offset).unwrap_or_default();
        let column = memchr::memchr_iter(UNIT_SEPARATOR, before).count() + self.first_column as usize;
        Position { line: row, column }
    }

    /// The name of a cell, with its sheet: `項目!F13`, `'Q3 items'!F13`.
    pub fn address(&self, position: Position) -> String {
        format!("{}!{}", quoted(&self.sheet), cell_name(position))
    }

    /// The bytes of the row that holds a byte, without its line end, and its number in the sheet.
    pub(super) fn row(&self, text: &str, offset: usize) -> (Range<usize>, usize) {
        let place = self.rows.partition_point(|&(start, _)| start as usize <= offset).saturating_sub(1);
        let Some(&(start, row)) = self.rows.get(place) else { return (0..text.len(), 1) };
        let end = self.rows.get(place + 1).map_or(text.len(), |&(next, _)| next as usize);
        (start as usize..end.saturating_sub(1).max(start as usize), row as usize)
    }
}

/// The name of a cell without its sheet: `F13`.
pub fn cell_name(position: Position) -> String {
    let mut letters = Vec::new();
    let mut left = position.column;
    while left > 0 {
        letters.push(b'A' + ((left - 1) % 26) as u8);
        left = (left - 1) / 26;
    }
    let letters: String = letters.iter().rev().map(|&letter| char::from(letter)).collect();
    format!("{letters}{}", position.line)
}

/// A sheet's name as it stands in a reference: in quotes, unless it is one plain word.
fn quoted(name: &str) -> String {
    let is_plain = name.chars().all(|character| character.is_alphanumeric() || character == '_')
        && name.chars().next().is_some_and(|first| !first.is_numeric());
    if is_plain { name.to_owned() } else { format!("'{}'", name.replace('\'', "''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_leads_back_to_its_cell() {
        let text = "id\x1ftitle\nA-1\x1f\"two\nlines\"\nA-2\x1fx\n";
        let mut grid = Grid::new("項目", 2);
        for (start, row) in [(0, 3), (9, 4), (25, 9)] {
            grid.push_row(start, row);
        }
        let address = |offset| grid.address(grid.position(text, offset));
        assert_eq!(
            [0, 4, 9, 19, 25, 30].map(address),
            ["項目!B3", "項目!C3", "項目!B4", "項目!C4", "項目!B9", "項目!C9"]
        );
        assert_eq!(grid.row(text, 15), (9..24, 4));
    }

    #[test]
    fn columns_have_letters_and_sheets_are_quoted_where_they_must_be() {
        let name = |column| cell_name(Position { line: 1, column });
        assert_eq!([1, 26, 27, 52, 703, 16_384].map(name), ["A1", "Z1", "AA1", "AZ1", "AAA1", "XFD1"]);
        let address = |sheet: &str| Grid::new(sheet, 1).address(Position { line: 2, column: 1 });
        assert_eq!(
            ["Sheet1", "Q3 items", "It's", "2026"].map(address),
            ["Sheet1!A2", "'Q3 items'!A2", "'It''s'!A2", "'2026'!A2"]
        );
    }
}
