//! Answers that have no place in the set: of targets or fields that it does not have. They are kept and written back.

use std::rc::Rc;

use scoring::assessment::{Answer, Assessment};
use scoring::target_set::{Target, TargetId, TargetSet};

/// What of an answer has no place in the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrphanedAnswer {
    /// The target that it names.
    pub id: TargetId,
    /// The figures without a place, by field, as typed.
    pub figures: Vec<(String, String)>,
    /// The whole answer where the set has no such target; `None` where only these figures have no place.
    pub answer: Option<Rc<Answer>>,
}

/// What of a document has no place in the set. An answer of a target that only does not apply at the unit's level has
/// its place, and waits there.
pub(crate) fn orphaned_answers(set: &TargetSet, document: &Assessment) -> Vec<OrphanedAnswer> {
    let mut found = Vec::new();
    for (id, answer) in &document.answers {
        let target = set.target(id).map(Rc::as_ref);
        let figures: Vec<_> = answer
            .figures
            .iter()
            .filter(|(field, text)| !text.is_empty() && !has_place(target, field))
            .map(|(field, text)| (field.clone(), text.clone()))
            .collect();
        let whole = target.is_none() && !answer.is_blank();
        if whole || !figures.is_empty() {
            let answer = whole.then(|| Rc::clone(answer));
            found.push(OrphanedAnswer { id: TargetId::new(id), figures, answer });
        }
    }
    found
}

/// Takes out what of a target's answer has no place in the set; what has one stays.
pub(crate) fn remove(set: &TargetSet, document: &mut Assessment, id: &str) {
    let target = set.target(id).map(Rc::as_ref);
    if target.is_none() {
        document.answers.remove(id);
    } else if let Some(answer) = document.answers.get_mut(id) {
        Rc::make_mut(answer).figures.retain(|field, _| has_place(target, field));
    }
}

fn has_place(target: Option<&Target>, field: &str) -> bool {
    target.is_some_and(|target| target.measure.fields().iter().any(|known| known.name == field))
}
