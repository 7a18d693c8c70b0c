//! Small pieces of prose that every sentence is made of: lists, shown values, "did you mean".
//!
//! Sentences themselves stand in the locales; what is done to a value before it is put into one stands here.

mod wrap;

use unicode_segmentation::UnicodeSegmentation;

use crate::lang::Lang;

pub use wrap::wrap;

/// How much of a found value a message shows, in characters.
const SHOWN: usize = 40;

/// Joins names as a list: `a, b, c`, `a、b、c`.
pub fn list<T: AsRef<str>>(lang: Lang, names: impl IntoIterator<Item = T>) -> String {
    let separator = match lang {
        Lang::En => ", ",
        Lang::Ja => "、",
    };
    let mut out = String::new();
    for (n, name) in names.into_iter().enumerate() {
        if n > 0 {
            out.push_str(separator);
        }
        out.push_str(name.as_ref());
    }
    out
}

/// A name in the marks that messages put around names: `` `ease` ``.
pub fn name(name: &str) -> String {
    format!("`{}`", excerpt(name))
}

/// A value from a file, cut to forty characters and with every character that a terminal or a CI would act on
/// written out, so that it can stand in a message.
pub fn excerpt(value: &str) -> String {
    let mut out = String::new();
    for (n, character) in value.chars().enumerate() {
        if n == SHOWN {
            out.push('…');
            break;
        }
        push_visible(&mut out, character);
    }
    without_commands(out)
}

/// The text with every control, bidirectional or invisible character written as `\u{…}`; a line end as a space.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        push_visible(&mut out, character);
    }
    without_commands(out)
}

/// The line with what a CI would take for a command written out: `::` at its start, `##vso[` and its like anywhere.
pub fn without_commands(line: String) -> String {
    const MARKS: [&str; 3] = ["##[", "##vso[", "##teamcity["];
    let mut line = line;
    if line.starts_with("::") {
        line.replace_range(..1, "\\u{3a}");
    }
    for mark in MARKS.iter().filter(|mark| line.contains(**mark)).collect::<Vec<_>>() {
        line = line.replace(mark, &format!("\\u{{23}}{}", &mark[1..]));
    }
    line
}

fn push_visible(out: &mut String, character: char) {
    match character {
        '\n' | '\r' | '\t' => out.push(' '),
        _ if is_unsafe(character) => out.extend(character.escape_unicode()),
        _ => out.push(character),
    }
}

/// Whether a character must not reach a terminal: C0, DEL, C1, bidirectional controls, the invisible ones that
/// make two equal-looking words differ, and what is no character at all.
pub fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Cuts a text to a display width on a character boundary; `mark` stands for what was cut off.
///
/// Widths are terminal columns: a kanji takes two, a combining mark none.
pub fn cut(text: &str, width: usize, mark: &str) -> String {
    use unicode_width::UnicodeWidthStr;
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(mark.width());
    let mut out = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        used += cluster.width();
        if used > room {
            break;
        }
        out.push_str(cluster);
    }
    if mark.width() <= width {
        out.push_str(mark);
    }
    out
}

/// The name out of `known` that a misspelt one most likely means, if one is close enough.
pub fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this similarity (Jaro–Winkler, 0 to 1) a suggestion confuses more than it helps.
    const CLOSE: f64 = 0.8;
    let typed = typed.to_lowercase();
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&typed, &name.to_lowercase()), name))
        .filter(|(similarity, _)| *similarity >= CLOSE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// The name out of `known` that differs from a typed one by at most one keystroke, letter case aside: for ids, which
/// look alike anyway.
pub fn same_but_one<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Of shorter names one keystroke is too large a part.
    const LONG_ENOUGH: usize = 3;
    let typed = typed.to_lowercase();
    let mut known = known.into_iter().filter(|name| name.chars().count() >= LONG_ENOUGH);
    known.find(|name| strsim::osa_distance(&typed, &name.to_lowercase()) <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_never_splits_a_character() {
        assert_eq!(cut("検索の速度改善", 14, "…"), "検索の速度改善");
        assert_eq!(cut("検索の速度改善", 8, "…"), "検索の…");
        assert_eq!(cut("葛\u{E0100}城市", 4, "…"), "葛\u{E0100}…");
        assert_eq!(cut("abc", 0, "…"), "");
    }

    #[test]
    fn nothing_that_a_terminal_acts_on_survives_an_excerpt() {
        assert_eq!(excerpt("a\u{1b}[2Jb\n::error::"), "a\\u{1b}[2Jb ::error::");
        assert_eq!(excerpt("ease\u{200b}"), "ease\\u{200b}");
        assert_eq!(excerpt(&"x".repeat(50)).chars().count(), 41);
        assert_eq!(excerpt("::error::x ##vso[task]"), "\\u{3a}:error::x \\u{23}#vso[task]");
    }

    #[test]
    fn a_misspelt_name_finds_its_neighbour() {
        assert_eq!(did_you_mean("custmer_impact", ["ease", "customer_impact"]), Some("customer_impact"));
        assert_eq!(did_you_mean("zzz", ["ease", "customer_impact"]), None);
    }
}
