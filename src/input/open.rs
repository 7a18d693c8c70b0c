//! A file's bytes become a text, whatever kind of file it is: the one place where kinds are told apart.

use std::sync::Arc;

use encoding_rs::Encoding;

use super::decode::{decode, plain_utf8};
use super::headers::{NamedColumns, Names};
use super::workbook::{is_workbook, read_workbook};
use crate::finding::{Finding, Grid, Source};
use crate::model::Model;

/// How a file is to be opened, as far as somebody says.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The model whose headers make a sheet one that is read.
    pub model: &'a Model,
    /// Headers that the user names.
    pub columns: &'a NamedColumns,
    /// The encoding of a text, where it is named.
    pub encoding: Option<&'static Encoding>,
    /// The sheet of a workbook, where it is named.
    pub sheet: Option<&'a str>,
}

/// A file that was opened: the text that is read, and for a workbook which cells it comes from.
#[derive(Debug, Default)]
pub struct Opened {
    content: Content,
    grid: Option<Grid>,
}

/// Where the text stands.
#[derive(Debug)]
enum Content {
    /// In itself.
    Text(String),
    /// In the file's own bytes from here on: they were found to be sound UTF-8.
    Bytes(Vec<u8>, usize),
}

impl Default for Content {
    fn default() -> Self {
        Content::Text(String::new())
    }
}

impl Opened {
    /// A text that was none of a workbook.
    pub fn text(text: String) -> Self {
        Self { content: Content::Text(text), grid: None }
    }

    /// The text under its file's name.
    pub fn source(&self, name: impl Into<Arc<str>>) -> Source<'_> {
        let text = match &self.content {
            Content::Text(text) => text,
            // To look once more is cheaper than to copy.
            Content::Bytes(bytes, start) => simdutf8::basic::from_utf8(&bytes[*start..]).unwrap_or_default(),
        };
        match &self.grid {
            Some(grid) => Source::of_sheet(name, text, grid),
            None => Source::new(name, text),
        }
    }
}

/// Opens a file: a text in any encoding that is read, or a sheet of a workbook. What is wrong with it as a whole is the
/// finding; what is good to know comes with the text.
pub fn open(bytes: Vec<u8>, opening: Opening<'_>) -> Result<(Opened, Vec<Finding>), Finding> {
    if is_workbook(&bytes) {
        let names = Names::new(opening.model, opening.columns);
        let sheet = read_workbook(&bytes, opening.sheet, &names)?;
        return Ok((Opened { content: Content::Text(sheet.text), grid: Some(sheet.grid) }, sheet.findings));
    }
    if let Some(start) = plain_utf8(&bytes, opening.encoding) {
        return Ok((Opened { content: Content::Bytes(bytes, start), grid: None }, Vec::new()));
    }
    let (text, guess) = decode(bytes, opening.encoding)?;
    Ok((Opened::text(text), guess.into_iter().collect()))
}
