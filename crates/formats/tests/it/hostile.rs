//! Hostile and broken files: each is refused for one reason, or read as far as the format allows; then everything in
//! it is written back. Nothing panics and nothing hangs: the work grows as the file does and not with its square. How fast
//! the page answers is measured in the browsers.

use std::time::Instant;

use formats::document_reader::{DigestStatus, ReadDocument, Refusal, read};
use formats::{assessment_file, builtin, result};
use scoring::json::{Json, Members};
use scoring::json_reader::Fault;
use scoring::scorecard::score;
use scoring::target_set::TargetSet;
use test_support::golden::GOLDEN;

/// Keys that mean something to JavaScript, or to the library that reads JSON.
const MEANINGFUL_KEYS: [&str; 8] = [
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "$serde_json::private::Number",
    "$serde_json::private::RawValue",
    "",
];

/// Texts that break out of pages, turn the direction of text, or show nothing.
const HOSTILE_TEXTS: [&str; 12] = [
    "</script><script>window.ran = 1</script>",
    "<!--<script>",
    "]]><img src=x onerror=\"window.ran = 1\">",
    "\"'`&lt;{{constructor.constructor('window.ran = 1')()}}",
    "javascript:window.ran = 1",
    "=HYPERLINK(\"http://example.com\")",
    "\u{202e}gpj.exe\u{202c}\u{2066}\u{2069}",
    "TT\u{200b}-\u{200d}3\u{feff}",
    "\u{0}\u{1}\u{1f}\u{7f}\u{85}",
    "\u{2028}\u{2029}",
    "\u{fffe}\u{ffff}\u{10ffff}",
    "e\u{302}\u{323}\u{301}\u{301}\u{301}\u{301}",
];

fn word(bytes: &[u8]) -> &'static str {
    read(bytes).map_or_else(|refusal| refusal.as_str(), |_| "read")
}

thread_local! {
    static SET: TargetSet = builtin::load().unwrap().set;
}

/// What this version writes for a file that was read.
fn rewritten(received: &ReadDocument) -> Json {
    let result = SET.with(|set| result::of(set, &score(set, &received.assessment)));
    assessment_file::write(&received.assessment, result)
}

/// The same; it reads back the same.
fn written(received: &ReadDocument) -> Json {
    let file = rewritten(received);
    let back = read(file.to_pretty().as_bytes()).unwrap();
    let mut begun = received.assessment.clone();
    begun.answers.retain(|_, answer| !answer.is_blank());
    assert_eq!((back.digest_status, back.assessment), (DigestStatus::Intact, begun));
    file
}

fn golden() -> Json {
    Json::read(GOLDEN).unwrap()
}

/// A place in a tree: keys and indexes from the top.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Key(String),
    Index(usize),
}

/// Every place of a tree below its top.
fn places(tree: &Json) -> Vec<Vec<Step>> {
    fn walk(tree: &Json, here: &[Step], found: &mut Vec<Vec<Step>>) {
        let mut below = |step: Step, value: &Json| {
            let place = [here, &[step]].concat();
            found.push(place.clone());
            walk(value, &place, found);
        };
        match tree {
            Json::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    below(Step::Index(index), value);
                }
            }
            Json::Object(members) => {
                for (key, value) in members {
                    below(Step::Key(key.clone()), value);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(tree, &[], &mut found);
    found
}

/// The value at a place.
fn at<'a>(tree: &'a mut Json, place: &[Step]) -> &'a mut Json {
    place.iter().fold(tree, |tree, step| match (tree, step) {
        (Json::Object(members), Step::Key(key)) => {
            &mut members.iter_mut().find(|(name, _)| name == key).unwrap().1
        }
        (Json::List(values), Step::Index(index)) => &mut values[*index],
        _ => unreachable!("no such place"),
    })
}

/// The value at a place, if there is one.
fn found<'a>(tree: &'a Json, place: &[Step]) -> Option<&'a Json> {
    place.iter().try_fold(tree, |tree, step| match (tree, step) {
        (Json::Object(members), Step::Key(key)) => Some(&members.iter().find(|(name, _)| name == key)?.1),
        (Json::List(values), Step::Index(index)) => values.get(*index),
        _ => None,
    })
}

