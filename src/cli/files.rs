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

/// The largest backlog: places in it are 32-bit numbers.
pub const BACKLOG_LIMIT: u64 = u32::MAX as u64;
/// The largest weights file.
pub const CONFIG_LIMIT: u64 = 1 << 20;

/// The largest baseline file.
pub const BASELINE_LIMIT: u64 = 256 << 20;

/// A file's bytes, and the name by which messages call it.
pub struct Input {
    pub name: String,
    pub bytes: Vec<u8>,
    /// The file behind it, so that nothing writes over it.
    pub handle: Option<Handle>,
}

/// Reads a file, or standard input for `-`.
pub fn read(path: &OsStr, limit: u64, lang: Lang) -> anyhow::Result<Input> {
    if path == "-" {
        return read_stdin(limit, lang);
    }
    let path = Path::new(path);
    let name = path.to_string_lossy().into_owned();
    let failed = |error: io::Error| {
        anyhow!(say!(lang, "error-read", file = prose::visible(&name), reason = reason(&error, lang)))
    };
    let mut file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    let kind = about.file_type();
    if kind.is_dir() {
        bail!(say!(lang, "error-read", file = prose::visible(&name), reason = lang.text("reason-directory")));
    }
    if is_device(kind) && !file.is_terminal() {
        bail!(say!(lang, "error-read", file = prose::visible(&name), reason = lang.text("reason-device")));
    }
    let bytes = read_limited(&mut file, about.len(), limit).map_err(failed)?;
    let bytes = bytes.ok_or_else(|| too_large(&name, limit, lang))?;
    Ok(Input { name, bytes, handle: Handle::from_file(file).ok() })
}

fn read_stdin(limit: u64, lang: Lang) -> anyhow::Result<Input> {
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        bail!(lang.text("error-stdin-terminal"));
    }
    let bytes = read_limited(&mut stdin, 0, limit)
        .map_err(|error| anyhow!(say!(lang, "error-read", file = "-", reason = reason(&error, lang))))?
        .ok_or_else(|| too_large("-", limit, lang))?;
    if bytes.is_empty() {
        bail!(lang.text("error-stdin-empty"));
    }
    Ok(Input { name: "-".to_owned(), bytes, handle: Handle::stdin().ok() })
}

/// Everything there is to read; `None` where it is more than the limit.
fn read_limited(from: &mut impl Read, expected: u64, limit: u64) -> io::Result<Option<Vec<u8>>> {
    if expected > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0) + 1);
    from.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
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
