//! Bytes to text, strictly: a byte order mark decides, else UTF-8, else one of the Japanese encodings by rule.
//!
//! Nothing is ever replaced: a byte that doesn't fit is a finding with its line.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, EUC_JP, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use rayon::prelude::*;

use crate::finding::{Finding, Position, Rule};

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();
/// The first byte of what changes the characters in ISO-2022-JP.
const ESCAPE: u8 = 0x1B;
/// So many sound multi-byte characters before a fault make a broken UTF-8 file rather than another encoding.
const SOUND_UTF8: usize = 4;

/// First bytes that mean something else than a table, and the name of what they mean.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "png"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"<!doctype", "html"),
    (b"<html", "html"),
    (b"{", "json"),
];

/// The encoding that a user names: any WHATWG label, and the Windows names of the Japanese ones.
pub fn encoding_named(label: &str) -> Option<&'static Encoding> {
    match label.to_ascii_lowercase().as_str() {
        "cp932" | "windows-932" | "sjis-win" => Some(SHIFT_JIS),
        _ => Encoding::for_label(label.as_bytes()),
    }
}

/// Decodes a whole file; a finding for what kept it from being read, or for what had to be guessed.
///
/// The text has no byte order mark. An encoding that the user names overrules everything but a byte order mark.
pub fn decode(bytes: Vec<u8>, named: Option<&'static Encoding>) -> Result<(String, Option<Finding>), Finding> {
    match signature(&bytes) {
        Some(kind) => {
            let kind = if kind == "ole" { ole_kind(&bytes) } else { kind };
            Err(Finding::new(Rule::NotText).with("kind", kind).advise(advice(kind)))
        }
        None => decode_whole(bytes, named),
    }
}

/// Decodes like [`decode`], and lets JSON pass, which is always Unicode.
pub fn decode_with_json(
    bytes: Vec<u8>,
    named: Option<&'static Encoding>,
) -> Result<(String, Option<Finding>), Finding> {
    match signature(&bytes) {
        Some("json") => decode_whole(bytes, None),
        _ => decode(bytes, named),
    }
}

/// Where the text begins in bytes that are sound UTF-8 and nothing else, which is what nearly all files are; `None` for
/// everything that takes a closer look. Long files are looked at by several threads.
pub(super) fn plain_utf8(bytes: &[u8], named: Option<&'static Encoding>) -> Option<usize> {
    /// So many bytes are looked at by one thread.
    const PIECE: usize = 1 << 20;
    let marked = bytes.starts_with(BYTE_ORDER_MARK);
    if signature(bytes).is_some() || !marked && named.is_some_and(|encoding| encoding != UTF_8) {
        return None;
    }
    // A piece but the first begins with a character: at most three bytes further than it would.
    let starts_one = |at: &usize| bytes.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80);
    let start = |piece: usize| {
        let at = (piece * PIECE).min(bytes.len());
        if piece == 0 { 0 } else { (at..at + 4).find(starts_one).unwrap_or(at) }
    };
    let is_plain = |piece: usize| {
        let piece = &bytes[start(piece)..start(piece + 1)];
        simdutf8::basic::from_utf8(piece).is_ok() && !is_odd(piece)
    };
    let pieces = bytes.len().div_ceil(PIECE);
    let all_plain = if pieces > 1 { (0..pieces).into_par_iter().all(is_plain) } else { (0..pieces).all(is_plain) };
    all_plain.then_some(if marked { BYTE_ORDER_MARK.len() } else { 0 })
}

/// Whether something stands in UTF-8 that makes it no plain text, or perhaps one in another encoding.
pub(super) fn is_odd(bytes: &[u8]) -> bool {
    memchr::memchr2(0, ESCAPE, bytes).is_some()
}

fn decode_whole(bytes: Vec<u8>, named: Option<&'static Encoding>) -> Result<(String, Option<Finding>), Finding> {
    let (text, guess) = decode_text(bytes, named)?;
    match memchr::memchr(0, text.as_bytes()) {
        Some(at) => {
            let position = crate::finding::Source::new("", &text).position(at);
            Err(Finding::new(Rule::NotText).with("kind", "nul").position(position))
        }
        None => Ok((text, guess)),
    }
}

fn decode_text(bytes: Vec<u8>, named: Option<&'static Encoding>) -> Result<(String, Option<Finding>), Finding> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Err(Finding::new(Rule::NotText).with("kind", "utf32"));
    }
    if bytes.starts_with(BYTE_ORDER_MARK) {
        return utf8(bytes, BYTE_ORDER_MARK.len()).map(|text| (text, None)).map_err(|at| fault(at, "UTF-8"));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return strict(UTF_16LE, &bytes[2..]).map(|text| (text, None));
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return strict(UTF_16BE, &bytes[2..]).map(|text| (text, None));
    }
    if let Some(encoding) = named {
        return strict(encoding, &bytes).map(|text| (text, None));
    }
    if memchr::memmem::find(&bytes, b"\x1b$").is_some() && bytes.is_ascii() {
        return Err(Finding::new(Rule::WrongEncoding).with("encoding", "ISO-2022-JP").advise("help-named"));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((text, None)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let sound = bytes[..valid].iter().filter(|&&byte| byte >= 0xC0).count();
            if sound >= SOUND_UTF8 { Err(fault(position_of(&bytes, valid), "UTF-8")) } else { japanese(&bytes) }
        }
    }
}

