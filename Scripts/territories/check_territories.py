#!/usr/bin/env python3
"""Check corpus/vocabolari/territori.tsv. Needs nothing but Python.

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

FILE = Path(__file__).resolve().parents[2] / "corpus" / "vocabolari" / "territori.tsv"
COLUMNS = ["code", "name", "alt_names", "level", "parent", "sigla", "cadastral", "valid_from", "valid_to", "successors"]
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
            "San Teodoro": ["ME", "SS"]}
APOSTROPHES = 314
LETTERS = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ '-./ßàâçèéêìòôöùüčŠž")

# code -> name, or name and successors
KNOWN = {
    "02": "Valle d'Aosta", "04": "Trentino-Alto Adige", "007": "Valle d'Aosta", "021": "Bolzano", "058": "Roma",
    "063": "Napoli", "103": "Verbano-Cusio-Ossola", "108": "Monza e della Brianza", "111": "Sud Sardegna",
    "001272": "Torino", "021008": "Bolzano", "032001": "Duino Aurisina", "035033": "Reggio nell'Emilia",
    "058091": "Roma", "080063": "Reggio di Calabria", "005122": "Moransengo-Tonengo",
    "012144": "Bardello con Malgesso e Bregano", "013256": "Uggiate con Ronago", "024128": "Sovizzo",
    "025075": "Setteville", "028108": "Santa Caterina d'Este",
}
SUPPRESSED = {
    "013199": ("Ronago", "013256"), "013228": ("Uggiate-Trevano", "013256"), "018002": ("Albaredo Arnaboldi", "018026"),
    "024044": ("Gambugliano", "024128"), "024103": ("Sovizzo", "024128"), "025002": ("Alano di Piave", "025075"),
    "025070": ("Quero Vas", "025075"), "028022": ("Carceri", "028108"), "028098": ("Vighizzolo d'Este", "028108"),
    "H124": ("Quero", "025075"),
}

problems: list[str] = []


def require(holds: bool, what: str) -> None:
    if not holds:
        problems.append(what)


def is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def stands(row: dict, day: str) -> bool:
    return row["valid_from"] <= day and (not row["valid_to"] or row["valid_to"] >= day)


def read() -> list[dict]:
    data = FILE.read_bytes()
    require(not data.startswith(b"\xef\xbb\xbf"), "the file begins with a BOM")
    require(b"\r" not in data, "the file has carriage returns")
    require(data.endswith(b"\n"), "the file does not end with a newline")
    lines = [line for line in data.decode("utf-8").split("\n")[:-1] if not line.startswith("#")]
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
    for level, count in {"country": 1, "division": 5, "region": 20, "province": 107}.items():
        require(of_level[level] == count, f"{of_level[level]} rows of level {level}, not {count}")

    comuni = [row for row in rows if row["level"] == "municipality"]
    require(len({row["cadastral"] for row in comuni}) == len(comuni), "cadastral codes are not unique")
    for day, count in STANDING.items():
        found = sum(stands(row, day) for row in comuni)
        require(found == count, f"{found} comuni stand on {day}, not {count}")

    units = [row for row in rows if row["level"] == "province"]
    require(len({row["sigla"] for row in units}) == 107, "sigle are not unique")
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


def main() -> int:
    rows = read()
    by_code = {row["code"]: row for row in rows}
    check_each(rows, by_code)
    check_all(rows, by_code)
    for problem in problems:
        print(f"{FILE.name}: {problem}", file=sys.stderr)
    if not problems:
        suppressed = sum(bool(row["valid_to"]) for row in rows)
        comuni = sum(row["level"] == "municipality" for row in rows)
        print(f"{FILE.name}: {len(rows)} territories, {comuni - suppressed} comuni and {suppressed} suppressed ones, all in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
