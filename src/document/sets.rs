//! The sets of targets at hand: documents are scored by the one that they were made with.

use std::rc::Rc;

use formats::set_file;
use scoring::assessment::SetReference;
use scoring::loaded_set::LoadedSet;

/// The sets at hand, each once by its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sets {
    /// Those that were read; the one that new documents begin with comes first.
    read: Vec<Rc<LoadedSet>>,
    /// Texts of sets that nobody asked for yet: reading one costs more than most visits need.
    unread: Vec<Rc<str>>,
    /// Whether those that lie in the page were asked for: they are for few, and outside the state.
    asked: bool,
}

impl Sets {
    /// The set of the page's own file, if it carries one, and the module's.
    #[inline]
    pub fn new(read: Vec<Rc<LoadedSet>>) -> Self {
        Self { read, ..Self::default() }
    }

    /// Whether the sets that lie in the page have still to be asked for; once it was said, they are.
    pub(crate) fn ask_for_more(&mut self) -> bool {
        !std::mem::replace(&mut self.asked, true)
    }

    /// The set that new documents begin with.
    pub fn first(&self) -> Option<&Rc<LoadedSet>> {
        self.read.first()
    }

    /// The module's own set, which the samples answer.
    pub fn own(&self) -> Option<&Rc<LoadedSet>> {
        self.read.iter().find(|loaded| loaded.text.is_empty())
    }

    /// Every set that was read.
    pub fn all(&self) -> &[Rc<LoadedSet>] {
        &self.read
    }

    /// Puts the text of a set there, to be read when it is asked for.
    pub(crate) fn put_text(&mut self, text: &str) {
        let known = self.read.iter().map(|loaded| &loaded.text).chain(&self.unread);
        if !text.trim().is_empty() && !{ known }.any(|known| **known == *text) {
            self.unread.push(text.into());
        }
    }

    /// Puts a set there. One that is there already stays.
    pub(crate) fn put(&mut self, loaded: &Rc<LoadedSet>) {
        if self.of_hash(&loaded.sha256).is_none() {
            self.read.push(Rc::clone(loaded));
        }
    }

    /// Adds the sets of another list.
    pub(crate) fn join(&mut self, other: Self) {
        for loaded in &other.read {
            self.put(loaded);
        }
        for text in &other.unread {
            self.put_text(text);
        }
        self.asked |= other.asked;
    }

    /// Reads what is still text. A text that can't be read is no set: whoever needs it is told that it is not here.
    pub(crate) fn read_all(&mut self) {
        for text in std::mem::take(&mut self.unread) {
            if let Ok(loaded) = set_file::read_text(&text) {
                self.put(&Rc::new(loaded));
            }
        }
    }

    /// The set of a SHA-256, among those that were read.
    pub fn of_hash(&self, sha256: &str) -> Option<&Rc<LoadedSet>> {
        self.read.iter().find(|loaded| loaded.sha256 == sha256)
    }

    /// The set that a document names: by its hash; the module's own also by its id, for it may have been mended since. A
    /// document that names none is taken for one of the first.
    pub(crate) fn named(&mut self, named: &SetReference) -> Option<Rc<LoadedSet>> {
        if named.id.is_empty() {
            return self.first().cloned();
        }
        if self.of_hash(&named.sha256).is_none() {
            self.read_all();
        }
        self.at_hand(named).cloned()
    }

    /// The same among those that were read.
    #[inline]
    pub fn at_hand(&self, named: &SetReference) -> Option<&Rc<LoadedSet>> {
        let own = |loaded: &&Rc<LoadedSet>| {
            loaded.set.id == named.id && (loaded.text.is_empty() || named.sha256.is_empty())
        };
        self.of_hash(&named.sha256).or_else(|| self.read.iter().find(own))
    }
}

/// A set as it is stored: once, by its hash, beside the drafts that were made with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoredSet {
    /// SHA-256 of its canonical JSON; blank for the set that the module holds, which is not stored.
    pub sha256: String,
    /// Its file as text; blank where the storage has it already.
    pub text: Rc<str>,
}

impl StoredSet {
    /// The set as it is stored.
    #[inline]
    pub fn of(loaded: &LoadedSet) -> Self {
        let text = Rc::clone(&loaded.text);
        Self { sha256: if text.is_empty() { String::new() } else { loaded.sha256.clone() }, text }
    }
}
