//! What one document says otherwise than another.

use formats::{builtin, document_reader};
use scoring::assessment::Assessment;
use serde_json::{Value, json};
use test_support::golden::GOLDEN;
use test_support::tree;
use tu_cham::document::difference::{Difference, differences};

fn read(file: &Value) -> Assessment {
    document_reader::read_json(&tree(file)).unwrap().assessment
}

/// "name: before → after" of each difference between the golden file and one made of it.
fn lines(change: impl Fn(&mut Value)) -> Vec<String> {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let mut other = golden.clone();
    change(&mut other);
    let found = differences(&builtin::load().unwrap().set, &read(&golden), &read(&other));
    found.iter().map(line).collect()
}

fn line(Difference { what, before, after }: &Difference) -> String {
    let said = |text: &Option<String>| text.as_ref().map_or("–".to_owned(), |text| format!("“{text}”"));
    format!("{}: {} → {}", what.name(), said(before), said(after))
}

#[test]
fn everything_that_matters_is_told_with_what_was_and_what_would_be() {
    type Change = fn(&mut Value);
    let rows: [(Change, &[&str]); 19] = [
        (
            |file| file["unit"]["name"] = json!("UBND xã Phú Thanh"),
            &["unit: “UBND xã Phú Mậu” → “UBND xã Phú Thanh”"],
        ),
        (|file| file["unit"]["prepared_by"] = json!(""), &["prepared_by: “Nguyễn Thị Hạnh” → –"]),
        (|file| file["unit"]["level"] = json!("district"), &["level: “commune” → “district”"]),
        (|file| file["year"] = json!(2024), &["year: “2023” → “2024”"]),
        (
            |file| file["period"] = json!({"kind": "h1", "as_of": "2023-06-30", "closed": true}),
            &["period: “year” → “h1”", "as_of: “2023-12-01” → “2023-06-30”"],
        ),
        // As typed, to the letter: the same number written otherwise is told too.
        (
            |file| file["answers"]["TT-3"]["figures"]["total"] = json!("850,0"),
            &["TT-3.total: “850” → “850,0”"],
        ),
        (|file| file["answers"]["TT-3"]["figures"]["done"] = json!(""), &["TT-3.done: “410” → –"]),
        (
            |file| {
                file["answers"].as_object_mut().unwrap().remove("TT-6");
            },
            &[
                "TT-6.done: “12” → –",
                "TT-6.total: “20” → –",
                "TT-6.note: “Số liệu nhập khi chọn nhầm cấp huyện.” → –",
            ],
        ),
        // The file's level has no R-1, and what was entered for it is told all the same.
        (|file| file["answers"]["R-1"] = json!({"figures": {"value": "3"}}), &["R-1.value: – → “3”"]),
        (|file| file["answers"]["TT-3"]["figures"]["weight"] = json!("2"), &["TT-3.weight: – → “2”"]),
        (
            |file| file["answers"]["TT-2b"]["not_applicable"] = json!("Không có"),
            &[
                "TT-2b.not_applicable: “Không phát sinh giao dịch thanh toán của các thủ tục này trong kỳ” → “Không có”",
            ],
        ),
        (|file| file["answers"]["TC-1"]["not_applicable"] = json!(""), &["TC-1.not_applicable: – → “”"]),
        (|file| file["answers"]["TC-1"]["note"] = json!("đã rà"), &["TC-1.note: – → “đã rà”"]),
        (
            |file| file["narrative"]["difficulties"] = json!("thiếu máy quét"),
            &["difficulties: “Máy quét chưa đủ; hồ sơ trước 2016 đã mủn.” → “thiếu máy quét”"],
        ),
        (
            |file| file["answers"]["TT-9"] = json!({"figures": {"done": "1"}, "note": "cũ"}),
            &["TT-9.done: – → “1”", "TT-9.note: – → “cũ”"],
        ),
        (|file| file["unit"]["code"] = json!("H58"), &["unit.code: “\"H57.01.12\"” → “\"H58\"”"]),
        (
            |file| {
                file["period"].as_object_mut().unwrap().remove("closed");
            },
            &["period.closed: “true” → –"],
        ),
        (|file| file["seen"] = json!(1), &["seen: – → “1”"]),
        (|file| file["answers"]["TT-5"]["weight"] = json!(0.5), &["answers.TT-5.weight: “0.25” → “0.5”"]),
    ];
    for (change, expected) in rows {
        assert_eq!(lines(change), expected);
    }
}

