//! Where the raters of a workshop differ, for the page: for each item and criterion how far, and who said what and why.

use std::collections::HashMap;

use serde::Serialize;

use super::value::Written;
use crate::analysis::{Spread, spread};
use crate::backlog::Panel;
use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::say;
use crate::scoring::{Exact, Scorer};

#[derive(Serialize)]
pub(super) struct Disagreement<'a> {
    raters: &'a [String],
    /// The keys of what anybody rates, in the order of the model.
    criteria: Vec<&'a str>,
    /// The backlog's items that somebody rates, in the order of the sheets.
    items: Vec<Item<'a>>,
    /// The ids of what the sheets have and the backlog lacks.
    not_found: Vec<&'a str>,
    /// What is said about them.
    note: Option<String>,
}

#[derive(Serialize)]
struct Item<'a> {
    /// The item's place among the page's items, from 0.
    item: usize,
    /// One for each criterion.
    cells: Vec<Cell<'a>>,
}

#[derive(Serialize)]
struct Cell<'a> {
    #[serde(flatten)]
    summary: Option<Summary>,
    said: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct Summary {
    median: Written,
    min: Written,
    max: Written,
    ad: Exact,
    /// The deviation as a part of the scale points, or of the highest rating where the scale has no end.
    relative: f64,
    agreed: bool,
    split: bool,
}

/// What one rater says: a rating, a reason, or both.
#[derive(Serialize)]
struct Said<'a> {
    /// The rater's place among `raters`.
    rater: usize,
    rating: Option<String>,
    reason: Option<&'a str>,
}

impl<'a> Disagreement<'a> {
    /// Lays the panel beside the backlog that is ranked; items are the same where their ids are.
    /// The page has some of the backlog's rows; what is said of the others stands nowhere.
    pub(super) fn new(panel: &'a Panel<'a>, scorer: Scorer<'a>, kept: &[usize], lang: Lang) -> Self {
        let rows: HashMap<_, _> = (0..scorer.backlog.len()).map(|row| (scorer.backlog.id(row), row)).collect();
        let mut items = Vec::new();
        let mut not_found = Vec::new();
        for (place, item) in panel.items.iter().enumerate() {
            match rows.get(&item.id) {
                Some(row) => {
                    let Ok(row) = kept.binary_search(row) else { continue };
                    let cells = (0..panel.criteria.len()).map(|criterion| cell(panel, scorer, place, criterion));
                    items.push(Item { item: row, cells: cells.collect() });
                }
                None => not_found.push(item.id.as_ref()),
            }
        }
        let key = |&node: &usize| scorer.model.nodes[node].key.as_str();
        let criteria = panel.criteria.iter().map(key).collect();
        let note = (!not_found.is_empty()).then(|| say!(lang, "page-not-in-backlog", count = not_found.len()));
        Self { raters: &panel.raters, criteria, items, not_found, note }
    }
}

fn cell<'a>(panel: &'a Panel<'a>, scorer: Scorer<'_>, item: usize, criterion: usize) -> Cell<'a> {
    let given: Vec<Decimal> = panel.given(item, criterion).map(|(_, rating)| rating).collect();
    let summary = |spread: Spread| Summary {
        median: Written(spread.median),
        min: Written(spread.low),
        max: Written(spread.high),
        relative: spread.relative(),
        agreed: spread.is_agreed(),
        split: spread.is_split(),
        ad: spread.ad,
    };
    let said = |(rater, rating): (usize, &Option<crate::backlog::Rating>)| {
        let reason = panel.reason(item, criterion, rater);
        let rating = rating.map(|rating| rating.to_string());
        (rating.is_some() || reason.is_some()).then_some(Said { rater, rating, reason })
    };
    Cell {
        summary: spread(&given, scorer.model.rated_on(panel.criteria[criterion])).map(summary),
        said: panel.ratings(item, criterion).iter().enumerate().filter_map(said).collect(),
    }
}
