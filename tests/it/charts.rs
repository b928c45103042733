//! Charts as scenes and as files: lengths follow the exact numbers, every number is the scorecard's, files are well-formed.

use formats::builtin;
use i18n::Words;
use scoring::assessment::Assessment;
use scoring::exact::Exact;
use scoring::scorecard::{Scorecard, score};
use scoring::target_set::TargetSet;
use scoring::text::Language::{English, Vietnamese};
use serde_json::json;
use test_support::{area, assess, kind, read_set, set_file, target};
use tu_cham::ui::charts::areas::{AreaBar, bars};
use tu_cham::ui::charts::file::file;
use tu_cham::ui::charts::geometry::{around, direction, lines, part, round_top, shortened};
use tu_cham::ui::charts::path::{Path, path};
use tu_cham::ui::charts::radar::radar;
use tu_cham::ui::charts::scale::scale;
use tu_cham::ui::charts::scene::{Ink, Scene, Shape};
use tu_cham::ui::charts::{Caption, Chart};

const VI: Words = Words(Vietnamese);

fn exact(numerator: u128, denominator: u128) -> Exact {
    Exact::new(numerator, denominator).unwrap()
}

#[test]
fn a_part_of_a_length_is_to_the_nearest_unit_and_never_beyond() {
    for (value, whole, length, expected) in [
        (Exact::ZERO, Exact::HUNDRED, 360, 0),
        (Exact::whole(50), Exact::HUNDRED, 360, 180),
        (Exact::HUNDRED, Exact::HUNDRED, 360, 360),
        (exact(74_909, 1000), Exact::HUNDRED, 360, 270),
        (exact(125, 1000), Exact::HUNDRED, 400, 1),
        (exact(124, 1000), Exact::HUNDRED, 400, 0),
        (Exact::whole(130), Exact::HUNDRED, 360, 360),
        (Exact::whole(10_u128.pow(18)), Exact::whole(3 * 10_u128.pow(18)), 300, 100),
        (exact(u128::MAX - 1, u128::MAX), Exact::whole(1), 100, 100),
    ] {
        assert_eq!(part(value, whole, length), expected, "{value:?} of {whole:?}");
    }
}

#[test]
fn an_axis_ends_at_a_round_number() {
    for (value, top) in [(0, 1), (1, 1), (3, 5), (10, 10), (11, 20), (21, 50), (63, 100), (999, 1000)] {
        assert_eq!(round_top(Exact::whole(value)), top, "{value}");
    }
    assert_eq!(round_top(Exact::whole(u128::MAX)), u128::MAX);
}

#[test]
fn axes_stand_around_a_centre_clockwise_from_above() {
    for (axis, axes, place) in [
        (0, 3, (100, 0)),
        (1, 3, (187, 150)),
        (2, 3, (13, 150)),
        (1, 4, (200, 100)),
        (2, 4, (100, 200)),
        (3, 4, (0, 100)),
        // 360 ÷ 7 is 51,43: to the nearest degree.
        (1, 7, (178, 37)),
    ] {
        assert_eq!(around((100, 100), direction(axis, axes), 100), place, "{axis} of {axes}");
    }
}

#[test]
fn a_label_breaks_between_words_and_is_cut_where_there_is_no_room() {
    for (text, letters, most, expected) in [
        ("Cải cách thủ tục hành chính", 15, 3, vec!["Cải cách thủ", "tục hành chính"]),
        ("Cải cách thủ tục hành chính", 15, 1, vec!["Cải cách thủ…"]),
        ("Một", 15, 3, vec!["Một"]),
        ("dài-không-có-chỗ-ngắt", 10, 2, vec!["dài-không…"]),
        ("", 10, 2, vec![]),
        ("một hai", 0, 2, vec!["…", "…"]),
    ] {
        assert_eq!(lines(text, letters, most), expected, "{text}");
    }
    assert_eq!(shortened("Cải cách thể chế", 40), "Cải cách thể chế");
}

/// A province's year in full measure: three areas, ranks among them.
fn province() -> (TargetSet, Assessment, Scorecard) {
    let set = builtin::load().unwrap().set;
    let mut province = assess(&[
        ("R-1", "value=17"),
        ("R-2", "value=4"),
        ("TC-1", "done=6 total=6"),
        ("TC-2", "done=12 total=14"),
        ("TT-2a", "done=40 total=50"),
        ("TT-3", "done=410 total=850"),
        ("TT-6", "done=5 total=30"),
    ]);
    "province".clone_into(&mut province.unit.level);
    let card = score(&set, &province);
    (set, province, card)
}

