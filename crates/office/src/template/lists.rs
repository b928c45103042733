//! The lists that cells are chosen from. They stand on the hidden sheet, for a list within a cell may have 255 characters.

use rust_xlsxwriter::{ColNum, DataValidation, Formula, Worksheet, XlsxError};

use super::layout::{MARKS_NAME, PERIODS};
use crate::workbook::column_name;
use i18n::exports::{ExportKey, export_text};
use scoring::target_set::{ChoiceOption, TargetSet};

/// The lists, each a column of the hidden sheet from [`FIRST`] on.
pub(super) struct Lists(Vec<Vec<String>>);

/// The column of the first list.
const FIRST: ColNum = 3;

/// The lists that every template has.
pub(super) const TARGETS: usize = 0;
pub(super) const YES_NO: usize = 1;
pub(super) const MARK: usize = 2;
pub(super) const PERIOD: usize = 3;

impl Lists {
    pub(super) fn new(set: &TargetSet, level: &str) -> Self {
        let targets = set.targets().filter(|target| target.claims(level)).map(|target| target.id.to_string());
        let words = |words: &[ExportKey]| words.iter().map(|word| export_text(*word).to_owned()).collect();
        Self(vec![
            targets.collect(),
            words(&[ExportKey::TemplateYes, ExportKey::TemplateNo]),
            words(&[ExportKey::TemplateMark]),
            words(&PERIODS.map(|(_, word)| word)),
        ])
    }

    /// A list of cases; its number.
    pub(super) fn add(&mut self, options: &[ChoiceOption]) -> usize {
        self.0.push(options.iter().map(|option| option.name.vi.clone()).collect());
        self.0.len() - 1
    }

    /// Lets a cell be chosen from a list.
    pub(super) fn validation(&self, list: usize) -> DataValidation {
        let column = column_name(u32::try_from(list).unwrap_or_default() + u32::from(FIRST));
        let end = self.0.get(list).map_or(1, |texts| texts.len().max(1)).to_string();
        let range = ["'", MARKS_NAME, "'!$", &column, "$1:$", &column, "$", &end].concat();
        DataValidation::new().allow_list_formula(Formula::new(range))
    }

    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, list) in (FIRST..).zip(&self.0) {
            for (row, text) in (0..).zip(list) {
                sheet.write_string(row, column, text)?;
            }
        }
        Ok(())
    }
}
