//! What happens in a show.

use crate::document::event_scope::EventScope;
use crate::features::presentation::compared_unit::ComparedUnit;
use crate::features::presentation::screens::Screen;
use crate::features::presentation::state::ComparedBy;

/// Something that happened in the show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PresentationEvent {
    /// It was to begin, with this screen or the first.
    Begun(Option<Screen>),
    /// What comes next was asked for.
    WentOn,
    /// What came before was asked for.
    WentBack,
    /// The first screen was asked for.
    First,
    /// The last screen was asked for.
    Last,
    /// A screen was chosen from the list.
    Reached(Screen),
    /// The room was to see nothing, or to see again.
    Blanked,
    /// Something beside the screen was to be seen, or no more.
    Marked(ShowMark),
    /// Escape: what lies over the screen is closed, else the show ends.
    Escaped,
    /// The show was to end.
    Ended,
    /// The browser has left full screen by itself.
    ScreenLeft,
    /// Full screen was asked for.
    ScreenFilled,
    /// A second has passed.
    Ticked,
    /// A finger or pen came down at a place.
    TouchBegan(i32, i32),
    /// It went up again.
    TouchEnded(i32, i32),
    /// A screen was to be shown, or passed over.
    Chosen(Screen, bool),
    /// The room's answer to an exercise was typed.
    Answered(String),
    /// The room holds that there is no number to answer, or no more.
    NoNumber(bool),
    /// A year was to stand among those compared, or no more.
    Compared(u16, bool),
    /// Units were to be compared, or years.
    ComparedBy(ComparedBy),
    /// A unit was to stand at a place, counted from 0; or none.
    UnitCompared(usize, Option<ComparedUnit>),
}

impl PresentationEvent {
    /// Whether it would change the open document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::Begun(..)
            | Self::WentOn
            | Self::WentBack
            | Self::First
            | Self::Last
            | Self::Reached(..)
            | Self::Blanked
            | Self::Marked(..)
            | Self::Escaped
            | Self::Ended
            | Self::ScreenLeft
            | Self::ScreenFilled
            | Self::Ticked
            | Self::TouchBegan(..)
            | Self::TouchEnded(..)
            | Self::Chosen(..)
            | Self::Answered(..)
            | Self::NoNumber(..)
            | Self::Compared(..)
            | Self::ComparedBy(..)
            | Self::UnitCompared(..) => false,
        }
    }

    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::Begun(..)
            | Self::WentOn
            | Self::WentBack
            | Self::First
            | Self::Last
            | Self::Reached(..)
            | Self::Blanked
            | Self::Marked(..)
            | Self::Escaped
            | Self::Ended
            | Self::ScreenLeft
            | Self::ScreenFilled
            | Self::Ticked
            | Self::TouchBegan(..)
            | Self::TouchEnded(..)
            | Self::Chosen(..)
            | Self::Answered(..)
            | Self::NoNumber(..)
            | Self::Compared(..)
            | Self::ComparedBy(..)
            | Self::UnitCompared(..) => EventScope::InFront,
        }
    }
}

/// What may be seen beside the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShowMark {
    /// The speaker's notes.
    Notes,
    /// The list of screens.
    List,
}
