#!/usr/bin/env python3
"""Checks that every public symbol of the libraries says what it is: all targets of the products in Package.swift.

What inherits its words from a protocol, and what the compiler makes, needs none. Fails with file:line for every bare symbol;
with --list it tells them by module and does not fail. Run from the package's folder; it builds what is not built.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import urllib.parse

GRAPHS = pathlib.Path(".build/debug/../symbolgraph")


def public_modules():
    described = subprocess.run(["swift", "package", "dump-package"], check=True, stdout=subprocess.PIPE)
    package = json.loads(described.stdout)
    names = (name for product in package["products"] if "library" in product["type"] for name in product["targets"])
    return list(dict.fromkeys(names))


def write_graphs():
    """Writes the symbol graphs of all modules anew; those of the libraries must be there to be read."""
    shutil.rmtree(GRAPHS, ignore_errors=True)
    dump = ["swift", "package", "dump-symbol-graph", "--minimum-access-level", "public", "--skip-synthesized-members"]
    # It also tries modules of tests that were not built yet, and fails for them alone.
    done = subprocess.run(dump, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if missing := [module for module in public_modules() if not (GRAPHS / f"{module}.symbols.json").exists()]:
        sys.exit(f"{done.stdout}\nno symbol graph of {', '.join(missing)}")


def bare_symbols(module):
    """Place and name of the public symbols of a module, and of what it adds to others, that say nothing."""
    for file in sorted({GRAPHS / f"{module}.symbols.json", *GRAPHS.glob(f"{module}@*.symbols.json")}):
        graph = json.loads(file.read_text(encoding="utf-8"))
        inherited = {relation["source"] for relation in graph["relationships"] if "sourceOrigin" in relation}
        for symbol in graph["symbols"]:
            words = symbol.get("docComment", {}).get("lines", [])
            if any(line["text"].strip() for line in words) or symbol["identifier"]["precise"] in inherited:
                continue
            # The compiler's own stand nowhere.
            if location := symbol.get("location"):
                path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(location["uri"]).path))
                yield path.relative_to(pathlib.Path.cwd()), location["position"]["line"] + 1, ".".join(
                    symbol["pathComponents"]
                )


def main():
    write_graphs()
    bare = {module: sorted(bare_symbols(module)) for module in public_modules()}
    count = sum(map(len, bare.values()))
    if "--list" in sys.argv:
        for module, symbols in bare.items():
            print(f"{module}: {len(symbols)}")
            for path, line, name in symbols:
                print(f"  {path}:{line}: {name}")
        return 0
    for path, line, name in (symbol for symbols in bare.values() for symbol in symbols):
        print(f"{path}:{line}: {name} is public and has no comment", file=sys.stderr)
    print(f"{count} public symbols have no comment" if count else f"all public symbols of {', '.join(bare)} have comments")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
