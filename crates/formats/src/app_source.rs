//! The source of the application's own page, as it was published: what copies are made of.
//!
//! The page can't read its own file from disk, and what it has become since it was opened is no source for a copy. So
//! the file holds a block with the texts that stand between its style and script elements; with the contents of those
//! elements, which no browser changes, they are the file again, byte for byte.

use super::{digest, shared_copy};
use scoring::json::Json;

/// Id of the block that says how the text is put together: `{"sha256": "…", "texts": ["…", …]}`.
pub const PARTS_BLOCK: &str = "tu-cham-parts";

/// The text put together from the content of the [`PARTS_BLOCK`] and, by their number from 0, the contents of the
/// elements between; `None` if the block can't be read or a content is missing.
pub fn assemble(parts: &str, content: impl Fn(usize) -> Option<String>) -> Option<String> {
    let parts = Json::read(parts).ok()?;
    let Json::List(texts) = parts.get("texts")? else { return None };
    let mut whole = String::new();
    for (number, text) in texts.iter().enumerate() {
        if let Some(before) = number.checked_sub(1) {
            whole += &content(before)?;
        }
        whole += text.text()?;
    }
    Some(whole)
}

/// The application's own text, with nothing in its blocks, found to be as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppSource(String);

impl AppSource {
    /// Takes a page's text if its checksum holds: that of the whole text with nothing in the data blocks and without
    /// the checksum itself. It tells what an extension or a browser's "Save page" has changed, and is no signature.
    pub fn checked(page: &str) -> Option<Self> {
        let text = shared_copy::empty(page)?;
        let place = shared_copy::find(&text, PARTS_BLOCK)?;
        let parts = text.get(place.clone())?;
        let json = Json::read(parts).ok()?;
        let stated = json.get("sha256")?.text()?;
        let bare =
            [text.get(..place.start)?, &parts.replacen(stated, "", 1), text.get(place.end..)?].concat();
        (digest::of_bytes(bare.as_bytes()) == stated).then_some(Self(text))
    }

    /// Lower-case hex of the SHA-256 of the text: what `sha256sum` says of the published file.
    pub fn sha256(&self) -> String {
        digest::of_bytes(self.0.as_bytes())
    }

    /// The text with a set and a document in its blocks, each JSON text or nothing.
    pub fn copy(&self, set: &str, data: &str) -> Option<String> {
        let copy = shared_copy::fill(&self.0, set, data)?;
        // Read back: nothing but the blocks differs.
        (shared_copy::empty(&copy)? == self.0).then_some(copy)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::unreachable, reason = "a failed unwrap is a failed test")]
    use super::*;

    const BLOCKS: &str = "<script id=\"tu-cham-set\"></script><script id=\"tu-cham-data\"></script>";

    /// A page of two elements, the second its own block, with the checksum that belongs to it.
    fn page() -> (String, String) {
        let texts =
            Json::List(vec!["<p>ă</p><script>".into(), "</script><script id=\"tu-cham-parts\">".into()]);
        let last = ["</script>", BLOCKS].concat();
        let parts = |sha256: &str| {
            let Json::List(mut texts) = texts.clone() else { unreachable!() };
            texts.push(last.as_str().into());
            let parts = Json::Object(vec![
                ("sha256".to_owned(), sha256.into()),
                ("texts".to_owned(), Json::List(texts)),
            ]);
            parts.to_pretty().replace('<', "\\u003c")
        };
        let page = |parts: &str| {
            ["<p>ă</p><script>run(1 < 2)</script><script id=\"tu-cham-parts\">", parts, &last].concat()
        };
        let parts = parts(&digest::of_bytes(page(&parts("")).as_bytes()));
        (page(&parts), parts)
    }

    #[test]
    fn a_page_is_put_together_from_its_own_parts_and_found_whole() {
        let (page, parts) = page();
        let content =
            |number| ["run(1 < 2)", parts.as_str()].get(number).map(|content: &&str| (*content).to_owned());
        assert_eq!(assemble(&parts, content).as_ref(), Some(&page));
        let source = AppSource::checked(&page).unwrap();
        assert_eq!(source.sha256(), digest::of_bytes(page.as_bytes()));
        let copy = source.copy("", "{\"a\":\"<\"}").unwrap();
        assert_eq!(AppSource::checked(&copy), Some(source), "a copy of a copy is made of the same text");
        assert_eq!(assemble(&parts, |number| (number == 0).then(String::new)), None);
        assert_eq!(assemble("{}", |_| Some(String::new())), None);
    }

    #[test]
    fn a_changed_page_is_not_taken_as_the_source() {
        let (page, _) = page();
        for changed in [
            page.replace("<p>", "<p >"),
            page.replace("1 < 2", "1 > 2"),
            [&page, "<style>p {}</style>"].concat(),
            page.replace(BLOCKS, ""),
            page.replace("sha256", "sha-256"),
            String::new(),
        ] {
            assert_eq!(AppSource::checked(&changed), None, "{changed}");
        }
    }
}
