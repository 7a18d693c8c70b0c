//! A set of items as bits, in the order of the ranking: of two sets the greater one has the item that ranks highest among
//! those in which they differ.

/// Items by their places in the ranking. Sets of one size of ranking compare; the empty one is the least.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Set(Vec<u64>);

/// How many words a set of so many items has.
pub(super) fn words(items: usize) -> usize {
    items.div_ceil(u64::BITS as usize)
}

/// The word and the bit of an item; the highest item has the highest bit, so that words compare as sets do.
pub(super) fn place(item: usize) -> (usize, u64) {
    let bits = u64::BITS as usize;
    (item / bits, 1 << (bits - 1 - item % bits))
}

impl Set {
    /// No items out of so many.
    pub(super) fn empty(items: usize) -> Self {
        Self(vec![0; words(items)])
    }

    /// The set that some words are.
    pub(super) fn of_words(words: &[u64]) -> Self {
        Self(words.to_vec())
    }

    pub(super) fn insert(&mut self, item: usize) {
        let (word, bit) = place(item);
        self.0[word] |= bit;
    }

    pub(super) fn remove(&mut self, item: usize) {
        let (word, bit) = place(item);
        self.0[word] &= !bit;
    }

    pub(super) fn has(&self, item: usize) -> bool {
        let (word, bit) = place(item);
        self.0[word] & bit != 0
    }

    /// The items, the highest first.
    pub(super) fn items(&self) -> impl Iterator<Item = usize> {
        (0..self.0.len() * u64::BITS as usize).filter(|&item| self.has(item))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(items: &[usize]) -> Set {
        let mut set = Set::empty(130);
        items.iter().for_each(|&item| set.insert(item));
        set
    }

    #[test]
    fn the_greater_set_has_the_highest_item_in_which_they_differ() {
        assert!(set(&[0]) > set(&[1, 2, 3]));
        assert!(set(&[0, 5]) > set(&[0, 6, 129]));
        assert!(set(&[70]) > set(&[71, 129]));
        assert_eq!(set(&[129, 3, 64]).items().collect::<Vec<_>>(), [3, 64, 129]);
    }
}
