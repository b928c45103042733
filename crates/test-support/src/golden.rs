//! The golden file of an assessment, and files that differ from it.

use formats::digest;
use scoring::json::Json;
use serde_json::{Value, json};

pub const GOLDEN: &str = include_str!("../../../tests/golden/assessment-v1.json");
pub const GOLDEN_ID: &str = "5f0c8c1e-3f3a-4a55-9d0e-0c2f5d1b7a61";

pub fn golden() -> Value {
    serde_json::from_str(GOLDEN).unwrap()
}

pub fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut file = golden();
    change(&mut file);
    file
}

/// A file with the digest that belongs to it.
pub fn sealed(file: &Value) -> String {
    let mut file = file.clone();
    file["digest"] = json!(digest::of_file(&Json::read(&file.to_string()).unwrap()));
    file.to_string()
}
