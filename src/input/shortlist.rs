//! The few rows of a long text that can be among the first: read block by block, with nothing else kept in memory.
//!
//! No score depends on another item, so that a block tells by itself which of its rows can be among the first of all.
//! These rows, under the header, are a text like any other, and whoever ranks it gets the first of the whole. What is
//! found on the way is located in the whole text.
//!
//! This is for texts in which nothing is wrong that stops the answer. Where something may be, the outcome is that the
//! text has to be read as a whole: that is the way that tells every fault exactly.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::backlog::{Request, read_head};
use super::decode::{is_odd, plain_utf8};
use super::headers::Columns;
use super::items::{Block, Layout};
use super::numbered::Numbered;
use crate::analysis::unscored;
use crate::backlog::Backlog;
use crate::finding::{Findings, Source};
use crate::scoring::{Plan, Scorer, rank_first};
use crate::table::{Cell, last_record_end};

/// A block that is longer than this without the end of a record is no block of a sound text.
const LONGEST: usize = 16 << 20;
/// So many bytes of rows are kept before those are dropped that later ones have pushed out.
const ROOM: usize = 4 << 20;

/// A text that is read for its first items.
#[derive(Debug)]
pub struct Shortlist<'a> {
    name: Arc<str>,
    request: &'a Request<'a>,
    plan: Plan,
    top: usize,
    /// The text as far as the rows: every block is read below it.
    head: String,
    head_lines: usize,
    delimiter: u8,
    header: Vec<Cell>,
    columns: Columns,
    findings: Findings,
}

/// What is left of a text.
#[derive(Debug)]
pub struct Shortlisted {
    /// The header, and every row whose rank is among the first, in the order of the text.
    pub text: String,
    /// What was found in the whole text, located in it.
    pub findings: Findings,
    /// What was found when its items were scored.
    pub unscored: Findings,
}

/// What a block is to the whole.
struct Part {
    rows: String,
    ids: Numbered,
    items: usize,
    lines: usize,
    findings: Findings,
    unscored: Findings,
}

impl<'a> Shortlist<'a> {
    /// Begins with the first bytes of a text, which end where a record does. `None` where the text has to be read as a
    /// whole. `plan` makes the plan for the columns that it has.
    pub fn begin(
        name: &str,
        first: &[u8],
        request: &'a Request<'a>,
        plan: impl FnOnce(&Backlog<'_>) -> Option<Plan>,
        top: usize,
    ) -> Option<Self> {
        let start = plain_utf8(first, None)?;
        let text = simdutf8::basic::from_utf8(&first[start..]).ok()?;
        let source = Source::new(name, text);
        let mut findings = Findings::new();
        let (layout, body) = read_head(&source, request, &mut findings)?;
        findings.locate(&source);
        let (header, columns, delimiter) = (layout.header.clone(), layout.columns.clone(), layout.delimiter);
        let is_sound = !findings.has_errors() && text[..body].ends_with('\n');
        let none = layout.no_items();
        let plan = plan(&layout.backlog(none)).filter(|_| is_sound)?;
        let head = text[..body].to_owned();
        let head_lines = line_ends(head.as_bytes());
        Some(Self { name: name.into(), request, plan, top, head, head_lines, delimiter, header, columns, findings })
    }

    /// Reads the whole text, from its first byte on. `next` adds bytes to the end of a buffer, and says whether there
    /// were any left. `None` where the text has to be read as a whole after all.
    pub fn read(&self, next: impl FnMut(&mut Vec<u8>) -> io::Result<bool> + Send) -> io::Result<Option<Shortlisted>> {
        let feed = Mutex::new(Feed { next, rest: Vec::new(), blocks: 0, state: State::Begin });
        let whole = Mutex::new(Whole::new(self));
        let work = || -> io::Result<()> {
            let mut block = Vec::new();
            loop {
                // The feed is free again as soon as the block is filled: others fill theirs while this one is read.
                let number = locked(&feed).fill(&mut block, &self.head)?;
                let Some(number) = number else { break };
                let part = self.part(&block);
                if !locked(&whole).add(number, part) {
                    locked(&feed).state = State::Over;
                }
            }
            Ok(())
        };
        let mut outcomes: Vec<io::Result<()>> = Vec::new();
        let threads = rayon::current_num_threads();
        outcomes.resize_with(threads, || Ok(()));
        rayon::scope(|scope| {
            for outcome in &mut outcomes {
                let work = &work;
                scope.spawn(move |_| *outcome = work());
            }
        });
        outcomes.into_iter().collect::<io::Result<()>>()?;
        let is_whole = locked(&feed).state == State::Over;
        let whole = whole.into_inner().unwrap_or_else(PoisonError::into_inner);
        // That there is no item at all is told of the whole.
        let found = whole.parts.filter(|parts| is_whole && parts.items > 0);
        Ok(found.map(|Part { rows, findings, unscored, .. }| Shortlisted {
            text: format!("{}{rows}", self.head),
            findings,
            unscored,
        }))
    }

    /// The rows of a block that can be among the first; `None` where something is wrong that takes the whole text to tell.
    fn part(&self, block: &[u8]) -> Option<Part> {
        const LOST: &[u8] = "\u{FFFD}".as_bytes();
        let text = simdutf8::basic::from_utf8(block).ok()?;
        let rows = &block[self.head.len()..];
        if rows.starts_with(MARK) || is_odd(rows) || memchr::memmem::find(rows, LOST).is_some() {
            return None;
        }
        let source = Source::new(Arc::clone(&self.name), text);
        let (header, columns) = (self.header.clone(), self.columns.clone());
        let layout = Layout { source: &source, request: self.request, delimiter: self.delimiter, header, columns };
        let Block { items, ids, mut findings } = layout.block(self.head.len()..text.len(), Findings::new())?;
        if findings.has_errors() {
            return None;
        }
        findings.locate(&source);
        let backlog = layout.backlog(items);
        let Request { model, tie_break, .. } = *self.request;
        let scorer = Scorer { model, plan: &self.plan, backlog: &backlog, tie_break };
        let ranking = rank_first(scorer, self.top);
        let mut no_score = Findings::new();
        unscored(scorer, &ranking, &source, &mut no_score);
        let mut first: Vec<u32> =
            ranking.standings[..ranking.within(self.top)].iter().map(|standing| standing.row).collect();
        first.sort_unstable();
        let mut kept = String::new();
        for row in first {
            kept.push_str(backlog.table.record(row as usize).raw());
            kept.push('\n');
        }
        let (items, lines) = (backlog.len(), line_ends(rows));
        Some(Part { rows: kept, ids: ids?, items, lines, findings, unscored: no_score })
    }
}

/// Where the bytes come from, cut into blocks of whole records.
struct Feed<N> {
    next: N,
    /// The beginning of a record, from the bytes that came last.
    rest: Vec<u8>,
    blocks: usize,
    state: State,
}

#[derive(PartialEq, Eq)]
enum State {
    /// The head has not come yet.
    Begin,
    Rows,
    /// There is nothing more to read, or no need to.
    Over,
    /// No record ended for so long that the text can't be cut.
    Endless,
}

impl<N: FnMut(&mut Vec<u8>) -> io::Result<bool>> Feed<N> {
    /// Puts the next rows below the head; says which block it is, `None` where there are no more.
    fn fill(&mut self, block: &mut Vec<u8>, head: &str) -> io::Result<Option<usize>> {
        if matches!(self.state, State::Over | State::Endless) {
            return Ok(None);
        }
        block.clear();
        if self.state == State::Rows {
            block.extend_from_slice(head.as_bytes());
        }
        block.append(&mut self.rest);
        loop {
            let is_more = (self.next)(block)?;
            if std::mem::replace(&mut self.state, State::Rows) == State::Begin && block.starts_with(MARK) {
                block.drain(..MARK.len());
            }
            let end = match last_record_end(&block[head.len().min(block.len())..]) {
                _ if !is_more => {
                    self.state = State::Over;
                    block.len()
                }
                Some(end) => head.len() + end,
                None if block.len() > LONGEST => {
                    self.state = State::Endless;
                    return Ok(None);
                }
                None => continue,
            };
            self.rest.extend_from_slice(&block[end..]);
            block.truncate(end);
            self.blocks += 1;
            return Ok(Some(self.blocks - 1));
        }
    }
}

/// The mark before the text, which is no part of it.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The parts put together, in the order of the text.
struct Whole<'a> {
    shortlist: &'a Shortlist<'a>,
    /// Parts that came before one that stands above them.
    waiting: BTreeMap<usize, Part>,
    next: usize,
    /// `None` once the text has to be read as a whole.
    parts: Option<Part>,
    room: usize,
}

