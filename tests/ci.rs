//! What stands between `tenbin check` and a CI: the action for GitHub with its script, the hook for pre-commit, and the
//! pages that say how to use them. What the formats have to be is `scripts/formats.py`'s.
#![allow(clippy::disallowed_methods, reason = "the bans are for the program: a test reads files")]

#[path = "cli/harness.rs"]
#[allow(dead_code, reason = "the other half is for the tests of the commands")]
mod harness;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use harness::{BACKLOG, BACKLOG_WITH_GAPS, Case};
use serde_json::Value;

const PAGES: [&str; 2] = ["docs/ci.md", "docs/ci.ja.md"];

#[cfg(unix)]
#[test]
fn the_action_passes_a_sound_backlog_and_annotates_a_faulty_one() {
    let sound = action(&[("file", "backlog.csv")]).file("backlog.csv", BACKLOG);
    sound.stdout_has(["Passed: backlog.csv, 5 items"]).exit(0);
    let faulty = action(&[("file", "backlog.csv")]).file("backlog.csv", BACKLOG_WITH_GAPS);
    faulty.stdout_has(["\n::error file=backlog.csv,line=5,", "Failed: backlog.csv"]).exit(1);
}

#[cfg(unix)]
#[test]
fn an_input_that_is_not_set_gives_no_option() {
    with_echo(&[("file", "backlog.csv"), ("top", " \n"), ("lang", "")])
        .file("backlog.csv", "")
        .stdout(
            "
            check
            --format=github
            --
            backlog.csv
            ",
        )
        .exit(0);
}

#[cfg(unix)]
#[test]
fn every_input_that_is_set_becomes_its_option() {
    let inputs = [
        ("file", "backlog.csv"),
        ("weights", "our weights.toml"),
        ("model", "rice"),
        ("top", "5"),
        ("fail-on", "warning"),
        ("baseline", "baseline.toml\n"),
        ("format", "sarif"),
        ("output", "out.txt"),
        ("lang", "ja"),
    ];
    with_echo(&inputs)
        .file("backlog.csv", "")
        .stdout(
            "
            check
            --weights=our weights.toml
            --model=rice
            --top=5
            --fail-on=warning
            --baseline=baseline.toml
            --format=sarif
            --output=out.txt
            --lang=ja
            --
            backlog.csv
            ",
        )
        .exit(0);
}

#[cfg(unix)]
#[test]
fn a_file_to_write_to_has_the_format_of_its_ending() {
    let case = action(&[("file", "backlog.csv"), ("output", "tenbin.sarif")]).file("backlog.csv", BACKLOG_WITH_GAPS);
    let sarif: Value =
        serde_json::from_slice(&case.stderr_has(["Failed: "]).exit(1).bytes("tenbin.sarif")).expect("it is JSON");
    assert_eq!(sarif["version"], "2.1.0");
}

#[cfg(unix)]
#[test]
fn a_name_is_no_command_whatever_stands_in_it() {
    let names =
        ["  my backlog.csv", "計画 1.csv", "$(touch a) `touch b`; touch c & 'd' \"e\" | f.csv", "-x.csv", "[1]*?.csv"];
    let mut case = with_echo(&[("file", &names.join("\r\n")), ("top", "$(touch a); touch b")]);
    for name in names {
        case = case.file(name.trim(), "");
    }
    let shown: String = names.iter().map(|name| format!("{}\n", name.trim())).collect();
    let outcome = case.stdout(&format!("check\n--top=$(touch a); touch b\n--format=github\n--\n{shown}")).exit(0);
    let mut left = names.map(str::trim).to_vec();
    left.push("echo");
    left.sort_unstable();
    outcome.holds(&left);
}

#[cfg(unix)]
#[test]
fn files_come_from_names_from_patterns_and_from_words() {
    let lines = "b.csv a.csv\n\n  plans/*.csv  \nmy *.csv\nno such.csv none*.csv\n";
    let mut case = with_echo(&[("file", lines)]);
    for name in ["a.csv", "b.csv", "my own.csv", "plans/1.csv", "plans/2 新.csv", "plans/3.txt"] {
        case = case.file(name, "");
    }
    case.stdout(
        "
        check
        --format=github
        --
        b.csv
        a.csv
        plans/1.csv
        plans/2 新.csv
        my own.csv
        no
        such.csv
        none*.csv
        ",
    )
    .exit(0);
}

#[cfg(unix)]
#[test]
fn two_backlogs_are_one_run_and_a_missing_one_is_exit_code_2() {
    let case = || action(&[("file", "a.csv b.csv")]).file("a.csv", BACKLOG);
    case().file("b.csv", BACKLOG_WITH_GAPS).stdout_has(["::error file=b.csv,", "Failed: 2 files"]).exit(1);
    case().stderr("error: cannot read b.csv: no such file\n").exit(2);
}

