//! A rank correlation beside what chance alone would make of it.

use super::arrangements::{DRAWN, DRAWS, ENUMERATED, advance, arrangements};
use super::concordance::Significance;
use super::correlation::mid_ranks;
use super::sequence::{shuffle, stream};

/// So much of chance may lie beyond either end of the interval: one part in so many.
const TAIL: u64 = 40;
/// The same for the normal distribution: Φ⁻¹(0.975).
const NORMAL_TAIL: f64 = 1.959_963_984_540_054;

/// Spearman's rank correlation of two columns, and where it would lie by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// Spearman's rho with mid-ranks: −1, the reversed order, to 1, the same.
    pub correlation: f64,
    /// The lower end of what chance makes: at most 2.5 % of all arrangements lie below it.
    pub low: f64,
    /// The upper end: at most 2.5 % of all arrangements lie above it.
    pub high: f64,
    /// Where the interval comes from.
    pub significance: Significance,
    /// How many pairs there are.
    pub n: usize,
}

impl Chance {
    /// Whether chance alone would hardly give it: it lies outside the interval.
    pub fn is_beyond(&self) -> bool {
        self.correlation > self.high || self.correlation < self.low
    }
}

/// Spearman's rank correlation with its permutation interval: the central 95 % of the correlations that all orders of the
/// one column give beside the other (Pitman 1937).
///
/// All orders are looked at where there are no more than a million, else 9 999 are drawn from the seed; beyond a thousand
/// pairs it is the normal distribution with the variance 1 ÷ (n − 1), which is that of all orders, ties or not (Kendall
/// 1948). `None` as for [`super::rank_correlation`].
pub fn chance<T: Ord, U: Ord>(one: &[T], other: &[U], seed: u64) -> Option<Chance> {
    if one.len() != other.len() || one.len() < 2 {
        return None;
    }
    let n = one.len();
    let (one, other) = (centred(one), centred(other));
    let below = (sum(&one, &one) as f64 * sum(&other, &other) as f64).sqrt();
    if below == 0.0 {
        return None;
    }
    let own = sum(&one, &other);
    let rho = |sum: i128| (sum as f64 / below).clamp(-1.0, 1.0);
    let (low, high, significance) = if n > DRAWN {
        let end = (NORMAL_TAIL / (n as f64 - 1.0).sqrt()).min(1.0);
        (-end, end, Significance::Normal)
    } else {
        // Of the two the one that has fewer orders is moved.
        let (moved, kept) = if arrangements(&one) < arrangements(&other) { (one, other) } else { (other, one) };
        let (sums, significance) = if arrangements(&moved) <= ENUMERATED {
            (all(moved, &kept), Significance::Exact)
        } else {
            (drawn(moved, &kept, seed), Significance::Drawn(DRAWS, seed))
        };
        let (low, high) = ends(sums);
        (rho(low), rho(high), significance)
    };
    Some(Chance { correlation: rho(own), low, high, significance, n })
}

/// Twice the distances of the mid-ranks from their mean: whole numbers.
fn centred<T: Ord>(values: &[T]) -> Vec<i64> {
    let mean = values.len() as f64 + 1.0;
    mid_ranks(values).into_iter().map(|rank| (rank * 2.0 - mean) as i64).collect()
}

fn sum(one: &[i64], other: &[i64]) -> i128 {
    one.iter().zip(other).map(|(a, b)| i128::from(*a) * i128::from(*b)).sum()
}

fn all(mut moved: Vec<i64>, kept: &[i64]) -> Vec<i128> {
    moved.sort_unstable();
    let mut sums = vec![sum(&moved, kept)];
    while advance(&mut moved) {
        sums.push(sum(&moved, kept));
    }
    sums
}

fn drawn(mut moved: Vec<i64>, kept: &[i64], seed: u64) -> Vec<i128> {
    let mut stream = stream(seed, 0);
    let draw = |_| {
        shuffle(&mut moved, &mut stream);
        sum(&moved, kept)
    };
    (0..DRAWS).map(draw).collect()
}

/// The least sum below which at most a fortieth of all lie, and the greatest above which at most a fortieth lie.
fn ends(mut sums: Vec<i128>) -> (i128, i128) {
    sums.sort_unstable();
    let tail = (sums.len() as u64 / TAIL) as usize;
    (sums[tail], sums[sums.len() - 1 - tail])
}

#[cfg(test)]
mod tests {
    use super::super::rank_correlation;
    use super::*;

    /// Ramsey (1989), "Critical values for Spearman's rank order correlation", J. Educ. Stat. 14: two-sided 0.05.
    #[test]
    fn the_critical_values_of_ramsey_1989_lie_just_beyond_the_interval() {
        for (n, critical) in [(5, 1.0), (6, 0.886), (7, 0.786), (8, 0.738), (9, 0.700)] {
            let one: Vec<i32> = (0..n).collect();
            let found = chance(&one, &one, 1).expect("there is an order");
            assert_eq!(found.significance, Significance::Exact);
            assert!(found.high < critical && found.high > critical - 0.12, "{n}: {} {critical}", found.high);
            assert_eq!(found.low, -found.high);
        }
    }

    #[test]
    fn the_ends_are_those_of_sorting_every_order_of_the_rows() {
        let (one, other) = ([3, 1, 4, 1, 5, 9], [2, 7, 1, 8, 2, 8]);
        let mut all = Vec::new();
        let mut order: Vec<i64> = (0..6).collect();
        loop {
            let moved: Vec<i32> = order.iter().map(|&row| other[row as usize]).collect();
            all.push(rank_correlation(&one, &moved).expect("there is an order"));
            if !advance(&mut order) {
                break;
            }
        }
        all.sort_by(f64::total_cmp);
        let found = chance(&one, &other, 1).expect("there is an order");
        let is_near = |a: f64, b: f64| (a - b).abs() < 1e-12;
        assert!(is_near(found.low, all[720 / 40]) && is_near(found.high, all[719 - 720 / 40]), "{found:?}");
        assert!(is_near(found.correlation, rank_correlation(&one, &other).unwrap_or_default()));
    }

    #[test]
    fn drawn_orders_and_the_normal_distribution_come_near_to_each_other() {
        let column = |n: i64, step: i64| (0..n).map(|row| row * step % n).collect::<Vec<i64>>();
        let drawn = chance(&column(997, 7), &column(997, 11), 1).expect("there is an order");
        assert_eq!(drawn.significance, Significance::Drawn(9_999, 1));
        let normal = chance(&column(1_009, 7), &column(1_009, 11), 1).expect("there is an order");
        assert_eq!(normal.significance, Significance::Normal);
        assert!((drawn.high - normal.high).abs() < 0.005 && (drawn.low - normal.low).abs() < 0.005);
    }

    #[test]
    fn nothing_is_said_where_nothing_is_ordered() {
        assert_eq!(chance(&[1, 1, 1], &[1, 2, 3], 1), None);
        assert_eq!(chance(&[1], &[1], 1), None);
        assert_eq!(chance::<i32, i32>(&[], &[], 1), None);
    }
}
