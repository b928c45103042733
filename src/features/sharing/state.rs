//! A link with the document in it, as far as it has come.

use std::rc::Rc;

use formats::qr::Qr;

/// How far a link has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sharing {
    /// The page was opened from disk: there is no address to send.
    NoSite,
    /// The document is being compressed.
    Making,
    /// It could not be made.
    Failed,
    /// It would be longer than links may be; so many characters.
    TooLong(usize),
    /// Here it is.
    Ready {
        /// The whole address.
        link: Rc<str>,
        /// Its code, unless it is too long for one.
        code: Option<Rc<Qr>>,
        /// Whether copying it went well, once it was tried.
        copied: Option<bool>,
    },
}
