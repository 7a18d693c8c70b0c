//! Workbooks: a sheet of an `.xlsx`, `.xlsm` or `.ods` becomes a text that is read like any other, and each of its bytes
//! leads back to a cell.
//!
//! The house has a reader of its own here, on top of crates for ZIP, DEFLATE and XML: what reads whole workbooks for
//! others trusts sizes and places that a file only claims, and ends the program where they are wrong. This one counts
//! what it unpacks, keeps one row at a time, and knows which cell it is at.

mod choice;
mod content;
mod fault;
mod gather;
mod ods;
mod package;
mod xlsx;
mod xml;

use crate::finding::{Finding, Grid, Rule};
use crate::input::headers::Names;
use crate::prose;

use choice::{Choice, Sheet, Wanted};
use fault::Fault;
use gather::Gathered;
use package::Package;
use xlsx::Xlsx;

/// How many sheets a message lists.
const LISTED: usize = 12;

/// A sheet that was read.
pub(super) struct SheetText {
    pub(super) text: String,
    pub(super) grid: Grid,
    /// What is good to know about how it was read.
    pub(super) findings: Vec<Finding>,
}

/// Whether bytes may be a workbook: they begin like a ZIP file.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Reads a sheet of a workbook: the one that is named, else the first visible one with headers that are known.
pub(super) fn read_workbook(bytes: &[u8], named: Option<&str>, headers: &Names) -> Result<SheetText, Finding> {
    let found = |named: Option<&str>| -> Result<_, Fault> {
        let package = Package::open(bytes)?;
        let book = Book::open(&package)?;
        match named {
            Some(name) => book.choose(Wanted::Named(name), headers).map(|choice| (choice.sheets, choice.chosen)),
            None => book.first(headers),
        }
    };
    let (sheets, chosen) = found(named).map_err(Fault::finding)?;
    match (chosen, named) {
        (Some((place, gathered)), _) => Ok(said(gathered, &sheets, place, named.is_some())),
        (None, Some(name)) => Err(unknown_sheet(name, &sheets)),
        // No sheet has anything in it.
        (None, None) => {
            let grid = Grid::new(sheets.first().map_or("", |sheet| &sheet.name), 1);
            Ok(SheetText { text: String::new(), grid, findings: Vec::new() })
        }
    }
}

/// A workbook of one of the two kinds.
enum Book<'p, 'b> {
    Xlsx(Xlsx<'p, 'b>),
    Ods(&'p Package<'b>),
}

type Chosen = (Vec<Sheet>, Option<(usize, Gathered)>);

impl<'p, 'b> Book<'p, 'b> {
    fn open(package: &'p Package<'b>) -> Result<Self, Fault> {
        if ods::is_spreadsheet(package)? {
            return Ok(Book::Ods(package));
        }
        Xlsx::open(package)?.map(Book::Xlsx).ok_or(Fault::Other("zip"))
    }

    fn choose<'a>(&self, wanted: Wanted<'a>, headers: &'a Names) -> Result<Choice<'a>, Fault> {
        let mut choice = Choice::new(wanted, headers);
        match self {
            Book::Xlsx(book) => book.walk(&mut choice)?,
            Book::Ods(package) => ods::walk(package, &mut choice)?,
        }
        Ok(choice)
    }

    /// The first sheet that fits; where none does the first with anything in it, for the findings that it gives.
    fn first(&self, headers: &Names) -> Result<Chosen, Fault> {
        let mut sheets = Vec::new();
        let mut hidden_too = false;
        for is_second in [false, true] {
            let wanted = if is_second { Wanted::Filled { hidden_too } } else { Wanted::Fitting { hidden_too } };
            let choice = self.choose(wanted, headers)?;
            if choice.chosen.is_some() {
                return Ok((choice.sheets, choice.chosen));
            }
            // Where everything is hidden, hiding means nothing.
            hidden_too = choice.sheets.iter().all(|sheet| !sheet.is_visible);
            if hidden_too && !is_second {
                let choice = self.choose(Wanted::Fitting { hidden_too }, headers)?;
                if choice.chosen.is_some() {
                    return Ok((choice.sheets, choice.chosen));
                }
            }
            sheets = choice.sheets;
        }
        Ok((sheets, None))
    }
}

/// The sheet with a note on which one it is, unless it was asked for or is the only one.
fn said(gathered: Gathered, sheets: &[Sheet], place: usize, is_named: bool) -> SheetText {
    let Gathered { text, grid, header, mut findings } = gathered;
    if sheets.len() > 1 && !is_named {
        let others = sheets.iter().enumerate().filter(|(other, _)| *other != place);
        let others: Vec<String> = others.map(|(_, sheet)| prose::name(&sheet.name)).take(LISTED).collect();
        let finding = Finding::new(Rule::ChosenSheet).at_cell(&grid, header);
        let finding = finding.with("sheet", prose::name(&sheets[place].name));
        let is_hidden = if sheets[place].is_visible { "no" } else { "yes" };
        findings.insert(0, finding.with("hidden", is_hidden).with("others", others));
    }
    SheetText { text, grid, findings }
}

fn unknown_sheet(name: &str, sheets: &[Sheet]) -> Finding {
    let names = || sheets.iter().map(|sheet| sheet.name.as_str());
    let listed: Vec<String> = names().take(LISTED).map(prose::name).collect();
    let finding = Finding::new(Rule::UnknownSheet).with("sheet", prose::name(name)).with("sheets", listed);
    match prose::did_you_mean(name, names()) {
        Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
        None => finding,
    }
}
