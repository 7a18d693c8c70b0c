//! The two sides of a comparison on their way: the files, what each is weighed by, and the items in them.
//!
//! What is named for a side wins: `--old-weights` for the old one, `--weights` or `--scenario` for the new one. Else a
//! printed ranking is weighed as it was, and a backlog by the usual weights.

use std::ffi::OsStr;

use anyhow::{anyhow, bail};
use same_file::Handle;
use tenbin::backlog::Backlog;
use tenbin::decimal::Decimal;
use tenbin::finding::{Findings, Levels, Rule, SHOWN, Severity, Sieve, Source};
use tenbin::input::{Answer, Opened, is_json, is_workbook, missing_id, read_answer};
use tenbin::lang::Lang;
use tenbin::model::Model;
use tenbin::scoring::Ranking;
use tenbin::{prose, say};

use super::files;
use super::messages::Messages;
use super::options::Compare;
use super::settings::RankingSettings;
use super::setup::{Refused, Setup, decode_any, shown};

/// A file of a comparison: a backlog, or what `rank` has printed.
pub struct Side {
    pub name: String,
    /// What is read as a backlog; of a printed JSON the CSV that is made of it.
    opened: Opened,
    /// A workbook, until it is known by which headers its sheet is found.
    workbook: Option<Vec<u8>>,
    pub handle: Option<Handle>,
    answer: Option<Answer>,
    guess: Findings,
}

/// What both sides are weighed by; `old` only where that differs.
pub struct Setups {
    old: Option<Setup>,
    pub new: Setup,
}

impl Setups {
    pub fn old(&self) -> &Setup {
        self.old.as_ref().unwrap_or(&self.new)
    }

    /// What was found in the weights files, once each.
    pub fn findings(&self) -> Findings {
        let mut findings = self.old().findings.clone();
        for finding in self.new.findings.shown().filter(|_| self.old.is_some()) {
            if !self.old().findings.shown().any(|known| known == finding) {
                findings.push(finding.clone());
            }
        }
        findings
    }
}

impl Side {
    /// Reads a file; findings where it is no text, or a JSON of another kind.
    pub fn read(path: &OsStr, settings: &RankingSettings, lang: Lang) -> anyhow::Result<Result<Self, Findings>> {
        let input = files::read(path, files::BACKLOG_LIMIT, lang)?;
        let (name, handle) = (input.name, input.handle);
        let (opened, guess) = (Opened::default(), Findings::new());
        let mut side = Self { name, opened, workbook: None, handle, answer: None, guess };
        if is_workbook(&input.bytes) {
            side.workbook = Some(input.bytes);
            return Ok(Ok(side));
        }
        let (mut text, guess) = match decode_any(&side.name, input.bytes, settings) {
            Ok(decoded) => decoded,
            Err(findings) => return Ok(Err(findings)),
        };
        side.guess = guess;
        if is_json(&text) {
            let source = Source::new(side.name.as_str(), &text);
            match read_answer(&source) {
                Ok(answer) => side.answer = Some(answer),
                Err(finding) => {
                    let mut findings = Findings::new();
                    findings.push(finding.file(&source.name));
                    return Ok(Err(findings));
                }
            }
            text = side.answer.as_mut().map(|answer| std::mem::take(&mut answer.text)).unwrap_or_default();
        }
        side.opened = Opened::text(text);
        Ok(Ok(side))
    }

    /// Opens the workbook, if it is one, now that its headers are known.
    pub fn open_workbook(&mut self, setup: &Setup, settings: &RankingSettings) -> Result<(), Findings> {
        let Some(bytes) = self.workbook.take() else { return Ok(()) };
        (self.opened, self.guess) = setup.open(&self.name, bytes, settings)?;
        Ok(())
    }

