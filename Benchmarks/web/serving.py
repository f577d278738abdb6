"""Servers that are started, waited for, looked at and stopped. They listen on 127.0.0.1 alone."""

import contextlib
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(command, port, path="/", log=None):
    """The process, once it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log or subprocess.DEVNULL)
    try:
        wait_for(lambda: answers(port, path), 120, f"{command[0]} does not answer")
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def praticario(program, base, port, *options):
    return [program, "serve", "--kb", str(base), "--port", str(port), *options]


def wait_for(holds, seconds, otherwise):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise SystemExit(otherwise)
        time.sleep(0.05)


def answers(port, path="/"):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10).status == 200
    except (urllib.error.URLError, OSError):
        return False


def memory(process, *names):
    """Megabytes now, and at most until now; or what Linux calls by these names: of `RssFile` nothing is the process's own."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return tuple(int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024 for name in names or ("VmRSS", "VmHWM"))


def processor(process):
    """Seconds of processor time that it has spent."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def key(program, base, role):
    """The key of a person of the knowledge base, who is made for it."""
    common = ["--kb", str(base), "--lang", "en"]
    subprocess.run([program, "person", "add", "Prova", "--role", "gestione", *common], check=True, capture_output=True)
    made = [program, "person", "key", "prova", "misura", "--role", role, *common]
    said = subprocess.run(made, check=True, capture_output=True, text=True).stdout
    return re.search(r"Bearer (\S+)", said)[1]
