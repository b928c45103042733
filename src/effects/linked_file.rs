//! Files that documents are written to: asks, reads, writes, remembers.

use std::cell::RefCell;
use std::rc::Rc;
use tu_cham::features::importing::event::ImportEvent;

use formats::document_reader::MOST_BYTES;
use platform::clock;
use platform::database::Database;
use platform::file_handle::{FileHandle, FileHandleProblem, FileHandles, Permission};
use tu_cham::document::kept_file::KeptFile;
use tu_cham::features::linked_file::event::LinkedFileEvent;
use tu_cham::features::linked_file::state::{FileTask, FileTrouble, FoundFile};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::store::Store;
use wasm_bindgen_futures::spawn_local;

/// How long after a revision was saved it goes into the file, in milliseconds.
const WRITE_WITHIN: u32 = 2_000;

/// The files of this visit, and those that the browser remembers.
#[derive(Default)]
pub struct ToFile {
    open: RefCell<Vec<FileHandle>>,
    remembered: RefCell<Option<FileHandles>>,
    timer: RefCell<Option<clock::Timeout>>,
}

impl ToFile {
    /// Takes over what the browser remembers.
    pub async fn open(&self, database: Database) -> Vec<KeptFile> {
        let remembered = FileHandles::new(database);
        let handles = remembered.list().await.unwrap_or_default();
        self.remembered.replace(Some(remembered));
        let mut kept = Vec::new();
        for handle in &handles {
            let (id, name) = (handle.id.clone(), handle.name.clone());
            kept.push(KeptFile { id, name, allowed: handle.permission(false).await == Permission::Granted });
        }
        self.open.replace(handles);
        kept
    }

    /// Does one thing, and answers with what came of it.
    pub fn perform(self: &Rc<Self>, task: FileTask, store: Rc<Store>) {
        if task == FileTask::Soon {
            self.soon(store);
            return;
        }
        let files = Rc::clone(self);
        spawn_local(async move {
            if let Some(answer) = files.answer(task).await {
                store.dispatch(answer);
            }
        });
    }

    async fn answer(&self, task: FileTask) -> Option<AppEvent> {
        match task {
            FileTask::Pick { id, name } => match FileHandle::pick(id.clone(), &name).await {
                Ok(handle) => Some(self.find(handle, true).await),
                Err(FileHandleProblem::Cancelled) => None,
                Err(problem) => Some(failed(id, problem)),
            },
            FileTask::Check { id, ask } => {
                let Some(handle) = self.handle(&id) else { return Some(failed(id, FileHandleProblem::Gone)) };
                Some(match handle.permission(ask).await {
                    Permission::Granted => self.find(handle, false).await,
                    leave @ (Permission::Prompt | Permission::Denied) => {
                        AppEvent::LinkedFile(LinkedFileEvent::NotAllowed {
                            id,
                            denied: leave == Permission::Denied,
                        })
                    }
                })
            }
            FileTask::Write { id, revision, text, marks } => {
                let Some(handle) = self.handle(&id) else { return Some(failed(id, FileHandleProblem::Gone)) };
                let mut marked = handle.clone();
                marked.marks = marks;
                self.keep(marked).await;
                let written = handle.write(&text).await;
                // Meanwhile the user may have stopped it, or picked another file.
                self.handle(&id).filter(|now| now.is(&handle))?;
                Some(match written {
                    Ok(()) => AppEvent::LinkedFile(LinkedFileEvent::Written { id, revision }),
                    Err(problem) => failed(id, problem),
                })
            }
            FileTask::Look(id) => {
                let handle = self.handle(&id)?;
                let name = handle.name.clone();
                // What is too big to be read is refused as if it had been chosen.
                Some(match handle.read(MOST_BYTES + 1).await {
                    Ok(bytes) => AppEvent::Import(ImportEvent::FileRead { name, bytes }),
                    Err(_) => AppEvent::Import(ImportEvent::FileUnreadable(name)),
                })
            }
            FileTask::Forget(id) => {
                self.drop_open(&id);
                if let Some(remembered) = self.remembered() {
                    // One that could not be forgotten is offered again at the next start, and asks before it is written.
                    let _ = remembered.forget(&id).await;
                }
                None
            }
            FileTask::Soon => None,
        }
    }

    fn soon(self: &Rc<Self>, store: Rc<Store>) {
        let files = Rc::clone(self);
        let mut timer = self.timer.borrow_mut();
        if timer.is_none() {
            *timer = Some(clock::after(WRITE_WITHIN, move || {
                files.timer.replace(None);
                store.dispatch(AppEvent::LinkedFile(LinkedFileEvent::Due));
            }));
        }
    }

    fn handle(&self, id: &str) -> Option<FileHandle> {
        self.open.borrow().iter().find(|handle| handle.id == id).cloned()
    }

    /// Remembers a file for this visit and, if the browser can, for later ones; whether it can.
    async fn keep(&self, handle: FileHandle) -> bool {
        let mut open = self.open.take();
        open.retain(|other| other.id != handle.id);
        open.push(handle.clone());
        self.open.replace(open);
        match self.remembered() {
            Some(remembered) => remembered.put(&handle).await.is_ok(),
            None => false,
        }
    }

    /// Remembers every file of this visit anew, after what remembered them was deleted.
    pub fn remember_again(&self) {
        let Some(remembered) = self.remembered() else { return };
        let open = self.open.borrow().clone();
        spawn_local(async move {
            for handle in &open {
                // One that can't be remembered is known to this visit.
                let _ = remembered.put(handle).await;
            }
        });
    }

    fn remembered(&self) -> Option<FileHandles> {
        self.remembered.borrow().clone()
    }

    /// Forgets the file of a document whose record goes with its draft.
    pub fn drop_open(&self, id: &str) {
        self.open.borrow_mut().retain(|handle| handle.id != id);
    }

    /// What a file holds, and what this program may have left there.
    async fn find(&self, handle: FileHandle, picked: bool) -> AppEvent {
        let (id, name) = (handle.id.clone(), handle.name.clone());
        // Of a large file enough to see that it is none of ours.
        let bytes = match handle.read(MOST_BYTES + 1).await {
            Ok(bytes) => bytes,
            Err(problem) => return failed(id, problem),
        };
        let (mut marks, mut kept) = (handle.marks.clone(), false);
        if picked {
            kept = self.keep(handle).await;
        } else if let Some(remembered) = self.remembered() {
            // Another window may have written since: what it left there is known to the storage.
            let stored = remembered.list().await.unwrap_or_default();
            if let Some(stored) = stored.into_iter().find(|stored| stored.id == id) {
                (marks, kept) = (stored.marks, true);
            }
        }
        AppEvent::LinkedFile(LinkedFileEvent::Found(Box::new(FoundFile {
            id,
            name,
            bytes,
            marks,
            kept,
            picked,
        })))
    }
}

fn failed(id: String, problem: FileHandleProblem) -> AppEvent {
    let trouble = match problem {
        FileHandleProblem::Denied => FileTrouble::Denied,
        FileHandleProblem::Gone => FileTrouble::Gone,
        FileHandleProblem::Full => FileTrouble::Full,
        FileHandleProblem::Differs => FileTrouble::Differs,
        FileHandleProblem::Cancelled | FileHandleProblem::Refused => FileTrouble::Refused,
    };
    AppEvent::LinkedFile(LinkedFileEvent::Failed(id, trouble))
}
