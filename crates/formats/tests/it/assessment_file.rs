//! Assessment files: the golden file of version 1, which is kept for ever, and what is refused.
//!
//! The golden file was sealed with an independent implementation of the digest.

use formats::document_reader::{DigestStatus, ReadDocument, Refusal, same_result};
use formats::{assessment_file, builtin, digest, document_reader, result};
use scoring::assessment::PeriodKind;
use scoring::json::Json;
use scoring::json_reader::{Expected, FaultKind};
use scoring::scorecard::score;
use serde_json::{Value, json};
use test_support::golden::GOLDEN;
use test_support::tree;

fn golden() -> ReadDocument {
    document_reader::read(GOLDEN.as_bytes()).unwrap()
}

/// What this version writes for a file that was read.
fn written(received: &ReadDocument) -> Json {
    let set = builtin::load().unwrap().set;
    let card = score(&set, &received.assessment);
    assessment_file::write(&received.assessment, result::of(&set, &card))
}

#[test]
fn the_golden_file_is_whole_and_understood() {
    let ReadDocument { assessment, digest_status, app, .. } = golden();
    assert_eq!((digest_status, app.as_str()), (DigestStatus::Intact, "0.1.0"));
    assert_eq!(assessment.document.revision, 12);
    assert_eq!(assessment.unit.name, "UBND xã Phú Mậu");
    assert_eq!((assessment.unit.level.as_str(), assessment.year), ("commune", 2023));
    assert_eq!(assessment.period.kind, PeriodKind::Year);
    let digitised = &assessment.answers["TT-3"];
    assert_eq!((digitised.figure("done"), digitised.figure("total")), ("410", "850"));
    assert_eq!(digitised.evidence[0].place, "mục II, trang 3");
    assert_eq!(assessment.answers["TT-2b"].figure("done"), "3");
    assert!(assessment.answers["TT-2b"].not_applicable.is_some());
}

#[test]
fn the_golden_file_is_written_back_byte_for_byte_but_for_the_version_of_the_application() {
    let mut expected: Vec<(String, Json)> = Json::read(GOLDEN).unwrap().members().unwrap().clone();
    for (key, value) in &mut expected {
        if key == "app" {
            *value = assessment_file::APP.into();
        }
    }
    let sealed = digest::of_file(&Json::Object(expected.clone()));
    expected.last_mut().unwrap().1 = sealed.into();
    let written = written(&golden());
    assert_eq!(written.to_pretty(), Json::Object(expected).to_pretty());
    if assessment_file::APP == "0.1.0" {
        assert_eq!(written.to_pretty(), GOLDEN);
    }
}

#[test]
fn unknown_keys_of_every_part_come_back() {
    let written: Value = serde_json::from_str(&written(&golden()).to_pretty()).unwrap();
    for (pointer, value) in [
        ("/document/device", json!("văn thư")),
        ("/unit/code", json!("H57.01.12")),
        ("/period/closed", json!(true)),
        ("/target_set/mirror", Value::Null),
        ("/answers/TT-3/appraisal/points", json!("8.500")),
        ("/answers/TT-5/weight", json!(0.25)),
        ("/answers/TT-2a/evidence/0/pages", json!([5, 6])),
        ("/narrative/thanks", json!("“…”")),
        ("/attachments/list/2", json!(-1.5)),
    ] {
        assert_eq!(written.pointer(pointer), Some(&value), "{pointer}");
    }
}

#[test]
fn the_result_it_states_is_the_one_worked_out() {
    let received = golden();
    let stated = received.stated_result.as_ref().unwrap();
    assert!(same_result(written(&received).get("result").unwrap(), stated));
    let other = GOLDEN.replace("\"index\": \"97.540\"", "\"index\": \"97.54\"");
    let changed = document_reader::read(other.as_bytes()).unwrap();
    assert!(!same_result(written(&changed).get("result").unwrap(), changed.stated_result.as_ref().unwrap()));
    assert_eq!(changed.digest_status, DigestStatus::Changed);
}

