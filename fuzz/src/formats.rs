//! An answer in every format, each in one of the styles that matter to it: what comes out is harmless, can be parsed, and is
//! the same when it is made again.

use serde::Serialize;
use strum::IntoEnumIterator;
use tenbin::lang::Lang;
use tenbin::render::{Format, Style, render};
use tenbin::report::Report;

use crate::spoken;

/// Every format, with a style and a language; `turn` chooses which.
pub fn looks(turn: usize) -> Vec<(Format, Style, Lang)> {
    let plain = Style::default();
    let terminal = Style { terminal: true, ..plain };
    let wide = |width, ascii| Style { width: Some(width), ascii, ..terminal };
    let styles = |format| match format {
        Format::Csv => vec![plain, terminal, Style { excel: true, ..plain }],
        Format::Table => vec![plain, wide(1, false), wide(40, true), wide(79, false)],
        _ => vec![plain, terminal],
    };
    let look = |format| {
        let styles = styles(format);
        (format, styles[turn % styles.len()], Lang::ALL[turn / 4 % 2])
    };
    Format::iter().map(look).collect()
}

/// Renders an answer in every format, twice.
pub fn answered<'a, V: Serialize>(turn: usize, report: impl Fn(Lang) -> Report<'a, V>) {
    for (format, style, lang) in looks(turn) {
        let bytes = rendered(report(lang), format, style);
        if format.is_text() {
            assert_eq!(bytes, rendered(report(lang), format, style), "another answer to the same question");
        }
        sound(&bytes, format, style);
    }
}

/// The bytes of a report.
pub fn rendered<V: Serialize>(report: Report<'_, V>, format: Format, style: Style) -> Vec<u8> {
    let mut out = Vec::new();
    render(report, format, style, &mut out).expect("a vector takes everything");
    out
}

/// Looks at what came out, whatever the question was; the JSON, if it is that.
pub fn sound(out: &[u8], format: Format, style: Style) -> Option<serde_json::Value> {
    if !format.is_text() {
        // What is in a workbook is read by scripts/workbook.py; here it is enough that there is one.
        assert!(out.starts_with(b"PK"), "a workbook is a ZIP archive");
        return None;
    }
    let text = std::str::from_utf8(out).expect("output is UTF-8");
    match format {
        Format::Json => {
            spoken::harmless(text, "\n");
            return Some(serde_json::from_str(text).expect("output is JSON"));
        }
        // What a program reads holds other people's text as it is, unless it goes to a terminal.
        Format::Csv | Format::Tsv if !style.terminal => {}
        Format::Csv | Format::Tsv => spoken::harmless(text, "\n\t"),
        Format::Table | Format::Markdown => {
            spoken::harmless(text, "\n");
            spoken::no_command(text);
        }
        Format::Xlsx => {}
    }
    None
}