/// Whether it is all one whether this is written or not.
fn says_nothing(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::List(values) => values.is_empty(),
        Json::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Whether all that one value says is said by another, which may say more: a part that has its keys filled in.
fn holds(kept: &Json, value: &Json) -> bool {
    match value {
        Json::Object(members) => {
            members.iter().all(|(key, value)| kept.get(key).is_some_and(|kept| holds(kept, value)))
        }
        value => kept == value || says_nothing(value),
    }
}

/// Whether a place is worked out anew each time a file is written.
fn is_said_anew(place: &[Step]) -> bool {
    ["app", "digest", "result"].iter().any(|part| place.first() == Some(&Step::Key((*part).to_owned())))
}

fn members(tree: &mut Json) -> &mut Members {
    let Json::Object(members) = tree else { unreachable!("no object") };
    members
}

/// The place as faults name it.
fn path(place: &[Step]) -> String {
    place.iter().fold(String::new(), |path, step| match step {
        Step::Key(key) if path.is_empty() => key.clone(),
        Step::Key(key) => [&path, ".", key].concat(),
        Step::Index(index) => format!("{path}[{index}]"),
    })
}

/// Puts `new` in the place of every value of the golden file in turn. It is read, and then all is written back, what was
/// put there as well; or it is refused, and then the faults name that very place.
fn replaced_everywhere(new: &Json) {
    for place in places(&golden()) {
        let mut file = golden();
        *at(&mut file, &place) = new.clone();
        let path = path(&place);
        let faults = |faults: &[Fault]| faults.iter().map(|fault| fault.path.clone()).collect::<Vec<_>>();
        match read(file.to_pretty().as_bytes()) {
            Ok(received) => {
                let kept = written(&received);
                let is_kept = found(&kept, &place).map_or(says_nothing(new), |kept| holds(kept, new));
                assert!(is_kept || is_said_anew(&place), "{path}: {:?}", found(&kept, &place));
            }
            Err(Refusal::Faulty(found)) => {
                assert!(
                    !found.is_empty() && faults(&found).iter().all(|fault| fault.starts_with(&path)),
                    "{path}: {found:?}"
                );
            }
            Err(Refusal::NotOurs | Refusal::NoFormat(_) | Refusal::Newer(_)) => {
                assert!(path == "format" || path == "version");
            }
            Err(refusal) => unreachable!("{path}: {refusal:?}"),
        }
    }
}

#[test]
fn what_is_no_file_of_ours_is_refused_for_one_reason() {
    let utf16 = |text: &str, odd: bool| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xFF, 0xFE].into_iter().chain(units).chain(odd.then_some(0)).collect::<Vec<u8>>()
    };
    let head = "{\"format\": \"tu-cham/assessment\", \"version\": 1, \"year\": 2023, \"answers\": {}, ";
    let with = |rest: &str| [head, rest, "}"].concat().into_bytes();
    let rows: Vec<(Vec<u8>, &str)> = vec![
        (vec![b'['; 5_000_001], "too-big"),
        (vec![b'['; 5_000_000], "too-big"),
        (vec![b'['; 100_000], "not-json"),
        (with(&["\"x\": [", &"0,".repeat(1_000_000), "0]"].concat()), "too-big"),
        (with(&["\"x\": {\"a\": [", &"{},".repeat(61_000), "0]}"].concat()), "too-big"),
        (vec![0; 100_000], "no-content"),
        (vec![0; 99_999], "no-content"),
        (vec![0xFF; 100_000], "not-text"),
        (utf16(GOLDEN, true), "not-text"),
        (utf16("", true), "not-text"),
        (utf16(GOLDEN, false)[2..].repeat(2), "not-json"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xDF\xA4\xD2l".to_vec(), "not-text"),
        (b"<!DOCTYPE html><script>window.ran = 1</script>".to_vec(), "other-page"),
        ("<script id=".repeat(400_000).into_bytes(), "other-page"),
        ("<script>".repeat(600_000).into_bytes(), "other-page"),
        ("<script></script>".repeat(290_000).into_bytes(), "other-page"),
        (vec![b'<'; 4_900_000], "other-page"),
        ("[".repeat(100_000).into_bytes(), "not-json"),
        (["[".repeat(100_000), "]".repeat(100_000)].concat().into_bytes(), "not-json"),
        (["{\"a\":".repeat(100_000), "1".to_owned(), "}".repeat(100_000)].concat().into_bytes(), "not-json"),
        (["[{\"a\":".repeat(50_000), "}]".repeat(50_000)].concat().into_bytes(), "not-json"),
        (with(&["\"x\": ", &"[".repeat(100_000), &"]".repeat(100_000)].concat()), "not-json"),
        (["[".repeat(100), "]".repeat(100)].concat().into_bytes(), "not-ours"),
        (with("\"x\": \"\\ud800\""), "not-json"),
        (with("\"x\": \"\\udc00\\ud800\""), "not-json"),
        (with("\"\\ud800\": 1"), "not-json"),
        (with("\"x\": \"\u{1}\""), "not-json"),
        (with("\"x\": 01"), "not-json"),
        (with("\"x\": NaN"), "not-json"),
        (with("\"x\": 1,"), "not-json"),
        (with("\"x\": 1, // two"), "not-json"),
        ([GOLDEN, "{}"].concat().into_bytes(), "not-json"),
        ([GOLDEN, "\0{}"].concat().into_bytes(), "not-json"),
        (b"{\"format\": \"tu-cham/assessment\", \"version\": 1e0}".to_vec(), "not-ours"),
        (b"{\"format\": \"tu-cham/assessment\", \"version\": -1}".to_vec(), "not-ours"),
        (b"{\"format\": \"tu-cham/assessment\", \"version\": 18446744073709551615}".to_vec(), "newer"),
        (b"{\"format\": \"tu-cham/assessment\", \"version\": 18446744073709551616}".to_vec(), "not-ours"),
        (
            b"{\"format\": \"tu-cham/assessment\", \"version\": {\"$serde_json::private::Number\": \"1\"}}"
                .to_vec(),
            "not-ours",
        ),
    ];
    for (bytes, expected) in rows {
        assert_eq!(
            word(&bytes),
            expected,
            "{:?}",
            String::from_utf8_lossy(bytes.get(..80).unwrap_or(&bytes))
        );
    }
}

