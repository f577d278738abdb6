"""Asking a server over one connection, and counting what goes wrong."""

import http.client
import json
import threading
import time


class Client:
    """One connection, opened anew when it broke."""

    def __init__(self, port, key=None):
        self.port, self.headers = port, {"Authorization": f"Bearer {key}"} if key else {}
        self.connection = None

    def ask(self, method, path, body=None, **headers):
        """Status, headers and bytes of the answer.

        A connection that the server had closed meanwhile is opened anew once, as browsers do, for what changes nothing.
        """
        kept = self.connection is not None
        try:
            return self._ask(method, path, body, headers)
        except (http.client.HTTPException, OSError):
            self.connection = None
            if not kept or method != "GET":
                raise
            return self._ask(method, path, body, headers)

    def _ask(self, method, path, body, headers):
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = None if body is None else json.dumps(body)
        self.connection.request(method, path, sent, {**self.headers, **headers})
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()


class Load:
    """Threads that ask for paths, at most so many a second together, until they are stopped."""

    def __init__(self, port, paths, connections, rate=None):
        self.asked, self.failed = 0, []
        self.times = []
        self._lock = threading.Lock()
        self._stop = threading.Event()
        pause = connections / rate if rate else 0
        self._threads = [
            threading.Thread(target=self._run, args=(port, paths[number::connections] or paths, pause))
            for number in range(connections)
        ]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _run(self, port, paths, pause):
        client, number, due = Client(port), 0, time.monotonic()
        while not self._stop.is_set():
            start = time.monotonic()
            try:
                status = client.ask("GET", paths[number % len(paths)])[0]
            except (http.client.HTTPException, OSError) as error:
                status = f"{type(error).__name__}: {error}"
            took = time.monotonic() - start
            with self._lock:
                self.asked += 1
                self.times.append(took)
                if status != 200:
                    self.failed.append(f"{status} {paths[number % len(paths)]}")
            number += 1
            due = max(due + pause, start)
            self._stop.wait(max(0.0, due - time.monotonic()))

    def percentile(self, share):
        """Milliseconds."""
        with self._lock:
            times = sorted(self.times)
        return times[min(len(times) - 1, int(share * len(times)))] * 1e3 if times else 0


def sheet(title, text):
    """A sheet as programs send one."""
    return {
        "fields": {"title": title, "kind": "idea", "territories": "Foggia", "themes": ["sport"]},
        "sections": [{"title": "Che cosa si fa", "text": text}],
    }


PUBLICATION = {"publication": "published", "by": "Prova", "date": "2026-01-01", "licence": "CC-BY-4.0"}
