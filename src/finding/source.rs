//! A text with a name, and the way from a byte in it to a line and a column.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::grid::{Grid, UNIT_SEPARATOR};

/// A place in a text: line and column count from 1, the column in characters of the line. In a sheet of a workbook: its
/// row and its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// The physical line; LF, CRLF and CR each end one.
    pub line: usize,
    /// The character within the line.
    pub column: usize,
}

/// A decoded text and the name under which the user knows it.
#[derive(Debug)]
pub struct Source<'t> {
    /// The file's name as given, or `-`.
    pub name: Arc<str>,
    /// The decoded text, without a byte order mark.
    pub text: &'t str,
    /// The sheet that the text was made of, where it was one.
    grid: Option<&'t Grid>,
    line_starts: OnceLock<Vec<usize>>,
}

impl<'t> Source<'t> {
    /// A text under its name.
    pub fn new(name: impl Into<Arc<str>>, text: &'t str) -> Self {
        Self { name: name.into(), text, grid: None, line_starts: OnceLock::new() }
    }

    /// A text that was made of a workbook's sheet, under the workbook's name.
    pub fn of_sheet(name: impl Into<Arc<str>>, text: &'t str, grid: &'t Grid) -> Self {
        Self { grid: Some(grid), ..Self::new(name, text) }
    }

    /// The sheet that the text was made of, where it was one.
    pub fn grid(&self) -> Option<&'t Grid> {
        self.grid
    }

    /// What separates the cells, where that is known: in a sheet always, else where the user names it.
    pub fn delimiter(&self, named: Option<u8>) -> Option<u8> {
        if self.grid.is_some() { Some(UNIT_SEPARATOR) } else { named }
    }

    /// The position of a byte. The line index is made at the first call and kept.
    pub fn position(&self, offset: usize) -> Position {
        if let Some(grid) = self.grid {
            return grid.position(self.text, offset);
        }
        // Between a CR and its LF there is no column: both are the end of one line.
        let inside_crlf = self.text.as_bytes().get(offset) == Some(&b'\n')
            && offset.checked_sub(1).and_then(|before| self.text.as_bytes().get(before)) == Some(&b'\r');
        let offset = offset - usize::from(inside_crlf);
        let (line, start) = self.line_at(offset);
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count()) + 1;
        Position { line, column }
    }

    /// The bytes of the line that a byte stands on, without its end.
    pub(super) fn line_around(&self, offset: usize) -> Range<usize> {
        let start = self.line_at(offset).1;
        let rest = &self.text.as_bytes()[start..];
        start..memchr::memchr2(b'\n', b'\r', rest).map_or(self.text.len(), |end| start + end)
    }

    /// The number of the line that a byte stands on, and where it begins.
    fn line_at(&self, offset: usize) -> (usize, usize) {
        let starts = self.line_starts.get_or_init(|| line_starts(self.text));
        let line = starts.partition_point(|&start| start <= offset).max(1);
        (line, starts[line - 1])
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let inside_crlf = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
        if !inside_crlf {
            starts.push(end + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let source = Source::new("f.csv", "a\nb\r\nc\rd");
        let lines: Vec<usize> = [0, 2, 5, 7].map(|offset| source.position(offset).line).to_vec();
        assert_eq!(lines, [1, 2, 3, 4]);
    }

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let source = Source::new("f.csv", "項目,値\n検索,8");
        let offset = source.text.find('8').unwrap_or_default();
        assert_eq!(source.position(offset), Position { line: 2, column: 4 });
    }
}
