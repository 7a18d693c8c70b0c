//! The lines of a file that a finding shows: the header and the cell, cut to what can be read.

use std::ops::Range;

use super::grid::UNIT_SEPARATOR;
use super::source::Source;

/// How many characters are kept on either side of the cell, and of the cell itself.
const KEPT: usize = 200;
/// What stands between the cells of a sheet.
const BETWEEN: &str = " | ";

/// A few lines of a file, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The header first, where it stands on another line.
    pub lines: Vec<Line>,
}

/// One line, taken apart around what it is shown for. Nothing in it is made visible yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line's number in the file.
    pub number: usize,
    /// What stands before; the last characters of it.
    pub before: String,
    /// What it is shown for, as far as it stands on this line; empty for a place between two characters.
    pub marked: String,
    /// What stands behind; the first characters of it.
    pub after: String,
    /// Whether this is the place itself, and not the header above it.
    pub is_place: bool,
}

impl Source<'_> {
    /// The lines to show for some bytes of the text, and for the header cell above them.
    pub(super) fn excerpt(&self, span: &Range<usize>, header: Option<&Range<usize>>) -> Excerpt {
        let place = self.line(span, true);
        let header = header.map(|header| self.line(header, false)).filter(|header| header.number != place.number);
        Excerpt { lines: header.into_iter().chain([place]).collect() }
    }

    fn line(&self, span: &Range<usize>, is_place: bool) -> Line {
        if let Some(grid) = self.grid() {
            let (row, number) = grid.row(self.text, span.start);
            return sheet_line(self.text, row, span.start, number, is_place);
        }
        let whole = self.line_around(span.start);
        let start = span.start.clamp(whole.start, whole.end);
        let end = span.end.clamp(start, whole.end);
        let text = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let marked = first(text(start..end));
        // Behind a cell that is cut there is nothing to see.
        let after = if marked.ends_with('…') { String::new() } else { first(text(end..whole.end)) };
        Line { number: self.position(span.start).line, before: last(text(whole.start..start)), marked, after, is_place }
    }
}

/// A row of a sheet: its cells as they are read, with a line between them, and the one that holds a byte.
fn sheet_line(text: &str, row: Range<usize>, offset: usize, number: usize, is_place: bool) -> Line {
    let (mut before, mut marked, mut after) = (String::new(), String::new(), String::new());
    let mut start = row.start;
    for cell in text.get(row).unwrap_or_default().split(char::from(UNIT_SEPARATOR)) {
        let end = start + cell.len();
        let content = match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(quoted) => quoted.replace("\"\"", "\""),
            None => cell.to_owned(),
        };
        if end < offset {
            before = last(&format!("{before}{content}{BETWEEN}"));
        } else if start <= offset {
            marked = first(&content);
        } else if after.chars().count() <= KEPT {
            after = first(&format!("{after}{BETWEEN}{content}"));
        }
        start = end + 1;
    }
    if marked.ends_with('…') {
        after.clear();
    }
    Line { number, before, marked, after, is_place }
}

fn first(text: &str) -> String {
    match text.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn last(text: &str) -> String {
    match text.char_indices().rev().nth(KEPT - 1) {
        Some((start, _)) if start > 0 => format!("…{}", &text[start..]),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_stands_above_the_cell() {
        let source = Source::new("f.csv", "id,ease\r\nA-1,11\r\n");
        let excerpt = source.excerpt(&(13..15), Some(&(3..7)));
        let lines: Vec<_> = excerpt.lines.iter().map(|line| (line.number, &*line.before, &*line.marked)).collect();
        assert_eq!(lines, [(1, "id,", "ease"), (2, "A-1,", "11")]);
    }

    #[test]
    fn a_row_of_a_sheet_shows_its_cells() {
        let text = "id\x1ftitle\x1fease\nA-1\x1f\"say \"\"x\"\"\"\x1f11\n";
        let mut grid = crate::finding::Grid::new("S", 1);
        grid.push_row(0, 1);
        grid.push_row(14, 7);
        let excerpt = Source::of_sheet("f.xlsx", text, &grid).excerpt(&(30..32), Some(&(9..13)));
        let lines: Vec<_> = excerpt.lines.iter().map(|line| (line.number, &*line.before, &*line.marked)).collect();
        assert_eq!(lines, [(1, "id | title | ", "ease"), (7, "A-1 | say \"x\" | ", "11")]);
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}x{}", "あ".repeat(300), "b".repeat(300));
        let excerpt = Source::new("f.csv", &text).excerpt(&(900..901), None);
        let line = &excerpt.lines[0];
        assert_eq!((line.before.chars().count(), line.marked.as_str(), line.after.chars().count()), (201, "x", 201));
    }

    #[test]
    fn of_a_cell_over_several_lines_the_first_is_shown() {
        let excerpt = Source::new("f.csv", "id\n\"a\nb\",c").excerpt(&(3..8), None);
        assert_eq!((&*excerpt.lines[0].marked, &*excerpt.lines[0].after), ("\"a", ""));
    }
}
