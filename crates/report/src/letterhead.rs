//! The head of the report and its signature, by the level of the unit (Nghị định 30/2020/NĐ-CP).

use super::phrases::{one_line, or_dots};
use i18n::ExportKey;
use i18n::exports::{export_text, fill_export_text};
use scoring::assessment::Assessment;

/// What stands above the title, and who signs. Names are as typed; whoever draws them sets them in capitals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// The superior body; blank where none is named.
    pub superior: String,
    /// The issuing body, its first words written out on a line of their own.
    pub issuer: Vec<String>,
    /// "Số:      /BC-UBND".
    pub number: String,
    /// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".
    pub nation: &'static str,
    /// "Độc lập - Tự do - Hạnh phúc".
    pub motto: &'static str,
    /// "Huế, ngày … tháng … năm 2023".
    pub place_and_date: String,
    /// "BÁO CÁO".
    pub kind: &'static str,
    /// For whom is signed, where a head signs for a body. "TM. ỦY BAN NHÂN DÂN".
    pub on_behalf: Option<&'static str>,
    /// Who signs.
    pub signer: &'static str,
    /// "Nơi nhận:".
    pub recipients: &'static str,
    /// The year written after the blank day and month.
    pub year: String,
}

/// Who signs in a body that is no committee, by the first words of its name.
const HEADS: [(&str, ExportKey); 4] = [
    ("văn phòng", ExportKey::ReportHeadOfOffice),
    ("thanh tra", ExportKey::ReportHeadOfInspectorate),
    ("ban ", ExportKey::ReportHeadOfBoard),
    ("sở ", ExportKey::ReportDirector),
];

impl Letterhead {
    pub(super) fn of(assessment: &Assessment) -> Self {
        let unit = &assessment.unit;
        let name = one_line(&unit.name);
        let committee = is_committee(&unit.level, &name);
        let small = name.to_lowercase();
        let head = HEADS.iter().find(|(first, _)| small.starts_with(first)).map(|(_, head)| *head);
        // A set of another province may have levels of its own.
        let other =
            if unit.level == "department" { ExportKey::ReportDirector } else { ExportKey::ReportHeadOfUnit };
        // The abbreviation of a department is its own; that of a committee is known.
        let abbreviation = if committee { "BC-UBND" } else { "BC-" };
        let year = year(assessment);
        let place = or_dots(&unit.place);
        Self {
            superior: one_line(&unit.superior),
            issuer: written_out(&or_dots(&unit.name)),
            number: fill_export_text(ExportKey::ReportNumber, &[("abbreviation", abbreviation)]),
            nation: export_text(ExportKey::ReportNation),
            motto: export_text(ExportKey::ReportMotto),
            place_and_date: fill_export_text(
                ExportKey::ReportPlaceAndDate,
                &[("place", &place), ("year", &year)],
            ),
            kind: export_text(ExportKey::ReportKind),
            on_behalf: committee.then(|| export_text(ExportKey::ReportCommittee)),
            signer: export_text(if committee { ExportKey::ReportChairman } else { head.unwrap_or(other) }),
            recipients: export_text(ExportKey::ReportRecipients),
            year,
        }
    }
}

/// Whether the unit is a people's committee: at three of the Programme's levels it is, elsewhere its name tells.
fn is_committee(level: &str, name: &str) -> bool {
    matches!(level, "province" | "district" | "commune")
        || (level != "department"
            && (name.starts_with("UBND") || name.starts_with(export_text(ExportKey::ReportCommitteeName))))
}

/// The name of the issuing body may not be abbreviated: "UBND xã Phú Mậu" is "Ủy ban nhân dân" and below it "xã Phú Mậu".
fn written_out(name: &str) -> Vec<String> {
    let committee = export_text(ExportKey::ReportCommitteeName);
    let rest = ["UBND", committee].iter().find_map(|first| name.strip_prefix(first)?.strip_prefix(' '));
    rest.map_or_else(|| vec![name.to_owned()], |rest| vec![committee.to_owned(), rest.trim().to_owned()])
}

/// The year that stands in the date: that of the day up to which figures count, where it is later than the year reported on.
fn year(assessment: &Assessment) -> String {
    let as_of = assessment.period.as_of.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0_u16);
    as_of.max(assessment.year).to_string()
}
