//! What fuzzing has kept, replayed: every input of `crates/formats/tests/corpus/<target>/` is put to that target's check.

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use test_support::readers;

fn inputs(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn replay(target: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(target);
    let check = readers::of(target);
    let paths = inputs(&folder);
    assert!(paths.len() > 10, "{target} has {} inputs", paths.len());
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        assert!(catch_unwind(|| check(&bytes)).is_ok(), "broken by {}", path.display());
    }
}

#[test]
fn no_kept_target_set_breaks_its_reader() {
    replay("target_set");
}

#[test]
fn no_kept_file_breaks_the_reader_of_assessments() {
    replay("assessment");
}

#[test]
fn no_kept_file_breaks_the_reader_of_exercises() {
    replay("exercises");
}

#[test]
fn no_kept_text_breaks_the_reader_of_figures() {
    replay("figures");
}

#[test]
fn no_kept_address_breaks_the_reader_of_links() {
    replay("link");
}

#[test]
fn no_kept_page_breaks_the_reader_of_copies() {
    replay("shared_copy");
}

#[test]
fn no_kept_workbook_breaks_its_reader() {
    replay("workbook");
}

#[test]
fn no_kept_table_breaks_the_reader_of_pasted_tables() {
    replay("pasted_table");
}
