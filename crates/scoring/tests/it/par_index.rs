//! Sums and shares worked in published PAR Index documents, and what bands they fall in.

use formats::builtin;
use scoring::exact::Exact;
use serde_json::json;
use test_support::{area, assess, check, kind, ratio, read_set, result_of, set_file, target};

#[test]
fn seven_areas_of_a_department_add_up_to_83_of_85() {
    // Sở Xây dựng Hà Tĩnh, 2021; the signed report prints 83.05.
    let rows = [
        ("A1", "11", "11"),
        ("A2", "10.5", "10,5"),
        ("A3", "13", "13"),
        ("A4", "10", "10"),
        ("A5", "14.5", "14,5"),
        ("A6", "9.5", "9,5"),
        ("A7", "16.5", "14,5"),
    ];
    let areas = rows.map(|(id, max, _)| area(id, &[target(id, max, kind("given"), kind("as_given"))]));
    let figures = rows.map(|(_, _, points)| format!("value={points}"));
    let answers: Vec<_> =
        rows.iter().zip(&figures).map(|((id, ..), figures)| (*id, figures.as_str())).collect();
    let result = result_of(&read_set(&set_file(3, &areas)), &assess(&answers));
    assert_eq!(result["points"], "83.000");
    assert_eq!(result["max_points"], "85.000");
    assert_eq!(result["index"], "97.647");
    assert_eq!(
        result["areas"][6],
        json!({"id": "A7", "points": "14.500", "max_points": "16.500", "index": "87.879"})
    );
    assert_eq!(result["complete"], true);
}

#[test]
fn self_scored_points_and_a_survey_add_up_to_83_21() {
    // Kiến An, 2021; until the survey is known its points wait and stay possible.
    let set = read_set(&set_file(
        2,
        &[
            area("own", &[target("own", "60", kind("given"), kind("as_given"))]),
            area("survey", &[target("survey", "40", kind("given"), kind("as_given"))]),
        ],
    ));
    let whole = result_of(&set, &assess(&[("own", "value=43,26"), ("survey", "value=39,95")]));
    assert_eq!((&whole["points"], &whole["index"]), (&json!("83.210"), &json!("83.210")));
    let waiting = result_of(&set, &assess(&[("own", "value=43,26")]));
    assert_eq!(waiting["index"], "43.260");
    assert_eq!(waiting["index_possible"], "83.260");
    assert_eq!(waiting["index_of_answered"], "72.100");
    assert_eq!(waiting["complete"], true);
}

#[test]
fn leaving_out_what_does_not_arise_earns_the_share_of_the_rest() {
    // A published guide works 300/330 as "90%", 27 of 30; exact is 90.909 %, 27.27.
    let rest = target("rest", "330", kind("given"), kind("as_given"));
    let mut absent = target("absent", "30", kind("given"), kind("as_given"));
    let answers = assess(&[("rest", "value=300"), ("absent", "not_applicable=none")]);
    let left_out = read_set(&set_file(3, &[area("a", &[rest.clone(), absent.clone()])]));
    let result = result_of(&left_out, &answers);
    assert_eq!((&result["max_points"], &result["index"]), (&json!("330.000"), &json!("90.909")));
    check(
        2,
        &target("T", "30", ratio(), kind("proportional")),
        &[("done=300 total=330", "90.909 false 27.270")],
    );
    absent["not_applicable"] = json!("full_marks");
    let full_marks = read_set(&set_file(3, &[area("a", &[rest, absent])]));
    let result = result_of(&full_marks, &answers);
    assert_eq!((&result["max_points"], &result["index"]), (&json!("360.000"), &json!("91.667")));
}

#[test]
fn an_index_is_no_mean_of_area_percentages() {
    let given = |id: &str, max: &str| area(id, &[target(id, max, kind("given"), kind("as_given"))]);
    let set = read_set(&set_file(3, &[given("small", "1"), given("large", "9")]));
    let result = result_of(&set, &assess(&[("small", "value=1"), ("large", "value=0")]));
    assert_eq!(result["index"], "10.000");
}

#[test]
fn published_shares_come_out_as_printed() {
    for (whole, decimals, rows) in [
        // Huế communes 2021: the printed shares add up to 100.01.
        (136, 2, &[(9, "6.62"), (62, "45.59"), (41, "30.15"), (24, "17.65")][..]),
        // One-stop shops, levels 1–2: parts are 9,612 short.
        (257_141, 1, &[(124_907, "48.6"), (102_770, "40.0"), (19_852, "7.7"), (9_612, "3.7")]),
        // Level 3: parts are 2,267 short.
        (61_827, 1, &[(43_434, "70.3"), (11_795, "19.1"), (4_331, "7.0"), (2_267, "3.7")]),
        // Online share.
        (2_643, 1, &[(1_856, "70.2"), (736, "27.8"), (51, "1.9")]),
    ] {
        assert_eq!(rows.iter().map(|(part, _)| part).sum::<u128>(), whole);
        for (part, shown) in rows {
            let share = Exact::new(part * 100, whole).unwrap();
            assert_eq!(share.to_decimals(decimals).to_string(), *shown, "{part}/{whole}");
        }
    }
}

#[test]
fn published_scores_fall_in_the_bands_they_were_given() {
    let set = builtin::load().unwrap().set;
    for (thousandths, band) in [
        (100_000, "excellent"),
        (94_500, "excellent"),
        (90_000, "excellent"),
        (89_999, "good"),
        (87_900, "good"),
        (80_696, "good"),
        (80_000, "good"),
        (79_999, "fair"),
        (79_455, "fair"),
        (73_475, "fair"),
        (70_000, "fair"),
        (69_999, "average"),
        (50_000, "average"),
        (49_999, "weak"),
        (0, "weak"),
    ] {
        let index = Exact::new(thousandths, 1000).unwrap();
        assert_eq!(set.band(index).unwrap().id, band, "{index}");
    }
}

#[test]
fn an_index_just_below_a_band_never_looks_like_the_band() {
    let set =
        read_set(&set_file(3, &[area("a", &[target("T", "1000000", kind("given"), kind("as_given"))])]));
    for (points, index, band) in [
        ("900000", "90.000", "good"),
        ("899999.999", "89.9999999", "fair"),
        ("899996", "89.9996", "fair"),
        ("899994", "89.999", "fair"),
        ("499999.999", "49.9999999", "weak"),
        // Nothing is missed above an edge.
        ("900000.001", "90.000", "good"),
    ] {
        let result = result_of(&set, &assess(&[("T", &format!("value={points}"))]));
        assert_eq!((&result["index"], &result["band"]), (&json!(index), &json!(band)), "{points}");
    }
}
