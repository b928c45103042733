//! The user's guide: headings, paragraphs, lists, bold and code of Markdown, drawn as elements, never as HTML text.

use yew::prelude::*;

/// A heading of the first level, for the list of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its anchor.
    pub anchor: String,
    /// Its words.
    pub text: String,
}

/// The headings of a text, in order.
pub fn headings(text: &str) -> Vec<Heading> {
    let found = text.lines().filter_map(|line| line.strip_prefix("## "));
    found.map(|text| Heading { anchor: anchor(text), text: text.to_owned() }).collect()
}

/// The number at its beginning names a heading in every language: "10. Where" is `10`.
fn anchor(heading: &str) -> String {
    heading.chars().take_while(char::is_ascii_digit).collect()
}

/// Draws a text.
pub fn draw(text: &str) -> Html {
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    blocks.map(draw_block).collect()
}

fn draw_block(block: &str) -> Html {
    if let Some(heading) = block.strip_prefix("### ") {
        return html! { <h3>{ draw_line(heading) }</h3> };
    }
    if let Some(heading) = block.strip_prefix("## ") {
        return html! { <h2 id={["muc-", &anchor(heading)].concat()} tabindex="-1">{ draw_line(heading) }</h2> };
    }
    if block.starts_with("- ") {
        let items = block.split("\n- ").map(|item| item.strip_prefix("- ").unwrap_or(item));
        return html! { <ul>{ for items.map(|item| html! { <li>{ draw_line(item) }</li> }) }</ul> };
    }
    html! { <p>{ draw_line(block) }</p> }
}

/// Bold and code within a line: every second piece between the marks.
fn draw_line(line: &str) -> Html {
    let bold = |(index, piece): (usize, &str)| {
        if index % 2 == 1 {
            html! { <strong>{ draw_code(piece) }</strong> }
        } else {
            draw_code(piece)
        }
    };
    line.split("**").enumerate().map(bold).collect()
}

fn draw_code(text: &str) -> Html {
    let code = |(index, piece): (usize, &str)| {
        if index % 2 == 1 {
            html! { <code>{ piece.to_owned() }</code> }
        } else {
            html! { { piece.to_owned() } }
        }
    };
    text.split('`').enumerate().map(code).collect()
}

#[cfg(test)]
mod tests {
    use super::{Heading, headings};

    #[test]
    fn headings_are_named_by_their_number_in_every_language() {
        let heading = |text: &str| Heading { anchor: "10".to_owned(), text: text.to_owned() };
        assert_eq!(headings("lời\n\n## 10. Dữ liệu\n\n### Con\n"), [heading("10. Dữ liệu")]);
        assert_eq!(headings("## 10. Your data"), [heading("10. Your data")]);
    }
}
