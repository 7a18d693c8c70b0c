//! Backlogs that are longer than a block: read by several threads, or for their first items alone, from a file or through a
//! pipe. Whatever stands in them, the answer and what is said beside it are those of reading them row by row.

#![allow(clippy::disallowed_methods, reason = "the bans are for the program: a test runs it")]

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// More rows than a block holds, several times over.
const ROWS: usize = 24_000;

/// A backlog of [`ROWS`] items; `change` may put another row in the place of one.
fn backlog(change: impl Fn(usize, String) -> String) -> String {
    let mut text = "id,title,customer_impact,business_impact,market_competitiveness,ease\n".to_owned();
    for row in 0..ROWS {
        let rating = |factor: usize| (row * factor + row / 7) % 10 + 1;
        let title = if row % 17 == 0 { "\"検索, \"\"v2\"\"\nfaster\"" } else { "請求 export" };
        let ratings = [3, 7, 1, 9].map(|factor| rating(factor).to_string()).join(",");
        text += &change(row, format!("ITEM-{row:06},{title},{ratings}\n"));
    }
    text
}

/// Runs the program in an empty folder on a backlog, as a file or through a pipe.
fn rank(text: &str, through: Through, arguments: &[&str]) -> Output {
    rank_with(text, through, arguments, &[])
}

/// The same with an environment that is else empty.
fn rank_with(text: &str, through: Through, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let folder = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(folder.path().join(".git")).expect("a folder can be made in it");
    let path = folder.path().join("backlog.csv");
    fs::write(&path, text).expect("a file can be written in it");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tenbin"));
    command
        .env_clear()
        .envs(environment.iter().copied())
        .current_dir(folder.path())
        .arg("rank")
        .args(["-f", "csv"])
        .args(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::null());
    match through {
        Through::Name => command.arg("backlog.csv").output().expect("the program runs"),
        Through::Redirection => {
            let file = File::open(&path).expect("the file is there");
            command.arg("-").stdin(file).output().expect("the program runs")
        }
        Through::Pipe => piped(command.arg("-").stdin(Stdio::piped()), text),
    }
}

