//! How often each item takes each rank when the weights are not known for certain (SMAA-2, Lahdelma and Salminen 2001).
//!
//! Weights are drawn uniformly from all that are possible, ratings that are ranges or missing from what they could be,
//! and every draw ranks all items. Weights follow a sequence that fills the space evenly (`sequence.rs`), ratings come
//! block by block from streams of ChaCha8 (Bernstein 2008) under the seed, and everything is counted in whole numbers:
//! the same answer on any machine with any number of threads.

use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::sequence::{Sequence, stream, unit};
use super::sorter::Sorter;
use crate::model::{NodeId, Scale, Weights};
use crate::scoring::{Doubles, Exact, Ranking, Scorer};

/// So many draws come from one stream.
const BLOCK: usize = 128;
/// So many draws of the ratings tell how sure a first rank is.
const CONFIDENCE_DRAWS: usize = 1000;
/// Weights are added up in these steps, so that the order of adding makes no difference.
const STEPS: f64 = (1u64 << 32) as f64;
/// Ranks are counted one by one up to here; beyond, only their sum and their ends.
const COUNTED_RANKS: usize = 1000;
/// So many counts of one rank of one item are kept: with more than 32 000 items there are fewer ranks to count.
const KEPT_COUNTS: usize = 32_000_000;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    /// How often.
    pub draws: usize,
    /// The generator's seed.
    pub seed: u64,
    /// How far each share may be from its present one; any share where nobody says.
    pub within: Option<f64>,
    /// The rank under which the cutoff stands.
    pub top: usize,
}

/// What the draws say.
#[derive(Clone, Debug)]
pub struct Acceptability {
    /// The root's criteria, in the order of weight vectors.
    pub criteria: Vec<NodeId>,
    /// The items that could be drawn: those ranked, best first, then those with blanks in the order of the file.
    pub items: Vec<ItemDraws>,
    /// Rows that could not be drawn: a missing quantity has no bounds, or a value can't be computed.
    pub left_out: Vec<u32>,
    /// The largest standard error of any of the shares of draws: √(p(1 − p) ÷ draws) at p = ½.
    pub standard_error: f64,
    /// How many draws there were.
    pub draws: usize,
}

/// What the draws say of one item.
#[derive(Clone, Debug, Default)]
pub struct ItemDraws {
    /// The item's row.
    pub row: u32,
    /// How often it took each rank, from the first; no further than a thousand.
    pub ranks: Vec<u32>,
    /// How often it was in the top.
    pub in_top: u64,
    /// The sum of its ranks.
    pub rank_sum: u64,
    /// The best rank seen.
    pub best: u32,
    /// The worst rank seen.
    pub worst: u32,
    /// The mean of the weights under which it came first; `None` where it never did.
    pub central_weights: Option<Vec<f64>>,
    /// How often it is first under its central weights when only the ratings are drawn; `None` where it never came first.
    pub confidence_factor: Option<f64>,
}

/// Draws weights and ratings, and ranks the items under each. `None` where the model has fewer than two criteria to weigh
/// or no item can be drawn. `progress` is told how many draws were made, from any thread.
pub fn accept(
    scorer: Scorer<'_>,
    weights: &Weights,
    ranking: &Ranking,
    drawing: Drawing,
    progress: &(dyn Fn(usize) + Sync),
) -> Option<Acceptability> {
    let ground = Ground::new(scorer, weights, ranking, drawing)?;
    let blocks = drawing.draws.div_ceil(BLOCK);
    // Counts are large: one set a thread, and which thread takes which block makes no difference to their sum.
    let threads = rayon::current_num_threads().min(blocks);
    let share = |thread: usize| {
        let (mut counts, mut desk) = (ground.counts(), ground.desk());
        for block in (thread..blocks).step_by(threads) {
            let draws = BLOCK.min(drawing.draws - block * BLOCK);
            let mut chance = stream(drawing.seed, block as u64);
            for number in 0..draws {
                ground.draw(block * BLOCK + number, &mut chance, &mut desk);
                ground.note_ranks(number, &mut desk);
            }
            counts.add(draws, drawing.top, &desk);
            progress(draws);
        }
        counts
    };
    let counts = (0..threads).into_par_iter().map(share).reduce_with(Counts::plus)?;
    Some(ground.answer(counts))
}

