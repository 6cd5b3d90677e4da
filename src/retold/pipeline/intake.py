"""Paths in; captures and articles kept in the store, refusals out. What is already held is not read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from retold.documents import parse
from retold.ingest import IngestOptions, collect
from retold.pipeline.progress import Progress
from retold.records.documents import Article, Capture, Refusal
from retold.store.contract import Known, Store

# Articles per transaction: small enough to lose little to a crash, large enough not to wait for the disk.
_BATCH = 200


@dataclass(slots=True)
class Intake:
    """What came of taking paths in: ids of articles by fate, and everything refused."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def take_in(paths: Sequence[str], store: Store, options: IngestOptions, progress: Progress) -> Intake:
    """Read `paths` into the store; bad input becomes a refusal and the rest goes on."""
    intake = Intake()
    known = dict(store.known())
    seen: set[str] = set()
    addresses = {held.article: address for address, held in known.items()}
    waiting: list[tuple[Capture, Article]] = []
    for done, item in enumerate(collect(paths, options), 1):
        progress("reading files", done, None)
        if isinstance(item, Refusal):
            intake.refused.append(item)
            continue
        held = known.get(item.address)
        if held is not None and item.address in seen and held.sha256 != item.sha256:
            intake.refused.append(_taken(item.address, held.article))
            continue
        seen.add(item.address)
        if held is not None and held.sha256 == item.sha256:
            intake.unchanged.append(held.article)
            continue
        article = parse(item)
        if isinstance(article, Refusal):
            intake.refused.append(article)
            continue
        other = addresses.get(article.id)
        if other is not None and other != article.address:
            _same_id(intake, known[other], item, article)
            continue
        (intake.changed if held else intake.added).append(article.id)
        known[article.address] = Known(item.sha256, article.id)
        addresses[article.id] = article.address
        waiting.append((item, article))
        if len(waiting) >= _BATCH:
            _keep(store, waiting)
    _keep(store, waiting)
    return intake


def _same_id(intake: Intake, held: Known, capture: Capture, article: Article) -> None:
    """An id that is taken: the same article seen elsewhere is nothing new, another article is refused."""
    if held.sha256 == capture.sha256:
        intake.unchanged.append(article.id)
        return
    intake.refused.append(_taken(capture.address, article.id))


def _taken(subject: str, identity: str) -> Refusal:
    reason = f"Its id {identity!r} is already that of another article; give it an id of its own."
    return Refusal(subject, "duplicate-id", reason)


def _keep(store: Store, waiting: list[tuple[Capture, Article]]) -> None:
    if waiting:
        with store.transaction():
            for capture, article in waiting:
                store.put_article(capture, article)
        waiting.clear()
