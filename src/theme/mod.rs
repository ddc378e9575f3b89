//! Loads templates and assets. Decides nothing about content.

pub mod context;
