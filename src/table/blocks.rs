//! A long text cut into blocks of whole records, so that several threads can read it.
//!
//! Where a block may end is found by counting quotes: a line end behind an even number of them ends a record of a sound
//! text. In a text that isn't sound the cut may be wrong; then a block doesn't read as whole records, its reader says
//! so, and the text has to be read in one piece.

use std::ops::Range;

use rayon::prelude::*;

/// The blocks of a text from a byte on, in order, each of about `size` bytes; a short text is one.
pub fn blocks(text: &str, start: usize, size: usize) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let starts: Vec<usize> = (start..bytes.len()).step_by(size).collect();
    if starts.len() < 2 {
        return std::iter::once(start..bytes.len()).collect();
    }
    let quotes = |&start: &usize| {
        let block = &bytes[start..(start + size).min(bytes.len())];
        memchr::memchr_iter(b'"', block).count() % 2 == 1
    };
    let odd: Vec<bool> = starts.par_iter().map(quotes).collect();
    let mut inside = false;
    let mut cuts = vec![start];
    for (&start, odd) in starts.iter().zip(odd) {
        let last = cuts.last().copied().unwrap_or(start);
        if start > last {
            cuts.extend(record_end(bytes, start, inside).filter(|&cut| cut > last && cut < bytes.len()));
        }
        inside ^= odd;
    }
    let ends = cuts.iter().skip(1).copied().chain([bytes.len()]);
    cuts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The byte behind the last line end that stands outside of quotes, in a part of a text that begins with a record.
pub fn last_record_end(bytes: &[u8]) -> Option<usize> {
    let mut inside = memchr::memchr_iter(b'"', bytes).count() % 2 == 1;
    for at in memchr::memrchr2_iter(b'"', b'\n', bytes) {
        match bytes[at] {
            b'"' => inside = !inside,
            _ if inside => {}
            _ => return Some(at + 1),
        }
    }
    None
}

/// The byte behind the first line end at or after a byte that stands outside of quotes; `inside` says whether the byte
/// stands inside of them.
fn record_end(bytes: &[u8], start: usize, mut inside: bool) -> Option<usize> {
    for at in memchr::memchr3_iter(b'"', b'\n', b'\r', bytes.get(start..)?).map(|at| start + at) {
        match bytes[at] {
            b'"' => inside = !inside,
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => {}
            _ if inside => {}
            _ => return Some(at + 1),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_ends_where_no_quote_is_open() {
        for (text, end) in [("a\nb\nc", Some(4)), ("a\n\"b\nc", Some(2)), ("\"a\n\"\n\"", Some(5)), ("\"a\n", None)] {
            assert_eq!(last_record_end(text.as_bytes()), end, "{text:?}");
        }
    }

    #[test]
    fn blocks_are_the_text_cut_between_records() {
        let text = "a,b\r\n\"x\ny\",1\r\n\"\"\"\n\",2\n3,4\r5,\"6\"\n";
        for size in 1..text.len() + 1 {
            let blocks = blocks(text, 5, size);
            let joined: String = blocks.iter().map(|block| &text[block.clone()]).collect();
            assert_eq!(joined, text[5..], "{size}");
            let whole = ["", "\"x\ny\",1\r\n", "\"\"\"\n\",2\n", "3,4\r", "5,\"6\"\n"];
            for block in blocks {
                let mut rest = &text[block];
                for record in whole {
                    rest = rest.strip_prefix(record).unwrap_or(rest);
                }
                assert_eq!(rest, "", "{size}");
            }
        }
    }
}
