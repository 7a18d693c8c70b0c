//! `tenbin check`: is this backlog fit to be ranked, and is its ranking safe to act on?

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{anyhow, bail};
use same_file::Handle;
use tenbin::analysis::unscored;
use tenbin::check::{Question, USUAL_TOP, check_backlog, check_policy, check_ranking, usual_fragile};
use tenbin::finding::{
    Exception, Family, Findings, Fingerprint, Levels, Rule, SHOWN, Severity, Sieve, Source, plain_name,
};
use tenbin::input::config::{Baseline, Date, Policy, write_baseline};
use tenbin::lang::Lang;
use tenbin::render::{FindingsFormat, Style, render_findings};
use tenbin::report::{CheckReport, CheckedFile, Origin, check_report, rule_report, rules_report};
use tenbin::scoring::{Scorer, rank};
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::messages::{self, Messages};
use crate::cli::options::{Check, Common, FailOn};
use crate::cli::output;
use crate::cli::settings::{self, FindingsSettings, RankingSettings};
use crate::cli::setup::{Refused, Setup, read_baseline_file};

/// So many findings of each severity stand in the summary that GitHub shows of a step, which may have a mebibyte.
const SUMMARY_ROOM: usize = 1000;

/// Runs the command.
pub fn run(options: &Check, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let printing = settings::findings_output(options, common.color, output::terminal_width(), lang)?;
    if options.list {
        let printing = settings::rules_output(printing, lang)?;
        return output::deliver(rules_report(Rule::all(), lang), &printing, &[] as &[Handle], lang, messages);
    }
    if let Some(code) = &options.explain {
        let rule = Rule::find(code).ok_or_else(|| unknown_rule(code, lang))?;
        let printing = settings::rules_output(printing, lang)?;
        return output::deliver(rule_report(rule, lang), &printing, &[] as &[Handle], lang, messages);
    }
    if options.files.is_empty() {
        messages::print_error(&format!("{}\n", lang.text("check-without-file")));
        return Ok(Exit::CouldNotRun);
    }
    if options.top == Some(0) {
        bail!(lang.text("error-top"));
    }
    let settings = settings::ranking(&options.ranking, lang)?;
    Run { options, common, settings, printing, lang, messages }.run()
}

/// One run over some files.
struct Run<'a> {
    options: &'a Check,
    common: &'a Common,
    settings: RankingSettings,
    printing: FindingsSettings,
    lang: Lang,
    messages: &'a Messages,
}

/// What is decided once the weights file has been read.
struct Terms {
    top: usize,
    fails_on: Severity,
    baseline: Option<Baseline>,
}

/// The answer in the making.
#[derive(Default)]
struct Progress {
    files: Vec<CheckedFile>,
    /// The files in the order in which their findings are shown.
    names: Vec<Arc<str>>,
    backlogs: Vec<Handle>,
    /// What must not be written over beside them.
    inputs: Vec<Handle>,
}

