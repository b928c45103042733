//! What just happened, and why a file was refused.

use crate::document::event::DocumentEvent;
use crate::features::drafts::event::DraftEvent;
use crate::features::exporting::event::ExportEvent;
use crate::features::versions::event::VersionEvent;
use crate::shell::dialog::{Dialog, SetFaults};
use crate::shell::event::AppEvent;
use crate::shell::frame::event::FrameEvent;
use std::rc::Rc;
use yew::prelude::*;

use crate::document::history::StepName;
use crate::document::last_year::NotLastYear;
use crate::document::step_names::step;
use crate::features::linked_file::sentences::{file_notice, file_notice_word};
use crate::shell::notice::{Notice, NoticeKind, Refused};
use crate::shell::office::OfficeTrouble;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::icons::{Icon, icon};
use formats::document_reader::Refusal;
use formats::file_kind::FileKind;
use formats::share_link::ShareLinkFault;
use formats::workbook::WorkbookFault;
use i18n::numbers::{day, time_of_day};
use i18n::sentences::{fault, place, syntax};
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::json_reader::Fault;

/// The notices, read out as they come.
#[derive(PartialEq, Eq)]
pub struct Notices {
    notice: Option<Notice>,
    /// Whether what the notice tells is the last step: only then its button would undo that, and no other.
    is_last_step: bool,
    /// Whether only the user can tell that the file which was handed over is there.
    unconfirmed: bool,
    office_awaited: bool,
    refusal: Option<(String, Refused)>,
}

impl View for Notices {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let (notice, refusal) = (state.frame.notice.clone(), state.importing.refusal.clone());
        let last = state.document.history.next_undo();
        let is_last_step = notice.as_ref().zip(last).is_some_and(|(notice, step)| tells_of(notice, step));
        let unconfirmed = !state.exporting.handed_over.is_empty();
        Self { notice, is_last_step, unconfirmed, office_awaited: state.exporting.office_awaited, refusal }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        html! {
            <div class="notices" role="region" aria-label={ctx.words.get(Key::Notices)}>
                <div role="status" class="notices__slot">
                    if self.office_awaited {
                        <p class="notice notice--info" data-office="awaited">{ ctx.words.get(Key::OfficeAwaited) }</p>
                    }
                    // Never more than one beside a refusal.
                    if let Some(notice) = self.notice.as_ref().filter(|_| !self.office_awaited) {
                        { self.draw_notice(notice, ctx) }
                    }
                </div>
                <div class="notices__slot">
                    if let Some((name, refused)) = &self.refusal {
                        { draw_refusal(name, refused, ctx) }
                    }
                </div>
            </div>
        }
    }
}

impl Notices {
    fn draw_notice(&self, notice: &Notice, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let (class, drawing) = match notice.kind() {
            NoticeKind::Done => ("notice--done", Icon::Met),
            NoticeKind::Problem => ("notice--problem", Icon::Wrong),
            NoticeKind::Info | NoticeKind::Question => ("notice--info", Icon::Info),
        };
        html! {
            <div class={classes!("notice", class)} data-notice={kind(notice)}>
                { icon(drawing) }
                <p>{ say(notice, words) }</p>
                if self.is_last_step && !ctx.read_only {
                    <button type="button" class="button" onclick={ctx.always::<MouseEvent>(DocumentEvent::UndoPressed)}>
                        { words.get(Key::Undo) }
                    </button>
                }
                { more(notice, self.unconfirmed, ctx) }
                { close(ctx, FrameEvent::NoticeDismissed) }
            </div>
        }
    }
}

/// Whether a notice tells of a step that can be undone, and of this one.
fn tells_of(notice: &Notice, step: &StepName) -> bool {
    match (notice, step) {
        (Notice::Pasted(count, _), StepName::Paste(filled)) => count == filled,
        (Notice::OrphanedAnswersRemoved(of), StepName::OrphanedAnswersRemoved(target)) => of == target,
        (Notice::Imported(_), StepName::Import)
        | (Notice::Restored(_), StepName::Restore)
        | (Notice::DraftRemoved(_), StepName::RemoveDraft(_))
        | (Notice::Duplicated { .. }, StepName::Duplicate) => true,
        _ => false,
    }
}

