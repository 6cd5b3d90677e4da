from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.collation.moves import longest_chain, moved


def test_one_row_carried_past_many_is_the_only_one_that_moved() -> None:
    order = [1, 2, 3, 4, 0]
    assert moved([(place, order.index(place)) for place in range(5)], [0] * 5) == {0}


def test_of_two_equal_chains_the_cheaper_is_kept() -> None:
    assert moved([(0, 1), (1, 0)], [5, 0]) == {0}
    assert moved([(0, 1), (1, 0)], [0, 5]) == {1}


def test_rows_that_a_telling_lacks_do_not_move() -> None:
    assert moved([(0, 1, None), (1, 0, None), (None, None, 0)], [1, 0, 0]) == {0}


@given(st.permutations(range(8)))
def test_the_chain_ascends_and_none_is_longer(order: list[int]) -> None:
    chain = longest_chain(order, [0] * len(order))
    kept = [order[i] for i in sorted(chain)]
    assert kept == sorted(kept)
    lengths = [1] * len(order)
    for i, place in enumerate(order):
        lengths[i] = 1 + max([lengths[j] for j in range(i) if order[j] < place], default=0)
    assert len(chain) == max(lengths)
