//! `--watch`: the answer again whenever a file that it was read from is saved, until somebody interrupts it.
//!
//! Files are looked at ten times a second: their time, size and identity, so that an editor that writes a new file and
//! renames it is seen like one that writes in place. One that is gone for a moment is waited for.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::bail;
use tenbin::lang::Lang;
use tenbin::{prose, say};

use super::exit::Exit;
use super::messages::Messages;
use super::output;
use super::screen::Screen;
use super::setup;

/// How often the files are looked at.
const EVERY: Duration = Duration::from_millis(100);
/// A file that didn't change for so long has been saved whole.
const STILL: Duration = Duration::from_millis(30);
/// Longer than this nobody waits for a file to be still.
const RESTLESS: Duration = Duration::from_millis(200);
/// A file may be gone for so long before that is said.
const GONE: Duration = Duration::from_secs(1);

/// What one run prints, kept until all of it is there.
#[derive(Clone, Debug, Default)]
pub struct Frame(Rc<RefCell<Kept>>);

/// The two streams of a run.
#[derive(Debug, Default)]
pub struct Kept {
    pub out: Vec<u8>,
    pub err: String,
}

impl Frame {
    pub fn push_error(&self, text: &str) {
        self.0.borrow_mut().err.push_str(text);
    }

    pub fn push_answer(&self, bytes: &[u8]) {
        self.0.borrow_mut().out.extend_from_slice(bytes);
    }

    fn take(&self) -> Kept {
        self.0.take()
    }
}

/// Runs `once`, and again whenever the backlog or the weights file changes. Standard input can't be watched.
///
/// That the first run can't be made ends it; a later one that can't is said like any other fault, and may be mended.
pub fn watch(
    file: &OsStr,
    weights: Option<&Path>,
    lang: Lang,
    messages: &Messages,
    once: impl Fn(&Messages) -> anyhow::Result<Exit>,
) -> anyhow::Result<Exit> {
    if file == "-" {
        bail!(lang.text("error-watch-stdin"));
    }
    let files = || -> Vec<PathBuf> {
        std::iter::once(PathBuf::from(file)).chain(setup::weights_path(weights.map(Path::to_owned))).collect()
    };
    let mut screen = Screen::new();
    let mut seen = stamps(files());
    let mut is_first = true;
    loop {
        let frame = Frame::default();
        let framed = messages.kept_in(&frame);
        match once(&framed) {
            Ok(_) => {}
            Err(error) if is_first => return Err(error),
            Err(error) => framed.error(&format!("{error:#}")),
        }
        is_first = false;
        let names = seen.iter().map(|(path, _)| prose::visible(&setup::shown(path)));
        let status = say!(lang, "watch-line", files = prose::list(lang, names));
        match screen.show(&frame.take(), &status, lang) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Exit::Fine),
            Err(error) => return Err(output::stdout_failed(&error, lang)),
            Ok(()) => {}
        }
        seen = changed(&seen, &files);
    }
}

/// What tells a saved file from the one before; `None` where there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    len: u64,
    /// The file behind the name, where the system tells: a renamed one is another.
    file: (u64, u64),
}

/// The files that are watched, the backlog first.
type Stamps = Vec<(PathBuf, Option<Stamp>)>;

fn stamps(files: impl IntoIterator<Item = PathBuf>) -> Stamps {
    let stamped = |path: PathBuf| {
        let stamp = stamp(&path).ok();
        (path, stamp)
    };
    files.into_iter().map(stamped).collect()
}

fn stamp(path: &Path) -> io::Result<Stamp> {
    let about = fs::metadata(path)?;
    Ok(Stamp { modified: about.modified().ok(), len: about.len(), file: identity(&about) })
}

#[cfg(unix)]
fn identity(about: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (about.dev(), about.ino())
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

/// Waits until a file has changed and is still again.
fn changed(seen: &Stamps, files: &impl Fn() -> Vec<PathBuf>) -> Stamps {
    let mut gone: Option<Instant> = None;
    loop {
        thread::sleep(EVERY);
        // A weights file that comes to stand nearer counts from then on.
        let mut now = stamps(files());
        if now == *seen {
            gone = None;
            continue;
        }
        let start = Instant::now();
        loop {
            thread::sleep(STILL);
            let later = stamps(files());
            if later == now || start.elapsed() > RESTLESS {
                now = later;
                break;
            }
            now = later;
        }
        let lost = seen.iter().any(|(path, before)| before.is_some() && stamp(path).is_err());
        if lost && gone.get_or_insert(start).elapsed() < GONE {
            continue;
        }
        if now != *seen {
            return now;
        }
    }
}