#[test]
fn a_file_cut_at_any_byte_is_refused() {
    let whole = read(GOLDEN.as_bytes()).unwrap();
    for end in 0..GOLDEN.len() {
        match read(&GOLDEN.as_bytes()[..end]) {
            Ok(received) => assert_eq!((received, &GOLDEN[end..]), (whole.clone(), "\n")),
            Err(refusal) => {
                assert!(["blank", "not-text", "not-json"].contains(&refusal.as_str()), "{end}: {refusal:?}");
            }
        }
    }
    let wide: Vec<u8> =
        [0xFE, 0xFF].into_iter().chain(GOLDEN.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    assert_eq!(read(&wide).unwrap(), whole);
    for end in (0..wide.len() - 2).step_by(31) {
        assert!(read(&wide[..end]).is_err(), "{end}");
    }
}

#[test]
fn a_key_that_stands_twice_is_named_wherever_it_is() {
    let tree = golden();
    let mut objects = 0;
    for place in std::iter::once(Vec::new()).chain(places(&tree)) {
        let mut file = tree.clone();
        let Json::Object(members) = at(&mut file, &place) else { continue };
        objects += 1;
        for index in 0..members.len() {
            let mut file = tree.clone();
            let members = self::members(at(&mut file, &place));
            let member = members[index].clone();
            members.push((member.0.clone(), Json::Null));
            let Err(Refusal::NotJson(error)) = read(file.to_pretty().as_bytes()) else {
                unreachable!("{place:?}")
            };
            assert_eq!(error.duplicate, Some(member.0));
        }
    }
    assert!(objects > 40, "{objects}");
}

#[test]
fn another_type_at_any_place_is_a_fault_of_that_place_or_kept() {
    for new in [
        Json::Null,
        Json::Bool(true),
        Json::from(7),
        Json::from("x"),
        Json::List(Vec::new()),
        Json::List(vec![Json::Null, Json::Object(Vec::new())]),
        Json::Object(Vec::new()),
        Json::Object(vec![("x".to_owned(), Json::Null)]),
    ] {
        replaced_everywhere(&new);
    }
}

#[test]
fn numbers_beyond_all_measure_are_faults_or_kept_digit_by_digit() {
    let long = "9".repeat(10_000);
    for number in [
        long.as_str(),
        &["-", &long].concat(),
        &["0.", &long].concat(),
        "1e999999999",
        "1E+9223372036854775807",
        "0.0001e-9223372036854775808",
        &["1e", &long].concat(),
        &["1e-", &long].concat(),
    ] {
        replaced_everywhere(&Json::read(number).unwrap());
        let mut file = golden();
        members(&mut file).push(("later".to_owned(), Json::read(number).unwrap()));
        let kept = written(&read(file.to_pretty().as_bytes()).unwrap());
        // Only the mark of a positive exponent is the library's own.
        let plain = |text: &str| text.to_lowercase().replace("e+", "e");
        assert_eq!(plain(kept.get("later").unwrap().to_pretty().trim_end()), plain(number));
    }
    replaced_everywhere(&Json::from(long.as_str()));
}

#[test]
fn a_figure_of_ten_thousand_digits_is_a_problem_and_no_number() {
    let mut file = golden();
    let figures = ["answers", "TT-3", "figures", "done"].map(|key| Step::Key(key.to_owned()));
    *at(&mut file, &figures) = "9".repeat(10_000).into();
    let file = written(&read(file.to_pretty().as_bytes()).unwrap());
    let Some(Json::List(targets)) = file.get("result").and_then(|result| result.get("targets")) else {
        unreachable!("no result")
    };
    let digitised =
        targets.iter().find(|target| target.get("id").and_then(Json::text) == Some("TT-3")).unwrap();
    assert_eq!(digitised.get("state").and_then(Json::text), Some("invalid"));
}

#[test]
fn keys_that_mean_something_elsewhere_are_ids_and_keys_like_any() {
    let figures: Members = MEANINGFUL_KEYS.map(|key| (key.to_owned(), key.into())).into();
    for key in MEANINGFUL_KEYS {
        let mut file = golden();
        let member = |value: Json| (key.to_owned(), value);
        // As an unknown key at the top and in every part, holding itself.
        let own = Json::Object(vec![member(Json::Object(vec![
            member(Json::from(1)),
            ("more".to_owned(), Json::Null),
        ]))]);
        members(&mut file).push(member(own.clone()));
        for part in ["document", "unit", "period", "target_set", "narrative"] {
            members(at(&mut file, &[Step::Key(part.to_owned())])).push(member(own.clone()));
        }
        // As the id of a target, and as fields.
        let answer =
            Json::Object(vec![("figures".to_owned(), Json::Object(figures.clone())), member(own.clone())]);
        members(at(&mut file, &[Step::Key("answers".to_owned())])).push(member(answer));
        let kept = written(&read(file.to_pretty().as_bytes()).unwrap());
        for part in ["document", "unit", "period", "target_set", "narrative"] {
            assert_eq!(kept.get(part).and_then(|part| part.get(key)), Some(&own), "{part} {key:?}");
        }
        assert_eq!(kept.get(key), Some(&own), "{key:?}");
        let answer = kept.get("answers").and_then(|answers| answers.get(key)).unwrap();
        assert_eq!(answer.get(key), Some(&own), "{key:?}");
        for field in MEANINGFUL_KEYS {
            assert_eq!(answer.get("figures").and_then(|figures| figures.get(field)), Some(&field.into()));
        }
    }
}

#[test]
fn hostile_texts_are_texts_like_any_in_every_place() {
    for text in HOSTILE_TEXTS {
        replaced_everywhere(&text.into());
        let mut file = golden();
        let answer = Json::Object(vec![
            ("figures".to_owned(), Json::Object(vec![(text.to_owned(), text.into())])),
            ("note".to_owned(), text.into()),
            (text.to_owned(), text.into()),
        ]);
        members(at(&mut file, &[Step::Key("answers".to_owned())])).push((text.to_owned(), answer.clone()));
        let kept = written(&read(file.to_pretty().as_bytes()).unwrap());
        assert_eq!(kept.get("answers").and_then(|answers| answers.get(text)), Some(&answer), "{text:?}");
    }
}

#[test]
fn a_key_of_a_megabyte_is_kept_and_named_by_its_beginning_where_it_is_wrong() {
    let key = "ờ".repeat(350_000);
    let mut file = golden();
    members(&mut file).push((key.clone(), Json::from(1)));
    let figures =
        Json::Object(vec![("figures".to_owned(), Json::Object(vec![(key.clone(), key.as_str().into())]))]);
    members(at(&mut file, &[Step::Key("answers".to_owned())])).push((key.clone(), figures));
    assert_eq!(written(&read(file.to_pretty().as_bytes()).unwrap()).get(&key), Some(&Json::from(1)));
    *at(&mut file, &["answers", &key, "figures"].map(|key| Step::Key(key.to_owned()))) = Json::Null;
    members(at(&mut file, &["answers", &key].map(|key| Step::Key(key.to_owned()))))
        .push(("note".to_owned(), 1.into()));
    let Err(Refusal::Faulty(faults)) = read(file.to_pretty().as_bytes()) else { unreachable!("not refused") };
    assert!(faults.iter().all(|fault| fault.path.len() < 1_000) && !faults.is_empty());
}

#[test]
fn a_file_that_is_full_to_the_brim_is_read_and_written() {
    let head = &GOLDEN[..GOLDEN.rfind('}').unwrap()];
    let room = 4_900_000 - head.len();
    let texts = ["\"", &"0".repeat(49), "\","].concat().repeat(room / 52 - 1);
    // Indented, each of these would be larger than any file that is read.
    let keys = (0..room / 52 - 1).map(|index| format!("\"{index:047}\":1")).collect::<Vec<_>>().join(",");
    for filling in [["\"x\":[", &texts, "0]"].concat(), ["\"x\":{", &keys, "}"].concat()] {
        let received = read([head, ",", &filling, "}"].concat().as_bytes()).unwrap();
        assert_eq!(received.digest_status, DigestStatus::Changed);
        drop(written(&received));
    }
    let answers = (0..20_000).map(|index| format!("\"{index:07}\":{{\"figures\":{{\"x\":\"\"}}}},"));
    let full = GOLDEN.replacen(
        "\"answers\": {",
        &["\"answers\": {", &answers.collect::<Vec<_>>().concat()].concat(),
        1,
    );
    drop(written(&read(full.as_bytes()).unwrap()));
}

/// A file of about so many bytes, made of one thing again and again.
fn repeated(what: &str, bytes: usize) -> String {
    let file = |rest: &str| {
        ["{\"format\": \"tu-cham/assessment\", \"version\": 1, \"year\": 2023, ", rest, "}"].concat()
    };
    let numbered = |piece: &str| {
        let pieces = (0..bytes / 16).map(|index| piece.replace('#', &format!("{index:08}")));
        pieces.collect::<Vec<_>>().join(",")
    };
    match what {
        "keys" => file(&["\"answers\": {}, \"x\": {", &numbered("\"#\": 1"), "}"].concat()),
        "texts" => file(&["\"answers\": {}, \"x\": [", &numbered("\"#\""), "]"].concat()),
        "a text" => file(&["\"answers\": {}, \"x\": \"", &"\\u0041ờ".repeat(bytes / 9), "\""].concat()),
        "answers" => file(&["\"answers\": {", &numbered("\"#\": {\"note\": \"x\"}"), "}"].concat()),
        piece => piece.repeat(bytes / piece.len()),
    }
}

#[test]
fn the_work_grows_as_the_file_does_and_not_with_its_square() {
    /// How many times as large the second file is.
    const TIMES: u32 = 128;
    /// How many times as long it may take: other programs run beside this one, and the square is far above it.
    const ALLOWED: u32 = 16 * TIMES;
    let time = |file: &str| {
        let begun = Instant::now();
        if let Ok(received) = read(file.as_bytes()) {
            drop(rewritten(&received).to_pretty());
        }
        begun.elapsed()
    };
    // Pages are looked through letter by letter: their square is large soon.
    let files = ["keys", "texts", "a text", "answers", "{\"a\":"].map(|what| (what, 4_000));
    let pages = ["<", "<script>", "<script id=", "<script></script>"].map(|what| (what, 1_000));
    for (what, bytes) in files.into_iter().chain(pages) {
        let (small, large) = (repeated(what, bytes), repeated(what, bytes * TIMES as usize));
        let small = (0..3).map(|_| time(&small)).min().unwrap();
        // A try that was held up is no proof.
        let (mut took, mut tries) = (time(&large), 1);
        while took > small * ALLOWED && tries < 3 {
            (took, tries) = (time(&large), tries + 1);
        }
        assert!(took <= small * ALLOWED, "{what}: {small:?}, and {took:?} for {TIMES} times as much");
    }
}
