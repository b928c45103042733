//! The page frame.

use crate::shell::dialog::Dialog;
use crate::shell::notice::Notice;
use crate::shell::page::{Address, Page, PageNumbers};
use crate::shell::theme::Theme;
use scoring::text::Language;

/// The page frame: which page, how it is shown, and what lies over it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FrameState {
    /// The page shown.
    pub page: Page,
    /// What the address stands for.
    pub address: Address,
    /// Where the page is served from, without what follows `#`; blank when it was opened from disk.
    pub site: String,
    /// Whether this browser prints page numbers.
    pub page_numbers: PageNumbers,
    /// The language shown.
    pub language: Language,
    /// The theme chosen.
    pub theme: Theme,
    /// Whether the menu is unfolded, where the window is too narrow for it.
    pub menu_open: bool,
    /// A notice to be read.
    pub notice: Option<Notice>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
}
