//! The way that every command about a ranking goes: files, settings, backlog, ranking; then its own answer.

use std::ffi::OsStr;

use same_file::Handle;
use tenbin::analysis::unscored;
use tenbin::finding::{Findings, Rule, Source};
use tenbin::lang::Lang;
use tenbin::say;
use tenbin::scoring::{Ranking, Scorer, rank};

use super::exit::Exit;
use super::files;
use super::messages::Messages;
use super::options;
use super::settings;
use super::setup::{Refused, Setup, decode_input};

/// A ranked backlog, with everything that an answer may need.
pub struct Ranked<'a> {
    pub setup: &'a Setup,
    pub scorer: Scorer<'a>,
    pub ranking: &'a Ranking,
    pub findings: &'a Findings,
    /// The files that were read.
    pub inputs: &'a [Handle],
}

/// Ranks a backlog and gives it to `answer`. Where an error stands in the way it is said, and there is no answer.
pub fn with_ranking(
    file: &OsStr,
    options: &options::Ranking,
    lang: Lang,
    messages: &Messages,
    answer: impl FnOnce(Ranked<'_>) -> anyhow::Result<Exit>,
) -> anyhow::Result<Exit> {
    let settings = settings::ranking(options, lang)?;
    let input = files::read(file, files::BACKLOG_LIMIT, lang)?;
    let setup = match Setup::new(&settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    let refuse = |findings: &Findings| {
        messages.findings(findings);
        Ok(Exit::Findings)
    };
    let weights_file = setup.path.as_ref().and_then(|path| Handle::from_path(path).ok());
    let inputs: Vec<Handle> = input.handle.into_iter().chain(weights_file).collect();
    let name = input.name;
    let (text, guess) = match decode_input(&name, input.bytes, &settings) {
        Ok(decoded) => decoded,
        Err(findings) => return refuse(&findings),
    };
    let source = Source::new(name, &text);
    let mut findings = setup.findings.clone();
    findings.extend(guess);
    let backlog = setup.read(&source, &mut findings);
    let Some(backlog) = backlog.filter(|_| !findings.has_errors()) else {
        let exit = refuse(&findings);
        if findings.shown().any(|finding| finding.rule == Rule::MissingColumn)
            && let Some(other) = setup.fitting_model(&source)
        {
            messages.note(&say!(lang, "note-other-model", model = other.name()));
        }
        return exit;
    };
    let plan = match setup.plan(&backlog) {
        Ok(plan) => plan,
        Err(problems) => return refuse(&problems),
    };
    findings.extend(setup.config.assumed_scales(&setup.model, &plan));
    let scorer = Scorer { model: &setup.model, plan: &plan, backlog: &backlog, tie_break: &setup.settled.tie_break };
    let ranking = rank(scorer);
    unscored(scorer, &ranking, &source, &mut findings);
    let exit = answer(Ranked { setup: &setup, scorer, ranking: &ranking, findings: &findings, inputs: &inputs })?;
    messages.findings(&findings);
    Ok(exit)
}
