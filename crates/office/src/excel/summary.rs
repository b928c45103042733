//! The sheet "Tổng hợp": the unit, points and indexes by area and in all, the band, and a chart.

use rust_xlsxwriter::{Chart, ChartAxisCrossing, ChartLegendPosition, ChartType, Worksheet, XlsxError};

use super::columns::{ANSWERED, COUNTED, STATE, THOUSANDTHS, cell, range};
use super::figures::Layout;
use super::formulas::{quoted, thousandths};
use super::page::{Cached, Page, Setup, Written};
use super::value::Value;
use super::whole::Whole;
use super::{Material, VIETNAMESE};
use i18n::exports::{ExportKey, export_text};
use i18n::{Key, numbers};
use scoring::assessment::PeriodKind;
use scoring::exact::Exact;
use scoring::scorecard::{TargetScore, Totals, shown_index};
use scoring::target_set::Compare;

const WIDTHS: [u8; 10] = [46, 12, 13, 13, 13, 15, 17, 14, 14, 14];
/// Areas that go on one page with the chart.
const MOST_ON_A_PAGE: usize = 12;
const AREA: u16 = 0;
const TARGETS: u16 = 1;
const POINTS: u16 = 2;
const MAX: u16 = 3;
const INDEX: u16 = 4;
const POSSIBLE: u16 = 5;
const OF_ANSWERED: u16 = 6;
/// In grey, not printed: thousandths earned, of the maximum, and of the maximum of what is answered; a band's mark.
const EARNED_SUM: u16 = 7;
const MAX_SUM: u16 = 8;
const ANSWERED_SUM: u16 = 9;

/// A place of the sheet "Số liệu" as other sheets name it.
pub(super) fn on_figures(place: &str) -> String {
    ["'", export_text(ExportKey::ExcelFigures), "'!", place].concat()
}

pub(super) fn sheet(material: &Material<'_>, layout: &Layout) -> Result<Worksheet, XlsxError> {
    let style = &material.style;
    let setup = Setup { name: ExportKey::ExcelSummary, widths: &WIDTHS, head: 0, fixed: 0, landscape: true };
    let mut page = Page::new(&setup)?;
    page.text(1, 0, &material.title(ExportKey::ExcelTitle), &style.title)?;
    page.text(2, 0, VIETNAMESE.of(&material.document.set().title), &style.bold)?;
    let mut row = heading(&mut page, material, 4)? + 1;
    let head = row;
    let headings = [
        ExportKey::ExcelArea,
        ExportKey::ExcelTargets,
        ExportKey::ExcelPoints,
        ExportKey::ExcelMax,
        ExportKey::ExcelIndex,
        ExportKey::ExcelPossible,
        ExportKey::ExcelOfAnswered,
        ExportKey::ExcelThousandths,
        ExportKey::ExcelCounted,
        ExportKey::ExcelAnswered,
    ];
    page.table = true;
    for (column, heading) in (0..).zip(headings) {
        let format = if column >= EARNED_SUM { &style.grey_head } else { &style.head };
        page.text(row, column, export_text(heading), format)?;
    }
    for (area, (first, last)) in material.document.card().areas.iter().zip(&layout.areas) {
        row += 1;
        let known = material.document.set().area(&area.id);
        let name = known.map_or("", |known| VIETNAMESE.of(&known.name));
        let sums = [THOUSANDTHS, COUNTED, ANSWERED]
            .map(|column| ["SUM(", &on_figures(&range(column, *first, *last)), ")"].concat());
        let most = most(area.targets.iter().map(std::rc::Rc::as_ref));
        sums_row(&mut page, material, row, name, &area.totals, &sums, most)?;
    }
    let last = row;
    row += 1;
    let sums = [EARNED_SUM, MAX_SUM, ANSWERED_SUM].map(|column| match last {
        last if last == head => "0".to_owned(),
        last => ["SUM(", &range(column, head + 1, last), ")"].concat(),
    });
    let most = most(material.document.card().targets().map(std::rc::Rc::as_ref));
    sums_row(
        &mut page,
        material,
        row,
        export_text(ExportKey::ExcelTotal),
        &material.document.card().totals,
        &sums,
        most,
    )?;
    page.table = false;
    row = band_and_missing(&mut page, material, layout, row, most)?;
    if last > head {
        page.sheet.insert_chart(row, 0, &chart(head - 1, last - 1))?;
        // The chart takes as many rows as it is high.
        row += 18;
    }
    row = closing(&mut page, material, row)?;
    // On one page, chart and all, unless there are more areas than that.
    if material.document.card().areas.len() <= MOST_ON_A_PAGE {
        page.sheet.set_print_fit_to_pages(1, 1);
    }
    page.done(EARNED_SUM, row)
}

