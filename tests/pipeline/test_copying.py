from __future__ import annotations

import pytest
from tests.stories.prose import article

from retold.interfaces.formats import copy_json
from retold.pipeline import copying
from retold.pipeline.copying import search_copies
from retold.stories.alignments import PAIRS
from retold.stories.copies import CopyText, find_copies


def crowd(size: int) -> list[CopyText]:
    """Copies of one text, each with a sentence of its own: every two of them are a pair to judge."""
    return [CopyText(f"n{n:03d}", f"{article(1, 4)} {article(n + 10, 1)}") for n in range(size)]


def test_two_workers_give_the_copies_that_one_gives_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "WORTH_WORKERS", 2)
    records = crowd(40)
    expected = list(search_copies(records, copy_json))
    assert len(expected) > 2 * PAIRS, "so many that workers are started"
    assert list(search_copies(records, copy_json, workers=2)) == expected


def test_shaped_copies_are_those_of_the_search_itself() -> None:
    records = crowd(12)
    assert sorted(search_copies(records, copy_key)) == [copy_key(copy) for copy in find_copies(records)]


def copy_key(copy: object) -> str:
    return repr(copy)


def test_progress_ends_at_the_number_of_pairs() -> None:
    told: list[tuple[str, int, int | None]] = []
    list(search_copies(crowd(30), copy_json, listen=lambda stage, done, total: told.append((stage, done, total))))
    assert [stage for stage, _, _ in told] == ["looking for pairs", "comparing pairs", "comparing pairs"]
    assert told[-1][1:] == (30 * 29 // 2, 30 * 29 // 2)
