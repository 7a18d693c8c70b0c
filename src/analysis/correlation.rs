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

/// The rank of each value from the lowest, 1, upward; equal values share the mean of their ranks.
fn mid_ranks<T: Ord>(values: &[T]) -> Vec<f64> {
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
    fn equal_values_share_the_mean_of_their_ranks() {
        assert_eq!(mid_ranks(&[7, 3, 7, 1, 7]), [4.0, 2.0, 4.0, 1.0, 4.0]);
        assert_eq!(rank_correlation(&[3, 3, 3], &[1, 2, 3]), None);
    }
}
