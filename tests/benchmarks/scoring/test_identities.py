"""Pairs of mentions within and across documents, counted by hand."""

from __future__ import annotations

from retold.benchmarks.scoring.identities import Named, across, within

DOW = [Named("d1", "PER", "dow", "x"), Named("d1", "PER", "dow", "x"), Named("d2", "PER", "dow", "x")]
ORM = Named("d1", "LOC", "orm", "x")


def test_mentions_kept_together_are_right_within_and_across() -> None:
    assert (within(DOW).right, within(DOW).found, within(DOW).gold) == (1, 1, 1)
    assert (across(DOW).right, across(DOW).found, across(DOW).gold) == (2, 2, 2)


def test_joining_two_things_costs_precision_and_no_recall() -> None:
    joined = within([*DOW, ORM])
    assert (joined.right, joined.found, joined.gold) == (1, 3, 1)


def test_mentions_that_nothing_answers_for_are_joined_with_nothing() -> None:
    lost = [Named("d1", "PER", "dow", None), Named("d1", "PER", "dow", None), Named("d2", "PER", "dow", None)]
    assert (within(lost).found, across(lost).found) == (0, 0)
    assert (within(lost).gold, across(lost).gold) == (1, 2)
