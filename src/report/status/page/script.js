// The matrix of articles and locales: sorted, filtered, and only the rows in sight are in the page.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  // In the order of what is to be done.
  const states = {
    m: ["missing", "–"], o: ["outdated", "!"], u: ["untracked", "?"], x: ["orphaned", "×"],
    t: ["touched", "~"],
    c: ["current", "✓"], s: ["source", "●"], "-": ["none", ""],
  };
  const ranks = Object.keys(states).join("");
  const frame = document.getElementById("matrix");
  const table = frame.querySelector("table");
  const body = table.tBodies[0];
  const form = document.querySelector("form");
  const count = document.getElementById("shown");
  const collator = new Intl.Collator("en", { numeric: true });
  const rows = data.articles.map(([id, title, locale, cells], index) => (
    { id, title, locale, cells, behind: data.behind[index] ?? {}, progress: data.progress[index] ?? {}, text: `${id}\n${title}`.toLowerCase() }));
  let shown = rows;
  let sorted = { column: -1, direction: 1 };
  let height = 48;
  let drawn = null;

  const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const cells = {};
  for (const [letter, [name, sign]] of Object.entries(states)) {
    const mark = element("span", { className: `state ${name}`, title: name, role: "img", ariaLabel: name }, sign);
    cells[letter] = letter === "-" ? element("td", {}) : element("td", {}, mark);
  }
  const line = (row, index) => {
    const { tag, dir } = data.locales[row.locale];
    const title = element("bdi", { lang: tag, dir, title: row.title }, row.title);
    const head = element("th", { scope: "row" }, title, element("code", { dir: "ltr", title: row.id }, row.id));
    const made = element("tr", { ariaRowIndex: String(index + 2) }, head);
    for (const [column, letter] of [...row.cells].entries()) {
      const cell = cells[letter].cloneNode(true);
      if (letter === "o" && row.behind[column]) {
        const [commits, days] = row.behind[column];
        const words = `outdated: ${counted(commits, "commit")}, ${counted(days, "day")} behind`;
        Object.assign(cell.firstChild, { title: words, ariaLabel: words });
      }
      if (row.progress[column]) {
        const words = `${cell.firstChild.title}; in progress since ${row.progress[column]}`;
        Object.assign(cell.firstChild, { title: words, ariaLabel: words });
      }
      made.append(cell);
    }
    return made;
  };
  const gap = (size) => {
    const space = element("td", { colSpan: data.locales.length + 1 });
    space.style.blockSize = `${size}px`;
    return element("tr", { className: "gap", ariaHidden: "true" }, space);
  };

  const draw = () => {
    const top = Math.max(0, Math.floor(frame.scrollTop / height));
    const end = Math.min(shown.length, Math.ceil((frame.scrollTop + frame.clientHeight) / height));
    if (drawn && drawn.first <= top && end <= drawn.last) return;
    const first = Math.max(0, top - 12);
    const last = Math.min(shown.length, end + 12);
    drawn = { first, last };
    const lines = shown.slice(first, last).map((row, index) => line(row, first + index));
    body.replaceChildren(gap(first * height), ...lines, gap((shown.length - last) * height));
    const measured = lines.length && lines[0].getBoundingClientRect().height;
    if (measured && Math.abs(measured - height) > 0.5) {
      height = measured;
      drawn = null;
      draw();
    }
  };
  const order = () => {
    const { column, direction } = sorted;
    const byId = (a, b) => collator.compare(a.id, b.id);
    const days = (row) => row.behind[column]?.[1] ?? -1;
    const byState = (a, b) => ranks.indexOf(a.cells[column]) - ranks.indexOf(b.cells[column]) || days(b) - days(a);
    rows.sort((a, b) => direction * (column < 0 ? byId(a, b) : byState(a, b)) || byId(a, b));
    for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
      if (index - 1 === column) head.ariaSort = direction > 0 ? "ascending" : "descending";
      else head.removeAttribute("aria-sort");
    }
  };
  const filter = () => {
    const words = form.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const letter = form.state.value;
    const column = form.locale.value === "" ? -1 : Number(form.locale.value);
    const hasState = ({ cells }) => letter === "" || (column < 0 ? cells.includes(letter) : cells[column] === letter);
    shown = rows.filter((row) => hasState(row) && words.every((word) => row.text.includes(word)));
    table.ariaRowCount = String(shown.length + 1);
    count.textContent = shown.length === rows.length ? `${rows.length} articles` : `${shown.length} of ${rows.length} articles`;
    drawn = null;
    draw();
  };

  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("th");
    if (!head) return;
    const column = head.cellIndex - 1;
    sorted = { column, direction: sorted.column === column ? -sorted.direction : 1 };
    order();
    filter();
  });
  form.addEventListener("input", () => { frame.scrollTop = 0; filter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  frame.addEventListener("scroll", draw, { passive: true });
  addEventListener("resize", () => { drawn = null; draw(); });
  table.style.setProperty("--locales", data.locales.length);
  document.getElementById("articles").hidden = false;
  order();
  filter();
})();
