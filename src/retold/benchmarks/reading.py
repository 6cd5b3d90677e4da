"""Texts in, articles out: as the pipes take them, so that a bench measures what their users get."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from retold.claims import build_ledger, to_json
from retold.documents import from_text
from retold.records.claims import Account
from retold.records.documents import Article
from retold.records.spans import Spans
from retold.records.statements import Annotation, Attribution
from retold.records.stories import Descent

Row = dict[str, Any]


def article_of(row: Mapping[str, Any]) -> Article:
    """An article from a line `{"id", "text", "title"?, "outlet"?, "url"?, "published"? or "date"?}`."""
    return from_text(
        row["text"],
        id=row["id"],
        title=row.get("title") or None,
        outlet=row.get("outlet") or None,
        url=row.get("url") or None,
        published=row.get("published") or row.get("date") or None,
    )


def attribution_row(said: Attribution) -> Row:
    """What the scorers read of an attribution."""
    unnamed: bool | int = (said.speaker.count or True) if said.speaker.unnamed else False
    return {
        "source": pairs(said.source),
        "cue": pairs(said.cue),
        "content": pairs(said.content),
        "stance": said.stance.value,
        "speaker": said.speaker.name,
        "unnamed": unnamed,
        "relays": [{"name": relay.name, "span": pairs(relay.spans)} for relay in said.relays],
    }


def pairs(spans: Spans) -> list[list[int]]:
    """Spans as lists."""
    return [[span.start, span.end] for span in spans]


def time_rows(annotation: Annotation) -> list[Row]:
    """What the scorers read of the times."""
    return [
        {"start": t.span.start, "end": t.span.end, "type": t.type.value, "value": t.value} for t in annotation.timex
    ]


def ledger_row(story: str, accounts: Sequence[Account], descents: Iterable[Descent]) -> Row:
    """The ledger of one story, as the pipe writes it."""
    return {**to_json(build_ledger(story, accounts, tuple(descents)))}
