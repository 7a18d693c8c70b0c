//! The source of the program as words, texts and signs: enough to see what a file uses, without its comments.

use std::fs;
use std::path::{Path, PathBuf};

/// A piece of Rust source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// An identifier, a keyword or a number.
    Word(String),
    /// What stands in a string literal, its escapes as written.
    Text(String),
    /// Any other character.
    Sign(char),
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        match self {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Token::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn is(&self, sign: char) -> bool {
        *self == Token::Sign(sign)
    }
}

/// A source file by its path below `src/`, without its unit tests.
#[derive(Debug)]
pub struct File {
    /// Such as `input/rows.rs`.
    pub path: String,
    /// The text before `#[cfg(test)]`.
    pub code: String,
    pub tokens: Vec<Token>,
}

/// Every source file, in the order of their paths.
pub fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open = vec![root.clone()];
    let mut found: Vec<PathBuf> = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the source can be listed").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file can be read");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        let below = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        File { path: below, tokens: tokens(&code), code }
    };
    found.into_iter().map(file).collect()
}

/// Takes a text apart; comments and white space go.
pub fn tokens(code: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first.is_whitespace() {
            first.len_utf8()
        } else if let Some((text, length)) = string(rest) {
            tokens.push(Token::Text(text.to_owned()));
            length
        } else if let Some(length) = character(rest) {
            length
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len());
            tokens.push(Token::Word(rest[..end].to_owned()));
            end
        } else {
            tokens.push(Token::Sign(first));
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// The string literal at the start of a text, and how long it is with its quotes.
fn string(rest: &str) -> Option<(&str, usize)> {
    let begins = |prefix: &&str| rest.starts_with(*prefix) && rest[prefix.len()..].starts_with(['"', '#']);
    let prefix = ["", "b", "r", "br"].iter().find(|prefix| begins(prefix))?.len();
    let hashes = rest[prefix..].len() - rest[prefix..].trim_start_matches('#').len();
    let start = prefix + hashes + 1;
    if !rest[prefix + hashes..].starts_with('"') {
        return None;
    }
    if rest[..prefix].ends_with('r') {
        let end = start + rest[start..].find(&format!("\"{}", "#".repeat(hashes)))?;
        return Some((&rest[start..end], end + 1 + hashes));
    }
    if hashes > 0 {
        return None;
    }
    let mut escaped = false;
    for (at, character) in rest[start..].char_indices() {
        match character {
            '"' if !escaped => return Some((&rest[start..start + at], start + at + 1)),
            _ => escaped = character == '\\' && !escaped,
        }
    }
    None
}

/// How long the character literal at the start of a text is; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let end = if let Some(escape) = inner.strip_prefix('\\') {
        2 + escape.char_indices().skip(1).find(|(_, character)| *character == '\'')?.0
    } else {
        let first = inner.chars().next()?;
        inner[first.len_utf8()..].starts_with('\'').then(|| 1 + first.len_utf8())?
    };
    Some(end + 1)
}

#[test]
fn source_is_taken_apart_into_words_texts_and_signs() {
    let word = |text: &str| Token::Word(text.to_owned());
    let text = |text: &str| Token::Text(text.to_owned());
    let sign = Token::Sign;
    assert_eq!(tokens("a::b // c\n/* d */ e"), [word("a"), sign(':'), sign(':'), word("b"), word("e")]);
    assert_eq!(
        tokens(r##"f("g \" // h", r#"i"j"#)"##),
        [word("f"), sign('('), text("g \\\" // h"), sign(','), text("i\"j"), sign(')')]
    );
    assert_eq!(tokens(r"'a' '\'' '\u{1}' 'x: b'c'"), [sign('\''), word("x"), sign(':'), word("b")]);
    assert_eq!(tokens("#[a] '\"' rb"), [sign('#'), sign('['), word("a"), sign(']'), word("rb")]);
}
