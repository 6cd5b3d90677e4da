"""Fingerprints: equal inputs, equal keys. They let a second run, or one after a crash, skip what is done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from retold.records.documents import Article
from retold.records.judgements import Judgement
from retold.records.stories import Passage, Story


def digest(parts: Iterable[str]) -> str:
    """SHA-256 over parts, each with its length before it, so that no two lists of parts look alike."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(f"{len(data)}:".encode())
        whole.update(data)
    return whole.hexdigest()[:32]


def annotation_key(article: Article, engine: str) -> str:
    """What an article's annotation depends on: its text and blocks, its date, and the engine."""
    blocks = (f"{b.kind}{b.span.start}-{b.span.end}" for b in article.blocks)
    return digest((engine, article.text, article.title or "", article.published.value or "", *blocks))


def reading_key(
    story: Story,
    passages: Iterable[Passage],
    articles: Iterable[tuple[Article, str]],
    method: str,
    judgements: Iterable[Judgement],
) -> str:
    """What a story's reading depends on: its passages, articles with their annotation keys, method and judgements."""
    stretches = (f"{p.id}:{','.join(f'{s.start}-{s.end}' for s in p.spans)}" for p in passages)
    members = (f"{a.id}|{key}|{a.outlet.value}|{a.published.value}|{a.url}" for a, key in articles)
    judged = (repr((j.id, j.action, j.judged, j.sides)) for j in judgements)
    return digest((method, story.id, story.title, *stretches, *members, *judged))
