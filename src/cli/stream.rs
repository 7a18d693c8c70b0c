//! A backlog of which only the first items are wanted: read block by block, so that memory doesn't grow with it.
//!
//! Where the text has to be read as a whole after all, that is done: a file is read once more, and what comes through a
//! pipe is kept in a temporary file until it is known that nobody needs it again.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use tenbin::backlog::Backlog;
use tenbin::input::{Shortlist, Shortlisted};
use tenbin::lang::Lang;

use super::files::{BACKLOG_LIMIT, Input, Opened};
use super::progress::Progress;
use super::setup::Setup;

/// So many bytes are read at a time.
const CHUNK: u64 = 1 << 19;

/// What was read of a backlog.
pub enum Stream {
    /// The rows that can be among the first.
    First(Box<Shortlisted>),
    /// All of it.
    Whole(Input),
}

/// Reads the rows of a backlog whose rank can be within `top`.
pub fn read_first(
    opened: Opened,
    setup: &Setup,
    top: usize,
    lang: Lang,
    progress: &Progress,
) -> anyhow::Result<Stream> {
    let Some(mut tap) = Tap::of(&opened) else {
        return Ok(Stream::Whole(opened.read(BACKLOG_LIMIT, lang, progress)?));
    };
    match read(&mut tap, &opened.name, setup, top, progress) {
        Ok(Some(found)) => Ok(Stream::First(Box::new(found))),
        Ok(None) => tap.again(opened, lang, progress).map(Stream::Whole),
        Err(error) => Err(opened.not_read(&error, lang)),
    }
}

fn read(tap: &mut Tap, name: &str, setup: &Setup, top: usize, progress: &Progress) -> io::Result<Option<Shortlisted>> {
    let mut first = Vec::new();
    while tap.read(&mut first)? && !first.contains(&b'\n') {}
    let head = first.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let request = setup.request();
    let plan = |backlog: &Backlog<'_>| setup.plan(backlog).ok();
    let Some(shortlist) = Shortlist::begin(name, &first[..head], &request, plan, top) else { return Ok(None) };
    let found = shortlist.read(|block| {
        let before = block.len();
        block.append(&mut first);
        let is_more = block.len() > before || tap.read(block)?;
        progress.add(block.len() - before);
        Ok(is_more)
    })?;
    Ok(found.filter(|_| !tap.is_stopped()))
}

/// Where bytes come from, with what it takes to begin again.
struct Tap {
    from: File,
    again: Again,
}

enum Again {
    /// The file can be read again from here.
    From(u64),
    /// What came through a pipe is kept.
    Kept(Kept),
}

/// What came through a pipe.
struct Kept {
    /// In a file, as far as there was room.
    file: File,
    /// How much of it.
    length: u64,
    /// What had no more room there. Nothing is read behind it for now.
    rest: Option<Vec<u8>>,
}

impl Tap {
    /// `None` where nothing can be read twice.
    fn of(opened: &Opened) -> Option<Self> {
        let mut from = opened.to_file()?;
        let again = match from.metadata().ok()?.is_file() {
            true => Again::From(from.stream_position().ok()?),
            false => Again::Kept(Kept { file: tempfile::tempfile().ok()?, length: 0, rest: None }),
        };
        Some(Self { from, again })
    }

    /// Whether nothing more is read, because it can't be kept: what has been read is then not all there is.
    fn is_stopped(&self) -> bool {
        matches!(&self.again, Again::Kept(Kept { rest: Some(_), .. }))
    }

    /// Adds some bytes to a buffer; `false` where there are no more, or where the last ones couldn't be kept.
    fn read(&mut self, into: &mut Vec<u8>) -> io::Result<bool> {
        if self.is_stopped() {
            return Ok(false);
        }
        let before = into.len();
        (&self.from).take(CHUNK).read_to_end(into)?;
        let read = &into[before..];
        if let Again::Kept(kept) = &mut self.again {
            if kept.file.write_all(read).is_err() {
                // The disk is full: memory has to do.
                kept.rest = Some(read.to_vec());
                return Ok(false);
            }
            kept.length += read.len() as u64;
        }
        Ok(into.len() > before)
    }

    /// Reads everything, what has been read before included.
    fn again(self, opened: Opened, lang: Lang, progress: &Progress) -> anyhow::Result<Input> {
        let failed = |error: io::Error| opened.not_read(&error, lang);
        match self.again {
            Again::From(start) => {
                (&self.from).seek(SeekFrom::Start(start)).map_err(failed)?;
                opened.read(BACKLOG_LIMIT, lang, progress)
            }
            Again::Kept(Kept { mut file, length, rest }) => {
                file.rewind().map_err(failed)?;
                let rest = rest.unwrap_or_default();
                opened.read_after(file.take(length).chain(rest.as_slice()), BACKLOG_LIMIT, lang, progress)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::NamedTempFile;

    #[test]
    fn what_cannot_be_kept_is_not_lost_and_nothing_is_read_behind_it() -> io::Result<()> {
        let mut from = NamedTempFile::new()?;
        from.write_all(b"id,ease\n")?;
        let read_only = File::open(NamedTempFile::new()?.path())?;
        let kept = Kept { file: read_only, length: 0, rest: None };
        let mut tap = Tap { from: File::open(from.path())?, again: Again::Kept(kept) };
        let mut into = Vec::new();
        assert!(!tap.read(&mut into)? && tap.is_stopped());
        from.write_all(b"A-1,7\n")?;
        assert!(!tap.read(&mut into)?);
        assert_eq!(into, b"id,ease\n");
        let Again::Kept(Kept { length, rest, .. }) = tap.again else { return Ok(()) };
        assert_eq!((length, rest.as_deref()), (0, Some(&b"id,ease\n"[..])));
        Ok(())
    }
}
