//! How alike two orders are.

/// Spearman's rank correlation of two columns: Pearson's of their ranks, where equal values share the mean of the ranks
/// that they take up together (Spearman 1904; Kendall 1948, "mid-ranks").
///
/// From −1, the reversed order, to 1, the same. `None` for columns of different length, for fewer than two values, and
/// where a column has one value throughout: nothing is ordered there.
pub fn rank_correlation<T: Ord>(one: &[T], other: &[T]) -> Option<f64> {
    if one.len() != other.len() || one.len() < 2 {
        return None;
    }
    let (one, other) = (mid_ranks(one), mid_ranks(other));
    let mean = (one.len() as f64 + 1.0) / 2.0;
    let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
    for (a, b) in one.iter().zip(&other) {
        both += (a - mean) * (b - mean);
        first += (a - mean).powi(2);
        second += (b - mean).powi(2);
    }
    (first > 0.0 && second > 0.0).then(|| both / (first * second).sqrt())
}

/// How two columns order the pairs of their rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// All pairs: n·(n − 1) ÷ 2.
    pub all: u64,
    /// Pairs that stand the other way round in the other column.
    pub swapped: u64,
    /// Pairs that tie in the first column.
    pub tied_in_one: u64,
    /// Pairs that tie in the second column.
    pub tied_in_other: u64,
    /// Pairs that tie in both.
    pub tied_in_both: u64,
}

/// Compares the order of two columns pair by pair, in the time that sorting takes: ties are counted in the sorted
/// columns, swaps while one is merged into order (Knight 1966). `None` for columns of different length.
pub fn compare_pairs<T: Ord>(one: &[T], other: &[T]) -> Option<Pairs> {
    if one.len() != other.len() {
        return None;
    }
    let mut rows: Vec<(&T, &T)> = one.iter().zip(other).collect();
    rows.sort_unstable();
    let tied_in_one = pairs_within(rows.iter().map(|row| row.0));
    let tied_in_both = pairs_within(rows.iter());
    // By the first column, and within its ties by the second: no tie is counted as a swap.
    let mut others: Vec<&T> = rows.into_iter().map(|row| row.1).collect();
    let mut merged = others.clone();
    let swapped = sort_counting(&mut others, &mut merged);
    let tied_in_other = pairs_within(others.into_iter());
    Some(Pairs { all: pairs_of(one.len() as u64), swapped, tied_in_one, tied_in_other, tied_in_both })
}

impl Pairs {
    /// Pairs that stand the same way round in both columns.
    pub fn kept(&self) -> u64 {
        self.all + self.tied_in_both - self.tied_in_one - self.tied_in_other - self.swapped
    }

    /// Pairs that tie in one column and not in the other.
    pub fn tied_in_one_alone(&self) -> u64 {
        self.tied_in_one + self.tied_in_other - 2 * self.tied_in_both
    }

    /// Kendall's tau-b: (P − Q) ÷ √((N − T)·(N − U)), with N pairs in all, P kept, Q swapped, T tied in the one column
    /// and U in the other (Kendall 1945).
    ///
    /// From −1, the reversed order, to 1, the same. Without ties it is tau-a, (P − Q) ÷ N. `None` for fewer than two
    /// rows, and where a column has one value throughout: nothing is ordered there.
    pub fn tau_b(&self) -> Option<f64> {
        let (first, second) = (self.all - self.tied_in_one, self.all - self.tied_in_other);
        let apart = self.kept() as f64 - self.swapped as f64;
        (first > 0 && second > 0).then(|| apart / (first as f64 * second as f64).sqrt())
    }
}

/// Kendall's tau-b of two columns: see [`Pairs::tau_b`]. `None` also for columns of different length.
pub fn tau_b<T: Ord>(one: &[T], other: &[T]) -> Option<f64> {
    compare_pairs(one, other)?.tau_b()
}

fn pairs_of(rows: u64) -> u64 {
    rows * rows.saturating_sub(1) / 2
}

/// How many pairs of equal values there are among sorted ones.
fn pairs_within<T: PartialEq>(sorted: impl Iterator<Item = T>) -> u64 {
    let (mut pairs, mut run) = (0, 0);
    let mut last = None;
    for value in sorted {
        run = if last.as_ref() == Some(&value) { run + 1 } else { 0 };
        pairs += run;
        last = Some(value);
    }
    pairs
}

