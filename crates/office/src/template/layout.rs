//! Where everything stands in the template: what its writer and its reader must agree on.
//!
//! The first column of each sheet is hidden and says what a row is, so that rows may be moved or removed and sheets renamed.

use rust_xlsxwriter::{ColNum, RowNum};

use i18n::exports::ExportKey;
use scoring::assessment::PeriodKind;

/// The version of the template.
pub const VERSION: &str = "1";

/// What stands in the first cell of each sheet: the hidden one with marks and lists, figures, documents.
pub const MARKS: &str = "tu-cham/template";
pub const FIGURES: &str = "tu-cham/figures";
pub const EVIDENCE: &str = "tu-cham/evidence";

/// The hidden sheet's name.
pub const MARKS_NAME: &str = "tu-cham";

/// The hidden column that says what a row is.
pub const KEY: ColNum = 0;
/// The first row that is neither title nor head of the table.
pub const FIRST_ROW: RowNum = 3;

/// Columns of the figures.
pub const TARGET: ColNum = 1;
pub const NAME: ColNum = 2;
pub const LABEL: ColNum = 3;
pub const VALUE: ColNum = 4;
pub const UNIT: ColNum = 5;
pub const GOAL: ColNum = 6;
pub const NOT_APPLICABLE: ColNum = 7;
pub const REASON: ColNum = 8;
pub const NOTE: ColNum = 9;

/// Columns of the documents: the target stands in [`TARGET`], its name in [`NAME`].
pub const NUMBER: ColNum = 3;
pub const DATE: ColNum = 4;
pub const TITLE: ColNum = 5;
pub const PLACE: ColNum = 6;
pub const LINK: ColNum = 7;

/// Marks in the hidden sheet, a row each, before its lists.
pub const MARK_NAMES: [&str; 7] = ["version", "set", "edition", "sha256", "level", "year", "document"];

/// The texts of the heading, by their keys in the hidden column.
pub const HEADING: [(&str, ExportKey); 4] = [
    ("unit.name", ExportKey::TemplateUnit),
    ("unit.superior", ExportKey::TemplateSuperior),
    ("unit.place", ExportKey::TemplatePlace),
    ("unit.prepared_by", ExportKey::TemplatePreparedBy),
];
/// The heading's period and day.
pub const PERIOD: &str = "period.kind";
pub const AS_OF: &str = "period.as_of";

/// The periods with their texts.
pub const PERIODS: [(PeriodKind, ExportKey); 4] = [
    (PeriodKind::Year, ExportKey::TemplatePeriodYear),
    (PeriodKind::FirstQuarter, ExportKey::TemplatePeriodFirstQuarter),
    (PeriodKind::FirstHalf, ExportKey::TemplatePeriodFirstHalf),
    (PeriodKind::NineMonths, ExportKey::TemplatePeriodNineMonths),
];
