//! What the pages of a workshop say in the same words: numbers, raters, and why a rating was taken.

use crate::analysis::{Taken, Why};
use crate::backlog::Panel;
use crate::lang::Lang;
use crate::prose;
use crate::say;

/// So many raters are named in a cell before the rest is counted.
const NAMED: usize = 3;

/// The first of some raters as a list, and how many more there are.
pub(super) fn raters(panel: &Panel<'_>, some: &[usize], lang: Lang) -> String {
    let list = prose::list(lang, some.iter().take(NAMED).map(|&rater| panel.raters[rater].as_str()));
    match some.len().saturating_sub(NAMED) {
        0 => list,
        rest => say!(lang, "and-more", list = list, rest = rest),
    }
}

/// What a rater gives as a reason, or as a rating with its reason.
pub(super) fn give(rater: &str, what: &str, lang: Lang) -> String {
    say!(lang, "workshop-says", name = rater, what = what)
}

/// Why a rating was taken, in a sentence.
pub(super) fn why(panel: &Panel<'_>, taken: &Taken, lang: Lang) -> String {
    let rater = taken.rater.map_or("", |rater| &panel.raters[rater]);
    say!(lang, "merge-why", why = taken.why.name(), rater = rater)
}

/// How a way of taking ratings is called.
pub(super) fn way(why: Why, count: usize, lang: Lang) -> String {
    say!(lang, "merge-count", why = why.name(), count = count)
}

/// A number with two places and its sign: `+0.83`, `−0.40`, `0`.
pub(super) fn signed(number: f64) -> String {
    let text = format!("{number:+.2}");
    match text.as_str() {
        "+0.00" | "-0.00" => "0".to_owned(),
        text => text.replacen('-', "−", 1),
    }
}

/// A probability: three places, and no nought where it is none.
pub(super) fn probability(p: f64, lang: Lang) -> String {
    const LEAST: f64 = 0.001;
    if p < LEAST { say!(lang, "p-below", p = LEAST.to_string()) } else { say!(lang, "p-is", p = format!("{p:.3}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deviation_has_its_sign_and_none_has_no_sign() {
        assert_eq!([0.834, -0.4, 0.001, -0.001].map(signed), ["+0.83", "−0.40", "0", "0"]);
    }

    #[test]
    fn a_probability_is_never_nought() {
        assert_eq!(probability(0.000_1, Lang::En), "p < 0.001");
        assert_eq!(probability(0.012_3, Lang::En), "p = 0.012");
    }
}
