//! The help that users read: clap's command line with every word taken from the locales.
//!
//! clap's own pages can't be translated, and it breaks lines at spaces only, which Japanese has none of. So each page is
//! written here, examples first, and `help/layout.rs` sets it for the terminal's width. Completions and the manual page
//! read the same texts from the arguments.

mod layout;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command, CommandFactory};
use strum::VariantNames;
use tenbin::check::USUAL_TOP;
use tenbin::finding::SHOWN;
use tenbin::lang::{Lang, Words};
use tenbin::model::BuiltIn;
use tenbin::prose;
use tenbin::render::{FindingsFormat, Format};
use tenbin::sql::{Dialect, USUAL_DECIMALS};

use super::options::Options;
use super::output;
use layout::{Page, Row};

/// Lines get no longer than this on a wide screen, and are this long where there is no terminal.
const WIDEST: usize = 100;

/// The command line with its help in a language, laid out for the terminal at hand.
pub fn localized(lang: Lang) -> Command {
    build(lang, output::terminal_width().map_or(WIDEST, |width| width.min(WIDEST)))
}

fn build(lang: Lang, width: usize) -> Command {
    let flag = |name: &'static str, short: char| Arg::new(name).long(name).short(short);
    let command = Options::command()
        .arg(flag("help", 'h').action(ArgAction::Help).global(true))
        .arg(flag("version", 'V').action(ArgAction::Version));
    let root = describe(command, "", lang);
    let global: Vec<Arg> = root.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    let page = page(&root, "", &[], lang, width);
    root.mut_subcommands(|command| with_page(command, "", &global, lang, width)).override_help(page)
}

/// Gives a command below others, and those below it, their pages.
fn with_page(command: Command, above: &str, global: &[Arg], lang: Lang, width: usize) -> Command {
    let page = page(&command, above, global, lang, width);
    let path = path(&command, above);
    command.mut_subcommands(|step| with_page(step, &path, global, lang, width)).override_help(page)
}

