//! Pages and components: they only draw what they are given. Knows `app`, and `core` to read.
