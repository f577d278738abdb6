#!/usr/bin/env python3
"""Check corpus/vocabolari/territori.tsv and aree.yaml. Needs nothing but Python and PyYAML.

    python3 check_territories.py            # exit 1 and one line for each thing that does not hold

That the file is what its sources give is checked by `make_territories.py --check`, which needs the packages.
"""

from __future__ import annotations

import datetime
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import yaml

VOCABULARIES = Path(__file__).resolve().parents[2] / "corpus" / "vocabolari"
FILE = VOCABULARIES / "territori.tsv"
AREAS = VOCABULARIES / "aree.yaml"
COLUMNS = ["code", "name", "alt_names", "level", "parent", "sigla", "cadastral", "valid_from", "valid_to", "successors",
           "population", "neighbours", "former_codes"]
LEVELS = ["country", "division", "region", "province", "municipality"]
CODE = {"country": r"IT", "division": r"[1-5]", "region": r"(0[1-9]|1\d|20)", "province": r"\d{3}",
        "municipality": r"\d{6}|[A-M]\d{3}"}

# How many comuni stood on a day, by ISTAT's notices.
STANDING = {
    "1991-01-01": 8100,
    "1994-12-31": 8104,
    "2011-06-30": 8092,
    "2014-01-01": 8071,
    "2014-12-31": 8057,
    "2015-12-31": 8046,
    "2016-01-01": 8003,
    "2016-12-31": 7998,
    "2018-01-01": 7960,
    "2021-02-20": 7904,
    "2023-01-01": 7901,
    "2024-01-22": 7896,
}
HOMONYMS = {"Castro": ["BG", "LE"], "Livo": ["CO", "TN"], "Peglio": ["CO", "PU"], "Samone": ["TN", "TO"],
            "San Teodoro": ["ME", "OT"]}
APOSTROPHES = 314
LETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ '-./ßàâçèéêìòôöùüčŠž")

# code -> name, or name and successors
KNOWN = {
    "02": "Valle d'Aosta", "04": "Trentino-Alto Adige", "007": "Valle d'Aosta", "021": "Bolzano", "058": "Roma",
    "063": "Napoli", "103": "Verbano-Cusio-Ossola", "108": "Monza e della Brianza", "112": "Sassari", "116": "Ogliastra", "118": "Cagliari",
    "001272": "Torino", "021008": "Bolzano", "032001": "Duino Aurisina", "035033": "Reggio nell'Emilia",
    "058091": "Roma", "080063": "Reggio di Calabria", "005122": "Moransengo-Tonengo",
    "012144": "Bardello con Malgesso e Bregano", "013256": "Uggiate con Ronago", "024128": "Sovizzo",
    "025075": "Setteville", "028108": "Santa Caterina d'Este",
}
SUPPRESSED = {
    "013199": ("Ronago", "013256"), "013228": ("Uggiate-Trevano", "013256"), "018002": ("Albaredo Arnaboldi", "018026"),
    "024044": ("Gambugliano", "024128"), "024103": ("Sovizzo", "024128"), "025002": ("Alano di Piave", "025075"),
    "025070": ("Quero Vas", "025075"), "028022": ("Carceri", "028108"), "028098": ("Vighizzolo d'Este", "028108"),
    "H124": ("Quero", "025075"), "111": ("Sud Sardegna", "114|116|117|118|119"),
}
# former code -> what has it: a unit, comuni whose neighbours in the list went elsewhere
FORMER = {
    "090": "Sassari", "092": "Cagliari", "111081": "Seui", "111082": "Seulo", "111089": "Teulada", "092009": "Cagliari",
    "090047": "Olbia", "091051": "Nuoro", "095038": "Oristano",
}
# How many comuni each unit of Sardinia has, by ISTAT.
SARDINIA = {"112": 66, "113": 26, "114": 53, "115": 87, "116": 23, "117": 28, "118": 70, "119": 24}

