//! CSV and TSV: the sheet as it is; for Excel with a byte order mark, CRLF and no cell that would be run.

use std::io::{self, Write};

use ::csv::{Terminator, Writer, WriterBuilder};

use super::escape;
use super::{Rendered, Style};
use crate::prose;
use crate::report::{Cell, Table};

/// The mark by which Excel knows UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

pub(super) fn write(table: Table<'_>, delimiter: u8, style: Style, out: &mut dyn Write) -> io::Result<Rendered> {
    if style.excel {
        out.write_all(BYTE_ORDER_MARK)?;
    }
    let terminator = if style.excel { Terminator::CRLF } else { Terminator::Any(b'\n') };
    let mut sheet = Sheet {
        writer: WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(out),
        style,
        scratch: String::new(),
        guarded: 0,
    };
    for column in &table.columns {
        sheet.text(&column.key)?;
    }
    sheet.end_row()?;
    for row in table.rows {
        for cell in &row {
            sheet.cell(cell)?;
        }
        sheet.end_row()?;
    }
    sheet.writer.flush()?;
    Ok(Rendered { guarded: sheet.guarded })
}

struct Sheet<'w> {
    writer: Writer<&'w mut dyn Write>,
    style: Style,
    scratch: String,
    guarded: usize,
}

impl Sheet<'_> {
    fn cell(&mut self, cell: &Cell<'_>) -> io::Result<()> {
        use std::fmt::Write as _;
        self.scratch.clear();
        match cell {
            Cell::Blank => {}
            Cell::Text(text) => return self.text(text),
            Cell::Number(number, _) | Cell::Uncertain(number) => {
                write!(self.scratch, "{number}").map_err(io::Error::other)?;
            }
            Cell::Rank(rank, _) => write!(self.scratch, "{rank}").map_err(io::Error::other)?,
            Cell::Bar(part) => write!(self.scratch, "{part}").map_err(io::Error::other)?,
        }
        self.writer.write_field(&self.scratch).map_err(io::Error::from)
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        let (mut shown, guarded) = if self.style.excel { escape::for_spreadsheet(text) } else { (text.into(), false) };
        self.guarded += usize::from(guarded);
        if self.style.terminal {
            shown = prose::visible(&shown).into();
        }
        self.writer.write_field(shown.as_bytes()).map_err(io::Error::from)
    }

    fn end_row(&mut self) -> io::Result<()> {
        self.writer.write_record(None::<&[u8]>).map_err(io::Error::from)
    }
}
