//! Parts of a heading that several pages show.

use i18n::Key;
use scoring::assessment::PeriodKind;
use web_sys::Event;

use yew::prelude::*;

/// A list to choose from, or one that is fixed.
pub fn list(
    fixed: bool,
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    onchange: Callback<Event>,
) -> Html {
    let id = ["heading-", name].concat();
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ label }</label>
            <select class="input" {id} {name} {onchange} disabled={fixed}>
                for (value, name) in options {
                    <option key={value.as_str()} value={value.clone()}>{ name }</option>
                }
            </select>
        </div>
    }
}

/// The name of a period.
pub(crate) const fn period_name(kind: PeriodKind) -> Key {
    match kind {
        PeriodKind::Year => Key::PeriodYear,
        PeriodKind::FirstQuarter => Key::PeriodFirstQuarter,
        PeriodKind::FirstHalf => Key::PeriodFirstHalf,
        PeriodKind::NineMonths => Key::PeriodNineMonths,
    }
}
