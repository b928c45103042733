//! Thử phương án: a copy of the figures to play with, and the reverse question. No part of the document, and never saved.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::features::scenario::plans::{PlanColumn, PlanNotice, Refusal};
use crate::features::scenario::tried_target::TriedTarget;

use planning::{Aim, Outcome, Question, Trajectory};
use scoring::assessment::{Answer, Assessment, KeptPlan};
use scoring::exact::Exact;
use scoring::figures::{FigureKind, is_blank, read};
use scoring::scorecard::{Scorecard, TargetScore};
use scoring::scored_document::ScoredDocument;
use scoring::target_set::TargetId;

/// A copy of the document's figures, and what is tried on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// The document as it was when the trial began.
    pub base: ScoredDocument,
    /// The copy, with the figures that are tried.
    pub copy: ScoredDocument,
    /// Every target at the level, by area and place as in the scorecard.
    pub trials: Vec<Vec<Rc<TriedTarget>>>,
    /// Whether the document's figures have changed since the trial began.
    pub stale: bool,
    /// The index wanted, as typed.
    pub wanted: String,
    /// What is to be least.
    pub aim: Aim,
    /// Why the question can't be asked.
    pub unclear: Option<QuestionError>,
    /// The last answer to the reverse question.
    pub answer: Option<Rc<SolvedQuestion>>,
    /// The index, as files say it, of the answer that the copy holds unchanged; blank when it was moved by hand.
    pub applied: String,
    /// The name under which the trial is to be kept, as typed.
    pub name: String,
    /// Why it was not kept.
    pub refusal: Option<Refusal>,
    /// What was last done with a plan.
    pub said: Option<PlanNotice>,
    /// The kept plans that are compared, by their places.
    pub compared: Vec<usize>,
    /// What the compared plans come to.
    pub columns: Rc<Vec<PlanColumn>>,
    /// The kept plans and the score that the columns were made from.
    pub(crate) columns_of: Option<(Vec<KeptPlan>, Rc<Scorecard>)>,
}

/// An answer to the reverse question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SolvedQuestion {
    /// What was asked.
    pub question: Question,
    /// What was found.
    pub outcome: Outcome,
    /// What the plan scores, where there is one.
    pub card: Option<Scorecard>,
    /// What was entered when it was asked.
    pub entered: BTreeMap<String, Rc<Answer>>,
}

/// Why the reverse question can't be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionError {
    /// No index is given.
    Blank,
    /// The index is no number above 0 and up to 100.
    Wanted,
    /// The weight of a target is no number above 0 and up to 1000.
    Weight(TargetId),
}

impl Scenario {
    /// A trial on a copy of a document that scores so, with the choices of an earlier trial.
    pub(crate) fn begin(open: &ScoredDocument, earlier: Option<&Self>) -> Self {
        let (set, document, card) = (open.set(), open.assessment(), open.card());
        let blank = Rc::new(Answer::default());
        let trial = |real: &Rc<TargetScore>| {
            let entered = document.answers.get(&*real.target.id).unwrap_or(&blank);
            let before = earlier.and_then(|earlier| earlier.trial(&real.target.id));
            Rc::new(TriedTarget {
                real: Rc::clone(real),
                score: Rc::clone(real),
                entered: Rc::clone(entered),
                answer: Rc::clone(entered),
                trajectory: Trajectory::of(real, entered, set.decimals),
                pinned: before.is_some_and(|before| before.pinned),
                weight: before.map(|before| before.weight.clone()).unwrap_or_default(),
                held: None,
            })
        };
        let trials = card.areas.iter().map(|area| area.targets.iter().map(trial).collect()).collect();
        Self {
            base: open.clone(),
            copy: open.clone(),
            trials,
            stale: false,
            wanted: earlier.map(|earlier| earlier.wanted.clone()).unwrap_or_default(),
            aim: earlier.map(|earlier| earlier.aim).unwrap_or_default(),
            unclear: None,
            answer: None,
            applied: String::new(),
            name: earlier.map(|earlier| earlier.name.clone()).unwrap_or_default(),
            refusal: None,
            said: None,
            compared: Vec::new(),
            columns: Rc::default(),
            columns_of: None,
        }
    }

