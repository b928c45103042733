//! What was understood of a figure, and what is wrong with one: what, where, and what to do.

use crate::numbers::{number, short_points};
use crate::{Key, Words};
use scoring::assessment::Answer;
use scoring::figures::{FigureKind, NumberProblem, read};
use scoring::measured::{Problem, ProblemKind};
use scoring::points::Points;
use scoring::target_set::{Field, Input, Measure, Target};

/// What was understood of a figure, "= 1.234"; `None` when nothing was.
pub fn understood(text: &str, kind: FigureKind, words: Words) -> Option<String> {
    let figure = read(text, kind).ok()??;
    let unit = if kind == FigureKind::Percent { "%" } else { "" };
    Some(["= ", &number(&figure.exact().to_string(), words.0), unit].concat())
}

/// A field's label as words.
pub fn label<'a>(field: &Field<'a>, measure: &Measure, words: Words) -> &'a str
where
    'static: 'a,
{
    field.label.map_or_else(
        || {
            words.get(match measure {
                Measure::Rank { .. } => Key::LabelRank,
                Measure::Percent { .. } => Key::LabelPercent,
                Measure::Given { .. } => Key::LabelGiven,
                Measure::Choice { .. } => Key::LabelChoice,
                Measure::YesNo { .. } => Key::LabelYesNo,
                Measure::Ratio { .. } | Measure::Count { .. } | Measure::Checklist { .. } => Key::LabelCount,
            })
        },
        |label| words.of(label),
    )
}

/// A sentence on what is wrong: what, where, and what to do.
pub fn problem(problem: &Problem, target: &Target, answer: &Answer, words: Words) -> String {
    let fields = target.measure.fields();
    let field = problem.field.as_deref().and_then(|name| fields.iter().find(|field| field.name == name));
    let place = field.map(|field| label(field, &target.measure, words)).unwrap_or_default();
    let kind = match field.map(|field| field.input) {
        Some(Input::Figure(kind)) => kind,
        _ => FigureKind::Count,
    };
    let shown = |name: &str| {
        let figure = understood(answer.figure(name), kind, words).unwrap_or_default();
        figure.trim_start_matches("= ").to_owned()
    };
    let example = words.get(match kind {
        FigureKind::Percent => Key::ExamplePercent,
        FigureKind::Points => Key::ExamplePoints,
        FigureKind::Rank => Key::ExampleRank,
        FigureKind::Count | FigureKind::Money => Key::ExampleCount,
    });
    let at = |key| words.fill(key, &[("field", place), ("example", example)]);
    match problem.kind {
        ProblemKind::Number(NumberProblem::NotANumber) => at(Key::ProblemNotANumber),
        ProblemKind::Number(NumberProblem::Negative) => at(Key::ProblemNegative),
        ProblemKind::Number(NumberProblem::UnexpectedPercent) => at(Key::ProblemUnexpectedPercent),
        ProblemKind::Number(NumberProblem::Fraction) => at(Key::ProblemFraction),
        ProblemKind::Number(NumberProblem::TooLong) => at(Key::ProblemTooLong),
        ProblemKind::UnknownOption => at(Key::ProblemUnknownOption),
        ProblemKind::ExcludedOverTotal => words.fill(
            Key::ProblemExcludedOverTotal,
            &[("excluded", &shown("excluded")), ("total", &shown("total"))],
        ),
        ProblemKind::NothingArises => words.get(Key::ProblemNothingArises).to_owned(),
        ProblemKind::TotalZero => words.fill(Key::ProblemTotalZero, &[("done", &shown("done"))]),
        ProblemKind::DoneOverTotal => done_over_total(target, answer, &shown, words),
        ProblemKind::OverHundred => at(Key::ProblemOverHundred),
        ProblemKind::RankBelowOne => at(Key::ProblemRankBelowOne),
        ProblemKind::OverMaximum => over_maximum(target.max_points, words),
        ProblemKind::ReasonMissing => words.get(Key::ProblemReasonMissing).to_owned(),
        ProblemKind::BeyondExact => words.get(Key::ProblemBeyondExact).to_owned(),
    }
}

fn done_over_total(
    target: &Target,
    answer: &Answer,
    shown: &impl Fn(&str) -> String,
    words: Words,
) -> String {
    let leaves_out = matches!(target.measure, Measure::Ratio { excluded: Some(_), .. });
    let typed = if leaves_out { answer.figure("excluded").trim() } else { "" };
    let (done, total) = (shown("done"), shown("total"));
    if typed.is_empty() {
        return words.fill(Key::ProblemDoneOverTotal, &[("done", &done), ("total", &total)]);
    }
    let excluded = shown("excluded");
    words.fill(Key::ProblemDoneOverRest, &[("done", &done), ("total", &total), ("excluded", &excluded)])
}

fn over_maximum(max: Points, words: Words) -> String {
    words.fill(Key::ProblemOverMaximum, &[("max", &short_points(max, words.0))])
}
