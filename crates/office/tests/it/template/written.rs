//! What is written into the template, and what of it comes back.

use std::rc::Rc;

use office::import::{Import, read};
use office::template::write;
use scoring::assessment::{Assessment, Evidence, PeriodKind};
use serde_json::{Value, json};

use super::{SHEET, fill, golden, set, template};
use test_support as support;
use test_support::workbooks::{Cell, EVIDENCE, FIGURES, at, cells, filled, parts};
use test_support::{LEVEL, YEAR, answer, area, kind, name, read_set, set_file, target};

#[test]
fn the_template_of_each_level_has_a_row_for_every_figure() {
    let set = set();
    for level in &set.levels {
        for year in &set.years {
            let mut assessment = Assessment { year: *year, ..Assessment::default() };
            assessment.unit.level.clone_from(&level.id);
            let bytes = write(&set, &assessment).unwrap();
            let rows = cells(&bytes, SHEET);
            let keys: Vec<String> = rows.iter().map(|row| row[0].to_string()).collect();
            for target in set.targets() {
                for field in target.measure.fields() {
                    let key = format!("{}.{}", target.id, field.name);
                    assert_eq!(keys.contains(&key), target.claims(&level.id), "{key} at {}", level.id);
                }
            }
            let read = read(&set, &Assessment::default(), &bytes).unwrap();
            assert_eq!((read.refused, read.assessment.answers.len()), (vec![], 0));
            assert_eq!(
                (read.assessment.unit.level.as_str(), read.assessment.year),
                (level.id.as_str(), *year)
            );
        }
    }
}

#[test]
fn what_is_entered_already_stands_in_the_template_and_comes_back() {
    let before = golden();
    let Import { assessment, refused } = fill(&template());
    assert_eq!(refused, []);
    assert_eq!(assessment.document.id, "", "a filling is no later state of the document");
    let claimed = |id: &str| set().target(id).is_some_and(|target| target.claims(LEVEL));
    for (id, answer) in before.answers.iter().filter(|(id, answer)| claimed(id) && !answer.is_blank()) {
        let back = &assessment.answers[id];
        for (field, typed) in &answer.figures {
            assert_eq!(back.figure(field), typed, "{id}.{field}");
        }
        assert_eq!((&back.note, &back.not_applicable), (&answer.note, &answer.not_applicable), "{id}");
        let plain = |evidence: &Evidence| Evidence { rest: Vec::new(), ..evidence.clone() };
        assert_eq!(back.evidence, answer.evidence.iter().map(plain).collect::<Vec<_>>(), "{id}");
    }
    let unit = |assessment: &Assessment| {
        let unit = assessment.unit.clone();
        (unit.name, unit.level, unit.superior, unit.place, unit.prepared_by)
    };
    assert_eq!(unit(&assessment), unit(&before));
    assert_eq!((assessment.year, assessment.period.kind), (YEAR, before.period.kind));
    assert_eq!(assessment.period.as_of, before.period.as_of);
    assert_eq!(assessment.target_set.sha256, before.target_set.sha256);
}

#[test]
fn every_kind_of_figure_has_its_cell() {
    let options = [("a", "Một", "0"), ("b", "Hai", "100")];
    let options = options.map(|(id, text, share)| json!({"id": id, "name": name(text), "share": share}));
    let choice = json!({"kind": "choice", "options": options});
    let per_item = json!({"kind": "per_item", "points_each": "1"});
    let targets: [(&str, Value, Value, &str); 4] = [
        ("A", kind("percent"), kind("proportional"), "48,235"),
        ("B", kind("count"), per_item, "1234567"),
        ("C", kind("given"), kind("as_given"), "7,125"),
        ("D", choice, kind("by_choice"), "b"),
    ];
    let files =
        targets.each_ref().map(|(id, measure, rule, _)| target(id, "10", measure.clone(), rule.clone()));
    let set = read_set(&set_file(3, &[area("area", &files)]));
    let mut assessment = support::assess(&[]);
    for (id, _, _, typed) in &targets {
        assessment.answers.insert((*id).to_owned(), answer(&format!("value={typed}")).into());
    }
    let bytes = write(&set, &assessment).unwrap();
    let read = |bytes: &[u8]| read(&set, &Assessment::default(), bytes).unwrap();
    let back = read(&bytes);
    assert_eq!(back.refused, []);
    for (id, _, _, typed) in &targets {
        assert_eq!(back.assessment.answers[*id].figure("value"), *typed, "{id}");
    }
    assert_eq!(back.assessment.period.kind, PeriodKind::Year);
    // A case is chosen by its name; what is none of them is refused.
    let place = at(&bytes, SHEET, "D.value", 'E');
    let chosen = |text: &str| read(&filled(&bytes, FIGURES, &place, &Cell::Text(text)));
    assert_eq!(chosen("Một").assessment.answers["D"].figure("value"), "a");
    let refused = chosen("Ba").refused;
    assert_eq!(refused.iter().map(|cell| cell.problem.as_str()).collect::<Vec<_>>(), ["not-option"]);
    assert_eq!(refused[0].cell, format!("{SHEET}!{place}"));
}

#[test]
fn text_from_anywhere_stays_text() {
    let mut assessment = golden();
    assessment.unit.name = "=HYPERLINK(\"http://example.org\")".into();
    Rc::make_mut(assessment.answers.get_mut("TT-3").unwrap()).note = "@SUM(1)".into();
    let bytes = write(&set(), &assessment).unwrap();
    assert!(!parts(&bytes).iter().any(|(_, content)| String::from_utf8_lossy(content).contains("<f>")));
    assert_eq!(fill(&bytes).assessment.unit.name, assessment.unit.name);
}