/// Unit, level, year and period, a row each; the row after them.
fn heading(page: &mut Page, material: &Material<'_>, first: u32) -> Result<u32, XlsxError> {
    let style = &material.style;
    let document = material.document.assessment();
    let level = material.document.set().level(&document.unit.level);
    let level = level.map_or(document.unit.level.as_str(), |level| VIETNAMESE.of(&level.name));
    let period = VIETNAMESE.get(match document.period.kind {
        PeriodKind::Year => Key::PeriodYear,
        PeriodKind::FirstQuarter => Key::PeriodFirstQuarter,
        PeriodKind::FirstHalf => Key::PeriodFirstHalf,
        PeriodKind::NineMonths => Key::PeriodNineMonths,
    });
    let (year, as_of) = (document.year.to_string(), numbers::day(&document.period.as_of));
    let lines = [
        (ExportKey::ExcelUnit, document.unit.name.as_str()),
        (ExportKey::ExcelSuperior, document.unit.superior.as_str()),
        (ExportKey::ExcelLevel, level),
        (ExportKey::ExcelYear, year.as_str()),
        (ExportKey::ExcelPeriod, period),
        (ExportKey::ExcelAsOf, as_of.as_str()),
        (ExportKey::ExcelPreparedBy, document.unit.prepared_by.as_str()),
    ];
    let mut row = first;
    for (label, value) in lines {
        page.text(row, 0, export_text(label), &style.plain)?;
        page.text(row, 1, value, &style.bold)?;
        row += 1;
    }
    Ok(row)
}

/// The most thousandths that some targets can have together.
fn most<'a>(targets: impl Iterator<Item = &'a TargetScore>) -> u128 {
    targets.map(|score| thousandths(score.target.max_points)).sum()
}

fn sums_row(
    page: &mut Page,
    material: &Material<'_>,
    row: u32,
    name: &str,
    totals: &Totals,
    sums: &[String; 3],
    most: u128,
) -> Written {
    let style = &material.style;
    page.text(row, AREA, name, &style.bold_text)?;
    page.number(row, TARGETS, &totals.targets.to_string(), &style.figure)?;
    let [earned, max, answered] = [EARNED_SUM, MAX_SUM, ANSWERED_SUM].map(|column| cell(column, row));
    for (column, sum, points) in [(POINTS, &earned, totals.points), (MAX, &max, totals.max)] {
        let formula = [sum.as_str(), "/1000"].concat();
        page.live((row, column), Some(&formula), &Cached::Number(points.to_string()), &style.points)?;
    }
    let columns = [EARNED_SUM, MAX_SUM, ANSWERED_SUM];
    for ((column, sum), points) in
        columns.iter().zip(sums).zip([totals.points, totals.max, totals.answered_max])
    {
        let value = Cached::Number(points.thousandths().to_string());
        page.live((row, *column), Some(sum), &value, &style.grey)?;
    }
    let possible = [&earned, "+", &max, "-", &answered].concat();
    let indexes = [
        (INDEX, &earned, &max, totals.index()),
        (POSSIBLE, &possible, &max, totals.index_possible()),
        (OF_ANSWERED, &earned, &answered, totals.index_of_answered()),
    ];
    for (column, part, whole, index) in indexes {
        let shown = index.map(|index| shown_index(material.document.set(), index));
        let places = shown.as_ref().map_or(3, |shown| shown.digits.len());
        let formula = index_formula(part, whole, most, places);
        let value = shown.map_or(Cached::NONE, |shown| Cached::Number(shown.to_string()));
        page.live((row, column), formula.as_deref(), &value, &style.decimals(places, ""))?;
    }
    Ok(())
}

/// 100 × part ÷ whole, kept within 0 and 100.
fn index_value(part: &str, whole: &str, most: u128) -> Value {
    let part = Whole::new(&["MAX(0,MIN(", part, ",", whole, "))"].concat(), most);
    Value { part, whole: Some(Whole::new(whole, most)), above: 100, below: 1 }
}

/// An index in whole units of its last decimal, then with its mark.
fn index_formula(part: &str, whole: &str, most: u128, places: usize) -> Option<String> {
    let power = 10_u128.checked_pow(u32::try_from(places).ok()?)?;
    let units = index_value(part, whole, most).points(&[power], &[], 1)?;
    Some(["IF(", whole, "=0,\"\",", &units, "/", &power.to_string(), ")"].concat())
}

