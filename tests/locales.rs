//! The messages of both languages: the same ones with the same arguments, all that the program asks for and no others.
#![allow(clippy::disallowed_methods, reason = "the bans are for the program: a test reads files")]

#[allow(dead_code, reason = "the other half is for `layers`")]
mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::{File, Token};
use tenbin::finding::Rule;
use tenbin::lang::Lang;

/// What stands under a name, `message` or `message.attribute`.
#[derive(Debug, Default)]
struct Pattern {
    lines: Vec<String>,
}

impl Pattern {
    /// The names behind `$`.
    fn variables(&self) -> BTreeSet<&str> {
        self.places().map(|(name, _)| name).collect()
    }

    /// Those that stand in the sentence; the others only choose between its forms, of which a language may have one.
    fn shown(&self) -> BTreeSet<&str> {
        self.places().filter(|(_, rest)| !rest.trim_start().starts_with("->")).map(|(name, _)| name).collect()
    }

    /// Each name behind a `$`, with what follows it.
    fn places(&self) -> impl Iterator<Item = (&str, &str)> {
        let end = |rest: &str| rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        self.lines.iter().flat_map(|line| line.split('$').skip(1)).map(move |rest| rest.split_at(end(rest)))
    }
}

type Messages = BTreeMap<String, Pattern>;

/// The messages of a language, read line by line: a name at the line's start, an attribute behind a point.
fn messages(lang: Lang) -> Messages {
    let mut messages = Messages::new();
    let (mut message, mut name) = (String::new(), String::new());
    for line in lang.messages().into_iter().flat_map(str::lines) {
        let start = |line: &str| {
            let (name, value) = line.split_once('=')?;
            let name = name.trim();
            let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            (!name.is_empty() && name.chars().all(plain)).then(|| (name.to_owned(), value.trim().to_owned()))
        };
        let attribute = line.trim_start().strip_prefix('.').filter(|_| line.starts_with(' ')).and_then(start);
        let value = if line.starts_with('#') || line.trim().is_empty() {
            continue;
        } else if let Some((attribute, value)) = attribute {
            name = format!("{message}.{attribute}");
            value
        } else if let Some((id, value)) = start(line).filter(|_| !line.starts_with(' ')) {
            message.clone_from(&id);
            name = id;
            value
        } else {
            line.trim().to_owned()
        };
        let pattern: &mut Pattern = messages.entry(name.clone()).or_default();
        pattern.lines.push(value);
    }
    assert!(messages.len() > 100, "{}: {} messages", lang.code(), messages.len());
    messages
}

#[test]
fn both_languages_have_the_same_messages() {
    let [english, japanese] = [Lang::En, Lang::Ja].map(messages);
    let only = |a: &Messages, b: &Messages, code: &str| {
        let missing = a.keys().filter(|name| !b.contains_key(*name));
        missing.map(|name| format!("{code}: no `{name}`")).collect::<Vec<_>>()
    };
    let mut wrong = only(&english, &japanese, "ja");
    wrong.extend(only(&japanese, &english, "en"));
    assert_none(wrong);
}

#[test]
fn both_languages_say_the_same_arguments() {
    let [english, japanese] = [Lang::En, Lang::Ja].map(messages);
    let differs = |(name, pattern): (&String, &Pattern)| {
        let other = japanese.get(name)?;
        let (en, ja) = (pattern.variables(), other.variables());
        let same = pattern.shown().is_subset(&ja) && other.shown().is_subset(&en) && ja.is_subset(&en);
        (!same).then(|| format!("`{name}`: en {en:?}, ja {ja:?}"))
    };
    assert_none(english.iter().filter_map(differs).collect());
}

#[test]
fn a_message_stands_once_in_its_language() {
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        let lines = lang.messages().into_iter().flat_map(str::lines);
        let names = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let twice = names.filter_map(|line| line.split_once(" =")).filter(|(name, _)| !seen.insert(*name));
        assert_none(twice.map(|(name, _)| format!("{}: `{name}` twice", lang.code())).collect());
    }
}

