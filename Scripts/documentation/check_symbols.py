#!/usr/bin/env python3
"""Checks that every public symbol of the libraries says what it is: all targets of the products in Package.swift.

What inherits its words from a protocol, and what the compiler makes, needs none. Fails with file:line for every bare symbol;
with --list it tells them by module and does not fail. Run from the package's folder; it builds what is not built.
"""

import json
import pathlib
import subprocess
import sys
import urllib.parse

GRAPHS = pathlib.Path(".build/debug/../symbolgraph")


def run(*arguments, output=None):
    return subprocess.run(["swift", "package", *arguments], check=True, text=True, stdout=output or sys.stderr).stdout


def public_modules():
    package = json.loads(run("dump-package", output=subprocess.PIPE))
    names = (name for product in package["products"] if "library" in product["type"] for name in product["targets"])
    return list(dict.fromkeys(names))


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
    run("dump-symbol-graph", "--minimum-access-level", "public", "--skip-synthesized-members")
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
