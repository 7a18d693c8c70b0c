//! Two rows with one id: the same after trimming and NFC is a fault, the same but for case and width a warning.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::BuildHasher;
use unicode_normalization::UnicodeNormalization;

use super::names::fold;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::prose;
use crate::table::Cell;

/// The ids that were seen, by a hash of their folded form: one machine word an item.
#[derive(Debug)]
pub(super) struct Identity<'t> {
    text: &'t str,
    hasher: FixedState,
    seen: HashTable<Cell>,
}

impl<'t> Identity<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, hasher: FixedState::default(), seen: HashTable::new() }
    }

    /// Notes a row's id, and what is wrong with it.
    pub(super) fn check(&mut self, cell: Cell, source: &Source<'_>, findings: &mut Findings) {
        let id = cell.text(self.text);
        let id = id.trim();
        if id.is_empty() {
            findings.push_with(Rule::BlankId, || Finding::new(Rule::BlankId).at(cell.offset()));
            return;
        }
        let hash = self.hash(id);
        let alike = |other: &Cell| fold(other.text(self.text).trim()) == fold(id);
        if let Some(first) = self.seen.find(hash, alike) {
            let other = first.text(self.text);
            let rule = if same(other.trim(), id) { Rule::DuplicateId } else { Rule::LookAlikeId };
            findings.push_with(rule, || {
                Finding::new(rule)
                    .at(cell.offset())
                    .with("id", prose::name(id))
                    .with("other", prose::name(other.trim()))
                    .with("first", source.position(first.offset()).line)
            });
            if rule == Rule::DuplicateId {
                return;
            }
        }
        let hasher = |cell: &Cell| self.hasher.hash_one(&*fold(cell.text(self.text).trim()));
        self.seen.insert_unique(hash, cell, hasher);
    }

    /// The hash of the folded id; an id that is folded already is not copied.
    fn hash(&self, id: &str) -> u64 {
        self.hasher.hash_one(fold(id).as_str())
    }
}

fn same(one: &str, other: &str) -> bool {
    one == other || one.nfc().eq(other.nfc())
}
