//! Kendall's coefficient of concordance: how alike several rankings of the same items are.

use statrs::function::gamma::checked_gamma_ur;

use super::arrangements::{DRAWN, DRAWS, ENUMERATED, advance, arrangements};
use super::correlation::mid_ranks;
use super::sequence::{shuffle, stream};

/// How alike several rankings are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Concordance {
    /// Kendall's W with the correction for ties: 0, no relation at all, to 1, all the same.
    pub w: f64,
    /// How many rankings there are.
    pub raters: usize,
    /// How many items each of them ranks.
    pub items: usize,
    /// m·(n − 1)·W, with m rankings of n items; n − 1 degrees of freedom.
    pub chi_squared: f64,
    /// What the chi-squared distribution makes of it, as textbooks and `irr` give it.
    pub p_chi_squared: f64,
    /// How often rankings by chance would be at least as alike.
    pub p_value: f64,
    /// Where that number comes from.
    pub significance: Significance,
}

/// Where a probability comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Significance {
    /// Every arrangement of the ranks was looked at.
    Exact,
    /// So many arrangements were drawn, from a seed.
    Drawn(usize, u64),
    /// The chi-squared distribution.
    ChiSquared,
    /// The normal distribution.
    Normal,
}

impl Significance {
    /// The name in reports: `exact`, `drawn`, `chi-squared`, `normal`.
    pub fn name(self) -> &'static str {
        match self {
            Significance::Exact => "exact",
            Significance::Drawn(..) => "drawn",
            Significance::ChiSquared => "chi-squared",
            Significance::Normal => "normal",
        }
    }
}

/// Kendall's W of several rankings of the same items, one list a rater, with ties at their mid-ranks:
/// 12·S ÷ (m²·(n³ − n) − m·ΣT), where S is the sum of the squared distances of the items' rank sums from their mean and
/// T = Σ(t³ − t) over a rater's ties of t items (Kendall and Babington Smith 1939; Zar 2010, section 20.17; R's `irr` with
/// `correct = TRUE`).
///
/// The p-value is a permutation test (Legendre 2005): all arrangements of the raters' ranks where there are no more than
/// a million, else 9 999 drawn ones, (b + 1) ÷ (draws + 1); for large tables the chi-squared distribution.
///
/// `None` for fewer than two rankings or two items, for lists of different length, and where every rater ranks all items
/// alike: nothing is ordered there. A single rater who does so counts as one with ties.
pub fn concordance<T: Ord>(rankings: &[Vec<T>], seed: u64) -> Option<Concordance> {
    let (m, n) = (rankings.len(), rankings.first()?.len());
    if m < 2 || n < 2 || rankings.iter().any(|ranking| ranking.len() != n) {
        return None;
    }
    // Twice the mid-ranks: whole numbers.
    let ranks: Vec<Vec<i64>> = rankings
        .iter()
        .map(|ranking| mid_ranks(ranking).into_iter().map(|rank| (rank * 2.0) as i64).collect())
        .collect();
    let ties: i128 = ranks.iter().map(|ranks| ties(ranks)).sum();
    let (raters, items) = (m as i128, n as i128);
    let below = raters * raters * (items.pow(3) - items) - raters * ties;
    if below == 0 {
        return None;
    }
    let distance = distance(&sums(&ranks), m);
    let w = (3 * distance) as f64 / below as f64;
    let chi_squared = m as f64 * (n as f64 - 1.0) * w;
    let p_chi_squared = checked_gamma_ur((n as f64 - 1.0) / 2.0, chi_squared / 2.0).unwrap_or(1.0);
    let (permuted, significance) = permuted(&ranks, distance, seed);
    let p_value = permuted.unwrap_or(p_chi_squared);
    Some(Concordance { w, raters: m, items: n, chi_squared, p_chi_squared, p_value, significance })
}

/// Σ(t³ − t) over the groups of equal ranks.
fn ties(ranks: &[i64]) -> i128 {
    let mut sorted = ranks.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).map(|group| (group.len() as i128).pow(3) - group.len() as i128).sum()
}

fn sums(ranks: &[Vec<i64>]) -> Vec<i64> {
    let mut sums = vec![0; ranks[0].len()];
    for ranks in ranks {
        sums.iter_mut().zip(ranks).for_each(|(sum, rank)| *sum += rank);
    }
    sums
}

