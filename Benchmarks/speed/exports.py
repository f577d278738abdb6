"""How long an export of every sheet takes, and how much memory, beside copying the file that it wrote.

    python3 Benchmarks/speed/exports.py FOLDER PROGRAM [FORMAT...]

FOLDER is one that `SpeedBenchmark generate` made. Peak memory is that of the program alone; a format that streams needs about
as much for ten thousand sheets as for a thousand, apart from the heads of the sheets in its table of contents.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

FORMATS = ["jsonl", "csv", "markdown", "html", "json", "jsonld", "xlsx", "bundle", "page", "site"]


def run(command):
    """Wall time in seconds, processor time in seconds, peak memory in MB."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def copied(path, to):
    """Seconds to write the same bytes to the same disk."""
    began = time.monotonic()
    if os.path.isfile(path):
        shutil.copyfile(path, to)
        with open(to) as file:
            os.fsync(file.fileno())
    else:
        shutil.copytree(path, to)
    return time.monotonic() - began


def main():
    folder, program, *formats = sys.argv[1:]
    run([program, "search", "x", "--kb", folder])  # The index stands before anything is measured.
    print("| format | s | s of processor | peak MB | MB written | s to copy it |\n|---|---|---|---|---|---|")
    for name in formats or FORMATS:
        with tempfile.TemporaryDirectory() as place:
            path = os.path.join(place, "export")
            # Sites and bundles take what is published only; the generated sheets are.
            wall, cpu, memory = run([program, "export", "--kb", folder, "--format", name, "--output", path])
            copy = copied(path, os.path.join(place, "copy"))
            print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {size(path) / 1e6:.1f} | {copy:.2f} |", flush=True)


if __name__ == "__main__":
    main()
