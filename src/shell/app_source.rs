//! The application's own text: what it is asked for, and what became of it.

/// What the application's own text is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A copy with the open document in it.
    Copy,
    /// A copy with a blank form in it.
    Form,
    /// Its SHA-256, to be shown.
    Fingerprint,
}

/// What came when the application's own text was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceText {
    /// The text, not yet checked.
    Found(String),
    /// The page holds no more what its text is put together from.
    Lost,
    /// The site did not hand the file over.
    Unreachable,
    /// The page is a site's, in several files; it has no text of its own to speak of.
    Hosted,
}

/// SHA-256 of the application's own text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Fingerprint {
    /// Nobody asked yet.
    #[default]
    NotAsked,
    /// It is being worked out.
    Awaited,
    /// Lower-case hex; the text is as it was published.
    Known(String),
    /// Something has changed the page since it was published.
    Changed,
    /// The page is a site's, in several files.
    Hosted,
}