fn piped(command: &mut Command, text: &str) -> Output {
    let mut child = command.spawn().expect("the program runs");
    let mut stdin = child.stdin.take().expect("its standard input is a pipe");
    let text = text.to_owned();
    // The program may have closed the pipe already: that is its right.
    let writer = std::thread::spawn(move || drop(stdin.write_all(text.as_bytes())));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    output
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Through {
    Name,
    Redirection,
    Pipe,
}

/// What was said, with one name for the file however it was read.
fn said(output: &Output, through: Through) -> String {
    let said = String::from_utf8(output.stderr.clone()).expect("messages are text");
    if through == Through::Name { said } else { said.replace("-:", "backlog.csv:").replace(" - ", " backlog.csv ") }
}

/// The rows of a whole answer whose rank is within `top`; the header with them.
fn first_rows(whole: &[u8], top: usize) -> Vec<u8> {
    let whole = std::str::from_utf8(whole).expect("the answer is text");
    let rows = csv::ReaderBuilder::new().from_reader(whole.as_bytes()).into_records().map(|row| {
        let row = row.expect("the answer is a table");
        let end = row.position().map_or(0, |position| position.byte() as usize);
        (row[0].parse::<usize>().unwrap_or(usize::MAX), end)
    });
    let end = rows.into_iter().find(|(rank, _)| *rank > top).map_or(whole.len(), |(_, start)| start);
    whole.as_bytes()[..end].to_vec()
}

/// Holds a backlog and its first items, on every way in, to its whole ranking.
fn holds(name: &str, text: &str, arguments: &[&str]) {
    holds_through(&[Through::Name, Through::Redirection, Through::Pipe], name, text, arguments);
}

/// The same on some ways in.
fn holds_through(ways: &[Through], name: &str, text: &str, arguments: &[&str]) {
    const TOP: usize = 20;
    let whole = rank(text, Through::Name, arguments);
    let expected = if whole.status.success() { first_rows(&whole.stdout, TOP) } else { Vec::new() };
    for &through in ways {
        if through != Through::Name {
            assert!(rank(text, through, arguments).stdout == whole.stdout, "{name}: {through:?}");
        }
        let first = rank(text, through, &[arguments, &["--top", &TOP.to_string()]].concat());
        assert_eq!(first.status.code(), whole.status.code(), "{name}: {through:?}: {}", said(&first, through));
        assert_eq!(said(&first, through), said(&whole, Through::Name), "{name}: {through:?}");
        assert!(first.stdout == expected, "{name}: {through:?}");
    }
}

#[test]
fn the_first_of_a_sound_backlog_are_those_of_its_whole_ranking() {
    holds("sound", &backlog(|_, row| row), &[]);
    holds("marked", &format!("\u{FEFF}{}", backlog(|_, row| row)), &["--weight", "ease=3"]);
    holds("carriage returns", &backlog(|_, row| row).replace('\n', "\r\n"), &[]);
    holds("a named encoding", &backlog(|_, row| row), &["--encoding", "cp932"]);
    holds("no line end", backlog(|_, row| row).trim_end(), &[]);
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let text = backlog(|row, sound| if row % 1000 == 7 { format!("ITEM-{row:06},blank,,1,5,9\n") } else { sound });
    for arguments in [&[][..], &["--top", "20"]] {
        let with = |threads: &str| rank_with(&text, Through::Name, arguments, &[("RAYON_NUM_THREADS", threads)]);
        let one = with("1");
        assert!(one.status.success() && !one.stdout.is_empty(), "{}", said(&one, Through::Name));
        for threads in ["2", "7"] {
            let many = with(threads);
            assert!(many.stdout == one.stdout, "{threads} threads, {arguments:?}");
            assert_eq!(said(&many, Through::Name), said(&one, Through::Name), "{threads} threads, {arguments:?}");
        }
    }
}

#[test]
fn what_is_found_far_below_is_told_with_its_place() {
    let at = |place: usize, other: &'static str| {
        move |row: usize, sound: String| if row == place { other.to_owned() } else { sound }
    };
    let far = ROWS - 100;
    for (name, other) in [
        ("a blank", "ITEM-X1,blank,8,,6,5\n"),
        ("a range", "ITEM-X1,range,8,6-8,6,5\n"),
        ("wide digits", "ITEM-X1,wide,8,７,6,5\n"),
        ("a blank line", "\n"),
        ("an empty row", ",,,,,\n"),
        ("no title", "ITEM-X1,,8,7,6,5\n"),
        ("out of scale", "ITEM-X1,scale,11,7,6,5\n"),
        ("a ragged row", "ITEM-X1,ragged,8\n"),
        ("a stray quote", "ITEM-X1,str\"ay,8,7,6,5\n"),
        ("an open quote", "ITEM-X1,\"open,8,7,6,5\n"),
        ("an id once more", "ITEM-000007,again,8,7,6,5\n"),
        ("a blank id", ",no id,8,7,6,5\n"),
        ("an id in small letters", "item-x1,small,8,7,6,5\n"),
        ("an id that looks like another", "item-000007,small,8,7,6,5\n"),
        ("a lost character", "ITEM-X1,lost \u{FFFD},8,7,6,5\n"),
        ("the header again", "id,title,customer_impact,business_impact,market_competitiveness,ease\n"),
    ] {
        holds_through(&[Through::Name, Through::Pipe], name, &backlog(at(far, other)), &[]);
    }
}

#[test]
fn a_file_without_ids_is_read_too() {
    let text = backlog(|_, row| row)
        .lines()
        .map(|line| line.split_once(',').map_or("", |(_, rest)| rest))
        .fold(String::new(), |text, line| text + line + "\n");
    assert!(text.starts_with("title,"));
    // A quoted title with a line end would be torn apart above: such rows have a cell too few, and are told.
    holds("no ids", &text, &[]);
    let sound: String =
        text.lines().filter(|line| line.matches(',').count() == 4).map(|line| format!("{line}\n")).collect();
    holds("no ids, sound", &sound, &[]);
}

#[test]
fn ties_and_what_decides_between_them_are_kept() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let weights = folder.join("long-weights.toml");
    fs::write(&weights, "[ranking]\ntie_break = [\"ease\", \"customer_impact\"]\n").expect("a file can be written");
    let same = backlog(|row, _| format!("ITEM-{row:06},same,5,5,5,5\n"));
    holds("all the same", &same, &[]);
    holds("decided", &backlog(|_, row| row), &["-w", weights.to_str().expect("the path is text")]);
    holds(
        "a product",
        &backlog(|_, row| row).replacen(
            "customer_impact,business_impact,market_competitiveness,ease",
            "impact,other,confidence,ease",
            1,
        ),
        &["-m", "ice"],
    );
}
