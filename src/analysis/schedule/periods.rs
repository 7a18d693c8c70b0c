//! Period after period: what must be done first, then the best of what is left; beside it the plain walk.

use super::conflict::Conflict;
use super::{Fate, Period, Plannable, Schedule, Wanted, effort_of, value_of};
use crate::analysis::assignment::{Assignment, Task, assign};
use crate::analysis::selection::{Offer, Selection, ratio, select, walk, with_all_before};
use crate::scoring::Exact;

/// Plans the entries whose fate it is to have no room so far.
pub(super) fn plan(entries: &[Plannable], fates: Vec<Fate>, wanted: Wanted<'_>) -> Result<Schedule, Conflict> {
    let can_be = |entry: usize| fates[entry] == Fate::NoRoom;
    let open: Vec<usize> = (0..entries.len()).filter(|&entry| can_be(entry)).collect();
    let musts = musts(entries, &open);
    let choose = |filling: Filling| {
        let choice = |round: Round<'_>| round.best(wanted, filling);
        divide(entries, &open, &musts, wanted.periods, choice)
    };
    let (mut chosen, left) = choose(Filling::Value);
    if !left.is_empty() {
        // The most valuable first has left no room for the others: perhaps they fit when periods are filled to the brim.
        let (fuller, still_left) = choose(Filling::Effort);
        if !still_left.is_empty() {
            return Err(Conflict::MustUndivided { entries: still_left });
        }
        chosen = fuller;
    }
    let (walked, _) = divide(entries, &open, &musts, wanted.periods, |round| round.walked(wanted));
    let mut fates = fates;
    let mut waiting = musts;
    let mut periods = Vec::with_capacity(wanted.periods);
    for (number, (selection, walked)) in chosen.into_iter().zip(walked).enumerate() {
        selection.chosen.iter().for_each(|&entry| fates[entry] = Fate::Planned(number));
        waiting.retain(|entry| selection.chosen.binary_search(entry).is_err());
        periods.push(Period {
            musts_left: waiting.len(),
            effort: effort_of(entries, &selection.chosen),
            chosen: selection.chosen.clone(),
            walk_total: value_of(entries, &walked.chosen),
            walk_effort: effort_of(entries, &walked.chosen),
            walk: walked.chosen,
            assignment: assignment(entries, &selection.chosen, wanted),
            selection,
        });
    }
    Ok(Schedule { periods, fates })
}

/// The entries that must be in the plan, with all that must come before them.
fn musts(entries: &[Plannable], open: &[usize]) -> Vec<usize> {
    let after: Vec<Vec<usize>> = entries.iter().map(|entry| entry.after.clone()).collect();
    let mut is_must = vec![false; entries.len()];
    for &entry in open.iter().filter(|&&entry| entries[entry].must) {
        with_all_before(&after, entry, |before| is_must[before]).into_iter().for_each(|entry| is_must[entry] = true);
    }
    (0..entries.len()).filter(|&entry| is_must[entry]).collect()
}

/// Gives each period what `choice` makes of a round; with it the musts that found no room.
fn divide(
    entries: &[Plannable],
    open: &[usize],
    musts: &[usize],
    periods: usize,
    choice: impl Fn(Round<'_>) -> Selection,
) -> (Vec<Selection>, Vec<usize>) {
    let mut open = open.to_vec();
    let mut musts = musts.to_vec();
    let mut all = Vec::with_capacity(periods);
    for _ in 0..periods {
        let selection = choice(Round { entries, open: &open, musts: &musts });
        let is_left = |entry: &usize| selection.chosen.binary_search(entry).is_err();
        open.retain(is_left);
        musts.retain(is_left);
        all.push(selection);
    }
    (all, musts)
}

/// By what the musts of a period are chosen where not all of them fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filling {
    Value,
    Effort,
}

