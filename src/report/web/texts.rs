//! The page's words. Where the script fills something in, a text has its name in braces: `{n}`.

use std::collections::BTreeMap;

use crate::lang::{Lang, Words};
use crate::prose;

/// What the script fills in.
const PLACES: &[&str] = &[
    "n", "of", "top", "low", "high", "name", "value", "rank", "criteria", "best", "worst", "id", "percent", "draws",
    "seed", "x", "y", "line", "text",
];

/// The names of all texts.
const TEXTS: &[&str] = &[
    "page-acceptability",
    "page-acceptability-note",
    "page-ad",
    "page-all-zero",
    "page-always",
    "page-at-line",
    "page-axis-less",
    "page-axis-more",
    "page-axis-right",
    "page-axis-up",
    "page-bars-added",
    "page-bars-multiplied",
    "page-chart",
    "page-chart-label",
    "page-chart-note",
    "page-copied-command",
    "page-copied-table",
    "page-copied-toml",
    "page-copy-command",
    "page-copy-table",
    "page-copy-toml",
    "page-criterion",
    "page-cutoff",
    "page-cutoff-tied",
    "page-disagreement",
    "page-disagreement-note",
    "page-divides",
    "page-field-both",
    "page-field-fill",
    "page-field-neither",
    "page-field-not",
    "page-field-now",
    "page-field-only",
    "page-field-plan",
    "page-findings",
    "page-first",
    "page-first-holds",
    "page-footer",
    "page-found",
    "page-id",
    "page-in-top",
    "page-intervals",
    "page-intervals-note",
    "page-item",
    "page-large",
    "page-missing-one",
    "page-missing-span",
    "page-move",
    "page-moved-down",
    "page-moved-up",
    "page-new-leader",
    "page-no-column",
    "page-pair",
    "page-parts",
    "page-percent",
    "page-place",
    "page-present",
    "page-present-share",
    "page-rank",
    "page-ranking",
    "page-ranks",
    "page-ranks-from",
    "page-ranks-one",
    "page-ranks-span",
    "page-rated",
    "page-reason",
    "page-reset",
    "page-results",
    "page-scenarios",
    "page-score",
    "page-search",
    "page-share-of",
    "page-show-all",
    "page-span",
    "page-split",
    "page-stability",
    "page-table",
    "page-tied",
    "page-title",
    "page-too-large-weights",
    "page-top-holds",
    "page-uncertain",
    "page-unranked",
    "page-weight",
    "page-weights",
];

/// Every text under its name.
pub(super) fn all(lang: Lang) -> BTreeMap<&'static str, String> {
    let mut words = Words::new();
    for &place in PLACES {
        words.set(place, format!("{{{place}}}"));
    }
    let named = |id: &'static str| (id.trim_start_matches("page-"), lang.say(id, &words));
    let mut texts: BTreeMap<_, _> = TEXTS.iter().copied().map(named).collect();
    texts.insert("comma", prose::list(lang, ["", ""]));
    texts
}
