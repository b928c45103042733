//! SHA-256 of JSON in its canonical form (RFC 8785): it shows damage and edits by hand, and is no signature.

use sha2::{Digest as _, Sha256};

use super::canonical::canonical;
use scoring::json::Json;

/// Lower-case hex of the SHA-256 of canonical JSON.
pub fn hex(json: &Json) -> String {
    of_bytes(canonical(json).as_ref())
}

/// Lower-case hex of the SHA-256 of bytes; a text's bytes are its UTF-8.
pub fn of_bytes(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex_digit).collect()
}

fn hex_digit(digit: u8) -> char {
    char::from_digit(digit.into(), 16).unwrap_or('0')
}

/// The `digest` of a file: over everything but its own top-level `digest`.
pub fn of_file(file: &Json) -> String {
    let without = match file {
        Json::Object(members) => {
            Json::Object(members.iter().filter(|(key, _)| key != "digest").cloned().collect())
        }
        other @ (Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_)) => {
            other.clone()
        }
    };
    ["sha256:", &hex(&without)].concat()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn hashes_the_canonical_form_whatever_the_order_and_the_white_space() {
        // printf '%s' '{"a":1,"ê":["x"]}' | sha256sum
        let expected = hex(&Json::read("{\"a\":1,\"ê\":[\"x\"]}").unwrap());
        assert_eq!(hex(&Json::read(" { \"ê\" : [ \"\\u0078\" ], \"a\" : 1.0 } ").unwrap()), expected);
        // printf '{}' | sha256sum
        assert_eq!(
            hex(&Json::Object(Vec::new())),
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
        );
    }

    #[test]
    fn leaves_out_its_own_key_only_at_the_top() {
        let bare = Json::read("{\"a\":{\"digest\":1}}").unwrap();
        let with_digest = Json::read("{\"a\":{\"digest\":1},\"digest\":\"x\"}").unwrap();
        assert_eq!(of_file(&bare), of_file(&with_digest));
        assert_ne!(of_file(&bare), of_file(&Json::read("{\"a\":{}}").unwrap()));
    }
}
