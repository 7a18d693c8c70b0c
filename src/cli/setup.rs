//! What every command that ranks a backlog does first: the weights file, the model, the weights; then the backlog.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::anyhow;
use strum::IntoEnumIterator;
use tenbin::analysis::Axes;
use tenbin::backlog::Backlog;
use tenbin::decimal::Decimal;
use tenbin::finding::{Finding, Findings, Rule, Source};
use tenbin::input::config::{Asked, Baseline, Config, Settled, Wanted, read_baseline, read_config};
use tenbin::input::{
    Answer, COLUMN_KEYS, HeaderColumns, NamedColumns, Opened, Opening, Request, decode, decode_with_json,
    has_columns_for, open, read_backlog_into, read_header,
};
use tenbin::lang::Lang;
use tenbin::model::{BuiltIn, Model, NodeId, ROOT, Team, Weights};
use tenbin::prose;
use tenbin::report::Origin;
use tenbin::scoring::Plan;

use super::files;
use super::settings::RankingSettings;

/// Everything that is decided before the backlog is read.
pub struct Setup {
    pub config: Config,
    pub model: Model,
    pub settled: Settled,
    /// Whether the weights file was written for another model, so that its weights and scenarios don't count.
    pub other_model: bool,
    pub columns: NamedColumns,
    pub origin: Origin,
    /// The criteria of the four fields, where the command is about them.
    pub axes: Option<Axes>,
    /// The weights file, where one was read.
    pub path: Option<PathBuf>,
    /// What was found in it.
    pub findings: Findings,
    /// The weights for which the backlog is read: what weighs nought under them is not.
    read_for: Weights,
    words: Vec<(String, Decimal)>,
    delimiter: Option<u8>,
}

/// Why a command can't go on: what is wrong with the weights file.
pub struct Refused(pub Findings);

impl Setup {
    /// Reads the weights file and settles the model.
    pub fn new(settings: &RankingSettings, lang: Lang) -> anyhow::Result<Result<Self, Refused>> {
        let refuse = |findings: Findings| Ok(Err(Refused(findings)));
        let path = weights_path(settings.weights_file.clone());
        let (config, mut findings) = match &path {
            Some(path) => match read_weights_file(path, lang)? {
                (Some(config), findings) => (config, findings),
                (None, findings) => return refuse(findings),
            },
            None => (Config::default(), Findings::new()),
        };
        let own = config.model_name().unwrap_or(BuiltIn::default().name()).to_owned();
        let name = match (&settings.model, &settings.axes) {
            (Some(name), _) => name.clone(),
            (None, Some(asked)) => model_with_axes(&config, &own, asked),
            (None, None) => own.clone(),
        };
        let model = match config.model(&name) {
            Ok(model) => model,
            Err(faults) => {
                findings.extend(faults);
                return refuse(findings.in_order());
            }
        };
        let other_model = match config.model_name() {
            Some(own) => own != name,
            // A file that names no model is for the one that it fits.
            None => {
                name != own && !config.fits(&model) && Config::default().model(&own).is_ok_and(|own| config.fits(&own))
            }
        };
        if other_model
            && settings.model.is_some()
            && let Some(path) = &path
        {
            let file: Arc<str> = shown(path).into();
            let finding = Finding::new(Rule::UnusedWeights).file(&file);
            let finding = finding.with("model", prose::name(&own)).with("other", prose::name(&name));
            findings.push(finding.with("file", prose::visible(&file)));
        }
        let wanted = Wanted { scenario: settings.scenario.as_deref(), weights: &settings.weights, other_model };
        let mut settled = match config.settle(&model, wanted) {
            Ok(settled) if !findings.has_errors() => settled,
            Ok(_) => return refuse(findings.in_order()),
            Err(faults) => {
                findings.extend(faults);
                return refuse(findings.in_order());
            }
        };
        let axes = match settings.axes.as_ref().map(|asked| config.axes(&model, asked)).transpose() {
            Ok(axes) => axes,
            Err(faults) => {
                findings.extend(faults);
                return refuse(findings.in_order());
            }
        };
        if let Some(axes) = &axes {
            let nodes = [axes.value.node, axes.ease.node];
            // What the fields don't hang on isn't read, and may be blank or absent.
            if !nodes.contains(&ROOT) {
                settled.weights = settled.weights.only(&model, &nodes);
                settled.tie_break.clear();
            }
        }
        let file = path.as_ref().filter(|_| settled.from_file).map(|path| shown(path));
        let origin = Origin { file, scenario: settings.scenario.clone(), flags: !settings.weights.is_empty() };
        let mut columns = settings.columns.clone();
        let own = settings.own_columns;
        let is_known = |key: &str| own.contains(&key) || is_column(&model, key);
        if let Some((key, _)) = columns.only.iter().find(|(key, _)| !is_known(key)) {
            return Err(unknown_column(&model, own, key, lang));
        }
        columns.also = config.columns();
        let words = config.words().to_vec();
        let delimiter = settings.delimiter;
        let read_for = settled.weights.clone();
        Ok(Ok(Self {
            config,
            model,
            settled,
            other_model,
            columns,
            origin,
            axes,
            path,
            findings,
            read_for,
            words,
            delimiter,
        }))
    }

