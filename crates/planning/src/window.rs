//! Which of the many things that an offer can do could matter to one state of the search.

use super::course::first;
use super::layers::FEW;
use super::offer::{Offer, Pick};

/// What an offer can do, gains rising, each with the least that a plan comes to in which it does so.
pub(super) struct Lists<'a> {
    /// All that is no dearer than the best plan known.
    pub picks: &'a [(i128, Pick)],
    /// Those of them that promise most, where they are more than there is room for.
    pub promising: &'a [(i128, Pick)],
    /// How many there is room for.
    pub room: usize,
}

/// What is looked at for one state.
pub(super) struct Window {
    /// What the offer may do, all of it gaining less than what is still needed.
    pub picks: Vec<Pick>,
    /// The least that a plan could come to in which it does something else.
    pub unseen: i128,
    /// How many steps it took to see.
    pub steps: usize,
}

impl Window {
    /// Everything for which `lower` says that a plan could be within the ceiling, as far as there is room for it.
    ///
    /// `lower` says what a plan comes to at least for a gain, and bends upward: it falls to one gain, then it rises.
    pub fn of(
        offer: &Offer<'_>,
        lists: &Lists<'_>,
        need: i128,
        ceiling: i128,
        lower: impl Fn(i128) -> i128,
    ) -> Self {
        let mut window = Self { picks: Vec::new(), unseen: i128::MAX, steps: 0 };
        let below = lists.picks.partition_point(|(_, pick)| pick.gain < need);
        let listed = lists.picks.get(..below).unwrap_or_default();
        let all = |picks: &[(i128, Pick)]| picks.iter().map(|(_, pick)| *pick).collect::<Vec<_>>();
        if listed.len() <= FEW && offer.unlisted.is_empty() {
            window.picks = all(listed);
            return window;
        }
        window.steps = 3 * FEW;
        let start = offer.corners.first().map_or(1, |(gain, _)| *gain);
        let end = offer.most.min(need - 1);
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
        let at = |gain: i128| listed.partition_point(|(_, pick)| pick.gain < gain);
        let near = listed.get(at(from)..at(to)).unwrap_or_default();
        let middle = near.partition_point(|(_, pick)| pick.gain < turn);
        let (first, last) = if near.len() <= lists.room {
            (0, near.len())
        } else {
            let first = middle.saturating_sub(lists.room / 2);
            (first, (first + lists.room).min(near.len()))
        };
        window.picks = all(near.get(first..last).unwrap_or_default());
        // What is left out on either side is no better than the nearest of it.
        let mut left = first.checked_sub(1).and_then(|at| near.get(at)).map(|(_, pick)| pick.gain);
        let mut right = near.get(last).map(|(_, pick)| pick.gain);
        if near.len() > lists.room {
            let outside = |gain: i128| {
                left.is_some_and(|left| gain <= left) || right.is_some_and(|right| gain >= right)
            };
            let promising = all(lists.promising).into_iter();
            window
                .picks
                .extend(promising.filter(|pick| (from..to).contains(&pick.gain) && outside(pick.gain)));
        }
        for (start, end) in &offer.unlisted {
            if *start <= turn {
                left = left.max(Some(turn.min(*end)));
            }
            if *end >= turn && turn.max(*start) < to {
                right = Some(right.map_or(turn.max(*start), |right| right.min(turn.max(*start))));
            }
            if (*start..=*end).contains(&turn) {
                window.picks.extend(offer.pick(turn).filter(|pick| pick.gain < need));
                window.steps += 3 * FEW;
            }
        }
        let sides = left.into_iter().chain(right).map(lower);
        window.unseen = sides.min().map_or(i128::MAX, |least| least - margin);
        window
    }
}
