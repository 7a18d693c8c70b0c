//! Excel's workbooks, `.xlsx` and `.xlsm`: ECMA-376 in both its forms, as far as cells go.

use std::collections::HashMap;

use super::choice::{Choice, Sheet};
use super::content::{Content, Texts, date, push_text, unescaped};
use super::fault::Fault;
use super::gather::{Flow, Row};
use super::package::Package;
use super::xml::{Node, Xml, attributes};
use crate::finding::Position;

/// The last row and the last column of a sheet.
const LAST: (u32, u32) = (1_048_576, 16_384);

/// The parts of a workbook that its sheets need.
pub(super) struct Xlsx<'p, 'b> {
    package: &'p Package<'b>,
    sheets: Vec<(Sheet, String)>,
    texts: Texts,
    /// How the numbers of each style are shown.
    styles: Vec<Shown>,
    from_1904: bool,
}

impl<'p, 'b> Xlsx<'p, 'b> {
    /// The workbook of a package; `None` where it is none.
    pub(super) fn open(package: &'p Package<'b>) -> Result<Option<Self>, Fault> {
        let root = if package.has("_rels/.rels") { relations(package, "", "_rels/.rels")? } else { Vec::new() };
        let main = root.iter().find(|relation| relation.kind == "officeDocument").map(|found| found.target.as_str());
        let main = main.unwrap_or("xl/workbook.xml");
        if main.ends_with(".bin") {
            return Err(Fault::Other("xlsb"));
        }
        if !package.has(main) || !main.starts_with("xl/") && !is_workbook(package, main)? {
            return Ok(None);
        }
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
        let list = format!("{folder}/_rels/{name}.rels");
        let parts = relations(package, folder, list.trim_start_matches('/'))?;
        let part = |kind: &str| parts.iter().find(|relation| relation.kind == kind).map(|found| found.target.as_str());
        let texts = part("sharedStrings").map_or_else(|| Ok(Texts::default()), |part| shared_texts(package, part))?;
        let styles = part("styles").map_or_else(|| Ok(Vec::new()), |part| number_styles(package, part))?;
        let mut workbook = Self { package, sheets: Vec::new(), texts, styles, from_1904: false };
        workbook.read_list(main, &parts)?;
        Ok(Some(workbook))
    }