    /// Has the backlog read for further weights too, so that it can be ranked under each of them.
    pub fn read_also_for(&mut self, others: &[&Weights]) {
        let several = others.iter().copied().chain([&self.settled.weights]);
        self.read_for = Weights::covering(&self.model, several);
    }

    /// Has what weighs nought read too, where the file has sound columns for it: for those who move weights afterwards.
    pub fn read_also_what_is_sound(&mut self, source: &Source<'_>) {
        for node in ROOT + 1..self.model.nodes.len() {
            if self.read_for.counts(node) {
                continue;
            }
            let narrow = self.read_for.clone();
            self.read_for.set(node, Decimal::ONE);
            let mut faults = Findings::new();
            let sound = Plan::check(&self.model, &self.read_for).is_empty()
                && self.read(source, &mut faults).is_some()
                && !faults.has_errors();
            if !sound {
                self.read_for = narrow;
            }
        }
    }

    /// Weighs as a printed ranking was weighed, with single weights of the command line over that; `None` where that
    /// ranking is of another model by this name.
    pub fn weigh_as_answered(
        &mut self,
        file: &str,
        answer: &Answer,
        flags: &[(String, Decimal)],
    ) -> Option<Result<(), Findings>> {
        let keys = answer.weights.iter().map(|(key, _)| key).chain(&answer.tie_break);
        let nodes: Option<Vec<_>> = keys.map(|key| self.model.find(key)).collect();
        let tie_break = nodes?.split_off(answer.weights.len());
        let weights: Vec<(String, Decimal)> = answer.weights.iter().chain(flags).cloned().collect();
        let wanted = Wanted { weights: &weights, other_model: true, ..Wanted::default() };
        Some(self.config.settle(&self.model, wanted).map(|settled| {
            self.settled = Settled { tie_break, ..settled };
            self.origin = Origin { file: Some(file.to_owned()), scenario: None, flags: !flags.is_empty() };
            self.read_for = self.settled.weights.clone();
        }))
    }

