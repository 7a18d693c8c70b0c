//! OpenDocument spreadsheets, `.ods`: ODF 1.3, as far as cells go. All sheets stand in one part, one after the other.
//!
//! A cell or a row may be said to stand there many times. Empty ones are only counted; others are repeated within the
//! limits of a sheet, and of the text that it becomes.

use std::collections::HashSet;

use quick_xml::events::BytesStart;

use super::choice::{Choice, Sheet};
use super::content::{Content, Texts, push_text};
use super::fault::Fault;
use super::gather::{Flow, Row};
use super::package::Package;
use super::xml::{Node, Xml, attributes};

const CONTENT: &str = "content.xml";
/// The last row and the last column of a sheet.
const LAST: (u32, u32) = (1_048_576, 16_384);

/// Whether a package is an OpenDocument spreadsheet. One that is locked is refused.
pub(super) fn is_spreadsheet(package: &Package<'_>) -> Result<bool, Fault> {
    let kind = package.start_of("mimetype")?.unwrap_or_default();
    if !kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        return Ok(false);
    }
    let manifest = package.start_of("META-INF/manifest.xml")?.unwrap_or_default();
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(Fault::Encrypted);
    }
    Ok(true)
}

/// Shows the sheets to a choice, one after the other.
pub(super) fn walk(package: &Package<'_>, choice: &mut Choice<'_>) -> Result<(), Fault> {
    let mut hidden_styles = HashSet::new();
    let mut style = String::new();
    let mut xml = Xml::open(package, CONTENT)?;
    loop {
        match xml.next()? {
            Node::Open(element) => match element.local_name().into_inner() {
                "style" => {
                    let [name, family] = attributes(&element, ["style:name", "style:family"], CONTENT)?;
                    let name = name.filter(|_| family.is_some_and(|family| family == "table"));
                    style = name.unwrap_or_default().into_owned();
                }
                "table-properties" if !style.is_empty() => {
                    let [display] = attributes(&element, ["table:display"], CONTENT)?;
                    if display.is_some_and(|display| display == "false") {
                        hidden_styles.insert(std::mem::take(&mut style));
                    }
                }
                "table" => {
                    let [name, style] = attributes(&element, ["table:name", "table:style-name"], CONTENT)?;
                    let is_visible = style.is_none_or(|style| !hidden_styles.contains(&*style));
                    let sheet = Sheet { name: name.unwrap_or_default().into_owned(), is_visible };
                    if choice.begin(&sheet) {
                        read(&mut xml, choice)?;
                        choice.end(&Texts::default())?;
                    } else {
                        xml.skip()?;
                    }
                }
                // What has been changed or is linked holds cells that are no sheet's.
                "tracked-changes" | "dde-links" => xml.skip()?,
                _ => {}
            },
            Node::End => return Ok(()),
            _ => {}
        }
    }
}

