//! A column of ratings, kept small: whole numbers over one power of ten for the column.
//!
//! Most columns need four bytes an item. A column that doesn't fit widens once, when the first such rating comes.

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

#[derive(Debug)]
enum Cells {
    Narrow(Vec<i32>),
    Wide(Vec<i128>),
}

const NARROW_BLANK: i32 = i32::MIN;
const WIDE_BLANK: i128 = i128::MIN;

impl Default for Cells {
    fn default() -> Self {
        Cells::Narrow(Vec::new())
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
        self.push_mantissa(mantissa);
        mantissa.is_some() || rating.is_none()
    }

    /// Adds the next row's rating, a small whole number.
    #[inline]
    pub fn push_short(&mut self, value: i32) {
        match &mut self.cells {
            Cells::Narrow(cells) if self.scale == 0 => cells.push(value),
            _ => {
                self.push(Some(Rating::Exact(Decimal::from(i64::from(value)))));
            }
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        match &self.cells {
            Cells::Narrow(cells) => cells.len(),
            Cells::Wide(cells) => cells.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The power of ten under every mantissa of the column.
    pub fn scale(&self) -> u32 {
        self.scale
    }

    /// A row's rating times `10^scale`, the middle for a range; `None` for a blank.
    #[inline]
    pub fn mantissa(&self, row: usize) -> Option<i128> {
        match &self.cells {
            Cells::Narrow(cells) => Some(cells[row]).filter(|&cell| cell != NARROW_BLANK).map(i128::from),
            Cells::Wide(cells) => Some(cells[row]).filter(|&cell| cell != WIDE_BLANK),
        }
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
        let cells: Option<Vec<i128>> = (0..self.len())
            .map(|row| self.mantissa(row).map_or(Some(WIDE_BLANK), |mantissa| mantissa.checked_mul(factor)))
            .collect();
        let cells = cells?;
        let narrow: Option<Vec<i32>> =
            cells.iter().map(|&cell| if cell == WIDE_BLANK { Some(NARROW_BLANK) } else { narrowed(cell) }).collect();
        self.cells = narrow.map_or(Cells::Wide(cells), Cells::Narrow);
        self.scale = scale;
        Some(())
    }

    fn push_mantissa(&mut self, mantissa: Option<i128>) {
        if let (Cells::Narrow(cells), Some(value)) = (&mut self.cells, mantissa)
            && narrowed(value).is_none()
        {
            let widen = |&cell: &i32| if cell == NARROW_BLANK { WIDE_BLANK } else { i128::from(cell) };
            self.cells = Cells::Wide(cells.iter().map(widen).collect());
        }
        match &mut self.cells {
            Cells::Narrow(cells) => cells.push(mantissa.and_then(narrowed).unwrap_or(NARROW_BLANK)),
            Cells::Wide(cells) => cells.push(mantissa.unwrap_or(WIDE_BLANK)),
        }
    }
}

fn narrowed(mantissa: i128) -> Option<i32> {
    i32::try_from(mantissa).ok().filter(|&cell| cell != NARROW_BLANK)
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
    fn a_range_counts_as_its_middle_and_keeps_its_ends() {
        let mut ratings = Ratings::default();
        ratings.push(None);
        ratings.push(Some(Rating::Range(decimal("6"), decimal("9"))));
        assert_eq!(ratings.get(1), Some(decimal("7.5")));
        assert_eq!(ratings.range(1), Some((decimal("6"), decimal("9"))));
        assert_eq!(ratings.range(0), None);
    }
}
