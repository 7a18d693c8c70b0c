//! The house's layers: a module uses only those that `lib.rs` declares above it, and a crate stays in its place.
//!
//! Reaching for a layer below is a change of the design, not of this test.
#![allow(clippy::disallowed_methods, reason = "the bans are for the program: a test reads files")]

#[allow(dead_code, reason = "the other half is for `locales`")]
mod source;

use source::{File, Token};

/// Crates that have a place in the library, by the paths that may use them; none for those of the binary alone.
const PLACES: [(&str, &[&str]); 32] = [
    ("anstream", &[]),
    ("anyhow", &[]),
    ("clap", &[]),
    ("clap_complete", &[]),
    ("clap_mangen", &[]),
    ("indicatif", &[]),
    ("jiff", &["input/date.rs"]),
    ("same_file", &[]),
    ("sys_locale", &[]),
    ("tempfile", &[]),
    ("terminal_size", &[]),
    ("chardetng", &["input/"]),
    ("encoding_rs", &["input/", "check/mojibake.rs"]),
    ("roaring", &["input/numbered.rs"]),
    ("simdutf8", &["input/"]),
    ("toml", &["input/"]),
    ("comfy_table", &["render/table.rs"]),
    ("csv_core", &["render/csv.rs"]),
    ("itoa", &["render/csv.rs"]),
    ("rust_xlsxwriter", &["render/xlsx/"]),
    ("quick_xml", &["input/workbook/", "render/findings/junit.rs"]),
    ("flate2", &["input/workbook/package.rs"]),
    ("rawzip", &["input/workbook/package.rs"]),
    ("sha2", &["render/html.rs", "report/findings.rs"]),
    ("libm", &["scoring/doubles.rs"]),
    ("statrs", &["analysis/concordance.rs"]),
    ("rand_chacha", &["analysis/acceptability.rs", "analysis/sequence.rs"]),
    (
        "rayon",
        &[
            "analysis/acceptability.rs",
            "analysis/intervals.rs",
            "input/",
            "render/csv.rs",
            "scoring/",
            "table/blocks.rs",
        ],
    ),
    ("serde_json", &["input/answer.rs", "render/html.rs", "render/json.rs"]),
    ("fluent_bundle", &["lang.rs"]),
    ("unic_langid", &["lang.rs"]),
    ("wide", &["table/ends.rs"]),
];

/// Crates for every layer: numbers, text, derives.
const EVERYWHERE: [&str; 15] = [
    "anstyle",
    "foldhash",
    "hashbrown",
    "memchr",
    "num_bigint",
    "num_integer",
    "num_rational",
    "num_traits",
    "serde",
    "strsim",
    "strum",
    "twofloat",
    "unicode_normalization",
    "unicode_segmentation",
    "unicode_width",
];

/// What the library may not touch.
const BANNED: [&str; 4] = ["fs", "env", "process", "net"];

/// The most lines of a file before its tests.
const LONGEST: usize = 500;

#[test]
fn a_module_uses_only_those_declared_above_it() {
    let order = modules();
    let mut wrong = Vec::new();
    for file in library() {
        let own = module_of(&file.path);
        let Some(place) = order.iter().position(|module| *module == own) else {
            wrong.push(format!("{}: `lib.rs` declares no module `{own}`", file.path));
            continue;
        };
        for used in used_below(&file.tokens, "crate") {
            let module = if order.contains(&used) { used } else { home_of_macro(&used) };
            match order.iter().position(|other| *other == module) {
                Some(other) if other <= place => {}
                Some(_) => wrong.push(format!("{}: uses `{module}`, which stands below `{own}`", file.path)),
                None => wrong.push(format!("{}: uses `crate::{module}`, which is no module", file.path)),
            }
        }
        if climbs_out(&file) {
            wrong.push(format!("{}: `super` reaches the crate's root: say `crate`", file.path));
        }
    }
    assert_none(wrong);
}

