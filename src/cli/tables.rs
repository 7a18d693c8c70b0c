//! Tables that are no backlogs on their way to a text: results, a printed ranking, a funnel, items with a stage.

use std::ffi::OsStr;

use same_file::Handle;
use tenbin::finding::{Finding, Findings, Source};
use tenbin::input::{NamedColumns, Opened, Opening, is_json, is_workbook, open, printed_table};
use tenbin::lang::Lang;
use tenbin::model::Model;

use super::files::{self, Input};
use super::settings::RankingSettings;
use super::setup::{decode_any, in_file};

/// A table's text under the file's name.
pub struct Table {
    pub name: String,
    opened: Opened,
    pub handle: Option<Handle>,
    /// What is good to know of how it was opened.
    pub findings: Findings,
}

impl Table {
    /// Reads a file and opens it: a text, a sheet of a workbook whose headers `model` may know, or a ranking that was
    /// printed as JSON. Findings where it is none of these.
    pub fn read(
        path: &OsStr,
        model: &Model,
        settings: &RankingSettings,
        lang: Lang,
    ) -> anyhow::Result<Result<Self, Findings>> {
        Ok(Self::open(files::read(path, files::BACKLOG_LIMIT, lang)?, model, settings))
    }

    /// Opens a file that has been read, as [`Table::read`] does.
    pub fn open(input: Input, model: &Model, settings: &RankingSettings) -> Result<Self, Findings> {
        let (name, handle) = (input.name, input.handle);
        let opened = if is_workbook(&input.bytes) {
            let (encoding, sheet) = (settings.encoding, settings.sheet.as_deref());
            let columns = &NamedColumns::default();
            in_file(&name, open(input.bytes, Opening { model, columns, encoding, sheet }))
        } else {
            decode_any(&name, input.bytes, settings)
                .and_then(|(text, said)| Ok((Opened::text(table_of(&name, text)?), said)))
        };
        opened.map(|(opened, findings)| Self { name, opened, handle, findings })
    }

    /// The text that is read.
    pub fn source(&self) -> Source<'_> {
        self.opened.source(self.name.as_str())
    }
}

/// A text as a table: of a printed ranking the table that it is.
fn table_of(name: &str, text: String) -> Result<String, Findings> {
    if !is_json(&text) {
        return Ok(text);
    }
    let source = Source::new(name, &text);
    printed_table(&source).map_err(|fault: Finding| {
        let mut findings = Findings::new();
        findings.push(fault.file(&source.name));
        findings
    })
}
