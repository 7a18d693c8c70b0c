//! Points that fill a space evenly, and the generator behind everything that is drawn.
//!
//! The points are those of Roberts' R sequence (2018): in d dimensions the multiples of 1/φ, 1/φ², … 1/φᵈ, whole numbers
//! dropped, where φ is the root of φᵈ⁺¹ = φ + 1; moved as a whole by a random shift (Cranley and Patterson 1976), which
//! makes every single point uniform. Shares of such points come far nearer to volumes than those of independent draws.
//! In many dimensions the sequence is no better than chance, and chance it is there.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Beyond so many dimensions the multiples move together.
const MOST: usize = 8;
/// The stream that the shift comes from.
const SHIFT_STREAM: u64 = u64::MAX;

/// A sequence in some number of dimensions.
#[derive(Clone, Debug)]
pub(super) struct Sequence {
    /// For each dimension the step and the shift, in parts of 2⁶⁴: what overflows is a whole number, and dropped.
    steps: Vec<(u64, u64)>,
}

impl Sequence {
    pub(super) fn new(dimensions: usize, seed: u64) -> Self {
        let mut chance = stream(seed, SHIFT_STREAM);
        let ratio = 1.0 / root(dimensions.min(MOST));
        let mut step = 1.0;
        let steps = (0..dimensions.min(MOST)).map(|_| {
            step *= ratio;
            ((step * 2f64.powi(64)) as u64, chance.next_u64())
        });
        Self { steps: if dimensions > MOST { Vec::new() } else { steps.collect() } }
    }

    /// The point of a number, each coordinate from 0 to below 1; by chance where there are too many dimensions.
    pub(super) fn point(&self, number: usize, chance: &mut ChaCha8Rng, point: &mut [f64]) {
        if self.steps.len() != point.len() {
            point.iter_mut().for_each(|coordinate| *coordinate = unit(chance));
            return;
        }
        for (coordinate, (step, shift)) in point.iter_mut().zip(&self.steps) {
            *coordinate = double(shift.wrapping_add(step.wrapping_mul(number as u64)));
        }
    }
}

/// One of the streams under a seed.
pub(super) fn stream(seed: u64, number: u64) -> ChaCha8Rng {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    chance.set_stream(number);
    chance
}

/// Uniform from 0 to below 1, in steps of 2⁻⁵³.
pub(super) fn unit(chance: &mut ChaCha8Rng) -> f64 {
    double(chance.next_u64())
}

/// Puts values into an order by chance, each order as likely as any other (Fisher and Yates).
pub(super) fn shuffle<T>(values: &mut [T], chance: &mut ChaCha8Rng) {
    for last in (1..values.len()).rev() {
        values.swap(last, (unit(chance) * (last + 1) as f64) as usize);
    }
}

fn double(bits: u64) -> f64 {
    (bits >> 11) as f64 / (1u64 << 53) as f64
}

/// The root above 1 of xᵈ⁺¹ = x + 1, by Newton's method.
fn root(dimensions: usize) -> f64 {
    let mut x = 2.0f64;
    for _ in 0..64 {
        let power: f64 = (0..dimensions).map(|_| x).product();
        x -= (power * x - x - 1.0) / ((dimensions as f64 + 1.0) * power - 1.0);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_roots_are_the_golden_and_the_plastic_number() {
        assert!((root(1) - 1.618_033_988_749_895).abs() < 1e-15);
        assert!((root(2) - 1.324_717_957_244_746).abs() < 1e-15);
    }

    #[test]
    fn the_points_fill_the_square_evenly() {
        let sequence = Sequence::new(2, 1);
        let mut chance = stream(1, 0);
        let mut counts = [0; 16];
        for number in 0..1600 {
            let mut point = [0.0; 2];
            sequence.point(number, &mut chance, &mut point);
            counts[(point[0] * 4.0) as usize * 4 + (point[1] * 4.0) as usize] += 1;
        }
        assert!(counts.iter().all(|count| (95..=105).contains(count)), "{counts:?}");
    }
}