# Comuni whose residents the source does not give.
UNKNOWN_POPULATION = {"Misiliscemi", "Montecopiolo", "Sassofeltrio"}
# code -> at least and at most so many residents
PLAUSIBLE = {
    "IT": (58_000_000, 60_000_000), "03": (9_800_000, 10_100_000), "14": (280_000, 300_000),
    "063": (2_900_000, 3_050_000), "015146": (1_300_000, 1_420_000), "058091": (2_700_000, 2_850_000),
    "097055": (25, 45), "025075": (5_500, 6_200), "024129": (5_500, 6_500),
}
# Comuni that border on no other: islands, and the one that Switzerland surrounds.
ALONE = {
    "Campione d'Italia", "Capraia Isola", "Carloforte", "Favignana", "Isola del Giglio", "Isole Tremiti",
    "La Maddalena", "Lampedusa e Linosa", "Lipari", "Pantelleria", "Ponza", "Procida", "Ustica", "Ventotene",
}
# code -> all that it borders on
BORDERS = {
    "1": "Nord-est|Centro", "5": "",
    "02": "Piemonte", "06": "Veneto", "14": "Abruzzo|Lazio|Campania|Puglia", "18": "Basilicata", "19": "", "20": "",
    "10": "Toscana|Marche|Lazio", "08": "Liguria|Lombardia|Marche|Piemonte|Toscana|Veneto",
    "032": "Gorizia", "058": "Viterbo|Rieti|L'Aquila|Frosinone|Latina", "083": "Palermo|Enna|Catania",
    "099": "Forlì-Cesena|Pesaro e Urbino|Arezzo",
    "014037": "Valdidentro", "063014": "Anacapri", "081025": "Marsala|Paceco|Trapani",
    "099030": "Carpegna|Macerata Feltria|Maiolo|Monte Cerignone|Monte Grimano Terme|Pennabilli|Pietrarubbia|San Leo",
}
# two codes -> whether they border on each other
TOUCH = {
    ("058091", "058120"): True,  # Roma, Fiumicino
    ("058091", "058118"): True,  # Roma, Ciampino
    ("058091", "058032"): False,  # Roma, Civitavecchia
    ("083048", "080063"): False,  # Messina, Reggio di Calabria: the strait
    ("099014", "099020"): True,  # Rimini, Verucchio: by San Marino
    ("017089", "023045"): True,  # Limone sul Garda, Malcesine: in the lake
    ("012014", "012133"): False,  # Biandronno, Varese: one point
}

AREA_KEYS = {"id", "name", "altNames", "kind", "parent", "territories", "source", "date"}
AREA_KINDS = {"area interna SNAI", "unione di comuni", "ambito territoriale sociale", "storica"}

problems: list[str] = []


def require(holds: bool, what: str) -> None:
    if not holds:
        problems.append(what)


def is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def listed(text: str) -> list[str]:
    """The values of a cell that holds several."""
    return [value for value in text.split("|") if value]


