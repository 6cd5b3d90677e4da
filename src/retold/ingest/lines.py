"""A JSON Lines file in; a capture for each article, or a refusal for the line.

A line is an object with `text` and, where known, `id`, `title`, `outlet`, `url`, `published` (or `date`). Its
bytes are the capture's content; its address is the file's with `#` and the line's id, so that a line may change its
place, or with `#L7` for line 7 where it has none. Lines are read one at a time and
never beyond the limit, so a file may be larger than memory.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from retold.ingest import refusals
from retold.ingest.files import opened, suffixes, why_not
from retold.ingest.kinds import JSON
from retold.ingest.options import IngestOptions
from retold.ingest.paths import Found
from retold.records.documents import Capture, How, Metadata, Receipt, Refusal

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_lines(found: Found, options: IngestOptions) -> Iterator[Capture | Refusal]:
    """The articles of a JSON Lines file, in its order. A blank line is none; a file of blank lines is refused."""
    nothing = True
    try:
        with opened(found, suffixes(found)[1]) as stream:
            for number, line in _bounded(stream, options.largest):
                if line is None:
                    nothing = False
                    yield refusals.too_large(f"{found.path}#L{number}", options.largest)
                elif line.strip():
                    nothing = False
                    yield capture_line(line, found, number)
    except (OSError, EOFError, zlib.error) as error:
        yield why_not(found.path, error)
        return
    if nothing:
        yield refusals.empty(found.path)


def _bounded(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines without their ends; None for one that is longer than `limit`, the rest of which is skipped."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        stripped = line.rstrip(b"\r\n")
        if number == 1:
            stripped = stripped.removeprefix(BYTE_ORDER_MARK)
        if len(stripped) <= limit:
            yield number, stripped
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 2)
        yield number, None


def capture_line(line: bytes, found: Found, number: int) -> Capture | Refusal:
    """One line's capture, after checking that an article can be made from it."""
    address = f"{found.path}#L{number}"
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return refusals.undecodable(address)
    except (ValueError, RecursionError) as error:
        cause = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or with a number too long"
        return refusals.broken_line(address, cause)
    if not isinstance(value, dict):
        return refusals.not_an_object(address)
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        return refusals.without_text(address)
    stated = metadata(value)
    place = stated.id or f"L{number}"
    digest = hashlib.sha256(line).hexdigest()
    receipt = Receipt(How.LINE, within=address)
    return Capture(digest, f"{found.path}#{place}", f"{found.name}#{place}", JSON, line, "utf-8", stated, receipt)


def metadata(value: Mapping[str, object]) -> Metadata:
    """The fields of a line that say what the text is; a field that is no word or number counts as absent."""
    return Metadata(
        id=_word(value.get("id")),
        title=_word(value.get("title")),
        outlet=_word(value.get("outlet")),
        url=_word(value.get("url")),
        published=_word(value.get("published")) or _word(value.get("date")),
    )


def _word(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    try:
        word = str(value).strip()
    except ValueError:  # an integer of more digits than Python writes
        return None
    return word or None
