//! Where cells end, found for sixty-four bytes at once: for those who read a text from its beginning to its end.

use wide::u8x16;

use super::split::{Cell, End, after_plain, quoted_cell};

/// Bytes that are looked at together.
const BLOCK: usize = 64;
/// Bytes of one vector.
const LANES: usize = 16;

/// A walk over a text from cell to cell.
#[derive(Debug)]
pub struct Ends<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    /// The first byte of the block at hand.
    base: usize,
    /// A bit for each byte of the block with which a cell may end: a delimiter, a line end or a quote.
    mask: u64,
}

impl<'t> Ends<'t> {
    /// A walk that begins at a byte; the delimiter is an ASCII byte and not nought.
    pub fn new(text: &'t str, start: usize, delimiter: u8) -> Self {
        let mut ends = Self { bytes: text.as_bytes(), delimiter, base: start, mask: 0 };
        ends.look(start);
        ends
    }

    /// Gives the cell that begins at a byte to `keep`, and says what follows it, as [`next_cell`](super::next_cell) does. A
    /// start must not stand before the one of the call before.
    #[inline]
    pub fn cell(&mut self, start: usize, keep: impl FnOnce(Cell)) -> End {
        if self.bytes.get(start) == Some(&b'"') {
            let (cell, end) = quoted_cell(self.bytes, start, self.delimiter);
            keep(cell);
            return end;
        }
        let end = self.next(start);
        // Kept at once: joined with that of the other way a cell would go through memory, which takes twice the time.
        keep(Cell::plain(start, end));
        after_plain(self.bytes, end, self.delimiter)
    }

    /// The first byte from one on with which a cell may end, or the length of the text.
    #[inline]
    fn next(&mut self, from: usize) -> usize {
        let ahead = from - self.base;
        if ahead < BLOCK {
            self.mask &= u64::MAX << ahead;
        } else {
            self.look(from);
        }
        while self.mask == 0 {
            if self.bytes.len() - self.base <= BLOCK {
                return self.bytes.len();
            }
            self.look(self.base + BLOCK);
        }
        self.base + self.mask.trailing_zeros() as usize
    }

    /// Takes the block that begins at a byte.
    #[inline]
    fn look(&mut self, base: usize) {
        let rest = &self.bytes[base..];
        self.base = base;
        self.mask = match rest.first_chunk() {
            Some(block) => ends_in(block, self.delimiter),
            None => {
                // Noughts are no ends.
                let mut block = [0; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                ends_in(&block, self.delimiter)
            }
        };
    }
}

/// A bit for each byte with which a cell may end.
#[inline]
fn ends_in(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    let wanted = [delimiter, b'\n', b'\r', b'"'].map(u8x16::splat);
    let mut mask = 0;
    for (number, lanes) in block.as_chunks::<LANES>().0.iter().enumerate() {
        let lanes = u8x16::new(*lanes);
        let found = wanted.iter().fold(u8x16::ZERO, |found, byte| found | lanes.cmp_eq(*byte));
        mask |= (found.move_mask() as u64 & 0xFFFF) << (number * LANES);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::super::next_cell;
    use super::*;

    #[test]
    fn a_walk_finds_the_cells_that_are_found_one_by_one() {
        let texts = [
            "a,b\r\n\"x\ny\",1\r\n\"\"\"\n\",2\n3,4\r5,\"6\"\n",
            "a rather long cell, that goes on for more than sixty-four bytes, \"with a quote in it, and then some more\n",
            "\"a quoted cell, that goes on for more than sixty-four bytes, with \"\"quotes\"\" and\nlines in it\",next\n",
            "検索の改善をする,請求書の一括ダウンロードの手順を画面に表示する,通知\n\n,,\n",
            "",
        ];
        let long = texts.concat().replace(" \"with a quote", " with no quote").repeat(9);
        for text in texts.into_iter().chain([long.as_str()]) {
            for begin in (0..text.len().min(200)).filter(|at| text.is_char_boundary(*at)) {
                let mut ends = Ends::new(text, begin, b',');
                let mut start = begin;
                loop {
                    let mut cell = None;
                    let end = ends.cell(start, |found| cell = Some(found));
                    let (expected, follows) = next_cell(text.as_bytes(), start, b',');
                    assert_eq!((cell, end), (Some(expected), follows), "{text:?} from {start}");
                    start = match end {
                        End::Delimiter(next) | End::Line(next) => next,
                        End::Text | End::Fault(_) => break,
                    };
                }
            }
        }
    }
}
