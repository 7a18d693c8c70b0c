//! The corpus of bad files: every case of `data/badcsv/index.json`, judged as `data/badcsv/run.py` judges it.
//!
//! A careful tool reads the file (`ok`), reads it with a word on standard error (`warn`) or refuses it by name
//! (`error`); it never crashes, never prints half an answer, and never lets through what a terminal would act on.
#![allow(clippy::disallowed_methods, reason = "the bans are for the program: a test reads files")]

#[path = "cli/harness.rs"]
#[allow(dead_code, reason = "the other half is for the tests of the commands")]
mod harness;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use harness::{Case, Outcome};
use serde::Deserialize;
use strum::VariantNames;
use tenbin::render::FindingsFormat;

/// What stands for a broken program: Rust's panic, the shell's and the kernel's ends.
const CRASHES: [i32; 5] = [101, 124, 134, 137, 139];
/// Bidirectional controls.
const BIDI: [char; 9] =
    ['\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
/// Formats of the corpus that tenbin doesn't write yet.
const UNWRITTEN: [&str; 2] = ["html", "xlsx"];

#[derive(Clone, Debug, Deserialize)]
struct Entry {
    id: String,
    file: String,
    weights_file: Option<String>,
    expect: String,
    also_ok: Vec<String>,
    must_mention: Vec<String>,
    must_output: Vec<String>,
    output_checks: Vec<Check>,
}

#[derive(Clone, Debug, Deserialize)]
struct Check {
    format: String,
    check: String,
    arg: String,
}

#[test]
fn every_case_of_the_corpus_is_read_or_refused_as_it_should_be() {
    let failures = judge_all(|entry| judge(entry, &run(entry, "rank", &[])));
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_format_is_safe_for_what_reads_it() {
    let failures = judge_all(|entry| entry.output_checks.iter().flat_map(|check| judge_output(entry, check)).collect());
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}

/// `check` prints no items, and a missing rating, a warning for `rank`, is an error there: the index says so in a note.
#[test]
fn check_says_of_every_case_what_the_corpus_says() {
    let failures = judge_all(|entry| {
        let mut entry = Entry { must_output: Vec::new(), ..entry.clone() };
        if ["num_empty", "xl_empty_cell"].contains(&entry.id.as_str()) {
            entry.expect = "error".to_owned();
        }
        judge(&entry, &run(&entry, "check", &[]))
    });
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_format_of_findings_is_safe_for_what_reads_it() {
    let failures = judge_all(|entry| {
        let verdict = run(entry, "check", &[]).status.code();
        FindingsFormat::VARIANTS.iter().flat_map(|format| judge_findings(entry, format, verdict)).collect()
    });
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}

/// What is wrong with a case's findings in one format.
fn judge_findings(entry: &Entry, format: &str, verdict: Option<i32>) -> Vec<String> {
    let outcome = run(entry, "check", &["-f", format]);
    let text = outcome.out() + &outcome.err();
    let mut why = Vec::new();
    if outcome.status.code() != verdict {
        why.push(format!("{format}: {}, and not {verdict:?}", outcome.status));
    }
    if text.chars().any(is_control) {
        why.push(format!("{format}: a raw control character"));
    }
    let annotations = ["::error ", "::warning ", "::notice "];
    let is_ours = |line: &str| format == "github" && annotations.iter().any(|start| line.starts_with(start));
    if lines(&text).any(|line| is_ci_command(line) && !is_ours(line)) {
        why.push(format!("{format}: a CI command"));
    }
    let is_json = ["json", "gitlab", "sarif"].contains(&format);
    if is_json && serde_json::from_slice::<serde_json::Value>(&outcome.stdout).is_err() {
        why.push(format!("{format}: no JSON"));
    }
    if format == "markdown" && text.contains("<script") {
        why.push(format!("{format}: markup"));
    }
    why
}

/// Every case, as many at a time as there are processors.
fn judge_all(judge: impl Fn(&Entry) -> Vec<String> + Sync) -> Vec<String> {
    let text = fs::read_to_string(folder().join("index.json")).expect("the corpus has an index");
    let entries: Vec<Entry> = serde_json::from_str(&text).expect("the index is a list of cases");
    assert!(entries.len() > 180, "{} cases", entries.len());
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(entry) = entries.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let why = judge(entry);
                    if !why.is_empty() {
                        let line = format!("{:28} {}", entry.id, why.join("; "));
                        failures.lock().expect("no judge has panicked").insert(entry.id.clone(), line);
                    }
                }
            });
        }
    });
    failures.into_inner().expect("no judge has panicked").into_values().collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/badcsv")
}

