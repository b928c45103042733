//! The official report "Báo cáo kết quả tự đánh giá, chấm điểm" and its annex, as data: the page prints it, Word and Excel
//! hold the same. Pure; depends on `scoring`, `planning` and `i18n`.
//!
//! It is Vietnamese whatever the language of the page, for that is what offices send. No number is worked out here: each comes from
//! the scorecard. What the unit typed stands in it as text and nothing else, in full.

mod annex;
mod body;
pub mod csv;
pub mod figures_csv;
mod letterhead;
mod missing_items;
mod phrases;
mod work_csv;

pub use annex::Annex;
pub use annex::COLUMNS;
pub use annex::Column;
pub use annex::Row;
pub use annex::RowKind;
pub use letterhead::Letterhead;
pub use missing_items::MissingItems;
pub use missing_items::missing_items;
pub use work_csv::work_csv;
pub use work_csv::work_title;

use i18n::ExportKey;
use i18n::exports::{VIETNAMESE as WORDS, export_text, fill_export_text, sample_mark};
use scoring::assessment::Assessment;
use scoring::scored_document::ScoredDocument;
use scoring::target_set::TargetSet;

/// The report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What stands on every page of a sample's.
    pub mark: Option<&'static str>,
    /// What stands above the title, and who signs.
    pub letterhead: Letterhead,
    /// What it reports on, under the title.
    pub subject: String,
    /// To whom it goes. Kính gửi.
    pub addressee: String,
    /// The text, from the legal basis on.
    pub body: Vec<Block>,
    /// The closing words, which stand with the signature.
    pub closing: String,
    /// Who receives it, a line each. Nơi nhận.
    pub recipients: Vec<String>,
    /// The table of scored targets.
    pub annex: Annex,
}

/// A paragraph of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// How it is set.
    pub kind: BlockKind,
    /// Its words.
    pub text: String,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A line of the legal basis, in italics.
    Basis,
    /// The title of a numbered part, bold.
    Heading,
    /// A paragraph.
    Text,
    /// A line that announces a list, and stays with its first line.
    Lead,
    /// A line of a list, which begins with a dash.
    Item,
    /// A remark in italics.
    Remark,
}

/// What the report is called wherever its period and its source are named.
struct Names {
    /// "năm 2023", "quý I năm 2023".
    period: String,
    /// "Chương trình 196/CTr-UBND".
    source: String,
    /// The unit as it is called within a sentence; dots where it has no name yet.
    unit: String,
}

/// The report of an assessment; `card` is what it scores by the set.
pub fn report(document: &ScoredDocument) -> Report {
    let (set, assessment, card) = (document.set(), document.assessment(), &**document.card());
    let names = Names {
        period: phrases::period(assessment),
        source: phrases::source(set),
        unit: phrases::or_dots(&assessment.unit.name),
    };
    let letterhead = Letterhead::of(assessment);
    let superior = phrases::or_dots(&assessment.unit.superior);
    Report {
        mark: sample_mark(assessment),
        subject: fill_export_text(
            ExportKey::ReportSubject,
            &[("period", &names.period), ("source", &names.source)],
        ),
        addressee: fill_export_text(ExportKey::ReportAddressee, &[("name", &superior)]),
        body: body::body(set, assessment, card, &names),
        closing: fill_export_text(
            ExportKey::ReportClosing,
            &[("period", &names.period), ("unit", &names.unit)],
        ),
        recipients: recipients(assessment),
        annex: Annex::of(set, assessment, card, &letterhead, &names),
        letterhead,
    }
}

/// Who receives the report: as typed, else those who always do.
fn recipients(assessment: &Assessment) -> Vec<String> {
    let typed = phrases::lines(&assessment.narrative.recipients);
    if typed.is_empty() { usual_recipients().map(String::from).to_vec() } else { typed }
}

/// Who receives a report when nothing else is said.
pub fn usual_recipients() -> [&'static str; 2] {
    [export_text(ExportKey::ReportRecipientSame), export_text(ExportKey::ReportRecipientArchive)]
}

/// The legal basis when nothing else is said: the document that the targets come from.
pub fn usual_basis(set: &TargetSet) -> String {
    phrases::basis(set)
}
