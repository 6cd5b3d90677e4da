"""Families: articles that hang together by copied text, or as versions of one page.

In: records in order of id, and the copies among them. Out: `Families`; every record is in exactly one group, groups
and their members are in order of id.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.records.stories import Copy
from retold.stories.copies import CopyText


@dataclass(frozen=True, slots=True)
class Families:
    """Groups of ids, and the copy of each linked pair by its two ids in order."""

    groups: tuple[tuple[str, ...], ...]
    copies: dict[tuple[str, str], Copy]


def sort_into_families(records: Sequence[CopyText], copies: Iterable[Copy], versions: bool) -> Families:
    """Groups of records that copies link; with `versions`, pages with one address, or one headline and outlet, too."""
    leader = {record.id: record.id for record in records}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    def unite(a: str, b: str) -> None:
        one, two = sorted((find(a), find(b)))
        leader[two] = one

    linked = {(copy.a, copy.b): copy for copy in copies}
    for a, b in linked:
        unite(a, b)
    if versions:
        first: dict[tuple[str, str], str] = {}
        for record in records:
            for page in _pages(record):
                unite(first.setdefault(page, record.id), record.id)
    groups: dict[str, list[str]] = {}
    for record in records:
        groups.setdefault(find(record.id), []).append(record.id)
    return Families(tuple(tuple(sorted(group)) for _, group in sorted(groups.items())), linked)


def is_one_page(a: CopyText, b: CopyText) -> bool:
    """Whether two records are versions of one page: by address, or by outlet (or none) and headline."""
    return not set(_pages(a)).isdisjoint(_pages(b))


def _pages(record: CopyText) -> Iterable[tuple[str, str]]:
    if record.url:
        yield "url", record.url.split("#")[0]
    elif record.title:
        yield record.outlet or "", " ".join(record.title.split()).casefold()
