"""The entries of a live blog: which of a page's chosen paragraphs stand together under a time of their own.

In: the paragraphs of an article in order. Out: for each entry the places of its first and last paragraph and its time
as the page writes it; nothing where the page is no live blog. An entry is an element that holds one `time` element with
a machine-readable time and sentences; a live blog has three such elements side by side, at different times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.documents.dates import read_date
from retold.documents.markup import Paragraph
from retold.documents.tags import Element

FEWEST_ENTRIES = 3
# A sentence has as many words at least; a name or a heading has fewer.
FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry: places of its first and last paragraph among those given, and its time (EDTF)."""

    first: int
    last: int
    time: str


def find_entries(paragraphs: Sequence[Paragraph]) -> tuple[Placed, ...]:
    """The entries of a live blog, in order; none where there are fewer than three."""
    timed = [(place, time) for place, p in enumerate(paragraphs) if (time := _time(p)) is not None]
    if len(timed) < FEWEST_ENTRIES:
        return ()
    held: dict[int, int] = {}
    for place, _ in timed:
        for element in paragraphs[place].around:
            held[id(element)] = held.get(id(element), 0) + 1
    found: dict[int, list[Placed]] = {}
    for place, time in timed:
        around = paragraphs[place].around
        depth = next((n for n, element in enumerate(around) if held[id(element)] == 1), 0)
        if not depth:
            continue
        own = [n for n, p in enumerate(paragraphs) if _is_in(p, around[depth])]
        if any(len(paragraphs[n].text.split()) >= FEWEST_WORDS for n in own):
            found.setdefault(_shelf(around, depth), []).append(Placed(own[0], own[-1], time))
    entries = max(found.values(), key=len, default=[])
    if len(entries) < FEWEST_ENTRIES or len({entry.time for entry in entries}) < len(entries):
        return ()
    return tuple(sorted(entries, key=lambda entry: entry.first))


def _time(paragraph: Paragraph) -> str | None:
    """The time of day that the `time` element around a paragraph holds; a day alone is none."""
    element = next((element for element in paragraph.around if element.tag == "time"), None)
    value = read_date(element.get("datetime") or "") if element is not None else None
    return value if value is not None and "T" in value else None


def _is_in(paragraph: Paragraph, element: Element) -> bool:
    return any(other is element for other in paragraph.around)


def _shelf(around: tuple[Element, ...], depth: int) -> int:
    """The element that holds the entries side by side."""
    return id(around[depth - 1])
