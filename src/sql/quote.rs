//! Names, texts and comments that no engine can take for anything else.
//!
//! Everything that comes from a header, a weights file or the command line goes through here on its way into a query.

use std::fmt::Write;

use super::dialect::Dialect;
use crate::prose;

/// The most characters of a text that stands in a comment.
const LONGEST: usize = 2000;

impl Dialect {
    /// Whether the engine has a way to write a name down.
    pub(super) fn can_name(self, name: &str) -> bool {
        // Spark puts settings in the place of `${…}` before it reads a query, also in names.
        let is_substituted = self == Dialect::Spark && name.contains("${");
        !name.is_empty() && !name.contains('\0') && !is_substituted
    }

    /// A name, in the engine's quotes.
    pub(super) fn identifier(self, name: &str) -> String {
        match self {
            Dialect::DuckDb | Dialect::Postgres | Dialect::Snowflake => format!("\"{}\"", name.replace('"', "\"\"")),
            Dialect::Spark => format!("`{}`", name.replace('`', "``")),
            Dialect::BigQuery => escaped(name, '`'),
        }
    }

    /// A text, in the engine's quotes.
    pub(super) fn literal(self, text: &str) -> String {
        match self {
            Dialect::DuckDb => format!("'{}'", text.replace('\'', "''")),
            // A backslash in plain quotes means itself or not, as a setting has it; behind E it is clear.
            Dialect::Postgres if text.contains('\\') => {
                format!("E'{}'", text.replace('\\', "\\\\").replace('\'', "''"))
            }
            Dialect::Postgres => format!("'{}'", text.replace('\'', "''")),
            Dialect::Spark => escaped(text, '\'').replace("${", "\\u0024{"),
            Dialect::BigQuery | Dialect::Snowflake => escaped(text, '\''),
        }
    }

    /// A name as the engine takes it where it stands without quotes: plain names are folded there, others kept.
    pub(super) fn folded(self, name: &str) -> String {
        let is_plain = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_');
        match self {
            Dialect::Postgres if is_plain => name.to_ascii_lowercase(),
            Dialect::Snowflake if is_plain => name.to_ascii_uppercase(),
            _ => name.to_owned(),
        }
    }
}

/// A text in quotes, with backslashes before what would end it or isn't taken as it is.
fn escaped(text: &str, quote: char) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if character == quote => {
                out.push('\\');
                out.push(quote);
            }
            _ => out.push(character),
        }
    }
    out.push(quote);
    out
}

/// A comment of one line. Nothing in the text ends it, and nothing in it is more than text to a program that splits or
/// fills in a query before the engine sees it.
pub(super) fn comment(text: &str) -> String {
    let text: String = prose::visible(text).chars().take(LONGEST).collect();
    let text = text.replace(['\u{85}', '\u{b}', '\u{c}'], " ").replace("${", "$ {").replace(';', ",");
    let mut out = String::new();
    // Writing to a text can't fail.
    let _ = write!(out, "-- {}", text.trim());
    out
}

/// The parts of a table's name: `schema.table`, each bare or in quotes, in which a point is a point; `None` where it is no
/// name. With each part, whether it stood in quotes.
pub(super) fn parts(name: &str) -> Option<Vec<(String, bool)>> {
    let mut parts = Vec::new();
    let mut rest = name.trim();
    loop {
        let quote = rest.chars().next().filter(|first| matches!(first, '"' | '`'));
        let (part, behind) = match quote {
            Some(quote) => {
                let (part, behind) = until(&rest[1..], quote)?;
                (part, behind)
            }
            None => {
                let end = rest.find('.').unwrap_or(rest.len());
                (rest[..end].to_owned(), &rest[end..])
            }
        };
        if part.is_empty() {
            return None;
        }
        parts.push((part, quote.is_some()));
        match behind.strip_prefix('.') {
            Some(next) => rest = next,
            None if behind.is_empty() => return Some(parts),
            None => return None,
        }
    }
}

