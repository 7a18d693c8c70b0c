//! Tables for a terminal: columns aligned by display width, long titles cut to fit, scores with a small bar.
//!
//! comfy-table sets the cells; what is cut, folded or left out where the room is short is decided here.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Ansi};
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Setter, TableStyle, Width};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Style, drawing, escape};
use crate::prose;
use crate::report::{Block, Cell, Column, Shape, Table};

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
/// Paragraphs are set no wider than this.
const WIDEST_PROSE: usize = 100;
/// So many rows are set at a time.
const BLOCK: usize = 1 << 10;
/// Blanks between two columns.
const GAP: usize = PADDING as usize + 1;

pub(super) fn write(page: Vec<Block<'_>>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    for (number, block) in page.into_iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        match block {
            Block::Table(table) => write_table(table, style, out)?,
            Block::Heading(heading) => {
                let strong = if style.color { anstyle::Style::new().bold() } else { anstyle::Style::new() };
                writeln!(out, "{strong}{}{strong:#}", escape::for_terminal(&heading, style.ascii))?;
            }
            Block::Prose(paragraphs) => {
                for (number, paragraph) in paragraphs.iter().enumerate() {
                    if number > 0 {
                        writeln!(out)?;
                    }
                    for line in prose::wrap(paragraph, style.width.unwrap_or(WIDEST_PROSE).min(WIDEST_PROSE)) {
                        writeln!(out, "{line}")?;
                    }
                }
            }
            Block::Lines(lines) | Block::Drawing(lines) => {
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
        Cell::Blank | Cell::Rule | Cell::Bar(_) | Cell::Span { .. } | Cell::Shades(_) => String::new(),
        Cell::Move(rank, by) => drawing::movement(*rank, *by, false),
        Cell::Text(text) => text.to_string(),
        Cell::Carried(record) => record.raw().to_owned(),
        Cell::Number(number, places) => number.rounded(*places),
        Cell::Uncertain(number) => format!("~{number}"),
        Cell::Rank(rank, true) => format!("={rank}"),
        Cell::Rank(rank, false) => rank.to_string(),
    }
}

fn write_table(table: Table<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut layout = Layout::measure(&table, style);
    if let Some(width) = style.width {
        layout.fit(width);
    }
    layout.write(&table, style, out)
}

fn drawn(cell: &Cell<'_>, style: Style) -> String {
    match cell {
        Cell::Bar(part) => drawing::bar(*part, style.ascii),
        Cell::Span { low, at, high } => drawing::span(*low, *at, *high, style.ascii),
        Cell::Shades(parts) => drawing::shades(parts, style.ascii),
        Cell::Move(rank, by) if style.ascii => drawing::movement(*rank, *by, true),
        other => escape::for_terminal(&cell_text(other), style.ascii).into_owned(),
    }
}

/// How wide each column is, and what is folded, cut or left out so that the table fits. Rows are looked at once to
/// measure them and once to write them, and never all kept: a tie can make a long table of a short question.
struct Layout {
    columns: Vec<Laid>,
    mark: &'static str,
}

/// A column on its way to fitting.
struct Laid {
    heading: String,
    unfolded: String,
    shape: Shape,
    /// The widest content.
    content: usize,
    shown: bool,
}

impl Laid {
    fn width(&self) -> usize {
        self.heading.lines().map(UnicodeWidthStr::width).max().unwrap_or(0).max(self.content)
    }
}

impl Layout {
    fn measure(table: &Table<'_>, style: Style) -> Self {
        let laid = |column: &Column| {
            let heading = escape::for_terminal(&column.heading, style.ascii).into_owned();
            Laid { unfolded: heading.clone(), heading, shape: column.shape, content: 0, shown: true }
        };
        let mut columns: Vec<Laid> = table.columns.iter().map(laid).collect();
        for row in table.rows() {
            for (column, cell) in columns.iter_mut().zip(&row) {
                column.content = column.content.max(drawn(cell, style).width());
            }
        }
        Self { columns, mark: if style.ascii { ".." } else { "…" } }
    }

