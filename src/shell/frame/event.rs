//! What can happen to the page frame: pages, language, theme, dialogs, notices.

use crate::document::event_scope::EventScope;
use crate::shell::dialog::Dialog;
use crate::shell::page::Page;
use crate::shell::theme::Theme;
use scoring::text::Language;

/// Something that happened to the page frame: pages, language, theme, dialogs, notices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrameEvent {
    /// A page was reached by its address, which may name a place on it.
    PageReached(Page, Option<String>),
    /// A language was chosen.
    LanguageChosen(Language),
    /// A theme was chosen.
    ThemeChosen(Theme),
    /// A dialog was opened or, with `None`, closed.
    DialogSet(Option<Dialog>),
    /// The menu of a narrow window was unfolded or folded.
    MenuPressed,
    /// The notice was closed.
    NoticeDismissed,
    /// The refusal was closed.
    RefusalDismissed,
    /// The browser refused to hand a file over.
    DownloadFailed,
}

impl FrameEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::PageReached(..)
            | Self::LanguageChosen(..)
            | Self::ThemeChosen(..)
            | Self::DialogSet(..)
            | Self::MenuPressed
            | Self::NoticeDismissed
            | Self::RefusalDismissed
            | Self::DownloadFailed => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::PageReached(..)
            | Self::LanguageChosen(..)
            | Self::ThemeChosen(..)
            | Self::DialogSet(..)
            | Self::MenuPressed
            | Self::NoticeDismissed
            | Self::RefusalDismissed
            | Self::DownloadFailed => EventScope::InFront,
        }
    }
}
