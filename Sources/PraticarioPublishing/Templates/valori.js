// What the value of a filter means, by the program's rules: names and their forms, years, residents, places.
const makeValues = function (data, words, places) {
  "use strict";

  const typed = new Map(data.typed.map(filter => [filter.facet, filter]));
  const themes = data.themes.concat(data.emptyThemes);
  const times = data.language.times;
  const termOf = word => word.stem || word.exact;
  const intOf = text => /^\+?[0-9]+$/.test(text) && Number(text) <= Number.MAX_SAFE_INTEGER ? Number(text) : null;
  const ids = found => found.length ? found.map(one => one.id) : null;

  function read(filter, value) {
    switch (filter.facet) {
      case "theme": return conceptsLike(value, themes);
      case "year": return yearsOf(value, filter.reading === "since");
      case "territory":
        if (filter.reading === "population") return residentsOf(value);
        return filter.reading === "near" ? places.near(value) : places.filtered(value, filter.level);
      default: return typedValues(typed.get(filter.facet), value);
    }
  }

  function typedValues({ source, values }, value) {
    switch (source) {
      case "choices": return choicesOf(value, values);
      case "concepts": return conceptsLike(value, values);
      case "levels": return levelsOf(value, values);
      default: return named(value, values);
    }
  }

  // ---- Closed lists

  // `terminato nel 2021` is `terminato`.
  function choicesOf(value, values) {
    const key = choiceKey(value);
    const named = name => values.find(one => one.names.some(other => choiceKey(other) === name));
    const found = named(key) || named(withoutTime(key));
    return found ? [found.id] : null;
  }

  const choiceKey = text => words.label(text).replace(/[_-]/g, " ").replace(/['’`.!]+$/, "");

  function withoutTime(key) {
    let rest = key.split(/[ ,()]/).filter(Boolean);
    const all = rest.length;
    rest = rest.filter(word => !times.adverbs.includes(word));
    const start = rest.findIndex(word => times.prepositions.includes(word));
    if (start > 0 && (isDate(rest[rest.length - 1]) || isDateInWords(rest.slice(start).join(" ")))) rest = rest.slice(0, start);
    return rest.length && rest.length < all ? rest.join(" ") : undefined;
  }

  const isYear = year => year >= 1000 && year <= 2999;

  function isDay(year, month, day) {
    if (!isYear(year) || month < 1 || month > 12) return false;
    return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
  }

  // `2007`, `2007-05`, `14/05/2007`, `2023/24`.
  function isDate(text) {
    const parts = text.split(/[-/.]/);
    if (!parts.every(part => /^[0-9]{1,4}$/.test(part))) return false;
    const [first, second, third] = parts.map(Number), shape = parts.map(part => part.length).join("");
    if (shape === "4") return isYear(first);
    if (shape === "42" && text.includes("-") && second <= 12) return isDay(first, second);
    if (shape === "42") return isYear(first) && second === (first + 1) % 100;
    if (shape === "44") return isYear(first) && second === first + 1;
    if (shape === "422") return isDay(first, second, third);
    if (/^[12]4$/.test(shape)) return isDay(second, first);
    return /^[12][12]4$/.test(shape) && isDay(third, second, first);
  }

  // `14 maggio 2019`, `mar-18`, `dal 2020`, `primavera 2019`.
  function isDateInWords(text) {
    const rest = text.split(/[ \-/,.]/).filter(word => word && !times.fillers.includes(word));
    const last = rest.pop() || "", year = /^[0-9]{4}$/.test(last) ? Number(last) : /^[0-9]{2}$/.test(last) ? 2000 + Number(last) : 0;
    const isShort = last.length === 2;
    if (!year || (isShort ? rest.length !== 1 : year < 1800 || year > 2199)) return false;
    if (!rest.length) return true;
    if (rest.length === 1) return times.seasons.includes(rest[0]) || monthOf(rest[0]) > 0;
    const day = intOf(rest[0].replace(/[°ºo^]/g, ""));
    return rest.length === 2 && day !== null && isDay(year, monthOf(rest[1]), day);
  }

  function monthOf(text) {
    if (text.length < 3) return 0;
    for (const names of times.months) {
      const found = names.map((name, at) => at).filter(at => names[at] === text || (text.length <= 4 && names[at].startsWith(text)));
      if (found.length === 1) return found[0] + 1;
    }
    return 0;
  }

  // ---- Levels, names, concepts

  // `2`, or `2+` for that and above.
  function levelsOf(value, values) {
    const isLeast = value.endsWith("+"), level = intOf(isLeast ? value.slice(0, -1) : value);
    if (level === null || level >= values.length) return null;
    return ids(isLeast ? values.slice(level) : [values[level]]);
  }

  // A name counts letter for letter, or by what else it is called; with other letters its words do.
  function named(value, values) {
    const slug = words.slug(value), alias = values.find(one => one.names.slice(1).includes(slug));
    const same = alias || values.find(one => one.id === value);
    if (same) return [same.id];
    const wanted = words.wordsOf(value).map(termOf);
    return wanted.length ? ids(values.filter(one => hasAll(words.wordsOf(one.id), wanted))) : null;
  }

  const hasAll = (found, wanted) => wanted.every(term => found.some(word => words.stands(word, term)));

  // The concept with the name; else those with the same words in another form or order; else those whose label has them all.
  function conceptsLike(value, all) {
    const key = words.label(value), same = all.find(one => one.names.some(name => words.label(name) === key));
    if (same) return [same.id];
    const wanted = new Set(termsOf(value));
    if (!wanted.size) return null;
    const has = (one, name) => termsOf(name).filter(term => wanted.has(term)).length === wanted.size;
    // The second name is the English one, the third the id.
    const labels = one => one.names.filter((name, at) => at !== 1 && at !== 2);
    const alike = all.filter(one => labels(one).some(name => has(one, name) && termsOf(name).length === wanted.size));
    if (alike.length) return ids(alike);
    const having = all.filter(one => has(one, one.names[0])), tops = having.filter(one => !one.broader.length);
    const found = new Set(having.map(one => one.id));
    return ids(tops.length === 1 ? tops : having.filter(one => !isBelow(one, found, all)));
  }

  // Each once; none where all of them say nothing.
  function termsOf(text) {
    const found = words.wordsOf(text);
    return found.some(word => word.stem !== null) ? Array.from(new Set(found.map(termOf))) : [];
  }

  function isBelow(concept, found, all) {
    const above = new Set(concept.broader), byId = new Map(all.map(one => [one.id, one]));
    // What is added on the way is gone through, too.
    above.forEach(id => (byId.has(id) ? byId.get(id).broader : []).forEach(one => above.add(one)));
    return Array.from(above).some(id => found.has(id));
  }

  // ---- Numbers

  // The ends of `2019`, `2019-2023`, `2019-`, `-2023`; nothing where they are no numbers.
  function boundsOf(text) {
    const bounds = text.split(/[-–]/);
    if (bounds.length > 2 || !bounds.some(Boolean) || bounds.some(one => one && intOf(one) === null)) return null;
    return bounds.map(one => one ? intOf(one) : null);
  }

  function yearsOf(text, isSince) {
    const bounds = boundsOf(text);
    if (!bounds || bounds.some(one => one !== null && !isYear(one))) return null;
    const first = bounds[0] === null ? 0 : bounds[0], end = bounds[bounds.length - 1];
    const last = isSince || end === null ? Infinity : end;
    return { first: isSince ? first : Math.min(first, last), last: Math.max(first, last), isSince };
  }

  // `-5000`, `5000`: up to so many; `5000-`: from there on. Where no comune can lie the value is not known.
  function residentsOf(text) {
    const bounds = boundsOf(text.replace(/[. ]/g, "")), [smallest, largest] = data.places.residents;
    if (!bounds || smallest === undefined) return null;
    const low = bounds.length === 2 ? bounds[0] || 0 : 0, end = bounds[bounds.length - 1];
    const high = end === null ? Infinity : end;
    const range = { least: Math.min(low, high), most: Math.max(low, high) };
    return range.least <= largest && range.most >= smallest ? range : null;
  }

  return { read };
};
