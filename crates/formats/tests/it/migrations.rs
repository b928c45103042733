//! Files of earlier versions: golden files are read for ever, and a chain of steps leads from one version to the next.

use std::fs;
use std::path::PathBuf;

use formats::assessment_file::VERSION;
use formats::document_reader::{DigestStatus, Refusal};
use formats::migrations::{Step, migrate};
use formats::{assessment_file, document_reader, migrations};
use scoring::json::{Json, Members};
use test_support::top;

/// A pretended second version: the year moved from the top into the period.
fn year_goes_into_the_period(file: &mut Members) {
    let Some(place) = file.iter().position(|(key, _)| key == "year") else { return };
    let year = file.remove(place);
    if let Some((_, Json::Object(period))) = file.iter_mut().find(|(key, _)| key == "period") {
        period.push(year);
    }
}

/// A pretended third version: it came back to the top, under its old name.
fn year_comes_back(file: &mut Members) {
    let mut year = None;
    if let Some((_, Json::Object(period))) = file.iter_mut().find(|(key, _)| key == "period") {
        let place = period.iter().position(|(key, _)| key == "year");
        year = place.map(|place| period.remove(place));
    }
    file.extend(year);
}

const PRETENDED: [Step; 2] = [year_goes_into_the_period, year_comes_back];

fn path(version: u64) -> PathBuf {
    top().join(format!("tests/golden/assessment-v{version}.json"))
}

fn golden(version: u64) -> String {
    fs::read_to_string(path(version)).unwrap()
}

#[test]
fn there_is_a_step_and_a_golden_file_for_every_version_and_each_is_read_whole() {
    assert_eq!(migrations::ASSESSMENT.len() as u64 + 1, VERSION);
    let first = document_reader::read(golden(1).as_bytes()).unwrap().assessment;
    for version in 1..=VERSION {
        let read = document_reader::read(golden(version).as_bytes()).unwrap();
        assert_eq!(read.digest_status, DigestStatus::Intact, "the digest is of the file as it was written");
        assert_eq!(read.assessment, first);
    }
    assert!(fs::metadata(path(VERSION + 1)).is_err());
}

#[test]
fn each_step_is_taken_once_from_the_files_own_version_on() {
    let first = Json::read(&golden(1)).unwrap();
    let second = migrate(&first, 1, &PRETENDED[..1]);
    assert!(second.get("year").is_none());
    assert_eq!(second.get("period").unwrap().get("year"), first.get("year"));
    assert_eq!(second.get("version"), Some(&2.into()));
    let third = migrate(&first, 1, &PRETENDED);
    assert_eq!(third.get("version"), Some(&3.into()));
    assert_eq!(third, migrate(&second, 2, &PRETENDED), "from the first or from the second version on");
    assert_eq!(*migrate(&third, 3, &PRETENDED), *third, "the newest has none to take");
    // The same document by type, unknown keys and all.
    assert_eq!(assessment_file::read(&third).unwrap(), assessment_file::read(&first).unwrap());
}

#[test]
fn a_step_over_wrong_shapes_leaves_the_naming_of_faults_to_the_reading() {
    for text in [
        "{\"version\": 1, \"year\": [], \"period\": \"x\"}",
        "{\"version\": 1}",
        "[]",
        "null",
        "{\"period\": {\"year\": {}}}",
    ] {
        let migrated = migrate(&Json::read(text).unwrap(), 1, &PRETENDED).into_owned();
        assert!(!assessment_file::read(&migrated).unwrap_err().is_empty(), "{text}");
    }
}

#[test]
fn a_newer_version_is_refused_untouched() {
    let newer = golden(1).replace("\"version\": 1", &format!("\"version\": {}", VERSION + 1));
    assert_eq!(document_reader::read(newer.as_bytes()).unwrap_err(), Refusal::Newer(VERSION + 1));
}