fn areas(set: &TargetSet, card: &Scorecard) -> Vec<AreaBar> {
    let name = |id: &str| set.areas.iter().find(|area| area.id == id).unwrap().name.vi.clone();
    card.areas.iter().map(|area| AreaBar { name: name(&area.id), totals: area.totals }).collect()
}

fn paths_of<'a>(
    set: &'a TargetSet,
    own: &'a Assessment,
    id: &str,
    card: &'a Scorecard,
    last: Option<&'a Scorecard>,
) -> Path<'a> {
    Path {
        score: card.target(id).unwrap(),
        years: &set.years,
        level: &own.unit.level,
        year: own.year,
        last: last.and_then(|last| last.target(id)).map(std::rc::Rc::as_ref),
    }
}

/// Every chart of a province, in both languages.
fn charts() -> Vec<Chart> {
    let (set, own, card) = province();
    let mut charts = Vec::new();
    for words in [VI, Words(English)] {
        let areas = areas(&set, &card);
        charts.push(scale(&set, &card, words).unwrap());
        charts.push(bars(&set, &areas, words));
        charts.push(radar(&set, &areas, words).unwrap());
        charts.extend(
            card.targets()
                .filter_map(|score| path(paths_of(&set, &own, &score.target.id, &card, Some(&card)), words)),
        );
    }
    charts
}

/// Width of the rectangles of an ink, in order.
fn widths(scene: &Scene, ink: Ink) -> Vec<i32> {
    let rectangle = |d: &str| {
        let numbers: Vec<i32> =
            d.trim_end_matches('z').split(['M', 'L', ' ']).filter_map(|n| n.parse().ok()).collect();
        (numbers.len() == 8).then(|| numbers[2] - numbers[0])
    };
    let of_ink = |shape: &Shape| match shape {
        Shape::Path(found, d) if *found == ink => rectangle(d),
        _ => None,
    };
    scene.shapes.iter().filter_map(of_ink).collect()
}

#[test]
fn bars_are_as_long_as_the_areas_indexes_and_say_the_scorecards_numbers() {
    let (set, _, card) = province();
    let areas = areas(&set, &card);
    let chart = bars(&set, &areas, VI);
    // R: 2 of 10. TC: 10 + 8,571 of 20. TT: 5 + 6,891 + 4,167 of 50; the legend's square comes last.
    assert_eq!(
        chart.scene.texts().collect::<Vec<_>>(),
        [
            "Mục tiêu chung: thứ hạng của tỉnh",
            "2,000/10 · 20,000%",
            "Cải cách thể chế",
            "18,571/20 · 92,855%",
            "Cải cách thủ tục hành chính",
            "16,058/50 · 32,116%",
            "đã chắc",
            "còn có thể đạt",
        ]
    );
    assert_eq!(widths(&chart.scene, Ink::Track), [372; 3]);
    assert_eq!(widths(&chart.scene, Ink::Earned), [74, 345, 119, 14]);
    // 3 ranks of 2 points: 60 %; of the procedures 30 of 50.
    assert_eq!(widths(&chart.scene, Ink::Possible), [224, 224, 14]);
    for (area, said) in card.areas.iter().zip(chart.says.split("; ")) {
        let points = area.totals.points.to_string().replace('.', ",");
        assert!(said.contains(&points), "{said} has {points}");
    }
}

#[test]
fn the_radar_needs_three_areas_with_an_index() {
    let (set, _, card) = province();
    let mut areas = areas(&set, &card);
    let chart = radar(&set, &areas, VI).unwrap();
    for said in ["20,000%", "92,855%", "32,116%"] {
        assert!(chart.scene.texts().any(|text| text == said), "{said}");
    }
    // 20 % of 84 are 17, upwards; the others are 78 and 27 out, at 120 and 240 degrees.
    let shape = chart.scene.shapes.iter().find_map(|shape| match shape {
        Shape::Path(Ink::Area, d) => Some(d.as_str()),
        _ => None,
    });
    assert_eq!(shape, Some("M180 119L248 175L157 149z"));
    let many: Vec<AreaBar> = areas.iter().cycle().take(13).cloned().collect();
    inside(&radar(&set, &many[..12], VI).unwrap());
    assert_eq!(radar(&set, &many, VI), None);
    areas.pop();
    assert_eq!(radar(&set, &areas, VI), None);
}

