//! The exercises of a show: written from the open document, put in order, removed.

use crate::features::exercises::own_exercises;
use std::rc::Rc;

use crate::features::exercises::event::{ExerciseEvent, ExerciseField};
use crate::features::exercises::own_exercises::{kept_elsewhere, put, read, remember, remember_draft};
use crate::features::exercises::state::{ExerciseDraft, ExerciseProblem, Exercises};
use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::notice::Notice;
use crate::shell::open_document::reference;
use crate::shell::state::State;
use formats::exercise_file;
use formats::exercise_file::{MOST_EXERCISES, MOST_MISTAKES, MOST_QUESTION, MOST_TITLE, MOST_WHY};
use scoring::assessment::{Answer, Assessment, Unit};
use scoring::exercise::{Asked, Exercise, Mistake, Solution, Verdict, as_number};
use scoring::scorecard::TargetScore;
use scoring::text::Text;

/// What stands for the reason that nothing arises: a unit's own words stay with it.
const NO_REASON: &str = "–";

/// The page of the show needs the exercises, and the sets that they are of.
pub(crate) fn sync(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.exercises.is_none() {
        state.exercises = Some(Rc::default());
        effects.push(Effect::ReadExercises);
        effects.extend(crate::shell::set_store::more(state));
    }
    // What was asked for may just have come.
    state.sets.read_all();
    effects
}

pub(crate) fn update(state: &mut State, event: ExerciseEvent, context: &Context) -> Vec<Effect> {
    match event {
        ExerciseEvent::FileRead { name, bytes } => {
            crate::features::exercises::own_exercises::file_read(state, name, &bytes, context)
        }
        ExerciseEvent::Read(text, draft) => {
            read(state, &text, &draft);
            Vec::new()
        }
        ExerciseEvent::KeptElsewhere(text) => {
            kept_elsewhere(state, &text);
            Vec::new()
        }
        ExerciseEvent::Begun(asked, title, question) => begun(state, asked, title, question),
        ExerciseEvent::AskedChosen(asked, title, question) => {
            asked_chosen(state, asked, title, question);
            vec![remember_draft(state)]
        }
        ExerciseEvent::Opened(id) => opened(state, &id),
        ExerciseEvent::Typed(field, text) => {
            typed(state, field, text);
            vec![remember_draft(state)]
        }
        ExerciseEvent::MistakeAdded => mistake_added(state),
        ExerciseEvent::Kept => kept(state, context),
        ExerciseEvent::Left => {
            here(state).draft = None;
            vec![remember_draft(state), Effect::Focus("exercise-new".to_owned())]
        }
        ExerciseEvent::RemoveAsked(id) => {
            here(state).removing = id;
            Vec::new()
        }
        ExerciseEvent::Removed(id) => {
            let exercises = here(state);
            exercises.removing = None;
            exercises.own.retain(|exercise| exercise.id != id);
            vec![remember(exercises), Effect::Focus("exercise-new".to_owned())]
        }
        ExerciseEvent::Moved(id, up) => moved(here(state), &id, up),
        ExerciseEvent::FileAsked => own_exercises::file_asked(state, context),
        ExerciseEvent::WaitingChosen(replace) => own_exercises::waiting_chosen(here(state), replace),
    }
}

/// The exercises, to be changed.
pub(crate) fn here(state: &mut State) -> &mut Exercises {
    Rc::make_mut(state.exercises.get_or_insert_default())
}

fn begun(state: &mut State, asked: Asked, title: String, question: String) -> Vec<Effect> {
    let unit = unit_of(state, &asked);
    let exercises = here(state);
    if exercises.own.len() >= MOST_EXERCISES {
        state.frame.notice = Some(Notice::ExercisesFull);
        return Vec::new();
    }
    let exercise = Exercise {
        title: both(&title),
        question: both(&question),
        unit,
        asked,
        mistakes: vec![Mistake::default()],
        ..Exercise::default()
    };
    exercises.draft = Some(ExerciseDraft { exercise, suggested: (title, question), problem: None });
    vec![remember_draft(state), Effect::Focus("exercise-asked".to_owned())]
}

/// Another question; what the trainer has written of his own stays.
fn asked_chosen(state: &mut State, asked: Asked, title: String, question: String) {
    let unit = unit_of(state, &asked);
    let Some(draft) = &mut here(state).draft else { return };
    let exercise = &mut draft.exercise;
    if exercise.title.vi == draft.suggested.0 {
        exercise.title = both(&title);
    }
    if exercise.question.vi == draft.suggested.1 {
        exercise.question = both(&question);
    }
    (exercise.unit, exercise.asked) = (unit, asked);
    draft.suggested = (title, question);
    draft.problem = None;
}

fn opened(state: &mut State, id: &str) -> Vec<Effect> {
    let exercises = here(state);
    let Some(exercise) = exercises.own.iter().find(|exercise| exercise.id == id) else { return Vec::new() };
    let exercise = (**exercise).clone();
    exercises.draft = Some(ExerciseDraft { exercise, suggested: Default::default(), problem: None });
    vec![remember_draft(state), Effect::Focus("exercise-title".to_owned())]
}

fn typed(state: &mut State, field: ExerciseField, text: String) {
    let Some(draft) = &mut here(state).draft else { return };
    let exercise = &mut draft.exercise;
    match field {
        ExerciseField::Title => exercise.title = both(&text),
        ExerciseField::Question => exercise.question = both(&text),
        ExerciseField::Answer(place) => {
            if let Some(mistake) = exercise.mistakes.get_mut(place) {
                mistake.answer = text;
            }
        }
        ExerciseField::Why(place) => {
            if let Some(mistake) = exercise.mistakes.get_mut(place) {
                mistake.why = both(&text);
            }
        }
    }
    draft.problem = None;
}