    /// Reads the CSV that is made of a printed ranking: in it every criterion has its key for a header.
    pub fn read_answer<'t>(&self, source: &Source<'t>, findings: &mut Findings) -> Option<Backlog<'t>> {
        let request = Request {
            model: &self.model,
            weights: &self.read_for,
            tie_break: &self.settled.tie_break,
            columns: &NamedColumns::default(),
            words: &[],
            delimiter: Some(b','),
            is_partial: false,
        };
        read_backlog_into(source, &request, findings)
    }

    /// Opens a backlog: a text, or a sheet of a workbook. A finding where it can't be, and what is good to know beside it.
    pub fn open(&self, name: &str, bytes: Vec<u8>, settings: &RankingSettings) -> Result<(Opened, Findings), Findings> {
        let (model, columns) = (&self.model, &self.columns);
        let opening = Opening { model, columns, encoding: settings.encoding, sheet: settings.sheet.as_deref() };
        in_file(name, open(bytes, opening))
    }

    /// Reads a decoded backlog; what is wrong in it joins the findings.
    pub fn read<'t>(&self, source: &Source<'t>, findings: &mut Findings) -> Option<Backlog<'t>> {
        let backlog = read_backlog_into(source, &self.request(), findings);
        if self.axes.is_some() {
            findings.fill(Rule::MissingRating, "answer", "fields");
        }
        backlog
    }

    /// The columns that a header alone has; what is wrong with it joins the findings.
    pub fn read_header(&self, source: &Source<'_>, findings: &mut Findings) -> Option<HeaderColumns> {
        read_header(source, &self.request(), findings)
    }

    /// Makes the plan for nodes that are given somewhere else than in a file.
    pub fn plan_for(&self, given: &[NodeId]) -> Result<Plan, Findings> {
        self.plan_of(&self.settled.weights, given)
    }

    /// How a backlog is read.
    pub fn request(&self) -> Request<'_> {
        Request {
            model: &self.model,
            weights: &self.read_for,
            tie_break: &self.settled.tie_break,
            columns: &self.columns,
            words: &self.words,
            delimiter: self.delimiter,
            is_partial: false,
        }
    }

    /// The teams, each with what it leads: the weights file's where it is for this model, else the model's own.
    pub fn teams(&self) -> Vec<Team> {
        if self.other_model { self.model.teams() } else { self.config.teams(&self.model) }
    }

    /// The criteria of the four fields, for an answer that can go without them. Warnings where the weights file names some
    /// that `triage` would refuse too.
    pub fn usable_axes(&self) -> Result<Axes, Findings> {
        let asked = Asked::default();
        self.config.axes(&self.model, &asked).map_err(|_| {
            let own = self.config.model_name().unwrap_or(BuiltIn::default().name());
            let of_triage = self.config.model(&model_with_axes(&self.config, own, &asked));
            match of_triage.map(|model| self.config.axes(&model, &asked)) {
                // They are meant for other items than these.
                Ok(Ok(_)) => Findings::new(),
                _ => self.config.unusable_axes(&self.model),
            }
        })
    }

    /// The built-in model that a file's headers fit, when they don't fit this one.
    pub fn fitting_model(&self, source: &Source<'_>) -> Option<BuiltIn> {
        let fits = |other: &BuiltIn| {
            let model = Config::default().model(other.name()).ok()?;
            let weights = Weights::equal(&model);
            let columns = NamedColumns::default();
            let request = Request {
                model: &model,
                weights: &weights,
                tie_break: &[],
                columns: &columns,
                words: &[],
                delimiter: self.delimiter,
                is_partial: false,
            };
            has_columns_for(source, &request).then_some(())
        };
        BuiltIn::iter().filter(|other| other.name() != self.model.key).find(|other| fits(other).is_some())
    }

    /// Makes the plan for the nodes that a file gives; what can't be computed becomes findings.
    pub fn plan(&self, backlog: &Backlog<'_>) -> Result<Plan, Findings> {
        self.plan_with(&self.settled.weights, backlog)
    }

    /// Makes the plan with other weights.
    pub fn plan_with(&self, weights: &Weights, backlog: &Backlog<'_>) -> Result<Plan, Findings> {
        let given: Vec<_> = backlog.readings.iter().map(|reading| reading.node).collect();
        self.plan_of(weights, &given)
    }

    fn plan_of(&self, weights: &Weights, given: &[NodeId]) -> Result<Plan, Findings> {
        Plan::new(&self.model, weights, given).map_err(|problems| {
            let mut findings = Findings::new();
            for problem in problems {
                findings.push(self.config.plan_finding(&self.model, problem));
            }
            findings
        })
    }
}

/// The model of a triage, where nobody names one: the weights file's, or the house's for actions where only that has both
/// criteria, or both when a misspelt one is put right.
fn model_with_axes(config: &Config, own: &str, asked: &Asked) -> String {
    let models = [own, BuiltIn::Actions.name()];
    let has_both = |name: &&str| config.model(name).is_ok_and(|model| config.has_axes(&model, asked));
    let has_nearly = |name: &&str| config.model(name).is_ok_and(|model| config.has_axes_nearly(&model, asked));
    let found = models.into_iter().find(has_both).or_else(|| models.into_iter().find(has_nearly));
    found.unwrap_or(own).to_owned()
}

