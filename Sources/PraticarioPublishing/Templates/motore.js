// Which sheets answer a question and how well: the program's search over the sheets of this page, with its order.
const makeEngine = (function () {
  "use strict";

  const k1 = 1.2, b = 0.75, exactWeight = 0.2, nearWeight = 0.3, farthest = 3, shareWeight = 0.5, nearly = 0.8;
  const fieldWeights = [30, 15, 10, 10, 10, 10], labels = 2; // title, summary, labels, names, details, body

  function textsOf(sheet) {
    const found = sheet.searched, body = sheet.sections.map(section => section[1]).filter(Boolean).join("\u001e");
    return [
      sheet.title, found.summary === undefined ? sheet.summary || "" : found.summary, found.labels, found.names, found.details,
      body,
    ];
  }

  // Edits, counting a swap of neighbours as one.
  function editDistance(one, other) {
    let beforeLast = [], last = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      [beforeLast, last] = [last, row];
    }
    return last[other.length];
  }

  return function (data, words) {
    const sheets = data.sheets, read = makeReader(data, words), stands = words.stands;
    const postings = new Map(); // term -> {sheets, weights}
    const sequences = []; // by sheet, by field: its words
    const lengths = [];
    let candidates = null; // exact forms that may be suggested, with how many sheets have them

    // ---- The index

    function add(i) {
      const found = new Map();
      let length = 0;
      sequences.push(textsOf(sheets[i]).map((text, field) => {
        const sequence = words.wordsOf(text);
        sequence.forEach(word => {
          if (word.stem !== null && field !== labels) length++;
          new Set([word.exact, word.stem, word.variant, word.closed]).forEach(term => {
            if (term) found.set(term, (found.get(term) || 0) + fieldWeights[field]);
          });
        });
        return sequence;
      }));
      lengths.push(length);
      found.forEach((weight, term) => {
        if (!postings.has(term)) postings.set(term, { sheets: [], weights: [] });
        postings.get(term).sheets.push(i);
        postings.get(term).weights.push(weight);
      });
    }

    const isDone = () => sequences.length === sheets.length;
    function indexUntil(deadline) {
      while (!isDone() && Date.now() < deadline) add(sequences.length);
    }

    // ---- Patterns

    function begins(word, terms, at, isPrefix) {
      return terms.every((term, i) => {
        const other = word[at + i];
        return other && (isPrefix && i === terms.length - 1 ? other.exact.startsWith(term) : stands(other, term));
      });
    }

    const fieldsOf = (i, inTitle) => inTitle ? sequences[i].slice(0, 1) : sequences[i];

    // The sheets in which a pattern occurs, with its occurrences weighted by field, in tenths.
    function weightsOf({ terms, isPrefix }, inTitle) {
      const weights = new Map(), first = postings.get(terms[0]);
      if (terms.length === 1 && !isPrefix && !inTitle) {
        if (first) first.sheets.forEach((i, place) => weights.set(i, first.weights[place]));
        return weights;
      }
      // A word that begins so may be any; of a phrase the rarest word leads.
      const whole = isPrefix ? terms.slice(0, -1) : terms;
      const rarest = whole.map(term => postings.get(term)).reduce(
        (best, one) => !best || !one || one.sheets.length < best.sheets.length ? one || { sheets: [] } : best, null);
      (rarest ? rarest.sheets : Array.from(sheets.keys())).forEach(i => {
        let weight = 0;
        fieldsOf(i, inTitle).forEach((sequence, field) => {
          for (let at = 0; at + terms.length <= sequence.length; at++) {
            if (begins(sequence, terms, at, isPrefix)) weight += fieldWeights[field];
          }
        });
        if (weight) weights.set(i, weight);
      });
      return weights;
    }

    // How far apart two words begin where they are nearest in one field; 0 where they never meet.
    function distance(i, one, other) {
      let nearest = Infinity;
      const places = (sequence, { pattern }) => {
        const found = [];
        sequence.forEach((_, at) => { if (begins(sequence, pattern.terms, at, pattern.isPrefix)) found.push(at); });
        return found;
      };
      sequences[i].forEach((sequence, field) => {
        if (field > 0 && (one.inTitle || other.inTitle)) return;
        const others = places(sequence, other);
        if (others.length) places(sequence, one).forEach(at => others.forEach(then => {
          nearest = Math.min(nearest, Math.max(1, Math.abs(at - then)));
        }));
      });
      return nearest === Infinity ? 0 : nearest;
    }

    // ---- Spelling

    const isCandidate = form => form.length >= 4 && form.length <= 24 && /^\p{L}+$/u.test(form);

    function replacementFor(form) {
      if (!candidates) {
        candidates = Array.from(postings.keys()).filter(term => term[0] === "\ue000" && isCandidate(term.slice(1)))
          .map(term => [term.slice(1), postings.get(term).sheets.length]);
      }
      const best = edits => candidates.filter(([other]) => other !== form && Math.abs(other.length - form.length) <= edits
        && (edits === 1 || other[0] === form[0]) && editDistance(form, other) <= edits)
        .sort((a, c) => c[1] - a[1] || (a[0] < c[0] ? -1 : 1))[0];
      const found = best(1) || (form.length >= 8 ? best(2) : undefined);
      return found && found[0];
    }

    const isFound = term => term.patterns.some(pattern => weightsOf(pattern, term.inTitle).size);

    // Replaces words that no sheet has by the nearest that one has; the last one, while it is typed, may still grow.
    function correct(query, typedEnd) {
      query.terms.filter(term => term.mayBeCorrected).forEach(term => {
        const word = words.wordsOf(term.text)[0];
        if (isFound(term)) return;
        if (typedEnd !== null && term.end === typedEnd && word.base.length >= 3) {
          const grown = { terms: [word.exact], isPrefix: true };
          if (weightsOf(grown, term.inTitle).size) {
            term.patterns = [grown];
            return;
          }
        }
        if (words.isKnown(word.base) || !isCandidate(word.base)) return;
        const replacement = replacementFor(word.base), found = replacement && words.wordsOf(replacement)[0];
        if (!found || found.stem === null) return;
        term.patterns = [{ terms: [found.stem] }, { terms: [found.exact] }];
        query.corrections.push([term.text, replacement]);
      });
    }

    // The label of a theme as one more word, which nobody typed.
    function addBroader(query, label) {
      const terms = words.wordsOf(label).map(word => word.stem || word.exact);
      if (query.terms.some(term => String(term.patterns[0].terms) === String(terms))) return;
      query.terms.push({ text: label, inTitle: false, role: "broader", codes: null, patterns: [{ terms }] });
    }

    let labelWords = null; // by first word those of a theme's labels that have several, stop words left out

    function labelsOf() {
      labelWords = new Map();
      data.themes.forEach(theme => theme.names.filter((_, i) => i === 0 || i > 2).forEach(name => {
        const found = words.wordsOf(name).filter(word => word.stem !== null), stems = found.map(word => word.stem);
        if (stems.length < 2 || found.every(words.isAsking)) return;
        labelWords.set(stems[0], (labelWords.get(stems[0]) || []).concat({ theme, stems }));
      }));
    }

    // Themes that several words name, side by side, in whatever form.
    function nameThemes(query) {
      if (!labelWords) labelsOf();
      const stems = [].concat(...query.terms.filter(term => !term.codes && !term.inTitle && !term.patterns[0].isPrefix)
        .map(term => term.patterns[0].terms));
      const named = new Set(query.themes.filter(one => one.text.includes(" ")).map(one => one.theme));
      stems.forEach((stem, at) => (labelWords.get(stem) || []).forEach(label => {
        if (label.stems.every((one, i) => stems[at + i] === one)) named.add(label.theme);
      }));
      data.themes.filter(theme => named.has(theme)).forEach(theme => addBroader(query, theme.names[0]));
    }

    // A theme that no sheet has steps up to the one above that some have.
    function stepUp(query) {
      query.emptyThemes = query.themes.map(one => one.theme).filter(theme => theme.isEmpty);
      query.emptyThemes.filter(theme => theme.above).forEach(theme => addBroader(query, theme.above));
    }

    // ---- The answer

    const idf = count => Math.log(1 + (sheets.length - count + 0.5) / (count + 0.5));
    const weightOf = term => term.codes ? 0.3 : term.role === "telling" ? 1 : 0.6;

    // Everything a question finds, whatever the filters say.
    //   typedEnd: where the question ends while it is typed, else null
    //   isFrom: whether a sheet is from one of some territories
    function match(question, typedEnd, isFrom) {
      if (question.trim()) indexUntil(Infinity);
      const query = Object.assign(read(question), { corrections: [], emptyThemes: [] });
      if (question.trim()) {
        correct(query, typedEnd);
        nameThemes(query);
        stepUp(query);
      }
      const { terms, excluded } = query;
      const patterns = [].concat(...terms.map(term => term.patterns.map((pattern, place) => ({
        pattern, inTitle: term.inTitle, term, isExact: place > 0, hits: weightsOf(pattern, term.inTitle),
      }))));
      patterns.forEach(one => {
        one.weight = weightOf(one.term) * (one.isExact ? exactWeight : 1) * idf(one.hits.size) * (k1 + 1);
      });
      terms.forEach(term => {
        term.own = patterns.filter(one => one.term === term);
        term.has = i => term.own.some(one => one.hits.has(i));
        term.count = Math.max(...term.own.map(one => one.hits.size));
        const tells = term.role !== "asking" && !term.codes && term.count > 0;
        term.subject = tells ? weightOf(term) * idf(term.count) : 0;
      });
      const banned = new Set();
      excluded.forEach(term => term.patterns.forEach(
        pattern => weightsOf(pattern, term.inTitle).forEach((weight, i) => banned.add(i))));
      const deciding = terms.filter(term => term.role !== "asking");
      const matches = Array.from(sheets.keys()).filter(
        i => !banned.has(i) && (!terms.length || deciding.some(term => term.has(i))));
      const standing = standings(terms, matches, isFrom);
      const scores = new Map(matches.map(i => [i, terms.length ? score(i, patterns, terms, standing) : 0]));
      return Object.assign(query, { matches, scores, standing, marks: marksOf(patterns) });
    }

    // Of each match its share of the subject, whether it has all the words, and whether it is on the subject and from there.
    function standings(terms, matches, isFrom) {
      const total = terms.reduce((sum, term) => sum + term.subject, 0);
      const share = i => total > 0 ? terms.reduce((sum, term) => term.has(i) ? sum + term.subject : sum, 0) / total : 1;
      const shares = new Map(matches.map(i => [i, share(i)]));
      const least = Array.from(shares.values()).reduce((best, one) => Math.max(best, one), 0) * nearly;
      const typed = terms.filter(term => term.role === "telling");
      const places = typed.filter(term => term.codes), telling = typed.filter(term => !term.codes);
      return new Map(matches.map(i => {
        const there = places.map(term => isFrom(i, term.codes));
        const hasAll = telling.every(term => term.has(i)) && places.every((term, at) => there[at] || term.has(i));
        return [i, { share: shares.get(i), hasAll, isInPlace: there.includes(true) && shares.get(i) >= least }];
      }));
    }

    let averageLength = 0;
    function score(i, patterns, terms, standing) {
      averageLength = averageLength || Math.max(1, lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, sheets.length));
      const norm = k1 * (1 - b + b * lengths[i] / averageLength);
      let sum = 0;
      patterns.forEach(one => {
        const frequency = (one.hits.get(i) || 0) / 10;
        if (frequency) sum += one.weight * frequency / (frequency + norm);
      });
      terms.slice(1).forEach((second, place) => {
        const first = terms[place], pair = [first, second].map(term => term.own[0]);
        if (!pair.every(one => hasNeighbours(one.term) && one.hits.has(i))) return;
        const apart = distance(i, ...pair);
        if (apart > 0 && apart <= farthest) sum += nearWeight * Math.min(pair[0].weight, pair[1].weight) / apart;
      });
      return sum + sum * shareWeight * standing.get(i).share;
    }

    const hasNeighbours = term => term.role !== "broader" && !term.codes && term.patterns[0].terms.length === 1;

    // What is marked in the texts: the words that count, and beginnings of words.
    function marksOf(patterns) {
      const marks = { terms: new Set(), prefixes: [] };
      const isStop = term => term[0] === "\ue000" && words.termsOf(term.slice(1)).stem === null;
      patterns.forEach(({ pattern }) => pattern.terms.forEach((term, at) => {
        if (pattern.isPrefix && at === pattern.terms.length - 1) marks.prefixes.push(term);
        else if (!isStop(term) || pattern.terms.every(isStop)) marks.terms.add(term);
      }));
      return marks;
    }

    function isMarked(word, marks) {
      return [word.exact, word.stem, word.variant, word.closed].some(term => term && marks.terms.has(term))
        || marks.prefixes.some(prefix => word.exact.startsWith(prefix));
    }

    return { indexUntil, isDone, match, isMarked };
  };
}());