impl Run<'_> {
    fn run(&self) -> anyhow::Result<Exit> {
        let setup = match Setup::new(&self.settings, self.lang)? {
            Ok(setup) => setup,
            Err(Refused(findings)) => return self.stop(findings),
        };
        let policy = setup.config.policy();
        let (baseline, faults) = self.read_baseline()?;
        if faults.has_errors() {
            return self.stop(faults.in_order());
        }
        let terms = Terms { top: self.top(policy), fails_on: self.fails_on(policy), baseline };
        let mut findings = Findings::sieved(self.sieve(policy, &terms), self.room());
        let mut progress = Progress::default();
        for path in setup.path.iter().chain(&self.options.baseline) {
            progress.inputs.extend(Handle::from_path(path));
        }
        progress.names.extend(setup.findings.shown().filter_map(|finding| finding.file.clone()));
        findings.extend(setup.findings.clone());
        for file in &self.options.files {
            self.check_file(file, &setup, &terms, &mut progress, &mut findings)?;
        }
        let is_whole = |rule: Rule, file: Option<&str>| is_whole(&progress.files, rule, file);
        check_policy(&setup.config, terms.baseline.as_ref(), is_whole, &mut findings);
        progress.inputs.append(&mut progress.backlogs);
        let findings = findings.in_order_of(&progress.names);
        if self.options.update_baseline {
            return self.write_baseline(&setup, &terms, &findings, progress);
        }
        self.answer(&setup, &terms, &findings, &progress)
    }

    fn check_file(
        &self,
        path: &std::ffi::OsStr,
        setup: &Setup,
        terms: &Terms,
        progress: &mut Progress,
        findings: &mut Findings,
    ) -> anyhow::Result<()> {
        let input = files::read(path, files::BACKLOG_LIMIT, self.lang)?;
        if let Some(handle) = input.handle {
            // The same file by another name, or named twice, is checked once.
            if progress.backlogs.contains(&handle) {
                return Ok(());
            }
            progress.backlogs.push(handle);
        }
        let name = match &self.options.stdin_name {
            Some(name) if path == "-" => name.clone(),
            _ => input.name,
        };
        let mut checked = CheckedFile { file: name.clone(), items: None, ranked: None };
        let name: Arc<str> = name.into();
        progress.names.push(Arc::clone(&name));
        findings.begin_file(&name);
        let obstacles = findings.obstacles();
        match setup.open(&name, input.bytes, &self.settings) {
            Ok((opened, said)) => {
                findings.extend(said);
                let source = opened.source(name);
                let is_first = progress.files.iter().all(|file| file.ranked.is_none());
                self.check_text(&source, setup, terms, (obstacles, is_first), &mut checked, findings);
            }
            Err(faults) => findings.extend(faults),
        }
        progress.files.push(checked);
        Ok(())
    }

    fn check_text(
        &self,
        source: &Source<'_>,
        setup: &Setup,
        terms: &Terms,
        (obstacles, is_first): (usize, bool),
        checked: &mut CheckedFile,
        findings: &mut Findings,
    ) {
        let Some(backlog) = setup.read(source, findings) else { return };
        checked.items = Some(backlog.len());
        check_backlog(&backlog, &setup.model, source, findings);
        if findings.obstacles() > obstacles {
            if findings.count_of(Rule::MissingColumn) > 0
                && let Some(other) = setup.fitting_model(source)
            {
                self.messages.note(&say!(self.lang, "note-other-model", model = other.name()));
            }
            return;
        }
        let plan = match setup.plan(&backlog) {
            Ok(plan) => plan,
            Err(problems) => return findings.extend(problems),
        };
        if is_first {
            findings.extend(setup.config.assumed_scales(&setup.model, &plan));
        }
        let scorer =
            Scorer { model: &setup.model, plan: &plan, backlog: &backlog, tie_break: &setup.settled.tie_break };
        let ranking = rank(scorer);
        unscored(scorer, &ranking, source, findings);
        let fragile = setup.config.policy().fragile.unwrap_or_else(usual_fragile);
        let weights = &setup.settled.weights;
        check_ranking(Question { scorer, ranking: &ranking, weights, top: terms.top, fragile }, source, findings);
        checked.ranked = Some(ranking.standings.len());
    }

    fn top(&self, policy: &Policy) -> usize {
        self.options.top.or(policy.top).unwrap_or(USUAL_TOP)
    }

    fn fails_on(&self, policy: &Policy) -> Severity {
        let asked = self.options.fail_on.map(|fail_on| match fail_on {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
        });
        asked.or(policy.fails_on).unwrap_or(Severity::Error)
    }

    /// How many findings of each severity are kept.
    fn room(&self) -> usize {
        match self.options.limit {
            Some(0) => usize::MAX,
            Some(limit) => limit,
            None if self.printing.format == FindingsFormat::Github => SUMMARY_ROOM,
            None => SHOWN,
        }
    }

    fn sieve(&self, policy: &Policy, terms: &Terms) -> Sieve {
        let mut levels = Levels::in_check();
        for (rule, level) in &policy.levels {
            levels.set(*rule, *level);
        }
        let today = today();
        let exceptions = policy.ignores.iter().map(|ignore| Exception {
            rule: ignore.rule,
            item: ignore.item.clone(),
            is_over: ignore.until.is_some_and(|until| until < today),
        });
        let sieve = Sieve::new(levels, exceptions.collect(), terms.fails_on);
        match &terms.baseline {
            _ if self.options.update_baseline => sieve.recording(),
            Some(baseline) => sieve.with_baseline(baseline.known()),
            None => sieve,
        }
    }

    /// The baseline; none where it is to be made.
    fn read_baseline(&self) -> anyhow::Result<(Option<Baseline>, Findings)> {
        match &self.options.baseline {
            Some(path) if !self.options.update_baseline || path.is_file() => read_baseline_file(path, self.lang),
            _ => Ok((None, Findings::new())),
        }
    }

    /// Writes the present findings into the baseline; what it knows of files that were not checked stays.
    fn write_baseline(
        &self,
        setup: &Setup,
        terms: &Terms,
        findings: &Findings,
        mut progress: Progress,
    ) -> anyhow::Result<Exit> {
        let Some(path) = &self.options.baseline else { return Ok(Exit::CouldNotRun) };
        let checked = |file: &str| progress.files.iter().any(|checked| plain_name(&checked.file) == file);
        let kept: Vec<(Fingerprint, usize)> =
            terms.baseline.iter().flat_map(Baseline::known).filter(|(print, _)| !checked(&print.file)).collect();
        let found: Vec<_> = findings.sieve().into_iter().flat_map(Sieve::recorded).collect();
        let mut known: Vec<(&Fingerprint, usize)> = kept.iter().map(|(print, count)| (print, *count)).collect();
        known.extend(&found);
        known.sort();
        let text = write_baseline(known);
        let files = self.options.files.iter().map(PathBuf::from).chain(setup.path.clone());
        let inputs: Vec<Handle> = files.filter_map(|file| Handle::from_path(file).ok()).collect();
        output::write_file(path, &inputs, self.lang, |out| out.write_all(text.as_bytes()))?;
        progress.inputs.extend(Handle::from_path(path));
        let count: usize = found.iter().map(|(_, count)| count).sum();
        let file = prose::visible(&path.to_string_lossy());
        self.messages.note(&say!(self.lang, "note-baseline", file = file, count = count));
        self.answer(setup, terms, findings, &progress)
    }

    fn answer(&self, setup: &Setup, terms: &Terms, findings: &Findings, progress: &Progress) -> anyhow::Result<Exit> {
        let checked = check_report(CheckReport {
            findings,
            files: &progress.files,
            model: &setup.model.key,
            origin: &setup.origin,
            top: terms.top,
            fails_on: terms.fails_on,
            could_not_run: false,
            only_failures: self.common.quiet && is_for_people(self.printing.format),
            lang: self.lang,
        });
        let passes = checked.value.passed || self.options.exit_zero;
        let exit = if passes { Exit::Fine } else { Exit::Findings };
        if self.printing.format == FindingsFormat::Github
            && let Some(path) = step_summary()
        {
            let mut page = Vec::new();
            render_findings(&checked, FindingsFormat::Markdown, Style::default(), &mut page)?;
            // The summary is an extra: that it can't be written changes no verdict.
            let text = format!("{}\n", String::from_utf8_lossy(&page));
            if let Err(error) = output::append(&path, &text, self.lang) {
                self.messages.error(&error.to_string());
            }
        }
        if checked.hidden > 0 && !is_for_people(self.printing.format) {
            // A report without some findings looks like one where they have been mended.
            self.messages.note(&say!(self.lang, "note-cut", rest = checked.hidden));
        }
        output::deliver_findings(checked, &self.printing, &progress.inputs, exit, self.lang, self.messages)
    }

    /// Says what is wrong with the weights file or the baseline, in the format that was asked for.
    fn stop(&self, findings: Findings) -> anyhow::Result<Exit> {
        let checked = check_report(CheckReport {
            findings: &findings,
            files: &[],
            model: self.settings.model.as_deref().unwrap_or_default(),
            origin: &Origin::default(),
            top: self.options.top.unwrap_or(USUAL_TOP),
            fails_on: self.fails_on(&Policy::default()),
            could_not_run: true,
            only_failures: false,
            lang: self.lang,
        });
        output::deliver_findings(checked, &self.printing, &[], Exit::CouldNotRun, self.lang, self.messages)
    }
}

