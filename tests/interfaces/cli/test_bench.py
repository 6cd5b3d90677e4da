"""`retold bench`: figures beside floors, an exit status that a gate can rely on, and errors that say what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from retold.benchmarks.floors import Floors, load_floors, save_floors
from retold.benchmarks.records import DataFile, Figure, Measured
from retold.benchmarks.registry import Bench
from retold.interfaces.cli.app import app

MEASURED = Measured("pond", (DataFile("data/pond.jsonl", "aa" * 32),), (Figure("ducks", 0.75),), ("4 ponds",))


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bench "pond" with a floor of .7, beside one that needs data which are not there."""
    path = tmp_path / "floors.json"
    save_floors({"pond": Floors({"data/pond.jsonl": "aa" * 32}, {"ducks": 0.7})}, path)
    benches = {
        "pond": Bench("pond", "how many ducks are seen", (), lambda _: MEASURED),
        "sea": Bench("sea", "how many gulls are seen", ("data/sea.jsonl",), lambda _: MEASURED),
    }
    monkeypatch.setattr("retold.interfaces.cli.bench.PINNED", path)
    monkeypatch.setattr("retold.benchmarks.registry.BENCHES", benches)
    return path


def bench(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["bench", *arguments])


def test_a_bench_that_holds_shows_figure_floor_data_and_versions(floors: Path) -> None:
    result = bench("pond")
    assert result.exit_code == 0
    for expected in ("ducks", "0.750", "0.700", "4 ponds", "aaaaaaaaaaaaaaaa", "retold ", "numpy "):
        assert expected in result.stdout


def test_a_broken_floor_ends_with_status_1_and_names_the_figure(floors: Path) -> None:
    save_floors({"pond": Floors({"data/pond.jsonl": "aa" * 32}, {"ducks": 0.8})}, floors)
    result = bench("pond")
    assert result.exit_code == 1
    assert "ducks is 0.7500, under its floor of 0.800" in result.stderr


def test_json_holds_what_the_table_shows(floors: Path) -> None:
    line = json.loads(bench("pond", "--json").stdout)
    (one,) = line["benches"]
    assert one["figures"] == [{"name": "ducks", "value": 0.75, "floor": 0.7}]
    assert line["broken"] == []
    assert line["versions"]["retold"]


def test_missing_data_end_with_one_line_that_says_what_to_do(floors: Path, tmp_path: Path) -> None:
    result = bench("sea", "--shared", str(tmp_path))
    assert result.exit_code == 1
    assert "data/sea.jsonl is not in" in result.stderr
    assert "--shared DIR" in result.stderr


def test_an_unknown_bench_is_refused_with_the_known_ones(floors: Path) -> None:
    result = bench("lake")
    assert result.exit_code == 2
    assert "pond" in result.stderr


def test_without_a_name_the_benches_are_listed_and_nothing_is_measured(floors: Path) -> None:
    result = bench()
    assert result.exit_code == 0
    assert "how many gulls are seen" in result.stdout
    assert "0.750" not in result.stdout


def test_raise_lifts_the_floor_in_the_file(floors: Path) -> None:
    assert bench("pond", "--raise").exit_code == 0
    assert load_floors(floors)["pond"].floors == {"ducks": 0.74}


def test_lower_needs_a_reason_and_leaves_the_file_alone_without(floors: Path) -> None:
    save_floors({"pond": Floors({"data/pond.jsonl": "aa" * 32}, {"ducks": 0.8})}, floors)
    before = floors.read_text()
    assert bench("pond", "--lower").exit_code == 2
    assert bench("pond", "--lower", "--reason", "fog").exit_code == 2
    assert floors.read_text() == before


def test_lower_with_a_reason_is_kept_in_the_log_and_passes_afterwards(floors: Path) -> None:
    save_floors({"pond": Floors({"data/pond.jsonl": "aa" * 32}, {"ducks": 0.8})}, floors)
    assert bench("pond", "--lower", "--reason", "fog", "--date", "2026-11-21").exit_code == 0
    (line,) = load_floors(floors)["pond"].log
    assert (line.figure, line.before, line.after, line.reason) == ("ducks", 0.8, 0.74, "fog")
    assert bench("pond").exit_code == 0
