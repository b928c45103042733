//! The search for the plan of least cost: short searches first, then all that there are steps for.

use std::cmp::Ordering;

use super::beam_search::BeamSearch;
use super::bound::Bound;
use super::order;
use super::scale::sign;
use super::target_options::{Move, TargetOptions};

/// A plan that was found: for each target, in the set's order, the position to reach.
#[derive(Debug, Clone)]
pub(super) struct FoundPlan {
    /// The positions; `None` where nothing is done.
    pub positions: Vec<Option<u128>>,
    /// The cost in parts of the scale.
    pub cost: i128,
    /// How many do something.
    pub count: usize,
}

/// What is searched for.
#[derive(Debug)]
pub(super) struct Search<'a> {
    /// The options of each target, in the set's order.
    pub targets: Vec<&'a TargetOptions<'a>>,
    /// Thousandths to gain.
    pub need: i128,
    /// How many may do something.
    pub most: usize,
    /// The fixed cost of moving a target at all, so that bounds hold for plans of so few targets.
    pub fixed_cost: i128,
    /// By how much two costs in parts may differ through rounding alone.
    pub rounding_tolerance: i128,
    /// Whether fewer targets go before less cost.
    pub fewest: bool,
}

/// A target and its moves, each with the lower bound of a plan that makes it.
type List<'a> = (&'a TargetOptions<'a>, Vec<(i128, Move)>);

/// A target, and the positions it goes to in one plan and in another.
pub(super) type Difference<'a> = (&'a TargetOptions<'a>, Option<u128>, Option<u128>);

/// The plan is better that does more at the first difference, in the set's order.
pub(super) fn in_order(differences: &[Difference<'_>]) -> Ordering {
    let first = differences.iter().min_by_key(|(options, ..)| options.place);
    first.map_or(Ordering::Equal, |(_, a, b)| b.cmp(a))
}

impl<'a> Search<'a> {
    /// Looks for a better plan than one known until there is none or the steps are used up; the best one, and what no
    /// other plan's cost, fixed costs included, is below.
    pub fn improve(&'a self, best: FoundPlan, steps: usize) -> (FoundPlan, i128) {
        let root = Bound::new(&self.targets, self.fixed_cost, self.need);
        let price = root.price();
        let mut least = root.rest(0, self.need);
        // The best worth of each target at this price; any other move of it costs so much more.
        let all = self.targets.iter().map(|options| options.least(price, self.fixed_cost)).sum::<i128>();
        let ceiling = self.ceiling(&best);
        let mut lists: Vec<List<'_>> = Vec::new();
        for options in &self.targets {
            let others = price * self.need + all - options.least(price, self.fixed_cost) + self.fixed_cost;
            let with = |candidate: &Move| others + candidate.cost - price * candidate.gain.min(self.need);
            let moves = options.moves.iter().map(|candidate| (with(candidate), *candidate));
            lists.push((options, moves.filter(|(bound, _)| *bound <= ceiling).collect()));
        }
        let mut best = best;
        // Short searches first: the better the plan known, the fewer moves remain.
        for share in [16, 4, 1] {
            let (found, pruned_bound) = self.run(&mut lists, best, steps / share);
            best = found;
            least = pruned_bound.max(least);
            if least > self.ceiling(&best) {
                break;
            }
        }
        (best, least)
    }

    fn run(&'a self, lists: &mut Vec<List<'a>>, best: FoundPlan, steps: usize) -> (FoundPlan, i128) {
        // What lies further from the bound than the best plan known is in no better one.
        let ceiling = self.ceiling(&best);
        for (_, moves) in lists.iter_mut() {
            moves.retain(|(bound, _)| *bound <= ceiling);
        }
        *lists = order::by(std::mem::take(lists), |(_, moves)| {
            (i128::try_from(moves.len()).unwrap_or_default(), 0)
        });
        let order: Vec<&TargetOptions<'_>> = lists.iter().map(|(options, _)| *options).collect();
        let mut run = BeamSearch::new(self, order, best);
        let mut left = steps;
        for (place, (options, moves)) in lists.iter().enumerate() {
            let steps = left / (lists.len() - place);
            left = left.saturating_sub(run.decide(place, options, moves, steps));
        }
        (run.best, run.pruned_bound)
    }

    /// What a better plan is not above.
    pub fn ceiling(&self, best: &FoundPlan) -> i128 {
        best.cost + self.fixed_cost * i128::try_from(best.count).unwrap_or_default() + self.rounding_tolerance
    }

    /// Which of two plans is better: the cost, the number of targets, then the first target in which they differ, where
    /// the one is better that does more.
    pub fn compare(&self, a: &FoundPlan, b: &FoundPlan) -> Ordering {
        let pairs = self.targets.iter().zip(a.positions.iter().zip(&b.positions));
        let differences: Vec<Difference<'_>> =
            pairs.filter(|(_, (a, b))| a != b).map(|(options, (a, b))| (*options, *a, *b)).collect();
        let count = a.count.cmp(&b.count);
        let cost = || self.compare_costs(a.cost, b.cost, &differences);
        let first = if self.fewest { count.then_with(cost) } else { cost().then(count) };
        first.then_with(|| in_order(&differences))
    }

    /// Which of two costs is less, by what differs between them where their parts can't tell.
    pub fn compare_costs(&self, a: i128, b: i128, differences: &[Difference<'_>]) -> Ordering {
        if self.rounding_tolerance == 0 || (a - b).abs() > self.rounding_tolerance {
            return a.cmp(&b);
        }
        sign(differences.iter().map(|(options, a, b)| options.exact_difference(*a, *b)))
    }
}
