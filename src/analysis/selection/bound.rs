//! What no set can exceed: the fractional bound, with which an answer that isn't the best says how far it can be off.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::{Offer, ratio};
use crate::decimal::Decimal;

/// The total when precedences don't count and the last item may be taken in part: the items by value per effort, until
/// the capacity is used up (Dantzig 1957, "Discrete-variable extremum problems"). What is forced is in; `None` where it
/// doesn't fit.
pub(super) fn fractional(offers: &[Offer], forced: &[bool], capacity: Decimal) -> Option<BigRational> {
    let mut room = ratio(capacity);
    let mut total = BigRational::zero();
    for (offer, _) in offers.iter().zip(forced).filter(|(_, forced)| **forced) {
        room -= ratio(offer.effort);
        total += &offer.value;
    }
    if room.is_negative() {
        return None;
    }
    // What is larger than the capacity can't be chosen, and so not a part of it either.
    let counts = |&item: &usize| !forced[item] && offers[item].value.is_positive() && offers[item].effort <= capacity;
    for item in by_density(offers).into_iter().filter(counts) {
        let effort = ratio(offers[item].effort);
        if effort > room {
            // Nothing that costs no effort gets here.
            total += &offers[item].value * (&room / effort);
            break;
        }
        room -= effort;
        total += &offers[item].value;
    }
    Some(total)
}

/// The items by value per effort, the highest first; those without effort before all others.
pub(super) fn by_density(offers: &[Offer]) -> Vec<usize> {
    let key = |item: usize| {
        let effort = ratio(offers[item].effort);
        let density = if effort.is_zero() { None } else { Some(-(&offers[item].value / effort)) };
        (density, item)
    };
    let mut keys: Vec<(Option<BigRational>, usize)> = (0..offers.len()).map(key).collect();
    keys.sort();
    keys.into_iter().map(|(_, item)| item).collect()
}

/// Ratios as whole numbers over one denominator.
pub(in crate::analysis) fn whole_numbers<'a>(
    ratios: impl Iterator<Item = &'a BigRational> + Clone,
) -> (Vec<BigInt>, BigInt) {
    let common = ratios.clone().fold(BigInt::from(1), |common, ratio| common.lcm(ratio.denom()));
    let whole = ratios.map(|ratio| ratio.numer() * (&common / ratio.denom())).collect();
    (whole, common)
}
