//! The papers of a sample: each says on every page that it is one, and a filled form of a sample is a sample still.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use test_support::scored;

use formats::builtin::load;
use formats::samples::Sample;
use formats::{assessment_file, document_reader};
use office::{excel, import, template, word};
use report::figures_csv::figures_csv;
use report::report;
use scoring::assessment::{Assessment, DocumentInfo};
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, score};
use test_support::commands::{libreoffice, run};
use test_support::workbooks::parts;

const MARK: &str = "DỮ LIỆU MẪU – KHÔNG PHẢI SỐ LIỆU THẬT";
const ID: &str = "province-2023-middling";

fn sample() -> (LoadedSet, Assessment, Scorecard) {
    let loaded = load().unwrap();
    let document = Sample::of_id(ID).unwrap().open(&loaded).unwrap();
    let card = score(&loaded.set, &document);
    (loaded, document, card)
}

/// The same unit's figures without the mark: what a unit of its own would hand in.
fn unmarked(document: &Assessment) -> Assessment {
    let info =
        DocumentInfo { id: "5f0c8c1e-3f3a-4a55-9d0e-0c2f5d1b7a61".to_owned(), ..document.document.clone() };
    Assessment { document: info, rest: Vec::new(), ..document.clone() }
}

fn texts(bytes: &[u8], names: &str) -> Vec<String> {
    let found = parts(bytes).into_iter().filter(|(name, _)| name.starts_with(names));
    found.map(|(_, content)| String::from_utf8(content).unwrap()).collect()
}

#[test]
fn every_header_of_the_word_file_says_it_and_draws_it_through_the_page() {
    let (loaded, document, _card) = sample();
    let bytes = word::write(&scored(&loaded.set, &document)).unwrap();
    let headers = texts(&bytes, "word/header");
    assert_eq!(headers.len(), 2, "of the report and of its annex");
    for header in &headers {
        assert_eq!(header.matches(MARK).count(), 2, "{header}");
        assert!(header.contains("v:textpath"));
    }
    let real = unmarked(&document);
    let bytes = word::write(&scored(&loaded.set, &real)).unwrap();
    assert!(texts(&bytes, "word/").iter().all(|part| !part.contains(MARK)));
}

#[test]
fn the_word_file_is_laid_out_with_the_mark_on_every_page() {
    let (loaded, document, _card) = sample();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sample");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("mau.docx"), word::write(&scored(&loaded.set, &document)).unwrap()).unwrap();
    run(libreoffice(&folder, "pdf").args([".", "mau.docx"]).current_dir(&folder));
    let printed = run(Command::new("pdftotext").args(["-layout", "mau.pdf", "-"]).current_dir(&folder));
    let pages: Vec<_> = printed.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() >= 3, "{}", pages.len());
    for (place, page) in pages.iter().enumerate() {
        assert!(page.contains(MARK), "page {}", place + 1);
    }
}

#[test]
fn every_sheet_says_it_above_its_pages_and_in_its_title() {
    let (loaded, document, _card) = sample();
    let real = unmarked(&document);
    let made = [
        (
            excel::write(&scored(&loaded.set, &document)).unwrap(),
            excel::write(&scored(&loaded.set, &real)).unwrap(),
            4,
        ),
        (template::write(&loaded.set, &document).unwrap(), template::write(&loaded.set, &real).unwrap(), 2),
    ];
    for (marked, plain, sheets) in made {
        let found = texts(&marked, "xl/worksheets/sheet");
        let headed = found.iter().filter(|sheet| sheet.contains(MARK) && sheet.contains("tabColor"));
        assert_eq!(headed.count(), sheets);
        let strings = texts(&marked, "xl/sharedStrings").concat();
        assert_eq!(strings.matches(&format!("{MARK} · ")).count(), sheets);
        assert!(texts(&plain, "xl/").iter().all(|part| !part.contains(MARK)));
    }
}

#[test]
fn the_report_and_the_figures_begin_with_it() {
    let (loaded, document, _card) = sample();
    assert_eq!(report(&scored(&loaded.set, &document)).mark, Some(MARK));
    let csv = figures_csv(&scored(&loaded.set, &document));
    assert!(csv.starts_with(&format!("\u{feff}{MARK}\r\nunit;level;")), "{}", &csv[..80]);
    let real = unmarked(&document);
    assert_eq!(report(&scored(&loaded.set, &real)).mark, None);
    assert!(!figures_csv(&scored(&loaded.set, &real)).contains(MARK));
}

#[test]
fn a_filled_form_of_a_sample_is_that_sample_whatever_is_open() {
    let (loaded, document, _) = sample();
    let form = template::write(&loaded.set, &document).unwrap();
    for open in [Assessment::default(), document] {
        let read = import::read(&loaded.set, &open, &form).unwrap().assessment;
        assert_eq!(Sample::of(&read).map(Sample::id).as_deref(), Some(ID));
        let card = score(&loaded.set, &read);
        let file = assessment_file::write(&read, formats::result::of(&loaded.set, &card));
        assert!(document_reader::read_json(&file).unwrap().assessment.is_sample());
    }
}
