//! Every plan there is, looked at one by one.

use super::drawn::{Drawn, Move};
use planning::{Aim, Question};
use scoring::exact::Exact;
use scoring::points::Points;
use scoring::scorecard::Totals;
use scoring::target_set::TargetId;

#[derive(Debug)]
pub enum Best {
    Already,
    Unreachable,
    Plan(Chosen),
}

#[derive(Debug)]
pub struct Chosen {
    pub moves: Vec<Option<usize>>,
    pub cost: Exact,
}

/// What is to be least, first and second, and the move of each target.
type Ranked = ((u128, u128), Vec<Option<usize>>);

struct Search {
    moves: Vec<Vec<(i64, u128)>>,
    fewest: bool,
    best: Option<Ranked>,
}

pub fn best(drawn: &Drawn, question: &Question) -> Best {
    let now = drawn.card.totals.points;
    let reached = |points: i64| {
        let totals = Totals { points: Points::from_thousandths(points), ..drawn.card.totals };
        totals.index().is_some_and(|index| index >= question.wanted)
    };
    if reached(now.thousandths()) {
        return Best::Already;
    }
    let card = || drawn.card.targets().zip(&drawn.moves);
    let weight = |id: &TargetId| question.weights.get(id).copied().unwrap_or(Exact::whole(1));
    let costs = card().flat_map(|(score, moves)| {
        moves.iter().map(move |one| one.share.times(weight(&score.target.id)).unwrap())
    });
    let scale = common(costs);
    let moves = card().map(|(score, moves)| {
        let id: &TargetId = &score.target.id;
        let was = score.points().unwrap_or_default().thousandths();
        let weight = weight(id);
        let one = |one: &Move| {
            let Move { share, points, .. } = one;
            let cost = share.times(weight).unwrap().times(Exact::whole(scale)).unwrap();
            assert_eq!(cost.denominator(), 1);
            (points.thousandths() - was, cost.numerator())
        };
        let free = !question.pinned.contains(id);
        moves.iter().filter(|_| free).map(one).collect()
    });
    let mut search =
        Search { moves: moves.collect(), fewest: question.aim == Aim::FewestTargets, best: None };
    let mut chosen = vec![None; search.moves.len()];
    let need = (now.thousandths()..=1_000_000).find(|points| reached(*points)).unwrap_or(1_000_000)
        - now.thousandths();
    search.look(&mut chosen, 0, need, 0, 0);
    match search.best {
        None => Best::Unreachable,
        Some(((a, b), moves)) => {
            let cost = if search.fewest { b } else { a };
            Best::Plan(Chosen { moves, cost: Exact::new(cost, scale).unwrap() })
        }
    }
}

/// A number that every denominator divides.
pub fn common(costs: impl Iterator<Item = Exact>) -> u128 {
    costs.fold(1, |common, cost| {
        let missing = Exact::new(cost.denominator(), common).unwrap().numerator();
        common.checked_mul(missing).unwrap()
    })
}

impl Search {
    fn look(&mut self, chosen: &mut Vec<Option<usize>>, at: usize, need: i64, cost: u128, count: u128) {
        let rank = if self.fewest { (count, cost) } else { (cost, count) };
        if self.best.as_ref().is_some_and(|(best, _)| rank > *best) {
            return;
        }
        if need <= 0 {
            let better = match &self.best {
                None => true,
                Some((best, moves)) => rank < *best || (rank == *best && *chosen > *moves),
            };
            if better {
                self.best = Some((rank, chosen.clone()));
            }
        }
        if at == chosen.len() {
            return;
        }
        self.look(chosen, at + 1, need, cost, count);
        if at + 1 == chosen.len() {
            // The last has to bring what is missing: points rise with what it does, and so does its cost.
            let index = self.moves[at].partition_point(|(gain, _)| *gain < need);
            if let Some((gain, more)) = self.moves[at].get(index).copied() {
                chosen[at] = Some(index);
                self.look(chosen, at + 1, need - gain, cost + more, count + 1);
                chosen[at] = None;
            }
            return;
        }
        for index in 0..self.moves[at].len() {
            let (gain, more) = self.moves[at][index];
            chosen[at] = Some(index);
            self.look(chosen, at + 1, need - gain, cost + more, count + 1);
        }
        chosen[at] = None;
    }
}
