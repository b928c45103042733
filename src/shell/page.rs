//! Which page an address names.

/// What the address of the open page stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Address {
    /// The page shown.
    #[default]
    Page,
    /// A link with a document in it that is still to be answered.
    Link,
}

/// Whether this browser prints the numbers of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageNumbers {
    /// It prints none, or is too old to.
    #[default]
    None,
    /// It prints those that the style sheet asks for.
    Printed,
}

/// A page of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// Nhập số liệu.
    #[default]
    Entry,
    /// Kết quả.
    Results,
    /// Thử phương án.
    Scenario,
    /// Báo cáo.
    Report,
    /// Trình chiếu.
    Presentation,
    /// Chỉ tiêu.
    Reference,
    /// Hướng dẫn.
    Guide,
}

impl Page {
    /// Every page.
    pub const ALL: [Self; 7] = Self::MENU;

    /// The pages of the menu, in its order.
    pub const MENU: [Self; 7] = [
        Self::Entry,
        Self::Results,
        Self::Scenario,
        Self::Report,
        Self::Presentation,
        Self::Reference,
        Self::Guide,
    ];

    /// What stands in an address between its page and the id of the sample that is open.
    pub const SAMPLE: &str = "?mau=";

    /// The part of the address after `#`.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Entry => "/nhap-lieu",
            Self::Results => "/ket-qua",
            Self::Scenario => "/thu-phuong-an",
            Self::Report => "/bao-cao",
            Self::Presentation => "/trinh-chieu",
            Self::Reference => "/chi-tieu",
            Self::Guide => "/huong-dan",
        }
    }

    /// The address of a place on the page: "#/nhap-lieu/TT-3".
    pub fn address_of(self, place: &str) -> String {
        ["#", self.path(), "/", place].concat()
    }

    /// The id of the sample that an address names: "commune-2023-middling" of `#/ket-qua?mau=commune-2023-middling`.
    pub fn sample_of_address(hash: &str) -> Option<&str> {
        let (_, id) = hash.split_once(Self::SAMPLE)?;
        id.split('&').next().filter(|id| !id.is_empty())
    }

    /// The place that an address names on its page: "10" of `#/huong-dan/10`, "TT-3" of `#/nhap-lieu/TT-3`.
    pub fn place_of_address(hash: &str) -> Option<String> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let path = path.split(Self::SAMPLE).next().unwrap_or_default();
        let page = Self::of_address(hash);
        let rest = path.strip_prefix(page.path())?.strip_prefix('/')?;
        if matches!(page, Self::Entry | Self::Reference) {
            decoded(rest)
        } else {
            is_number(rest).then(|| rest.to_owned())
        }
    }

    /// The page of an address such as `#/huong-dan`; anything unknown is the first page.
    pub fn of_address(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let path = path.split(['?', '&']).next().unwrap_or_default();
        let names = |page: &Self| {
            path == page.path() || path.strip_prefix(page.path()).is_some_and(|rest| rest.starts_with('/'))
        };
        Self::ALL.into_iter().find(names).unwrap_or_default()
    }
}

/// A numbered place on a page: digits only, so that it can be looked up as it is.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The longest place that is looked for, in bytes of the address: an id of 64 bytes, each as `%C3`.
const LONGEST_PLACE: usize = 200;

/// What an address says once its `%C3%A9` are letters again: browsers write those of an id so. Whether there is such a
/// place is for the page to say.
fn decoded(text: &str) -> Option<String> {
    if text.is_empty() || text.len() > LONGEST_PLACE {
        return None;
    }
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? * 16 + hex(rest.next()?)?,
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

const fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Page;
    use crate::features::sharing::event::ShareEvent;
    use crate::shell::event::AppEvent;
    use crate::shell::page::Page::{Entry, Guide, Presentation, Reference, Report, Results, Scenario};

    #[test]
    fn an_address_names_a_page() {
        for (hash, page) in [
            ("", Entry),
            ("#", Entry),
            ("#/", Entry),
            ("#/nhap-lieu", Entry),
            ("#/nhap-lieu/TT-3", Entry),
            ("#/ket-qua", Results),
            ("#/bao-cao", Report),
            ("#/chi-tieu", Reference),
            ("#/chi-tieu/TT-3", Reference),
            ("#/thu-phuong-an", Scenario),
            ("#/trinh-chieu", Presentation),
            ("#/trinh-chieu?mau=commune-2023-middling", Presentation),
            ("#/huong-dan", Guide),
            ("#/huong-dan/10", Guide),
            ("#/huong-dan?x=1", Guide),
            ("#/huong-dann", Entry),
            ("#main", Entry),
            ("#/C:/ho-so/tu-cham.html", Entry),
            ("#/%ZZ", Entry),
            // A link opens its document over the first page.
            ("#/mo/tc1.y8gEAA", Entry),
            ("#/mo/", Entry),
        ] {
            assert_eq!(Page::of_address(hash), page, "{hash}");
        }
    }

    #[test]
    fn an_address_may_carry_a_document() {
        for (address, carries) in [
            ("#/mo/tc1.y8gEAA", true),
            ("#/mo/", true),
            ("#/mo/hỏng", true),
            ("#/mo", false),
            ("#/mot/tc1.y8gEAA", false),
            ("#/huong-dan/10", false),
            ("#/huong-dan/mo/", false),
            ("", false),
        ] {
            let reached = AppEvent::of_address(address.to_owned());
            assert_eq!(
                matches!(reached, AppEvent::Share(ShareEvent::Reached(whole)) if whole == address),
                carries,
                "{address}"
            );
        }
    }

    #[test]
    fn an_address_may_name_a_sample() {
        for (hash, sample) in [
            ("#/ket-qua?mau=commune-2023-middling", Some("commune-2023-middling")),
            ("#/nhap-lieu/TT-3?mau=x&y=1", Some("x")),
            ("#/ket-qua?mau=", None),
            ("#/ket-qua?x=mau", None),
            ("#/ket-qua", None),
        ] {
            assert_eq!(Page::sample_of_address(hash), sample, "{hash}");
        }
    }

    #[test]
    fn an_address_may_name_a_place_on_its_page() {
        for (hash, place) in [
            ("#/huong-dan/10", Some("10")),
            ("#/huong-dan", None),
            ("#/huong-dan/", None),
            ("#/huong-dan/1\"]", None),
            ("#/10", None),
            ("#/nhap-lieu", None),
            ("#/nhap-lieu/", None),
            ("#/nhap-lieu/TT-3", Some("TT-3")),
            ("#/nhap-lieu/TT-3?mau=commune-2023-middling", Some("TT-3")),
            ("#/nhap-lieu?mau=commune-2023-middling", None),
            ("#/nhap-lieu/TT-%C4%90%e1%ba%a1", Some("TT-Đạ")),
            ("#/nhap-lieu/%", None),
            ("#/nhap-lieu/%C4", None),
            ("#/chi-tieu/TT-3", Some("TT-3")),
            ("#/chi-tieu/", None),
            ("#/ket-qua/TT-3", None),
        ] {
            assert_eq!(Page::place_of_address(hash).as_deref(), place, "{hash}");
        }
        assert_eq!(Entry.address_of("TT-3"), "#/nhap-lieu/TT-3");
    }
}
