//! What each sample scores in each year, and that none can be taken for another or for a real unit.
//!
//! `UPDATE_EXPECT=1 cargo test -p formats sample_table` writes `golden/samples.txt` anew: read what changed, it is what
//! trainers teach with.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use expect_test::expect_file;
use formats::builtin::load;
use formats::document_reader::DigestStatus;
use formats::samples::Sample;
use formats::{assessment_file, document_reader, result};
use scoring::assessment::{Answer, Assessment, SAMPLE_UUIDS};
use scoring::loaded_set::LoadedSet;
use scoring::points::Points;
use scoring::scorecard::{Outcome, Scorecard, score, shown_index};

fn all(loaded: &LoadedSet) -> Vec<(Sample, Assessment, Scorecard)> {
    let samples = loaded.set.years.iter().flat_map(|year| Sample::all(*year));
    let opened = samples.map(|sample| {
        let document = sample.open(loaded).unwrap();
        let card = score(&loaded.set, &document);
        (sample, document, card)
    });
    opened.collect()
}

fn written(loaded: &LoadedSet, document: &Assessment) -> String {
    assessment_file::write(document, result::of(&loaded.set, &score(&loaded.set, document))).to_pretty()
}

/// "commune-2023-middling 75.744 fair | TC-1 8.076 …".
fn line(loaded: &LoadedSet, sample: Sample, card: &Scorecard) -> String {
    let index = shown_index(&loaded.set, card.totals.index().unwrap());
    let mut line = format!("{} {index} {} |", sample.id(), card.band.as_deref().unwrap_or("-"));
    for score in card.targets() {
        let said = match &score.outcome {
            Outcome::Scored(_) => score.points().unwrap().to_string(),
            Outcome::Invalid(_) => score.outcome.as_str().to_owned(),
            other => other.as_str().to_owned(),
        };
        let _ = write!(line, " {} {said}", score.target.id);
    }
    line
}

#[test]
fn each_sample_scores_in_each_year_what_the_golden_table_says() {
    let loaded = load().unwrap();
    let lines: Vec<_> = all(&loaded).iter().map(|(sample, _, card)| line(&loaded, *sample, card)).collect();
    let text = lines.join("\n") + "\n";
    expect_file!["golden/samples.txt"].assert_eq(&text);
}

#[test]
fn the_communes_stand_in_the_order_of_their_strength_each_year_and_in_2023_in_bands_that_differ() {
    let loaded = load().unwrap();
    let card = |id: &str| score(&loaded.set, &Sample::of_id(id).unwrap().open(&loaded).unwrap());
    for year in [2022, 2023, 2024, 2025] {
        let [weak, middling, strong] = ["weak", "middling", "strong"]
            .map(|strength| card(&format!("commune-{year}-{strength}")).totals.index().unwrap());
        assert!(weak < middling && middling < strong, "{year}");
    }
    let band = |strength: &str| card(&format!("commune-2023-{strength}")).band;
    assert_eq!(band("weak"), None, "with a figure missing and one refused there is no band yet");
    assert_eq!(band("middling").as_deref(), Some("fair"));
    assert_eq!(band("strong").as_deref(), Some("excellent"));
    // What is still missing does not lift the weak one out of its place.
    let weak = card("commune-2023-weak").totals;
    assert!(weak.index().unwrap() < card("commune-2023-middling").totals.index().unwrap());
    assert_eq!((weak.empty, weak.invalid), (1, 1));
}

#[test]
fn a_later_year_never_makes_the_same_figures_earn_more() {
    let loaded = load().unwrap();
    for (sample, _, card) in all(&loaded) {
        let Some(next) = sample.in_year(sample.year + 1).open(&loaded) else { continue };
        let next = score(&loaded.set, &next).totals;
        assert!(next.points <= card.totals.points, "{}", sample.id());
        assert_eq!(next.max, card.totals.max);
    }
}

#[test]
fn every_sample_answers_the_targets_of_its_level_and_one_does_not_arise() {
    let loaded = load().unwrap();
    for (sample, document, card) in all(&loaded) {
        let id = sample.id();
        for answered in document.answers.keys() {
            let target = loaded.set.target(answered).unwrap();
            assert!(target.claims(sample.level()), "{id}: {answered}");
            let answer = &document.answers[answered];
            let known = |field: &String| target.measure.fields().iter().any(|known| known.name == field);
            assert!(answer.figures.keys().all(known), "{id}: {answered}");
        }
        assert!(card.totals.max > Points::ZERO, "{id}");
        let reasons = document.answers.values().filter_map(|answer| answer.not_applicable.as_deref());
        let reasons: Vec<_> = reasons.collect();
        assert!(!reasons.is_empty() && reasons.iter().all(|reason| reason.len() > 20), "{id}");
        let proved = document.answers.values().filter(|answer| !answer.evidence.is_empty());
        assert!(proved.count() >= 3, "{id}");
        let weak = id.contains("weak");
        assert_eq!(card.totals.is_complete(), !weak, "{id}");
    }
}

