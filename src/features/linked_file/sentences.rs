//! The file that a document is written to, in words: where it stands, and what went wrong.

use crate::features::linked_file::state::{FileLink, FileNotice, FileState, FileTrouble};
use i18n::numbers::time_of_day;
use i18n::{Key, Words};

/// A stable word for scripts.
pub const fn file_word(link: &FileLink) -> &'static str {
    match link.state {
        FileState::Waiting => "waiting",
        FileState::Ready if link.written.is_empty() => "ready",
        FileState::Ready => "written",
        FileState::Writing => "writing",
        FileState::Failed(trouble) => trouble_word(trouble),
        FileState::Other(_) => "changed",
    }
}

const fn trouble_word(trouble: FileTrouble) -> &'static str {
    match trouble {
        FileTrouble::Denied => "denied",
        FileTrouble::Gone => "gone",
        FileTrouble::Full => "full",
        FileTrouble::Differs => "differs",
        FileTrouble::Refused => "refused",
    }
}

/// How the file stands: "đã ghi vào phiếu.json lúc 09:41".
pub fn file_line(link: &FileLink, words: Words) -> String {
    let key = match link.state {
        FileState::Waiting => Key::FileLineWaiting,
        // What was written stays true while the next revision is on its way, and the line doesn't flicker.
        FileState::Ready | FileState::Writing if !link.written.is_empty() => {
            let time = time_of_day(&link.written);
            return words.fill(Key::FileLineWritten, &[("name", &link.name), ("time", time)]);
        }
        FileState::Ready => Key::FileLineReady,
        FileState::Writing => Key::FileLineWriting,
        FileState::Failed(_) => Key::FileLineFailed,
        FileState::Other(_) => Key::FileLineChanged,
    };
    words.fill(key, &[("name", &link.name)])
}

/// A stable word for scripts.
pub const fn file_notice_word(notice: &FileNotice) -> &'static str {
    match notice {
        FileNotice::Written { .. } => "file-written",
        FileNotice::Failed(..) => "file-failed",
        FileNotice::Other(_) => "file-changed",
        FileNotice::Stopped(_) => "file-stopped",
        FileNotice::NotFromHere => "file-not-from-here",
    }
}

/// What happened to the file, and what to do.
pub fn file_notice(notice: &FileNotice, words: Words) -> String {
    let (key, name) = match notice {
        FileNotice::Written { name, kept: true } => (Key::NoticeFileWritten, name),
        FileNotice::Written { name, kept: false } => (Key::NoticeFileWrittenOnce, name),
        FileNotice::Failed(name, trouble) => (trouble_key(*trouble), name),
        FileNotice::Other(name) => (Key::NoticeFileChanged, name),
        FileNotice::Stopped(name) => (Key::NoticeFileStopped, name),
        FileNotice::NotFromHere => return words.get(Key::NoticeFileNotFromHere).to_owned(),
    };
    let name = if name.is_empty() { words.get(Key::FileJustPicked) } else { name };
    words.fill(key, &[("name", name)])
}

const fn trouble_key(trouble: FileTrouble) -> Key {
    match trouble {
        FileTrouble::Denied => Key::NoticeFileDenied,
        FileTrouble::Gone => Key::NoticeFileGone,
        FileTrouble::Full => Key::NoticeFileFull,
        FileTrouble::Differs => Key::NoticeFileDiffers,
        FileTrouble::Refused => Key::NoticeFileRefused,
    }
}