/// An item for the draws.
#[derive(Debug)]
struct Drawn {
    row: u32,
    /// What can be drawn of it: each criterion with its lowest and highest rating.
    open: Vec<(NodeId, f64, f64)>,
}

/// Everything that is the same for all draws.
struct Ground<'a> {
    doubles: Doubles<'a>,
    drawing: Drawing,
    criteria: Vec<NodeId>,
    shares: Vec<f64>,
    items: Vec<Drawn>,
    left_out: Vec<u32>,
    /// Contributions, criterion by criterion, item by item; of open ones as they are now.
    contributions: Vec<f64>,
    /// The places of the items that have something open.
    open: Vec<usize>,
    sequence: Sequence,
}

/// What one thread writes on.
struct Desk<'a> {
    doubles: Doubles<'a>,
    weights: Vec<f64>,
    contributions: Vec<f64>,
    scores: Vec<f64>,
    keys: Vec<u64>,
    sorter: Sorter,
    /// The ranks of a block's draws, item by item, and the weights that they were drawn with.
    ranks: Vec<u32>,
    drawn_weights: Vec<f64>,
    supposed: Vec<(NodeId, f64)>,
    own: Vec<f64>,
}

/// Whole numbers, so that adding them up in any order gives the same.
struct Counts {
    counted: usize,
    ranks: Vec<u32>,
    in_top: Vec<u64>,
    rank_sum: Vec<u64>,
    ends: Vec<(u32, u32)>,
    firsts: Vec<u64>,
    weights: Vec<u128>,
}

