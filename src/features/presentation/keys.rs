//! The keys of a show: those of a keyboard, and of the remotes that presenters hold, which send Page Up and Page Down, a
//! full stop to blank the room, and Escape.

use crate::features::presentation::event::{ShowEvent, ShowMark};

/// What a key means while the show runs. In a field, keys that write or move there are the field's own.
pub fn key(key: &str, in_field: bool) -> Option<ShowEvent> {
    match key {
        "PageDown" => Some(ShowEvent::WentOn),
        "PageUp" => Some(ShowEvent::WentBack),
        "Escape" => Some(ShowEvent::Escaped),
        _ if in_field => None,
        "ArrowRight" => Some(ShowEvent::WentOn),
        "ArrowLeft" => Some(ShowEvent::WentBack),
        "Home" => Some(ShowEvent::First),
        "End" => Some(ShowEvent::Last),
        "b" | "B" | "." => Some(ShowEvent::Blanked),
        "n" | "N" => Some(ShowEvent::Marked(ShowMark::Notes)),
        "l" | "L" => Some(ShowEvent::Marked(ShowMark::List)),
        "f" | "F" => Some(ShowEvent::ScreenFilled),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_on_and_back_and_those_that_write_are_left_to_the_field() {
        for (name, elsewhere, in_field) in [
            ("ArrowRight", Some(ShowEvent::WentOn), None),
            ("PageDown", Some(ShowEvent::WentOn), Some(ShowEvent::WentOn)),
            ("ArrowLeft", Some(ShowEvent::WentBack), None),
            ("PageUp", Some(ShowEvent::WentBack), Some(ShowEvent::WentBack)),
            ("b", Some(ShowEvent::Blanked), None),
            (".", Some(ShowEvent::Blanked), None),
            ("Escape", Some(ShowEvent::Escaped), Some(ShowEvent::Escaped)),
            ("Home", Some(ShowEvent::First), None),
            ("Tab", None, None),
            ("x", None, None),
        ] {
            assert_eq!(key(name, false), elsewhere, "{name}");
            assert_eq!(key(name, true), in_field, "{name} in a field");
        }
    }
}
