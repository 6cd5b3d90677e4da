"""Labels to fragments."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.statements.tagging.labels import (
    FORBIDDEN,
    LABELS,
    Fragment,
    Role,
    begin,
    fragments,
    inside,
    transition_mask,
)


def test_neighbouring_fragments_of_one_role_stay_apart() -> None:
    b, i = begin(Role.CONTENT), inside(Role.CONTENT)
    assert fragments([b, i, b, 0]) == (Fragment(0, 2, Role.CONTENT), Fragment(2, 3, Role.CONTENT))


def test_a_fragment_cut_off_at_its_start_is_kept() -> None:
    assert fragments([inside(Role.CUE), 0]) == (Fragment(0, 1, Role.CUE),)


@given(labels=st.lists(st.integers(0, LABELS - 1), max_size=50))
def test_fragments_cover_exactly_the_labelled_words(labels: list[int]) -> None:
    covered = [word for f in fragments(labels) for word in range(f.start, f.end)]
    assert covered == [index for index, label in enumerate(labels) if label]


def test_a_role_goes_on_only_after_itself() -> None:
    mask = transition_mask()
    assert mask[0, inside(Role.SOURCE)] == FORBIDDEN
    assert mask[begin(Role.CUE), inside(Role.SOURCE)] == FORBIDDEN
    assert mask[begin(Role.SOURCE), inside(Role.SOURCE)] == 0
    assert mask[inside(Role.SOURCE), begin(Role.SOURCE)] == 0
