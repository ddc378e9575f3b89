//! `- [x] done`: items of task lists, as checkboxes with a name in words.

use crate::markdown::builder::{DocumentBuilder, Origin};
use crate::markdown::element::Element;
use crate::markdown::markup::Message;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum TaskState {
    Open,
    Done,
}

pub(in crate::markdown) fn write(builder: &mut DocumentBuilder<'_>, state: TaskState) {
    builder.amend_tag("<li>", " class=\"task\"");
    if builder.place(Element::Br, Origin::Markdown) {
        let (attribute, name) = match state {
            TaskState::Open => ("", Message::TaskOpen),
            TaskState::Done => (" checked", Message::TaskDone),
        };
        builder.write_tag("<input type=\"checkbox\" disabled");
        builder.write_tag(attribute);
        builder.write_tag(" aria-label=\"");
        builder.write_message(name);
        builder.write_tag("\"> ");
    }
}