    fn read_list(&mut self, main: &str, parts: &[Relation]) -> Result<(), Fault> {
        let by_id: HashMap<&str, &Relation> = parts.iter().map(|relation| (relation.id.as_str(), relation)).collect();
        let mut xml = Xml::open(self.package, main)?;
        loop {
            match xml.next()? {
                Node::Open(element) if element.local_name().into_inner() == "workbookPr" => {
                    let [from_1904] = attributes(&element, ["date1904"], main)?;
                    self.from_1904 = from_1904.is_some_and(|value| is_true(&value));
                }
                Node::Open(element) if element.local_name().into_inner() == "sheet" => {
                    let [name, state, id] = attributes(&element, ["name", "state", "id"], main)?;
                    let name = unescaped(&name.unwrap_or_default());
                    let relation = id.and_then(|id| by_id.get(&*id));
                    // A sheet may be a chart or a dialogue: it has no cells.
                    let Some(part) = relation.filter(|relation| relation.kind == "worksheet") else { continue };
                    let is_visible = state.is_none_or(|state| state == "visible");
                    self.sheets.push((Sheet { name, is_visible }, part.target.clone()));
                }
                Node::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// Shows the sheets to a choice, one after the other.
    pub(super) fn walk(&self, choice: &mut Choice<'_>) -> Result<(), Fault> {
        for (sheet, part) in &self.sheets {
            if choice.begin(sheet) {
                self.read(&sheet.name, part, choice)?;
                choice.end(&self.texts)?;
            }
        }
        Ok(())
    }

    fn read(&self, sheet: &str, part: &str, choice: &mut Choice<'_>) -> Result<(), Fault> {
        let mut xml = Xml::open(self.package, part)?;
        let mut row = Row::default();
        let mut last_row = 0;
        let mut is_data = false;
        loop {
            match xml.next()? {
                Node::Open(element) => match element.local_name().into_inner() {
                    "sheetData" => is_data = true,
                    "row" if is_data => {
                        let [number, hidden] = attributes(&element, ["r", "hidden"], part)?;
                        row.number = match &number {
                            Some(number) => number
                                .parse()
                                .ok()
                                .filter(|number| (1..=LAST.0).contains(number))
                                .ok_or_else(|| Fault::BadReference(sheet.to_owned(), number.to_string()))?,
                            None => last_row + 1,
                        };
                        row.is_hidden = hidden.is_some_and(|value| is_true(&value));
                        row.cells.clear();
                        if row.number > LAST.0 {
                            return Err(Fault::TooLarge("rows", "1,048,576"));
                        }
                        if row.number <= last_row {
                            let position = Position { line: row.number as usize, column: 1 };
                            return Err(Fault::Disorder(sheet.to_owned(), position));
                        }
                        last_row = row.number;
                        drop(number);
                        self.cells(sheet, part, &mut xml, &mut row)?;
                        if choice.row(&mut row, &self.texts)? == Flow::Enough {
                            return Ok(());
                        }
                    }
                    _ => {}
                },
                Node::Close(end) if end.local_name().into_inner() == "sheetData" => is_data = false,
                Node::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// The cells of the row that has just been opened.
    fn cells(&self, sheet: &str, part: &str, xml: &mut Xml<'_>, row: &mut Row) -> Result<(), Fault> {
        let depth = xml.depth();
        let mut last = 0;
        while xml.depth() >= depth {
            let Node::Open(element) = xml.next()? else { continue };
            match element.local_name().into_inner() {
                "c" => {}
                "row" => return Err(Fault::NotXml(part.to_owned())),
                _ => continue,
            }
            let [reference, kind, style] = attributes(&element, ["r", "t", "s"], part)?;
            let (line, column) = match &reference {
                Some(reference) => {
                    let place = parse_reference(reference);
                    place.ok_or_else(|| Fault::BadReference(sheet.to_owned(), reference.to_string()))?
                }
                None => (row.number, last + 1),
            };
            if line != row.number || column <= last || column > LAST.1 {
                let position = Position { line: line as usize, column: column as usize };
                return Err(Fault::Disorder(sheet.to_owned(), position));
            }
            last = column;
            let kind = kind.map_or(Kind::Number, |kind| Kind::named(&kind));
            let shown = style.and_then(|style| self.styles.get(style.parse::<usize>().ok()?).copied());
            drop(reference);
            if let Some(content) = self.cell(xml, kind, shown.unwrap_or(Shown::Plain))? {
                if let Content::Shared(index) = content
                    && !self.texts.has(index)
                {
                    let position = Position { line: row.number as usize, column: column as usize };
                    return Err(Fault::NoSuchText(sheet.to_owned(), position));
                }
                row.cells.push((column, content));
            }
        }
        Ok(())
    }

    /// What the cell that has just been opened holds; `None` for nothing.
    fn cell(&self, xml: &mut Xml<'_>, kind: Kind, shown: Shown) -> Result<Option<Content>, Fault> {
        let depth = xml.depth();
        let (mut value, mut formula) = (None, None);
        while xml.depth() >= depth {
            let Node::Open(element) = xml.next()? else { continue };
            match element.local_name().into_inner() {
                "v" => value = Some(plain_text(xml)?),
                "f" => formula = Some(plain_text(xml)?),
                "is" => value = Some(unescaped(&rich_text(xml)?)),
                _ => xml.skip()?,
            }
        }
        let text = |text: String| Content::Text(text.into());
        let Some(value) = value else {
            // A formula that nobody has computed has no value to rank by.
            return Ok(formula.map(|formula| text(format!("={formula}"))));
        };
        Ok(Some(match kind {
            Kind::Shared => Content::Shared(value.trim().parse().unwrap_or(u32::MAX)),
            Kind::Boolean => text(if is_true(&value) { "TRUE".to_owned() } else { "FALSE".to_owned() }),
            Kind::Text => text(unescaped(&value)),
            Kind::Inline => text(value),
            Kind::Date => text(value.trim().trim_end_matches('Z').trim_end_matches("T00:00:00").replacen('T', " ", 1)),
            Kind::Number if value.trim().is_empty() => return Ok(None),
            Kind::Number => match shown {
                Shown::Date => {
                    let days = value.trim().parse().ok();
                    days.and_then(|days| date(days, self.from_1904)).map_or_else(|| Content::number(&value), text)
                }
                Shown::Percent => Content::percent(&value),
                Shown::Plain => Content::number(&value),
            },
        }))
    }
}

/// How a style shows a number, as far as it changes what people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Plain,
    Date,
    /// A hundred times as much, with a `%`.
    Percent,
}

/// What kind of value a cell says that it has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Text,
    Inline,
    Boolean,
    Date,
}

impl Kind {
    fn named(name: &str) -> Self {
        match name {
            "s" => Kind::Shared,
            "inlineStr" => Kind::Inline,
            "b" => Kind::Boolean,
            "d" => Kind::Date,
            // The text of an error is its name.
            "str" | "e" => Kind::Text,
            _ => Kind::Number,
        }
    }
}

/// The row and the column of a reference such as `F13`.
fn parse_reference(reference: &str) -> Option<(u32, u32)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at(letters);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && (1..=7).contains(&digits.len());
    if !(1..=3).contains(&letters.len()) || !is_number {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = digits.parse().ok()?;
    ((1..=LAST.0).contains(&row) && column <= LAST.1).then_some((row, column))
}

fn is_true(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "on")
}

/// The text of the element that has just been opened, without what is in elements within.
fn plain_text(xml: &mut Xml<'_>) -> Result<String, Fault> {
    let depth = xml.depth();
    let mut text = String::new();
    while xml.depth() >= depth {
        match xml.next()? {
            Node::Text(more) => push_text(&mut text, &more)?,
            Node::Open(_) => xml.skip()?,
            _ => {}
        }
    }
    Ok(text)
}

/// The text of a cell in several formats: its runs, without the furigana over them.
fn rich_text(xml: &mut Xml<'_>) -> Result<String, Fault> {
    let depth = xml.depth();
    let mut text = String::new();
    while xml.depth() >= depth {
        let Node::Open(element) = xml.next()? else { continue };
        match element.local_name().into_inner() {
            "t" => {
                let run = plain_text(xml)?;
                push_text(&mut text, &run)?;
            }
            "r" => {}
            _ => xml.skip()?,
        }
    }
    Ok(text)
}

/// The texts that all sheets share. How many there are said to be makes no difference.
fn shared_texts(package: &Package<'_>, part: &str) -> Result<Texts, Fault> {
    let mut texts = Texts::default();
    let mut xml = Xml::open(package, part)?;
    loop {
        match xml.next()? {
            Node::Open(element) if element.local_name().into_inner() == "si" => {
                let text = rich_text(&mut xml)?;
                texts.push(&unescaped(&text))?;
            }
            Node::End => return Ok(texts),
            _ => {}
        }
    }
}

/// For each style how it shows a number.
fn number_styles(package: &Package<'_>, part: &str) -> Result<Vec<Shown>, Fault> {
    /// The most styles that Excel writes.
    const STYLES: usize = 65_536;
    let mut formats: HashMap<u32, Shown> = HashMap::new();
    let mut styles = Vec::new();
    let mut is_cell_style = false;
    let mut xml = Xml::open(package, part)?;
    loop {
        match xml.next()? {
            Node::Open(element) => match element.local_name().into_inner() {
                "numFmt" => {
                    let [id, code] = attributes(&element, ["numFmtId", "formatCode"], part)?;
                    if let (Some(Ok(id)), Some(code)) = (id.map(|id| id.parse()), code)
                        && formats.len() < STYLES
                    {
                        formats.insert(id, shown_by(&code));
                    }
                }
                "cellXfs" => is_cell_style = true,
                "xf" if is_cell_style && styles.len() < STYLES => {
                    let [id] = attributes(&element, ["numFmtId"], part)?;
                    let id = id.and_then(|id| id.parse().ok()).unwrap_or(0);
                    let built_in = match id {
                        9 | 10 => Shown::Percent,
                        // With the dates of East Asia.
                        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Date,
                        _ => Shown::Plain,
                    };
                    styles.push(formats.get(&id).copied().unwrap_or(built_in));
                }
                _ => {}
            },
            Node::Close(end) if end.local_name().into_inner() == "cellXfs" => is_cell_style = false,
            Node::End => return Ok(styles),
            _ => {}
        }
    }
}

/// What a number format shows: parts of a date or of a time as in `yyyy/m/d`, `ggge"年"m"月"d"日"` and `[h]:mm`, or a per cent
/// as in `0.0%`.
fn shown_by(code: &str) -> Shown {
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => drop(characters.by_ref().find(|&end| end == '"')),
            '\\' | '_' | '*' => drop(characters.next()),
            '[' => {
                let inside: String = characters.by_ref().take_while(|&end| end != ']').collect();
                // Hours, minutes and seconds that go on counting; anything else is a colour or a condition.
                if !inside.is_empty() && inside.to_lowercase().chars().all(|unit| matches!(unit, 'h' | 'm' | 's')) {
                    return Shown::Date;
                }
            }
            // Of several sections the first is for positive numbers.
            ';' => return Shown::Plain,
            '%' => return Shown::Percent,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => return Shown::Date,
            'G' | 'g' if characters.as_str().to_lowercase().starts_with("eneral") => return Shown::Plain,
            _ => {}
        }
    }
    Shown::Plain
}

/// Where one part refers to another.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    target: String,
}

