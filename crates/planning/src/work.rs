//! Việc cần làm: for every target not fully earned what is to be done, in the unit's own counts, and what it brings. The
//! points are those that the score would give: no formula stands here.

use scoring::scored_document::ScoredDocument;
use std::rc::Rc;

use super::gap::{Gap, gap};
use super::trajectory::Trajectory;
use scoring::assessment::{Answer, Task};
use scoring::exact::Exact;
use scoring::figures;
use scoring::figures::FigureKind;
use scoring::points::Points;
use scoring::rules::Rule;
use scoring::scorecard::{Outcome, TargetScore};
use scoring::target_set::{Input, Measure, TargetSet};

/// What is to be done for one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// How the target stands.
    pub score: Rc<TargetScore>,
    /// What is to be done.
    pub to_do: ToDo,
    /// The points that it brings; where figures are still missing or not understood, the most that they can.
    pub gain: Points,
    /// How the target stands once it is done; `None` where that can't be told before others, or other figures, speak.
    pub after: Option<Rc<TargetScore>>,
    /// Whether a plan says how far the work goes; it goes all the way otherwise.
    pub planned: bool,
    /// Who does it, as typed. Người thực hiện.
    pub who: String,
    /// By when, as typed. Thời hạn.
    pub by: String,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToDo {
    /// Enter the figures first.
    Enter,
    /// Put right what is not understood or can't be.
    Correct,
    /// Others have not set the points yet.
    Wait,
    /// Others have set the points, and not all of them.
    Given,
    /// How more points arise is in the rule: more is sometimes better and sometimes worse, or the figures are too large.
    SeeRule,
    /// So much more of what is done or counted.
    More(FigureChange),
    /// So much less of it.
    Fewer(FigureChange),
    /// So many places up.
    Places(FigureChange),
    /// Yes instead of no.
    Yes,
    /// These items, by their ids.
    Items(Vec<String>),
    /// The case of this id.
    Choose(String),
}

/// How far a figure is to be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChange {
    /// From where.
    pub from: Amount,
    /// To where.
    pub to: Amount,
    /// The whole that it is a part of; `None` for what is no part.
    pub whole: Option<u128>,
    /// The next step before `to` and what it brings, where points come in steps.
    pub next: Option<(Amount, Points)>,
}

/// A figure that work moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// A number of things, an amount of money, a rank.
    Whole(u128),
    /// A percentage.
    Percent(Exact),
}

/// The work still needed, most points first; the set's order where points are the same.
pub fn work(document: &ScoredDocument) -> Vec<Work> {
    let (set, assessment, card) = (document.set(), document.assessment(), &**document.card());
    let mut all: Vec<Work> = Vec::new();
    let blank = Rc::default();
    for score in card.targets().filter(|score| !matches!(score.outcome, Outcome::NotApplicable)) {
        let answer = assessment.answers.get(&*score.target.id).unwrap_or(&blank);
        let entered = EnteredTarget { set, score, answer };
        let task = assessment.work.get(&*score.target.id);
        if let Some(mut work) = task.and_then(|task| entered.planned(task)).or_else(|| entered.whole_way()) {
            if let Some(Task { who, by, .. }) = task {
                work.who.clone_from(who);
                work.by.clone_from(by);
            }
            let place = all.iter().position(|other| other.gain < work.gain).unwrap_or(all.len());
            all.insert(place, work);
        }
    }
    all
}

/// The points that all of it brings.
pub fn total_gain(work: &[Work]) -> Points {
    work.iter().map(|work| work.gain).sum()
}

/// A target and what was entered for it.
struct EnteredTarget<'a> {
    set: &'a TargetSet,
    score: &'a Rc<TargetScore>,
    answer: &'a Rc<Answer>,
}

