//! The keys of a show: those of a keyboard, and of the remotes that presenters hold, which send Page Up and Page Down, a
//! full stop to blank the room, and Escape.

use crate::features::presentation::event::{PresentationEvent, ShowMark};

/// Where the focus is while a key is pressed: keys that write, move or press there are its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// In a field.
    Field,
    /// On a button, a link or the like.
    Button,
    /// Elsewhere.
    Page,
}

/// What a key means while the show runs.
pub fn key(key: &str, focus: Focus) -> Option<PresentationEvent> {
    let in_field = focus == Focus::Field;
    match key {
        " " | "Enter" if focus == Focus::Page => Some(PresentationEvent::WentOn),
        "PageDown" => Some(PresentationEvent::WentOn),
        "PageUp" => Some(PresentationEvent::WentBack),
        "Escape" => Some(PresentationEvent::Escaped),
        _ if in_field => None,
        "ArrowRight" | "ArrowDown" => Some(PresentationEvent::WentOn),
        "ArrowLeft" | "ArrowUp" => Some(PresentationEvent::WentBack),
        "Home" => Some(PresentationEvent::First),
        "End" => Some(PresentationEvent::Last),
        "b" | "B" | "." => Some(PresentationEvent::Blanked),
        "n" | "N" => Some(PresentationEvent::Marked(ShowMark::Notes)),
        "l" | "L" => Some(PresentationEvent::Marked(ShowMark::List)),
        "f" | "F" => Some(PresentationEvent::ScreenFilled),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_on_and_back_and_those_that_write_are_left_to_the_field() {
        for (name, elsewhere, in_field) in [
            ("ArrowRight", Some(PresentationEvent::WentOn), None),
            ("PageDown", Some(PresentationEvent::WentOn), Some(PresentationEvent::WentOn)),
            ("ArrowLeft", Some(PresentationEvent::WentBack), None),
            ("ArrowDown", Some(PresentationEvent::WentOn), None),
            ("ArrowUp", Some(PresentationEvent::WentBack), None),
            (" ", Some(PresentationEvent::WentOn), None),
            ("Enter", Some(PresentationEvent::WentOn), None),
            ("PageUp", Some(PresentationEvent::WentBack), Some(PresentationEvent::WentBack)),
            ("b", Some(PresentationEvent::Blanked), None),
            (".", Some(PresentationEvent::Blanked), None),
            ("Escape", Some(PresentationEvent::Escaped), Some(PresentationEvent::Escaped)),
            ("Home", Some(PresentationEvent::First), None),
            ("Tab", None, None),
            ("x", None, None),
        ] {
            assert_eq!(key(name, Focus::Page), elsewhere, "{name}");
            assert_eq!(key(name, Focus::Field), in_field, "{name} in a field");
        }
        // A button is pressed by these.
        assert_eq!((key(" ", Focus::Button), key("Enter", Focus::Button)), (None, None));
        assert_eq!(key("ArrowDown", Focus::Button), Some(PresentationEvent::WentOn));
    }
}