#[test]
fn the_seal_tells_hand_edits_but_not_white_space_or_the_order_of_keys() {
    let digest_status = |text: &str| document_reader::read(text.as_bytes()).unwrap().digest_status;
    assert_eq!(digest_status(&GOLDEN.replace("\"410\"", "\"510\"")), DigestStatus::Changed);
    let sorted: Value = serde_json::from_str(GOLDEN).unwrap();
    assert_eq!(digest_status(&sorted.to_string()), DigestStatus::Intact);
    let mut unsealed = sorted;
    unsealed.as_object_mut().unwrap().remove("digest");
    assert_eq!(digest_status(&unsealed.to_string()), DigestStatus::Absent);
}

#[test]
fn text_is_read_with_any_of_its_byte_order_marks() {
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        let units = GOLDEN.encode_utf16().flat_map(bytes);
        document_reader::read(&mark.into_iter().chain(units).collect::<Vec<u8>>()).unwrap()
    };
    assert_eq!(document_reader::read(&["\u{feff}", GOLDEN].concat().into_bytes()).unwrap(), golden());
    assert_eq!(utf16([0xFF, 0xFE], u16::to_le_bytes), golden());
    assert_eq!(utf16([0xFE, 0xFF], u16::to_be_bytes), golden());
}

#[test]
fn text_is_read_without_a_mark_with_two_and_with_a_padded_end() {
    let units = |bytes: fn(u16) -> [u8; 2]| GOLDEN.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    for bytes in [
        units(u16::to_le_bytes),
        units(u16::to_be_bytes),
        [units(u16::to_le_bytes), vec![0; 64]].concat(),
        ["\u{feff}\u{feff}", GOLDEN].concat().into_bytes(),
        [GOLDEN.as_bytes(), &[0; 511]].concat(),
    ] {
        assert_eq!(document_reader::read(&bytes).as_ref(), Ok(&golden()), "{:?}", bytes.get(..12));
    }
}

#[test]
fn our_file_among_the_words_of_a_letter_is_refused_for_that() {
    let quoted = ["> ", &GOLDEN.replace('\n', "\n> ")].concat();
    for text in [["Em gửi anh tệp:\n", GOLDEN].concat(), ["```json\n", GOLDEN, "```\n"].concat(), quoted]
    {
        let refusal = document_reader::read(text.as_bytes()).unwrap_err();
        assert_eq!(refusal, Refusal::AmongWords);
        assert_eq!(document_reader::explained(refusal, text.as_bytes()), Refusal::AmongWords);
    }
    let refused = |text: &str| document_reader::read(text.as_bytes()).unwrap_err();
    assert_eq!(refused("Em gửi anh tệp tu-cham/assessment {}").as_str(), "not-json");
}

#[test]
fn a_file_that_cannot_be_used_is_refused_for_one_reason() {
    let big = vec![b' '; 5_000_001];
    let rows: [(&[u8], &str); 19] = [
        (&big, "too-big"),
        (b"", "blank"),
        (b" \r\n\t", "no-content"),
        (&[0xEF, 0xBB, 0xBF], "no-content"),
        (&[0xFF, 0xFE], "no-content"),
        (&[0; 512], "no-content"),
        (b"\0 \0\r\n", "no-content"),
        (&[0xFF, 0xFE, 0x20], "not-text"),
        (&[0xFF, 0xFE, 0x00, 0xD8], "not-text"),
        (&[0xC3, 0x28], "not-text"),
        (b"STT;Chi tieu", "not-json"),
        (b"{\"format\": \"tu-cham/assessment\", \"format\": \"tu-cham/assessment\"}", "not-json"),
        (b"[]", "not-ours"),
        (b"{\"format\": \"other\", \"version\": 1}", "not-ours"),
        (b"{\"format\": \"tu-cham/assessment\"}", "not-ours"),
        (b"{\"format\": \"tu-cham/assessment\", \"version\": 0}", "not-ours"),
        (b"{\"format\": \"tu-cham/target-set\", \"version\": 1}", "target-set"),
        (b"{\"format\": \"tu-cham/assessment\", \"version\": 2}", "newer"),
        (b"{\"format\": \"tu-cham/assessment\", \"version\": 1}", "faulty"),
    ];
    for (bytes, word) in rows {
        assert_eq!(
            document_reader::read(bytes).unwrap_err().as_str(),
            word,
            "{:?}",
            bytes.get(..60).unwrap_or(bytes)
        );
    }
    let deep = ["{\"format\": ", &"[".repeat(100_000)].concat();
    assert_eq!(document_reader::read(deep.as_bytes()).unwrap_err().as_str(), "not-json");
}

