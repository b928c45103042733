//! Báo cáo: the official report from the same data, to print and to hand over as Word, Excel and CSV.

use crate::features::exporting::event::ExportEvent;
use crate::features::report::event::ReportEvent;
use crate::features::report::view::paper::PaperView;
use yew::prelude::*;

use crate::document::report_fields::NarrativeField;
use crate::document::view::proposals::Proposals;
use crate::features::report::view::missing_items::missing_list;
use crate::shell::office::OfficeFile;
use crate::shell::page::PageNumbers;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::focus::value;
use i18n::Key;
use report::{MissingItems, missing_items, usual_basis, usual_recipients};
use scoring::assessment::Narrative;

/// The buttons of what is handed over as Word and Excel: name for scripts, words, file.
const OFFICE_FILES: [(&str, Key, OfficeFile); 3] = [
    ("export-docx", Key::ExportDocx, OfficeFile::Word),
    ("export-xlsx", Key::ExportXlsx, OfficeFile::Excel),
    ("export-template", Key::ExportTemplate, OfficeFile::Template),
];

/// The page: what is missing, what the unit writes itself, the buttons, and below them the paper.
#[derive(PartialEq, Eq)]
pub struct ReportPage {
    narrative: Narrative,
    usual_basis: String,
    missing_items: MissingItems,
    page_numbers: PageNumbers,
}

impl View for ReportPage {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        Self {
            narrative: state.document.assessment().narrative.clone(),
            usual_basis: usual_basis(state.document.set()),
            missing_items: missing_items(state.document.scored()),
            page_numbers: state.frame.page_numbers,
        }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let numbers = match self.page_numbers {
            PageNumbers::Printed => Key::ReportNumbered,
            PageNumbers::None => Key::ReportNotNumbered,
        };
        let Narrative { basis, difficulties, proposals, recipients, .. } = &self.narrative;
        let text = |field, name, label, text: &str, usual| text_field(ctx, field, name, label, text, usual);
        html! {
            <div class="sheet sheet-width">
                <section class="report" aria-labelledby="report-title">
                    <h1 id="report-title">{ words.get(Key::PageReport) }</h1>
                    <p class="report__lead">{ words.get(Key::ReportLead) }</p>
                    <div class="report__buttons">
                        <button type="button" class="button button--primary" data-action="print" aria-describedby="report-print"
                            onclick={ctx.always::<MouseEvent>(ReportEvent::PrintPressed)}>{ words.get(Key::ReportPrint) }</button>
                        for (name, label, file) in OFFICE_FILES {
                            <button type="button" class="button" data-action={name}
                                onclick={ctx.always::<MouseEvent>(ExportEvent::OfficePressed(file))}>{ words.get(label) }</button>
                        }
                        <button type="button" class="button" data-action="export-csv" title={words.get(Key::ReportCsvHelp)}
                            onclick={ctx.always::<MouseEvent>(ReportEvent::CsvPressed)}>{ words.get(Key::ReportCsv) }</button>
                    </div>
                    <p class="report__note" id="report-print">{ words.get(numbers) }</p>
                    { missing_list(&self.missing_items, ctx) }
                    { ctx.view::<Proposals>(()) }
                    <h2>{ words.get(Key::ReportTexts) }</h2>
                    <div class="report__texts">
                        { text(NarrativeField::Difficulties, "difficulties", Key::ReportDifficulties, difficulties, None) }
                        { text(NarrativeField::Proposals, "proposals", Key::ReportProposals, proposals, None) }
                        { text(NarrativeField::Basis, "basis", Key::ReportBasis, basis, Some(self.usual_basis.clone())) }
                        { text(NarrativeField::Recipients, "recipients", Key::ReportRecipients, recipients, Some(usual_recipients().join("\n"))) }
                    </div>
                </section>
                <h2 class="report__preview">{ words.get(Key::ReportPreview) }</h2>
                { ctx.view::<PaperView>(()) }
            </div>
        }
    }
}

/// A text of the report; what stands for it when it is left blank shows through.
fn text_field(
    ctx: &ViewContext,
    field: NarrativeField,
    name: &'static str,
    label: Key,
    text: &str,
    usual: Option<String>,
) -> Html {
    let words = ctx.words;
    let id = ["report-", name].concat();
    let help = [&id, "-help"].concat();
    let typed = ctx.on(move |event: &InputEvent| Some(ReportEvent::NarrativeTyped(field, value(event))));
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ words.get(label) }</label>
            <textarea class="input" {id} {name} rows="3" value={text.to_owned()} oninput={typed} readonly={ctx.read_only}
                lang="vi" placeholder={usual.clone()} aria-describedby={usual.is_some().then(|| help.clone())}/>
            if usual.is_some() {
                <p class="field__help" id={help}>{ words.get(Key::ReportUsual) }</p>
            }
        </div>
    }
}
