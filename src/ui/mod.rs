//! What is drawn without knowing any feature: charts, icons, dialogs, Markdown.

pub mod charts;
pub mod date;
pub mod dialog;
pub mod focus;
pub mod icons;
pub mod markdown;
pub mod qr;
