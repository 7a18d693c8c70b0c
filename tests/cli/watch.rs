//! `--watch`: a running program sees a file change, however it is saved, and answers within half a second.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::harness::{BACKLOG, Case};

/// A saved file is answered within this time.
const HALF_A_SECOND: Duration = Duration::from_millis(500);
/// Longer than this no answer may take, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(30);
/// A machine that does something else at the same time may be late so often.
const ATTEMPTS: usize = 5;

/// A program that watches; it is ended with the test.
struct Watching {
    folder: TempDir,
    child: Child,
    lines: Receiver<String>,
    errors: Receiver<String>,
}

impl Watching {
    /// Starts it on `backlog.csv`, with a `weights.toml` beside it.
    fn start(arguments: &[&str]) -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        fs::create_dir(folder.path().join(".git")).expect("a folder can be made in it");
        fs::write(folder.path().join("backlog.csv"), BACKLOG).expect("a file can be written");
        fs::write(folder.path().join("weights.toml"), "[scenarios.quick]\nease = 4\n").expect("a file can be written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_tenbin"))
            .args(arguments)
            .current_dir(folder.path())
            .env_clear()
            .envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = sent(child.stdout.take().expect("standard output is piped"));
        let errors = sent(child.stderr.take().expect("standard error is piped"));
        Self { folder, child, lines, errors }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The lines up to one that has this in it.
    fn until(lines: &Receiver<String>, part: &str) -> Vec<String> {
        let end = Instant::now() + PATIENCE;
        let mut seen = Vec::new();
        loop {
            match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => seen.push(line),
                Err(error) => panic!("no `{part}` came: {error}\n{}", seen.join("\n")),
            }
            if seen.last().is_some_and(|line| line.contains(part)) {
                return seen;
            }
        }
    }

    /// Saves the file again and again, each time with another title, until an answer comes as fast as it should.
    fn answers_in_time(&self, save: impl Fn(&Path, &str)) {
        let path = self.path("backlog.csv");
        let mut times = Vec::new();
        for attempt in 0..ATTEMPTS {
            let title = format!("Search, faster by {attempt}");
            let start = Instant::now();
            save(&path, &BACKLOG.replace("Faster search", &format!("\"{title}\"")));
            Self::until(&self.lines, &title);
            times.push(start.elapsed());
            Self::until(&self.lines, "Model matrix");
            if times[attempt] < HALF_A_SECOND {
                return;
            }
        }
        panic!("answered after {times:?}");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn sent(from: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        BufReader::new(from).lines().map_while(Result::ok).take_while(|line| sender.send(line.clone()).is_ok()).count()
    });
    receiver
}

#[test]
fn a_file_that_is_written_in_place_is_answered_within_half_a_second() {
    let watching = Watching::start(&["rank", "backlog.csv", "--watch"]);
    Watching::until(&watching.lines, "Model matrix");
    watching.answers_in_time(|path, text| fs::write(path, text).expect("the file can be written"));
}

#[test]
fn a_file_that_is_replaced_by_a_renamed_one_is_answered_within_half_a_second() {
    let watching = Watching::start(&["rank", "backlog.csv", "--watch"]);
    Watching::until(&watching.lines, "Model matrix");
    watching.answers_in_time(|path, text| {
        let other = path.with_extension("csv~");
        fs::write(&other, text).expect("the file can be written");
        fs::rename(&other, path).expect("the file can be replaced");
    });
}

