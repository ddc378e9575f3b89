//! Shortcodes of Hugo and Zola, and Liquid of Jekyll and GitBook.

use std::collections::BTreeMap;

use super::{Dialect, Document, Form, ShortcodeElement, Syntax, body_of};

fn read(dialect: Dialect, text: &str) -> Document {
    let own = BTreeMap::from([
        ("product".to_owned(), ShortcodeElement::Drop),
        ("aside".to_owned(), ShortcodeElement::Alert),
    ]);
    let value = |key: &str| (key == "version").then(|| "2.1 <b>".to_owned());
    Document::parse_with(Syntax { dialect, form: Form::Markdown }, &own, &value, text, 0)
}

/// The body and the flaws of a text.
fn shown(dialect: Dialect, text: &str) -> String {
    let document = read(dialect, text);
    let mut shown = body_of(&document);
    for flaw in &document.flaws {
        shown += &format!("\n{:?}: {}", flaw.kind, flaw.span.slice(text));
    }
    for link in &document.links {
        shown += &format!("\nlink {}: {}", link.destination, link.destination_span.slice(text));
    }
    for image in &document.images {
        shown += &format!("\nimage {}: {}", image.destination, image.destination_span.slice(text));
    }
    shown
}

#[test]
fn blocks_of_hugo() {
    let text = "{{% notice tip \"Mind *this*\" %}}\nText\n\n- item\n{{% /notice %}}\nafter\n\n{{< hint type=warning >}}One line.{{< /hint >}}\n\n{{< tabs \"id\" >}}\n{{< tab \"macOS\" >}}\nBrew\n{{< /tab >}}{{% tab name=\"Linux\" %}}Apt{{% /tab %}}\n{{< /tabs >}}\n\n{{%expand \"More?\" %}}Yes{{% /expand%}}\n\n{{< details title=\"Open\" open=true >}}\n```\n{{< x >}}\n```\n{{< /details >}}\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @"");
}

#[test]
fn blocks_of_hugo_in_lists_and_quotes() {
    let text = "1. One\n\n   {{< note >}}\n   Text\n   {{< /note >}}\n\n2. {{% notice note %}}Two{{% /notice %}}\n   more\n\n- Text {{< tip >}}\n  Three\n  {{< /tip >}}\n- next\n\n> {{% alert title=\"T\" color=\"warning\" %}}\n> Four\n> {{% /alert %}}\n> end\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @"");
}

#[test]
fn shortcodes_in_lines() {
    let text = "{{< icon \"x\" >}} A **{{< product >}}b** {{< badge >}}c{{< /badge >}} {{% button href=\"a.md\" %}}Go *on*{{% /button %}} {{< param \"version\" >}}.\n\n## Heading {{< unknown title=\"T\" >}} {#h}\n\n| a | b |\n|---|---|\n| {{< note >}}c{{< /note >}} | {{< other text=\"x|y\" >}} |\n\n[{{< icon a >}}L](b.md \"t\") ![{{< param version >}}](c.png)\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @"");
}

#[test]
fn shortcodes_that_are_shown() {
    let text = "Write `{{</* note */>}}` or {{%/* /tab */%}} and {{<x>}}, not {{ .Title }} or `{{< y >}}`.\n\n```\n{{</* tabs\n a=\"b\" */>}}\n{{< z >}}\n```\n\n    {{</* indented */>}}\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @"");
}

#[test]
fn shortcodes_of_hugo_itself() {
    let text = "{{< figure\n  src=\"a.png\"\n  alt=\"An A\"\n  title=\"T\"\n  caption=\"C & D\"\n  link=\"b.md\" >}}\n\nIn a line {{< figure src=\"c.png\" >}}\n\n{{< youtube w7Ft2ymGmfc >}}\n\n{{< vimeo id=\"1\" >}}\n\n{{< highlight go \"linenos=true\" >}}\nif a < b {\n```\n}\n{{< /highlight >}}\n\n{{< gist user 12 >}} {{< x user=\"a\" id=\"3\" >}}\n\n[r]({{< ref \"a b.md\" >}}#c) {{< relref \"d.md\" >}}\n\n[s]: {{< ref \"e.md\" >}}\n\n[s]\n\n<a href=\"{{< relref \"f.md\" >}}\">g</a>\n\n<div>\n<img src=\"{{< x >}}\">\n{{< unknown >}}\n</div>\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @"");
}

