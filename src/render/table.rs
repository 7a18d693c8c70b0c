//! Tables for a terminal: columns aligned by display width, long titles cut to fit, scores with a small bar.
//!
//! comfy-table sets the cells; what is cut, folded or left out where the room is short is decided here.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Ansi};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table as Setter, TableStyle};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Style, escape};
use crate::prose;
use crate::report::{Block, Cell, Column, Shape, Table};

/// How many columns a bar takes.
const BAR: usize = 8;
/// Headings wider than this are folded where the room is short.
const FOLDED_HEADING: usize = 10;
/// Headings wider than this are folded where it is shorter still.
const NARROW_HEADING: usize = 6;
/// Flexible text is cut to no less than this before bars go.
const EASY_TEXT: usize = 20;
/// Flexible text is never cut to less than this.
const LEAST_TEXT: usize = 8;
/// Blanks behind a column; the rule's junction takes one more.
const PADDING: u16 = 1;
/// Blanks between two columns.
const GAP: usize = PADDING as usize + 1;

pub(super) fn write(page: Vec<Block<'_>>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    for (number, block) in page.into_iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        match block {
            Block::Table(table) => write_table(table, style, out)?,
            Block::Lines(lines) => {
                for line in lines {
                    writeln!(out, "{}", escape::for_terminal(&line, style.ascii))?;
                }
            }
        }
    }
    Ok(())
}

/// The text of a cell without any drawing, for formats that have no columns to keep to.
pub(super) fn cell_text(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Blank | Cell::Bar(_) => String::new(),
        Cell::Text(text) => text.to_string(),
        Cell::Carried(record) => record.raw().to_owned(),
        Cell::Number(number, places) => number.rounded(*places),
        Cell::Uncertain(number) => format!("~{number}"),
        Cell::Rank(rank, true) => format!("={rank}"),
        Cell::Rank(rank, false) => rank.to_string(),
    }
}

fn write_table(table: Table<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let drawn = |cell: &Cell<'_>| match cell {
        Cell::Bar(part) => bar(*part, style.ascii),
        other => escape::for_terminal(&cell_text(other), style.ascii).into_owned(),
    };
    let rows: Vec<Vec<String>> = table.rows().map(|row| row.iter().map(drawn).collect()).collect();
    let mut grid = Grid::new(&table.columns, rows, style);
    if let Some(width) = style.width {
        grid.fit(width);
    }
    grid.write(style, out)
}

/// A table whose cells are text, on its way to fitting.
struct Grid {
    headings: Vec<String>,
    shapes: Vec<Shape>,
    rows: Vec<Vec<String>>,
    mark: &'static str,
}

impl Grid {
    fn new(columns: &[Column], rows: Vec<Vec<String>>, style: Style) -> Self {
        Self {
            headings: columns
                .iter()
                .map(|column| escape::for_terminal(&column.heading, style.ascii).into_owned())
                .collect(),
            shapes: columns.iter().map(|column| column.shape).collect(),
            rows,
            mark: if style.ascii { ".." } else { "…" },
        }
    }

