//! A unit that can stand beside others in the presentation.

use formats::samples::Sample;

/// A unit that may stand beside others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComparedUnit {
    /// That of the open document, as it is now.
    Open,
    /// A model unit, as it was made.
    Sample(Sample),
    /// That of a draft on this computer, by its id.
    Draft(String),
}

impl ComparedUnit {
    const OPEN: &str = "open";

    /// Its name for scripts and lists: "open", the id of the sample, or that of the document.
    pub fn name(&self) -> String {
        match self {
            Self::Open => Self::OPEN.to_owned(),
            Self::Sample(sample) => sample.id(),
            Self::Draft(id) => id.clone(),
        }
    }

    /// The unit of a name; none of a blank one.
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "" => None,
            Self::OPEN => Some(Self::Open),
            name => Some(Sample::of_id(name).map_or_else(|| Self::Draft(name.to_owned()), Self::Sample)),
        }
    }
}
