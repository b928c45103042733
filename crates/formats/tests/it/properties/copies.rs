//! A copy of the application carries what was put into it, and nothing else of it changes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::documents::{assessment, json};
use formats::document_reader::{DigestStatus, Refusal};
use formats::shared_copy::{Blocks, DATA_BLOCK, SET_BLOCK, empty, fill, read};
use formats::{assessment_file, document_reader};
use scoring::json::Json;
use test_support::drawn::cases;

/// What ends elements, hides text or turns its direction.
const MARKS: &[&str] = &[
    "</script>",
    "</SCRIPT ",
    "<!--<script>",
    "-->",
    "]]>",
    "<script id=\"tu-cham-data\">",
    "&lt;",
    "&",
    "\u{2028}",
    "\u{2029}",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{0}",
    "\r\n",
    "\\",
    "\"",
    "\\u003c",
    "<",
    ">",
];

/// Text made of these and of anything else.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![select(MARKS).prop_map(str::to_owned), any::<char>().prop_map(String::from)];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn block(id: &str) -> String {
    format!("<script type=\"application/json\" id=\"{id}\"></script>")
}

/// A page as ours is: the blocks, and scripts and text around them.
fn page() -> impl Strategy<Value = String> {
    let around = vec(any::<char>().prop_filter("no tag", |c| *c != '<'), 0..20).prop_map(String::from_iter);
    let script = select(vec!["", "<script>if (1 < 2) run('<p>')</script>", "<style>a > b {}</style>"]);
    (around.clone(), script, around).prop_map(|(before, script, after)| {
        ["<!DOCTYPE html>", &before, script, &block(SET_BLOCK), "\n", &block(DATA_BLOCK), script, &after]
            .concat()
    })
}

/// JSON whose keys and texts are hostile.
fn content() -> impl Strategy<Value = String> {
    let texts = (hostile(), hostile(), json());
    texts.prop_map(|(key, text, rest)| {
        Json::Object(vec![(key, text.into()), ("rest of it".to_owned(), rest)]).to_pretty()
    })
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_document_comes_through_json_and_through_a_copy_unchanged(
        document in assessment(), result in json(), page in page(), name in hostile(),
    ) {
        let mut document = document;
        document.unit.name = name;
        let file = assessment_file::write(&document, result).to_pretty();
        let copy = fill(&page, "", &file).unwrap();
        let written = document_reader::read(file.as_bytes()).unwrap();
        let carried = document_reader::read(copy.as_bytes());
        prop_assert_eq!(written.digest_status, DigestStatus::Intact);
        prop_assert_eq!(&written.assessment, &document);
        prop_assert_eq!(carried, Ok(written));
        prop_assert_eq!(empty(&copy), Some(page));
    }

    #[test]
    fn what_is_put_into_a_page_is_read_back_and_replaces_what_stood_there(
        page in page(), set in content(), data in content(), other in content(),
    ) {
        let copy = fill(&page, &set, &data).unwrap();
        let Blocks { set: set_back, data: data_back, .. } = read(&copy).unwrap();
        prop_assert_eq!(Json::read(set_back), Json::read(&set));
        prop_assert_eq!(Json::read(data_back), Json::read(&data));
        let unsafe_left = data_back.contains(['<', '>', '&', '\u{2028}', '\u{2029}']);
        prop_assert!(!unsafe_left);
        prop_assert_eq!(fill(&copy, "", &other), fill(&page, "", &other));
        prop_assert_eq!(fill(&copy, &set, &data), Some(copy.clone()));
        prop_assert_eq!(empty(&copy), Some(page));
    }

    #[test]
    fn any_page_is_filled_or_refused(pieces in vec(hostile(), 0..6), data in content()) {
        let blocks = [block(SET_BLOCK), block(DATA_BLOCK)];
        for page in [pieces.concat(), pieces.join(&blocks[0]), pieces.join(&blocks.concat()), pieces.join(&blocks[1])] {
            let _ = document_reader::read(page.as_bytes());
            let Some(copy) = fill(&page, "", &data) else { continue };
            prop_assert_eq!(Json::read(read(&copy).unwrap().data), Json::read(&data));
            prop_assert_eq!(fill(&copy, "", "1"), fill(&page, "", "1"));
        }
    }
}

#[test]
fn a_page_without_a_document_is_refused_by_what_it_is() {
    let ours = ["<!DOCTYPE html>\n", &block(SET_BLOCK), &block(DATA_BLOCK)].concat();
    let cut = fill(&ours, "", "{\n\"a\": 1").unwrap();
    for (page, refusal) in [
        (ours.as_str(), "empty-copy"),
        ("<!DOCTYPE html><p>Báo điện tử</p>", "other-page"),
        ("<?xml version=\"1.0\"?><svg/>", "other-page"),
        (cut.trim_end_matches("</script>"), "not-json"),
        (&fill(&ours, "", "{}").unwrap(), "not-ours"),
    ] {
        for text in [page.to_owned(), format!(" \n{page}"), format!("\u{feff}{page}")] {
            assert_eq!(document_reader::read(text.as_bytes()).unwrap_err().as_str(), refusal, "{text}");
        }
        let utf16 = [vec![0xFF, 0xFE], page.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
        assert_eq!(document_reader::read(&utf16).unwrap_err().as_str(), refusal, "{page} in UTF-16");
    }
    let Err(Refusal::NotJson(error)) = document_reader::read(cut.as_bytes()) else { unreachable!() };
    assert_eq!(error.line, 3, "counted in the file, where a person would look");
}