#[test]
fn the_scale_shows_index_and_possible_between_the_edges_of_the_bands() {
    let (set, _, card) = province();
    let chart = scale(&set, &card, VI).unwrap();
    let texts: Vec<_> = chart.scene.texts().collect();
    for said in ["0", "50", "70", "80", "90", "100", "45,786%", "Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu"]
    {
        assert!(texts.contains(&said), "{said} in {texts:?}");
    }
    // 348 units for 100 %.
    assert_eq!(widths(&chart.scene, Ink::Earned), [159]);
    assert_eq!(widths(&chart.scene, Ink::Track).iter().sum::<i32>(), 348);
    let blank = Assessment::default();
    assert_eq!(scale(&set, &score(&set, &blank), VI), None, "where nothing counts there is no index");
}

#[test]
fn a_path_has_every_years_goal_the_units_value_and_last_years() {
    let set = builtin::load().unwrap().set;
    let own = assess(&[("TT-3", "done=410 total=850")]);
    let mut before = assess(&[("TT-3", "done=200 total=850")]);
    before.year = 2022;
    let (card, last) = (score(&set, &own), score(&set, &before));
    let chart = path(paths_of(&set, &own, "TT-3", &card, Some(&last)), VI).unwrap();
    let texts: Vec<_> = chart.scene.texts().collect();
    assert_eq!(
        texts,
        ["0", "50", "100%", "2022", "2023", "2024", "2025", "35%", "55%", "75%", "95%", "23,529%", "48,235%"]
    );
    let line = chart.scene.shapes.iter().find_map(|shape| match shape {
        Shape::Path(Ink::Goal, d) => Some(d.as_str()),
        _ => None,
    });
    // 112 units for 100 %: 35 % is 39 above the ground at 132.
    assert_eq!(line, Some("M36 93L101 93L101 70L166 70L166 48L231 48L231 26L296 26"));
    assert_eq!(
        chart.says,
        "năm 2022: mức phải đạt ≥ 35%; năm 2022: đơn vị đạt 23,529%; năm 2023: mức phải đạt ≥ 55%; \
         năm 2023: đơn vị đạt 48,235%; năm 2024: mức phải đạt ≥ 75%; năm 2025: mức phải đạt ≥ 95%"
    );
    let alone = path(paths_of(&set, &own, "TT-3", &card, None), VI).unwrap();
    assert!(!alone.scene.texts().any(|text| text == "23,529%"));
}

#[test]
fn rank_one_is_above_and_what_is_no_number_has_no_path() {
    let (set, own, card) = province();
    let chart = path(paths_of(&set, &own, "R-1", &card, None), VI).unwrap();
    let texts: Vec<_> = chart.scene.texts().collect();
    assert_eq!(texts, ["1", "20", "2022", "2023", "2024", "2025", "10", "hạng 17"]);
    let mut department = own.clone();
    "department".clone_into(&mut department.unit.level);
    let card = score(&set, &department);
    assert_eq!(path(paths_of(&set, &department, "TC-3", &card, None), VI), None, "a checklist");
}

#[test]
fn a_year_outside_of_the_set_has_no_mark() {
    let set = builtin::load().unwrap().set;
    let mut own = assess(&[("TT-3", "done=410 total=850")]);
    own.year = 2030;
    let card = score(&set, &own);
    let chart = path(paths_of(&set, &own, "TT-3", &card, None), VI).unwrap();
    assert!(!chart.scene.shapes.iter().any(|shape| matches!(shape, Shape::Path(Ink::Value, _))));
}

#[test]
fn counts_without_a_goal_and_sets_of_many_years_are_drawn_within_the_view() {
    let target = target("A", "10", kind("count"), json!({"kind": "per_item", "points_each": "1"}));
    let set = read_set(&set_file(3, &[area("area", &[target])]));
    let own = assess(&[("A", "value=123456789012345678")]);
    let card = score(&set, &own);
    let years: Vec<u16> = (2015..2031).collect();
    let wide = Path { years: &years, ..paths_of(&set, &own, "A", &card, None) };
    let chart = path(wide, VI).unwrap();
    inside(&chart);
    let years: Vec<_> =
        chart.scene.texts().filter(|text| text.starts_with("20") && text.len() == 4).collect();
    assert!(years.len() < 10 && years.contains(&"2023"), "{years:?}");
    let none = score(&set, &assess(&[]));
    assert_eq!(path(paths_of(&set, &own, "A", &none, None), VI), None);
}

