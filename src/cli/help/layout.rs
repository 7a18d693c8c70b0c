//! Sets a help page for a width: headings, columns, and lines that break where Japanese and English may break.
//!
//! Widths are terminal columns, so that a kanji counts two and the columns align in both languages.

use std::fmt::Write as _;

use clap::builder::styling::Styles;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Where a row begins.
const INDENT: usize = 2;
/// Between a term and its text.
const GAP: usize = 2;
/// Where the text begins when it stands below its term.
const BELOW: usize = 8;
/// With less room than this beside the terms, the texts go below them.
const LEAST_ROOM: usize = 28;
/// No line is made narrower than this, however narrow the terminal.
const NARROWEST: usize = 24;
/// Characters that don't begin a line, the Japanese ones by the rules of 禁則処理.
const NOT_FIRST: &str = "、。，．・：；！？）」』】〕〉》〜ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々…,.:;!?)]";
/// Characters that don't end a line.
const NOT_LAST: &str = "（「『【〔〈《([";

/// A term (what is typed, then what is put in its place) and what it does.
pub(super) struct Row {
    pub(super) literal: String,
    pub(super) placeholder: String,
    pub(super) text: String,
}

impl Row {
    fn width(&self) -> usize {
        self.literal.width() + self.placeholder.width()
    }
}

/// A page in the making. Its parts stand in the order in which they are added, a blank line between them.
pub(super) struct Page<'a> {
    styles: &'a Styles,
    width: usize,
    /// Headings and rows; one column serves them all.
    parts: Vec<Part>,
}

enum Part {
    Set(String),
    Section(String, Vec<Row>),
}

impl<'a> Page<'a> {
    pub(super) fn new(styles: &'a Styles, width: usize) -> Self {
        Self { styles, width: width.max(NARROWEST), parts: Vec::new() }
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.parts.push(Part::Set(wrap(text, self.width).join("\n")));
    }

    /// The usage line, beside its heading.
    pub(super) fn usage(&mut self, heading: &str, usage: &str) {
        let style = self.styles.get_usage();
        self.parts.push(Part::Set(format!("{style}{heading}:{style:#} {usage}")));
    }

    /// Lines to type, each with a comment behind ` # `; never broken, so that they can be copied.
    pub(super) fn examples<'t>(&mut self, heading: &str, lines: impl Iterator<Item = &'t str>) {
        let (header, literal) = (self.styles.get_header(), self.styles.get_literal());
        let lines: Vec<(&str, Option<&str>)> = lines
            .map(|line| {
                line.split_once(" # ").map_or((line, None), |(typed, comment)| (typed.trim_end(), Some(comment)))
            })
            .collect();
        let longest =
            lines.iter().filter(|(_, comment)| comment.is_some()).map(|(typed, _)| typed.width()).max().unwrap_or(0);
        let mut out = format!("{header}{heading}:{header:#}");
        for (typed, comment) in lines {
            let _ = write!(out, "\n{:INDENT$}{literal}{typed}{literal:#}", "");
            if let Some(comment) = comment {
                let _ = write!(out, "{:1$}# {comment}", "", longest - typed.width() + GAP);
            }
        }
        self.parts.push(Part::Set(out));
    }

    /// A heading and its rows; nothing where there are no rows.
    pub(super) fn section(&mut self, heading: &str, rows: impl Iterator<Item = Row>) {
        let rows: Vec<Row> = rows.collect();
        if !rows.is_empty() {
            self.parts.push(Part::Section(heading.to_owned(), rows));
        }
    }

    /// The page as text with style codes.
    pub(super) fn set(&self) -> String {
        let rows = self.parts.iter().flat_map(|part| match part {
            Part::Section(_, rows) => rows.as_slice(),
            Part::Set(_) => &[],
        });
        let column = INDENT + rows.map(Row::width).max().unwrap_or(0) + GAP;
        let column = if column + LEAST_ROOM > self.width { None } else { Some(column) };
        let parts: Vec<String> = self
            .parts
            .iter()
            .map(|part| match part {
                Part::Set(text) => text.clone(),
                Part::Section(heading, rows) => self.set_section(heading, rows, column),
            })
            .collect();
        parts.join("\n\n")
    }

    /// The rows with their texts at a column, or below the terms where there is no room for one.
    fn set_section(&self, heading: &str, rows: &[Row], column: Option<usize>) -> String {
        let (header, literal, placeholder) =
            (self.styles.get_header(), self.styles.get_literal(), self.styles.get_placeholder());
        let start = column.unwrap_or(BELOW);
        let mut out = format!("{header}{heading}:{header:#}");
        for row in rows {
            let (typed, value) = (&row.literal, &row.placeholder);
            let _ = write!(out, "\n{:INDENT$}{literal}{typed}{literal:#}{placeholder}{value}{placeholder:#}", "");
            for (number, line) in wrap(&row.text, self.width - start).into_iter().enumerate() {
                let spaces = match column {
                    Some(column) if number == 0 => column - INDENT - row.width(),
                    _ => {
                        out.push('\n');
                        start
                    }
                };
                let _ = write!(out, "{:spaces$}{line}", "");
            }
        }
        out
    }
}

/// Breaks a text into lines of at most `room` columns; a piece that can't be broken may be wider.
fn wrap(text: &str, room: usize) -> Vec<String> {
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
    if after == " " {
        return false;
    }
    before == " "
        || (before.width() > 1 || after.width() > 1) && !NOT_FIRST.contains(after) && !NOT_LAST.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn texts_align_by_the_width_on_screen() {
        let styles = Styles::plain();
        let mut page = Page::new(&styles, 60);
        let row = |literal: &str, text: &str| Row {
            literal: literal.to_owned(),
            placeholder: String::new(),
            text: text.to_owned(),
        };
        page.section("見出し", [row("項目", "a"), row("abcdef", "b")].into_iter());
        assert_eq!(page.set(), "見出し:\n  項目    a\n  abcdef  b");
        let mut page = Page::new(&styles, 30);
        page.section("Options", [row("--a", "text")].into_iter());
        assert_eq!(page.set(), "Options:\n  --a\n        text");
    }
}
