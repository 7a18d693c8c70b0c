//! One sheet, cell by cell, and what holds for its columns as a whole.

use rust_xlsxwriter::{
    ConditionalFormatBlank, ConditionalFormatDataBar, ConditionalFormatType, DataValidation, DataValidationRule,
    Format, FormatAlign, Formula, IgnoreError, ProtectionOptions, Worksheet, XlsxError,
};

use super::fit::{ARROW, as_text, fitted, lines, number_width, shortened, text_width};
use super::look::{BAR, GAP, Styles, Variants};
use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::model::Scale;
use crate::report::{Entry, Look, Sheet, SheetCell};
use crate::say;
use crate::table::is_formula;

/// A4, by its number among Excel's papers.
const A4: u8 = 9;

impl Sheet<'_> {
    /// The row of the headings.
    pub(super) fn head(&self) -> usize {
        if self.above.is_empty() { 0 } else { self.above.len() + 1 }
    }
}

/// A row's number; sheets that have more are refused before.
pub(super) fn at(row: usize) -> u32 {
    row as u32
}

/// A column's number; sheets that have more are refused before.
pub(super) fn across(column: usize) -> u16 {
    column as u16
}

/// One sheet on its way.
pub(super) struct Page<'p, 'a> {
    pub(super) sheet: &'p Sheet<'a>,
    pub(super) styles: &'p Styles,
    pub(super) lang: Lang,
    pub(super) page: &'p mut Worksheet,
    pub(super) cut: usize,
}

impl Page<'_, '_> {
    /// Writes the sheet; says how many cells were cut.
    pub(super) fn write(mut self) -> Result<usize, XlsxError> {
        let sheet = self.sheet;
        let head = sheet.head();
        let formats = |column| Variants::of(column, &self.styles.column(column, sheet.locked));
        let variants: Vec<Variants> = sheet.columns.iter().map(formats).collect();
        let mut widths = vec![0; variants.len()];
        for number in 0..sheet.len {
            for (column, cell) in (sheet.row)(number).into_iter().enumerate().take(variants.len()) {
                let width = self.cell(at(head + 1 + number), across(column), &cell, &variants[column])?;
                widths[column] = widths[column].max(width);
            }
        }
        let widths: Vec<usize> =
            sheet.columns.iter().zip(widths).map(|(column, width)| fitted(column, width)).collect();
        for (column, width) in widths.iter().enumerate() {
            self.page.set_column_width(across(column), *width as f64)?;
        }
        self.above(widths.iter().sum())?;
        self.headings(head, &widths)?;
        self.page.set_freeze_panes(at(head + 1), across(sheet.frozen))?;
        if sheet.len > 0 && !sheet.columns.is_empty() {
            self.ranges(at(head), at(head + sheet.len))?;
        }
        self.print(at(head))?;
        Ok(self.cut)
    }

    /// The title and the sentences, each across all columns.
    fn above(&mut self, width: usize) -> Result<(), XlsxError> {
        let last = across(self.sheet.columns.len().saturating_sub(1));
        for (row, sentence) in self.sheet.above.iter().enumerate() {
            let format = if row == 0 { &self.styles.title } else { &self.styles.sentence };
            let text = shortened(sentence).0;
            if row == 0 || last == 0 {
                self.page.write_string_with_format(at(row), 0, text, format)?;
            } else {
                self.page.merge_range(at(row), 0, at(row), last, &text, format)?;
                self.page.set_row_height(at(row), self.height(lines(sentence, width)))?;
            }
        }
        Ok(())
    }

    fn headings(&mut self, head: usize, widths: &[usize]) -> Result<(), XlsxError> {
        let mut most = 1;
        for (number, column) in self.sheet.columns.iter().enumerate() {
            let (text, was_cut) = shortened(&column.heading);
            self.cut += usize::from(was_cut);
            let room = widths[number].saturating_sub(if self.sheet.filter { ARROW + 1 } else { 1 });
            most = most.max(lines(&column.heading, room));
            let head_format = match column.look {
                Look::Text | Look::Wrapped => self.styles.head.clone().set_align(FormatAlign::Left),
                _ => self.styles.head.clone().set_align(FormatAlign::Center),
            };
            self.page.write_string_with_format(at(head), across(number), text, &head_format)?;
        }
        self.page.set_row_height(at(head), self.height(most.min(6)) + 4.0)?;
        Ok(())
    }

    /// The height of a row of so many lines, in points.
    fn height(&self, lines: usize) -> f64 {
        /// Excel knows no higher row.
        const HIGHEST: f64 = 400.0;
        let line = match self.lang {
            Lang::En => 15.0,
            Lang::Ja => 18.75,
        };
        (lines as f64 * line).min(HIGHEST)
    }