#[cfg(unix)]
#[test]
fn the_step_summary_is_written_behind_what_is_there() {
    let outcome = action(&[("file", "backlog.csv")])
        .env("GITHUB_STEP_SUMMARY", "[folder]/summary.md")
        .file("summary.md", "before\n")
        .file("backlog.csv", BACKLOG_WITH_GAPS)
        .any_output()
        .exit(1);
    let summary = String::from_utf8(outcome.bytes("summary.md")).expect("it is text");
    assert!(summary.starts_with("before\n| Severity | "), "{summary}");
    assert!(summary.contains("\n| error | backlog.csv:5:"), "{summary}");
}

#[cfg(unix)]
#[test]
fn the_exit_code_is_that_of_tenbin() {
    for code in [0, 1, 2, 101] {
        let case = with_program(&[("file", "a.csv")], &format!("exit {code}"));
        case.exit(code);
    }
}

#[cfg(unix)]
#[test]
fn without_a_backlog_or_a_tenbin_the_action_says_so() {
    action(&[("file", " \n ")]).stderr("::error title=tenbin::the input `file` names no backlog\n").exit(2);
    let without = |name: &str| {
        let told = format!("::error title=tenbin::the input `binary` is no program: {}\n", name.replace('\n', "%0A"));
        action(&[("file", "a.csv"), ("binary", name)]).stderr(&told).exit(2);
    };
    without("./tenbin");
    without("x\n::stop-commands::x");
    let missing = "cargo is missing: install Rust, or name a ready tenbin in the input `binary`";
    action(&[("file", "a.csv"), ("binary", "")]).stderr(&format!("::error title=tenbin::{missing}\n")).exit(2);
}

#[test]
fn every_input_of_the_action_reaches_the_script_and_nothing_else_does() {
    let action = yaml(&read("action.yml"));
    let inputs = inputs(&action);
    let steps = action["runs"]["steps"].as_array().expect("it has steps");
    let mut passed = BTreeMap::new();
    for step in steps {
        assert!(
            step["run"].as_str().is_some_and(|run| !run.contains("${{")),
            "an input is no part of a command: {step}"
        );
        for (name, value) in step["env"].as_object().into_iter().flatten() {
            passed.insert(name.clone(), value.as_str().unwrap_or_default().to_owned());
        }
    }
    let meant: BTreeMap<_, _> =
        inputs.iter().map(|name| (variable(name), format!("${{{{ inputs.{name} }}}}"))).collect();
    assert_eq!(passed, meant);
    let script = read("scripts/action.sh");
    let code = script.lines().filter(|line| !line.trim_start().starts_with('#'));
    let is_name = |c: char| c.is_ascii_uppercase() || c == '_';
    let words = code.flat_map(|line| line.split(|c| !is_name(c))).filter(|word| word.starts_with("INPUT_"));
    assert_eq!(words.map(str::to_owned).collect::<BTreeSet<_>>(), meant.into_keys().collect());
}