    /// Every target at the level, in the set's order.
    pub fn all(&self) -> impl Iterator<Item = &Rc<TriedTarget>> {
        self.trials.iter().flatten()
    }

    /// A target's trial.
    pub fn trial(&self, id: &str) -> Option<&Rc<TriedTarget>> {
        self.all().find(|trial| &**trial.id() == id)
    }

    /// Whether any figure is another than the document's.
    pub fn is_moved(&self) -> bool {
        self.all().any(|trial| trial.is_moved())
    }

    /// Whether the trial is still one on the figures of a document.
    pub(crate) fn is_of(&self, document: &Assessment) -> bool {
        let same = |trial: &Rc<TriedTarget>| {
            document.answers.get(&**trial.id()).map_or_else(
                || trial.entered.is_blank(),
                |now| {
                    Rc::ptr_eq(now, &trial.entered)
                        || (now.figures == trial.entered.figures
                            && now.not_applicable == trial.entered.not_applicable)
                },
            )
        };
        let Assessment { unit, year, .. } = self.base.assessment();
        unit.level == document.unit.level && *year == document.year && self.all().all(same)
    }

    /// Puts figures into a target's answer on the copy, and scores it anew.
    pub(crate) fn set(&mut self, id: &TargetId, figures: Vec<(String, String)>) {
        self.copy.edit_target(id, |copy| {
            Rc::make_mut(copy.answers.entry(id.to_string()).or_default()).figures.extend(figures);
        });
        self.moved(id);
    }

    /// Takes a target back to what the document says.
    pub(crate) fn restore(&mut self, id: &TargetId) {
        let entered = self.base.assessment().answers.get(&**id).cloned();
        self.copy.edit_target(id, |copy| match entered {
            Some(answer) => copy.answers.insert(id.to_string(), answer),
            None => copy.answers.remove(&**id),
        });
        self.moved(id);
    }

    fn moved(&mut self, id: &TargetId) {
        self.applied.clear();
        self.said = None;
        self.refusal = None;
        let answer = self.copy.assessment().answers.get(&**id).cloned();
        let score = self.copy.card().target(id).cloned();
        self.change(id, |trial| {
            trial.answer = answer.unwrap_or_default();
            trial.held = None;
            if let Some(score) = score {
                trial.score = score;
            }
        });
    }

    /// Changes a target's trial.
    pub(crate) fn change(&mut self, id: &TargetId, change: impl FnOnce(&mut TriedTarget)) {
        if let Some(trial) = self.trials.iter_mut().flatten().find(|trial| trial.id() == id) {
            change(Rc::make_mut(trial));
        }
    }

    /// Puts another state of the copy into its place: the document with the figures that a plan has for its targets.
    pub(crate) fn turn_to(&mut self, plan: &dyn Fn(&str) -> Vec<(String, String)>) {
        let ids: Vec<TargetId> = self.all().map(|trial| trial.id().clone()).collect();
        for id in ids {
            if self.trial(&id).is_some_and(|trial| trial.is_moved()) {
                self.restore(&id);
            }
            let figures = plan(&id);
            if !figures.is_empty() {
                self.set(&id, figures);
            }
        }
    }

    /// The reverse question as it stands.
    pub fn question(&self) -> Result<Question, QuestionError> {
        if is_blank(&self.wanted) {
            return Err(QuestionError::Blank);
        }
        let wanted =
            read(&self.wanted, FigureKind::Percent).ok().flatten().ok_or(QuestionError::Wanted)?.exact();
        if wanted == Exact::ZERO || wanted > Exact::HUNDRED {
            return Err(QuestionError::Wanted);
        }
        let (mut weights, mut pinned) = (BTreeMap::new(), BTreeSet::new());
        for trial in self.all() {
            if trial.trajectory.is_err() {
                continue;
            }
            let weight = trial.cost().ok_or_else(|| QuestionError::Weight(trial.id().clone()))?;
            weights.insert(trial.id().clone(), weight);
            if trial.pinned {
                pinned.insert(trial.id().clone());
            }
        }
        Ok(Question { wanted, weights, pinned, aim: self.aim })
    }
}
