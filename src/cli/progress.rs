//! A bar on standard error for what takes longer than a second, where it is a terminal.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget};

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_secs(1);
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
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        let is_shown = !quiet && std::io::stderr().is_terminal();
        Self { bar, begin: Instant::now(), done: AtomicU64::new(0), is_shown }
    }

    /// The bytes that are read of a file; never shown where nobody knows how many there are.
    pub fn of_bytes(length: Option<u64>, quiet: bool) -> Self {
        let steps = length.and_then(|length| usize::try_from(length).ok());
        Self::new(steps.unwrap_or_default(), quiet || steps.is_none())
    }

    /// Nothing that is ever shown.
    pub fn none() -> Self {
        Self::of_bytes(None, true)
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
        self.bar.set_position(done);
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
