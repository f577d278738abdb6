#!/usr/bin/env python3
"""Breaks the program in small ways, one after the other, and says which changes no test notices.

    python3 Scripts/mutate/mutate.py              all of them: hours
    python3 Scripts/mutate/mutate.py --only ID …  these
    python3 Scripts/mutate/mutate.py --list       what there is
    python3 Scripts/mutate/mutate.py --check      whether each still applies (part of make lint)

mutations.tsv holds a change a line: an id; the file; the text that is replaced, which stands there exactly once (* is the
whole file); the new text; what that breaks; the tests that should notice, as for `swift test --filter`; and, where no test
can notice, the reason. ⏎ stands for a line end. At most 3 changes may survive, each with a reason.

The tree is copied once, with what is not committed yet, and built there; in the copy each change is made, built, tested
and taken back. Where the tests that should notice do not, all are run. The first failure is enough.
"""

import argparse
import csv
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = pathlib.Path(__file__).resolve().parent / "mutations.tsv"
COLUMNS = ["id", "file", "old", "new", "breaks", "tests", "reason"]
FEWEST = 60
MOST_SURVIVORS = 3
# A change that makes tests run for ever is noticed, too.
TIME_LIMIT = 900


@dataclass
class Mutation:
    id: str
    file: str
    old: str
    new: str
    breaks: str
    tests: str
    reason: str

    def problem(self, root: pathlib.Path) -> str | None:
        path = root / self.file
        if not path.is_file():
            return f"{self.file} is not there"
        count = 1 if self.old == "*" else path.read_text(encoding="utf-8").count(self.old)
        if count != 1:
            return f"«{self.old}» stands {count} times in {self.file}"
        return "it changes nothing" if self.old == self.new else None

    def changed(self, text: str) -> str:
        return self.new if self.old == "*" else text.replace(self.old, self.new)


def table() -> list[Mutation]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row and not row[0].startswith("#")]
    assert rows[0] == COLUMNS, f"the columns are {' '.join(COLUMNS)}"
    padded = [row + [""] * (len(COLUMNS) - len(row)) for row in rows[1:]]
    return [Mutation(*(cell.replace("⏎", "\n") for cell in row)) for row in padded]


def check(mutations: list[Mutation]) -> list[str]:
    problems = [f"{one.id}: {problem}" for one in mutations if (problem := one.problem(ROOT))]
    ids = [one.id for one in mutations]
    problems += [f"{id}: twice" for id in sorted(set(ids)) if ids.count(id) > 1]
    if len(mutations) < FEWEST:
        problems.append(f"there are {len(mutations)} changes, and should be {FEWEST}")
    if sum(bool(one.reason) for one in mutations) > MOST_SURVIVORS:
        problems.append(f"more than {MOST_SURVIVORS} changes have a reason to survive")
    return problems


def copy(scratch: pathlib.Path) -> None:
    """The tree without what was built; what was built in an earlier copy stays."""
    scratch.mkdir(parents=True, exist_ok=True)
    for item in scratch.iterdir():
        if item.name != ".build":
            shutil.rmtree(item) if item.is_dir() else item.unlink()
    for item in ROOT.iterdir():
        if item.name in {".build", ".git"}:
            continue
        if item.is_dir():
            shutil.copytree(item, scratch / item.name, symlinks=True)
        else:
            shutil.copy2(item, scratch / item.name)


def run(command: list[str], folder: pathlib.Path, failure: str | None = None) -> tuple[bool, str]:
    """Whether it succeeds, and what it wrote; it is ended as soon as it writes a line with `failure`, and when it takes
    too long."""
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        start_new_session=True)

    def end() -> None:
        lines.append("it does not end\n")
        os.killpg(process.pid, signal.SIGKILL)

    lines: list[str] = []
    timer = threading.Timer(TIME_LIMIT, end)
    timer.start()
    for line in process.stdout:
        lines.append(line)
        if failure and failure in line:
            os.killpg(process.pid, signal.SIGKILL)
            break
    succeeded = process.wait() == 0
    timer.cancel()
    return succeeded, "".join(lines)


def tests(scratch: pathlib.Path, pattern: str | None) -> str | None:
    """The first failure; `None` where all tests pass."""
    command = ["swift", "test", "--skip-build"] + (["--filter", pattern] if pattern else [])
    passed, text = run(command, scratch, failure="✘")
    if passed:
        if pattern and " with 0 tests" in text:
            raise SystemExit(f"no test is called {pattern}")
        return None
    failures = [line for line in text.splitlines() if "✘" in line or "does not end" in line or "Fatal error" in line]
    return (failures or text.splitlines()[-1:] or ["?"])[0].strip()[:160]


def fate(mutation: Mutation, scratch: pathlib.Path, isQuick: bool) -> tuple[str, str]:
    path = scratch / mutation.file
    original = path.read_text(encoding="utf-8")
    path.write_text(mutation.changed(original), encoding="utf-8")
    try:
        built, text = run(["swift", "build", "--build-tests"], scratch)
        if not built:
            errors = [line for line in text.splitlines() if "error:" in line]
            return "does not compile", (errors or [""])[0][:160]
        failure = tests(scratch, mutation.tests) if mutation.tests else None
        if failure is None and not (isQuick and mutation.tests):
            failure = tests(scratch, None)
        return ("noticed", failure) if failure else ("SURVIVES", mutation.reason)
    finally:
        path.write_text(original, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="show the changes")
    parser.add_argument("--check", action="store_true", help="only see whether each applies")
    parser.add_argument("--only", nargs="+", metavar="ID", help="only these")
    parser.add_argument("--quick", action="store_true", help="only the tests that should notice, never all")
    parser.add_argument("--scratch", type=pathlib.Path, default=ROOT / ".build/mutate", help="where the copy is made")
    arguments = parser.parse_args()
    mutations = table()
    problems = check(mutations)
    if arguments.check or problems:
        print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
        return 1 if problems else 0
    if arguments.only:
        unknown = set(arguments.only) - {one.id for one in mutations}
        if unknown:
            parser.error(f"no such change: {' '.join(sorted(unknown))}")
        mutations = [one for one in mutations if one.id in arguments.only]
    if arguments.list:
        for one in mutations:
            print(f"{one.id:24} {one.file}: {one.breaks}")
        return 0
    scratch = arguments.scratch.resolve()
    copy(scratch)
    built, text = run(["swift", "build", "--build-tests"], scratch)
    if not built:
        print(text, file=sys.stderr)
        return 1
    fates = []
    for number, one in enumerate(mutations, 1):
        started = time.monotonic()
        result, what = fate(one, scratch, arguments.quick)
        fates.append((result, one))
        print(f"{number}/{len(mutations)} {one.id}: {result} ({time.monotonic() - started:.0f} s) {what}", flush=True)
    left = [one for result, one in fates if result != "noticed"]
    print(f"\n{len(mutations) - len(left)} of {len(mutations)} noticed")
    for result, one in fates:
        if result != "noticed":
            print(f"  {result}: {one.id}: {one.breaks} ({one.reason or 'no reason'})")
    return 1 if any(not one.reason for one in left) or len(left) > MOST_SURVIVORS else 0


if __name__ == "__main__":
    sys.exit(main())
