//! How often each item takes each rank when the weights are not known for certain (SMAA-2, Lahdelma and Salminen 2001).
//!
//! Weights are drawn uniformly from all that are possible, ratings that are ranges or missing from what they could be,
//! and every draw ranks all items. Draws come in blocks, each from a stream of its own of ChaCha8 (Bernstein 2008) under
//! the seed, and are counted in whole numbers: the same answer on any machine with any number of threads.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;

use crate::model::{NodeId, Scale, Weights};
use crate::scoring::{Doubles, Exact, Ranking, Scorer};

/// So many draws come from one stream.
const BLOCK: usize = 128;
/// So many draws of the ratings tell how sure a first rank is.
const CONFIDENCE_DRAWS: usize = 1000;
/// Weights are added up in these steps, so that the order of adding makes no difference.
const STEPS: f64 = (1u64 << 32) as f64;
/// Ranks are counted one by one up to here; beyond, only their sum and their ends.
pub const COUNTED_RANKS: usize = 1000;

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
    /// How often it took each rank, from the first; no further than [`COUNTED_RANKS`].
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
    let counts = (0..blocks)
        .into_par_iter()
        .fold(
            || (ground.counts(), ground.desk()),
            |(mut counts, mut desk), block| {
                let draws = BLOCK.min(drawing.draws - block * BLOCK);
                let mut chance = stream(drawing.seed, block as u64);
                for _ in 0..draws {
                    ground.draw(&mut chance, &mut desk, &mut counts);
                }
                progress(draws);
                (counts, desk)
            },
        )
        .map(|(counts, _)| counts)
        .reduce(|| ground.counts(), Counts::plus);
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
}

/// What one thread writes on.
struct Desk<'a> {
    doubles: Doubles<'a>,
    weights: Vec<f64>,
    contributions: Vec<f64>,
    scores: Vec<f64>,
    keys: Vec<u64>,
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
        enough.then_some(Self { doubles, drawing, criteria, shares, items, left_out, contributions, open })
    }

    fn desk(&self) -> Desk<'a> {
        let (items, criteria) = (self.items.len(), self.criteria.len());
        Desk {
            doubles: self.doubles.clone(),
            weights: vec![0.0; criteria],
            contributions: self.contributions.clone(),
            scores: vec![0.0; items],
            keys: vec![0; items],
            supposed: Vec::new(),
            own: vec![0.0; criteria],
        }
    }

    fn counts(&self) -> Counts {
        let (items, counted) = (self.items.len(), self.items.len().min(COUNTED_RANKS));
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

    /// One draw: weights, open ratings, ranks.
    fn draw(&self, chance: &mut ChaCha8Rng, desk: &mut Desk<'_>, counts: &mut Counts) {
        match self.drawing.within {
            Some(within) => draw_near(chance, &self.shares, within, &mut desk.weights),
            None => draw_simplex(chance, &mut desk.weights),
        }
        self.draw_ratings(chance, desk);
        self.rank(desk);
        let (mut rank, mut before) = (0u32, None);
        for (place, key) in desk.keys.iter().enumerate() {
            let (score, item) = (key >> self.item_bits(), (key & ((1 << self.item_bits()) - 1)) as usize);
            if before != Some(score) {
                rank = place as u32 + 1;
                before = Some(score);
            }
            counts.add(item, rank, self.drawing.top, &desk.weights);
        }
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
        desk.keys.sort_unstable();
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
        let mut chance = stream(self.drawing.seed, u64::MAX - place as u64);
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
    fn add(&mut self, item: usize, rank: u32, top: usize, weights: &[f64]) {
        if let Some(count) = self.ranks[item * self.counted..(item + 1) * self.counted].get_mut(rank as usize - 1) {
            *count += 1;
        }
        self.in_top[item] += u64::from(rank as usize <= top);
        self.rank_sum[item] += u64::from(rank);
        let (best, worst) = &mut self.ends[item];
        (*best, *worst) = ((*best).min(rank), (*worst).max(rank));
        if rank == 1 {
            self.firsts[item] += 1;
            let sums = &mut self.weights[item * weights.len()..(item + 1) * weights.len()];
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += (weight * STEPS).round() as u128);
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

fn stream(seed: u64, number: u64) -> ChaCha8Rng {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    chance.set_stream(number);
    chance
}

/// Uniform from 0 to below 1, in steps of 2⁻⁵³.
fn unit(chance: &mut ChaCha8Rng) -> f64 {
    (chance.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// Shares uniform on the simplex: the gaps between as many uniform points as fit between them.
fn draw_simplex(chance: &mut ChaCha8Rng, shares: &mut [f64]) {
    let last = shares.len() - 1;
    shares[..last].iter_mut().for_each(|point| *point = unit(chance));
    shares[..last].sort_unstable_by(f64::total_cmp);
    let mut before = 0.0;
    for share in shares[..last].iter_mut() {
        let point = *share;
        *share = point - before;
        before = point;
    }
    shares[last] = 1.0 - before;
}

/// Shares uniform among those that are all within a distance of the present ones: all but the last are drawn, the last
/// is what remains, and draws in which it is too far are thrown away.
fn draw_near(chance: &mut ChaCha8Rng, now: &[f64], within: f64, shares: &mut [f64]) {
    /// By then a draw has come through, unless next to nothing may move.
    const TRIES: usize = 100_000;
    let last = now.len() - 1;
    for _ in 0..TRIES {
        let mut rest = 1.0;
        for (share, now) in shares[..last].iter_mut().zip(now) {
            let (low, high) = ((now - within).max(0.0), (now + within).min(1.0));
            *share = low + (high - low) * unit(chance);
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
