//! What was measured after the work: a table of results, each with baseline, plan and actual figure, and how it was done.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::date::{days_between, read_date};
use super::figure::{Figure, Place, Range, about, read_figure};
use super::listing::{Known, Listing, TableForm, keys};
use super::names::fold;
use super::panel::same;
use crate::analysis::{Better, Facts};
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::model::Scale;
use crate::prose;

const ID: usize = 0;
const TITLE: usize = 1;
const METRIC: usize = 2;
const BETTER: usize = 3;
const BASELINE: usize = 4;
const PLANNED: usize = 5;
const ACTUAL: usize = 6;
const QUANTITY: usize = 7;
const QUALITY: usize = 8;
const STARTED: usize = 9;
const MEASURED: usize = 10;
const SCORE: usize = 11;

/// The columns, in the order of the places above; the last can be asked for by its name, and is not read here.
const COLUMNS: [Known; 13] = [
    Known { key: "id", also: &["key", "番号", "課題キー"], is_needed: true },
    Known {
        key: "title", also: &["name", "改善項目", "項目", "施策", "タイトル", "件名"], is_needed: false
    },
    Known { key: "metric", also: &["indicator", "kpi", "指標", "評価指標"], is_needed: true },
    Known {
        key: "better", also: &["direction", "向き", "良い方向", "よい方向", "望ましい方向"], is_needed: true
    },
    Known {
        key: "baseline", also: &["before", "基準値", "実施前", "前回", "ベースライン"], is_needed: true
    },
    Known { key: "planned", also: &["plan", "target", "計画", "計画値", "目標", "目標値"], is_needed: true },
    Known { key: "actual", also: &["after", "result", "実績", "実績値", "実施後", "結果"], is_needed: true },
    Known {
        key: "quantity",
        also: &["execution quantity", "量", "実行量", "実施量", "量（%）", "量%"],
        is_needed: false,
    },
    Known { key: "quality", also: &["execution quality", "質", "実行の質", "実施の質"], is_needed: false },
    Known { key: "started", also: &["start", "開始日", "実施日", "着手日"], is_needed: false },
    Known { key: "measured", also: &["measured on", "測定日", "計測日"], is_needed: false },
    Known { key: "score", also: &["総合スコア", "スコア"], is_needed: false },
    Known { key: "team", also: &["担当チーム", "チーム"], is_needed: false },
];

/// The keys of the columns, for those who name their headers.
pub const RESULT_KEYS: [&str; COLUMNS.len()] = keys(&COLUMNS);

const HIGHER: [&str; 10] =
    ["higher", "high", "more", "up", "高い", "大きい", "多い", "増やす", "高いほどよい", "大きいほどよい"];
const LOWER: [&str; 10] =
    ["lower", "low", "less", "down", "低い", "小さい", "少ない", "減らす", "低いほどよい", "小さいほどよい"];

/// A result as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultRow<'t> {
    /// The item's id.
    pub id: Cow<'t, str>,
    /// Its title, empty where the file has none.
    pub title: Cow<'t, str>,
    /// What was measured.
    pub metric: Cow<'t, str>,
    /// The figures.
    pub facts: Facts,
    /// Whether they stand with a `%`.
    pub is_percent: bool,
    /// When it was measured, as the file has it; empty where it doesn't say.
    pub measured: Cow<'t, str>,
    /// The item's score when it was ranked, if the file says.
    pub score: Option<Decimal>,
}

/// The results of a file.
#[derive(Debug)]
pub struct Results<'t> {
    /// One for each row.
    pub rows: Vec<ResultRow<'t>>,
    /// The line of each.
    lines: Vec<usize>,
    listing: Listing<'t>,
}

