//! Some hundreds of inputs by chance for the targets about tables, on any toolchain: seeds that are cut, doubled, mixed and
//! strewn with words. The same inputs in every run; `TENBIN_FUZZ_RUNS` says how many of them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Inputs for each target where nobody says how many.
const RUNS: usize = 400;

#[test]
fn ballots_by_chance_keep_their_promises() {
    try_out("ballots", tenbin_fuzz::ballots::check);
}

#[test]
fn results_by_chance_keep_their_promises() {
    try_out("results", tenbin_fuzz::results::check);
}

#[test]
fn funnels_by_chance_keep_their_promises() {
    try_out("funnels", tenbin_fuzz::funnels::check);
}

#[test]
fn plans_by_chance_keep_their_promises() {
    try_out("plans", tenbin_fuzz::plans::check);
}

fn try_out(target: &str, check: fn(&[u8])) {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut entries: Vec<_> = std::fs::read_dir(home.join("seeds").join(target))
        .expect("there are seeds")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    entries.sort();
    let seeds: Vec<Vec<u8>> = entries.iter().map(|path| std::fs::read(path).expect("a seed can be read")).collect();
    let words = words(&std::fs::read_to_string(home.join("tables.dict")).expect("the words can be read"));
    let runs = std::env::var("TENBIN_FUZZ_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for run in 0..runs {
        let input = match seeds.get(run) {
            Some(seed) => seed.clone(),
            None => changed(&seeds, &words, &mut chance),
        };
        if catch_unwind(AssertUnwindSafe(|| check(&input))).is_err() {
            panic!("{target}, run {run}: {:?}", String::from_utf8_lossy(&input));
        }
    }
}

/// The words of a dictionary: each stands in quotes on a line of its own, with `\xNN` for what can't.
fn words(dictionary: &str) -> Vec<Vec<u8>> {
    let quoted = |line: &str| line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).map(str::to_owned);
    dictionary.lines().filter_map(quoted).map(|word| unescaped(&word)).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = word;
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend(before.as_bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).expect("two hexadecimal digits"));
        rest = &after[2..];
    }
    bytes.extend(rest.as_bytes());
    bytes
}

/// A seed with some changes, mostly small ones, and any last byte.
fn changed(seeds: &[Vec<u8>], words: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let text = |seed: &[u8]| seed[..seed.len() - 1].to_vec();
    let mut input = text(&seeds[chance.below(seeds.len())]);
    for _ in 0..1 + chance.below(4) {
        let mut lines: Vec<Vec<u8>> = input.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
        let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
        match chance.below(8) {
            0 => lines.swap(one, other),
            1 => lines.insert(other, lines[one].clone()),
            2 if lines.len() > 2 => drop(lines.remove(one)),
            3 => {
                let other = text(&seeds[chance.below(seeds.len())]);
                let others: Vec<&[u8]> = other.split(|&byte| byte == b'\n').collect();
                lines[one] = others[chance.below(others.len())].to_vec();
            }
            4 => swap_cells(&mut lines, one, other, chance),
            5 => {
                let at = chance.below(lines[one].len() + 1);
                let to = (at + 1 + chance.below(4)).min(lines[one].len());
                lines[one].drain(at..to.max(at));
            }
            6 => replace_cell(&mut lines[one], &words[chance.below(words.len())], chance),
            _ => {
                let word = &words[chance.below(words.len())];
                let at = chance.below(lines[one].len() + 1);
                lines[one].splice(at..at, word.iter().copied());
            }
        }
        input = lines.join(&b'\n');
    }
    input.push(chance.below(256) as u8);
    input
}

/// Swaps a cell of one line with one of another.
fn swap_cells(lines: &mut [Vec<u8>], one: usize, other: usize, chance: &mut Chance) {
    let cell = |line: &[u8], chance: &mut Chance| {
        let cells: Vec<&[u8]> = line.split(|byte| b",;\t".contains(byte)).collect();
        cells[chance.below(cells.len())].to_vec()
    };
    let (first, second) = (cell(&lines[one], chance), cell(&lines[other], chance));
    replace_cell(&mut lines[one], &second, chance);
    replace_cell(&mut lines[other], &first, chance);
}

/// Puts something else into a cell.
fn replace_cell(line: &mut Vec<u8>, content: &[u8], chance: &mut Chance) {
    let ends: Vec<usize> = (0..line.len()).filter(|&at| b",;\t".contains(&line[at])).chain([line.len()]).collect();
    let cell = chance.below(ends.len());
    let start = if cell == 0 { 0 } else { ends[cell - 1] + 1 };
    line.splice(start..ends[cell], content.iter().copied());
}

/// Numbers that look like chance, by Marsaglia's xorshift: the same on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
