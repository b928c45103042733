//! The shell ties the features together: state, events, effects, the store, addresses, the page frame.

pub mod context;
pub mod dialog;
pub mod display;
pub(crate) mod document_update;
pub mod edit;
pub mod effect;
pub mod event;
pub mod frame;
pub(crate) mod frame_update;
pub mod keep_version;
pub mod navigation;
pub mod notice;
pub mod open_document;
pub mod page;
pub mod save;
pub mod scope;
pub mod state;
pub mod store;
pub mod theme;
pub mod update;
pub mod view;
pub mod workspaces;
