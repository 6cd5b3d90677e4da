"""Changes in; places of variation out: what several pairs of tellings show of one place is told once.

A collation compares tellings in pairs, so that a word of one telling may stand in several changes, each against another
telling. Changes of one class in one row that share a reading are one place with all of their wordings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from retold.records.collation import Change, ChangeClass, Reading
from retold.records.spans import Span

_Key = tuple[int, ChangeClass, str, Span]


def places_of(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes with those of one place put together, each where its first one stood; readings come once."""
    found: list[Change | None] = []
    at: dict[_Key, int] = {}
    for change in changes:
        keys = [(change.row, change.kind, reading.article, reading.span) for reading in change.readings if reading.text]
        known = sorted({at[key] for key in keys if key in at})
        parts = [one for place in known if (one := found[place]) is not None]
        place = known[0] if known else len(found)
        if not known:
            found.append(change)
        else:
            together = (*parts, change)
            detail = parts[0].detail if len({one.detail for one in together}) == 1 else ""
            readings = _once(reading for one in together for reading in one.readings)
            found[place] = replace(parts[0], readings=readings, detail=detail)
        for other in known[1:]:
            found[other] = None
            at.update({key: place for key, where in at.items() if where == other})
        at.update(dict.fromkeys(keys, place))
    return tuple(change for change in found if change is not None)


def _once(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(readings))
