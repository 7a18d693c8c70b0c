//! The way that every command about a ranking goes: files, settings, backlog, ranking; then its own answer.

use std::collections::HashSet;
use std::ffi::OsStr;

use same_file::Handle;
use tenbin::analysis::{RankedGroups, Scenario, unscored};
use tenbin::check::USUAL_TOP;
use tenbin::finding::{Findings, Rule};
use tenbin::input::config::Config;
use tenbin::input::{Opened, view_backlog};
use tenbin::lang::Lang;
use tenbin::model::{BuiltIn, ROOT};
use tenbin::report::Viewed;
use tenbin::scoring::{Plan, Ranking, Scorer, rank};
use tenbin::{prose, say};

use super::exit::Exit;
use super::files;
use super::messages::Messages;
use super::options;
use super::progress::Progress;
use super::settings::{self, RankingSettings};
use super::setup::{Refused, Setup};
use super::stream::{self, Stream};
use super::view;

/// A ranked backlog, with everything that an answer may need.
pub struct Ranked<'a> {
    pub setup: &'a Setup,
    pub scorer: Scorer<'a>,
    /// The ranks of the items that are kept.
    pub ranking: &'a Ranking,
    /// Which items are kept and why, and the groups that they are in.
    pub viewed: Viewed<'a>,
    /// Further weights that were asked for, each with the model under them.
    pub scenarios: &'a [(Scenario, Plan)],
    pub findings: &'a Findings,
    /// The files that were read.
    pub inputs: &'a [Handle],
}

impl Ranked<'_> {
    /// The ids of the items that are not kept.
    pub fn left_out(&self) -> HashSet<String> {
        let id = |row: usize| self.scorer.backlog.id(row).into_owned();
        self.viewed.view.map(|view| view::left_out(view, id)).unwrap_or_default()
    }
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
    with_scenarios(file, &settings, lang, messages, |_| Ok(Ok(Vec::new())), answer)
}

