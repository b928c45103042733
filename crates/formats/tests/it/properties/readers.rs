//! No reader breaks, whatever it is given.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::documents::json;
use formats::document_reader;
use formats::document_reader::ReadDocument;
use scoring::figures::FigureKind;
use scoring::json::Json;
use scoring::{figures, target_set};
use test_support::drawn::{case, cases};
use test_support::golden::GOLDEN;
use test_support::tree;

fn golden() -> ReadDocument {
    document_reader::read(GOLDEN.as_bytes()).unwrap()
}

/// Puts something else in the place of one value, the `nth` from the top.
fn put(tree: &mut Json, nth: &mut usize, new: &Json) {
    if *nth == 0 {
        *tree = new.clone();
    }
    *nth = nth.wrapping_sub(1);
    match tree {
        Json::List(items) => items.iter_mut().for_each(|item| put(item, nth, new)),
        Json::Object(members) => members.iter_mut().for_each(|(_, value)| put(value, nth, new)),
        _ => {}
    }
}

fn size(tree: &Json) -> usize {
    match tree {
        Json::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        Json::Object(members) => 1 + members.iter().map(|(_, value)| size(value)).sum::<usize>(),
        _ => 1,
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn figures_are_understood_or_a_problem(
        text in prop_oneof![
            vec(any::<char>(), 0..12).prop_map(String::from_iter),
            vec(select("00123456789.., -\u{2212}%\u{a0}\u{202f}e".chars().collect::<Vec<_>>()), 0..24)
                .prop_map(String::from_iter),
        ],
    ) {
        for kind in [FigureKind::Count, FigureKind::Money, FigureKind::Rank, FigureKind::Percent, FigureKind::Points] {
            if let Ok(Some(figure)) = figures::read(&text, kind) {
                prop_assert!(text.contains(|c: char| c.is_ascii_digit()), "{:?}", text);
                prop_assert!(!kind.is_whole() || figure.decimals() == 0);
                // What was understood is understood the same when it is typed as shown.
                let shown = figure.exact().to_string().replace('.', ",");
                let again = figures::read(&shown, kind);
                prop_assert_eq!(again, Ok(Some(figure)), "{:?} shown as {:?}", text, shown);
            }
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in vec(any::<u8>(), 0..200)) {
        let _ = document_reader::read(&bytes);
        for mark in [&[0xFF, 0xFE][..], &[0xFE, 0xFF], &[0xEF, 0xBB, 0xBF]] {
            prop_assert!(document_reader::read(&[mark, &bytes].concat()).is_err());
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(json) = Json::read(&text) {
            prop_assert_eq!(Json::read(&json.to_pretty()), Ok(json));
        }
    }

    #[test]
    fn json_written_is_read_back_the_same(json in json()) {
        prop_assert_eq!(Json::read(&json.to_pretty()), Ok(json));
    }

    #[test]
    fn a_file_with_changed_bytes_is_refused_or_known_to_be_changed(at in any::<Index>(), byte in any::<u8>()) {
        let mut bytes = GOLDEN.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(received) = document_reader::read(&bytes) {
            let whole = golden();
            prop_assert!(received.digest_status != whole.digest_status || received.assessment == whole.assessment);
        }
    }

    #[test]
    fn a_file_with_one_value_replaced_by_anything_is_read_or_refused(at in any::<Index>(), new in json()) {
        let mut file = Json::read(GOLDEN).unwrap();
        let mut nth = at.index(size(&file));
        put(&mut file, &mut nth, &new);
        let _ = document_reader::read_json(&file);
    }

    #[test]
    fn a_set_with_one_value_replaced_by_anything_is_read_or_refused_with_a_path(
        case in case(),
        at in any::<Index>(),
        new in json(),
    ) {
        let mut set = tree(&case.set);
        let mut nth = at.index(size(&set));
        put(&mut set, &mut nth, &new);
        if let Err(faults) = target_set::read(&set) {
            prop_assert!(!faults.is_empty());
        }
    }
}
