//! What is wrong with a command line, told in the user's language: clap finds the fault, the sentences stand in the
//! locales.
//!
//! What was typed is shown as every other found value is: cut short, and with no control character left raw.

use std::error::Error as _;
use std::ffi::OsString;
use std::num::{IntErrorKind, ParseIntError};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, Error};
use tenbin::finding::Severity;
use tenbin::lang::Lang;
use tenbin::{prose, say};

use super::options::Options;

/// Notes in an error which command it is about, where clap leaves that out; [`explain_error`] then points to its help.
pub fn name_command(mut error: Error, arguments: &[OsString]) -> Error {
    let commands = Options::command();
    let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    let Some(command) = words.by_ref().find_map(|word| commands.find_subcommand(word)) else { return error };
    let step = words.find_map(|word| command.find_subcommand(word));
    if error.get(ContextKind::Usage).is_none() {
        let path: Vec<&str> = std::iter::once(command).chain(step).map(Command::get_name).collect();
        error.insert(ContextKind::Usage, ContextValue::String(format!("tenbin {}", path.join(" "))));
    }
    error
}

/// What is wrong with the command line, what may have been meant, and where to read on: a few lines, each with its end.
///
/// Help and version are no faults: for them the text is what clap prints.
pub fn explain_error(error: &Error, lang: Lang) -> String {
    let Some(fault) = fault(error, lang) else { return error.render().to_string() };
    let mut text = format!("{}: {fault}\n", Severity::Error.label(lang));
    let command = match command_of(error) {
        Some(command) => format!("tenbin {command}"),
        None => "tenbin".to_owned(),
    };
    if let Some(cure) = cure(error, lang) {
        text.push_str(&format!("  {}: {cure}\n", lang.text("label-help")));
    }
    text.push_str(&format!("  {}\n", say!(lang, "usage-see", command = command)));
    text
}

/// The first line, without its label; none where nothing is wrong.
fn fault(error: &Error, lang: Lang) -> Option<String> {
    let typed = || prose::name(&string(error, ContextKind::InvalidArg));
    let option = || label(&string(error, ContextKind::InvalidArg));
    let value = string(error, ContextKind::InvalidValue);
    let shown = prose::name(&value);
    let number = |kind| match error.get(kind) {
        Some(ContextValue::Number(number)) => i64::try_from(*number).unwrap_or_default(),
        _ => 0,
    };
    Some(match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::DisplayVersion => {
            return None;
        }
        ErrorKind::UnknownArgument if is_option(error) => say!(lang, "usage-unknown-option", name = typed()),
        ErrorKind::UnknownArgument => say!(lang, "usage-unknown-argument", name = typed()),
        ErrorKind::InvalidSubcommand => {
            let name = prose::name(&string(error, ContextKind::InvalidSubcommand));
            say!(lang, "usage-unknown-command", name = name, commands = commands(error, lang))
        }
        ErrorKind::MissingSubcommand => say!(lang, "usage-missing-command", commands = commands(error, lang)),
        ErrorKind::MissingRequiredArgument => {
            let missing = strings(error, ContextKind::InvalidArg);
            let names = prose::list(lang, missing.iter().map(|name| label(name)));
            say!(lang, "usage-missing-arguments", names = names, count = missing.len())
        }
        ErrorKind::InvalidValue => {
            let known = prose::list(lang, strings(error, ContextKind::ValidValue).iter().map(|name| prose::name(name)));
            match (value.is_empty(), known.is_empty()) {
                (true, true) => say!(lang, "usage-missing-value", option = option()),
                (true, false) => say!(lang, "usage-missing-value-of", option = option(), names = known),
                (false, true) => say!(lang, "usage-invalid-value", option = option(), value = shown),
                (false, false) => {
                    say!(lang, "usage-invalid-value-of", option = option(), value = shown, names = known)
                }
            }
        }
        ErrorKind::ValueValidation => {
            let number = error.source().and_then(|source| source.downcast_ref::<ParseIntError>());
            let id = match number.map(ParseIntError::kind) {
                Some(IntErrorKind::PosOverflow) => "usage-too-large",
                Some(_) => "usage-not-a-count",
                // Of a small range clap doesn't say in which way it is left.
                None => match value.parse::<i64>() {
                    Ok(number) if number < 0 => "usage-not-a-count",
                    Ok(_) => "usage-too-large",
                    Err(_) => "usage-invalid-value",
                },
            };
            say!(lang, id, option = option(), value = shown)
        }
        ErrorKind::NoEquals => say!(lang, "usage-needs-equals", option = option()),
        ErrorKind::TooManyValues => say!(lang, "usage-unneeded-value", option = option(), value = shown),
        ErrorKind::TooFewValues => say!(
            lang,
            "usage-too-few-values",
            option = option(),
            expected = number(ContextKind::MinValues),
            found = number(ContextKind::ActualNumValues)
        ),
        ErrorKind::WrongNumberOfValues => say!(
            lang,
            "usage-wrong-number-of-values",
            option = option(),
            expected = number(ContextKind::ExpectedNumValues),
            found = number(ContextKind::ActualNumValues)
        ),
        ErrorKind::ArgumentConflict => conflict(error, lang),
        ErrorKind::InvalidUtf8 => lang.text("usage-not-utf8"),
        // Io and Format come from printing, which clap isn't asked to do; the list of kinds is open.
        _ => lang.text("usage-other"),
    })
}

