//! Arguments become settings: pure functions that leave nothing undecided, and say in one sentence what can't be.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{anyhow, bail};
use encoding_rs::Encoding;
use strum::VariantNames;
use tenbin::decimal::Decimal;
use tenbin::input::config::Asked;
use tenbin::input::{NamedColumns, TableForm, WantedView, encoding_named, is_condition};
use tenbin::lang::Lang;
use tenbin::render::{FindingsFormat, Format};
use tenbin::{prose, say};

use super::options::{Check, ColorChoice, Language, Output, Ranking, Reading, TableReading, View, Weighing};

/// Where an answer goes and how it looks.
#[derive(Clone, Debug)]
pub struct OutputSettings {
    pub format: Format,
    pub path: Option<PathBuf>,
    pub excel: bool,
    pub ascii: bool,
    pub color: ColorChoice,
    pub width: Option<usize>,
}

/// Where findings go and how they look.
#[derive(Clone, Debug)]
pub struct FindingsSettings {
    pub format: FindingsFormat,
    pub path: Option<PathBuf>,
    pub ascii: bool,
    pub color: ColorChoice,
    pub width: Option<usize>,
}

/// How a backlog is read and weighed, as far as the command line says.
#[derive(Clone, Debug)]
pub struct RankingSettings {
    pub model: Option<String>,
    pub weights_file: Option<PathBuf>,
    pub weights: Vec<(String, Decimal)>,
    pub scenario: Option<String>,
    pub columns: NamedColumns,
    /// What a column can be named for in this command beside what it can be everywhere.
    pub own_columns: &'static [&'static str],
    pub encoding: Option<&'static Encoding>,
    pub delimiter: Option<u8>,
    pub sheet: Option<String>,
    /// What is asked of the four fields, where the command is about them: the model is then one that has both criteria.
    pub axes: Option<Asked>,
    /// Which items are looked at, and how they are put together.
    pub view: WantedView,
    /// How many ranks the first ones are, where the command line says it.
    pub top: Option<usize>,
}

impl RankingSettings {
    /// What is said of a table that is no backlog.
    pub fn form(&self) -> TableForm<'_> {
        TableForm { delimiter: self.delimiter, columns: &self.columns.only }
    }
}

/// The language before the command line is parsed, so that its own faults can be told in it: `--lang`, else the
/// locale.
pub fn language_of(arguments: &[OsString], locale: Option<&str>) -> Lang {
    let texts: Vec<&str> =
        arguments.iter().take_while(|argument| *argument != "--").filter_map(|a| a.to_str()).collect();
    let after = texts.iter().position(|text| *text == "--lang").and_then(|at| texts.get(at + 1).copied());
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    match after.or(joined) {
        Some("ja") => Lang::Ja,
        Some("en") => Lang::En,
        _ => locale.map_or(Lang::En, Lang::from_locale),
    }
}

/// The locale for messages. POSIX's order: `LC_ALL`, `LC_MESSAGES`, `LANG`; where none is set, the system's.
pub fn locale() -> Option<String> {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = variables.iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    set.or_else(sys_locale::get_locale)
}

/// The language that was asked for, where one was.
pub fn language(asked: Option<Language>, otherwise: Lang) -> Lang {
    match asked {
        Some(Language::En) => Lang::En,
        Some(Language::Ja) => Lang::Ja,
        None => otherwise,
    }
}

/// Settles how an answer is printed. `width` is that of the terminal, if the answer goes to one.
pub fn output(
    options: &Output,
    color: ColorChoice,
    width: Option<usize>,
    lang: Lang,
) -> anyhow::Result<OutputSettings> {
    let format = match (&options.format, &options.output) {
        (Some(name), _) => named_format(name, lang)?,
        (None, Some(path)) => format_of(path, options.excel, lang)?,
        (None, None) if options.excel => Format::Csv,
        (None, None) => Format::default(),
    };
    if options.excel && !matches!(format, Format::Csv | Format::Tsv) {
        bail!(say!(lang, "error-excel-format", format = format.name()));
    }
    Ok(OutputSettings {
        format,
        path: options.output.clone(),
        excel: options.excel,
        ascii: options.ascii,
        color,
        width,
    })
}

