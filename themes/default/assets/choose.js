// Goes from a list of languages, at the root of the site or of what a custom ID opens, to the one the reader wants:
// `?locale=`, else the remembered choice, else the browser's languages. Where the ID opens several articles in that language
// it stays on the list, and puts that language first. It does nothing for readers who come from a page of this site, or by a
// link to `#_languages`.
(() => {
  const root = new URL(document.currentScript.dataset.root + ".", location.href).href;
  if (location.hash || document.referrer.startsWith(root)) return;

  // Likely subtags decide: zh-TW is zh-Hant-TW, iw is he, and sr (Cyrillic) is not sr-Latn.
  const likely = (tag) => {
    try { return new Intl.Locale(tag.replace(/_/g, "-").replace(/^no\b/i, "nb")).maximize(); } catch { return null; }
  };
  const links = [...document.querySelectorAll(".choose a")].map((link) => [link, likely(link.hreflang)]);
  const best = (tag) => {
    const want = likely(tag);
    const same = links.filter(([, has]) => want && has && has.language === want.language && has.script === want.script);
    const region = (code) => same.find(([, has]) => has.region === code);
    return want && (region(want.region) || region(likely(want.language + "-" + want.script).region) || same[0]);
  };

  let remembered = null;
  try { remembered = localStorage.getItem("faqtory-locale"); } catch { }
  const wanted = [new URLSearchParams(location.search).get("locale"), remembered, ...(navigator.languages || [])];
  for (const tag of wanted) {
    const found = tag && best(tag);
    if (!found) continue;
    const articles = links.filter(([link]) => link.hreflang === found[0].hreflang);
    if (articles.length === 1) location.replace(found[0].href);
    else for (const [link] of articles) link.closest("ul").prepend(link.closest("li"));
    return;
  }
  const none = document.getElementById("_none");
  if (none) {
    document.getElementById("_intro").hidden = true;
    none.hidden = false;
  }
})();