/// The rows of the sheet that has just been opened, to its end.
fn read(xml: &mut Xml<'_>, choice: &mut Choice<'_>) -> Result<(), Fault> {
    let depth = xml.depth();
    let texts = Texts::default();
    let mut next = 1_u32;
    while xml.depth() >= depth {
        let Node::Open(element) = xml.next()? else { continue };
        match element.local_name().into_inner() {
            "table-row-group" | "table-header-rows" | "table-rows" => continue,
            "table-row" => {}
            _ => {
                xml.skip()?;
                continue;
            }
        }
        let [times, visibility] = attributes(&element, ["table:number-rows-repeated", "table:visibility"], CONTENT)?;
        let times = repeated(times.as_deref());
        let is_hidden = visibility.is_some_and(|visibility| visibility != "visible");
        let cells = cells(xml)?;
        let first = next;
        next = next.saturating_add(times);
        if cells.is_empty() {
            continue;
        }
        if next > LAST.0 + 1 {
            return Err(Fault::TooLarge("rows", "1,048,576"));
        }
        for number in first..next {
            let mut row = Row { number, is_hidden, cells: cells.clone() };
            if choice.row(&mut row, &texts)? == Flow::Enough {
                while xml.depth() >= depth {
                    xml.next()?;
                }
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The cells of the row that has just been opened.
fn cells(xml: &mut Xml<'_>) -> Result<Vec<(u32, Content)>, Fault> {
    let depth = xml.depth();
    let mut cells = Vec::new();
    let mut next = 1_u32;
    while xml.depth() >= depth {
        let Node::Open(element) = xml.next()? else { continue };
        let is_covered = match element.local_name().into_inner() {
            "table-cell" => false,
            "covered-table-cell" => true,
            _ => {
                xml.skip()?;
                continue;
            }
        };
        let [times] = attributes(&element, ["table:number-columns-repeated"], CONTENT)?;
        let times = repeated(times.as_deref());
        let value = Value::of(&element)?;
        let shown = shown_text(xml)?;
        let first = next;
        next = next.saturating_add(times);
        let Some(content) = value.content(shown).filter(|_| !is_covered) else { continue };
        if next > LAST.1 + 1 {
            return Err(Fault::TooLarge("columns", "16,384"));
        }
        cells.extend((first..next).map(|column| (column, content.clone())));
    }
    Ok(cells)
}

fn repeated(times: Option<&str>) -> u32 {
    times.map_or(1, |times| times.trim().parse().unwrap_or(u32::MAX)).max(1)
}

/// What a cell says of its value.
struct Value {
    kind: Option<String>,
    /// The value as a program reads it, where the kind has one.
    exact: Option<String>,
    formula: Option<String>,
}

impl Value {
    fn of(element: &BytesStart<'_>) -> Result<Self, Fault> {
        let names = [
            "office:value-type",
            "office:value",
            "office:date-value",
            "office:time-value",
            "office:boolean-value",
            "office:string-value",
            "table:formula",
        ];
        let [kind, number, date, time, truth, text, formula] =
            attributes(element, names, CONTENT)?.map(|value| value.map(|value| value.into_owned()));
        let exact = match kind.as_deref() {
            Some("float" | "percentage" | "currency") => number,
            Some("date") => date,
            Some("time") => time,
            Some("boolean") => truth,
            _ => text,
        };
        Ok(Self { kind, exact, formula })
    }

    /// What is read of the cell, given what it shows; `None` for nothing.
    fn content(self, shown: String) -> Option<Content> {
        let text = |text: String| (!text.is_empty()).then(|| Content::Text(text.into()));
        match (self.kind.as_deref(), self.exact) {
            (Some("float" | "currency"), Some(number)) => Some(Content::number(&number)),
            (Some("percentage"), Some(number)) => Some(Content::percent(&number)),
            (Some("date"), Some(date)) => text(date.trim_end_matches("T00:00:00").replacen('T', " ", 1)),
            (Some("boolean"), Some(truth)) => text(truth.to_uppercase()),
            (Some("time"), Some(time)) => text(if shown.is_empty() { time } else { shown }),
            (Some(_), exact) => text(exact.unwrap_or(shown)),
            // A formula that nobody has computed has no value to rank by.
            (None, _) => match self.formula {
                Some(formula) => {
                    let formula = formula.split_once(":=").map_or(&*formula, |(_, formula)| formula);
                    text(format!("={}", formula.trim_start_matches('=')))
                }
                None => text(shown),
            },
        }
    }
}

/// The text of the cell that has just been opened: its paragraphs, without notes and furigana.
fn shown_text(xml: &mut Xml<'_>) -> Result<String, Fault> {
    /// The most spaces that are written as one element.
    const SPACES: usize = 1000;
    let depth = xml.depth();
    let mut text = String::new();
    let (mut paragraphs, mut inside) = (0, 0);
    while xml.depth() >= depth {
        match xml.next()? {
            Node::Open(element) => match element.local_name().into_inner() {
                "p" | "h" => {
                    if paragraphs > 0 {
                        push_text(&mut text, "\n")?;
                    }
                    paragraphs += 1;
                    inside += 1;
                }
                "s" => {
                    let [count] = attributes(&element, ["text:c"], CONTENT)?;
                    let count = count.map_or(1, |count| count.parse().unwrap_or(1));
                    push_text(&mut text, &" ".repeat(count.min(SPACES)))?;
                }
                "tab" => push_text(&mut text, "\t")?,
                "line-break" => push_text(&mut text, "\n")?,
                "span" | "a" | "ruby" | "ruby-base" => {}
                // Notes, drawings, furigana, sheets within a cell.
                _ if inside == 0 || element.name().into_inner() != "text:meta" => xml.skip()?,
                _ => {}
            },
            Node::Close(end) if matches!(end.local_name().into_inner(), "p" | "h") => inside -= 1,
            Node::Text(more) if inside > 0 => push_text(&mut text, &more)?,
            _ => {}
        }
    }
    Ok(text)
}