/// A text up to a quote, two of which stand for one; and what follows.
fn until(text: &str, quote: char) -> Option<(String, &str)> {
    let mut part = String::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if character != quote {
            part.push(character);
        } else if characters.next_if(|(_, next)| *next == quote).is_some() {
            part.push(quote);
        } else {
            return Some((part, &text[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strum::IntoEnumIterator;

    use super::*;

    /// Reads a quoted text as the engine does, to its very end; `None` where it ends before or after.
    fn read(dialect: Dialect, quoted: &str, is_name: bool) -> Option<String> {
        let (quoted, escapes) = match (dialect, is_name) {
            (Dialect::Postgres, false) => quoted.strip_prefix('E').map_or((quoted, false), |rest| (rest, true)),
            (Dialect::DuckDb, _) | (Dialect::Postgres | Dialect::Snowflake | Dialect::Spark, true) => (quoted, false),
            (Dialect::BigQuery, _) | (Dialect::Spark | Dialect::Snowflake, false) => (quoted, true),
        };
        // BigQuery doubles nothing, nor does Spark before its fourth version.
        let doubles = is_name && dialect != Dialect::BigQuery
            || matches!(dialect, Dialect::DuckDb | Dialect::Postgres | Dialect::Snowflake);
        let quote = quoted.chars().next()?;
        let mut characters = quoted[1..].chars().peekable();
        let mut out = String::new();
        while let Some(character) = characters.next() {
            if character == quote {
                if doubles && characters.next_if_eq(&quote).is_some() {
                    out.push(quote);
                    continue;
                }
                return characters.next().is_none().then_some(out);
            }
            if character == '\\' && escapes {
                match characters.next()? {
                    'n' => out.push('\n'),
                    'r' => out.push('\r'),
                    't' => out.push('\t'),
                    'u' => {
                        let digits: String = characters.by_ref().take(4).collect();
                        out.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
                    }
                    same => out.push(same),
                }
                continue;
            }
            if dialect == Dialect::BigQuery && matches!(character, '\n' | '\r') {
                return None;
            }
            out.push(character);
        }
        None
    }

    fn hostile() -> impl Strategy<Value = String> {
        let pieces =
            ["'", "''", "\"", "`", "\\", "\\'", "\n", "\r", "*/", "--", ";", "${x}", "a", "効", "\u{2028}", "E"];
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_is_quoted_reads_back_as_one_name_or_one_text(text in prop_oneof![hostile(), any::<String>()]) {
            for dialect in Dialect::iter() {
                let text = text.replace('\0', "");
                let literal = dialect.literal(&text);
                prop_assert_eq!(read(dialect, &literal, false), Some(text.clone()), "{:?} {}", dialect, literal);
                if dialect == Dialect::Spark {
                    prop_assert!(!literal.contains("${"), "{}", literal);
                }
                if dialect.can_name(&text) {
                    let name = dialect.identifier(&text);
                    prop_assert_eq!(read(dialect, &name, true), Some(text.clone()), "{:?} {}", dialect, name);
                }
            }
        }

        #[test]
        fn a_comment_is_one_line_whatever_stands_in_it(text in prop_oneof![hostile(), any::<String>()]) {
            let comment = comment(&text);
            prop_assert!(comment.starts_with("-- "));
            let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | ';');
            prop_assert!(!comment.contains(ends), "{:?}", comment);
            prop_assert!(!comment.contains("${"), "{:?}", comment);
        }

        #[test]
        fn a_tables_name_in_quotes_is_taken_as_it_is(text in hostile().prop_filter("empty", |text| !text.is_empty())) {
            let quoted = format!("\"{}\".b", text.replace('"', "\"\""));
            prop_assert_eq!(parts(&quoted), Some(vec![(text, true), ("b".to_owned(), false)]));
        }
    }

    #[test]
    fn a_tables_name_has_parts() {
        let bare = |names: &[&str]| Some(names.iter().map(|&name| (name.to_owned(), false)).collect::<Vec<_>>());
        assert_eq!(parts("items"), bare(&["items"]));
        assert_eq!(parts("lake.plans.items"), bare(&["lake", "plans", "items"]));
        assert_eq!(parts("`a.b`.c"), Some(vec![("a.b".to_owned(), true), ("c".to_owned(), false)]));
        for wrong in ["", ".", "a.", ".a", "a..b", "\"a", "\"a\"b", "\"\""] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn plain_names_are_folded_as_the_engine_folds_them() {
        assert_eq!(Dialect::Snowflake.folded("customer_impact"), "CUSTOMER_IMPACT");
        assert_eq!(Dialect::Postgres.folded("Items"), "items");
        assert_eq!(Dialect::Postgres.folded("Customer impact"), "Customer impact");
        assert_eq!(Dialect::DuckDb.folded("Items"), "Items");
    }
}
