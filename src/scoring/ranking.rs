//! Ranks: standard competition ranking (1, 2, 2, 4) over exact scores.

use std::cmp::{Ordering, Reverse};
use std::ops::Range;

use rayon::prelude::*;

use super::exact::Exact;
use super::linear::{NONE, Numerators, numerators};
use super::scorer::{FastScorer, Possible, Reason, Scorer, Supposed};

/// More items than this are sorted on all cores.
const MANY: usize = 1 << 14;
/// A span of numbers that is counted even for few rows.
const FEW: usize = 1 << 10;

/// A ranked item.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The item's row.
    pub row: u32,
    /// One more than the number of items that stand higher.
    pub rank: u32,
    /// The root's value.
    pub score: Exact,
}

/// An item without a rank.
#[derive(Clone, Debug)]
pub struct Unranked {
    /// The item's row.
    pub row: u32,
    /// Why it has none.
    pub reason: Reason,
}

/// The answer to "what comes first".
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// The ranked items, best first; items that share a rank keep the order of the file.
    pub standings: Vec<Standing>,
    /// The items without a rank, in the order of the file.
    pub unranked: Vec<Unranked>,
}

/// Ranks all items of a backlog.
pub fn rank(scorer: Scorer<'_>) -> Ranking {
    match numerators(scorer) {
        Some(numerators) => rank_numerators(scorer, &numerators, NONE + 1),
        None => rank_scores(scorer),
    }
}

/// Ranks the items whose rank is at most `top`; some of those behind them may be left out.
pub fn rank_first(scorer: Scorer<'_>, top: usize) -> Ranking {
    match numerators(scorer) {
        Some(numerators) => {
            let mut known: Vec<i64> = numerators.of_row.iter().copied().filter(|&number| number != NONE).collect();
            let least = if top < known.len() {
                *known.select_nth_unstable_by(top.saturating_sub(1), |a, b| b.cmp(a)).1
            } else {
                NONE + 1
            };
            rank_numerators(scorer, &numerators, least)
        }
        None => rank_scores(scorer),
    }
}

/// Ranks by whole numbers over one denominator, as far as the numbers are not below the least.
fn rank_numerators(scorer: Scorer<'_>, numerators: &Numerators, least: i64) -> Ranking {
    let of_row = &numerators.of_row[..];
    let mut order = Order::descending(of_row, least);
    if !scorer.tie_break.is_empty() {
        order.break_ties(scorer);
    }
    let score = |row: u32| Exact::new(i128::from(of_row[row as usize]), numerators.denominator);
    // Neighbours mostly share a rank and a score, which are looked up once for all of them.
    let standing = |last: &mut Option<(Tie, Exact)>, (place, &row): (usize, &u32)| {
        let place = place as u32;
        let (tie, score) = match last {
            Some(known) if known.0.places.contains(&place) => known,
            _ => {
                let likely = last.as_ref().map_or(0, |(tie, _)| tie.number + 1);
                last.insert((order.tie_at(place, likely), score(row)))
            }
        };
        Standing { row, rank: tie.places.start + 1, score: score.clone() }
    };
    let standings = if order.rows.len() > MANY {
        order.rows.par_iter().enumerate().map_init(|| None, standing).collect()
    } else {
        let mut last = None;
        order.rows.iter().enumerate().map(|place| standing(&mut last, place)).collect()
    };
    let unranked = |(row, _): (usize, _)| scorer.score(row).err().map(|reason| Unranked { row: row as u32, reason });
    let blank = |(_, numerator): &(usize, &i64)| **numerator == NONE;
    let unranked = of_row.iter().enumerate().filter(blank).filter_map(unranked).collect();
    Ranking { standings, unranked }
}

/// Rows, best first, and those that share a rank in the order of the file.
struct Order {
    rows: Vec<u32>,
    /// The place in `rows` of the first row of each rank.
    firsts: Vec<u32>,
}

/// Rows of one rank: which of the ranks it is, and the places in the order.
struct Tie {
    number: usize,
    places: Range<u32>,
}