#[test]
fn every_message_that_the_source_asks_for_is_there() {
    let known = messages(Lang::En);
    let mut wrong = Vec::new();
    for file in source::files() {
        for id in asked(&file.tokens) {
            if !known.contains_key(id) {
                wrong.push(format!("src/{}: there is no message `{id}`", file.path));
            }
        }
        for variant in texts_of_call(&file.tokens, "advise") {
            if !known.keys().any(|name| name.ends_with(&format!(".{variant}"))) {
                wrong.push(format!("src/{}: no rule has a help `{variant}`", file.path));
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn every_rule_has_a_sentence_a_help_and_a_summary() {
    for lang in Lang::ALL {
        let known = messages(lang);
        let names = Rule::all().flat_map(|rule| ["", ".help", ".summary"].map(|part| format!("{}{part}", rule.code())));
        assert_none(
            names.filter(|name| !known.contains_key(name)).map(|name| format!("{}: {name}", lang.code())).collect(),
        );
        let summaries =
            known.iter().filter(|(name, pattern)| name.ends_with(".summary") && !pattern.variables().is_empty());
        assert_none(summaries.map(|(name, _)| format!("{}: {name} has arguments", lang.code())).collect());
    }
}

#[test]
fn every_message_is_used() {
    let files = source::files();
    let texts: BTreeSet<&str> = files.iter().flat_map(|file| &file.tokens).filter_map(Token::text).collect();
    let rules: BTreeSet<&str> = Rule::all().map(Rule::code).collect();
    let options = words(&files, "cli/options/");
    let is_used = |name: &str| {
        let (message, attribute) = name.split_once('.').map_or((name, None), |(m, a)| (m, Some(a)));
        if let Some(attribute) = attribute {
            let own = ["help", "summary"].contains(&attribute) && rules.contains(message);
            let variant = texts.contains(attribute);
            let part = texts.iter().any(|text| text.ends_with(&format!(".{attribute}")));
            let argument = attribute.strip_prefix("arg-").is_some_and(|name| is_argument(&options, name));
            return own || variant || part || argument;
        }
        if let Some(name) = message.strip_prefix("help-arg-") {
            return is_argument(&options, name);
        }
        if let Some(heading) = message.strip_prefix("help-heading-") {
            return texts.contains(heading) || texts.contains(message);
        }
        if let Some(command) = message.strip_prefix("help-")
            && (command == "tenbin" || command.split('-').all(|part| options.contains(&capitalized(part))))
        {
            return true;
        }
        texts.contains(message) || rules.contains(message)
    };
    assert_none(messages(Lang::En).into_keys().filter(|name| !is_used(name)).collect());
}

/// `init-…` are the files that `init` writes: pages for people, with whole sentences.
#[test]
fn no_sentence_ends_with_a_full_stop() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        for (name, pattern) in messages(lang).iter().filter(|(name, _)| !name.starts_with("init-")) {
            let ends = |line: &&String| line.ends_with(['.', '。', '．']) && !line.ends_with("..");
            wrong.extend(pattern.lines.iter().filter(ends).map(|line| format!("{} `{name}`: {line}", lang.code())));
        }
    }
    assert_none(wrong);
}

#[test]
fn no_message_holds_what_a_terminal_would_act_on() {
    for lang in Lang::ALL {
        let unsafe_line = |line: &&str| line.chars().any(tenbin::prose::is_unsafe);
        assert_none(lang.messages().into_iter().flat_map(str::lines).filter(unsafe_line).map(str::to_owned).collect());
    }
}

/// The messages that a file names where it asks for them: `say!(lang, "…")`, `.text("…")`, `.find("…")`.
fn asked(tokens: &[Token]) -> Vec<&str> {
    let mut ids = Vec::new();
    for at in 0..tokens.len() {
        if tokens[at].word() == Some("say") && tokens.get(at + 1).is_some_and(|next| next.is('!')) {
            let arguments = &tokens[at + 2..];
            let comma = arguments.iter().position(|token| token.is(','));
            ids.extend(comma.and_then(|comma| arguments.get(comma + 1)?.text()));
        }
    }
    for call in ["text", "say", "find", "heading"] {
        ids.extend(texts_of_call(tokens, call).into_iter().filter(|text| is_id(text)));
    }
    ids
}

/// The literals that a function is called with, as its first argument.
fn texts_of_call<'t>(tokens: &'t [Token], name: &str) -> Vec<&'t str> {
    let calls = tokens.windows(3).filter(|three| three[0].word() == Some(name) && three[1].is('('));
    calls.filter_map(|three| three[2].text()).collect()
}

/// Whether a text has the form of a message's name; the only name without a hyphen would be a rule's.
fn is_id(text: &str) -> bool {
    let kebab = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    text.contains('-') && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.split('.').all(kebab)
}

fn words(files: &[File], path: &str) -> BTreeSet<String> {
    let tokens = files.iter().filter(|file| file.path.starts_with(path)).flat_map(|file| &file.tokens);
    tokens.filter_map(Token::word).map(str::to_owned).collect()
}

/// Whether the command line has an argument; clap's own two have no field.
fn is_argument(options: &BTreeSet<String>, name: &str) -> bool {
    options.contains(&name.replace('-', "_")) || ["help", "version"].contains(&name)
}

fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[track_caller]
fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
