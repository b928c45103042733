//! To which workspace an event belongs while a sample is open.

/// To which workspace an event belongs while a sample is open in front of the user's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventScope {
    /// To the workspace in front: the sample.
    InFront,
    /// To the user's own, unseen: what storage, files and other windows answer.
    Own,
    /// To the user's own, and what it shows of it is shown in front: files from outside are compared with the user's own.
    OwnShownInFront,
    /// To the user's own once the sample is left.
    OwnAfterLeaving,
    /// To nobody: there is nothing that it could mean.
    Nobody,
}
