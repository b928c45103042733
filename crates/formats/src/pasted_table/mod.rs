//! Fills figures from a pasted table: down the targets, across a target's fields.

use scoring::figures::{FigureKind, is_blank, read};
use scoring::target_set::{Input, Target, TargetId};

/// A figure to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedFigure {
    /// The target.
    pub target: TargetId,
    /// The field of the target: "done".
    pub field: String,
    /// The figure as it stood in the cell, white space around it left out; never blank.
    pub text: String,
}

/// Whether a pasted text is a block, not one figure.
pub fn is_block(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r'])
}

/// The figures that a block fills, beginning at a field of a target and going down the targets shown.
///
/// A row of cells fills one target, its first cell the field where the paste began; cells beyond the target's fields
/// and rows beyond the last target fill nothing, and a blank cell leaves the figure there as it is. Targets without a
/// typed figure (checklists, choices) are passed over. A first row without any number is a heading and is left out.
pub fn fill<'a>(
    text: &str,
    begin: &str,
    field: &str,
    shown: impl Iterator<Item = &'a Target>,
) -> Vec<PastedFigure> {
    let mut rows: Vec<Vec<&str>> =
        text.lines().map(|line| line.split('\t').map(str::trim).collect()).collect();
    if rows.first().is_some_and(|cells| !cells.iter().any(|cell| holds_number(cell))) {
        rows.remove(0);
    }
    let places = shown.skip_while(|target| &*target.id != begin).filter_map(|target| {
        let fields = typed_fields(target);
        (!fields.is_empty()).then_some((target, fields))
    });
    let mut fillings = Vec::new();
    for (cells, (target, fields)) in rows.iter().zip(places) {
        let from = fields.iter().position(|name| name == field).unwrap_or(0);
        for (cell, name) in cells.iter().zip(fields.iter().skip(from)) {
            if !is_blank(cell) {
                fillings.push(PastedFigure {
                    target: target.id.clone(),
                    field: name.clone(),
                    text: (*cell).to_owned(),
                });
            }
        }
    }
    fillings
}

/// The names of a target's fields that are typed, in order.
fn typed_fields(target: &Target) -> Vec<String> {
    let fields = target.measure.fields().into_iter();
    fields
        .filter(|field| matches!(field.input, Input::Figure(_)))
        .map(|field| field.name.to_owned())
        .collect()
}

/// Whether a cell holds something that reads as a number of any kind.
fn holds_number(cell: &str) -> bool {
    matches!(read(cell, FigureKind::Percent), Ok(Some(_)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;
    use crate::builtin;

    fn filled(text: &str, begin: &str, field: &str) -> Vec<String> {
        let set = builtin::load().unwrap().set;
        let commune = set.targets().filter(|target| target.claims("commune")).map(AsRef::as_ref);
        fill(text, begin, field, commune)
            .into_iter()
            .map(|filling| format!("{}.{}={}", filling.target, filling.field, filling.text))
            .collect()
    }

    #[test]
    fn a_block_goes_down_the_targets_and_across_their_fields() {
        assert_eq!(
            filled("104\t104\r\n98\t104\r\n97\t104\r\n", "TT-4a", "done"),
            [
                "TT-4a.done=104",
                "TT-4a.total=104",
                "TT-4b.done=98",
                "TT-4b.total=104",
                "TT-4c.done=97",
                "TT-4c.total=104"
            ]
        );
    }

    #[test]
    fn one_column_stays_in_its_field_and_blanks_leave_what_is_there() {
        assert_eq!(filled("104\n\n97", "TT-4a", "total"), ["TT-4a.total=104", "TT-4c.total=97"]);
    }

    #[test]
    fn a_heading_row_is_left_out_and_what_is_beyond_the_last_target_fills_nothing() {
        assert_eq!(
            filled("Đã làm\tTổng\n1\t2\t3\t4\n5\t6", "TT-5", "done"),
            ["TT-5.done=1", "TT-5.total=2", "TT-5.excluded=3"]
        );
    }

    #[test]
    fn text_that_is_no_number_is_filled_as_it_is_and_not_lost() {
        assert_eq!(filled("12\tnhiều", "TT-3", "done"), ["TT-3.done=12", "TT-3.total=nhiều"]);
    }

    #[test]
    fn a_single_figure_is_no_block() {
        assert!(!is_block("104"));
        assert!(!is_block("104\r\n"));
        assert!(is_block("104\t104"));
        assert!(is_block("104\n98"));
    }
}
