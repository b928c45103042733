//! The two data blocks of the application's own file: a copy of it may carry a set and a document.
//!
//! A block is a script element that never runs. Its JSON holds no `<`, `>` or `&`, so no text in it can end the element or
//! begin another one, whatever a name or a note says.

use std::ops::Range;

/// Id of the block that may hold a set.
pub const SET_BLOCK: &str = "tu-cham-set";
/// Id of the block with the product's second set, as DEFLATE in base64url; the same in every copy.
pub const MORE_SETS_BLOCK: &str = "tu-cham-more-sets";
/// Id of the block that may hold a document.
pub const DATA_BLOCK: &str = "tu-cham-data";

/// What the two blocks of a page hold: JSON text, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blocks<'a> {
    /// The text of the set's block.
    pub set: &'a str,
    /// The text of the document's block.
    pub data: &'a str,
    /// How many lines of the page stand before the document's text.
    pub lines_before: usize,
}

/// The blocks of a page, be it as it was written or as a browser saved it; `None` for a page without the document's.
pub fn read(html: &str) -> Option<Blocks<'_>> {
    let data = find(html, DATA_BLOCK)?;
    let lines_before = html.get(..data.start)?.matches('\n').count();
    let set = find(html, SET_BLOCK).and_then(|set| html.get(set)).unwrap_or_default();
    Some(Blocks { set, data: html.get(data)?, lines_before })
}

/// The page with these JSON texts in its blocks, whatever stood there; `None` for a page that lacks one of them.
///
/// ```
/// use formats::shared_copy::{empty, fill, read};
/// let page = "<!DOCTYPE html><script id=\"tu-cham-set\"></script><script id=\"tu-cham-data\"></script>";
/// let copy = fill(page, "", r#"{"name":"</script>"}"#).unwrap();
/// assert_eq!(read(&copy).unwrap().data, r#"{"name":"\u003c/script\u003e"}"#);
/// assert_eq!(empty(&copy).unwrap(), page);
/// ```
pub fn fill(html: &str, set: &str, data: &str) -> Option<String> {
    replace(&replace(html, SET_BLOCK, set)?, DATA_BLOCK, data)
}

/// The page with nothing in its blocks: the application's own text.
pub fn empty(html: &str) -> Option<String> {
    fill(html, "", "")
}

fn replace(html: &str, id: &str, json: &str) -> Option<String> {
    let place = find(html, id)?;
    Some([html.get(..place.start)?, &escape(json), html.get(place.end..)?].concat())
}

/// JSON text as it stands in a block. The marks stand within strings only, where JSON may write any character by its
/// number.
fn escape(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            '&' => escaped.push_str("\\u0026"),
            '\u{2028}' => escaped.push_str("\\u2028"),
            '\u{2029}' => escaped.push_str("\\u2029"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Where the content of the script element of this id stands. One that is never closed goes to the end of the text.
pub(super) fn find(html: &str, id: &str) -> Option<Range<usize>> {
    let mut from = 0;
    loop {
        let tag = mark(html, "<script", from)?;
        let start = tag + html.get(tag..)?.find('>')? + 1;
        let end = mark(html, "</script", start).unwrap_or(html.len());
        if has_id(html.get(tag..start - 1)?, id) {
            return Some(start..end);
        }
        from = end;
    }
}

/// Where a tag begins, in letters of either case.
fn mark(html: &str, tag: &str, from: usize) -> Option<usize> {
    let open = html.get(from..)?.match_indices('<').map(|(at, _)| from + at);
    let begins =
        |at: &usize| html.get(*at..at + tag.len()).is_some_and(|text| text.eq_ignore_ascii_case(tag));
    { open }.find(begins)
}

fn has_id(tag: &str, id: &str) -> bool {
    let mut attributes = tag.split_ascii_whitespace().filter_map(|attribute| attribute.split_once('='));
    // As in a browser, an element's first id is its id.
    let first = attributes.find(|(name, _)| name.eq_ignore_ascii_case("id"));
    first.is_some_and(|(_, value)| value.trim_matches(['"', '\'']) == id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn blocks_are_found_however_a_browser_writes_them() {
        for (page, data) in [
            (r#"<script type="application/json" id="tu-cham-data">1</script>"#, Some("1")),
            (r#"<script id="tu-cham-data" type="application/json">1</script>"#, Some("1")),
            ("<SCRIPT\n TYPE='application/json'\n ID='tu-cham-data' >\n1\n</SCRIPT >", Some("\n1\n")),
            ("<script id=tu-cham-data>1</script>", Some("1")),
            (
                r#"<script>"<script id=tu-cham-data>2"</script><script id="tu-cham-data">1</script>"#,
                Some("1"),
            ),
            // Cut short: whoever reads the content finds that it is not whole.
            (r#"<script id="tu-cham-data">{"a":"#, Some(r#"{"a":"#)),
            (r#"<script id="tu-cham-data""#, None),
            (r#"<script id="tu-cham-data2">1</script>"#, None),
            (r#"<script data-id="tu-cham-data">1</script>"#, None),
            (r#"<p id="tu-cham-data">1</p>"#, None),
            (r#"<script id=tu-cham-set id="tu-cham-data">1</script>"#, None),
            ("<ſcript id=tu-cham-data>1</ſcript>", None),
            ("", None),
        ] {
            assert_eq!(read(page).map(|blocks| blocks.data), data, "{page}");
        }
    }

    #[test]
    fn the_lines_before_the_document_are_counted() {
        assert_eq!(read("a\nb\n<script id=tu-cham-data>\n1</script>").unwrap().lines_before, 2);
    }

    #[test]
    fn a_page_that_lacks_a_block_is_not_filled() {
        for page in ["", "<p>", "<script id=tu-cham-data></script>", "<script id=tu-cham-set></script>"] {
            assert_eq!(fill(page, "1", "2"), None, "{page}");
        }
    }
}