/// Sorts values by merging, and counts the pairs that stood in the wrong order; `room` is as long as they are.
fn sort_counting<T: Ord + Copy>(values: &mut [T], room: &mut [T]) -> u64 {
    let half = values.len() / 2;
    if half == 0 {
        return 0;
    }
    let (left, right) = values.split_at_mut(half);
    let mut swapped = sort_counting(left, &mut room[..half]) + sort_counting(right, &mut room[half..]);
    let (mut a, mut b) = (0, 0);
    for place in room.iter_mut() {
        if b == right.len() || a < left.len() && left[a] <= right[b] {
            *place = left[a];
            a += 1;
        } else {
            *place = right[b];
            b += 1;
            swapped += (left.len() - a) as u64;
        }
    }
    values.copy_from_slice(room);
    swapped
}

/// The rank of each value from the lowest, 1, upward; equal values share the mean of their ranks.
pub(super) fn mid_ranks<T: Ord>(values: &[T]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|&a, &b| values[a].cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let equal = order[start..].iter().take_while(|&&place| values[place] == values[order[start]]).count();
        let shared = start as f64 + (equal as f64 + 1.0) / 2.0;
        order[start..start + equal].iter().for_each(|&place| ranks[place] = shared);
        start += equal;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_adjacent_swap_of_five_as_published_by_salabun_and_urbaniak_2020() {
        let correlation = rank_correlation(&[1, 2, 3, 4, 5], &[1, 3, 2, 4, 5]);
        assert_eq!(correlation.map(|rho| (rho * 1e9).round()), Some(0.9e9));
    }

    #[test]
    fn the_same_order_is_one_and_the_reversed_order_minus_one() {
        assert_eq!(rank_correlation(&[1, 5, 9], &[2, 3, 4]), Some(1.0));
        assert_eq!(rank_correlation(&[1, 5, 9], &[4, 3, 2]), Some(-1.0));
    }

    #[test]
    fn tau_b_of_the_example_in_scipys_documentation_of_kendalltau() {
        let tau = tau_b(&[12, 2, 1, 12, 2], &[1, 4, 7, 1, 0]);
        assert!(tau.is_some_and(|tau| (tau - -0.471_404_520_791_031_7).abs() < 1e-12), "{tau:?}");
    }

    #[test]
    fn tau_b_is_what_looking_at_every_pair_gives() {
        let mut state = 7u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        for _ in 0..500 {
            let (rows, values) = (next(12), 1 + next(8));
            let one: Vec<u64> = (0..rows).map(|_| next(values)).collect();
            let other: Vec<u64> = (0..rows).map(|_| next(values)).collect();
            let mut expected = Pairs::default();
            for a in 0..one.len() {
                for b in 0..a {
                    let (first, second) = (one[a].cmp(&one[b]), other[a].cmp(&other[b]));
                    expected.all += 1;
                    expected.tied_in_one += u64::from(first.is_eq());
                    expected.tied_in_other += u64::from(second.is_eq());
                    expected.tied_in_both += u64::from(first.is_eq() && second.is_eq());
                    expected.swapped += u64::from(first.is_ne() && first == second.reverse());
                }
            }
            assert_eq!(compare_pairs(&one, &other), Some(expected), "{one:?} {other:?}");
        }
    }

    #[test]
    fn tau_b_is_undefined_where_nothing_is_ordered() {
        assert_eq!(tau_b(&[1], &[1]), None);
        assert_eq!(tau_b(&[1, 1, 1], &[1, 2, 3]), None);
        assert_eq!(tau_b(&[1, 2], &[1, 2, 3]), None);
        assert_eq!(tau_b(&[1, 2, 3], &[1, 2, 3]), Some(1.0));
        assert_eq!(tau_b(&[1, 2, 3], &[3, 2, 1]), Some(-1.0));
    }

    #[test]
    fn equal_values_share_the_mean_of_their_ranks() {
        assert_eq!(mid_ranks(&[7, 3, 7, 1, 7]), [4.0, 2.0, 4.0, 1.0, 4.0]);
        assert_eq!(rank_correlation(&[3, 3, 3], &[1, 2, 3]), None);
    }
}
