// <faqtory-help id="9357">: shows the article that a custom ID opens, in the reader's language, inside a product. What stands in the
// element (a link to the article) is shown until the article is there, and stays if anything fails. Nothing of the page's style
// reaches the article but its font and its colors, and nothing of this script needs more than `script-src` and `connect-src`.
(() => {
  const root = new URL(".", document.currentScript.src).href;
  const locales = [];
  const css = `
:host { display: block; overflow-wrap: anywhere; text-align: start; }
:host([hidden]) { display: none; }
h2, h3, h4 { line-height: 1.3; margin: 1.2em 0 .4em; }
h2:first-child { margin-top: 0; }
a { color: var(--faqtory-link, LinkText); }
h2 > a { color: inherit; }
img, svg { max-width: 100%; height: auto; }
pre, .table { overflow-x: auto; }
pre { padding: .75em; border: 1px solid; border-radius: .375em; }
code { font-size: .9em; }
pre, code { overflow-wrap: normal; unicode-bidi: isolate; }
table { border-collapse: collapse; }
th, td { padding: .25em .75em; border: 1px solid; text-align: start; }
.notice, .alert { margin: 1em 0; padding: .5em .75em; border-inline-start: .25em solid; }
.alert > :first-child, .notice { margin-top: 0; }
.alert > :last-child { margin-bottom: 0; }
.alert-title, summary { font-weight: bold; }
.notice { font-size: .9em; }`;

  // Likely subtags decide: zh-TW is zh-Hant-TW, iw is he, and sr (Cyrillic) is not sr-Latn.
  const likely = (tag) => {
    try { return new Intl.Locale(tag.replace(/_/g, "-").replace(/^no\b/i, "nb")).maximize(); } catch { return null; }
  };
  const best = (tag) => {
    const want = tag && likely(tag);
    const same = locales.filter((locale) => {
      const has = likely(locale);
      return want && has && has.language === want.language && has.script === want.script;
    });
    const region = (code) => same.find((locale) => likely(locale).region === code);
    return want && (region(want.region) || region(likely(`${want.language}-${want.script}`).region) || same[0]);
  };

  const asked = new Map();
  const json = (url) => {
    if (!asked.has(url)) {
      const answer = fetch(url, { credentials: "omit" }).then((response) => {
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        return response.json();
      });
      answer.catch(() => asked.delete(url));
      asked.set(url, answer);
    }
    return asked.get(url);
  };

  // Pages may demand that text becomes elements by a policy only.
  let policy = { createHTML: (html) => html };
  try { policy = trustedTypes.createPolicy("faqtory-help", policy); } catch { }

  const element = (name, attributes, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };
  const link = (url, ...content) => element("a", { href: url, target: "_blank", rel: "noopener" }, ...content);

  // The body of an article: addresses become those of its folder; nothing in it runs, loads a frame or sends a form.
  const body = (html, folder) => {
    const parsed = new DOMParser().parseFromString(policy.createHTML(html), "text/html").body;
    for (const node of parsed.querySelectorAll("*")) {
      if (/^(script|style|link|meta|base|iframe|object|embed|form)$/.test(node.localName)) {
        node.remove();
        continue;
      }
      for (const { name, value } of [...node.attributes]) {
        const isAddress = /^(href|src|poster|xlink:href)$/.test(name);
        if (!isAddress && !/^on|^style$|^srcset$/.test(name)) continue;
        node.removeAttribute(name);
        if (!isAddress || !URL.canParse(value, folder)) continue;
        const url = new URL(value, folder);
        const isShown = /^(https?|mailto|tel):$/.test(url.protocol) || (url.protocol === "data:" && node.localName === "img");
        if (isShown) node.setAttribute(name, url.href);
      }
      if (node.localName === "a") {
        node.target = "_blank";
        node.rel = "noopener";
      }
    }
    return parsed.childNodes;
  };

  const article = async (locale, folder) => {
    const found = await json(new URL("index.json", folder).href);
    const notices = found.notices.map((notice) => notice.text);
    return element("article", { lang: found.lang, dir: found.dir },
      element("h2", {}, link(folder, found.title)),
      ...notices.length ? [element("p", { class: "notice", role: "note", lang: locale, dir: "auto" }, notices.join(" "))] : [],
      ...body(found.html, folder));
  };
  const list = (locale, folders) => element("ul", { lang: locale, dir: "auto" },
    ...folders.map(([folder, { title, lang }]) => element("li", lang ? { lang } : {}, link(folder, title))));

  customElements.define("faqtory-help", class extends HTMLElement {
    static observedAttributes = ["id", "locale"];
    connectedCallback() { this.show(); }
    attributeChangedCallback() { if (this.isConnected) this.show(); }

    /** Shows what the ID opens; of several articles their titles. */
    async show() {
      const { id } = this;
      const page = this.closest("[lang]")?.lang;
      const wishes = [this.getAttribute("locale"), page, ...navigator.languages];
      const locale = wishes.map(best).find(Boolean) ?? locales[0];
      const turn = this.turn = Symbol();
      try {
        const home = `${root}${locale.toLowerCase()}/`;
        const ids = await json(`${home}ids.json`);
        if (!Object.hasOwn(ids, id)) throw new Error(`no article has the ID ${id}`);
        const folders = ids[id].map((opens) => [new URL(opens.url, home).href, opens]);
        const shown = folders.length === 1 ? await article(locale, folders[0][0]) : list(locale, folders);
        if (this.turn !== turn) return;
        const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        shadow.adoptedStyleSheets = [sheet];
        shadow.replaceChildren(shown);
        this.dispatchEvent(new Event("load"));
      } catch (error) {
        if (this.turn !== turn) return;
        // A slot shows what stands in the element.
        this.shadowRoot?.replaceChildren(document.createElement("slot"));
        this.dispatchEvent(new ErrorEvent("error", { error, message: String(error) }));
      }
    }
  });
})();
