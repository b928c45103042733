//! The text of the report: basis, result, explanations owed, difficulties, proposals, work.

use super::phrases::{basis, lines, one_line};
use super::{Block, BlockKind, Names, WORDS};
use i18n::ExportKey;
use i18n::exports::{export_text, fill_export_text};
use i18n::numbers::{day, percent, points, short_points};
use i18n::sentences::label;
use scoring::assessment::{Assessment, Task};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::{Outcome, Scorecard, TargetScore, Totals, shown_index};
use scoring::target_set::TargetSet;

/// The part in which the explanations stand.
pub(super) const EXPLANATIONS: &str = "2";

pub(super) fn body(set: &TargetSet, assessment: &Assessment, card: &Scorecard, names: &Names) -> Vec<Block> {
    let mut text = Text(Vec::new());
    let typed = lines(&assessment.narrative.basis);
    let basis = if typed.is_empty() { vec![basis(set)] } else { typed };
    for line in basis {
        text.add(BlockKind::Basis, line);
    }
    text.add(BlockKind::Text, opening(assessment, names));
    text.heading("1", ExportKey::ReportResult);
    result(&mut text, set, card, names);
    text.heading(EXPLANATIONS, ExportKey::ReportExplanations);
    explanations(&mut text, assessment, card);
    text.heading("3", ExportKey::ReportDifficulties);
    text.typed(&assessment.narrative.difficulties);
    text.heading("4", ExportKey::ReportProposals);
    text.typed(&assessment.narrative.proposals);
    work(&mut text, assessment, card);
    text.0
}

/// The paragraphs so far.
struct Text(Vec<Block>);

impl Text {
    fn add(&mut self, kind: BlockKind, text: String) {
        self.0.push(Block { kind, text });
    }

    fn say(&mut self, key: ExportKey) {
        self.add(BlockKind::Text, export_text(key).to_owned());
    }

    fn announce(&mut self, key: ExportKey) {
        self.add(BlockKind::Lead, export_text(key).to_owned());
    }

    fn heading(&mut self, number: &str, title: ExportKey) {
        let heading =
            fill_export_text(ExportKey::ReportHeading, &[("n", number), ("title", export_text(title))]);
        self.add(BlockKind::Heading, heading);
    }

    /// What the unit says itself, line by line.
    fn typed(&mut self, text: &str) {
        let lines = lines(text);
        if lines.is_empty() {
            self.say(ExportKey::ReportNothingSaid);
        }
        for line in lines {
            self.add(BlockKind::Text, line);
        }
    }

    /// A target with what is said of it: the first line beside its name, the others below it.
    fn target(&mut self, score: &TargetScore, said: &[String]) {
        let (first, rest) = said.split_first().map_or(("", said), |(first, rest)| (first.as_str(), rest));
        let target = &score.target;
        let named = [("id", &*target.id), ("name", WORDS.of(&target.name)), ("text", first)];
        self.add(BlockKind::Item, fill_export_text(ExportKey::ReportOfTarget, &named));
        for line in rest {
            self.add(BlockKind::Text, line.clone());
        }
    }
}

fn opening(assessment: &Assessment, names: &Names) -> String {
    let as_of = assessment.period.as_of.trim();
    let key = if as_of.is_empty() { ExportKey::ReportOpening } else { ExportKey::ReportOpeningAsOf };
    fill_export_text(key, &[("unit", &names.unit), ("period", &names.period), ("date", &day(as_of))])
}

fn result(text: &mut Text, set: &TargetSet, card: &Scorecard, names: &Names) {
    let totals = card.totals;
    text.add(BlockKind::Text, total(set, card));
    if totals.answered() < totals.targets {
        text.add(BlockKind::Text, incomplete(set, &totals));
    }
    text.announce(ExportKey::ReportByArea);
    let last = card.areas.len();
    for (place, score) in card.areas.iter().enumerate() {
        let name = set.area(&score.id).map_or("", |area| WORDS.of(&area.name));
        let end = if place + 1 == last { "." } else { ";" };
        let key =
            if score.totals.max == Points::ZERO { ExportKey::ReportAreaNone } else { ExportKey::ReportArea };
        let (earned, max) = of_max(score.totals.points, score.totals.max);
        let values = [("area", name), ("points", &earned), ("max", &max), ("end", end)];
        text.add(BlockKind::Item, fill_export_text(key, &values));
    }
    text.add(BlockKind::Remark, export_text(ExportKey::ReportAttached).to_owned());
    text.add(BlockKind::Text, fill_export_text(ExportKey::ReportComparison, &[("source", &names.source)]));
}

fn total(set: &TargetSet, card: &Scorecard) -> String {
    let totals = card.totals;
    let Some(index) = totals.index() else { return export_text(ExportKey::ReportTotalNone).to_owned() };
    if totals.answered() == 0 {
        return export_text(ExportKey::ReportNothingScored).to_owned();
    }
    let band = card.band_of(set);
    let (earned, max) = of_max(totals.points, totals.max);
    let key = if band.is_some() { ExportKey::ReportTotal } else { ExportKey::ReportTotalUnrated };
    let values = [
        ("points", earned.as_str()),
        ("max", &max),
        ("index", &index_of(set, index)),
        ("band", band.map_or("", |band| WORDS.of(&band.name))),
    ];
    fill_export_text(key, &values)
}

