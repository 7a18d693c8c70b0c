//! What `rank` printed, read for what hindsight needs of it: each item's score and its ratings, by id.

use std::collections::HashMap;

use super::backlog::{Request, cell_rule};
use super::figure::{Place, Range, read_figure};
use super::headers::Names;
use super::listing::{Known, Listing};
use super::panel::same;
use super::rating::read_rating;
use crate::decimal::Decimal;
use crate::finding::{Findings, Rule, Source};
use crate::model::{NodeId, ROOT};
use crate::prose;

const ID: usize = 0;
const SCORE: usize = 1;
const COLUMNS: [Known; 2] = [
    Known {
        key: "id", also: &["key", "番号", "課題キー", "issue key", "キー", "no", "number"], is_needed: true
    },
    Known { key: "score", also: &["総合スコア", "スコア"], is_needed: true },
];

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
        let rules: Vec<_> = columns.iter().map(|(node, _)| cell_rule(request, *node, listing.delimiter)).collect();
        let mut first: HashMap<String, usize> = HashMap::new();
        for row in 0..listing.len() {
            let id = listing.text(row, ID);
            let place = Place { row, known: SCORE, key: COLUMNS[SCORE].key };
            let score = read_figure(&listing, place, Range::Any, &id, findings).map(|figure| figure.value);
            let cells: Vec<_> = listing.cells(row).collect();
            let rating = |(node, rule): (&(NodeId, usize), &_)| {
                read_rating(&cells[node.1], rule).ok().flatten().and_then(|(rating, _)| rating.counted())
            };
            let ratings = columns.iter().zip(&rules).map(rating).collect();
            let finding = listing.finding(Rule::DuplicateId, row, ID).of_item(id.as_ref());
            let line = source.position(finding.span.as_ref().map_or(0, |span| span.start)).line;
            if let Some(first) = first.insert(same(&id), line) {
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
