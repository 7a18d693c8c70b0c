//! The rows under the header, one after the other: strict about quotes and about how many cells a row has.

use crate::finding::{Finding, Findings, Rule};
use crate::prose;
use crate::table::{Cell, End, Fault, next_cell};

/// The most bytes that a cell may have.
pub(super) const CELL_LIMIT: usize = 1 << 20;
/// The most columns that a table may have.
pub(super) const COLUMN_LIMIT: usize = 16_384;
/// How many delimiters fewer than the header's a line inside a quoted cell may have and still look like a row.
const ROW_LIKE: usize = 2;

/// Walks over the rows of a text.
#[derive(Debug)]
pub(super) struct Rows<'t> {
    text: &'t str,
    delimiter: u8,
    width: usize,
    next: Option<usize>,
    cells: Vec<Cell>,
}

impl<'t> Rows<'t> {
    /// The rows from a byte on; `width` is the number of cells of the header.
    pub(super) fn new(text: &'t str, start: usize, delimiter: u8, width: usize) -> Self {
        let next = (start < text.len()).then_some(start);
        Self { text, delimiter, width, next, cells: Vec::with_capacity(width) }
    }

    /// The next sound row: where it begins, and its cells. Broken and blank ones become findings and are passed over.
    pub(super) fn next(&mut self, findings: &mut Findings) -> Option<(usize, &[Cell])> {
        loop {
            let start = self.next?;
            if self.read(start, findings) && self.is_sound(start, findings) {
                return Some((start, &self.cells));
            }
        }
    }

    /// Reads the cells of the row that begins at `start`; `false` where it is broken.
    fn read(&mut self, start: usize, findings: &mut Findings) -> bool {
        let bytes = self.text.as_bytes();
        self.cells.clear();
        let mut at = start;
        loop {
            let (cell, end) = next_cell(bytes, at, self.delimiter);
            if self.cells.len() <= self.width {
                self.cells.push(cell);
            }
            self.next = match end {
                End::Delimiter(next) => {
                    at = next;
                    continue;
                }
                End::Line(next) if next < bytes.len() => Some(next),
                End::Line(_) | End::Text => None,
                End::Fault(fault) => {
                    self.next = report_fault(self.text, &cell, fault, findings);
                    return false;
                }
            };
            return true;
        }
    }

    fn is_sound(&self, start: usize, findings: &mut Findings) -> bool {
        if let [only] = self.cells[..]
            && only.raw(self.text).trim().is_empty()
            && self.width > 1
        {
            return false;
        }
        if self.cells.iter().all(|cell| cell.raw(self.text).trim().is_empty()) {
            findings.push_with(Rule::BlankRow, || Finding::new(Rule::BlankRow).at(start));
            return false;
        }
        if self.cells.len() != self.width {
            findings.push_with(Rule::RaggedRow, || {
                // The row is read again for its length: cells beyond the header's were not kept.
                let found = self.count(start);
                let variant = if found > self.width { "help-long" } else { "help" };
                Finding::new(Rule::RaggedRow)
                    .at(start)
                    .with("found", found)
                    .with("expected", self.width)
                    .with("first", prose::name(&self.cells[0].text(self.text)))
                    .advise(variant)
            });
            return false;
        }
        let mut sound = true;
        for cell in &self.cells {
            if cell.len() > CELL_LIMIT {
                findings.push_with(Rule::CellTooLong, || Finding::new(Rule::CellTooLong).at(cell.offset()));
                sound = false;
            } else if cell.is_quoted() && self.swallows_lines(cell) {
                findings.push_with(Rule::SwallowedLines, || Finding::new(Rule::SwallowedLines).at(cell.offset()));
            }
        }
        sound
    }

    /// Whether a quoted cell holds a line that looks like a row: an opening quote too many eats rows in silence.
    fn swallows_lines(&self, cell: &Cell) -> bool {
        let raw = cell.raw(self.text);
        let row_like = (self.width - 1).saturating_sub(ROW_LIKE).max(2);
        let delimiters = |line: &str| memchr::memchr_iter(self.delimiter, line.as_bytes()).count();
        raw.contains(['\n', '\r']) && raw.lines().any(|line| delimiters(line) >= row_like)
    }

    fn count(&self, start: usize) -> usize {
        let (mut count, mut at) = (1, start);
        while let (_, End::Delimiter(next)) = next_cell(self.text.as_bytes(), at, self.delimiter) {
            count += 1;
            at = next;
        }
        count
    }
}

/// How many cells the first rows have, where they agree: so many rows that differ from the header in one way are
/// right, and the header is wrong. `None` where there are too few to tell, or one of them is broken.
pub(super) fn common_width(text: &str, start: usize, delimiter: u8) -> Option<usize> {
    /// So many rows are looked at.
    const FIRST: usize = 3;
    /// So many of them must be there.
    const ENOUGH: usize = 2;
    let mut widths = Vec::new();
    let (mut at, mut row, mut width) = (start, start, 0);
    while at < text.len() && widths.len() < FIRST {
        let (_, end) = next_cell(text.as_bytes(), at, delimiter);
        width += 1;
        at = match end {
            End::Delimiter(next) => next,
            End::Fault(_) => return None,
            End::Line(next) => next,
            End::Text => text.len(),
        };
        if !matches!(end, End::Delimiter(_)) {
            if !text[row..at].trim().is_empty() {
                widths.push(width);
            }
            (row, width) = (at, 0);
        }
    }
    let first = *widths.first()?;
    (widths.len() >= ENOUGH && widths.iter().all(|width| *width == first)).then_some(first)
}

/// Names what is wrong with a broken cell; says where reading can go on.
pub(super) fn report_fault(text: &str, cell: &Cell, fault: Fault, findings: &mut Findings) -> Option<usize> {
    let (rule, at) = match fault {
        Fault::Unclosed => (Rule::UnclosedQuote, cell.offset()),
        Fault::AfterQuote(at) | Fault::Inside(at) => (Rule::StrayQuote, at),
    };
    findings.push_with(rule, || Finding::new(rule).at(at).with("cell", prose::name(&excerpt(cell, at, text))));
    if fault == Fault::Unclosed {
        return None;
    }
    let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..])? + at;
    let line = end + if text[end..].starts_with("\r\n") { 2 } else { 1 };
    (line < text.len()).then_some(line)
}

/// The cell from its first character to a little behind the fault.
fn excerpt(cell: &Cell, at: usize, text: &str) -> String {
    const AFTER: usize = 12;
    let before = text.get(cell.offset()..at).unwrap_or_default();
    let after = text.get(at..).unwrap_or_default().lines().next().unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(AFTER);
    before.chars().skip(skipped).chain(after.chars().take(AFTER)).collect()
}