/// Windows-31J or EUC-JP, whichever decodes without a fault; where both do, the likelier one and a warning.
fn japanese(bytes: &[u8]) -> Result<(String, Option<Finding>), Finding> {
    let likely = likely_encoding(bytes);
    let guessed = |encoding: &'static Encoding| Finding::new(Rule::GuessedEncoding).with("encoding", encoding.name());
    match (strict(SHIFT_JIS, bytes), strict(EUC_JP, bytes)) {
        (Ok(text), Err(_)) if likely == SHIFT_JIS || is_japanese(&text) => Ok((text, None)),
        (Err(_), Ok(text)) if likely == EUC_JP || is_japanese(&text) => Ok((text, None)),
        (Ok(_), Ok(text)) if likely == EUC_JP => Ok((text, Some(guessed(EUC_JP)))),
        (Ok(text), Ok(_)) if likely == SHIFT_JIS => Ok((text, Some(guessed(SHIFT_JIS)))),
        // The decoder that came further is the one that the file was meant for.
        (Err(a), Err(b)) => Err(if a.position >= b.position { a } else { b }),
        _ => {
            let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
            Err(fault(position_of(bytes, first), "UTF-8").advise("help-named"))
        }
    }
}

fn likely_encoding(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"jp"), Utf8Detection::Deny)
}

/// Whether a text has kana: no Japanese sentence is without, and a European one misread has none.
fn is_japanese(text: &str) -> bool {
    text.chars().any(|character| matches!(character, '\u{3041}'..='\u{30FF}'))
}

/// Decodes without replacement; a finding with the line of the first byte that doesn't fit.
fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Finding> {
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(Cow::into_owned(text));
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len());
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    debug_assert!(matches!(result, DecoderResult::Malformed(..)) || read == bytes.len());
    let position = crate::finding::Source::new("", &text).position(text.len());
    Err(fault(position, encoding.name()))
}

fn utf8(mut bytes: Vec<u8>, skip: usize) -> Result<String, Position> {
    bytes.drain(..skip);
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        position_of(error.as_bytes(), valid)
    })
}

/// The position of a byte in a text that is sound UTF-8 up to there.
fn position_of(bytes: &[u8], at: usize) -> Position {
    let before = std::str::from_utf8(&bytes[..at]).unwrap_or_default();
    crate::finding::Source::new("", before).position(before.len())
}

fn fault(position: Position, encoding: &str) -> Finding {
    Finding::new(Rule::WrongEncoding).with("encoding", encoding).position(position)
}

fn signature(bytes: &[u8]) -> Option<&'static str> {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii_start();
    let begins =
        |signature: &[u8]| text.get(..signature.len()).is_some_and(|start| start.eq_ignore_ascii_case(signature));
    SIGNATURES.iter().find(|(signature, _)| begins(signature)).map(|(_, kind)| *kind)
}

/// What a compound file of Microsoft's holds: a workbook that is locked, one in the old format, or something else.
fn ole_kind(bytes: &[u8]) -> &'static str {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    match () {
        () if holds("EncryptedPackage") => "encrypted",
        () if holds("Workbook") || holds("Book\0") => "xls",
        () => "ole",
    }
}

/// The help that fits what the file is instead of a table.
fn advice(kind: &str) -> &'static str {
    match kind {
        "zip" | "ole" | "encrypted" | "xls" => "help-workbook",
        "html" => "help-html",
        _ => "help",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<String, Rule> {
        decode(bytes.to_vec(), None).map(|(text, _)| text).map_err(|finding| finding.rule)
    }

    #[test]
    fn what_excel_writes_is_read_without_a_flag() {
        let (sjis, _, _) = SHIFT_JIS.encode("ID,改善項目\n1,①㈱の表示ソ");
        let (euc, _, _) = EUC_JP.encode("ID,改善項目\n1,一括ダウンロードの手順を直す");
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("ID,項目".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(text(&sjis).as_deref(), Ok("ID,改善項目\n1,①㈱の表示ソ"));
        assert_eq!(text(&euc).as_deref(), Ok("ID,改善項目\n1,一括ダウンロードの手順を直す"));
        assert_eq!(text(&utf16).as_deref(), Ok("ID,項目"));
        assert_eq!(text(b"\xEF\xBB\xBFid").as_deref(), Ok("id"));
    }

    #[test]
    fn one_wrong_byte_in_a_utf8_file_is_found_and_never_turns_it_into_another_encoding() {
        let mut bytes = "id,項目\n1,検索の改善\n2,".as_bytes().to_vec();
        bytes.push(0x81);
        let finding = decode(bytes, None).map(|_| ()).map_err(|finding| (finding.rule, finding.position));
        assert_eq!(finding, Err((Rule::WrongEncoding, Some(Position { line: 3, column: 3 }))));
    }

    #[test]
    fn what_is_plain_is_what_decodes_to_itself() {
        let long = "id,項目\n1,検索の改善\n".repeat(60_000);
        let marked = format!("\u{FEFF}{long}");
        let mut broken = long.clone().into_bytes();
        broken[1_500_000] = 0xFF;
        assert_eq!(plain_utf8(long.as_bytes(), None), Some(0));
        assert_eq!(plain_utf8(marked.as_bytes(), Some(SHIFT_JIS)), Some(3));
        assert_eq!(plain_utf8(&broken, None), None);
        for bytes in [&b"{\"a\": 1}"[..], b"PK\x03\x04", b"id\0", b"\x1b$B", b"\x82\xa0", b"\xFF\xFEi\0"] {
            assert_eq!(plain_utf8(bytes, None), None);
        }
        assert_eq!(plain_utf8(b"id", Some(EUC_JP)), None);
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        for bytes in [&b"PK\x03\x04rest"[..], b"<!DOCTYPE html>", b"id\0,title", b"\xFF\xFE\0\0i\0\0\0"] {
            assert_eq!(text(bytes), Err(Rule::NotText));
        }
    }
}
