//! Which of a target's many moves could matter to one state of the search.

use super::beam_search::ALWAYS_LISTED;
use super::target_options::{Move, TargetOptions};
use super::trajectory::first;

/// The moves of a target, gains rising, each with the lower bound of a plan that makes it.
pub(super) struct Lists<'a> {
    /// All whose bound is no higher than the best plan known.
    pub moves: &'a [(i128, Move)],
    /// Those of them with the lowest bounds, where they are more than the limit.
    pub promising: &'a [(i128, Move)],
    /// How many are looked at for one state.
    pub limit: usize,
}

/// The moves that are looked at for one state.
pub(super) struct CandidateWindow {
    /// The moves, all of them gaining less than what is still needed.
    pub moves: Vec<Move>,
    /// The lower bound of a plan that makes a move outside the window.
    pub pruned_bound: i128,
    /// How many steps it took to find them.
    pub steps: usize,
}

impl CandidateWindow {
    /// The moves whose lower bound is within the ceiling, up to the limit.
    ///
    /// `lower` gives the lower bound of a plan for a gain. It is convex: it falls to one gain, then it rises.
    pub fn of(
        options: &TargetOptions<'_>,
        lists: &Lists<'_>,
        need: i128,
        ceiling: i128,
        lower: impl Fn(i128) -> i128,
    ) -> Self {
        let mut window = Self { moves: Vec::new(), pruned_bound: i128::MAX, steps: 0 };
        let below = lists.moves.partition_point(|(_, candidate)| candidate.gain < need);
        let listed = lists.moves.get(..below).unwrap_or_default();
        let all = |moves: &[(i128, Move)]| moves.iter().map(|(_, candidate)| *candidate).collect::<Vec<_>>();
        if listed.len() <= ALWAYS_LISTED && options.unlisted.is_empty() {
            window.moves = all(listed);
            return window;
        }
        window.steps = 3 * ALWAYS_LISTED;
        let start = options.hull.first().map_or(1, |(gain, _)| *gain);
        let end = options.most.min(need - 1);
        if start > end {
            return window;
        }
        // Costs are rounded down, by less than one part a thousandth: so far may what seems to rise still fall.
        let margin = end - start;
        let ceiling = ceiling + margin;
        let find = |from: i128, to: i128, holds: &dyn Fn(i128) -> bool| {
            let span = u128::try_from(to - from).unwrap_or_default();
            let gain = |at: u128| from + i128::try_from(at).unwrap_or_default();
            gain(first(0, span, |at| holds(gain(at))))
        };
        let turn = find(start, end, &|gain| lower(gain + 1) >= lower(gain));
        if lower(turn) > ceiling {
            return window;
        }
        let from = find(start, turn, &|gain| lower(gain) <= ceiling);
        let to = find(turn, end + 1, &|gain| lower(gain) > ceiling);
        let at = |gain: i128| listed.partition_point(|(_, candidate)| candidate.gain < gain);
        let near = listed.get(at(from)..at(to)).unwrap_or_default();
        let middle = near.partition_point(|(_, candidate)| candidate.gain < turn);
        let (first, last) = if near.len() <= lists.limit {
            (0, near.len())
        } else {
            let first = middle.saturating_sub(lists.limit / 2);
            (first, (first + lists.limit).min(near.len()))
        };
        window.moves = all(near.get(first..last).unwrap_or_default());
        // What is left out on either side is no better than the nearest of it.
        let mut left = first.checked_sub(1).and_then(|at| near.get(at)).map(|(_, candidate)| candidate.gain);
        let mut right = near.get(last).map(|(_, candidate)| candidate.gain);
        if near.len() > lists.limit {
            let outside = |gain: i128| {
                left.is_some_and(|left| gain <= left) || right.is_some_and(|right| gain >= right)
            };
            let promising = all(lists.promising).into_iter();
            window.moves.extend(
                promising.filter(|candidate| (from..to).contains(&candidate.gain) && outside(candidate.gain)),
            );
        }
        for (start, end) in &options.unlisted {
            if *start <= turn {
                left = left.max(Some(turn.min(*end)));
            }
            if *end >= turn && turn.max(*start) < to {
                right = Some(right.map_or(turn.max(*start), |right| right.min(turn.max(*start))));
            }
            if (*start..=*end).contains(&turn) {
                window.moves.extend(options.cheapest_for(turn).filter(|candidate| candidate.gain < need));
                window.steps += 3 * ALWAYS_LISTED;
            }
        }
        let sides = left.into_iter().chain(right).map(lower);
        window.pruned_bound = sides.min().map_or(i128::MAX, |least| least - margin);
        window
    }
}
