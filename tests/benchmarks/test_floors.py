"""The quality gate: floors hold on planted stories everywhere, and on real corpora where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.benchmarks.floors import Floors, FloorsError, broken, load_floors, lower_floors, raise_floors, save_floors
from retold.benchmarks.records import DataFile, Figure, Measured
from retold.benchmarks.registry import BENCHES, measure

NEED_DATA = sorted(name for name, bench in BENCHES.items() if bench.files)
DATA = (DataFile("data/pond.jsonl", "aa"),)
PINNED = Floors({"data/pond.jsonl": "aa"}, {"ducks": 0.5, "geese": 0.8})


def measured(data: tuple[DataFile, ...] = DATA, **figures: float) -> Measured:
    return Measured("pond", data, tuple(Figure(name, value) for name, value in figures.items()))


def test_no_engine_falls_under_its_floor_on_planted_stories() -> None:
    assert broken(measure(BENCHES["planted"], None), load_floors()["planted"]) == ()


@pytest.mark.shared
@pytest.mark.parametrize("name", NEED_DATA)
def test_no_engine_falls_under_its_floor_on_real_corpora(shared: Path, name: str) -> None:
    assert broken(measure(BENCHES[name], shared), load_floors()[name]) == ()


def test_every_bench_has_floors_and_says_on_which_data() -> None:
    pinned = load_floors()
    assert set(pinned) == set(BENCHES)
    assert all(floors.floors and floors.data for floors in pinned.values())


def test_a_figure_under_its_floor_is_told_with_both_numbers() -> None:
    (sentence,) = broken(measured(ducks=0.4, geese=0.9), PINNED)
    assert "ducks is 0.4000, under its floor of 0.500" in sentence


def test_a_figure_at_its_floor_holds() -> None:
    assert broken(measured(ducks=0.5, geese=0.8), PINNED) == ()


def test_other_data_break_the_gate_even_when_every_figure_holds() -> None:
    (sentence,) = broken(measured((DataFile("data/pond.jsonl", "bb"),), ducks=0.9, geese=0.9), PINNED)
    assert "is not the data that the floors were pinned on" in sentence


def test_a_figure_that_is_measured_no_more_breaks_the_gate() -> None:
    (sentence,) = broken(measured(ducks=0.9), PINNED)
    assert "geese" in sentence
    assert "measured no more" in sentence


def test_raising_lifts_floors_and_never_lowers_one() -> None:
    raised = raise_floors(measured(ducks=0.9, geese=0.8), PINNED)
    assert raised.floors == {"ducks": 0.89, "geese": 0.8}


def test_raising_is_refused_while_a_floor_is_broken() -> None:
    with pytest.raises(FloorsError, match="ducks"):
        raise_floors(measured(ducks=0.4, geese=0.9), PINNED)


def test_a_figure_without_gate_gets_no_floor() -> None:
    wide = Measured("pond", DATA, (Figure("ducks", 0.9), Figure("width", 2.5, gated=False)))
    assert raise_floors(wide, Floors()).floors == {"ducks": 0.89}


def test_lowering_touches_only_what_is_broken_and_logs_before_after_and_why() -> None:
    lowered = lower_floors(measured(ducks=0.4, geese=0.9), PINNED, "the pond was drained", "2026-11-21")
    assert lowered.floors == {"ducks": 0.39, "geese": 0.8}
    (line,) = lowered.log
    assert (line.date, line.figure, line.before, line.after) == ("2026-11-21", "ducks", 0.5, 0.39)
    assert line.reason == "the pond was drained"


def test_a_change_of_data_is_accepted_only_by_lowering_and_stands_in_the_log() -> None:
    other = measured((DataFile("data/pond.jsonl", "bb"),), ducks=0.9, geese=0.9)
    with pytest.raises(FloorsError, match="not the data"):
        raise_floors(other, PINNED)
    lowered = lower_floors(other, PINNED, "two ducks were counted twice", "2026-11-21")
    assert lowered.data == {"data/pond.jsonl": "bb"}
    assert [line.figure for line in lowered.log] == ["data: data/pond.jsonl"]
    assert broken(other, lowered) == ()


@pytest.mark.parametrize(("reason", "date"), [("", "2026-11-21"), ("why", " ")])
def test_lowering_without_reason_or_date_is_refused(reason: str, date: str) -> None:
    with pytest.raises(FloorsError, match="only with a reason and a date"):
        lower_floors(measured(ducks=0.4, geese=0.9), PINNED, reason, date)


def test_lowering_where_nothing_is_broken_is_refused() -> None:
    with pytest.raises(FloorsError, match="none to lower"):
        lower_floors(measured(ducks=0.6, geese=0.9), PINNED, "why", "2026-11-21")


def test_floors_come_back_from_their_file_as_they_went_in(tmp_path: Path) -> None:
    lowered = lower_floors(measured(ducks=0.4, geese=0.9), PINNED, "why", "2026-11-21")
    save_floors({"pond": lowered}, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == {"pond": lowered}


def test_floors_that_cannot_be_read_are_no_floors_of_zero(tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text('{"pond": {"floors": {}}}')
    with pytest.raises(FloorsError, match="cannot be read"):
        load_floors(tmp_path / "floors.json")