fn conflict(error: &Error, lang: Lang) -> String {
    let first =
        strings(error, ContextKind::InvalidArg).into_iter().chain(strings(error, ContextKind::InvalidSubcommand));
    let option = first.map(|name| label(&name)).next().unwrap_or_default();
    let others: Vec<String> = strings(error, ContextKind::PriorArg).iter().map(|name| label(name)).collect();
    if others.is_empty() || others == [option.as_str()] {
        return say!(lang, "usage-repeated", option = option);
    }
    say!(lang, "usage-conflict", option = option, others = prose::list(lang, others))
}

/// What may have been meant.
fn cure(error: &Error, lang: Lang) -> Option<String> {
    const SUGGESTED: [ContextKind; 3] =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(file) = file_to_rank(error) {
        return Some(say!(lang, "usage-rank-a-file", file = prose::visible(&file)));
    }
    // clap puts the likeliest last.
    let meant: Vec<String> = SUGGESTED.iter().flat_map(|&kind| strings(error, kind)).rev().collect();
    if !meant.is_empty() {
        let names = prose::list(lang, meant.iter().map(|name| label(name)));
        return Some(say!(lang, "usage-did-you-mean", names = names));
    }
    let root = Options::command();
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let typed = string(error, ContextKind::InvalidArg);
            let owners: Vec<String> = owners(&root, &typed).map(|name| format!("`tenbin {name}`")).collect();
            if !owners.is_empty() {
                let commands = prose::list(lang, owners);
                return Some(say!(lang, "usage-elsewhere", option = label(&typed), commands = commands));
            }
            let command = command_of(error).is_none() && root.find_subcommand(&typed).is_some();
            command.then(|| say!(lang, "usage-no-dashes", name = label(&typed)))
        }
        _ => None,
    }
}

/// The file that stands where a command should: `backlog.csv`, however near that comes to the name of one.
fn file_to_rank(error: &Error) -> Option<String> {
    let typed = string(error, ContextKind::InvalidSubcommand);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '\\' | '-' | '_');
    let is_file = typed.contains(['.', '/', '\\']) && typed.chars().all(plain) && !typed.starts_with('-');
    let is_first = error.kind() == ErrorKind::InvalidSubcommand && command_of(error).is_none();
    Some(typed).filter(|_| is_file && is_first)
}

