//! Composed letters (Unicode NFC): some computers paste and write "ệ" as a letter and its marks.

use std::rc::Rc;

use scoring::assessment::{Answer, Assessment, Evidence};

/// Composes the letters of a document's names, notes, reasons, documents, narrative, work and plans; whether any text changed.
///
/// Figures, ids, dates, links and what is not known here stay as they are: they are not words.
pub(crate) fn compose_letters(document: &mut Assessment, compose: fn(&str) -> String) -> bool {
    let mut any = false;
    let mut composed = |text: &mut String| {
        if has_marks(text) {
            let new = compose(text);
            any |= new != *text;
            *text = new;
        }
    };
    let (unit, narrative) = (&mut document.unit, &mut document.narrative);
    [&mut unit.name, &mut unit.superior, &mut unit.place, &mut unit.prepared_by]
        .into_iter()
        .chain([&mut narrative.difficulties, &mut narrative.proposals])
        .chain([&mut narrative.basis, &mut narrative.recipients])
        .chain(document.work.values_mut().flat_map(|task| [&mut task.who, &mut task.by]))
        .chain(document.plans.iter_mut().map(|plan| &mut plan.name))
        .for_each(&mut composed);
    // Answers are shared with earlier states: one without marks need not be copied.
    for answer in document.answers.values_mut().filter(|answer| words(answer).any(|text| has_marks(text))) {
        let Answer { note, not_applicable, evidence, .. } = Rc::make_mut(answer);
        composed(note);
        not_applicable.iter_mut().for_each(&mut composed);
        for Evidence { number, title, place, .. } in evidence {
            [number, title, place].into_iter().for_each(&mut composed);
        }
    }
    any
}

/// The words of an answer.
fn words(answer: &Answer) -> impl Iterator<Item = &String> {
    let evidence = answer.evidence.iter().flat_map(|entry| [&entry.number, &entry.title, &entry.place]);
    std::iter::once(&answer.note).chain(&answer.not_applicable).chain(evidence)
}

/// Whether a text holds a combining mark.
fn has_marks(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}'))
}
