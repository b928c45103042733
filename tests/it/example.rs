//! The example in `examples/score.rs` runs, and says what the file states.

use std::path::Path;
use std::process::Command;

#[test]
fn the_example_scores_a_file() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = top.join("tests/golden/assessment-v1.json");
    let output = Command::new(env!("CARGO"))
        .current_dir(top)
        .args(["run", "--quiet", "--locked", "--offline", "--example", "score", "--"])
        .args([top.join("sets/196-ctr-ubnd.json"), file.clone()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let stated: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let (points, max) = (&stated["result"]["points"], &stated["result"]["max_points"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let last = format!("{} of {} points", points.as_str().unwrap(), max.as_str().unwrap());
    assert_eq!(said.lines().last().unwrap(), last, "{said}");
    assert_eq!(
        said.lines().count(),
        10,
        "a line for each of the nine targets that a commune has, and the sum"
    );
}
