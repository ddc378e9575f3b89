// Remembers the reader's language and colour theme. Nothing on a page needs it.
// It runs before the body is there, so that a page never flashes in the wrong theme.
(() => {
  const root = document.documentElement;
  // Storage may be forbidden; then a choice holds for one page.
  const recall = (key) => { try { return localStorage.getItem("faqtory-" + key) || ""; } catch { return ""; } };
  const remember = (key, value) => { try { localStorage.setItem("faqtory-" + key, value); } catch { } };
  const paint = (theme) => { if (theme) root.dataset.theme = theme; else delete root.dataset.theme; };
  paint(recall("theme"));
  // Who read the source beside the text reads it in the next article too; before it is painted.
  const early = new MutationObserver(() => {
    const source = document.getElementById("_source");
    if (!source) return;
    source.checked = true;
    early.disconnect();
  });
  if (recall("source")) early.observe(root, { childList: true, subtree: true });
  // What is announced says its days: only those of today are seen, the three that end first. Before they are painted.
  const now = new Date(), today = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  const announced = new MutationObserver(() => {
    let seen = 0;
    for (const item of document.querySelectorAll(".announcements li")) item.hidden = today < (item.dataset.from || "") || today > item.dataset.until || ++seen > 3;
    if (document.querySelector("main")) announced.disconnect();
  });
  announced.observe(root, { childList: true, subtree: true });
  // What needs a script is shown from the first paint on, so that nothing moves.
  root.dataset.script = "";

  // Read from the disk, a folder is a list of files: links lead to the page in it. This runs before `choose.js` does.
  if (location.protocol === "file:") document.addEventListener("readystatechange", () => {
    for (const link of document.links) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }
  }, { once: true });

  const close = (target, focus) => {
    const menu = document.querySelector(".languages[open]");
    if (!menu || (!focus && menu.contains(target))) return;
    menu.open = false;
    if (focus) menu.firstElementChild.focus();
  };
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(null, true); });
  addEventListener("click", (event) => {
    close(event.target, false);
    const link = event.target.closest(".languages a, .choose a");
    if (!link) return;
    remember("locale", link.hreflang);
    // Headings have the same ids in every language: stay in the section. The words of this language lead to a place inside
    // the heading, which other languages do not have.
    const place = document.querySelector(":target")?.closest("h1, h2, h3, h4, h5, h6");
    if (link.closest(".languages")) link.hash = place?.id || location.hash;
  });
  // Who goes on by keyboard would have the panel over what has the focus.
  addEventListener("focusout", (event) => { if (event.relatedTarget) close(event.relatedTarget, false); });
  // On narrow screens the header leaves while the reader goes down, and is back at the first turn.
  let last = 0;
  addEventListener("scroll", () => {
    if (Math.abs(scrollY - last) < 8) return;
    root.toggleAttribute("data-away", scrollY > last && scrollY > 120);
    last = scrollY;
  }, { passive: true });
  // The source of the block under the pointer, after a moment; Esc puts it away. The checkbox shows all without this.
  const peek = (article) => {
    let shown, timer;
    const hide = () => { clearTimeout(timer); shown?.classList.remove("peek"); shown = null; };
    // The source stands behind its block, or last in the element that holds the text.
    const find = (target) => {
      for (let node = target; node && node !== article; node = node.parentElement) {
        if (node.matches(".source")) return node;
        const next = node.nextElementSibling;
        if (next?.matches(".source")) return next;
        const own = node.querySelector(":scope > .source");
        if (own) return own;
      }
    };
    article.addEventListener("mouseover", (event) => {
      const source = article.querySelector("#_source").checked ? null : find(event.target);
      if (source && source === shown) return;
      hide();
      if (source) timer = setTimeout(() => { shown = source; source.classList.add("peek"); }, 400);
    });
    article.addEventListener("mouseleave", hide);
    addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  };
  // The image that a link leads to, over the page; Esc, the button and the image itself close it.
  const enlarge = (link, close) => {
    const dialog = document.createElement("dialog"), button = document.createElement("button"), shown = link.querySelector("img"), image = new Image();
    // Styles here: few pages have use for them.
    const style = (element, values) => Object.assign(element.style, values);
    style(dialog, { display: "grid", placeItems: "safe center", inlineSize: "100vw", blockSize: "100dvh", maxInlineSize: "none", maxBlockSize: "none", padding: "1rem", border: "0", background: "#000d", cursor: "zoom-out", overflow: "auto", boxSizing: "border-box" });
    style(button, { position: "fixed", insetBlockStart: ".75rem", insetInlineEnd: ".75rem", minInlineSize: "2.75rem", minBlockSize: "2.75rem" });
    // Where all of it would be hardly larger than in the text, it is as large as it is, to be moved about.
    const fits = innerWidth - 32 > 1.25 * (shown?.clientWidth ?? 0);
    style(image, { maxInlineSize: fits ? "100%" : "none", maxBlockSize: fits ? "calc(100dvh - 2rem)" : "none", blockSize: "auto", background: "var(--paper)" });
    // What is no image that this page may show is opened as any link is.
    image.onerror = () => { location.href = link.href; };
    image.src = link.href;
    image.alt = dialog.ariaLabel = shown?.alt || "";
    if (!image.alt) dialog.ariaLabel = link.ariaLabel;
    button.type = "button";
    button.textContent = close;
    dialog.append(image, button);
    dialog.onclick = () => dialog.close();
    dialog.onclose = () => { dialog.remove(); link.focus(); };
    document.body.append(dialog);
    dialog.showModal();
  };
  let timer;
  addEventListener("DOMContentLoaded", () => {
    const source = document.getElementById("_source");
    early.disconnect();
    if (source) source.onchange = () => remember("source", source.checked ? "1" : "");
    if (source && matchMedia("(hover: hover)").matches) peek(source.parentElement);
    const copy = document.getElementById("_copy");
    if (copy?.dataset.enlarge) {
      // An image that is shown much smaller than it is can be seen as large as it is.
      const offer = (image) => {
        if (image.naturalWidth < image.clientWidth * 1.25 || image.clientWidth < 120 || image.closest("a, button, summary")) return;
        const link = document.createElement("a");
        link.className = "lightbox";
        link.href = image.currentSrc;
        link.ariaLabel = [image.alt, copy.dataset.enlarge].filter(Boolean).join(" – ");
        link.style.cursor = "zoom-in";
        image.replaceWith(link);
        link.append(image);
      };
      for (const image of document.querySelectorAll(".text img")) {
        if (image.complete) offer(image);
        else image.addEventListener("load", () => offer(image), { once: true });
      }
      addEventListener("click", (event) => {
        const link = event.target.closest("a.lightbox");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        enlarge(link, copy.dataset.close);
      });
    }
    if (copy && navigator.clipboard) {
      const said = document.createElement("p");
      said.role = "status";
      said.className = "said";
      document.body.append(said);
      const write = (text, done) => navigator.clipboard.writeText(text).then(() => {
        said.textContent = done;
        clearTimeout(timer);
        timer = setTimeout(() => { said.textContent = ""; }, 3000);
      }, () => { });
      for (const code of document.querySelectorAll(".text pre > code")) {
        const box = document.createElement("div"), button = document.createElement("button");
        box.className = "copy";
        button.type = "button";
        button.textContent = copy.dataset.code;
        button.lang = copy.lang;
        button.dir = copy.dir;
        // Without the last line end, at which a terminal would run the last command.
        button.onclick = () => write(code.textContent.replace(/\n$/, ""), copy.dataset.codeDone);
        code.parentNode.replaceWith(box);
        box.append(code.parentNode, button);
      }
      addEventListener("click", (event) => {
        const anchor = event.target.closest(".anchor");
        if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey) return;
        write(anchor.href, copy.dataset.done);
      });
    }
    // On wide screens the lists beside the text are open anyway.
    for (const fold of document.querySelectorAll(".fold > details")) {
      const wide = matchMedia(`(min-width: ${fold.closest(".contents") ? 62 : 78}rem)`);
      const unfold = () => { fold.open = wide.matches; fold.firstElementChild.tabIndex = wide.matches ? -1 : 0; };
      unfold();
      wide.addEventListener("change", unfold);
    }
    // A stop for the keyboard only where there is something to scroll.
    const stops = document.querySelectorAll("pre[tabindex], .table[tabindex]");
    const scrolls = new ResizeObserver((seen) => {
      for (const { target } of seen) target.tabIndex = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight ? 0 : -1;
    });
    for (const stop of stops) scrolls.observe(stop);
    const select = document.querySelector(".theme select"), print = document.querySelector(".print");
    if (select) {
      select.value = recall("theme");
      select.onchange = () => { remember("theme", select.value); paint(select.value); };
    }
    if (print) print.onclick = () => window.print();
  });
})();

