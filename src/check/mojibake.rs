//! Text that was written as UTF-8 and read as something else: turned back, it is sound UTF-8 again.
//!
//! That is the whole test. Text that was never garbled doesn't come out as UTF-8 by chance: in windows-1252 it would
//! have to hold `Ã©` and the like, in Shift_JIS runs of such kanji as 縺 and 繧 in just the right places.

use std::borrow::Cow;
use std::str;

use encoding_rs::{Encoding, SHIFT_JIS, WINDOWS_1252};

/// The text as it was, where it is certain that it has been garbled.
pub(super) fn mended(text: &str) -> Option<String> {
    /// So many characters of the way back may be chance; one more may not.
    const CHANCE: [(&Encoding, usize); 2] = [(WINDOWS_1252, 0), (SHIFT_JIS, 1)];
    CHANCE
        .iter()
        .find_map(|(encoding, chance)| turned_back(text, encoding).filter(|(_, wide)| wide > chance))
        .map(|m| m.0)
}

/// The text's bytes in an encoding, read as UTF-8, and how many characters beyond ASCII that makes.
///
/// Where the last character was cut in two, what came before it still counts if there is enough of it.
fn turned_back(text: &str, encoding: &'static Encoding) -> Option<(String, usize)> {
    /// So many characters are enough though something is lost behind them.
    const ENOUGH: usize = 3;
    let (bytes, _, had_errors) = encoding.encode(text);
    let bytes: Cow<'_, [u8]> = bytes;
    if had_errors {
        return None;
    }
    let wide = |text: &str| text.chars().filter(|character| !character.is_ascii()).count();
    match str::from_utf8(&bytes) {
        Ok(meant) => Some((meant.to_owned(), wide(meant))),
        Err(error) => {
            let sound = str::from_utf8(&bytes[..error.valid_up_to()]).ok()?;
            (wide(sound) >= ENOUGH).then(|| (format!("{sound}…"), wide(sound)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn garbled(text: &str, encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn garbled_text_is_turned_back() {
        assert_eq!(mended("CafÃ©"), Some("Café".to_owned()));
        assert_eq!(mended(&garbled("検索の速度", WINDOWS_1252)), Some("検索の速度".to_owned()));
        assert_eq!(mended(&garbled("請求書を一括", SHIFT_JIS)).map(|meant| meant.starts_with("請求書")), Some(true));
    }

    #[test]
    fn sound_text_is_left_alone() {
        for text in ["Café", "検索の速度", "Ã", "縺れる", "繧", "ﾃﾞｰﾀの移行", "naïve – “quoted”", "①㈱の№", "Größe"]
        {
            assert_eq!(mended(text), None, "{text}");
        }
    }
}