/// The command whose help tells more: the one that clap shows the usage of, else the only one with that argument. A step
/// of a command comes with its name before it: `workshop agenda`.
fn command_of(error: &Error) -> Option<String> {
    let root = Options::command();
    if error.get(ContextKind::Usage).is_some() {
        let usage = string(error, ContextKind::Usage);
        let mut words = usage.split_whitespace().skip_while(|word| *word != "tenbin").skip(1);
        let command = root.find_subcommand(words.next()?)?;
        let step = words.next().and_then(|word| command.find_subcommand(word));
        let path: Vec<&str> = std::iter::once(command).chain(step).map(Command::get_name).collect();
        return Some(path.join(" "));
    }
    let mut owners = owners(&root, &string(error, ContextKind::InvalidArg));
    owners.next().filter(|_| owners.next().is_none())
}

/// The commands that have an argument, by what clap calls it: `--top <N>`, `<SHELL>`.
fn owners<'a>(root: &'a Command, shown: &str) -> impl Iterator<Item = String> + 'a {
    let name = bare(shown).to_owned();
    let has = move |command: &Command| {
        command.get_arguments().any(|arg| match arg.get_long() {
            Some(long) => name.strip_prefix("--") == Some(long),
            None => arg.is_positional() && arg.get_value_names().is_some_and(|names| names.iter().any(|n| *n == *name)),
        })
    };
    let with_steps = root.get_subcommands().flat_map(|command| {
        let steps = command.get_subcommands().map(|step| (step, format!("{} {}", command.get_name(), step.get_name())));
        std::iter::once((command, command.get_name().to_owned())).chain(steps)
    });
    with_steps.filter(move |(command, _)| has(command)).map(|(_, name)| name)
}

/// The commands that could stand where one is missing or unknown: those of the program, or the steps of a command.
fn commands(error: &Error, lang: Lang) -> String {
    let root = Options::command();
    let above = command_of(error).and_then(|name| root.find_subcommand(name).cloned());
    let above = above.filter(Command::has_subcommands).unwrap_or(root);
    prose::list(lang, above.get_subcommands().map(|command| prose::name(command.get_name())))
}

/// Whether the unknown argument was meant as an option.
fn is_option(error: &Error) -> bool {
    string(error, ContextKind::InvalidArg).starts_with('-')
}

/// An argument's name in backticks, without the placeholder that clap puts behind it.
fn label(shown: &str) -> String {
    prose::name(bare(shown))
}

fn bare(shown: &str) -> &str {
    let name = shown.split(' ').next().unwrap_or(shown);
    name.trim_end_matches('.').trim_matches(['<', '>', '[', ']'])
}

fn string(error: &Error, kind: ContextKind) -> String {
    error.get(kind).map(ToString::to_string).unwrap_or_default()
}

fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::help;
    use super::*;

    /// What a user reads after a wrong command line, the labels taken off.
    fn explained(lang: Lang, typed: &str) -> Vec<String> {
        let arguments: Vec<OsString> = typed.split(' ').map(OsString::from).collect();
        let Err(error) = help::localized(lang).try_get_matches_from(&arguments) else { return Vec::new() };
        let text = explain_error(&name_command(error, &arguments), lang);
        assert!(text.ends_with('\n') && !text.contains("usage-"), "{text}");
        let error = format!("{}: ", Severity::Error.label(lang));
        let help = format!("  {}: ", lang.text("label-help"));
        let bare = |line: &str| -> String {
            let line = line.strip_prefix(&error).or_else(|| line.strip_prefix(&help)).unwrap_or(line);
            line.trim_start().to_owned()
        };
        assert!(text.starts_with(&error), "{text}");
        text.lines().map(bare).collect()
    }

    fn en(typed: &str) -> String {
        explained(Lang::En, typed).join(" / ")
    }

    fn ja(typed: &str) -> String {
        explained(Lang::Ja, typed).join(" / ")
    }

    const SEE_RANK: &str = "examples and all options: `tenbin rank --help`";
    const SEE: &str = "examples and all options: `tenbin --help`";

    #[test]
    fn a_misspelt_option_gets_its_neighbour() {
        let expected = format!("there is no option `--fromat` / did you mean `--format`? / {SEE_RANK}");
        assert_eq!(en("tenbin rank a.csv --fromat csv"), expected);
        assert_eq!(
            ja("tenbin rank a.csv --fromat csv"),
            "`--fromat` というオプションはありません / `--format` ですか？ / \
             例とオプションの一覧：`tenbin rank --help`"
        );
    }

    #[test]
    fn an_option_of_another_command_is_named_with_it() {
        assert_eq!(
            en("tenbin init --top 3"),
            "there is no option `--top` / `--top` is an option of `tenbin rank`, `tenbin check`, `tenbin whatif`, `tenbin stability`, `tenbin compare`, `tenbin report`, `tenbin sql`, `tenbin workshop agenda` / \
             examples and all options: `tenbin init --help`"
        );
        let line = ja("tenbin init --top 3");
        assert!(
            line.contains(
                "`--top` は `tenbin rank`、`tenbin check`、`tenbin whatif`、`tenbin stability`、`tenbin compare`、`tenbin report`、`tenbin sql`、`tenbin workshop agenda` のオプションです"
            ),
            "{line}"
        );
    }

    #[test]
    fn an_argument_too_many_is_not_called_an_option() {
        assert_eq!(en("tenbin rank a.csv b.csv"), format!("`b.csv` is one argument too many / {SEE_RANK}"));
        assert!(ja("tenbin rank a.csv b.csv").starts_with("引数 `b.csv` が余分です / "));
        assert!(en("tenbin -- rank").contains("leave out the `--` before `rank`"));
    }

    #[test]
    fn a_misspelt_command_gets_its_neighbour() {
        let commands = "`rank`, `explain`, `check`, `whatif`, `stability`, `compare`, `report`, `sql`, `workshop`, `vote`, `triage`, `plan`, `review`, `backcast`, `init`, `completions`, `man`";
        assert_eq!(
            en("tenbin rnak a.csv"),
            format!("there is no command `rnak`, expected {commands} / did you mean `rank`? / {SEE}")
        );
        let line = ja("tenbin rnak a.csv");
        assert!(line.starts_with("`rnak` というコマンドはありません。使えるコマンド：`rank`、`explain`"), "{line}");
        assert_eq!(en("tenbin --quiet"), format!("no command given, expected {commands} / {SEE}"));
    }

    #[test]
    fn a_file_without_a_command_is_meant_to_be_ranked() {
        let line = en("tenbin backlog.csv");
        assert!(line.contains("to rank a file, type `tenbin rank backlog.csv`"), "{line}");
        let line = ja("tenbin 施策/改善項目.csv");
        assert!(line.contains("`tenbin rank 施策/改善項目.csv`"), "{line}");
        assert!(!en("tenbin $(x).csv").contains("tenbin rank $"));
    }

    #[test]
    fn a_wrong_value_is_shown_with_the_right_ones() {
        assert_eq!(
            en("tenbin rank a.csv --color alway"),
            format!(
                "`alway` is not a value of `--color`, expected `auto`, `always`, `never` / \
                 did you mean `always`? / {SEE_RANK}"
            )
        );
        assert!(
            ja("tenbin rank a.csv --lang fr")
                .starts_with("`fr` は `--lang` の値として使えません。使える値：`en`、`ja` / ")
        );
        assert!(en("tenbin completions sh").starts_with("`sh` is not a value of `SHELL`, expected `bash`, `elvish`"));
    }

    #[test]
    fn a_count_that_is_none_is_told_as_such() {
        let expected = format!("`five` is not a value of `--top`, expected a whole number from 0 up / {SEE_RANK}");
        assert_eq!(en("tenbin rank a.csv --top five"), expected);
        assert!(en("tenbin rank a.csv --top=-3").starts_with("`-3` is not a value of `--top`"));
        let expected = format!("`-1` is not a value of `--top`, expected a whole number from 0 up / {SEE_RANK}");
        assert_eq!(en("tenbin rank a.csv --top -1"), expected);
        assert!(en("tenbin vote a.csv --picks -1").starts_with("`-1` is not a value of `--picks`, expected"));
        assert!(en("tenbin stability a.csv --seed -1").starts_with("`-1` is not a value of `--seed`, expected"));
        assert!(en("tenbin sql --decimals -1").contains("expected a whole number from 0 up"));
        assert!(en("tenbin sql --decimals 4294967296").contains("too large a number for `--decimals`"));
        assert!(en("tenbin rank a.csv --top=99999999999999999999").contains("too large a number for `--top`"));
        assert!(ja("tenbin rank a.csv --top five").contains("0以上の整数で指定してください"));
    }

    #[test]
    fn what_is_missing_is_named() {
        assert!(en("tenbin explain").starts_with("`FILE`, `ID` are missing / "));
        assert!(en("tenbin explain a.csv").starts_with("`ID` is missing / "));
        assert!(ja("tenbin explain").starts_with("`FILE`、`ID` が指定されていません / "));
        assert_eq!(en("tenbin rank a.csv --model"), format!("`--model` needs a value / {SEE_RANK}"));
        assert!(en("tenbin rank a.csv --color").starts_with("`--color` needs a value, expected `auto`, "));
        assert!(ja("tenbin rank a.csv --model").starts_with("`--model` の値が指定されていません / "));
    }

    #[test]
    fn an_option_given_twice_or_with_an_unwanted_value_is_a_fault() {
        assert!(en("tenbin rank a.csv --top 1 --top 2").starts_with("`--top` is given more than once / "));
        assert!(ja("tenbin rank a.csv --top 1 --top 2").starts_with("`--top` は1回だけ指定できます / "));
        assert!(en("tenbin rank a.csv --quiet=yes").starts_with("`--quiet` takes no value, found `yes` / "));
    }

    #[test]
    fn nothing_that_was_typed_reaches_the_terminal_raw() {
        for typed in [
            "tenbin rank --\u{1b}[2J",
            "tenbin \u{1b}[2J.csv",
            "tenbin rank a --top \u{7}\u{202e}",
            "tenbin rank a \u{9b}",
        ] {
            for lang in Lang::ALL {
                let lines = explained(lang, typed);
                assert!(!lines.is_empty() && !lines.iter().any(|line| line.chars().any(prose::is_unsafe)), "{lines:?}");
            }
        }
        let long = format!("tenbin rank --{}", "x".repeat(500));
        assert!(explained(Lang::En, &long).iter().all(|line| line.len() < 120));
    }

    #[test]
    fn every_kind_of_error_has_a_sentence() {
        const KINDS: [ErrorKind; 17] = [
            ErrorKind::InvalidValue,
            ErrorKind::UnknownArgument,
            ErrorKind::InvalidSubcommand,
            ErrorKind::NoEquals,
            ErrorKind::ValueValidation,
            ErrorKind::TooManyValues,
            ErrorKind::TooFewValues,
            ErrorKind::WrongNumberOfValues,
            ErrorKind::ArgumentConflict,
            ErrorKind::MissingRequiredArgument,
            ErrorKind::MissingSubcommand,
            ErrorKind::InvalidUtf8,
            ErrorKind::DisplayHelp,
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand,
            ErrorKind::DisplayVersion,
            ErrorKind::Io,
            ErrorKind::Format,
        ];
        for kind in KINDS {
            for lang in Lang::ALL {
                // An error without any context: the sentence has gaps, and is there.
                let sentence = fault(&Error::new(kind), lang);
                assert!(sentence.is_none_or(|text| !text.is_empty() && !text.contains("usage-")), "{kind:?}");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn an_argument_that_is_not_utf8_is_told_as_such() {
        use std::os::unix::ffi::OsStringExt;
        let arguments = ["tenbin", "rank", "a.csv", "--model"].map(OsString::from).into_iter();
        let arguments: Vec<OsString> = arguments.chain([OsString::from_vec(vec![0xE9])]).collect();
        let error = help::localized(Lang::En).try_get_matches_from(&arguments).err();
        let text = error.map(|error| explain_error(&error, Lang::En)).unwrap_or_default();
        assert!(text.contains("an argument is not valid UTF-8\n"), "{text}");
    }
}
