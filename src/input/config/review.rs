//! `[review]`: from where on a fact counts when results are read.

use super::document::Section;
use super::policy::bad_setting;
use crate::analysis::Thresholds;
use crate::decimal::Decimal;
use crate::finding::{Findings, Rule};
use crate::model::Scale;

/// Reads the section; what it doesn't say is as usual.
pub(super) fn read(section: &Section<'_>, findings: &mut Findings) -> Thresholds {
    section.allow(&["reached", "moving", "quantity", "quality"], findings);
    let usual = Thresholds::default();
    let mut number = |key: &'static str, usual: Decimal, expected: &'static str, holds: fn(Decimal) -> bool| {
        let Some(found) = section.decimal(key, Rule::BadSetting, findings) else { return usual };
        if !holds(found.value) {
            findings.push(bad_setting(found.at, key, &found.value.to_string(), expected));
        }
        found.value
    };
    let thresholds = Thresholds {
        reached: number("reached", usual.reached, "percent", |value| value > Decimal::ZERO),
        moving: number("moving", usual.moving, "percent", |value| value > Decimal::ZERO),
        quantity: number("quantity", usual.quantity, "percent", |value| value > Decimal::ZERO),
        quality: number("quality", usual.quality, "rating", |value| Scale::USUAL.holds(value)),
    };
    if let Some(moving) = section.value("moving").filter(|_| thresholds.moving > thresholds.reached) {
        findings.push(bad_setting(moving.1, "moving", &thresholds.moving.to_string(), "moving"));
    }
    thresholds
}