    /// Writes a cell and says how wide it is.
    fn cell(&mut self, row: u32, column: u16, cell: &SheetCell<'_>, formats: &Variants) -> Result<usize, XlsxError> {
        let page = &mut *self.page;
        Ok(match cell {
            SheetCell::Blank => {
                page.write_blank(row, column, &formats.plain)?;
                0
            }
            SheetCell::Text(text) if text.is_empty() => {
                page.write_blank(row, column, &formats.text)?;
                0
            }
            SheetCell::Text(text) => {
                let (shown, was_cut) = shortened(text);
                self.cut += usize::from(was_cut);
                let width = text_width(&shown);
                let format = if is_formula(&shown) { &formats.quoted } else { &formats.text };
                page.write_string_with_format(row, column, shown, format)?;
                width
            }
            SheetCell::Heading(text) if text.is_empty() => {
                page.write_blank(row, column, &self.styles.heading)?;
                0
            }
            SheetCell::Heading(text) => {
                page.write_string_with_format(row, column, shortened(text).0, &self.styles.heading)?;
                // It runs on over the empty cells beside it.
                0
            }
            SheetCell::Number(value) => {
                page.write_number_with_format(row, column, *value, &formats.plain)?;
                number_width(*value)
            }
            SheetCell::Uncertain(value) => {
                page.write_number_with_format(row, column, *value, &formats.uncertain)?;
                number_width(*value) + 1
            }
            SheetCell::Input(value) => {
                page.write_number_with_format(row, column, *value, &self.styles.input)?;
                number_width(*value)
            }
            SheetCell::Formula(text, value) => {
                let result = value.map_or(String::new(), as_text);
                page.write_formula_with_format(row, column, Formula::new(text).set_result(result), &formats.plain)?;
                value.map_or(0, number_width)
            }
        })
    }

    /// What holds for whole columns: filters, what may be typed, bars, the lock.
    fn ranges(&mut self, head: u32, last: u32) -> Result<(), XlsxError> {
        let sheet = self.sheet;
        let first = head + 1;
        if sheet.filter {
            self.page.autofilter(head, 0, last, across(sheet.columns.len() - 1))?;
        }
        for (number, column) in sheet.columns.iter().enumerate() {
            let number = across(number);
            if let Some(validation) = column.entry.and_then(|entry| validation(entry, self.lang)) {
                self.page.add_data_validation(first, number, last, number, &validation)?;
            }
            if column.marks_blanks {
                let blank = ConditionalFormatBlank::new().set_format(Format::new().set_background_color(GAP));
                self.page.add_conditional_format(first, number, last, number, &blank)?;
            }
            if let Some((low, high)) = column.bar {
                let bar = ConditionalFormatDataBar::new().set_fill_color(BAR).set_solid_fill(true).set_border_off(true);
                let bar = bar.set_minimum(ConditionalFormatType::Number, low);
                let bar = match high {
                    Some(high) => bar.set_maximum(ConditionalFormatType::Number, high),
                    None => bar,
                };
                self.page.add_conditional_format(first, number, last, number, &bar)?;
            }
        }
        // Ids and the like are texts on purpose.
        self.page.ignore_error_range(
            first,
            0,
            last,
            across(sheet.columns.len() - 1),
            IgnoreError::NumberStoredAsText,
        )?;
        if sheet.locked {
            let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
            self.page.protect_with_options(&options);
        }
        Ok(())
    }

    /// Landscape A4, as wide as the page, the headings on every page.
    fn print(&mut self, head: u32) -> Result<(), XlsxError> {
        self.page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        self.page.set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3).set_footer("&C&P / &N");
        self.page.set_repeat_rows(head, head)?;
        Ok(())
    }
}

/// What a spreadsheet lets people type into a column, where it is not anything.
fn validation(entry: Entry, lang: Lang) -> Option<DataValidation> {
    let number = |number: Decimal| number.to_string().parse::<f64>().unwrap_or_default();
    let (validation, message) = match entry {
        Entry::Text => return None,
        Entry::On(Scale::Quantity) => {
            let rule = DataValidationRule::GreaterThanOrEqualTo(0.0);
            (DataValidation::new().allow_decimal_number(rule), lang.text("entry-quantity"))
        }
        Entry::On(Scale::Bounded(low, high)) => {
            let rule = DataValidationRule::Between(number(low), number(high));
            let message = say!(lang, "entry-scale", low = low.to_string(), high = high.to_string());
            (DataValidation::new().allow_decimal_number(rule), message)
        }
        Entry::OneOf(low, high) => {
            let message = say!(lang, "entry-list", low = low.to_string(), high = high.to_string());
            let list: Vec<String> = (low..=high).map(|number| number.to_string()).collect();
            // A list of very long numbers has no room in a cell's rule.
            let validation = DataValidation::new().allow_list_strings(&list).unwrap_or_else(|_| {
                DataValidation::new().allow_decimal_number(DataValidationRule::Between(low as f64, high as f64))
            });
            (validation, message)
        }
    };
    validation.set_error_message(message).ok()
}
