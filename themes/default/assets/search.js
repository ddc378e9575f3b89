// The view of the search: a dialog on every page, and the page of the search itself. `search-engine.js` stands before it in the
// same file. The index is a folder of scripts that call `faqtorySearch`, since a page that is read from the disk, or may
// connect nowhere, cannot fetch.
(() => {
  if (typeof document === "undefined") return;

  const { engine } = faqtoryEngine;
  const own = document.currentScript.dataset;
  const base = new URL(own.index, document.baseURI);
  // Whether this is the page of the search, which has the field and the results in itself.
  const isPage = location.pathname.replace(/index\.html$/, "") === base.pathname;
  // Results at once, searches that are remembered, and milliseconds after which a reader learns that it takes a while.
  const SHOWN = 8, RECENT = 5, LATE = 300;
  const waiting = new Map(), versions = new Map();
  let index = null, search = null, view = null;

  // What a script of an index says, by its folder. One of another build than the index makes everything read again.
  const load = (folder, name, mark = versions.get(folder.href)) => new Promise((resolve, reject) => {
    const script = document.createElement("script"), url = new URL(`${name}.js`, folder);
    waiting.set(url.pathname, (said, data) => {
      if (name === "index" || said === versions.get(folder.href)) resolve(data);
      else reject(Object.assign(new Error("stale"), { version: said }));
    });
    script.src = mark ? `${url.href}?${mark}` : url.href;
    script.onload = () => { script.remove(); reject(new Error(name)); };
    script.onerror = () => { script.remove(); reject(new Error(name)); };
    document.head.append(script);
  });
  globalThis.faqtorySearch = (name, said, ...data) => {
    const { pathname } = new URL(document.currentScript.src);
    if (name === "index") versions.set(new URL(".", document.currentScript.src).href, said);
    if (pathname === new URL("index.js", base).pathname) {
      index = data[0];
      search = engine(index, (part) => load(base, part));
    }
    const wait = waiting.get(pathname);
    waiting.delete(pathname);
    if (wait) wait(said, data);
    else if (name === "index") open(own.query, own.typed !== undefined);
  };

  // What this locale has not translated and shows in another language: an engine for each such language, made when it is needed.
  const others = new Map();
  const other = (fallback) => {
    if (!others.has(fallback.path)) {
      const folder = new URL(fallback.path, base);
      const made = load(folder, "index").then(([contents]) => engine(contents, (part) => load(folder, part)));
      made.catch(() => others.delete(fallback.path));
      others.set(fallback.path, made);
    }
    return others.get(fallback.path);
  };
  // The hits of the first of them that has any.
  const beside = async (query) => {
    for (const fallback of index.fallbacks) {
      let document = 0;
      const documents = new Set(fallback.documents.map((gap) => document += gap));
      const found = await (await other(fallback)).find(query, documents);
      if (found.total) return { ...fallback, found, hits: await found.show(0, SHOWN) };
    }
    return null;
  };

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== false) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  // What a reader looked for and opened, the newest first; storage may be forbidden.
  const key = () => `faqtory-searches-${index.tag}`;
  const recent = () => { try { return JSON.parse(localStorage.getItem(key())) || []; } catch { return []; } };
  const remember = (query) => {
    const text = query.trim();
    if (!text) return;
    try { localStorage.setItem(key(), JSON.stringify([text, ...recent().filter((other) => other !== text)].slice(0, RECENT))); } catch { }
  };
  const forget = () => { try { localStorage.removeItem(key()); } catch { } };

  // From the locale's home; a folder read from the disk has no page but its file.
  const address = (path) => {
    const url = new URL(path, new URL("../", base));
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };
  const pieces = (list) => list.map(([text, marked]) => marked ? make("mark", {}, text) : text);
  const result = (hit, number) => {
    const { machine, outdated } = index.messages;
    const notes = [hit.machine && machine, hit.outdated && outdated].filter(Boolean).join(" · ");
    const about = [hit.section && make("span", {}, hit.section), hit.apart && make("bdi", { dir: "ltr" }, hit.apart), notes && make("small", {}, notes)].filter(Boolean);
    const link = make("a", { href: address(hit.url), "aria-describedby": about.length ? `_hit-${number}` : false }, ...pieces(hit.marked));
    const item = make("li", {}, link);
    if (about.length) item.append(make("p", { id: `_hit-${number}`, class: "about" }, ...about));
    if (hit.excerpt.length) item.append(make("p", {}, ...pieces(hit.excerpt)));
    return item;
  };
  const all = () => make("p", {}, make("a", { href: address(index.all) }, index.messages.all));

  // The words in the address, so that they can be linked, and Back finds them again.
  const note = (query) => {
    const url = new URL(location.href);
    if (query) url.searchParams.set("q", query); else url.searchParams.delete("q");
    // Not every browser lets a page that is read from the disk do so.
    try { if (url.href !== location.href) history.replaceState(history.state, "", url); } catch { }
  };

  const build = () => {
    const { messages } = index;
    const input = make("input", {
      type: "search", id: "_search", placeholder: messages.placeholder, maxlength: 200, dir: "auto", autocomplete: "off",
      autocapitalize: "off", spellcheck: "false", enterkeyhint: "go", "aria-describedby": "_found",
    });
    const label = make("label", { for: "_search", class: "hidden" }, messages.search);
    const status = make("p", { role: "status", id: "_found" });
    const body = make("div", { class: "found" });
    const ask = make("div", { class: "ask", role: "search" }, label, input);
    const frame = isPage ? make("div", { class: "search-view search-here" }, ask, status, body)
      : make("dialog", { class: "search-view search-dialog", "aria-label": messages.search }, ask, status, body);
    input.addEventListener("input", () => run());
    frame.addEventListener("keydown", move);
    body.addEventListener("click", (event) => { if (event.target.closest("ol a")) remember(input.value); });
    if (isPage) {
      document.querySelector("main h1").after(frame);
    } else {
      const close = make("button", { type: "button", class: "close" }, messages.close);
      close.onclick = () => frame.close();
      frame.addEventListener("click", (event) => { if (event.target === frame) frame.close(); });
      frame.addEventListener("close", () => note(""));
      ask.append(close);
      document.body.append(frame);
    }
    return { frame, input, status, body };
  };

  // Arrows go through the field and the links, Enter in the field opens the first result; letters go to the field.
  const move = (event) => {
    const { frame, input, body } = view;
    if (event.isComposing) return;
    const links = [...body.querySelectorAll("a, button")], at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && !isPage) {
      event.preventDefault();
      frame.close();
    } else if (event.key === "ArrowDown" || (event.key === "ArrowUp" && document.activeElement !== input)) {
      event.preventDefault();
      (links[at + (event.key === "ArrowDown" ? 1 : -1)] || (event.key === "ArrowDown" ? links.at(-1) : input))?.focus();
    } else if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      // What was typed last may not be found yet.
      running.then(() => body.querySelector("ol a")?.click());
    } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey && body.contains(document.activeElement)) {
      input.focus();
    }
  };

  const idle = () => {
    const { status, body, input } = view, { messages } = index, words = recent();
    note("");
    status.textContent = "";
    body.replaceChildren();
    if (words.length) {
      const clear = make("button", { type: "button" }, messages.forget);
      clear.onclick = () => { forget(); idle(); input.focus(); };
      const again = (word) => {
        const button = make("button", { type: "button", dir: "auto" }, word);
        button.onclick = () => { input.value = word; input.focus(); run(); };
        return make("li", {}, button);
      };
      body.append(make("div", { class: "recent" }, make("h2", {}, messages.recent), clear), make("ul", {}, ...words.map(again)));
    }
    body.append(all());
  };

  // Hits in another language, under its own name.
  const group = ({ tag, name, dir, hits }) => make("section", { lang: tag, dir }, make("h2", {}, name),
    make("ol", { "aria-label": name }, ...hits.map((hit, number) => result(hit, `${tag}-${number}`))));

  const show = async (query, found, is) => {
    const { status, body } = view, { messages, counts } = index;
    const counted = (total) => total < counts.length ? counts[total] : messages.more;
    const hits = await found.show(0, SHOWN);
    // Where few are found, or none that has all words; what cannot be loaded is left out, and loaded anew the next time.
    const isAsked = (hits.length < SHOWN || found.lacks) && !hits[0]?.opened;
    const more = isAsked ? await beside(query).catch(() => { others.clear(); return null; }) : null;
    if (!is()) return;
    note(query.trim());
    const isBetter = found.lacks && more && !more.found.lacks;
    status.textContent = [
      ...isBetter ? [`${more.name}: ${counted(more.found.total)}`] : [],
      ...found.lacks && found.total ? [messages.similar] : [],
      counted(found.total),
    ].join(" ");
    if (!hits.length) {
      status.textContent = more ? `${more.name}: ${counted(more.found.total)}` : messages.none;
      body.replaceChildren(...more ? [group(more)] : [make("p", {}, messages.advice)], all());
      return;
    }
    const list = make("ol", { "aria-label": messages.results }, ...hits.map(result));
    const groups = more ? [group(more)] : [];
    body.replaceChildren(...isBetter ? [...groups, list] : [list, ...groups]);
    body.scrollTop = 0;
    let shown = hits.length;
    if (found.total <= shown) return;
    const next = make("button", { type: "button" }, messages.next);
    next.onclick = () => attempt(async () => {
      const more = await found.show(shown, shown + SHOWN);
      const items = more.map((hit, number) => result(hit, shown + number));
      list.append(...items);
      shown += items.length;
      items[0]?.querySelector("a").focus();
      if (shown >= found.total) next.remove();
    });
    body.append(next);
  };

  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      // Once for each build: a server may keep giving files that do not belong together.
      if (error.version && error.version !== healed) {
        healed = error.version;
        await load(base, "index", error.version).catch(() => { });
        run();
      } else {
        view.status.textContent = index.messages.failed;
        view.body.replaceChildren(all());
      }
    }
  };
  let runs = 0, running = Promise.resolve(), healed = "", late;
  const run = () => {
    const own = ++runs, query = view.input.value, is = () => own === runs;
    clearTimeout(late);
    if (search.says(query)) late = setTimeout(() => { view.status.textContent = index.messages.searching; }, LATE);
    running = search.says(query) ? attempt(async () => {
      const found = await search.find(query);
      // Who types on does not want to see what was found so far: load nothing for it.
      if (!found.ready(0, SHOWN)) await new Promise((done) => setTimeout(done, 120));
      if (is()) await show(query, found, is);
    }).finally(() => { if (is()) clearTimeout(late); }) : Promise.resolve(idle());
    return running;
  };

  // Opens the dialog, or goes to the field of the page. Who has typed `query` goes on typing.
  const open = (query, isTyped) => {
    const isNew = !view;
    view ??= build();
    const { frame, input } = view, isShown = isPage ? !isNew : frame.open;
    if (query) input.value = query;
    if (!isPage && !isShown) frame.showModal();
    // Whoever comes to the page with words reads what is found.
    if (!isPage || !isNew || isTyped || !query) {
      input.focus();
      if (!isTyped) input.select();
    }
    if (!isShown || query) run();
  };
  globalThis.faqtoryOpen = open;
})();
