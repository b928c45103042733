//! A chart as a file of its own: SVG text with its colours, its title and whose chart it is, for any program that shows
//! pictures.

use super::Chart;
use super::geometry::{LETTER, lines};
use super::scene::{Scene, Shape};
use crate::core::hidden::visible;

/// Room around the chart.
const EDGE: i32 = 16;
/// Height of a line of the title, and of the line under it.
const TITLE_LINE: i32 = 20;

/// The file's text. `of` says whose chart it is: unit and year.
pub fn file(chart: &Chart, of: &str) -> String {
    let Scene { width, height, shapes } = &chart.scene;
    let letters = usize::try_from(width / (LETTER + 1)).unwrap_or_default();
    let title = lines(&chart.title, letters, 3);
    let under = lines(of, letters, 2);
    let head = i32::try_from(title.len() + under.len()).unwrap_or_default() * TITLE_LINE + EDGE / 2;
    let (full_width, full_height) = (width + 2 * EDGE, height + head + 2 * EDGE);
    let mut text = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    attribute(&mut text, "width", full_width);
    attribute(&mut text, "height", full_height);
    text += " viewBox=\"0 0 ";
    text += &[full_width.to_string(), full_height.to_string()].join(" ");
    text += "\" role=\"img\" font-family=\"'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif\" font-size=\"13\">\n";
    element(&mut text, "<title", &chart.title, "</title>\n");
    element(&mut text, "<desc", &chart.says, "</desc>\n");
    text += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    let mut base = EDGE + 14;
    for (line, weight) in
        title.iter().map(|line| (line, "bold")).chain(under.iter().map(|line| (line, "normal")))
    {
        text += "<text fill=\"#16202b\" font-weight=\"";
        text += weight;
        text.push('"');
        attribute(&mut text, "x", EDGE);
        attribute(&mut text, "y", base);
        element(&mut text, "", line, "</text>\n");
        base += TITLE_LINE;
    }
    text += "<g transform=\"translate(";
    text += &[EDGE.to_string(), (EDGE + head).to_string()].join(" ");
    text += ")\" stroke-width=\"1\">\n";
    for shape in shapes {
        match shape {
            Shape::Path(ink, d) => {
                text += &["<path ", ink.look(), " d=\"", d, "\"/>\n"].concat();
            }
            Shape::Text { ink, x, y, anchor, text: said } => {
                text +=
                    &["<text ", ink.look(), " stroke=\"none\" text-anchor=\"", anchor.word(), "\""].concat();
                attribute(&mut text, "x", *x);
                attribute(&mut text, "y", *y);
                element(&mut text, "", said, "</text>\n");
            }
        }
    }
    text + "</g>\n</svg>\n"
}

fn attribute(text: &mut String, name: &str, value: i32) {
    *text += &[" ", name, "=\"", &value.to_string(), "\""].concat();
}

/// What stands between the end of a beginning tag and the ending one.
fn element(text: &mut String, open: &str, content: &str, close: &str) {
    *text += open;
    text.push('>');
    for c in visible(content).chars() {
        match c {
            '<' => *text += "&lt;",
            '>' => *text += "&gt;",
            '&' => *text += "&amp;",
            // No XML may hold these; they are seen nowhere.
            '\u{fffe}' | '\u{ffff}' => {}
            c => text.push(c),
        }
    }
    *text += close;
}
