//! What must hold of every reader, whatever it is given. The fuzz targets of `fuzz/` look for input that breaks it;
//! `crates/formats/tests/it/corpus.rs` replays what they found.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::packages;
use formats::document_reader::{DigestStatus, Refusal};
use formats::pasted_table::{Choices, PastedFigure, Places};
use formats::{
    assessment_file, builtin, document_reader, exercise_draft, exercise_file, file_kind, pasted_table,
    result, share_link, shared_copy,
};
use scoring::assessment::{Answer, Assessment, Unit};
use scoring::exercise::{Solution, Verdict, as_number};
use scoring::figures::FigureKind;
use scoring::json::Json;
use scoring::json_reader::Fault;
use scoring::loaded_set::LoadedSet;
use scoring::points::Points;
use scoring::scorecard::{Scorecard, score, shown_index};
use scoring::target_set::{Input, Target, TargetSet};
use scoring::{figures, target_set};

/// The longest path, in bytes, that a fault may name: it is said in a sentence.
const LONGEST_PATH: usize = 2_000;
/// The most faults of one file.
const MOST_FAULTS: usize = 200;

thread_local! {
    static BUILT_IN: LoadedSet = builtin::load().unwrap();
}

/// Looks up the check of a target by its name.
pub fn of(target: &str) -> fn(&[u8]) {
    match target {
        "assessment" => assessment,
        "exercises" => exercises,
        "figures" => figures,
        "link" => link,
        "pasted_table" => pasted_table,
        "shared_copy" => shared_copy,
        "target_set" => target_set,
        "workbook" => workbook,
        other => panic!("no check is called {other}"),
    }
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

thread_local! {
    static REST: Vec<(String, Vec<u8>)> = rest_of_template();
}

/// The parts of a blank template, without its sheet of figures.
fn rest_of_template() -> Vec<(String, Vec<u8>)> {
    let mut blank = Assessment { year: 2023, ..Assessment::default() };
    blank.unit.level = "department".into();
    let bytes = BUILT_IN.with(|loaded| office::template::write(&loaded.set, &blank)).unwrap();
    let mut parts = packages::parts(&bytes);
    parts.retain(|(name, _)| name != SHEET);
    parts
}

/// A template with this sheet of figures.
fn with_sheet(sheet: &[u8]) -> Vec<u8> {
    REST.with(|rest| {
        let rest = rest.iter().map(|(name, content)| (name.as_str(), content.as_slice()));
        packages::stored(rest.chain([(SHEET, sheet)]))
    })
}

/// A workbook is refused with one reason, or filled in, and what came of it can be handed over and read back. What is no
/// package is taken for the sheet of figures of a template: damage to a package ends at its checksums.
pub fn workbook(bytes: &[u8]) {
    use formats::workbook as answers;
    use office::import;
    let package = if bytes.starts_with(b"PK") { bytes.to_vec() } else { with_sheet(bytes) };
    BUILT_IN.with(|loaded| {
        if let Ok(Some(rows)) = import::table(&loaded.set, &package) {
            let said = answers::write_table(rows.clone());
            assert_eq!(answers::read(said.as_bytes()), Ok(answers::WorkbookContent::Table(rows)));
        }
        let Ok(filled) = import::read(&loaded.set, &Assessment::default(), &package) else { return };
        let problems = filled.refused.iter().map(|cell| cell.problem.as_str());
        problems.for_each(|problem| assert!(answers::PROBLEMS.contains(&problem), "{problem}"));
        let result = result::of(&loaded.set, &score(&loaded.set, &filled.assessment));
        let document = assessment_file::write(&filled.assessment, result);
        let said = answers::write(Ok((document, filled.refused.clone())));
        let answers::WorkbookContent::Document(received, refused) = answers::read(said.as_bytes()).unwrap()
        else {
            unreachable!("a document was written")
        };
        assert_eq!((received.assessment, refused), (filled.assessment, filled.refused));
    });
}

/// A target set is refused with faults that can be told, or read, and then scores whatever is answered.
pub fn target_set(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(json) = json(text) else { return };
    match target_set::read(&json) {
        Err(faults) => can_be_told(&faults),
        Ok(set) => {
            let again = Json::read(&json.to_pretty()).unwrap();
            assert_eq!(target_set::read(&again).unwrap(), set);
            scores(&set);
        }
    }
}

/// A file is refused in a word, or read; then it is written whole, and reads back the same.
pub fn assessment(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        json(text);
    }
    let received = match document_reader::read(bytes) {
        Err(Refusal::Faulty(faults)) => return can_be_told(&faults),
        Err(Refusal::NotJson(error)) => {
            assert!(error.duplicate.is_none_or(|key| key.len() < LONGEST_PATH));
            return;
        }
        Err(refusal) => return assert!(!refusal.as_str().is_empty()),
        Ok(received) => received,
    };
    let file = BUILT_IN.with(|loaded| {
        let card = score(&loaded.set, &received.assessment);
        holds_together(&loaded.set, &card);
        assessment_file::write(&received.assessment, result::of(&loaded.set, &card))
    });
    let back = document_reader::read(file.to_pretty().as_bytes()).unwrap();
    assert_eq!(back.digest_status, DigestStatus::Intact);
    assert_eq!(back.app, assessment_file::APP);
    let mut begun = received.assessment;
    begun.answers.retain(|_, answer| !answer.is_blank());
    assert_eq!(back.assessment, begun);
    // What was written is the format's one way to write it.
    let stated = back.stated_result.unwrap();
    assert_eq!(assessment_file::write(&back.assessment, stated), file);
}