/// Four times S, from twice the rank sums.
fn distance(sums: &[i64], raters: usize) -> i128 {
    let mean = (raters * (sums.len() + 1)) as i64;
    sums.iter().map(|&sum| i128::from(sum - mean).pow(2)).sum()
}

/// The part of the arrangements of the ranks that are at least as far from chance; none where there are too many.
fn permuted(ranks: &[Vec<i64>], distance: i128, seed: u64) -> (Option<f64>, Significance) {
    let mut ranks = ranks.to_vec();
    // Only how the raters stand to each other counts: the one with the most arrangements may keep his.
    ranks.sort_by(|a, b| arrangements(b).total_cmp(&arrangements(a)));
    let all: f64 = ranks[1..].iter().map(|ranks| arrangements(ranks)).product();
    if all <= ENUMERATED {
        (Some(enumerated(&ranks, distance)), Significance::Exact)
    } else if ranks.len() * ranks[0].len() <= DRAWN {
        (Some(drawn(&mut ranks, distance, seed)), Significance::Drawn(DRAWS, seed))
    } else {
        (None, Significance::ChiSquared)
    }
}

/// The part of all arrangements of all raters but the first that are at least as far from chance.
fn enumerated(ranks: &[Vec<i64>], distance: i128) -> f64 {
    fn walk(rest: &[Vec<i64>], sums: &[i64], raters: usize, distance: i128, counts: &mut (u64, u64)) {
        let Some((own, rest)) = rest.split_first() else {
            counts.0 += u64::from(self::distance(sums, raters) >= distance);
            counts.1 += 1;
            return;
        };
        let mut order = own.clone();
        order.sort_unstable();
        loop {
            let sums: Vec<i64> = sums.iter().zip(&order).map(|(sum, rank)| sum + rank).collect();
            walk(rest, &sums, raters, distance, counts);
            if !advance(&mut order) {
                return;
            }
        }
    }
    let mut counts = (0, 0);
    walk(&ranks[1..], &ranks[0], ranks.len(), distance, &mut counts);
    counts.0 as f64 / counts.1 as f64
}

fn drawn(ranks: &mut [Vec<i64>], distance: i128, seed: u64) -> f64 {
    let mut chance = stream(seed, 0);
    let raters = ranks.len();
    let mut reached = 0;
    for _ in 0..DRAWS {
        ranks[1..].iter_mut().for_each(|ranks| shuffle(ranks, &mut chance));
        reached += usize::from(self::distance(&sums(ranks), raters) >= distance);
    }
    (reached as f64 + 1.0) / (DRAWS as f64 + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_ranking_is_full_concordance() {
        let same = concordance(&[vec![1, 2, 3, 4], vec![2, 3, 5, 9], vec![1, 7, 8, 9]], 1).expect("there is an order");
        assert_eq!(same.w, 1.0);
        // One arrangement of 4!² is this one.
        assert_eq!((same.p_value, same.significance), (1.0 / 576.0, Significance::Exact));
    }

    #[test]
    fn two_opposite_rankings_have_none() {
        let opposite = concordance(&[vec![1, 2, 3], vec![3, 2, 1]], 1).expect("there is an order");
        assert_eq!((opposite.w, opposite.p_value), (0.0, 1.0));
    }

    #[test]
    fn nothing_is_said_where_nothing_is_ordered() {
        assert_eq!(concordance(&[vec![5, 5, 5], vec![7, 7, 7]], 1), None);
        assert_eq!(concordance(&[vec![1, 2, 3]], 1), None);
        assert_eq!(concordance(&[vec![1], vec![1]], 1), None);
        assert_eq!(concordance::<i32>(&[], 1), None);
        assert!(concordance(&[vec![1, 2], vec![7, 7]], 1).is_some_and(|one| one.w.is_finite()));
    }

    #[test]
    fn drawn_arrangements_come_near_to_all_of_them() {
        let rankings = [vec![1, 2, 3, 4, 5], vec![2, 1, 4, 3, 5], vec![3, 1, 2, 5, 4]];
        let ranks: Vec<Vec<i64>> = rankings.iter().map(|ranks| ranks.iter().map(|rank| rank * 2).collect()).collect();
        let distance = distance(&sums(&ranks), 3);
        let (all, some) = (enumerated(&ranks, distance), drawn(&mut ranks.clone(), distance, 1));
        assert!((all - some).abs() < 0.01, "{all} {some}");
    }
}
