//! Fonts, colours and number formats.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::lang::Lang;
use crate::report::{Look, SheetColumn};

const HEAD: u32 = 0xE7_ED_F4;
const LINE: u32 = 0xB8_C4_D2;
const FAINT: u32 = 0xE1_E6_EC;
const INPUT: u32 = 0xFF_F5_D1;
const INPUT_TEXT: u32 = 0x1D_4E_A0;
pub(super) const BAR: u32 = 0xA9_CB_EA;
pub(super) const GAP: u32 = 0xFB_E3_DE;

/// The formats of a workbook's cells.
pub(super) struct Styles {
    pub(super) base: Format,
    pub(super) title: Format,
    pub(super) sentence: Format,
    pub(super) head: Format,
    pub(super) heading: Format,
    pub(super) input: Format,
}

impl Styles {
    pub(super) fn new(lang: Lang) -> Self {
        let base = Format::new().set_align(FormatAlign::VerticalCenter);
        let base = match lang {
            Lang::En => base,
            Lang::Ja => base.set_font_name("游ゴシック").set_font_size(11).set_font_charset(128),
        };
        let line = |format: Format| format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
        Self {
            title: base.clone().set_bold().set_font_size(14),
            sentence: base.clone().set_text_wrap().set_align(FormatAlign::Top),
            head: line(base.clone().set_bold().set_background_color(HEAD).set_text_wrap()),
            heading: line(base.clone().set_bold()),
            input: base
                .clone()
                .set_align(FormatAlign::Center)
                .set_background_color(INPUT)
                .set_font_color(INPUT_TEXT)
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE),
            base,
        }
    }

    /// How a column's cells look.
    pub(super) fn column(&self, column: &SheetColumn, locked: bool) -> Format {
        let format = match (column.entry, locked) {
            (Some(_), true) => self.input.clone().set_unlocked(),
            _ => self.base.clone().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(FAINT),
        };
        match column.look {
            Look::Text => format.set_align(FormatAlign::Left),
            Look::Wrapped => format.set_align(FormatAlign::Left).set_text_wrap(),
            Look::General => format.set_align(FormatAlign::Center),
            Look::Places(0) if column.bar.is_none() => format.set_align(FormatAlign::Center).set_num_format("#,##0"),
            Look::Places(0) => format.set_num_format("#,##0"),
            Look::Places(places) => format.set_num_format(format!("#,##0.{}", "0".repeat(places as usize))),
            Look::Percent => format.set_align(FormatAlign::Center).set_num_format("0.0%"),
        }
    }
}

/// The formats of one column.
pub(super) struct Variants {
    pub(super) plain: Format,
    pub(super) text: Format,
    /// A text that would become a formula when somebody opens the cell and leaves it again.
    pub(super) quoted: Format,
    pub(super) uncertain: Format,
}

impl Variants {
    pub(super) fn of(column: &SheetColumn, format: &Format) -> Self {
        let text =
            if column.look == Look::General { format.clone().set_align(FormatAlign::Left) } else { format.clone() };
        Self {
            plain: format.clone(),
            quoted: text.clone().set_quote_prefix(),
            text,
            uncertain: format.clone().set_num_format("\"~\"General"),
        }
    }
}