/// A file of exercises is refused in a word, or read; then it is written whole, each can be judged, and none is lost while
/// it is changed.
pub fn exercises(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = exercise_draft::read(text);
        if let Some(number) = as_number(text) {
            assert!(number.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
        }
    }
    let read = match exercise_file::read(bytes) {
        Err(Refusal::Faulty(faults)) => return can_be_told(&faults),
        Err(Refusal::NotJson(error)) => {
            assert!(error.duplicate.is_none_or(|key| key.len() < LONGEST_PATH));
            return;
        }
        Err(refusal) => return assert!(!refusal.as_str().is_empty()),
        Ok(read) => read,
    };
    assert_eq!(exercise_file::read_text(&exercise_file::write("", &read)).as_ref(), Ok(&read));
    for exercise in &read {
        let suggested = (String::new(), exercise.title.vi.clone());
        let draft = exercise_draft::write(exercise, &suggested);
        assert_eq!(exercise_draft::read(&draft), Some((exercise.clone(), suggested)));
        let solution = BUILT_IN.with(|loaded| exercise.solution(&loaded.set));
        let Some(solution) = solution else { continue };
        if let Solution::Number(right) = &solution {
            assert_eq!(exercise.verdict(&solution, Some(right)), Verdict::Right, "{right}");
        }
        for mistake in &exercise.mistakes {
            assert_ne!(exercise.verdict(&solution, Some(&mistake.answer)), Verdict::Unclear);
        }
    }
}

/// A figure is understood or a problem, and what was understood reads the same when it is typed as shown.
pub fn figures(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for kind in
        [FigureKind::Count, FigureKind::Money, FigureKind::Rank, FigureKind::Percent, FigureKind::Points]
    {
        match figures::read(text, kind) {
            Err(_) => assert!(!figures::is_blank(text)),
            Ok(None) => assert!(figures::is_blank(text)),
            Ok(Some(figure)) => {
                assert!(text.contains(|c: char| c.is_ascii_digit()), "{text:?}");
                assert!(!kind.is_whole() || figure.decimals() == 0, "{text:?} as {kind:?}");
                for mark in [".", ","] {
                    let shown = figure.exact().to_string().replace('.', mark);
                    // Three decimals after one mark group thousands where things are counted; nothing counted has any.
                    assert_eq!(
                        figures::read(&shown, kind),
                        Ok(Some(figure)),
                        "{text:?} as {kind:?}: {shown}"
                    );
                }
            }
        }
    }
}