impl<'t> Results<'t> {
    /// The headings of the file, in order.
    pub fn headings(&self) -> Vec<Cow<'t, str>> {
        self.listing.headings().collect()
    }

    /// A row's cells as they stand in the file.
    pub fn cells(&self, row: usize) -> Vec<Cow<'t, str>> {
        self.listing.cells(row).collect()
    }

    /// The place of a column that is known by a name, whatever its heading.
    pub(super) fn known_column(&self, name: &str) -> Option<usize> {
        self.listing.known_column(name, &COLUMNS)
    }

    /// A cell by the row and the place of its column in the file, trimmed.
    pub(super) fn cell(&self, row: usize, column: usize) -> Cow<'t, str> {
        self.listing.cell(row, column)
    }

    /// Leaves out the results of some items.
    pub fn leave_out(&mut self, ids: &HashSet<String>) {
        let ids: HashSet<String> = ids.iter().map(|id| same(id)).collect();
        let keep: Vec<bool> = self.rows.iter().map(|row| !ids.contains(same(&row.id).as_str())).collect();
        self.retain(&keep);
    }

    /// Leaves some rows out; `keep` has an entry for each.
    pub(super) fn retain(&mut self, keep: &[bool]) {
        let kept = |row: usize| keep.get(row).copied().unwrap_or(true);
        let mut row = 0..;
        self.rows.retain(|_| row.next().is_none_or(kept));
        let mut row = 0..;
        self.lines.retain(|_| row.next().is_none_or(kept));
        self.listing.retain(kept);
    }

    /// Whether the file has titles.
    pub fn has_titles(&self) -> bool {
        self.listing.has(TITLE)
    }

    /// Whether the file says when something was measured.
    pub fn has_dates(&self) -> bool {
        self.listing.has(MEASURED)
    }

    /// Whether the file has scores.
    pub fn has_scores(&self) -> bool {
        self.listing.has(SCORE)
    }

    /// A finding about a result, at its id.
    pub fn finding(&self, rule: Rule, row: usize) -> Finding {
        about(&self.listing, rule, row, ID, &self.rows[row].id)
    }

    /// A finding about a result, at its score.
    pub(super) fn score_finding(&self, rule: Rule, row: usize) -> Finding {
        about(&self.listing, rule, row, SCORE, &self.rows[row].id)
    }

    /// The line in which a result stands.
    pub(super) fn line(&self, row: usize) -> usize {
        self.lines[row]
    }
}

/// Reads a table of results; `None` where its header can't be read. What is wrong is among the findings.
pub fn read_results<'t>(source: &Source<'t>, form: TableForm<'_>, findings: &mut Findings) -> Option<Results<'t>> {
    let results = Listing::read_with(source, &COLUMNS, form, &|_| false, findings).map(|listing| {
        let mut rows = Vec::new();
        let mut lines = Vec::new();
        let mut seen: HashMap<(String, String), usize> = HashMap::new();
        for row in 0..listing.len() {
            let result = read_row(&listing, row, findings);
            let at = listing.finding(Rule::RepeatedResult, row, ID).span.map_or(0, |span| span.start);
            let line = source.position(at).line;
            lines.push(line);
            if result.id.is_empty() {
                listing.blank(Rule::BlankId, row, ID).into_iter().for_each(|finding| findings.push(finding));
            } else if listing.has(METRIC)
                && let Some(first) = seen.insert((same(&result.id), fold(&result.metric)), line)
            {
                let finding = about(&listing, Rule::RepeatedResult, row, ID, &result.id);
                findings.push(finding.with("metric", prose::name(&result.metric)).with("first", first));
            }
            rows.push(result);
        }
        if rows.is_empty() && !findings.has_errors() {
            findings.push(Finding::new(Rule::NoItems));
        }
        fraction(&listing, &rows).into_iter().for_each(|finding| findings.push(finding));
        Results { rows, lines, listing }
    });
    findings.locate(source);
    results
}

/// A finding where quantities were meant as parts, as far as one can see: none is above 1, and none has a `%`.
fn fraction(listing: &Listing<'_>, rows: &[ResultRow<'_>]) -> Option<Finding> {
    let quantity = |row: usize| rows[row].facts.quantity;
    let is_small = |row: usize| {
        quantity(row)
            .is_none_or(|quantity| quantity <= Decimal::ONE && !listing.text(row, QUANTITY).contains(['%', '％']))
    };
    let first = (0..rows.len()).find(|&row| quantity(row).is_some_and(|quantity| quantity > Decimal::ZERO))?;
    if !(0..rows.len()).all(is_small) {
        return None;
    }
    let finding = about(listing, Rule::FractionQuantity, first, QUANTITY, &rows[first].id);
    Some(finding.of_criterion(COLUMNS[QUANTITY].key).with("found", quantity(first)?.to_string()))
}

fn read_row<'t>(listing: &Listing<'t>, row: usize, findings: &mut Findings) -> ResultRow<'t> {
    let id = listing.text(row, ID);
    // A row without an id is told by its metric.
    let name = if id.is_empty() { listing.text(row, METRIC) } else { id.clone() };
    let mut read = |known: usize, range: Range| {
        read_figure(listing, Place { row, known, key: COLUMNS[known].key }, range, &name, findings)
    };
    let [baseline, planned, actual] = [BASELINE, PLANNED, ACTUAL].map(|known| read(known, Range::Any));
    let quantity = read(QUANTITY, Range::On(Scale::Quantity)).map(|figure| figure.value);
    let quality = read(QUALITY, Range::On(Scale::USUAL)).map(|figure| figure.value);
    let score = read(SCORE, Range::Any).map(|figure| figure.value);
    let better = better(listing, row, &id, findings);
    let is_percent = percent(listing, row, [baseline, planned, actual], &id, findings);
    let value = |figure: Option<Figure>| figure.map(|figure| figure.value);
    let facts = Facts {
        better: better.unwrap_or(Better::Higher),
        baseline: value(baseline),
        planned: value(planned),
        actual: value(actual),
        quantity,
        quality,
        days: days(listing, row, &id, findings),
    };
    if better.is_some() {
        check_plan(listing, row, &facts, &id, findings);
    }
    let (title, metric, measured) = (listing.text(row, TITLE), listing.text(row, METRIC), listing.text(row, MEASURED));
    ResultRow { id, title, metric, facts, is_percent, measured, score }
}

