//! The answer of `check`: whether it passes, and what was found.

use serde::Serialize;

use super::findings::fingerprints;
use super::{Block, Cell, Column, FindingView, Origin, Shape, Table};
use crate::finding::{Findings, Rule, Severity};
use crate::lang::Lang;
use crate::prose;
use crate::say;

/// The number that programs read first.
const SCHEMA_VERSION: u32 = 1;

/// What a check report is made of.
#[derive(Clone, Copy, Debug)]
pub struct CheckReport<'a> {
    /// What was found, in the order in which it is shown.
    pub findings: &'a Findings,
    /// The files that were checked.
    pub files: &'a [CheckedFile],
    /// The model's name.
    pub model: &'a str,
    /// Where its weights came from.
    pub origin: &'a Origin,
    /// The rank under which the cutoff stands.
    pub top: usize,
    /// The least severity that fails.
    pub fails_on: Severity,
    /// Whether the weights file kept the check from running.
    pub could_not_run: bool,
    /// Whether only what fails is shown.
    pub only_failures: bool,
    /// The language.
    pub lang: Lang,
}

/// A file that was checked.
#[derive(Clone, Debug, Serialize)]
pub struct CheckedFile {
    /// Its name as given.
    pub file: String,
    /// How many items it has; `null` where it couldn't be read that far.
    pub items: Option<usize>,
    /// How many of them could be ranked; `null` where an error stood in the way.
    pub ranked: Option<usize>,
}

/// The answer, laid out for any format of findings.
#[derive(Debug)]
pub struct Checked {
    /// What programs read as JSON.
    pub value: CheckValue,
    /// The verdict and the counts, one sentence each.
    pub lines: Vec<String>,
    /// What a help is introduced with.
    pub help_label: String,
    /// The rules of the findings that are shown.
    pub rules: Vec<RuleView>,
    /// The least severity that fails.
    pub fails_on: Severity,
    /// How many findings are not shown.
    pub hidden: usize,
    /// What stands for those in a format that shows only some of them.
    pub lang: Lang,
    headings: [String; 4],
}

/// The JSON of `check`.
#[derive(Debug, Serialize)]
pub struct CheckValue {
    schema_version: u32,
    command: &'static str,
    /// Whether the check passes.
    pub passed: bool,
    fail_on: Severity,
    /// `null` where the weights file kept the check from running.
    model: Option<String>,
    top: usize,
    /// The files that were checked.
    pub files: Vec<CheckedFile>,
    counts: Counts,
    /// The findings that are shown.
    pub findings: Vec<FingerprintedView>,
    finding_count: usize,
}

#[derive(Debug, Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
    ignored: usize,
    baseline: usize,
}

/// A finding with what tells it from others.
#[derive(Debug, Serialize)]
pub struct FingerprintedView {
    /// The finding.
    #[serde(flatten)]
    pub view: FindingView,
    /// Its fingerprint.
    pub fingerprint: String,
}

/// A rule for reports that describe it.
#[derive(Debug)]
pub struct RuleView {
    /// Its code.
    pub code: &'static str,
    /// What it looks for, in a few words.
    pub summary: String,
    /// The whole explanation.
    pub explanation: String,
    /// What it weighs unless a policy says otherwise.
    pub severity: Option<Severity>,
}

/// Lays out the answer of a check.
pub fn check_report(report: CheckReport<'_>) -> Checked {
    let (findings, lang) = (report.findings, report.lang);
    let mut views = FindingView::all(findings, lang);
    views.retain(|view| !report.only_failures || view.severity <= report.fails_on);
    let mut rules: Vec<Rule> = findings.shown().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let rules = rules.into_iter().map(|rule| RuleView {
        code: rule.code(),
        summary: lang.text(&format!("{}.summary", rule.code())),
        explanation: rule.explanation(lang).paragraphs.join("\n\n"),
        severity: rule.severity_in_check(),
    });
    let fails = |severity: Severity| severity <= report.fails_on;
    let failures: usize = Severity::ALL.into_iter().filter(|s| fails(*s)).map(|s| findings.count(s)).sum();
    // A file that couldn't be read has nothing that could pass, whatever a policy says of why.
    let is_read = report.files.iter().all(|file| file.items.is_some());
    let passed = !report.could_not_run && failures == 0 && is_read;
    let hidden = if report.only_failures { failures - views.len() } else { findings.hidden() };
    let (ignored, baseline) = findings.sieve().map_or((0, 0), |sieve| (sieve.excepted(), sieve.known()));
    let fingerprints = fingerprints(&views, report.files.len() > 1);
    let value = CheckValue {
        schema_version: SCHEMA_VERSION,
        command: "check",
        passed,
        fail_on: report.fails_on,
        model: Some(report.model.to_owned()).filter(|_| !report.could_not_run),
        top: report.top,
        files: report.files.to_vec(),
        counts: Counts {
            errors: findings.count(Severity::Error),
            warnings: findings.count(Severity::Warning),
            notes: findings.count(Severity::Note),
            ignored,
            baseline,
        },
        finding_count: findings.total(),
        findings: Vec::new(),
    };
    let lines = vec![counts(&value, lang), verdict(&value, report, lang)];
    let with_print = |(view, fingerprint)| FingerprintedView { view, fingerprint };
    Checked {
        value: CheckValue { findings: views.into_iter().zip(fingerprints).map(with_print).collect(), ..value },
        lines,
        help_label: lang.text("label-help"),
        rules: rules.collect(),
        fails_on: report.fails_on,
        hidden,
        lang,
        headings: ["check-column-severity", "check-column-place", "check-column-finding", "check-column-rule"]
            .map(|name| lang.text(name)),
    }
}

