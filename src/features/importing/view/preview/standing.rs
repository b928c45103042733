//! How a file stands to the document of the same UUID on this computer.

use yew::prelude::*;

use crate::features::importing::preview::{Preview, RevisionOrder};
use crate::features::importing::view::preview::facts::short;
use i18n::numbers::{day, time_of_day};
use i18n::{Key, Words};
use scoring::assessment::DocumentInfo;

/// The sentences about the two; nothing where no document of the UUID is here. None of them is preferred.
pub(crate) fn standing(preview: &Preview, words: Words) -> Html {
    let replaced = &preview.replaced;
    let Some(standing) = replaced.same_document else { return html! { <div hidden=true/> } };
    let (word, verdict) = match standing {
        RevisionOrder::Same => ("same", Key::SameDocumentSame),
        RevisionOrder::FileNewer => ("file-newer", Key::SameDocumentFileNewer),
        RevisionOrder::HereNewer => ("here-newer", Key::SameDocumentHereNewer),
        RevisionOrder::FileMoreHereLater => ("file-more-here-later", Key::SameDocumentFileMoreHereLater),
        RevisionOrder::HereMoreFileLater => ("here-more-file-later", Key::SameDocumentHereMoreFileLater),
        RevisionOrder::SameAge => ("same-age", Key::SameDocumentSameAge),
    };
    let which = if replaced.open { Key::SameDocumentOpen } else { Key::SameDocumentDraft };
    let file = saved(&preview.document.assessment().document, words);
    let here = saved(&replaced.document.document, words);
    let ages = words.fill(Key::SameDocumentAges, &[("file", &file), ("here", &here)]);
    html! {
        <div class="preview__same-document" data-twin={word}>
            <p>{ words.get(which) }{ " " }<b>{ words.get(verdict) }</b></p>
            <p>{ ages }</p>
        </div>
    }
}

/// When a document was saved, and how often it had been: "lần 12, lúc 16:41 ngày 01/12/2023".
pub(crate) fn saved(document: &DocumentInfo, words: Words) -> String {
    let saved = short(&document.saved, 40);
    let revision = document.revision.to_string();
    if saved.is_empty() {
        return words.fill(Key::SavedTimes, &[("n", &revision)]);
    }
    let (time, date) = (time_of_day(&saved), day(&saved));
    words.fill(Key::SavedTimesAt, &[("n", &revision), ("time", time), ("date", &date)])
}
