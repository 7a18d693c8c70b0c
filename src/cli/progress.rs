//! A bar on standard error for what takes longer than a second, where it is a terminal.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_secs(1);
/// What a count of bytes is shown in.
const MEGABYTE: u64 = 1_000_000;
/// How often a second the bar moves.
const RATE: u8 = 10;

/// How far something is.
pub struct Progress {
    bar: ProgressBar,
    begin: Instant,
    done: AtomicU64,
    is_shown: bool,
}

impl Progress {
    /// Nothing done yet of `steps`.
    pub fn new(steps: usize, quiet: bool) -> Self {
        Self::with_length(Some(steps as u64), quiet)
    }

    /// The bytes that are read of a file; a count of them where nobody knows how many there are.
    pub fn of_bytes(length: Option<u64>, quiet: bool) -> Self {
        Self::with_length(length, quiet)
    }

    /// Nothing that is ever shown.
    pub fn none() -> Self {
        Self::with_length(None, true)
    }

    fn with_length(length: Option<u64>, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::hidden());
        let bar = if length.is_some() { bar } else { bar.with_style(ProgressStyle::default_spinner()) };
        let is_shown = !quiet && std::io::stderr().is_terminal();
        Self { bar, begin: Instant::now(), done: AtomicU64::new(0), is_shown }
    }

    /// Some more steps are done, on any thread.
    pub fn add(&self, steps: usize) {
        let done = self.done.fetch_add(steps as u64, Ordering::Relaxed) + steps as u64;
        if !self.is_shown || self.begin.elapsed() < PATIENCE {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(RATE));
        }
        if self.bar.length().is_none() {
            self.bar.set_message(format!("{} MB", done / MEGABYTE));
            self.bar.tick();
        }
        self.bar.set_position(done);
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
