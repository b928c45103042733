//! A computer's storage of drafts: it takes and refuses what the one of the browser does, and answers as it does.

use tu_cham::document::draft::{Draft, Stored};
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::sets::StoredSet;
use tu_cham::document::versions::KeptVersion;
use tu_cham::features::windows::event::WindowEvent;
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;

#[derive(Debug, Default)]
pub struct Storage {
    pub drafts: Vec<Draft>,
    pub versions: Vec<KeptVersion>,
    pub sets: Vec<StoredSet>,
    /// Whether it takes nothing at the moment.
    pub full: bool,
    /// Whether one window alone writes here: it then knows what it stored last.
    pub one_window: bool,
    /// Whether the browser has none: it is asked all the same and says nothing.
    pub missing: bool,
}

/// What comes of asking the storage for something.
pub enum Answer {
    /// It says this.
    Says(AppEvent),
    /// It is done, and nothing is said to it.
    Done,
    /// Nothing was done: it knows of no such thing.
    CannotDo,
}

impl Storage {
    pub fn of(stored: &Stored) -> Self {
        Self { drafts: stored.drafts.clone(), missing: !stored.available, ..Self::default() }
    }

    pub fn find(&self, id: &str) -> Option<Box<Draft>> {
        self.drafts.iter().find(|draft| draft.id == id).cloned().map(Box::new)
    }

    /// Takes a draft if it was made from the one that is here; says how that went.
    pub fn put(&mut self, draft: &Draft) -> AppEvent {
        if self.full {
            return AppEvent::Document(DocumentEvent::SaveFailed);
        }
        let mut known = self.drafts.iter().filter(|known| known.id == draft.id);
        let own = |known: &Draft| self.one_window.then(|| known.text.clone());
        if !known.all(|known| draft.may_replace(known.revision, &known.text, own(known).as_deref())) {
            return AppEvent::Window(WindowEvent::SaveSuperseded(Box::new(draft.clone())));
        }
        self.delete(&draft.id);
        self.drafts.push(draft.clone());
        AppEvent::Document(DocumentEvent::Saved { id: draft.id.clone(), revision: draft.revision })
    }

    pub fn delete(&mut self, id: &str) {
        self.drafts.retain(|draft| draft.id != id);
    }

    /// Does what is asked of it.
    pub fn does(&mut self, effect: &Effect) -> Answer {
        match effect {
            Effect::SaveDraft(_) if self.missing => {}
            Effect::SaveDraft(draft) => return Answer::Says(self.put(draft)),
            Effect::Delete(id) => self.delete(id),
            Effect::Keep(version) => self.versions.push((**version).clone()),
            Effect::KeepSet(set) if self.sets.iter().any(|known| known.sha256 == set.sha256) => {}
            Effect::KeepSet(set) => self.sets.push(set.clone()),
            Effect::DropSets(all) => self.sets.retain(|set| !all.contains(&set.sha256)),
            _ => return Answer::CannotDo,
        }
        Answer::Done
    }
}

/// A storage in which nothing was put yet, as a program finds it.
pub fn empty() -> Stored {
    keeping(Vec::new())
}

/// A storage that keeps these drafts, as a program finds it.
pub fn keeping(drafts: Vec<Draft>) -> Stored {
    Stored { drafts, available: true, ..Stored::default() }
}

/// A draft of this text that was not made from another.
pub fn draft(id: &str, revision: u32, saved: &str, text: &str) -> Draft {
    Draft { id: id.to_owned(), revision, saved: saved.to_owned(), text: text.to_owned(), ..Draft::default() }
}