/// What else can be done about it.
#[expect(clippy::wildcard_enum_match_arm, reason = "nearly all notices offer nothing more")]
fn more(notice: &Notice, unconfirmed: bool, ctx: &ViewContext) -> Html {
    let (name, label, action) = match notice {
        Notice::DraftUnreadable(id) | Notice::DraftRecovered(id) => {
            ("raw", Key::RawText, AppEvent::from(DraftEvent::RawPressed(id.clone())))
        }
        Notice::Exported(_) | Notice::CopyExported(_) if unconfirmed => {
            ("file-there", Key::FileThere, ExportEvent::Confirmed.into())
        }
        Notice::AllExported(count, at) if *count > 0 => {
            ("all-there", Key::FileThere, ExportEvent::AllConfirmed(at.clone()).into())
        }
        Notice::PutAside => ("versions", Key::Versions, VersionEvent::Asked.into()),
        _ => return Html::default(),
    };
    html! {
        <button type="button" class="button" data-action={name} onclick={ctx.always::<MouseEvent>(action)}>
            { ctx.words.get(label) }
        </button>
    }
}

/// A stable word for scripts.
const fn kind(notice: &Notice) -> &'static str {
    match notice {
        Notice::Exported(_) => "exported",
        Notice::PaperExported(_) => "paper-exported",
        Notice::Office(OfficeTrouble::Missing) => "office-missing",
        Notice::Office(OfficeTrouble::Broken) => "office-broken",
        Notice::CopyExported(_) => "copy-exported",
        Notice::FormExported(_) => "form-exported",
        Notice::CopyRefused => "copy-refused",
        Notice::CopyUnreachable => "copy-unreachable",
        Notice::EmbeddedIsDraft(_) => "carried-is-draft",
        Notice::EmbeddedWasOpened(_) => "carried-was-opened",
        Notice::AllExported(..) => "all-exported",
        Notice::ExportFailed => "export-failed",
        Notice::ExportTooBig => "export-too-big",
        Notice::DraftElsewhere => "draft-elsewhere",
        Notice::File(notice) => file_notice_word(notice),
        Notice::Pasted(..) => "pasted",
        Notice::PastedNothing => "pasted-nothing",
        Notice::Imported(_) => "imported",
        Notice::ImportedNothing(_) => "imported-nothing",
        Notice::OrphanedAnswersRemoved(_) => "homeless-removed",
        Notice::DraftRemoved(_) => "draft-removed",
        Notice::AllRemoved => "all-removed",
        Notice::DraftsGone(_) => "drafts-gone",
        Notice::StoredAgain(_) => "stored-again",
        Notice::BackUpFailed => "backup-failed",
        Notice::DeleteFailed => "delete-failed",
        Notice::Duplicated { .. } => "duplicated",
        Notice::NoNextYear => "no-next-year",
        Notice::SetMissing(..) => "set-missing",
        Notice::SetOpened(_) => "set-opened",
        Notice::ExercisesRead(..) => "exercises-read",
        Notice::ExercisesFull => "exercises-full",
        Notice::DraftUnreadable(_) => "draft-unreadable",
        Notice::DraftRecovered(_) => "draft-recovered",
        Notice::PutAside => "put-aside",
        Notice::SampleUnknown(_) => "sample-unknown",
        Notice::Restored(_) => "restored",
        Notice::Undone(_) => "undone",
        Notice::Redone(_) => "redone",
    }
}

