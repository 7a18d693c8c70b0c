//! What each kind of reader must not get raw: terminals control characters, spreadsheets formulas, Markdown markup.

use std::borrow::Cow;

use crate::prose;
use crate::table::is_formula;

/// Text for a line of a terminal: line ends as a sign, everything that a terminal acts on written out.
pub(super) fn for_terminal(text: &str, ascii: bool) -> Cow<'_, str> {
    if !text.chars().any(prose::is_unsafe) && !text.contains("##") && !text.starts_with("::") {
        return Cow::Borrowed(text);
    }
    let mark = if ascii { " / " } else { "⏎" };
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', mark);
    Cow::Owned(prose::visible(&lines))
}

/// Text for a cell of a Markdown table: no markup, no line end, no control character.
pub(super) fn for_markdown(text: &str) -> String {
    let text = for_terminal(text, false);
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '⏎' => out.push_str("<br>"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A reference, a mention or a link would notify or fetch; an entity is never one.
            '@' => out.push_str("&#64;"),
            '#' => out.push_str("&#35;"),
            '\\' | '|' | '*' | '_' | '[' | ']' | '(' | ')' | '!' | '~' | '`' => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
    }
    out
}

/// Text for a spreadsheet: with an apostrophe in front where it would be run, and whether it has one.
pub(super) fn for_spreadsheet(text: &str) -> (Cow<'_, str>, bool) {
    if is_formula(text) { (Cow::Owned(format!("'{text}")), true) } else { (Cow::Borrowed(text), false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_no_control_character() {
        assert_eq!(for_terminal("a\u{1b}[31mb\r\nc\u{202e}", false), "a\\u{1b}[31mb⏎c\\u{202e}");
        assert_eq!(for_terminal("a\nb", true), "a / b");
    }

    #[test]
    fn markdown_is_only_text() {
        assert_eq!(for_markdown("a|b ![x](u) <i> @me"), "a\\|b \\!\\[x\\]\\(u\\) &lt;i&gt; &#64;me");
    }

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        assert_eq!(for_spreadsheet("=1+1").0, "'=1+1");
        assert_eq!(for_spreadsheet("　＝SUM(A1)").0, "'　＝SUM(A1)");
        assert_eq!(for_spreadsheet("-3").0, "-3");
        assert_eq!(for_spreadsheet("5%の費用削減"), (Cow::Borrowed("5%の費用削減"), false));
    }
}
