//! The annex of the report: a table whose head is said again on each page that it takes.

use yew::prelude::*;

use crate::shell::view::ViewContext;
use i18n::Key;
use i18n::exports::export_text;
use report::{Annex, COLUMNS, Row, RowKind};

/// The annex.
pub fn annex(annex: &Annex, ctx: &ViewContext) -> Html {
    html! {
        <>
            <p class="paper__kind" lang="vi">{ annex.head }</p>
            <p class="paper__subject paper__subject--capitals" lang="vi">{ &annex.title }</p>
            <p class="paper__belongs" lang="vi">{ &annex.belongs_to }</p>
            // On a phone the table is wider than the paper, and is reached by keyboard too.
            <div class="paper__scroll" tabindex="0" role="region" aria-label={ctx.words.get(Key::ReportAnnexRegion)}>
                <table class="annex" lang="vi">
                    <colgroup>
                        for column in COLUMNS {
                            <col style={["width:", &column.width.to_string(), "%"].concat()}/>
                        }
                    </colgroup>
                    <thead>
                        <tr>
                            for column in COLUMNS {
                                <th scope="col">{ export_text(column.title) }</th>
                            }
                        </tr>
                        <tr class="annex__numbers">
                            for number in 1..=COLUMNS.len() {
                                <td>{ "(" }{ number }{ ")" }</td>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for each in &annex.rows {
                            { row(each) }
                        }
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn row(row: &Row) -> Html {
    let class = match row.kind {
        RowKind::Area => "annex__area",
        RowKind::Criterion => "annex__criterion",
        RowKind::Target => "annex__target",
        RowKind::Total => "annex__total",
    };
    html! {
        <tr {class}>
            for (lines, column) in row.cells.iter().zip(COLUMNS) {
                <td class={column.is_points.then_some("annex__points")}>
                    for line in lines {
                        <p>{ line }</p>
                    }
                </td>
            }
        </tr>
    }
}
