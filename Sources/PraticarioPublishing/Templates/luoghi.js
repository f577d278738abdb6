// What names of territories mean, by the program's rules over its register.
const makePlaces = function (data, words) {
  "use strict";

  const codesOf = text => (text || "").split(" ").filter(Boolean);
  const unpacked = text => Array.from(words.unpacked(text)).map(line => line.split("="));
  const names = new Map(); // key -> {manner, codes, others}; others: the codes that have another name first
  const groups = new Map(); // key -> {manner, codes}
  const known = new Set();
  const aliases = new Map(); // the code of a province or region -> the keys of its names
  const main = new Map(); // the code of a province or region -> the key of the name that it has first
  for (const [key, manner, all] of unpacked(data.names)) {
    const own = codesOf(all), codes = own.filter(code => code[0] !== "~");
    names.set(key, { manner, codes, others: own.filter(code => code[0] === "~").map(code => code.slice(1)) });
    codes.filter(code => code.length < 4).forEach(code => main.set(code, key));
    own.map(code => code.replace("~", "")).forEach(code => {
      known.add(code);
      if (code.length < 4) aliases.set(code, (aliases.get(code) || []).concat(key));
    });
  }
  for (const [key, manner, all] of unpacked(data.groups)) groups.set(key, { manner, codes: codesOf(all) });
  const units = new Map();
  for (const [code, level, sigla, above, successors] of unpacked(data.units)) {
    units.set(code, { level, sigla, above: codesOf(above), successors: codesOf(successors) });
  }
  const nearby = new Map(unpacked(data.nearby).map(([code, around]) => [code, codesOf(around)]));
  const nationwide = new Set(data.nationwide);
  const siglas = new Map();
  units.forEach((unit, code) => {
    if (unit.level === "province" && unit.sigla && !siglas.has(unit.sigla)) siglas.set(unit.sigla, code);
  });

  // Of most comuni the code tells the province, and the province the rest.
  function unitOf(code) {
    const unit = units.get(code);
    if (unit) return unit;
    const province = code.slice(0, 3), above = units.get(province);
    const plain = { level: "municipality", sigla: above ? above.sigla : "", successors: [] };
    return Object.assign(plain, { above: above ? [province].concat(above.above) : [] });
  }

  const levelOf = code => unitOf(code).level;
  const wholes = /^(?:(?:in )?tutt[ao] (?:il |la |lo |l['’]\s?)?|(?:l['’]\s?)?inter[ao] )(?=\S)/i;

  // `provincia di Foggia`, `Castro (LE)`: what the name may be, what is said of its level, and what holds it.
  function apart(text) {
    const bracket = /^([^]*)\(([^(]*)\)$/.exec(text);
    const base = bracket ? bracket[1].trim() : text, key = words.key(base);
    const said = data.prefixes.find(([prefix]) => key.startsWith(prefix + " "));
    const name = { candidates: [base], level: said ? said[1] : null, qualifier: bracket ? bracket[2].trim() : null };
    if (!said) return name;
    const rest = key.slice(said[0].length + 1), article = /^(di|d|del|dell|della|dello) (.+)$/.exec(rest);
    if (!article) name.candidates = [rest];
    else if (article[1].length < 4) name.candidates = [article[2], rest];
    else name.candidates = ["", "l ", "la ", "lo "].map(one => one + article[2]).concat(rest);
    return name;
  }

  function isInside(code, qualifier) {
    const unit = unitOf(code), key = words.key(qualifier);
    if (unit.level === "province") return false;
    if (unit.sigla && unit.sigla === qualifier.toUpperCase()) return true;
    return unit.above.some(above => (aliases.get(above) || []).some(
      name => name === key || words.key(apart(name).candidates[0]) === key));
  }

  // A name beats another territory's alternative name.
  function named(text, fits) {
    const found = names.get(words.key(text));
    if (!found) return [];
    const own = found.codes.filter(fits);
    return own.length ? own : found.others.filter(fits);
  }

  function matches(typed) {
    const text = typed.trim().replace(wholes, "");
    if (nationwide.has(words.key(text)) && known.has("IT")) return { codes: ["IT"] };
    const code = [text.toUpperCase(), text].find(one => known.has(one));
    if (code) return { codes: [code] };
    const padded = /^[0-9]{1,5}$/.test(text)
      && [2, 3, 6].filter(length => length > text.length).map(length => text.padStart(length, "0")).find(one => known.has(one));
    if (padded) return { codes: [padded] };
    if (text.length === 2 && siglas.has(text)) return { codes: [siglas.get(text)] };
    const name = apart(text);
    const group = name.level || name.qualifier !== null ? null : groups.get(words.key(text));
    if (group) return { codes: group.codes, isGroup: true, manner: group.manner };
    const sigla = name.candidates[0].toUpperCase();
    if (name.level === "province" && siglas.has(sigla)) return { codes: [siglas.get(sigla)] };
    const fits = one => (!name.level || levelOf(one) === name.level)
      && (name.qualifier === null || isInside(one, name.qualifier));
    for (const candidate of name.candidates) {
      const codes = named(candidate, fits);
      if (codes.length) return { codes, manner: name.level && name.level !== "municipality" ? "a" : mannerOf(candidate) };
    }
    const whole = named(text, () => true);
    if (whole.length) return { codes: whole, manner: mannerOf(text) };
    return { codes: text.length === 2 && siglas.has(text.toUpperCase()) ? [siglas.get(text.toUpperCase())] : [] };
  }

  const mannerOf = text => (names.get(words.key(text)) || { manner: "-" }).manner;

  // What a name can mean; the region of a name contains whatever else has it. The manner: how it must be written to be meant.
  function meaning(text, level) {
    const { codes, isGroup, manner } = matches(text);
    if (isGroup) return { codes: level ? [] : codes, manner };
    const found = codes.filter(code => !level || levelOf(code) === level);
    const regions = found.filter(code => levelOf(code) === "region");
    return { codes: regions.length ? regions : found, manner };
  }

  // What a filter for territories means; nothing where the name is none.
  function filtered(text, level) {
    const { codes } = meaning(text, level);
    if (!codes.length) return null;
    return codes.length > 1 && codes.some(code => levelOf(code) !== "division")
      ? codes : codes.concat(unitOf(codes[0]).successors);
  }

  function near(text) {
    const { codes } = meaning(text);
    return codes.length ? codes.concat(...codes.map(code => nearby.get(code) || [])) : null;
  }

  const provinceOf = code => levelOf(code) === "province" ? code : unitOf(code).above.find(one => levelOf(one) === "province");
  const plainOf = text => apart(text).candidates[0], nameOf = code => main.get(code) || "";
  return { meaning, filtered, near, levelOf, provinceOf, plainOf, nameOf };
};
