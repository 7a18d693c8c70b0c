//! How many digits behind the point make scores that differ look different.

use crate::scoring::{Exact, Standing};

/// Beyond this many digits nobody compares by eye.
const MOST: u32 = 30;

/// The fewest places under which no two neighbours with differing scores look the same.
pub(super) fn needed(standings: &[Standing]) -> u32 {
    let scores: Vec<&Exact> = standings.iter().map(|standing| &standing.score).collect();
    let mut places = if scores.iter().all(|score| is_short(score, 0)) { 0 } else { 1 };
    for pair in scores.windows(2) {
        let distance = (pair[0].to_f64() - pair[1].to_f64()).abs();
        // Two numbers that are further apart than one in the last place never look the same.
        if distance > 1.01 * 10f64.powi(-(places as i32)) || pair[0] == pair[1] {
            continue;
        }
        while places < MOST && pair[0].rounded(places) == pair[1].rounded(places) {
            places += 1;
        }
    }
    places
}

/// The places under which shown differences are the differences of what is shown: all of them, up to three.
pub(super) fn summing(standings: &[Standing]) -> u32 {
    shared(standings.iter().map(|standing| &standing.score)).max(needed(standings))
}

/// The fewest places that show all of some numbers as they are, at most three.
pub(super) fn shared<'a>(numbers: impl Iterator<Item = &'a Exact> + Clone) -> u32 {
    const MOST_SHARED: u32 = 3;
    let all_short = |places: &u32| numbers.clone().all(|number| is_short(number, *places));
    (0..MOST_SHARED).find(all_short).unwrap_or(MOST_SHARED)
}

fn is_short(score: &Exact, places: u32) -> bool {
    score.rounded(places).parse::<f64>().is_ok_and(|rounded| rounded == score.to_f64())
}
