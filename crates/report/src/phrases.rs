//! Phrases that come again in a report: its period, its source, dates, the unit's own lines.

use i18n::ExportKey;
use i18n::exports::{export_text, fill_export_text};
use scoring::assessment::{Assessment, PeriodKind};
use scoring::invisible_chars::show_invisible;
use scoring::target_set::TargetSet;

/// The period reported on: "năm 2023", "6 tháng đầu năm 2023".
pub(super) fn period(assessment: &Assessment) -> String {
    let phrase = match assessment.period.kind {
        PeriodKind::Year => ExportKey::ReportYear,
        PeriodKind::FirstQuarter => ExportKey::ReportFirstQuarter,
        PeriodKind::FirstHalf => ExportKey::ReportFirstHalf,
        PeriodKind::NineMonths => ExportKey::ReportNineMonths,
    };
    fill_export_text(phrase, &[("year", &assessment.year.to_string())])
}

/// The document that the targets come from, with its kind as its number tells it: "Chương trình 196/CTr-UBND". A set without
/// one is called by its title.
pub(super) fn source(set: &TargetSet) -> String {
    let number = set.source.number.trim();
    if number.is_empty() {
        return one_line(&set.title.vi);
    }
    let letters = number.split_once('/').map_or("", |(_, rest)| rest);
    let letters = letters.split('-').next().unwrap_or_default();
    let kind = match letters {
        "CTr" => ExportKey::ReportKindProgramme,
        "QĐ" => ExportKey::ReportKindDecision,
        "KH" => ExportKey::ReportKindPlan,
        "NQ" => ExportKey::ReportKindResolution,
        "CT" => ExportKey::ReportKindDirective,
        _ => ExportKey::ReportKindOther,
    };
    [export_text(kind), " ", &one_line(number)].concat()
}

/// The usual legal basis, with date and issuer where the set says them.
pub(super) fn basis(set: &TargetSet) -> String {
    let (source, issuer) = (source(set), one_line(&set.source.issuer));
    match long_date(&set.source.date) {
        Some(date) if !issuer.is_empty() => fill_export_text(
            ExportKey::ReportBasis,
            &[("source", &source), ("date", &date), ("issuer", &issuer)],
        ),
        _ => fill_export_text(ExportKey::ReportBasisShort, &[("source", &source)]),
    }
}

/// A date as official documents write it, "19 tháng 5 năm 2022": days 1 to 9 and the first two months take a zero, so that nothing can be
/// added before them. `None` for what is no date.
fn long_date(iso: &str) -> Option<String> {
    let (year, month, day) = (iso.get(..4)?, iso.get(5..7)?, iso.get(8..10)?);
    let month = if matches!(month, "01" | "02") { month } else { month.trim_start_matches('0') };
    Some(fill_export_text(ExportKey::ReportDate, &[("day", day), ("month", month), ("year", year)]))
}

/// The lines of what was typed, blank ones left out.
pub(super) fn lines(text: &str) -> Vec<String> {
    // What cannot be seen is shown, so that nothing reads otherwise than it was typed.
    let lines = text.lines().map(|line| show_invisible(line).replace('\t', " ").trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// What was typed, on one line.
pub(super) fn one_line(text: &str) -> String {
    lines(text).join(" ")
}

/// What was typed, or dots to be filled in by hand.
pub(super) fn or_dots(text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() { export_text(ExportKey::ReportBlank).to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn dates_take_a_zero_where_official_documents_want_one() {
        for (iso, shown) in [
            ("2022-05-19", Some("19 tháng 5 năm 2022")),
            ("2026-02-05", Some("05 tháng 02 năm 2026")),
            ("2024-10-31", Some("31 tháng 10 năm 2024")),
            ("", None),
            ("2024", None),
        ] {
            assert_eq!(long_date(iso).as_deref(), shown, "{iso}");
        }
    }

    #[test]
    fn typed_lines_are_kept_in_full_and_show_what_hides_in_them() {
        assert_eq!(lines(" a \r\n\n\tb\tc\n"), ["a", "b c"]);
        assert_eq!(one_line("a\u{202e}b\nc"), "a\u{fffd}b c");
        assert_eq!(lines(" \n"), [""; 0]);
    }
}
