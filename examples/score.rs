//! Scores an assessment file: `cargo run --example score sets/196-ctr-ubnd.json tests/golden/assessment-v1.json`.

use std::rc::Rc;

use formats::{builtin, document_reader};
use scoring::scored_document::ScoredDocument;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let [set, file] = [1, 2].map(|place| std::env::args().nth(place).unwrap_or_default());
    let set = builtin::load_text(&std::fs::read_to_string(set)?).map_err(|_| "this is no target set")?;
    let file = document_reader::read(&std::fs::read(file)?).map_err(|refusal| refusal.as_str())?;
    let document = ScoredDocument::new(Rc::new(set), file.assessment);
    for score in document.card().targets() {
        println!(
            "{}\t{}",
            score.target.id,
            score.points().map_or("–".to_owned(), |points| points.to_string())
        );
    }
    let totals = document.card().totals;
    println!("{} of {} points", totals.points, totals.max);
    Ok(())
}
