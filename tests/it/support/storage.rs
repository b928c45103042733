//! A computer's storage of drafts: it takes and refuses what the one of the browser does, and answers as it does.

use tu_cham::app::{Action, Effect, Stored, StoredDraft, StoredSet};

#[derive(Debug, Default)]
pub struct Storage {
    pub drafts: Vec<StoredDraft>,
    /// Whether it takes nothing at the moment.
    pub full: bool,
}

impl Storage {
    pub fn of(drafts: &[StoredDraft]) -> Self {
        Self { drafts: drafts.to_vec(), full: false }
    }

    pub fn find(&self, id: &str) -> Option<Box<StoredDraft>> {
        self.drafts.iter().find(|draft| draft.id == id).cloned().map(Box::new)
    }

    /// Takes a draft if it was made from the one that is here; says how that went.
    pub fn put(&mut self, draft: &StoredDraft) -> Action {
        if self.full {
            return Action::SaveFailed;
        }
        let mut known = self.drafts.iter().filter(|known| known.id == draft.id);
        if !known.all(|known| draft.may_replace(known.revision, &known.text)) {
            return Action::SaveSuperseded(Box::new(draft.clone()));
        }
        self.delete(&draft.id);
        self.drafts.push(draft.clone());
        Action::Saved { id: draft.id.clone(), revision: draft.revision }
    }

    pub fn delete(&mut self, id: &str) {
        self.drafts.retain(|draft| draft.id != id);
    }

    /// Does what is asked of a storage; what it says to that.
    pub fn does(&mut self, effect: &Effect) -> Option<Action> {
        match effect {
            Effect::Store(draft) => return Some(self.put(draft)),
            Effect::Delete(id) => self.delete(id),
            _ => {}
        }
        None
    }
}

/// A storage in which nothing was put yet, as a program finds it.
pub fn empty() -> Stored {
    keeping(Vec::new())
}

/// A storage that keeps these drafts, as a program finds it.
pub fn keeping(drafts: Vec<StoredDraft>) -> Stored {
    Stored { drafts, available: true, ..Stored::default() }
}

/// A draft of this text that was not made from another.
pub fn draft(id: &str, revision: u64, saved: &str, text: &str) -> StoredDraft {
    StoredDraft {
        id: id.to_owned(),
        revision,
        saved: saved.to_owned(),
        text: text.to_owned(),
        summary: String::new(),
        previous: String::new(),
        confirmed: String::new(),
        removed: None,
        set: StoredSet::default(),
    }
}
