//! The rows under the header, one after the other: strict about quotes and about how many cells a row has.

use crate::finding::{Finding, Findings, Rule};
use crate::prose;
use crate::table::{Cell, End, Ends, Fault, next_cell};

/// The most bytes that a cell may have.
pub(super) const CELL_LIMIT: usize = 1 << 20;
/// The most columns that a table may have.
pub(super) const COLUMN_LIMIT: usize = 16_384;
/// How many delimiters fewer than the header's a line inside a quoted cell may have and still look like a row.
const ROW_LIKE: usize = 2;

/// What a version control system puts where two changes meet.
const CONFLICT_MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Walks over the rows of a text.
#[derive(Debug)]
pub(super) struct Rows<'t> {
    text: &'t str,
    delimiter: u8,
    ends: Ends<'t>,
    header: Vec<Cell>,
    /// The first header, without the space around it.
    first_header: &'t [u8],
    width: usize,
    next: Option<usize>,
    cells: Vec<Cell>,
    /// Whether the line before was blank.
    after_blank: bool,
    /// Whether a cell of the row stands in quotes.
    has_quotes: bool,
    /// How many cells the rows of a second table have, once one has begun.
    second_width: Option<usize>,
}

impl<'t> Rows<'t> {
    /// The rows from a byte on, under a header.
    pub(super) fn new(text: &'t str, start: usize, delimiter: u8, header: &[Cell]) -> Self {
        let next = (start < text.len()).then_some(start);
        let width = header.len();
        let (header, cells) = (header.to_vec(), Vec::with_capacity(width));
        let first_header = header.first().map_or(&[][..], |first| first.raw(text).trim().as_bytes());
        Self {
            text,
            delimiter,
            ends: Ends::new(text, start.min(text.len()), delimiter),
            header,
            first_header,
            width,
            next,
            cells,
            after_blank: false,
            has_quotes: false,
            second_width: None,
        }
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
        self.cells.clear();
        self.has_quotes = false;
        let mut at = start;
        loop {
            let mut last = None;
            let end = self.ends.cell(at, |cell| {
                if cell.is_quoted() {
                    self.has_quotes = true;
                }
                if self.cells.len() <= self.width {
                    self.cells.push(cell);
                }
                last = Some(cell);
            });
            self.next = match end {
                End::Delimiter(next) => {
                    at = next;
                    continue;
                }
                End::Line(next) if next < self.text.len() => Some(next),
                End::Line(_) | End::Text => None,
                End::Fault(fault) => {
                    self.next = last.and_then(|cell| report_fault(self.text, &cell, fault, findings));
                    return false;
                }
            };
            return true;
        }
    }

    fn is_sound(&mut self, start: usize, findings: &mut Findings) -> bool {
        let after_blank = std::mem::replace(&mut self.after_blank, false);
        if let [only] = self.cells[..]
            && only.is_blank(self.text)
            && self.width > 1
        {
            self.after_blank = true;
            return false;
        }
        if self.cells.iter().all(|cell| cell.is_blank(self.text)) {
            findings.push_with(Rule::BlankRow, || Finding::new(Rule::BlankRow).at(start));
            self.after_blank = true;
            return false;
        }
        if self.cells.len() != self.width {
            self.report_ragged(start, after_blank, findings);
            return false;
        }
        if self.is_header_again() {
            findings.push_with(Rule::SecondTable, || {
                Finding::new(Rule::SecondTable).over(self.cells[0].range()).with("kind", "header")
            });
            return false;
        }
        let length = self.next.unwrap_or(self.text.len()) - start;
        if !self.has_quotes && length <= CELL_LIMIT {
            return true;
        }
        let mut sound = true;
        for cell in &self.cells {
            if cell.len() > CELL_LIMIT {
                findings.push_with(Rule::CellTooLong, || Finding::new(Rule::CellTooLong).over(cell.range()));
                sound = false;
            } else if cell.is_quoted() && self.swallows_lines(cell) {
                findings.push_with(Rule::SwallowedLines, || Finding::new(Rule::SwallowedLines).over(cell.range()));
            }
        }
        sound
    }

    /// Names what is wrong with a row of another length than the header's.
    #[cold]
    fn report_ragged(&mut self, start: usize, after_blank: bool, findings: &mut Findings) {
        // The row is read again for its length: cells beyond the header's were not kept.
        let (found, next) = self.count(start);
        if self.second_width == Some(found) {
            return;
        }
        let first = self.cells[0];
        let content = first.text(self.text);
        if let Some(marker) = CONFLICT_MARKERS.iter().find(|marker| content.starts_with(**marker)) {
            findings.push_with(Rule::MergeConflict, || {
                Finding::new(Rule::MergeConflict).over(first.range()).with("marker", prose::name(marker))
            });
            return;
        }
        if after_blank && next.is_some_and(|next| self.count(next).0 == found) {
            self.second_width = Some(found);
            findings.push_with(Rule::SecondTable, || {
                Finding::new(Rule::SecondTable).over(first.range()).with("kind", "block")
            });
            return;
        }
        findings.push_with(Rule::RaggedRow, || {
            Finding::new(Rule::RaggedRow)
                .over(first.range())
                .of_item(content.trim())
                .with("found", found)
                .with("expected", self.width)
                .with("first", prose::name(&content))
                .advise(if found > self.width { "help-long" } else { "help" })
        });
    }

    /// Whether the row is the header once more, as when two files are joined; a byte order mark may stand before it.
    fn is_header_again(&self) -> bool {
        let first = self.cells[0].bytes(self.text);
        if let [start, .., end] = first
            && start.is_ascii_graphic()
            && end.is_ascii_graphic()
            && first != self.first_header
        {
            // Nearly every row: there is nothing to be trimmed, and it begins otherwise.
            return false;
        }
        let content = |cell: &Cell| cell.raw(self.text).trim_start_matches('\u{FEFF}').trim();
        let mut pairs = self.cells.iter().zip(&self.header);
        self.width > 1 && pairs.all(|(cell, header)| content(cell) == content(header))
    }

    /// Whether a quoted cell holds a line that looks like a row: an opening quote too many eats rows in silence.
    fn swallows_lines(&self, cell: &Cell) -> bool {
        let raw = cell.raw(self.text);
        let row_like = (self.width - 1).saturating_sub(ROW_LIKE).max(2);
        let delimiters = |line: &str| memchr::memchr_iter(self.delimiter, line.as_bytes()).count();
        raw.contains(['\n', '\r']) && raw.lines().any(|line| delimiters(line) >= row_like)
    }

    /// How many cells a row has, and where the next one begins.
    fn count(&self, start: usize) -> (usize, Option<usize>) {
        let (mut count, mut at) = (1, start);
        loop {
            match next_cell(self.text.as_bytes(), at, self.delimiter).1 {
                End::Delimiter(next) => at = next,
                End::Line(next) => return (count, Some(next).filter(|next| *next < self.text.len())),
                End::Text | End::Fault(_) => return (count, None),
            }
            count += 1;
        }
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
#[cold]
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