#[test]
fn a_text_longer_than_a_cell_holds_is_cut_and_comes_back_whole_into_its_own_document() {
    for (text, changed) in [
        // As many letters as a cell holds take three times as many bytes.
        ("ệ".repeat(32_767), false),
        ("ệ".repeat(32_768), true),
        ("😀".repeat(20_000), true),
        ("một\r\nhai\rba \u{ffff}".to_owned(), true),
        (" trong hai khoảng trắng ".to_owned(), true),
    ] {
        let mut before = golden();
        before.unit.prepared_by.clone_from(&text);
        let answer = Rc::make_mut(before.answers.get_mut("TT-3").unwrap());
        answer.note.clone_from(&text);
        answer.evidence[0].title.clone_from(&text);
        answer.not_applicable = Some(text.clone());
        let bytes = write(&set(), &before).unwrap();
        let texts = |assessment: &Assessment| {
            let answer = &assessment.answers["TT-3"];
            let reason = answer.not_applicable.clone().unwrap();
            [
                assessment.unit.prepared_by.clone(),
                answer.note.clone(),
                reason,
                answer.evidence[0].title.clone(),
            ]
        };
        let back = read(&set(), &before, &bytes).unwrap().assessment;
        assert_eq!(texts(&back), texts(&before));
        for said in texts(&fill(&bytes).assessment) {
            assert_eq!(said != text, changed);
            assert!(said.encode_utf16().count() <= 32_767 && !said.contains(['\r', '\u{ffff}']));
        }
    }
}

#[test]
fn a_template_is_the_same_whenever_it_is_made() {
    for saved in ["", "2023-12-01T16:41:09+07:00", "hôm nay", "12:30:45.1"] {
        let mut assessment = golden();
        saved.clone_into(&mut assessment.document.saved);
        let made = || parts(&write(&set(), &assessment).unwrap());
        let (_, core) = made().into_iter().find(|(name, _)| name == "docProps/core.xml").unwrap();
        let day = if saved.starts_with("2023") { "2023-12-01T00:00:00Z" } else { "2022-05-19T00:00:00Z" };
        assert!(String::from_utf8(core).unwrap().contains(day), "{saved}");
    }
}

/// What may stand in a cell, as its sheet says: the kind, how it is compared, with what; of a list its texts.
fn rule_of(bytes: &[u8], sheet: &str, cell: &str) -> String {
    let (_, xml) = parts(bytes).into_iter().find(|(name, _)| name == sheet).unwrap();
    let xml = String::from_utf8(xml).unwrap();
    let rule = xml.split("<dataValidation ").skip(1).find(|rule| rule.contains(&format!("sqref=\"{cell}")));
    let rule = rule.unwrap().split("</dataValidation>").next().unwrap();
    assert!(
        rule.contains("showErrorMessage=\"1\"") && rule.contains("error=\"") && !rule.contains("errorStyle")
    );
    let of =
        |before: &str, after: char| rule.split(before).nth(1).map(|rest| rest.split(after).next().unwrap());
    let (kind, edge) = (of("type=\"", '"').unwrap(), of("<formula1>", '<').unwrap());
    if kind != "list" {
        let operator = of("operator=\"", '"').unwrap_or("between");
        return [kind, operator, edge, of("<formula2>", '<').unwrap_or_default()]
            .join(" ")
            .trim_end()
            .to_owned();
    }
    let places: Vec<&str> = edge.strip_prefix("'tu-cham'!$").unwrap().split(['$', ':']).collect();
    let [column, first, "", last_column, last] = places[..] else { panic!("{edge}") };
    assert_eq!((column, first), (last_column, "1"));
    let (column, last) = (usize::from(column.as_bytes()[0] - b'A'), last.parse::<usize>().unwrap());
    let texts = cells(bytes, "tu-cham").into_iter().take(last).map(|row| row[column].to_string());
    texts.collect::<Vec<_>>().join("|")
}

#[test]
fn each_cell_takes_what_fits_it_and_says_so_when_it_refuses() {
    let options = [("a", "Một", "0"), ("b", "Hai", "100")];
    let options = options.map(|(id, text, share)| json!({"id": id, "name": name(text), "share": share}));
    let rank = support::with_goal(target("R", "1", kind("rank"), kind("pass_fail")), "at_most", "10");
    let targets = [
        target("A", "10", kind("percent"), kind("proportional")),
        target("B", "10", support::ratio(), kind("proportional")),
        target("C", "10", kind("given"), kind("as_given")),
        target("D", "10", json!({"kind": "choice", "options": options}), kind("by_choice")),
        target("Y", "1", kind("yes_no"), kind("pass_fail")),
        rank,
    ];
    let set = read_set(&set_file(3, &[area("area", &targets)]));
    let bytes = write(&set, &support::assess(&[])).unwrap();
    for (key, column, rule) in [
        ("A.value", 'E', "decimal between 0 100"),
        ("B.done", 'E', "whole greaterThanOrEqual 0"),
        ("B.excluded", 'E', "whole greaterThanOrEqual 0"),
        ("C.value", 'E', "decimal greaterThanOrEqual 0"),
        ("D.value", 'E', "Một|Hai"),
        ("Y.value", 'E', "Có|Không"),
        ("R.value", 'E', "whole greaterThanOrEqual 1"),
        ("period.kind", 'E', "Cả năm|Quý I|6 tháng đầu năm|9 tháng đầu năm"),
        ("A.value", 'H', "x"),
    ] {
        let cell = at(&bytes, SHEET, key, column);
        assert_eq!(rule_of(&bytes, FIGURES, &cell), rule, "{key} {column}");
    }
    assert_eq!(rule_of(&bytes, EVIDENCE, "B4:B"), "A|B|C|D|Y|R");
}
