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
    shortlist.read(|block| {
        let before = block.len();
        block.append(&mut first);
        let is_more = block.len() > before || tap.read(block)?;
        progress.add(block.len() - before);
        Ok(is_more)
    })
}

/// Where bytes come from, with what it takes to begin again.
struct Tap {
    from: File,
    again: Again,
}

enum Again {
    /// The file can be read again from here.
    From(u64),
    /// What came through a pipe: in a file, and behind that what had no more room there.
    Kept(File, Option<Vec<u8>>),
}

impl Tap {
    /// `None` where nothing can be read twice.
    fn of(opened: &Opened) -> Option<Self> {
        let mut from = opened.to_file()?;
        let again = match from.metadata().ok()?.is_file() {
            true => Again::From(from.stream_position().ok()?),
            false => Again::Kept(tempfile::tempfile().ok()?, None),
        };
        Some(Self { from, again })
    }

    /// Adds some bytes to a buffer; `false` where there are no more, or where they can't be kept.
    fn read(&mut self, into: &mut Vec<u8>) -> io::Result<bool> {
        let before = into.len();
        (&self.from).take(CHUNK).read_to_end(into)?;
        let read = &into[before..];
        if let Again::Kept(file, rest @ None) = &mut self.again {
            let end = file.stream_position()?;
            if file.write_all(read).is_err() {
                // The disk is full: memory has to do, and nothing more is read for now.
                file.set_len(end)?;
                *rest = Some(read.to_vec());
                return Ok(false);
            }
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
            Again::Kept(mut file, rest) => {
                file.rewind().map_err(failed)?;
                let rest = rest.unwrap_or_default();
                opened.read_after(file.chain(rest.as_slice()), BACKLOG_LIMIT, lang, progress)
            }
        }
    }
}