    fn shown(&self) -> impl Iterator<Item = &Laid> {
        self.columns.iter().filter(|column| column.shown)
    }

    fn total(&self) -> usize {
        let gaps = GAP * self.shown().count().saturating_sub(1);
        self.shown().map(Laid::width).sum::<usize>() + gaps
    }

    /// Makes the table as narrow as it must be: folded headings and cut text first, then no bars, then both further.
    fn fit(&mut self, width: usize) {
        /// What each step allows: how far headings fold, whether bars stay, how far text may be cut.
        const STEPS: [(usize, bool, usize); 3] = [
            (FOLDED_HEADING, true, EASY_TEXT),
            (FOLDED_HEADING, false, EASY_TEXT),
            (NARROW_HEADING, false, LEAST_TEXT),
        ];
        for (heading, bars, text) in STEPS {
            if self.total() <= width {
                return;
            }
            self.fold_headings(heading);
            self.columns.iter_mut().filter(|column| column.shape == Shape::Bar).for_each(|bar| bar.shown = bars);
            // Text is cut only where that is enough: a later step may find room for the whole of it.
            let could_save: usize = self.flexible().map(|column| column.width().saturating_sub(text)).sum();
            if self.total().saturating_sub(could_save) <= width || text == LEAST_TEXT {
                self.cut_text(width, text);
                return;
            }
        }
    }

    fn flexible(&self) -> impl Iterator<Item = &Laid> {
        self.columns.iter().filter(|column| column.shape == Shape::Flexible)
    }

    fn fold_headings(&mut self, room: usize) {
        for column in self.columns.iter_mut().filter(|column| column.shape == Shape::Number) {
            column.heading = folded(&column.unfolded, room.max(column.content));
        }
    }

    /// Cuts flexible text, the longest first, so that the table fits or nothing more can be cut.
    fn cut_text(&mut self, width: usize, least: usize) {
        if self.total() <= width {
            return;
        }
        let widths: Vec<usize> = self.flexible().map(Laid::width).collect();
        let room = (widths.iter().sum::<usize>() + width).saturating_sub(self.total());
        let fits = |level: usize| widths.iter().map(|width| level.min(*width)).sum::<usize>() <= room;
        let (mut level, mut beyond) = (least, width.max(least) + 1);
        while beyond - level > 1 {
            let middle = level + (beyond - level) / 2;
            if fits(middle) { level = middle } else { beyond = middle }
        }
        let mark = self.mark;
        for column in self.columns.iter_mut().filter(|column| column.shape == Shape::Flexible) {
            column.content = column.content.min(level);
            column.heading = prose::cut(&column.unfolded, level, mark);
        }
    }

    fn write(&self, table: &Table<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
        self.write_rows(Some(self.shown().map(|column| column.heading.clone()).collect()), Vec::new(), style, out)?;
        let mut rows = Vec::with_capacity(BLOCK.min(table.len));
        for row in table.rows() {
            let is_rule = matches!(row.first(), Some(Cell::Rule));
            if !is_rule {
                rows.push(self.cells(&row, style));
            }
            if is_rule || rows.len() == BLOCK {
                self.write_rows(None, std::mem::take(&mut rows), style, out)?;
            }
            if is_rule {
                self.write_rule(style, out)?;
            }
        }
        self.write_rows(None, rows, style, out)
    }

    /// A line across the table, broken so that it isn't taken for the one under the headings.
    fn write_rule(&self, style: Style, out: &mut dyn Write) -> io::Result<()> {
        let dash = if style.ascii { "- " } else { "╌" };
        let line = dash.repeat(self.total().div_ceil(dash.width()));
        let dim = if style.color { Ansi::new().dimmed() } else { Ansi::new() };
        writeln!(out, "{dim}{}{dim:#}", line.trim_end())
    }