#[test]
fn a_file_that_is_gone_for_a_moment_is_waited_for() {
    let watching = Watching::start(&["rank", "backlog.csv", "--watch"]);
    Watching::until(&watching.lines, "Model matrix");
    watching.answers_in_time(|path, text| {
        fs::remove_file(path).expect("the file can be removed");
        thread::sleep(Duration::from_millis(150));
        fs::write(path, text).expect("the file can be written");
    });
    assert_eq!(watching.errors.try_iter().collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn answers_follow_one_another_with_a_blank_line_between() {
    let watching = Watching::start(&["whatif", "backlog.csv", "--top", "2", "--watch"]);
    let first = Watching::until(&watching.lines, "Kendall's tau-b: 1 is");
    fs::write(watching.path("backlog.csv"), BACKLOG.replace("9,7,6,4", "9,7,6,5")).expect("the file can be written");
    let second = Watching::until(&watching.lines, "Kendall's tau-b: 1 is");
    assert_eq!(second[0], "");
    assert_eq!(first[0], second[1]);
    assert!(!first.concat().contains('\u{1b}') && !second.concat().contains('\u{1b}'));
}

#[test]
fn the_weights_file_is_watched_too_and_so_is_one_that_comes_to_stand_there() {
    let watching = Watching::start(&["rank", "backlog.csv", "--watch", "--scenario", "quick"]);
    Watching::until(&watching.lines, "Ease 57.1 %");
    fs::write(watching.path("weights.toml"), "[scenarios.quick]\nease = 7\n").expect("the file can be written");
    Watching::until(&watching.lines, "Ease 70 %");
    drop(watching);

    let watching = Watching::start(&["rank", "backlog.csv", "--watch"]);
    Watching::until(&watching.lines, "(the model's own weights)");
    let weights = "[weights]\ncustomer_impact = 1\nbusiness_impact = 1\nmarket_competitiveness = 1\nease = 7\n";
    fs::remove_file(watching.path("weights.toml")).expect("the file can be removed");
    Watching::until(&watching.lines, "(the model's own weights)");
    fs::write(watching.path("weights.toml"), weights).expect("the file can be written");
    Watching::until(&watching.lines, "(weights from weights.toml)");
}

#[test]
fn what_is_wrong_is_said_and_may_be_mended() {
    let watching = Watching::start(&["rank", "backlog.csv", "--watch"]);
    Watching::until(&watching.lines, "Model matrix");
    fs::write(watching.path("backlog.csv"), BACKLOG.replace("9,7,6,4", "9,7,11,4")).expect("the file can be written");
    Watching::until(&watching.errors, "error[out-of-scale]");
    fs::write(watching.path("weights.toml"), "[weights\n").expect("the file can be written");
    Watching::until(&watching.errors, "error[bad-toml]");
    fs::remove_file(watching.path("backlog.csv")).expect("the file can be removed");
    Watching::until(&watching.errors, "cannot read backlog.csv: no such file");
    fs::write(watching.path("weights.toml"), "model = \"matrix\"\n").expect("the file can be written");
    fs::write(watching.path("backlog.csv"), BACKLOG).expect("the file can be written");
    Watching::until(&watching.lines, "Model matrix");
}

#[test]
fn nobody_who_reads_the_answers_ends_it() {
    let mut watching = Watching::start(&["rank", "backlog.csv", "--watch"]);
    Watching::until(&watching.lines, "Model matrix");
    // The thread that reads ends with the channel, and the pipe with the thread: after one more line.
    watching.lines = channel().1;
    let end = Instant::now() + PATIENCE;
    let mut change = 0;
    let status = loop {
        if let Some(status) = watching.child.try_wait().expect("the program can be waited for") {
            break status;
        }
        assert!(Instant::now() < end, "it goes on");
        change += 1;
        fs::write(watching.path("backlog.csv"), BACKLOG.replace("Faster", &format!("{change} times faster")))
            .expect("the file can be written");
        thread::sleep(Duration::from_millis(300));
    };
    assert_eq!(status.code(), Some(0));
}

#[test]
fn standard_input_is_not_watched() {
    Case::new()
        .stdin(BACKLOG)
        .args(["rank", "-", "--watch"])
        .stderr("error: --watch needs a file that can change: standard input can't be watched\n")
        .exit(2);
}

#[test]
fn standard_input_is_not_watched_in_japanese() {
    Case::new()
        .stdin(BACKLOG)
        .args(["whatif", "-", "--watch", "--lang", "ja"])
        .stderr("エラー: --watch にはファイルを指定してください（標準入力の変更は監視できません）\n")
        .exit(2);
}

#[test]
fn what_is_written_to_a_file_is_not_watched() {
    Case::new()
        .file("backlog.csv", BACKLOG)
        .args(["rank", "backlog.csv", "--watch", "-o", "out.csv"])
        .stderr(
            "
            error: `--watch` can't be used together with `--output`
              examples and all options: `tenbin rank --help`
        ",
        )
        .exit(2);
}

#[test]
fn a_first_run_that_cannot_be_made_is_the_last() {
    Case::new()
        .args(["rank", "backlog.csv", "--watch"])
        .stderr("error: cannot read backlog.csv: no such file\n")
        .exit(2);
}