impl<'a> Ground<'a> {
    fn new(scorer: Scorer<'a>, weights: &Weights, ranking: &Ranking, drawing: Drawing) -> Option<Self> {
        let mut doubles = Doubles::new(scorer)?;
        let criteria: Vec<NodeId> = doubles.criteria().collect();
        let share = |&node: &NodeId| weights.share(scorer.model, node).map(|(a, b)| a as f64 / b as f64);
        let shares: Vec<f64> = criteria.iter().map(share).collect::<Option<_>>()?;
        let ranked = ranking.standings.iter().map(|standing| standing.row);
        let rows = ranked.chain(ranking.unranked.iter().map(|item| item.row));
        let (mut items, mut left_out, mut columns) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            let middle = |open: &[(NodeId, f64, f64)]| -> Vec<(NodeId, f64)> {
                open.iter().map(|(node, low, high)| (*node, (low + high) / 2.0)).collect()
            };
            let mut own = vec![0.0; criteria.len()];
            match open(scorer, row as usize) {
                Some(open) if doubles.contribute(row as usize, &middle(&open), &mut own) => {
                    items.push(Drawn { row, open });
                    columns.push(own);
                }
                _ => left_out.push(row),
            }
        }
        let contributions = (0..criteria.len()).flat_map(|c| columns.iter().map(move |own| own[c])).collect();
        let open = (0..items.len()).filter(|&place| !items[place].open.is_empty()).collect();
        let enough = criteria.len() > 1 && !items.is_empty();
        let sequence = Sequence::new(criteria.len().saturating_sub(1), drawing.seed);
        enough.then_some(Self { doubles, drawing, criteria, shares, items, left_out, contributions, open, sequence })
    }

    fn desk(&self) -> Desk<'a> {
        let (items, criteria) = (self.items.len(), self.criteria.len());
        Desk {
            doubles: self.doubles.clone(),
            weights: vec![0.0; criteria],
            contributions: self.contributions.clone(),
            scores: vec![0.0; items],
            keys: vec![0; items],
            sorter: Sorter::default(),
            ranks: vec![0; items * BLOCK],
            drawn_weights: vec![0.0; criteria * BLOCK],
            supposed: Vec::new(),
            own: vec![0.0; criteria],
        }
    }

    fn counts(&self) -> Counts {
        let items = self.items.len();
        let counted = items.min(COUNTED_RANKS).min((KEPT_COUNTS / items).max(1));
        Counts {
            counted,
            ranks: vec![0; items * counted],
            in_top: vec![0; items],
            rank_sum: vec![0; items],
            ends: vec![(u32::MAX, 0); items],
            firsts: vec![0; items],
            weights: vec![0; items * self.criteria.len()],
        }
    }

    /// One draw: weights, open ratings, the items in their order.
    fn draw(&self, number: usize, chance: &mut ChaCha8Rng, desk: &mut Desk<'_>) {
        let last = self.criteria.len() - 1;
        self.sequence.point(number, chance, &mut desk.weights[..last]);
        match self.drawing.within {
            Some(within) => draw_near(chance, &self.shares, within, &mut desk.weights),
            None => spread(&mut desk.weights),
        }
        self.draw_ratings(chance, desk);
        self.rank(desk);
    }

    /// Notes the ranks of a draw, and its weights, in its place of the block.
    fn note_ranks(&self, number: usize, desk: &mut Desk<'_>) {
        let (items, criteria, bits) = (self.items.len(), self.criteria.len(), self.item_bits());
        let ranks = &mut desk.ranks[number * items..(number + 1) * items];
        let (mut rank, mut before) = (0u32, None);
        for (place, key) in desk.keys.iter().enumerate() {
            if before != Some(key >> bits) {
                rank = place as u32 + 1;
                before = Some(key >> bits);
            }
            ranks[(key & ((1 << bits) - 1)) as usize] = rank;
        }
        desk.drawn_weights[number * criteria..(number + 1) * criteria].copy_from_slice(&desk.weights);
    }

    /// Draws what is open; a draw that can't be computed leaves what stood there.
    fn draw_ratings(&self, chance: &mut ChaCha8Rng, desk: &mut Desk<'_>) {
        let items = self.items.len();
        for &place in &self.open {
            let item = &self.items[place];
            desk.supposed.clear();
            for (node, low, high) in &item.open {
                desk.supposed.push((*node, low + (high - low) * unit(chance)));
            }
            if desk.doubles.contribute(item.row as usize, &desk.supposed, &mut desk.own) {
                for (criterion, value) in desk.own.iter().enumerate() {
                    desk.contributions[criterion * items + place] = *value;
                }
            }
        }
    }

    /// Scores all items and sorts them: keys of a score's leading digits and the item, the best first.
    fn rank(&self, desk: &mut Desk<'_>) {
        let items = self.items.len();
        desk.scores.fill(0.0);
        for (criterion, weight) in desk.weights.iter().enumerate() {
            let column = &desk.contributions[criterion * items..(criterion + 1) * items];
            for (score, value) in desk.scores.iter_mut().zip(column) {
                *score += weight * value;
            }
        }
        let bits = self.item_bits();
        for (item, (key, score)) in desk.keys.iter_mut().zip(&desk.scores).enumerate() {
            *key = (descending(*score) >> bits << bits) | item as u64;
        }
        desk.sorter.sort(&mut desk.keys);
    }

    /// How many bits an item's number takes; the rest of a key is its score, of which so many bits say nothing.
    fn item_bits(&self) -> u32 {
        usize::BITS - (self.items.len().max(2) - 1).leading_zeros()
    }

    fn answer(&self, counts: Counts) -> Acceptability {
        let criteria = self.criteria.len();
        let items = self.items.iter().enumerate().map(|(place, item)| {
            let firsts = counts.firsts[place];
            let mean = |sum: &u128| *sum as f64 / STEPS / firsts as f64;
            let central = &counts.weights[place * criteria..(place + 1) * criteria];
            let central_weights: Option<Vec<f64>> = (firsts > 0).then(|| central.iter().map(mean).collect());
            ItemDraws {
                row: item.row,
                ranks: counts.ranks[place * counts.counted..(place + 1) * counts.counted].to_vec(),
                in_top: counts.in_top[place],
                rank_sum: counts.rank_sum[place],
                best: counts.ends[place].0,
                worst: counts.ends[place].1,
                confidence_factor: central_weights.as_ref().map(|weights| self.confidence(place, weights)),
                central_weights,
            }
        });
        Acceptability {
            criteria: self.criteria.clone(),
            items: items.collect(),
            left_out: self.left_out.clone(),
            standard_error: 0.5 / (self.drawing.draws as f64).sqrt(),
            draws: self.drawing.draws,
        }
    }

    /// How often an item is first under some weights when only the ratings are drawn.
    fn confidence(&self, place: usize, weights: &[f64]) -> f64 {
        let mut desk = self.desk();
        desk.weights.copy_from_slice(weights);
        let draws = if self.open.is_empty() { 1 } else { CONFIDENCE_DRAWS };
        // Streams beyond those of the blocks, one an item.
        let mut chance = stream(self.drawing.seed, u64::MAX - 1 - place as u64);
        let mut firsts = 0;
        for _ in 0..draws {
            self.draw_ratings(&mut chance, &mut desk);
            self.rank(&mut desk);
            let bits = self.item_bits();
            let best = desk.keys[0] >> bits;
            let is_first = |key: &u64| key & ((1 << bits) - 1) == place as u64;
            firsts += usize::from(desk.keys.iter().take_while(|key| *key >> bits == best).any(is_first));
        }
        firsts as f64 / draws as f64
    }
}

