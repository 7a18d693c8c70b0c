//! A column of ratings, kept small: whole numbers over one power of ten for the column.
//!
//! Most columns need one byte an item. A column widens when the first rating comes that doesn't fit.

use std::fmt;

use crate::decimal::Decimal;

/// One rating: a number, or a range whose middle counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// A number.
    Exact(Decimal),
    /// A range, from the lowest to the highest: it counts as its middle and is uncertain.
    Range(Decimal, Decimal),
}

impl Rating {
    /// What counts of it: the middle of a range; `None` where that has more digits than are kept.
    pub fn counted(self) -> Option<Decimal> {
        match self {
            Rating::Exact(value) => Some(value),
            Rating::Range(low, high) => Decimal::middle(low, high),
        }
    }
}

impl fmt::Display for Rating {
    /// As a file has it: `7.5`, `6-8`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rating::Exact(value) => write!(formatter, "{value}"),
            Rating::Range(low, high) => write!(formatter, "{low}-{high}"),
        }
    }
}

/// The ratings of one criterion, by row.
#[derive(Debug, Default)]
pub struct Ratings {
    scale: u32,
    cells: Cells,
    ranges: Vec<(u32, Decimal, Decimal)>,
}

/// The mantissas; the least number of each width stands for a blank.
#[derive(Debug)]
enum Cells {
    Byte(Vec<i8>),
    Narrow(Vec<i32>),
    Wide(Vec<i128>),
}

impl Default for Cells {
    fn default() -> Self {
        Cells::Byte(Vec::new())
    }
}

impl Cells {
    fn len(&self) -> usize {
        match self {
            Cells::Byte(cells) => cells.len(),
            Cells::Narrow(cells) => cells.len(),
            Cells::Wide(cells) => cells.len(),
        }
    }

    #[inline]
    fn get(&self, row: usize) -> Option<i128> {
        match self {
            Cells::Byte(cells) => Some(cells[row]).filter(|&cell| cell != i8::MIN).map(i128::from),
            Cells::Narrow(cells) => Some(cells[row]).filter(|&cell| cell != i32::MIN).map(i128::from),
            Cells::Wide(cells) => Some(cells[row]).filter(|&cell| cell != i128::MIN),
        }
    }

    fn push(&mut self, mantissa: Option<i128>) {
        if mantissa.is_some_and(|mantissa| !self.holds(mantissa)) {
            *self = self.widened(mantissa);
        }
        match self {
            Cells::Byte(cells) => cells.push(mantissa.and_then(|mantissa| mantissa.try_into().ok()).unwrap_or(i8::MIN)),
            Cells::Narrow(cells) => {
                cells.push(mantissa.and_then(|mantissa| mantissa.try_into().ok()).unwrap_or(i32::MIN));
            }
            Cells::Wide(cells) => cells.push(mantissa.unwrap_or(i128::MIN)),
        }
    }

    fn holds(&self, mantissa: i128) -> bool {
        match self {
            Cells::Byte(_) => i8::try_from(mantissa).is_ok_and(|cell| cell != i8::MIN),
            Cells::Narrow(_) => i32::try_from(mantissa).is_ok_and(|cell| cell != i32::MIN),
            Cells::Wide(_) => true,
        }
    }

    /// The same mantissas in cells that hold another one too.
    fn widened(&self, also: Option<i128>) -> Self {
        let mut wider = match also {
            Some(also) if !Cells::Narrow(Vec::new()).holds(also) => Cells::Wide(Vec::with_capacity(self.len() + 1)),
            _ => Cells::Narrow(Vec::with_capacity(self.len() + 1)),
        };
        (0..self.len()).for_each(|row| wider.push(self.get(row)));
        wider
    }
}

impl Ratings {
    /// Adds the next row's rating, `None` for a blank. `false` where a number has more digits than a column can hold
    /// beside the others; the row is then blank.
    pub fn push(&mut self, rating: Option<Rating>) -> bool {
        if let Some(Rating::Range(low, high)) = rating {
            self.ranges.push((self.len() as u32, low, high));
        }
        let value = rating.and_then(Rating::counted);
        let mantissa = value.and_then(|value| self.at_column_scale(value));
        self.cells.push(mantissa);
        mantissa.is_some() || rating.is_none()
    }

    /// Adds the next row's rating, a small whole number.
    #[inline]
    pub fn push_short(&mut self, value: i8) {
        match &mut self.cells {
            Cells::Byte(cells) if self.scale == 0 && value != i8::MIN => cells.push(value),
            _ => {
                self.push(Some(Rating::Exact(Decimal::from(i64::from(value)))));
            }
        }
    }

