//! The trainer's own exercises as they are kept: in this browser, which other windows write to as well, and in files.

use std::rc::Rc;

use crate::features::exercises::state::{ExerciseDraft, Exercises};
use crate::features::exercises::update::{here, sync};
use crate::shell::context::Context;
use crate::shell::effect::{Effect, Preference};
use crate::shell::notice::{Notice, Refused};
use crate::shell::page::Page;
use crate::shell::refusal::refused;
use crate::shell::state::State;
use formats::document_reader;
use formats::exercise_file::MOST_EXERCISES;
use formats::file_name::exercises_name;
use formats::{exercise_draft, exercise_file};
use scoring::exercise::Exercise;

/// Keeps the trainer's own in this browser.
pub(crate) fn remember(exercises: &Exercises) -> Effect {
    let text = if exercises.own.is_empty() { String::new() } else { text_of(exercises) };
    Effect::Remember(Preference::Exercises, text)
}

fn text_of(exercises: &Exercises) -> String {
    let own: Vec<Exercise> = exercises.own.iter().map(|exercise| (**exercise).clone()).collect();
    exercise_file::write("", &own)
}

/// Keeps what is being written, for a window may be closed any time; forgets it where nothing is.
pub(crate) fn remember_draft(state: &mut State) -> Effect {
    let draft = here(state).draft.as_ref();
    let text = draft.map(|draft| exercise_draft::write(&draft.exercise, &draft.suggested));
    Effect::Remember(Preference::ExerciseDraft, text.unwrap_or_default())
}

/// What this browser kept. What can't be read is left there until something is kept again.
pub(crate) fn read(state: &mut State, text: &str, draft: &str) {
    let kept = exercise_file::read_text(text).unwrap_or_default();
    let exercises = here(state);
    for exercise in kept {
        if exercises.of_id(&exercise.id).is_none() {
            exercises.own.push(Rc::new(exercise));
        }
    }
    if exercises.draft.is_none() {
        let found = exercise_draft::read(draft);
        exercises.draft =
            found.map(|(exercise, suggested)| ExerciseDraft { exercise, suggested, problem: None });
    }
}

/// Another window has kept its exercises, of which those of this one are a part: each hears of what the other keeps. What
/// is being written here stays.
pub(crate) fn kept_elsewhere(state: &mut State, text: &str) {
    if state.exercises.is_none() {
        return;
    }
    let kept = if text.is_empty() { Ok(Vec::new()) } else { exercise_file::read_text(text) };
    // A newer version may have written what can't be read here.
    let Ok(kept) = kept else { return };
    let exercises = here(state);
    exercises.own = kept.into_iter().map(Rc::new).collect();
}

/// Puts an exercise in the place of the one of its id, or behind the others.
pub(crate) fn put(exercises: &mut Exercises, exercise: Rc<Exercise>) {
    let place = exercises.place(&exercise.id).and_then(|place| exercises.own.get_mut(place));
    if let Some(place) = place {
        *place = exercise;
    } else {
        exercises.own.push(exercise);
    }
}

pub(crate) fn file_asked(state: &mut State, context: &Context) -> Vec<Effect> {
    let exercises = here(state);
    if exercises.own.is_empty() {
        return Vec::new();
    }
    let text = text_of(exercises);
    let whole = exercise_file::read_text(&text);
    let own = exercises.own.iter().map(|exercise| (**exercise).clone());
    if !whole.is_ok_and(|back| back.into_iter().eq(own)) {
        state.frame.notice = Some(Notice::ExportFailed);
        return Vec::new();
    }
    let name = exercises_name(&context.now);
    state.frame.notice = Some(Notice::PaperExported(name.clone()));
    vec![Effect::Download { name, text }]
}

/// Takes the exercises of a file, and shows the page where they are. One that would take the place of another waits.
pub(crate) fn file_read(state: &mut State, name: String, bytes: &[u8], context: &Context) -> Vec<Effect> {
    let found = match exercise_file::read(bytes) {
        Ok(found) => found,
        Err(refusal) => {
            return refused(state, name, Refused::Content(document_reader::explained(refusal, bytes)));
        }
    };
    let mut effects = sync(state);
    state.importing.file_held = false;
    state.importing.refusal = None;
    (state.importing.preview, state.importing.set_preview, state.frame.dialog) = (None, None, None);
    let exercises = here(state);
    exercises.waiting.clear();
    let (mut added, mut waiting) = (Vec::new(), Vec::new());
    for mut exercise in found {
        let known = exercises.of_id(&exercise.id);
        if known.is_some_and(|known| **known == exercise) {
            continue;
        }
        if exercises.place(&exercise.id).is_some() {
            waiting.push(Rc::new(exercise));
            continue;
        }
        // Those of the product keep their ids.
        if known.is_some() {
            exercise.id = (context.uuid)();
        }
        added.push(Rc::new(exercise));
    }
    if exercises.own.len() + added.len() > MOST_EXERCISES {
        state.frame.notice = Some(Notice::ExercisesFull);
        return effects;
    }
    let count = added.len();
    exercises.own.extend(added);
    exercises.waiting = waiting;
    if count > 0 {
        effects.push(remember(exercises));
    }
    state.frame.notice = Some(Notice::ExercisesRead(name, count));
    if state.frame.page != Page::Presentation {
        state.frame.page = Page::Presentation;
        effects.push(Effect::LeaveAddress(Page::Presentation));
    }
    effects
}

pub(crate) fn waiting_chosen(exercises: &mut Exercises, replace: bool) -> Vec<Effect> {
    let waiting = std::mem::take(&mut exercises.waiting);
    if !replace {
        return Vec::new();
    }
    for exercise in waiting {
        put(exercises, exercise);
    }
    vec![remember(exercises)]
}
