//! Which byte separates the cells, and where the header stands.
//!
//! The delimiter is the one under which a line near the top shows the most headers that the model knows; where none
//! is known, the one that makes the most cells of the first line.

use rayon::prelude::*;

use super::rows::{COLUMN_LIMIT, report_fault};
use crate::finding::{Finding, Findings, Rule, Source};
use crate::table::{Cell, End, next_cell};

/// The delimiters that are tried, in order of preference.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many lines may stand above the header.
pub(super) const LINES_ABOVE: usize = 20;
/// So many known headers make a header of a line that isn't the first.
pub(super) const ENOUGH: usize = 2;
/// The most cells that are looked at in a line: one more than a header may have.
const CELLS: usize = COLUMN_LIMIT + 1;

/// How a text is taken apart.
#[derive(Debug)]
pub(super) struct Dialect {
    pub(super) delimiter: u8,
    /// The header's cells.
    pub(super) header: Vec<Cell>,
    /// Where the rows begin; none where the header's line is broken.
    pub(super) body: Result<usize, (Cell, End)>,
    /// How many lines with text stand above the header.
    pub(super) lines_above: usize,
}

/// Takes a text apart as far as its header: the dialect, and where the rows begin. What stands in the way, and what is
/// lost in the text, is among the findings.
pub(super) fn begin(
    source: &Source<'_>,
    named: Option<u8>,
    known: &dyn Fn(&str) -> bool,
    findings: &mut Findings,
) -> Option<(Dialect, usize)> {
    let text = source.text;
    if u32::try_from(text.len()).is_err() {
        findings.push(Finding::new(Rule::FileTooLarge).with("limit", "4 GiB"));
        return None;
    }
    report_lost(text, findings);
    let Some(dialect) = find(text, source.delimiter(named), known) else {
        findings.push(Finding::new(Rule::EmptyFile));
        return None;
    };
    let body = match dialect.body {
        Ok(body) => body,
        Err((cell, end)) => {
            if let End::Fault(fault) = end {
                report_fault(text, &cell, fault, findings);
            }
            return None;
        }
    };
    if dialect.header.len() > COLUMN_LIMIT {
        findings.push(Finding::new(Rule::TooManyColumns).at(0).with("limit", COLUMN_LIMIT));
        return None;
    }
    Some((dialect, body))
}

/// Names the places where another program has put a replacement for a character that it couldn't read.
fn report_lost(text: &str, findings: &mut Findings) {
    /// So many bytes are looked at by one thread.
    const PIECE: usize = 1 << 20;
    const LOST: &[u8] = "\u{FFFD}".as_bytes();
    let bytes = text.as_bytes();
    let has_some = |piece: usize| {
        let end = ((piece + 1) * PIECE + LOST.len() - 1).min(bytes.len());
        memchr::memmem::find(&bytes[piece * PIECE..end], LOST).is_some()
    };
    let pieces = bytes.len().div_ceil(PIECE);
    if pieces > 1 && !(0..pieces).into_par_iter().any(has_some) {
        return;
    }
    for at in memchr::memmem::find_iter(bytes, LOST) {
        findings.push_with(Rule::LostCharacter, || Finding::new(Rule::LostCharacter).at(at));
    }
}

/// Finds the dialect of a text. `None` where there is nothing but white space.
pub(super) fn find(text: &str, named: Option<u8>, known: &dyn Fn(&str) -> bool) -> Option<Dialect> {
    let (declared, start) = separator_line(text);
    let candidates: Vec<u8> = match named.or(declared) {
        Some(delimiter) => vec![delimiter],
        None => DELIMITERS.to_vec(),
    };
    let mut best: Option<(usize, Dialect)> = None;
    for delimiter in candidates {
        // Once a first line is a header, no other delimiter needs to be tried further down.
        let found = best.as_ref().is_some_and(|(score, dialect)| *score >= ENOUGH && dialect.lines_above == 0);
        let above = if found { 0 } else { LINES_ABOVE };
        let Some((score, dialect)) = header(text, start, delimiter, above, known) else { continue };
        let better =
            best.as_ref().is_none_or(|(highest, other)| (score, dialect.header.len()) > (*highest, other.header.len()));
        if better {
            best = Some((score, dialect));
        }
    }
    best.map(|(_, dialect)| dialect)
}

