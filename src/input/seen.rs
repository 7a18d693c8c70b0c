//! Results and the scores that their items once had, put together by id.

use std::collections::{HashMap, HashSet};

use super::decided::Decided;
use super::panel::same;
use super::results::Results;
use crate::analysis::{Review, Seen, mean_share};
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule};
use crate::prose;
use crate::scoring::Exact;

/// What is known of an item: the first row of its results, its score and ratings when it was ranked, and its shares.
struct Known<'a> {
    row: usize,
    score: Option<Decimal>,
    ratings: Vec<Option<Decimal>>,
    shares: Vec<&'a Exact>,
}

/// The items that have a share of their plan, each with the mean of its shares, in the order of the results; a finding about
/// each that has no score in the ranking of `file`.
pub fn shares(
    results: &Results<'_>,
    reviews: &[Review],
    (scored, file): (&HashSet<String>, &str),
    findings: &mut Findings,
) -> Vec<(String, Exact)> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut items: Vec<(&str, Vec<&Exact>)> = Vec::new();
    for (row, (result, review)) in results.rows.iter().zip(reviews).enumerate() {
        let Some(share) = &review.share else { continue };
        let place = *places.entry(same(&result.id)).or_insert_with(|| {
            if !scored.contains(result.id.as_ref()) {
                findings.push(unscored(results, row, Some(file)));
            }
            items.push((&result.id, Vec::new()));
            items.len() - 1
        });
        items[place].1.push(share);
    }
    items.into_iter().filter_map(|(id, shares)| Some((id.to_owned(), mean_share(&shares)?))).collect()
}

/// The items that have a score and a share of their plan, in the order of the results; one with several metrics has the mean
/// of their shares. The scores are those of a printed ranking, else those that stand beside the results. Without either there
/// is nothing to look back at, and `None`; a single item without a score is a finding.
pub fn seen(
    results: &Results<'_>,
    reviews: &[Review],
    ranked: Option<(&Decided, &str)>,
    findings: &mut Findings,
) -> Option<Vec<Seen>> {
    if ranked.is_none() && !results.has_scores() {
        return None;
    }
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut items: Vec<Known<'_>> = Vec::new();
    for (row, (result, review)) in results.rows.iter().zip(reviews).enumerate() {
        let Some(share) = &review.share else { continue };
        let place = *places.entry(same(&result.id)).or_insert_with(|| {
            let item = ranked.and_then(|(decided, _)| decided.item(&result.id));
            let ratings = item.map(|item| item.ratings.clone()).unwrap_or_default();
            items.push(Known { row, score: item.and_then(|item| item.score), ratings, shares: Vec::new() });
            items.len() - 1
        });
        let item = &mut items[place];
        if ranked.is_none() {
            item.score = item.score.or(result.score);
        }
        item.shares.push(share);
    }
    let mut seen = Vec::new();
    for Known { row, score, ratings, shares } in items {
        match (score, mean_share(&shares)) {
            (Some(score), Some(share)) => seen.push(Seen { score: score.into(), share, ratings }),
            _ => {
                findings.push(unscored(results, row, ranked.map(|(_, file)| file)));
            }
        }
    }
    Some(seen)
}

/// Says that an item has no score: in a ranking, or beside its results.
fn unscored(results: &Results<'_>, row: usize, file: Option<&str>) -> Finding {
    let kind = if file.is_some() { "ranked" } else { "own" };
    let finding = results.finding(Rule::UnscoredResult, row).with("kind", kind);
    finding.with("file", prose::visible(file.unwrap_or_default()))
}
