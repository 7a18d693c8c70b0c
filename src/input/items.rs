//! Rows become items: each is checked for its id and its title, and its ratings are read.
//!
//! A long text is read in blocks by several threads. What they find is put together in order, so that the outcome is
//! the one of reading row by row. Where rows have to do with one another (a broken quote, rows of another length, an id
//! that stands twice), the text is read once more in one piece: that is the way that tells every fault exactly.

use std::ops::Range;

use rayon::prelude::*;

use super::backlog::Request;
use super::cells::{Column, item_id, with_item};
use super::headers::Columns;
use super::identity::Identity;
use super::numbered::{Numbered, Seen};
use super::rows::Rows;
use crate::backlog::{Backlog, Ratings, Reading};
use crate::finding::{Finding, Findings, Rule, Source};
use crate::table::{Cell, Table, blocks};

/// What a block can't tell by itself: where a row begins, how long it is, what stands in another row.
const ACROSS_ROWS: [Rule; 5] =
    [Rule::UnclosedQuote, Rule::StrayQuote, Rule::RaggedRow, Rule::SecondTable, Rule::MergeConflict];

/// So many blocks are read before they are put together.
const AT_ONCE: usize = 32;

/// Everything that is known once the header has been read.
pub(super) struct Layout<'a, 's, 't> {
    pub(super) source: &'s Source<'t>,
    pub(super) request: &'s Request<'a>,
    pub(super) delimiter: u8,
    pub(super) header: Vec<Cell>,
    pub(super) columns: Columns,
}

/// The items of some rows: where each begins, and its ratings, column by column.
#[derive(Debug)]
pub(super) struct Items {
    pub(super) rows: Vec<u32>,
    ratings: Vec<Ratings>,
}

/// A block's items, with what is to be known of them when blocks are put together.
pub(super) struct Block {
    pub(super) items: Items,
    /// The ids, where all of them are numbered and none stands twice; else they have to be looked at one by one.
    pub(super) ids: Option<Numbered>,
    pub(super) findings: Findings,
}

impl<'t> Layout<'_, '_, 't> {
    /// The backlog that the items make.
    pub(super) fn backlog(self, items: Items) -> Backlog<'t> {
        let Columns { nodes, id, title, rater, reasons, .. } = self.columns;
        let reading = |((node, column), ratings)| Reading { node, column, ratings };
        Backlog {
            readings: nodes.into_iter().zip(items.ratings).map(reading).collect(),
            table: Table { text: self.source.text, delimiter: self.delimiter, header: self.header, rows: items.rows },
            id,
            title,
            rater,
            reasons,
        }
    }

    /// No items yet.
    pub(super) fn no_items(&self) -> Items {
        Items { rows: Vec::new(), ratings: self.columns.nodes.iter().map(|_| Ratings::default()).collect() }
    }

    /// Reads the rows from a byte on, one after the other.
    pub(super) fn in_one_piece(&self, body: usize, findings: &mut Findings) -> Items {
        let mut identity = Identity::new(self.source.text, self.delimiter);
        let check = |id: Cell, findings: &mut Findings| identity.check(id, self.source, findings);
        self.read(body..self.source.text.len(), check, findings)
    }

    /// Reads the rows from a byte on in blocks; `None` where that can't be, or where something is wrong that takes more
    /// than a block to tell.
    pub(super) fn in_blocks(&self, body: usize, findings: &mut Findings) -> Option<Items> {
        let text = self.source.text;
        let blocks = blocks(text, body);
        if blocks.len() < 2 || findings.is_sieved() {
            return None;
        }
        let room = findings.emptied();
        let mut found = room.clone();
        let mut whole = self.no_items();
        let mut numbered = Some(Numbered::default());
        // Some blocks at a time, so that the memory for what is not put together yet stays small.
        for blocks in blocks.chunks(AT_ONCE) {
            let read: Vec<Option<Block>> =
                blocks.par_iter().map(|block| self.block(block.clone(), room.clone())).collect();
            for block in read {
                let Block { items, ids, findings } = block?;
                whole.rows.extend(items.rows);
                if !whole.ratings.iter_mut().zip(items.ratings).all(|(whole, part)| whole.append(part)) {
                    return None;
                }
                numbered = match (numbered, ids) {
                    (Some(mut all), Some(some)) => all.extend(some).then_some(all),
                    _ => None,
                };
                found.extend(findings);
            }
        }
        if numbered.is_none() && !self.ids_are_sound(&mut whole.rows) {
            return None;
        }
        findings.extend(found);
        Some(whole)
    }

    /// Reads a block of whole rows; `None` where that can't be told from the block alone.
    pub(super) fn block(&self, block: Range<usize>, mut findings: Findings) -> Option<Block> {
        let text = self.source.text;
        let mut ids = Some(Numbered::default());
        let check = |id: Cell, _: &mut Findings| {
            if let Some(numbered) = &mut ids
                && numbered.note(id.text(text).trim_ascii()) != Seen::New
            {
                ids = None;
            }
        };
        let items = self.read(block, check, &mut findings);
        let whole = ACROSS_ROWS.into_iter().all(|rule| findings.count_of(rule) == 0);
        // Without ids a finding names the number of the row, which a block doesn't know.
        let named = self.columns.id.is_some() || findings.is_empty();
        (whole && named).then_some(Block { items, ids, findings })
    }

    /// Whether no id is blank, there twice, or like another.
    fn ids_are_sound(&self, rows: &mut Vec<u32>) -> bool {
        let Some(id) = self.columns.id else { return true };
        let text = self.source.text;
        let mut identity = Identity::new(text, self.delimiter);
        let mut found = Findings::new();
        let table = Table { text, delimiter: self.delimiter, header: Vec::new(), rows: std::mem::take(rows) };
        let sound = (0..table.rows.len()).filter_map(|row| table.cell(row, id)).all(|cell| {
            identity.check(cell, self.source, &mut found);
            found.is_empty()
        });
        *rows = table.rows;
        sound
    }

    /// Reads the rows of a part of the text; `check` looks at the cell of each id.
    fn read(
        &self,
        part: Range<usize>,
        mut check: impl FnMut(Cell, &mut Findings),
        findings: &mut Findings,
    ) -> Items {
        let text = &self.source.text[..part.end];
        let id = self.columns.id;
        let mut rows = Rows::new(text, part.start, self.delimiter, &self.header);
        let mut columns: Vec<Column<'_>> = self
            .columns
            .nodes
            .iter()
            .map(|&(node, column)| Column::new(self, node, column))
            .collect();
        let mut starts = Vec::new();
        while let Some((start, cells)) = rows.next(findings) {
            starts.push(start as u32);
            if let Some(id) = id {
                check(cells[id], findings);
            }
            if let Some(title) = self.columns.title
                && cells[title].is_blank(text)
            {
                findings.push_with(Rule::BlankTitle, || {
                    let named = item_id(text, cells, id, starts.len());
                    let finding = Finding::new(Rule::BlankTitle).over(cells[title].range());
                    with_item(finding.under(self.header[title].range()), &named, id.is_some())
                });
            }
            for column in &mut columns {
                column.read(text, cells, id, findings);
            }
        }
        Items { rows: starts, ratings: columns.into_iter().map(|column| column.ratings).collect() }
    }
}
