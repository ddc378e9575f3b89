// The engine of the search: finds words in the index of one language, and ranks the articles that have them. It knows no page,
// and loads nothing by itself; `search.js` shows what it finds, and follows it in the same file of the site.
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
  // How like a word its synonym is, what worth of a word in an article is enough to cover it, and how much more a code counts.
  const RANK = { synonym: 0.5, enough: 0.3, code: 2 };
  // How much a word of so many letters counts, beside how rare it is.
  const SHORT = [1, 0.3, 0.3, 0.5, 0.8];
  // By character: a digit, 64 and more a level, 128 and more the level of the last.
  const CODES = new Uint8Array(128);
  [...DIGITS].forEach((c, digit) => { CODES[c.charCodeAt(0)] = digit; });
  [...LEVELS].forEach((c, level) => { CODES[c.charCodeAt(0)] = 64 + level; });
  [...LAST].forEach((c, level) => { CODES[c.charCodeAt(0)] = 128 + level; });

  const decode = (terms, postings) => {
    const shard = { terms: [], starts: [], postings, frequencies: new Map() };
    let term = "", at = 0;
    for (const item of terms.split(" ")) {
      if (!item) continue;
      if (item[0] === "!") {
        let frequency = 0;
        for (const digit of item.slice(1)) frequency = frequency * 64 + DIGITS.indexOf(digit);
        shard.frequencies.set(shard.terms.length - 1, frequency);
        continue;
      }
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
    const shard = (number) => kept(shards, "t" + number, ([terms, postings]) => ({ first: index.shards[number], ...decode(terms, postings) }));
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

    // Whether a term begins so.
    const begins = async (text) => {
      const number = Math.max(0, place(index.shards, text)), { terms } = await shard(number), at = place(terms, text);
      return terms[at] === text || (terms[at + 1] ?? index.shards[number + 1] ?? "").startsWith(text);
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
          if (text.length === 1 || await (open ? begins(text) : has(text))) found.push({ text, open, dense: true });
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

    // Terms that are other spellings of a word; where it has such a word, only of the parts of the index that are read for it anyway.
    const respell = async (text, near, begins, likes, add) => {
      const isKnown = [...likes.keys()].some((term) => begins(term, text));
      for (const other of respelt(text)) {
        const number = Math.max(0, place(index.shards, other));
        const part = isKnown ? near.find(({ first }) => first === index.shards[number]) : await shard(number);
        if (!part) continue;
        part.terms.forEach((term, at) => {
          const like = begins(term, other) ? 0.6 + 0.3 * other.length / term.length : 0;
          if (like > (likes.get(term) || 0)) add(part, at, like);
        });
      }
    };
    // A word that is two in the index (wifi, username): the documents that have both, and how many these are.
    const join = async (text, begins, likes, documents) => {
      let count = 0;
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
          if (!halves[1].has(document)) continue;
          documents.set(document, Math.max(documents.get(document) || 0, Math.min(worth, halves[1].get(document))));
          count++;
        }
      }
      return count;
    };

    // Groups of words of one meaning; a star stands for any ending. The documents of each are those of a term of its own.
    const groups = index.synonyms.map((line) => line.split(",").map((name) => name.split(" ")));
    // A word without prefixes, which may be several before one another.
    const stripped = (text) => {
      const found = new Set(bare(text));
      for (const form of found) bare(form).forEach((shorter) => found.add(shorter));
      return [...found];
    };
    const named = (form, name) => name.endsWith("*") ? form.startsWith(name.slice(0, -1)) && form.length <= name.length + 5 : form === name;
    // Whether a word of a query is that of a group; one that the index has not may be misspelt.
    const is = ({ text, open, unknown, forms }, word) => {
      const stem = word.endsWith("*") ? word.slice(0, -1) : "";
      if (open && text.length > 3 && word.startsWith(text)) return true;
      if (forms.some((form) => named(form, word))) return true;
      const most = !unknown || word.length < 6 || text[0] !== word[0] ? 0 : word.length < 8 ? 1 : 2;
      if (!most) return false;
      if (!stem) return edits(text, word, most) <= most;
      for (let length = stem.length - most; length <= stem.length + 1; length++) if (edits(text.slice(0, length), stem, most) <= most) return true;
      return false;
    };
    // Gives each word of a query the groups it is in; a group may have one name for several words.
    const widen = async (parsed) => {
      for (const word of parsed) {
        word.groups = new Set();
        word.forms = word.dense ? [word.text] : [word.text, ...stripped(word.text)];
        word.unknown = !word.dense && groups.length > 0 && !await has(word.text);
      }
      groups.forEach((names, group) => {
        for (const name of names) {
          for (let at = 0; at + name.length <= parsed.length; at++) {
            if (name.every((word, step) => is(parsed[at + step], word))) parsed.slice(at, at + name.length).forEach((word) => word.groups.add(group));
          }
        }
      });
    };
    // Calls `see` with each document of a group and its level.
    const spread = async (group, see) => {
      const term = "$" + String(group).padStart(4, "0"), part = await shard(Math.max(0, place(index.shards, term)));
      const number = place(part.terms, term);
      if (part.terms[number] === term) read(part, number, see);
    };

    const rarity = ({ text, dense }, frequency) => {
      // Codes are what they are; of other words the shortest are those that every sentence has.
      const weight = dense ? (/^[\u3040-\u309f]{1,2}$/.test(text) ? SHORT[text.length + 1] : 1) : /\d/.test(text) ? (text.length > 2 ? RANK.code : 1) : SHORT[text.length] ?? 1;
      return weight * Math.log(1 + index.documents / (Math.min(frequency, index.documents) + 1));
    };

    // What a word meets: the worth of every document it stands in, and how like it each term is.
    const meet = async (word) => {
      const { text, open, dense } = word;
      const length = text.length;
      const stem = text.slice(0, dense ? length : Math.max(3, Math.ceil(length * 0.55)));
      const near = await around(text, length < 3 ? text : stem, (open || length > 3 ? stem : text) + "\uffff");
      const likes = new Map(), documents = new Map();
      // In how many articles the word stands, forms of it less the less like it they are.
      let frequency = 0;
      const add = (part, number, like) => {
        let count = 0;
        likes.set(part.terms[number], like);
        read(part, number, (document, level) => {
          const worth = like * WORTH[level];
          if (worth > (documents.get(document) || 0)) documents.set(document, worth);
          count++;
        });
        frequency += like * like * (part.frequencies.get(number) ?? count);
      };
      for (const part of near) {
        part.terms.forEach((term, number) => {
          if (term[0] === "#" || term[0] === "$") return;
          const like = dense ? (term === text ? 1 : open && term.startsWith(text) ? 0.6 + 0.35 * length / term.length : 0) : likeness(text, term, open);
          if (like > 0.3) add(part, number, like);
        });
      }
      // Codes of errors are known without what shows that they are hexadecimal.
      const rests = dense ? [] : /^(?=.*\d)[0-9a-f]{6,8}$/.test(text) ? ["0x" + text] : stripped(text);
      for (const rest of rests) {
        const part = await shard(Math.max(0, place(index.shards, rest)));
        part.terms.forEach((term, number) => {
          const like = 0.85 * likeness(rest, term, open);
          if (like > 0.4 && !likes.has(term)) add(part, number, like);
        });
      }
      const begins = (term, start) => term === start || (open && term.startsWith(start));
      if (!dense && length > 3) {
        await respell(text, near, begins, likes, add);
        if (![...likes.keys()].some((term) => begins(term, text))) frequency += await join(text, begins, likes, documents);
      }
      // What only means the same says less, and not how rare the word is, unless nothing else does.
      const isKnown = documents.size > 0;
      for (const group of word.groups) {
        await spread(group, (document, level) => {
          const worth = RANK.synonym * WORTH[level];
          if (worth > (documents.get(document) || 0)) documents.set(document, worth);
        });
      }
      if (!isKnown) frequency = documents.size;
      const firsts = new Map();
      // A single kana is a particle, of which a text is full.
      for (const term of likes.keys()) if (!/^[\u3040-\u30ff]$/.test(term)) firsts.set(term[0], [...(firsts.get(term[0]) || []), term]);
      return { likes, firsts, documents, names: [...word.groups].flatMap((group) => groups[group]).filter((name) => name.length === 1).flat(), rarity: rarity(word, frequency) };
    };

    // The documents of a custom ID that is the whole query, in the digits of any script and with or without `#`.
    const opened = async (query) => {
      const found = new Set();
      const id = query.normalize("NFKC").replace(/\p{Nd}/gu, fold).replace(/^#/, "").toLowerCase();
      if (!/^[\w.-]{1,64}$/.test(id)) return found;
      const term = "#" + id;
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
          covered.set(document, (covered.get(document) || 0) + rarity * Math.min(1, worth / RANK.enough));
        }
      }
      // Rounded, since the last digits of a logarithm are not the same everywhere, and equal scores are to stay equal.
      for (const [document, score] of scores) scores.set(document, Math.round(score / total * (covered.get(document) / total) * 1e9) / 1e9);
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
          const word = meetings.findIndex(({ likes, names }) => forms.some((form) => likes.has(form) || names.some((name) => named(form, name))));
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

    // Finds articles, of these documents where they are given: { total, lacks, show(from, to) } with the records of the hits.
    const find = async (query, only) => {
      const text = query.trim().slice(0, 200);
      if (!index.shards.length) return { total: 0, show: async () => [], ready: () => true };
      const [ids, parsed] = await Promise.all([opened(text), parse(/\s$/.test(query) ? text + " " : text)]);
      await widen(parsed);
      const meetings = await Promise.all(parsed.map(meet));
      const ranked = rank(meetings, ids).filter(([document]) => !only || only.has(document));
      const show = async (from, to) => Promise.all(ranked.slice(from, to).map(async ([document, score]) => {
        const [title, url, section, flags, body, apart] = await record(document);
        return {
          document, score, url, section, apart, machine: (flags & 1) > 0, outdated: (flags & 2) > 0, opened: ids.has(document), title,
          marked: marked(title, hits(title, meetings), 0, title.length), excerpt: excerpt(body, meetings),
        };
      }));
      // Whether the records are all here.
      const ready = (from, to) => ranked.slice(from, to).every(([document]) => chunks.has("r" + place(starts, document)));
      // Whether a word that is typed to its end is nowhere, nor any that is like it.
      const lacks = meetings.some(({ documents }, number) => !parsed[number].open && !documents.size);
      return { total: ranked.length, show, ready, lacks };
    };
    // One letter says nothing yet, but one sign may be a word.
    const says = (query) => { const [part, more] = divide(query); return Boolean(part) && (Boolean(more) || part.dense || part.text.length > 1); };
    return { find, says };
  };

  globalThis.faqtoryEngine = { engine, words };
})();
