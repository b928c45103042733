//! The sheet of figures: the heading, then a row for each figure.

use rust_xlsxwriter::{ColNum, DataValidation, DataValidationRule, Formula, RowNum, Worksheet, XlsxError};

use super::cells::{Styles, begin, day, explained, figure, high_enough, text};
use super::layout::{
    AS_OF, FIGURES, FIRST_ROW, GOAL, HEADING, KEY, LABEL, NAME, NOT_APPLICABLE, NOTE, PERIOD, PERIODS,
    REASON, TARGET, UNIT, VALUE,
};
use super::lists;
use super::lists::Lists;
use i18n::exports::{ExportKey, VIETNAMESE as WORDS, export_text, fill_export_text, titled};
use i18n::sentences::{goal, label};
use scoring::assessment::{Answer, Assessment};
use scoring::figures::FigureKind;
use scoring::target_set::{Field, Input, Target, TargetSet};

/// The columns and their widths, from [`TARGET`] on.
pub(crate) const COLUMNS: [(ExportKey, u16); 9] = [
    (ExportKey::TemplateTarget, 9),
    (ExportKey::TemplateName, 44),
    (ExportKey::TemplateLabel, 40),
    (ExportKey::TemplateValue, 22),
    (ExportKey::TemplateUnitOfMeasure, 12),
    (ExportKey::TemplateGoal, 14),
    (ExportKey::TemplateNotApplicable, 12),
    (ExportKey::TemplateReason, 28),
    (ExportKey::TemplateNote, 28),
];

pub(super) fn write(
    sheet: &mut Worksheet,
    set: &TargetSet,
    assessment: &Assessment,
    lists: &mut Lists,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let level = set.level(&assessment.unit.level).map_or("", |level| &level.name.vi);
    let year = assessment.year.to_string();
    let title = fill_export_text(ExportKey::TemplateTitleOf, &[("level", level), ("year", &year)]);
    let title = titled(assessment, &title);
    begin(sheet, FIGURES, (ExportKey::TemplateFigures, &title, ExportKey::TemplateHelp), &COLUMNS, styles)?;
    let mut row = heading(sheet, assessment, lists, styles)?;
    let blank = Answer::default();
    for target in set.targets().filter(|target| target.claims(&assessment.unit.level)) {
        let answer = assessment.answers.get(&*target.id).map_or(&blank, |answer| answer);
        let goal = goal(target, target.goal_in_force(&assessment.unit.level, assessment.year), WORDS);
        for (place, field) in target.measure.fields().iter().enumerate() {
            sheet.write_string(row, KEY, [&target.id, ".", field.name].concat())?;
            let name = if place == 0 { target.name.vi.as_str() } else { "" };
            for (column, said) in [
                (TARGET, &*target.id),
                (NAME, name),
                (LABEL, label(field, &target.measure, WORDS)),
                (UNIT, unit(target, field)),
                (GOAL, if place == 0 { goal.as_str() } else { "" }),
            ] {
                text(sheet, (row, column), said, &styles.plain)?;
            }
            value(sheet, row, answer.figure(field.name), field, lists, styles)?;
            let reason = answer.not_applicable.as_deref().unwrap_or_default();
            let (reason, note) = if place == 0 { (reason, answer.note.as_str()) } else { ("", "") };
            let label = label(field, &target.measure, WORDS);
            high_enough(
                sheet,
                row,
                &COLUMNS,
                &[(NAME, name), (LABEL, label), (REASON, reason), (NOTE, note)],
            )?;
            if place == 0 {
                beside(sheet, row, answer, lists, styles)?;
            } else {
                for column in [NOT_APPLICABLE, REASON, NOTE] {
                    sheet.write_blank(row, column, &styles.plain)?;
                }
            }
            row += 1;
        }
    }
    Ok(())
}

/// Who fills it, and of which period; the row after it.
fn heading(
    sheet: &mut Worksheet,
    assessment: &Assessment,
    lists: &Lists,
    styles: &Styles,
) -> Result<RowNum, XlsxError> {
    let unit = &assessment.unit;
    let texts = [&unit.name, &unit.superior, &unit.place, &unit.prepared_by];
    let mut row = FIRST_ROW;
    for ((key, label), said) in HEADING.into_iter().zip(texts) {
        begin_row(sheet, row, key, label, styles)?;
        text(sheet, (row, VALUE), said, &styles.text)?;
        row += 1;
    }
    begin_row(sheet, row, PERIOD, ExportKey::TemplatePeriod, styles)?;
    let kind = PERIODS.iter().find(|(kind, _)| *kind == assessment.period.kind);
    text(sheet, (row, VALUE), kind.map_or("", |(_, word)| export_text(*word)), &styles.text)?;
    check(sheet, row, VALUE, lists.validation(lists::PERIOD), ExportKey::TemplateCheckList)?;
    row += 1;
    begin_row(sheet, row, AS_OF, ExportKey::TemplateAsOf, styles)?;
    day(sheet, (row, VALUE), &assessment.period.as_of, styles)?;
    Ok(row + 1)
}

