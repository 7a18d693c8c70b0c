//! The plain walk: down an order, each item is taken that still fits, together with what must come before it.

use num_rational::BigRational;
use num_traits::Zero;

use super::precedence::with_all_before;
use super::{Offer, ratio};
use crate::decimal::Decimal;

/// Walks down `order` and takes each item that still fits in `capacity` with all that must come before it and isn't in
/// yet; what is worth less than nothing is passed over. `forced` are in from the start. The places of those that are in, in
/// the order of the offers.
pub fn walk(
    offers: &[Offer],
    forced: &[bool],
    capacity: Decimal,
    order: impl IntoIterator<Item = usize>,
) -> Vec<usize> {
    let after: Vec<Vec<usize>> = offers.iter().map(|offer| offer.after.clone()).collect();
    let mut is_in = forced.to_vec();
    let effort = |items: &[usize]| items.iter().map(|&item| ratio(offers[item].effort)).sum::<BigRational>();
    let forced: Vec<usize> = (0..offers.len()).filter(|&item| is_in[item]).collect();
    let mut room = ratio(capacity) - effort(&forced);
    for item in order {
        if is_in[item] || offers[item].value < BigRational::zero() || ratio(offers[item].effort) > room {
            continue;
        }
        let all = with_all_before(&after, item, |before| is_in[before]);
        let needed = effort(&all);
        if needed <= room {
            room -= needed;
            all.into_iter().for_each(|item| is_in[item] = true);
        }
    }
    (0..offers.len()).filter(|&item| is_in[item]).collect()
}
