//! `faqtory serve`: a preview of the site while people write it, on this machine alone. Holds the site in memory, follows
//! the disk, and renders the page that is asked for. Writes nothing.

mod pages;
#[cfg(test)]
mod tests;
