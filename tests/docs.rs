//! What the pages say: every command line in them runs and prints what stands there, and none names an option that
//! doesn't exist.
#![allow(clippy::disallowed_methods, reason = "the bans are for the program: a test reads files")]

#[path = "cli/harness.rs"]
#[allow(dead_code, reason = "the other half is for the tests of the commands")]
mod harness;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use harness::Case;

/// A line of this alone stands for any lines.
const ANYTHING: &str = "…";

#[cfg(unix)]
#[test]
fn the_readme_shows_what_the_program_prints() {
    run_blocks("README.md");
}

#[cfg(unix)]
#[test]
fn the_japanese_readme_shows_what_the_program_prints() {
    run_blocks("README.ja.md");
}

#[cfg(unix)]
#[test]
fn the_page_on_scoring_shows_what_the_program_prints() {
    run_blocks("docs/scoring.md");
}

#[cfg(unix)]
#[test]
fn the_page_on_output_shows_what_the_program_prints() {
    run_blocks("docs/output.md");
}

#[cfg(unix)]
#[test]
fn the_page_on_workshops_shows_what_the_program_prints() {
    run_blocks("docs/workshop.md");
}

#[cfg(unix)]
#[test]
fn the_page_on_votes_shows_what_the_program_prints() {
    run_blocks("docs/voting.md");
}

#[cfg(unix)]
#[test]
fn the_page_on_scale_shows_what_the_program_prints() {
    run_blocks("docs/scale.md");
}

#[cfg(unix)]
#[test]
fn the_page_on_results_shows_what_the_program_prints() {
    run_blocks("docs/results.md");
}

#[cfg(unix)]
#[test]
fn the_page_on_planning_shows_what_the_program_prints() {
    run_blocks("docs/planning.md");
}

#[test]
fn the_example_weights_rank_the_example_backlog() {
    let weights = read("weights.example.toml");
    rank_with(&weights).exit(0);
}

/// `#key = …` with no space behind the `#` is a setting that is switched off; with a space it is an explanation.
#[test]
fn every_setting_of_the_example_weights_works() {
    let text = read("weights.example.toml");
    let setting = |line: &str| line.starts_with('#') && line[1..].starts_with(|c: char| !c.is_whitespace() && c != '#');
    assert!(text.lines().any(setting), "nothing is switched off");
    let on = |line: &str| if setting(line) { line[1..].to_owned() } else { line.to_owned() };
    let all: Vec<String> = text.lines().map(on).collect();
    let all = all.join("\n");
    let table: Result<toml::Table, _> = all.parse();
    assert!(table.is_ok(), "{table:?}\n{all}");
    let outcome = rank_with(&all).run();
    for fault in ["bad-toml", "unknown-key", "wrong-type", "bad-word", "bad-weight", "bad-scale"] {
        assert!(!outcome.err().contains(&format!("error[{fault}]")), "{}", outcome.err());
    }
}