/// What a period can choose from: everything that comes before it has been done already, or is among it.
struct Round<'a> {
    entries: &'a [Plannable],
    open: &'a [usize],
    musts: &'a [usize],
}

impl Round<'_> {
    /// The best set with the musts in it, or with as many of them as fit.
    fn best(&self, wanted: Wanted<'_>, filling: Filling) -> Selection {
        let fits = effort_of(self.entries, self.musts) <= ratio(wanted.capacity);
        let forced = if fits { self.musts.to_vec() } else { self.some_musts(wanted, filling) };
        let offers = self.offers(self.open, Filling::Value);
        let is_forced: Vec<bool> = self.open.iter().map(|entry| forced.binary_search(entry).is_ok()).collect();
        let mut selection = select(&offers, &is_forced, wanted.capacity, wanted.step);
        if let Some(selection) = &mut selection
            && !fits
        {
            // Only some of the musts are forced, and which ones is no rule of the plan's: other sets may be worth more.
            let free = select(&offers, &vec![false; offers.len()], wanted.capacity, wanted.step);
            selection.bound = free.map_or_else(|| selection.total.clone(), |free| free.bound);
        }
        self.named(selection, self.open)
    }

    /// The best set of the musts alone.
    fn some_musts(&self, wanted: Wanted<'_>, filling: Filling) -> Vec<usize> {
        let offers = self.offers(self.musts, filling);
        let selection = select(&offers, &vec![false; offers.len()], wanted.capacity, wanted.step);
        self.named(selection, self.musts).chosen
    }

    /// The same by the plain walk: the musts first, down the ranking, then all others.
    fn walked(&self, wanted: Wanted<'_>) -> Selection {
        let offers = self.offers(self.open, Filling::Value);
        let is_must = |&place: &usize| self.musts.binary_search(&self.open[place]).is_ok();
        let places: Vec<usize> = (0..offers.len()).collect();
        let musts = places.iter().copied().filter(is_must);
        let order: Vec<usize> = musts.chain(places.iter().copied().filter(|place| !is_must(place))).collect();
        let chosen = walk(&offers, &vec![false; offers.len()], wanted.capacity, order);
        let chosen: Vec<usize> = chosen.into_iter().map(|place| self.open[place]).collect();
        let total = value_of(self.entries, &chosen);
        Selection { chosen, bound: total.clone(), total, step: None }
    }

    /// Some entries as they are offered: what isn't among them and must come before them has been done.
    fn offers(&self, some: &[usize], filling: Filling) -> Vec<Offer> {
        let offer = |&entry: &usize| {
            let entry = &self.entries[entry];
            let effort = entry.effort.unwrap_or(crate::decimal::Decimal::ZERO);
            let value = match filling {
                Filling::Value => entry.value.as_ref().map(Exact::to_ratio).unwrap_or_default(),
                Filling::Effort => ratio(effort),
            };
            let after = entry.after.iter().filter_map(|before| some.binary_search(before).ok()).collect();
            Offer { value, effort, after }
        };
        some.iter().map(offer).collect()
    }

    /// A selection in entries; nothing where there is none.
    fn named(&self, selection: Option<Selection>, some: &[usize]) -> Selection {
        let Some(mut selection) = selection else {
            return Selection { chosen: Vec::new(), total: Default::default(), bound: Default::default(), step: None };
        };
        selection.chosen.iter_mut().for_each(|place| *place = some[*place]);
        selection
    }
}

/// Who does what in a period, where anybody asks.
fn assignment(entries: &[Plannable], chosen: &[usize], wanted: Wanted<'_>) -> Option<Assignment> {
    let task = |&entry: &usize| {
        let entry = &entries[entry];
        let effort = entry.effort.unwrap_or(crate::decimal::Decimal::ZERO);
        Task { effort, able: entry.able.clone(), named: entry.named }
    };
    wanted.people.map(|people| assign(people, &chosen.iter().map(task).collect::<Vec<_>>()))
}
