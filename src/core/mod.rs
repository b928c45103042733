//! What a score is. Pure Rust: no page, no clock, no floats. Knows nobody.
