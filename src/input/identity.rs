//! Two rows with one id: the same after trimming and NFC is a fault, the same but for case and width a warning.
//!
//! Every id has an entry under its own hash; one that isn't in the form that look-alikes share (NFKC, upper case: as
//! most ids are) has a second entry under that form's hash, unless a look-alike has it already. So a look-up meets few
//! entries, whatever the ids are.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::names::alike;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::prose;
use crate::table::{Cell, next_cell};

/// The ids that were seen: where each stands, and a hash of it. Eight bytes an entry.
#[derive(Debug)]
pub(super) struct Identity<'t> {
    text: &'t str,
    delimiter: u8,
    hasher: FixedState,
    seen: HashTable<Seen>,
    shared: String,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    offset: u32,
    hash: u32,
}

impl<'t> Identity<'t> {
    pub(super) fn new(text: &'t str, delimiter: u8) -> Self {
        Self { text, delimiter, hasher: FixedState::default(), seen: HashTable::new(), shared: String::new() }
    }

    /// Notes a row's id, and what is wrong with it.
    pub(super) fn check(&mut self, cell: Cell, source: &Source<'_>, findings: &mut Findings) {
        let id = cell.text(self.text);
        let id = id.trim();
        if id.is_empty() {
            findings.push_with(Rule::BlankId, || Finding::new(Rule::BlankId).over(cell.range()));
            return;
        }
        let own = self.hash(id);
        // Nearly every id: in the shared form already, and unlike all before it.
        let shared_form = id.is_ascii() && !id.bytes().any(|byte| byte.is_ascii_lowercase());
        if shared_form && self.find(own, |_| true).is_none() {
            self.insert(cell, own);
            return;
        }
        if let Some(first) = self.find(own, |other| same(other, id)) {
            report(Rule::DuplicateId, id, self.id_at(first), cell, first, source, findings);
            return;
        }
        self.insert(cell, own);
        let mut shared = std::mem::take(&mut self.shared);
        share_into(id, &mut shared);
        let hash = self.hash(&shared);
        let mut other_form = String::new();
        let alike = |other: &str| {
            share_into(other, &mut other_form);
            other_form == shared && !same(other, id)
        };
        if let Some(first) = self.find(hash, alike) {
            report(Rule::LookAlikeId, id, self.id_at(first), cell, first, source, findings);
        } else if hash != own {
            self.insert(cell, hash);
        }
        self.shared = shared;
    }

    /// A short hash of a text in NFC.
    fn hash(&self, id: &str) -> u32 {
        let hash = if id.is_ascii() || is_nfc(id) {
            self.hasher.hash_one(id)
        } else {
            self.hasher.hash_one(id.nfc().collect::<String>().as_str())
        };
        hash as u32
    }

    fn id_at(&self, offset: usize) -> String {
        let cell = next_cell(self.text.as_bytes(), offset, self.delimiter).0;
        cell.text(self.text).trim().to_owned()
    }

    /// Where the first id stands that has a hash and passes a test.
    fn find(&self, hash: u32, mut test: impl FnMut(&str) -> bool) -> Option<usize> {
        let (text, delimiter) = (self.text, self.delimiter);
        let passes = |seen: &Seen| {
            let cell = || next_cell(text.as_bytes(), seen.offset as usize, delimiter).0;
            seen.hash == hash && test(cell().text(text).trim())
        };
        self.seen.find(spread(hash), passes).map(|seen| seen.offset as usize)
    }

    fn insert(&mut self, cell: Cell, hash: u32) {
        let seen = Seen { offset: cell.offset() as u32, hash };
        self.seen.insert_unique(spread(hash), seen, |seen| spread(seen.hash));
    }
}

fn report(rule: Rule, id: &str, other: String, cell: Cell, first: usize, source: &Source<'_>, findings: &mut Findings) {
    findings.push_with(rule, || {
        Finding::new(rule)
            .over(cell.range())
            .of_item(id)
            .with("id", prose::name(id))
            .with("other", prose::name(&other))
            .with("first", source.position(first).line)
    });
}

/// The form that an id shares with those that look like it.
pub(super) fn shared_form(id: &str) -> String {
    let mut shared = String::new();
    share_into(id, &mut shared);
    shared
}

/// The form that look-alikes share: NFKC, upper case, one character for those that look the same.
fn share_into(id: &str, shared: &mut String) {
    shared.clear();
    if id.is_ascii() {
        shared.push_str(id);
        shared.make_ascii_uppercase();
    } else {
        shared.extend(id.nfkc().flat_map(char::to_uppercase).map(alike));
    }
}

/// A short hash over the width that the table uses: it looks at the highest and the lowest bits.
fn spread(hash: u32) -> u64 {
    u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn same(one: &str, other: &str) -> bool {
    one == other || one.nfc().eq(other.nfc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<(Rule, usize)> {
        let source = Source::new("f.csv", text);
        let (mut identity, mut findings) = (Identity::new(text, b','), Findings::new());
        let mut start = 0;
        while start < text.len() {
            identity.check(next_cell(text.as_bytes(), start, b',').0, &source, &mut findings);
            start = text[start..].find('\n').map_or(text.len(), |end| start + end + 1);
        }
        findings.locate(&source);
        findings.shown().map(|found| (found.rule, found.position.map_or(0, |position| position.line))).collect()
    }

    #[test]
    fn the_same_id_twice_is_a_duplicate_whatever_stands_between() {
        assert_eq!(rules("A\nb\nA\n"), [(Rule::DuplicateId, 3)]);
        assert_eq!(rules("ABC\nabc\nabc\n"), [(Rule::DuplicateId, 3), (Rule::LookAlikeId, 2)]);
        assert_eq!(rules("ガ\nカ\u{3099}\n"), [(Rule::DuplicateId, 2)]);
    }

    #[test]
    fn case_and_width_make_look_alikes_and_separators_do_not() {
        assert_eq!(rules("abc\nＡＢＣ\n"), [(Rule::LookAlikeId, 2)]);
        assert_eq!(rules("a〜b\na～b\n"), [(Rule::LookAlikeId, 2)]);
        assert_eq!(rules("K-1\nK1\n1\n01\n"), []);
    }
}
