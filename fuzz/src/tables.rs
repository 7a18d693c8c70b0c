//! What the targets for several texts share: an input is one text, or two with a line of `%%` between them, and a last byte
//! that chooses what is asked.

/// What stands between two texts.
const BETWEEN: &str = "\n%%\n";
/// So many rows are enough; more take too long where sets are chosen or orders drawn.
pub const MOST_ROWS: usize = 12;

/// An input, taken apart.
pub struct Parts<'d> {
    /// What chooses.
    pub turn: usize,
    pub first: &'d str,
    pub second: Option<&'d str>,
}

impl<'d> Parts<'d> {
    /// Takes an input apart; `None` where it is no text.
    pub fn of(data: &'d [u8]) -> Option<Self> {
        let (&turn, bytes) = data.split_last()?;
        let text = std::str::from_utf8(bytes).ok()?;
        let (first, second) = match text.split_once(BETWEEN) {
            Some((first, second)) => (first, Some(second)),
            None => (text, None),
        };
        Some(Self { turn: usize::from(turn), first, second })
    }
}

/// One of some choices; what is left of the turn chooses further.
pub fn choose<T: Copy>(turn: &mut usize, choices: &[T]) -> T {
    let choice = choices[*turn % choices.len()];
    *turn /= choices.len();
    choice
}

/// No table has more rows than its text has lines.
pub fn lines(text: &str) -> usize {
    text.split(['\n', '\r']).count()
}
