"""A site on this machine whose pages and feeds a test writes, changes, and takes down and up again."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """What one path answers."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)


@dataclass
class Site:
    """What a site has, and what it was asked for; a path that is not there answers 404."""

    base: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    is_down: bool = False

    def page(self, path: str, title: str, text: str, head: str = "") -> str:
        """Put an article at `path`; its address."""
        words = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n"))
        markup = f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{words}</article>"
        self.answers[path] = Answer(f"{markup}</body></html>".encode())
        return self.base + path

    def feed(self, path: str, items: Sequence[str], **channel: str) -> str:
        """Put a feed of `items` (each an `<item>`) at `path`; its address."""
        own = "".join(f"<{name}>{value}</{name}>" for name, value in channel.items())
        title = "" if "title" in channel else "<title>The Skerry Post</title>"
        body = f'<rss version="2.0"><channel>{title}{own}{"".join(items)}</channel></rss>'
        self.answers[path] = Answer(body.encode(), headers=(("Content-Type", "application/rss+xml"),))
        return self.base + path

    def statuses(self, path: str) -> list[int]:
        """What the path answered so far."""
        return [status for asked, status in self.asked if asked == path]


def item(link: str, title: str, guid: str = "", summary: str = "", **more: str) -> str:
    """An item of a feed."""
    rest = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in more.items())
    named = f'<guid isPermaLink="false">{escape(guid)}</guid>' if guid else ""
    said = f"<description>{escape(summary)}</description>" if summary else ""
    return f"<item><title>{escape(title)}</title><link>{escape(link)}</link>{named}{said}{rest}</item>"


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        return

    def do_GET(self) -> None:
        site = self.site
        site.agents.add(self.headers.get("User-Agent", ""))
        answer = site.answers.get(self.path, Answer(b"", 404))
        version = f'"{hashlib.sha256(answer.body).hexdigest()[:12]}"'
        status = 503 if site.is_down else answer.status
        if status == 200 and self.headers.get("If-None-Match") == version:
            status = 304
        if self.path != "/robots.txt":
            site.asked.append((self.path, status))
        body = answer.body if status not in (304, 503) else b""
        self.send_response(status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.status == 200:
            self.send_header("ETag", version)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is what is being tested."""


@contextmanager
def standing() -> Iterator[Site]:
    """A site while the block lasts."""
    site = Site()
    server = _Server(("127.0.0.1", 0), type("OwnHandler", (_Handler,), {"site": site}))
    site.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
