"""Planted copying, found as it was planted, is right in every measure; with a fault it is not."""

from __future__ import annotations

from retold.benchmarks.planted_reading import PlantingRead
from retold.benchmarks.planted_stories import copy_figures
from retold.planted import Planted, PlantOptions, plant
from retold.records.stories import Copy, CopyKind, Descent, Direction

PLANTED = plant(31, PlantOptions(stories=2))


def copy(a: str, b: str) -> Copy:
    return Copy(min(a, b), max(a, b), CopyKind.CUT, 1.0, Direction.UNKNOWN, ())


def read(planted: Planted, copies: list[Copy], parents: dict[str, str | None]) -> dict[str, float]:
    """Figures of these copies and parents; an article without one is told to have copied nothing."""
    descents = tuple(Descent(a.id, parents.get(a.id), None, 1.0, 1.0) for a in planted.articles)
    found = PlantingRead(planted, {}, {}, tuple(copies), descents)
    return {figure.name: figure.value for figure in copy_figures([found])}


def test_copying_found_as_it_was_planted_is_right_in_every_measure() -> None:
    truth = PLANTED.truth
    figures = read(PLANTED, [copy(c.child, c.parent) for c in truth.copies], dict(truth.lineage))
    assert len(truth.copies) > 1
    assert set(figures.values()) == {1.0}


def test_a_hard_negative_taken_for_a_copy_costs_precision_and_is_told() -> None:
    pair = PLANTED.truth.hard_negatives[0]
    figures = read(PLANTED, [copy(pair.a, pair.b)], {})
    assert figures["copies: precision"] == 0
    assert figures["copies: hard negatives left alone"] < 1


def test_copies_of_one_original_share_its_text_and_are_no_fault() -> None:
    for seed in range(31, 60):
        planted = plant(seed, PlantOptions(stories=2))
        for one in planted.truth.copies:
            for two in planted.truth.copies:
                if one.parent == two.parent and one.child < two.child:
                    assert read(planted, [copy(one.child, two.child)], {})["copies: precision"] == 1
                    return
    raise AssertionError("no planting had two copies of one original")
