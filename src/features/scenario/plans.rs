//! Plans kept by name: what they come to side by side, and what a trial is as a plan.

use scoring::scored_document::ScoredDocument;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::features::scenario::state::Scenario;
use crate::features::scenario::tried_target::position;
use planning::Trajectory;
use scoring::assessment::KeptPlan;
use scoring::exact::Exact;
use scoring::scorecard::{Outcome, Scorecard, TargetScore, score};
use scoring::target_set::TargetId;

/// The most plans that a document is given here, and that are shown; files may hold more.
pub const MOST_PLANS: usize = 20;
/// The most plans that stand side by side.
pub const MOST_COMPARED: usize = 3;
/// The longest name of a plan, in characters.
pub const MOST_NAME: usize = 60;

/// What a kept plan comes to, on the document's figures as they are now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanColumn {
    /// Its place among the kept plans.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// The targets that it moves.
    pub targets: Vec<TargetId>,
    /// What it scores.
    pub card: Scorecard,
    /// Σ weight × share.
    pub cost: Exact,
}

/// Why a trial was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It has no name.
    NoName,
    /// The name is longer than is kept.
    LongName,
    /// Another plan has the name.
    NameTaken,
    /// Nothing is moved.
    NothingMoved,
    /// A figure that is tried can't be used.
    NotUnderstood(TargetId),
    /// As many plans are kept as can be.
    TooMany,
}

/// What was last done with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanNotice {
    /// The answer to the question stands in the sliders.
    Applied,
    /// A plan of this name was kept.
    Kept(String),
    /// It was put into the sliders.
    Loaded(String),
    /// It was removed.
    Removed(String),
    /// It became the work to do.
    Taken(String),
}

impl Scenario {
    /// The trial as a plan of a name, or why it can't be kept beside others.
    pub(crate) fn plan(&self, name: &str, kept: &[KeptPlan]) -> Result<KeptPlan, Refusal> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Refusal::NoName);
        }
        if name.chars().count() > MOST_NAME {
            return Err(Refusal::LongName);
        }
        if kept.iter().any(|plan| plan.name == name) {
            return Err(Refusal::NameTaken);
        }
        if kept.len() >= MOST_PLANS {
            return Err(Refusal::TooMany);
        }
        let mut figures = BTreeMap::new();
        for trial in self.all().filter(|trial| trial.is_moved()) {
            if !matches!(trial.score.outcome, Outcome::Scored(_)) {
                return Err(Refusal::NotUnderstood(trial.id().clone()));
            }
            let mut moved = BTreeMap::new();
            for (field, text) in &trial.answer.figures {
                if trial.entered.figures.get(field) != Some(text) {
                    moved.insert(field.clone(), text.clone());
                }
            }
            figures.insert(trial.id().to_string(), moved);
        }
        if figures.is_empty() {
            return Err(Refusal::NothingMoved);
        }
        let wanted = self.applied.clone();
        Ok(KeptPlan { name: name.to_owned(), wanted, figures, ..KeptPlan::default() })
    }

    /// Chooses the newest plans for comparison and works out what they come to, where plans or figures have changed.
    pub(crate) fn sync_plans(&mut self, open: &ScoredDocument) {
        let (document, card) = (open.assessment(), open.card());
        match &self.columns_of {
            Some((plans, scored)) if *plans == document.plans => {
                if Rc::ptr_eq(scored, card) {
                    return;
                }
            }
            _ => {
                let count = document.plans.len().min(MOST_PLANS);
                self.compared = (count.saturating_sub(MOST_COMPARED)..count).collect();
            }
        }
        self.compare(open);
    }

    /// Works out what the compared plans come to.
    pub(crate) fn compare(&mut self, open: &ScoredDocument) {
        let column = |place: &usize| Some(self.column(*place, open.assessment().plans.get(*place)?, open));
        let columns = self.compared.iter().filter_map(column).collect();
        self.columns = Rc::new(columns);
        self.columns_of = Some((open.assessment().plans.clone(), Rc::clone(open.card())));
    }

    fn column(&self, place: usize, plan: &KeptPlan, open: &ScoredDocument) -> PlanColumn {
        let (set, document, card) = (open.set(), open.assessment(), open.card());
        let mut after = document.clone();
        let planned = |real: &&Rc<TargetScore>| plan.figures.contains_key(&*real.target.id);
        for real in card.targets().filter(planned) {
            let place = after.answers.entry(real.target.id.to_string()).or_default();
            Rc::make_mut(place)
                .figures
                .extend(plan.figures.get(&*real.target.id).cloned().unwrap_or_default());
        }
        let after = score(set, &after);
        let cost = |real: &Rc<TargetScore>| {
            let id = &real.target.id;
            let entered = document.answers.get(&**id).cloned().unwrap_or_default();
            let trajectory = Trajectory::of(real, &entered, set.decimals).ok()?;
            let weight = self.trial(id).and_then(|trial| trial.cost()).unwrap_or(Exact::whole(1));
            trajectory.share(position(&trajectory, after.target(id)?)?).times(weight)
        };
        let costs = card.targets().filter(planned).filter_map(cost);
        let cost = costs.fold(Exact::ZERO, sum);
        let targets = card.targets().filter(planned).map(|real| real.target.id.clone()).collect();
        PlanColumn { place, name: plan.name.clone(), targets, card: after, cost }
    }
}

/// The sum, exact where 128 bits hold it, else of both rounded to nine decimals.
fn sum(a: Exact, b: Exact) -> Exact {
    let billion = 1_000_000_000;
    let rounded = |exact: Exact| {
        let billionths =
            exact.times(Exact::whole(billion)).map_or(0, |billionths| billionths.rounded_half_up(1));
        Exact::new(billionths, billion).unwrap_or(Exact::ZERO)
    };
    a.plus(b).or_else(|| rounded(a).plus(rounded(b))).unwrap_or(a)
}