/// The line under one delimiter that is most likely the header, and how many known headers it has.
fn header(
    text: &str,
    start: usize,
    delimiter: u8,
    above: usize,
    known: &dyn Fn(&str) -> bool,
) -> Option<(usize, Dialect)> {
    let mut first: Option<(usize, Dialect)> = None;
    let mut next = Some(start);
    let mut lines_above = 0;
    while let Some(line) = next
        && lines_above <= above
    {
        let (cells, end) = record(text, line, delimiter);
        next = match end {
            Ok(body) if body < text.len() => Some(body),
            _ => None,
        };
        if cells.iter().all(|cell| cell.raw(text).trim().is_empty()) && end.is_ok() {
            continue;
        }
        let score = cells.iter().filter(|cell| known(&cell.text(text))).count();
        let dialect = Dialect { delimiter, header: cells, body: end, lines_above };
        match &first {
            None if score >= ENOUGH => return Some((score, dialect)),
            None => first = Some((score, dialect)),
            Some((highest, _)) if score >= ENOUGH && score > *highest => return Some((score, dialect)),
            Some(_) => {}
        }
        lines_above += 1;
    }
    first
}

fn record(text: &str, start: usize, delimiter: u8) -> (Vec<Cell>, Result<usize, (Cell, End)>) {
    let mut cells = Vec::new();
    let mut at = start;
    loop {
        let (cell, end) = next_cell(text.as_bytes(), at, delimiter);
        match end {
            End::Delimiter(next) if cells.len() < CELLS => {
                cells.push(cell);
                at = next;
            }
            End::Delimiter(_) => return (cells, Ok(text.len())),
            End::Line(next) => {
                cells.push(cell);
                return (cells, Ok(next));
            }
            End::Text => {
                cells.push(cell);
                return (cells, Ok(text.len()));
            }
            End::Fault(_) => return (cells, Err((cell, end))),
        }
    }
}

/// Excel's `sep=;` line: the delimiter that it declares, and where the next line begins.
fn separator_line(text: &str) -> (Option<u8>, usize) {
    let Some(rest) = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &text[4..]) else {
        return (None, 0);
    };
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    let &[delimiter] = line.as_bytes() else { return (None, 0) };
    let end = 4 + line.len();
    let line_end = if text[end..].starts_with("\r\n") { 2 } else { usize::from(end < text.len()) };
    if delimiter.is_ascii_alphanumeric() || delimiter == b'"' { (None, 0) } else { (Some(delimiter), end + line_end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialect(text: &str) -> Option<(char, usize, usize)> {
        let known = |name: &str| ["id", "title", "ease"].contains(&name);
        find(text, None, &known).map(|found| (char::from(found.delimiter), found.header.len(), found.lines_above))
    }

    #[test]
    fn the_delimiter_is_the_one_that_shows_known_headers() {
        assert_eq!(dialect("id;title, long;ease\n1;a;8"), Some((';', 3, 0)));
        assert_eq!(dialect("id\ttitle\tease"), Some(('\t', 3, 0)));
        assert_eq!(dialect("sep=|\r\nid|title|ease\r\n"), Some(('|', 3, 0)));
        assert_eq!(dialect("x,y,z\n1,2,3"), Some((',', 3, 0)));
    }

    #[test]
    fn lines_above_the_header_are_counted() {
        assert_eq!(dialect("改善候補一覧 2026\n\nid,title,ease\n1,a,8"), Some((',', 3, 1)));
        assert_eq!(dialect(" \n\n"), None);
    }
}