#[test]
fn unknown_shortcodes_keep_their_content() {
    let text = "{{< cards >}}\n{{< card title=\"One\" link=\"a\" >}}\nText **of** it\n{{< /card >}}\n{{< /cards >}}\nafter {{< /stray >}}\n\n{{< note >}}\nnever ends\n\n{{% aside title=\"Own\" %}}x{{% /aside %}}\n\n{{% product %}}gone{{% /product %}}\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @"");
}

#[test]
fn shortcodes_of_zola() {
    let text = "{{ youtube(id=\"x\", autoplay=true) }}\n\n{% note(title='T') %}\nText {{ unknown(text=\"shown\") }}\n{% end %}\n\n{% foreign() %}kept{% end %} {{ name }} {{/* shown() */}}\n\n<!-- more -->\n\n[a](@/b.md) {% x %}\n";
    insta::assert_snapshot!(shown(Dialect::Zola, text), @"");
}

#[test]
fn liquid_of_jekyll() {
    let text = "{% include note.html content=\"Mind\" %}\n\n{% highlight ruby linenos %}\ndef a\n{% endhighlight %}\n\n{% comment %}\nnot *this*\n{% endcomment %}\n{% if page.x %}\nA\n{% else %}\nB\n{% endif %}\n\nUse `{% raw %}{{ a }}{% endraw %}` {% raw %}{{ b }}{% endraw %} {{ page.version }} {{ \"q\" }} {{ site.time | date: \"%Y\" }}\n\n{% raw %}\n```yaml\n{{ c }}\n```\n{% endraw %}\n\n{% assign a = 1 %}\n[l]({% link a/b.md %}#c) [m]({{ site.baseurl }}/d \"T\") ![n]({{ \"/e.png\" | relative_url }}) [o]({% post_url x %})\n\n<a href=\"{{ site.baseurl }}/f\">g</a>\n\n[p]: {{ '/h' | relative_url }}\n\n[p]\n";
    insta::assert_snapshot!(shown(Dialect::Jekyll, text), @"");
}

#[test]
fn liquid_of_gitbook() {
    let text = "{% hint style=\"danger\" %}\nText\n{% endhint %}\n\n{% tabs %}\n{% tab title=\"One\" %}\n{% code title=\"a.js\" lineNumbers=\"true\" %}\n```javascript\nlet a;\n```\n{% endcode %}\n{% endtab %}\n\n{% tab title=\"Two\" %}\nb\n{% endtab %}\n{% endtabs %}\n\n{% embed url=\"https://a.example/b\" %}\n\n{% embed url=\"https://a.example/c\" %}\nCaption\n{% endembed %}\n\n{% content-ref url=\"d.md\" %}\n[d.md](d.md)\n{% endcontent-ref %}\n\n{% file src=\"e.pdf\" caption=\"E\" %}\n\n{% swagger src=\"f\" %}\nG\n{% endswagger %} {{ h }}\n";
    insta::assert_snapshot!(shown(Dialect::GitBook, text), @"");
}

#[test]
fn other_texts_have_none() {
    let text = "{{< note >}} {% hint %} {{ x }} {{ y(z=\"1\") }}\n";
    for dialect in [Dialect::Plain, Dialect::MkDocs, Dialect::VitePress] {
        assert_eq!(body_of(&read(dialect, text)), body_of(&Document::parse(text, 0)));
    }
}

#[test]
fn nothing_is_quadratic() {
    let many = 20_000;
    let pieces = [
        "{{< a >}}", "{{< ", "{{< \"", "{{</* ", "{{< a `", "{{< note >}}", "{{< note >}}\n", "{{< /note >}}", "{{< tab >}}\n",
        "- {{< note >}}\n", "> ", "[a]({{< ref \"b\" >}}", "`{{< a >}}", "{{< note >}}x{{< /note >}}", "<b {{< a >}}",
        "{% a", "{% raw %}", "{% comment %}", "{% if %}\n", "{{ a", "{% end %}", "{{ a(", "{% a() %}\n", "{% highlight %}\n", "](", "](x{{ a }}",
    ];
    for dialect in [Dialect::Hugo, Dialect::Zola, Dialect::Jekyll, Dialect::GitBook] {
        for piece in pieces {
            let text = piece.repeat(many);
            let html = body_of(&read(dialect, &text));
            assert!(html.len() < 64 * text.len(), "{piece} became {} bytes", html.len());
        }
        let text = format!("{}{}", "> ".repeat(30), "{{< note >}}x{{< /note >}}".repeat(many));
        assert!(body_of(&read(dialect, &text)).len() < 64 * text.len());
    }
}
