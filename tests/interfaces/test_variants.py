"""Pairs of tellings that differ at one place are told as one place."""

from __future__ import annotations

from itertools import permutations

from retold.interfaces.variants import places_of
from retold.records.collation import Change, ChangeClass, Reading
from retold.records.spans import Span

FERRY, BOAT, SHIP, PORT, QUAY = (
    Reading(article, Span(start, start + 4), text)
    for article, start, text in (
        ("a", 0, "ferry"),
        ("b", 3, "boat"),
        ("c", 7, "ship"),
        ("a", 40, "port"),
        ("b", 50, "quay"),
    )
)


def change(one: Reading, other: Reading, kind: ChangeClass = ChangeClass.LOADED, row: int = 0) -> Change:
    return Change(kind, "", (one, other), row)


def texts(changes: tuple[Change, ...]) -> list[list[str]]:
    return [[reading.text for reading in found.readings] for found in changes]


def test_changes_that_share_a_reading_are_one_place_with_all_wordings() -> None:
    assert texts(places_of([change(FERRY, BOAT), change(FERRY, SHIP)])) == [["ferry", "boat", "ship"]]


def test_a_change_that_joins_two_places_makes_them_one_whatever_the_order() -> None:
    pairs = [change(FERRY, BOAT), change(SHIP, PORT), change(BOAT, SHIP)]
    for order in permutations(pairs):
        assert [sorted(found) for found in texts(places_of(order))] == [["boat", "ferry", "port", "ship"]]


def test_other_places_rows_and_classes_stay_apart() -> None:
    apart = [
        change(FERRY, BOAT),
        change(PORT, QUAY),
        change(FERRY, SHIP, ChangeClass.OTHER),
        change(FERRY, SHIP, row=1),
    ]
    assert places_of(apart) == tuple(apart)


def test_places_where_nothing_stands_are_no_shared_reading() -> None:
    nothing = Reading("a", Span(9, 9), "")
    assert len(places_of([change(nothing, BOAT), change(nothing, QUAY)])) == 2
