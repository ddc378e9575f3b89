// Goes from the list of languages to the one the reader wants: `?locale=`, else the remembered choice, else the
// browser's languages. Stays on the list for readers who come from a page of this site, or by a link to `#_languages`.
(() => {
  if (location.hash || document.referrer.startsWith(new URL(".", location.href).href)) return;

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
    if (found) return location.replace(found[0].href);
  }
})();
