//! One row of a table: taken apart into cells, or as the bytes that it has in the file.

use std::borrow::Cow;

use super::Table;
use super::split::{Cell, End, next_cell};

/// A row of a table. Where it stands is looked up when somebody asks for what is in it.
#[derive(Clone, Copy, Debug)]
pub struct Record<'t> {
    pub(super) table: &'t Table<'t>,
    pub(super) row: usize,
}

impl<'t> Record<'t> {
    /// What separates its cells.
    pub fn delimiter(self) -> u8 {
        self.table.delimiter
    }

    /// The byte of the text with which it begins.
    #[inline]
    pub fn start(self) -> usize {
        self.table.start(self.row)
    }

    /// One byte of the text, this far behind the one with which the row begins; what is there may belong to a later row.
    #[inline]
    pub fn byte(text: &str, start: usize, behind: usize) -> u8 {
        text.as_bytes().get(start + behind).copied().unwrap_or_default()
    }

    /// The text that it is a row of.
    pub fn text(self) -> &'t str {
        self.table.text
    }

    /// The texts of the cells, in order.
    pub fn texts(self) -> impl Iterator<Item = Cow<'t, str>> {
        self.table.cells(self.row).map(move |cell| cell.text(self.table.text))
    }

    /// The row as it stands in the file, without its line end.
    pub fn raw(self) -> &'t str {
        let (text, start) = (self.table.text, self.start());
        let rest = &text[start..];
        match memchr::memchr3(b'\n', b'\r', b'"', rest.as_bytes()) {
            None => rest,
            Some(end) if rest.as_bytes()[end] != b'"' => &rest[..end],
            // A quoted cell may hold line ends: the row ends where its last cell does.
            Some(_) => {
                let mut at = start;
                loop {
                    match next_cell(text.as_bytes(), at, self.table.delimiter) {
                        (_, End::Delimiter(next)) => at = next,
                        (last, _) => return &text[start..last.outer_end()],
                    }
                }
            }
        }
    }
}

/// The cells of the row that begins at a byte, in order.
pub(super) fn cells_from(text: &str, start: usize, delimiter: u8) -> impl Iterator<Item = Cell> + use<'_> {
    let mut next = (start < text.len()).then_some(start);
    std::iter::from_fn(move || {
        let (cell, end) = next_cell(text.as_bytes(), next?, delimiter);
        next = match end {
            End::Delimiter(at) => Some(at),
            _ => None,
        };
        Some(cell)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table<'_> {
        Table { text, delimiter: b',', header: Vec::new(), rows: vec![0] }
    }

    #[test]
    fn a_row_is_as_long_as_its_last_cell() {
        assert_eq!(table("a,b\r\nc").record(0).raw(), "a,b");
        assert_eq!(table("a,\"b\nc\"\nd").record(0).raw(), "a,\"b\nc\"");
        assert_eq!(table("a,\"b\",c").record(0).raw(), "a,\"b\",c");
        assert_eq!(table("\"a\",").record(0).raw(), "\"a\",");
    }

    #[test]
    fn texts_are_the_cells_without_their_quotes() {
        let texts: Vec<_> = table("a,\"b \"\"c\"\"\",\n").record(0).texts().map(Cow::into_owned).collect();
        assert_eq!(texts, ["a", "b \"c\"", ""]);
    }
}
