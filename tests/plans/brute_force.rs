//! Every plan there is, looked at one by one.

use crate::drawn::{Drawn, Move};
use tu_cham::core::advice::{Aim, Question};
use tu_cham::core::exact::Exact;
use tu_cham::core::points::Points;
use tu_cham::core::scorecard::Totals;
use tu_cham::core::target_set::TargetId;

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

/// Costs are counted in parts of this: a multiple of every number up to 50, and of 100, and of 3 once more.
const SCALE: u128 = 3_099_044_504_245_996_706_400 * 300;

struct Search {
    moves: Vec<Vec<(i64, u128)>>,
    fewest: bool,
    best: Option<((u128, u128), Vec<Option<usize>>)>,
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
    let card = drawn.card.targets().zip(&drawn.moves);
    let moves = card.map(|(score, moves)| {
        let id: &TargetId = &score.target.id;
        let was = score.points().unwrap_or_default().thousandths();
        let weight = question.weights.get(id).copied().unwrap_or(Exact::whole(1));
        let one = |one: &Move| {
            let Move { share, points, .. } = one;
            let cost = share.times(weight).unwrap().times(Exact::whole(SCALE)).unwrap();
            assert_eq!(cost.denominator(), 1);
            (points.thousandths() - was, cost.numerator())
        };
        let free = !question.pinned.contains(id);
        moves.iter().filter(|_| free).map(one).collect()
    });
    let mut search =
        Search { moves: moves.collect(), fewest: question.aim == Aim::FewestTargets, best: None };
    let mut chosen = vec![None; search.moves.len()];
    let need = (now.thousandths()..).find(|points| reached(*points) || *points > 1_000_000).unwrap()
        - now.thousandths();
    search.look(&mut chosen, 0, need, 0, 0);
    match search.best {
        None => Best::Unreachable,
        Some(((a, b), moves)) => {
            let cost = if search.fewest { b } else { a };
            Best::Plan(Chosen { moves, cost: Exact::new(cost, SCALE).unwrap() })
        }
    }
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
        for index in 0..self.moves[at].len() {
            let (gain, more) = self.moves[at][index];
            chosen[at] = Some(index);
            self.look(chosen, at + 1, need - gain, cost + more, count + 1);
        }
        chosen[at] = None;
    }
}