    fn content_width(&self, column: usize) -> usize {
        self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0)
    }

    fn width(&self, column: usize) -> usize {
        let heading = self.headings[column].lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
        heading.max(self.content_width(column))
    }

    fn total(&self) -> usize {
        let gaps = GAP * self.headings.len().saturating_sub(1);
        (0..self.headings.len()).map(|column| self.width(column)).sum::<usize>() + gaps
    }

    /// Makes the table as narrow as it must be: first folded headings, then cut text, then no bars.
    fn fit(&mut self, width: usize) {
        let headings = self.headings.clone();
        if self.total() > width {
            self.fold_headings(&headings, FOLDED_HEADING);
        }
        self.cut_text(width, EASY_TEXT);
        if self.total() > width {
            self.drop_bars();
        }
        if self.total() > width {
            self.fold_headings(&headings, NARROW_HEADING);
        }
        self.cut_text(width, LEAST_TEXT);
    }

    /// Folds the headings of numbers, from their unfolded form. Bars that went were no numbers: the others keep order.
    fn fold_headings(&mut self, headings: &[String], room: usize) {
        let unfolded = headings.iter().filter(|heading| !heading.is_empty());
        let columns: Vec<usize> =
            (0..self.headings.len()).filter(|&column| !self.headings[column].is_empty()).collect();
        for (column, heading) in columns.into_iter().zip(unfolded) {
            if self.shapes[column] == Shape::Number {
                self.headings[column] = folded(heading, room.max(self.content_width(column)));
            }
        }
    }

    fn cut_text(&mut self, width: usize, least: usize) {
        let excess = self.total().saturating_sub(width);
        let Some(column) = self.shapes.iter().position(|shape| *shape == Shape::Flexible) else { return };
        if excess == 0 {
            return;
        }
        let room = self.width(column).saturating_sub(excess).max(least);
        for row in &mut self.rows {
            row[column] = prose::cut(&row[column], room, self.mark);
        }
        self.headings[column] = prose::cut(&self.headings[column], room, self.mark);
    }

    fn drop_bars(&mut self) {
        while let Some(column) = self.shapes.iter().position(|shape| *shape == Shape::Bar) {
            self.shapes.remove(column);
            self.headings.remove(column);
            for row in &mut self.rows {
                row.remove(column);
            }
        }
    }

    fn write(self, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let heading_lines = self.headings.iter().map(|heading| heading.lines().count()).max().unwrap_or(1).max(1);
        let rule = if style.ascii { '-' } else { '─' };
        let look = TableStyle::new().header_separator(LineStyle::none().fill(rule).junction(rule));
        let mut setter = Setter::new();
        setter.load_style(look).set_content_arrangement(ContentArrangement::Disabled);
        setter.set_header(self.headings);
        setter.add_rows(self.rows);
        let last = self.shapes.len().saturating_sub(1);
        for (column, shape) in setter.column_iter_mut().zip(&self.shapes) {
            let alignment = if *shape == Shape::Number { CellAlignment::Right } else { CellAlignment::Left };
            column.set_cell_alignment(alignment);
            column.set_padding((0, PADDING));
        }
        if let Some(column) = setter.column_mut(last) {
            column.set_padding((0, 0));
        }
        let (bold, dim, colored) = (Ansi::new().bold(), Ansi::new().dimmed(), AnsiColor::Cyan.on_default());
        for (number, line) in setter.lines().enumerate() {
            let line = line.trim_end();
            match number {
                _ if !style.color => writeln!(out, "{line}")?,
                _ if number < heading_lines => writeln!(out, "{bold}{line}{bold:#}")?,
                _ if number == heading_lines => writeln!(out, "{dim}{line}{dim:#}")?,
                _ => writeln!(out, "{}", color_bar(line, colored))?,
            }
        }
        Ok(())
    }
}

/// A part of one as a bar, drawn in eighths of a column.
fn bar(part: f64, ascii: bool) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if ascii {
        return "=".repeat((part * BAR as f64).round() as usize);
    }
    let eighths = (part * (BAR * 8) as f64).round() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// A heading folded to lines of at most `room` columns: at spaces, and within a word that has none into equal parts.
fn folded(heading: &str, room: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in heading.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ if word.width() <= room || word.is_ascii() => lines.push(word.to_owned()),
            _ => lines.extend(parts(word, room)),
        }
    }
    lines.join("\n")
}

/// A word in as few parts as fit, of equal length; where they can't be equal the later ones are longer.
fn parts(word: &str, room: usize) -> Vec<String> {
    let clusters: Vec<&str> = word.graphemes(true).collect();
    let count = word.width().div_ceil(room).min(clusters.len());
    let end = |part: usize| clusters.len() * part / count;
    (0..count).map(|part| clusters[end(part)..end(part + 1)].concat()).collect()
}

/// The line with its bar coloured.
fn color_bar(line: &str, color: Ansi) -> String {
    let is_block = |character: char| ('▉'..='▏').contains(&character) || character == '█';
    match (line.find(is_block), line.rfind(is_block)) {
        (Some(start), Some(last)) => {
            let end = last + line[last..].chars().next().map_or(0, char::len_utf8);
            format!("{}{color}{}{color:#}{}", &line[..start], &line[start..end], &line[end..])
        }
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        assert_eq!(bar(1.0, false), "████████");
        assert_eq!(bar(0.5, true), "====");
        assert_eq!(bar(0.0, false), "");
        assert_eq!(bar(0.4375, false), "███▌");
    }

    #[test]
    fn headings_fold_at_spaces_and_long_words_into_equal_parts() {
        assert_eq!(folded("Customer impact", 10), "Customer\nimpact");
        assert_eq!(folded("Market competitiveness", 10), "Market\ncompetitiveness");
        assert_eq!(folded("実装の容易さ", 10), "実装の\n容易さ");
        assert_eq!(folded("ビジネスインパクト", 10), "ビジネス\nインパクト");
    }

    #[test]
    fn a_table_is_never_wider_than_it_must_be() {
        let columns = [
            Column::new("id", "ID", Shape::Text),
            Column::new("title", "改善項目", Shape::Flexible),
            Column::new("score", "総合スコア", Shape::Number),
        ];
        let rows = vec![vec!["A-1".to_owned(), "検索の速度改善（3秒→0.5秒）を急ぐ".to_owned(), "7.1".to_owned()]];
        let mut grid = Grid::new(&columns, rows, Style::default());
        grid.fit(40);
        assert!(grid.total() <= 40);
        assert!(grid.rows[0][1].ends_with('…'));
    }
}