impl EnteredTarget<'_> {
    /// The work as far as a plan wants it, while there is something of it left to do.
    fn planned(&self, task: &Task) -> Option<Work> {
        if task.figures.is_empty() {
            return None;
        }
        let mut answer = Answer::clone(self.answer);
        answer.figures.extend(task.figures.iter().map(|(field, text)| (field.clone(), text.clone())));
        let work = self.towards(&answer)?;
        Some(Work { planned: true, ..work })
    }

    /// The work that earns the most.
    fn whole_way(&self) -> Option<Work> {
        let max = self.score.target.max_points;
        let earned = self.score.points();
        if earned.is_some_and(|earned| earned >= max) {
            return None;
        }
        let open = |to_do| {
            let gain = max - earned.unwrap_or_default();
            (gain > Points::ZERO).then(|| self.work(to_do, gain, None))
        };
        match &self.score.outcome {
            Outcome::Empty => return open(ToDo::Enter),
            Outcome::Invalid(_) => return open(ToDo::Correct),
            Outcome::Pending => return open(ToDo::Wait),
            Outcome::NotApplicable | Outcome::Scored(_) => {}
        }
        match &self.score.target.measure {
            Measure::Given { .. } => open(ToDo::Given),
            Measure::Rank { .. } => match self.ranked() {
                Some(answer) => self.towards(&answer),
                None => open(ToDo::SeeRule),
            },
            Measure::Ratio { .. }
            | Measure::Percent { .. }
            | Measure::Count { .. }
            | Measure::YesNo { .. }
            | Measure::Checklist { .. }
            | Measure::Choice { .. } => match Trajectory::of(self.score, self.answer, self.set.decimals) {
                Ok(trajectory) => {
                    let best = trajectory.position_for(trajectory.points_at_best())?;
                    self.towards(&trajectory.answer_at(best))
                }
                Err(_) => open(ToDo::SeeRule),
            },
        }
    }

    /// The answer with the rank that meets the goal.
    fn ranked(&self) -> Option<Answer> {
        let (Amount::Whole(rank), Gap::Places(places)) =
            (amount(self.score, self.answer, "value")?, gap(self.score)?)
        else {
            return None;
        };
        let mut answer = Answer::clone(self.answer);
        answer.figures.insert("value".to_owned(), rank.saturating_sub(places).to_string());
        Some(answer)
    }

    /// The work that leads to an answer, where it brings anything.
    fn towards(&self, answer: &Answer) -> Option<Work> {
        let after = self.score.with(answer, self.set.decimals);
        let gain = after.points()? - self.score.points().unwrap_or_default();
        if gain <= Points::ZERO {
            return None;
        }
        Some(self.work(self.to_do(answer)?, gain, Some(Rc::new(after))))
    }

    fn work(&self, to_do: ToDo, gain: Points, after: Option<Rc<TargetScore>>) -> Work {
        let score = Rc::clone(self.score);
        Work { score, to_do, gain, after, planned: false, who: String::new(), by: String::new() }
    }

    fn to_do(&self, answer: &Answer) -> Option<ToDo> {
        let value = answer.figure("value");
        match &self.score.target.measure {
            Measure::YesNo { .. } => Some(ToDo::Yes),
            Measure::Choice { .. } => Some(ToDo::Choose(value.to_owned())),
            // No plan of the unit's reaches what others give.
            Measure::Given { .. } => None,
            Measure::Checklist { items } => {
                let is_done = |answer: &Answer, item: &str| answer.figure(item).trim() == "yes";
                let added = items.iter().map(|item| &item.id);
                let added = added.filter(|item| is_done(answer, item) && !is_done(self.answer, item));
                Some(ToDo::Items(added.cloned().collect()))
            }
            Measure::Rank { .. } => self.change(answer, "value").map(ToDo::Places),
            Measure::Ratio { .. } => self.change(answer, "done").map(more_or_fewer),
            Measure::Percent { .. } | Measure::Count { .. } => {
                self.change(answer, "value").map(more_or_fewer)
            }
        }
    }

    fn change(&self, answer: &Answer, field: &str) -> Option<FigureChange> {
        let to = amount(self.score, answer, field)?;
        let nothing = match to {
            Amount::Whole(_) => Amount::Whole(0),
            Amount::Percent(_) => Amount::Percent(Exact::ZERO),
        };
        let whole = || {
            let (Amount::Whole(total), excluded) =
                (amount(self.score, answer, "total")?, amount(self.score, answer, "excluded"))
            else {
                return None;
            };
            let excluded = if let Some(Amount::Whole(excluded)) = excluded { excluded } else { 0 };
            total.checked_sub(excluded)
        };
        let from = amount(self.score, self.answer, field).unwrap_or(nothing);
        Some(FigureChange { from, to, whole: whole(), next: self.next_step(to, field) })
    }

    /// The next step, where points come in steps and it lies before where the work leads.
    fn next_step(&self, to: Amount, field: &str) -> Option<(Amount, Points)> {
        let Rule::Steps(_) = &self.score.target.rule else { return None };
        let now = self.score.points()?;
        let trajectory = Trajectory::of(self.score, self.answer, self.set.decimals).ok()?;
        let step = Points::from_thousandths(1);
        let answer = trajectory.answer_at(trajectory.position_for(now + step)?);
        let next = amount(self.score, &answer, field)?;
        let gain = self.score.with(&answer, self.set.decimals).points()? - now;
        (next != to).then_some((next, gain))
    }
}

fn more_or_fewer(change: FigureChange) -> ToDo {
    let falls = match (change.from, change.to) {
        (Amount::Whole(from), Amount::Whole(to)) => to < from,
        (Amount::Percent(from), Amount::Percent(to)) => to < from,
        _ => false,
    };
    if falls { ToDo::Fewer(change) } else { ToDo::More(change) }
}

/// A figure of an answer, where it is understood.
fn amount(score: &TargetScore, answer: &Answer, field: &str) -> Option<Amount> {
    let fields = score.target.measure.fields();
    let Input::Figure(kind) = fields.iter().find(|known| known.name == field)?.input else { return None };
    let figure = figures::read(answer.figure(field), kind).ok()??;
    Some(if kind == FigureKind::Percent {
        Amount::Percent(figure.exact())
    } else {
        Amount::Whole(figure.whole())
    })
}
