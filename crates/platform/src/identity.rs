//! New identifiers for documents.

use js_sys::{Math, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A random UUID of version 4, in lower case with hyphens.
///
/// From the best source the browser has: `crypto.randomUUID`, else `crypto.getRandomValues`, else `Math.random`, which
/// is no secret but unlikely enough to repeat for telling documents apart.
pub fn uuid() -> String {
    from_browser().unwrap_or_else(|| {
        let mut bytes = [0; 16];
        if !fill(&mut bytes) {
            fill_by_chance(&mut bytes);
        }
        write(bytes)
    })
}

fn from_browser() -> Option<String> {
    let crypto = web_sys::window()?.crypto().ok()?;
    // The method is missing outside secure contexts, and calling it there would throw past this program.
    let method = Reflect::get(&crypto, &JsValue::from("randomUUID")).ok()?;
    let method: &js_sys::Function = method.dyn_ref()?;
    method.call0(&crypto).ok()?.as_string()
}

fn fill(bytes: &mut [u8; 16]) -> bool {
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}

fn fill_by_chance(bytes: &mut [u8; 16]) {
    for part in bytes.chunks_mut(4) {
        // The upper half of the fraction's bits: evenly spread whatever the exponent is.
        let random = (Math::random().to_bits() >> 16).to_le_bytes();
        part.iter_mut().zip(random).for_each(|(byte, random)| *byte = random);
    }
}

/// Marks sixteen random bytes as version 4, variant 1 (RFC 9562) and writes them out.
fn write(mut bytes: [u8; 16]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut uuid = String::with_capacity(36);
    for (at, byte) in bytes.into_iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            uuid.push('-');
        }
        uuid.extend(
            [byte >> 4, byte & 0x0f].map(|half| DIGITS.get(usize::from(half)).copied().unwrap_or('0')),
        );
    }
    uuid
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_version_4() {
        assert_eq!(write([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(write([0; 16]), "00000000-0000-4000-8000-000000000000");
        let counted = 0x0011_2233_4455_6677_8899_aabb_ccdd_eeff_u128.to_be_bytes();
        assert_eq!(write(counted), "00112233-4455-4677-8899-aabbccddeeff");
    }
}
