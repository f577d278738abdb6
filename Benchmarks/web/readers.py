#!/usr/bin/env python3
"""Two readers behind nginx, each with its own copy and index, and one writer, as docs/installare.md describes them.

    readers.py KNOWLEDGE_BASE PROGRAM [--seconds 60] [--period 2]

Needs nginx and rsync. KNOWLEDGE_BASE (such as corpus) is copied. Through nginx strangers read while sheets are written and
published by the writer's API; rsync brings them to the readers every --period seconds; a reader is killed in the middle and
comes back. Fails where a request of the readers failed, or where a sheet came late.
"""

import argparse
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import client
import serving

NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream readers {{
    server 127.0.0.1:{readers[0]} max_fails=1 fail_timeout=5s;
    server 127.0.0.1:{readers[1]} max_fails=1 fail_timeout=5s;
    keepalive 16;
  }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://readers;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_next_upstream error timeout;
      proxy_next_upstream_tries 2;
      proxy_connect_timeout 2s;
    }}
  }}
}}
"""


def main():
    options = parsed()
    with tempfile.TemporaryDirectory(prefix="praticario-readers-") as folder, contextlib.ExitStack() as stack:
        folder = pathlib.Path(folder)
        folder.chmod(0o755)
        written = folder / "written"
        shutil.copytree(options.base, written, ignore=shutil.ignore_patterns(".praticario*"))
        key = serving.key(options.program, written, "redazione")
        copies = [folder / "one", folder / "two"]
        synchronize(written, copies)
        writer = serving.free_port()
        stack.enter_context(serving.running(serving.praticario(options.program, written, writer), writer))
        ports = [serving.free_port() for _ in copies]
        commands = [serving.praticario(options.program, copy, port) for copy, port in zip(copies, ports)]
        stack.enter_context(serving.running(commands[0], ports[0]))
        first = stack.enter_context(serving.running(commands[1], ports[1]))
        port = serving.free_port()
        configuration = folder / "nginx.conf"
        configuration.write_text(NGINX.format(folder=folder, readers=ports, port=port))
        stack.enter_context(serving.running(["nginx", "-c", str(configuration), "-p", str(folder)], port))
        stop = threading.Event()
        synchronizer = threading.Thread(target=synchronize_often, args=(written, copies, options.period, stop))
        synchronizer.start()
        try:
            run(options, writer, key, ports, port, first, commands[1])
        finally:
            stop.set()
            synchronizer.join()


def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument("base", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--period", type=float, default=2)
    return parser.parse_args()


def synchronize(written, copies):
    """What is private stays with the writer, and each has an index of its own."""
    for copy in copies:
        command = ["rsync", "-a", "--delete", "--exclude=/.praticario*", f"{written}/", f"{copy}/"]
        subprocess.run(command, check=True)


def synchronize_often(written, copies, period, stop):
    while not stop.wait(period):
        synchronize(written, copies)


def run(options, writer, key, readers, port, victim, command):
    delays, begin = [], time.monotonic()
    paths = ["/", "/cerca?q=anziani+soli", "/cerca?q=carcere", "/temi", "/territori", "/raccolte", "/api/v1/themes",
             "/api/v1/search?q=scuola&facets="]
    with client.Load(port, paths, 8, 80) as load, contextlib.ExitStack() as back:
        killed = returned = False
        number = 0
        while time.monotonic() - begin < options.seconds:
            number += 1
            now = time.monotonic() - begin
            if not killed and now > options.seconds / 3:
                victim.send_signal(signal.SIGKILL)
                victim.wait()
                killed = True
            if not returned and now > options.seconds * 2 / 3:
                back.enter_context(serving.running(command, readers[1]))
                returned = True
            alive = readers if not killed or returned else readers[:1]
            delays.append(arrival(writer, key, alive, number))
            time.sleep(0.5)
    delays.sort()
    print(f"load of the machine {os.getloadavg()[0]:.2f}; a period of {options.period:g} s")
    print(f"asked through nginx {load.asked}, failed {len(load.failed)}; median {load.percentile(0.5):.1f} ms, "
          f"p99 {load.percentile(0.99):.1f} ms, longest {load.percentile(1):.0f} ms")
    print(f"sheets published {len(delays)}; with all readers after {delays[len(delays) // 2]:.1f} s (median), "
          f"{delays[-1]:.1f} s (longest)")
    for failure in load.failed[:10]:
        print(failure)
    # Beside the period: a look at the files every second, the update itself, and rsync.
    if load.failed or delays[-1] > options.period + 4:
        sys.exit(1)


def arrival(writer, key, readers, number):
    """Seconds from the publication of a new sheet until all readers show it."""
    program = client.Client(writer, key)
    status, _, body = program.ask("POST", "/api/v1/sheets", client.sheet(f"Lettori {number}", "Prova."))
    if status != 201:
        sys.exit(f"no new sheet: {status} {body[:300]!r}")
    made = json.loads(body)["id"]
    status, _, body = program.ask("POST", f"/api/v1/sheets/{made}/publication", client.PUBLICATION)
    if status != 200:
        sys.exit(f"not published: {status} {body[:300]!r}")
    start = time.monotonic()
    for port in readers:
        serving.wait_for(lambda: serving.answers(port, f"/schede/{made}"), 30, f"{made} does not arrive")
    return time.monotonic() - start


if __name__ == "__main__":
    main()