fn mistake_added(state: &mut State) -> Vec<Effect> {
    let Some(draft) = &mut here(state).draft else { return Vec::new() };
    let place = draft.exercise.mistakes.len();
    if place >= MOST_MISTAKES {
        return Vec::new();
    }
    draft.exercise.mistakes.push(Mistake::default());
    vec![Effect::Focus(["exercise-answer.", &place.to_string()].concat())]
}

/// Keeps what was written, once nothing is wrong with it.
fn kept(state: &mut State, context: &Context) -> Vec<Effect> {
    let Some(draft) = here(state).draft.clone() else { return Vec::new() };
    let mut exercise = draft.exercise;
    let composed =
        |text: &Text| Text { vi: (context.compose)(text.vi.trim()), en: (context.compose)(text.en.trim()) };
    exercise.title = composed(&exercise.title);
    exercise.question = composed(&exercise.question);
    let solution = state.solution(&exercise);
    if let Some((problem, field)) = wrong(&mut exercise, solution, &composed) {
        if let Some(draft) = &mut here(state).draft {
            draft.problem = Some(problem);
        }
        return vec![Effect::Focus(field)];
    }
    let exercises = here(state);
    // Other windows keep theirs meanwhile; a file of more could not be read again.
    if exercises.own.len() >= MOST_EXERCISES && exercises.place(&exercise.id).is_none() {
        state.frame.notice = Some(Notice::ExercisesFull);
        return Vec::new();
    }
    exercises.draft = None;
    if exercise.id.is_empty() {
        exercise.id = (context.uuid)();
    }
    put(exercises, Rc::new(exercise));
    vec![remember(exercises), remember_draft(state), Effect::Focus("exercise-new".to_owned())]
}

/// The exercise without what may be wrong in it.
fn draft_of(exercise: &Exercise) -> Exercise {
    Exercise { mistakes: Vec::new(), ..exercise.clone() }
}

/// What is wrong with an exercise, and in which field. Its mistakes come out as files have them, blank ones left out.
fn wrong(
    exercise: &mut Exercise,
    solution: Option<Solution>,
    composed: &impl Fn(&Text) -> Text,
) -> Option<(ExerciseProblem, String)> {
    let fits = |text: &str, most: usize| !text.is_empty() && text.chars().count() <= most;
    if !fits(&exercise.title.vi, MOST_TITLE) {
        return Some((ExerciseProblem::Title, "exercise-title".to_owned()));
    }
    if !fits(&exercise.question.vi, MOST_QUESTION) {
        return Some((ExerciseProblem::Question, "exercise-question".to_owned()));
    }
    let plain = draft_of(exercise);
    let mut mistakes = Vec::new();
    for (place, mistake) in exercise.mistakes.iter().enumerate() {
        let why = composed(&mistake.why);
        if mistake.answer.trim().is_empty() && why.vi.is_empty() {
            continue;
        }
        let at = |name: &str| [name, &place.to_string()].concat();
        // As long as files have them.
        let answer = as_number(&mistake.answer).filter(|answer| exercise_file::is_number(answer));
        let Some(answer) = answer else {
            return Some((ExerciseProblem::Answer(place), at("exercise-answer.")));
        };
        let verdict = solution.as_ref().map(|solution| plain.verdict(solution, Some(&answer)));
        if verdict == Some(Verdict::Right) {
            return Some((ExerciseProblem::Right(place), at("exercise-answer.")));
        }
        if !fits(&why.vi, MOST_WHY) {
            return Some((ExerciseProblem::Why(place), at("exercise-why.")));
        }
        mistakes.push(Mistake { answer, why });
    }
    exercise.mistakes = mistakes;
    None
}

fn moved(exercises: &mut Exercises, id: &str, up: bool) -> Vec<Effect> {
    let Some(place) = exercises.place(id) else { return Vec::new() };
    let other = if up { place.checked_sub(1) } else { place.checked_add(1) };
    let Some(other) = other.filter(|other| *other < exercises.own.len()) else { return Vec::new() };
    exercises.own.swap(place, other);
    vec![remember(exercises)]
}

/// A text of the trainer's own, for he writes in one language.
fn both(text: &str) -> Text {
    Text { vi: text.to_owned(), en: text.to_owned() }
}

/// What an exercise has to know of the open document: level, year, set, and the figures of the targets asked about. Names,
/// notes and documents stay where they are.
fn unit_of(state: &State, asked: &Asked) -> Assessment {
    let wanted = |area: &str, target: &str| match asked {
        Asked::Points(id) | Asked::Value(id) => **id == *target,
        Asked::Area(id) => *id == *area,
        Asked::Index => true,
    };
    let answers = state.document.card().areas.iter().flat_map(|area| {
        let wanted = area.targets.iter().filter(|score| wanted(&area.id, &score.target.id));
        wanted.map(|score| (score.target.id.to_string(), Rc::new(figures_of(state, score))))
    });
    Assessment {
        unit: Unit { level: state.document.assessment().unit.level.clone(), ..Unit::default() },
        year: state.document.assessment().year,
        target_set: reference(state.document.loaded()),
        answers: answers.filter(|(_, answer)| !answer.is_blank()).collect(),
        ..Assessment::default()
    }
}

fn figures_of(state: &State, score: &TargetScore) -> Answer {
    let Some(answer) = state.document.answer(&score.target.id) else { return Answer::default() };
    let fields = score.target.measure.fields();
    let figures = fields.iter().map(|field| (field.name.to_owned(), answer.figure(field.name).to_owned()));
    let reason = answer
        .not_applicable
        .as_ref()
        .map(|reason| if reason.trim().is_empty() { String::new() } else { NO_REASON.to_owned() });
    Answer { figures: figures.collect(), not_applicable: reason, ..Answer::default() }
}
