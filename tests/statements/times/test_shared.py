"""Real texts, where they are: the times read by hand, and floors for the measures."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from retold.statements.times import find_timex

pytestmark = pytest.mark.shared
PUBLISHED = "2023-08-26"
# Value F1 and relaxed F1 that were reached; a change may raise them, and must not lower them unseen.
FLOORS = {"tempeval3": (0.80, 0.935), "meantime": (0.79, 0.90)}


def benchmark() -> ModuleType:
    path = Path(__file__).resolve().parents[3] / "benchmarks/times.py"
    spec = importlib.util.spec_from_file_location("benchmark_times", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_time_read_by_hand_is_found_with_its_value(shared: Path) -> None:
    gold = json.loads((shared / "seeds/gold.json").read_text("utf-8"))["times"]
    texts = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    found = {
        (text[max(0, t.span.start - 6) : t.span.end], value)
        for text in texts
        for t in find_timex(text, PUBLISHED)
        for value in (t.value, t.edtf)
    }
    missing = [
        (time["text"], time["value"])
        for time in gold
        if not any(
            (time["text"] in words or words.strip() in time["text"] or words[6:] in time["text"])
            and value == time["value"]
            for words, value in found
        )
    ]
    assert missing == []


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_measure_falls_below_its_floor(shared: Path, name: str) -> None:
    bench = benchmark()
    docs = bench.load(shared)[name]
    measured = bench.scorer(shared).score({doc["id"]: doc for doc in docs}, bench.answer(docs))
    value, relaxed = FLOORS[name]
    assert measured["value_f1"] >= value
    assert measured["relaxed_f1"] >= relaxed
