//! A document goes through a link unchanged, and what was cut or changed on its way is never taken for whole.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use proptest::prelude::*;
use proptest::sample::Index;

use super::documents::{assessment, json};
use formats::document_reader::{DigestStatus, MOST_BYTES, ReadDocument};
use formats::{assessment_file, document_reader, share_link};
use scoring::json::Json;
use test_support::drawn::cases;

/// The file in an address, as the browser makes it.
fn written(file: &Json, level: u8) -> String {
    share_link::write(&compress_to_vec(share_link::text(file).as_bytes(), level))
}

/// What an address brings; `None` where it is refused.
fn opened(address: &str) -> Option<ReadDocument> {
    let compressed = share_link::read(address).ok()?;
    let bytes = decompress_to_vec_with_limit(&compressed, usize::try_from(MOST_BYTES).unwrap()).ok()?;
    document_reader::read(&bytes).ok()
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_document_through_a_link_is_the_same_and_whole(assessment in assessment(), result in json(), level in 0..10_u8) {
        let address = written(&assessment_file::write(&assessment, result.clone()), level);
        prop_assert!(address.strip_prefix("#/mo/tc1.").unwrap().bytes().all(|c| c.is_ascii_alphanumeric() || b"-_".contains(&c)));
        let received = opened(&address);
        prop_assert!(received.is_some(), "{}", address);
        let received = received.unwrap();
        prop_assert_eq!(received.assessment, assessment);
        prop_assert_eq!(received.digest_status, DigestStatus::Intact);
        prop_assert_eq!(received.stated_result.unwrap_or_default(), result);
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_link_cut_anywhere_is_refused(assessment in assessment(), at in any::<Index>()) {
        let address = written(&assessment_file::write(&assessment, Json::Null), 6);
        let cut = address.get(..at.index(address.len())).unwrap();
        prop_assert!(opened(cut).is_none(), "{} of {}", cut, address);
    }

    #[test]
    fn a_link_with_one_character_changed_is_refused_or_said_to_have_changed(
        assessment in assessment(),
        at in any::<Index>(),
        new in "[A-Za-z0-9_-]",
    ) {
        let address = written(&assessment_file::write(&assessment, Json::Null), 6);
        let at = at.index(address.len());
        let mut changed = address.clone();
        changed.replace_range(at..=at, &new);
        // What decompresses to the same text all the same, or to one that says the same, is the document.
        match opened(&changed) {
            Some(received) if received.assessment != assessment => prop_assert_ne!(received.digest_status, DigestStatus::Intact),
            _ => {}
        }
    }

    #[test]
    fn no_address_makes_the_reader_panic(address in any::<String>(), carried in "(tc[0-9]{0,6}\\.?)?[A-Za-z0-9_=+/%. -]{0,40}") {
        let _ = share_link::read(&address);
        let _ = opened(&["#/mo/", &carried].concat());
    }
}