/// Whether people read a format, and may ask for less.
fn is_for_people(format: FindingsFormat) -> bool {
    matches!(format, FindingsFormat::Human | FindingsFormat::Github | FindingsFormat::Markdown)
}

/// Whether everything was checked that a finding of a rule could have come from: in one file, or in all.
fn is_whole(files: &[CheckedFile], rule: Rule, file: Option<&str>) -> bool {
    let needs_ranks = matches!(rule.family(), Family::Judgement | Family::Decision);
    let reached = |checked: &CheckedFile| if needs_ranks { checked.ranked.is_some() } else { checked.items.is_some() };
    match file {
        Some(name) => files.iter().any(|checked| plain_name(&checked.file) == name && reached(checked)),
        None => files.iter().all(reached),
    }
}

fn today() -> Date {
    let today = jiff::ZonedDateTime::now().date();
    Date {
        year: u16::try_from(today.year()).unwrap_or_default(),
        month: u8::try_from(today.month()).unwrap_or_default(),
        day: u8::try_from(today.day()).unwrap_or_default(),
    }
}

/// The file to which GitHub Actions takes what is to stand under a step.
fn step_summary() -> Option<PathBuf> {
    env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()).map(PathBuf::from)
}

fn unknown_rule(code: &str, lang: Lang) -> anyhow::Error {
    match prose::did_you_mean(code, Rule::all().map(Rule::code)) {
        Some(close) => anyhow!(say!(lang, "error-rule-close", rule = prose::name(code), close = prose::name(close))),
        None => anyhow!(say!(lang, "error-rule", rule = prose::name(code))),
    }
}
