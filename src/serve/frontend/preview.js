// What `faqtory serve` adds to every page: makes it new after an edit, keeps the place, and shows what the checks found.
(() => {
  const { digest, style } = document.currentScript.dataset;
  const SCROLL = "faqtory-preview-scroll";
  // Storage may be forbidden; then the browser keeps the place as well as it can.
  const store = (value) => { try { sessionStorage.setItem(SCROLL, JSON.stringify(value)); } catch { } };
  const stored = () => {
    try {
      const value = JSON.parse(sessionStorage.getItem(SCROLL));
      sessionStorage.removeItem(SCROLL);
      return value;
    } catch { return null; }
  };

  const renew = () => {
    store({ path: location.pathname, x: scrollX, y: scrollY });
    location.reload();
  };

  // `style.0a1b2c3d4e.css?…`: the theme's style sheet, and what any of its style sheets hold.
  const restyle = (name) => {
    const [sheet, version] = name.split("?");
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const url = new URL(link.href);
      if (url.origin !== location.origin) continue;
      url.pathname = url.pathname.replace(/\/style\.[0-9a-f]+\.css$/, "/" + sheet);
      url.search = version;
      const fresh = link.cloneNode();
      // The old one goes when the new one is there: the page is never without.
      fresh.onload = fresh.onerror = () => link.remove();
      fresh.href = url.href;
      link.after(fresh);
    }
  };

  let host = null;
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const link = (href, text) => Object.assign(element("a", text), { href });

  const finding = (found, notes) => {
    const item = element("li");
    const path = encodeURI(notes.root + "/" + found.path).replace(/[?#]/g, encodeURIComponent);
    const place = notes.editor.replace("{path}", path).replace("{line}", found.line).replace("{column}", found.column);
    item.append(link(place, `${found.path}:${found.line}:${found.column}`), " ",
      element("span", `${found.severity}[${found.code}]`, found.severity), " ", found.message);
    if (found.help) item.append(" ", element("span", found.help, "help"));
    return item;
  };

  const show = (notes) => {
    const found = notes.report ? notes.report.diagnostics : [];
    const was = host && host.shadowRoot.querySelector("details").open;
    if (host) host.remove();
    host = element("faqtory-preview");
    host.lang = "en";
    host.dir = "ltr";
    const root = host.attachShadow({ mode: "open" });
    const sheet = Object.assign(element("link"), { rel: "stylesheet", href: "/_faqtory/preview.css" });
    const details = element("details");
    details.open = was || false;
    const here = found.length === 1 ? "1 finding" : `${found.length} findings`;
    const worst = found.some((one) => one.severity === "error") ? "error" : found.length ? "warning" : "fine";
    const summary = element("summary", (notes.draft ? "Draft · " : "") + here, worst);
    const list = element("ul");
    list.append(...found.map((one) => finding(one, notes)));
    const more = element("p");
    more.append("Whole site: ", link("/_faqtory/diagnostics", notes.all), " · ", link("/_faqtory/status", "translations"));
    details.append(summary, list, more);
    root.append(sheet, details);
    document.documentElement.append(host);
  };

  // A browser opens few connections to one host: pages that nobody sees wait without one.
  let events = null;
  const listen = () => {
    if (document.hidden) {
      if (events) events.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/_faqtory/events?" + new URLSearchParams({ path: location.pathname, digest, style: shown }));
      events.addEventListener("page", renew);
      events.addEventListener("style", (event) => { shown = event.data; restyle(shown); });
      events.addEventListener("notes", (event) => show(JSON.parse(event.data)));
    }
  };
  let shown = style;

  addEventListener("DOMContentLoaded", () => {
    const place = stored();
    if (place && place.path === location.pathname) scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    listen();
    document.addEventListener("visibilitychange", listen);
  });
})();
