//! What is written is read back the same, whatever people type and later versions add.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use formats::document_reader::DigestStatus;
use formats::{assessment_file, document_reader};
use scoring::assessment::{
    Answer, Assessment, DocumentInfo, Evidence, KeptPlan, MOST_REVISIONS, Narrative, Period, PeriodKind,
    SetReference, Task, Unit,
};
use scoring::json::{Json, Members};
use test_support::drawn::cases;

/// Any Unicode text, controls and all.
fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..10).prop_map(String::from_iter)
}

/// Any JSON.
pub fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<u64>().prop_map(Json::from),
        any::<i64>().prop_map(|number| Json::Number(number.into())),
        any::<f64>().prop_filter_map("JSON has no infinities", |number| {
            serde_json::Number::from_f64(number).map(Json::Number)
        }),
        text().prop_map(Json::Text),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Json::List),
            btree_map(text(), inner, 0..4).prop_map(|members| Json::Object(members.into_iter().collect())),
        ]
    })
}

/// Keys that this version does not know: no known one begins so.
fn rest() -> impl Strategy<Value = Members> {
    btree_map(text().prop_map(|key| ["+", &key].concat()), json(), 0..3)
        .prop_map(|members| members.into_iter().collect())
}

fn answers() -> impl Strategy<Value = Answer> {
    let evidence = (text(), text(), text(), text(), text(), rest()).prop_map(
        |(number, date, title, place, url, rest)| Evidence { number, date, title, place, url, rest },
    );
    let parts =
        (btree_map(text(), text(), 0..4), text(), vec(evidence, 0..3), proptest::option::of(text()), rest());
    parts
        .prop_map(|(figures, note, evidence, not_applicable, rest)| Answer {
            figures,
            note,
            evidence,
            not_applicable,
            rest,
        })
        .prop_filter("an answer with nothing in it is not written", |answer| !answer.is_blank())
}

/// Any assessment.
pub fn assessment() -> impl Strategy<Value = Assessment> {
    let document = (text(), 0..=MOST_REVISIONS, text(), text(), rest())
        .prop_map(|(id, revision, created, saved, rest)| DocumentInfo { id, revision, created, saved, rest });
    let unit = (text(), text(), text(), text(), text(), rest()).prop_map(
        |(name, level, superior, place, prepared_by, rest)| Unit {
            name,
            level,
            superior,
            place,
            prepared_by,
            rest,
        },
    );
    let kinds = PeriodKind::ALL.map(|(_, kind)| kind).to_vec();
    let period = (select(kinds), text(), rest()).prop_map(|(kind, as_of, rest)| Period { kind, as_of, rest });
    let target_set = (text(), text(), text(), rest()).prop_map(|(id, edition, sha256, rest)| SetReference {
        id,
        edition,
        sha256,
        rest,
    });
    let narrative = (text(), text(), text(), text(), rest()).prop_map(
        |(difficulties, proposals, basis, recipients, rest)| Narrative {
            difficulties,
            proposals,
            basis,
            recipients,
            rest,
        },
    );
    let work = (text(), text(), btree_map(text(), text(), 0..3), rest())
        .prop_map(|(who, by, figures, rest)| Task { who, by, figures, rest })
        .prop_filter("an assignment with nothing in it is not written", |task| !task.is_blank());
    let plan = (text(), text(), btree_map(text(), btree_map(text(), text(), 0..3), 0..3), rest())
        .prop_map(|(name, wanted, figures, rest)| KeptPlan { name, wanted, figures, rest });
    let parts = (
        document,
        unit,
        any::<u16>(),
        period,
        target_set,
        btree_map(text(), answers().prop_map(std::rc::Rc::new), 0..4),
        (narrative, btree_map(text(), work, 0..3), vec(plan, 0..3)),
        rest(),
    );
    parts.prop_map(|(document, unit, year, period, target_set, answers, said, rest)| Assessment {
        document,
        unit,
        year,
        period,
        target_set,
        answers,
        narrative: said.0,
        work: said.1,
        plans: said.2,
        rest,
    })
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn an_assessment_written_and_read_is_the_same_and_whole(assessment in assessment(), result in json()) {
        let file = assessment_file::write(&assessment, result).to_pretty();
        let received = document_reader::read(file.as_bytes());
        let received = received.map_err(|refusal| TestCaseError::fail(format!("{refusal:?}\n{file}")))?;
        prop_assert_eq!(&received.assessment, &assessment);
        prop_assert_eq!(received.digest_status, DigestStatus::Intact);
        let result = received.stated_result.unwrap_or_default();
        prop_assert_eq!(assessment_file::write(&received.assessment, result).to_pretty(), file);
    }
}
