//! The `result` of an assessment file: what a scorecard says, for readers of the file.

use super::json_writer::ObjectWriter;
use scoring::json::Json;
use scoring::scorecard::{AreaScore, Scorecard, TargetScore, Totals, shown_index};
use scoring::target_set::TargetSet;

/// The `result` object.
pub fn of(set: &TargetSet, card: &Scorecard) -> Json {
    let Totals { points, max, .. } = card.totals;
    let index = |index: Option<_>| index.map(|index| shown_index(set, index).to_string());
    let area = |area: &AreaScore| {
        ObjectWriter::new()
            .with("id", area.id.as_str())
            .with("points", area.totals.points.to_string())
            .with("max_points", area.totals.max.to_string())
            .with("index", index(area.totals.index()))
            .done()
    };
    ObjectWriter::new()
        .with("points", points.to_string())
        .with("max_points", max.to_string())
        .with("index", index(card.totals.index()))
        .with("index_possible", index(card.totals.index_possible()))
        .with("index_of_answered", index(card.totals.index_of_answered()))
        .with("band", card.band.as_deref())
        .with("complete", card.totals.is_complete())
        .with("areas", Json::List(card.areas.iter().map(area).collect()))
        .with("targets", Json::List(card.targets().map(|score| target(score)).collect()))
        .done()
}

fn target(score: &TargetScore) -> Json {
    ObjectWriter::new()
        .with("id", &*score.target.id)
        .with("state", score.outcome.as_str())
        .with("value", score.value())
        .with("goal", score.goal.map(|goal| goal.value.to_string()))
        .with("met", score.met())
        .with("points", score.points().map(|points| points.to_string()))
        .with("max_points", score.target.max_points.to_string())
        .with("problem", score.problem().map(|problem| problem.kind.as_str()))
        .done()
}