/// Settles how findings are printed.
pub fn findings_output(
    options: &Check,
    color: ColorChoice,
    width: Option<usize>,
    lang: Lang,
) -> anyhow::Result<FindingsSettings> {
    let format = match (&options.format, &options.output) {
        (Some(name), _) => FindingsFormat::from_str(name)
            .map_err(|_| unknown_format("error-format", name, FindingsFormat::VARIANTS, lang))?,
        (None, Some(path)) => {
            let ending = path.extension().and_then(|ending| ending.to_str());
            match ending.map(FindingsFormat::from_ending) {
                Some(Some(format)) => format,
                None => FindingsFormat::default(),
                Some(None) => {
                    let file = path.to_string_lossy();
                    return Err(unknown_format("error-ending", &file, FindingsFormat::VARIANTS, lang));
                }
            }
        }
        (None, None) => FindingsFormat::default(),
    };
    Ok(FindingsSettings { format, path: options.output.clone(), ascii: options.ascii, color, width })
}

/// Settles how the list of rules, or one of them, is printed: as any answer is, but for the names of the formats.
pub fn rules_output(printing: FindingsSettings, lang: Lang) -> anyhow::Result<OutputSettings> {
    let format = match printing.format {
        FindingsFormat::Human => Format::Table,
        FindingsFormat::Json => Format::Json,
        FindingsFormat::Markdown => Format::Markdown,
        other => bail!(say!(lang, "error-rules-format", format = other.name())),
    };
    let FindingsSettings { path, ascii, color, width, .. } = printing;
    Ok(OutputSettings { format, path, excel: false, ascii, color, width })
}

/// Settles how a backlog is read and weighed.
pub fn ranking(options: &Ranking, lang: Lang) -> anyhow::Result<RankingSettings> {
    let settings = weighing(&options.weighing, &options.reading, lang)?;
    Ok(RankingSettings { scenario: options.scenario.clone(), ..settings })
}

/// Settles how a backlog is read and weighed, without a scenario.
pub fn weighing(weighing: &Weighing, reading: &Reading, lang: Lang) -> anyhow::Result<RankingSettings> {
    let weights = weighing.weight.iter().map(|text| weight(text, lang)).collect::<Result<_, _>>()?;
    let only = reading.column.iter().map(|text| column(text, lang)).collect::<Result<_, _>>()?;
    let encoding = reading.encoding.as_deref().map(|name| {
        encoding_named(name).ok_or_else(|| anyhow!(say!(lang, "error-encoding", name = prose::name(name))))
    });
    Ok(RankingSettings {
        model: weighing.model.clone(),
        weights_file: weighing.weights.clone(),
        weights,
        scenario: None,
        columns: NamedColumns { also: Vec::new(), only },
        own_columns: &[],
        encoding: encoding.transpose()?,
        delimiter: reading.delimiter.as_deref().map(|text| delimiter(text, lang)).transpose()?,
        sheet: reading.sheet.clone(),
        axes: None,
        view: WantedView::default(),
        top: None,
    })
}

/// Settles how a table is read that is no backlog, and by which model's names.
pub fn table(
    model: Option<&str>,
    weights: Option<&Path>,
    reading: &TableReading,
    lang: Lang,
) -> anyhow::Result<RankingSettings> {
    let (model, weights) = (model.map(str::to_owned), weights.map(Path::to_owned));
    let TableReading { column, encoding, delimiter, sheet } = reading.clone();
    let reading = Reading { column, encoding, delimiter, sheet };
    self::weighing(&Weighing { model, weights, weight: Vec::new() }, &reading, lang)
}

/// Settles what is looked at. Whether there are such columns and values, the file says.
pub fn view(options: &View, lang: Lang) -> anyhow::Result<WantedView> {
    if let Some(text) = options.r#where.iter().find(|text| !is_condition(text)) {
        bail!(say!(lang, "error-where", text = prose::name(text)));
    }
    Ok(WantedView { by: options.by.clone(), conditions: options.r#where.clone() })
}

/// A number above nought, such as a goal.
pub fn goal(text: &str, lang: Lang) -> anyhow::Result<Decimal> {
    let goal = Decimal::parse(text.trim(), b'.').ok().filter(|goal| *goal > Decimal::ZERO);
    goal.ok_or_else(|| anyhow!(say!(lang, "error-goal", text = prose::name(text))))
}

fn named_format(name: &str, lang: Lang) -> anyhow::Result<Format> {
    Format::from_str(name).map_err(|_| unknown_format("error-format", name, Format::VARIANTS, lang))
}

/// Says that a name or a file's ending means no format, and which ones there are.
fn unknown_format(message: &str, name: &str, known: &[&str], lang: Lang) -> anyhow::Error {
    let known = prose::list(lang, known.iter().map(|name| prose::name(name)));
    anyhow!(say!(lang, message, name = prose::name(name), file = prose::name(name), known = known))
}

fn format_of(path: &Path, excel: bool, lang: Lang) -> anyhow::Result<Format> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.and_then(Format::from_ending) {
        Some(format) => Ok(format),
        None if excel => Ok(Format::Csv),
        // A device or a name without an ending says nothing: what a terminal would get.
        None if ending.is_none() => Ok(Format::default()),
        None => Err(unknown_format("error-ending", &path.to_string_lossy(), Format::VARIANTS, lang)),
    }
}

