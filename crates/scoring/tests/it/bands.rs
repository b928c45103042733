//! How far it is to the next band, on the bands of the built-in set.

use formats::builtin;
use scoring::bands::{next_band, shown_distance};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::Totals;

fn totals(points: i64, max: i64) -> Totals {
    Totals {
        points: Points::from_thousandths(points),
        max: Points::from_thousandths(max),
        ..Totals::default()
    }
}

#[test]
fn the_band_above_is_so_many_points_away() {
    let set = builtin::load().unwrap().set;
    for (points, max, band, percent, missing) in [
        // 44,535 of 50 are 89,07 %.
        (44_535, 50_000, "excellent", "0.93", "0.465"),
        (45_000, 50_000, "", "", ""),
        (50_000, 50_000, "", "", ""),
        (44_999, 50_000, "excellent", "0.002", "0.001"),
        (0, 55_000, "average", "50", "27.500"),
        // 80 % of 55 are 44; 41,2 of 55 are 74,90909… %.
        (41_200, 55_000, "good", "5.091", "2.800"),
        // 70 % of 12,345 are 8,6415: 8,641 would not do.
        (8_000, 12_345, "fair", "5.196", "0.642"),
        (-500, 55_000, "average", "50", "28.000"),
        (0, 0, "", "", ""),
    ] {
        let totals = totals(points, max);
        let next = next_band(&set, &totals);
        let told = next.map(|next| {
            let shown = shown_distance(next.percent).to_string();
            (next.band.id.clone(), shown, next.points.to_string())
        });
        let expected = (!band.is_empty()).then(|| (band.to_owned(), percent.to_owned(), missing.to_owned()));
        assert_eq!(told, expected, "{points} of {max}");
    }
}

#[test]
fn with_the_points_told_the_band_is_reached_and_with_a_thousandth_less_it_is_not() {
    let set = builtin::load().unwrap().set;
    for points in (0..45_000).step_by(997) {
        let below = totals(points, 50_123);
        let next = next_band(&set, &below).unwrap();
        let from = next.band.from.exact();
        let with = |more: Points| totals((below.points + more).thousandths(), 50_123).index().unwrap();
        assert!(with(next.points) >= from, "{points}");
        assert!(with(next.points - Points::from_thousandths(1)) < from, "{points}");
    }
}

#[test]
fn a_distance_is_never_shown_as_none() {
    let tiny = Exact::new(1, 1_000_000).unwrap();
    assert_eq!(shown_distance(tiny).to_string(), "0.000001");
}
