//! The stages of a funnel with their counts or rates, and the items that name a stage.

use std::borrow::Cow;
use std::collections::HashMap;

use super::figure::{Place, Range, about, read_figure};
use super::listing::{Known, Listing, TableForm, keys};
use super::names::fold;
use crate::analysis::{Funnel, FunnelFault, Stage, followed};
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::model::Scale;
use crate::prose;
use crate::scoring::Exact;

const STAGE: usize = 0;
const COUNT: usize = 1;
const RATE: usize = 2;
const BEST: usize = 3;

/// The columns, in the order of the places above.
const COLUMNS: [Known; 4] = [
    Known {
        key: "stage", also: &["step", "phase", "ステージ", "段階", "工程", "フェーズ"], is_needed: true
    },
    Known { key: "count", also: &["number", "measured", "件数", "数", "実績", "実績数"], is_needed: false },
    Known {
        key: "rate", also: &["conversion", "conversion rate", "転換率", "移行率", "率", "CVR"], is_needed: false
    },
    Known {
        key: "best",
        also: &["benchmark", "best rate", "目安", "上限", "最良値", "ベンチマーク"],
        is_needed: false,
    },
];

/// The keys of the columns, for those who name their headers.
pub const FUNNEL_KEYS: [&str; COLUMNS.len()] = keys(&COLUMNS);

/// Which stage stands first in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum StageOrder {
    /// The first stage: the one with the most.
    First,
    /// The last stage: the one that delivers the goal.
    Last,
}

/// The stages of a file, from the first to the last.
#[derive(Debug)]
pub struct Stages<'t> {
    /// Their names.
    pub names: Vec<Cow<'t, str>>,
    /// Their counts and rates, ready to be worked back.
    pub funnel: Funnel,
    /// Whether the file has the last stage first.
    pub is_last_first: bool,
    /// Whether the file gives the best rates.
    pub has_best: bool,
}

/// Reads a funnel; `None` where an error is among the findings.
pub fn read_funnel<'t>(
    source: &Source<'t>,
    form: TableForm<'_>,
    order: Option<StageOrder>,
    findings: &mut Findings,
) -> Option<Stages<'t>> {
    let listing = Listing::read_with(source, &COLUMNS, form, &|_| false, findings);
    let stages = listing.and_then(|listing| read(source, &listing, order, findings));
    findings.locate(source);
    stages.filter(|_| !findings.has_errors())
}

fn read<'t>(
    source: &Source<'_>,
    listing: &Listing<'t>,
    order: Option<StageOrder>,
    findings: &mut Findings,
) -> Option<Stages<'t>> {
    if !listing.has(COUNT) && !listing.has(RATE) && listing.has(STAGE) {
        findings.push(listing.missing(COLUMNS[COUNT].key, COLUMNS[COUNT].also));
    }
    if findings.has_errors() {
        return None;
    }
    let mut lines: HashMap<String, usize> = HashMap::new();
    let mut stages = Vec::new();
    for row in 0..listing.len() {
        let name = listing.text(row, STAGE);
        if name.is_empty() {
            listing.blank(Rule::BlankStage, row, STAGE).into_iter().for_each(|finding| findings.push(finding));
        } else {
            let finding = listing.finding(Rule::RepeatedStage, row, STAGE);
            let line = source.position(finding.span.as_ref().map_or(0, |span| span.start)).line;
            if let Some(first) = lines.insert(fold(&name), line) {
                findings.push(finding.with("stage", prose::name(&name)).with("first", first));
            }
        }
        let count = Place { row, known: COUNT, key: COLUMNS[COUNT].key };
        let count = read_figure(listing, count, Range::On(Scale::Quantity), &name, findings);
        let rate = share(listing, row, RATE, &name, findings);
        let best = share(listing, row, BEST, &name, findings);
        stages.push((name, Stage { count: count.map(|figure| figure.value), rate, best }));
    }
    if findings.has_errors() {
        return None;
    }
    if stages.len() < 2 {
        findings.push(Finding::new(Rule::TooFewStages).at(0).with("count", stages.len()));
        return None;
    }
    let is_last_first = match order.or_else(|| recognised(&stages)) {
        Some(order) => order == StageOrder::Last,
        None => {
            findings.push(listing.finding(Rule::UnknownOrder, 0, STAGE));
            return None;
        }
    };
    let mut rows: Vec<usize> = (0..stages.len()).collect();
    if is_last_first {
        stages.reverse();
        rows.reverse();
    }
    let (names, stages): (Vec<Cow<'t, str>>, Vec<Stage>) = stages.into_iter().unzip();
    check(listing, &rows, &names, &stages, findings);
    let funnel = match Funnel::new(&stages) {
        Ok(funnel) => funnel,
        Err(faults) => {
            faults.into_iter().for_each(|fault| findings.push(fault_finding(listing, &rows, &names, fault)));
            return None;
        }
    };
    best_below(listing, &rows, &names, &stages, &funnel, findings);
    Some(Stages { names, funnel, is_last_first, has_best: stages.iter().any(|stage| stage.best.is_some()) })
}

