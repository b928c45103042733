//! Báo cáo: the official report from the same data, to print and to hand over as Word, Excel and CSV.

use yew::prelude::*;

use crate::app::{Action, OfficeFile, State};
use crate::view::live::{Drawing, Part};
use crate::words::Key;

/// The buttons of what is handed over as Word and Excel: name for scripts, words, file.
const OFFICE_FILES: [(&str, Key, OfficeFile); 3] = [
    ("export-docx", Key::ExportDocx, OfficeFile::Word),
    ("export-xlsx", Key::ExportXlsx, OfficeFile::Excel),
    ("export-template", Key::ExportTemplate, OfficeFile::Template),
];

/// The page.
#[derive(PartialEq)]
pub struct Report;

impl Report {
    /// Reads it.
    pub fn read(_state: &State) -> Self {
        Self
    }
}

impl Part for Report {
    fn draw(&self, page: &Drawing) -> Html {
        let words = page.words;
        html! {
            <div class="sheet sheet-width">
                <h1>{ words.get(Key::PageReport) }</h1>
                <p class="tools__row">
                    for (name, label, file) in OFFICE_FILES {
                        <button type="button" class="button" data-action={name}
                            onclick={page.always::<MouseEvent>(Action::OfficePressed(file))}>{ words.get(label) }</button>
                    }
                </p>
            </div>
        }
    }
}
