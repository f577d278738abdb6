// Searches the sheets that stand in this page: no network, no library. What people wrote reaches the page only as text
// nodes and as attributes checked here, so that it can never become markup or script.
(function () {
  "use strict";

  const texts = {
    it: {
      skip: "Vai al contenuto", searchLabel: "Che cosa cerchi?", searchButton: "Cerca", filters: "Filtri",
      hint: "Bastano parole comuni, anche il nome di un luogo. "
        + "Le \"virgolette\" cercano una frase, -\u2060parola esclude, tema:, territorio:, tipo: e anno: filtrano.",
      results: "Risultati", sort: "Ordina per", byRelevance: "pertinenza", byTitle: "titolo", byDate: "data di modifica", chosen: "Filtri scelti:",
      clear: "Azzera filtri", remove: "Togli il filtro ", theme: "Tema", territory: "Territorio", kind: "Tipo",
      inDetail: "Nel dettaglio: ", wide: "Ripartizioni e Italia",
      example: "[esempio]", draft: "[bozza]", in_review: "[in verifica]", archived: "[archiviata]",
      exampleNote: "Scheda inventata, per mostrare come si scrive.",
      about: n => n + " da cercare, anche senza connessione: tutto ciò che serve è in questa pagina.",
      selection: "Scelte con la ricerca: ", sheets: n => n === "1" ? "1 scheda" : n + " schede",
      someWords: (all, some) => all + " con tutte le parole, " + some + " con alcune",
      unknown: words => "Nessuna scheda contiene: " + words + ".", missing: words => "Senza: " + words,
      noWords: "Nella domanda non ci sono parole da cercare: ecco tutte le schede.",
      more: (next, left) => "Mostra altri " + next + " (ne restano " + left + ")",
      nothing: "Nessuna scheda risponde a questa ricerca.",
      without: (facet, n) => "Togli i filtri di «" + facet + "»: " + n, withoutAll: n => "Togli tutti i filtri: " + n,
      withoutExcluded: "Prova senza le parole escluse con il trattino.", clearQuestion: "Cancella la ricerca",
      otherWords: "Prova con meno parole, con un sinonimo o una parola più generale, e controlla come sono scritte.",
      home: "Tutto il sito", back: "Torna ai risultati", print: "Stampa la scheda", noSheet: id => "Qui non c'è la scheda «" + id + "».",
      organization: "Ente", years: "Anni", places: "Dove", themes: "Temi", sources: "Fonti", licence: "Licenza",
      attribution: "Attribuzione", made: "Pagina fatta il ", publisher: "A cura di ", contact: "Contatto: ",
      corrected: (typed, meant) => "«" + typed + "» non c'è in nessuna scheda: cercato «" + meant + "».",
      emptyTheme: (name, above) => "Il tema «" + name + "» non ha ancora schede"
        + (above ? ": cercato anche il più ampio «" + above + "»." : "."),
      unknownValue: value => "Questo filtro non conosce «" + value + "»: è cercato come parole.",
    },
    en: {
      skip: "Skip to the content", searchLabel: "What are you looking for?", searchButton: "Search", filters: "Filters",
      hint: "Common words will do, and the name of a place too. \"Quotes\" search a phrase, -\u2060word excludes, "
        + "theme:, territory:, kind: and year: filter.",
      results: "Results", sort: "Sort by", byRelevance: "relevance", byTitle: "title", byDate: "date of change", chosen: "Chosen filters:",
      clear: "Clear filters", remove: "Remove the filter ", theme: "Theme", territory: "Territory", kind: "Kind",
      inDetail: "In detail: ", wide: "Divisions and Italy",
      example: "[example]", draft: "[draft]", in_review: "[in review]", archived: "[archived]",
      exampleNote: "An invented sheet, to show how one is written.",
      about: n => n + " to search, without a connection too: all it takes is in this page.",
      selection: "Chosen by the search: ", sheets: n => n === "1" ? "1 sheet" : n + " sheets",
      someWords: (all, some) => all + " with all the words, " + some + " with some",
      unknown: words => "No sheet contains: " + words + ".", missing: words => "Without: " + words,
      noWords: "There are no words to search in the question: here are all the sheets.",
      more: (next, left) => "Show " + next + " more (" + left + " left)",
      nothing: "No sheet answers this search.",
      without: (facet, n) => "Remove the filters of “" + facet + "”: " + n, withoutAll: n => "Remove all filters: " + n,
      withoutExcluded: "Try without the words excluded by a hyphen.", clearQuestion: "Clear the search",
      otherWords: "Try fewer words, a synonym or a more general word, and check how they are spelled.",
      home: "The whole site", back: "Back to the results", print: "Print the sheet", noSheet: id => "The sheet “" + id + "” is not here.",
      organization: "Organization", years: "Years", places: "Where", themes: "Themes", sources: "Sources",
      licence: "Licence", attribution: "Attribution", made: "Page made on ", publisher: "Published by ",
      contact: "Contact: ",
      corrected: (typed, meant) => "No sheet has “" + typed + "”: “" + meant + "” was searched.",
      emptyTheme: (name, above) => "The theme “" + name + "” has no sheets yet"
        + (above ? ": the wider “" + above + "” was searched, too." : "."),
      unknownValue: value => "This filter does not know “" + value + "”: it is searched as words.",
    },
  };

  const data = JSON.parse(document.getElementById("data").textContent);
  const sheets = data.sheets;
  const language = data.tongue === "en" ? "en" : "it";
  const say = texts[language];
  const format = new Intl.NumberFormat(language);
  const number = n => format.format(n);
  const countOf = n => say.sheets(number(n));

  const words = makeWords(data), engine = makeEngine(data, words);

  // In slices, so that the page answers to the reader meanwhile.
  function indexInBackground() {
    engine.indexUntil(Date.now() + 25);
    if (!engine.isDone()) setTimeout(indexInBackground, 5);
  }

  // ---- Facets and filters

  const theme = makeFacet("theme", "tema", data.themes, "broader", sheet => sheet.themes);
  const territory = makeFacet("territory", "territorio", data.territories, "parent", sheet => sheet.territories);
  const kind = makeFacet("kind", "tipo", data.kinds, "parent", sheet => [sheet.kind]);
  const facets = [theme, territory, kind];

  function makeFacet(name, parameter, values, parentKey, idsOf) {
    const place = new Map(values.map((value, i) => [value.id, i]));
    const placeOf = id => place.has(id) ? place.get(id) : -1;
    const parents = values.map(value => [].concat(value[parentKey] || [], value.within || []).map(placeOf).filter(i => i >= 0));
    // A sheet has its values and all above them, each once; the set also ends a circle of parents.
    const ofSheet = sheets.map(sheet => {
      const all = new Set(), own = idsOf(sheet).map(placeOf).filter(i => i >= 0);
      own.forEach(i => all.add(i));
      // What is added on the way is gone through, too; what a province that is no more became only where it is the sheet's own.
      const above = i => values[i].ended && !own.includes(i) ? parents[i].slice(0, 1) : parents[i];
      all.forEach(i => above(i).forEach(one => all.add(one)));
      return Array.from(all);
    });
    const labelsOf = sheet => idsOf(sheet).map(placeOf).filter(i => i >= 0).map(i => values[i].label);
    const counts = new Int32Array(values.length);
    const selected = new Set(), rows = new Map(); // rows: the checkboxes made so far
    return { name, parameter, values, placeOf, parents, ofSheet, labelsOf, counts, selected, rows };
  }

  // One pass: a sheet that passes all filters counts everywhere, one that fails a single facet counts for that facet.
  function applyFilters(matches) {
    const passes = (facet, i) => (!facet.selected.size || facet.ofSheet[i].some(value => facet.selected.has(value)))
      && answer.filters.every(filter => filter.facet !== facet.name || isTrue(filter, i));
    const typed = answer.filters.filter(filter => !facets.some(facet => facet.name === filter.facet));
    const isAdmitted = i => (!answer.only || answer.only.has(sheets[i].id)) && !answer.without.has(sheets[i].id);
    const count = (facet, i) => facet.ofSheet[i].forEach(value => { facet.counts[value]++; });
    facets.forEach(facet => { facet.counts.fill(0); facet.nearMisses = 0; });
    return matches.filter(i => isAdmitted(i) && typed.every(filter => isTrue(filter, i))).filter(i => {
      const failed = facets.filter(facet => !passes(facet, i));
      if (failed.length === 1) {
        failed[0].nearMisses++;
        count(failed[0], i);
      }
      if (!failed.length) facets.forEach(facet => count(facet, i));
      return !failed.length;
    });
  }

  // Whether a sheet is under one of the territories, those that hold its own included.
  const isFrom = (i, codes) => sheets[i].within.some(code => codes.has(code));

  // Whether a filter that was typed lets a sheet through.
  function isTrue({ facet, reading, values, isExcluded }, i) {
    const sheet = sheets[i];
    const lies = ({ first, last, isSince }) => Boolean(sheet.span) && (isSince
      ? sheet.span[0] >= first : sheet.span[0] <= last && (sheet.span[1] === null || sheet.span[1] >= first));
    const hasResidents = ({ least, most }) => sheet.within.some(code => {
      const residents = territory.values[territory.placeOf(code)].residents;
      return residents !== undefined && residents >= least && residents <= most;
    });
    const own = facet === "kind" ? [sheet.kind] : facet === "territory" ? sheet.within
      : facet === "theme" ? theme.ofSheet[i].map(value => theme.values[value].id) : sheet.keys[facet] || [];
    const isIn = value => Array.isArray(value) ? value.some(id => own.includes(id))
      : reading === "population" ? hasResidents(value) : lies(value);
    return values.some(isIn) !== isExcluded;
  }

  // ---- The state, and its copy in the address

  const pageSize = 20;
  const state = { question: "", sort: "relevance", sheet: null, shown: pageSize, isTyping: false };
  let answer = null;

  const orders = { title: "titolo", date: "data" };
  const hashOf = pairs => "#" + new URLSearchParams(pairs).toString();
  const sheetHash = id => hashOf([["scheda", id]]);

  function resultsHash() {
    const pairs = state.question.trim() ? [["q", state.question.trim()]] : [];
    facets.forEach(facet => facet.selected.forEach(i => pairs.push([facet.parameter, facet.values[i].id])));
    return hashOf(state.sort === "relevance" ? pairs : pairs.concat([["ordine", orders[state.sort]]]));
  }

  // A form of another page asks with `?q=`: once, then the hash says what is asked.
  let asked = location.search.slice(1);

  function readHash() {
    const parameters = new URLSearchParams(location.hash.slice(1) || asked);
    asked = "";
    state.sheet = parameters.get("scheda");
    if (state.sheet !== null || hashOf(parameters) === resultsHash()) return; // The results wait as they were.
    state.question = (parameters.get("q") || "").slice(0, 1000);
    state.isTyping = false;
    state.sort = Object.keys(orders).find(order => orders[order] === parameters.get("ordine")) || "relevance";
    state.shown = pageSize;
    facets.forEach(facet => {
      facet.selected = new Set(parameters.getAll(facet.parameter).map(facet.placeOf).filter(i => i >= 0));
    });
  }

  // A change of question, filters or order shows its results from the first. A step is one that "back" undoes.
  function change(isStep) {
    state.shown = pageSize;
    try {
      const hash = resultsHash();
      if (hash !== (location.hash || "#")) history[isStep ? "pushState" : "replaceState"](null, "", hash);
    } catch (error) { /* Some phones let no file change its address: only the links are lost. */ }
    showResults();
  }

  // ---- Making elements

  const byId = id => document.getElementById(id);

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(name => element.setAttribute(name, attributes[name]));
    element.append(...children.filter(child => child !== null && child !== ""));
    return element;
  }

  function refill(element, ...children) {
    element.textContent = "";
    element.append(...children);
  }

  function button(action, ...children) {
    const element = make("button", { type: "button" }, ...children);
    element.addEventListener("click", action);
    return element;
  }

  // Names side by side, each with its own direction of writing.
  function names(list) {
    return list.map((name, i) => make("span", null, i ? " · " : "", make("bdi", null, ...withLinks(name))));
  }

  function kindAndBadges(sheet) {
    const publication = sheet.publication === "published" ? "" : say[sheet.publication];
    const badges = [sheet.example && say.example, publication].filter(Boolean);
    return names(kind.labelsOf(sheet)).concat(
      badges.map(text => make("span", null, " ", make("span", { class: "badge" }, text))));
  }

  // Only web addresses become links: `javascript:` and the like stay text.
  function link(text, address) {
    const name = make("bdi", null, text || address);
    return /^https?:\/\/[^\s/]/i.test(address) ? make("a", { href: address, rel: "noopener noreferrer" }, name) : name;
  }

  // In a fact an address stands between angle brackets; it is shown as in the other documents, without its scheme.
  function withLinks(text) {
    return text.split(/<(https?:\/\/[^<>\s]+)>/i).map(
      (piece, i) => i % 2 ? link(piece.replace(/^https?:\/\//i, "").replace(/\/$/, ""), piece) : piece);
  }

  // Visits each word of a text that was asked for; those that hyphens join to it go along.
  function marked(text, visit) {
    const found = words.wordsOf(text);
    let at = 0, joined = 0;
    words.eachWord(text, (spelling, start, end) => {
      const word = found[at++];
      if (engine.isMarked(word, answer.marks)) {
        if (word.closed && answer.marks.terms.has(word.closed)) joined = word.joined;
        visit(start, end);
      } else if (joined > 0) visit(start, end);
      joined = Math.max(0, joined - 1);
    });
  }

  function highlighted(text) {
    const pieces = [];
    let done = 0;
    if (answer.isMarking) marked(text, (start, end) => {
      pieces.push(text.slice(done, start), make("mark", null, text.slice(start, end)));
      done = end;
    });
    return pieces.concat(text.slice(done));
  }

  function excerpt(text, start) {
    const end = Math.min(text.length, start + 320);
    const whole = /[\udc00-\udfff]/.test(text.charAt(end)) ? end - 1 : end; // Never half a character.
    return (start ? "… " : "") + text.slice(start, whole).trim() + (whole < text.length ? " …" : "");
  }

  // ---- Results

  // The summary, unless the words are found only further down.
  function snippet(sheet) {
    const bodies = sheet.sections.concat(sheet.facts).map(body => body[1]);
    for (const text of answer.isMarking ? [sheet.summary || ""].concat(bodies) : []) {
      const before = [];
      let at = -1;
      marked(text, start => { if (at < 0) at = start; });
      words.eachWord(text, (spelling, start) => { if (start <= at) before.push(start); });
      if (at >= 0) return excerpt(text, at < 240 ? 0 : before.find(start => start >= at - 80));
    }
    return excerpt(sheet.summary || bodies[0] || "", 0);
  }

  function resultOf(i) {
    const sheet = sheets[i], items = answer.items;
    const has = item => item.has(i) || (item.codes && isFrom(i, item.codes));
    const missing = items.filter(item => !has(item)).map(item => item.text).join(", ");
    const facts = [territory, theme].map(facet => facet.labelsOf(sheet)).map(
      list => list.length <= 4 ? list : list.slice(0, 3).concat("+" + (list.length - 3)));
    return make("li", null, make("article", null,
      make("h3", { dir: "auto" }, make("a", { href: sheet.page || sheetHash(sheet.id) }, ...highlighted(excerpt(sheet.title, 0)))),
      make("p", { class: "quiet" }, ...kindAndBadges(sheet), ...[].concat(...facts).map(
        name => make("span", null, " · ", make("bdi", null, name)))),
      make("p", { dir: "auto" }, ...highlighted(snippet(sheet))),
      missing ? make("p", { class: "quiet" }, say.missing(missing)) : null));
  }

  // By the bytes of a text, as the program compares them.
  const compare = (a, b) => {
    let at = 0;
    while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
    return at < a.length && at < b.length ? a.codePointAt(at) - b.codePointAt(at) : a.length - b.length;
  };
  const idOrder = (a, b) => compare(sheets[a].id, sheets[b].id);
  const ranked = order => {
    const ranks = new Int32Array(sheets.length);
    Array.from(sheets.keys()).sort((a, b) => order(a, b) || idOrder(a, b)).forEach((i, rank) => { ranks[i] = rank; });
    return ranks;
  };
  const titles = sheets.map(sheet => words.label(sheet.title));
  const ranks = {
    title: ranked((a, b) => compare(titles[a], titles[b])),
    date: ranked((a, b) => compare(sheets[b].updated || "", sheets[a].updated || "")),
  };

  // Those on the subject from a territory that was named first, then the best; equals by id, as in the program. Where
  // nothing is asked, by title.
  function sorted(hits) {
    const { terms, scores, standing, order } = answer;
    const chosen = order || (state.sort === "relevance" && !terms.length && !state.question.trim() ? "title" : state.sort);
    if (ranks[chosen]) return hits.sort((a, b) => ranks[chosen][a] - ranks[chosen][b]);
    const isThere = i => Number(standing.get(i).isInPlace);
    return hits.sort((a, b) => isThere(b) - isThere(a) || scores.get(b) - scores.get(a) || idOrder(a, b));
  }

  function statusText() {
    const { items, excluded, hits } = answer;
    const all = hits.filter(i => answer.standing.get(i).hasAll).length;
    const total = items.length > 1 && all < hits.length
      ? say.someWords(countOf(all), number(hits.length - all)) : countOf(hits.length);
    const bare = text => {
      const found = [];
      words.eachWord(text, spelling => found.push(spelling));
      return found.length === 1 && !text.endsWith("*") ? found[0] : text;
    };
    const unknown = items.filter(item => !item.count && !item.codes).map(item => bare(item.text)).join(", ");
    const hasNoWords = state.question.trim() && !items.length && !excluded.length && !answer.filters.length && !answer.order;
    const told = answer.corrections.map(pair => say.corrected(pair[0], pair[1]))
      .concat(answer.emptyThemes.map(one => say.emptyTheme(one.names[0], one.above)))
      .concat(answer.unknownValues.map(say.unknownValue));
    return [total + ". " + (unknown ? say.unknown(unknown) : "") + (hasNoWords ? say.noWords : "")].concat(told).join(" ");
  }

  function showResults() {
    answer = engine.match(state.question, state.isTyping ? state.question.length : null, isFrom);
    answer.items = answer.terms.filter(term => term.role === "telling");
    answer.isMarking = answer.marks.terms.size > 0 || answer.marks.prefixes.length > 0;
    answer.hits = sorted(applyFilters(answer.matches));
    byId("status").textContent = statusText();
    byId("sorting").hidden = !answer.items.length;
    byId("sort").value = state.sort;
    facets.forEach(facet => facet.rows.forEach((row, i) => updateRow(facet, row, i)));
    showChosen();
    showNothing();
    refill(byId("list"));
    showList(0);
  }

  function showList(from) {
    const left = answer.hits.length - state.shown;
    byId("list").append(...answer.hits.slice(from, state.shown).map(resultOf));
    byId("more").hidden = left <= 0;
    byId("more").textContent = say.more(number(Math.min(pageSize, left)), number(left));
  }

  function showMore() {
    const from = state.shown;
    state.shown += pageSize;
    showList(from);
    byId("list").children[from].querySelector("a").focus();
  }

  // For the buttons that go away with what they remove: the focus goes to `next`.
  function remove(action, next) {
    return () => {
      action();
      change(true);
      byId(next).focus();
    };
  }

  function clearing(which) {
    return remove(() => which.forEach(facet => facet.selected.clear()), "results-title");
  }

  function showChosen() {
    const chips = [];
    facets.forEach(facet => facet.selected.forEach(i => chips.push(make("li", null, button(
      remove(() => facet.selected.delete(i), "results-title"),
      make("span", { class: "unseen" }, say.remove), say[facet.name] + ": ", make("bdi", null, facet.values[i].label),
      make("span", { "aria-hidden": "true" }, " ×"))))));
    refill(byId("chips"), ...chips);
    byId("chosen").hidden = !chips.length;
  }

  // Says what would help: to remove the filters of one facet or of all, else other words.
  function showNothing() {
    const inTheWay = facets.filter(facet => facet.nearMisses), { hits, matches, items, excluded } = answer;
    const help = inTheWay.map(
      facet => button(clearing([facet]), say.without(say[facet.name], countOf(facet.nearMisses))));
    if (!help.length && matches.length) help.push(button(clearing(facets), say.withoutAll(countOf(matches.length))));
    if (excluded.length) help.push(say.withoutExcluded);
    if (!matches.length && items.length) help.push(say.otherWords);
    const clear = () => { state.question = byId("question").value = ""; };
    if (state.question.trim()) help.push(button(remove(clear, "question"), say.clearQuestion));
    refill(byId("nothing"), make("p", null, say.nothing), make("ul", null, ...help.map(one => make("li", null, one))));
    byId("nothing").hidden = hits.length > 0;
  }

  // ---- One sheet

  function factsOf(sheet) {
    const facts = [
      [say.organization, [sheet.organization]], [say.years, [sheet.years]], [say.places, territory.labelsOf(sheet)],
      [say.themes, theme.labelsOf(sheet)], ...sheet.facts.map(fact => [fact[0], [fact[1]]]),
      [say.licence, [sheet.licence]], [say.attribution, [sheet.attribution]],
    ];
    return make("dl", null, ...facts.filter(fact => fact[1].some(Boolean)).map(fact => make("div", null,
      make("dt", { dir: "auto" }, fact[0]), make("dd", { dir: "auto" }, ...names(fact[1])))));
  }

  function partsOf(sheet) {
    const paragraph = (text, type) => text ? [make("p", { dir: "auto", class: type }, text)] : [];
    const sections = sheet.sections.map(section => [make("h3", { dir: "auto" }, section[0])].concat(
      ...section[1].split("\n").map(text => paragraph(text, "text"))));
    const sources = sheet.sources.map(source => make("li", null, link(source[0], source[1])));
    return [].concat(
      make("p", { class: "quiet" }, ...kindAndBadges(sheet)), paragraph(sheet.example && say.exampleNote, "quiet"),
      paragraph(sheet.summary, "lead"), factsOf(sheet), ...sections,
      sources.length ? [make("h3", null, say.sources), make("ul", { class: "sources" }, ...sources)] : []);
  }

  function showSheet() {
    const sheet = sheets.find(one => one.id === state.sheet), name = sheet ? sheet.title : say.noSheet(state.sheet);
    const title = make("h2", { id: "sheet-title", tabindex: "-1", dir: "auto" }, name);
    const tools = make("p", { class: "tools" }, make("a", { class: "back", href: resultsHash() }, "← " + say.back));
    if (sheet) tools.append(button(() => window.print(), say.print));
    refill(byId("sheet-view"), tools, title, ...(sheet ? partsOf(sheet) : []));
    byId("sheet-view").setAttribute("aria-labelledby", "sheet-title");
    document.title = name + " – " + data.title;
    window.scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  // ---- Facets on the page

  // Regions come first; the country and its divisions, which hold nearly everything, come last.
  function buildFacet(facet) {
    const isWide = i => facet.values[i].level === "country" || facet.values[i].level === "division";
    const all = facet.values.map((value, i) => i), wide = all.filter(isWide);
    // Of several parents the first shows it: a value has one checkbox.
    const parent = i => facet.parents[i].length ? facet.parents[i][0] : -1;
    const above = i => parent(i) < 0 || isWide(parent(i)) ? -1 : parent(i);
    const below = all.map(() => []);
    all.forEach(i => { if (!isWide(i) && !facet.values[i].ended && above(i) >= 0) below[above(i)].push(i); });
    const row = i => make("li", null, checkbox(facet, i), below[i].length
      ? disclosure(make("span", { class: "unseen" }, say.inDetail + facet.values[i].label), below[i], i) : null);
    // Thousands of places would slow down every search: rows are made when they are first seen.
    const disclosure = (name, values, key) => {
      const list = make("ul"), details = make("details", null, make("summary", null, name), list);
      const fill = () => { if (!list.firstChild) list.append(...values.map(row)); };
      details.addEventListener("toggle", fill);
      opening.set(key, () => { fill(); details.open = true; });
      return details;
    };
    const opening = new Map();
    facet.reveal = i => {
      const key = isWide(i) ? "wide" : above(i);
      if (key >= 0) facet.reveal(key);
      if (opening.has(key)) opening.get(key)();
    };
    const list = make("ul", null, ...all.filter(i => !isWide(i) && above(i) < 0).map(row));
    if (wide.length) list.append(make("li", null, disclosure(say.wide, wide, "wide")));
    return all.length ? make("fieldset", { class: "values" }, make("legend", null, say[facet.name]), list) : "";
  }

  function checkbox(facet, i) {
    const row = { box: make("input", { type: "checkbox" }), count: make("span", { class: "count" }) };
    row.box.addEventListener("change", () => {
      facet.selected[row.box.checked ? "add" : "delete"](i);
      change(true);
    });
    facet.rows.set(i, row);
    updateRow(facet, row, i);
    return make("label", null, row.box, make("bdi", { class: "name" }, facet.values[i].label), " ", row.count);
  }

  function updateRow(facet, row, i) {
    row.box.checked = facet.selected.has(i);
    if (row.shown !== facet.counts[i]) row.count.textContent = "(" + number(facet.counts[i]) + ")";
    row.shown = facet.counts[i];
  }

  // ---- The page

  function show() {
    const leaving = state.sheet;
    readHash();
    byId("search-view").hidden = state.sheet !== null;
    byId("sheet-view").hidden = state.sheet === null;
    if (state.sheet !== null) return showSheet();
    document.title = data.title;
    byId("question").value = state.question;
    facets.forEach(facet => facet.selected.forEach(facet.reveal)); // What a link has chosen must be seen.
    // What the curator says is for who has asked nothing yet.
    byId("collection").hidden = !byId("collection").firstChild || !!state.question.trim()
      || facets.some(facet => facet.selected.size > 0);
    showResults();
    if (leaving !== null) returnTo(leaving);
  }

  // Back from a sheet, the reader goes on where they left.
  function returnTo(id) {
    const links = Array.from(byId("list").querySelectorAll("h3 a"));
    (links.find(one => one.getAttribute("href") === sheetHash(id)) || byId("results-title")).focus();
  }

  function fillTexts() {
    document.querySelectorAll("[data-text]").forEach(element => { element.textContent = say[element.dataset.text]; });
    byId("sort").append(
      make("option", { value: "relevance" }, say.byRelevance), make("option", { value: "title" }, say.byTitle),
      make("option", { value: "date" }, say.byDate));
    byId("about").textContent = say.about(countOf(sheets.length));
    if (data.selection) byId("selection").append(say.selection, make("bdi", null, data.selection));
    byId("selection").hidden = !data.selection;
    byId("home").hidden = !data.isPartOfSite;
    byId("about").hidden = byId("skip").hidden = false;
    const date = new Date(data.made), style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
    const made = isNaN(date) ? data.made : date.toLocaleDateString(language, style);
    [[say.made, made], [say.publisher, data.publisher], [say.licence + ": ", data.licence],
      [say.contact, data.contact], ["", data.acknowledgement]].filter(line => line[1]).forEach(
      line => byId("footer").append(make("p", null, line[0], link(line[1], line[1]))));
  }

  function listen() {
    const question = byId("question");
    let waiting = null;
    const ask = isTyping => {
      waiting = clearTimeout(waiting);
      if (question.value === state.question && isTyping === state.isTyping) return;
      state.question = question.value;
      state.isTyping = isTyping;
      change(false);
    };
    question.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => ask(true), 150);
    });
    byId("search").addEventListener("submit", event => {
      event.preventDefault();
      ask(false);
      byId("results-title").focus(); // It also closes a phone's keyboard.
    });
    byId("sort").addEventListener("change", event => {
      state.sort = event.target.value;
      change(true);
    });
    byId("clear").addEventListener("click", clearing(facets));
    byId("more").addEventListener("click", showMore);
    byId("skip").addEventListener("click", event => {
      event.preventDefault(); // The address holds the search: this link must not replace it.
      byId("content").focus();
    });
    window.addEventListener("hashchange", () => {
      if (waiting) state.question = question.value;
      waiting = clearTimeout(waiting);
      show();
    });
  }

  fillTexts();
  byId("facets").append(...facets.map(buildFacet));
  byId("filters").open = window.matchMedia("(min-width: 56rem)").matches; // On a phone the results come first.
  listen();
  show();
  indexInBackground();
}());
