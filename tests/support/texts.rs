//! Cells of delimited texts: wild ones, and the quotes that they need.

use super::chance::Chance;

/// A cell as it is written: in quotes where it needs them, or where `always` says so.
pub fn quoted(cell: &str, delimiter: u8, always: bool) -> String {
    if always || cell.contains(['"', '\n', '\r', char::from(delimiter)]) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A text of up to `pieces` pieces, of which people's titles and the edges of the format are made.
pub fn wild(chance: &mut Chance, pieces: usize) -> String {
    const PIECES: [&str; 28] = [
        "a",
        "B",
        "7",
        " ",
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "\"\"",
        "\n",
        "\r\n",
        "\r",
        "'",
        "=1+1",
        "-",
        "検索の改善",
        "表示ソ",
        "〜",
        "　",
        "é",
        "e\u{301}",
        "🙂",
        "👨‍👩‍👧",
        "\\",
        "sep=;",
        "#",
        "null",
    ];
    (0..chance.below(pieces + 1)).map(|_| chance.pick(&PIECES)).collect()
}
