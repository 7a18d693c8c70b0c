//! Replays every input that fuzzing once found: `regressions/TARGET/*`.

use std::path::Path;

fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regressions").join(target);
    let Ok(entries) = std::fs::read_dir(&folder) else { return };
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        let bytes = std::fs::read(&path).expect("the file can be read");
        let failed = std::panic::catch_unwind(|| check(&bytes)).is_err();
        assert!(!failed, "{} fails again", path.display());
    }
}

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
