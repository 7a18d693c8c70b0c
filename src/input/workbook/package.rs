//! A workbook as a ZIP file: its parts by name, each unpacked as it is read, and no more of it than the limits allow.
//!
//! Nothing that the file says of its own sizes is believed: bytes are counted as they come out. Two parts of one name
//! are refused, because readers differ in which one they take.

use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::fault::Fault;

/// The most parts that a workbook may have.
const PARTS: usize = 10_000;
/// The most bytes that one part may unpack to.
const PART_LIMIT: u64 = 1 << 30;
/// The most bytes that may be unpacked in all: a sheet is read twice where the first try was for nothing.
const TOTAL_LIMIT: u64 = 2 << 30;
/// The most bytes of a tag, or of a text between two.
const TOKEN_LIMIT: u64 = 4 << 20;
/// So many bytes are unpacked at a time.
const CHUNK: usize = 1 << 16;

/// An opened ZIP file.
pub(super) struct Package<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
    parts: HashMap<String, (ZipArchiveEntryWayfinder, CompressionMethod)>,
    left: Rc<Cell<u64>>,
}

impl<'b> Package<'b> {
    /// Looks through the list of parts.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| Fault::Cut)?;
        let mut parts = HashMap::new();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| Fault::Cut)? {
            if entry.flags().is_encrypted() {
                return Err(Fault::Encrypted);
            }
            let name = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
            if entry.is_dir() {
                continue;
            }
            if parts.len() >= PARTS {
                return Err(Fault::TooLarge("parts", "10,000"));
            }
            if parts.insert(folded(&name), (entry.wayfinder(), entry.compression_method())).is_some() {
                return Err(Fault::Duplicate(name));
            }
        }
        Ok(Self { archive, parts, left: Rc::new(Cell::new(TOTAL_LIMIT)) })
    }

    /// Whether there is a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&folded(name))
    }

    /// A part, unpacked while it is read.
    pub(super) fn part(&self, name: &str) -> Result<Part<'_>, Fault> {
        let damaged = || Fault::Damaged(name.to_owned());
        let (wayfinder, method) = *self.parts.get(&folded(name)).ok_or_else(|| Fault::Missing(name.to_owned()))?;
        let entry = self.archive.get_entry(wayfinder).map_err(|_| damaged())?;
        let unpacked: Box<dyn Read + '_> = match method {
            CompressionMethod::STORE => Box::new(entry.verifying_reader(entry.data())),
            CompressionMethod::DEFLATE => Box::new(entry.verifying_reader(DeflateDecoder::new(entry.data()))),
            _ => return Err(damaged()),
        };
        let bytes = BufReader::with_capacity(CHUNK, unpacked);
        Ok(Part { bytes, left: PART_LIMIT, left_in_all: Rc::clone(&self.left), left_of_token: TOKEN_LIMIT })
    }

    /// A small part as a whole; `None` where it isn't there.
    pub(super) fn start_of(&self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        if !self.has(name) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let read = self.part(name)?.take(TOKEN_LIMIT - 1).read_to_end(&mut bytes);
        read.map(|_| Some(bytes)).map_err(|_| Fault::Damaged(name.to_owned()))
    }
}

/// A part's name as names are compared: without a leading slash, and whatever its letter case.
fn folded(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// The bytes of a part as they are unpacked, counted.
pub(super) struct Part<'p> {
    bytes: BufReader<Box<dyn Read + 'p>>,
    left: u64,
    left_in_all: Rc<Cell<u64>>,
    left_of_token: u64,
}

/// Which limit a part went over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    Token,
    Part,
    All,
}

impl std::fmt::Display for Over {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{self:?}")
    }
}

impl std::error::Error for Over {}

impl Over {
    pub(super) fn fault(self) -> Fault {
        match self {
            Over::Token => Fault::TooLarge("token", "4 MiB"),
            Over::Part => Fault::TooLarge("part", "1 GiB"),
            Over::All => Fault::TooLarge("all", "2 GiB"),
        }
    }
}

impl Part<'_> {
    /// Begins to count for another tag or text.
    pub(super) fn begin_token(&mut self) {
        self.left_of_token = TOKEN_LIMIT;
    }
}

impl Read for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let read = available.len().min(into.len());
        into[..read].copy_from_slice(&available[..read]);
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Part<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let over = match () {
            () if self.left_of_token == 0 => Over::Token,
            () if self.left == 0 => Over::Part,
            () if self.left_in_all.get() == 0 => Over::All,
            () => return self.bytes.fill_buf(),
        };
        Err(io::Error::other(over))
    }

    fn consume(&mut self, count: usize) {
        let bytes = count as u64;
        self.left = self.left.saturating_sub(bytes);
        self.left_of_token = self.left_of_token.saturating_sub(bytes);
        self.left_in_all.set(self.left_in_all.get().saturating_sub(bytes));
        self.bytes.consume(count);
    }
}
