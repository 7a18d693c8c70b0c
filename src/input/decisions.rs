//! What a workshop has decided (`id, criterion, rating, note`), and the record of an earlier one.

use std::collections::{HashMap, HashSet};

use super::backlog::{Request, cell_rule};
use super::cells::{fault_finding, shown_scale};
use super::headers::Names;
use super::listing::{Known, Listing};
use super::names::fold;
use super::panel::same;
use super::rating::{CellFault, read_rating};
use crate::backlog::{Panel, Rating};
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::prose;

const ID: usize = 0;
const CRITERION: usize = 1;
const RATING: usize = 2;
const NOTE: usize = 3;
const RATER: usize = 4;
const AGREED: usize = 5;

/// The columns of both kinds of file, in the order of the places above.
const COLUMNS: [Known; 6] = [
    Known { key: "id", also: &["key", "番号", "課題キー"], is_needed: true },
    Known { key: "criterion", also: &["評価軸"], is_needed: true },
    Known { key: "rating", also: &["評価"], is_needed: true },
    Known { key: "note", also: &["reason", "理由", "メモ", "備考"], is_needed: false },
    Known { key: "rater", also: &["評価者"], is_needed: true },
    Known { key: "agreed", also: &["合意した評価"], is_needed: false },
];

/// A rating that the meeting agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The rating; none where only a note was taken down.
    pub rating: Option<Rating>,
    /// What was said.
    pub note: String,
}

/// Decisions by the places of item and criterion in a panel.
pub type Decisions = HashMap<(usize, usize), Decision>;

/// Reads decisions about a panel. What is decided about something else is a finding, and so is what is decided twice.
pub fn read_decisions(
    source: &Source<'_>,
    panel: &Panel<'_>,
    request: &Request<'_>,
    findings: &mut Findings,
) -> Decisions {
    let mut decisions = Decisions::new();
    let mut lines: HashMap<(usize, usize), usize> = HashMap::new();
    if let Some(listing) = Listing::read(source, &COLUMNS[..RATER], findings) {
        let items: HashMap<String, usize> =
            panel.items.iter().enumerate().map(|(place, item)| (same(&item.id), place)).collect();
        let names = Names::new(request.model, request.columns);
        for row in 0..listing.len() {
            let Some(place) = place_of(&listing, row, &items, &names, panel, request, findings) else { continue };
            let line = source.position(listing.finding(Rule::DecidedTwice, row, ID).span.map_or(0, |span| span.start));
            let Some(decision) = decision(&listing, row, place.1, panel, request, findings) else { continue };
            if let Some(first) = lines.insert(place, line.line) {
                let id = &panel.items[place.0].id;
                let node = &request.model.nodes[panel.criteria[place.1]];
                let finding = listing.finding(Rule::DecidedTwice, row, ID).of_item(id.as_ref());
                let finding = finding.of_criterion(node.key.as_str()).with("id", prose::name(id));
                findings.push(finding.with("criterion", node).with("first", first));
            }
            decisions.insert(place, decision);
        }
    }
    findings.locate(source);
    decisions
}

/// Which item and criterion a row is about.
fn place_of(
    listing: &Listing<'_>,
    row: usize,
    items: &HashMap<String, usize>,
    names: &Names,
    panel: &Panel<'_>,
    request: &Request<'_>,
    findings: &mut Findings,
) -> Option<(usize, usize)> {
    let (id, criterion) = (listing.text(row, ID), listing.text(row, CRITERION));
    let item = items.get(&same(&id)).copied();
    if item.is_none() {
        let finding = listing.finding(Rule::UnknownItem, row, ID).of_item(id.as_ref());
        let finding = finding.with("id", prose::name(&id));
        findings.push(match prose::same_but_one(&id, panel.items.iter().map(|item| item.id.as_ref())) {
            Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
            None => finding,
        });
    }
    let node = names.node(&criterion).and_then(|node| panel.criteria.iter().position(|known| *known == node));
    if node.is_none() {
        let known: Vec<String> =
            panel.criteria.iter().map(|&node| prose::name(&request.model.nodes[node].key)).collect();
        let finding = listing.finding(Rule::UnknownCriterion, row, CRITERION).of_item(id.as_ref());
        findings.push(finding.with("criterion", prose::name(&criterion)).with("known", known));
    }
    Some((item?, node?))
}

