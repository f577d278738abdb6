#!/usr/bin/env python3
"""Hours of ordinary work: readers at half of what the server can, people who write, and files that change beside it.

    soak.py KNOWLEDGE_BASE PROGRAM [--minutes 60] [--rate REQUESTS_A_SECOND]

KNOWLEDGE_BASE is what `SpeedBenchmark generate` made; it is copied, and the copy is changed. Two writers make sheets
through the API, change, publish and delete them; an updater changes files of others as an editor does. Without --rate half of
what eight connections get is asked. Fails where an answer is not what it should be, where a sheet that was written is not
found, or where memory still grows in the second half.
"""

import argparse
import http.client
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile
import threading
import time

import client
import questions
import serving


def main():
    options = parsed()
    with tempfile.TemporaryDirectory(prefix="praticario-soak-") as folder:
        base = pathlib.Path(folder) / "kb"
        shutil.copytree(options.base, base, ignore=shutil.ignore_patterns(".praticario*", "*.db", "*.sqlite"))
        key = serving.key(options.program, base, "redazione")
        port = serving.free_port()
        asked = questions.questions(base, 2000)
        paths = [path for pair in zip(questions.ours(asked, "/cerca"), questions.ours(asked, "/api/v1/search"))
                 for path in pair]
        paths += [f"/schede/{file.stem}" for file in sorted(base.glob("schede/*/s*.md"))[:2000]]
        random.Random(2).shuffle(paths)
        with serving.running(serving.praticario(options.program, base, port), port) as server:
            rate = options.rate or half_of_capacity(port, paths)
            soak(options, base, key, port, paths, rate, server)


def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument("base", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float)
    return parser.parse_args()


def half_of_capacity(port, paths):
    start = time.monotonic()
    with client.Load(port, paths, 8) as load:
        time.sleep(10)
    return load.asked / (time.monotonic() - start) / 2


def soak(options, base, key, port, paths, rate, server):
    seconds, begin = options.minutes * 60, time.monotonic()
    problems, written, stop = [], [0, 0], threading.Event()
    people = [threading.Thread(target=write, args=(name, port, key, stop, problems, written)) for name in ("a", "b")]
    people.append(threading.Thread(target=edit, args=(base, stop, written)))
    samples = []
    print(f"{rate:.0f} requests/s for {options.minutes:g} minutes; load of the machine {os.getloadavg()[0]:.2f}", flush=True)
    with client.Load(port, paths, 8, rate) as load:
        for thread in people:
            thread.start()
        while time.monotonic() - begin < seconds and server.poll() is None:
            time.sleep(min(10, seconds / 20))
            samples.append(serving.memory(server, "RssAnon", "RssFile"))
        stop.set()
        for thread in people:
            thread.join()
    if server.poll() is not None:
        sys.exit("the server ended")
    tell(load, problems, written, samples, time.monotonic() - begin)


def tell(load, problems, written, samples, seconds):
    half = len(samples) // 2
    mapped = max(mapped for _, mapped in samples)
    samples = [own for own, _ in samples]
    early, late = max(samples[half // 2:half]), max(samples[half:])
    print(f"asked {load.asked} ({load.asked / seconds:.0f}/s), failed {len(load.failed)}; median "
          f"{load.percentile(0.5):.1f} ms, p99 {load.percentile(0.99):.1f} ms, longest {load.percentile(1):.0f} ms")
    print(f"written through the API {written[0]}, files changed beside it {written[1]}, problems {len(problems)}")
    print(f"MB of its own: at first {samples[0]:.0f}, at most in the second quarter {early:.0f}, in the second half {late:.0f}, "
          f"at the end {samples[-1]:.0f}; mapped files at most {mapped:.0f}; load of the machine {os.getloadavg()[0]:.2f}")
    for problem in load.failed[:5] + problems[:5]:
        print(problem)
    # An update of the index for a moment takes memory that stays with the process.
    if load.failed or problems or late > early * 1.15:
        sys.exit(1)


def write(name, port, key, stop, problems, written):
    """Makes a sheet, changes it, publishes it, finds it, deletes it."""
    program, stranger, number, last = client.Client(port, key), client.Client(port), 0, ""
    while not stop.is_set():
        number += 1
        word = f"parola{name}{number}"

        def expect(status, method, path, body=None, who=program, **headers):
            nonlocal last
            last = f"{time.strftime('%H:%M:%S')} {method} {path}"
            got, told, data = who.ask(method, path, body, **headers)
            if got != status:
                raise ValueError(f"{got}, not {status}: {data[:200]!r}")
            return told, data

        try:
            made = json.loads(expect(201, "POST", "/api/v1/sheets", client.sheet(f"Scheda {word}", word))[1])["id"]
            path = f"/api/v1/sheets/{made}"
            expect(404, "GET", f"/schede/{made}", who=stranger)
            tag = expect(200, "GET", f"{path}/content")[0]["ETag"]
            expect(200, "PATCH", f"{path}/content", {"fields": {"title": f"Cambiata {word}"}}, **{"If-Match": tag})
            expect(412, "PATCH", f"{path}/content", {"fields": {"title": "Tardi"}}, **{"If-Match": tag})
            expect(200, "POST", f"{path}/publication", client.PUBLICATION)
            if b"Cambiata" not in expect(200, "GET", f"/schede/{made}", who=stranger)[1]:
                raise ValueError(f"/schede/{made} is not as it was changed")
            if json.loads(expect(200, "GET", f"/api/v1/search?q={word}", who=stranger)[1])["total"] != 1:
                raise ValueError(f"{word} is not found")
            expect(204, "DELETE", f"{path}?reason=prova")
            expect(404, "GET", f"/schede/{made}", who=stranger)
            written[0] += 5
        except (ValueError, KeyError, http.client.HTTPException, OSError) as problem:
            problems.append(f"{last}: {type(problem).__name__}: {problem}")
        stop.wait(5)


def edit(base, stop, written):
    """Changes files of others as an editor does: written beside and renamed."""
    draw = random.Random(3)
    files = sorted(base.glob("schede/*/s*.md"))
    while not stop.is_set():
        path = draw.choice(files)
        beside = path.with_suffix(".tmp")
        beside.write_text(path.read_text(encoding="utf-8") + "\nUna riga in più.\n", encoding="utf-8")
        beside.rename(path)
        written[1] += 1
        stop.wait(3)


if __name__ == "__main__":
    main()