fn weight(text: &str, lang: Lang) -> anyhow::Result<(String, Decimal)> {
    let parsed = text.split_once('=').and_then(|(key, number)| {
        let weight = Decimal::parse(number.trim(), b'.').ok()?;
        (weight >= Decimal::ZERO).then(|| (key.trim().to_owned(), weight))
    });
    parsed.ok_or_else(|| anyhow!(say!(lang, "error-weight", text = prose::name(text))))
}

/// An amount above 0.
pub fn amount(text: &str) -> Option<Decimal> {
    Decimal::parse(text.trim(), b'.').ok().filter(|amount| *amount > Decimal::ZERO)
}

/// A share above 0 and up to 1: `0.1`, or `10%`.
pub fn share(text: &str) -> Option<f64> {
    let (number, is_percent) = text.trim().strip_suffix('%').map_or((text.trim(), false), |number| (number, true));
    let number = Decimal::parse(number.trim(), b'.').ok()?;
    let share: f64 = (if is_percent { number.percent() } else { number }).to_string().parse().ok()?;
    (share > 0.0 && share <= 1.0).then_some(share)
}

fn column(text: &str, lang: Lang) -> anyhow::Result<(String, String)> {
    let (key, header) = text
        .split_once('=')
        .filter(|(key, header)| !key.trim().is_empty() && !header.is_empty())
        .ok_or_else(|| anyhow!(say!(lang, "error-column", text = prose::name(text))))?;
    Ok((key.trim().to_owned(), header.to_owned()))
}

fn delimiter(text: &str, lang: Lang) -> anyhow::Result<u8> {
    match text {
        "tab" | "\\t" => Ok(b'\t'),
        "comma" => Ok(b','),
        "semicolon" => Ok(b';'),
        "pipe" => Ok(b'|'),
        _ => match text.as_bytes() {
            &[byte] if byte.is_ascii_punctuation() && byte != b'"' || byte == b'\t' || byte == b' ' => Ok(byte),
            _ => bail!(say!(lang, "error-delimiter", text = prose::name(text))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain() -> Output {
        Output { format: None, output: None, excel: false, ascii: false }
    }

    fn format(options: &Output) -> Option<Format> {
        output(options, ColorChoice::Auto, None, Lang::En).ok().map(|settings| settings.format)
    }

    #[test]
    fn a_flag_wins_over_the_ending_and_the_ending_over_the_default() {
        assert_eq!(format(&plain()), Some(Format::Table));
        let json = Output { output: Some("a.json".into()), ..plain() };
        assert_eq!(format(&json), Some(Format::Json));
        assert_eq!(format(&Output { format: Some("csv".into()), ..json }), Some(Format::Csv));
        assert_eq!(format(&Output { output: Some("a.docx".into()), ..plain() }), None);
        assert_eq!(format(&Output { excel: true, ..plain() }), Some(Format::Csv));
        assert_eq!(format(&Output { excel: true, format: Some("json".into()), ..plain() }), None);
    }

    #[test]
    fn the_language_is_known_before_the_command_line_is() {
        let words = |texts: &[&str]| texts.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language_of(&words(&["tenbin", "rank", "--lang", "ja"]), None), Lang::Ja);
        assert_eq!(language_of(&words(&["tenbin", "--lang=en"]), Some("ja_JP.UTF-8")), Lang::En);
        assert_eq!(language_of(&words(&["tenbin", "rank", "--", "--lang", "ja"]), None), Lang::En);
        assert_eq!(language_of(&words(&["tenbin"]), Some("ja_JP.UTF-8")), Lang::Ja);
    }

    #[test]
    fn weights_and_delimiters_are_taken_as_people_type_them() {
        assert_eq!(
            weight("ease=2.5", Lang::En).ok().map(|(key, weight)| (key, weight.to_string())),
            Some(("ease".to_owned(), "2.5".to_owned()))
        );
        assert!(weight("ease", Lang::En).is_err());
        assert!(weight("ease=-1", Lang::En).is_err());
        assert_eq!(delimiter("tab", Lang::En).ok(), Some(b'\t'));
        assert_eq!(delimiter(";", Lang::En).ok(), Some(b';'));
        assert!(delimiter("ab", Lang::En).is_err());
    }
}