fn say(notice: &Notice, words: Words) -> Html {
    let plain = |text: String| html! { { text } };
    match notice {
        Notice::Exported(name) => handed_over(Key::NoticeExported, name, words),
        Notice::PaperExported(name) => handed_over(Key::NoticePaperExported, name, words),
        Notice::Office(trouble) => plain(
            words
                .get(match trouble {
                    OfficeTrouble::Missing => Key::NoticeOfficeMissing,
                    OfficeTrouble::Broken => Key::NoticeOfficeBroken,
                })
                .to_owned(),
        ),
        Notice::CopyExported(name) => handed_over(Key::NoticeCopyExported, name, words),
        Notice::FormExported(name) => handed_over(Key::NoticeFormExported, name, words),
        Notice::CopyRefused => plain(words.get(Key::NoticeCopyRefused).to_owned()),
        Notice::CopyUnreachable => plain(words.get(Key::NoticeCopyUnreachable).to_owned()),
        Notice::EmbeddedIsDraft(unit) => {
            plain(words.fill(Key::NoticeEmbeddedIsDraft, &[("unit", named(unit, words))]))
        }
        Notice::EmbeddedWasOpened(unit) => {
            plain(words.fill(Key::NoticeEmbeddedWasOpened, &[("unit", named(unit, words))]))
        }
        Notice::AllExported(count, _) => {
            plain(words.fill(Key::NoticeAllExported, &[("n", &count.to_string())]))
        }
        Notice::ExportFailed => plain(words.get(Key::NoticeExportFailed).to_owned()),
        Notice::ExportTooBig => plain(words.get(Key::NoticeExportTooBig).to_owned()),
        Notice::DraftElsewhere => plain(words.get(Key::NoticeDraftElsewhere).to_owned()),
        Notice::File(notice) => plain(file_notice(notice, words)),
        Notice::Pasted(count, target) => {
            plain(words.fill(Key::NoticePasted, &[("n", &count.to_string()), ("id", target)]))
        }
        Notice::PastedNothing => plain(words.get(Key::NoticePastedNothing).to_owned()),
        Notice::Imported(name) => plain(words.fill(Key::NoticeImported, &[("name", &show_invisible(name))])),
        Notice::ImportedNothing(name) => {
            plain(words.fill(Key::NoticeImportedNothing, &[("name", &show_invisible(name))]))
        }
        Notice::OrphanedAnswersRemoved(id) => {
            plain(words.fill(Key::NoticeOrphanedRemoved, &[("id", &show_invisible(id))]))
        }
        Notice::DraftRemoved(name) => {
            plain(words.fill(Key::NoticeDraftRemoved, &[("name", &show_invisible(name))]))
        }
        Notice::AllRemoved => plain(words.get(Key::NoticeAllRemoved).to_owned()),
        Notice::DraftsGone(0) => plain(words.get(Key::NoticeDraftsGone).to_owned()),
        Notice::DraftsGone(found) => {
            plain(words.fill(Key::NoticeDraftsGoneSome, &[("n", &found.to_string())]))
        }
        Notice::StoredAgain(count) => plain(words.fill(Key::NoticeStoredAgain, &[("n", &count.to_string())])),
        Notice::BackUpFailed => plain(words.get(Key::NoticeBackupFailed).to_owned()),
        Notice::DeleteFailed => plain(words.get(Key::NoticeDeleteFailed).to_owned()),
        Notice::Duplicated { from, to } => {
            plain(words.fill(Key::NoticeDuplicated, &[("from", &from.to_string()), ("to", &to.to_string())]))
        }
        Notice::NoNextYear => plain(words.get(Key::NoticeNoNextYear).to_owned()),
        Notice::SetMissing(id, edition) => {
            let named = [("id", &*show_invisible(id)), ("edition", &*show_invisible(edition))];
            plain(words.fill(Key::NoticeSetMissing, &named))
        }
        Notice::SetOpened(title) => {
            plain(words.fill(Key::NoticeSetOpened, &[("name", &show_invisible(words.of(title)))]))
        }
        Notice::ExercisesRead(name, count) => {
            let said = [("n", &*count.to_string()), ("name", &*show_invisible(name))];
            plain(words.fill(Key::NoticeExercisesRead, &said))
        }
        Notice::ExercisesFull => plain(words.get(Key::NoticeExercisesFull).to_owned()),
        Notice::DraftUnreadable(_) => plain(words.get(Key::NoticeDraftUnreadable).to_owned()),
        Notice::DraftRecovered(_) => plain(words.get(Key::NoticeDraftRecovered).to_owned()),
        Notice::PutAside => plain(words.get(Key::NoticePutAside).to_owned()),
        Notice::SampleUnknown(id) => {
            let id: String = show_invisible(id).chars().take(60).collect();
            plain(words.fill(Key::NoticeSampleUnknown, &[("id", &id)]))
        }
        Notice::Restored(at) => {
            plain(words.fill(Key::NoticeRestored, &[("time", time_of_day(at)), ("date", &day(at))]))
        }
        Notice::Undone(name) => plain(words.fill(Key::NoticeUndone, &[("step", &step(name, words))])),
        Notice::Redone(name) => plain(words.fill(Key::NoticeRedone, &[("step", &step(name, words))])),
    }
}

