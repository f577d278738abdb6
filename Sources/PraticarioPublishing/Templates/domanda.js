// What a reader typed, taken apart and looked up, by the program's rules: words, "phrases", beginnings*, -exclusions, filters,
// and the names of territories and themes among the words.
const makeReader = (function () {
  "use strict";

  const dashes = /^[-\u2212]/, wordLimit = 64;
  const quotes = { "\"": "\"", "“": "”“\"", "”": "”\"", "„": "”“\"", "«": "»" };
  const filterNames = {
    tema: ["theme"], temi: ["theme"], theme: ["theme"], tipo: ["kind"], kind: ["kind"], type: ["kind"],
    territorio: ["territory"], territory: ["territory"], comune: ["territory", "municipality"],
    municipality: ["territory", "municipality"], provincia: ["territory", "province"], province: ["territory", "province"],
    regione: ["territory", "region"], region: ["territory", "region"], anno: ["year"], year: ["year"], dal: ["since"],
    since: ["since"], titolo: ["title"], title: ["title"], senza: ["without"], without: ["without"], ordine: ["sort"],
    sort: ["sort"], vicino: ["near"], near: ["near"], abitanti: ["population"], population: ["population"],
  };
  const orders = { rilevanza: "relevance", relevance: "relevance", titolo: "title", title: "title" };
  const prepositions = new Set("a ad da in di per presso verso tra fra su".split(" "));
  const levels = [
    [/^(?:citta metropolitana|area metropolitana|libero consorzio comunale|libero consorzio|provincia autonoma|provincia|prov) /,
      "province"],
    [/^(?:regione autonoma|regione) /, "region"], [/^comune /, "municipality"],
  ];

  // ---- Taking apart

  // - typed: the facets that only a question filters by, by their names.
  function partsOf(question, typed) {
    const parts = [], text = question.slice(0, 1000);
    let at = 0, count = 0;
    const isSpace = () => /\s/.test(text[at]);
    const skip = () => { while (at < text.length && isSpace()) at++; };
    const beginsWord = rest => /^[\p{L}\p{N}"“”„«]/u.test(rest);
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
      if (!/[\p{L}\p{N}]/u.test(words)) return;
      count += Math.max(1, words.trim().split(/\s+/).length);
      parts.push({ words, style, inTitle, isExcluded, end: at });
    };
    const pushChunk = (words, inTitle, isExcluded) => {
      const isPrefix = /[\p{L}\p{N}]\*$/u.test(words);
      push(isPrefix ? words.slice(0, -1) : words, isPrefix ? "prefix" : "plain", inTitle, isExcluded);
    };
    // Whether the name was a filter's.
    const filter = (name, rest, isExcluded) => {
      const known = filterNames[fold(name)] || (typed.has(fold(name)) ? [typed.get(fold(name))] : null);
      if (!known) return false;
      if (known[0] === "sort") {
        const order = orders[rest.toLowerCase()];
        if (order) parts.push({ order });
        return Boolean(order);
      }
      const inner = /^([\p{L}_]+):(.*)$/u.exec(rest);
      if (known[0] === "without" && inner && filter(inner[1], inner[2], true)) return true;
      let value = rest;
      if (!value) {
        skip();
        value = at < text.length ? quoted() || chunk() : "";
      }
      if (!value.trim()) push(name, "plain", false, isExcluded);
      else if (known[0] === "title" || known[0] === "without") {
        pushChunk(value, known[0] === "title", isExcluded || known[0] === "without");
      } else parts.push({ filter: known[0], level: known[1], value, isExcluded });
      return true;
    };
    const take = (words, isExcluded) => {
      const named = /^([\p{L}\p{M}_]+):(.*)$/su.exec(words);
      if (!named) return pushChunk(words, false, isExcluded);
      if (filter(named[1], named[2], isExcluded)) return undefined;
      pushChunk(named[1], false, isExcluded);
      const more = named[2].replace(/^[-\u2212]+/, "");
      return more ? take(more, isExcluded) : undefined;
    };
    const fold = one => one.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    for (skip(); at < text.length && count < wordLimit; skip()) {
      const isExcluded = dashes.test(text[at]) && beginsWord(text.slice(at + 1));
      if (isExcluded) at++;
      const phrase = quoted();
      if (phrase === null) take(chunk(), isExcluded);
      else push(phrase, "quoted", false, isExcluded);
    }
    return parts;
  }

  return function (data, words) {
    // ---- Territories and themes by their names

    const places = new Map(); // key -> {kind, codes}; the codes only of what sheets here have
    for (const line of words.unpacked(data.places)) {
      const [key, kind, ...codes] = line.split("=");
      places.set(key, { kind, codes });
    }
    const territories = new Map(data.territories.map(one => [one.id, one]));
    const inhabitants = new Map(Object.entries(data.inhabitants));
    const nearby = new Map(); // key -> the codes of what sheets here have of it and around it
    for (const line of words.unpacked(data.nearby)) {
      const [key, ...codes] = line.split("=");
      nearby.set(key, codes);
    }
    const typed = new Map(data.typed.map(filter => [filter.facet, filter]));
    const typedNames = new Map();
    data.typed.forEach(filter => filter.names.forEach(name => typedNames.set(words.fold(name), filter.facet)));
    const themes = new Map();
    data.themes.concat(data.emptyThemes).forEach(theme => theme.names.forEach(name => {
      if (!themes.has(words.fold(name))) themes.set(words.fold(name), theme);
    }));

    // What a name stands for; nothing where it is none. `provincia di Foggia`, `Castro (LE)`.
    function placeNamed(text, level) {
      const bracket = /^(.*?)\s*\(([^)]*)\)$/.exec(text.trim());
      const whole = words.key(bracket ? bracket[1] : text), said = levels.find(one => one[0].test(whole));
      let names = [whole], wanted = level;
      if (said) {
        const own = whole.replace(said[0], ""), rest = /^(di|d|del|dell|della|dello) (.*)$/.exec(own);
        names = (rest ? [rest[2], "l " + rest[2], "la " + rest[2], own] : [own]);
        wanted = said[1];
      }
      const plain = names[0];
      let found = names.find(one => places.has(one));
      if (found === undefined && said && places.has(whole)) {
        found = whole;
        wanted = level;
      }
      if (found === undefined) {
        const own = data.territories.filter(one => words.key(one.name) === plain && (!wanted || one.level === wanted));
        return own.length ? { name: plain, kind: "-", codes: own.map(one => one.id) } : sigla(text);
      }
      let codes = places.get(found).codes.map(code => territories.get(code)).filter(Boolean);
      if (wanted) codes = codes.filter(one => one.level === wanted);
      if (bracket) {
        const inside = words.key(bracket[2]);
        codes = codes.filter(one => one.level !== "province" && [one.sigla, nameOf(one.parent)].some(
          other => other && words.key(other) === inside));
      }
      return { name: plain, kind: places.get(found).kind, codes: codes.map(one => one.id) };
    }

    const nameOf = id => territories.has(id) ? territories.get(id).name : "";

    function sigla(text) {
      const one = data.territories.find(place => place.level === "province" && place.sigla === text.trim().toUpperCase());
      if (territories.has(text.trim())) return { name: text, kind: "a", codes: [text.trim()] };
      return one && /^[A-Za-z]{2}$/.test(text.trim()) ? { name: words.key(one.name), kind: "-", codes: [one.id] } : null;
    }

    // The longest name of a territory with which the chunks begin.
    function placeIn(chunks, previous) {
      if (!/^\p{L}/u.test(chunks[0])) return null;
      for (let count = Math.min(6, chunks.length); count > 0; count--) {
        const text = chunks.slice(0, count).join(" ").replace(/[^\p{L}\p{N})]+$/u, "");
        const both = /^(.*) e (?:provincia|dintorni)$/i.exec(text);
        const place = placeNamed(both ? both[1] : text);
        if (place && (count > 1 || isPlain(text, place, previous))) {
          const above = both ? place.codes.map(code => provinceOf(code)).filter(Boolean) : [];
          return { count, text, name: place.name, said: place.name, codes: place.codes.concat(above) };
        }
        const home = count === 1 && inhabitants.get(words.fold(text));
        const there = home ? placeNamed(home) : null;
        if (there) return { count, text, name: there.name, said: text, codes: there.codes };
      }
      return null;
    }

    function provinceOf(code) {
      let one = territories.get(code);
      while (one && one.level !== "province") one = territories.get(one.parent);
      return one && one.id;
    }

    // a: a name that says enough; b: one that needs its capital; c: an everyday word, which needs a preposition, too.
    function isPlain(text, place, previous) {
      if (text.length <= 2 || /[0-9]/.test(text)) return false;
      const isCapital = text[0] !== text[0].toLowerCase() && previous !== null;
      if (place.kind === "c") return isCapital && prepositions.has(previous.toLowerCase());
      return isCapital || place.kind === "a";
    }

    // ---- What the parts mean

    function valuesOf(part, value) {
      const key = words.fold(value.trim());
      switch (part.filter) {
        case "theme": return themes.has(key) ? [themes.get(key).id] : conceptsLike(value, data.themes.concat(data.emptyThemes));
        case "kind": {
          const found = data.kinds.filter(kind => kind.names.some(name => words.fold(name) === key)).map(kind => kind.id);
          return found.length ? found : null;
        }
        case "territory": {
          const place = placeNamed(value, part.level);
          return place ? place.codes : null;
        }
        case "near": {
          const place = placeNamed(value), codes = place ? place.codes.concat(nearby.get(place.name) || []) : [];
          return codes.length ? codes : null;
        }
        case "population": return residentsOf(value);
        case "year": case "since": return yearsOf(value.trim(), part.filter === "since");
        default: return typedValues(typed.get(part.filter), value, key);
      }
    }

    // The values of a facet that the page shows no control of.
    function typedValues(filter, value, key) {
      // A name counts letter for letter: with other letters its words do.
      const isNamed = (name, at) => filter.source !== "names" || at > 0 ? words.fold(name) === key : name === value.trim();
      const named = filter.values.filter(one => one.names.some((name, at) => isNamed(name, at))).map(one => one.id);
      if (named.length) return named;
      switch (filter.source) {
        case "concepts": return conceptsLike(value, filter.values);
        case "levels": {
          const least = /^([0-9])\+$/.exec(key);
          return least && filter.values[Number(least[1])] ? filter.values.slice(Number(least[1])).map(one => one.id) : null;
        }
        case "names": {
          const wanted = words.wordsOf(value).map(word => word.stem || word.exact);
          const has = name => {
            const found = new Set(words.wordsOf(name).map(word => word.stem || word.exact));
            return wanted.every(term => found.has(term));
          };
          const found = wanted.length ? filter.values.filter(one => has(one.id)).map(one => one.id) : [];
          return found.length ? found : null;
        }
        default: return null;
      }
    }

    // `-5000`, `5000`: up to so many; `5000-`: from there on.
    function residentsOf(value) {
      const bounds = value.replace(/[. ]/g, "").split(/[-–]/);
      if (bounds.length > 2 || bounds.some(one => !/^[0-9]*$/.test(one)) || !bounds.some(Boolean)) return null;
      const low = bounds.length === 2 ? Number(bounds[0] || 0) : 0, end = bounds[bounds.length - 1];
      const high = end ? Number(end) : Infinity;
      return { least: Math.min(low, high), most: Math.max(low, high) };
    }

    // The concepts with the same words in another form or order; else those whose label has them all.
    function conceptsLike(value, all) {
      const termsOf = text => new Set(words.wordsOf(text).map(word => word.stem || word.exact));
      const wanted = Array.from(termsOf(value));
      const has = name => wanted.every(term => termsOf(name).has(term));
      const isSame = name => has(name) && termsOf(name).size === wanted.length;
      if (wanted.every(term => term[0] === "\ue000")) return null;
      // The second name is the English one, the third the id.
      const same = all.filter(theme => theme.names.some((name, at) => at !== 1 && at !== 2 && isSame(name)));
      const having = same.length ? same : all.filter(theme => has(theme.names[0]));
      const tops = same.length ? [] : having.filter(theme => !theme.broader.length);
      const ids = new Set(having.map(theme => theme.id));
      const found = tops.length === 1 ? tops : same.length ? same : having.filter(theme => !isBelow(theme, ids, all));
      return found.length ? found.map(theme => theme.id) : null;
    }

    function isBelow(theme, ids, all) {
      const above = new Set(theme.broader), byId = new Map(all.map(one => [one.id, one]));
      // What is added on the way is gone through, too.
      above.forEach(id => (byId.has(id) ? byId.get(id).broader : []).forEach(one => above.add(one)));
      return Array.from(above).some(id => ids.has(id));
    }

    function yearsOf(text, isSince) {
      const bounds = text.split(/[-–]/);
      if (bounds.length > 2 || bounds.some(one => one && !/^[12][0-9]{3}$/.test(one)) || !text.replace(/[-–]/g, "")) return null;
      const first = bounds[0] ? Number(bounds[0]) : 0, end = bounds[bounds.length - 1];
      const last = isSince || !end ? Infinity : Number(end);
      return { first: Math.min(first, last), last: Math.max(first, last), isSince };
    }

    // People leave out the quotes: a value that is not known takes in words after it that make one that is.
    function filterOf(part, following) {
      for (let more = 0; more <= Math.min(5, following.length); more++) {
        const value = [part.value].concat(following.slice(0, more)).join(" "), whole = valuesOf(part, value);
        if (whole) return { used: more, values: [whole], unknown: [] };
        if (!["theme", "territory", "near", "target_group"].includes(part.filter)) break;
      }
      const single = part.value.split(/[,;]/).map(one => one.trim()).filter(Boolean);
      const read = single.map(one => [one, valuesOf(part, one)]);
      return { used: 0, values: read.map(one => one[1]).filter(Boolean), unknown: read.filter(one => !one[1]).map(one => one[0]) };
    }

    function termOf(part) {
      const found = words.wordsOf(part.words);
      if (!found.length) return null;
      const exact = found.map(word => word.exact), isAlone = part.style === "plain" && found.length === 1;
      const term = {
        text: part.words + (part.style === "prefix" ? "*" : ""), inTitle: part.inTitle, role: "telling", codes: null,
        mayBeCorrected: isAlone, end: part.end, patterns: [],
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
        const text = words.fold(chunks.slice(0, count).join(" ")), theme = themes.get(text);
        if (!theme) continue;
        const isPartOfLonger = recognized.some(one => one.text.includes(text));
        if (!isPartOfLonger && !recognized.some(one => one.theme === theme)) recognized.push({ text, theme });
        return;
      }
    }

    // The terms, what is excluded, the filters and the order of a question.
    return function (question) {
      const parts = partsOf(question, typedNames);
      const query = { terms: [], excluded: [], filters: [], unknownValues: [], themes: [], order: null };
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
      for (let at = 0; at < parts.length;) {
        const part = parts[at];
        if (part.order) query.order = part.order;
        else if (part.filter) {
          const read = filterOf(part, chunksFrom(at + 1));
          if (read.values.length) query.filters.push({ facet: part.filter, values: read.values, isExcluded: part.isExcluded });
          read.unknown.forEach(value => {
            query.unknownValues.push(value);
            addWords({ words: value, style: "plain", inTitle: false, isExcluded: part.isExcluded, end: 0 });
          });
          at += read.used;
        } else {
          const chunks = chunksFrom(at);
          if (chunks.length) themeIn(chunks, query.themes);
          const before = parts[at - 1], previous = at === 0 ? null : isPlainPart(before) ? before.words : "";
          const place = chunks.length ? placeIn(chunks, previous) : null;
          if (place) {
            add(placeTerm(place), false);
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
