"""Agency credits in the text of an article: "(Reuters) -", "By the Associated Press", "— AFP", "with inputs from PTI".

In: an article's whole text, furniture included, and its byline. Out: the agency's name and the span that credits it.
A credit stands at the text's edges or on a line of its own; an agency that is quoted in the story is no credit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retold.language.outlets import AGENCIES
from retold.records.spans import Span

EDGE = 240
NAME = "|".join(re.escape(name) for name in sorted(AGENCIES, key=lambda name: (-len(name), name)))
# A dateline's agency in brackets, a closing dash or bracket, and the usual phrases; case matters ("AP", not "ap").
HEAD = re.compile(rf"[(\[](?P<name>{NAME})[)\]] ?[-–—:]")
TAIL = re.compile(rf"(?:[-–—] ?|[(\[])(?P<name>{NAME})[)\]]?\s*$", re.M)
LINE = re.compile(
    rf"(?:^|\n)\s*(?:By |Source: ?|Credit: ?|[Ww]ith (?:inputs?|reporting|files?) (?:from|by) )?"
    rf"(?:[Tt]he )?(?P<name>{NAME})\.?\s*(?=\n|$)"
)
INPUTS = re.compile(rf"[Ww]ith (?:inputs?|reporting|files?) (?:from|by) (?:[Tt]he )?(?P<name>{NAME})\b")


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that an article credits, and where; `span` is None where only its byline says so."""

    agency: str
    span: Span | None


def find_credit(text: str, byline: Sequence[str] = ()) -> Credit | None:
    """The agency that an article is credited to; None where none is, or where two are."""
    found: dict[str, Span | None] = {AGENCIES[name]: None for name in byline if name in AGENCIES}
    for low, high, pattern in (
        (0, EDGE, HEAD),
        (0, EDGE, LINE),
        (max(0, len(text) - EDGE), len(text), TAIL),
        (max(0, len(text) - EDGE), len(text), LINE),
        (max(0, len(text) - EDGE), len(text), INPUTS),
    ):
        for match in pattern.finditer(text, low, min(high, len(text))):
            found[AGENCIES[match["name"]]] = Span(match.start("name"), match.end("name"))
    if len(found) != 1:
        return None
    ((agency, span),) = found.items()
    return Credit(agency, span)