#[test]
fn the_pages_name_only_commands_and_options_that_there_are() {
    let known = commands();
    let mut wrong = Vec::new();
    for page in pages() {
        let name = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&page).expect("a page can be read");
        for code in code_of(&text) {
            wrong.extend(unknown(&code, &known).into_iter().map(|what| format!("{name}: {what} in `{code}`")));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A case in a copy of the examples, with the folders in it.
fn with_examples(case: Case) -> Case {
    fn copy(case: Case, folder: &Path, below: &Path) -> Case {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        entries.flatten().fold(case, |case, entry| {
            let (path, name) = (entry.path(), below.join(entry.file_name()));
            if path.is_dir() {
                return copy(case, &path, &name);
            }
            case.file(name, fs::read(&path).expect("an example can be read"))
        })
    }
    copy(case, &root().join("examples"), Path::new(""))
}

fn rank_with(weights: &str) -> Case {
    with_examples(Case::new())
        .file("weights.example.toml", weights)
        .args(["rank", "backlog_en.csv", "-w", "weights.example.toml"])
        .stdout_has(["weights.example.toml"])
}

/// A command line of a page and what the page shows of its output.
#[derive(Debug, Default)]
struct Shown {
    line: usize,
    command: String,
    output: Vec<String>,
}

/// Runs every `$ tenbin …` of a page's console blocks, one after the other in one copy of the examples.
#[cfg(unix)]
fn run_blocks(page: &str) {
    let shown = console(&read(page));
    assert!(!shown.is_empty(), "{page} has no console block with a command line");
    let separator = "-- 8< --";
    let end = format!("{separator}\n");
    let one = |shown: &Shown| {
        let command = shown.command.replacen("tenbin", "\"$T\"", 1).replace("| tenbin ", "| \"$T\" ");
        format!("{command}\necho '{separator}'; echo '{separator}' >&2\n")
    };
    let script: String = shown.iter().map(one).collect();
    let outcome = with_examples(Case::shell(&script)).run();
    let (out, err) = (outcome.out(), outcome.err());
    let parts = |text: &str| -> Vec<Vec<String>> {
        let parts = text.split(&end).map(str::lines);
        parts.map(|lines| lines.map(str::to_owned).collect()).collect()
    };
    let mut wrong = String::new();
    for (shown, (out, err)) in shown.iter().zip(parts(&out).into_iter().zip(parts(&err))) {
        // A page shows the answer, or what a terminal shows: the answer and then what stands on standard error.
        let both = [&out[..], &err[..]].concat();
        if !fits(&shown.output, &out) && !fits(&shown.output, &both) {
            wrong.push_str(&format!("\n{page}:{}: $ {}\n{}\n", shown.line, shown.command, both.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "these command lines print something else:\n{wrong}");
}

/// The command lines of the console blocks with their outputs.
fn console(text: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut inside = false;
    for (number, line) in text.lines().enumerate() {
        match line.strip_prefix("$ ") {
            _ if line.starts_with("```") => inside = line.trim() == "```console",
            _ if !inside => {}
            Some(command) if command.starts_with("tenbin") => {
                all.push(Shown { line: number + 1, command: command.to_owned(), output: Vec::new() });
            }
            Some(other) => panic!("line {}: only `tenbin` is run here, not `{other}`", number + 1),
            None => all.last_mut().expect("a block begins with its command line").output.push(line.to_owned()),
        }
    }
    all
}

/// Whether an output is the one that is shown.
fn fits(shown: &[String], got: &[String]) -> bool {
    match shown.split_first() {
        None => got.is_empty(),
        Some((first, rest)) if first == ANYTHING => (0..=got.len()).any(|skipped| fits(rest, &got[skipped..])),
        Some((first, rest)) => got.split_first().is_some_and(|(line, others)| line == first && fits(rest, others)),
    }
}

/// The commands with the options of each, long and short, as their help lists them; under "" those of all.
fn commands() -> BTreeMap<String, BTreeSet<String>> {
    let help = |arguments: &[&str]| Case::new().args(arguments).stdout_has(["--help"]).exit(0).out();
    let options = |page: &str| -> BTreeSet<String> {
        let terms = page.lines().map(str::trim).filter(|line| line.starts_with('-'));
        terms
            .flat_map(|term| term.split([' ', ',']).filter(|word| word.starts_with('-')).take(2))
            .map(str::to_owned)
            .collect()
    };
    let names = |page: &str| -> Vec<String> {
        let list = page.split_once("\nCommands:\n").map_or("", |(_, list)| list);
        let rows = list.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
        rows.filter_map(|row| row.split_whitespace().next()).map(str::to_owned).collect()
    };
    let first = help(&["--help"]);
    let mut all = BTreeMap::new();
    for command in names(&first) {
        let page = help(&[&command, "--help"]);
        for step in names(&page) {
            all.insert(format!("{command} {step}"), options(&help(&[&command, &step, "--help"])));
        }
        all.insert(command, options(&page));
    }
    assert!(all.len() >= 5 && all.contains_key("workshop agenda"), "{all:?}");
    all.insert(String::new(), options(&first));
    all
}

/// The pages that people read: those at the root, and the documentation.
fn pages() -> Vec<PathBuf> {
    let folders = [root().to_owned(), root().join("docs")];
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let is_page = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "md");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_page).collect();
    pages.push(root().join("weights.example.toml"));
    pages.sort();
    pages
}

/// What a page sets as code: the lines of its blocks, and what stands in backticks; of other files every line.
fn code_of(text: &str) -> Vec<String> {
    let mut code = Vec::new();
    let mut block = None;
    for line in text.lines() {
        match line.trim_start().strip_prefix("```") {
            Some(language) => block = if block.is_some() { None } else { Some(language.trim().to_owned()) },
            None if block.as_deref() == Some("rust") => {}
            None if block.is_some() => code.push(line.trim().to_owned()),
            None => code.extend(line.split('`').skip(1).step_by(2).map(|span| span.trim().to_owned())),
        }
    }
    code
}

/// The commands and options in a piece of code that don't exist.
fn unknown(code: &str, known: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let everywhere = &known[""];
    if code.starts_with('-') && code.len() > 1 {
        // An option alone may belong to any command.
        let option = code.split(['=', ' ']).next().unwrap_or_default();
        let is_option = option.trim_start_matches('-').starts_with(|c: char| c.is_ascii_alphabetic());
        let there = known.values().any(|options| options.contains(option));
        return if is_option && !there { vec![option.to_owned()] } else { Vec::new() };
    }
    let mut wrong = Vec::new();
    for call in code.split("tenbin ").skip(1) {
        let call = call.split(['|', '<', '>', ';', '#', '"', '`']).next().unwrap_or_default();
        let mut words = call.split_whitespace();
        let Some(command) = words.next() else { continue };
        let is_name = command.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let step = words.clone().next().map(|step| format!("{command} {step}"));
        let options = match step.and_then(|step| known.get(&step)).or_else(|| known.get(command)) {
            Some(options) => options,
            None if command.starts_with('-') => everywhere,
            None if is_name => {
                wrong.push(format!("the command {command}"));
                continue;
            }
            None => continue,
        };
        let typed = std::iter::once(command).chain(words).filter(|word| word.len() > 1 && word.starts_with('-'));
        let named = typed.map(|word| word.split('=').next().unwrap_or(word));
        wrong.extend(named.filter(|option| !options.contains(*option)).map(|option| format!("the option {option}")));
    }
    wrong
}

#[test]
fn what_does_not_exist_is_found_in_code() {
    let known = commands();
    assert_eq!(unknown("$ tenbin rank a.csv --top 3 -o b.csv | head -3", &known), Vec::<String>::new());
    assert_eq!(unknown("tenbin rank - --lang ja", &known), Vec::<String>::new());
    assert_eq!(unknown("tenbin decide a.csv", &known), ["the command decide"]);
    assert_eq!(unknown("tenbin init --top=3", &known), ["the option --top"]);
    assert_eq!(unknown("tenbin workshop agenda a.csv --minutes 90", &known), Vec::<String>::new());
    assert_eq!(unknown("tenbin workshop sheets a.csv --minutes 90", &known), ["the option --minutes"]);
    assert_eq!(unknown("--weights", &known), Vec::<String>::new());
    assert_eq!(unknown("--wieghts", &known), ["--wieghts"]);
}

#[test]
fn an_ellipsis_alone_on_a_line_stands_for_any_lines() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(fits(&lines("a\n…\nd"), &lines("a\nb\nc\nd")));
    assert!(fits(&lines("a\n…"), &lines("a")));
    assert!(!fits(&lines("a\n…\nd"), &lines("a\nb")));
    assert!(!fits(&lines("a"), &lines("a\nb")));
}
