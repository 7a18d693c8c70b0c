//! CSV and TSV: the sheet as it is; for Excel with a byte order mark, CRLF and no cell that would be run.
//!
//! Rows that are carried along from a file with the same delimiter are written as the bytes that they have there.

use std::fmt::{Display, Write as _};
use std::io::{self, Write};

use csv_core::{Writer, WriterBuilder, quote};
use itoa::Integer;
use rayon::prelude::*;

use super::escape;
use super::{Rendered, Style};
use crate::decimal::Decimal;
use crate::prose;
use crate::report::{Cell, Table};
use crate::scoring::Exact;
use crate::table::Record;

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();
const QUOTE: u8 = b'"';
/// So many rows are rendered by one thread before they are written.
const BLOCK: usize = 1 << 12;
/// So many rows are made before the first of them is rendered.
const AHEAD: usize = 128;
/// So many blocks are rendered before they are written.
const AT_ONCE: usize = 16;

pub(super) fn write(table: Table<'_>, delimiter: u8, style: Style, out: &mut dyn Write) -> io::Result<Rendered> {
    let mut head = Sheet::new(delimiter, style);
    if style.excel {
        head.buffer.extend_from_slice(BYTE_ORDER_MARK);
        head.row = head.buffer.len();
    }
    for column in &table.columns {
        head.text(&column.key);
    }
    head.end_row();
    out.write_all(&head.buffer)?;
    let blocks = table.len.div_ceil(BLOCK);
    let mut guarded = head.guarded;
    let render = |sheet: &mut Sheet, block: usize| {
        sheet.clear();
        let end = ((block + 1) * BLOCK).min(table.len);
        let mut rows = vec![Vec::new(); AHEAD];
        for first in (block * BLOCK..end).step_by(AHEAD) {
            let rows = &mut rows[..AHEAD.min(end - first)];
            rows.iter_mut().zip(first..).for_each(|(cells, number)| table.fill(number, cells));
            fetch(rows);
            for row in rows {
                row.iter().for_each(|cell| sheet.cell(cell));
                sheet.end_row();
            }
        }
    };
    let mut write = |sheets: &[Sheet]| {
        sheets.iter().try_for_each(|sheet| {
            guarded += sheet.guarded;
            out.write_all(&sheet.buffer)
        })
    };
    if blocks <= 1 {
        render(&mut head, 0);
        write(std::slice::from_ref(&head))?;
        return Ok(Rendered { guarded, ..Rendered::default() });
    }
    // While some blocks are written the next ones are rendered; the memory for them is used over and over, and stays small
    // however long the table.
    let sheets = || -> Vec<Sheet> { (0..AT_ONCE.min(blocks)).map(|_| Sheet::new(delimiter, style)).collect() };
    let (mut ready, mut next) = (sheets(), sheets());
    let mut rendered = 0;
    for first in (0..blocks + AT_ONCE).step_by(AT_ONCE) {
        let some = first.min(blocks)..(first + AT_ONCE).min(blocks);
        let count = some.len();
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| next[..count].par_iter_mut().zip(some).for_each(|(sheet, block)| render(sheet, block)));
            write(&ready[..rendered])
        })?;
        rendered = count;
        std::mem::swap(&mut ready, &mut next);
    }
    Ok(Rendered { guarded, ..Rendered::default() })
}

/// Looks at some bytes of each row that is carried along. Ranked rows lie scattered over a text that is larger than the
/// processor's cache: asked for together, their bytes come at once, and not each after the other has been written.
fn fetch(rows: &[Vec<Cell<'_>>]) {
    /// Rows are often longer than one line of the cache, and seldom longer than two.
    const LINE: usize = 64;
    fn carried<'a>(row: &Vec<Cell<'a>>) -> Option<(&'a str, usize)> {
        match row.last() {
            Some(Cell::Carried(record)) => Some((record.text(), record.start())),
            _ => None,
        }
    }
    // First where each of them begins, then what stands there: nothing waits for anything but memory.
    let mut starts = [("", 0); AHEAD];
    starts.iter_mut().zip(rows.iter().filter_map(carried)).for_each(|(place, start)| *place = start);
    let touched = starts.iter().map(|&(text, start)| Record::byte(text, start, 0) | Record::byte(text, start, LINE));
    std::hint::black_box(touched.fold(0, |all, byte| all | byte));
}

/// Some rows on their way to bytes.
struct Sheet {
    /// Asked which texts have to be quoted.
    rules: Writer,
    terminator: &'static [u8],
    buffer: Vec<u8>,
    scratch: String,
    /// The last number, and how it is written: best first, the next one is often the same.
    number: (Exact, String),
    /// Where the row begins that is being written.
    row: usize,
    /// Whether the next cell is the first of its row.
    first: bool,
    delimiter: u8,
    style: Style,
    guarded: usize,
}