#[test]
fn every_wrong_type_is_named_with_its_path() {
    let mut file: Value = serde_json::from_str(GOLDEN).unwrap();
    file["year"] = json!("2023");
    file["unit"] = json!("xã");
    file["period"]["kind"] = json!("month");
    file["document"]["revision"] = json!(-1);
    file["answers"]["TT-3"]["figures"]["done"] = json!(410);
    file["answers"]["TT-3"]["evidence"][0]["date"] = json!(2023);
    file["answers"]["TT-4a"] = json!([]);
    file["narrative"]["proposals"] = json!({});
    let Err(Refusal::Faulty(faults)) = document_reader::read_json(&tree(&file)) else { unreachable!() };
    let mut found: Vec<_> = faults.iter().map(|fault| (fault.path.as_str(), fault.kind.clone())).collect();
    found.sort_by_key(|(path, _)| *path);
    let wrong = FaultKind::Expected;
    assert_eq!(
        found,
        [
            ("answers.TT-3.evidence[0].date", wrong(Expected::Text)),
            ("answers.TT-3.figures.done", wrong(Expected::Text)),
            ("answers.TT-4a", wrong(Expected::Object)),
            ("document.revision", wrong(Expected::Whole)),
            ("narrative.proposals", wrong(Expected::Text)),
            ("period.kind", FaultKind::UnknownValue("month".to_owned())),
            ("unit", wrong(Expected::Object)),
            ("year", wrong(Expected::Whole)),
        ]
    );
}

#[test]
fn a_key_of_megabytes_is_told_by_its_beginning() {
    let mut file: Value = serde_json::from_str(GOLDEN).unwrap();
    let figures: serde_json::Map<_, _> = (0..100_000).map(|index| (index.to_string(), json!(1))).collect();
    file["answers"][&"ờ".repeat(1_000_000)] = json!({"figures": figures});
    let Err(Refusal::Faulty(faults)) = document_reader::read_json(&tree(&file)) else { unreachable!() };
    assert_eq!(faults.len(), 200);
    assert_eq!(faults[0].path, ["answers.", &"ờ".repeat(64), ".figures.0"].concat());
}

#[test]
fn a_revision_that_leaves_no_room_for_another_is_refused() {
    let mut file: Value = serde_json::from_str(GOLDEN).unwrap();
    let mut read = |revision: u64| {
        file["document"]["revision"] = json!(revision);
        document_reader::read_json(&tree(&file)).map(|received| received.assessment.document.revision)
    };
    assert_eq!(read(2_147_483_647), Ok(2_147_483_647));
    for beyond in [2_147_483_648, u64::from(u32::MAX), u64::MAX] {
        let Err(Refusal::Faulty(faults)) = read(beyond) else { unreachable!() };
        assert_eq!(faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), ["document.revision"]);
    }
}

#[test]
fn an_answer_with_nothing_in_it_is_not_written() {
    let mut received = golden();
    received.assessment.answers.insert("TT-9".to_owned(), test_support::answer("done= total=").into());
    assert_eq!(written(&received).to_pretty(), written(&golden()).to_pretty());
}
