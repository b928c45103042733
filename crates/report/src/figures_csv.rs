//! The figures for other programs: one row a target, numbers as files hold them, names of columns that do not change.

use super::WORDS;
use super::csv::Cell::{Number, Text};
use super::csv::{Cell, Csv};
use super::phrases::one_line;
use i18n::exports::sample_mark;
use scoring::assessment::Answer;
use scoring::figures::read;
use scoring::scorecard::TargetScore;
use scoring::scored_document::ScoredDocument;
use scoring::target_set::{Input, Measure};

/// The columns. Programs know them by these names.
const COLUMNS: [&str; 24] = [
    "unit",
    "level",
    "year",
    "period",
    "as_of",
    "area_id",
    "area",
    "criterion_id",
    "criterion",
    "target_id",
    "target",
    "state",
    "done",
    "total",
    "excluded",
    "entered",
    "value",
    "compare",
    "goal",
    "met",
    "points",
    "max_points",
    "not_applicable",
    "note",
];

/// The table.
pub fn figures_csv(document: &ScoredDocument) -> String {
    let (set, assessment, card) = (document.set(), document.assessment(), &**document.card());
    let mut csv = Csv::new();
    if let Some(mark) = sample_mark(assessment) {
        csv.row(&[Text(mark)]);
    }
    csv.row(&COLUMNS.map(Text));
    let (unit, year) = (one_line(&assessment.unit.name), assessment.year.to_string());
    let heading = [
        Text(&unit),
        Text(&assessment.unit.level),
        Number(&year),
        Text(assessment.period.kind.as_str()),
        Text(&assessment.period.as_of),
    ];
    let blank = Answer::default();
    for area in &set.areas {
        for criterion in &area.criteria {
            for target in &criterion.targets {
                let Some(score) = card.target(&target.id) else { continue };
                let answer = assessment.answers.get(&*target.id).map_or(&blank, std::rc::Rc::as_ref);
                let names = [
                    Text(&area.id),
                    Text(WORDS.of(&area.name)),
                    Text(&criterion.id),
                    Text(WORDS.of(&criterion.name)),
                    Text(&target.id),
                    Text(WORDS.of(&target.name)),
                ];
                row(&mut csv, &[&heading[..], &names].concat(), score, answer);
            }
        }
    }
    csv.finish()
}

/// A target's row, after what names it.
fn row(csv: &mut Csv, names: &[Cell<'_>], score: &TargetScore, answer: &Answer) {
    let target = &score.target;
    let [done, total, excluded] = ["done", "total", "excluded"].map(|field| figure(score, answer, field));
    let entered = match &target.measure {
        Measure::Ratio { .. } => String::new(),
        Measure::Checklist { items } => {
            let item = |item: &scoring::target_set::Item| {
                [&item.id, "=", &one_line(answer.figure(&item.id))].concat()
            };
            items.iter().map(item).collect::<Vec<_>>().join(" ")
        }
        Measure::Percent { .. }
        | Measure::Count { .. }
        | Measure::Rank { .. }
        | Measure::YesNo { .. }
        | Measure::Choice { .. }
        | Measure::Given { .. } => figure(score, answer, "value"),
    };
    let value = score.value().unwrap_or_default();
    let goal = score.goal.map(|goal| goal.value.to_string()).unwrap_or_default();
    let met = match score.met() {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let points = score.points().map(|points| points.to_string()).unwrap_or_default();
    let max = target.max_points.to_string();
    let reason = answer.not_applicable.clone().unwrap_or_default();
    let figures = [
        Text(score.outcome.as_str()),
        Number(&done),
        Number(&total),
        Number(&excluded),
        Number(&entered),
        Number(&value),
        Text(score.goal.map_or("", |goal| goal.compare.as_str())),
        Number(&goal),
        Text(met),
        Number(&points),
        Number(&max),
        Text(&reason),
        Text(&answer.note),
    ];
    csv.row(&[names, &figures].concat());
}

/// A figure as it was understood, else as it was typed.
fn figure(score: &TargetScore, answer: &Answer, name: &str) -> String {
    let typed = answer.figure(name);
    let fields = score.target.measure.fields();
    let field = fields.iter().find(|field| field.name == name);
    match field.map(|field| field.input) {
        Some(Input::Figure(kind)) => match read(typed, kind) {
            Ok(Some(figure)) => figure.exact().to_string(),
            _ => one_line(typed),
        },
        Some(_) => one_line(typed),
        None => String::new(),
    }
}
