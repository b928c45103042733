//! Whose document it is, over a chart or a table.

use crate::shell::state::State;
use crate::ui::charts::Caption;
use i18n::exports::sample_mark;
use i18n::sentences::within;
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::text::Text;
use std::rc::Rc;

/// Whose results they are.
#[derive(PartialEq, Eq)]
pub struct DocumentCaption {
    pub(crate) unit: String,
    pub(crate) level: Rc<Text>,
    pub(crate) year: u16,
    pub(crate) notice: Option<Text>,
    pub(crate) mark: Option<&'static str>,
}

impl DocumentCaption {
    /// Reads it.
    pub fn read(state: &State) -> Self {
        Self {
            unit: state.document.assessment().unit.name.trim().to_owned(),
            level: Rc::clone(state.document.level_name()),
            year: state.document.assessment().year,
            notice: state.document.set().notice.clone(),
            mark: sample_mark(state.document.assessment()),
        }
    }

    /// "UBND xã Phú Mậu, cấp xã, 2023".
    pub fn told(&self, words: Words) -> String {
        let unit = match self.unit.as_str() {
            "" => words.get(Key::UnitUnnamed).to_owned(),
            unit => show_invisible(unit),
        };
        [unit, within(words.of(&self.level)), self.year.to_string()].join(", ")
    }

    /// What the set wants said with every score.
    pub fn notice(&self, words: Words) -> String {
        self.notice.as_ref().map(|notice| words.of(notice).to_owned()).unwrap_or_default()
    }

    /// What goes with a chart that is handed over.
    pub(crate) fn caption(&self, words: Words) -> Caption {
        Caption { mark: self.mark, whose: self.told(words), notice: self.notice(words) }
    }
}
