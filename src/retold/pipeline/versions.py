"""An address in; what it carried from capture to capture, out. Read from the log of custody and the raw bytes.

A capture with the bytes of the one before it is no new version. Versions go by time of capture, then by their rows in
the log. An article that the store no longer holds as it was then is made anew from its capture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from retold.collation import compare_versions
from retold.documents import parse
from retold.pipeline.verifying import capture_of
from retold.records.custody import Custody, Entry
from retold.records.documents import Article, Refusal
from retold.records.versions import History, Version
from retold.store.contract import Store


def histories_of(addresses: Iterable[str], store: Store) -> dict[str, History]:
    """The history of each address that has carried an article, in one look-up."""
    rows: dict[str, list[tuple[Entry, Custody]]] = {}
    for entry, known in store.log_of(sorted(set(addresses))):
        if known.article is not None:
            rows.setdefault(known.address, []).append((entry, known))
    return {address: _history(address, own, store) for address, own in sorted(rows.items())}


def _history(address: str, rows: list[tuple[Entry, Custody]], store: Store) -> History:
    rows.sort(key=lambda row: (row[1].receipt.captured or "", row[0].sequence))
    versions: list[Version] = []
    for entry, known, article in _changing(rows, store):
        again = next((v.number for v in versions if v.capture == entry.capture), None)
        number = len(versions) + 1
        versions.append(Version(number, entry.sequence, entry.capture, known.receipt.captured, article, again))
    revisions = tuple(compare_versions(a.article, b.article, (a.number, b.number)) for a, b in pairwise(versions))
    return History(address, tuple(versions), revisions)


def _changing(rows: list[tuple[Entry, Custody]], store: Store) -> Iterator[tuple[Entry, Custody, Article]]:
    before = None
    for entry, known in rows:
        if entry.capture == before:
            continue
        article = _article(entry, known, store)
        if article is not None:
            before = entry.capture
            yield entry, known, article


def _article(entry: Entry, known: Custody, store: Store) -> Article | None:
    """The article as it was made from this capture; None where its bytes are gone or give none today."""
    held = store.article(known.article or "")
    if held is not None and held.capture == entry.capture:
        return held
    content = store.capture(entry.capture)
    made = parse(capture_of(entry, known, content)) if content is not None else None
    return None if isinstance(made, Refusal) else made