/// Nothing stands outside of the view.
fn inside(chart: &Chart) {
    let Scene { width, height, shapes } = &chart.scene;
    for shape in shapes {
        if let Shape::Text { x, y, text, .. } = shape {
            assert!(
                (0..=*width).contains(x) && (0..=*height).contains(y),
                "{}: “{text}” at {x} {y}",
                chart.name
            );
        }
    }
}

#[test]
fn every_chart_stays_within_its_view() {
    let charts = charts();
    assert!(charts.len() > 30);
    charts.iter().for_each(inside);
}

/// Reads XML far enough to find elements that are not closed, quotes and ampersands that end nothing; gives the texts.
fn texts_of(xml: &str) -> Vec<String> {
    let (mut open, mut texts, mut rest) = (Vec::new(), Vec::new(), xml);
    while let Some(start) = rest.find('<') {
        let said = &rest[..start];
        assert!(!said.contains('>'), "{said}");
        for after in said.split('&').skip(1) {
            assert!(["lt;", "gt;", "amp;"].iter().any(|name| after.starts_with(name)), "&{after}");
        }
        if !said.trim().is_empty() {
            texts.push(said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        let end = start + rest[start..].find('>').unwrap();
        let tag = &rest[start + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap().to_owned();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name.as_str()));
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?} {rest}");
    texts
}

#[test]
fn the_file_of_every_chart_is_well_formed_and_says_all_that_the_chart_says() {
    for chart in charts() {
        let caption = Caption {
            mark: None,
            whose: "UBND tỉnh Thừa Thiên Huế, cấp tỉnh, 2023".to_owned(),
            notice: "Không phải Chỉ số CCHC (PAR Index) chính thức.".to_owned(),
        };
        let text = file(&chart, &caption);
        assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""), "{text}");
        assert!(!text.contains("var(") && !text.contains("class="), "it needs no style sheet");
        let texts = texts_of(&text);
        assert_eq!((&texts[0], &texts[1]), (&chart.title, &chart.says));
        let said: Vec<_> = chart.scene.texts().collect();
        let holds = |said: &[&str]| said.is_empty() || texts.windows(said.len()).any(|some| some == said);
        assert!(holds(&said), "{texts:?}");
        let legend: Vec<_> = chart.legend.iter().flat_map(Scene::texts).collect();
        assert!(holds(&legend), "{legend:?} in {texts:?}");
        assert!(texts.join(" ").contains(&caption.notice), "{texts:?}");
        assert!(texts[2..].join(" ").contains(&lines(&chart.title, 30, 1)[0].replace('…', "")), "{texts:?}");
        assert!(texts.iter().any(|text| text.starts_with("UBND tỉnh Thừa Thiên Huế")), "{texts:?}");
    }
}

#[test]
fn names_can_neither_leave_their_element_nor_turn_the_text_around() {
    let (set, _, card) = province();
    let mut chart = bars(&set, &areas(&set, &card), VI);
    chart.title = "</title><script>alert(1)</script> & \"x\" \u{202e}ngược\u{0}".to_owned();
    let text =
        file(&chart, &Caption { mark: None, whose: "UBND <b> & 'con'".to_owned(), notice: "<i>".to_owned() });
    assert!(!text.contains("<script") && !text.contains("<b>") && !text.contains("<i>"));
    assert!(!text.contains('\u{202e}') && !text.contains('\u{0}'));
    let texts = texts_of(&text);
    assert_eq!(texts[0], "</title><script>alert(1)</script> & \"x\" �ngược�");
    assert!(texts.contains(&"UBND <b> & 'con'".to_owned()));
}

#[test]
fn the_picture_of_a_sample_says_so_above_its_title_and_through_the_middle() {
    let (set, _, card) = province();
    let chart = bars(&set, &areas(&set, &card), VI);
    let caption = Caption { mark: Some("MẪU"), whose: "a".to_owned(), notice: "b".to_owned() };
    let marked = file(&chart, &caption);
    let texts = texts_of(&marked);
    // The title and the description for machines come first.
    assert_eq!(texts[2], "MẪU");
    assert_eq!(texts.iter().filter(|text| *text == "MẪU").count(), 2);
    assert!(marked.contains("rotate(-18)"));
    assert!(!file(&chart, &Caption { mark: None, ..caption }).contains("MẪU"));
}
