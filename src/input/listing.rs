//! Tables that are no backlogs: decisions, records. Their columns are known by fixed names, in English and Japanese.

use std::borrow::Cow;

use super::dialect;
use super::names::fold;
use super::rows::Rows;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::prose;
use crate::table::Cell;

/// A column that a table can have: its key, and what else it may be called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) key: &'static str,
    pub(super) also: &'static [&'static str],
    pub(super) is_needed: bool,
}

impl Known {
    fn is_called(&self, heading: &str) -> bool {
        let heading = fold(heading);
        std::iter::once(&self.key).chain(self.also).any(|name| fold(name) == heading)
    }
}

/// A table with some of the known columns.
#[derive(Debug)]
pub(super) struct Listing<'t> {
    text: &'t str,
    pub(super) delimiter: u8,
    header: Vec<Cell>,
    /// For each known column where it stands.
    columns: Vec<Option<usize>>,
    rows: Vec<Vec<Cell>>,
}

impl<'t> Listing<'t> {
    /// Reads a table; `None` where its header can't be read. What is wrong is among the findings, not yet located.
    pub(super) fn read(source: &Source<'t>, known: &[Known], findings: &mut Findings) -> Option<Self> {
        let text = source.text;
        let is_known = |heading: &str| known.iter().any(|column| column.is_called(heading));
        let (dialect, body) = dialect::begin(source, None, &is_known, findings)?;
        let header = dialect.header;
        let headings: Vec<Cow<'_, str>> = header.iter().map(|cell| cell.text(text)).collect();
        let place = |column: &Known| headings.iter().position(|heading| column.is_called(heading));
        let columns: Vec<Option<usize>> = known.iter().map(place).collect();
        for (column, place) in known.iter().zip(&columns) {
            if column.is_needed && place.is_none() {
                let shown: Vec<String> = headings.iter().map(|heading| prose::name(heading)).collect();
                let finding = Finding::new(Rule::MissingColumn).at(header.first().map_or(0, Cell::offset));
                let finding = finding.of_criterion(column.key).with("criterion", prose::name(column.key));
                findings.push(finding.with("key", column.key).with("headers", shown).advise("help-header"));
            }
        }
        let mut reader = Rows::new(text, body, dialect.delimiter, &header);
        let mut rows = Vec::new();
        while let Some((_, cells)) = reader.next(findings) {
            rows.push(cells.to_vec());
        }
        Some(Self { text, delimiter: dialect.delimiter, header, columns, rows })
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the table has a column, by its place among the known ones.
    pub(super) fn has(&self, known: usize) -> bool {
        self.columns[known].is_some()
    }

    /// A column's header, by its place among the known ones; empty where there is no such column.
    pub(super) fn heading(&self, known: usize) -> Cow<'t, str> {
        self.columns[known].map_or(Cow::Borrowed(""), |column| self.header[column].text(self.text))
    }

    /// A cell by the row and the place of its column among the known ones, trimmed; empty where there is no column.
    pub(super) fn text(&self, row: usize, known: usize) -> Cow<'t, str> {
        let Some(column) = self.columns[known] else { return Cow::Borrowed("") };
        match self.rows[row][column].text(self.text) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        }
    }

    /// A finding about a cell; about the row's first where there is no such column.
    pub(super) fn finding(&self, rule: Rule, row: usize, known: usize) -> Finding {
        let column = self.columns[known].unwrap_or(0);
        Finding::new(rule).over(self.rows[row][column].range()).under(self.header[column].range())
    }
}