fn counts(value: &CheckValue, lang: Lang) -> String {
    let counts = &value.counts;
    let sentence = say!(
        lang,
        "findings-summary",
        errors = counts.errors,
        warnings = counts.warnings,
        notes = counts.notes,
        hidden = 0,
        shown = 0
    );
    if counts.ignored + counts.baseline == 0 {
        return sentence;
    }
    let both = if counts.ignored > 0 && counts.baseline > 0 { "yes" } else { "no" };
    let silent = say!(lang, "check-silent", ignored = counts.ignored, both = both, baseline = counts.baseline);
    format!("{sentence}{silent}")
}

fn verdict(value: &CheckValue, report: CheckReport<'_>, lang: Lang) -> String {
    let items: usize = value.files.iter().filter_map(|file| file.items).sum();
    let ranked: usize = value.files.iter().filter_map(|file| file.ranked).sum();
    let has = |missing: &dyn Fn(&CheckedFile) -> bool| value.files.iter().any(missing);
    let state = match () {
        () if has(&|file| file.items.is_none()) => "unread",
        () if has(&|file| file.ranked.is_none()) => "unranked",
        () if ranked < items => "some",
        () => "all",
    };
    let names: Vec<String> = value.files.iter().map(|file| prose::visible(&file.file)).collect();
    say!(
        lang,
        "check-verdict",
        verdict = if report.could_not_run {
            "stopped"
        } else if value.passed {
            "passed"
        } else {
            "failed"
        },
        files = value.files.len(),
        name = names.first().cloned().unwrap_or_default(),
        items = items,
        state = state,
        ranked = ranked.to_string(),
        top = report.top.to_string(),
        model = report.model.to_owned(),
        source = report.origin.in_words(lang)
    )
}

impl CheckValue {
    /// Whether nothing was found, shown or not.
    pub fn is_empty(&self) -> bool {
        self.finding_count == 0
    }
}

impl Checked {
    /// The findings as a page: a table, and the verdict below.
    pub fn page(&self) -> Vec<Block<'_>> {
        let keys = ["severity", "place", "message", "rule"];
        let column = |(key, heading): (&str, &String)| Column::new(key, heading.as_str(), Shape::Text);
        let columns: Vec<Column> = keys.into_iter().zip(&self.headings).map(column).collect();
        let row = |finding: &FingerprintedView| {
            let view = &finding.view;
            let place = view.place().unwrap_or_default();
            [view.label.clone(), place, view.message.clone(), view.rule.to_owned()].map(|text| Cell::Text(text.into()))
        };
        let rows: Vec<Vec<Cell<'_>>> = self.value.findings.iter().map(|finding| row(finding).to_vec()).collect();
        let mut lines = self.lines.clone();
        lines.extend(self.rest(self.value.findings.len()));
        let table = (!rows.is_empty()).then(|| Block::Table(Table::of(columns, rows)));
        table.into_iter().chain([Block::Lines(lines)]).collect()
    }

    /// A line for the findings that are not shown, where `shown` of them are.
    pub fn rest(&self, shown: usize) -> Option<String> {
        let rest = self.hidden + self.value.findings.len() - shown;
        (rest > 0).then(|| say!(self.lang, "check-rest", rest = rest))
    }

    /// Takes the findings out that are faults of a file, as every command says them.
    pub fn take_faults(&mut self) -> Vec<FindingView> {
        let (answers, faults) = std::mem::take(&mut self.value.findings).into_iter().partition(|f| f.view.is_answer);
        self.value.findings = answers;
        let faults: Vec<FingerprintedView> = faults;
        faults.into_iter().map(|finding| finding.view).collect()
    }

    /// Whether a finding is one that fails the check.
    pub fn is_failure(&self, view: &FindingView) -> bool {
        view.severity <= self.fails_on
    }
}