/// Gives a command, those below it, and their arguments their texts; `above` names the commands above it.
fn describe(command: Command, above: &str, lang: Lang) -> Command {
    let id = message_id(&command, above);
    let path = path(&command, above);
    command
        .mut_subcommands(|step| describe(step, &path, lang))
        .about(lang.text(&id))
        .long_about(None::<&'static str>)
        .override_usage(lang.text(&format!("{id}.usage")))
        .subcommand_help_heading(lang.text("help-heading-commands"))
        .mut_args(|arg| {
            let heading = match (arg.is_positional(), arg.is_global_set()) {
                (true, _) => "help-heading-arguments",
                (false, false) => "help-heading-options",
                (false, true) => "help-heading-global",
            };
            let text = argument_text(&id, &arg, lang);
            let valued = arg.get_action().takes_values();
            arg.help(text)
                .long_help(None::<&'static str>)
                .help_heading(lang.text(heading))
                .hide_default_value(valued)
                .hide_possible_values(valued)
        })
}

/// The names of a command and of those above it, the program's own aside: `workshop-agenda`.
pub fn path(command: &Command, above: &str) -> String {
    match (command.get_name(), above) {
        ("tenbin", _) => String::new(),
        (name, "") => name.to_owned(),
        (name, above) => format!("{above}-{name}"),
    }
}

/// The name of a command's message: `help-tenbin`, `help-rank`, `help-workshop-agenda`.
fn message_id(command: &Command, above: &str) -> String {
    match path(command, above) {
        path if path.is_empty() => "help-tenbin".to_owned(),
        path => format!("help-{path}"),
    }
}

/// The text of an argument: the command's own (`help-init.arg-model`) or the one that all commands share.
fn argument_text(command: &str, arg: &Arg, lang: Lang) -> String {
    let name = arg.get_id().as_str().replace('_', "-");
    let words = accepted(command, arg, lang);
    lang.find(&format!("{command}.arg-{name}"), &words).unwrap_or_else(|| lang.say(&format!("help-arg-{name}"), &words))
}

/// What an argument takes, for its text: `$names`, all of them, and `$default`. The lists stand where they are parsed.
fn accepted<'a>(command: &str, arg: &Arg, lang: Lang) -> Words<'a> {
    let (names, default): (Vec<String>, Option<String>) = match arg.get_id().as_str() {
        "model" => (owned(BuiltIn::VARIANTS), Some(BuiltIn::default().name().to_owned())),
        "format" if command == "help-check" => {
            (owned(FindingsFormat::VARIANTS), Some(FindingsFormat::default().name().to_owned()))
        }
        "dialect" => (owned(Dialect::VARIANTS), None),
        "format" => (owned(Format::VARIANTS), Some(Format::default().name().to_owned())),
        _ => (
            arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect(),
            arg.get_default_values().first().map(|value| value.to_string_lossy().into_owned()),
        ),
    };
    let mut words = Words::new();
    words.set("names", prose::list(lang, names.iter().map(|name| prose::name(name))));
    words.set("cutoff", USUAL_TOP);
    words.set("limit", SHOWN);
    words.set("decimals", USUAL_DECIMALS);
    words.set("default", prose::name(&default.unwrap_or_default()));
    words
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

/// One page: what the command is for, examples, usage, commands, arguments, options.
fn page(command: &Command, above: &str, global: &[Arg], lang: Lang, width: usize) -> StyledStr {
    let id = message_id(command, above);
    let heading = |name: &str| lang.text(&format!("help-heading-{name}"));
    let mut page = Page::new(command.get_styles(), width);

    page.paragraph(&lang.text(&id));
    let examples = if command.get_name() == "tenbin" { "start" } else { "examples" };
    page.examples(&heading(examples), lang.text(&format!("{id}.examples")).lines());
    page.usage(&heading("usage"), &lang.text(&format!("{id}.usage")));
    page.section(
        &heading("commands"),
        command.get_subcommands().map(|command| Row {
            literal: command.get_name().to_owned(),
            placeholder: String::new(),
            text: text_of(command.get_about()),
        }),
    );
    page.section(&heading("arguments"), command.get_positionals().map(row));
    page.section(&heading("options"), command.get_arguments().filter(|arg| !arg.is_positional()).map(row));
    page.section(&heading("global"), global.iter().map(row));
    if let Some(more) = lang.find(&format!("{id}.more"), &Words::new()) {
        page.paragraph(&more);
    }
    page.set().into()
}

fn row(arg: &Arg) -> Row {
    let value = match arg.get_value_names() {
        Some(names) if arg.is_positional() || arg.get_action().takes_values() => names.join(" "),
        _ => String::new(),
    };
    let literal = match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long}"),
        (Some(short), None) => format!("-{short}"),
        (None, Some(long)) => format!("    --{long}"),
        (None, None) => String::new(),
    };
    let gap = if literal.is_empty() || value.is_empty() { "" } else { " " };
    Row { literal, placeholder: format!("{gap}{value}"), text: text_of(arg.get_help()) }
}

fn text_of(text: Option<&StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    /// Every page of the help as a user sees it, without colour, with the command that it belongs to.
    fn pages(lang: Lang, width: usize) -> Vec<(String, String)> {
        let mut root = build(lang, width);
        root.build();
        let mut pages = vec![("tenbin".to_owned(), root.render_help().to_string())];
        for command in root.get_subcommands_mut() {
            pages.push((command.get_name().to_owned(), command.render_long_help().to_string()));
            let name = command.get_name().to_owned();
            for step in command.get_subcommands_mut() {
                pages.push((format!("{name} {}", step.get_name()), step.render_long_help().to_string()));
            }
        }
        pages
    }

    fn page_of(lang: Lang, command: &str) -> String {
        pages(lang, 80).into_iter().find(|(name, _)| name == command).map(|(_, page)| page).unwrap_or_default()
    }

    /// Every command with the name of the one above it.
    fn everything(root: &Command) -> impl Iterator<Item = (&Command, &str)> {
        let steps = |command| Command::get_subcommands(command).map(|step| (step, command.get_name()));
        let below =
            root.get_subcommands().flat_map(move |command| std::iter::once((command, "")).chain(steps(command)));
        std::iter::once((root, "")).chain(below)
    }

    #[test]
    fn clap_finds_nothing_wrong_with_the_command_line() {
        for lang in Lang::ALL {
            build(lang, 80).debug_assert();
        }
    }

    #[test]
    fn every_command_and_every_argument_has_its_text_in_both_languages() {
        for lang in Lang::ALL {
            let mut root = build(lang, 80);
            root.build();
            for (command, above) in everything(&root) {
                let id = message_id(command, above);
                for message in [id.clone(), format!("{id}.usage"), format!("{id}.examples")] {
                    assert!(lang.find(&message, &Words::new()).is_some(), "{}: no {message}", lang.code());
                }
                for arg in command.get_arguments() {
                    let text = text_of(arg.get_help());
                    let place = format!("{}: {id} {}", lang.code(), arg.get_id());
                    assert!(!text.is_empty() && !text.starts_with("help-"), "{place}: no text");
                    assert!(!text.contains("{$") && !text.contains("``"), "{place}: {text}");
                    assert!(lang == Lang::En || text.chars().any(|c| c > '\u{3000}'), "{place}: {text}");
                }
            }
            for (name, page) in pages(lang, 80) {
                assert!(!page.contains("help-"), "{} {name}: a message is missing in\n{page}", lang.code());
            }
        }
    }

    #[test]
    fn no_word_of_claps_is_left_in_japanese_help() {
        const WORDS: [&str; 24] = [
            "Usage",
            "USAGE",
            "Argument",
            "Option",
            "OPTION",
            "Command",
            "COMMAND",
            "SUBCOMMAND",
            "default",
            "possible",
            "Possible",
            "env:",
            "alias",
            "Print",
            "Show",
            "help for",
            "Global",
            "Example",
            "<",
            ">",
            "error:",
            "tip:",
            "required",
            "value",
        ];
        for (name, page) in pages(Lang::Ja, 80) {
            // The commands of the examples are the user's own words: a shell's `>` and the like.
            let prose: String = page.lines().filter(|line| !line.starts_with("  tenbin ")).collect();
            // An option of our own that has one of the words for a name.
            let prose = prose.replace("--value ", "");
            for word in WORDS {
                assert!(!prose.contains(word), "`{word}` in {name}:\n{page}");
            }
        }
    }

    #[test]
    fn examples_come_first_then_usage_then_the_rest() {
        for lang in Lang::ALL {
            for (name, page) in pages(lang, 80) {
                let examples = if name == "tenbin" { "start" } else { "examples" };
                let order = [examples, "usage", "commands", "arguments", "options", "global"]
                    .map(|heading| format!("\n{}:", lang.text(&format!("help-heading-{heading}"))))
                    .map(|heading| page.find(&heading));
                let places: Vec<usize> = order.into_iter().flatten().collect();
                assert!(places.is_sorted() && places.len() >= 3, "{name}: {order:?}\n{page}");
                assert!(order[0].is_some() && order[1].is_some(), "{name}\n{page}");
            }
        }
    }

    #[test]
    fn the_first_page_starts_with_three_lines_to_type_and_lists_every_command() {
        for lang in Lang::ALL {
            let page = page_of(lang, "tenbin");
            let typed: Vec<&str> = page
                .lines()
                .filter(|line| line.starts_with("  tenbin "))
                .filter_map(|line| line.split(" # ").next())
                .map(str::trim)
                .collect();
            assert_eq!(typed, ["tenbin init", "tenbin rank backlog.csv", "tenbin explain backlog.csv A-1"]);
            for command in Options::command().get_subcommands() {
                let start = format!("  {} ", command.get_name());
                assert!(page.lines().any(|line| line.starts_with(&start)), "no {start} in\n{page}");
            }
        }
    }

    #[test]
    fn the_examples_are_command_lines_that_parse() {
        for lang in Lang::ALL {
            for (command, above) in everything(&build(lang, 80)) {
                for line in lang.text(&format!("{}.examples", message_id(command, above))).lines() {
                    let typed = line.split(" # ").next().unwrap_or_default();
                    let words = typed.split(['<', '>', '|']).next().unwrap_or_default().replace('"', "");
                    let parsed = build(lang, 80).try_get_matches_from(words.split_whitespace());
                    assert!(parsed.is_ok(), "{line}: {parsed:?}");
                }
            }
        }
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for lang in Lang::ALL {
            for width in [60, 80, 100] {
                for (name, page) in pages(lang, width) {
                    for line in page.lines().filter(|line| !line.starts_with("  tenbin ") || width == 80) {
                        assert!(line.width() <= width, "{name}, {width} columns: {line}");
                    }
                }
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_options_on_the_same_page() {
        let options = |page: &str| -> Vec<String> {
            page.lines()
                .filter_map(|line| line.trim().split("  ").next())
                .filter(|term| term.starts_with('-'))
                .map(str::to_owned)
                .collect()
        };
        for ((name, english), (_, japanese)) in pages(Lang::En, 80).into_iter().zip(pages(Lang::Ja, 80)) {
            assert_eq!(options(&english), options(&japanese), "{name}");
            assert!(options(&english).iter().any(|option| option == "-h, --help"), "{name}\n{english}");
        }
    }

    #[test]
    fn models_and_formats_are_named_from_their_lists() {
        for lang in Lang::ALL {
            let page = page_of(lang, "rank").split_whitespace().collect::<String>();
            for name in BuiltIn::VARIANTS.iter().chain(Format::VARIANTS) {
                assert!(page.contains(&format!("`{name}`")), "{name}\n{page}");
            }
        }
    }
}