impl Sheet {
    fn new(delimiter: u8, style: Style) -> Self {
        Self {
            rules: WriterBuilder::new().delimiter(delimiter).build(),
            terminator: if style.excel { b"\r\n" } else { b"\n" },
            buffer: Vec::new(),
            scratch: String::new(),
            number: (Exact::from(Decimal::ZERO), "0".to_owned()),
            row: 0,
            first: true,
            delimiter,
            style,
            guarded: 0,
        }
    }

    /// Makes room for other rows.
    fn clear(&mut self) {
        self.buffer.clear();
        (self.row, self.guarded) = (0, 0);
    }

    fn cell(&mut self, cell: &Cell<'_>) {
        match cell {
            Cell::Text(text) => self.text(text),
            Cell::Carried(record) => self.carried(*record),
            Cell::Number(value, _) | Cell::Uncertain(value) => self.number(value),
            Cell::Rank(rank, _) => self.whole(*rank),
            Cell::Move(_, by) => self.whole(*by),
            Cell::Bar(part) => self.shown(part),
            // Drawings are for pages.
            Cell::Blank | Cell::Rule | Cell::Span { .. } | Cell::Shades(_) => self.separate(),
        }
    }

    fn carried(&mut self, record: Record<'_>) {
        if record.delimiter() == self.delimiter && !self.style.excel && !self.style.terminal {
            self.separate();
            self.buffer.extend_from_slice(record.raw().as_bytes());
        } else {
            record.texts().for_each(|text| self.text(&text));
        }
    }

    fn text(&mut self, text: &str) {
        let (mut shown, guarded) = if self.style.excel { escape::for_spreadsheet(text) } else { (text.into(), false) };
        self.guarded += usize::from(guarded);
        if self.style.terminal {
            shown = prose::visible(&shown).into();
        }
        self.separate();
        if self.rules.should_quote(shown.as_bytes()) {
            self.quoted(shown.as_bytes());
        } else {
            self.buffer.extend_from_slice(shown.as_bytes());
        }
    }

    /// A number that is written as it is shown; there is nothing in it that has to be quoted.
    fn shown(&mut self, number: impl Display) {
        self.scratch.clear();
        // Writing to a string can't fail.
        let _ = write!(self.scratch, "{number}");
        self.separate();
        self.buffer.extend_from_slice(self.scratch.as_bytes());
    }

    fn whole(&mut self, number: impl Integer) {
        self.separate();
        self.buffer.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
    }

    fn number(&mut self, value: &Exact) {
        if self.number.0 != *value {
            self.number = (value.clone(), value.to_string());
        }
        self.separate();
        self.buffer.extend_from_slice(self.number.1.as_bytes());
    }

    fn quoted(&mut self, text: &[u8]) {
        self.buffer.push(QUOTE);
        let start = self.buffer.len();
        // A text at most doubles, when all of it is quotes.
        self.buffer.resize(start + text.len() * 2, 0);
        let (_, _, written) = quote(text, &mut self.buffer[start..], QUOTE, QUOTE, true);
        self.buffer.truncate(start + written);
        self.buffer.push(QUOTE);
    }

    fn separate(&mut self) {
        if !self.first {
            self.buffer.push(self.delimiter);
        }
        self.first = false;
    }

    fn end_row(&mut self) {
        if self.buffer.len() == self.row {
            // A row of one empty cell would be a blank line, which is no row.
            self.buffer.extend_from_slice(&[QUOTE; 2]);
        }
        self.buffer.extend_from_slice(self.terminator);
        self.row = self.buffer.len();
        self.first = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    fn written(style: Style) -> String {
        let row = vec![Cell::Text("=1+1".into()), Cell::Text("say \"x\"\n".into())];
        let table = Table::of(["a", "b,c"].map(Column::plain).to_vec(), vec![row]);
        let mut out = Vec::new();
        assert!(write(table, b',', style, &mut out).is_ok());
        String::from_utf8(out).unwrap_or_default()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(written(Style::default()), "a,\"b,c\"\n=1+1,\"say \"\"x\"\"\n\"\n");
    }

    #[test]
    fn for_excel_there_is_a_mark_crlf_and_no_formula() {
        let style = Style { excel: true, ..Style::default() };
        assert_eq!(written(style), "\u{FEFF}a,\"b,c\"\r\n'=1+1,\"say \"\"x\"\"\n\"\r\n");
    }
}