    /// The text that is read as a backlog.
    pub fn source(&self) -> Source<'_> {
        self.opened.source(self.name.as_str())
    }

    /// Reads the items. Without ids there is nothing to match them by; what is no fault in a printed ranking is none.
    pub fn backlog<'t>(&self, setup: &Setup, source: &Source<'t>) -> (Option<Backlog<'t>>, Findings) {
        let mut levels = Levels::usual();
        levels.set(Rule::NoIdColumn, None);
        if is_printed_table(source) {
            // Its factors stand beside their parts.
            levels.set(Rule::FactorBesideParts, None);
        }
        if self.answer.is_some() {
            // It has an item without a rank without any rating.
            levels.set(Rule::MissingRating, None);
            levels.set(Rule::BlankTitle, None);
        }
        let mut findings = Findings::sieved(Sieve::new(levels, Vec::new(), Severity::Error), SHOWN);
        findings.extend(self.guess.clone());
        if self.answer.is_some() {
            let backlog = setup.read_answer(source, &mut findings);
            return (backlog, findings.without_places());
        }
        let backlog = setup.read(source, &mut findings);
        if let Some(finding) = backlog.as_ref().and_then(missing_id) {
            findings.push(finding);
            findings.locate(source);
        }
        (backlog, findings)
    }

    /// Says what a printed ranking leaves out; an error where it is weighed as it was, and the scores are others.
    pub fn hold(&self, ranking: &Ranking, as_it_was: bool, lang: Lang, messages: &Messages) -> anyhow::Result<()> {
        let Some(answer) = &self.answer else { return Ok(()) };
        let file = prose::visible(&self.name);
        if as_it_was && !answer.agrees_with(ranking) {
            return Err(self.of_another_model(lang));
        }
        if answer.has_ranges {
            messages.note(&say!(lang, "note-ranges-as-middles", file = file.as_str()));
        }
        if answer.has_conditions {
            messages.note(&say!(lang, "note-only-kept", file = file.as_str()));
        }
        if let Some(top) = answer.top {
            messages.note(&say!(lang, "note-only-top", file = file.as_str(), top = top));
        }
        Ok(())
    }

    fn of_another_model(&self, lang: Lang) -> anyhow::Error {
        let model = self.answer.as_ref().map_or("", |answer| answer.model.as_str());
        anyhow!(say!(lang, "error-other-scores", file = prose::visible(&self.name), model = prose::name(model)))
    }

    /// Whether the side is weighed as it was when it was printed.
    pub fn keeps_weights(&self, named: bool) -> bool {
        self.answer.is_some() && !named
    }

    fn setup(
        &self,
        settings: RankingSettings,
        named: bool,
        flags: &[(String, Decimal)],
        lang: Lang,
    ) -> anyhow::Result<Result<Setup, Refused>> {
        let Some(answer) = &self.answer else { return Setup::new(&settings, lang) };
        let model = settings.model.clone().or_else(|| Some(answer.model.clone()));
        if named {
            return Setup::new(&RankingSettings { model, ..settings }, lang);
        }
        let plain = RankingSettings { model, scenario: None, weights: Vec::new(), ..settings };
        let mut setup = match Setup::new(&plain, lang)? {
            Ok(setup) => setup,
            refused => return Ok(refused),
        };
        match setup.weigh_as_answered(&self.name, answer, flags) {
            Some(Ok(())) => Ok(Ok(setup)),
            Some(Err(findings)) => Ok(Err(Refused(findings))),
            None => Err(self.of_another_model(lang)),
        }
    }
}

/// Whether a text is what `rank -f csv` prints, or was once: rank and score before everything else.
fn is_printed_table(source: &Source<'_>) -> bool {
    let text = source.text.trim_start_matches('\u{FEFF}');
    ["rank,score,", "rank\tscore\t", "rank\u{1F}score\u{1F}"].iter().any(|start| text.starts_with(start))
}

/// Whether each side has weights of its own named on the command line.
#[derive(Clone, Copy)]
pub struct Named {
    pub old: bool,
    pub new: bool,
}

impl Named {
    pub fn by(options: &Compare) -> Self {
        let ranking = &options.ranking;
        Self {
            old: options.old_weights.is_some(),
            new: ranking.weighing.weights.is_some() || ranking.scenario.is_some(),
        }
    }
}

/// Settles what both sides are weighed by, with one model for both.
pub fn settle(
    [old, new]: [&Side; 2],
    options: &Compare,
    settings: &RankingSettings,
    lang: Lang,
) -> anyhow::Result<Result<Setups, Refused>> {
    let named = Named::by(options);
    let plain = RankingSettings { scenario: None, weights: Vec::new(), ..settings.clone() };
    let old_setup = match &options.old_weights {
        Some(path) => {
            Some(old.setup(RankingSettings { weights_file: Some(path.clone()), ..plain }, true, &[], lang)?)
        }
        None if old.answer.is_some() => Some(old.setup(plain, false, &[], lang)?),
        None if new.keeps_weights(named.new) => Some(Setup::new(settings, lang)?),
        None => None,
    };
    let new_setup = new.setup(settings.clone(), named.new, &settings.weights, lang)?;
    let mut setups = match (old_setup, new_setup) {
        (Some(Ok(old)), Ok(new)) => Setups { old: Some(old), new },
        (None, Ok(new)) => Setups { old: None, new },
        (Some(Err(Refused(mut findings))), other) => {
            findings.extend(other.err().map_or_else(Findings::new, |Refused(others)| others));
            return Ok(Err(Refused(findings)));
        }
        (_, Err(refused)) => return Ok(Err(refused)),
    };
    if let Some(old_setup) = &mut setups.old {
        let (one, other) = (&old_setup.model, &setups.new.model);
        if !is_same_model(one, other) {
            let [model, other_model] = [one, other].map(|model| prose::name(&model.key));
            if one.key == other.key {
                let home = |setup: &Setup| setup.path.as_deref().map_or_else(|| "tenbin".to_owned(), shown);
                let [file, other] = [home(old_setup), home(&setups.new)].map(|name| prose::visible(&name));
                bail!(say!(lang, "error-two-definitions", model = model, file = file, other = other));
            }
            let [file, other] = [old, new].map(|side| prose::visible(&side.name));
            bail!(say!(lang, "error-two-models", file = file, model = model, other = other, other_model = other_model));
        }
        old_setup.read_also_for(&[&setups.new.settled.weights]);
    }
    Ok(Ok(setups))
}

/// Whether two models compute the same; what their criteria are called makes no difference.
fn is_same_model(one: &Model, other: &Model) -> bool {
    let alike = |(a, b): (&tenbin::model::Node, &tenbin::model::Node)| {
        (&a.key, a.direction, &a.children) == (&b.key, b.direction, &b.children) && a.kind == b.kind
    };
    one.key == other.key && one.nodes.len() == other.nodes.len() && one.nodes.iter().zip(&other.nodes).all(alike)
}
