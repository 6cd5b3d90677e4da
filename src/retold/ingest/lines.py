"""A JSON Lines file in; a capture for each article, or a refusal for the line.

A line is an object with the article's text under `text`, or under the key that a person names or that is in common
use (`columns`), and where known `id`, `title`, `outlet`, `url`, `published`. Each line is read by its own keys, since
many leave out what they do not know: what a line gives never depends on the lines before it. Its bytes are the
capture's content; its address is the file's with `#` and the line's id, so that a line may change its place, or with
`#L7` for line 7 where it has none. Lines are read one at a time and never beyond the limit, so a file may be larger
than memory.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from retold.ingest import refusals
from retold.ingest.columns import Mapped, map_columns, metadata_of, shown
from retold.ingest.kinds import JSON
from retold.ingest.opening import FAILURES, opened, why_not
from retold.ingest.options import IngestOptions
from retold.ingest.paths import Found
from retold.records.documents import Capture, How, Notice, Receipt, Refusal

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_lines(found: Found, options: IngestOptions, *, compressed: bool) -> Iterator[Capture | Refusal | Notice]:
    """The articles of a JSON Lines file, in its order. A blank line is none; a file of blank lines is refused."""
    nothing = True
    keys = _Keys(options)
    try:
        with opened(found, compressed=compressed) as stream:
            for number, line in _bounded(stream, options.largest):
                address = f"{found.path}#L{number}"
                if line is None:
                    nothing = False
                    yield refusals.too_large(address, options.largest)
                    continue
                if not line.strip():
                    continue
                nothing = False
                value = _object(line, address)
                if isinstance(value, Refusal):
                    yield value
                    continue
                mapped = keys.read(value, address)
                if guesses := keys.untold(mapped):
                    yield Notice(found.path, f"reads its keys so: {guesses}; say otherwise with --map")
                yield _capture(line, value, mapped, found, address)
    except FAILURES as error:
        yield why_not(found.path, error)
        return
    if nothing:
        yield refusals.empty(found.path)
    for column in keys.unseen:
        yield refusals.no_column(found.path, column, shown(tuple(keys.last)))


class _Keys:
    """How each line names its fields, and what has been told of that."""

    def __init__(self, options: IngestOptions) -> None:
        self.last: tuple[str, ...] = ()
        self._options = options
        self._named = tuple(column for _, column in options.columns)
        self._seen: set[str] = set()
        self._told: set[str] = set()
        self._mapped: Mapped | None = None

    @property
    def unseen(self) -> tuple[str, ...]:
        """Keys that a person named and that no line has, where there was a line at all."""
        return tuple(column for column in self._named if column not in self._seen) if self.last else ()

    def read(self, value: Mapping[str, object], address: str) -> Mapped | None:
        """The fields of one line; None where nothing in it can be the text."""
        keys = tuple(value)
        if keys != self.last:
            self.last = keys
            self._seen.update(column for column in self._named if column in value)
            # A key that a person named is asked for in every line; one that lacks it just does not say.
            mapped = map_columns((*keys, *(c for c in self._named if c not in value)), address, self._options)
            self._mapped = None if isinstance(mapped, Refusal) else mapped
        return self._mapped

    def untold(self, mapped: Mapped | None) -> str:
        """The guesses that no line before made, in words."""
        names = {field: mapped.columns[field] for field in mapped.guessed} if mapped else {}
        fresh = [told for field, name in names.items() if (told := f"{field} is {name!r}") not in self._told]
        self._told.update(fresh)
        return ", ".join(fresh)


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


def _object(line: bytes, address: str) -> Mapping[str, object] | Refusal:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return refusals.undecodable(address)
    except (ValueError, RecursionError) as error:
        cause = error.msg if isinstance(error, json.JSONDecodeError) else "too deep or with a number too long"
        return refusals.broken_line(address, cause)
    return value if isinstance(value, dict) else refusals.not_an_object(address)


def _capture(
    line: bytes, value: Mapping[str, object], mapped: Mapped | None, found: Found, address: str
) -> Capture | Refusal:
    """One line's capture, after checking that an article can be made from it."""
    text = value.get(mapped.text) if mapped else None
    if mapped is None or not isinstance(text, str) or not text.strip():
        return refusals.without_text(address)
    stated = metadata_of(value, mapped)
    place = stated.id or address.rpartition("#")[2]
    digest = hashlib.sha256(line).hexdigest()
    receipt = Receipt(How.LINE, within=address)
    return Capture(digest, f"{found.path}#{place}", f"{found.name}#{place}", JSON, line, "utf-8", stated, receipt)
