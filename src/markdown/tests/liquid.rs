//! Liquid of Jekyll and GitBook.

use super::Dialect;
use super::shortcodes::shown;

#[test]
fn liquid_of_jekyll() {
    let text = "{% include note.html content=\"Mind\" %}\n\n{% highlight ruby linenos %}\ndef a\n{% endhighlight %}\n\n{% comment %}\nnot *this*\n{% endcomment %}\n{% if page.x %}\nA\n{% else %}\nB\n{% endif %}\n\nUse `{% raw %}{{ a }}{% endraw %}` {% raw %}{{ b }}{% endraw %} {{ page.version }} {{ \"q\" }} {{ site.time | date: \"%Y\" }}\n\n{% raw %}\n```yaml\n{{ c }}\n```\n{% endraw %}\n\n{% assign a = 1 %}\n[l]({% link a/b.md %}#c) [m]({{ site.baseurl }}/d \"T\") ![n]({{ \"/e.png\" | relative_url }}) [o]({% post_url x %})\n\n<a href=\"{{ site.baseurl }}/f\">g</a>\n\n[p]: {{ '/h' | relative_url }}\n\n[p]\n";
    insta::assert_snapshot!(shown(Dialect::Jekyll, text), @r#"
    <p>Mind</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-ruby">def a
    </code></pre>
    <p>A</p>
    <p>B</p>
    <p>Use <code class="short" dir="ltr">{{ a }}</code> {{ b }} 2.1 &lt;b&gt; q </p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-yaml">{{ c }}
    </code></pre>
    <p><a href="{%%20link%20a/b.md%20%}#c">l</a> <a href="{{%20site.baseurl%20}}/d" title="T">m</a> <img src="{{%20%22/e.png%22%20|%20relative_url%20}}" alt="n" loading="lazy"> <a href="{%%20post_url%20x%20%}">o</a></p>
    <p><a href="{{%20site.baseurl%20}}/f">g</a></p>
    <p><a href="{{%20&#39;/h&#39;%20|%20relative_url%20}}">p</a></p>

    UnknownShortcode { name: "include" }: {% include note.html content="Mind" %}
    UnknownShortcode { name: "if" }: {% if page.x %}
    UnknownShortcode { name: "site.time | date: \"%Y\"" }: {{ site.time | date: "%Y" }}
    link {% link a/b.md %}#c: {% link a/b.md %}#c
    link {{ site.baseurl }}/d: {{ site.baseurl }}/d
    link {% post_url x %}: {% post_url x %}
    link {{ site.baseurl }}/f: {{ site.baseurl }}/f
    link {{ '/h' | relative_url }}: {{ '/h' | relative_url }}
    image {{ "/e.png" | relative_url }}: {{ "/e.png" | relative_url }}
    "#);
}

#[test]
fn liquid_of_gitbook() {
    let text = "{% hint style=\"danger\" %}\nText\n{% endhint %}\n\n{% tabs %}\n{% tab title=\"One\" %}\n{% code title=\"a.js\" lineNumbers=\"true\" %}\n```javascript\nlet a;\n```\n{% endcode %}\n{% endtab %}\n\n{% tab title=\"Two\" %}\nb\n{% endtab %}\n{% endtabs %}\n\n{% embed url=\"https://a.example/b\" %}\n\n{% embed url=\"https://a.example/c\" %}\nCaption\n{% endembed %}\n\n{% content-ref url=\"d.md\" %}\n[d.md](d.md)\n{% endcontent-ref %}\n\n{% file src=\"e.pdf\" caption=\"E\" %}\n\n{% swagger src=\"f\" %}\nG\n{% endswagger %} {{ h }}\n";
    insta::assert_snapshot!(shown(Dialect::GitBook, text), @r#"
    <div class="alert alert-caution" role="note">
    <p class="alert-title">&lt;alert-danger&gt;</p>
    <p>Text</p>
    </div>
    <div class="tabs">
    <details class="tab" name="tabs-1" open><summary>One</summary>
    <p>a.js</p>
    <pre dir="ltr" tabindex="0" role="group" aria-label="&lt;code-block&gt;"><code class="language-javascript">let a;
    </code></pre>
    </details>
    <details class="tab" name="tabs-1"><summary>Two</summary>
    <p>b</p>
    </details>
    </div>
    <p><a href="https://a.example/b" rel="external">https://a.example/b</a></p>
    <p><a href="https://a.example/c" rel="external">
    Caption
    </a></p>
    <p><a href="d.md">d.md</a></p>
    <p><a href="e.pdf">E</a></p>
    <p>G
     {{ h }}</p>

    UnknownShortcode { name: "swagger" }: {% swagger src="f" %}
    link https://a.example/b: https://a.example/b
    link https://a.example/c: https://a.example/c
    link d.md: d.md
    link e.pdf: e.pdf
    "#);
}
