"""Agency credits in the text of an article: "(Reuters) -", "By the Associated Press", "— AFP", "with inputs from PTI".

In: an article's whole text, furniture included, and its byline. Out: the agency's name and the span that credits it.
A credit stands at the text's edges or on a line of its own; an agency that is quoted in the story is no credit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.language.outlets import REGISTRY
from retold.records.outlets import Registry
from retold.records.spans import Span

EDGE = 240


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that an article credits, and where; `span` is None where only its byline says so."""

    agency: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How credits to the agencies of one registry are written; case matters ("AP", not "ap")."""

    head: re.Pattern[str]
    tail: re.Pattern[str]
    line: re.Pattern[str]
    inputs: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(outlets: Registry) -> _Patterns:
    name = "|".join(re.escape(form) for form in sorted(outlets.agencies, key=lambda form: (-len(form), form)))
    # A dateline's agency in brackets, a closing dash or bracket, and the usual phrases.
    return _Patterns(
        head=re.compile(rf"[(\[](?P<name>{name})[)\]] ?[-–—:]"),
        tail=re.compile(rf"(?:[-–—] ?|[(\[])(?P<name>{name})[)\]]?\s*$", re.M),
        line=re.compile(
            rf"(?:^|\n)\s*(?:By |Source: ?|Credit: ?|[Ww]ith (?:inputs?|reporting|files?) (?:from|by) )?"
            rf"(?:[Tt]he )?(?P<name>{name})\.?\s*(?=\n|$)"
        ),
        inputs=re.compile(rf"[Ww]ith (?:inputs?|reporting|files?) (?:from|by) (?:[Tt]he )?(?P<name>{name})\b"),
    )


def find_credit(text: str, byline: Sequence[str] = (), outlets: Registry = REGISTRY) -> Credit | None:
    """The agency that an article is credited to; None where none is, or where two are."""
    agencies, written = outlets.agencies, _patterns(outlets)
    found: dict[str, Span | None] = {agencies[name]: None for name in byline if name in agencies}
    for low, high, pattern in (
        (0, EDGE, written.head),
        (0, EDGE, written.line),
        (max(0, len(text) - EDGE), len(text), written.tail),
        (max(0, len(text) - EDGE), len(text), written.line),
        (max(0, len(text) - EDGE), len(text), written.inputs),
    ):
        for match in pattern.finditer(text, low, min(high, len(text))):
            found[agencies[match["name"]]] = Span(match.start("name"), match.end("name"))
    if len(found) != 1:
        return None
    ((agency, span),) = found.items()
    return Credit(agency, span)
