//! Ends of shortcodes and Liquid tags that stand in code, and those that are missing.

use super::Dialect;
use super::shortcodes::shown;

#[test]
fn an_end_in_code_ends_nothing() {
    let text = "{% tabs %}\n{% tab title=\"A\" %}\nOne\n{% endtab %}\n{% tab title=\"B\" %}\n```\n{% endtab %}\n```\n{% endtab %}\n{% endtabs %}\n\nEnd\n";
    insta::assert_snapshot!(shown(Dialect::GitBook, text), @r#"
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>A</summary>
    <p>One</p>
    </details>
    <details class="tab" name="tabs-1"><summary>B</summary>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>{% endtab %}
    </code></pre>
    </details>
    </div>
    <p>End</p>
    "#);
    let text = "{{< note >}}\n```\n{{< /note >}}\n{{< /note >}}\n```\n{{< /note >}}\n\nEnd\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <div class="alert alert-note" role="note">
    <p class="alert-title">&lt;alert-note&gt;</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>{{&lt; /note &gt;}}
    {{&lt; /note &gt;}}
    </code></pre>
    </div>
    <p>End</p>
    "#);
}

#[test]
fn a_comment_without_an_end_hides_the_rest() {
    for text in
        ["Shown\n\n{% comment %}\nHidden\n\n# Hidden\n", "Shown {% comment %} hidden\n\n{% if x %}Hidden\n"]
    {
        let shown = shown(Dialect::Jekyll, text);
        assert!(shown.starts_with("<p>Shown"), "{shown}");
        let (body, flaws) = shown.split_once("\n\n").unwrap();
        assert!(!body.to_ascii_lowercase().contains("hidden"), "{shown}");
        assert!(
            flaws.starts_with("UnclosedDirective { name: \"comment\", end: \"{% endcomment %}\" }"),
            "{shown}"
        );
    }
    let in_code = "`{% comment %}` is shown\n\nText\n\n```\n{% comment %}\n```\n\nEnd\n";
    assert!(shown(Dialect::GitBook, in_code).contains("<p>End</p>"));
}
