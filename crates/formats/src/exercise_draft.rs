//! An exercise that is being written, as this browser keeps it: its texts as typed, whatever may be wrong with them.

use super::exercise_file;
use super::json_writer::ObjectWriter;
use scoring::exercise::{Exercise, Mistake};
use scoring::json::Json;
use scoring::text::Text;

/// What stands in the file for texts that may be blank, the id of an exercise that has none yet among them.
const BLANK: &str = "-";

/// The draft as text: a file of the exercise without what was typed, and beside it what was typed.
pub fn write(exercise: &Exercise, suggested: &(String, String)) -> String {
    let blank = || Text { vi: BLANK.to_owned(), en: BLANK.to_owned() };
    let (title, question) = (blank(), blank());
    let plain = Exercise { id: BLANK.to_owned(), title, question, mistakes: Vec::new(), ..exercise.clone() };
    let mistakes = exercise.mistakes.iter().flat_map(|one| [&one.answer, &one.why.vi, &one.why.en]);
    let Exercise { id, title, question, .. } = exercise;
    let typed = [id, &title.vi, &title.en, &question.vi, &question.en, &suggested.0, &suggested.1];
    let typed: Vec<Json> = typed.into_iter().chain(mistakes).map(|text| text.as_str().into()).collect();
    ObjectWriter::new()
        .with("exercise", exercise_file::write("", &[plain]).as_str())
        .with("typed", typed)
        .done()
        .to_pretty()
}

/// The draft of a text, with the title and the question that were suggested; `None` where it is none.
pub fn read(text: &str) -> Option<(Exercise, (String, String))> {
    let json = Json::read(text).ok()?;
    let mut exercise = exercise_file::read_text(json.get("exercise")?.text()?).ok()?.pop()?;
    let Json::List(typed) = json.get("typed")? else { return None };
    let mut typed = typed.iter().map(|text| text.text().map(ToOwned::to_owned));
    let mut next = || typed.next()?;
    exercise.id = next()?;
    exercise.title = Text { vi: next()?, en: next()? };
    exercise.question = Text { vi: next()?, en: next()? };
    let suggested = (next()?, next()?);
    while let Some(answer) = next() {
        exercise.mistakes.push(Mistake { answer, why: Text { vi: next()?, en: next()? } });
    }
    Some((exercise, suggested))
}
