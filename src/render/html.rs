//! The page that a browser opens: one file that asks nobody for anything.
//!
//! Its one style and its one script are named by their digests in the content security policy, so that nothing else can
//! run. What comes from a file stands in the JSON alone, where it can't end the element that holds it.

use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::report::{WebPage, WebPart};

const STYLE: &str = include_str!("../../assets/report/page.css");

/// The parts of the script, in the order in which they use each other.
const SCRIPTS: [&str; 9] = [
    include_str!("../../assets/report/page.js"),
    include_str!("../../assets/report/number.js"),
    include_str!("../../assets/report/model.js"),
    include_str!("../../assets/report/weights.js"),
    include_str!("../../assets/report/ranking.js"),
    include_str!("../../assets/report/chart.js"),
    include_str!("../../assets/report/stability.js"),
    include_str!("../../assets/report/table.js"),
    include_str!("../../assets/report/main.js"),
];

/// The script of a part that not every page has: it adds itself to what the others have made.
fn script_of(part: WebPart) -> &'static str {
    match part {
        WebPart::Disagreement => include_str!("../../assets/report/disagreement.js"),
        WebPart::Groups => include_str!("../../assets/report/groups.js"),
        WebPart::Results => include_str!("../../assets/report/results.js"),
    }
}

/// Writes the page.
pub fn write_web_page<V: Serialize>(page: &WebPage<V>, out: &mut dyn Write) -> io::Result<()> {
    let style = squeezed_style(STYLE);
    let mut script = "'use strict';\n(() => {\n".to_owned();
    script.push_str("const data = JSON.parse(document.getElementById('data').textContent);\n");
    let parts = SCRIPTS.into_iter().chain(page.parts.iter().map(|&part| script_of(part)));
    parts.for_each(|part| script.push_str(&squeezed_script(part)));
    script.push_str("})();\n");
    let data = data(&page.value)?;
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        digest(&style),
        digest(&script)
    );
    write!(
        out,
        "<!doctype html>\n\
         <html lang=\"{lang}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"format-detection\" content=\"telephone=no\">\n\
         <title>{title}</title>\n\
         <style>{style}</style>\n\
         </head>\n\
         <body>\n\
         <noscript><p>{without_script}</p></noscript>\n\
         <script type=\"application/json\" id=\"data\">{data}</script>\n\
         <script>{script}</script>\n\
         </body>\n\
         </html>\n",
        lang = page.lang.code(),
        title = escaped(&page.title),
        without_script = escaped(&page.without_script),
    )
}

/// The value as JSON that no reader of markup takes for markup. The characters in question stand in strings alone, and
/// there they may be written out.
fn data<V: Serialize>(value: &V) -> io::Result<String> {
    let json = serde_json::to_string(value)?;
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", character as u32)),
            _ => out.push(character),
        }
    }
    Ok(out)
}

/// Text for an element or for an attribute in quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
    out
}

/// Signs of a script around which a space says nothing, where no text, pattern or template stands. Minus isn't one.
const SCRIPT_SIGNS: &[char] =
    &['{', '}', '(', ')', '[', ']', ',', ';', ':', '=', '<', '>', '?', '&', '|', '*', '+', '!'];
/// Those of a style; a space may stand for "within" before others.
const STYLE_SIGNS: &[char] = &['{', '}', ',', ';'];

/// A style without what only its readers need.
fn squeezed_style(source: &str) -> String {
    lines(source)
        .map(|line| {
            without_spaces(line, STYLE_SIGNS)
                .replace(": ", ":")
                .replace(" > ", ">")
                .replace(" 0.", " .")
                .replace(":0.", ":.")
        })
        .collect::<String>()
        .replace(";}", "}")
}

/// A script without what only its readers need: indentation, lines that are comments, and spaces and ends of lines where
/// it is easily seen that they say nothing.
fn squeezed_script(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in lines(source) {
        let line = squeezed_line(line).unwrap_or_else(|| line.to_owned());
        // What closes, and what goes on with an expression, begins no statement: the end of the line before says nothing.
        if line.starts_with(['}', ')', ']', '.', '?', ':', '&', '|']) && out.ends_with('\n') {
            out.pop();
        }
        // Neither does the last sign within braces or brackets.
        if line.starts_with(['}', ')', ']']) && out.ends_with([';', ',']) {
            out.pop();
        }
        out.push_str(&line);
        if !line.ends_with(['{', '(', '[', ',', ';']) {
            out.push('\n');
        }
    }
    out
}

/// A line of a script without the spaces beside its signs, texts and templates as they are; `None` where a pattern, a
/// comment, or a text within a template makes it hard to tell which of it is code.
fn squeezed_line(line: &str) -> Option<String> {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find(['\'', '"', '`']) {
        let (code, quoted) = rest.split_at(start);
        let end = quoted[1..].find(quoted.chars().next()?)? + 2;
        let text = &quoted[..end];
        if is_pattern(code) || text.contains('\\') || text.matches("${").count() > text.matches('}').count() {
            return None;
        }
        out.push_str(&squeezed_code(code));
        out.push_str(text);
        rest = &quoted[end..];
    }
    if is_pattern(rest) {
        return None;
    }
    Some(out + &squeezed_code(rest))
}

