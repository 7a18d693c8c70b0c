//! Two rounds of a workshop: where opinions have come together since the last one, and where not.

use super::spread::{Spread, spread};
use crate::backlog::Panel;
use crate::decimal::Decimal;
use crate::model::Model;

/// One item and criterion that both rounds rated.
#[derive(Clone, Debug)]
pub struct Round {
    /// The item's place in the panel.
    pub item: usize,
    /// The criterion's place in the panel.
    pub criterion: usize,
    /// The ratings of the round before.
    pub before: Spread,
    /// The ratings of this one.
    pub now: Spread,
    /// What was agreed before.
    pub agreed_before: Option<Decimal>,
}

/// What the opinions have done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Course {
    /// The average deviation is smaller than before.
    Together,
    /// It is larger.
    Apart,
    /// It is the same.
    Same,
}

impl Round {
    /// What the opinions have done.
    pub fn course(&self) -> Course {
        match self.now.ad.cmp(&self.before.ad) {
            std::cmp::Ordering::Less => Course::Together,
            std::cmp::Ordering::Greater => Course::Apart,
            std::cmp::Ordering::Equal => Course::Same,
        }
    }
}

/// Compares a panel with the ratings of the round before, which `earlier` gives by the places of item and criterion,
/// with what was agreed. What only one of the rounds has rated is left out. The largest change of the average deviation
/// stands first.
pub fn rounds(
    panel: &Panel<'_>,
    model: &Model,
    earlier: impl Fn(usize, usize) -> Option<(Vec<Decimal>, Option<Decimal>)>,
) -> Vec<Round> {
    let mut rounds = Vec::new();
    for item in 0..panel.items.len() {
        for (criterion, &node) in panel.criteria.iter().enumerate() {
            let scale = model.rated_on(node);
            let now: Vec<Decimal> = panel.given(item, criterion).map(|(_, rating)| rating).collect();
            let Some((before, agreed_before)) = earlier(item, criterion) else { continue };
            if let (Some(before), Some(now)) = (spread(&before, scale), spread(&now, scale)) {
                rounds.push(Round { item, criterion, before, now, agreed_before });
            }
        }
    }
    let change = |round: &Round| (round.now.relative() - round.before.relative()).abs();
    rounds.sort_by(|a, b| change(b).total_cmp(&change(a)));
    rounds
}