/// Ranks a backlog like [`with_ranking`], and sees to it that it can be ranked under the weights of `scenarios` too.
pub fn with_scenarios(
    file: &OsStr,
    settings: &RankingSettings,
    lang: Lang,
    messages: &Messages,
    scenarios: impl FnOnce(&Setup) -> anyhow::Result<Result<Vec<Scenario>, Findings>>,
    answer: impl FnOnce(Ranked<'_>) -> anyhow::Result<Exit>,
) -> anyhow::Result<Exit> {
    with_part(file, settings, lang, messages, scenarios, Part::InUse, answer)
}

/// Ranks a backlog like [`with_ranking`], where only the items whose rank is within `top` are wanted, and nothing of those
/// without a rank: others may be missing from the ranking.
pub fn with_first(
    file: &OsStr,
    options: &options::Ranking,
    top: usize,
    lang: Lang,
    messages: &Messages,
    answer: impl FnOnce(Ranked<'_>) -> anyhow::Result<Exit>,
) -> anyhow::Result<Exit> {
    let settings = settings::ranking(options, lang)?;
    with_part(file, &settings, lang, messages, |_| Ok(Ok(Vec::new())), Part::First(top), answer)
}

/// What is read of a backlog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Every item, with what weighs something under some of the weights.
    InUse,
    /// Every item, with all that the model knows and that is sound, also what weighs nought now.
    Sound,
    /// The items whose rank can be within this, with what weighs something.
    First(usize),
}

/// Ranks a backlog like [`with_scenarios`], with the say in what is read of it.
pub fn with_part(
    file: &OsStr,
    settings: &RankingSettings,
    lang: Lang,
    messages: &Messages,
    scenarios: impl FnOnce(&Setup) -> anyhow::Result<Result<Vec<Scenario>, Findings>>,
    part: Part,
    answer: impl FnOnce(Ranked<'_>) -> anyhow::Result<Exit>,
) -> anyhow::Result<Exit> {
    let could_not_run = |findings: &Findings| {
        messages.findings(findings);
        Ok(Exit::CouldNotRun)
    };
    let file = files::open(file, lang)?;
    let mut setup = match Setup::new(settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => return could_not_run(&findings),
    };
    let scenarios = match scenarios(&setup)? {
        Ok(scenarios) => scenarios,
        Err(findings) => return could_not_run(&findings),
    };
    setup.read_also_for(&scenarios.iter().map(|scenario| &scenario.weights).collect::<Vec<_>>());
    let refuse = |findings: &Findings| {
        messages.findings(findings);
        Ok(Exit::Findings)
    };
    let weights_file = setup.path.as_ref().and_then(|path| Handle::from_path(path).ok());
    let inputs: Vec<Handle> = file.handle().into_iter().chain(weights_file).collect();
    let name = file.name.clone();
    let progress = Progress::of_bytes(file.length(), messages.is_quiet());
    let stream = match part {
        // A text in an encoding that is named is decoded whole.
        Part::First(top) if settings.encoding.is_none() => stream::read_first(file, &setup, top, lang, &progress)?,
        _ => Stream::Whole(file.read(files::BACKLOG_LIMIT, lang, &progress)?),
    };
    progress.end();
    let mut findings = setup.findings.clone();
    let mut first = None;
    let opened = match stream {
        Stream::First(found) => {
            findings.extend(found.findings);
            first = Some(found.unscored);
            Opened::text(found.text)
        }
        Stream::Whole(input) => match setup.open(&name, input.bytes, settings) {
            Ok((opened, said)) => {
                findings.extend(said);
                opened
            }
            Err(findings) => return refuse(&findings),
        },
    };
    let source = opened.source(name);
    if part == Part::Sound {
        setup.read_also_what_is_sound(&source);
    }
    let mut found = Findings::new();
    let backlog = setup.read(&source, &mut found);
    if first.is_some() {
        // What is wrong with the first rows has been found in the whole text already.
        found = Findings::new();
    }
    let is_sound = !findings.has_errors() && !found.has_errors();
    let Some(backlog) = backlog.filter(|_| is_sound) else {
        findings.extend(found);
        let exit = refuse(&findings);
        if findings.shown().any(|finding| finding.rule == Rule::MissingColumn)
            && let Some(other) = setup.fitting_model(&source)
        {
            messages.note(&other_model_note(&setup, other, lang));
        }
        return exit;
    };
    let plan = match setup.plan(&backlog) {
        Ok(plan) => plan,
        Err(problems) => return refuse(&problems),
    };
    let plan_with = |scenario: &Scenario| setup.plan_with(&scenario.weights, &backlog);
    let plans: Vec<Plan> = match scenarios.iter().map(plan_with).collect() {
        Ok(plans) => plans,
        Err(problems) => return refuse(&problems),
    };
    let view = view_backlog(&backlog, &setup.model, &settings.view).map_err(|fault| view::told(&fault, lang))?;
    let id = |row: usize| backlog.id(row).into_owned();
    findings.extend(view::of_kept(found, &view, id, |findings| {
        setup.read(&source, findings);
    }));
    findings.extend(setup.config.assumed_scales(&setup.model, &plan));
    let scorer = Scorer { model: &setup.model, plan: &plan, backlog: &backlog, tie_break: &setup.settled.tie_break };
    let ranking = rank(scorer);
    findings.extend(first.unwrap_or_else(|| {
        let mut found = Findings::new();
        unscored(scorer, &ranking, &source, &mut found);
        view::of_kept(found, &view, id, |findings| unscored(scorer, &ranking, &source, findings))
    }));
    let ranking = if view.keep.is_some() { ranking.among(|row| view.keeps(row)) } else { ranking };
    let top = settings.top.or(setup.config.policy().top).unwrap_or(USUAL_TOP);
    let groups = view.groups.clone().map(|groups| RankedGroups::new(&ranking, groups, top));
    let scenarios: Vec<(Scenario, Plan)> = scenarios.into_iter().zip(plans).collect();
    let ranked = Ranked {
        setup: &setup,
        scorer,
        ranking: &ranking,
        viewed: Viewed { view: Some(&view), groups: groups.as_ref() },
        scenarios: &scenarios,
        findings: &findings,
        inputs: &inputs,
    };
    let exit = answer(ranked)?;
    view::tell_unknown(&view, lang, messages);
    messages.findings(&findings);
    Ok(exit)
}

/// That a file's headers fit another model, and what to make of that.
fn other_model_note(setup: &Setup, other: BuiltIn, lang: Lang) -> String {
    match Config::default().model(other.name()) {
        Ok(model) if setup.axes.is_some() => {
            let keys = model.nodes[ROOT].children.iter().map(|&child| prose::name(&model.nodes[child].key));
            say!(lang, "note-other-axes", model = other.name(), keys = prose::list(lang, keys))
        }
        _ => say!(lang, "note-other-model", model = other.name()),
    }
}