fn better(listing: &Listing<'_>, row: usize, id: &str, findings: &mut Findings) -> Option<Better> {
    let text = listing.text(row, BETTER);
    let word = fold(&text);
    let is_one_of = |words: &[&str]| words.iter().any(|known| fold(known) == word);
    if is_one_of(&HIGHER) {
        return Some(Better::Higher);
    }
    if is_one_of(&LOWER) {
        return Some(Better::Lower);
    }
    if listing.has(BETTER) {
        let finding = about(listing, Rule::UnknownDirection, row, BETTER, id).of_criterion(COLUMNS[BETTER].key);
        let kind = if text.is_empty() { "blank" } else { "other" };
        findings.push(finding.with("found", prose::name(&text)).with("kind", kind));
    }
    None
}

/// Whether the figures stand with a `%`; a finding where some do and others don't.
fn percent(listing: &Listing<'_>, row: usize, figures: [Option<Figure>; 3], id: &str, findings: &mut Findings) -> bool {
    let places = [BASELINE, PLANNED, ACTUAL];
    let with = |wanted: bool| {
        let figures = places.iter().zip(&figures);
        figures
            .filter(move |(_, figure)| figure.is_some_and(|figure| figure.is_percent == wanted))
            .map(|(known, _)| *known)
    };
    if let (Some(percent), Some(plain)) = (with(true).next(), with(false).next()) {
        let finding = about(listing, Rule::MixedPercent, row, plain, id).of_criterion(COLUMNS[plain].key);
        let finding = finding.with("one", prose::name(&listing.text(row, percent)));
        findings.push(finding.with("other", prose::name(&listing.text(row, plain))));
    }
    with(true).next().is_some()
}

/// How many days after the start it was measured; negative, and a finding, where it was before.
fn days(listing: &Listing<'_>, row: usize, id: &str, findings: &mut Findings) -> Option<i64> {
    let mut read = |known: usize| {
        let text = listing.text(row, known);
        let date = read_date(&text);
        if date.is_none() && !text.is_empty() {
            let finding = about(listing, Rule::NotADate, row, known, id).of_criterion(COLUMNS[known].key);
            findings.push(finding.with("found", prose::name(&text)));
        }
        date
    };
    let (started, measured) = (read(STARTED), read(MEASURED));
    let days = days_between(started?, measured?);
    if days < 0 {
        let finding = about(listing, Rule::MeasuredBeforeStart, row, MEASURED, id);
        let finding = finding.with("measured", prose::name(&listing.text(row, MEASURED)));
        findings.push(finding.with("started", prose::name(&listing.text(row, STARTED))));
    }
    Some(days)
}

/// What keeps a result from having a share of the planned improvement.
fn check_plan(listing: &Listing<'_>, row: usize, facts: &Facts, id: &str, findings: &mut Findings) {
    for (known, figure) in [(BASELINE, facts.baseline), (PLANNED, facts.planned)] {
        // What was written and can't be read is said already.
        if figure.is_none() && listing.has(known) && listing.text(row, known).is_empty() {
            let finding = about(listing, Rule::BlankFigure, row, known, id).of_criterion(COLUMNS[known].key);
            findings.push(finding.with("column", prose::name(&listing.heading(known, COLUMNS[known].key))));
        }
    }
    let Some(planned) = facts.planned_improvement() else { return };
    if planned <= Decimal::ZERO.into() {
        let kind = if planned.is_zero() { "none" } else { "wrong" };
        let finding = about(listing, Rule::NoPlannedImprovement, row, PLANNED, id).of_criterion(COLUMNS[PLANNED].key);
        let finding = finding.with("kind", kind).with("better", prose::visible(&listing.text(row, BETTER)));
        let shown = |known: usize| prose::name(&listing.text(row, known));
        findings.push(finding.with("baseline", shown(BASELINE)).with("planned", shown(PLANNED)));
    }
}