/// A pasted table fills fields that are typed, each at most once, with what stands in a cell; a plain one nothing else, down
/// from where it begins. Reading it a second time with every row's own target chosen fills the same.
///
/// The first byte says which field the paste begins in, or that it is a file.
pub fn pasted_table(bytes: &[u8]) {
    let Some((begin, bytes)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = pasted_table::is_block(text);
    BUILT_IN.with(|loaded| {
        let targets: Vec<&Target> = loaded.set.targets().map(Rc::as_ref).collect();
        let fields: Vec<(&str, &str)> = targets
            .iter()
            .flat_map(|target| target.measure.fields().into_iter().map(|field| (&*target.id, field.name)))
            .collect();
        let begin = fields.get(usize::from(*begin)).copied();
        let places = Places { begin, targets: &targets, others: &[], shown: None, year: 2023 };
        let block = match begin {
            Some(_) => pasted_table::cells::split(text, '\t'),
            None => file_kind::table(text),
        };
        let _ = file_kind::kind(text.as_bytes());
        let rows = block.len();
        let reading = pasted_table::read(block.clone(), &places, &Choices::default());
        assert!(reading.rows.len() + reading.unread <= rows);
        let place = |figure: &PastedFigure| targets.iter().position(|target| target.id == figure.target);
        let mut filled = BTreeSet::new();
        for figure in reading.figures() {
            let target = targets[place(figure).unwrap()];
            assert!(target.measure.fields().iter().any(|field| field.name == figure.field));
            assert!(!figures::is_blank(&figure.text) && !figure.text.contains(['\t', '\n', '\r']));
            assert!(filled.insert((figure.target.clone(), figure.field.clone())));
        }
        if reading.is_plain {
            let first = begin.and_then(|(begin, _)| targets.iter().position(|target| &*target.id == begin));
            assert!(reading.figures().all(|figure| place(figure) >= first));
            assert_eq!(filled.len(), reading.rows.iter().map(|row| row.cells.len()).sum::<usize>());
        }
        let chosen = reading.rows.iter().map(|row| row.target.clone()).enumerate().collect();
        let choices = Choices { rows: chosen, ..Choices::default() };
        let again = pasted_table::read(block, &places, &choices);
        assert!(again.figures().eq(reading.figures()));
    });
}

/// Any bytes go through a link and come back; any address is a link or none; a file without white space is the same.
pub fn link(bytes: &[u8]) {
    comes_back(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(carried) = share_link::read(text) {
        assert!(share_link::is_share_link(text));
        comes_back(&carried);
    }
    if let Some(json) = json(text) {
        assert_eq!(Json::read(&share_link::text(&json)), Ok(json));
    }
}

fn comes_back(bytes: &[u8]) {
    let address = share_link::write(bytes);
    assert!(address.is_ascii() && share_link::is_share_link(&address));
    // What programs that find links in a text take for the end of the sentence is never the end of a link.
    assert!(bytes.is_empty() || address.ends_with(|c: char| c.is_ascii_alphanumeric()));
    let back = share_link::read(&address).unwrap();
    assert!(back.ends_with(bytes) && back.len() <= bytes.len() + 5);
}

/// Whatever page it is put into, a document comes out of it again; the page stays the same around it, and no copy of a
/// copy grows.
///
/// The page goes up to the first NUL; after it stands the document.
pub fn shared_copy(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (page, data) = text.split_once('\0').unwrap_or((text, r#"{"a":"</script><!--<script>&\u2028"}"#));
    if let Some(blocks) = shared_copy::read(page) {
        assert!(blocks.lines_before <= page.matches('\n').count());
        assert!(page.contains(blocks.data) && page.contains(blocks.set));
    }
    let Ok(json) = Json::read(data) else { return };
    let Some(copy) = shared_copy::fill(page, "", data) else { return };
    let blocks = shared_copy::read(&copy).unwrap();
    assert!(!blocks.data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
    assert_eq!((blocks.set, Json::read(blocks.data)), ("", Ok(json)));
    assert_eq!(shared_copy::fill(&copy, "", data).as_ref(), Some(&copy));
    assert_eq!(shared_copy::empty(&copy), shared_copy::empty(page));
}

/// The tree of a text that is JSON: what is written of it reads back the same, as small as it can be too.
fn json(text: &str) -> Option<Json> {
    let json = Json::read(text).ok()?;
    assert_eq!(Json::read(&json.to_pretty()).as_ref(), Ok(&json));
    Some(json)
}

/// Faults are there, are not endless, and each names a place in words that fit into a sentence.
fn can_be_told(faults: &[Fault]) {
    assert!(!faults.is_empty() && faults.len() <= MOST_FAULTS);
    for fault in faults {
        assert!(fault.path.len() < LONGEST_PATH, "a path of {} bytes", fault.path.len());
        assert!(format!("{:?}", fault.kind).len() < LONGEST_PATH);
    }
}

/// Every level and year of a set is scored on every kind of answer.
fn scores(set: &TargetSet) {
    let given = ["", "0", "1", "99,5", "999999999999999999", "0,000000000000000001", "yes", "x"];
    for level in set.levels.iter().take(3) {
        for year in [set.years.first(), set.years.last()].into_iter().flatten() {
            for text in given {
                let answer = |target: &Target| {
                    let figures = target.measure.fields().into_iter();
                    let case = |input| match input {
                        Input::Option([first, ..]) if text == "yes" => first.id.clone(),
                        Input::Figure(_) | Input::YesNo | Input::Option(_) => text.to_owned(),
                    };
                    let figures = figures.map(|field| (field.name.to_owned(), case(field.input))).collect();
                    let answer = Answer { figures, ..Answer::default() };
                    (target.id.to_string(), Rc::new(answer))
                };
                let assessment = Assessment {
                    unit: Unit { level: level.id.clone(), ..Unit::default() },
                    year: *year,
                    answers: set.targets().map(|target| answer(target)).collect(),
                    ..Assessment::default()
                };
                holds_together(set, &score(set, &assessment));
            }
        }
    }
}

/// What is printed adds up, and stays within its bounds.
fn holds_together(set: &TargetSet, card: &Scorecard) {
    let printed: Points = card.targets().filter_map(|score| score.points()).sum();
    assert_eq!(printed, card.totals.points);
    for score in card.targets().filter(|score| !score.target.rule.is_extra()) {
        let points = score.points().unwrap_or_default();
        assert!(Points::ZERO <= points && points <= score.target.max_points, "{}", score.target.id);
    }
    for index in [card.totals.index(), card.totals.index_possible(), card.totals.index_of_answered()] {
        assert!(!index.is_some_and(|index| shown_index(set, index).to_string().is_empty()));
    }
    let _ = result::of(set, card).to_pretty();
}
