//! A chart on the page.

use crate::features::exporting::event::ExportEvent;
use yew::prelude::*;

use crate::shell::view::ViewContext;
use crate::ui::charts::file::file;
use crate::ui::charts::scene::{Anchor, Scene, Shape};
use crate::ui::charts::{Caption, Chart};
use crate::ui::icons::{Icon, icon};
use i18n::Key;

/// The chart with its button to save it; the caption goes with the file.
pub fn figure(chart: &Chart, caption: &Caption, ctx: &ViewContext) -> Html {
    let id = ["chart-", &chart.name].concat();
    let saved = (chart.clone(), caption.clone());
    let save = ctx.on(move |_: &MouseEvent| {
        let (chart, caption) = &saved;
        Some(ExportEvent::ChartSaved { title: chart.title.clone(), text: file(chart, caption) })
    });
    let help = ctx.words.fill(Key::ChartSave, &[("name", &chart.title)]);
    html! {
        <div class="chart">
            { svg(chart, &id) }
            <button type="button" class="button button--plain chart__save" data-action="save-svg" data-chart={chart.name.clone()}
                title={help.clone()} onclick={save}>
                { icon(Icon::Download) }<span aria-hidden="true">{ "SVG" }</span><span class="vh">{ help }</span>
            </button>
        </div>
    }
}

/// The chart alone.
pub fn drawn(chart: &Chart) -> Html {
    svg(chart, &["chart-", &chart.name].concat())
}

fn svg(chart: &Chart, id: &str) -> Html {
    let Scene { width, height, shapes } = &chart.scene;
    let (title, says) = ([id, "-title"].concat(), [id, "-says"].concat());
    let view = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    html! {
        <svg class="chart__view" role="img" viewBox={view} aria-labelledby={title.clone()} aria-describedby={says.clone()}>
            <title id={title}>{ chart.title.clone() }</title>
            <desc id={says}>{ chart.says.clone() }</desc>
            { shapes.iter().map(shape).collect::<Html>() }
        </svg>
    }
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Path(ink, d) => html! { <path class={ink.class()} d={d.clone()}/> },
        Shape::Text { ink, x, y, anchor, text } => html! {
            <text class={ink.class()} x={x.to_string()} y={y.to_string()} text-anchor={anchor.as_str()}>{ text.clone() }</text>
        },
    }
}

impl Anchor {
    /// As in SVG's `text-anchor`.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}