impl<'a> Whole<'a> {
    fn new(shortlist: &'a Shortlist<'a>) -> Self {
        let findings = shortlist.findings.clone();
        let (rows, ids, unscored) = (String::new(), Numbered::default(), Findings::new());
        let parts = Some(Part { rows, ids, items: 0, lines: 0, findings, unscored });
        Self { shortlist, waiting: BTreeMap::new(), next: 0, parts, room: ROOM }
    }

    /// Adds a part; `false` once the text has to be read as a whole.
    fn add(&mut self, number: usize, part: Option<Part>) -> bool {
        match part {
            Some(part) => drop(self.waiting.insert(number, part)),
            None => self.parts = None,
        }
        while let Some(part) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.parts = self.parts.take().and_then(|parts| parts.followed_by(part, self.shortlist.head_lines));
        }
        if let Some(parts) = &mut self.parts
            && parts.rows.len() > self.room
        {
            let block = format!("{}{}", self.shortlist.head, parts.rows);
            if let Some(first) = self.shortlist.part(block.as_bytes()) {
                parts.rows = first.rows;
            }
            // Where ties keep many rows in, looking again must not take longer than reading.
            self.room = ROOM.max(parts.rows.len() * 2);
        }
        self.parts.is_some()
    }
}

impl Part {
    fn followed_by(mut self, mut next: Part, head_lines: usize) -> Option<Self> {
        if !self.ids.extend(next.ids) {
            return None;
        }
        for found in [&mut next.findings, &mut next.unscored] {
            found.move_down(head_lines, self.lines);
        }
        self.rows.push_str(&next.rows);
        self.items += next.items;
        self.lines += next.lines;
        self.findings.extend(next.findings);
        self.unscored.extend(next.unscored);
        Some(self)
    }
}

/// How many lines end in some bytes.
fn line_ends(bytes: &[u8]) -> usize {
    let ends_alone = |&at: &usize| bytes.get(at + 1) != Some(&b'\n');
    memchr::memchr_iter(b'\n', bytes).count() + memchr::memchr_iter(b'\r', bytes).filter(ends_alone).count()
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
