"""The truth of a copy: classes of changes inside quotation marks, and moves that are no guess."""

from __future__ import annotations

from retold.planted import Bank, PlantOptions, plant
from retold.planted.comparing import _either_moved
from retold.records.collation import ChangeClass


def test_other_words_inside_quotation_marks_are_a_change_of_the_quotation() -> None:
    inside = 0
    for seed in range(201, 215):
        planted = plant(seed, PlantOptions(bank=Bank.DEV))
        for edit in planted.truth.edits:
            child = planted.article(edit.readings[1].article)
            line = child.text[: edit.readings[1].span.start].rpartition("\n")[2]
            if line.count("“") > line.count("”"):
                inside += 1
                assert edit.kind in (ChangeClass.QUOTATION, ChangeClass.SPELLING), edit
    assert inside > 5


def test_of_two_sentences_that_changed_places_neither_is_the_one_that_moved() -> None:
    assert _either_moved(["a", "b", "c"], ["b", "a", "c"]) == {"a", "b", "c"}
    assert _either_moved(["a", "b", "c", "d"], ["b", "c", "a", "d"]) == {"b", "c", "d"}
