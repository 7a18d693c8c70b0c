//! Four fields by two criteria: does an action work, and can it start at once?
//!
//! Values are compared with the thresholds exactly, as they are rated or computed: nothing is rounded first. Where the
//! fields come from: triage of the actions of a customer-journey workshop (施策の仕分け).

use num_rational::BigRational;
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

use crate::decimal::Decimal;
use crate::model::{Combine, Model, NodeId, Scale};
use crate::scoring::{Exact, Ranking, Reason, Scorer};

/// What is to be done with an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    /// It works and can start at once: name an owner and start.
    StartNow,
    /// It works and is hard to start: name an owner, who works out how.
    WorkOut,
    /// It works less and can start at once: if someone has time.
    IfTime,
    /// It works less and is hard to start: put it off.
    PutOff,
}

impl Field {
    /// The name in files and output, such as `start_now`.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// Every field, in the order in which they are worked on.
    pub fn all() -> impl Iterator<Item = Field> {
        Field::iter()
    }

    /// The field for what is worth it and what is easy.
    pub fn of(is_worth: bool, is_easy: bool) -> Self {
        match (is_worth, is_easy) {
            (true, true) => Field::StartNow,
            (true, false) => Field::WorkOut,
            (false, true) => Field::IfTime,
            (false, false) => Field::PutOff,
        }
    }
}

/// One of the two criteria, and where its good half begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The criterion or factor; the root for the score.
    pub node: NodeId,
    /// The threshold: values from here on are in the good half; of a cost, values up to here.
    pub at: Decimal,
    /// An item is near the threshold where a change of its value by this much would move it across; in the value's own
    /// unit. [`Axis::usual_near`] where nobody says.
    pub near: Decimal,
}

/// The two criteria that make the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axes {
    /// What makes an action worth it.
    pub value: Axis,
    /// What makes it easy to start.
    pub ease: Axis,
}

impl Axis {
    /// How near is near where nobody says: 1, a rating's step, for what is rated or a mean of ratings; a tenth of the
    /// threshold for products, sums and quantities.
    pub fn usual_near(model: &Model, node: NodeId, at: Decimal) -> Decimal {
        let combine = model.nodes[node].combine();
        let is_mean = combine.is_none_or(|combine| matches!(combine, Combine::Mean | Combine::GeometricMean));
        if is_mean && model.rated_on(node) != Scale::Quantity {
            Decimal::ONE
        } else {
            Decimal::new(at.mantissa().abs(), at.scale() + 1)
        }
    }

    /// Whether a value lies in the good half.
    pub fn is_good(&self, model: &Model, value: &Exact) -> bool {
        let at = Exact::from(self.at);
        if model.raises_score(self.node) { *value >= at } else { *value <= at }
    }

    /// Whether a change by [`Axis::near`] would move a value across the threshold.
    pub fn is_near(&self, model: &Model, value: &Exact) -> bool {
        let near = Exact::from(self.near).to_ratio();
        let moved = |by: BigRational| self.is_good(model, &Exact::from(value.to_ratio() + by));
        let is_good = self.is_good(model, value);
        moved(near.clone()) != is_good || moved(-near) != is_good
    }
}

/// A criterion with what computes it: a plan of it alone, so that blanks elsewhere make no difference.
#[derive(Clone, Copy, Debug)]
pub struct Measured<'a> {
    /// The criterion and its threshold.
    pub axis: &'a Axis,
    /// What gives an item's value on it.
    pub scorer: Scorer<'a>,
}

impl Measured<'_> {
    /// Whether an item stands near the threshold, or its rating is a range that reaches over it.
    fn is_near(self, row: usize, value: &Exact) -> bool {
        let Self { axis, scorer } = self;
        let range = scorer.backlog.reading(axis.node).and_then(|reading| reading.ratings.range(row));
        let good = |end: Decimal| axis.is_good(scorer.model, &Exact::from(end));
        axis.is_near(scorer.model, value) || range.is_some_and(|(low, high)| good(low) != good(high))
    }
}

/// An item in its field.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The item's row.
    pub row: usize,
    /// The field.
    pub field: Field,
    /// Its value on the one criterion and on the other.
    pub values: [Exact; 2],
    /// Whether that is near the threshold.
    pub near: [bool; 2],
}

/// An item in no field.
#[derive(Clone, Debug)]
pub struct Unplaced {
    /// The item's row.
    pub row: usize,
    /// Why not, for each criterion that has no value; both say the same of a part that they share.
    pub reasons: Vec<Reason>,
}

/// The answer: which item is in which field.
#[derive(Clone, Debug, Default)]
pub struct Triage {
    /// Field by field, in each the highest score first; items of one score keep the order of the file.
    pub placed: Vec<Placed>,
    /// In the order of the file.
    pub unplaced: Vec<Unplaced>,
}

impl Triage {
    /// The items of a field.
    pub fn in_field(&self, field: Field) -> impl Iterator<Item = &Placed> {
        self.placed.iter().filter(move |item| item.field == field)
    }
}

/// Places every item of a ranking, with a rank or without, that has both values. The ranking orders the items of a field.
pub fn triage(ranking: &Ranking, measured: [Measured<'_>; 2]) -> Triage {
    let mut triage = Triage::default();
    for row in ranking.rows() {
        match measured.map(|one| one.scorer.value_of(row, one.axis.node)) {
            [Ok(value), Ok(ease)] => {
                let values = [value, ease];
                let [is_worth, is_easy] =
                    [0, 1].map(|n: usize| measured[n].axis.is_good(measured[n].scorer.model, &values[n]));
                let near = [0, 1].map(|n: usize| measured[n].is_near(row, &values[n]));
                triage.placed.push(Placed { row, field: Field::of(is_worth, is_easy), values, near });
            }
            outcomes => {
                let reasons = outcomes.into_iter().filter_map(Result::err).collect();
                triage.unplaced.push(Unplaced { row, reasons });
            }
        }
    }
    let places = ranking.places(measured[0].scorer.backlog.len());
    let rank = |row: usize| places[row].map_or(u32::MAX, |place| ranking.standings[place].rank);
    triage.placed.sort_by_key(|item| (item.field, rank(item.row), item.row));
    triage
}
