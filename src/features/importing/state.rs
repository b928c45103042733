//! What comes in and waits for a choice.

use crate::features::importing::embedded::EmbeddedDocument;
use crate::features::importing::preview::Preview;
use crate::features::importing::set_preview::SetPreview;
use crate::shell::notice::Refused;
use std::rc::Rc;

/// What comes in and waits for a choice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportingState {
    /// A file that waits for a choice.
    pub preview: Option<Rc<Preview>>,
    /// A file of a set that waits for a choice.
    pub set_preview: Option<Rc<SetPreview>>,
    /// Why the last file was refused, with its name.
    pub refusal: Option<(String, Refused)>,
    /// Whether a file is being held over the page.
    pub file_held: bool,
    /// The document that the page's own file carries.
    pub embedded: Option<Rc<EmbeddedDocument>>,
    /// Which documents were opened from the files that carry them, as it is remembered.
    pub opened_embedded: String,
}
