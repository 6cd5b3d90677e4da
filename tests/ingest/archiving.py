"""Small web archives for tests, written by the field's own tool."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HEAD = "<!doctype html><html><head><title>Ferry</title></head><body><article>"


def page(number: int) -> bytes:
    """A page whose words differ from any other's."""
    said = f"The ferry number {number} to Orm stayed in port on Monday, harbour master Ann Dow said. "
    return f"{HEAD}<h1>Ferry {number}</h1><p>{said * 3}</p><p>{said * 2}</p></article></body></html>".encode()


def archive(
    pages: Sequence[bytes], *, packed: bool, kind: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> tuple[bytes, list[int]]:
    """A WARC of answers, and where each record starts."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    starts = []
    for number, content in enumerate(pages):
        starts.append(out.tell())
        headers = StatusAndHeaders(status, [("Content-Type", kind), ("Server", "Orm")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://orm-post.example/{number}",
            "response",
            payload=BytesIO(content),
            http_headers=headers,
            warc_headers_dict={
                "WARC-Date": f"2031-05-05T10:00:{number:02}Z",
                "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{number:012}>",
            },
        )
        writer.write_record(record)
    return out.getvalue(), starts
