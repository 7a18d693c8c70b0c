//! Ids that end in a number (`ITEM-0042`), a bit each: whether one was there before is known without keeping any of them.

use roaring::RoaringBitmap;

/// So many digits at the end make a number that fits.
const DIGITS: usize = 9;
/// So many beginnings are told apart: where there are more, the numbers aren't what ids differ in.
const FAMILIES: usize = 64;

/// The ids of some rows: for each beginning and each number of digits the numbers that were seen.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    families: Vec<Family>,
    /// The family of the last id: nearly always that of the next one too.
    last: usize,
}

#[derive(Debug)]
struct Family {
    start: Box<[u8]>,
    digits: usize,
    numbers: RoaringBitmap,
    /// The numbers seen last, as long as each was one more than the one before: `from..to`.
    run: (u32, u32),
    /// No number that was seen is so high.
    ceiling: u32,
}

/// What an id is to those that were seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// It was not there.
    New,
    /// It was.
    Before,
    /// It isn't one that can be kept as a number, or could look like one that is written otherwise.
    Unlike,
}

impl Numbered {
    /// Notes an id, without the space around it.
    pub(super) fn note(&mut self, id: &str) -> Seen {
        let bytes = id.as_bytes();
        let family = self.families.get_mut(self.last);
        if let Some((family, number)) = family.and_then(|family| family.number(bytes).map(|number| (family, number))) {
            return family.insert(number);
        }
        let digits = bytes.iter().rev().take(DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
        // Whatever is in capital ASCII looks like nothing but itself.
        if digits == 0 || bytes.iter().any(|byte| byte.is_ascii_lowercase() || !byte.is_ascii()) {
            return Seen::Unlike;
        }
        let (start, tail) = bytes.split_at(bytes.len() - digits);
        match (self.family(start, digits), number(tail)) {
            (Some(family), Some(number)) => family.insert(number),
            _ => Seen::Unlike,
        }
    }

    /// Takes over the ids of other rows; `false` where one of them was there before, or there are too many kinds.
    pub(super) fn extend(&mut self, other: Self) -> bool {
        other.families.into_iter().all(|mut theirs| {
            theirs.end_run();
            let Some(mine) = self.family(&theirs.start, theirs.digits) else { return false };
            mine.end_run();
            let is_new = mine.numbers.is_disjoint(&theirs.numbers);
            mine.numbers |= theirs.numbers;
            mine.ceiling = mine.ceiling.max(theirs.ceiling);
            is_new
        })
    }

    fn family(&mut self, start: &[u8], digits: usize) -> Option<&mut Family> {
        let is_it = |family: &Family| family.digits == digits && *family.start == *start;
        if !self.families.get(self.last).is_some_and(is_it) {
            self.last = self.families.iter().position(is_it).unwrap_or(self.families.len());
        }
        if self.last == self.families.len() && self.last < FAMILIES {
            let numbers = RoaringBitmap::new();
            self.families.push(Family { start: start.into(), digits, numbers, run: (0, 0), ceiling: 0 });
        }
        self.families.get_mut(self.last)
    }
}

impl Family {
    /// The number of an id of this family.
    #[inline]
    fn number(&self, id: &[u8]) -> Option<u32> {
        id.strip_prefix(&*self.start).filter(|tail| tail.len() == self.digits).and_then(number)
    }

    #[inline]
    fn insert(&mut self, number: u32) -> Seen {
        let (from, to) = self.run;
        if number < self.ceiling && ((from..to).contains(&number) || self.numbers.contains(number)) {
            return Seen::Before;
        }
        if number == to && to > from {
            self.run.1 += 1;
        } else {
            self.end_run();
            self.run = (number, number + 1);
        }
        self.ceiling = self.ceiling.max(number + 1);
        Seen::New
    }

    fn end_run(&mut self) {
        let (from, to) = std::mem::take(&mut self.run);
        self.numbers.insert_range(from..to);
    }
}

/// The number that at most [`DIGITS`] digits make, which can't overflow.
#[inline]
fn number(digits: &[u8]) -> Option<u32> {
    let shifted = |number: u32, digit: u8| number.wrapping_mul(10).wrapping_add(u32::from(digit.wrapping_sub(b'0')));
    let number = digits.iter().fold(0, |number, &digit| shifted(number, digit));
    digits.iter().all(u8::is_ascii_digit).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(ids: &[&str]) -> Vec<Seen> {
        let mut numbered = Numbered::default();
        ids.iter().map(|id| numbered.note(id)).collect()
    }

    #[test]
    fn an_id_is_new_once() {
        use Seen::{Before, New};
        assert_eq!(seen(&["A-1", "A-2", "A-1", "A-4", "A-3", "A-4"]), [New, New, Before, New, New, Before]);
        assert_eq!(seen(&["7", "07", "A7", "7"]), [New, New, New, Before]);
        assert_eq!(seen(&["9999999999999", "9999999999998", "9999999999999"]), [New, New, Before]);
    }

    #[test]
    fn what_has_no_number_or_could_look_like_another_is_unlike() {
        assert_eq!(seen(&["", "A", "a-1", "Ａ-1", "1-A"]), [Seen::Unlike; 5]);
        let many: Vec<String> = (0..=FAMILIES).map(|family| format!("{family}-1")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(seen(&many).last(), Some(&Seen::Unlike));
    }

    #[test]
    fn ids_of_several_blocks_are_those_of_one() {
        let block = |ids: std::ops::Range<u32>| {
            let mut numbered = Numbered::default();
            ids.for_each(|id| assert_eq!(numbered.note(&format!("K-{id:04}")), Seen::New));
            numbered
        };
        let mut all = block(0..100);
        assert!(all.extend(block(100..300)));
        assert!(all.extend(block(400..500)));
        assert_eq!(all.note("K-0399"), Seen::New);
        assert_eq!(all.note("K-0250"), Seen::Before);
        assert!(!all.extend(block(450..600)));
    }
}