#[test]
fn a_crate_stays_in_its_place() {
    let mut wrong = Vec::new();
    for file in library() {
        for (name, places) in PLACES {
            if uses_crate(&file.tokens, name) && !places.iter().any(|place| file.path.starts_with(place)) {
                let allowed = if places.is_empty() { "the binary".to_owned() } else { places.join(", ") };
                wrong.push(format!("{}: `{name}` is for {allowed} alone", file.path));
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn every_dependency_has_its_place_in_these_lists() {
    let manifest: toml::Table = include_str!("../Cargo.toml").parse().expect("the manifest is TOML");
    let lists = || PLACES.iter().map(|(name, _)| *name).chain(EVERYWHERE);
    let named = |name: &&String| !lists().any(|listed| listed == name.replace('-', "_"));
    let dependencies = manifest["dependencies"].as_table().expect("a table of dependencies");
    assert_none(dependencies.keys().filter(named).map(|name| format!("{name}: a new dependency")).collect());
    let gone = |name: &&str| !dependencies.keys().any(|known| known.replace('-', "_") == *name);
    assert_none(lists().filter(gone).map(|name| format!("{name}: a dependency no more")).collect());
}

#[test]
fn the_library_does_no_input_or_output() {
    let mut wrong = Vec::new();
    for file in library() {
        let from_std = used_below(&file.tokens, "std");
        for name in BANNED.iter().filter(|name| from_std.iter().any(|used| used == *name)) {
            wrong.push(format!("{}: std::{name}", file.path));
        }
        for printing in ["println", "eprintln", "print", "eprint", "dbg"] {
            if file.tokens.windows(2).any(|pair| pair[0].word() == Some(printing) && pair[1].is('!')) {
                wrong.push(format!("{}: {printing}!", file.path));
            }
        }
        for stream in ["stdin", "stdout", "stderr"] {
            if file.tokens.windows(2).any(|pair| pair[0].word() == Some(stream) && pair[1].is('(')) {
                wrong.push(format!("{}: {stream}()", file.path));
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let silent = |file: &File| !file.code.starts_with("//! ");
    let wrong = source::files().into_iter().filter(silent).map(|file| format!("src/{}: no `//!`", file.path));
    assert_none(wrong.collect());
}

#[test]
fn no_file_is_longer_than_can_be_read() {
    let long = |file: File| {
        let lines = file.code.lines().count();
        let most = if file.path == "main.rs" { 40 } else { LONGEST };
        (lines > most).then(|| format!("src/{}: {lines} lines before its tests, at most {most}", file.path))
    };
    assert_none(source::files().into_iter().filter_map(long).collect());
}

/// The layers, the lowest first: what `lib.rs` declares, in its order.
fn modules() -> Vec<String> {
    let files = source::files();
    let tokens = files.iter().find(|file| file.path == "lib.rs").map_or(&[][..], |file| &file.tokens);
    let declared = tokens.windows(3).filter(|three| three[0].word() == Some("mod") && three[2].is(';'));
    let modules: Vec<String> = declared.filter_map(|three| three[1].word()).map(str::to_owned).collect();
    assert!(modules.len() > 5, "lib.rs declares {modules:?}");
    modules
}

/// The files that are modules of the library.
fn library() -> impl Iterator<Item = File> {
    let outside = |path: &str| path.starts_with("cli/") || ["main.rs", "cli.rs", "lib.rs"].contains(&path);
    source::files().into_iter().filter(move |file| !outside(&file.path))
}

/// The module of `lib.rs` that a file belongs to: `input` for `input/rows.rs`.
fn module_of(path: &str) -> String {
    let first = path.split('/').next().unwrap_or_default();
    first.trim_end_matches(".rs").to_owned()
}

/// The module whose file defines a macro; exported ones are called from the crate's root.
fn home_of_macro(name: &str) -> String {
    let defines = |file: &File| {
        file.tokens
            .windows(3)
            .any(|three| three[0].word() == Some("macro_rules") && three[1].is('!') && three[2].word() == Some(name))
    };
    library().find(defines).map_or_else(|| name.to_owned(), |file| module_of(&file.path))
}

/// The first names behind `root::`, those of a group `root::{a, b::c}` too.
fn used_below(tokens: &[Token], root: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let is_root = token.word() == Some(root) && at.checked_sub(1).is_none_or(|before| !tokens[before].is(':'));
        if !is_root || !tokens[at + 1..].starts_with(&[Token::Sign(':'), Token::Sign(':')]) {
            continue;
        }
        match tokens.get(at + 3) {
            Some(Token::Word(name)) => used.push(name.clone()),
            Some(Token::Sign('{')) => used.extend(first_names(&tokens[at + 3..])),
            _ => {}
        }
    }
    used
}

/// The names that begin the parts of a group.
fn first_names(group: &[Token]) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    for (at, token) in group.iter().enumerate() {
        match token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => depth -= 1,
            Token::Word(name) if depth == 1 && (group[at - 1].is('{') || group[at - 1].is(',')) => {
                names.push(name.clone());
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// Whether a file's paths begin with a crate's name; a module of its own by that name is none.
fn uses_crate(tokens: &[Token], name: &str) -> bool {
    let colons = [Token::Sign(':'), Token::Sign(':')];
    let own = tokens.windows(2).any(|pair| pair[0].word() == Some("mod") && pair[1].word() == Some(name));
    tokens.iter().enumerate().any(|(at, token)| {
        if token.word() != Some(name) {
            return false;
        }
        let continues = tokens[..at].ends_with(&colons);
        let global =
            continues && at.checked_sub(3).is_none_or(|before| tokens[before].word().is_none_or(|w| w == "use"));
        let imported = at > 0 && tokens[at - 1].word() == Some("use");
        let begins = tokens[at + 1..].starts_with(&colons) || imported;
        global || begins && !continues && !own
    })
}

/// Whether a chain of `super` leaves the module of `lib.rs` that the file belongs to.
fn climbs_out(file: &File) -> bool {
    let path = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
    let depth = path.split('/').count();
    let supers = |at: usize| {
        let mut steps = file.tokens[at..].chunks(3);
        let step = |chunk: &[Token]| chunk.len() == 3 && chunk[0].word() == Some("super") && chunk[1].is(':');
        steps.by_ref().take_while(|chunk| step(chunk)).count()
    };
    (0..file.tokens.len()).any(|at| supers(at) >= depth)
}

#[track_caller]
fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn names_behind_a_root_are_found_in_groups_too() {
    let tokens = source::tokens("use crate::{a, b::{c, d}, e}; crate::f::g(); x::crate::h; use crate::i;");
    assert_eq!(used_below(&tokens, "crate"), ["a", "b", "e", "f", "i"]);
}

#[test]
fn a_crate_is_told_from_a_module_of_its_name() {
    assert!(uses_crate(&source::tokens("use csv::Writer;"), "csv"));
    assert!(uses_crate(&source::tokens("mod csv; use ::csv::Writer;"), "csv"));
    assert!(uses_crate(&source::tokens("fn f() -> csv::Writer {}"), "csv"));
    assert!(!uses_crate(&source::tokens("mod csv; fn f() { csv::write() }"), "csv"));
    assert!(!uses_crate(&source::tokens("use super::csv::write; let csv = 1;"), "csv"));
}
