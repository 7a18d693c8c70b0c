//! The orders in which some numbers can stand: how many there are, and one after the other.

/// Up to so many arrangements are all looked at.
pub(super) const ENUMERATED: f64 = 1e6;
/// So many are drawn where there are more.
pub(super) const DRAWS: usize = 9_999;
/// Beyond so many ranks in all a known distribution is as good as draws, and at once there.
pub(super) const DRAWN: usize = 1_000;

/// In how many orders some ranks can stand: n! ÷ Πt!
pub(super) fn arrangements(ranks: &[i64]) -> f64 {
    let mut sorted = ranks.to_vec();
    sorted.sort_unstable();
    let factorial = |n: usize| (1..=n).map(|factor| factor as f64).product::<f64>();
    factorial(ranks.len()) / sorted.chunk_by(|a, b| a == b).map(|group| factorial(group.len())).product::<f64>()
}

/// The next arrangement in the order of a dictionary; `false` after the last.
pub(super) fn advance(order: &mut [i64]) -> bool {
    let Some(pivot) = (1..order.len()).rev().find(|&place| order[place - 1] < order[place]).map(|place| place - 1)
    else {
        return false;
    };
    if let Some(next) = (pivot + 1..order.len()).rev().find(|&place| order[place] > order[pivot]) {
        order.swap(pivot, next);
    }
    order[pivot + 1..].reverse();
    true
}
