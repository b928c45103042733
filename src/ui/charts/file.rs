//! A chart as a file of its own: SVG text with its colours, its title and whose chart it is, for any program that shows
//! pictures.

use crate::ui::charts::geometry::{LETTER, lines};
use crate::ui::charts::scene::{Scene, Shape};
use crate::ui::charts::{Caption, Chart};
use scoring::invisible_chars::show_invisible;

/// Room around the chart.
const EDGE: i32 = 16;
/// Height of a line of the title, and of the line under it.
const TITLE_LINE: i32 = 20;
/// Height of a line of small print.
const NOTE_LINE: i32 = 15;

/// The file's text.
pub fn file(chart: &Chart, caption: &Caption) -> String {
    let Scene { width, height, .. } = &chart.scene;
    let letters = usize::try_from(width / (LETTER + 1)).unwrap_or_default();
    let mut body = String::new();
    let mut base = EDGE + 14;
    if let Some(mark) = caption.mark {
        text_line(&mut body, MARKED, base, mark);
        base += TITLE_LINE;
    }
    for line in lines(&chart.title, letters, 3) {
        text_line(&mut body, "font-weight=\"bold\"", base, &line);
        base += TITLE_LINE;
    }
    for line in lines(&caption.whose, letters, 2) {
        text_line(&mut body, "", base, &line);
        base += TITLE_LINE;
    }
    let mut y = base;
    group(&mut body, y, &chart.scene);
    y += height + EDGE / 2;
    if let Some(legend) = &chart.legend {
        group(&mut body, y, legend);
        y += legend.height + EDGE / 2;
    }
    for line in lines(&caption.notice, letters + letters / 4, 6) {
        y += NOTE_LINE;
        text_line(&mut body, "font-size=\"11\"", y, &line);
    }
    if let Some(mark) = caption.mark {
        through(&mut body, (width / 2 + EDGE, y / 2), mark);
    }
    let (width, height) = ((width + 2 * EDGE).to_string(), (y + EDGE).to_string());
    let mut text = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\" role=\"img\" font-family=\"'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif\" font-size=\"13\">\n",
    ]
    .concat();
    element(&mut text, "<title", &chart.title, "</title>\n");
    element(&mut text, "<desc", &chart.says, "</desc>\n");
    text + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + &body + "</svg>\n"
}

/// The look of the line that marks a sample's.
const MARKED: &str = "font-weight=\"bold\" font-size=\"12\"";

/// A text through the middle of the picture, faint and slanted.
fn through(body: &mut String, (x, y): (i32, i32), said: &str) {
    let place = [x.to_string(), y.to_string()].join(" ");
    *body += &["<g transform=\"translate(", &place, ") rotate(-18)\" opacity=\"0.15\" font-size=\"20\">\n"]
        .concat();
    *body += "<text fill=\"#8a1f5c\" font-weight=\"bold\" text-anchor=\"middle\"";
    element(body, "", said, "</text>\n</g>\n");
}

/// A line of text at the left edge.
fn text_line(text: &mut String, look: &str, base: i32, said: &str) {
    *text += "<text fill=\"#16202b\" ";
    *text += look;
    attribute(text, "x", EDGE);
    attribute(text, "y", base);
    element(text, "", said, "</text>\n");
}

/// The shapes of a scene, so far down.
fn group(text: &mut String, y: i32, scene: &Scene) {
    let place = [EDGE.to_string(), y.to_string()].join(" ");
    *text += &["<g transform=\"translate(", &place, ")\" stroke-width=\"1\">\n"].concat();
    for shape in &scene.shapes {
        match shape {
            Shape::Path(ink, d) => *text += &["<path ", ink.look(), " d=\"", d, "\"/>\n"].concat(),
            Shape::Text { ink, x, y, anchor, text: said } => {
                *text += &["<text ", ink.look(), " stroke=\"none\" text-anchor=\"", anchor.as_str(), "\""]
                    .concat();
                attribute(text, "x", *x);
                attribute(text, "y", *y);
                element(text, "", said, "</text>\n");
            }
        }
    }
    *text += "</g>\n";
}

fn attribute(text: &mut String, name: &str, value: i32) {
    *text += &[" ", name, "=\"", &value.to_string(), "\""].concat();
}

/// What stands between the end of a beginning tag and the ending one.
fn element(text: &mut String, open: &str, content: &str, close: &str) {
    *text += open;
    text.push('>');
    for c in show_invisible(content).chars() {
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
