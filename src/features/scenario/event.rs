//! What can happen on the page "Thử phương án".

use crate::document::event_scope::EventScope;
use planning::Aim;
use scoring::target_set::TargetId;

/// Something that happened there. Only what is done with kept plans touches the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScenarioEvent {
    /// The slider of a figure was moved to a position of its course.
    FigureMoved(TargetId, u128),
    /// A figure was typed or chosen: its field and the whole text.
    FigureTyped(TargetId, String, String),
    /// The slider of points was moved, to so many thousandths.
    PointsMoved(TargetId, i64),
    /// It was moved by a key: to the next points that a figure earns, or back.
    PointsStepped(TargetId, bool),
    /// It was let go.
    PointsLeft(TargetId),
    /// A target was pinned, or set free.
    PinSet(TargetId, bool),
    /// What a target's work costs was typed.
    WeightTyped(TargetId, String),
    /// A target was to be as it is in the document; with `None` all.
    Restored(Option<TargetId>),
    /// The trial was to begin anew, from the document's figures as they are now.
    BegunAnew,
    /// The index wanted was typed.
    WantedTyped(String),
    /// A band's edge was taken for the index wanted.
    WantedPicked(String),
    /// What is to be least was chosen.
    AimChosen(Aim),
    /// The question was asked.
    Solved,
    /// The answer was to be put into the sliders.
    PlanApplied,
    /// A name for a plan was typed.
    NameTyped(String),
    /// The trial was to be kept under that name.
    PlanKept,
    /// A kept plan was chosen for comparison, or left out, by its place.
    PlanCompared(usize, bool),
    /// A kept plan was to be put into the sliders.
    PlanLoaded(usize),
    /// A kept plan was removed.
    PlanRemoved(usize),
    /// A kept plan was to become the work to do.
    PlanTaken(usize),
}

impl ScenarioEvent {
    /// To which workspace it belongs while a sample is open.
    pub const fn scope(&self) -> EventScope {
        match self {
            Self::FigureMoved(..)
            | Self::FigureTyped(..)
            | Self::PointsMoved(..)
            | Self::PointsStepped(..)
            | Self::PointsLeft(..)
            | Self::PinSet(..)
            | Self::WeightTyped(..)
            | Self::Restored(..)
            | Self::BegunAnew
            | Self::WantedTyped(..)
            | Self::WantedPicked(..)
            | Self::AimChosen(..)
            | Self::Solved
            | Self::PlanApplied
            | Self::NameTyped(..)
            | Self::PlanKept
            | Self::PlanCompared(..)
            | Self::PlanLoaded(..)
            | Self::PlanRemoved(..)
            | Self::PlanTaken(..) => EventScope::InFront,
        }
    }
}

impl ScenarioEvent {
    /// Whether it changes the document, which a window that only reads it must not.
    pub const fn edits_document(&self) -> bool {
        match self {
            Self::PlanKept | Self::PlanRemoved(_) | Self::PlanTaken(_) => true,
            Self::FigureMoved(..)
            | Self::FigureTyped(..)
            | Self::PointsMoved(..)
            | Self::PointsStepped(..)
            | Self::PointsLeft(_)
            | Self::PinSet(..)
            | Self::WeightTyped(..)
            | Self::Restored(_)
            | Self::BegunAnew
            | Self::WantedTyped(_)
            | Self::WantedPicked(_)
            | Self::AimChosen(_)
            | Self::Solved
            | Self::PlanApplied
            | Self::NameTyped(_)
            | Self::PlanCompared(..)
            | Self::PlanLoaded(_) => false,
        }
    }
}
