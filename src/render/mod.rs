//! A report to bytes, one file a format. [`Format`] is the only list of formats, and [`render`] the only match on it.

mod csv;
mod drawing;
mod escape;
mod findings;
mod html;
mod json;
mod markdown;
mod table;
mod xlsx;

use std::io::{self, Write};

use serde::Serialize;
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr, VariantNames};

use crate::lang::Lang;
use crate::report::{Report, Workbook};

pub use findings::{FindingsFormat, finding_text, list_text, render_findings};
pub use html::write_web_page;
pub use xlsx::SheetTooLarge;

/// A form of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum Format {
    /// For a terminal.
    #[default]
    Table,
    /// Comma-separated, for programs and spreadsheets.
    Csv,
    /// Tab-separated.
    Tsv,
    /// For programs.
    Json,
    /// For a pull request or a page.
    Markdown,
    /// A workbook for Excel, LibreOffice and Google Sheets.
    Xlsx,
}

impl Format {
    /// The name, as `--format` takes it.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The endings of files in this format, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Format::Table => &["txt"],
            Format::Csv => &["csv"],
            Format::Tsv => &["tsv"],
            Format::Json => &["json"],
            Format::Markdown => &["md", "markdown"],
            Format::Xlsx => &["xlsx"],
        }
    }

    /// Whether people can read it as it is; the others are for a file or a pipe.
    pub fn is_text(self) -> bool {
        self != Format::Xlsx
    }

    /// The format that a file's ending means.
    pub fn from_ending(ending: &str) -> Option<Self> {
        let lower = ending.to_ascii_lowercase();
        Self::iter().find(|format| format.endings().contains(&lower.as_str()))
    }
}

/// How an answer is to look.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// The terminal's width in columns, if there is one to keep to.
    pub width: Option<usize>,
    /// Whether to colour.
    pub color: bool,
    /// Whether to draw with ASCII alone.
    pub ascii: bool,
    /// Whether a CSV is made for Excel: byte order mark, CRLF, formula guard.
    pub excel: bool,
    /// Whether the bytes go straight to a terminal, which must not get a control character.
    pub terminal: bool,
    /// The language, for a workbook's font.
    pub lang: Lang,
}

/// What rendering did beside writing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// How many cells got an apostrophe so that a spreadsheet doesn't run them.
    pub guarded: usize,
    /// How many cells were cut, because a spreadsheet's cell holds no more.
    pub cut: usize,
}

/// Writes a report in a format.
pub fn render<V: Serialize>(
    report: Report<'_, V>,
    format: Format,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<Rendered> {
    match format {
        Format::Table => table::write((report.page)(), style, out).map(|()| Rendered::default()),
        Format::Csv => csv::write(report.sheet, b',', style, out),
        Format::Tsv => csv::write(report.sheet, b'\t', style, out),
        Format::Json => json::write(&report.value, out).map(|()| Rendered::default()),
        Format::Markdown => markdown::write((report.page)(), out).map(|()| Rendered::default()),
        Format::Xlsx => {
            let workbook = report.workbook.map_or_else(|| Workbook::of(report.sheet, style.lang), |make| make());
            xlsx::write(&workbook, out)
        }
    }
}

/// Writes a workbook that is no report's, such as a sheet for ratings.
pub fn render_workbook(workbook: &Workbook<'_>, out: &mut dyn Write) -> io::Result<Rendered> {
    xlsx::write(workbook, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_means_one_format() {
        for format in Format::iter() {
            for ending in format.endings() {
                assert_eq!(Format::from_ending(ending), Some(format));
            }
        }
        assert_eq!(Format::from_ending("MD"), Some(Format::Markdown));
        assert_eq!(Format::from_ending("docx"), None);
    }
}
