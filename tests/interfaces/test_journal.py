from __future__ import annotations

from pathlib import Path

import pytest

from retold.interfaces.journal import Journal


def _cut_off(output: Path, *rows: tuple[str, str]) -> None:
    def run() -> None:
        with Journal(output) as journal:
            for key, word in rows:
                journal.keep(key, {"word": word})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()


def test_what_a_run_that_was_cut_off_had_answered_is_found_again(tmp_path: Path) -> None:
    _cut_off(tmp_path / "out.jsonl", ("a", "ferry"), ("b", "hail”"))
    with Journal(tmp_path / "out.jsonl") as journal:
        assert len(journal) == 2
        assert journal.get("b") == {"word": "hail”"}
        journal.keep("c", {"word": "goose"})
        assert (journal.get("a"), journal.get("c")) == ({"word": "ferry"}, {"word": "goose"})


def test_a_run_that_ends_well_leaves_no_journal(tmp_path: Path) -> None:
    with Journal(tmp_path / "out.jsonl") as journal:
        journal.keep("a", {})
    assert list(tmp_path.iterdir()) == []


def test_a_last_line_that_was_cut_off_is_worked_out_again(tmp_path: Path) -> None:
    _cut_off(tmp_path / "out.jsonl", ("a", "ferry"), ("b", "hail"))
    path = tmp_path / ".out.jsonl.journal"
    path.write_bytes(path.read_bytes()[:-9])
    with Journal(tmp_path / "out.jsonl") as journal:
        assert "a" in journal
        assert "b" not in journal


def test_without_an_output_nothing_is_kept() -> None:
    with Journal(None) as journal:
        journal.keep("a", {})
        assert "a" not in journal
