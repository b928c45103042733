//! The JSON Canonicalization Scheme (RFC 8785): one text for one meaning, to be hashed.
//!
//! Numbers are put into the scheme's form by their digits, without floating point. That is exact for every number of
//! up to 15 digits, and for every longer one that was written as short as a double allows, as programs write them.

use scoring::json::{Json, Members};

/// The canonical text.
pub fn canonical(json: &Json) -> String {
    let mut text = String::new();
    write(json, &mut text);
    text
}

fn write(json: &Json, text: &mut String) {
    match json {
        Json::Number(digits) => *text += &number(&digits.to_string()),
        Json::List(values) => {
            text.push('[');
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(value, text);
            }
            text.push(']');
        }
        Json::Object(members) => {
            text.push('{');
            for (index, (key, value)) in in_order(members).into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                *text += &string(key);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
        Json::Text(value) => *text += &string(value),
        Json::Null => *text += "null",
        Json::Bool(value) => *text += if *value { "true" } else { "false" },
    }
}

/// Members by their keys' UTF-16 units, as the scheme orders them.
fn in_order(members: &Members) -> Vec<(&str, &Json)> {
    let mut sorted: Vec<_> = members.iter().map(|(key, value)| (key.as_str(), value)).collect();
    sorted.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    sorted
}

/// Strings are escaped as the scheme says by the writer of JSON that is used everywhere here.
fn string(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// A number in the form of ECMAScript.
fn number(text: &str) -> String {
    let (sign, size) = text.strip_prefix('-').map_or(("", text), |size| ("-", size));
    let (mantissa, exponent) = size.split_once(['e', 'E']).unwrap_or((size, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let leading = digits.len() - digits.trim_start_matches('0').len();
    let digits = digits.trim_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    // The value is 0.digits × 10^point. An exponent beyond all bounds stays beyond them.
    let exponent = exponent.trim_start_matches('+').parse().unwrap_or(i64::from(i32::MAX));
    let length = |text: &str| i64::try_from(text.len()).unwrap_or(i64::MAX);
    let leading = i64::try_from(leading).unwrap_or(i64::MAX);
    let point = length(whole).saturating_add(exponent).saturating_sub(leading);
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or_default());
    let split =
        |at: i64| digits.split_at_checked(usize::try_from(at).unwrap_or_default()).unwrap_or((digits, ""));
    let size = if point > 21 || point <= -6 {
        let (first, rest) = split(1);
        let mark = if rest.is_empty() { "" } else { "." };
        let plus = if point > 0 { "+" } else { "" };
        format!("{first}{mark}{rest}e{plus}{}", point.saturating_sub(1))
    } else if point <= 0 {
        ["0.", &zeros(-point), digits].concat()
    } else if length(digits) <= point {
        [digits, &zeros(point - length(digits))].concat()
    } else {
        let (whole, fraction) = split(point);
        [whole, ".", fraction].concat()
    };
    [sign, &size].concat()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn numbers_are_written_as_ecmascript_does() {
        for (number, written) in [
            ("0", "0"),
            ("-0", "0"),
            ("0.0e5", "0"),
            ("1.0", "1"),
            ("-1.50", "-1.5"),
            ("4.50", "4.5"),
            ("2e-3", "0.002"),
            ("0.000001", "0.000001"),
            ("0.0000001", "1e-7"),
            ("1E30", "1e+30"),
            ("1e21", "1e+21"),
            ("1e20", "100000000000000000000"),
            ("0.000000000000000000000000001", "1e-27"),
            ("9007199254740991", "9007199254740991"),
            ("1.7976931348623157e308", "1.7976931348623157e+308"),
            ("5e-324", "5e-324"),
            // Beyond what any program counts with: still a text, and never a crash.
            ("1e9223372036854775807", "1e+9223372036854775806"),
            ("0.001e-9223372036854775808", "1e-9223372036854775808"),
        ] {
            assert_eq!(super::number(number), written, "{number}");
        }
    }

    #[test]
    fn keys_stand_in_the_order_of_utf_16() {
        // The example of RFC 8785, section 3.2.3.
        let json = Json::read(
            r#"{"\u20ac":"Euro","\r":"CR","\ufb33":"Dalet","1":"One","\ud83d\ude00":"Smile","\u0080":"Ctrl","\u00f6":"o"}"#,
        );
        let text = canonical(&json.unwrap());
        let order: Vec<_> =
            ["CR", "One", "Ctrl", "o", "Euro", "Smile", "Dalet"].map(|word| text.find(word)).into();
        assert!(order.is_sorted() && order.iter().all(Option::is_some), "{text}");
    }

    #[test]
    fn strings_are_escaped_no_more_than_needed() {
        let json = Json::read(r#"["\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\/"]"#).unwrap();
        assert_eq!(canonical(&json), r#"["€$\u000f\nA'B\"\\\\\"/"]"#);
    }
}
