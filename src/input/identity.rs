//! Two rows with one id: the same after trimming and NFC is a fault, the same but for case and width a warning.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use unicode_normalization::UnicodeNormalization;

use super::names::{fold, fold_into};
use crate::finding::{Finding, Findings, Rule, Source};
use crate::prose;
use crate::table::{Cell, next_cell};

/// The ids that were seen: where each stands, and a hash of its folded form. Eight bytes an item.
#[derive(Debug)]
pub(super) struct Identity<'t> {
    text: &'t str,
    delimiter: u8,
    hasher: FixedState,
    seen: HashTable<Seen>,
    folded: String,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    offset: u32,
    hash: u32,
}

impl<'t> Identity<'t> {
    pub(super) fn new(text: &'t str, delimiter: u8) -> Self {
        Self { text, delimiter, hasher: FixedState::default(), seen: HashTable::new(), folded: String::new() }
    }

    /// Notes a row's id, and what is wrong with it.
    pub(super) fn check(&mut self, cell: Cell, source: &Source<'_>, findings: &mut Findings) {
        let id = cell.text(self.text);
        let id = id.trim();
        if id.is_empty() {
            findings.push_with(Rule::BlankId, || Finding::new(Rule::BlankId).at(cell.offset()));
            return;
        }
        fold_into(id, &mut self.folded);
        let hash = self.hasher.hash_one(self.folded.as_str()) as u32;
        let (text, delimiter, folded) = (self.text, self.delimiter, &self.folded);
        let id_at = |seen: &Seen| next_cell(text.as_bytes(), seen.offset as usize, delimiter).0.text(text);
        let alike = |seen: &Seen| seen.hash == hash && fold(id_at(seen).trim()) == *folded;
        if let Some(first) = self.seen.find(spread(hash), alike) {
            let other = id_at(first);
            let rule = if same(other.trim(), id) { Rule::DuplicateId } else { Rule::LookAlikeId };
            findings.push_with(rule, || {
                Finding::new(rule)
                    .at(cell.offset())
                    .with("id", prose::name(id))
                    .with("other", prose::name(other.trim()))
                    .with("first", source.position(first.offset as usize).line)
            });
            return;
        }
        let seen = Seen { offset: cell.offset() as u32, hash };
        self.seen.insert_unique(spread(hash), seen, |seen| spread(seen.hash));
    }
}

/// A short hash over the width that the table uses: it looks at the highest and the lowest bits.
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn same(one: &str, other: &str) -> bool {
    one == other || one.nfc().eq(other.nfc())
}
