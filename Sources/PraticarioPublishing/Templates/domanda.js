// What a reader typed, taken apart and looked up, by the program's rules: words, "phrases", beginnings*, -exclusions, filters,
// and the names of territories and themes among the words.
const makeReader = (function () {
  "use strict";

  const dashes = /^[-\u2212]/, wordLimit = 64, characterLimit = 1000;
  const quotes = { "\"": "\"", "“": "”“\"", "”": "”\"", "„": "”“\"", "«": "»" };
  const wordStart = /^[\p{Alphabetic}\p{N}"“”„«]/u, hasWord = /[\p{Alphabetic}\p{N}"“”„«]/u;

  // ---- Taking apart

  // - names: what may stand before a colon. Values between quotes that hold quotes lose those that could not be closed.
  function partsOf(question, names, orders) {
    const parts = [], text = Array.from(question).slice(0, characterLimit).join("");
    let at = 0, count = 0;
    const isSpace = () => /[\p{White_Space}]/u.test(text[at]);
    const skip = () => { while (at < text.length && isSpace()) at++; };
    const beginsWord = rest => wordStart.test(rest);
    const kept = value => value.includes("\"") ? value.replace(/»/g, "") : value;
    const quoted = () => {
      const closing = quotes[text[at]];
      if (!closing) return null;
      let end = at + 1;
      while (end < text.length && !closing.includes(text[end])) end++;
      const found = end < text.length ? text.slice(at + 1, end) : "";
      at = end < text.length ? end + 1 : at + 1;
      return found;
    };
    const chunk = () => {
      const start = at;
      while (at < text.length && !isSpace() && !(at > start && text[at - 1] === ":" && quotes[text[at]])) at++;
      return text.slice(start, at);
    };
    const push = (words, style, inTitle, isExcluded) => {
      if (!hasWord.test(words)) return;
      count += Math.max(1, words.trim().split(/\s+/).length);
      parts.push({ words, style, inTitle, isExcluded, end: at });
    };
    const pushChunk = (words, inTitle, isExcluded) => {
      const isPrefix = /[\p{Alphabetic}\p{N}"“”„«]\*$/u.test(words), bare = isPrefix ? words.slice(0, -1) : words;
      push(isExcluded || inTitle ? kept(bare) : bare, isPrefix ? "prefix" : "plain", inTitle, isExcluded);
    };
    // Whether the name was a filter's.
    const filter = (name, rest, isExcluded) => {
      const known = names(name);
      if (!known) return false;
      if (known.keyword === "sort") {
        const order = orders.get(rest.toLowerCase());
        if (order) parts.push({ order });
        return Boolean(order);
      }
      const inner = /^([^:]+):([^]*)$/.exec(rest);
      if (known.keyword === "without" && inner && filter(inner[1], inner[2], true)) return true;
      let value = rest;
      if (!value) {
        skip();
        value = at < text.length ? quoted() || chunk() : "";
      }
      if (!value.trim()) push(name, "plain", false, isExcluded);
      else if (known.keyword === "collection") parts.push({ collection: kept(value), isExcluded });
      else if (known.keyword) {
        pushChunk(value, known.keyword === "title", isExcluded || known.keyword === "without");
      } else parts.push({ filter: known, value: kept(value), isExcluded });
      return true;
    };
    const take = (words, isExcluded) => {
      const named = /^([\p{Alphabetic}\p{M}_]+):(.*)$/su.exec(words);
      if (!named) return pushChunk(words, false, isExcluded);
      if (filter(named[1], named[2], isExcluded)) return undefined;
      pushChunk(named[1], false, isExcluded);
      const more = named[2].replace(/^[-\u2212]+/, "");
      return more ? take(more, isExcluded) : undefined;
    };
    for (skip(); at < text.length && count < wordLimit; skip()) {
      const isExcluded = dashes.test(text[at]) && beginsWord(text.slice(at + 1));
      if (isExcluded) at++;
      const phrase = quoted();
      if (phrase === null) take(chunk(), isExcluded);
      else push(phrase, "quoted", false, isExcluded);
    }
    // An order is no part of what is asked: what stands around it stands together.
    const ordered = parts.filter(part => part.order).pop();
    return { parts: parts.filter(part => !part.order), order: ordered ? ordered.order : null };
  }

  return function (data, words) {
    const places = makePlaces(data.places, words), values = makeValues(data, words, places);
    const inhabitants = new Map(Object.entries(data.inhabitants));
    const filters = new Map(), orders = new Map(Object.entries(data.language.orders));
    data.language.filters.forEach(filter => filter.names.forEach(name => filters.set(words.label(name), filter)));
    Object.entries(data.language.keywords).forEach(
      ([keyword, names]) => names.forEach(name => filters.set(words.label(name), { keyword })));
    const nameOf = name => filters.get(words.label(name));
    const prepositions = new Set(data.language.prepositions), everydaySiglas = new Set(data.language.everydaySiglas);
    const abbreviations = new Map(Object.entries(data.abbreviations));
    const themes = new Map();
    data.themes.concat(data.emptyThemes).forEach(theme => theme.names.forEach(name => {
      if (!themes.has(words.label(name))) themes.set(words.label(name), theme);
    }));
    const collections = new Map();
    data.collections.forEach(one => one.names.forEach(name => {
      if (!collections.has(words.label(name))) collections.set(words.label(name), one.sheets);
    }));

    // ---- Territories and themes by their names

    // What words name; nothing where that is no territory within the country.
    function placeNamed(text) {
      const { codes, manner } = places.meaning(text), within = codes.filter(code => places.levelOf(code) !== "country");
      return within.length ? { name: places.plainOf(text), kind: manner, codes: within } : null;
    }

    // The province that two capitals stand for, in brackets or not; among capitals they may be anything.
    function provinceOf(chunk, others) {
      const sigla = chunk.replace(/\p{P}/gu, "");
      if (!/^[A-Z]{2}$/.test(sigla) || !others.some(other => other && /\p{Lowercase}/u.test(other))) return null;
      if (chunk[0] !== "(" && everydaySiglas.has(sigla)) return null;
      const code = places.meaning(sigla).codes.find(one => places.levelOf(one) === "province");
      if (!code) return null;
      const name = places.nameOf(code);
      return { count: 1, text: sigla, name, said: name, codes: [code] };
    }

    // The longest name of a territory with which the chunks begin.
    function placeIn(chunks, previous) {
      const province = provinceOf(chunks[0], [previous, chunks[1]]);
      if (province) return province;
      if (!/^\p{Alphabetic}/u.test(chunks[0])) return null;
      for (let count = Math.min(6, chunks.length); count > 0; count--) {
        const text = chunks.slice(0, count).join(" ").replace(/(?:(?!\))\p{P})+$/u, "");
        const both = /^(.*) e (?:provincia|dintorni)$/i.exec(text);
        const place = placeNamed(both ? both[1] : text);
        if (place && (count > 1 || isPlain(text, place, previous))) {
          const isGroup = !both && place.codes.length > 1 && place.codes.every(code => places.levelOf(code) === "province");
          const above = both ? place.codes.map(places.provinceOf).filter(Boolean) : [];
          const parts = isGroup ? place.codes.map(places.nameOf) : [];
          return { count, text, name: place.name, said: place.name, codes: place.codes.concat(above), parts };
        }
        const home = count === 1 && inhabitants.get(words.label(text));
        const there = home ? placeNamed(home) : null;
        if (there) return { count, text, name: there.name, said: text, codes: there.codes };
      }
      return null;
    }

    // a: a name that says enough; b: one that needs its capital; c: an everyday word, which needs a preposition, too.
    function isPlain(text, place, previous) {
      if (text.length <= 2 || /[0-9]/.test(text)) return false;
      const isCapital = text[0] !== text[0].toLowerCase() && previous !== null;
      if (place.kind === "c") return isCapital && prepositions.has(previous.toLowerCase());
      return isCapital || place.kind === "a";
    }

    // ---- What the parts mean

    // People leave out the quotes: a value that is not known takes in words after it that make one that is, and one that ends
    // in a comma the words that go on with it.
    function wholeValue(part, following) {
      let value = part.value, used = 0;
      while (/[,;]$/.test(value) && used < following.length) value += following[used++];
      const takesMore = ["territory", "theme", "target_group"].includes(part.filter.facet);
      if (used || !takesMore || value.includes(",") || values.read(part.filter, value)) return { value, used };
      for (let more = Math.min(5, following.length); more > 0; more--) {
        const longer = [value].concat(following.slice(0, more)).join(" ");
        if (values.read(part.filter, longer)) return { value: longer, used: more };
      }
      return { value, used };
    }

    function filterOf(part, following) {
      const { value, used } = wholeValue(part, following), whole = values.read(part.filter, value.trim());
      const single = whole || !/[,;]/.test(value) ? [value.trim()] : value.split(/[,;]/).map(one => one.trim()).filter(Boolean);
      const read = single.map(one => [one, values.read(part.filter, one)]);
      return { used, values: read.map(one => one[1]).filter(Boolean), unknown: read.filter(one => !one[1]).map(one => one[0]) };
    }

    // What one word cut short stands for, with its full stop.
    function expansionOf(text) {
      return text.endsWith(".") ? abbreviations.get(words.fold(text.slice(0, -1))) : undefined;
    }

    function termOf(part) {
      const whole = part.style === "plain" ? expansionOf(part.words) : undefined;
      const found = words.wordsOf(whole || part.words);
      if (!found.length) return null;
      const exact = found.map(word => word.exact), isAlone = part.style === "plain" && found.length === 1;
      const term = {
        text: part.words + (part.style === "prefix" ? "*" : ""), inTitle: part.inTitle, role: "telling", codes: null,
        mayBeCorrected: isAlone && !whole, end: part.end, patterns: [],
      };
      if (part.style === "prefix") {
        term.patterns = [{ terms: exact, isPrefix: true }];
      } else if (found.every(word => word.stem === null)) {
        if (!part.isExcluded && !part.inTitle) return { stopWords: exact, text: part.words };
        term.patterns = [{ terms: exact }];
        term.mayBeCorrected = false;
      } else {
        const closed = part.style === "plain" && found[0].joined === found.length ? found[0].closed : null;
        term.patterns = [{ terms: closed ? [closed] : found.map(word => word.stem || word.exact) }, { terms: exact }];
        if (isAlone && !part.isExcluded && !part.inTitle && words.isAsking(found[0])) term.role = "asking";
      }
      return term;
    }

    function placeTerm(place) {
      const found = words.wordsOf(place.name), said = words.wordsOf(place.said);
      return {
        text: place.text, inTitle: false, role: "telling", codes: new Set(place.codes), mayBeCorrected: false, end: 0,
        patterns: [{ terms: found.map(word => word.stem || word.exact) }, { terms: said.map(word => word.exact) }],
      };
    }

    const sameAs = term => other => other.inTitle === term.inTitle
      && String(other.patterns[0].terms) === String(term.patterns[0].terms)
      && Boolean(other.patterns[0].isPrefix) === Boolean(term.patterns[0].isPrefix);

    // The longest label of a theme with which the chunks begin.
    function themeIn(chunks, recognized) {
      for (let count = Math.min(5, chunks.length); count > 0; count--) {
        const text = words.label(chunks.slice(0, count).join(" ")), theme = themes.get(text);
        if (!theme) continue;
        const isPartOfLonger = recognized.some(one => one.text.includes(text));
        if (!isPartOfLonger && !recognized.some(one => one.theme === theme)) recognized.push({ text, theme });
        return;
      }
    }

    // The terms, what is excluded, the filters and the order of a question.
    return function (question) {
      const { parts, order } = partsOf(question, nameOf, orders);
      const query = { terms: [], excluded: [], filters: [], unknownValues: [], themes: [], order, only: null, without: new Set() };
      const stopWords = [];
      const isPlainPart = part => part && part.style === "plain" && !part.inTitle && !part.isExcluded;
      const chunksFrom = at => {
        let end = at;
        while (isPlainPart(parts[end])) end++;
        return parts.slice(at, end).map(part => part.words);
      };
      const add = (term, isExcluded) => {
        const list = isExcluded ? query.excluded : query.terms;
        if (!list.some(sameAs(term))) list.push(term);
      };
      const addWords = part => {
        const term = termOf(part);
        if (term && term.stopWords) stopWords.push(term);
        else if (term) add(term, part.isExcluded);
      };
      const addUnknown = (value, { isExcluded }) => {
        query.unknownValues.push(value);
        addWords({ words: value, style: "plain", inTitle: false, isExcluded, end: 0 });
      };
      // Filters with one name say "or".
      const addFilter = (filter, found, isExcluded) => {
        const same = query.filters.find(one => one.filter === filter && one.isExcluded === isExcluded);
        if (same) same.values.push(...found);
        else query.filters.push({ filter, facet: filter.facet, reading: filter.reading, values: found, isExcluded });
      };
      for (let at = 0; at < parts.length;) {
        const part = parts[at];
        if (part.collection) {
          const sheets = collections.get(words.label(part.collection));
          if (!sheets) addUnknown(part.collection, part);
          else if (part.isExcluded) sheets.forEach(id => query.without.add(id));
          else query.only = new Set([...(query.only || []), ...sheets]);
        } else if (part.filter) {
          const read = filterOf(part, chunksFrom(at + 1));
          if (read.values.length) addFilter(part.filter, read.values, part.isExcluded);
          read.unknown.forEach(value => addUnknown(value, part));
          at += read.used;
        } else {
          const chunks = chunksFrom(at);
          if (chunks.length) themeIn(chunks, query.themes);
          const before = parts[at - 1], previous = at === 0 ? null : isPlainPart(before) ? before.words : "";
          const place = chunks.length ? placeIn(chunks, previous) : null;
          if (place) {
            add(placeTerm(place), false);
            // The provinces that a name stands for, which nobody typed.
            (place.parts || []).forEach(name => add(Object.assign(placeTerm(
              { text: place.text, name, said: name, codes: place.codes }), { role: "broader" }), false));
            at += place.count - 1;
          } else addWords(part);
        }
        at++;
      }
      if (!query.terms.length && stopWords.length) {
        add({
          text: stopWords.map(one => one.text).join(" "), inTitle: false, role: "telling", codes: null, mayBeCorrected: false,
          end: 0, patterns: [{ terms: [].concat(...stopWords.map(one => one.stopWords)) }],
        }, false);
      }
      if (query.terms.every(term => term.role === "asking")) query.terms.forEach(term => { term.role = "telling"; });
      return query;
    };
  };
}());
