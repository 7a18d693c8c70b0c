//! Reading files whole, within limits, and saying why one could not be read.

use std::borrow::Borrow;
use std::ffi::OsStr;
use std::fs::{File, FileType};
use std::io::{self, ErrorKind, IsTerminal, Read};
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use same_file::Handle;
use tenbin::lang::Lang;
use tenbin::render::SheetTooLarge;
use tenbin::{prose, say};

use super::progress::Progress;

/// The largest backlog: places in it are 32-bit numbers.
pub const BACKLOG_LIMIT: u64 = u32::MAX as u64;
/// The largest weights file.
pub const CONFIG_LIMIT: u64 = 1 << 20;

/// The largest baseline file.
pub const BASELINE_LIMIT: u64 = 256 << 20;

/// A file that is at least so long is read by several threads.
const LARGE: u64 = 8 << 20;

/// So many bytes are read at a time.
const CHUNK: usize = 1 << 20;

/// A file's bytes, and the name by which messages call it.
pub struct Input {
    pub name: String,
    pub bytes: Vec<u8>,
    /// The file behind it, so that nothing writes over it.
    pub handle: Option<Handle>,
}

/// A file, or standard input, that can be read.
pub struct Opened {
    pub name: String,
    file: Option<File>,
    length: u64,
}

/// Opens a file, or standard input for `-`.
pub fn open(path: &OsStr, lang: Lang) -> anyhow::Result<Opened> {
    if path == "-" {
        if io::stdin().is_terminal() {
            bail!(lang.text("error-stdin-terminal"));
        }
        return Ok(Opened { name: "-".to_owned(), file: None, length: 0 });
    }
    let path = Path::new(path);
    let name = path.to_string_lossy().into_owned();
    let file = File::open(path).map_err(|error| not_read(&name, &error, lang))?;
    let about = file.metadata().map_err(|error| not_read(&name, &error, lang))?;
    let kind = about.file_type();
    if kind.is_dir() {
        bail!(say!(lang, "error-read", file = prose::visible(&name), reason = lang.text("reason-directory")));
    }
    if is_device(kind) && !file.is_terminal() {
        bail!(say!(lang, "error-read", file = prose::visible(&name), reason = lang.text("reason-device")));
    }
    Ok(Opened { name, file: Some(file), length: about.len() })
}

/// Reads a file, or standard input for `-`.
pub fn read(path: &OsStr, limit: u64, lang: Lang) -> anyhow::Result<Input> {
    open(path, lang)?.read(limit, lang, &Progress::none())
}

impl Opened {
    /// Reads it whole.
    pub fn read(self, limit: u64, lang: Lang, progress: &Progress) -> anyhow::Result<Input> {
        let bytes = match &self.file {
            Some(file) => read_file(file, self.length, limit, progress),
            None => read_limited(&mut io::stdin().lock(), 0, limit, progress),
        };
        self.input(bytes, limit, lang)
    }

    /// Reads what is left of it behind something that was read before.
    pub fn read_after(self, before: impl Read, limit: u64, lang: Lang, progress: &Progress) -> anyhow::Result<Input> {
        let bytes = read_limited(&mut before.chain(io::stdin().lock()), 0, limit, progress);
        self.input(bytes, limit, lang)
    }

    fn input(self, bytes: io::Result<Option<Vec<u8>>>, limit: u64, lang: Lang) -> anyhow::Result<Input> {
        let bytes = bytes.map_err(|error| self.not_read(&error, lang))?;
        let bytes = bytes.ok_or_else(|| too_large(&self.name, limit, lang))?;
        if self.file.is_none() && bytes.is_empty() {
            bail!(lang.text("error-stdin-empty"));
        }
        Ok(Input { handle: self.handle(), name: self.name, bytes })
    }

    /// How many bytes it has, where that is known.
    pub fn length(&self) -> Option<u64> {
        self.file.is_some().then_some(self.length)
    }

    /// The file behind it, so that nothing writes over it.
    pub fn handle(&self) -> Option<Handle> {
        match &self.file {
            Some(file) => Handle::from_file(file.try_clone().ok()?).ok(),
            None => Handle::stdin().ok(),
        }
    }

    /// The same as a file of its own, that can be handed from thread to thread.
    #[cfg(unix)]
    pub fn to_file(&self) -> Option<File> {
        use std::os::fd::AsFd;
        match &self.file {
            Some(file) => file.try_clone().ok(),
            None => io::stdin().as_fd().try_clone_to_owned().ok().map(File::from),
        }
    }

    /// The same as a file of its own, that can be handed from thread to thread.
    #[cfg(not(unix))]
    pub fn to_file(&self) -> Option<File> {
        self.file.as_ref()?.try_clone().ok()
    }

