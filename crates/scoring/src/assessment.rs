//! The document: unit, year, answers, narrative. Everything is kept as typed.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::json::Members;

/// A unit's assessment of itself. Phiếu tự đánh giá.
///
/// `rest` holds, here and below, the keys of the file that this version does not know; they are written back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// Which document this is, and which revision.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub document: DocumentInfo,
    /// The unit.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unit: Unit,
    /// The year assessed.
    pub year: u16,
    /// The period of the year.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub period: Period,
    /// The set that it answers.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub target_set: SetReference,
    /// Answers by target id, those of targets that do not apply now included. Shared, so that keeping an earlier state
    /// for undo, or telling that a row did not change, costs next to nothing.
    pub answers: BTreeMap<String, Rc<Answer>>,
    /// What the report says besides figures.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub narrative: Narrative,
    /// Who does the work still needed and by when, by target id. Phân công.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub work: BTreeMap<String, Task>,
    /// The plans kept by name, in the order kept. Phương án.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub plans: Vec<KeptPlan>,
    /// Keys of the file that are not known here.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// The highest revision that is read. A document can be saved on from it for as long as anybody will: the storage
/// counts in 32 bits, and a file that says the last of them could never be saved again.
pub const MOST_REVISIONS: u32 = 2_147_483_647;

/// The top-level key that marks a file as a sample: its value is the sample's id.
pub const SAMPLE_KEY: &str = "sample";

/// How the UUIDs of samples begin, and no other: a second mark, for those who lose the first.
pub const SAMPLE_UUIDS: &str = "6d61752d-";

impl Assessment {
    /// Whether it is a sample, or was made from one: figures to teach with, never those of a unit.
    pub fn is_sample(&self) -> bool {
        self.document.id.starts_with(SAMPLE_UUIDS) || self.rest.iter().any(|(key, _)| key == SAMPLE_KEY)
    }
}

/// Which document, and which revision of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct DocumentInfo {
    /// UUID, the same through all revisions and copies.
    pub id: String,
    /// Counts the saved changes, from 1.
    #[cfg_attr(feature = "schema", schemars(range(max = MOST_REVISIONS)))]
    pub revision: u32,
    /// When it was begun, ISO 8601 with offset.
    pub created: String,
    /// When it was last saved, ISO 8601 with offset.
    pub saved: String,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// The unit that assesses itself. Đơn vị.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Unit {
    /// "UBND xã Phú Mậu".
    pub name: String,
    /// Id of its level: "commune".
    pub level: String,
    /// The superior body. Cơ quan cấp trên.
    pub superior: String,
    /// The place named before the date. Địa danh.
    pub place: String,
    /// Who prepared the figures. Người lập.
    pub prepared_by: String,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// The period that the figures are of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Period {
    /// Which part of the year.
    pub kind: PeriodKind,
    /// Figures up to this day, ISO 8601; blank when not said. Số liệu tính đến.
    pub as_of: String,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// Part of the year; goals stay the year's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PeriodKind {
    /// The whole year.
    #[default]
    #[cfg_attr(feature = "schema", schemars(rename = "year"))]
    Year,
    /// The first quarter.
    #[cfg_attr(feature = "schema", schemars(rename = "q1"))]
    FirstQuarter,
    /// The first half-year.
    #[cfg_attr(feature = "schema", schemars(rename = "h1"))]
    FirstHalf,
    /// Nine months.
    #[cfg_attr(feature = "schema", schemars(rename = "m9"))]
    NineMonths,
}

impl PeriodKind {
    /// Every period with its text in files.
    pub const ALL: [(&'static str, Self); 4] =
        [("year", Self::Year), ("q1", Self::FirstQuarter), ("h1", Self::FirstHalf), ("m9", Self::NineMonths)];

    /// Its text in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::FirstQuarter => "q1",
            Self::FirstHalf => "h1",
            Self::NineMonths => "m9",
        }
    }
}

/// The set that an assessment answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SetReference {
    /// Its id.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// SHA-256 of its canonical JSON, lower-case hex.
    pub sha256: String,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// What a unit entered for one target.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Answer {
    /// Figures by field, verbatim as typed.
    pub figures: BTreeMap<String, String>,
    /// A note, or the explanation owed where evidence is missing. Giải trình.
    pub note: String,
    /// Documents that prove the figures. Tài liệu kiểm chứng.
    pub evidence: Vec<Evidence>,
    /// Why nothing arises; `Some("")` while the reason is still owed. Không phát sinh.
    pub not_applicable: Option<String>,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// A document that proves figures. Tài liệu kiểm chứng.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Evidence {
    /// "12/BC-UBND".
    pub number: String,
    /// Its date, ISO 8601.
    pub date: String,
    /// Its title.
    pub title: String,
    /// Section and page.
    pub place: String,
    /// Its address on the web.
    #[cfg_attr(feature = "schema", schemars(rename = "link"))]
    pub url: String,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// What the report says besides figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Narrative {
    /// Difficulties. Khó khăn, vướng mắc.
    pub difficulties: String,
    /// Proposals. Kiến nghị, đề xuất.
    pub proposals: String,
    /// The legal basis, a line each; blank stands for the usual one. Căn cứ.
    pub basis: String,
    /// Who receives the report, a line each; blank stands for the usual ones. Nơi nhận.
    pub recipients: String,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// The work still needed for a target: who does it, by when, and how far. Free text of the unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Task {
    /// Who does it. Người thực hiện.
    pub who: String,
    /// By when, as the unit says it: "trước 20/12". Thời hạn.
    pub by: String,
    /// The figures to reach, by field, where a plan says how far; empty where the work goes all the way.
    pub figures: BTreeMap<String, String>,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

/// A plan kept by name: the figures that it wants of each target that it moves. Phương án.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct KeptPlan {
    /// Its name.
    pub name: String,
    /// The index that it was made to reach, in percent ("85"); blank when it was made by hand.
    pub wanted: String,
    /// The figures that it wants, by target id and field, as they would be typed.
    pub figures: BTreeMap<String, BTreeMap<String, String>>,
    /// Unknown keys.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub rest: Members,
}

impl Task {
    /// Whether nothing was entered.
    pub fn is_blank(&self) -> bool {
        self.who.is_empty() && self.by.is_empty() && self.figures.is_empty() && self.rest.is_empty()
    }
}

impl Answer {
    /// A figure as typed; blank when nothing was.
    pub fn figure(&self, field: &str) -> &str {
        self.figures.get(field).map_or("", String::as_str)
    }

    /// Whether something proves or explains the figures.
    pub fn is_documented(&self) -> bool {
        !self.note.trim().is_empty() || self.evidence.iter().any(|evidence| !evidence.is_blank())
    }

    /// Whether nothing at all was entered.
    pub fn is_blank(&self) -> bool {
        self.figures.values().all(std::string::String::is_empty)
            && self.note.is_empty()
            && self.evidence.is_empty()
            && self.not_applicable.is_none()
            && self.rest.is_empty()
    }
}

impl Evidence {
    /// Whether nothing was entered.
    pub fn is_blank(&self) -> bool {
        [&self.number, &self.date, &self.title, &self.place, &self.url]
            .iter()
            .all(|text| text.trim().is_empty())
    }
}
