// What a term is: the program's rules for the words of Italian texts and questions, as ItalianText and Snowball have them.
const makeWords = (function () {
  "use strict";

  // ---- Snowball's Italian stemmer (https://snowballstem.org/algorithms/italian/stemmer.html)

  const vowel = /[aeiouàèìòù]/;
  const suffixes = text => text.trim().split(/\s+/).sort((a, b) => b.length - a.length);
  const pronouns = suffixes("ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene "
    + "tela tele teli telo tene cela cele celi celo cene vela vele veli velo vene");
  const verbs = suffixes("ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo "
    + "enda ende endi endo erà erai eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete erò erono essero ete "
    + "eva evamo evano evate evi evo Yamo iamo immo irà irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti "
    + "irete irò irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute "
    + "uti uto ar ir");
  const standard = {
    plain: "anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose "
      + "mente atrice atrici ante anti",
    ation: "azione azioni atore atori", log: "logia logie", u: "uzione uzioni usione usioni", ente: "enza enze",
    ment: "amento amenti imento imenti", amente: "amente", ita: "ità", iv: "ivo ivi iva ive",
  };
  const kinds = new Map([].concat(...Object.keys(standard).map(
    kind => standard[kind].split(" ").map(suffix => [suffix, kind]))));
  const standardSuffixes = suffixes(Array.from(kinds.keys()).join(" "));

  function isVowel(text, at) { return at < text.length && vowel.test(text[at]); }

  function regions(text) {
    const after = (from, wantsVowel) => {
      let at = from;
      while (at < text.length && isVowel(text, at) !== wantsVowel) at++;
      return at < text.length ? at + 1 : -1;
    };
    let rv = text.length;
    if (text.length >= 2) {
      const first = isVowel(text, 0), second = isVowel(text, 1);
      const found = !second ? after(2, true) : first ? after(2, false) : text.length >= 3 ? 3 : -1;
      if (found >= 0) rv = found;
    }
    const region = from => {
      const one = after(from, true), two = one < 0 ? -1 : after(one, false);
      return two < 0 ? text.length : two;
    };
    const r1 = region(0);
    return { rv, r1, r2: r1 < text.length ? region(r1) : text.length };
  }

  const ending = (text, all) => all.find(suffix => text.endsWith(suffix));

  function withoutPronoun(text, rv) {
    const pronoun = ending(text, pronouns);
    if (!pronoun) return text;
    const rest = text.slice(0, text.length - pronoun.length), before = ending(rest, ["ando", "endo", "ar", "er", "ir"]);
    if (!before || rest.length - before.length < rv) return text;
    return before.length === 4 ? rest : rest + "e";
  }

  // Nothing where no suffix was taken off.
  function withoutStandard(text, { rv, r1, r2 }) {
    const suffix = ending(text, standardSuffixes);
    if (!suffix) return null;
    const cut = text.length - suffix.length;
    let rest = text.slice(0, cut);
    const drop = (...all) => {
      const more = ending(rest, suffixes(all.join(" ")));
      if (!more || rest.length - more.length < r2) return null;
      rest = rest.slice(0, rest.length - more.length);
      return more;
    };
    switch (kinds.get(suffix)) {
      case "plain": return cut >= r2 ? rest : null;
      case "ation":
        if (cut < r2) return null;
        drop("ic");
        return rest;
      case "log": return cut >= r2 ? rest + "log" : null;
      case "u": return cut >= r2 ? rest + "u" : null;
      case "ente": return cut >= r2 ? rest + "ente" : null;
      case "ment": return cut >= rv ? rest : null;
      case "amente":
        if (cut < r1) return null;
        if (drop("iv", "os", "ic", "abil") === "iv") drop("at");
        return rest;
      case "ita":
        if (cut < r2) return null;
        drop("abil", "ic", "iv");
        return rest;
      default:
        if (cut < r2) return null;
        if (drop("at")) drop("ic");
        return rest;
    }
  }

  function withoutVerb(text, rv) {
    const region = text.slice(rv), suffix = ending(region, verbs);
    return suffix ? text.slice(0, text.length - suffix.length) : text;
  }

  function withoutVowel(text, rv) {
    let rest = text;
    if (/[aeioàèìò]$/.test(rest) && rest.length - 1 >= rv) {
      rest = rest.slice(0, -1);
      if (rest.endsWith("i") && rest.length - 1 >= rv) rest = rest.slice(0, -1);
    }
    return /[cg]h$/.test(rest) && rest.length - 2 >= rv ? rest.slice(0, -1) : rest;
  }

  const acutes = { "á": "à", "é": "è", "í": "ì", "ó": "ò", "ú": "ù" };

  function snowball(form) {
    let text = form.replace(/[áéíóú]/g, one => acutes[one]).replace(/qu/g, "qU");
    text = text.replace(/([aeiouàèìòù])([ui])(?=[aeiouàèìòù])/g, (all, before, one) => before + one.toUpperCase());
    const marks = regions(text);
    text = withoutPronoun(text, marks.rv);
    const shorter = withoutStandard(text, marks);
    text = shorter === null ? withoutVerb(text, marks.rv) : shorter;
    return withoutVowel(text, marks.rv).replace(/[UI]/g, one => one.toLowerCase());
  }

  // ---- Words

  const elided = new Set(("l un d c m t s v n gl dell all dall nell sull coll pell degl agl dagl negl sugl cogl quest "
    + "quell quegl codest bell tutt nessun ciascun qualcun alcun anch com dov cos quand mezz cent trent vent sett ott "
    + "nov senz ch o j").split(" "));
  const letters = { "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th" };
  const hyphens = /^[-\u2010\u2011]$/;

  const pattern = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)(?:['’‘´`](?=\p{L}))?/gu;

  // Lower case, accents off.
  function fold(text) {
    const small = text.toLowerCase();
    if (/^[\0-\x7f]*$/.test(small)) return small;
    return small.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[æœßøđðłıþ]/g, one => letters[one]);
  }

  // As labels are compared: white space is one space, apostrophes are one.
  const label = text => fold(text).replace(/[’‘´`ʼ]/g, "'").replace(/\s+/g, " ").trim();

  // The key under which labels and names are compared: letters and digits only, a space for anything between them.
  const key = text => fold(text).replace(/[^0-9a-z\u0080-\uffff]+/g, " ").trim();

  // As addresses are written.
  const slug = text => fold(text).replace(/[^0-9a-z]+/g, "-").replace(/^-|-$/g, "");

  const stands = (word, term) => word.exact === term || word.stem === term || word.variant === term || word.closed === term;

  // Visits each word with where it begins and ends; an article or preposition without its vowel (l', dell') is none.
  function eachWord(text, visit) {
    const plain = text.replace(/ʼ/g, "’"); // Unicode counts this apostrophe among the letters.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
      const found = match[1];
      if (match[0].length > found.length && found.length < 8 && elided.has(fold(found))) continue;
      visit(found, match.index, match.index + found.length);
    }
  }

  // Words one after the other, each with as many letters of the one before as a capital says: A none, B one …
  function* unpacked(text) {
    let last = "";
    for (const match of text.matchAll(/([A-Z])([^A-Z]*)/g)) {
      last = last.slice(0, match[1].charCodeAt(0) - 65) + match[2];
      yield last.replace(/\^(.)/g, (all, letter) => letter.toUpperCase());
    }
  }

  return function (data) {
    const stopWords = new Set(data.stopWords), askingWords = new Set(data.askingWords);
    const families = new Map(Object.entries(data.terms)); // A Map, because an object would know the word "constructor".
    const known = new Set(unpacked(data.knownWords));
    const made = new Map();

    function stemOf(form, base) {
      const family = families.get(form) || families.get(base);
      if (family) return family;
      if (/[0-9]/.test(form) || form.length > 64) return base;
      // No Italian word ends so: it shares no stem with one.
      return /[bcdfgkpqstvxz]$/.test(base) ? base + "\ue001" : fold(snowball(form));
    }

    // What a word stands for: its exact form, its stem, that of its unaccented spelling where it is another one.
    function termsOf(spelling) {
      const done = made.get(spelling);
      if (done) return done;
      const form = spelling.toLowerCase().normalize("NFC"), base = fold(spelling), isStop = stopWords.has(form);
      const stem = isStop ? null : stemOf(form, base);
      const plain = isStop || form === base || families.has(base) ? null : stemOf(base, base);
      const terms = { form, base, exact: "\ue000" + base, stem, variant: plain === stem ? null : plain, closed: null };
      made.set(spelling, terms);
      return terms;
    }

    // The words of a text in order; the first of those that hyphens join stands for all of them as one, too.
    function wordsOf(text) {
      const words = [], ends = [];
      eachWord(text, (spelling, start, end) => {
        words.push(termsOf(spelling));
        ends.push([start, end]);
      });
      for (let i = 0; i < words.length; i++) {
        let last = i;
        while (last + 1 < words.length && hyphens.test(text.slice(ends[last][1], ends[last + 1][0]))) last++;
        if (last === i) continue;
        const closed = words.slice(i, last + 1).map(word => word.form).join("");
        if (last - i < 3 && closed.length <= 48 && !/[0-9]/.test(closed)) {
          words[i] = Object.assign({}, words[i], { closed: termsOf(closed).stem, joined: last - i + 1 });
        }
        i = last;
      }
      return words;
    }

    const isAsking = word => askingWords.has(word.base);
    return { fold, label, key, slug, stands, eachWord, unpacked, termsOf, wordsOf, isAsking, isKnown: base => known.has(base) };
  };
}());
