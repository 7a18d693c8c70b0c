//! The command line as clap sees it: names and types only. Every word of help stands in the locales (`help.rs`), every
//! decision about what options mean together in `settings.rs`.

mod actions;
mod ranking;
mod shared;
mod workshop;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use actions::*;
pub use ranking::*;
pub use shared::*;
pub use workshop::*;

/// The program and the options that every command has.
#[derive(Debug, Parser)]
#[command(
    name = "tenbin",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Options {
    #[command(subcommand)]
    pub command: Command,

    #[command(flatten)]
    pub common: Common,
}

/// Makes [`Command`] of the options of each command, in the order of the help.
macro_rules! commands {
    ($($command:ident),+ $(,)?) => {
        /// What to do.
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $($command($command)),+
        }

        impl Command {
            /// The one command of a name, as clap sees it.
            fn named(name: &str) -> Option<clap::Command> {
                let command = || clap::Command::new(name.to_owned());
                $(
                    if name == stringify!($command).to_lowercase() {
                        return Some($command::augment_args(command()));
                    }
                )+
                None
            }
        }
    };
}

commands!(
    Rank,
    Explain,
    Check,
    Whatif,
    Stability,
    Compare,
    Report,
    Sql,
    Workshop,
    Vote,
    Triage,
    Plan,
    Review,
    Backcast,
    Init,
    Completions,
    Man,
);

impl Options {
    /// The command line of the command that the arguments name, as if there were no other one, and without help. What it
    /// takes means the same on the whole command line, which takes longer to make than a small backlog to rank.
    pub fn of_command(arguments: &[OsString]) -> Option<clap::Command> {
        let command = arguments.iter().skip(1).find_map(|argument| Command::named(argument.to_str()?))?;
        Some(Common::augment_args(clap::Command::new("tenbin")).subcommand(command))
    }
}

/// `tenbin init`
#[derive(Debug, Args)]
pub struct Init {
    #[arg(value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,

    #[arg(short, long, value_name = "NAME")]
    pub model: Option<String>,
}

/// `tenbin completions`
#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// `tenbin man`
#[derive(Debug, Args)]
pub struct Man {}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, FromArgMatches};

    use super::*;

    #[test]
    fn every_command_is_found_by_its_name() {
        let names: Vec<String> =
            Options::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
        assert!(names.len() > 10);
        for name in names {
            let alone = Options::of_command(&["tenbin".into(), "-q".into(), name.clone().into()]);
            assert_eq!(
                alone.map(|root| root.get_subcommands().next().map(|own| own.get_name().to_owned())),
                Some(Some(name))
            );
        }
        assert!(Options::of_command(&["tenbin".into(), "--help".into()]).is_none());
        assert!(Options::of_command(&["rank".into()]).is_none());
    }

    #[test]
    fn a_command_alone_takes_what_it_takes_on_the_whole_command_line() {
        for line in [
            "tenbin rank x.csv --top 3 --lang ja",
            "tenbin --lang ja -q rank check --weight ease=2",
            "tenbin workshop agenda rank a.csv b.csv --color never",
            "tenbin explain x.csv rank --lang en",
            "tenbin man -q",
        ] {
            let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let taken = |command: clap::Command| {
                let matches = command.try_get_matches_from(&arguments).ok();
                matches
                    .and_then(|matches| Options::from_arg_matches(&matches).ok())
                    .map(|options| format!("{options:?}"))
            };
            let alone = Options::of_command(&arguments).and_then(taken);
            assert!(alone.is_some(), "{line}");
            assert_eq!(alone, taken(Options::command()), "{line}");
        }
    }
}
