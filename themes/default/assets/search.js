// Search: finds words in the index of one language, and shows what it found in a dialog. The index is a folder of
// scripts that call `faqtorySearch`, since a page that is read from the disk, or may connect nowhere, cannot fetch.
// Words are folded here exactly as when the index was written: tests/search/folding.json holds both to it.
(() => {
  // --- Words ---

  const LETTER = "\\p{L}\\p{M}\\p{N}\\u00AD\\u200C-\\u200F\\u2060";
  // Hebrew has quotes inside words.
  const RUN = new RegExp(`(?:[${LETTER}]*[א-ת]["'׳״”’](?=[א-ת]))*[${LETTER}]+`, "gu");
  // Scripts without spaces between words, without their digits.
  const DENSE = "\\u0E00-\\u0E4F\\u0E5A-\\u0ECF\\u0EDA-\\u0EFF\\u1000-\\u103F\\u104A-\\u108F\\u109A-\\u109F\\u1780-\\u17DF" +
    "\\u17EA-\\u17FF\\u3005-\\u3007\\u3040-\\u30FF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFF66-\\uFF9F\\u{20000}-\\u{3FFFD}";
  const PART = new RegExp(`([${DENSE}]+)|[^${DENSE}]+`, "gu");
  const ZEROS = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810];
  const LEFT_OUT = /[\u00AD\u200C-\u200F\u2060\uFE00-\uFE0F\u0300-\u036F\u0591-\u05C7\u05F3\u05F4\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u093C\u09BC\u0A3C\u0ABC\u0B3C]/;
  const VARIANTS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ς: "σ", ё: "е",
    ך: "כ", ם: "מ", ן: "נ", ף: "פ", ץ: "צ",
    آ: "ا", أ: "ا", إ: "ا", ٱ: "ا", ى: "ي", ی: "ي", ئ: "ي", ؤ: "و", ة: "ه", ہ: "ه", ۀ: "ه", ە: "ه", ھ: "ه", ک: "ك", ء: "",
    ऩ: "न", ऱ: "र", ऴ: "ळ",
  };
  const variant = (c) => VARIANTS[c] ?? c;
  // How letters are written where a keyboard lacks them.
  const SPELT = { å: "aa", ä: "ae", æ: "ae", ö: "oe", ø: "oe", ü: "ue", þ: "th" };

  const words = ({ letters, prefixes, tag }) => {
    const known = new Map();
    const letter = (c) => {
      if (!known.has(c)) known.set(c, fresh(c));
      return known.get(c);
    };
    const fresh = (c) => {
      const code = c.codePointAt(0);
      if (code < 128) return /[a-z0-9]/.test(c) ? c : "";
      if (letters[c] !== undefined) return letters[c];
      if (code >= 0x660 && code < 0x1820) {
        const digit = code - ZEROS.findLast((zero) => zero <= code);
        if (digit < 10) return String(digit);
      }
      if (LEFT_OUT.test(c)) return "";
      if (VARIANTS[c] !== undefined) return VARIANTS[c];
      if (code >= 0x30a1 && code <= 0x30f6) return String.fromCodePoint(code - 0x60);
      const bare = (code >= 0xc0 && code < 0x250) || (code >= 0x370 && code < 0x400) || (code >= 0x1e00 && code < 0x2000);
      return bare ? variant(String.fromCodePoint(c.normalize("NFD").codePointAt(0))) : c;
    };
    const fold = (word) => {
      if (/^[a-z0-9]{0,40}$/.test(word)) return word;
      let out = "";
      for (const c of word.normalize("NFKC").toLowerCase()) out += letter(c);
      return out.length > 40 ? [...out].slice(0, 40).join("") : out;
    };
    // The word without each prefix it begins with.
    const bare = (word) => prefixes.filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= (prefix.length > 1 ? 2 : 3))
      .map((prefix) => word.slice(prefix.length)).concat(/^[a-z]{1,4}(\d{4,})$/.exec(word)?.slice(1) ?? []);
    // Other spellings of a word: of letters that are two in the index the bare one is typed too, others as two.
    const spellings = Object.entries(letters).map(([letter, stands]) => stands.length > 1 ? [letter.normalize("NFD")[0], stands] : [SPELT[stands], stands])
      .filter(([typed, stands]) => typed && typed !== stands && typed < "\u0080");
    const respelt = (word) => {
      let forms = spellings.some(([typed]) => word.includes(typed)) ? [["", 0]] : [];
      for (let left = true; left && forms.length;) {
        left = false;
        forms = forms.flatMap(([form, at]) => {
          if (at >= word.length) return [[form, at]];
          left = true;
          const others = spellings.filter(([typed, stands]) => word.startsWith(typed, at) && !word.startsWith(stands, at));
          return [[form + word[at], at + 1], ...others.map(([typed, stands]) => [form + stands, at + typed.length])];
        }).slice(0, 24);
      }
      return [...new Set(forms.map(([form]) => form))].filter((form) => form !== word);
    };
    // Words with their places; of scripts without spaces whole runs.
    const divide = (text) => {
      const found = [];
      for (const run of text.matchAll(RUN)) {
        for (const part of run[0].matchAll(PART)) {
          const start = run.index + part.index;
          found.push({ start, end: start + part[0].length, text: part[0], dense: part[1] !== undefined });
        }
      }
      return found;
    };
    let segmenter;
    try { segmenter = new Intl.Segmenter(tag, { granularity: "word" }); } catch { }
    const cut = (run) => segmenter ? [...segmenter.segment(run)].map((word) => word.segment) : [run];
    // Without the mark of a long vowel at the end.
    const trim = (word) => { const short = word.replace(/ー+$/, ""); return short.length > 1 ? short : word; };
    return { fold, bare, respelt, divide, cut, trim };
  };

  // --- Index ---

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const LEVELS = "!#$%&'()*+,.", LAST = "/:;<=>?@[]^`";
  // How a weight of a level counts: twice as much of it never counts twice as much.
  const WORTH = [...LEVELS].map((_, level) => { const weight = 2 ** ((level - 3) / 2); return weight / (weight + 2.5); });
  // By character: a digit, 64 and more a level, 128 and more the level of the last.
  const CODES = new Uint8Array(128);
  [...DIGITS].forEach((c, digit) => { CODES[c.charCodeAt(0)] = digit; });
  [...LEVELS].forEach((c, level) => { CODES[c.charCodeAt(0)] = 64 + level; });
  [...LAST].forEach((c, level) => { CODES[c.charCodeAt(0)] = 128 + level; });

  const decode = (terms, postings) => {
    const shard = { terms: [], starts: [], postings };
    let term = "", at = 0;
    for (const item of terms.split(" ")) {
      if (!item) continue;
      term = term.slice(0, item.charCodeAt(0) - 48) + item.slice(1);
      shard.terms.push(term);
      shard.starts.push(at);
      while (CODES[postings.charCodeAt(at++)] < 128);
    }
    return shard;
  };

  // Calls `see` with each document of a term and its level.
  const read = (shard, number, see) => {
    let at = shard.starts[number], document = 0, gap = 0;
    for (;;) {
      const code = CODES[shard.postings.charCodeAt(at++)];
      if (code < 64) { gap = gap * 64 + code; continue; }
      document += gap;
      see(document, code & 63);
      if (code >= 128) return;
      document++;
      gap = 0;
    }
  };

  // The place of the last item that is not greater.
  const place = (items, item) => {
    let low = 0, high = items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle] <= item) low = middle + 1; else high = middle;
    }
    return low - 1;
  };

  const shared = (one, other) => {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length++;
    return length;
  };

  // Edits that make one word of the other (neighbours swapped are one), or more than `most`.
  const rows = [0, 0, 0].map(() => new Uint8Array(64));
  const edits = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let start = 0, length = one.length, width = other.length;
    while (length > 0 && width > 0 && one.charCodeAt(length - 1) === other.charCodeAt(width - 1)) { length--; width--; }
    while (start < length && start < width && one.charCodeAt(start) === other.charCodeAt(start)) start++;
    length -= start;
    width -= start;
    if (length === 0 || width === 0) return length + width;
    let [older, old, row] = rows;
    for (let j = 0; j <= width; j++) row[j] = j;
    for (let i = 1; i <= length; i++) {
      [older, old, row] = [old, row, older];
      const c = one.charCodeAt(start + i - 1);
      let least = row[0] = i;
      for (let j = 1; j <= width; j++) {
        let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (c === other.charCodeAt(start + j - 1) ? 0 : 1));
        if (i > 1 && j > 1 && c === other.charCodeAt(start + j - 2) && one.charCodeAt(start + i - 2) === other.charCodeAt(start + j - 1)) cost = Math.min(cost, older[j - 2] + 1);
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
    }
    return row[width];
  };

  // How well a term of the index meets a word of the query: 1 for the word itself, 0 for another.
  const likeness = (word, term, open) => {
    if (term === word) return 1;
    const same = shared(word, term);
    if (open && same === word.length) return 0.6 + 0.35 * same / term.length;
    let best = 0;
    // Another form of the word: a common stem, and an ending each.
    if (same >= 3 && same >= word.length * 0.55 && word.length - same <= 3 && term.length - same <= (same === word.length ? 5 : 4)) {
      best = 0.85 * 2 * same / (word.length + term.length);
    }
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    if (most && !/\d/.test(word)) {
      const wrong = edits(word, open && term.length > word.length ? term.slice(0, word.length) : term, most);
      if (wrong <= most) best = Math.max(best, (wrong === 1 ? 0.7 : 0.45) * Math.min(1, word.length / term.length));
    }
    return best;
  };

  // `index`: what index.js says; `load(name)`: a promise of what a script of the index says.
  const engine = (index, load) => {
    const { fold, bare, respelt, divide, cut, trim } = words(index);
    const shards = new Map(), chunks = new Map();
    const kept = (map, name, make) => {
      if (!map.has(name)) {
        const made = load(name).then(make);
        made.catch(() => map.delete(name));
        map.set(name, made);
      }
      return map.get(name);
    };
    const shard = (number) => kept(shards, "t" + number, ([terms, postings]) => decode(terms, postings));
    const starts = [];
    index.chunks.reduce((start, length) => { starts.push(start); return start + length; }, 0);
    const record = async (document) => {
      const chunk = place(starts, document);
      return (await kept(chunks, "r" + chunk, ([rows]) => rows))[document - starts[chunk]];
    };

    // The shards in which the terms from `first` to `last` are, those round `word` before others.
    const around = async (word, first, last) => {
      const middle = Math.max(0, place(index.shards, word));
      const from = Math.max(0, place(index.shards, first), middle - 1), to = Math.min(place(index.shards, last), middle + 1);
      const numbers = [];
      for (let number = from; number <= Math.max(to, from); number++) numbers.push(number);
      return Promise.all(numbers.map(shard));
    };
    const has = async (term) => {
      const { terms } = await shard(Math.max(0, place(index.shards, term)));
      return terms[place(terms, term)] === term;
    };

    // The words of a query. The last is open: its end may not be typed yet.
    const parse = async (query) => {
      const parts = divide(query), found = [];
      for (const [number, part] of parts.entries()) {
        const last = number === parts.length - 1 && part.end === query.length;
        if (!part.dense) {
          const text = fold(part.text);
          if (text) found.push({ text, open: last });
          continue;
        }
        const pieces = cut(part.text).map(fold).filter(Boolean);
        for (const [piece, word] of pieces.entries()) {
          const text = trim(word), open = last && piece === pieces.length - 1;
          if (open || text.length === 1 || await has(text)) found.push({ text, open, dense: true });
          else found.push(...await known(text));
        }
      }
      return found.slice(0, 16);
    };
    // A word of a script without spaces that the index has not: the longest terms it is made of, at the least pairs.
    const known = async (run) => {
      const found = [];
      for (let at = 0; at < run.length;) {
        const rest = run.slice(at);
        const { terms } = await shard(Math.max(0, place(index.shards, rest)));
        let number = place(terms, rest);
        while (number >= 0 && terms[number][0] === rest[0] && !rest.startsWith(terms[number])) number--;
        const term = number >= 0 && rest.startsWith(terms[number]) ? terms[number] : "";
        if (term) found.push({ text: term, open: false, dense: true });
        at += term.length || String.fromCodePoint(rest.codePointAt(0)).length;
      }
      return found;
    };

    // Terms that are other spellings of a word; of other parts of the index where it has no such word only.
    const respell = async (text, begins, likes, add) => {
      const isKnown = [...likes.keys()].some((term) => begins(term, text));
      for (const other of respelt(text)) {
        const number = Math.max(0, place(index.shards, other));
        if (isKnown && !shards.has("t" + number)) continue;
        const part = await shard(number);
        part.terms.forEach((term, at) => {
          const like = begins(term, other) ? 0.6 + 0.3 * other.length / term.length : 0;
          if (like > (likes.get(term) || 0)) add(part, at, like);
        });
      }
    };
    // A word that is two in the index (wifi, username): the documents that have both.
    const join = async (text, begins, likes, documents) => {
      for (let cut = 2; cut <= text.length - 2; cut++) {
        const [head, tail] = [text.slice(0, cut), text.slice(cut)];
        if (!await has(head)) continue;
        const halves = [];
        for (const [half, is] of [[head, (term) => term === head], [tail, (term) => begins(term, tail)]]) {
          const part = await shard(Math.max(0, place(index.shards, half))), found = new Map();
          part.terms.forEach((term, number) => {
            if (!is(term)) return;
            likes.set(term, 0.75);
            read(part, number, (document, level) => found.set(document, Math.max(found.get(document) || 0, 0.75 * WORTH[level])));
          });
          halves.push(found);
        }
        for (const [document, worth] of halves[0]) {
          if (halves[1].has(document)) documents.set(document, Math.max(documents.get(document) || 0, Math.min(worth, halves[1].get(document))));
        }
      }
    };

    // What a word meets: the worth of every document it stands in, and how like it each term is.
    const meet = async (word) => {
      const { text, open, dense } = word;
      const length = text.length;
      const stem = text.slice(0, dense ? length : Math.max(3, Math.ceil(length * 0.55)));
      const near = await around(text, length < 3 ? text : stem, (open || length > 3 ? stem : text) + "\uffff");
      const likes = new Map(), documents = new Map();
      const add = (part, number, like) => {
        likes.set(part.terms[number], like);
        read(part, number, (document, level) => {
          const worth = like * WORTH[level];
          if (worth > (documents.get(document) || 0)) documents.set(document, worth);
        });
      };
      for (const part of near) {
        part.terms.forEach((term, number) => {
          if (term[0] === "#") return;
          const like = dense ? (term === text ? 1 : open && term.startsWith(text) ? 0.6 + 0.35 * length / term.length : 0) : likeness(text, term, open);
          if (like > 0.3) add(part, number, like);
        });
      }
      for (const rest of dense ? [] : bare(text)) {
        const part = await shard(Math.max(0, place(index.shards, rest)));
        part.terms.forEach((term, number) => {
          const like = 0.85 * likeness(rest, term, open);
          if (like > 0.4 && !likes.has(term)) add(part, number, like);
        });
      }
      const begins = (term, start) => term === start || (open && term.startsWith(start));
      if (!dense && length > 3) {
        await respell(text, begins, likes, add);
        if (![...likes.keys()].some((term) => begins(term, text))) await join(text, begins, likes, documents);
      }
      const firsts = new Map();
      for (const term of likes.keys()) firsts.set(term[0], [...(firsts.get(term[0]) || []), term]);
      return { likes, firsts, documents, rarity: Math.log(1 + index.documents / (documents.size + 1)) };
    };

    // The documents of a custom ID that is the whole query.
    const opened = async (query) => {
      const found = new Set();
      if (!/^[\w.-]{1,64}$/.test(query)) return found;
      const term = "#" + query.toLowerCase();
      const part = await shard(Math.max(0, place(index.shards, term)));
      const number = place(part.terms, term);
      if (part.terms[number] === term) read(part, number, (document) => found.add(document));
      return found;
    };

    const rank = (meetings, ids) => {
      const total = meetings.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
      const scores = new Map(), covered = new Map();
      for (const { documents, rarity } of meetings) {
        for (const [document, worth] of documents) {
          scores.set(document, (scores.get(document) || 0) + worth * rarity);
          covered.set(document, (covered.get(document) || 0) + rarity);
        }
      }
      for (const [document, score] of scores) scores.set(document, score / total * (covered.get(document) / total));
      for (const document of ids) scores.set(document, 10 + (scores.get(document) || 0));
      const ranked = [...scores].sort(([one, a], [other, b]) => b - a || one - other);
      const least = ranked.length ? Math.min(ranked[0][1], 1) * 0.3 : 0;
      return ranked.filter(([, score]) => score >= least);
    };

    // The words of a text, folded; kept, since the next letter of a query mostly finds the same articles.
    const texts = new Map();
    const folded = (text) => {
      let parts = texts.get(text);
      if (parts) return parts;
      parts = divide(text).map((part) => {
        if (!part.dense) {
          const word = fold(part.text);
          return { start: part.start, end: part.end, forms: [word, ...bare(word)] };
        }
        // The place of each folded character.
        let run = "", at = part.start;
        const places = [];
        for (const c of part.text) {
          for (const unit of fold(c)) { run += unit; for (let i = 0; i < unit.length; i++) places.push([at, at + c.length]); }
          at += c.length;
        }
        return { run, places };
      });
      if (texts.size > 100) texts.clear();
      texts.set(text, parts);
      return parts;
    };

    // Places of the query's words in a text.
    const hits = (text, meetings) => {
      const found = [];
      for (const { start, end, forms, run, places } of folded(text)) {
        if (forms) {
          const word = meetings.findIndex(({ likes }) => forms.some((form) => likes.has(form)));
          if (word >= 0) found.push({ start, end, word });
          continue;
        }
        for (let i = 0; i < run.length; i++) {
          let longest = 0, word = -1;
          meetings.forEach(({ firsts }, number) => {
            for (const term of firsts.get(run[i]) || []) {
              if (term.length > longest && run.startsWith(term, i)) { longest = term.length; word = number; }
            }
          });
          if (!longest) continue;
          found.push({ start: places[i][0], end: places[i + longest - 1][1], word });
          i += longest - 1;
        }
      }
      return found;
    };

    // [text, whether it is marked]…
    const marked = (text, found, from, to) => {
      const pieces = [];
      let at = from;
      for (const { start, end } of found) {
        if (start < at || end > to) continue;
        if (start > at) pieces.push([text.slice(at, start), false]);
        pieces.push([text.slice(start, end), true]);
        at = end;
      }
      if (at < to) pieces.push([text.slice(at, to), false]);
      return pieces;
    };
    // The stretch of the text with most of the words.
    const excerpt = (text, meetings) => {
      const LENGTH = 150, found = hits(text, meetings);
      let best = 0, most = -1;
      found.forEach(({ start }, number) => {
        const seen = new Set();
        for (let i = number; i < found.length && found[i].end <= start + LENGTH; i++) seen.add(found[i].word);
        if (seen.size > most) { most = seen.size; best = number; }
      });
      const first = found.length ? found[best].start : 0;
      const line = text.lastIndexOf("\n", first) + 1;
      let from = line;
      if (first - line > 60) {
        from = first - 40;
        const space = text.indexOf(" ", from);
        if (space >= 0 && space < first) from = space + 1;
        else if (/[\uDC00-\uDFFF]/.test(text[from])) from--;
      }
      let to = Math.min(text.length, from + LENGTH + 30);
      if (to < text.length) {
        const space = text.lastIndexOf(" ", to);
        if (space > from + LENGTH / 2) to = space;
        else if (/[\uDC00-\uDFFF]/.test(text[to])) to--;
      }
      const pieces = marked(text, found, from, to);
      if (from > line) pieces.unshift(["… ", false]);
      if (to < text.length) pieces.push([" …", false]);
      return pieces;
    };

    // Finds articles: { total, show(from, to) } with the records of the hits.
    const find = async (query) => {
      const text = query.trim().slice(0, 200);
      if (!index.shards.length) return { total: 0, show: async () => [], ready: () => true };
      const [ids, parsed] = await Promise.all([opened(text), parse(/\s$/.test(query) ? text + " " : text)]);
      const meetings = await Promise.all(parsed.map(meet));
      const ranked = rank(meetings, ids);
      const show = async (from, to) => Promise.all(ranked.slice(from, to).map(async ([document, score]) => {
        const [title, url, section, flags, body, apart] = await record(document);
        return {
          document, score, url, section, apart, machine: (flags & 1) > 0, outdated: (flags & 2) > 0, opened: ids.has(document), title,
          marked: marked(title, hits(title, meetings), 0, title.length), excerpt: excerpt(body, meetings),
        };
      }));
      // Whether the records are all here.
      const ready = (from, to) => ranked.slice(from, to).every(([document]) => chunks.has("r" + place(starts, document)));
      return { total: ranked.length, show, ready };
    };
    // One letter says nothing yet, but one sign may be a word.
    const says = (query) => { const [part, more] = divide(query); return Boolean(part) && (Boolean(more) || part.dense || part.text.length > 1); };
    return { find, says };
  };

  if (typeof document === "undefined") { globalThis.faqtoryEngine = { engine, words }; return; }

  // --- Dialog ---

  const own = document.currentScript.dataset;
  const base = new URL(own.index, document.baseURI);
  const SHOWN = 8, RECENT = 5;
  const waiting = new Map();
  let version = "", index = null, search = null, view = null;

  // What a script of the index says. One of another build than the index makes everything read again.
  const load = (name, mark = version) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting.set(name, (said, data) => {
      if (name === "index" || said === version) resolve(data);
      else reject(Object.assign(new Error("stale"), { version: said }));
    });
    script.src = new URL(`${name}.js?${mark}`, base).href;
    script.onload = () => { script.remove(); reject(new Error(name)); };
    script.onerror = () => { script.remove(); reject(new Error(name)); };
    document.head.append(script);
  });
  const begin = (said, contents) => {
    version = said;
    index = contents;
    search = engine(index, load);
  };
  globalThis.faqtorySearch = (name, said, ...data) => {
    if (name === "index") begin(said, data[0]);
    const wait = waiting.get(name);
    waiting.delete(name);
    if (wait) wait(said, data);
    else if (name === "index") open(own.query);
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

  const build = () => {
    const { messages } = index;
    const input = make("input", {
      type: "search", id: "_search", placeholder: messages.placeholder, maxlength: 200, dir: "auto", autocomplete: "off",
      autocapitalize: "off", spellcheck: "false", enterkeyhint: "go", "aria-describedby": "_found",
    });
    const close = make("button", { type: "button", class: "close" }, messages.close);
    const status = make("p", { role: "status", id: "_found" });
    const body = make("div", { class: "found" });
    const head = make("div", { class: "ask", role: "search" }, make("label", { for: "_search", class: "hidden" }, messages.search), input, close);
    const dialog = make("dialog", { class: "search-dialog", "aria-label": messages.search }, head, status, body);
    close.onclick = () => dialog.close();
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    input.addEventListener("input", () => run());
    dialog.addEventListener("keydown", move);
    body.addEventListener("click", (event) => { if (event.target.closest("ol a")) remember(input.value); });
    document.body.append(dialog);
    return { dialog, input, status, body };
  };

  // Arrows go through the field and the links, Enter in the field opens the first result; letters go to the field.
  const move = (event) => {
    const { dialog, input, body } = view;
    if (event.isComposing) return;
    const links = [...body.querySelectorAll("a, button")], at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
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

  const show = async (found, is) => {
    const { status, body } = view, { messages, counts } = index;
    const hits = await found.show(0, SHOWN);
    if (!is()) return;
    status.textContent = found.total < counts.length ? counts[found.total] : messages.more;
    if (!hits.length) {
      status.textContent = messages.none;
      body.replaceChildren(make("p", {}, messages.advice), all());
      return;
    }
    const list = make("ol", { "aria-label": messages.results }, ...hits.map(result));
    body.replaceChildren(list);
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
        await load("index", error.version).catch(() => { });
        run();
      } else {
        view.status.textContent = index.messages.failed;
        view.body.replaceChildren(all());
      }
    }
  };
  let runs = 0, running = Promise.resolve(), healed = "";
  const run = () => {
    const own = ++runs, query = view.input.value, is = () => own === runs;
    running = search.says(query) ? attempt(async () => {
      const found = await search.find(query);
      // Who types on does not want to see what was found so far: load nothing for it.
      if (!found.ready(0, SHOWN)) await new Promise((done) => setTimeout(done, 120));
      if (is()) await show(found, is);
    }) : Promise.resolve(idle());
    return running;
  };

  const open = (query) => {
    view ??= build();
    const { dialog, input } = view;
    if (dialog.open) return input.select();
    if (query) input.value = query;
    dialog.showModal();
    input.focus();
    input.select();
    run();
  };
  globalThis.faqtoryOpen = open;
})();
