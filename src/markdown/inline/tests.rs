//! Blocks of many languages, and what is text in them.
