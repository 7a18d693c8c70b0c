//! What fits into a cell, and how much room it takes.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use crate::report::{Look, SheetColumn};

/// The most UTF-16 units of a cell.
const LONGEST_TEXT: usize = 32_767;

/// A text as a cell can hold it, and whether something was cut off. Line ends are those of a spreadsheet.
pub(super) fn shortened(text: &str) -> (Cow<'_, str>, bool) {
    let text = if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) };
    // A character has at most one unit for each of its bytes.
    if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return (text, false);
    }
    let mut room = LONGEST_TEXT - 1;
    let mut kept = String::new();
    for character in text.chars() {
        match room.checked_sub(character.len_utf16()) {
            Some(rest) => room = rest,
            None => break,
        }
        kept.push(character);
    }
    kept.push('…');
    (Cow::Owned(kept), true)
}

/// A number as it stands in a cell's XML.
pub(super) fn as_text(value: f64) -> String {
    if value == 0.0 || (1e-5..1e15).contains(&value.abs()) { value.to_string() } else { format!("{value:e}") }
}

/// The room of a filter's arrow, in characters.
pub(super) const ARROW: usize = 3;

/// The width of the widest line, in columns: characters of Japanese count double. Beyond a few hundred nobody counts.
pub(super) fn text_width(text: &str) -> usize {
    const MEASURED: usize = 400;
    text.lines()
        .take(20)
        .map(|line| line.char_indices().nth(MEASURED).map_or(line, |(end, _)| &line[..end]).width())
        .max()
        .unwrap_or(0)
}

pub(super) fn number_width(value: f64) -> usize {
    const MOST: usize = 12;
    let separators = if value.abs() >= 1000.0 { value.abs().log10() as usize / 3 } else { 0 };
    (value.to_string().len() + separators).min(MOST)
}

/// A column's width: that of its cells and its heading, within what reads well.
pub(super) fn fitted(column: &SheetColumn, cells: usize) -> usize {
    let heading = text_width(&column.heading).min(22) + ARROW;
    let (least, most) = match column.look {
        Look::Text => (6, 40),
        // Where people write, there must be room.
        Look::Wrapped if column.entry.is_some() => (24, 48),
        Look::Wrapped => (6, 48),
        Look::General | Look::Percent => (7, 40),
        Look::Places(_) if column.bar.is_some() => (16, 24),
        Look::Places(_) => (6, 24),
    };
    cells.max(heading).clamp(least, most) + 2
}

/// How many lines a text takes.
pub(super) fn lines(text: &str, room: usize) -> usize {
    text.lines().map(|line| line.width().div_ceil(room.max(1)).max(1)).sum::<usize>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters_at_the_most_that_a_cell_holds() {
        let fits = "x".repeat(LONGEST_TEXT);
        assert_eq!(shortened(&fits), (Cow::Borrowed(fits.as_str()), false));
        let faces = "\u{1F600}".repeat(20_000);
        let (kept, was_cut) = shortened(&faces);
        assert!(was_cut && kept.encode_utf16().count() <= LONGEST_TEXT && kept.ends_with('…'));
        assert_eq!(shortened("a\r\nb").0, "a\nb");
    }

    #[test]
    fn japanese_takes_two_columns_a_character() {
        assert_eq!(text_width("検索 v2"), 7);
        assert_eq!(text_width("a\n検索の改善"), 10);
        assert_eq!(lines("検索の改善", 4), 3);
    }

    #[test]
    fn numbers_are_written_so_that_they_read_back() {
        for value in [0.0, 6.5, -7.375, 1.0 / 3.0, 1e-300, 1.5e300, 207_360.0] {
            assert_eq!(as_text(value).parse(), Ok(value));
        }
    }
}
