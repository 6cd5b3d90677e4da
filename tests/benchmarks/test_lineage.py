"""Edges count without direction; direction is told apart."""

from __future__ import annotations

from retold.benchmarks.data import Row
from retold.benchmarks.lineage import agreement
from retold.records.stories import Descent

ROWS: list[Row] = [{"id": "a", "parent": None}, {"id": "b", "parent": "a"}, {"id": "c", "parent": "b"}]


def descent(child: str, parent: str | None) -> Descent:
    return Descent(child, parent, None, 1.0, 1.0)


def test_a_chain_found_as_it_is_is_right_both_ways() -> None:
    edges, direction = agreement(ROWS, [descent("a", None), descent("b", "a"), descent("c", "b")])
    assert (edges.f1, direction) == (1, 1)


def test_an_edge_turned_round_is_an_edge_and_points_the_wrong_way() -> None:
    edges, direction = agreement(ROWS, [descent("a", "b"), descent("b", None), descent("c", "b")])
    assert (edges.f1, direction) == (1, 0.5)


def test_a_common_source_that_nobody_saw_is_no_edge() -> None:
    edges, _ = agreement(ROWS, [descent("b", "common:Fen Wire"), descent("c", "a")])
    assert (edges.right, edges.found, edges.gold) == (0, 1, 2)
