//! While a sample is open: what may leave it.
//!
//! The user's own workspace stands whole behind the sample's. An event says itself to which of them it belongs
//! ([`EventScope`](crate::document::event_scope::EventScope)); of what a sample asks for, only what keeps nothing leaves
//! ([`may_leave`]).

use std::rc::Rc;

use crate::shell::effect::{Effect, Preference};
use crate::shell::page::Page;
use crate::shell::state::State;
use formats::samples::Sample;
use scoring::loaded_set::LoadedSet;

/// Whether what a sample asks for may be done: nothing of it is kept, told to other windows or written to a file of a
/// document.
pub(crate) const fn may_leave(effect: &Effect) -> bool {
    match effect {
        Effect::SaveSoon
        | Effect::SaveDraft(_)
        | Effect::BackUp(_)
        | Effect::Reread(_)
        | Effect::Lock(_)
        | Effect::RequestLock(_)
        | Effect::Unlock(_)
        | Effect::Keep(_)
        | Effect::ListVersions(_)
        | Effect::Delete(_)
        | Effect::LeaveAddress(_)
        | Effect::File(_)
        | Effect::KeepSet(_)
        | Effect::DropSets(_)
        | Effect::Remember(
            Preference::LastDocument | Preference::DraftsKept | Preference::OpenedEmbedded,
            _,
        ) => false,
        Effect::Then(_)
        | Effect::Download { .. }
        | Effect::DownloadFigures(_)
        | Effect::Print
        | Effect::HandOver { .. }
        | Effect::Office(_)
        | Effect::Compress(_)
        | Effect::Decompress(_)
        | Effect::Copy(_)
        | Effect::ReadAppSource(_)
        | Effect::ReadMoreSets
        | Effect::ReadExercises
        | Effect::Remember(
            Preference::Language | Preference::Theme | Preference::Exercises | Preference::ExerciseDraft,
            _,
        )
        | Effect::Address { .. }
        | Effect::Focus(_)
        | Effect::ModalOpened
        | Effect::ModalClosed
        | Effect::FillScreen(_)
        | Effect::Tick(_)
        | Effect::Reveal
        | Effect::ScrollTo(_) => true,
    }
}

/// Before the names of files that hold a sample.
const MARK: &str = "MAU-";

impl State {
    /// The sample that is open.
    pub fn sample(&self) -> Option<Sample> {
        if self.document.assessment().is_sample() { Sample::of(self.document.assessment()) } else { None }
    }

    /// The set that samples answer, whichever one the open document was made with.
    pub fn sample_set(&self) -> &Rc<LoadedSet> {
        self.sets.own().unwrap_or(self.document.loaded())
    }

    /// The address that opens the sample as it was made, on the page of figures; `None` for what is the user's own, and
    /// where the page was opened from disk.
    pub fn sample_link(&self) -> Option<String> {
        let sample = self.sample().filter(|sample| sample.open(self.sample_set()).is_some())?;
        (!self.frame.site.is_empty()).then(|| self.link_to(sample, Page::default()))
    }

    /// The address of a page with a sample open.
    pub(crate) fn link_to(&self, sample: Sample, page: Page) -> String {
        [&self.frame.site, "#", page.path(), Page::SAMPLE, &sample.id()].concat()
    }

    /// The user's own workspace: the one behind while a sample is open.
    pub fn own(&self) -> &Self {
        self.behind.as_deref().unwrap_or(self)
    }

    /// The name of a file that is made of the open document, marked where that is a sample.
    pub(crate) fn marked(&self, name: String) -> String {
        if self.document.assessment().is_sample() { [MARK, &name].concat() } else { name }
    }
}
