//! What to do with a file that was previewed.

/// What to do with a file that was previewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportChoice {
    /// Open it beside what is here.
    AsNew,
    /// Put it in the place of what is open.
    Replace,
    /// Open the figures of the open document by the set that it is, beside what is here.
    CarryOver,
    /// Open it as the sample that it is.
    AsSample,
    /// Nothing.
    Cancel,
}
