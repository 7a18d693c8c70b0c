//! What every report of two orders says in the same words: which items, and how alike the orders are.

use crate::analysis::Pairs;
use crate::lang::Lang;
use crate::prose;
use crate::say;

/// How many items a line names before it counts the rest.
const NAMED: usize = 12;

/// The first of some names as a list, and how many more there are.
pub(super) fn named(names: impl ExactSizeIterator<Item = String>, lang: Lang) -> String {
    let rest = names.len().saturating_sub(NAMED);
    let list = prose::list(lang, names.take(NAMED));
    if rest == 0 { list } else { say!(lang, "and-more", list = list, rest = rest) }
}

/// How alike two orders are: how many pairs swap, and Kendall's tau-b.
pub(super) fn order_line(pairs: &Pairs, lang: Lang) -> String {
    match pairs.tau_b() {
        None => lang.text("order-undefined"),
        Some(tau) => say!(
            lang,
            "order-line",
            pairs = pairs.all as usize,
            swapped = pairs.swapped as usize,
            ties = pairs.tied_in_one_alone() as usize,
            tau = shown(tau)
        ),
    }
}

/// A correlation with two places, and more where it would look like 1 or −1 without being it.
pub(super) fn shown(tau: f64) -> String {
    const MOST: usize = 9;
    let is_end = tau.abs() == 1.0;
    let text = (2..MOST).map(|places| format!("{tau:.places$}")).find(|text| is_end || !text.contains("1.0"));
    let text = text.unwrap_or_else(|| tau.to_string());
    match text.as_str() {
        "0.00" | "-0.00" => "0".to_owned(),
        text => text.strip_suffix(".00").unwrap_or(text).replacen('-', "−", 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correlation_never_looks_like_one_that_it_is_not() {
        assert_eq!(shown(1.0), "1");
        assert_eq!(shown(-1.0), "−1");
        assert_eq!(shown(0.8), "0.80");
        assert_eq!(shown(-0.333), "−0.33");
        assert_eq!(shown(0.998), "0.998");
        assert_eq!(shown(-0.000_1), "0");
    }
}
