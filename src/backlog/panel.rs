//! The ratings of several raters over the same items, laid over one another: what a workshop talks about.
//!
//! A panel knows who gave which rating and why. What is made of it (a median, a decision) is asked for as a plain
//! backlog, so that scores and ranks come from where they always come from.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Backlog, Rating, Ratings, Reading};
use crate::decimal::Decimal;
use crate::model::NodeId;

/// Raters, items, and a rating or none for each rater, item and criterion.
#[derive(Clone, Debug, Default)]
pub struct Panel<'t> {
    /// What the raters are called, in the order of their sheets.
    pub raters: Vec<String>,
    /// The items, in the order in which the sheets name them first.
    pub items: Vec<PanelItem<'t>>,
    /// What anybody rates, in the order of the model.
    pub criteria: Vec<NodeId>,
    /// The columns' names, as the first sheet that has them gives them.
    pub headings: Headings,
    ratings: Vec<Option<Rating>>,
    reasons: HashMap<usize, String>,
}

/// One item, with what the sheets say of it beside ratings.
#[derive(Clone, Debug, Default)]
pub struct PanelItem<'t> {
    /// The id, without the space around it.
    pub id: Cow<'t, str>,
    /// The title.
    pub title: Cow<'t, str>,
    /// The cells of the columns that are carried along, in the order of [`Headings::context`].
    pub context: Vec<Cow<'t, str>>,
}

/// The names of the columns of a panel.
#[derive(Clone, Debug, Default)]
pub struct Headings {
    /// The id's.
    pub id: String,
    /// The title's; none where no sheet has titles.
    pub title: Option<String>,
    /// Those of the columns that are carried along.
    pub context: Vec<String>,
    /// Those of the criteria.
    pub criteria: Vec<String>,
    /// Those of the reasons beside the criteria; none where no sheet has a column for them.
    pub reasons: Vec<Option<String>>,
}

impl<'t> Panel<'t> {
    /// A panel in which nobody has rated anything yet.
    pub fn new(raters: Vec<String>, items: Vec<PanelItem<'t>>, criteria: Vec<NodeId>, headings: Headings) -> Self {
        let ratings = vec![None; raters.len() * items.len() * criteria.len()];
        Self { raters, items, criteria, headings, ratings, reasons: HashMap::new() }
    }

    /// What each rater says of an item on a criterion, both by their places in the panel.
    pub fn ratings(&self, item: usize, criterion: usize) -> &[Option<Rating>] {
        let start = self.start(item, criterion);
        &self.ratings[start..start + self.raters.len()]
    }

    /// The ratings that were given, as they count, with their raters.
    pub fn given(&self, item: usize, criterion: usize) -> impl Iterator<Item = (usize, Decimal)> {
        let ratings = self.ratings(item, criterion).iter().enumerate();
        ratings.filter_map(|(rater, rating)| Some((rater, (*rating)?.counted()?)))
    }

    /// The reason that a rater gives.
    pub fn reason(&self, item: usize, criterion: usize, rater: usize) -> Option<&str> {
        self.reasons.get(&(self.start(item, criterion) + rater)).map(String::as_str)
    }

    /// Whether anybody gives a reason for a rating on a criterion.
    pub fn has_reasons(&self, criterion: usize) -> bool {
        let width = self.raters.len() * self.criteria.len();
        self.reasons.keys().any(|place| place % width / self.raters.len() == criterion)
    }

    /// Notes what a rater says of an item on a criterion.
    pub fn set(&mut self, item: usize, criterion: usize, rater: usize, rating: Option<Rating>, reason: &str) {
        let place = self.start(item, criterion) + rater;
        self.ratings[place] = rating;
        match reason.trim() {
            "" => self.reasons.remove(&place),
            reason => self.reasons.insert(place, reason.to_owned()),
        };
    }

    /// The place of an item by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }

    /// A backlog in which every item has the rating that is made of the panel's, row by row in the panel's order.
    pub fn backlog(&self, rating: impl Fn(usize, usize) -> Option<Rating>) -> Backlog<'static> {
        let reading = |(place, &node): (usize, &NodeId)| {
            let mut ratings = Ratings::default();
            for item in 0..self.items.len() {
                ratings.push(rating(item, place));
            }
            Reading { node, column: 0, ratings }
        };
        Backlog::bare(self.items.len(), self.criteria.iter().enumerate().map(reading).collect())
    }

    /// The same panel with the raters in another order and under other names; `order` has the place that each of them
    /// has now.
    pub fn reseated(&self, order: &[usize], names: Vec<String>) -> Self {
        let mut panel = Self::new(names, self.items.clone(), self.criteria.clone(), self.headings.clone());
        for item in 0..self.items.len() {
            for criterion in 0..self.criteria.len() {
                for (rater, &before) in order.iter().enumerate() {
                    let reason = self.reason(item, criterion, before).unwrap_or_default();
                    panel.set(item, criterion, rater, self.ratings(item, criterion)[before], reason);
                }
            }
        }
        panel
    }

    fn start(&self, item: usize, criterion: usize) -> usize {
        (item * self.criteria.len() + criterion) * self.raters.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel() -> Panel<'static> {
        let item = |id: &'static str| PanelItem { id: id.into(), ..PanelItem::default() };
        let raters = vec!["sales".to_owned(), "development".to_owned()];
        let mut panel = Panel::new(raters, vec![item("A"), item("B")], vec![1, 4], Headings::default());
        panel.set(1, 0, 1, Some(Rating::Range(Decimal::from(6), Decimal::from(9))), " a lost deal ");
        panel.set(1, 0, 0, Some(Rating::Exact(Decimal::from(3))), "");
        panel
    }

    #[test]
    fn a_panel_keeps_who_said_what_and_why() {
        let panel = panel();
        let given: Vec<_> = panel.given(1, 0).map(|(rater, rating)| (rater, rating.to_string())).collect();
        assert_eq!(given, [(0, "3".to_owned()), (1, "7.5".to_owned())]);
        assert_eq!((panel.reason(1, 0, 1), panel.reason(1, 0, 0)), (Some("a lost deal"), None));
        assert!(panel.has_reasons(0) && !panel.has_reasons(1));
        assert_eq!(panel.ratings(0, 1), [None, None]);
    }

    #[test]
    fn other_seats_change_nothing_but_the_order() {
        let other = panel().reseated(&[1, 0], vec!["A".to_owned(), "B".to_owned()]);
        assert_eq!(other.reason(1, 0, 0), Some("a lost deal"));
        assert_eq!(other.given(1, 0).map(|(_, rating)| rating.to_string()).collect::<Vec<_>>(), ["7.5", "3"]);
    }

    #[test]
    fn what_is_made_of_a_panel_is_a_backlog() {
        let panel = panel();
        let backlog = panel.backlog(|item, criterion| panel.ratings(item, criterion)[1]);
        assert_eq!(backlog.len(), 2);
        let rating = backlog.reading(1).and_then(|reading| reading.ratings.rating(1));
        assert_eq!(rating.map(|rating| rating.to_string()), Some("6-9".to_owned()));
    }
}
