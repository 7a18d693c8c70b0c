//! The binary's own half: arguments, files, the terminal. The library does no I/O; this half does no arithmetic.

mod commands;
mod exit;
mod files;
mod help;
mod messages;
mod options;

mod output;
mod progress;
mod ranked;
mod screen;
mod settings;
mod setup;
mod panel;
mod sides;
mod tables;
mod usage;
mod watch;

use std::ffi::OsString;

use clap::FromArgMatches;
use clap::error::ErrorKind;
use tenbin::lang::Lang;

use exit::Exit;
use messages::Messages;
use options::Options;

/// Runs the program on its arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = settings::language_of(&arguments, settings::locale().as_deref());
    let parsed =
        help::localized(lang).try_get_matches_from(&arguments).and_then(|matches| Options::from_arg_matches(&matches));
    let options = match parsed {
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
