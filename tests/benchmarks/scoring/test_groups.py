"""B-cubed on groupings small enough to count by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.benchmarks.scoring.groups import b_cubed

LABELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30)


def test_two_stories_in_one_group_halve_precision_and_leave_recall() -> None:
    score = b_cubed([("flood", "x"), ("strike", "x")])
    assert (score.precision, score.recall) == (0.5, 1)


def test_a_story_in_three_groups_keeps_precision_and_loses_recall() -> None:
    score = b_cubed([("flood", "x"), ("flood", "y"), ("flood", "z")])
    assert score.precision == 1
    assert score.recall == pytest.approx(1 / 3)


@given(LABELS)
def test_figures_do_not_depend_on_the_names_of_groups_or_the_order_of_items(labels: list[tuple[int, int]]) -> None:
    one, two = b_cubed(labels), b_cubed([(f"g{g}", 7 - f) for g, f in reversed(labels)])
    assert one.f1 == pytest.approx(two.f1)


@given(LABELS)
def test_gold_against_itself_is_perfect(labels: list[tuple[int, int]]) -> None:
    assert b_cubed([(g, g) for g, _ in labels]).f1 == pytest.approx(1)