#[test]
fn names_numbers_and_dates_say_that_they_are_of_a_sample_and_of_its_year() {
    let loaded = load().unwrap();
    for (sample, document, _) in all(&loaded) {
        let year = format!("{}-", sample.year);
        assert!(document.unit.name.contains("Mẫu") && document.unit.name.ends_with("(dữ liệu mẫu)"));
        assert!(document.unit.superior.ends_with("(dữ liệu mẫu)") && document.unit.place.contains("Mẫu"));
        assert_eq!(document.year, sample.year);
        assert!(document.period.as_of.starts_with(&year) && document.document.created.starts_with(&year));
        for evidence in document.answers.values().flat_map(|answer| &answer.evidence) {
            assert!(evidence.number.starts_with("MẪU-") && evidence.title.ends_with("(mẫu)"));
            assert!(evidence.date.starts_with(&year) && evidence.date.len() == 10, "{}", evidence.date);
        }
    }
}

#[test]
fn ids_and_uuids_are_distinct_and_lead_back_to_their_sample() {
    let loaded = load().unwrap();
    let mut seen = BTreeSet::new();
    for (sample, document, _) in all(&loaded) {
        let (id, uuid) = (sample.id(), &document.document.id);
        assert!(seen.insert(id.clone()) && seen.insert(uuid.clone()), "{id}");
        assert!(uuid.starts_with(SAMPLE_UUIDS) && uuid.len() == 36, "{uuid}");
        assert_eq!(Sample::of_id(&id), Some(sample));
        assert_eq!(Sample::of(&document), Some(sample));
        let unmarked = Assessment { rest: Vec::new(), ..document };
        assert!(unmarked.is_sample());
        assert_eq!(Sample::of(&unmarked), Some(sample), "its UUID is a second mark");
    }
    assert_eq!(seen.len(), 2 * 6 * 4);
}

#[test]
fn what_is_no_id_opens_nothing() {
    let loaded = load().unwrap();
    for id in [
        "",
        "commune",
        "commune-2023",
        "commune-2023-best",
        "xã-2023-middling",
        "commune-2023-middling-",
        "commune-+2023-middling",
        "commune-02023-middling",
        "department-2023-weak",
        "commune-99999-weak",
    ] {
        assert_eq!(Sample::of_id(id), None, "{id}");
    }
    for id in ["commune-2021-weak", "commune-2026-weak"] {
        assert_eq!(Sample::of_id(id).unwrap().open(&loaded), None, "{id}");
    }
    let mut other = loaded.clone();
    other.set.id = "other".to_owned();
    assert_eq!(Sample::of_id("commune-2023-weak").unwrap().open(&other), None);
}

#[test]
fn the_mark_comes_back_from_a_file_whole() {
    let loaded = load().unwrap();
    for (sample, document, _) in all(&loaded) {
        let text = written(&loaded, &document);
        assert!(text.contains(&format!("\"sample\": \"{}\"", sample.id())));
        let back = document_reader::read_text(&text).unwrap();
        assert_eq!((back.digest_status, &back.assessment), (DigestStatus::Intact, &document));
        assert!(back.assessment.is_sample());
    }
    assert!(!Assessment::default().is_sample());
}

#[test]
fn another_year_moves_mark_uuid_and_dates_and_leaves_what_was_typed() {
    let loaded = load().unwrap();
    let sample = Sample::of_id("commune-2023-middling").unwrap();
    let mut document = sample.open(&loaded).unwrap();
    let typed = Answer { figures: [("done".to_owned(), "7".to_owned())].into(), ..Answer::default() };
    document.answers.insert("TT-3".to_owned(), typed.clone().into());
    sample.in_year(2025).mark(&mut document);
    let mut expected = sample.in_year(2025).open(&loaded).unwrap();
    expected.answers.insert("TT-3".to_owned(), typed.into());
    expected.document.saved.clone_from(&document.document.saved);
    assert_eq!(document, expected);
}