#[test]
fn documents_are_told_one_by_one() {
    let report = |number: &str, title: &str| json!({"number": number, "date": "", "title": title, "place": "", "link": ""});
    let with = |documents: Vec<Value>| {
        let mut file: Value = serde_json::from_str(GOLDEN).unwrap();
        file["answers"]["TT-3"]["evidence"] = documents.into();
        read(&file)
    };
    let (a, b) = (report("1/BC", "Một"), report("2/BC", "Hai"));
    let nameless = report("", "Ba");
    let rows = [
        (vec![a.clone()], vec![a.clone(), b.clone()], vec!["– → “2/BC · Hai”"]),
        (vec![a.clone(), b.clone()], vec![b.clone()], vec!["“1/BC · Một” → –"]),
        (
            vec![a.clone(), b.clone()],
            vec![b.clone(), report("1/BC", "Mốt")],
            vec!["“1/BC · Một” → “1/BC · Mốt”"],
        ),
        (vec![a.clone(), b.clone()], vec![b.clone(), a.clone()], vec![]),
        (vec![a.clone()], vec![b.clone()], vec!["“1/BC · Một” → –", "– → “2/BC · Hai”"]),
        (
            vec![nameless.clone()],
            vec![{
                let mut dated = nameless.clone();
                dated["date"] = json!("2023-12-01");
                dated
            }],
            vec!["“Ba” → “2023-12-01 · Ba”"],
        ),
        // The same document twice is two.
        (vec![a.clone()], vec![a.clone(), a.clone()], vec!["– → “1/BC · Một”"]),
        (
            vec![a.clone()],
            vec![{
                let mut paged = a.clone();
                paged["pages"] = json!(3);
                paged
            }],
            vec!["“1/BC · Một” → “1/BC · Một {\n  \"pages\": 3\n}”"],
        ),
    ];
    let set = builtin::load().unwrap().set;
    for (before, after, expected) in rows {
        let found: Vec<_> = differences(&set, &with(before), &with(after)).iter().map(line).collect();
        let expected: Vec<_> = expected.into_iter().map(|line| format!("TT-3.evidence: {line}")).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn the_heading_comes_first_then_the_set_in_its_order_then_what_the_set_does_not_have() {
    let names: Vec<_> = lines(|file| {
        file["year"] = json!(2024);
        file["unit"]["place"] = json!("Phú Vang");
        for id in ["TT-9", "TT-3", "A-1", "TC-1", "R-1"] {
            file["answers"][id] = json!({"figures": {"total": "7", "done": "7", "value": "7"}});
        }
        file["narrative"]["proposals"] = json!("");
        file["document"]["device"] = json!("máy khác");
    })
    .into_iter()
    .map(|line| line.split(": ").next().unwrap().to_owned())
    .collect();
    let place = |name: &str| {
        names.iter().position(|found| found == name).unwrap_or_else(|| unreachable!("{name}: {names:?}"))
    };
    let order = [
        "year",
        "place",
        "R-1.value",
        "TC-1.done",
        "TC-1.total",
        "TC-1.value",
        "TC-1.evidence",
        "TT-3.done",
        "TT-3.total",
        "A-1.done",
        "TT-9.done",
        "proposals",
        "document.device",
    ];
    let places: Vec<_> = order.iter().map(|name| place(name)).collect();
    assert!(places.is_sorted(), "{names:?}");
}

#[test]
fn which_document_it_is_makes_no_difference() {
    assert_eq!(
        lines(|file| {
            file["document"]["id"] = json!("another");
            file["document"]["revision"] = json!(99);
            file["document"]["saved"] = json!("2030-01-01T00:00:00+07:00");
            file["target_set"]["edition"] = json!("2");
            file["answers"]["TT-1a"] = json!({"figures": {"done": "", "total": ""}});
        }),
        [""; 0]
    );
}

#[test]
fn lists_of_hostile_length_are_counted_and_not_compared() {
    let keys = |n: u32| (0..n).map(|key| (format!("k{key}"), json!(key))).collect::<serde_json::Map<_, _>>();
    let with = |n| {
        let mut file: Value = serde_json::from_str(GOLDEN).unwrap();
        file["narrative"] = keys(n).into();
        file["answers"]["TT-3"]["evidence"] = vec![json!({"number": "1"}); n as usize].into();
        read(&file)
    };
    let found = differences(&builtin::load().unwrap().set, &with(20_000), &with(20_001));
    let lines: Vec<_> = found.iter().map(line).collect();
    assert_eq!(lines, ["TT-3.evidence: “20000” → “20001”", "narrative: “20000” → “20001”"]);
    // Against a blank document each is told, at the price of one look.
    let found = differences(&builtin::load().unwrap().set, &Assessment::default(), &with(30_000));
    let told = found.iter().filter(|difference| difference.what.name().starts_with("narrative.k")).count();
    assert_eq!(told, 30_000);
}