impl Counts {
    /// Counts the ranks of a block, item by item: what is counted of one lies together.
    fn add(&mut self, draws: usize, top: usize, desk: &Desk<'_>) {
        let (items, criteria) = (self.in_top.len(), desk.weights.len());
        for item in 0..items {
            let counts = &mut self.ranks[item * self.counted..(item + 1) * self.counted];
            let (mut in_top, mut sum, mut ends) = (0, 0, self.ends[item]);
            for number in 0..draws {
                let rank = desk.ranks[number * items + item];
                if let Some(count) = counts.get_mut(rank as usize - 1) {
                    *count += 1;
                }
                in_top += u64::from(rank as usize <= top);
                sum += u64::from(rank);
                ends = (ends.0.min(rank), ends.1.max(rank));
                if rank == 1 {
                    self.firsts[item] += 1;
                    let weights = &desk.drawn_weights[number * criteria..(number + 1) * criteria];
                    let sums = &mut self.weights[item * criteria..(item + 1) * criteria];
                    sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += (weight * STEPS).round() as u128);
                }
            }
            self.in_top[item] += in_top;
            self.rank_sum[item] += sum;
            self.ends[item] = ends;
        }
    }

    fn plus(mut self, other: Self) -> Self {
        fn add<T: Copy + std::ops::AddAssign>(own: &mut [T], other: &[T]) {
            own.iter_mut().zip(other).for_each(|(own, other)| *own += *other);
        }
        add(&mut self.ranks, &other.ranks);
        add(&mut self.in_top, &other.in_top);
        add(&mut self.rank_sum, &other.rank_sum);
        add(&mut self.firsts, &other.firsts);
        add(&mut self.weights, &other.weights);
        for (own, other) in self.ends.iter_mut().zip(other.ends) {
            *own = (own.0.min(other.0), own.1.max(other.1));
        }
        self
    }
}

/// What can be drawn of an item: its ranges, and its blanks over their whole scale. `None` for a missing quantity.
fn open(scorer: Scorer<'_>, row: usize) -> Option<Vec<(NodeId, f64, f64)>> {
    let mut open = Vec::new();
    for node in scorer.uncertain(row) {
        let (low, high) = scorer.backlog.reading(node)?.ratings.range(row)?;
        open.push((node, Exact::from(low).to_f64(), Exact::from(high).to_f64()));
    }
    for node in scorer.missing(row) {
        let Scale::Bounded(low, high) = scorer.model.rated_on(node) else { return None };
        open.push((node, Exact::from(low).to_f64(), Exact::from(high).to_f64()));
    }
    Some(open)
}

/// Makes of uniform points, all but the last, shares that are uniform on the simplex: the gaps between the points.
fn spread(shares: &mut [f64]) {
    let last = shares.len() - 1;
    shares[..last].sort_unstable_by(f64::total_cmp);
    let mut before = 0.0;
    for share in shares[..last].iter_mut() {
        let point = *share;
        *share = point - before;
        before = point;
    }
    shares[last] = 1.0 - before;
}

/// Makes of uniform points, all but the last, shares that are uniform among those within a distance of the present ones.
/// The last is what remains; where that is too far, the whole is drawn again.
fn draw_near(chance: &mut ChaCha8Rng, now: &[f64], within: f64, shares: &mut [f64]) {
    /// By then a draw has come through, unless next to nothing may move.
    const TRIES: usize = 100_000;
    let last = now.len() - 1;
    for attempt in 0..TRIES {
        let mut rest = 1.0;
        for (share, now) in shares[..last].iter_mut().zip(now) {
            let (low, high) = ((now - within).max(0.0), (now + within).min(1.0));
            let point = if attempt == 0 { *share } else { unit(chance) };
            *share = low + (high - low) * point;
            rest -= *share;
        }
        shares[last] = rest;
        if rest >= 0.0 && (rest - now[last]).abs() <= within {
            return;
        }
    }
    shares.copy_from_slice(now);
}

/// A number whose order is the reverse of a double's.
fn descending(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 0 { !bits & !(1 << 63) } else { bits }
}
