//! The strict cell: a quote opens only at a cell's start, and only a delimiter or an end may follow a closing one.

use std::borrow::Cow;
use std::ops::Range;

/// A cell's content as a byte range of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    start: u32,
    end: u32,
    quotes: Quotes,
}

/// The quotes of a cell. As wide as its ends: a cell is copied for every cell of a text, and in pieces of one width that
/// takes a third of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
enum Quotes {
    /// There are none.
    None,
    /// It stands in quotes.
    Around,
    /// It stands in quotes, and has doubled ones inside.
    Doubled,
}

/// What follows a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A delimiter; the next cell begins at this byte.
    Delimiter(usize),
    /// A line end; the next row begins at this byte.
    Line(usize),
    /// The end of the text.
    Text,
    /// The cell is broken.
    Fault(Fault),
}

/// How a cell can be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The quote is never closed.
    Unclosed,
    /// Text follows the closing quote, at this byte.
    AfterQuote(usize),
    /// A quote stands inside a cell that doesn't begin with one, at this byte.
    Inside(usize),
}

impl Cell {
    /// An unquoted cell, from its first byte to the one behind it.
    #[inline]
    pub(super) fn plain(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32, quotes: Quotes::None }
    }

    /// The byte at which the cell begins, its opening quote included.
    pub fn offset(&self) -> usize {
        self.start as usize - usize::from(self.is_quoted())
    }

    /// The byte behind the cell, its closing quote included.
    pub(super) fn outer_end(&self) -> usize {
        self.end as usize + usize::from(self.is_quoted())
    }

    /// The bytes of the cell, its quotes included.
    pub fn range(&self) -> Range<usize> {
        self.offset()..self.outer_end()
    }

    /// The content's bytes as they stand in the text, without the quotes around them.
    pub fn raw<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The content: borrowed, but for a quoted cell with doubled quotes.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let raw = self.raw(text);
        if self.quotes == Quotes::Doubled { Cow::Owned(raw.replace("\"\"", "\"")) } else { Cow::Borrowed(raw) }
    }

    /// The content's bytes as they stand in the text: what is cheapest to look at.
    #[inline]
    pub fn bytes<'t>(&self, text: &'t str) -> &'t [u8] {
        text.as_bytes().get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether there is nothing but white space in it.
    #[inline]
    pub fn is_blank(&self, text: &str) -> bool {
        #[cold]
        fn is_space(text: &str) -> bool {
            text.chars().all(char::is_whitespace)
        }
        !self.bytes(text).first().is_some_and(u8::is_ascii_graphic) && is_space(self.raw(text))
    }

    /// The length of the content in bytes.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it stands in quotes.
    pub fn is_quoted(&self) -> bool {
        self.quotes != Quotes::None
    }
}

/// The cell that begins at a byte, and what follows it.
///
/// `delimiter` is an ASCII byte; the text is shorter than 4 GiB. A broken cell ends where the fault is.
#[inline]
pub fn next_cell(bytes: &[u8], start: usize, delimiter: u8) -> (Cell, End) {
    if bytes.get(start) == Some(&b'"') {
        return quoted_cell(bytes, start, delimiter);
    }
    let ends = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r' | b'"');
    let end = bytes.get(start..).and_then(|rest| rest.iter().position(ends)).map_or(bytes.len(), |end| start + end);
    (Cell::plain(start, end), after_plain(bytes, end, delimiter))
}

/// What follows an unquoted cell that ends before a byte.
#[inline]
pub(super) fn after_plain(bytes: &[u8], end: usize, delimiter: u8) -> End {
    if bytes.get(end) == Some(&b'"') { End::Fault(Fault::Inside(end)) } else { end_at(bytes, end, delimiter) }
}

/// The cell whose opening quote is a byte, and what follows it.
pub(super) fn quoted_cell(bytes: &[u8], quote: usize, delimiter: u8) -> (Cell, End) {
    let start = quote + 1;
    let mut quotes = Quotes::Around;
    let mut at = start;
    loop {
        let Some(quote) = bytes.get(at..).and_then(|rest| memchr::memchr(b'"', rest)) else {
            let cell = Cell { start: start as u32, end: bytes.len() as u32, quotes };
            return (cell, End::Fault(Fault::Unclosed));
        };
        at += quote + 1;
        if bytes.get(at) == Some(&b'"') {
            quotes = Quotes::Doubled;
            at += 1;
            continue;
        }
        let cell = Cell { start: start as u32, end: at as u32 - 1, quotes };
        return match bytes.get(at) {
            Some(&byte) if byte != delimiter && byte != b'\n' && byte != b'\r' => {
                (cell, End::Fault(Fault::AfterQuote(at)))
            }
            _ => (cell, end_at(bytes, at, delimiter)),
        };
    }
}

fn end_at(bytes: &[u8], at: usize, delimiter: u8) -> End {
    match bytes.get(at) {
        None => End::Text,
        Some(&byte) if byte == delimiter => End::Delimiter(at + 1),
        Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => End::Line(at + 2),
        Some(_) => End::Line(at + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> (Vec<String>, End) {
        let (mut found, mut start) = (Vec::new(), 0);
        loop {
            let (cell, end) = next_cell(text.as_bytes(), start, b',');
            found.push(cell.text(text).into_owned());
            match end {
                End::Delimiter(next) => start = next,
                other => return (found, other),
            }
        }
    }

    #[test]
    fn quoted_cells_keep_delimiters_quotes_and_line_ends() {
        let (found, end) = cells("a,\"b, \"\"c\"\"\nd\",e\r\nf");
        assert_eq!(found, ["a", "b, \"c\"\nd", "e"]);
        assert_eq!(end, End::Line(18));
    }

    #[test]
    fn each_fault_is_named_with_its_place() {
        assert_eq!(cells("a,\"b").1, End::Fault(Fault::Unclosed));
        assert_eq!(cells("a,\"b\"c,d").1, End::Fault(Fault::AfterQuote(5)));
        assert_eq!(cells("a,b\"c,d").1, End::Fault(Fault::Inside(3)));
    }

    #[test]
    fn an_empty_text_is_one_empty_cell() {
        assert_eq!(cells(""), (vec![String::new()], End::Text));
    }
}
