//! `LibreOffice` works everything out anew, from cached values that are all wrong, and finds what `core` finds.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use super::book::{Book, Case, compare, golden};
use super::{drawn, tables};
use test_support::commands::{Folder, libreoffice, run};
use test_support::{area, assess, kind, ratio, read_set, set_file, target};

/// Always works formulas out anew on loading; the usual is to trust what is cached.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

fn recalculate(folder: &Path) {
    fs::create_dir_all(folder.join("out")).unwrap();
    fs::create_dir_all(folder.join("profile/user")).unwrap();
    fs::write(folder.join("profile/user/registrymodifications.xcu"), PROFILE).unwrap();
    let mut books: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "xlsx"))
        .collect();
    books.sort();
    // It takes no more than a hundred or so at a time.
    for books in books.chunks(80) {
        run(libreoffice(folder, "xlsx:Calc MS Excel 2007 XML").arg(folder.join("out")).args(books));
    }
}

/// Every workbook before and after; how many targets there are, and how many of them have no formula.
fn check(name: &str, cases: &[Case]) -> (usize, usize) {
    let folder = Folder::new(name);
    for case in cases {
        let bytes = case.write();
        compare(case, &Book::read(&bytes));
        fs::write(folder.0.join(&case.name).with_extension("xlsx"), bytes).unwrap();
    }
    let spoilt = run(Command::new("python3").arg("tests/scripts/spoil.py").arg(&folder.0));
    assert!(spoilt.trim().parse::<usize>().unwrap() > cases.len() * 10, "{spoilt}");
    recalculate(&folder.0);
    let (mut targets, mut fixed) = (0, 0);
    for case in cases {
        let bytes = fs::read(folder.0.join("out").join(&case.name).with_extension("xlsx")).unwrap();
        fixed += compare(case, &Book::read(&bytes));
        targets += case.set.targets().filter(|target| target.claims(&case.assessment.unit.level)).count();
    }
    (targets, fixed)
}

#[test]
fn a_real_document_and_every_edge_come_to_the_same_points_when_worked_out_anew() {
    let mut cases = tables::cases();
    let edges = cases.len();
    cases.push(golden());
    let (targets, fixed) = check("edges", &cases);
    assert!(targets > edges);
    assert_eq!(fixed, tables::FIXED, "targets without a formula");
}

#[test]
fn random_assessments_come_to_the_same_points_when_worked_out_anew() {
    let (targets, fixed) = check("drawn", &drawn::by_properties(40));
    // A figure in nine has up to 18 digits, percentages have up to 18 decimals.
    assert!(fixed * 3 < targets, "{fixed} of {targets} have no formula");
    let (targets, fixed) = check("scorer", &drawn::by_the_scorer(40));
    assert!(fixed * 5 < targets, "{fixed} of {targets} have no formula");
}

/// What a reader types over the first figures of the first target, and what `core` is told instead.
const EDITS: [(&str, [Option<&str>; 2], &str); 7] = [
    ("more", [Some("467"), Some("850")], "done=467 total=850"),
    ("met", [Some("468"), Some("850")], "done=468 total=850"),
    ("money-like", [Some("4000000"), Some("9000000")], "done=4000000 total=9000000"),
    ("blank", [Some("467"), None], "done=467 total="),
    ("too-many", [Some("851"), Some("850")], "done=851 total=850"),
    ("nothing", [Some("0"), Some("0")], "done=0 total=0"),
    ("part", [Some("0.5"), Some("850")], "done=0,5 total=850"),
];

#[test]
fn a_reader_who_changes_a_figure_gets_the_points_of_the_new_one() {
    let folder = Folder::new("edited");
    let goal = json!({"compare": "at_least", "value": "55"});
    let mut target = target("t", "10", ratio(), kind("toward_goal"));
    target["goal"] = goal;
    let set = read_set(&set_file(3, &[area("A", &[target])]));
    let case = |figures: &str| Case {
        name: figures.to_owned(),
        set: set.clone(),
        assessment: assess(&[("t", figures)]),
    };
    let bytes = case("done=410 total=850").write();
    let row = Book::read(&bytes).find("Số liệu", 'A', "t");
    let mut edits = serde_json::Map::new();
    for (name, [done, total], _) in EDITS {
        fs::write(folder.0.join(name).with_extension("xlsx"), &bytes).unwrap();
        let cells = json!({format!("D{row}"): done, format!("D{}", row + 1): total});
        edits.insert(format!("{name}.xlsx"), cells);
    }
    fs::write(folder.0.join("edits.json"), serde_json::Value::from(edits).to_string()).unwrap();
    run(Command::new("python3").arg("tests/scripts/spoil.py").arg(&folder.0));
    recalculate(&folder.0);
    for (name, _, figures) in EDITS {
        let bytes = fs::read(folder.0.join("out").join(name).with_extension("xlsx")).unwrap();
        compare(&case(figures), &Book::read(&bytes));
    }
}
