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

/// A page of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// Nhập số liệu.
    #[default]
    Entry,
    /// Kết quả.
    Results,
    /// Thử phương án.
    WhatIf,
    /// Báo cáo.
    Report,
    /// Hướng dẫn.
    Guide,
}

impl Page {
    /// Every page that works, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Entry, Self::Report, Self::Guide];

    /// The part of the address after `#`.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Entry => "/nhap-lieu",
            Self::Results => "/ket-qua",
            Self::WhatIf => "/thu-phuong-an",
            Self::Report => "/bao-cao",
            Self::Guide => "/huong-dan",
        }
    }

    /// The place that an address names on its page: "10" of `#/huong-dan/10`.
    pub fn place_of_address(hash: &str) -> Option<String> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let rest = path.strip_prefix(Self::of_address(hash).path())?.strip_prefix('/')?;
        is_place(rest).then(|| rest.to_owned())
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

/// A place on a page: digits only, so that it can be looked up as it is.
fn is_place(text: &str) -> bool {
    !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Page::{self, Entry, Guide, Report};
    use crate::app::Action;

    #[test]
    fn an_address_names_a_page() {
        for (hash, page) in [
            ("", Entry),
            ("#", Entry),
            ("#/", Entry),
            ("#/nhap-lieu", Entry),
            ("#/bao-cao", Report),
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
            let reached = Action::of_address(address.to_owned());
            assert_eq!(
                matches!(reached, Action::LinkReached(whole) if whole == address),
                carries,
                "{address}"
            );
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
        ] {
            assert_eq!(Page::place_of_address(hash).as_deref(), place, "{hash}");
        }
    }
}