fn begin_row(
    sheet: &mut Worksheet,
    row: RowNum,
    key: &str,
    label: ExportKey,
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.write_string(row, KEY, key)?.set_row_height(row, 17)?;
    sheet.write_string_with_format(row, LABEL, export_text(label), &styles.plain)?;
    Ok(())
}

fn value(
    sheet: &mut Worksheet,
    row: RowNum,
    typed: &str,
    field: &Field<'_>,
    lists: &mut Lists,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let (rule, what) = match field.input {
        Input::Figure(kind) => {
            figure(sheet, (row, VALUE), typed, kind, styles)?;
            number(kind)
        }
        Input::YesNo => {
            let said = match typed {
                "yes" => export_text(ExportKey::TemplateYes),
                "no" => export_text(ExportKey::TemplateNo),
                other => other,
            };
            text(sheet, (row, VALUE), said, &styles.text)?;
            (lists.validation(lists::YES_NO), ExportKey::TemplateCheckList)
        }
        Input::Option(options) => {
            let chosen = options.iter().find(|option| option.id == typed);
            text(sheet, (row, VALUE), chosen.map_or(typed, |option| &option.name.vi), &styles.text)?;
            let list = lists.add(options);
            (lists.validation(list), ExportKey::TemplateCheckList)
        }
    };
    check(sheet, row, VALUE, rule, what)
}

/// What may stand in the cell of a figure.
fn number(kind: FigureKind) -> (DataValidation, ExportKey) {
    let from = |least: &str| DataValidationRule::GreaterThanOrEqualTo(Formula::new(least));
    let rule = DataValidation::new();
    match kind {
        FigureKind::Count | FigureKind::Money => {
            (rule.allow_whole_number_formula(from("0")), ExportKey::TemplateCheckWhole)
        }
        FigureKind::Rank => (rule.allow_whole_number_formula(from("1")), ExportKey::TemplateCheckRank),
        FigureKind::Percent => {
            let between = DataValidationRule::Between(Formula::new("0"), Formula::new("100"));
            (rule.allow_decimal_number_formula(between), ExportKey::TemplateCheckPercent)
        }
        FigureKind::Points => (rule.allow_decimal_number_formula(from("0")), ExportKey::TemplateCheckPoints),
    }
}

/// Whether nothing arises and why, and the note: once a target, beside its first figure.
fn beside(
    sheet: &mut Worksheet,
    row: RowNum,
    answer: &Answer,
    lists: &Lists,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let mark = if answer.not_applicable.is_some() { export_text(ExportKey::TemplateMark) } else { "" };
    text(sheet, (row, NOT_APPLICABLE), mark, &styles.text)?;
    check(sheet, row, NOT_APPLICABLE, lists.validation(lists::MARK), ExportKey::TemplateCheckMark)?;
    text(sheet, (row, REASON), answer.not_applicable.as_deref().unwrap_or_default(), &styles.text)?;
    text(sheet, (row, NOTE), &answer.note, &styles.text)
}

fn check(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    rule: DataValidation,
    what: ExportKey,
) -> Result<(), XlsxError> {
    sheet.add_data_validation(row, column, row, column, &explained(rule, what)?)?;
    Ok(())
}

/// What is counted.
fn unit<'a>(target: &'a Target, field: &Field<'_>) -> &'a str {
    match field.input {
        Input::Figure(FigureKind::Count) => {
            target.measure.noun().map_or(export_text(ExportKey::TemplateUnitCount), |noun| noun.vi.as_str())
        }
        Input::Figure(FigureKind::Money) => export_text(ExportKey::TemplateUnitMoney),
        Input::Figure(FigureKind::Rank) => export_text(ExportKey::TemplateUnitRank),
        Input::Figure(FigureKind::Percent) => "%",
        Input::Figure(FigureKind::Points) => export_text(ExportKey::TemplateUnitPoints),
        Input::YesNo => export_text(ExportKey::TemplateUnitYesNo),
        Input::Option(_) => export_text(ExportKey::TemplateUnitOption),
    }
}
