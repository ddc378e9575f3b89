// Remembers the reader's language and colour theme. Nothing on a page needs it.
// It runs before the body is there, so that a page never flashes in the wrong theme.
(() => {
  const root = document.documentElement;
  // Storage may be forbidden; then a choice holds for one page.
  const recall = (key) => { try { return localStorage.getItem("faqtory-" + key) || ""; } catch { return ""; } };
  const remember = (key, value) => { try { localStorage.setItem("faqtory-" + key, value); } catch { } };
  const paint = (theme) => { if (theme) root.dataset.theme = theme; else delete root.dataset.theme; };
  paint(recall("theme"));

  // Read from the disk, a folder is a list of files: links lead to the page in it. This runs before `choose.js` does.
  if (location.protocol === "file:") document.addEventListener("readystatechange", () => {
    for (const link of document.links) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }
  }, { once: true });

  const close = (event, focus) => {
    const menu = document.querySelector(".languages[open]");
    if (!menu || (!focus && menu.contains(event.target))) return;
    menu.open = false;
    if (focus) menu.firstElementChild.focus();
  };
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(event, true); });
  addEventListener("click", (event) => {
    close(event, false);
    const link = event.target.closest(".languages a, .choose a");
    if (!link) return;
    remember("locale", link.hreflang);
    // Headings have the same ids in every language: stay in the section.
    if (link.closest(".languages")) link.hash = location.hash;
  });
  addEventListener("DOMContentLoaded", () => {
    const theme = document.querySelector(".theme"), print = document.querySelector(".print");
    if (theme) {
      const select = theme.querySelector("select");
      select.value = recall("theme");
      select.onchange = () => { remember("theme", select.value); paint(select.value); };
      theme.hidden = false;
    }
    if (print) {
      print.onclick = () => window.print();
      print.hidden = false;
    }
  });
})();
