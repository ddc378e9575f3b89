//! All shortcodes and Liquid tags of a text, in order, and which ends which. Looks once through the text; knows no meaning.

use std::collections::BTreeMap;

use super::tag::{Role, Tag};
use super::{extension, hugo, liquid, zola};
use crate::markdown::syntax::dialect::Dialect;

/// Finds them, in code too: the generators read them before they read Markdown.
pub(super) fn find(dialect: Dialect, body: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut unclosed = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'{', body.as_bytes().get(at..).unwrap_or(&[])) {
        at += found;
        let tag = match dialect {
            Dialect::Hugo => hugo::tag(body, at),
            Dialect::Zola => zola::tag(body, at),
            Dialect::Jekyll => {
                let liquid = liquid::tag(body, at).or_else(|| liquid::value(body, at));
                liquid.or_else(|| extension::tag(body, at))
            }
            Dialect::GitBook => liquid::tag(body, at),
            _ => None,
        };
        let Some(tag) = tag else {
            at += 1;
            continue;
        };
        let start = tags.len();
        at = tag.range.end;
        tags.push(tag);
        if let Some(end) = content_end(dialect, body, &tags[start], &mut unclosed) {
            at = end.end;
            if tags[start].name == liquid::RAW {
                tags.push(Tag::new(end, liquid::RAW, Role::Literal("", "", "")));
            } else {
                tags[start].range.end = end.end;
                tags[start].role = Role::Dropped;
            }
        }
    }
    pair(dialect, &mut tags);
    tags
}

/// Where the end stands of what has no tags in it.
fn content_end<'t>(
    dialect: Dialect,
    body: &'t str,
    tag: &Tag<'t>,
    unclosed: &mut Vec<&'t str>,
) -> Option<std::ops::Range<usize>> {
    let is_liquid = matches!(dialect, Dialect::Jekyll | Dialect::GitBook);
    let is_dropped = tag.role == Role::Open && liquid::DROPPED.contains(&tag.name);
    let is_raw = tag.role == Role::Literal("", "", "") && tag.name == liquid::RAW;
    if !is_liquid || !(is_dropped || is_raw) || unclosed.contains(&tag.name) {
        return None;
    }
    let end = liquid::find_end(body, tag.range.end, tag.name);
    if end.is_none() {
        // What is not closed here is not closed below either.
        unclosed.push(tag.name);
    }
    end
}

/// Each end belongs to the last of its name that is open; what was opened in between has none. An end too many may be that of what
/// the end before it seems to close.
fn pair(dialect: Dialect, tags: &mut [Tag<'_>]) {
    let mut open: Vec<usize> = Vec::new();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for index in 0..tags.len() {
        match tags[index].role {
            Role::Open => {
                open.push(index);
                *names.entry(tags[index].name).or_default() += 1;
            }
            Role::Close => {
                let is_any = dialect == Dialect::Zola;
                let is_expected = is_any || names.get(tags[index].name).is_some_and(|count| *count > 0);
                while is_expected && let Some(opened) = open.pop() {
                    let name = tags[opened].name;
                    if let Some(count) = names.get_mut(name) {
                        *count -= 1;
                    }
                    if is_any || name == tags[index].name {
                        tags[opened].partner = Some(index);
                        tags[index].partner = Some(opened);
                        ends.insert(tags[index].name, index);
                        break;
                    }
                }
                if tags[index].partner.is_none() {
                    tags[index].instead_of = ends.get(tags[index].name).copied();
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(dialect: Dialect, body: &str) -> Vec<String> {
        let tags = find(dialect, body);
        let show = |tag: &Tag<'_>| {
            let end = tag.partner.map_or("", |index| &body[tags[index].range.clone()]);
            format!("{} | {:?} | {end}", &body[tag.range.clone()], tag.role)
        };
        tags.iter().map(show).collect()
    }

    #[test]
    fn those_of_hugo() {
        let text = "{{< a >}}{{% b \"%}}\" %}}x{{< /a >}} {{</* c */>}} {{<d/>}} {{< broken {{< e `\n>}}` >}}{{ .x }}{{% /b %}}";
        insta::assert_snapshot!(found(Dialect::Hugo, text).join("\n"), @r#"
        {{< a >}} | Open | {{< /a >}}
        {{% b "%}}" %}} | Open | 
        {{< /a >}} | Close | {{< a >}}
        {{</* c */>}} | Literal("{{<", " c ", ">}}") | 
        {{<d/>}} | Void | 
        {{< e `
        >}}` >}} | Open | 
        {{% /b %}} | Close |
        "#);
    }

    #[test]
    fn those_of_zola() {
        let text = "{{ a(x=\"}}\") }}{% b() -%}x{% end %}{{ name }}{{/* c() */}}{%/* d() */%}{% end %}";
        insta::assert_snapshot!(found(Dialect::Zola, text).join("\n"), @r#"
        {{ a(x="}}") }} | Void | 
        {% b() -%} | Open | {% end %}
        {% end %} | Close | {% b() -%}
        {{/* c() */}} | Literal("{{", " c() ", "}}") | 
        {%/* d() */%} | Literal("{%", " d() ", "%}") | 
        {% end %} | Close |
        "#);
    }

    #[test]
    fn those_of_liquid() {
        let text = "{%- if x -%}{{ page.title }}{% else %}{% endif %}{% raw %}{{ y }}{% endraw %}{% comment %}{{ z }}{% endcomment %}{% raw %}";
        insta::assert_snapshot!(found(Dialect::Jekyll, text).join("\n"), @r#"
        {%- if x -%} | Open | {% endif %}
        {{ page.title }} | Value | 
        {% else %} | Dropped | 
        {% endif %} | Close | {%- if x -%}
        {% raw %} | Literal("", "", "") | 
        {% endraw %} | Literal("", "", "") | 
        {% comment %}{{ z }}{% endcomment %} | Dropped | 
        {% raw %} | Literal("", "", "") |
        "#);
    }
}
