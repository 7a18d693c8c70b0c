//! `tenbin vote`: the votes for actions, for each audience and in all.

use std::sync::Arc;

use anyhow::bail;
use same_file::Handle;
use tenbin::analysis::count;
use tenbin::finding::Findings;
use tenbin::input::{BALLOT_KEYS, BallotRequest, KnownAction, Opened, Request, read_backlog_into, read_ballots};
use tenbin::lang::Lang;
use tenbin::report::{VoteReport, vote_report};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Vote, Weighing};
use crate::cli::settings::{self, RankingSettings};
use crate::cli::setup::{Refused, Setup};
use crate::cli::{files, output};

/// Runs the command.
pub fn run(options: &Vote, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    if options.picks == 0 {
        bail!(lang.text("error-picks"));
    }
    if options.ballots == "-" && options.actions.as_ref().is_some_and(|actions| actions == "-") {
        bail!(lang.text("vote-stdin"));
    }
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let settings = settings::weighing(&Weighing::default(), &options.reading, lang)?;
    let settings = RankingSettings { own_columns: &BALLOT_KEYS, ..settings };
    let paths = std::iter::once(&options.ballots).chain(&options.actions);
    let inputs = paths.map(|path| files::read(path, files::BACKLOG_LIMIT, lang)).collect::<anyhow::Result<Vec<_>>>()?;
    let setup = match Setup::new(&settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    // Nothing is weighed here: the weights file is asked for headers alone, and what else is in it is no matter.
    let mut findings = Findings::new();
    let mut opened: Vec<(Arc<str>, Opened)> = Vec::new();
    let mut handles: Vec<Handle> = setup.path.iter().filter_map(|path| Handle::from_path(path).ok()).collect();
    for input in inputs {
        handles.extend(input.handle);
        match setup.open(&input.name, input.bytes, &settings) {
            Ok((text, said)) => {
                findings.extend(said);
                opened.push((input.name.into(), text));
            }
            Err(faults) => findings.extend(faults),
        }
    }
    let refuse = |findings: Findings, names: &[Arc<str>]| {
        messages.findings(&findings.in_order_of(names));
        Ok(Exit::Findings)
    };
    let names: Vec<Arc<str>> = opened.iter().map(|(name, _)| Arc::clone(name)).collect();
    if findings.has_errors() {
        return refuse(findings, &names);
    }
    let sources: Vec<_> = opened.iter().map(|(name, text)| text.source(Arc::clone(name))).collect();
    let no_weights = setup.settled.weights.only(&setup.model, &[]);
    let request = Request { weights: &no_weights, tie_break: &[], is_partial: true, ..setup.request() };
    let actions = sources.get(1).and_then(|source| read_backlog_into(source, &request, &mut findings));
    let known: Option<Vec<KnownAction>> = actions.as_ref().map(|actions| {
        let action = |row| KnownAction { id: actions.id(row).into_owned(), title: actions.title(row).into_owned() };
        (0..actions.len()).map(action).collect()
    });
    let request = BallotRequest {
        actions: names.get(1).zip(known.as_deref()).map(|(name, known)| (name.as_ref(), known)),
        most: options.picks,
        form: settings.form(),
    };
    // Without its actions, every pick would be an unknown one.
    let is_readable = sources.len() == 1 || actions.is_some();
    let ballots = if is_readable { read_ballots(&sources[0], &request, &mut findings) } else { None };
    let Some(ballots) = ballots.filter(|_| !findings.has_errors()) else {
        return refuse(findings, &names);
    };
    let findings = findings.in_order_of(&names);
    let vote = count(&ballots);
    let report = vote_report(VoteReport {
        ballots: &ballots,
        vote: &vote,
        actions: actions.as_ref(),
        picks: options.picks,
        files: (&names[0], names.get(1).map(|name| name.as_ref())),
        findings: &findings,
        lang,
    });
    let exit = output::deliver(report, &printing, &handles, lang, messages)?;
    messages.findings(&findings);
    Ok(exit)
}
