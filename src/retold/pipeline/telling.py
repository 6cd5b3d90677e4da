"""What happened to claims since it was last told: compared, kept as still to be told, and told at least once.

The comparison and what comes of it are one transaction: whatever a run is stopped at, nothing that happened is left
out. A line that was told just before a run was killed may be told again, under the same number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from retold.claims.developments import developments, standings_of
from retold.records.developments import Development
from retold.store.contract import Store


def note_developments(store: Store, at: str) -> bool:
    """Compare what is read with what was told last, at `at` (ISO 8601); False where nothing had ever been told.

    Then there is nothing to compare with: what is read now is what later changes are told against.
    """
    keys, told = store.reading_keys(), store.standing_keys()
    changed = sorted(story for story, key in keys.items() if told.get(story) != key)
    gone = sorted(set(told) - set(keys))
    if not changed and not gone:
        return bool(told)
    readings = (reading for story in changed if (reading := store.reading(story)) is not None)
    article = cache(store.article)
    after = tuple(standings_of(reading, article) for reading in readings)
    found: tuple[Development, ...] = ()
    if told:
        now = {article.address: article for article in store.articles()}
        found = developments(store.standings([*changed, *gone]), after, now)
    with store.transaction():
        store.put_standings(after, gone)
        store.add_developments(replace(one, at=at) for one in found)
    return bool(told)


def tell(store: Store) -> Iterator[tuple[int, Development]]:
    """What is still to be told, each with its number; it counts as told when the next one is asked for."""
    for number, development in store.untold():
        yield number, development
        with store.transaction():
            store.mark_told([number])