/// A rate: `30%`, or a share from 0 to 1.
fn share(listing: &Listing<'_>, row: usize, known: usize, name: &str, findings: &mut Findings) -> Option<Decimal> {
    let key = COLUMNS[known].key;
    let figure = read_figure(listing, Place { row, known, key }, Range::On(Scale::Quantity), name, findings)?;
    if figure.is_percent {
        return Some(figure.value.percent());
    }
    if figure.value > Decimal::ONE {
        let finding = about(listing, Rule::BadRate, row, known, name).of_criterion(key);
        let finding = finding.with("found", prose::name(&listing.text(row, known)));
        findings.push(finding.with("percent", prose::name(&format!("{}%", figure.value))));
        return None;
    }
    Some(figure.value)
}

/// Which stage stands first: where counts fall it is the first one, where they rise the last one. Without two different
/// counts, the stage that has no rate to a next one is the last.
fn recognised(stages: &[(Cow<'_, str>, Stage)]) -> Option<StageOrder> {
    let counts: Vec<Decimal> = stages.iter().filter_map(|(_, stage)| stage.count).collect();
    if let (Some(first), Some(last)) = (counts.first(), counts.last())
        && counts.iter().any(|count| count != first)
    {
        return match (counts.is_sorted_by(|a, b| a >= b), counts.is_sorted()) {
            _ if first == last => None,
            (true, _) => Some(StageOrder::First),
            (_, true) => Some(StageOrder::Last),
            _ => None,
        };
    }
    let has_rate = |place: Option<&(Cow<'_, str>, Stage)>| place.is_some_and(|(_, stage)| stage.rate.is_some());
    match (has_rate(stages.first()), has_rate(stages.last())) {
        (true, false) => Some(StageOrder::First),
        (false, true) => Some(StageOrder::Last),
        // As many everywhere: whichever stage is first, every rate is 100 %.
        (false, false) if counts.len() == stages.len() => Some(StageOrder::First),
        _ => None,
    }
}

/// What is odd about the stages, and what contradicts itself.
fn check(listing: &Listing<'_>, rows: &[usize], names: &[Cow<'_, str>], stages: &[Stage], findings: &mut Findings) {
    let about = |rule: Rule, at: usize, known: usize| {
        let finding = listing.finding(rule, rows[at], known).of_item(names[at].as_ref());
        finding.with("stage", prose::name(&names[at]))
    };
    let last = stages.len() - 1;
    if stages[last].rate.is_some() {
        findings.push(about(Rule::RateAfterLast, last, RATE));
    }
    let followed: Vec<Option<Exact>> = followed(stages).into_iter().map(|count| count.map(Exact::from)).collect();
    for at in 0..last {
        let (own, next) = (&stages[at], &stages[at + 1]);
        let is_over = match (&followed[at], next.count) {
            (Some(own), Some(next)) => Exact::from(next) > *own,
            _ => own.rate.is_some_and(|rate| rate > Decimal::ONE),
        };
        if is_over {
            let finding = about(Rule::RisingCount, at, if own.count.is_some() { COUNT } else { RATE });
            findings.push(finding.with("next", prose::name(&names[at + 1])));
        }
        if let (Some(count), Some(behind), Some(rate)) = (&followed[at], next.count, own.rate)
            && let Some(measured) = Exact::from(behind).over(count)
            && measured.rounded(places(rate)) != Exact::from(rate).rounded(places(rate))
        {
            let finding = about(Rule::RateDiffers, at, RATE).with("found", prose::name(&listing.text(rows[at], RATE)));
            findings.push(finding.with("measured", prose::name(&format!("{}%", measured.percent().shortened(2)))));
        }
    }
}

/// Best rates that are exceeded already: the present rate counts as the best.
fn best_below(
    listing: &Listing<'_>,
    rows: &[usize],
    names: &[Cow<'_, str>],
    stages: &[Stage],
    funnel: &Funnel,
    findings: &mut Findings,
) {
    for (at, stage) in stages.iter().enumerate() {
        if let (Some(best), Some(rate)) = (stage.best.map(Exact::from), funnel.rate(at))
            && rate > best
        {
            let finding = listing.finding(Rule::BestBelowRate, rows[at], BEST).of_item(names[at].as_ref());
            let finding = finding.with("found", prose::name(&listing.text(rows[at], BEST)));
            let finding = finding.with("rate", prose::name(&format!("{}%", rate.percent().shortened(2))));
            findings.push(finding.with("stage", prose::name(&names[at])));
        }
    }
}

/// How exactly a rate is held against the counts: to its own digits, and at least to whole per cents.
fn places(rate: Decimal) -> u32 {
    rate.scale().max(2)
}

fn fault_finding(listing: &Listing<'_>, rows: &[usize], names: &[Cow<'_, str>], fault: FunnelFault) -> Finding {
    let (at, known, kind) = match fault {
        FunnelFault::NoRate(at) => (at, RATE, "missing"),
        FunnelFault::ZeroCount(at) if !listing.text(rows[at], RATE).is_empty() => (at, COUNT, "empty"),
        FunnelFault::ZeroCount(at) => (at, COUNT, "count"),
        FunnelFault::ZeroRate(at) => (at, COUNT, "nothing"),
        FunnelFault::NoCount => return listing.finding(Rule::MissingCount, 0, COUNT),
    };
    let finding = listing.finding(Rule::MissingRate, rows[at], known).of_item(names[at].as_ref());
    let next = names.get(at + 1).map_or_else(String::new, |name| prose::name(name));
    finding.with("stage", prose::name(&names[at])).with("next", next).with("kind", kind)
}

/// An item that says on which stage it works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedItem<'t> {
    /// Its id.
    pub id: Cow<'t, str>,
    /// Its title, empty where the file has none.
    pub title: Cow<'t, str>,
    /// The place of its stage, from the first; none where it names none of them.
    pub stage: Option<usize>,
    /// Its rank, as the file has it; empty where it has none.
    pub rank: Cow<'t, str>,
}

/// Reads items with a `stage` column, such as a backlog or what `rank` printed of it. A stage that the funnel hasn't is a
/// finding; a blank one is none.
pub fn read_staged<'t>(source: &Source<'t>, stages: &Stages<'_>, findings: &mut Findings) -> Vec<StagedItem<'t>> {
    const COLUMNS: [Known; 4] = [
        Known {
            key: "id", also: &["key", "issue key", "課題キー", "キー", "no", "番号", "number"], is_needed: true
        },
        Known {
            key: "title", also: &["name", "改善項目", "項目", "施策", "タイトル", "件名"], is_needed: false
        },
        Known {
            key: "stage", also: &["step", "phase", "ステージ", "段階", "工程", "フェーズ"], is_needed: true
        },
        Known { key: "rank", also: &["順位"], is_needed: false },
    ];
    let mut items = Vec::new();
    if let Some(listing) = Listing::read(source, &COLUMNS, findings) {
        let places: HashMap<String, usize> =
            stages.names.iter().enumerate().map(|(place, name)| (fold(name), place)).collect();
        for row in 0..listing.len() {
            let (id, name) = (listing.text(row, 0), listing.text(row, 2));
            let stage = places.get(&fold(&name)).copied();
            if stage.is_none() && !name.is_empty() {
                let known: Vec<String> = stages.names.iter().map(|name| prose::name(name)).collect();
                let finding = about(&listing, Rule::UnknownStage, row, 2, &id);
                findings.push(finding.with("stage", prose::name(&name)).with("known", known));
            }
            items.push(StagedItem { id, title: listing.text(row, 1), stage, rank: listing.text(row, 3) });
        }
    }
    findings.locate(source);
    items
}
