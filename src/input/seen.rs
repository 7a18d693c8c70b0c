//! Results and the scores that their items once had, put together by id.

use std::collections::{HashMap, HashSet};

use super::decided::Decided;
use super::identity::shared_form;
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
    let ids: HashMap<String, &str> = scored.iter().map(|id| (same(id), id.as_str())).collect();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut items: Vec<(&str, Vec<&Exact>)> = Vec::new();
    for (row, (result, review)) in results.rows.iter().zip(reviews).enumerate() {
        let Some(share) = &review.share else { continue };
        let place = *places.entry(same(&result.id)).or_insert_with(|| {
            let ranked = ids.get(&same(&result.id)).copied();
            if ranked.is_none() {
                findings.push(unscored(results, row, Some((file, alike(&result.id, ids.values().copied())))));
            }
            items.push((ranked.unwrap_or(&result.id), Vec::new()));
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
    if ranked.is_none() {
        scored_twice(results, findings);
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
                let close = |decided: &'_ Decided| alike(&results.rows[row].id, decided.ids());
                findings.push(unscored(results, row, ranked.map(|(decided, file)| (file, close(decided)))));
            }
        }
    }
    Some(seen)
}

/// A finding about each score beside a result that differs from the first one of the item, which counts.
fn scored_twice(results: &Results<'_>, findings: &mut Findings) {
    let mut first: HashMap<String, (Decimal, usize)> = HashMap::new();
    for (row, result) in results.rows.iter().enumerate() {
        let Some(score) = result.score else { continue };
        let (other, before) = *first.entry(same(&result.id)).or_insert((score, row));
        if other != score {
            let finding = results.score_finding(Rule::ScoredTwice, row).with("first", results.line(before));
            findings.push(finding.with("found", score.to_string()).with("other", other.to_string()));
        }
    }
}

/// Of some ids the first by their order that looks like another one, and isn't the same.
fn alike<'i>(id: &str, ids: impl Iterator<Item = &'i str>) -> Option<String> {
    let form = shared_form(id);
    ids.filter(|other| shared_form(other) == form && same(other) != same(id)).min().map(str::to_owned)
}

/// Says that an item has no score: in a ranking, which may have an id like its own, or beside its results.
fn unscored(results: &Results<'_>, row: usize, ranking: Option<(&str, Option<String>)>) -> Finding {
    let kind = if ranking.is_some() { "ranked" } else { "own" };
    let finding = results.finding(Rule::UnscoredResult, row).with("kind", kind);
    let (file, close) = ranking.unwrap_or_default();
    let finding = finding.with("file", prose::visible(file));
    match close {
        Some(close) => finding.with("close", prose::name(&close)).advise("help-close"),
        None => finding,
    }
}
