//! What came of the items since, for the page: each one's score beside the share of its plan, where they stand in a drawing,
//! and what that says of the ranking.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Serialize;

use super::WebReport;
use crate::analysis::{Seen, Thresholds, hindsight};
use crate::report::places;
use crate::report::review::verdict;
use crate::say;
use crate::scoring::Exact;

/// The shares of the plan that were reached, by id.
#[derive(Clone, Copy, Debug)]
pub struct WebResults<'a> {
    /// Each item's id and its share; 1 is all of the plan.
    pub shares: &'a [(String, Exact)],
    /// From where on the plan counts as reached.
    pub thresholds: &'a Thresholds,
}

/// The part of the page's value.
#[derive(Serialize)]
pub(super) struct ResultsView<'a> {
    sentences: Vec<String>,
    columns: [String; 3],
    axis_x: String,
    axis_y: String,
    /// Where values are written, from 0 to 1, and which.
    marks_x: Vec<(f64, String)>,
    marks_y: Vec<(f64, String)>,
    /// Where the plan is reached, from 0 to 1.
    line: f64,
    points: Vec<PointView<'a>>,
}

#[derive(Serialize)]
struct PointView<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    score: String,
    share: String,
    reached: bool,
    x: f64,
    y: f64,
}

/// Room at the rim, so that nobody sits on the frame.
const RIM: f64 = 0.05;
/// About so many values are written along an axis.
const MARKS: f64 = 5.0;

impl<'a> ResultsView<'a> {
    /// The results of the ranked items; `None` where there are none.
    pub(super) fn new(report: WebReport<'a>, results: WebResults<'a>) -> Option<Self> {
        let (stability, lang) = (report.stability, report.stability.lang);
        let (scorer, ranking) = (stability.scorer, stability.ranking);
        let of: HashMap<String, usize> = ranking
            .standings
            .iter()
            .enumerate()
            .map(|(place, standing)| (scorer.backlog.id(standing.row as usize).into_owned(), place))
            .collect();
        let known = |(id, share): &'a (String, Exact)| Some((*of.get(id)?, share));
        let pairs: Vec<(usize, &Exact)> = results.shares.iter().filter_map(known).collect();
        if pairs.is_empty() {
            return None;
        }
        let seen = |(place, share): &(usize, &Exact)| Seen {
            score: ranking.standings[*place].score.clone(),
            share: (*share).clone(),
            ratings: Vec::new(),
        };
        let seen: Vec<Seen> = pairs.iter().map(seen).collect();
        let hindsight = hindsight(scorer.model, stability.weights, &[], &seen, stability.drawing.seed);
        let mut sentences = vec![verdict(&hindsight, lang)];
        let left = results.shares.len() - pairs.len();
        if left > 0 {
            sentences.push(say!(lang, "web-results-left", count = left));
        }
        sentences.push(lang.text("web-results-note"));
        let xs = Axis::new(seen.iter().map(|item| item.score.to_f64()), None);
        let reached = Exact::from(results.thresholds.reached);
        let full = reached.to_f64() / 100.0;
        let ys = Axis::new(seen.iter().map(|item| item.share.to_f64()), Some(full));
        let digits = places::needed(&ranking.standings);
        let percent = |share: &Exact| say!(lang, "review-percent", percent = share.percent().shortened(1));
        let point = |(pair, item): (&(usize, &Exact), &Seen)| {
            let row = ranking.standings[pair.0].row as usize;
            PointView {
                id: scorer.backlog.id(row),
                title: scorer.backlog.title(row),
                score: item.score.shortened(digits),
                share: percent(&item.share),
                reached: item.share.percent() >= reached,
                x: xs.at(item.score.to_f64()),
                y: ys.at(item.share.to_f64()),
            }
        };
        let text = |name: &str| lang.text(name);
        Some(Self {
            sentences,
            columns: [text("column-title"), text("column-score"), text("review-column-share")],
            axis_x: text("web-results-x"),
            axis_y: text("web-results-y"),
            marks_x: xs.marks().into_iter().map(|mark| (xs.at(mark), tidy(mark))).collect(),
            marks_y: ys
                .marks()
                .into_iter()
                .map(|mark| (ys.at(mark), say!(lang, "review-percent", percent = tidy(mark * 100.0))))
                .collect(),
            line: ys.at(full).clamp(0.0, 1.0),
            points: pairs.iter().zip(&seen).map(point).collect(),
        })
    }
}

/// The values along an axis.
struct Axis {
    low: f64,
    high: f64,
}

impl Axis {
    /// From the lowest to the highest value; with `full` from nought at least up to it.
    fn new(values: impl Iterator<Item = f64>, full: Option<f64>) -> Self {
        let ends = full.map(|full| (0.0, full));
        let (low, high) = values.fold(ends.unwrap_or((f64::INFINITY, f64::NEG_INFINITY)), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        if high > low { Self { low, high } } else { Self { low: low - 1.0, high: low + 1.0 } }
    }

    /// Where a value stands, from 0 to 1.
    fn at(&self, value: f64) -> f64 {
        let part = (value - self.low) / (self.high - self.low);
        if part.is_finite() { RIM + (1.0 - 2.0 * RIM) * part } else { RIM }
    }

    /// Round values in steps of 1, 2 or 5 times a power of ten.
    fn marks(&self) -> Vec<f64> {
        let rough = (self.high - self.low) / MARKS;
        let power = 10f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough);
        let step = step.filter(|step| step.is_finite() && *step > 0.0).unwrap_or(1.0);
        let first = (self.low / step).ceil();
        let marks = (0..=2 * MARKS as u32).map(|number| (first + f64::from(number)) * step);
        marks.filter(|mark| mark.is_finite() && *mark <= self.high + step * 1e-9).collect()
    }
}

/// A mark without what adding steps leaves behind.
fn tidy(mark: f64) -> String {
    let rounded: f64 = format!("{mark:.9e}").parse().unwrap_or(mark);
    let text = (if rounded == 0.0 { 0.0 } else { rounded }).to_string();
    text.replacen('-', "−", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_within_the_axis() {
        let axis = Axis::new([0.033, 1.222].into_iter(), Some(1.0));
        let marks: Vec<String> = axis.marks().into_iter().map(tidy).collect();
        assert_eq!(marks, ["0", "0.5", "1"]);
        assert!((axis.at(1.222) - 0.95).abs() < 1e-12 && axis.at(0.0) == RIM);
        let axis = Axis::new([4.0, 4.0].into_iter(), None);
        assert_eq!(axis.marks().into_iter().map(tidy).collect::<Vec<_>>(), ["3", "3.5", "4", "4.5", "5"]);
    }

    #[test]
    fn numbers_of_any_size_have_a_place() {
        for ends in [[1e-300, 1e300], [-1e15, 1e15], [0.0, 1e-12]] {
            let axis = Axis::new(ends.into_iter(), None);
            assert!(axis.marks().len() <= 11 && ends.iter().all(|end| (0.0..=1.0).contains(&axis.at(*end))));
        }
    }
}
