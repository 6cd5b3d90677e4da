"""Bad input is data: one clear line each, the rest goes on, a non-zero exit, nothing half-written."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from retold.interfaces.cli.app import app

GOOD = (
    "Harbour crane stops in Orm\n"
    "The big crane of Orm harbour stood still on Monday, harbour master Ann Dow said.\n"
    "“It will run again by Friday,” Dow said.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    (place / "good.txt").write_text(GOOD)
    return place


def _read(*paths: Path, db: Path) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, paths), "--db", str(db), "--json"])


def _only_good_was_kept(result: Result, code: str) -> None:
    assert result.exit_code == 1, result.output
    answer = json.loads(result.stdout)
    assert [refusal["code"] for refusal in answer["refused"]] == [code]
    assert len(answer["added"]) == 1
    lines = [line for line in result.stderr.splitlines() if line.startswith("refused")]
    assert len(lines) == 1
    assert code in lines[0]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "binary"),
        (
            "hollow.html",
            b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
            "no-article",
        ),
        ("broken.jsonl", b'{"id": "a", "text": \n', "broken-json"),
        ("textless.jsonl", b'{"id": "a"}\n', "no-text"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason_and_the_rest_is_read(
    folder: Path, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (folder / name).write_bytes(content)
    _only_good_was_kept(_read(folder, db=tmp_path / "r.db"), code)


def test_a_huge_text_is_refused_without_being_read(folder: Path, tmp_path: Path) -> None:
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    _only_good_was_kept(_read(folder, db=tmp_path / "r.db"), "too-large")


def test_a_missing_path_is_refused_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    _only_good_was_kept(_read(folder, tmp_path / "nowhere", db=tmp_path / "r.db"), "missing")


def test_a_file_that_vanishes_midway_is_refused(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "gone.txt").write_text(GOOD)
    kept = Path.open

    def vanish(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "gone.txt":
            self.unlink(missing_ok=True)
        return kept(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", vanish)
    _only_good_was_kept(_read(folder, db=tmp_path / "r.db"), "vanished")


def test_latin_letters_in_an_old_encoding_are_read(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(("Café owner René Dufresne said the façade would be rebuilt. " * 20).encode("cp1252"))
    result = _read(path, db=tmp_path / "r.db")
    assert result.exit_code == 0, result.output
    shown = CliRunner().invoke(app, ["search", "façade", "--db", str(tmp_path / "r.db"), "--json"])
    assert len(json.loads(shown.stdout)) == 1


def test_nothing_readable_at_all_leaves_an_empty_store_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = CliRunner().invoke(app, ["read", str(tmp_path / "empty.txt"), "--db", str(tmp_path / "r.db")])
    assert result.exit_code == 1
    assert "nothing could be read" in result.stdout


def test_an_unwritable_place_for_the_database_is_said(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The system says no to everybody here; by the folder's mode it would say yes to the superuser.
    monkeypatch.setattr("retold.store.opening.os.access", lambda *arguments: False)
    _says(_read(folder, db=tmp_path / "r.db"), "not writable")
    assert not (tmp_path / "r.db").exists()


def test_a_missing_folder_for_the_database_is_said(folder: Path, tmp_path: Path) -> None:
    _says(_read(folder, db=tmp_path / "no" / "r.db"), "does not exist")


def test_another_programs_database_is_left_alone(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = path.read_bytes()
    _says(_read(folder, db=path), "another program's")
    assert path.read_bytes() == before


def test_a_locked_database_is_said(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.store.opening.BUSY_SECONDS", 0.1)
    path = tmp_path / "r.db"
    assert _read(folder, db=path).exit_code == 0
    (folder / "more.txt").write_text(GOOD.replace("crane", "winch"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    _says(_read(folder, db=path), "in use by another program")
    other.close()


def test_a_report_that_cannot_be_written_is_said_before_any_work(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(
        app, ["read", str(folder), "--db", str(tmp_path / "r.db"), "--report", str(tmp_path / "no" / "x.html")]
    )
    assert result.exit_code == 2
    assert not (tmp_path / "r.db").exists()


def test_usage_errors_end_with_status_2() -> None:
    assert CliRunner().invoke(app, ["read"]).exit_code == 2
    assert CliRunner().invoke(app, ["no-such-command"]).exit_code == 2


def _says(result: Result, words: str) -> None:
    assert result.exit_code == 1, result.output
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert words in lines[0]