impl Order {
    /// The rows with a number that is not below the least, the largest number first.
    fn descending(of_row: &[i64], least: i64) -> Self {
        let counted = || of_row.iter().enumerate().filter(|(_, number)| **number >= least);
        let numbered = || counted().map(|(_, &number)| number);
        let (low, most) =
            numbered().fold((i64::MAX, i64::MIN), |(low, most), number| (low.min(number), most.max(number)));
        let span = most.checked_sub(low).and_then(|span| usize::try_from(span).ok());
        match span {
            // Few numbers for many rows: each row goes straight to its place.
            Some(span) if span < of_row.len().max(FEW) => {
                let mut places = vec![0u32; span + 1];
                let distance = |number: i64| (most - number) as usize;
                numbered().for_each(|number| places[distance(number)] += 1);
                let mut firsts = Vec::new();
                let mut before = 0;
                for place in &mut places {
                    let count = std::mem::replace(place, before);
                    firsts.extend((count > 0).then_some(before));
                    before += count;
                }
                let mut rows = vec![0; before as usize];
                for (row, &number) in counted() {
                    let place = &mut places[distance(number)];
                    rows[*place as usize] = row as u32;
                    *place += 1;
                }
                Self { rows, firsts }
            }
            _ => {
                let mut order: Vec<(Reverse<i64>, u32)> =
                    counted().map(|(row, &number)| (Reverse(number), row as u32)).collect();
                sort(&mut order, Ord::cmp);
                let is_first = |&place: &usize| place == 0 || order[place - 1].0 != order[place].0;
                let firsts = (0..order.len()).filter(is_first).map(|place| place as u32).collect();
                Self { rows: order.into_iter().map(|(_, row)| row).collect(), firsts }
            }
        }
    }

    /// Puts the rows of each rank in the order of the criteria that decide, and those that these leave together in the
    /// order of the file.
    fn break_ties(&mut self, scorer: Scorer<'_>) {
        let order_of = move |a: u32, b: u32| scorer.break_tie(b as usize, &[], a as usize);
        let ends = self.firsts.iter().skip(1).copied().chain([self.rows.len() as u32]);
        let is_many = self.rows.len() > MANY;
        let mut rest = &mut self.rows[..];
        let ties: Vec<(u32, &mut [u32])> = self
            .firsts
            .iter()
            .zip(ends)
            .filter_map(|(&first, end)| Some((first, rest.split_off_mut(..(end - first) as usize)?)))
            .collect();
        let firsts_in = |(first, rows): (u32, _)| sorted_ties(rows, order_of).map(move |place| first + place);
        self.firsts = if is_many {
            ties.into_par_iter().flat_map_iter(firsts_in).collect()
        } else {
            ties.into_iter().flat_map(firsts_in).collect()
        };
    }

    /// The rank at a place; `likely` is the number of the one that it may well be.
    fn tie_at(&self, place: u32, likely: usize) -> Tie {
        let number = match self.firsts.get(likely) {
            Some(&first) if first == place => likely,
            _ => self.firsts.partition_point(|&first| first <= place).saturating_sub(1),
        };
        let first = |number: usize| self.firsts.get(number).map_or(self.rows.len() as u32, |&first| first);
        Tie { number, places: first(number)..first(number + 1) }
    }
}

/// Sorts rows, those that an order leaves together as in the file; the places of the first rows of each rank among them.
fn sorted_ties<'r>(
    rows: &'r mut [u32],
    order_of: impl Fn(u32, u32) -> Ordering + Copy + Sync + 'r,
) -> impl Iterator<Item = u32> + 'r {
    sort(rows, |a, b| order_of(*a, *b).then(a.cmp(b)));
    let rows = &*rows;
    let is_first = move |&place: &usize| place == 0 || order_of(rows[place - 1], rows[place]).is_ne();
    (0..rows.len()).filter(is_first).map(|place| place as u32)
}

/// Ranks by scores of any kind.
fn rank_scores(scorer: Scorer<'_>) -> Ranking {
    let blocks = scorer.backlog.len().div_ceil(MANY);
    let scored = |block: usize| {
        let mut fast = FastScorer::new(scorer);
        let mut ranking = Ranking::default();
        for row in block * MANY..((block + 1) * MANY).min(scorer.backlog.len()) {
            match fast.score(row) {
                Ok(score) => ranking.standings.push(Standing { row: row as u32, rank: 0, score }),
                Err(reason) => ranking.unranked.push(Unranked { row: row as u32, reason }),
            }
        }
        ranking
    };
    let parts: Vec<Ranking> =
        if blocks > 1 { (0..blocks).into_par_iter().map(scored).collect() } else { (0..blocks).map(scored).collect() };
    let mut ranking = Ranking::default();
    for part in parts {
        ranking.standings.extend(part.standings);
        ranking.unranked.extend(part.unranked);
    }
    let order = |a: &Standing, b: &Standing| outranks(scorer, b, a);
    // The row decides last, so that the order is one, whatever the sort and however many threads.
    sort(&mut ranking.standings, |a, b| order(a, b).then(a.row.cmp(&b.row)));
    for place in 0..ranking.standings.len() {
        let shared = place > 0 && order(&ranking.standings[place - 1], &ranking.standings[place]) == Ordering::Equal;
        ranking.standings[place].rank = if shared { ranking.standings[place - 1].rank } else { place as u32 + 1 };
    }
    ranking
}

