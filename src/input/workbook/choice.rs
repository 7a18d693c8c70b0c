//! Which sheet of a workbook is read: the one that is named, else the first visible one with headers that are known.

use super::content::Texts;
use super::fault::Fault;
use super::gather::{Flow, Gathered, Gatherer, Headers, Row};

/// The most sheets that are looked into for headers.
const LOOKED_AT: usize = 50;

/// A sheet as the workbook lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) is_visible: bool,
}

/// Which sheets come into question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted<'a> {
    /// The one that is named, whatever is in it.
    Named(&'a str),
    /// The first one with headers that are known, among the visible ones or among all.
    Fitting { hidden_too: bool },
    /// The first one with anything in it, whatever it is.
    Filled { hidden_too: bool },
}

/// What is found while the sheets go by.
pub(super) struct Choice<'a> {
    wanted: Wanted<'a>,
    headers: &'a dyn Headers,
    /// The sheets that have gone by.
    pub(super) sheets: Vec<Sheet>,
    /// How many of them were looked into.
    looked_at: usize,
    current: Option<Gatherer<'a>>,
    /// The sheet that is read, by its place.
    pub(super) chosen: Option<(usize, Gathered)>,
}

impl<'a> Choice<'a> {
    pub(super) fn new(wanted: Wanted<'a>, headers: &'a dyn Headers) -> Self {
        Self { wanted, headers, sheets: Vec::new(), looked_at: 0, current: None, chosen: None }
    }

    /// Whether the rows of the next sheet are wanted.
    pub(super) fn begin(&mut self, sheet: &Sheet) -> bool {
        self.sheets.push(sheet.clone());
        let (comes_in, must_fit) = match self.wanted {
            Wanted::Named(name) => (sheet.name == name, false),
            Wanted::Fitting { hidden_too } => (sheet.is_visible || hidden_too, true),
            Wanted::Filled { hidden_too } => (sheet.is_visible || hidden_too, false),
        };
        let is_wanted = comes_in && self.chosen.is_none() && (!must_fit || self.looked_at < LOOKED_AT);
        self.looked_at += usize::from(is_wanted);
        self.current = is_wanted.then(|| Gatherer::new(&sheet.name, self.headers, must_fit));
        is_wanted
    }

    pub(super) fn row(&mut self, row: &mut Row, texts: &Texts) -> Result<Flow, Fault> {
        self.current.as_mut().map_or(Ok(Flow::Enough), |sheet| sheet.row(row, texts))
    }

    /// The sheet has no more rows, or no more of them are wanted.
    pub(super) fn end(&mut self, texts: &Texts) -> Result<(), Fault> {
        let Some(sheet) = self.current.take() else { return Ok(()) };
        let gathered = sheet.finish(texts)?;
        let is_named = matches!(self.wanted, Wanted::Named(_));
        let found = gathered.filter(|gathered| is_named || !gathered.text.is_empty());
        self.chosen = found.map(|gathered| (self.sheets.len() - 1, gathered));
        Ok(())
    }
}