#[test]
fn only_the_file_is_required_of_those_who_use_the_action() {
    let action = yaml(&read("action.yml"));
    for (name, input) in action["inputs"].as_object().expect("it has inputs") {
        let expected = if name == "file" { (Some(true), None) } else { (None, Some("")) };
        assert_eq!((input["required"].as_bool(), input["default"].as_str()), expected, "{name}");
        assert!(input["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name}");
    }
}

#[test]
fn the_pages_list_every_input() {
    let inputs = inputs(&yaml(&read("action.yml")));
    for page in PAGES {
        let text = read(page);
        let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        assert_eq!(rows.map(str::to_owned).collect::<BTreeSet<_>>(), inputs, "{page}");
    }
}

#[test]
fn the_hook_runs_on_a_good_file_and_on_a_bad_one() {
    let hook = hook();
    let mut line = hook["entry"].as_str().expect("it has an entry").split_whitespace().map(str::to_owned);
    assert_eq!(line.next().as_deref(), Some(env!("CARGO_PKG_NAME")), "pre-commit installs what the package is called");
    let arguments: Vec<String> = line.chain(strings(&hook["args"])).chain(["backlog.csv".to_owned()]).collect();
    let case = |text: &str| Case::new().args(arguments.clone()).file("backlog.csv", text).any_output();
    case(BACKLOG).exit(0);
    case(BACKLOG_WITH_GAPS).exit(1);
}

#[cfg(unix)]
#[test]
fn the_hook_takes_what_is_called_a_backlog() {
    let pattern = hook()["files"].as_str().expect("it has a pattern").to_owned();
    let wanted = "backlog.csv\nplans/backlog_2027.tsv\nplans/2027/backlog-計画.csv\nbacklog of sales.csv\n";
    let others = "mybacklog.csv\nbacklog/readme.csv\nbacklog.csv.bak\nbacklogXcsv\nranking.csv\nbacklog.md\n";
    Case::shell("grep -E \"$PATTERN\"")
        .env("PATTERN", &pattern)
        .stdin(format!("{wanted}{others}"))
        .stdout(wanted)
        .exit(0);
}

#[test]
fn the_pages_name_only_options_of_check() {
    let known = options();
    let inputs = inputs(&yaml(&read("action.yml")));
    for page in PAGES {
        let blocks = blocks(&read(page), "yaml");
        assert!(blocks.len() >= 5, "{page} has blocks");
        for block in &blocks {
            let value = yaml(block);
            let typed = commands(&value)
                .into_iter()
                .flat_map(|line| words(&line))
                .chain(hooks_used(&value).iter().flat_map(|hook| strings(&hook["args"])).collect::<Vec<_>>());
            for word in typed.filter(|word| word.len() > 1 && word.starts_with('-')) {
                assert!(known.contains(&word), "{page}: `tenbin check` has no option `{word}`:\n{block}");
            }
            for (name, _) in steps_used(&value).iter().flat_map(|step| step["with"].as_object()).flatten() {
                assert!(inputs.contains(name), "{page}: the action has no input `{name}`:\n{block}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn every_command_line_of_the_pages_runs() {
    for page in PAGES {
        let text = read(page);
        let in_yaml = blocks(&text, "yaml").into_iter().flat_map(|block| commands(&yaml(&block)));
        let in_shell =
            blocks(&text, "sh").into_iter().flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>());
        let lines: Vec<String> = in_yaml.chain(in_shell).collect();
        assert!(lines.len() >= 8, "{page} has command lines: {lines:?}");
        // What could not run is told on standard output.
        let one = |line: &String| format!("({line}) >out 2>&1 || [ $? -eq 1 ] || {{ echo '{line}'; cat out; }}\n");
        let case = as_in(page, Case::shell(&lines.iter().map(one).collect::<String>()));
        let program = Path::new(env!("CARGO_BIN_EXE_tenbin")).parent().expect("it stands in a folder");
        case.env("PATH", &format!("{}:/usr/bin:/bin", program.display())).exit(0);
    }
}

#[cfg(unix)]
#[test]
fn every_use_of_the_action_and_of_the_hook_on_the_pages_runs() {
    for page in PAGES {
        let blocks: Vec<Value> = blocks(&read(page), "yaml").iter().map(|block| yaml(block)).collect();
        let steps: Vec<&Value> = blocks.iter().flat_map(steps_used).collect();
        assert!(steps.len() >= 3, "{page} uses the action");
        for step in steps {
            let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let with = step["with"].as_object().expect("it has inputs");
            let inputs: Vec<(String, String)> = with.iter().map(|(name, value)| (name.clone(), text(value))).collect();
            let inputs: Vec<(&str, &str)> =
                inputs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let outcome = as_in(page, action(&inputs)).any_output().run();
            assert!(matches!(outcome.status.code(), Some(0 | 1)), "{page}: {step}\n{}", outcome.err());
        }
        let hooks: Vec<&Value> = blocks.iter().flat_map(hooks_used).collect();
        assert!(!hooks.is_empty(), "{page} uses the hook");
        for hook in hooks {
            let line = ["check".to_owned()].into_iter().chain(strings(&hook["args"])).chain(["backlog.csv".to_owned()]);
            let outcome = as_in(page, Case::new()).args(line).any_output().run();
            assert!(matches!(outcome.status.code(), Some(0 | 1)), "{page}: {hook}\n{}", outcome.err());
        }
    }
}

#[test]
fn every_policy_and_every_baseline_on_the_pages_is_read() {
    for page in PAGES {
        let blocks = blocks(&read(page), "toml");
        assert!(blocks.len() >= 3, "{page} has blocks");
        for block in blocks {
            let option = if block.contains("[[finding]]") { "--baseline" } else { "--weights" };
            let case = as_in(page, Case::new()).file("block.toml", &block).args([
                "check",
                "backlog.csv",
                option,
                "block.toml",
            ]);
            let outcome = case.any_output().run();
            assert!(matches!(outcome.status.code(), Some(0 | 1)), "{page}:\n{block}\n{}", outcome.err());
        }
    }
}

/// A case with the files that a page speaks of.
fn as_in(page: &str, case: Case) -> Case {
    let own = if page.ends_with(".ja.md") {
        "営業チームの バックログ.csv"
    } else {
        "backlog of the sales team.csv"
    };
    let text = if page.ends_with(".ja.md") { harness::BACKLOG_JA } else { BACKLOG_WITH_GAPS };
    case.file("backlog.csv", text).file("plans/2027/backlog.csv", text).file(own, text)
}

/// A run of the action's script with these inputs; the tenbin is the one that is tested unless `binary` is among them.
#[cfg(unix)]
fn action(inputs: &[(&str, &str)]) -> Case {
    let script = root().join("scripts/action.sh");
    let case = Case::shell("exec bash \"$SCRIPT\"").env("SCRIPT", &script.to_string_lossy());
    // The last one counts.
    let case = case.env("INPUT_BINARY", env!("CARGO_BIN_EXE_tenbin"));
    inputs.iter().fold(case, |case, (name, value)| case.env(variable(name), value))
}

/// The same with a program that prints its arguments in the place of tenbin.
#[cfg(unix)]
fn with_echo(inputs: &[(&str, &str)]) -> Case {
    with_program(inputs, "printf '%s\\n' \"$@\"")
}

#[cfg(unix)]
fn with_program(inputs: &[(&str, &str)], script: &str) -> Case {
    use std::os::unix::fs::PermissionsExt;

    let inputs: Vec<_> = inputs.iter().copied().chain([("binary", "./echo")]).collect();
    action(&inputs)
        .file("echo", format!("#!/bin/sh\n{script}\n"))
        .prepare(|folder| fs::set_permissions(folder.join("echo"), fs::Permissions::from_mode(0o755)))
}

/// The variable that takes an input to the script.
fn variable(input: &str) -> String {
    format!("INPUT_{}", input.to_uppercase().replace('-', "_"))
}

fn inputs(action: &Value) -> BTreeSet<String> {
    action["inputs"].as_object().expect("it has inputs").keys().cloned().collect()
}

fn hook() -> Value {
    let hooks = yaml(&read(".pre-commit-hooks.yaml"));
    let hook = hooks.as_array().and_then(|hooks| hooks.iter().find(|hook| hook["id"] == "tenbin-check"));
    let hook = hook.expect("the hook is there");
    assert_eq!(hook["language"], "rust");
    hook.clone()
}

/// The options that the help of `check` lists, long and short.
fn options() -> BTreeSet<String> {
    let help = Case::new().args(["check", "--help"]).stdout_has(["--help"]).exit(0).out();
    let terms = help.lines().map(str::trim).filter(|line| line.starts_with('-'));
    terms
        .flat_map(|term| term.split([' ', ',']).filter(|word| word.starts_with('-')).take(2))
        .map(str::to_owned)
        .collect()
}

/// The contents of a page's blocks of one language, without the indentation of the list that a block stands in.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        if line.trim_start().strip_prefix("```") == Some(language) {
            let inside = lines.by_ref().take_while(|line| !line.trim_start().starts_with("```"));
            blocks.push(inside.map(|line| format!("{}\n", line.get(indent..).unwrap_or_default())).collect());
        }
    }
    blocks
}

/// The command lines of tenbin in a block: texts, or lines of texts, that begin with its name.
fn commands(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => {
            text.lines().map(str::trim).filter(|line| line.starts_with("tenbin ")).map(str::to_owned).collect()
        }
        Value::Array(values) => values.iter().flat_map(commands).collect(),
        Value::Object(map) => map.values().flat_map(commands).collect(),
        _ => Vec::new(),
    }
}

/// The words of a command line, an option without its value.
fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(|word| word.split('=').next().unwrap_or(word).to_owned()).collect()
}

/// The steps that use the action, wherever they stand.
fn steps_used(value: &Value) -> Vec<&Value> {
    below(value, &|value| value["uses"].as_str().is_some_and(|uses| uses == "OWNER/tenbin@REF"))
}

/// The uses of the hook.
fn hooks_used(value: &Value) -> Vec<&Value> {
    below(value, &|value| value["id"] == "tenbin-check")
}

fn below<'a>(value: &'a Value, is_meant: &dyn Fn(&Value) -> bool) -> Vec<&'a Value> {
    match value {
        _ if is_meant(value) => vec![value],
        Value::Array(values) => values.iter().flat_map(|value| below(value, is_meant)).collect(),
        Value::Object(map) => map.values().flat_map(|value| below(value, is_meant)).collect(),
        _ => Vec::new(),
    }
}

/// The texts of a list; none where there is no list.
fn strings(value: &Value) -> Vec<String> {
    let list = value.as_array().map_or(&[][..], Vec::as_slice);
    list.iter().map(|value| value.as_str().expect("an argument is a text").to_owned()).collect()
}

fn yaml(text: &str) -> Value {
    serde_yaml_ng::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}