fn decision(
    listing: &Listing<'_>,
    row: usize,
    criterion: usize,
    panel: &Panel<'_>,
    request: &Request<'_>,
    findings: &mut Findings,
) -> Option<Decision> {
    let node = panel.criteria[criterion];
    let text = listing.text(row, RATING);
    let rule = cell_rule(request, node, listing.delimiter);
    let about = |rule: Rule| -> Finding {
        let id = listing.text(row, ID);
        let finding = listing.finding(rule, row, RATING).of_item(id.as_ref()).with("id", prose::name(&id));
        finding.of_criterion(request.model.nodes[node].key.as_str()).with("criterion", &request.model.nodes[node])
    };
    let rating = match read_rating(&text, &rule) {
        Ok(Some((rating, _))) => Some(rating),
        Ok(None) => {
            findings.push(about(Rule::BlankDecision));
            None
        }
        Err(fault) => {
            findings.push(fault_finding(fault, &text, &rule, &request.model.nodes[node].key, about));
            return None;
        }
    };
    Some(Decision { rating, note: listing.text(row, NOTE).into_owned() })
}

/// An item's id and a criterion's key.
type Place = (String, String);

/// What an earlier workshop left behind: who rated what, and what was agreed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// By id and the criterion's key.
    pub cells: HashMap<Place, RecordedCell>,
}

/// The ratings of one item on one criterion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordedCell {
    /// As they count, in the order of the record.
    pub ratings: Vec<Decimal>,
    /// What was taken.
    pub agreed: Option<Decimal>,
}

/// A line of the record with a rating.
struct RecordedLine {
    place: Place,
    /// Its number in the file.
    line: usize,
    rating: Decimal,
    /// Whether no other line of the rater contradicts it.
    counts: bool,
}

/// Reads the record that `workshop merge` writes. Ratings of criteria that the model doesn't have any more are passed
/// over; one that can't be read, perhaps as the scale was another one then, is told and left out. A rater's line that stands
/// again counts once, and not at all where the two differ.
pub fn read_record(source: &Source<'_>, request: &Request<'_>, findings: &mut Findings) -> Record {
    let mut record = Record::default();
    if let Some(listing) = Listing::read(source, &COLUMNS, findings) {
        let names = Names::new(request.model, request.columns);
        let mut lines: Vec<RecordedLine> = Vec::new();
        let mut known: HashMap<(Place, String), usize> = HashMap::new();
        let mut told: HashSet<Place> = HashSet::new();
        for row in 0..listing.len() {
            let Some(node) = names.node(&listing.text(row, CRITERION)) else { continue };
            let key = &request.model.nodes[node].key;
            let rule = cell_rule(request, node, listing.delimiter);
            let id = listing.text(row, ID);
            let place = (same(&id), key.clone());
            let about = |rule: Rule, column: usize| {
                let finding = listing.finding(rule, row, column).of_item(id.as_ref());
                let finding = finding.of_criterion(key.as_str()).with("id", prose::name(&id));
                finding.with("criterion", &request.model.nodes[node])
            };
            let mut read = |column: usize| {
                let text = listing.text(row, column);
                read_rating(&text, &rule).unwrap_or_else(|fault| {
                    // What was agreed stands in every line of the cell, and is told once.
                    if column != AGREED || told.insert(place.clone()) {
                        let kind = if fault == CellFault::TooManyDigits { "digits" } else { "scale" };
                        findings.push_with(Rule::UnreadableRecord, || {
                            let finding = about(Rule::UnreadableRecord, column).with("found", prose::name(&text));
                            finding.with("kind", kind).with("scale", shown_scale(rule.scale))
                        });
                    }
                    None
                })
            };
            let [rating, agreed] = [RATING, AGREED].map(|column| read(column).and_then(|(rating, _)| rating.counted()));
            let cell = record.cells.entry(place.clone()).or_default();
            cell.agreed = agreed.or(cell.agreed);
            let Some(rating) = rating else { continue };
            let rater = listing.text(row, RATER);
            let own = (place, fold(&rater));
            // Lines without a name may be of several raters: none of them is known to stand again.
            if let Some(&first) = known.get(&own).filter(|_| !rater.is_empty()) {
                let first = &mut lines[first];
                let is_same = first.rating == rating;
                first.counts &= is_same;
                let finding = about(Rule::RecordedTwice, RATING).with("rater", prose::name(&rater));
                let finding = finding.with("first", first.line).with("same", if is_same { "yes" } else { "no" });
                findings.push(finding);
            } else {
                let at = about(Rule::RecordedTwice, RATING).span.map_or(0, |span| span.start);
                let (place, line) = (own.0.clone(), source.position(at).line);
                lines.push(RecordedLine { place, line, rating, counts: true });
                known.insert(own, lines.len() - 1);
            }
        }
        for line in lines.into_iter().filter(|line| line.counts) {
            record.cells.entry(line.place).or_default().ratings.push(line.rating);
        }
    }
    findings.locate(source);
    record
}

impl Record {
    /// The cell of an item and a criterion, by its id and the criterion's key.
    pub fn cell(&self, id: &str, key: &str) -> Option<&RecordedCell> {
        self.cells.get(&(same(id), key.to_owned()))
    }
}
