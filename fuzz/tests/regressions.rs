//! Replays every input that fuzzing once found: `regressions/TARGET/*`. None may panic, none may take long.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// No input of a few kilobytes is worth more, even in a debug build.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn what_broke_the_reader_is_read() {
    replay("reader", tenbin_fuzz::reader::check);
}

#[test]
fn what_broke_the_config_is_read() {
    replay("config", tenbin_fuzz::config::check);
}

#[test]
fn what_broke_numbers_is_read() {
    replay("number", tenbin_fuzz::number::check);
}

#[test]
fn what_broke_workbooks_is_read() {
    replay("workbook", tenbin_fuzz::workbook::check);
}

#[test]
fn what_broke_ballots_is_read() {
    replay("ballots", tenbin_fuzz::ballots::check);
}

#[test]
fn what_broke_results_is_read() {
    replay("results", tenbin_fuzz::results::check);
}

#[test]
fn what_broke_funnels_is_read() {
    replay("funnels", tenbin_fuzz::funnels::check);
}

#[test]
fn what_broke_plans_is_read() {
    replay("plans", tenbin_fuzz::plans::check);
}

fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regressions").join(target);
    // A target that never broke has no folder.
    let Ok(entries) = std::fs::read_dir(&folder) else { return };
    let mut broken = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        let bytes = std::fs::read(&path).expect("the file can be read");
        let (done, wait) = channel();
        thread::spawn(move || {
            check(&bytes);
            let _ = done.send(());
        });
        match wait.recv_timeout(PATIENCE) {
            Ok(()) => {}
            Err(RecvTimeoutError::Disconnected) => broken.push(format!("{} panics", path.display())),
            Err(RecvTimeoutError::Timeout) => broken.push(format!("{} takes too long", path.display())),
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
