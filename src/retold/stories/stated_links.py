"""Links by which a page itself says where it comes from, put into a lineage.

In: descents as texts, dates and credits give them, in order of child, and the records. Out: the same descents, with the
parent that a page names in place of the likeliest one. Always holds: no article becomes its own ancestor; two pages
that name each other decide nothing; a page of the named outlet that is the parent already stays it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from retold.language.outlets import REGISTRY
from retold.records.outlets import Registry
from retold.records.stories import Descent, Trace
from retold.stories.copies import CopyText
from retold.stories.families import Families

COMMON = "common:"
# A page's own word on where it comes from. No corpus at hand has such links to measure them by; a canonical link is
# set by the publishing system, `isBasedOn` also names documents that an article only reports on.
CONFIDENCE = {"canonical": 0.97, "syndication-source": 0.97, "original-source": 0.95}
BASED_ON = 0.85
# Fields that say only that something was drawn on: an address of no known outlet is no common source of the text.
DRAWN_ON = frozenset({"isBasedOn", "feed source"})


def heed_links(
    descents: Sequence[Descent], records: Sequence[CopyText], families: Families, outlets: Registry = REGISTRY
) -> tuple[Descent, ...]:
    """The descents with the parents that pages name."""
    linking = [record for record in records if record.origins]
    if not linking:
        return tuple(descents)
    at = {_place(record.url): record.id for record in reversed(records) if record.url}
    by_id = {record.id: record for record in records}
    found = {descent.child: descent for descent in descents}
    named = {record.id: _named(record, at, outlets) for record in linking}
    for child, (method, parent, url) in sorted(named.items()):
        if parent == child or (parent in named and named[parent][1] == child):
            continue
        now = found[child]
        trace = Trace("link", f"its {method} names {url}", CONFIDENCE.get(method, BASED_ON))
        if now.parent and (now.parent == parent or _is_of(by_id.get(now.parent), parent)):
            sure = max(now.confidence, trace.weight)
            found[child] = replace(now, confidence=sure, directed=sure, traces=(trace, *now.traces))
        elif parent is not None:
            if parent in by_id:
                _make_room(found, child, parent)
            copy = families.copies.get((min(child, parent), max(child, parent)))
            kind = copy.kind if copy else None
            found[child] = Descent(child, parent, kind, trace.weight, trace.weight, (trace,))
    return tuple(found[descent.child] for descent in descents)


_Named = tuple[str, str | None, str]


def _named(record: CopyText, at: Mapping[str, str], outlets: Registry) -> _Named:
    """The field that is heeded, the parent that it gives, and the address: one in the corpus before one that is not."""
    for method, url in record.origins:
        held = at.get(_place(url))
        if held is not None and held != record.id:
            return method, held, url
    for method, url in record.origins:
        outlet = outlets.at(url)
        if outlet is not None and outlet.name != record.outlet:
            return method, COMMON + outlet.name, url
        if outlet is None and method not in DRAWN_ON:
            return method, COMMON + (urlsplit(url).hostname or url), url
    method, url = record.origins[0]
    return method, None, url


def _is_of(record: CopyText | None, parent: str | None) -> bool:
    """Whether a record is of the outlet that is named as an unseen source: it was seen, then."""
    return record is not None and parent is not None and (record.outlet or "") == parent.removeprefix(COMMON)


def _make_room(found: dict[str, Descent], child: str, parent: str) -> None:
    """Where the named parent was thought to come from the child, it takes the child's former place."""
    step: str | None = parent
    while step is not None and step in found:
        above = found[step].parent
        if above == child:
            found[step] = replace(found[child], child=step)
            return
        step = above


def _place(url: str) -> str:
    """An address without what does not tell pages apart: scheme, "www.", fragment, a slash at its end."""
    bare = url.partition("#")[0].partition("//")[2] or url
    return bare.removeprefix("www.").rstrip("/").casefold()
