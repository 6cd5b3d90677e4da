"""The scorer of times says what a careful reader would, and what the scorer beside the corpora says."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from retold.benchmarks.data import read_rows
from retold.benchmarks.scoring.times import score

Row = dict[str, Any]
TEXT = "On Monday the weir held; by  May it was gone."


def timex(start: int, end: int, value: str, type_: str = "DATE", **more: bool) -> Row:
    return {"start": start, "end": end, "type": type_, "value": value, **more}


MONDAY, MAY = timex(3, 9, "2026-03-02"), timex(29, 32, "2026-05")


def test_a_value_counts_only_where_its_span_is_found() -> None:
    s = score([(TEXT, [MONDAY, MAY], [timex(3, 9, "2026-03-02"), timex(10, 13, "2026-05")])])
    assert (s.relaxed.right, s.value.right, s.value.precision, s.value.recall) == (1, 1, 0.5, 0.5)


def test_white_space_at_the_edges_leaves_a_span_strictly_right() -> None:
    assert score([(TEXT, [MAY], [timex(27, 32, "2026-05")])]).strict.right == 1


def test_a_longer_span_is_right_in_the_relaxed_sense_only() -> None:
    s = score([(TEXT, [MONDAY], [timex(0, 9, "2026-03-02")])])
    assert (s.strict.right, s.relaxed.right) == (0, 1)


def test_a_printed_date_line_is_asked_of_nobody() -> None:
    s = score([(TEXT, [MONDAY | {"dct": True}, MAY], [MONDAY, MAY])])
    assert (s.value.gold, s.value.found, s.value.f1) == (1, 1, 1)


def reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_timex", shared / "score" / "timex.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def disturbed(row: Row, rng: random.Random) -> list[Row]:
    out = []
    for t in row["timex"]:
        if rng.random() < 0.9:
            start = max(0, t["start"] - rng.choice((0, 0, 0, 1, 9)))
            out.append(t | {"start": start, "value": rng.choice((t["value"], str(t["value"]).lower(), "PRESENT_REF"))})
    return out


@pytest.mark.shared
@pytest.mark.parametrize("name", ["meantime", "tempeval3"])
def test_our_figures_equal_those_of_the_scorer_beside_the_corpora(shared: Path, name: str) -> None:
    rng = random.Random(name)
    rows = read_rows(shared / f"data/{name}/dev.jsonl.gz")
    answers = {row["id"]: disturbed(row, rng) for row in rows}
    theirs = reference(shared).score({r["id"]: r for r in rows}, {i: {"timex": t} for i, t in answers.items()})
    ours = score((row["text"], row["timex"], answers[row["id"]]) for row in rows)
    for measure in ("strict", "relaxed", "type", "value"):
        assert getattr(ours, measure).f1 == pytest.approx(theirs[f"{measure}_f1"])
