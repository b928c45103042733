//! The report as it looks on paper: on the page a preview, in print the report itself. It is text alone, for fields print
//! only what they show.

use yew::prelude::*;

use crate::features::report::view::annex::annex;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use i18n::Key;
use report::{Block, BlockKind, Letterhead, Report, report};

/// The paper.
#[derive(PartialEq, Eq)]
pub struct PaperView(Report);

impl View for PaperView {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self(report(state.document.scored()))
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let Report { mark, letterhead, subject, addressee, body, closing, recipients, annex: table } =
            &self.0;
        html! {
            <article class="paper" aria-label={ctx.words.get(Key::PageReport)}>
                <div class="paper__page paper__page--report" lang="vi">
                    { sample_line(*mark) }
                    { head(letterhead) }
                    <p class="paper__kind">{ letterhead.kind }</p>
                    <p class="paper__subject">{ subject }</p>
                    <p class="paper__to">{ addressee }</p>
                    for block in body {
                        { paragraph(block) }
                    }
                    <div class="paper__end">
                        <p class="paper__text">{ closing }</p>
                        <div class="paper__foot">
                            <div class="paper__recipients">
                                <p><b><i>{ letterhead.recipients }</i></b></p>
                                for recipient in recipients {
                                    <p>{ recipient }</p>
                                }
                            </div>
                            <div class="paper__signature">
                                if let Some(body) = letterhead.on_behalf {
                                    <p>{ body }</p>
                                }
                                <p>{ letterhead.signer }</p>
                            </div>
                        </div>
                    </div>
                </div>
                <div class="paper__page paper__page--annex">
                    { sample_line(*mark) }
                    { annex(table, ctx) }
                </div>
            </article>
        }
    }
}

/// What stands above a sample's pages.
fn sample_line(mark: Option<&'static str>) -> Html {
    mark.map(|mark| html! { <p class="paper__sample" lang="vi">{ mark }</p> }).unwrap_or_default()
}

/// Who issues the report under whom on the left, the nation on the right.
fn head(head: &Letterhead) -> Html {
    html! {
        <div class="paper__head">
            <div>
                if !head.superior.is_empty() {
                    <p class="paper__superior">{ &head.superior }</p>
                }
                <p class="paper__issuer">
                    for line in &head.issuer {
                        <span>{ line }</span>{ " " }
                    }
                </p>
                <p class="paper__number">{ &head.number }</p>
            </div>
            <div>
                <p class="paper__nation">{ head.nation }</p>
                <p class="paper__motto"><span>{ head.motto }</span></p>
                <p class="paper__date">{ &head.place_and_date }</p>
            </div>
        </div>
    }
}

fn paragraph(block: &Block) -> Html {
    let text = &block.text;
    match block.kind {
        BlockKind::Heading => html! { <p class="paper__heading">{ text }</p> },
        BlockKind::Basis | BlockKind::Remark => html! { <p class="paper__text"><i>{ text }</i></p> },
        BlockKind::Lead => html! { <p class="paper__text paper__lead">{ text }</p> },
        BlockKind::Text | BlockKind::Item => html! { <p class="paper__text">{ text }</p> },
    }
}
