//! CSV and TSV: the sheet as it is; for Excel with a byte order mark, CRLF and no cell that would be run.
//!
//! Rows that are carried along from a file with the same delimiter are written as the bytes that they have there.

use std::fmt::Write as _;
use std::io::{self, Write};

use csv_core::{Terminator, WriteResult, Writer, WriterBuilder};

use super::escape;
use super::{Rendered, Style};
use crate::prose;
use crate::report::{Cell, Table};
use crate::table::Record;

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();
/// The buffer is written out when it has grown to this.
const CHUNK: usize = 1 << 16;

pub(super) fn write(table: Table<'_>, delimiter: u8, style: Style, out: &mut dyn Write) -> io::Result<Rendered> {
    let terminator = if style.excel { Terminator::CRLF } else { Terminator::Any(b'\n') };
    let mut sheet = Sheet {
        writer: WriterBuilder::new().delimiter(delimiter).terminator(terminator).build(),
        buffer: Vec::with_capacity(2 * CHUNK),
        scratch: String::new(),
        first: true,
        delimiter,
        style,
        guarded: 0,
    };
    if style.excel {
        sheet.buffer.extend_from_slice(BYTE_ORDER_MARK);
    }
    for column in &table.columns {
        sheet.text(&column.key);
    }
    sheet.end_row();
    for row in table.rows {
        for cell in &row {
            sheet.cell(cell);
        }
        sheet.end_row();
        if sheet.buffer.len() >= CHUNK {
            out.write_all(&sheet.buffer)?;
            sheet.buffer.clear();
        }
    }
    out.write_all(&sheet.buffer)?;
    Ok(Rendered { guarded: sheet.guarded })
}

struct Sheet {
    writer: Writer,
    buffer: Vec<u8>,
    scratch: String,
    /// Whether the next cell is the first of its row.
    first: bool,
    delimiter: u8,
    style: Style,
    guarded: usize,
}

impl Sheet {
    fn cell(&mut self, cell: &Cell<'_>) {
        let mut number = std::mem::take(&mut self.scratch);
        number.clear();
        // Writing to a string can't fail.
        let _ = match cell {
            Cell::Text(text) => {
                self.scratch = number;
                return self.text(text);
            }
            Cell::Carried(record) => {
                self.scratch = number;
                return self.carried(*record);
            }
            Cell::Blank => Ok(()),
            Cell::Number(value, _) | Cell::Uncertain(value) => write!(number, "{value}"),
            Cell::Rank(rank, _) => write!(number, "{rank}"),
            Cell::Bar(part) => write!(number, "{part}"),
        };
        self.field(number.as_bytes());
        self.scratch = number;
    }

    fn carried(&mut self, record: Record<'_>) {
        if record.delimiter == self.delimiter && !self.style.excel && !self.style.terminal {
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
        self.field(shown.as_bytes());
    }

    fn separate(&mut self) {
        if !self.first {
            self.step(
                |writer, _, room| {
                    let (result, written) = writer.delimiter(room);
                    (result, 0, written)
                },
                &[],
            );
        }
        self.first = false;
    }

    fn field(&mut self, field: &[u8]) {
        self.separate();
        self.step(|writer, rest, room| writer.field(rest, room), field);
    }

    fn end_row(&mut self) {
        self.step(
            |writer, _, room| {
                let (result, written) = writer.terminator(room);
                (result, 0, written)
            },
            &[],
        );
        self.first = true;
    }

    /// Drives the writer's state machine until it has taken the input whole, growing the buffer as it asks.
    fn step(
        &mut self,
        mut write: impl FnMut(&mut Writer, &[u8], &mut [u8]) -> (WriteResult, usize, usize),
        input: &[u8],
    ) {
        /// Room for a terminator and the quotes around a short field.
        const LEAST: usize = 16;
        let mut rest = input;
        loop {
            let start = self.buffer.len();
            // A field at most doubles, when all of it is quotes.
            self.buffer.resize(start + rest.len() * 2 + LEAST, 0);
            let (result, read, written) = write(&mut self.writer, rest, &mut self.buffer[start..]);
            self.buffer.truncate(start + written);
            rest = &rest[read..];
            if result == WriteResult::InputEmpty {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    fn written(style: Style) -> String {
        let table = Table {
            columns: ["a", "b,c"].map(Column::plain).to_vec(),
            rows: Box::new(std::iter::once(vec![Cell::Text("=1+1".into()), Cell::Text("say \"x\"\n".into())])),
        };
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