    /// The texts of a row's cells that are shown.
    fn cells(&self, row: &[Cell<'_>], style: Style) -> Vec<String> {
        let shown = self.columns.iter().zip(row).filter(|(column, _)| column.shown);
        let text = |(column, cell): (&Laid, &Cell<'_>)| match column.shape {
            Shape::Flexible => prose::cut(&drawn(cell, style), column.width(), self.mark),
            _ => drawn(cell, style),
        };
        shown.map(text).collect()
    }

    /// Sets a heading, or some rows, in columns of the widths that the whole table has.
    fn write_rows(
        &self,
        heading: Option<Vec<String>>,
        rows: Vec<Vec<String>>,
        style: Style,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let heading_lines =
            heading.as_ref().map_or(0, |cells| cells.iter().map(|cell| cell.lines().count()).max().unwrap_or(1));
        if rows.is_empty() && heading_lines == 0 {
            return Ok(());
        }
        let rule = if style.ascii { '-' } else { '─' };
        let look = TableStyle::new().header_separator(LineStyle::none().fill(rule).junction(rule));
        let mut setter = Setter::new();
        setter.load_style(look).set_content_arrangement(ContentArrangement::Disabled);
        if let Some(heading) = heading {
            setter.set_header(heading);
        }
        setter.add_rows(rows);
        let last = self.shown().count().saturating_sub(1);
        for (number, (laid, column)) in self.shown().zip(setter.column_iter_mut()).enumerate() {
            let alignment = if laid.shape == Shape::Number { CellAlignment::Right } else { CellAlignment::Left };
            let padding = if number == last { 0 } else { PADDING };
            column.set_cell_alignment(alignment);
            column.set_padding((0, padding));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(laid.width() as u16 + padding)));
        }
        let (bold, dim, colored) = (Ansi::new().bold(), Ansi::new().dimmed(), AnsiColor::Cyan.on_default());
        for (number, line) in setter.lines().enumerate() {
            let line = line.trim_end();
            match number {
                _ if !style.color => writeln!(out, "{line}")?,
                _ if number < heading_lines => writeln!(out, "{bold}{line}{bold:#}")?,
                _ if number == heading_lines && heading_lines > 0 => writeln!(out, "{dim}{line}{dim:#}")?,
                _ => writeln!(out, "{}", color_bar(line, colored))?,
            }
        }
        Ok(())
    }
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
    fn headings_fold_at_spaces_and_long_words_into_equal_parts() {
        assert_eq!(folded("Customer impact", 10), "Customer\nimpact");
        assert_eq!(folded("Market competitiveness", 10), "Market\ncompetitiveness");
        assert_eq!(folded("実装の容易さ", 10), "実装の\n容易さ");
        assert_eq!(folded("ビジネスインパクト", 10), "ビジネス\nインパクト");
    }

    #[test]
    fn a_table_is_never_wider_than_it_must_be() {
        let columns = vec![
            Column::new("id", "ID", Shape::Text),
            Column::new("title", "改善項目", Shape::Flexible),
            Column::new("score", "総合スコア", Shape::Number),
        ];
        let row = vec![
            Cell::Text("A-1".into()),
            Cell::Text("検索の速度改善（3秒→0.5秒）を急ぐ".into()),
            Cell::Rank(7, false),
        ];
        let mut out = Vec::new();
        let style = Style { width: Some(40), ..Style::default() };
        assert!(write_table(Table::of(columns, vec![row]), style, &mut out).is_ok());
        let written = String::from_utf8(out).unwrap_or_default();
        assert!(written.lines().all(|line| line.width() <= 40), "{written}");
        assert!(written.contains('…'), "{written}");
    }

    #[test]
    fn of_several_long_texts_the_longest_is_cut_first() {
        let columns = ["a", "b", "c"].map(|key| Column::new(key, key, Shape::Flexible)).to_vec();
        let row = [10, 30, 60].map(|length| Cell::Text("x".repeat(length).into())).to_vec();
        let mut out = Vec::new();
        let style = Style { width: Some(64), ..Style::default() };
        assert!(write_table(Table::of(columns, vec![row]), style, &mut out).is_ok());
        let written = String::from_utf8(out).unwrap_or_default();
        let cells: Vec<usize> =
            written.lines().last().unwrap_or_default().split_whitespace().map(UnicodeWidthStr::width).collect();
        assert_eq!(cells, [10, 25, 25], "{written}");
    }
}
