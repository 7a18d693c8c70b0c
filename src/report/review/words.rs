//! Figures and readings of a result in words.

use super::ReviewReport;
use crate::analysis::{Execution, Review};
use crate::decimal::Decimal;
use crate::prose;
use crate::say;
use crate::scoring::Exact;

/// Beyond so many places nobody looks.
const MOST_PLACES: u32 = 6;

impl ReviewReport<'_> {
    /// A share in per cent, with as many places as it takes not to look like a threshold that it hasn't reached.
    pub(super) fn percent(self, share: &Exact) -> String {
        let percent = share.percent();
        let limits = [self.thresholds.reached, self.thresholds.moving, Decimal::ZERO].map(Exact::from);
        let seen = |places: &u32| {
            // What has more digits than are read is far from any threshold.
            let Ok(shown) = Decimal::parse(&percent.rounded(*places), b'.').map(Exact::from) else { return true };
            limits.iter().all(|limit| (shown >= *limit) == (percent >= *limit))
        };
        let places = (0..MOST_PLACES).find(seen).unwrap_or(MOST_PLACES);
        percent.shortened(places).replacen('-', "−", 1)
    }

    /// A figure as people read it, with its `%` if the file has one.
    pub(super) fn figure(self, row: usize, value: Option<Decimal>) -> String {
        let sign = if self.results.rows[row].is_percent { "%" } else { "" };
        value.map_or_else(String::new, |value| format!("{value}{sign}").replacen('-', "−", 1))
    }

    /// How the item and its metric are called in a line.
    pub(super) fn name(self, row: usize) -> String {
        let result = &self.results.rows[row];
        let (id, metric) = (prose::visible(&result.id), prose::visible(&result.metric));
        say!(self.lang, "review-name", id = id, metric = metric)
    }

    /// What a result is read as, in one sentence that names the thresholds.
    pub(super) fn sentence(self, row: usize) -> String {
        let (review, facts) = (&self.reviews[row], &self.results.rows[row].facts);
        let figure = |value: Option<Decimal>| value.map_or_else(|| "none".to_owned(), |value| value.to_string());
        let thresholds = self.thresholds;
        let sentence = say!(
            self.lang,
            "review-reading",
            reading = review.reading.name(),
            share = review.share.as_ref().map_or_else(String::new, |share| self.percent(share)),
            reached = thresholds.reached.to_string(),
            moving = thresholds.moving.to_string(),
            lacks = lacks(
                review,
                facts.quantity.map(|own| own < thresholds.quantity),
                facts.quality.map(|own| own < thresholds.quality)
            ),
            quantity = figure(facts.quantity),
            quality = figure(facts.quality),
            enough = thresholds.quantity.to_string(),
            good = thresholds.quality.to_string(),
            improvement = review.improvement.as_ref().map_or_else(|| "none".to_owned(), signed)
        );
        match facts.days.filter(|_| review.is_early && review.share.is_some()) {
            Some(days) => say!(self.lang, "review-early", sentence = sentence, days = days as usize),
            None => sentence,
        }
    }
}

/// Which figure of the execution falls short: `quantity`, `quality`, `both`; `none` where nothing does.
fn lacks(review: &Review, quantity: Option<bool>, quality: Option<bool>) -> &'static str {
    match (quantity, quality) {
        _ if review.execution != Execution::Thin => "none",
        (Some(true), Some(true)) => "both",
        (Some(true), _) => "quantity",
        _ => "quality",
    }
}

/// A number with its sign, as it is.
pub(super) fn signed(value: &Exact) -> String {
    let text = value.to_string();
    match text.strip_prefix('-') {
        Some(rest) => format!("−{rest}"),
        None if value.is_zero() => text,
        None => format!("+{text}"),
    }
}
