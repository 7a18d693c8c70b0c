//! One row of a table: taken apart into cells, or as the bytes that it has in the file.

use std::borrow::Cow;

use super::split::{Cell, End, next_cell};

/// A row, borrowed from the text.
#[derive(Clone, Copy, Debug)]
pub struct Record<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    /// What separates its cells.
    pub delimiter: u8,
}

impl<'t> Record<'t> {
    /// The cells, in order.
    pub fn cells(self) -> impl Iterator<Item = Cell> + use<'t> {
        let mut next = (self.start < self.text.len()).then_some(self.start);
        std::iter::from_fn(move || {
            let (cell, end) = next_cell(self.text.as_bytes(), next?, self.delimiter);
            next = match end {
                End::Delimiter(at) => Some(at),
                _ => None,
            };
            Some(cell)
        })
    }

    /// The texts of the cells, in order.
    pub fn texts(self) -> impl Iterator<Item = Cow<'t, str>> {
        self.cells().map(move |cell| cell.text(self.text))
    }

    /// The row's first byte.
    pub fn first_byte(self) -> Option<u8> {
        self.text.as_bytes().get(self.start).copied()
    }

    /// The row as it stands in the file, without its line end.
    pub fn raw(self) -> &'t str {
        let rest = &self.text[self.start..];
        let line = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).map_or(rest, |end| &rest[..end]);
        if memchr::memchr(b'"', line.as_bytes()).is_none() {
            return line;
        }
        // A quoted cell may hold line ends: the row ends where its last cell does.
        let mut at = self.start;
        loop {
            match next_cell(self.text.as_bytes(), at, self.delimiter) {
                (_, End::Delimiter(next)) => at = next,
                (last, _) => return &self.text[self.start..last.outer_end()],
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(text: &str) -> Record<'_> {
        Record { text, start: 0, delimiter: b',' }
    }

    #[test]
    fn a_row_is_as_long_as_its_last_cell() {
        assert_eq!(record("a,b\r\nc").raw(), "a,b");
        assert_eq!(record("a,\"b\nc\"\nd").raw(), "a,\"b\nc\"");
        assert_eq!(record("a,\"b\",c").raw(), "a,\"b\",c");
        assert_eq!(record("\"a\",").raw(), "\"a\",");
    }

    #[test]
    fn texts_are_the_cells_without_their_quotes() {
        let texts: Vec<_> = record("a,\"b \"\"c\"\"\",\n").texts().collect();
        assert_eq!(texts, ["a", "b \"c\"", ""]);
    }
}
