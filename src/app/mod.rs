//! The running program: state, actions, undo, and what is saved when. Knows `core` and `exchange`.
