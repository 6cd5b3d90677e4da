"""The bench follows what becomes of stories as their articles come."""

from __future__ import annotations

from retold.benchmarks.arrivals import arrive
from retold.stories.groups import PassageText, group

TEXTS = (
    "The harbour crane of Ostrey fell on Tuesday; crane driver Runa Thole was pulled out unhurt, the port said.",
    "Crane driver Runa Thole was pulled unhurt from the fallen harbour crane of Ostrey on Tuesday, said the port.",
    "The port of Ostrey said crane driver Runa Thole was unhurt when the harbour crane fell on Tuesday morning.",
)


def _told(*days: int) -> list[list[PassageText]]:
    return [
        [PassageText(f"{name}#1", name, text, published=f"2031-05-0{day}")]
        for name, text, day in zip("cba", TEXTS, days, strict=True)
    ]


def test_tellings_in_order_of_publication_leave_the_id_alone() -> None:
    run = arrive(_told(1, 2, 3), 1)
    assert (run.joined, run.renamed, run.untold) == (2, 0, 0)
    assert run.first_by_id == 2, "the smallest id would have changed twice"


def test_an_earlier_telling_that_comes_later_is_counted_as_a_new_name() -> None:
    run = arrive(_told(3, 2, 1), 1)
    assert (run.joined, run.renamed, run.untold) == (2, 2, 0)


def test_the_last_grouping_is_that_of_one_batch() -> None:
    told = _told(2, 1, 3)
    assert arrive(told, 2).stories == group([item for own in told for item in own])