    /// Why it can't be read.
    pub fn not_read(&self, error: &io::Error, lang: Lang) -> anyhow::Error {
        not_read(&self.name, error, lang)
    }
}

fn not_read(name: &str, error: &io::Error, lang: Lang) -> anyhow::Error {
    anyhow!(say!(lang, "error-read", file = prose::visible(name), reason = reason(error, lang)))
}

/// A file's bytes; `None` where they are more than the limit.
fn read_file(mut file: &File, length: u64, limit: u64, progress: &Progress) -> io::Result<Option<Vec<u8>>> {
    if length <= limit
        && length >= LARGE
        && let Some(bytes) = read_in_parts(file, length, progress)
    {
        return Ok(Some(bytes));
    }
    read_limited(&mut file, length, limit, progress)
}

/// A large file's bytes, read by several threads: most of the time goes into giving the process its memory. `None` where
/// that can't be, or where the file has another length by now.
#[cfg(unix)]
fn read_in_parts(file: &File, length: u64, progress: &Progress) -> Option<Vec<u8>> {
    use std::os::unix::fs::FileExt;
    use std::thread;
    let mut bytes = vec![0; usize::try_from(length).ok()?];
    let part = bytes.len().div_ceil(thread::available_parallelism().map_or(1, usize::from));
    let read = |(number, part_bytes): (usize, &mut [u8])| {
        part_bytes.chunks_mut(CHUNK).enumerate().try_for_each(|(chunk, bytes)| {
            file.read_exact_at(bytes, (number * part + chunk * CHUNK) as u64)?;
            progress.add(bytes.len());
            io::Result::Ok(())
        })
    };
    thread::scope(|scope| {
        let parts: Vec<_> = bytes.chunks_mut(part).enumerate().map(|part| scope.spawn(move || read(part))).collect();
        parts.into_iter().all(|part| matches!(part.join(), Ok(Ok(()))))
    })
    .then_some(())?;
    (file.read_at(&mut [0], length).ok()? == 0).then_some(bytes)
}

#[cfg(not(unix))]
fn read_in_parts(_: &File, _: u64, _: &Progress) -> Option<Vec<u8>> {
    None
}

/// Everything there is to read; `None` where it is more than the limit.
fn read_limited(from: &mut impl Read, expected: u64, limit: u64, progress: &Progress) -> io::Result<Option<Vec<u8>>> {
    if expected > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0) + 1);
    loop {
        let read = from.by_ref().take(CHUNK as u64).read_to_end(&mut bytes)?;
        progress.add(read);
        if read == 0 || bytes.len() as u64 > limit {
            return Ok((bytes.len() as u64 <= limit).then_some(bytes));
        }
    }
}

fn too_large(name: &str, limit: u64, lang: Lang) -> anyhow::Error {
    let limit = if limit >= 1 << 30 { "4 GiB" } else { "1 MiB" };
    anyhow!(say!(lang, "error-too-large", file = prose::visible(name), limit = limit))
}

/// Whether a path leads to one of the files that were read, by whatever name or link.
pub fn is_one_of(path: &Path, read: &[impl Borrow<Handle>]) -> bool {
    Handle::from_path(path).is_ok_and(|handle| read.iter().any(|read| *read.borrow() == handle))
}

#[cfg(unix)]
fn is_device(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_char_device() || kind.is_block_device()
}

#[cfg(not(unix))]
fn is_device(_: FileType) -> bool {
    false
}

/// Why reading or writing failed, in the reader's language where it is one of the usual causes.
pub fn reason(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::NotFound => lang.text("reason-not-found"),
        ErrorKind::PermissionDenied => lang.text("reason-permission"),
        ErrorKind::IsADirectory => lang.text("reason-directory"),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => lang.text("reason-no-folder"),
        ErrorKind::StorageFull => lang.text("reason-full"),
        _ => match error.get_ref().and_then(|cause| cause.downcast_ref::<SheetTooLarge>()) {
            Some(size) => say!(lang, "reason-sheet", rows = size.rows, columns = size.columns),
            None => error.to_string(),
        },
    }
}

/// The weights file for a folder: the nearest `weights.toml` upward, to the folder that holds `.git` or the home
/// folder, no further.
pub fn find_weights(from: &Path, home: Option<&Path>) -> Option<PathBuf> {
    for folder in from.ancestors() {
        let candidate = folder.join("weights.toml");
        if candidate.is_file() {
            return Some(candidate);
        }
        if folder.join(".git").exists() || Some(folder) == home {
            return None;
        }
    }
    None
}
