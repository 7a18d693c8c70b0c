//! What `rank` printed, read for what hindsight needs of it: each item's score and its ratings, by id.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use strum::IntoEnumIterator;

use super::backlog::{Request, cell_rule};
use super::config::Config;
use super::figure::{Place, Range, read_figure};
use super::headers::{NamedColumns, Names};
use super::listing::{Known, Listing};
use super::names::fold;
use super::panel::same;
use super::rating::read_rating;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::model::{BuiltIn, Kind, Model, NodeId, ROOT};
use crate::prose;

const ID: usize = 0;
const SCORE: usize = 1;
const COLUMNS: [Known; 2] = [
    Known {
        key: "id", also: &["key", "番号", "課題キー", "issue key", "キー", "no", "number"], is_needed: true
    },
    Known { key: "score", also: &["総合スコア", "スコア"], is_needed: true },
];

/// What a table of scores alone has, folded.
const BARE: [&str; 9] = ["id", "key", "番号", "title", "name", "rank", "順位", "score", "総合スコア"];

/// The scores and ratings by which a ranking was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decided {
    /// The nodes of the model that the file has a column for.
    pub criteria: Vec<NodeId>,
    items: HashMap<String, DecidedItem>,
}

/// One item of a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct DecidedItem {
    /// Its score; none where it had no rank.
    pub score: Option<Decimal>,
    /// Its ratings, in the order of the criteria.
    pub ratings: Vec<Option<Decimal>>,
}

impl Decided {
    /// The ids, in no order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.items.keys().map(String::as_str)
    }

    /// The item with an id.
    pub fn item(&self, id: &str) -> Option<&DecidedItem> {
        self.items.get(&same(id))
    }
}

/// Reads a ranking that was printed as a table. A rating that can't be read counts as none: it was judged when the file was
/// ranked. A score that can't be read is a finding.
pub fn read_decided(source: &Source<'_>, request: &Request<'_>, findings: &mut Findings) -> Decided {
    let mut decided = Decided::default();
    if let Some(listing) = Listing::read(source, &COLUMNS, findings) {
        let names = Names::new(request.model, request.columns);
        let mut columns = Vec::new();
        for (column, heading) in listing.headings().enumerate() {
            if let Some(node) = names.node(&heading)
                && node != ROOT
                && !columns.iter().any(|(known, _)| *known == node)
            {
                columns.push((node, column));
            }
        }
        columns.sort_unstable();
        unrated(&listing, request, &source.name).into_iter().for_each(|finding| findings.push(finding));
        let rules: Vec<_> = columns.iter().map(|(node, _)| cell_rule(request, *node, listing.delimiter)).collect();
        let is_factor = |node: NodeId| !matches!(request.model.nodes[node].kind, Kind::Criterion { .. });
        let mut first: HashMap<String, usize> = HashMap::new();
        for row in 0..listing.len() {
            let id = listing.text(row, ID);
            let place = Place { row, known: SCORE, key: COLUMNS[SCORE].key };
            let score = read_figure(&listing, place, Range::Any, &id, findings).map(|figure| figure.value);
            let cells: Vec<_> = listing.cells(row).collect();
            let rating = |(&(node, column), rule): (&(NodeId, usize), &_)| match read_rating(&cells[column], rule) {
                Ok(rating) => rating.and_then(|(rating, _)| rating.counted()),
                // A factor that was computed lies on no scale of its own, such as a product of ratings.
                Err(_) if is_factor(node) => Decimal::parse(cells[column].trim(), b'.').ok(),
                Err(_) => None,
            };
            let ratings = columns.iter().zip(&rules).map(rating).collect();
            let finding = listing.finding(Rule::DuplicateId, row, ID).of_item(id.as_ref());
            let line = source.position(finding.span.as_ref().map_or(0, |span| span.start)).line;
            if listing.has(ID)
                && let Some(first) = first.insert(same(&id), line)
            {
                findings
                    .push(finding.with("id", prose::name(&id)).with("other", prose::name(&id)).with("first", first));
            }
            decided.items.insert(same(&id), DecidedItem { score, ratings });
        }
        decided.criteria = columns.into_iter().map(|(node, _)| node).collect();
    }
    findings.locate(source);
    decided
}

/// A finding where a ranking has ratings, and not those of the model: less than half of what the score is made of.
fn unrated(listing: &Listing<'_>, request: &Request<'_>, file: &str) -> Option<Finding> {
    let headings: Vec<_> = listing.headings().collect();
    let has_more = headings.iter().any(|heading| !BARE.contains(&fold(heading).as_str()));
    let (found, count) = covered(request.model, request.columns, &headings);
    if !has_more || found * 2 >= count {
        return None;
    }
    let finding = Finding::new(Rule::UnratedRanking).at(0).with("found", found).with("count", count);
    let finding = finding.with("model", prose::name(&request.model.key)).with("file", prose::visible(file));
    let house = BuiltIn::iter().filter_map(|model| Config::default().model(model.name()).ok());
    let close = house.into_iter().find(|model| {
        let (found, count) = covered(model, &NamedColumns::default(), &headings);
        found == count
    });
    Some(match close {
        Some(model) => finding.with("close", prose::name(&model.key)).advise("help-close"),
        None => finding,
    })
}

/// How many parts of a model's score have a column, or have one for a part of theirs; and how many parts there are.
fn covered(model: &Model, columns: &NamedColumns, headings: &[Cow<'_, str>]) -> (usize, usize) {
    let names = Names::new(model, columns);
    let there: HashSet<NodeId> = headings.iter().filter_map(|heading| names.node(heading)).collect();
    let parts = &model.nodes[ROOT].children;
    let above = |node: NodeId| std::iter::successors(Some(node), |&node| model.nodes[node].parent);
    let found = parts.iter().filter(|&&part| there.iter().any(|&node| above(node).any(|node| node == part)));
    (found.count(), parts.len())
}