def words(name: str) -> str:
    """What two spellings of one name share, whatever their case, accents and punctuation."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))


def stands(row: dict, day: str) -> bool:
    return row["valid_from"] <= day and (not row["valid_to"] or row["valid_to"] >= day)


def read() -> list[dict]:
    data = FILE.read_bytes()
    require(not data.startswith(b"\xef\xbb\xbf"), "the file begins with a BOM")
    require(b"\r" not in data, "the file has carriage returns")
    require(data.endswith(b"\n"), "the file does not end with a newline")
    all_lines = data.decode("utf-8").split("\n")[:-1]
    days = [line.removeprefix("# population_date: ") for line in all_lines if line.startswith("# population_date:")]
    require(len(days) == 1 and is_day(days[0]), f"the day of the residents is {days}")
    lines = [line for line in all_lines if not line.startswith("#")]
    require(lines[0].split("\t") == COLUMNS, f"the header is {lines[0]!r}")
    rows = []
    for line in lines[1:]:
        values = line.split("\t")
        require(len(values) == len(COLUMNS), f"{len(values)} columns: {line!r}")
        rows.append(dict(zip(COLUMNS, values)))
    return rows


def check_each(rows: list[dict], by_code: dict[str, dict]) -> None:
    for row in rows:
        at = f"{row['code']} {row['name']}"
        level = row["level"]
        if level not in LEVELS:
            require(False, f"{at}: unknown level {level!r}")
            continue
        require(re.fullmatch(CODE[level], row["code"]) is not None, f"{at}: not a code of level {level}")
        names = [row["name"], *filter(None, row["alt_names"].split("|"))]
        require(len(set(names)) == len(names), f"{at}: a name twice")
        for name in names:
            require(name == " ".join(name.split()) != "", f"{at}: empty name or stray spaces: {name!r}")
            require(name == unicodedata.normalize("NFC", name), f"{at}: not composed (NFC): {name!r}")
            require(set(name) <= LETTERS, f"{at}: unexpected letters, maybe mojibake: {sorted(set(name) - LETTERS)}")

        parent = by_code.get(row["parent"])
        if level == "country":
            require(not row["parent"], f"{at}: a country has no parent")
        else:
            require(parent is not None and parent["level"] == LEVELS[LEVELS.index(level) - 1],
                    f"{at}: parent {row['parent']!r} is missing or not one level above")
        require(bool(row["sigla"]) == (level == "province"), f"{at}: second-level units, and they alone, have a sigla")
        require(bool(row["cadastral"]) == (level == "municipality"), f"{at}: comuni, and they alone, have a cadastral code")
        if level == "municipality":
            own = row["code"] == row["cadastral"]
            require(own or row["code"].startswith(row["parent"]), f"{at}: the code does not begin with its unit's")

        for column in ("valid_from", "valid_to"):
            require(not row[column] or is_day(row[column]), f"{at}: {column} {row[column]!r} is no day")
        if row["valid_to"]:
            require(row["valid_from"] <= row["valid_to"], f"{at}: ends before it begins")
        former = listed(row["former_codes"])
        require(all(re.fullmatch(CODE[level], code) and code not in by_code for code in former),
                f"{at}: former codes {former}")
        require(bool(row["valid_to"]) == bool(row["successors"]), f"{at}: the suppressed, and they alone, have successors")
        for code in filter(None, row["successors"].split("|")):
            successor = by_code.get(code)
            require(successor is not None and not successor["valid_to"] and successor["level"] == level,
                    f"{at}: successor {code} is missing, suppressed or of another level")
            require(successor is None or successor["parent"] == row["parent"], f"{at}: successor {code} is in another unit")


def check_all(rows: list[dict], by_code: dict[str, dict]) -> None:
    require(len(by_code) == len(rows), "codes are not unique")
    order = [(LEVELS.index(row["level"]), row["code"]) for row in rows]
    require(order == sorted(order), "the rows are not sorted by level and code")
    of_level = Counter(row["level"] for row in rows)
    for level, count in {"country": 1, "division": 5, "region": 20, "province": 111}.items():
        require(of_level[level] == count, f"{of_level[level]} rows of level {level}, not {count}")

    comuni = [row for row in rows if row["level"] == "municipality"]
    require(len({row["cadastral"] for row in comuni}) == len(comuni), "cadastral codes are not unique")
    for day, count in STANDING.items():
        found = sum(stands(row, day) for row in comuni)
        require(found == count, f"{found} comuni stand on {day}, not {count}")

    units = [row for row in rows if row["level"] == "province" and not row["valid_to"]]
    require(len(units) == 110, f"{len(units)} second-level units stand, not 110")
    require(len({row["sigla"] for row in rows if row["level"] == "province"}) == 111, "sigle are not unique")
    require([row["name"] for row in units if row["sigla"] == "NA"] == ["Napoli"], "NA is not Napoli")
    require({row["parent"] for row in comuni} == {row["code"] for row in units}, "a second-level unit has no comuni")

    standing = [row for row in comuni if not row["valid_to"]]
    where = defaultdict(list)
    for row in standing:
        where[row["name"]].append(by_code[row["parent"]]["sigla"])
    homonyms = {name: sorted(sigle) for name, sigle in where.items() if len(sigle) > 1}
    require(homonyms == HOMONYMS, f"homonyms are {homonyms}")
    apostrophes = sum("'" in row["name"] for row in standing)
    require(apostrophes == APOSTROPHES, f"{apostrophes} names with an apostrophe, not {APOSTROPHES}")

    for code, name in KNOWN.items():
        require(code in by_code and by_code[code]["name"] == name and not by_code[code]["valid_to"], f"{code} is not {name}")
    for code, (name, successor) in SUPPRESSED.items():
        row = by_code.get(code)
        require(row is not None and row["name"] == name and row["successors"] == successor,
                f"{code} is not {name}, succeeded by {successor}")
    former = {code: row["name"] for row in rows for code in listed(row["former_codes"])}
    require(len(former) == 377 + 4, f"{len(former)} former codes, not those of Sardinia's comuni and four units")
    for code, name in FORMER.items():
        require(former.get(code) == name, f"the former code {code} is not that of {name}")
    for code, count in SARDINIA.items():
        found = sum(row["parent"] == code for row in comuni)
        require(found == count, f"{code} {by_code[code]['name']} has {found} comuni, not {count}")


def check_population(rows: list[dict], by_code: dict[str, dict]) -> None:
    sums: Counter[str] = Counter()
    for row in rows:
        at = f"{row['code']} {row['name']}"
        if not row["population"]:
            unknown = row["name"] in UNKNOWN_POPULATION or bool(row["valid_to"])
            require(unknown and (row["level"] == "municipality" or bool(row["valid_to"])), f"{at}: the residents are missing")
            continue
        require(re.fullmatch(r"[1-9]\d*", row["population"]) is not None, f"{at}: {row['population']!r} residents")
        require(not row["valid_to"], f"{at}: suppressed, and yet it has residents")
        sums[row["parent"]] += int(row["population"])
    for code, residents in sums.items():
        if code:
            require(by_code[code]["population"] == str(residents), f"{code}: its parts have {residents} residents")
    for code, (least, most) in PLAUSIBLE.items():
        require(least <= int(by_code[code]["population"] or 0) <= most,
                f"{code} {by_code[code]['name']}: {by_code[code]['population']} residents cannot be")


def check_neighbours(rows: list[dict], by_code: dict[str, dict]) -> None:
    derived = defaultdict(set)
    for row in rows:
        at = f"{row['code']} {row['name']}"
        codes = listed(row["neighbours"])
        require(codes == sorted(set(codes)), f"{at}: the neighbours are not sorted, or one is there twice")
        require(not (codes and row["valid_to"]), f"{at}: suppressed, and yet it has neighbours")
        for code in codes:
            other = by_code.get(code)
            if other is None or other["level"] != row["level"] or other["valid_to"] or other is row:
                require(False, f"{at}: the neighbour {code} is missing, suppressed, itself or of another level")
                continue
            require(row["code"] in listed(other["neighbours"]), f"{at}: its neighbour {code} does not name it")
            if row["parent"] != other["parent"]:
                derived[row["parent"]].add(other["parent"])
    for row in rows:
        if row["level"] != "municipality":
            require(set(listed(row["neighbours"])) == derived[row["code"]],
                    f"{row['code']} {row['name']}: the neighbours are not those of its parts")

    alone = {row["name"] for row in rows
             if row["level"] == "municipality" and not row["valid_to"] and not row["neighbours"]}
    require(alone == ALONE, f"comuni without neighbours are not as known: {sorted(alone ^ ALONE)}")
    for code, names in BORDERS.items():
        found = {by_code[other]["name"] for other in listed(by_code[code]["neighbours"])}
        require(found == set(listed(names)), f"{code} {by_code[code]['name']} borders on {sorted(found)}")
    for (one, other), touch in TOUCH.items():
        require((other in listed(by_code[one]["neighbours"])) == touch,
                f"{by_code[one]['name']} and {by_code[other]['name']}: {'no ' if touch else 'a '}border")


def smallest_parent(codes: list[str], by_code: dict[str, dict]) -> str:
    """The code of the smallest territory above comuni that holds them all."""
    parents = {by_code[code]["parent"] for code in codes}
    while len(parents) > 1:
        parents = {by_code[code]["parent"] for code in parents}
    return parents.pop()


def check_areas(rows: list[dict], by_code: dict[str, dict]) -> int:
    """aree.yaml; how many areas it has."""
    text = AREAS.read_text(encoding="utf-8")
    file = yaml.load(text, Loader=yaml.BaseLoader)  # every scalar as it is written
    require(file["id"] == "aree" and file["licence"] == "CC-BY-4.0", "aree.yaml: id or licence")
    taken = {words(name): f"the territory {row['code']}"
             for row in rows for name in [row["name"], *listed(row["alt_names"])]}
    ids = Counter(area["id"] for area in file["areas"])
    for area in file["areas"]:
        at = f"aree.yaml: {area['id']}"
        require(ids[area["id"]] == 1 and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", area["id"]) is not None,
                f"{at}: the id is there twice or no slug")
        if not AREA_KEYS - {"altNames"} <= set(area) <= AREA_KEYS:
            require(False, f"{at}: its keys are {sorted(area)}")
            continue
        require(area["kind"] in AREA_KINDS, f"{at}: unknown kind {area['kind']!r}")
        for name in [area["name"], *area.get("altNames", [])]:
            require(words(name) not in taken, f"{at}: {name!r} is a name of {taken.get(words(name))}")
            taken[words(name)] = f"the area {area['id']}"

        codes = area["territories"]
        require(len(codes) > 1, f"{at}: it has no two comuni")
        require(codes == sorted(set(codes)), f"{at}: the comuni are not sorted, or one is there twice")
        wrong = [code for code in codes
                 if code not in by_code or by_code[code]["level"] != "municipality" or by_code[code]["valid_to"]]
        require(not wrong, f"{at}: not the codes of comuni of today: {wrong}")
        if not wrong:
            require(area["parent"] == smallest_parent(codes, by_code),
                    f"{at}: {area['parent']} is not its smallest parent")

        source = area["source"]
        require(bool(source.get("title")) and source.get("url", "").startswith("http"),
                f"{at}: the source needs a title and an address")
        year = re.fullmatch(r"\d{4}", area["date"])
        require(year is not None or is_day(area["date"]), f"{at}: {area['date']!r} is no date")

    # The names beside the codes are for people: they must be the right ones.
    for code, name in re.findall(r'^ +(?:- |parent: )"(\w+)"  # (.+)$', text, re.MULTILINE):
        require(code in by_code and by_code[code]["name"] == name, f"aree.yaml: {code} is not {name}")
    return len(file["areas"])


def main() -> int:
    rows = read()
    by_code = {row["code"]: row for row in rows}
    check_each(rows, by_code)
    check_all(rows, by_code)
    check_population(rows, by_code)
    check_neighbours(rows, by_code)
    areas = check_areas(rows, by_code)
    for problem in problems:
        print(problem if problem.startswith(AREAS.name) else f"{FILE.name}: {problem}", file=sys.stderr)
    if not problems:
        suppressed = sum(bool(row["valid_to"]) for row in rows if row["level"] == "municipality")
        comuni = sum(row["level"] == "municipality" for row in rows)
        print(f"{FILE.name}: {len(rows)} territories, {comuni - suppressed} comuni and {suppressed} suppressed ones, all in order")
        print(f"{AREAS.name}: {areas} areas, all in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
