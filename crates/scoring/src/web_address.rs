//! Which text of a file may become a link.

/// The address in a text that may be followed: `http` or `https`, a plain host, and nothing that is not seen.
///
/// Everything else stays text: other schemes, names and passwords before the host (they make one place look like
/// another), spaces, controls, quotes and brackets. An address that is unusual and honest can still be copied.
pub fn web_address(text: &str) -> Option<&str> {
    let address = text.trim();
    let (scheme, rest) = address.split_once("://")?;
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) || address.contains(is_unfit)
    {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    let plain = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    let is_port = !port.is_empty() && port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
    (is_port && host.split('.').all(plain)).then_some(address)
}

fn is_unfit(c: char) -> bool {
    c.is_whitespace()
        || super::invisible_chars::is_invisible(c)
        || matches!(c, '\\' | '"' | '<' | '>' | '^' | '`' | '{' | '|' | '}')
}

#[cfg(test)]
mod tests {
    use super::web_address;

    #[test]
    fn web_addresses_are_links() {
        for text in [
            "https://example.vn",
            "http://example.vn/",
            "HTTPS://Example.VN/van-ban/102?ky=1&so=2#muc-3",
            "https://hồsơ.vn/báo-cáo.pdf",
            "http://10.0.0.7:8080/102",
            "http://localhost/x",
            "https://example.vn/%20a/(1)/~b;c=@d",
        ] {
            assert_eq!(web_address(text), Some(text));
            assert_eq!(web_address(&[" ", text, "\n"].concat()), Some(text));
        }
    }

    #[test]
    fn everything_else_stays_text() {
        for text in [
            "",
            "example.vn/102",
            "//example.vn",
            "javascript:alert(1)",
            "javascript://example.vn/%0Aalert(1)",
            "JaVaScRiPt:alert(1)//https://example.vn",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///C:/102.pdf",
            "ftp://example.vn/102",
            "mailto:a@example.vn",
            "https:example.vn",
            "https:/example.vn",
            "https://",
            "https:///102",
            "https://?x",
            "https://example..vn",
            "https://example.vn:port",
            "https://example.vn:",
            "https://example.vn:123456",
            "https://admin@example.vn",
            "https://example.vn@evil.example/102",
            "https://example.vn:80@evil.example",
            "https://evil.example\\@example.vn",
            "https://example.vn/a b",
            "https://example.vn/\u{202e}fdp.102",
            "https://exam\u{200b}ple.vn",
            "https://example.vn/\0",
            "ht\ntps://example.vn",
            "\u{1}https://example.vn",
            "https://example.vn/\"onclick=\"x",
            "https://<b>.vn",
            "xhttps://example.vn",
            "https://https://example.vn:80:80",
        ] {
            assert_eq!(web_address(text), None, "{text:?}");
        }
    }
}
