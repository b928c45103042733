//! Where documents are kept.

/// Where the document is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Saving {
    /// Nothing was changed since it was opened.
    #[default]
    Untouched,
    /// Changes are on their way.
    Pending,
    /// The storage is taking the last revision.
    Storing,
    /// The storage has the last revision.
    Done,
    /// The storage could not keep the last revision.
    Failed,
    /// What is shown was put aside as a version; the state that another window stored is about to take its place.
    Superseded,
    /// This browser keeps nothing: memory only.
    Unavailable,
}

/// How this browser keeps drafts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StorageScope {
    /// All together, wherever the file is opened from.
    #[default]
    Together,
    /// Apart for each place that the file is opened from.
    ByPath,
    /// A newer version of the product keeps its own on this computer, where this one can't write.
    Newer,
    /// A window of an older version does not make way for this one's store; what is left on leaving is kept as for the next.
    Held,
    /// The browser's store did not answer: nothing is kept but what is written at once when the page is left.
    Silent,
}
