//! Tables that are no backlogs: decisions, records, results, funnels. Their columns are known by fixed names, in English and Japanese.

use std::borrow::Cow;

use super::dialect;
use super::names::fold;
use super::rows::Rows;
use crate::finding::{Finding, Findings, Rule, Source, Word};
use crate::model::Labels;
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

/// The keys of some columns.
pub(super) const fn keys<const N: usize>(columns: &[Known; N]) -> [&'static str; N] {
    let mut keys = [""; N];
    let mut at = 0;
    while at < N {
        keys[at] = columns[at].key;
        at += 1;
    }
    keys
}

/// What the user says of a table that is no backlog.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableForm<'a> {
    /// What separates its cells; seen from the text where nothing is said.
    pub delimiter: Option<u8>,
    /// Keys of columns, each with the header that counts for it.
    pub columns: &'a [(String, String)],
}

impl<'a> TableForm<'a> {
    /// The headers that are named for a key.
    pub(super) fn named(&self, key: &str) -> impl Iterator<Item = &'a str> {
        self.columns.iter().filter(move |(own, _)| own == key).map(|(_, header)| header.as_str())
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
        Self::read_with(source, known, TableForm::default(), &|_| false, findings)
    }

    /// Reads a table that may have further columns that are known by `also`, in the form that somebody may say.
    pub(super) fn read_with(
        source: &Source<'t>,
        known: &[Known],
        form: TableForm<'_>,
        also: &dyn Fn(&str) -> bool,
        findings: &mut Findings,
    ) -> Option<Self> {
        let text = source.text;
        let is_named = |heading: &str| form.columns.iter().any(|(_, header)| fold(header) == fold(heading));
        let is_known =
            |heading: &str| also(heading) || is_named(heading) || known.iter().any(|column| column.is_called(heading));
        let (dialect, body) = dialect::begin(source, form.delimiter, &is_known, findings)?;
        let header = dialect.header;
        let headings: Vec<Cow<'_, str>> = header.iter().map(|cell| cell.text(text)).collect();
        // Of several names the one that is listed first wins: `title` over `name`.
        let place = |column: &Known| {
            let called = |name: &str| headings.iter().position(|heading| fold(heading) == fold(name));
            if let Some(header) = form.named(column.key).next() {
                let exact = headings.iter().position(|heading| heading == header);
                return exact.or_else(|| called(header));
            }
            std::iter::once(&column.key).chain(column.also).find_map(|name| called(name))
        };
        let columns: Vec<Option<usize>> = known.iter().map(place).collect();
        for (column, place) in known.iter().zip(&columns) {
            let named = form.named(column.key).next().filter(|_| place.is_none());
            if let Some(named) = named {
                let finding = missing(text, &header, column.key, column.also);
                findings.push(finding.with("header", prose::name(named)).advise("help-named"));
            } else if column.is_needed && place.is_none() {
                findings.push(missing(text, &header, column.key, column.also));
            }
        }
        let mut reader = Rows::new(text, body, dialect.delimiter, &header);
        let mut rows = Vec::new();
        while let Some((_, cells)) = reader.next(findings) {
            rows.push(cells.to_vec());
        }
        let listing = Self { text, delimiter: dialect.delimiter, header, columns, rows };
        // Of ids and titles the first name wins.
        let is_single =
            |column: &&Known| !(["id", "title"].contains(&column.key) || form.named(column.key).next().is_some());
        let single = known.iter().filter(is_single);
        single.filter_map(|column| listing.doubled(column)).for_each(|finding| findings.push(finding));
        Some(listing)
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the table has one of the known columns.
    pub(super) fn has(&self, known: usize) -> bool {
        self.columns[known].is_some()
    }

    /// The headings, as they stand in the file.
    pub(super) fn headings(&self) -> impl Iterator<Item = Cow<'t, str>> {
        self.header.iter().map(|cell| cell.text(self.text))
    }

    /// The heading of a known column, its key where there is none.
    pub(super) fn heading(&self, known: usize, key: &'static str) -> Cow<'t, str> {
        self.columns[known].map_or(Cow::Borrowed(key), |column| self.header[column].text(self.text))
    }

    /// The place of a known column by its key or any of its names.
    pub(super) fn known_column(&self, name: &str, known: &[Known]) -> Option<usize> {
        let known = known.iter().zip(&self.columns).find(|(column, _)| column.is_called(name));
        known.and_then(|(_, place)| *place)
    }

    /// Leaves some rows out.
    pub(super) fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        let mut row = 0..;
        self.rows.retain(|_| row.next().is_none_or(&keep));
    }

    /// A row's cells as they stand in the file.
    pub(super) fn cells(&self, row: usize) -> impl Iterator<Item = Cow<'t, str>> {
        self.rows[row].iter().map(|cell| cell.text(self.text))
    }

    /// A cell by the row and the place of its column among the known ones, trimmed; empty where there is no column.
    pub(super) fn text(&self, row: usize, known: usize) -> Cow<'t, str> {
        self.columns[known].map_or(Cow::Borrowed(""), |column| self.cell(row, column))
    }

    /// Where the columns stand that are known by `is_called`, in the order of the file.
    pub(super) fn columns(&self, is_called: impl Fn(&str) -> bool) -> Vec<usize> {
        (0..self.header.len()).filter(|&column| is_called(&self.header[column].text(self.text))).collect()
    }

    /// A finding where there are two columns for one of the known ones: either would be a guess.
    fn doubled(&self, column: &Known) -> Option<Finding> {
        let places = self.columns(|heading| column.is_called(heading));
        let [_, second, ..] = places[..] else { return None };
        let all: Vec<String> = places.iter().map(|&place| prose::name(&self.header[place].text(self.text))).collect();
        let finding = Finding::new(Rule::AmbiguousColumn).over(self.header[second].range()).of_criterion(column.key);
        let finding = finding.with("criterion", prose::name(column.key)).with("key", column.key);
        Some(finding.with("columns", all).advise("help-one"))
    }

    /// A finding that there is no column for a key.
    pub(super) fn missing(&self, key: &str, also: &[&str]) -> Finding {
        missing(self.text, &self.header, key, also)
    }

    /// A cell by the row and the place of its column in the file, trimmed.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cow<'t, str> {
        trimmed(self.rows[row][column].text(self.text))
    }

    /// A finding about a cell, by the place of its column in the file.
    pub(super) fn finding_in(&self, rule: Rule, row: usize, column: usize) -> Finding {
        Finding::new(rule).over(self.rows[row][column].range()).under(self.header[column].range())
    }

    /// A finding that a known column's cell is blank; none where there is no such column, which is said already.
    pub(super) fn blank(&self, rule: Rule, row: usize, known: usize) -> Option<Finding> {
        self.has(known).then(|| self.finding(rule, row, known))
    }

    /// A finding about a cell; about the row's first where there is no such column.
    pub(super) fn finding(&self, rule: Rule, row: usize, known: usize) -> Finding {
        self.finding_in(rule, row, self.columns[known].unwrap_or(0))
    }
}

/// A finding that there is no column for a key, with the first of its other names that is Japanese.
fn missing(text: &str, header: &[Cell], key: &str, also: &[&str]) -> Finding {
    let shown: Vec<String> = header.iter().map(|cell| prose::name(&cell.text(text))).collect();
    let finding = Finding::new(Rule::MissingColumn).at(header.first().map_or(0, Cell::offset));
    let japanese = also.iter().find(|name| !name.is_ascii()).map(|name| (*name).to_owned());
    let name = Word::Node(key.to_owned(), Labels { en: None, ja: japanese });
    let finding = finding.of_criterion(key).with("criterion", name);
    finding.with("key", key).with("headers", shown).advise("help-header")
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}
