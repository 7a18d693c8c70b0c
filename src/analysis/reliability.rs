//! Krippendorff's alpha: whether raters mean the same by a criterion, whoever rated what.

use std::collections::BTreeMap;

use super::spread::double;
use crate::decimal::Decimal;

/// What makes two ratings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Whether they are the same.
    Nominal,
    /// How many ratings lie between them.
    Ordinal,
    /// Their distance.
    Interval,
}

/// Krippendorff's alpha over units, one list of ratings for each item: 1 − (observed ÷ expected disagreement), where a
/// unit of m ratings counts each of its pairs 1 ÷ (m − 1) times (Krippendorff 2019, chapter 12). Units with fewer than
/// two ratings say nothing and are dropped, so ratings may be missing.
///
/// 1 is full agreement, 0 what chance would give, below 0 is worse than chance. `None` for fewer than two units with a
/// pair, and where all ratings are the same: nothing can be told from chance there.
pub fn alpha(units: &[Vec<Decimal>], metric: Metric) -> Option<f64> {
    let pairable: Vec<&[Decimal]> = units.iter().map(Vec::as_slice).filter(|unit| unit.len() > 1).collect();
    let mut counts: BTreeMap<Decimal, usize> = BTreeMap::new();
    pairable.iter().copied().flatten().for_each(|&rating| *counts.entry(rating).or_default() += 1);
    let all: usize = counts.values().sum();
    if counts.len() < 2 || pairable.len() < 2 {
        return None;
    }
    let places = places(&counts, metric);
    let observed: f64 =
        pairable.iter().map(|unit| disagreement(unit, &places, metric) / (unit.len() as f64 - 1.0)).sum();
    let every: Vec<Decimal> = pairable.iter().copied().flatten().copied().collect();
    let expected = disagreement(&every, &places, metric) / (all as f64 - 1.0);
    Some(1.0 - observed / expected)
}

/// Where each rating lies on a line on which distances are what the metric means; about its middle, so that squares
/// stay small.
fn places(counts: &BTreeMap<Decimal, usize>, metric: Metric) -> BTreeMap<Decimal, f64> {
    let all: usize = counts.values().sum();
    match metric {
        Metric::Interval | Metric::Nominal => {
            let sum: f64 = counts.iter().map(|(&rating, &count)| double(rating) * count as f64).sum();
            let mean = sum / all as f64;
            counts.keys().map(|&rating| (rating, double(rating) - mean)).collect()
        }
        Metric::Ordinal => {
            let mut below = -(all as f64) / 2.0;
            let place = |(&rating, &count): (&Decimal, &usize)| {
                let place = below + count as f64 / 2.0;
                below += count as f64;
                (rating, place)
            };
            counts.iter().map(place).collect()
        }
    }
}

/// The sum of the squared distances of all pairs: n·Σx² − (Σx)²; under the nominal metric the number of unlike pairs.
fn disagreement(ratings: &[Decimal], places: &BTreeMap<Decimal, f64>, metric: Metric) -> f64 {
    let n = ratings.len() as f64;
    if metric == Metric::Nominal {
        let mut counts: BTreeMap<Decimal, usize> = BTreeMap::new();
        ratings.iter().for_each(|&rating| *counts.entry(rating).or_default() += 1);
        return n * n - counts.values().map(|&count| (count as f64).powi(2)).sum::<f64>();
    }
    let values = || ratings.iter().map(|rating| places[rating]);
    let (sum, squares) = (values().sum::<f64>(), values().map(|value| value * value).sum::<f64>());
    n * squares - sum * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(units: &[&[i64]]) -> Vec<Vec<Decimal>> {
        units.iter().map(|unit| unit.iter().map(|&rating| Decimal::from(rating)).collect()).collect()
    }

    #[test]
    fn raters_who_always_agree_have_an_alpha_of_one() {
        for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
            assert_eq!(alpha(&units(&[&[3, 3], &[7, 7, 7], &[9]]), metric), Some(1.0));
        }
    }

    #[test]
    fn raters_who_always_differ_are_worse_than_chance() {
        assert!(alpha(&units(&[&[1, 10], &[10, 1]]), Metric::Interval).is_some_and(|alpha| alpha < 0.0));
    }

    #[test]
    fn without_a_pair_or_a_difference_there_is_no_alpha() {
        assert_eq!(alpha(&units(&[&[3], &[7], &[]]), Metric::Interval), None);
        assert_eq!(alpha(&units(&[&[7, 7], &[7, 7]]), Metric::Ordinal), None);
        assert_eq!(alpha(&units(&[&[1, 9], &[4]]), Metric::Interval), None);
        assert_eq!(alpha(&[], Metric::Nominal), None);
    }
}
