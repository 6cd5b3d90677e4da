"""A server on this machine that makes the trouble real ones make. Each path is a trouble; `asked` tells what came."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<html><body><p>The ferry to Eastquay was late again.</p></body></html>"
MOST_DRIPS = 100


@dataclass
class Trouble:
    """One server: where it listens, what it was asked, and what its robots.txt says."""

    base: str = ""
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    tries: Counter[str] = field(default_factory=Counter)
    robots: tuple[int, bytes] = (404, b"")
    elsewhere: str = ""

    def paths(self) -> list[str]:
        """The paths asked for, robots.txt left out."""
        return [path for _, path, _ in self.asked if path != "/robots.txt"]


class Handler(BaseHTTPRequestHandler):
    trouble: Trouble
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        return

    def give(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        server = self.trouble
        server.asked.append((self.headers.get("Host", ""), self.path, dict(self.headers.items())))
        server.times.append(time.monotonic())
        server.tries[self.path] += 1
        path = self.path.split("?")[0]
        getattr(self, "do_" + path.strip("/").replace("-", "_").replace(".", "_"), self.do_page)()

    def do_page(self) -> None:
        self.give(
            200,
            PAGE,
            Content_Type="text/html; charset=utf-8",
            ETag='"one"',
            Last_Modified="Tue, 03 Mar 2026 10:00:00 GMT",
        )

    def do_robots_txt(self) -> None:
        status, body = self.trouble.robots
        self.give(status, body, Content_Type="text/plain")

    def do_moved(self) -> None:
        self.give(301, Location="/moved-again")

    def do_moved_again(self) -> None:
        self.give(302, Location=f"{self.trouble.base}/page")

    def do_loop(self) -> None:
        self.give(302, Location="/loop-back")

    def do_loop_back(self) -> None:
        self.give(302, Location="/loop")

    def do_endless(self) -> None:
        self.give(302, Location=f"/endless?{self.trouble.tries[self.path] + len(self.trouble.asked)}")

    def do_nowhere(self) -> None:
        self.give(302)

    def do_astray(self) -> None:
        self.give(302, Location="http://[not an address")

    def do_to_file(self) -> None:
        self.give(302, Location="file:///etc/hostname")

    def do_elsewhere(self) -> None:
        self.give(302, Location=self.trouble.elsewhere)

    def do_unchanged(self) -> None:
        if self.headers.get("If-None-Match") == '"one"' or self.headers.get("If-Modified-Since"):
            self.give(304, ETag='"one"')
        else:
            self.do_page()

    def do_gone(self) -> None:
        self.give(410)

    def do_missing(self) -> None:
        self.give(404)

    def do_forbidden(self) -> None:
        self.give(403)

    def do_busy(self) -> None:
        if self.trouble.tries[self.path] == 1:
            self.give(429, Retry_After="7")
        else:
            self.do_page()

    def do_busy_for_long(self) -> None:
        self.give(429, Retry_After="86400")

    def do_down(self) -> None:
        self.give(503)

    def do_hiccup(self) -> None:
        if self.trouble.tries[self.path] == 1:
            self.give(502)
        else:
            self.do_page()

    def do_hangs_up(self) -> None:
        if self.trouble.tries[self.path] == 1:
            self.close_connection = True
        else:
            self.do_page()

    def do_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._drip(b"x")

    def do_head_drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self._drip(b"x")

    def _drip(self, drop: bytes) -> None:
        for _ in range(MOST_DRIPS):
            try:
                self.wfile.write(drop)
                self.wfile.flush()
            except OSError:
                break
            time.sleep(0.05)
        self.close_connection = True

    def do_silent(self) -> None:
        time.sleep(1.5)
        self.close_connection = True

    def do_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(500):
                self.wfile.write(b"x" * 100_000)
        except OSError:
            pass
        self.close_connection = True

    def do_zip(self) -> None:
        self.give(200, gzip.compress(PAGE), Content_Encoding="gzip")

    def do_bomb(self) -> None:
        self.give(200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def do_torn_zip(self) -> None:
        self.give(200, gzip.compress(PAGE)[:-12], Content_Encoding="gzip")

    def do_no_zip(self) -> None:
        self.give(200, PAGE, Content_Encoding="gzip")

    def do_brotli(self) -> None:
        self.give(200, PAGE, Content_Encoding="br")

    def do_charset(self) -> None:
        self.give(200, "Gr\u00fc\u00dfe aus Kaltenb\u00e4ch".encode("latin-1"), Content_Type="text/html; charset=utf-8")

    def do_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(PAGE)
        self.close_connection = True

    def do_garbage(self) -> None:
        self.wfile.write(b"\x00\x01\x02 this is no HTTP\r\n\r\n")
        self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True
    # A queue that holds all that a test asks at once.
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is what is being tested."""


@contextmanager
def serving(place: str = "127.0.0.1") -> Iterator[Trouble]:
    """A server at `place` while the block lasts."""
    trouble = Trouble()
    handler = type("OwnHandler", (Handler,), {"trouble": trouble})
    server = Server((place, 0), handler)
    trouble.base = f"http://{place}:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield trouble
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
