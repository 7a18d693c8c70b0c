//! Whether each rating is what the team agreed to give: what can be read, and shouldn't be there.

use super::about_cell;
use crate::backlog::Backlog;
use crate::finding::{Findings, Rule};
use crate::model::{Model, Scale};
use crate::prose;

/// A finding for each rating with decimals on a scale whose ends are whole. Ranges are meant to be between.
pub(super) fn decimal_rating(backlog: &Backlog<'_>, model: &Model, findings: &mut Findings) {
    for reading in &backlog.readings {
        let is_whole =
            matches!(model.rated_on(reading.node), Scale::Bounded(low, high) if low.is_whole() && high.is_whole());
        if !is_whole || reading.ratings.scale() == 0 {
            continue;
        }
        let node = &model.nodes[reading.node];
        for row in 0..backlog.len() {
            let rating = reading.ratings.get(row).filter(|rating| !rating.is_whole());
            if let Some(rating) = rating.filter(|_| reading.ratings.range(row).is_none()) {
                findings.push_with(Rule::DecimalRating, || {
                    about_cell(backlog, Rule::DecimalRating, row, reading.column)
                        .of_criterion(node.key.as_str())
                        .with("criterion", node)
                        .with("found", prose::name(&rating.to_string()))
                });
            }
        }
    }
}
