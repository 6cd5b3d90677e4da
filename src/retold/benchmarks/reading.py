"""Records in; rows as the scorers read them, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from retold.claims import build_ledger, to_json
from retold.records.claims import Account
from retold.records.spans import Spans
from retold.records.statements import Attribution, Timex
from retold.records.stories import Descent

Row = dict[str, Any]


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


def time_rows(found: Iterable[Timex]) -> list[Row]:
    """What the scorers read of times."""
    return [{"start": t.span.start, "end": t.span.end, "type": t.type.value, "value": t.value} for t in found]


def ledger_row(story: str, accounts: Sequence[Account], descents: Iterable[Descent]) -> Row:
    """The ledger of one story, as the pipe writes it."""
    return {**to_json(build_ledger(story, accounts, tuple(descents)))}
