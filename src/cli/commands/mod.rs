//! One file a command: what it reads, which question it asks, where the answer goes.

mod backcast;
mod check;
mod compare;
mod completions;
mod explain;
mod init;
mod man;
mod plan;
mod rank;
mod report;
mod sql;
mod review;
mod stability;
mod triage;
mod vote;
mod whatif;
mod workshop;

use tenbin::lang::Lang;

use super::exit::Exit;
use super::messages::Messages;
use super::options::{Command, Options};
use super::settings;

/// Runs the command of the command line.
pub fn run(options: &Options, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let lang = settings::language(options.common.lang, lang);
    match &options.command {
        Command::Rank(rank) => rank::run(rank, &options.common, lang, messages),
        Command::Explain(explain) => explain::run(explain, &options.common, lang, messages),
        Command::Check(check) => check::run(check, &options.common, lang, messages),
        Command::Whatif(whatif) => whatif::run(whatif, &options.common, lang, messages),
        Command::Stability(stability) => stability::run(stability, &options.common, lang, messages),
        Command::Compare(compare) => compare::run(compare, &options.common, lang, messages),
        Command::Workshop(workshop) => workshop::run(workshop, &options.common, lang, messages),
        Command::Vote(vote) => vote::run(vote, &options.common, lang, messages),
        Command::Triage(triage) => triage::run(triage, &options.common, lang, messages),
        Command::Report(report) => report::run(report, &options.common, lang, messages),
        Command::Sql(sql) => sql::run(sql, &options.common, lang, messages),
        Command::Review(review) => review::run(review, &options.common, lang, messages),
        Command::Backcast(backcast) => backcast::run(backcast, &options.common, lang, messages),
        Command::Plan(plan) => plan::run(plan, &options.common, lang, messages),
        Command::Init(init) => init::run(init, lang, messages),
        Command::Completions(completions) => completions::run(completions, lang),
        Command::Man(_) => man::run(lang),
    }
}
