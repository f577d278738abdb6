#!/usr/bin/env python3
"""Search pages and JSON of Praticario and of Datasette under load, on the same sheets.

    load.py KNOWLEDGE_BASE PROGRAM DATASETTE [--seconds 10] [--connections 32] [--only ours|datasette]

KNOWLEDGE_BASE is what `SpeedBenchmark generate` made, DATASETTE the program of a virtual environment (requirements.txt).
Needs wrk. Prints Markdown; each server runs alone, and listens on 127.0.0.1.
"""

import argparse
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile

import questions
import serving

HERE = pathlib.Path(__file__).parent


def main():
    options = parsed()
    # So many that none comes twice in a second, and a few that do: what is kept for a moment helps those alone.
    different, same = questions.questions(options.base, 20_000), questions.questions(options.base, 200)
    print(f"Load of the machine before: {os.getloadavg()[0]:.2f}\n")
    print("| what | requests/s | median ms | p99 ms | longest ms | failed | ms of processor | MB after | MB at most |")
    print("|---|---|---|---|---|---|---|---|---|")
    if options.only != "datasette":
        port = serving.free_port()
        with serving.running(serving.praticario(options.program, options.base, port), port) as server:
            for name, asked, path, more in (
                ("pages, nine facets", different, "/cerca", ""),
                ("pages, nine facets, 200 questions over and over", same, "/cerca", ""),
                ("JSON, no facets", different, "/api/v1/search", "&facets="),
                ("JSON, kinds and themes", different, "/api/v1/search", "&facets=kind,theme"),
                ("JSON, nine facets with all their values", different, "/api/v1/search", ""),
            ):
                paths = [address + more for address in questions.ours(asked, path)]
                measure(options, f"Praticario, {name}", server, port, paths)
    if options.only != "ours":
        database = datasette_database(options.base)
        for facets in (("kind", "theme", "territory"), ("kind", "theme"), ()):
            port = serving.free_port()
            command = [options.datasette, "serve", "--immutable", str(database), "--port", str(port)]
            with serving.running(command, port) as server:
                for name, path in (("pages", "/sheets/sheet"), ("JSON", "/sheets/sheet.json")):
                    paths = questions.datasettes(different, path, facets)
                    measure(options, f"Datasette, {name}, {len(facets)} facets", server, port, paths)
    print(f"\nLoad of the machine after: {os.getloadavg()[0]:.2f}")


def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument("base", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("datasette")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--only", choices=["ours", "datasette"])
    return parser.parse_args()


def measure(options, name, server, port, paths):
    with tempfile.NamedTemporaryFile("w", suffix=".paths") as file:
        file.write("\n".join(paths) + "\n")
        file.flush()
        # Two seconds that do not count.
        for seconds in (2, options.seconds):
            before = serving.processor(server)
            result = wrk(file.name, port, seconds, options.connections)
            spent = serving.processor(server) - before
    now, most = serving.memory(server)
    print(
        f"| {name} | {result['requests'] / result['seconds']:.0f} | {result['median']:.1f} | {result['p99']:.1f} "
        f"| {result['max']:.0f} | {result['failed']} | {spent * 1e3 / result['requests']:.2f} | {now:.0f} | {most:.0f} |",
        flush=True,
    )


def wrk(paths, port, seconds, connections):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--timeout", "20", "-s", str(HERE / "asked.lua")]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}"], env={**os.environ, "PATHS": paths}, capture_output=True, text=True,
        check=True,
    ).stdout
    return json.loads(said.strip().splitlines()[-1])


def datasette_database(base):
    """A table with the same sheets and an index of their words, as `datasette` searches one."""
    path = base / "sheets.db"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.executescript(
        """
        CREATE TABLE sheet (id TEXT PRIMARY KEY, title TEXT, text TEXT, theme TEXT, territory TEXT, kind TEXT);
        CREATE VIRTUAL TABLE sheet_fts USING fts5(title, text, content='sheet');
        """
    )
    with (base / "documents.jsonl").open(encoding="utf-8") as lines:
        database.executemany(
            "INSERT INTO sheet VALUES (:id, :title, :text, :theme, :territory, :kind)", map(json.loads, lines)
        )
    database.executescript(
        """
        INSERT INTO sheet_fts(sheet_fts) VALUES ('rebuild');
        CREATE INDEX sheet_theme ON sheet(theme);
        CREATE INDEX sheet_territory ON sheet(territory);
        CREATE INDEX sheet_kind ON sheet(kind);
        """
    )
    database.commit()
    database.close()
    return path


if __name__ == "__main__":
    main()