/// Sorts by a total order, many on all cores.
fn sort<T: Send>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering + Sync) {
    if items.len() > MANY { items.par_sort_unstable_by(order) } else { items.sort_unstable_by(order) }
}

/// `Greater` where the first stands higher than the second, `Equal` where they share a rank.
fn outranks(scorer: Scorer<'_>, one: &Standing, other: &Standing) -> Ordering {
    one.score.cmp(&other.score).then_with(|| scorer.break_tie(one.row as usize, &[], other.row as usize))
}

impl Ranking {
    /// The ranking of some of the rows alone: scores are the same, and as two scores that differ keep differing, so ranks
    /// are shared where they were.
    pub fn among(&self, keep: impl Fn(usize) -> bool) -> Ranking {
        let mut standings: Vec<Standing> = Vec::new();
        let mut last = None;
        for standing in self.standings.iter().filter(|standing| keep(standing.row as usize)) {
            let shared = last.replace(standing.rank) == Some(standing.rank);
            let rank = standings.last().filter(|_| shared).map_or(standings.len() as u32 + 1, |before| before.rank);
            standings.push(Standing { rank, ..standing.clone() });
        }
        let unranked = self.unranked.iter().filter(|item| keep(item.row as usize)).cloned().collect();
        Ranking { standings, unranked }
    }

    /// All rows that it has, ranked or not, in the order of the file.
    pub fn rows(&self) -> Vec<usize> {
        let ranked = self.standings.iter().map(|standing| standing.row);
        let mut rows: Vec<usize> =
            ranked.chain(self.unranked.iter().map(|item| item.row)).map(|row| row as usize).collect();
        rows.sort_unstable();
        rows
    }

    /// The place in [`Ranking::standings`] of a row.
    pub fn place(&self, row: usize) -> Option<usize> {
        self.standings.iter().position(|standing| standing.row as usize == row)
    }

    /// For each of so many rows its place in [`Ranking::standings`], if it has one.
    pub fn places(&self, rows: usize) -> Vec<Option<usize>> {
        let mut places = vec![None; rows];
        for (place, standing) in self.standings.iter().enumerate() {
            places[standing.row as usize] = Some(place);
        }
        places
    }

    /// Whether the item at a place shares its rank.
    pub fn is_tied(&self, place: usize) -> bool {
        let rank = self.standings[place].rank;
        let shares = |other: Option<&Standing>| other.is_some_and(|other| other.rank == rank);
        shares(place.checked_sub(1).and_then(|before| self.standings.get(before)))
            || shares(self.standings.get(place + 1))
    }

    /// How many items have a rank of at most `top`; ties across the line are all in.
    pub fn within(&self, top: usize) -> usize {
        self.standings.partition_point(|standing| standing.rank as usize <= top)
    }

    /// The rank that a row would take among the ranked items with a score and some ratings supposed. A row that is
    /// ranked itself does not stand in its own way.
    pub fn rank_with(&self, scorer: Scorer<'_>, row: usize, score: &Exact, supposed: &[Supposed]) -> usize {
        let above = |standing: &Standing| {
            let order = score.cmp(&standing.score);
            order.then_with(|| scorer.break_tie(row, supposed, standing.row as usize)) == Ordering::Less
        };
        let higher = self.standings.partition_point(above);
        let own = self.standings[..higher].iter().any(|standing| standing.row as usize == row);
        higher + 1 - usize::from(own)
    }

    /// The best and the worst rank that an item with blanks could take among the ranked ones.
    pub fn possible_ranks(&self, scorer: Scorer<'_>, row: usize, possible: &Possible) -> (usize, usize) {
        let supposed = |best| scorer.suppose_blanks(row, best).unwrap_or_default();
        let best = possible.high.as_ref().map_or(1, |score| self.rank_with(scorer, row, score, &supposed(true)));
        let worst = possible
            .low
            .as_ref()
            .map_or(self.standings.len() + 1, |score| self.rank_with(scorer, row, score, &supposed(false)));
        (best, worst)
    }
}
