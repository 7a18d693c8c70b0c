//! Sorts the keys of one draw after the other: spread over buckets first, then each put straight among its neighbours.
//!
//! Scores of a draw lie more or less evenly between the least and the most, so a bucket gets a key or two, and sorting
//! takes a time that grows with the keys alone. Where they don't, the library's sort takes over.

/// A bucket with more keys than this is no bucket any more.
const CROWD: u32 = 64;

/// The memory that a sort needs, kept from one to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Sorter {
    starts: Vec<u32>,
    spread: Vec<u64>,
}

impl Sorter {
    /// Sorts keys, the lowest first.
    pub(super) fn sort(&mut self, keys: &mut Vec<u64>) {
        let (least, most) = keys.iter().fold((u64::MAX, 0), |(least, most), &key| (least.min(key), most.max(key)));
        // The leading bits of the distance from the least: as many as it takes for two buckets a key, or a few more.
        let bits = |number: u64| u64::BITS - number.leading_zeros();
        let buckets = bits(keys.len() as u64) + 1;
        let shift = bits(most.saturating_sub(least)).saturating_sub(buckets);
        let bucket = |key: u64| (key.wrapping_sub(least) >> shift) as usize;
        self.starts.clear();
        self.starts.resize((1 << buckets) + 1, 0);
        for &key in keys.iter() {
            self.starts[bucket(key) + 1] += 1;
        }
        if self.starts.iter().any(|count| *count > CROWD) {
            keys.sort_unstable();
            return;
        }
        for place in 1..self.starts.len() {
            self.starts[place] += self.starts[place - 1];
        }
        self.spread.clear();
        self.spread.resize(keys.len(), 0);
        for &key in keys.iter() {
            let start = &mut self.starts[bucket(key)];
            self.spread[*start as usize] = key;
            *start += 1;
        }
        std::mem::swap(keys, &mut self.spread);
        for place in 1..keys.len() {
            let key = keys[place];
            let mut to = place;
            while to > 0 && keys[to - 1] > key {
                keys[to] = keys[to - 1];
                to -= 1;
            }
            keys[to] = key;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_however_they_lie() {
        let mut sorter = Sorter::default();
        let even: Vec<u64> = (0..1000).map(|number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15)).collect();
        let crowded: Vec<u64> = (0..1000).map(|number| number * 7 % 100).chain([u64::MAX]).collect();
        for keys in [even, crowded, vec![5; 300], vec![3], Vec::new(), vec![u64::MAX, 0]] {
            let (mut ours, mut theirs): (Vec<u64>, Vec<u64>) = (keys.clone(), keys);
            sorter.sort(&mut ours);
            theirs.sort_unstable();
            assert_eq!(ours, theirs);
        }
    }
}
