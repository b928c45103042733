//! The keys of a show: those of a keyboard, and of the remotes that presenters hold, which send Page Up and Page Down, a
//! full stop to blank the room, and Escape.

use crate::features::presentation::event::{PresentationEvent, ShowMark};

/// What a key means while the show runs. In a field, keys that write or move there are the field's own.
pub fn key(key: &str, in_field: bool) -> Option<PresentationEvent> {
    match key {
        "PageDown" => Some(PresentationEvent::WentOn),
        "PageUp" => Some(PresentationEvent::WentBack),
        "Escape" => Some(PresentationEvent::Escaped),
        _ if in_field => None,
        "ArrowRight" => Some(PresentationEvent::WentOn),
        "ArrowLeft" => Some(PresentationEvent::WentBack),
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
            ("PageUp", Some(PresentationEvent::WentBack), Some(PresentationEvent::WentBack)),
            ("b", Some(PresentationEvent::Blanked), None),
            (".", Some(PresentationEvent::Blanked), None),
            ("Escape", Some(PresentationEvent::Escaped), Some(PresentationEvent::Escaped)),
            ("Home", Some(PresentationEvent::First), None),
            ("Tab", None, None),
            ("x", None, None),
        ] {
            assert_eq!(key(name, false), elsewhere, "{name}");
            assert_eq!(key(name, true), in_field, "{name} in a field");
        }
    }
}