/// What was handed over, and the name of its file.
fn handed_over(what: Key, name: &str, words: Words) -> Html {
    html! { <>{ words.get(what) }{ " " }<b>{ name.to_owned() }</b></> }
}

fn named(unit: &str, words: Words) -> &str {
    if unit.is_empty() { words.get(Key::UnitUnnamed) } else { unit }
}

fn draw_refusal(name: &str, refused: &Refused, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let (word, why) = match refused {
        Refused::Unreadable => ("unreadable", words.get(Key::RefusalUnreadable).to_owned()),
        Refused::Several => ("several", words.get(Key::RefusalSeveral).to_owned()),
        Refused::EmbeddedSet => ("carried-set", words.get(Key::RefusalEmbeddedSet).to_owned()),
        Refused::Set(Refusal::Faulty(faults)) => {
            ("faulty", words.fill(Key::FaultsSet, &[("n", &faults.len().to_string())]))
        }
        Refused::Content(refusal) | Refused::Set(refusal) => (refusal.as_str(), explain(refusal, words)),
        Refused::Kind(kind) => (kind.as_str(), words.get(why_not_this_kind(*kind)).to_owned()),
        Refused::Workbook(fault) => {
            (fault.as_str(), words.fill(why_no_workbook(fault), &[("detail", fault.detail())]))
        }
        Refused::LastYear(why) => (why.as_str(), why_not_last_year(*why, words)),
        Refused::Link(fault) => (fault.as_str(), words.get(why_no_link(*fault)).to_owned()),
    };
    let title = match refused {
        Refused::Link(_) => words.get(Key::RefusalLink).to_owned(),
        Refused::Content(_)
        | Refused::Unreadable
        | Refused::Several
        | Refused::Kind(_)
        | Refused::Workbook(_)
        | Refused::LastYear(_)
        | Refused::EmbeddedSet
        | Refused::Set(_) => words.fill(Key::RefusalTitle, &[("name", &show_invisible(name))]),
    };
    html! {
        <div class="notice notice--problem" role="alert" data-problem={word}>
            { icon(Icon::Wrong) }
            <div>
                <p>
                    <b>{ title }</b>{ " " }<bdi>{ show_invisible(&why) }</bdi>{ " " }
                    { words.get(Key::RefusalNothingChanged) }
                </p>
            </div>
            if let Refused::Set(Refusal::Faulty(faults)) = refused {
                <button type="button" class="button" data-action="show-faults" onclick={show_faults(name, faults, ctx)}>
                    { words.get(Key::FaultsShow) }
                </button>
            }
            { close(ctx, FrameEvent::RefusalDismissed) }
        </div>
    }
}

const fn why_not_this_kind(kind: FileKind) -> Key {
    match kind {
        FileKind::Word => Key::FileKindWord,
        FileKind::OpenDocument => Key::FileKindOpenDocument,
        FileKind::Apple => Key::FileKindApple,
        FileKind::Zip | FileKind::Archive => Key::FileKindArchive,
        FileKind::Pdf => Key::FileKindPdf,
        FileKind::Picture => Key::FileKindPicture,
        FileKind::Table => Key::FileKindTable,
        FileKind::SheetAsPage => Key::FileKindSheetAsPage,
        FileKind::OldEncoding => Key::FileKindOldEncoding,
        FileKind::Shortcut => Key::FileKindShortcut,
        FileKind::Lock => Key::FileKindLock,
        FileKind::Workbook | FileKind::OldOffice => Key::FileKindNotHere,
        FileKind::Other => Key::RefusalNotOurs,
    }
}

const fn why_no_workbook(fault: &WorkbookFault) -> Key {
    match fault {
        WorkbookFault::OldOrLocked => Key::WorkbookOldOrLocked,
        WorkbookFault::NotXlsx => Key::WorkbookNotXlsx,
        WorkbookFault::Damaged => Key::WorkbookDamaged,
        WorkbookFault::TooBig => Key::WorkbookTooBig,
        WorkbookFault::NotTemplate => Key::WorkbookNotTemplate,
        WorkbookFault::Newer => Key::WorkbookNewer,
        WorkbookFault::MarksMissing => Key::WorkbookMarksMissing,
        WorkbookFault::FiguresMissing => Key::WorkbookFiguresMissing,
        WorkbookFault::SeveralSheets(_) => Key::WorkbookSeveralSheets,
        WorkbookFault::ColumnsMoved(_) => Key::WorkbookColumnsMoved,
        WorkbookFault::OtherSet(_) => Key::WorkbookOtherSet,
        WorkbookFault::SeveralTables(_) => Key::WorkbookSeveralTables,
    }
}

