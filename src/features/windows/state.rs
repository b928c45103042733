//! Several windows on one computer: who edits a document, and what windows say to each other.

use scoring::json::Json;

/// What is known of the other windows of this program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WindowsState {
    /// Who edits the document.
    pub lock: DocumentLock,
    /// Whether what is shown was last stored by another window.
    pub follows: bool,
}

/// Who edits the open document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum DocumentLock {
    /// This window.
    #[default]
    Here,
    /// Another window; here it is read only.
    Elsewhere,
    /// Another window, which was asked to let it go.
    Asked,
    /// A window of a newer version of the product, named here: this one writes nothing any more.
    Newer(String),
}

/// What one window says to the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WindowMessage {
    /// It wants to edit the document of an id.
    Want(String),
    /// It has saved the document of an id.
    Saved(String),
    /// It runs this version of the product.
    App(String),
}

impl WindowMessage {
    /// As it is sent: a small JSON object.
    pub fn write(&self) -> String {
        let (kind, what) = match self {
            Self::Want(id) => ("want", id),
            Self::Saved(id) => ("saved", id),
            Self::App(version) => ("app", version),
        };
        Json::Object(vec![(kind.to_owned(), what.as_str().into())]).to_pretty()
    }

    /// The document that it is about.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Want(id) | Self::Saved(id) => Some(id),
            Self::App(_) => None,
        }
    }

    /// What was heard; `None` for anything else, for any page from disk may speak on the line.
    pub fn read(text: &str) -> Option<Self> {
        let json = Json::read(text).ok()?;
        let what = |key| json.get(key).and_then(Json::text).map(str::to_owned);
        what("want")
            .map(Self::Want)
            .or_else(|| what("saved").map(Self::Saved))
            .or_else(|| what("app").map(Self::App))
    }
}

/// Whether a version of the product is newer than another, by its numbers: "0.10.0" is newer than "0.9.1". What is no
/// version is never newer.
pub fn is_newer(version: &str, than: &str) -> bool {
    let numbers =
        |version: &str| version.split('.').map(|part| part.parse::<u64>().ok()).collect::<Option<Vec<_>>>();
    numbers(version).zip(numbers(than)).is_some_and(|(version, than)| version > than)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        for (version, than, newer) in [
            ("0.2.0", "0.1.0", true),
            ("0.10.0", "0.9.1", true),
            ("1.0", "0.9.9", true),
            ("0.1.0", "0.1.0", false),
            ("0.0.9", "0.1.0", false),
            ("", "0.1.0", false),
            ("9.9.9-x", "0.1.0", false),
        ] {
            assert_eq!(is_newer(version, than), newer, "{version} > {than}");
        }
    }

    #[test]
    fn words_are_heard_as_they_were_said_and_nothing_else_is() {
        for word in [
            WindowMessage::Want("u".to_owned()),
            WindowMessage::Saved("\"".to_owned()),
            WindowMessage::App("0.1.0".to_owned()),
        ] {
            assert_eq!(WindowMessage::read(&word.write()), Some(word));
        }
        for noise in ["", "{}", "17", "{\"want\": 17}", "{\"eval\": \"1\"}", "[[[["] {
            assert_eq!(WindowMessage::read(noise), None, "{noise}");
        }
    }
}
