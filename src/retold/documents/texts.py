r"""Plain text and the `text` of a JSON line: canonical text with its way back to the decoded capture.

Plain text keeps every character but a byte-order mark at its start; `\r\n` and a lone `\r` become one `\n`. The
text of a JSON line is its string with the escapes resolved; an escaped character points at the start of its escape.
"""

from __future__ import annotations

import json
import re

from retold.records.documents import OffsetMap, OffsetRun

RETURN = re.compile(r"\r\n?")
DECODER = json.JSONDecoder(strict=False)
SPACE = re.compile(r"[ \t\r\n]*")
ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


def identity(text: str) -> OffsetMap:
    """The map of a text that is its own capture."""
    return OffsetMap("utf-8", (OffsetRun(0, 0, len(text)),) if text else ())


def from_plain(decoded: str, charset: str) -> tuple[str, OffsetMap]:
    """Canonical text and map of a plain text."""
    start = 1 if decoded.startswith("\ufeff") else 0
    parts: list[str] = []
    runs: list[OffsetRun] = []
    length = 0
    for match in RETURN.finditer(decoded, start):
        piece = decoded[start : match.start()] + "\n"
        runs.append(OffsetRun(length, start, len(piece) - 1))
        # A line break points at the return that it stands for.
        runs.append(OffsetRun(length + len(piece) - 1, match.start(), 1))
        parts.append(piece)
        length += len(piece)
        start = match.end()
    rest = decoded[start:]
    runs.append(OffsetRun(length, start, len(rest)))
    return "".join(parts) + rest, OffsetMap(charset, tuple(run for run in runs if run.length))


def from_json(decoded: str, charset: str, field: str = "text") -> tuple[str, OffsetMap] | None:
    """Text and map of a `field` of a JSON object; None where it has none. Of a repeated key the last counts."""
    place = _text_value(decoded, field)
    if place is None:
        return None
    text, end = DECODER.raw_decode(decoded, place)
    runs: list[OffsetRun] = []
    length, start, stop = 0, place + 1, end - 1
    for match in ESCAPE.finditer(decoded, start, stop):
        runs.append(OffsetRun(length, start, match.start() - start))
        length += match.start() - start
        runs.append(OffsetRun(length, match.start(), 1))
        length += 1
        start = match.end()
    runs.append(OffsetRun(length, start, stop - start))
    return text, OffsetMap(charset, tuple(run for run in runs if run.length))


def _text_value(decoded: str, field: str) -> int | None:
    """Where the opening quotation mark of a field's value stands."""
    found: int | None = None
    try:
        place = _skip(decoded, 0)
        if decoded[place] != "{":
            return None
        place = _skip(decoded, place + 1)
        while decoded[place] != "}":
            key, place = DECODER.raw_decode(decoded, place)
            place = _skip(decoded, _skip(decoded, place) + 1)
            if key == field:
                found = place if decoded[place] == '"' else None
            place = _skip(decoded, DECODER.raw_decode(decoded, place)[1])
            if decoded[place] == ",":
                place = _skip(decoded, place + 1)
    except (ValueError, IndexError, RecursionError):
        return None
    return found


def _skip(text: str, place: int) -> int:
    match = SPACE.match(text, place)
    return match.end() if match else place