// Before the body is there, so that nothing moves.
document.documentElement.dataset.js = "";

// Search: its files are loaded when a reader first asks for it, by its buttons, `/`, Ctrl K or `?q=` in the address.
(() => {
  const { index, script, style } = document.currentScript.dataset;
  if (!index) return;
  // The script that is on its way, until the field is there.
  let engine;
  const isOnItsWay = () => engine && !document.getElementById("_search");
  const add = (name, values) => document.head.appendChild(Object.assign(document.createElement(name), values));
  const open = (query = "") => {
    if (globalThis.faqtoryOpen && engine && !isOnItsWay()) return faqtoryOpen(query);
    if (engine) return;
    // A sign, since no words of the search have come; the next click tries again.
    const fail = () => { engine = null; document.querySelector("[data-search]")?.after(Object.assign(document.createElement("span"), { role: "alert", textContent: "⚠" })); };
    add("link", { rel: "stylesheet", href: style });
    // In this order, whichever arrives first.
    engine = Object.assign(document.createElement("script"), { src: script, async: false, onerror: fail });
    Object.assign(engine.dataset, { index, query });
    document.head.append(engine);
    add("script", { src: index + "index.js", async: false, onerror: fail });
  };
  // What is typed before the field is there will be in it.
  addEventListener("keydown", (event) => {
    if (!isOnItsWay() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { dataset } = engine, isLetter = event.key.length === 1 && (dataset.query || event.key !== " ");
    if (!isLetter && event.key !== "Backspace") return;
    event.preventDefault();
    dataset.query = isLetter ? dataset.query + event.key : [...dataset.query].slice(0, -1).join("");
    dataset.typed = "";
  });
  // Fetched as soon as a reader is about to ask.
  let isFetched = false;
  const fetchAhead = (event) => {
    if (isFetched || engine || !event.target.closest?.("[data-search]")) return;
    isFetched = true;
    for (const href of [script, index + "index.js"]) add("link", { rel: "preload", as: "script", href });
    add("link", { rel: "preload", as: "style", href: style });
  };
  for (const about of ["pointerover", "focusin"]) addEventListener(about, fetchAhead, { passive: true });
  addEventListener("keydown", (event) => {
    const writes = event.target.closest?.("input, textarea, select, [contenteditable]");
    const asks = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? event.key.toLowerCase() === "k" : event.key === "/" && !event.altKey && !writes;
    if (!asks) return;
    event.preventDefault();
    open();
  });
  addEventListener("click", (event) => { if (event.target.closest("[data-search]")) open(); });
  // The search in a page that was not found: what its address says is in the field.
  addEventListener("DOMContentLoaded", () => {
    const asked = new URLSearchParams(location.search).get("q");
    if (asked || new URL(index, document.baseURI).pathname === location.pathname.replace(/index\.html$/, "")) open(asked ?? "");
    const field = document.getElementById("_find");
    if (!field) return;
    const path = location.hash.startsWith("#/") ? location.hash : location.pathname;
    let words = path.replace(/\/(index\.html?)?$/, "").split("/").pop().replace(/\.(html?|md|aspx|php)$/, "");
    try { words = decodeURIComponent(words); } catch { }
    if (words !== "404") field.value = words.replace(/[-_+]+/g, " ").trim();
    field.form.onsubmit = (event) => { event.preventDefault(); open(field.value); };
  });
})();
