//! The binary's own half: arguments, files, the terminal. The library does no I/O; this half does no arithmetic.

mod commands;
mod exit;
mod files;
mod help;
mod messages;
mod options;
mod output;
mod panel;
mod progress;
mod ranked;
mod screen;
mod settings;
mod setup;
mod sides;
mod stream;
mod tables;
mod usage;
mod view;
mod watch;

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Command, FromArgMatches};
use tenbin::lang::Lang;

use exit::Exit;
use messages::Messages;
use options::Options;

/// Runs the program on its arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = settings::language_of(&arguments, settings::locale().as_deref());
    let parse = |command: Command| {
        command.try_get_matches_from(&arguments).and_then(|matches| Options::from_arg_matches(&matches))
    };
    // The whole command line is only made for those who made a mistake or ask for help.
    let own = Options::of_command(&arguments).and_then(|command| parse(command).ok());
    let options = match own.map_or_else(|| parse(help::localized(lang)), Ok) {
        Ok(options) => options,
        Err(error) => return say_usage(&usage::name_command(error, &arguments), lang),
    };
    let messages = Messages::new(lang, options.common.color, options.common.quiet);
    match commands::run(&options, lang, &messages) {
        Ok(exit) => exit,
        Err(error) => {
            messages.error(&format!("{error:#}"));
            Exit::CouldNotRun
        }
    }
}

/// Prints the help that was asked for, or what is wrong with the command line.
fn say_usage(error: &clap::Error, lang: Lang) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match output::print_styled(&error.render(), lang) {
            Ok(exit) => exit,
            Err(failure) => {
                Messages::new(lang, options::ColorChoice::Auto, false).error(&failure.to_string());
                Exit::CouldNotRun
            }
        },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            messages::print_error(&error.render().to_string());
            Exit::CouldNotRun
        }
        _ => {
            messages::print_error(&usage::explain_error(error, lang));
            Exit::CouldNotRun
        }
    }
}
