//! What somebody carries in a period: before anything is planned, what is planned for them, and the shares of their
//! capacity.

use num_rational::BigRational;
use num_traits::Zero;

use super::PlanReport;
use crate::analysis::Period;
use crate::decimal::Decimal;
use crate::scoring::Exact;

/// Somebody's part of a period.
pub(super) struct Part<'a> {
    pub(super) name: &'a str,
    pub(super) capacity: Decimal,
    pub(super) load: Decimal,
    /// The effort of what is planned for them.
    pub(super) planned: Exact,
    /// Of their capacity; none where they have none.
    pub(super) share_before: Option<Exact>,
    pub(super) share_after: Option<Exact>,
}

impl<'a> PlanReport<'a> {
    /// Everybody's part of a period, in the order of the people's file.
    pub(super) fn parts(self, period: &Period) -> Vec<Part<'a>> {
        let Some(people) = self.people else { return Vec::new() };
        let ratio = |decimal: Decimal| Exact::from(decimal).to_ratio();
        let part = |(number, name): (usize, &'a str)| {
            let person = people.persons[number];
            let capacity = ratio(person.capacity);
            let after = period.share(number);
            let planned = after.map(|share| share * &capacity - ratio(person.load));
            Part {
                name,
                capacity: person.capacity,
                load: person.load,
                planned: Exact::from(planned.unwrap_or_else(BigRational::zero)),
                share_before: (!capacity.is_zero()).then(|| Exact::from(ratio(person.load) / &capacity)),
                share_after: after.cloned().map(Exact::from),
            }
        };
        people.names().enumerate().map(part).collect()
    }
}
