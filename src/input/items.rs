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

/// The bytes of a block, more or less: they fit into a core's cache with what is made of them.
pub(super) const BLOCK: usize = 1 << 19;
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

    /// Reads the rows from a byte on in blocks of about `size` bytes; `None` where that can't be, or where something is wrong that takes more
    /// than a block to tell.
    pub(super) fn in_blocks(&self, body: usize, size: usize, findings: &mut Findings) -> Option<Items> {
        let text = self.source.text;
        let blocks = blocks(text, body, size);
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
    fn read(&self, part: Range<usize>, mut check: impl FnMut(Cell, &mut Findings), findings: &mut Findings) -> Items {
        let text = &self.source.text[..part.end];
        let id = self.columns.id;
        let mut rows = Rows::new(text, part.start, self.delimiter, &self.header);
        let mut columns: Vec<Column<'_>> =
            self.columns.nodes.iter().map(|&(node, column)| Column::new(self, node, column)).collect();
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

#[cfg(test)]
mod tests {
    use super::super::backlog::{Request, read_head};
    use super::super::headers::NamedColumns;
    use super::*;
    use crate::input::config::{Config, Wanted};
    use crate::lang::Lang;

    /// What came of a text: where the rows begin, their ratings, and what was found, in words.
    type Outcome = (Vec<u32>, Vec<String>, Vec<String>);

    /// Reads a text in one piece and in blocks; none of the latter where the blocks can't tell.
    fn both(text: &str, size: usize) -> (Outcome, Option<Outcome>) {
        let config = Config::default();
        let model = config.model("matrix").unwrap_or_else(|_| panic!("the model is built in"));
        let settled = config.settle(&model, Wanted::default()).unwrap_or_else(|_| panic!("its weights are sound"));
        let request = Request {
            model: &model,
            weights: &settled.weights,
            tie_break: &[],
            columns: &NamedColumns::default(),
            words: &[],
            delimiter: None,
            is_partial: false,
        };
        let source = Source::new("f.csv", text);
        let mut findings = Findings::new();
        let (layout, body) = read_head(&source, &request, &mut findings).unwrap_or_else(|| panic!("{findings:?}"));
        let outcome = |items: Items, mut findings: Findings| {
            findings.locate(&source);
            let said = findings.shown().map(|finding| {
                let place = finding.position.map(|position| (position.line, position.column));
                format!("{place:?} {} of {}", finding.message(Lang::En), findings.count_of(finding.rule))
            });
            let said: Vec<String> = said.collect();
            let ratings =
                |column: &Ratings| format!("{:?}", (0..column.len()).map(|row| column.rating(row)).collect::<Vec<_>>());
            (items.rows, items.ratings.iter().map(ratings).collect(), said)
        };
        let mut found = findings.clone();
        let whole = outcome(layout.in_one_piece(body, &mut found), found);
        let blocks = layout.in_blocks(body, size, &mut findings).map(|items| outcome(items, findings));
        (whole, blocks)
    }

    #[test]
    fn blocks_come_to_what_reading_row_by_row_comes_to() {
        const ROWS: [&str; 12] = [
            "A-#,Faster search,8,7,6,5\n",
            "A-#,\"a, \"\"b\"\"\nc\",1,2,3,4\r\n",
            "A-#,,8,７,6,5\n",
            "A-#,half,8,,6.5,5-7\n",
            "b-#,lower case,10,10,10,10\n",
            "\n",
            ",,,,,\n",
            "A-#,out of scale,11,x,1,1\n",
            "A-#,ragged,1\n",
            "A-1,twice,1,1,1,1\n",
            "A-#,str\"ay,1,1,1,1\n",
            "A-#,\"open,1,1,1,1\n",
        ];
        let mut state = 7_u64;
        let mut draw = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let (mut together, mut apart) = (0, 0);
        for round in 0..400 {
            let mut text = "id,title,customer impact,business impact,market competitiveness,ease\n".to_owned();
            // Two sound rows, so that the header is known to be right; then worse ones from round to round.
            text += "X-1,one,1,1,1,1\nX-2,two,2,2,2,2\n";
            for row in 0..40 {
                let kind = if draw(8) > 0 { draw(2) } else { draw(ROWS.len().min(4 + round / 40)) };
                text += &ROWS[kind].replace('#', &(row + 2).to_string());
            }
            let (whole, blocks) = both(&text, 64 + draw(400));
            match blocks {
                Some(blocks) => {
                    assert_eq!(blocks, whole, "{text}");
                    together += 1;
                }
                None => apart += 1,
            }
        }
        assert!(together > 100 && apart > 100, "{together} read in blocks, {apart} not");
    }
}
