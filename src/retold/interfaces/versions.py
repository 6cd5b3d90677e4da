"""The versions of an address, found as people name them: a web address, an article, a story."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from retold.collation import compare_versions as compare_articles
from retold.documents import from_text
from retold.interfaces.library import Library, UnknownIdError
from retold.pipeline.versions import histories_of
from retold.records.collation import Change
from retold.records.documents import Article
from retold.records.spans import Span
from retold.records.versions import BEFORE, History, Revision, Version
from retold.store.database import open_store

Json = dict[str, Any]


def versions(database: str | os.PathLike[str], asked: str) -> tuple[History, ...]:
    """The versions of an address, an article, or of each article of a story; raises UnknownIdError, StoreError."""
    store = open_store(Path(database))
    try:
        return find_histories(Library(store), asked)
    finally:
        store.close()


def compare_versions(before: str, after: str) -> Revision:
    """What changed between two texts of one article, in the classes of the collation, and whether a note says so."""
    return compare_articles(from_text(before, id="before"), from_text(after, id="after"))


def find_histories(library: Library, asked: str) -> tuple[History, ...]:
    """The histories of what was asked for, by address; raises UnknownIdError."""
    store = library.store
    article = store.article(asked)
    addresses = [article.address] if article else [asked, *store.addresses_of(asked)]
    found = histories_of(addresses, store)
    if not found and "/" in asked:
        raise UnknownIdError(f"nothing was captured at {asked}; look for its words with: retold search")
    if not found:
        reading = library.reading(asked)
        found = histories_of({library.article(p.article).address for p in reading.passages}, store)
    return tuple(found[address] for address in sorted(found))


def history_json(history: History) -> Json:
    """A history with its versions and revisions; every quoted word comes with its version and offsets."""
    by_number = {version.number: version for version in history.versions}
    return {
        "address": history.address,
        "edited_silently": history.is_silently_edited,
        "versions": [_version_json(version) for version in history.versions],
        "revisions": [
            _revision_json(r, by_number[r.before].article, by_number[r.after].article) for r in history.revisions
        ],
    }


def _version_json(version: Version) -> Json:
    article = version.article
    return {
        "number": version.number,
        "article": article.id,
        "captured": version.captured,
        "published": article.published.value,
        "title": article.title,
        "sha256": version.capture,
        "row": version.sequence,
        "same_bytes_as": version.again,
    }


def _revision_json(revision: Revision, before: Article, after: Article) -> Json:
    title = revision.title
    return {
        "before": revision.before,
        "after": revision.after,
        "verdict": revision.verdict.value,
        "headline": {
            "before": title.before,
            "after": title.after,
            "changes": [{"class": c.kind.value, "detail": c.detail} for c in title.changes],
        }
        if title
        else None,
        "changes": [
            _change_json(change, revision, grave=place in revision.grave)
            for place, change in enumerate(revision.changes)
        ],
        "dropped": [_quoted(revision.before, span, before) for span in revision.dropped],
        "added": [_quoted(revision.after, span, after) for span in revision.added],
        "moved": revision.moved,
        "notes": [_quoted(revision.after, span, after) for span in revision.notes],
        "facts": list(revision.facts),
    }


def _change_json(change: Change, revision: Revision, *, grave: bool) -> Json:
    sides = [
        {
            "version": revision.before if reading.article == BEFORE else revision.after,
            "start": reading.span.start,
            "end": reading.span.end,
            "text": reading.text,
        }
        for reading in change.readings
    ]
    return {"class": change.kind.value, "detail": change.detail, "grave": grave, "readings": sides}


def _quoted(version: int, span: Span, article: Article) -> Json:
    return {"version": version, "start": span.start, "end": span.end, "text": span.of(article.text)}
