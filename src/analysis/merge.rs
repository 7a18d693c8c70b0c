//! One rating out of several: what was decided, what the leading team says, or the middle of all; and why.

use super::agenda::medians;
use crate::backlog::{Panel, Rating};
use crate::decimal::Decimal;

/// How a rating is taken where nothing was decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum By {
    /// From the team that leads the criterion; where it left a blank, the median of all.
    #[default]
    Lead,
    /// The median of all.
    Median,
    /// The mean of all, rounded to six places.
    Mean,
}

impl By {
    /// The name, as `--by` takes it.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Why a rating was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Why {
    /// It was decided.
    Decision,
    /// The rater who leads the criterion gave it.
    Lead,
    /// The lead left a blank: the median of the others.
    LeadBlank,
    /// Nobody leads the criterion, or whoever does has no sheet: the median of all.
    NoLead,
    /// The median was asked for.
    Median,
    /// The mean was asked for.
    Mean,
    /// Nobody gave one.
    Nobody,
}

impl Why {
    /// The name in a record, such as `lead-blank`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A rating that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The rating; none where nobody gave one.
    pub rating: Option<Rating>,
    /// Why.
    pub why: Why,
    /// Whose it is, where it is one rater's.
    pub rater: Option<usize>,
    /// What was said when it was decided.
    pub note: Option<String>,
}

/// What was taken for each item and criterion of a panel.
#[derive(Clone, Debug)]
pub struct Merged {
    cells: Vec<Taken>,
    criteria: usize,
}

impl Merged {
    /// What was taken for an item on a criterion.
    pub fn cell(&self, item: usize, criterion: usize) -> &Taken {
        &self.cells[item * self.criteria + criterion]
    }

    /// Everything that was taken, with the places of item and criterion.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize, &Taken)> {
        self.cells.iter().enumerate().map(|(place, taken)| (place / self.criteria, place % self.criteria, taken))
    }

    /// How many ratings were taken for a reason.
    pub fn count(&self, why: Why) -> usize {
        self.cells.iter().filter(|taken| taken.why == why).count()
    }
}

/// Takes one rating for each item and criterion. `leads` has for each criterion the rater who leads it; `decided` what was
/// decided, which wins over all: a rating or none, and a note.
pub fn merge(
    panel: &Panel<'_>,
    by: By,
    leads: &[Option<usize>],
    decided: impl Fn(usize, usize) -> Option<(Option<Rating>, String)>,
) -> Merged {
    let cells = (0..panel.items.len()).flat_map(|item| (0..panel.criteria.len()).map(move |at| (item, at)));
    let take = |(item, criterion): (usize, usize)| {
        let (decision, note) = decided(item, criterion).unzip();
        let note = note.filter(|note: &String| !note.trim().is_empty());
        if let Some(rating) = decision.flatten() {
            return Taken { rating: Some(rating), why: Why::Decision, rater: None, note };
        }
        let taken = |rating: Option<Rating>, why: Why, rater: Option<usize>| {
            let why = if rating.is_some() { why } else { Why::Nobody };
            Taken { rating, why, rater: rater.filter(|_| rating.is_some()), note }
        };
        let middle = || medians(panel, item, criterion);
        match (by, leads[criterion]) {
            (By::Median, _) => taken(middle(), Why::Median, None),
            (By::Mean, _) => taken(mean(panel, item, criterion), Why::Mean, None),
            (By::Lead, None) => taken(middle(), Why::NoLead, None),
            (By::Lead, Some(lead)) => match panel.ratings(item, criterion)[lead] {
                Some(rating) => taken(Some(rating), Why::Lead, Some(lead)),
                None => taken(middle(), Why::LeadBlank, None),
            },
        }
    };
    Merged { cells: cells.map(take).collect(), criteria: panel.criteria.len() }
}

/// The mean of the ratings, rounded to six places, halves away from nought.
fn mean(panel: &Panel<'_>, item: usize, criterion: usize) -> Option<Rating> {
    const PLACES: u32 = 6;
    use num_bigint::BigInt;
    use num_traits::ToPrimitive;
    let given: Vec<Decimal> = panel.given(item, criterion).map(|(_, rating)| rating).collect();
    let scale = given.iter().map(|rating| rating.scale()).max()?.max(PLACES);
    let at_scale = |rating: &Decimal| BigInt::from(rating.mantissa()) * BigInt::from(10).pow(scale - rating.scale());
    let sum: BigInt = given.iter().map(at_scale).sum();
    let below = BigInt::from(given.len()) * BigInt::from(10).pow(scale - PLACES);
    let rounded = num_rational::BigRational::new(sum, below).round().to_integer();
    Some(Rating::Exact(Decimal::new(rounded.to_i128()?, PLACES)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backlog::{Headings, PanelItem};

    /// One item on two criteria, rated by three; the second rater says nothing of the second criterion.
    fn panel() -> Panel<'static> {
        let raters = ["a", "b", "c"].map(str::to_owned).to_vec();
        let mut panel = Panel::new(raters, vec![PanelItem::default()], vec![1, 2], Headings::default());
        let ratings = [[Some(3), Some(9), Some(4)], [Some(2), None, Some(7)]];
        for (criterion, row) in ratings.iter().enumerate() {
            for (rater, rating) in row.iter().enumerate() {
                panel.set(0, criterion, rater, rating.map(|value| Rating::Exact(Decimal::from(value))), "");
            }
        }
        panel
    }

    fn taken(by: By, leads: [Option<usize>; 2], decided: Option<&str>) -> Vec<(String, Why)> {
        let decision = decided.and_then(|text| Decimal::parse(text, b'.').ok()).map(Rating::Exact);
        let merged = merge(&panel(), by, &leads, |_, criterion| {
            decision.filter(|_| criterion == 0).map(|rating| (Some(rating), "agreed".to_owned()))
        });
        let shown = |taken: &Taken| taken.rating.map_or_else(String::new, |rating| rating.to_string());
        merged.iter().map(|(_, _, taken)| (shown(taken), taken.why)).collect()
    }

    #[test]
    fn the_lead_gives_the_rating_and_the_median_stands_in_for_a_blank() {
        let leads = [Some(1), Some(1)];
        assert_eq!(taken(By::Lead, leads, None), [("9".to_owned(), Why::Lead), ("4.5".to_owned(), Why::LeadBlank)]);
        assert_eq!(taken(By::Lead, [None, None], None)[0], ("4".to_owned(), Why::NoLead));
    }

    #[test]
    fn a_decision_wins_over_all() {
        for by in [By::Lead, By::Median, By::Mean] {
            assert_eq!(taken(by, [Some(0), Some(0)], Some("6"))[0], ("6".to_owned(), Why::Decision));
        }
    }

    #[test]
    fn a_mean_is_rounded_to_six_places() {
        assert_eq!(taken(By::Mean, [None, None], None)[0], ("5.333333".to_owned(), Why::Mean));
        assert_eq!(taken(By::Mean, [None, None], None)[1], ("4.5".to_owned(), Why::Mean));
    }
}
