//! Rows of a sheet become a text: the header is found as in any table, and from there on each row has the header's cells.
//!
//! What stands above the header, and beside it, is left out and said. Empty rows leave no trace: the text knows of each
//! of its rows which one of the sheet it was.

use std::borrow::Cow;

use super::content::{Content, Texts};
use super::fault::Fault;
use crate::finding::{Finding, Grid, Position, Rule, UNIT_SEPARATOR, cell_name};
use crate::input::dialect::{ENOUGH, LINES_ABOVE};
use crate::input::headers::Names;
use crate::prose;

/// The most bytes of the text that a sheet becomes.
const TEXT_LIMIT: usize = 256 << 20;
/// The most bytes of the rows among which the header is looked for.
const WAITING_LIMIT: usize = 64 << 20;
/// A longer text is no header.
const HEADER_LIMIT: usize = 1000;

/// A row of a sheet: its cells with something in them, by their columns, from 1.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) number: u32,
    pub(super) is_hidden: bool,
    pub(super) cells: Vec<(u32, Content)>,
}

/// What is known of headers.
pub(super) trait Headers {
    /// Whether a header is one of the columns that are read.
    fn knows(&self, header: &str) -> bool;
    /// Whether a header is one of the columns with ratings.
    fn rates(&self, header: &str) -> bool;
}

impl Headers for Names {
    fn knows(&self, header: &str) -> bool {
        self.know(header)
    }

    fn rates(&self, header: &str) -> bool {
        self.node(header).is_some()
    }
}

/// Whether more rows are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    GoOn,
    Enough,
}

/// A sheet on its way to a text.
pub(super) struct Gatherer<'a> {
    sheet: String,
    headers: &'a dyn Headers,
    /// Whether the sheet is of no use without headers that are known, one of a criterion among them.
    must_fit: bool,
    waiting: Vec<Row>,
    waiting_weight: usize,
    best: usize,
    table: Option<Table>,
}

/// A sheet that has become a text.
pub(super) struct Gathered {
    pub(super) text: String,
    pub(super) grid: Grid,
    /// Where the header begins.
    pub(super) header: Position,
    pub(super) findings: Vec<Finding>,
}

/// The text, once the header is known.
struct Table {
    text: String,
    grid: Grid,
    /// The first and the last column of the header.
    first: u32,
    last: u32,
    header: u32,
    rows_above: usize,
    hidden: Vec<u32>,
    hidden_count: usize,
    outside: Option<Position>,
    outside_count: usize,
    rounded: Option<(Position, String, String)>,
    rounded_count: usize,
}

impl<'a> Gatherer<'a> {
    pub(super) fn new(sheet: &str, headers: &'a dyn Headers, must_fit: bool) -> Self {
        Self {
            sheet: sheet.to_owned(),
            headers,
            must_fit,
            waiting: Vec::new(),
            waiting_weight: 0,
            best: 0,
            table: None,
        }
    }

    /// Takes a row over; one without cells is none.
    pub(super) fn row(&mut self, row: &mut Row, texts: &Texts) -> Result<Flow, Fault> {
        if let Some(table) = &mut self.table {
            return table.push(row, texts).map(|()| Flow::GoOn);
        }
        if is_blank(row, texts) {
            return Ok(Flow::GoOn);
        }
        let weight: usize = row.cells.iter().map(|(_, content)| content.weight() + 32).sum();
        self.waiting_weight += weight;
        if self.waiting_weight > WAITING_LIMIT {
            return Err(Fault::TooLarge("row", "64 MiB"));
        }
        let cells =
            || row.cells.iter().map(|(_, content)| content.text(texts)).filter(|text| text.len() <= HEADER_LIMIT);
        let fits = !self.must_fit || cells().any(|text| self.headers.rates(text));
        let known = if fits { cells().filter(|text| self.headers.knows(text)).count() } else { 0 };
        let place = self.waiting.len();
        self.waiting.push(std::mem::take(row));
        if known >= ENOUGH && (place == 0 || known > self.best) {
            return self.begin(place, texts);
        }
        self.best = if place == 0 { known } else { self.best };
        if place < LINES_ABOVE {
            return Ok(Flow::GoOn);
        }
        if self.must_fit { Ok(Flow::Enough) } else { self.begin(0, texts) }
    }