/// Runs a command on the case's file with its weights, with at most 1.5 GB of memory.
fn run(entry: &Entry, command: &str, options: &[&str]) -> Outcome {
    let weights = folder().join(entry.weights_file.as_deref().unwrap_or("weights/w_good.toml"));
    let file = folder().join(&entry.file);
    #[cfg(unix)]
    let case = Case::shell(r#"ulimit -v 1500000; exec "$T" "$@""#).args(["sh"]);
    #[cfg(not(unix))]
    let case = Case::new();
    case.args([command.as_ref(), file.as_os_str(), "--weights".as_ref(), weights.as_os_str()]).args(options).run()
}

fn judge(entry: &Entry, outcome: &Outcome) -> Vec<String> {
    let (out, err) = (outcome.out(), outcome.err());
    let crashed = outcome.status.code().is_none_or(|code| CRASHES.contains(&code)) || err.contains("panicked at");
    let got = match (crashed, outcome.status.success(), err.trim().is_empty()) {
        (true, ..) => "CRASH",
        (_, false, _) => "error",
        (_, true, false) => "warn",
        (_, true, true) => "ok",
    };
    let mut why = Vec::new();
    if got != entry.expect && !entry.also_ok.iter().any(|also| also == got) {
        let wanted = [std::slice::from_ref(&entry.expect), &entry.also_ok[..]].concat().join("/");
        why.push(format!("got {got} ({}), want {wanted}", outcome.status));
    }
    if got == "error" && !out.trim().is_empty() {
        why.push("output on stdout although refused".to_owned());
    }
    if got == entry.expect {
        let missing = entry.must_mention.iter().filter(|mention| !mentions(&err, mention));
        why.extend(missing.map(|mention| format!("message lacks {mention:?}")));
    }
    if outcome.status.success() {
        let missing = entry.must_output.iter().filter(|text| !out.contains(text.as_str()));
        why.extend(missing.map(|text| format!("output lacks {text:?}")));
    }
    let controls: String = (out.clone() + &err).chars().filter(|&character| is_control(character)).collect();
    if !controls.is_empty() {
        why.push(format!("raw control characters: {}", controls.escape_unicode()));
    }
    if lines(&out).chain(lines(&err)).any(is_ci_command) {
        why.push("CI command in the output".to_owned());
    }
    if !why.is_empty() {
        why.push(format!("| {}", err.trim().chars().take(140).collect::<String>().escape_debug()));
    }
    why
}

/// Whether a message holds a text; a number must stand alone.
fn mentions(message: &str, text: &str) -> bool {
    let number = text.chars().all(|c| c.is_ascii_digit());
    message.match_indices(text).any(|(at, _)| {
        let before = message[..at].chars().next_back();
        let after = message[at + text.len()..].chars().next();
        let alone =
            !before.is_some_and(|c| c.is_ascii_digit() || c == '.') && !after.is_some_and(|c| c.is_ascii_digit());
        !number || alone
    })
}

fn is_control(character: char) -> bool {
    character.is_control() && character != '\n' && character != '\t' || BIDI.contains(&character)
}

/// Lines as whatever reads them may see them: every character that ends one somewhere.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{B}', '\u{C}', '\u{1C}', '\u{1D}', '\u{1E}', '\u{85}', '\u{2028}', '\u{2029}'])
}

fn is_ci_command(line: &str) -> bool {
    line.starts_with("::") || line.contains("##vso[") || line.contains("##teamcity[")
}

/// What is wrong with one format of the answer.
fn judge_output(entry: &Entry, check: &Check) -> Vec<String> {
    if UNWRITTEN.contains(&check.format.as_str()) {
        return Vec::new();
    }
    let options: &[&[&str]] = match check.format.as_str() {
        "csv" => &[&["--excel"]],
        "json" => &[&["-f", "json"]],
        "md" => &[&["-f", "markdown"]],
        "any" => &[&[], &["-f", "markdown"]],
        _ => &[&[]],
    };
    let failed = |options: &&[&str]| {
        let outcome = run(entry, "rank", options);
        let text = if check.format == "stderr" { outcome.err() } else { outcome.out() };
        let holds = outcome.status.success() && passes(entry, check, &text);
        (!holds).then(|| format!("{} {options:?}: {} {:?}", check.format, check.check, check.arg))
    };
    options.iter().filter_map(failed).collect()
}

fn passes(entry: &Entry, check: &Check, text: &str) -> bool {
    match check.check.as_str() {
        "first_bytes_not" => !text.starts_with(&check.arg),
        "not_contains" => !text.contains(&check.arg),
        "no_cell_starts_with" => !cells(text).flatten().any(|cell| cell.starts_with(|c| check.arg.contains(c))),
        "no_control_chars" => !text.chars().any(|c| c.is_control() && c != '\n'),
        "no_bidi_controls" => !text.contains(BIDI),
        "no_line_starts_with" => !lines(text).any(|line| line.starts_with(&check.arg)),
        "no_line_contains" => !check.arg.split(' ').any(|mark| text.contains(mark)),
        "parses" => serde_json::from_str::<serde_json::Value>(text).is_ok(),
        "value_unchanged" => {
            let input = fs::read_to_string(folder().join(&entry.file)).unwrap_or_default();
            let same = titles(&input) == titles_of_json(text);
            same && !titles(&input).is_empty()
        }
        "same_as_csv" => titles(&run(entry, "rank", &["-f", "csv"]).out()) == titles_of_json(text),
        "same_cells_per_row" => {
            let rows = text.lines().filter(|line| line.starts_with('|'));
            let widths: Vec<usize> = rows.map(|row| row.replace("\\|", "").matches('|').count()).collect();
            widths.len() > 2 && widths.iter().all(|width| *width == widths[0])
        }
        other => panic!("{}: no judge for {other}", entry.id),
    }
}

/// The cells of a CSV, row by row, the header first.
fn cells(text: &str) -> impl Iterator<Item = Vec<String>> {
    let text = text.trim_start_matches('\u{FEFF}').as_bytes();
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    let rows: Vec<Vec<String>> =
        reader.into_records().map_while(Result::ok).map(|row| row.iter().map(str::to_owned).collect()).collect();
    rows.into_iter()
}

/// The titles of a CSV by their ids.
fn titles(text: &str) -> BTreeMap<String, String> {
    let mut rows = cells(text);
    let header = rows.next().unwrap_or_default();
    let column = |name: &str| header.iter().position(|heading| heading == name);
    let Some((id, title)) = column("id").zip(column("title")) else { return BTreeMap::new() };
    rows.filter_map(|row| Some((row.get(id)?.clone(), row.get(title)?.clone()))).collect()
}

fn titles_of_json(text: &str) -> BTreeMap<String, String> {
    let answer: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let items = ["items", "unranked"].into_iter().filter_map(|list| answer[list].as_array()).flatten();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    items.map(|item| (text(&item["id"]), text(&item["title"]))).collect()
}
