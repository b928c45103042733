//! A QR code on the page.

use yew::prelude::*;

use formats::qr::Qr;

/// The white frame that cameras need around a code, in squares.
const QUIET_ZONE: usize = 4;

/// Black on white whatever the theme: cameras look for dark squares on a light ground.
pub fn draw_code(code: &Qr, id: &'static str, class: &'static str, label: &str) -> Html {
    let whole = (code.side + 2 * QUIET_ZONE).to_string();
    html! {
        <svg {class} {id} data-out="qr" role="img" aria-label={label.to_owned()}
            viewBox={["0 0 ", &whole, " ", &whole].concat()} shape-rendering="crispEdges">
            <path fill="#fff" d={["M0 0h", &whole, "v", &whole, "H0z"].concat()}/>
            // Each line runs along the middle of its row.
            <path stroke="#000" transform="translate(4 4.5)" d={lines(code)}/>
        </svg>
    }
}

/// A line for each run of dark squares: "M0 0h7M9 0h2…".
fn lines(code: &Qr) -> String {
    let mut path = String::new();
    for (y, row) in code.rows().enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&true) {
                for (mark, number) in [("M", x), (" ", y), ("h", run.len())] {
                    path += mark;
                    path += &number.to_string();
                }
            }
            x += run.len();
        }
    }
    path
}