    /// The row that is the header is found: what stands above it is left out, what came below follows.
    fn begin(&mut self, header: usize, texts: &Texts) -> Result<Flow, Fault> {
        let mut rows = std::mem::take(&mut self.waiting).into_iter().skip(header);
        let Some(mut row) = rows.next() else { return Ok(Flow::Enough) };
        let filled = |(_, content): &&(u32, Content)| !content.text(texts).trim().is_empty();
        let mut columns = row.cells.iter().filter(filled).map(|(column, _)| *column);
        let first = columns.next().unwrap_or(1);
        let table = self.table.insert(Table {
            text: String::new(),
            grid: Grid::new(self.sheet.as_str(), first),
            first,
            last: columns.next_back().unwrap_or(first),
            header: row.number,
            rows_above: header,
            hidden: Vec::new(),
            hidden_count: 0,
            outside: None,
            outside_count: 0,
            rounded: None,
            rounded_count: 0,
        });
        row.is_hidden = false;
        table.push(&mut row, texts)?;
        for mut row in rows {
            table.push(&mut row, texts)?;
        }
        Ok(Flow::GoOn)
    }

    /// The text, when there are no more rows; `None` where the sheet is of no use.
    pub(super) fn finish(mut self, texts: &Texts) -> Result<Option<Gathered>, Fault> {
        if self.table.is_none() && !self.must_fit && !self.waiting.is_empty() {
            self.begin(0, texts)?;
        }
        Ok(match self.table {
            Some(table) => Some(table.finish()),
            None if self.must_fit => None,
            None => {
                let grid = Grid::new(self.sheet, 1);
                let header = Position { line: 1, column: 1 };
                Some(Gathered { text: String::new(), grid, header, findings: Vec::new() })
            }
        })
    }
}

impl Table {
    /// Adds a row, unless the table has nothing of it.
    fn push(&mut self, row: &mut Row, texts: &Texts) -> Result<(), Fault> {
        let mut is_blank = true;
        for (column, content) in &row.cells {
            if content.text(texts).trim().is_empty() {
                continue;
            }
            if (self.first..=self.last).contains(column) {
                is_blank = false;
            } else {
                self.outside_count += 1;
                self.outside.get_or_insert(Position { line: row.number as usize, column: *column as usize });
            }
        }
        if is_blank {
            return Ok(());
        }
        if row.is_hidden {
            self.hidden_count += 1;
            if self.hidden.is_empty() {
                self.hidden.push(row.number);
            }
        }
        self.grid.push_row(self.text.len() as u32, row.number);
        let mut cells = row.cells.iter().filter(|(column, _)| *column >= self.first).peekable();
        for column in self.first..=self.last {
            if column > self.first {
                self.text.push(char::from(UNIT_SEPARATOR));
            }
            let Some((_, content)) = cells.next_if(|(at, _)| *at == column) else { continue };
            if let Content::Rounded(read, found) = content {
                let position = Position { line: row.number as usize, column: column as usize };
                self.rounded_count += 1;
                self.rounded.get_or_insert_with(|| (position, found.to_string(), read.to_string()));
            }
            let text = content.text(texts);
            if self.text.len() + text.len() > TEXT_LIMIT {
                return Err(Fault::TooLarge("text", "256 MiB"));
            }
            self.text.push_str(&written(text));
        }
        self.text.push('\n');
        if self.text.len() > TEXT_LIMIT {
            return Err(Fault::TooLarge("text", "256 MiB"));
        }
        Ok(())
    }

    fn finish(self) -> Gathered {
        let header = Position { line: self.header as usize, column: self.first as usize };
        let at = |rule: Rule, position: Position| Finding::new(rule).at_cell(&self.grid, position);
        let mut findings = Vec::new();
        if self.rows_above > 0 {
            let finding = at(Rule::TitleRows, header).with("line", header.line);
            findings.push(finding.with("count", self.rows_above));
        }
        if let Some(&row) = self.hidden.first() {
            let position = Position { line: row as usize, column: header.column };
            findings.push(at(Rule::HiddenRows, position).with("count", self.hidden_count));
        }
        if let Some(position) = self.outside {
            let finding = at(Rule::OutsideCells, position).with("count", self.outside_count);
            findings.push(finding.with("cell", cell_name(position)));
        }
        if let Some((position, found, read)) = &self.rounded {
            let finding = at(Rule::RoundedNumbers, *position).with("count", self.rounded_count);
            let [found, read] = [found, read].map(|number| prose::name(number));
            findings.push(finding.with("found", found).with("read", read));
        }
        Gathered { text: self.text, grid: self.grid, header, findings }
    }
}

fn is_blank(row: &Row, texts: &Texts) -> bool {
    row.cells.iter().all(|(_, content)| content.text(texts).trim().is_empty())
}

/// A cell as it stands in the text: in quotes where it has to be. What no text may hold is left out.
fn written(text: &str) -> Cow<'_, str> {
    let is_unfit = |character: char| character == '\0' || character == char::from(UNIT_SEPARATOR);
    let fit = if text.contains(is_unfit) { Cow::Owned(text.replace(is_unfit, "")) } else { Cow::Borrowed(text) };
    if fit.contains(['"', '\n', '\r']) { format!("\"{}\"", fit.replace('"', "\"\"")).into() } else { fit }
}