/// The band and what is still missing; the row after it.
fn band_and_missing(
    page: &mut Page,
    material: &Material<'_>,
    layout: &Layout,
    total: u32,
    most: u128,
) -> Result<u32, XlsxError> {
    let style = &material.style;
    let card = material.document.card();
    let states = on_figures(&range(STATE, layout.all.0, layout.all.1));
    let count = |key| ["COUNTIF(", &states, ",", &quoted(key), ")"].concat();
    let counts = [
        (ExportKey::ExcelEmpty, Key::StateEmpty, card.totals.empty),
        (ExportKey::ExcelInvalid, Key::StateInvalid, card.totals.invalid),
        (ExportKey::ExcelPending, Key::StatePending, card.totals.pending),
    ];
    let mut row = total + 2;
    let band_row = row;
    for (label, key, number) in counts {
        row += 1;
        page.text(row, 0, export_text(label), &style.plain)?;
        page.live((row, 1), Some(&count(key)), &Cached::Number(number.to_string()), &style.figure)?;
    }
    row += 2;
    page.text(row, 0, export_text(ExportKey::ExcelBand), &style.head)?;
    page.text(row, 1, export_text(ExportKey::ExcelBandFrom), &style.head)?;
    page.text(row, EARNED_SUM, export_text(ExportKey::ExcelBandMark), &style.grey_head)?;
    let first = row + 1;
    let (earned, max) = (cell(EARNED_SUM, total), cell(MAX_SUM, total));
    let index = index_value(&earned, &max, most);
    let mut exact = true;
    for band in &material.document.set().bands {
        row += 1;
        page.text(row, 0, VIETNAMESE.of(&band.name), &style.text)?;
        page.number(row, 1, &band.from.to_string(), &style.decimals(0, "").set_num_format("General"))?;
        let reached = index.compared(Compare::AtLeast, band.from.exact());
        exact &= reached.is_some();
        let mark = reached.map(|reached| ["IF(", &reached, ",1,0)"].concat());
        let is = card.totals.index().is_none_or(|index: Exact| index >= band.from.exact());
        let value = Cached::Number(u8::from(is).to_string());
        page.live((row, EARNED_SUM), mark.as_deref(), &value, &style.grey)?;
    }
    let missing = [&count(Key::StateEmpty), "+", &count(Key::StateInvalid), ">0"].concat();
    let none = export_text(ExportKey::ExcelNoBand);
    let formula = [
        "IF(OR(",
        &max,
        "=0,",
        &missing,
        "),\"",
        none,
        "\",INDEX(",
        &range(0, first, row),
        ",MATCH(1,",
        &range(EARNED_SUM, first, row),
        ",0)))",
    ]
    .concat();
    let band = card.band_of(material.document.set());
    let value = Cached::Text(band.map_or(none, |band| VIETNAMESE.of(&band.name)).to_owned());
    page.text(band_row, 0, export_text(ExportKey::ExcelBand), &style.plain)?;
    page.live((band_row, 1), exact.then_some(formula.as_str()), &value, &style.bold)?;
    Ok(row + 1)
}

/// Points earned beside the maximum, a bar an area; rows counted from 0.
fn chart(head: u32, last: u32) -> Chart {
    let sheet = export_text(ExportKey::ExcelSummary);
    let mut chart = Chart::new(ChartType::Bar);
    for (column, color) in [(POINTS, 0x001F_4E79_u32), (MAX, 0x00BF_BFBF)] {
        chart
            .add_series()
            .set_name((sheet, head, column))
            .set_categories((sheet, head + 1, AREA, last, AREA))
            .set_values((sheet, head + 1, column, last, column))
            .set_format(
                rust_xlsxwriter::ChartFormat::new()
                    .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(color)),
            );
    }
    chart.title().set_name(export_text(ExportKey::ExcelChart));
    // The first area on top, and the points below as elsewhere.
    chart.y_axis().set_reverse().set_crossing(ChartAxisCrossing::Max);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(760).set_height(330).set_alt_text(export_text(ExportKey::ExcelChart));
    chart
}

/// What must be said wherever a score is shown.
fn closing(page: &mut Page, material: &Material<'_>, first: u32) -> Result<u32, XlsxError> {
    let style = &material.style;
    let mut row = first + 1;
    let notice =
        material.document.set().notice.as_ref().map(|notice| VIETNAMESE.of(notice)).unwrap_or_default();
    for line in [export_text(ExportKey::ExcelNotOfficial), notice, export_text(ExportKey::ExcelGrey)] {
        if !line.is_empty() {
            page.paragraph(row, EARNED_SUM, line, &style.note)?;
            row += 1;
        }
    }
    Ok(row)
}
