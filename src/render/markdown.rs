//! Markdown: the page as tables and paragraphs, every text from a file escaped.

use std::io::{self, Write};

use super::escape;
use super::table::cell_text;
use crate::report::{Block, Cell, Shape, Table};

pub(super) fn write(page: Vec<Block<'_>>, out: &mut dyn Write) -> io::Result<()> {
    for (number, block) in page.into_iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        match block {
            Block::Table(table) => write_table(table, out)?,
            Block::Heading(heading) => writeln!(out, "## {}", escape::for_markdown(&heading))?,
            Block::Prose(paragraphs) => writeln!(out, "{}", paragraphs.join("\n\n"))?,
            Block::Drawing(lines) => write_drawing(&lines, out)?,
            Block::Lines(lines) => {
                for (number, line) in lines.iter().enumerate() {
                    if number > 0 {
                        writeln!(out)?;
                    }
                    writeln!(out, "{}", escape::for_markdown(line))?;
                }
            }
        }
    }
    Ok(())
}

/// Lines as a block of code, behind a fence that none of them can close.
fn write_drawing(lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    let longest = lines.iter().flat_map(|line| line.split(|character| character != '`')).map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
    writeln!(out, "{fence}text")?;
    for line in lines {
        writeln!(out, "{}", escape::for_terminal(line, false))?;
    }
    writeln!(out, "{fence}")
}

/// A table without its bars: they have no place in text that reflows.
fn write_table(table: Table<'_>, out: &mut dyn Write) -> io::Result<()> {
    let kept: Vec<bool> = table.columns.iter().map(|column| column.shape != Shape::Bar).collect();
    let columns = || table.columns.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(column, _)| column);
    write!(out, "|")?;
    for column in columns() {
        write!(out, " {} |", escape::for_markdown(&column.heading))?;
    }
    write!(out, "\n|")?;
    for column in columns() {
        write!(out, " {} |", if column.shape == Shape::Number { "---:" } else { "---" })?;
    }
    writeln!(out)?;
    for row in table.rows() {
        write!(out, "|")?;
        if matches!(row.first(), Some(Cell::Rule)) {
            // A table has no line across: dashes in every cell are as near as Markdown comes.
            writeln!(out, "{}", " --- |".repeat(columns().count()))?;
            continue;
        }
        for (cell, _) in row.iter().zip(&kept).filter(|(_, kept)| **kept) {
            write!(out, " {} |", escape::for_markdown(&cell_text(cell)))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
