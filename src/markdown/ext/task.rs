//! `- [x] done`: items of task lists, as checkboxes that say in words what they show.

use crate::markdown::element::Element;
use crate::markdown::frame::Origin;
use crate::markdown::markup::{Hole, Message};
use crate::markdown::parse::Parser;

/// A state of a task: attribute and name.
pub(in crate::markdown) type State = (&'static str, Message);
pub(in crate::markdown) const DONE: State = (" checked", Message::TaskDone);
pub(in crate::markdown) const OPEN: State = ("", Message::TaskOpen);

impl Parser<'_> {
    pub(in crate::markdown) fn task(&mut self, (checked, name): State) {
        if self.markup().html.ends_with("<li>") {
            let end = self.markup().html.len() - 1;
            self.markup().html.truncate(end);
            self.write(" class=\"task\">");
        }
        if self.place(Element::Br, Origin::Markdown) {
            self.write("<input type=\"checkbox\" disabled");
            self.write(checked);
            self.write(" aria-label=\"");
            self.markup().hole(Hole::Message(name));
            self.write("\"> ");
        }
    }
}
