//! The running program: state, actions, undo, and what is saved when. Knows `core` and `exchange`.
//!
//! One direction: something happened ([`Action`]) → [`reduce`](reduce::reduce) → [`State`] → the page. What must be
//! done outside (store, download, remember) leaves as an [`Effect`] and comes back as an action.

mod action;
mod carried;
mod choices;
mod compose;
mod dialog;
mod difference;
mod drafts;
mod effect;
mod exercises;
mod explore;
mod history;
mod homeless;
mod keeping;
mod last_year;
mod link;
mod notice;
mod office;
mod own_text;
mod page;
mod preview;
mod reduce;
mod results;
mod samples;
mod search;
mod sets;
mod show;
mod state;
mod store;
mod to_file;
mod versions;
mod what_if;
mod windows;

pub use action::{Action, EvidenceField, HeadingField, ImportChoice, NarrativeField, TaskField};
pub use carried::Carried;
pub use choices::{Filter, Theme};
pub use dialog::{Cover, Dialog};
pub use difference::{Difference, What, differences};
pub use drafts::{DraftEntry, Remembered, Stored, StoredDraft};
pub use effect::{Effect, Preference};
pub use exercises::{ExerciseDraft, ExerciseEvent, ExerciseField, ExerciseProblem, Exercises};
pub use explore::{Example, Explore, ExploreEvent};
pub use history::{History, StepName};
pub use homeless::Homeless;
pub use keeping::{Keeping, Saving};
pub use last_year::{LastYear, NotLastYear};
pub use link::Sharing;
pub use notice::{Notice, Refused};
pub use office::{OfficeEvent, OfficeFile, OfficeTask, OfficeTrouble, OfficeWork};
pub use own_text::{Fingerprint, OwnText, Purpose};
pub use page::{Page, PageNumbers};
pub use preview::{Preview, Replaced, SetMatch, Source, Standing, Stated};
pub use results::{Arrangement, Column, Standing as ResultStanding};
pub use search::fold;
pub use sets::{SetPreview, Sets, StoredSet};
pub use show::{
    ComparedBy, ComparedUnit, MOST_SIDE_BY_SIDE, PathPage, RoomAnswer, Screen, Show, ShowEvent, ShowMark,
    Side, key as show_key, offered as comparable_units, path_pages, scored as scored_unit, screens,
};
pub use state::State;
pub use store::{Ports, Store, Subscription};
pub use to_file::{
    FileEvent, FileLink, FileNotice, FileState, FileTask, FileTrouble, FoundFile, KeptFile, Other,
};
pub use versions::{KeptVersion, VersionEntry, Why};
pub use what_if::{
    Answered, MOST_COMPARED, MOST_NAME, MOST_PLANS, PlanColumn, Refusal as PlanRefusal, Said, Sandbox, Trial,
    Unclear, WhatIfEvent,
};
pub use windows::{Holder, Word, is_newer};

pub use formats::builtin::LoadedSet;
pub use formats::exercise_file::{
    MOST_MISTAKES, MOST_QUESTION as MOST_EXERCISE_QUESTION, MOST_TITLE as MOST_EXERCISE_TITLE,
    MOST_WHY as MOST_EXERCISE_WHY,
};
pub use formats::incoming::{Refusal, Seal};
pub use formats::link::{LinkFault, MOST_CHARACTERS as LONGEST_LINK};
pub use formats::paste::is_block as is_pasted_block;
pub use formats::qr::{MOST_CHARACTERS as LONGEST_QR, Qr};
pub use formats::samples::{Sample, Strength};
pub use formats::workbook::{RefusedCell, WorkbookFault};