fn why_not_last_year(why: NotLastYear, words: Words) -> String {
    match why {
        NotLastYear::Year { file, wanted } => {
            let years = [("file", &*file.to_string()), ("wanted", &*wanted.to_string())];
            words.fill(Key::RefusalNotLastYear, &years)
        }
        NotLastYear::Level => words.get(Key::RefusalOtherLevel).to_owned(),
        NotLastYear::Sample => words.get(Key::RefusalSample).to_owned(),
        NotLastYear::Set => words.get(Key::RefusalOtherSet).to_owned(),
    }
}

const fn why_no_link(fault: ShareLinkFault) -> Key {
    match fault {
        ShareLinkFault::Damaged => Key::RefusalLinkDamaged,
        ShareLinkFault::Newer => Key::RefusalLinkNewer,
    }
}

fn explain(refusal: &Refusal, words: Words) -> String {
    match refusal {
        Refusal::TooBig => words.get(Key::RefusalTooBig).to_owned(),
        Refusal::Blank => words.get(Key::RefusalBlank).to_owned(),
        Refusal::NoContent => words.get(Key::RefusalNoContent).to_owned(),
        Refusal::NotText => words.get(Key::RefusalNotText).to_owned(),
        Refusal::NotJson(error) => match &error.duplicate {
            // Not even its beginning is JSON.
            None if (error.line, error.column) == (1, 1) => words.get(Key::RefusalNotJsonText).to_owned(),
            None => syntax(error, words)
                .unwrap_or_else(|| words.fill(Key::RefusalNotJson, &[("line", &error.line.to_string())])),
            Some(key) => {
                let key: String = key.chars().take(40).collect();
                words.fill(Key::RefusalDuplicate, &[("key", &key), ("line", &error.line.to_string())])
            }
        },
        Refusal::AmongWords => words.get(Key::RefusalAmongWords).to_owned(),
        Refusal::NotOurs => words.get(Key::RefusalNotOurs).to_owned(),
        Refusal::NoFormat(format) => words.fill(Key::RefusalNoFormat, &[("format", format)]),
        Refusal::OtherPage => words.get(Key::RefusalOtherPage).to_owned(),
        Refusal::EmptyCopy => words.get(Key::RefusalEmptyCopy).to_owned(),
        Refusal::Exercises => words.get(Key::RefusalExercises).to_owned(),
        Refusal::TargetSet => words.get(Key::RefusalTargetSet).to_owned(),
        Refusal::Newer(version) => words.fill(Key::RefusalNewer, &[("version", &version.to_string())]),
        Refusal::Faulty(faults) => faulty(faults, words),
    }
}

/// The first fault by its path, and how many more there are.
fn faulty(faults: &[Fault], words: Words) -> String {
    let Some(first) = faults.first() else { return words.get(Key::RefusalNotOurs).to_owned() };
    let (path, what) = (place(first, words), fault(first, words));
    words.fill(Key::RefusalFaulty, &[("path", &path), ("what", &what), ("n", &faults.len().to_string())])
}

/// Opens the list of a set's faults again.
fn show_faults(name: &str, faults: &[Fault], ctx: &ViewContext) -> Callback<MouseEvent> {
    let faults = SetFaults { name: name.to_owned(), faults: Rc::from(faults), copied: None };
    ctx.always(FrameEvent::DialogSet(Some(Dialog::SetFaults(faults))))
}

fn close(ctx: &ViewContext, event: impl Into<AppEvent> + Clone + 'static) -> Html {
    html! {
        <button type="button" class="button button--plain button--icon" data-action="dismiss" onclick={ctx.always::<MouseEvent>(event)}>
            { icon(Icon::Close) }<span class="vh">{ ctx.words.get(Key::CloseNotice) }</span>
        </button>
    }
}
