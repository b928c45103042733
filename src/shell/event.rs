//! What happened, in the past tense. Every change of the state is one of these; each feature names its own.

use crate::document::event::DocumentEvent;
use crate::document::event_scope::EventScope;
use crate::features::drafts::event::DraftEvent;
use crate::features::entry::event::EntryEvent;
use crate::features::exercises::event::ExerciseEvent;
use crate::features::exporting::event::ExportEvent;
use crate::features::importing::event::ImportEvent;
use crate::features::linked_file::event::LinkedFileEvent;
use crate::features::pasting::event::PasteEvent;
use crate::features::presentation::event::PresentationEvent;
use crate::features::reference::event::ReferenceEvent;
use crate::features::report::event::ReportEvent;
use crate::features::results::event::ResultsEvent;
use crate::features::samples::event::SampleEvent;
use crate::features::scenario::event::ScenarioEvent;
use crate::features::sharing::event::ShareEvent;
use crate::features::versions::event::VersionEvent;
use crate::features::windows::event::WindowEvent;
use crate::shell::frame::event::FrameEvent;
use crate::shell::office::OfficeEvent;
use crate::shell::page::Page;
use formats::share_link::is_share_link;

/// Declares [`AppEvent`] with what each feature must answer for its own events: one that is left out does not compile.
macro_rules! events {
    ($($(#[$doc:meta])* $feature:ident($event:ty)),+ $(,)?) => {
        /// Something that happened, by the feature that it happened to.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum AppEvent {
            $($(#[$doc])* $feature($event)),+
        }

        impl AppEvent {
            /// Whether it would change the open document, which a window that only reads it must not.
            pub const fn edits_document(&self) -> bool {
                match self {
                    $(Self::$feature(event) => event.edits_document()),+
                }
            }

            /// To which workspace it belongs while a sample is open.
            pub const fn scope(&self) -> EventScope {
                match self {
                    $(Self::$feature(event) => event.scope()),+
                }
            }
        }

        $(impl From<$event> for AppEvent {
            fn from(event: $event) -> Self {
                Self::$feature(event)
            }
        })+
    };
}

events! {
    /// The open document as a whole: opening, saving, undo.
    Document(DocumentEvent),
    /// The page frame: pages, language, theme, dialogs, notices.
    Frame(FrameEvent),
    /// The page where figures are entered.
    Entry(EntryEvent),
    /// Pasted tables.
    Paste(PasteEvent),
    /// The page of the report.
    Report(ReportEvent),
    /// The page of results.
    Results(ResultsEvent),
    /// The page where plans are tried.
    Scenario(ScenarioEvent),
    /// The presentation to a room.
    Presentation(PresentationEvent),
    /// The exercises of the presentation.
    Exercise(ExerciseEvent),
    /// The page where the set is read.
    Reference(ReferenceEvent),
    /// Samples.
    Sample(SampleEvent),
    /// The drafts on this computer.
    Draft(DraftEvent),
    /// Kept versions.
    Version(VersionEvent),
    /// The other windows of this program.
    Window(WindowEvent),
    /// The file that a document is written to.
    LinkedFile(LinkedFileEvent),
    /// Files and embedded documents that come in.
    Import(ImportEvent),
    /// What is handed over as a file.
    Export(ExportEvent),
    /// The module of Word and Excel.
    Office(OfficeEvent),
    /// Links with a document in them.
    Share(ShareEvent),
}

impl AppEvent {
    /// What reaching an address, from `#` on, means: a page, or a document that it carries.
    pub fn of_address(address: String) -> Self {
        if is_share_link(&address) {
            return Self::Share(ShareEvent::Reached(address));
        }
        let (page, place) = (Page::of_address(&address), Page::place_of_address(&address));
        match Page::sample_of_address(&address) {
            Some(id) => Self::Sample(SampleEvent::Reached { id: id.to_owned(), page, place }),
            None => Self::Frame(FrameEvent::PageReached(page, place)),
        }
    }
}
