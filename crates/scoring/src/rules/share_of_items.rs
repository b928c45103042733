//! `share_of_items`: maximum × items done ÷ items.

use super::{Earned, RuleInput};
use crate::exact::Exact;

/// Every item of a checklist earns the same share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ShareOfItems;

impl ShareOfItems {
    pub(super) fn earned(self, input: RuleInput<'_>) -> Option<Earned> {
        let (done, all) = input.measured.items()?;
        input.max.exact().times(Exact::new(done, all)?).map(Earned::plain)
    }
}
