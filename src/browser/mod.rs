//! The only door to the browser: storage, files, clock, locale, address. Knows nobody.