    /// Adds the ratings of the rows behind these. `false` where a number has more digits than the column can hold
    /// beside the others.
    pub fn append(&mut self, mut other: Ratings) -> bool {
        let ranges = std::mem::take(&mut other.ranges);
        let rows = self.len() as u32;
        let fits = match (&mut self.cells, &mut other.cells) {
            (Cells::Byte(mine), Cells::Byte(theirs)) if self.scale == other.scale => {
                mine.append(theirs);
                true
            }
            _ => (0..other.len()).all(|row| self.push(other.get(row).map(Rating::Exact))),
        };
        self.ranges.extend(ranges.into_iter().map(|(row, low, high)| (rows + row, low, high)));
        fits
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The power of ten under every mantissa of the column.
    pub fn scale(&self) -> u32 {
        self.scale
    }

    /// Whether some mantissa has more than 32 bits.
    pub fn is_wide(&self) -> bool {
        matches!(self.cells, Cells::Wide(_))
    }

    /// Adds the mantissas from a row on, times a factor, to as many sums; where there is a blank, or the sum is `none`
    /// already, it becomes `none`. The caller sees to it that no sum overflows, and that the column isn't wide.
    pub fn add_times(&self, factor: i64, first: usize, sums: &mut [i64], none: i64) {
        fn add<T: Copy + Into<i64> + PartialEq>(cells: &[T], blank: T, factor: i64, sums: &mut [i64], none: i64) {
            for (sum, &cell) in sums.iter_mut().zip(cells) {
                let added = sum.wrapping_add(factor.wrapping_mul(cell.into()));
                *sum = if cell == blank || *sum == none { none } else { added };
            }
        }
        match &self.cells {
            Cells::Byte(cells) => add(&cells[first..], i8::MIN, factor, sums, none),
            Cells::Narrow(cells) => add(&cells[first..], i32::MIN, factor, sums, none),
            Cells::Wide(_) => sums.fill(none),
        }
    }

    /// A row's rating times `10^scale`, the middle for a range; `None` for a blank.
    #[inline]
    pub fn mantissa(&self, row: usize) -> Option<i128> {
        self.cells.get(row)
    }

    /// A row's rating as a decimal, the middle for a range; `None` for a blank.
    pub fn get(&self, row: usize) -> Option<Decimal> {
        self.mantissa(row).map(|mantissa| Decimal::new(mantissa, self.scale))
    }

    /// A row's rating as it was given; `None` for a blank.
    pub fn rating(&self, row: usize) -> Option<Rating> {
        let range = self.range(row).map(|(low, high)| Rating::Range(low, high));
        range.or_else(|| self.get(row).map(Rating::Exact))
    }

    /// The ends of a row's range, where it is one.
    pub fn range(&self, row: usize) -> Option<(Decimal, Decimal)> {
        let at = self.ranges.binary_search_by_key(&(row as u32), |range| range.0).ok()?;
        Some((self.ranges[at].1, self.ranges[at].2))
    }

    /// Whether any row has a range.
    pub fn has_ranges(&self) -> bool {
        !self.ranges.is_empty()
    }

    fn at_column_scale(&mut self, value: Decimal) -> Option<i128> {
        if value.scale() > self.scale {
            self.rescale(value.scale())?;
        }
        value.at_scale(self.scale)
    }

    /// Gives the column more places; leaves it as it is and returns `None` where a number would overflow.
    fn rescale(&mut self, scale: u32) -> Option<()> {
        let factor = 10i128.checked_pow(scale - self.scale)?;
        let mut cells = Cells::default();
        for row in 0..self.len() {
            let mantissa = self.mantissa(row);
            let scaled = mantissa.map(|mantissa| mantissa.checked_mul(factor).filter(|&cell| cell != i128::MIN));
            cells.push(match scaled {
                Some(None) => return None,
                Some(scaled) => scaled,
                None => None,
            });
        }
        (self.cells, self.scale) = (cells, scale);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text, b'.').unwrap_or(Decimal::ZERO)
    }

    #[test]
    fn a_column_keeps_every_rating_as_it_widens() {
        let written = ["8", "7.5", "", "123456789012345", "0.00000000000000000001", "-3"];
        let mut ratings = Ratings::default();
        for text in written {
            assert!(ratings.push(Some(text).filter(|text| !text.is_empty()).map(|text| Rating::Exact(decimal(text)))));
        }
        for (row, text) in written.iter().enumerate() {
            assert_eq!(ratings.get(row).map_or(String::new(), |value| value.to_string()), *text);
        }
    }

    #[test]
    fn appended_ratings_are_those_that_would_have_been_pushed() {
        let columns: [&[&str]; 4] = [&["8", ""], &["7.5", "3"], &["123456789012345"], &["", "0.001"]];
        let parsed = |text: &&str| Some(*text).filter(|text| !text.is_empty()).map(|text| Rating::Exact(decimal(text)));
        let (mut appended, mut pushed) = (Ratings::default(), Ratings::default());
        for column in columns {
            let mut part = Ratings::default();
            for rating in column.iter().map(parsed) {
                part.push(rating);
                pushed.push(rating);
            }
            assert!(appended.append(part));
        }
        assert_eq!(appended.len(), pushed.len());
        for row in 0..pushed.len() {
            assert_eq!(appended.get(row), pushed.get(row));
        }
    }

    #[test]
    fn a_range_counts_as_its_middle_and_keeps_its_ends() {
        let mut ratings = Ratings::default();
        ratings.push(None);
        ratings.push(Some(Rating::Range(decimal("6"), decimal("9"))));
        assert_eq!(ratings.get(1), Some(decimal("7.5")));
        assert_eq!(ratings.range(1), Some((decimal("6"), decimal("9"))));
        assert_eq!(ratings.range(0), None);
    }
}