/// The text of a table that is no backlog: decisions, a record.
pub fn decode_table(name: &str, bytes: Vec<u8>, settings: &RankingSettings) -> Result<(String, Findings), Findings> {
    in_file(name, decode(bytes, settings.encoding))
}

/// The text of a backlog or of a printed ranking; a finding where it can't be decoded, or where the encoding was guessed.
pub fn decode_any(name: &str, bytes: Vec<u8>, settings: &RankingSettings) -> Result<(String, Findings), Findings> {
    in_file(name, decode_with_json(bytes, settings.encoding))
}

/// Names the file that was opened in what is said of it.
pub fn in_file<T>(
    name: &str,
    opened: Result<(T, impl IntoIterator<Item = Finding>), Finding>,
) -> Result<(T, Findings), Findings> {
    let name: Arc<str> = name.into();
    match opened {
        Ok((opened, said)) => {
            let mut findings = Findings::new();
            said.into_iter().for_each(|finding| findings.push(finding.file(&name)));
            Ok((opened, findings))
        }
        Err(finding) => Err(only(finding.file(&name))),
    }
}

fn read_weights_file(path: &Path, lang: Lang) -> anyhow::Result<(Option<Config>, Findings)> {
    let input = files::read(path.as_os_str(), files::CONFIG_LIMIT, lang)?;
    let name: Arc<str> = shown(path).into();
    Ok(match decode_utf8(input.bytes) {
        Ok(text) => read_config(&Source::new(name, &text)),
        Err(finding) => (None, only(finding.file(&name))),
    })
}

/// Reads a baseline file; none where it is no text.
pub fn read_baseline_file(path: &Path, lang: Lang) -> anyhow::Result<(Option<Baseline>, Findings)> {
    let input = files::read(path.as_os_str(), files::BASELINE_LIMIT, lang)?;
    let name: Arc<str> = shown(path).into();
    Ok(match decode_utf8(input.bytes) {
        Ok(text) => {
            let (baseline, findings) = read_baseline(&Source::new(name, &text));
            (Some(baseline), findings)
        }
        Err(finding) => (None, only(finding.file(&name))),
    })
}

fn only(finding: Finding) -> Findings {
    let mut findings = Findings::new();
    findings.push(finding);
    findings
}

/// A weights file is UTF-8, with or without a byte order mark.
fn decode_utf8(bytes: Vec<u8>) -> Result<String, Finding> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let sound = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let sound = String::from_utf8_lossy(sound);
            let position = Source::new("", &sound).position(sound.len());
            let finding = Finding::new(Rule::WrongEncoding).with("encoding", "UTF-8");
            Err(finding.position(position).advise("help-config"))
        }
    }
}

/// The weights file: the one that is named, else the one of the environment, else the nearest.
pub fn weights_path(named: Option<PathBuf>) -> Option<PathBuf> {
    named.or_else(named_by_environment).or_else(discover)
}

/// The file that `TENBIN_WEIGHTS` names; an empty variable names none.
fn named_by_environment() -> Option<PathBuf> {
    env::var_os("TENBIN_WEIGHTS").filter(|path| !path.is_empty()).map(PathBuf::from)
}

fn discover() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    files::find_weights(&here, env::home_dir().as_deref())
}

/// A path as it is shown: from here where it lies below this folder.
pub fn shown(path: &Path) -> String {
    let here = env::current_dir().ok();
    let below = here.as_deref().and_then(|here| path.strip_prefix(here).ok());
    below.unwrap_or(path).to_string_lossy().into_owned()
}

fn is_column(model: &Model, key: &str) -> bool {
    COLUMN_KEYS.contains(&key) || model.find(key).is_some()
}

fn unknown_column(model: &Model, own: &[&str], key: &str, lang: Lang) -> anyhow::Error {
    let known = own.iter().copied().filter(|key| !is_column(model, key));
    let known = COLUMN_KEYS.into_iter().chain(known).chain(model.keys()).map(prose::name);
    let known = prose::list(lang, known);
    anyhow!(tenbin::say!(lang, "error-column-key", key = prose::name(key), known = known))
}
