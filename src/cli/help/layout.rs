//! Sets a help page for a width: headings, columns, and lines that break where Japanese and English may break.
//!
//! Widths are terminal columns, so that a kanji counts two and the columns align in both languages.

use std::fmt::Write as _;

use clap::builder::styling::Styles;
use tenbin::prose::wrap;
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

#[cfg(test)]
mod tests {
    use super::*;

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
