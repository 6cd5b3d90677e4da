"""A store in; what was altered, is missing or is there beyond the log of custody out. Nothing is changed.

The log is walked once, row by row: each row's own digest, its link to the row before, the bytes it speaks of, and the
article that was made of them. Memory does not grow with the store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from retold.documents import parse
from retold.pipeline.intake import TOOL
from retold.pipeline.progress import Progress, silent
from retold.records.custody import START, Custody, Entry, digest_of, row_hash
from retold.records.documents import Article, Capture, Refusal
from retold.store.contract import Store, StoreError


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as the log has it; `subject` is a row, capture or article, `code` a stable short word."""

    subject: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checks:
    """What is checked: `derive` extracts every article anew; `head` is the hash of a row that must be in the log."""

    derive: bool = True
    head: str | None = None


@dataclass(slots=True)
class Verification:
    """What was looked at, so far; `outdated` counts articles that another version of the extraction made otherwise."""

    rows: int = 0
    captures: int = 0
    size: int = 0
    articles: int = 0
    outdated: int = 0
    head: str | None = None
    head_found: bool = False


def verify(store: Store, checks: Checks, seen: Verification, progress: Progress = silent) -> Iterator[Finding]:
    """Each thing that is not as it was taken in, in the order of the log; `seen` is counted up on the way.

    Codes: "row-missing", "row-altered", "record-altered", "chain-broken", "record-unreadable", "capture-missing",
    "capture-altered", "article-missing", "article-altered", "article-underived", "capture-extra", "article-extra",
    "row-contradicts", "head-missing".
    """
    last = store.head()
    total = last.sequence if last else 0
    previous = START
    for number, (entry, known) in enumerate(store.log(), 1):
        yield from _row(entry, seen.rows + 1, previous)
        previous, seen.rows = entry.hash, entry.sequence
        seen.head_found |= entry.hash == checks.head
        content = yield from _bytes(entry, store, seen)
        if known is None:
            yield _finding(entry, "record-unreadable", "what the log says of it cannot be read")
        elif content is not None:
            yield from _article(entry, known, content, store, checks, seen)
        progress("verifying", number, total)
    seen.head = previous if seen.rows else None
    yield from _strays(store)
    if checks.head is not None and not seen.head_found:
        reason = "no row of the log has the hash that you kept: rows were cut off or written anew"
        yield Finding(f"head {checks.head}", "head-missing", reason)


def _finding(entry: Entry, code: str, reason: str) -> Finding:
    return Finding(f"row {entry.sequence} of the log", code, reason)


def _row(entry: Entry, expected: int, previous: str) -> Iterator[Finding]:
    """The row's own digests, and its link to the row before."""
    if entry.sequence != expected:
        yield _finding(entry, "row-missing", f"row {expected} should come before it and is not there")
    elif entry.previous != previous:
        yield _finding(entry, "chain-broken", "it does not follow from the row before it")
    if digest_of(entry.record) != entry.metadata:
        yield _finding(entry, "record-altered", "what it says of the capture is not what was written")
    own = row_hash(entry.sequence, entry.time, entry.event, entry.capture, entry.metadata, entry.previous)
    if own != entry.hash:
        yield _finding(entry, "row-altered", "its columns do not give its hash")


def _bytes(entry: Entry, store: Store, seen: Verification) -> Generator[Finding, None, bytes | None]:
    """The bytes as they were received, where they are still those."""
    content = store.capture(entry.capture)
    if content is None:
        yield Finding(f"capture {entry.capture}", "capture-missing", f"row {entry.sequence} speaks of it")
        return None
    seen.captures += 1
    seen.size += len(content)
    if hashlib.sha256(content).hexdigest() != entry.capture:
        yield Finding(f"capture {entry.capture}", "capture-altered", "its bytes do not give its digest")
        return None
    return content


def _article(
    entry: Entry, known: Custody, content: bytes, store: Store, checks: Checks, seen: Verification
) -> Iterator[Finding]:
    """The article's text: as it was made, and as its capture gives it today."""
    if known.article is None:
        return
    subject = f"article {known.article}"
    try:
        article = store.article(known.article)
    except StoreError:
        yield Finding(subject, "article-altered", "its record cannot be read")
        return
    if article is None:
        yield Finding(subject, "article-missing", f"row {entry.sequence} of the log speaks of it")
        return
    seen.articles += 1
    if article.capture != entry.capture and _is_later(article, entry, store):
        # The id came with the article, which has changed since: what this row speaks of is made anew from its bytes.
        made = parse(capture_of(entry, known, content)) if checks.derive else None
        if isinstance(made, Article) and digest_of(made.text) != known.text:
            if known.tool == TOOL:
                yield Finding(subject, "article-underived", "an earlier capture of it gives another text")
            else:
                seen.outdated += 1
    elif article.capture != entry.capture or digest_of(article.text) != known.text:
        yield Finding(subject, "article-altered", "its text is not the one that was made from its capture")
    elif checks.derive and not _follows(article, known, content, entry):
        if known.tool == TOOL:
            yield Finding(subject, "article-underived", "its capture gives another text")
        else:
            seen.outdated += 1


def _is_later(article: Article, entry: Entry, store: Store) -> bool:
    """Whether another row of the log says that this article was made from the capture that it names now."""
    rows = store.held((), (article.id,))
    return any(row.sha256 == article.capture and row.sequence != entry.sequence for row in rows)


def _follows(article: Article, known: Custody, content: bytes, entry: Entry) -> bool:
    capture = capture_of(entry, known, content)
    made = parse(capture)
    return not isinstance(made, Refusal) and made.text == article.text


def capture_of(entry: Entry, known: Custody, content: bytes) -> Capture:
    """A capture as it was taken in."""
    return Capture(
        entry.capture,
        known.address,
        known.name,
        known.media_type,
        content,
        known.encoding,
        known.metadata,
        known.receipt,
    )


def _strays(store: Store) -> Iterator[Finding]:
    strays = store.strays()
    for sha256 in strays.captures:
        yield Finding(f"capture {sha256}", "capture-extra", "no row of the log speaks of it")
    for article in strays.articles:
        yield Finding(f"article {article}", "article-extra", "no row of the log speaks of it")
    for sequence in strays.rows:
        yield Finding(f"row {sequence} of the log", "row-contradicts", "it is looked up by what its record denies")