/// What a list of relations leads to, from the folder of the part that it belongs to.
fn relations(package: &Package<'_>, folder: &str, list: &str) -> Result<Vec<Relation>, Fault> {
    let mut relations = Vec::new();
    if !package.has(list) {
        return Ok(relations);
    }
    let mut xml = Xml::open(package, list)?;
    loop {
        match xml.next()? {
            Node::Open(element) if element.local_name().into_inner() == "Relationship" => {
                let [id, kind, target, mode] = attributes(&element, ["Id", "Type", "Target", "TargetMode"], list)?;
                if mode.is_some_and(|mode| mode == "External") {
                    continue;
                }
                let (id, target) = (id.unwrap_or_default().into_owned(), target.unwrap_or_default());
                let kind = kind.as_deref().and_then(|kind| kind.rsplit('/').next()).unwrap_or_default().to_owned();
                relations.push(Relation { id, kind, target: resolved(folder, &target) });
            }
            Node::End => return Ok(relations),
            _ => {}
        }
    }
}

/// A target as the name of a part.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// Whether a package's main part is a workbook: a text document has one too.
fn is_workbook(package: &Package<'_>, main: &str) -> Result<bool, Fault> {
    let mut xml = Xml::open(package, main)?;
    loop {
        match xml.next()? {
            Node::Open(element) => return Ok(element.local_name().into_inner() == "workbook"),
            Node::End => return Ok(false),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_cells_of_a_sheet_and_nothing_else() {
        assert_eq!(parse_reference("F13"), Some((13, 6)));
        assert_eq!(parse_reference("xfd1048576"), Some(LAST));
        for text in ["", "F", "13", "F0", "XFE1", "A1048577", "A4294967309", "AAAA1", "A-1", "$A$1", "Ａ1"] {
            assert_eq!(parse_reference(text), None, "{text}");
        }
    }

    #[test]
    fn formats_of_dates_are_told_from_formats_of_numbers() {
        for code in
            ["yyyy/m/d", "m\"月\"d\"日\"", "[h]:mm", "[$-411]ggge\"年\"m\"月\"d\"日\"", "h:mm AM/PM", "[Red]mmm-yy"]
        {
            assert_eq!(shown_by(code), Shown::Date, "{code}");
        }
        for code in
            ["General", "0.00", "#,##0;[Red]-#,##0", "0.0\"days\"", "0\"%\"", "0.00E+00", "@", "\\d0", "[>=10]0"]
        {
            assert_eq!(shown_by(code), Shown::Plain, "{code}");
        }
        for code in ["0%", "0.00%", "0.0 %;[Red]-0.0 %", "[Blue]#,##0%"] {
            assert_eq!(shown_by(code), Shown::Percent, "{code}");
        }
    }

    #[test]
    fn targets_are_found_from_the_folder_of_their_part() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("xl/a", "../b/./c.xml"), "xl/b/c.xml");
        assert_eq!(resolved("", "../../x"), "x");
    }
}
