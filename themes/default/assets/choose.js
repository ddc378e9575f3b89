// Goes from a list of languages to the one the reader wants: from the root of the site, from what a custom ID opens, and from the
// 404 page of the root, which is sent for every address. `?locale=` comes first, then the remembered choice, then the browser's
// languages. It does nothing for readers who come from a page of this site without `?locale=`, or by a link to `#_languages`.
(() => {
  const { root: base, page } = document.currentScript.dataset;
  const root = new URL(base + ".", location.href).href;
  const wish = new URLSearchParams(location.search).get("locale");
  let languages = ".choose a", asked = "";
  if (page) {
    // That of a locale is in its language.
    if (document.querySelector(".languages [aria-current]")) return;
    languages = ".languages a";
    try { asked = decodeURIComponent(location.href.slice(root.length)); } catch { }
    // A custom ID may be written with digits of any script, and behind a sign.
    const id = asked.match(/^open\/#?([^/?#]+)\/?$/)?.[1];
    const plain = id?.replace(/\p{Nd}/gu, (sign) => {
      let digit = 0;
      while (digit < 9 && /\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt(0) - digit - 1))) digit += 1;
      return digit;
    });
    if (id && (plain !== id || asked.includes("#"))) return location.replace(`${root}open/${encodeURIComponent(plain)}/?locale=`);
  } else if (location.hash || (wish === null && document.referrer.startsWith(root))) return;

  // Likely subtags decide: zh-TW is zh-Hant-TW, iw is he, and sr (Cyrillic) is not sr-Latn.
  const likely = (tag) => {
    try { return new Intl.Locale(tag.replace(/_/g, "-").replace(/^no\b/i, "nb")).maximize(); } catch { return null; }
  };
  const links = [...document.querySelectorAll(languages)].map((link) => [link, likely(link.hreflang)]);
  const best = (tag) => {
    const want = likely(tag);
    const same = links.filter(([, has]) => want && has && has.language === want.language && has.script === want.script);
    const region = (code) => same.find(([, has]) => has.region === code);
    return want && (region(want.region) || region(likely(want.language + "-" + want.script).region) || same[0]);
  };

  let remembered = null;
  try { remembered = localStorage.getItem("faqtory-locale"); } catch { }
  const first = page ? asked.split("/")[0] : wish;
  for (const tag of [first, remembered, ...(navigator.languages || [])]) {
    const found = tag && best(tag);
    if (!found) continue;
    // The 404 page of the language, with the address that is not there behind it.
    location.replace(page ? new URL(`${page}#/${encodeURI(asked)}`, found[0].href).href : found[0].href);
    return;
  }
  const none = document.getElementById("_none");
  if (none) {
    document.getElementById("_intro").hidden = true;
    none.hidden = false;
  }
})();
