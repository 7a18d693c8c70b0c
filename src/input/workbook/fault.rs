//! Why a workbook is refused, until it is a finding.

use crate::finding::{Finding, Grid, Position, Rule};
use crate::prose;

/// What is wrong with a workbook as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is a ZIP file of another kind, or a workbook of a kind that isn't read.
    Other(&'static str),
    /// It is locked with a password.
    Encrypted,
    /// The list of its parts is missing or broken: the end of the file is.
    Cut,
    /// Two parts have one name.
    Duplicate(String),
    /// A part that another one names isn't there.
    Missing(String),
    /// A part can't be unpacked: its bytes, its size or its checksum are wrong.
    Damaged(String),
    /// A part isn't well-formed XML.
    NotXml(String),
    /// A part declares a document type or uses an entity of its own.
    Entities(String),
    /// A reference that is no cell.
    BadReference(String, String),
    /// A cell that doesn't stand behind the one before it.
    Disorder(String, Position),
    /// A cell that refers to a text that isn't there.
    NoSuchText(String, Position),
    /// A part, or all of them, unpack to more than the limit.
    TooLarge(&'static str, &'static str),
}

impl Fault {
    pub(super) fn finding(self) -> Finding {
        let broken = |kind: &'static str, what: String| {
            Finding::new(Rule::BrokenWorkbook).with("kind", kind).with("what", prose::name(&what))
        };
        let at = |kind: &'static str, sheet: String, position: Position| {
            let grid = Grid::new(sheet, 1);
            broken(kind, grid.address(position)).at_cell(&grid, position)
        };
        match self {
            Fault::Other(kind) => Finding::new(Rule::NotText).with("kind", kind).advise("help-workbook"),
            Fault::Encrypted => Finding::new(Rule::NotText).with("kind", "encrypted").advise("help-workbook"),
            Fault::Cut => broken("cut", String::new()),
            Fault::Duplicate(part) => broken("duplicate", part),
            Fault::Missing(part) => broken("missing", part),
            Fault::Damaged(part) => broken("damaged", part),
            Fault::NotXml(part) => broken("xml", part),
            Fault::Entities(part) => broken("entities", part),
            Fault::BadReference(sheet, reference) => broken("reference", reference).with("sheet", prose::name(&sheet)),
            Fault::Disorder(sheet, position) => at("order", sheet, position),
            Fault::NoSuchText(sheet, position) => at("text", sheet, position),
            Fault::TooLarge(what, limit) => {
                Finding::new(Rule::WorkbookTooLarge).with("what", what).with("limit", limit)
            }
        }
    }
}