/// A piece of code without the spaces beside its signs; there are no patterns and no comments in it.
fn squeezed_code(code: &str) -> String {
    // A minus before another one would become a decrement.
    let code = if code.contains("- -") { code.to_owned() } else { code.replace(" - ", "-") };
    let code = without_spaces(&code.replace(" / ", "/"), SCRIPT_SIGNS);
    // After a sign, a truth can be written shorter.
    let signs = [':', '=', '(', ',', '?', '|', '&'];
    let short = |code: String, word: &str, short: &str| {
        signs.iter().fold(code, |code, sign| code.replace(&format!("{sign}{word}"), &format!("{sign}{short}")))
    };
    without_parentheses(&short(short(code, "true", "!0"), "false", "!1"))
}

/// A piece of code whose functions of one argument have it bare: `(item)=>` is `item=>`.
fn without_parentheses(code: &str) -> String {
    let is_of_name = |character: char| character.is_ascii_alphanumeric() || character == '_' || character == '$';
    let mut out = String::with_capacity(code.len());
    let mut pieces = code.split(")=>").peekable();
    while let Some(piece) = pieces.next() {
        let name = piece.len() - piece.trim_end_matches(is_of_name).len();
        let (before, argument) = piece.split_at(piece.len() - name);
        match before.strip_suffix('(') {
            _ if pieces.peek().is_none() => out.push_str(piece),
            // Behind a word, as in `async (item) =>`, the parentheses keep it apart.
            Some(before) if name > 0 && !before.ends_with(is_of_name) => {
                out.push_str(before);
                out.push_str(argument);
                out.push_str("=>");
            }
            _ => {
                out.push_str(piece);
                out.push_str(")=>");
            }
        }
    }
    out
}

/// Whether a piece of code may hold a pattern or a comment: a stroke that isn't a division between spaces.
fn is_pattern(code: &str) -> bool {
    code.replace(" / ", "").contains('/')
}

/// The lines that say something to a browser.
fn lines(source: &str) -> impl Iterator<Item = &str> {
    let says = |line: &&str| !line.is_empty() && !["//", "/**", "/* "].iter().any(|mark| line.starts_with(mark));
    source.lines().map(str::trim).filter(says)
}

/// A piece of code without the spaces beside some signs.
fn without_spaces(piece: &str, signs: &[char]) -> String {
    let mut out = String::with_capacity(piece.len());
    let mut characters = piece.chars().peekable();
    while let Some(character) = characters.next() {
        let beside = |other: Option<char>| other.is_some_and(|other| signs.contains(&other));
        if character == ' ' && (beside(out.chars().next_back()) || beside(characters.peek().copied())) {
            continue;
        }
        out.push(character);
    }
    out
}

/// The SHA-256 of a text in base64.
fn digest(text: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in Sha256::digest(text.as_bytes()).chunks(3) {
        let bits = three.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * at) & 63) as usize];
            out.push(if at > three.len() { '=' } else { char::from(sign) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn page(value: &str) -> String {
        let title = "<b>".to_owned();
        let page = WebPage { lang: Lang::En, title, without_script: "no".to_owned(), parts: Vec::new(), value };
        let mut out = Vec::new();
        assert!(write_web_page(&page, &mut out).is_ok());
        String::from_utf8(out).unwrap_or_default()
    }

    #[test]
    fn nothing_from_the_data_is_markup() {
        let text = "</script><script>alert(1)</script><!--&amp;\u{2028}\u{2029}]]>";
        let page = page(text);
        assert_eq!(page.matches("</script>").count(), 2);
        assert!(!page.contains("alert(1)<") && !page.contains("<!--") && !page.contains('\u{2028}'));
        assert!(page.contains("<title>&lt;b&gt;</title>"));
        let json = page.split_once("id=\"data\">").and_then(|(_, rest)| rest.split_once("</script>"));
        let read = json.and_then(|(json, _)| serde_json::from_str::<String>(json).ok());
        assert_eq!(read.as_deref(), Some(text));
    }

    #[test]
    fn style_and_script_stay_below_sixty_kilobytes() {
        let bytes = page("").len();
        assert!(bytes < 60_000, "{bytes}");
    }

    #[test]
    fn a_line_of_a_script_loses_what_says_nothing() {
        let cases = [
            ("const a = (item) => item.b - 1 / 2;", "const a=item=>item.b-1/2;"),
            ("x(async (item) => 'a - b' + item, (a, b) => a !== b)", "x(async(item)=>'a - b'+item,(a,b)=>a!==b)"),
            ("y = a - -b;", "y=a - -b;"),
            ("x = { a: true, b: c === false }", "x={a:!0,b:c===!1}"),
            ("y.map((a) => (b) => (c))", "y.map(a=>b=>(c))"),
        ];
        for (line, expected) in cases {
            assert_eq!(squeezed_line(line).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_digest_is_that_of_the_standard() {
        // The SHA-256 of nothing, as every content security policy knows it.
        assert_eq!(digest(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn no_text_of_a_script_reaches_over_a_line() {
        // What takes indentation away would change it.
        for script in SCRIPTS {
            let open = script.lines().filter(|line| line.matches('`').count() % 2 == 1);
            assert_eq!(open.collect::<Vec<_>>(), Vec::<&str>::new());
        }
    }
}
