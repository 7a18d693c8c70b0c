//! The rules as they are explained: every bad example breaks its rule, every good one keeps it, and the pages under
//! `docs/rules/` are what the program says of itself.
//!
//! After a change of the explanations `TENBIN_BLESS=1 cargo test --test rules` writes the pages anew.
#![allow(clippy::disallowed_methods, reason = "the bans are for the program: a test reads files")]

#[path = "cli/harness.rs"]
#[allow(dead_code, reason = "the other half is for the tests of the commands")]
mod harness;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use harness::Case;
use tenbin::finding::{Example, Rule};
use tenbin::lang::Lang;

/// Rules whose examples are too large to be written out.
const TOO_LARGE: [Rule; 4] = [Rule::FileTooLarge, Rule::WorkbookTooLarge, Rule::CellTooLong, Rule::TooManyColumns];

#[test]
fn every_bad_example_breaks_its_rule_and_every_good_one_keeps_it() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for rule in Rule::all() {
            let examples = rule.explanation(lang).examples;
            let abridged = examples.iter().any(|example| example.options.iter().any(|option| option == "abridged"));
            assert_eq!(abridged, TOO_LARGE.contains(&rule), "{}: only what is too large is abridged", rule.code());
            for is_good in [false, true] {
                let these: Vec<&Example> = examples.iter().filter(|example| example.is_good == is_good).collect();
                if is_good || !abridged {
                    wrong.extend(judge(rule, &these, is_good).map(|what| format!("{} {what}", lang.code())));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// What is wrong with the examples of one kind.
fn judge(rule: Rule, examples: &[&Example], is_good: bool) -> Option<String> {
    let found = check(examples);
    let breaks = found.iter().any(|(code, _)| code == rule.code());
    let kind = if is_good { "good" } else { "bad" };
    let says = |what: &str| Some(format!("{}, {kind} example: {what}, found {found:?}", rule.code()));
    match (is_good, breaks) {
        (false, false) => says("doesn't break the rule"),
        (true, true) => says("breaks the rule"),
        (true, false) if found.iter().any(|(_, severity)| severity == "error") => says("has another error"),
        _ => None,
    }
}

/// The codes and severities of what `check` finds in the files of an example, or the command that the example names.
fn check(examples: &[&Example]) -> Vec<(String, String)> {
    let mut case = Case::new();
    let mut line = vec!["check".to_owned(), "backlog.csv".to_owned()];
    for example in examples {
        let has = |name: &str| example.options.iter().any(|option| option == name);
        let content = if has("bytes") { unescaped(&example.text) } else { example.text.clone().into_bytes() };
        let named = example.options.iter().find(|option| option.contains('.'));
        match example.kind.as_str() {
            "csv" if named.is_some() => case = case.file(named.expect("it has a name"), content),
            "csv" => case = case.file("backlog.csv", content),
            "sheet" => {
                line[1] = "backlog.xlsx".to_owned();
                case = case.file("backlog.xlsx", workbook(&example.text));
            }
            "toml" if has("baseline") => case = case.file("baseline.toml", content),
            "toml" => case = case.file("weights.toml", content),
            "console" => {
                let words = example.text.trim().strip_prefix("$ tenbin ").expect("a command line of tenbin");
                line = words.split_whitespace().map(str::to_owned).collect();
            }
            other => panic!("an example of kind {other}"),
        }
    }
    if line[0] != "check" {
        return told(&case.args(line).run().err());
    }
    let outcome = case.args(line).args(["-f", "json", "--limit", "0"]).run();
    let Ok(report) = serde_json::from_slice::<serde_json::Value>(&outcome.stdout) else {
        return vec![(outcome.err(), "error".to_owned())];
    };
    let findings = report["findings"].as_array().expect("a list of findings");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    findings.iter().map(|finding| (text(&finding["rule"]), text(&finding["severity"]))).collect()
}

/// The codes and severities of the findings on standard error.
fn told(text: &str) -> Vec<(String, String)> {
    let severities = ["error", "エラー", "warning", "警告", "note", "情報"];
    let finding = |line: &str| {
        let (severity, rest) = line.split_once('[')?;
        let place = severities.iter().position(|known| *known == severity)?;
        Some((rest.split_once(']')?.0.to_owned(), severities[place / 2 * 2].to_owned()))
    };
    text.lines().filter_map(finding).collect()
}

/// The workbook that a text describes: a sheet under each `#` and its name, a row a line, and `|` between the cells.
fn workbook(text: &str) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for sheet in text.split("# ").skip(1) {
        let (name, rows) = sheet.split_once('\n').expect("a name and rows");
        let sheet = workbook.add_worksheet().set_name(name).expect("a sheet's name");
        for (row, line) in (0..).zip(rows.lines()) {
            let shown = line.strip_prefix("[hidden] ");
            if shown.is_some() {
                sheet.set_row_hidden(row).expect("a row");
            }
            for (column, cell) in (0..).zip(shown.unwrap_or(line).split('|').map(str::trim)) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(row, column, number),
                    Err(_) => sheet.write(row, column, cell),
                }
                .expect("a cell");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// The bytes that a text with `\xNN` stands for.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend(before.as_bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).expect("two hexadecimal digits"));
        rest = &after[2..];
    }
    bytes.extend(rest.as_bytes());
    bytes
}

#[test]
fn the_pages_of_the_rules_are_what_the_program_says() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let folder = folder(lang);
        let expected = pages(lang);
        if std::env::var_os("TENBIN_BLESS").is_some() {
            fs::create_dir_all(&folder).expect("a folder can be made");
            expected.iter().for_each(|(name, text)| fs::write(folder.join(name), text).expect("a page can be written"));
        }
        for (name, text) in &expected {
            if fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text) {
                wrong.push(format!("{}: not what `tenbin check --explain` prints", folder.join(name).display()));
            }
        }
        for entry in fs::read_dir(&folder).expect("there are pages").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_file() && !expected.contains_key(&name) {
                wrong.push(format!("{}: no rule has this page", entry.path().display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn folder(lang: Lang) -> PathBuf {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    if lang == Lang::En { rules } else { rules.join(lang.code()) }
}

/// The pages of a language by their names: one a rule, and a list of all.
fn pages(lang: Lang) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::from([("README.md".to_owned(), index(lang))]);
    for rule in Rule::all() {
        let case = Case::new().args(["check", "--explain", rule.code(), "-f", "markdown", "--lang", lang.code()]);
        let title = format!("# {}\n\n", rule.code());
        pages.insert(format!("{}.md", rule.code()), title + &case.run().out());
    }
    pages
}

/// The list of the rules, each with a link to its page.
fn index(lang: Lang) -> String {
    let list = Case::new().args(["check", "--list", "-f", "markdown", "--lang", lang.code()]).run().out();
    let (title, other) = match lang {
        Lang::En => ("# The rules of `tenbin check`", "[日本語](ja/README.md)"),
        Lang::Ja => ("# `tenbin check` のルール", "[English](../README.md)"),
    };
    let linked = |line: &str| match line.strip_prefix("| ").and_then(|rest| rest.split_once(" |")) {
        Some((code, rest)) if Rule::find(code).is_some() => format!("| [`{code}`]({code}.md) |{rest}\n"),
        _ => format!("{line}\n"),
    };
    format!("{title}\n\n{other}\n\n{}", list.lines().map(linked).collect::<String>())
}
