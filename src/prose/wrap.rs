//! Lines that break where Japanese and English may break. Widths are terminal columns: a kanji takes two.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Characters that don't begin a line, the Japanese ones by the rules of 禁則処理.
const NOT_FIRST: &str = "、。，．・：；！？）」』】〕〉》〜ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々…,.:;!?)]";
/// Characters that don't end a line.
const NOT_LAST: &str = "（「『【〔〈《([";

/// Breaks a text into lines of at most `room` columns; a piece that can't be broken may be wider.
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for piece in pieces(paragraph) {
            if !line.is_empty() && line.width() + piece.trim_end().width() > room {
                lines.push(line.trim_end().to_owned());
                line.clear();
            }
            line.push_str(piece);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The text cut wherever a line may end: after a space, and beside a wide character unless the rules of the script
/// forbid it. What stands in backticks stays whole.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    let mut before = "";
    for (at, cluster) in text.grapheme_indices(true) {
        if !quoted && at > start && may_break(before, cluster) {
            pieces.push(&text[start..at]);
            start = at;
        }
        quoted ^= cluster == "`";
        before = cluster;
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before: &str, after: &str) -> bool {
    // A per cent sign stays with its number.
    if after == " " || after == "%" {
        return false;
    }
    before == " "
        || (before.width() > 1 || after.width() > 1) && !NOT_FIRST.contains(after) && !NOT_LAST.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_per_cent_sign_stays_with_its_number() {
        assert_eq!(wrap("from 15 % to 100 %", 16), ["from 15 % to", "100 %"]);
    }

    #[test]
    fn english_breaks_at_spaces() {
        assert_eq!(wrap("the lines of a page", 9), ["the lines", "of a page"]);
        assert_eq!(wrap("unbreakable", 4), ["unbreakable"]);
        assert_eq!(wrap("", 4).len(), 0);
    }

    #[test]
    fn japanese_breaks_between_characters_and_by_its_rules() {
        assert_eq!(wrap("重みを変える", 8), ["重みを変", "える"]);
        assert_eq!(wrap("順位、得点", 4), ["順", "位、", "得点"]);
        assert_eq!(wrap("重み（数）", 6), ["重み", "（数）"]);
        assert_eq!(wrap("CSVファイル", 8), ["CSVファ", "イル"]);
    }

    #[test]
    fn what_is_typed_stays_whole() {
        assert_eq!(wrap("so `ease=2 b` is", 9), ["so", "`ease=2 b`", "is"]);
        assert_eq!(wrap("例は`容易=重み`など", 10), ["例は", "`容易=重み`", "など"]);
    }
}