/// How many targets have no result yet, why, and what is still possible.
fn incomplete(set: &TargetSet, totals: &Totals) -> String {
    let counts = [
        (totals.empty, ExportKey::ReportWhatEmpty),
        (totals.invalid, ExportKey::ReportWhatInvalid),
        (totals.pending, ExportKey::ReportWhatPending),
    ];
    let what: Vec<_> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| fill_export_text(key, &[("n", &count.to_string())]))
        .collect();
    let (possible, max) = of_max(totals.points_possible(), totals.max);
    let key =
        if totals.is_complete() { ExportKey::ReportIncompletePending } else { ExportKey::ReportIncomplete };
    let values = [
        ("n", (totals.targets - totals.answered()).to_string()),
        ("all", totals.targets.to_string()),
        ("what", what.join(", ")),
        ("points", possible),
        ("max", max),
        ("index", totals.index_possible().map(|index| index_of(set, index)).unwrap_or_default()),
    ];
    fill_export_text(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// Points as the page shows them, and a maximum as forms write it.
fn of_max(earned: Points, max: Points) -> (String, String) {
    (points(earned, WORDS.0), short_points(max, WORDS.0))
}

/// An index for people.
pub(super) fn index_of(set: &TargetSet, index: Exact) -> String {
    percent(&shown_index(set, index), WORDS.0)
}

/// The longest note that the annex holds, in characters: in its narrow column a longer one would go on for pages.
const MOST_IN_ANNEX: usize = 240;

/// Whether the text explains a target, so that the annex only points there.
pub(super) fn is_explained(score: &TargetScore, assessment: &Assessment) -> bool {
    !matches!(score.outcome, Outcome::Scored(_))
        || !has_evidence(score, assessment)
        || note(score, assessment).iter().map(|line| line.chars().count()).sum::<usize>() > MOST_IN_ANNEX
}

fn note(score: &TargetScore, assessment: &Assessment) -> Vec<String> {
    assessment.answers.get(&*score.target.id).map(|answer| lines(&answer.note)).unwrap_or_default()
}

fn has_evidence(score: &TargetScore, assessment: &Assessment) -> bool {
    let answer = assessment.answers.get(&*score.target.id);
    answer.is_some_and(|answer| answer.evidence.iter().any(|entry| !entry.is_blank()))
}

fn explanations(text: &mut Text, assessment: &Assessment, card: &Scorecard) {
    let note = |score: &TargetScore| note(score, assessment);
    let with_note = |first: String, score: &TargetScore| {
        let mut said = vec![first];
        said.extend(note(score));
        said
    };
    let mut owed = Vec::new();
    let mut more = Vec::new();
    let mut not_applicable = Vec::new();
    let mut not_final = Vec::new();
    for score in card.targets() {
        let state = |key| with_note(export_text(key).to_owned(), score);
        match &score.outcome {
            Outcome::Scored(_) if !is_explained(score, assessment) => {}
            Outcome::Scored(_) if has_evidence(score, assessment) => more.push((score, note(score))),
            Outcome::Scored(_) => {
                let mut said = note(score);
                if said.is_empty() {
                    said.push(export_text(ExportKey::ReportNoExplanation).to_owned());
                }
                owed.push((score, said));
            }
            Outcome::NotApplicable => {
                let reason = assessment.answers.get(&*score.target.id);
                let reason = reason.and_then(|answer| answer.not_applicable.as_deref()).unwrap_or_default();
                not_applicable.push((score, with_note(one_line(reason), score)));
            }
            Outcome::Empty => not_final.push((score, state(ExportKey::ReportStateEmpty))),
            Outcome::Invalid(_) => not_final.push((score, state(ExportKey::ReportStateInvalid))),
            Outcome::Pending => not_final.push((score, state(ExportKey::ReportStatePending))),
        }
    }
    let scored = card.targets().any(|score| matches!(score.outcome, Outcome::Scored(_)));
    if owed.is_empty() && scored {
        text.say(ExportKey::ReportNoneOwed);
    }
    let lists = [
        (ExportKey::ReportNoEvidence, owed),
        (ExportKey::ReportMoreExplained, more),
        (ExportKey::ReportNotApplicable, not_applicable),
        (ExportKey::ReportNotFinal, not_final),
    ];
    for (title, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        text.announce(title);
        for (score, said) in list {
            text.target(score, &said);
        }
    }
}

/// Who does what by when, where somebody was named.
fn work(text: &mut Text, assessment: &Assessment, card: &Scorecard) {
    let assigned = card.targets().filter_map(|score| {
        let said = assigned(score, assessment.work.get(&*score.target.id)?);
        (!said.is_empty()).then_some((score, said))
    });
    let assigned: Vec<_> = assigned.collect();
    if assigned.is_empty() {
        return;
    }
    text.heading("5", ExportKey::ReportWork);
    for (score, said) in assigned {
        text.target(score, &[said]);
    }
}

fn assigned(score: &TargetScore, task: &Task) -> String {
    let measure = &score.target.measure;
    let fields = measure.fields();
    let figures: Vec<_> = fields
        .iter()
        .filter_map(|field| {
            let figure = task.figures.get(field.name).map(|figure| one_line(figure))?;
            (!figure.is_empty()).then(|| [label(field, measure, WORDS), " ", &figure].concat())
        })
        .collect();
    let parts = [
        (ExportKey::ReportWorkTo, "figures", figures.join(", ")),
        (ExportKey::ReportWorkWho, "who", one_line(&task.who)),
        (ExportKey::ReportWorkBy, "by", one_line(&task.by)),
    ];
    let parts: Vec<_> = parts
        .iter()
        .filter(|(_, _, value)| !value.is_empty())
        .map(|(key, name, value)| fill_export_text(*key, &[(name, value)]))
        .collect();
    parts.join("; ")
}
