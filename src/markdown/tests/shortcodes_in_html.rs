//! Shortcodes and Liquid within raw HTML and between angle brackets.

use super::shortcodes::{read, shown};
use super::{Dialect, body_of};

#[test]
fn what_is_indented_in_html_is_no_code() {
    let text = "<div>\n  <div>\n      {{< widget >}}\n  </div>\n</div>\n\n      {{< code >}}\n";
    insta::assert_snapshot!(shown(Dialect::Hugo, text), @r#"
    <div>
      <div>

      </div>

    </div>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code>  {{&lt; code &gt;}}
    </code></pre>

    UnknownShortcode { name: "widget" }: {{< widget >}}
    "#);
}

#[test]
fn blocks_in_raw_html() {
    let text = "<div>\n{{< notice tip \"The title\" >}}\nText\n{{< /notice >}}\n{{% details \"More\" %}}\nFolded\n{{% /details %}}\n</div>\n\n{{% children %}}\n\nEnd\n";
    insta::assert_snapshot!(body_of(&read(Dialect::Hugo, text)), @r#"
    <div>
    <div class="alert alert-tip" role="note">
    <p class="alert-title">The title</p>
    <p>Text
    </p>
    </div>

    <details>
    <summary>More</summary>
    <p>Folded
    </p>
    </details>

    </div>
    <p>End</p>
    "#);
}

#[test]
fn addresses_between_angle_brackets() {
    let text = "See <https://a.example/{{ 'b' }}/c>, <{{ site.url }}/d> and <https://a.example/{{ e.f }}> or 1 <{{ 'g' }} h>.\n";
    insta::assert_snapshot!(body_of(&read(Dialect::Jekyll, text)), @r#"<p>See <a href="https://a.example/b/c" rel="external">https://a.example/b/c</a>, <a href="/d">/d</a> and &lt;https://a.example/&gt; or 1 &lt;g h&gt;.</p>"#);
}
