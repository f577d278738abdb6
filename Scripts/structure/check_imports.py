#!/usr/bin/env python3
"""Checks that Package.swift and the sources agree on who uses whom.

- What a file imports, its target names: else the target is not built again when a type changes whose layout it knows.
- What the public API of an imported module shows of another one, the target names, too, for the same reason.
- What a target names, it uses in one of these ways.

Run from the package's folder.
"""

import json
import pathlib
import re
import subprocess
import sys

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?P<access>public|package|internal|fileprivate|private)?\s*"
    r"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(?P<module>\w+)"
)


def dependency_name(dependency):
    """The name that stands in Package.swift: of a target, or of a product, which is its module's."""
    kind = next(key for key in ("byName", "target", "product") if key in dependency)
    return dependency[kind][0]


def folder(target):
    if target.get("path"):
        return pathlib.Path(target["path"])
    return pathlib.Path("Tests" if target["type"] == "test" else "Sources") / target["name"]


def imports(target):
    """The modules that the files of a target import: the place, and whether the public API of the target shows them."""
    found = {}
    for file in sorted(folder(target).rglob("*.swift")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if match := IMPORT.match(line):
                place, is_shown = found.get(match["module"], (f"{file}:{number}", False))
                found[match["module"]] = (place, is_shown or match["access"] == "public")
    return found


def reached(target, found):
    """The modules whose types a target may hold without importing them, each with the one that shows it."""
    shown = {}
    waiting = list(found[target])
    while waiting:
        module = waiting.pop()
        for other, (_, is_shown) in found.get(module, {}).items():
            if is_shown and other not in shown and other != target:
                shown[other] = module
                waiting.append(other)
    return shown


def main():
    dump = subprocess.run(["swift", "package", "dump-package"], check=True, capture_output=True, text=True).stdout
    targets = {t["name"]: t for t in json.loads(dump)["targets"]}
    sources = [t for t in targets.values() if t["type"] in ("regular", "executable", "test")]
    named = {t["name"]: {dependency_name(d) for d in t["dependencies"]} for t in sources}
    found = {t["name"]: imports(t) for t in sources}
    known = set(targets).union(*named.values())
    problems = []
    for target, names in named.items():
        shown = reached(target, found)
        for module, (place, _) in found[target].items():
            if module in known - names - {target}:
                problems.append(f"{place}: imports {module}, which {target} does not name in Package.swift")
        for module in sorted((set(shown) & known) - names - set(found[target])):
            problems.append(f"Package.swift: {target} does not name {module}, which {shown[module]} shows")
        for module in sorted(names - set(found[target]) - set(shown)):
            # A program that a test runs is not imported.
            if targets.get(module, {}).get("type") != "executable":
                problems.append(f"Package.swift: {target} names {module}, which no file of it imports")
    print("\n".join(problems) or f"{len(named)} targets name what they use", file=sys.stderr if problems else None)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
