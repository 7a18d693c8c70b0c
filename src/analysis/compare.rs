//! Why a ranking changed: two rankings of two files, matched by id, and each movement taken apart.
//!
//! From the old rank to the new one in three steps, in this order: the new weights on the old ratings; then the item's
//! own new ratings, among the others' old ones; then everything else, the others' new ratings and the items that came
//! or went. What each step moves is told by ranks, so the steps add up to the movement exactly. Another order of the
//! steps would share the movement out in another way; this one first asks what everybody can answer for at once.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::correlation::{Pairs, compare_pairs};
use crate::scoring::{Ranking, Scorer};

/// A backlog with its ranking.
type Side<'a> = (Scorer<'a>, &'a Ranking);

/// The two files, the old one also under the new weights.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// The old items under the old weights.
    pub old: Side<'a>,
    /// The old items under the new weights.
    pub reweighed: Side<'a>,
    /// The new items under the new weights.
    pub new: Side<'a>,
}

/// What changed.
#[derive(Debug, Default)]
pub struct Comparison {
    /// The items of both files: in the new ranking's order, then those without a new rank in the new file's.
    pub both: Vec<Movement>,
    /// The rows of the new file that the old one doesn't have, in the new ranking's order.
    pub added: Vec<usize>,
    /// The rows of the old file that the new one doesn't have, in the old ranking's order.
    pub removed: Vec<usize>,
    /// The rows of the new file that come to stand within the cutoff, best first.
    pub entered: Vec<usize>,
    /// The rows of the old file that stood within the cutoff and don't any more, best first.
    pub left: Vec<usize>,
    /// How the pairs of items stand that have ranks on both sides.
    pub pairs: Pairs,
}

/// An item of both files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The row in the old file.
    pub old_row: usize,
    /// The row in the new file.
    pub new_row: usize,
    /// The place in the old ranking, if it has one.
    pub old_place: Option<usize>,
    /// The place in the new ranking, if it has one.
    pub new_place: Option<usize>,
    /// By how many ranks it moved up, where it has one on both sides; a fall is below nought.
    pub moved: Option<i64>,
    /// What that is made of; `None` also where the old ratings give no rank under the new weights.
    pub split: Option<Split>,
}

/// A movement in three steps, each in ranks upward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// From the new weights, and from what now decides between equal scores.
    pub weights: i64,
    /// From the item's own new ratings.
    pub own: i64,
    /// From the other items: their new ratings, and those that came or went.
    pub others: i64,
}

/// Compares two rankings. The cutoff stands under rank `top`, with ties across it inside.
pub fn compare(sides: Sides<'_>, top: usize) -> Comparison {
    let places = |(scorer, ranking): Side<'_>| ranking.places(scorer.backlog.len());
    let (old_places, new_places) = (places(sides.old), places(sides.new));
    let steps = Steps { sides, reweighed: places(sides.reweighed) };
    let ids = |(scorer, _): Side<'_>| -> HashMap<String, usize> {
        (0..scorer.backlog.len()).map(|row| (id_of(scorer, row), row)).collect()
    };
    let (old_rows, new_rows) = (ids(sides.old), ids(sides.new));
    let mut comparison = Comparison::default();
    for new_row in in_order(sides.new) {
        let Some(&old_row) = old_rows.get(&id_of(sides.new.0, new_row)) else {
            comparison.added.push(new_row);
            continue;
        };
        let (old_place, new_place) = (old_places[old_row], new_places[new_row]);
        let ranks = old_place.map(|place| rank_at(sides.old, place)).zip(new_place.map(|at| rank_at(sides.new, at)));
        let split = ranks.and_then(|(old, new)| steps.split(old_row, new_place?, old, new));
        let moved = ranks.map(|(old, new)| old - new);
        comparison.both.push(Movement { old_row, new_row, old_place, new_place, moved, split });
    }
    let removed = |&row: &usize| !new_rows.contains_key(&id_of(sides.old.0, row));
    comparison.removed = in_order(sides.old).filter(removed).collect();
    let inside = |side: Side<'_>, row: Option<usize>, places: &[Option<usize>]| {
        row.and_then(|row| places[row]).is_some_and(|place| rank_at(side, place) <= top as i64)
    };
    let within = |(_, ranking): Side<'_>| -> Vec<usize> {
        ranking.standings[..ranking.within(top)].iter().map(|standing| standing.row as usize).collect()
    };
    let was_inside = |row: &usize| inside(sides.old, old_rows.get(&id_of(sides.new.0, *row)).copied(), &old_places);
    let is_inside = |row: &usize| inside(sides.new, new_rows.get(&id_of(sides.old.0, *row)).copied(), &new_places);
    comparison.entered = within(sides.new).into_iter().filter(|row| !was_inside(row)).collect();
    comparison.left = within(sides.old).into_iter().filter(|row| !is_inside(row)).collect();
    comparison.pairs = pairs_of(sides, &comparison.both);
    comparison
}

/// What is needed to take movements apart.
struct Steps<'a> {
    sides: Sides<'a>,
    /// The old rows' places under the new weights.
    reweighed: Vec<Option<usize>>,
}

impl Steps<'_> {
    fn split(&self, old_row: usize, new_place: usize, old: i64, new: i64) -> Option<Split> {
        let reweighed = self.reweighed[old_row]?;
        let (old_items, ranking) = self.sides.reweighed;
        let (new_items, new_ranking) = self.sides.new;
        let standing = &new_ranking.standings[new_place];
        // With its new ratings the item stands among the others with their old ones.
        let higher = ranking.standings.partition_point(|other| {
            let order = standing.score.cmp(&other.score);
            order.then_with(|| new_items.break_tie_with(standing.row as usize, old_items, other.row as usize)).is_lt()
        });
        let own = higher as i64 + 1 - i64::from(reweighed < higher);
        let reweighed = rank_at(self.sides.reweighed, reweighed);
        Some(Split { weights: old - reweighed, own: reweighed - own, others: own - new })
    }
}

fn rank_at((_, ranking): Side<'_>, place: usize) -> i64 {
    i64::from(ranking.standings[place].rank)
}

/// The rows of a side: those with a rank in their order, then the others in the file's.
fn in_order((_, ranking): Side<'_>) -> impl Iterator<Item = usize> {
    let ranked = ranking.standings.iter().map(|standing| standing.row as usize);
    ranked.chain(ranking.unranked.iter().map(|item| item.row as usize))
}

/// An item's id in the form in which two are the same.
fn id_of(scorer: Scorer<'_>, row: usize) -> String {
    match scorer.backlog.id(row) {
        id if is_nfc(&id) => id.into_owned(),
        Cow::Borrowed(id) => id.nfc().collect(),
        Cow::Owned(id) => id.nfc().collect(),
    }
}

fn pairs_of(sides: Sides<'_>, both: &[Movement]) -> Pairs {
    let ranks =
        both.iter().filter_map(|item| Some((rank_at(sides.old, item.old_place?), rank_at(sides.new, item.new_place?))));
    let (old, new): (Vec<i64>, Vec<i64>) = ranks.unzip();
    compare_pairs(&old, &new).unwrap_or_default()
}
