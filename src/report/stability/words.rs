//! Stability in words: what the first place and the cutoff hang on, one sentence each.

use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::{StabilityReport, percent};
use crate::analysis::{End, Interval, Reach};
use crate::model::NodeId;
use crate::prose;
use crate::say;

/// A share that has to move by less than so many points for another answer makes the answer unsafe.
const SAFE_POINTS: f64 = 5.0;

/// The nearest change of the answer: which share, from where to where, and whom it makes swap.
struct Nearest<'a> {
    criterion: NodeId,
    share: &'a BigRational,
    end: &'a End,
}

impl<'a> StabilityReport<'a> {
    /// The first place and the cutoff, a sentence each.
    pub(in crate::report) fn words(self) -> Vec<String> {
        if self.ranking.standings.is_empty() {
            return vec![self.lang.text("stability-nothing")];
        }
        let tied = self.ranking.is_tied(0);
        let first = self.sentence("stability-first", self.nearest(|interval| Some(&interval.leader)), tied);
        let within = self.ranking.within(self.drawing.top);
        let mut words = vec![first];
        if within < self.ranking.standings.len() {
            let splits = within > self.drawing.top;
            words.push(self.sentence("stability-cutoff", self.nearest(|interval| interval.top.as_ref()), splits));
        }
        words
    }

    fn nearest(self, reach: impl Fn(&'a Interval) -> Option<&'a Reach>) -> Option<Nearest<'a>> {
        let ends = self.intervals.iter().flat_map(|interval| {
            let ends = reach(interval).into_iter().flat_map(|reach| [&reach.low, &reach.high]);
            ends.map(|end| Nearest { criterion: interval.criterion, share: &interval.share, end })
        });
        ends.filter(|nearest| nearest.end.pair.is_some())
            .min_by_key(|nearest| (&nearest.end.share - nearest.share).abs())
    }

    fn sentence(self, message: &str, nearest: Option<Nearest<'a>>, tied: bool) -> String {
        let tied = if tied { "yes" } else { "no" };
        let top = self.drawing.top.to_string();
        let Some(Nearest { criterion, share, end }) = nearest else {
            return say!(self.lang, message, kind = "fixed", tied = tied, top = top);
        };
        let change = (&end.share - share).abs().to_f64().unwrap_or_default() * 100.0;
        let (item, rival) = end.pair.map(|(item, rival)| (self.id_at(item), self.id_at(rival))).unwrap_or_default();
        let (from, to) = apart(percent(share), percent(&end.share));
        say!(
            self.lang,
            message,
            kind = if change >= SAFE_POINTS { "safe" } else { "unsafe" },
            tied = tied,
            top = top,
            criterion = prose::visible(self.scorer.model.nodes[criterion].label(self.lang)),
            way = if end.share >= *share { "up" } else { "down" },
            from = from,
            to = to,
            item = prose::visible(&item),
            rival = prose::visible(&rival)
        )
    }
}

/// Two percentages with as many places as it takes to tell them apart.
pub(super) fn apart(from: f64, to: f64) -> (String, String) {
    let shown = |value: f64, places: usize| {
        let text = format!("{value:.places$}");
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
    };
    let places = (0..9).find(|&places| shown(from, places) != shown(to, places)).unwrap_or(9).max(1);
    (shown(from, places), shown(to, places))
}
