//! Which entries can't be planned whatever there is room for, and why.

use super::conflict::Hindrance;
use super::{Fate, Plannable};
use crate::decimal::Decimal;

/// What keeps an entry out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// Something about itself.
    Own(Hindrance),
    /// An entry that must come before it and is kept out.
    Before(usize),
}

/// For each entry what keeps it out of every plan with such a capacity.
pub(super) fn obstacles(entries: &[Plannable], capacity: Decimal) -> Vec<Option<Obstacle>> {
    let own = |entry: &Plannable| {
        let why = match (entry.skip, entry.effort, &entry.value) {
            (true, ..) => Some(Hindrance::Skipped),
            (_, None, _) => Some(Hindrance::WithoutEffort),
            (.., None) => Some(Hindrance::WithoutValue),
            (_, Some(effort), _) if effort > capacity => Some(Hindrance::TooLarge),
            _ => None,
        };
        why.map(Obstacle::Own)
    };
    let mut obstacles: Vec<Option<Obstacle>> = entries.iter().map(own).collect();
    let mut followers = vec![Vec::new(); entries.len()];
    for (number, entry) in entries.iter().enumerate() {
        entry.after.iter().for_each(|&before| followers[before].push(number));
    }
    let mut blocked: Vec<usize> = (0..entries.len()).filter(|&entry| obstacles[entry].is_some()).collect();
    let mut at = 0;
    while at < blocked.len() {
        let blocker = blocked[at];
        for &follower in &followers[blocker] {
            if obstacles[follower].is_none() {
                obstacles[follower] = Some(Obstacle::Before(blocker));
                blocked.push(follower);
            }
        }
        at += 1;
    }
    obstacles
}

/// What becomes of each entry before anything is planned: there is no room for those that nothing keeps out.
pub(super) fn before_planning(entries: &[Plannable], capacity: Decimal) -> Vec<Fate> {
    let fate = |obstacle: Option<Obstacle>| match obstacle {
        None => Fate::NoRoom,
        Some(Obstacle::Before(before)) => Fate::Behind(before),
        Some(Obstacle::Own(Hindrance::Skipped)) => Fate::Skipped,
        Some(Obstacle::Own(Hindrance::WithoutEffort)) => Fate::WithoutEffort,
        Some(Obstacle::Own(Hindrance::WithoutValue)) => Fate::WithoutValue,
        Some(Obstacle::Own(Hindrance::TooLarge)) => Fate::TooLarge,
    };
    obstacles(entries, capacity).into_iter().map(fate).collect()
}
