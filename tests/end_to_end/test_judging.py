"""Judging on the command line, on the bundled example."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import retold
from retold.interfaces.cli.app import app
from retold.interfaces.judging import JudgingError
from retold.interfaces.library import UnknownIdError


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    result = CliRunner().invoke(app, ["demo", "--db", str(folder / "d.db"), "--report", str(folder / "d.html")])
    assert result.exit_code == 0, result.output
    return folder / "d.db"


@pytest.fixture
def db(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demo's database, which the commands use."""
    path = tmp_path / "d.db"
    path.write_bytes(demo.read_bytes())
    monkeypatch.setenv("RETOLD_DB", str(path))
    monkeypatch.setenv("RETOLD_WHO", "Ann Dow")
    return path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def _answer(*arguments: str) -> Any:
    result = _run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def _claims() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _answer("claims", "1")
    return found


def test_a_note_is_shown_with_who_when_and_why_wherever_the_claim_is(db: Path, tmp_path: Path) -> None:
    claim = _claims()[0]["id"]
    words = "asked the ministry, no answer yet"
    assert _run("judge", "note", claim, "--reason", words).exit_code == 0
    assert words in " ".join(_run("claim", claim).stdout.split())
    assert "Ann Dow" in _run("claims", "1").stdout
    (judgement,) = _answer("claim", claim)["judgements"]
    assert (judgement["who"], judgement["reason"], judgement["action"]) == ("Ann Dow", words, "note")
    assert judgement["at"].startswith("20")
    assert words in " ".join(_run("judgements").stdout.split())
    page = tmp_path / "page.html"
    assert _run("read", str(db), "--report", str(page)).exit_code == 1, "a database is no article"
    assert words in page.read_text()


def test_a_place_that_is_taken_out_is_counted_elsewhere_and_comes_back(db: Path) -> None:
    before = _claims()
    claim = max(before, key=lambda c: len(c["occurrences"]))
    done = _answer("judge", "reject", f"{claim['id']}:2", "--reason", "he speaks of something else")
    assert done["read"] == [claim["id"].partition(".")[0]]
    assert len(_claims()) == len(before) + 1
    assert [c["origins"]["retellings"] for c in done["before"]] == [claim["origins"]["retellings"]]
    assert sum(len(c["id"]) > 0 for c in done["now"]) == 2, "both claims are told with their new counts"
    assert _run("judge", "undo", done["judgements"][0]["id"]).exit_code == 0
    assert [{**c, "judgements": []} for c in _claims()] == before
    assert [row["standing"] for row in _answer("judgements")] == ["undone", "in force"]


def test_a_rejected_dispute_is_shown_but_not_counted(db: Path) -> None:
    dispute = _answer("disputes", "1")[-1]
    counted = _answer("stories")[0]["disputes"]
    assert _run("judge", "reject", dispute["id"], "--reason", "counts of two days").exit_code == 0
    assert _answer("stories")[0]["disputes"] == counted - 1
    shown = {d["id"]: d for d in _answer("disputes", "1")}
    assert shown[dispute["id"]]["settled"] == "j1"
    assert "counts of two days" in _run("disputes", "1").stdout


def test_stories_are_merged_and_parted_again_and_the_list_of_changes_says_so(db: Path) -> None:
    many = len(_answer("stories"))
    assert many > 1
    assert _run("story", "merge", "1", "2", "--reason", "one inquiry").exit_code == 0
    assert len(_answer("stories")) == many - 1
    article = _answer("story", "1")["tellings"][0]["article"]
    assert _run("story", "split", "1", article[:6], "--reason", "another bridge").exit_code == 0
    assert len(_answer("stories")) == many
    assert [row["cause"] for row in _answer("stories", "--changes")] == ["j1", "j2"]
    assert "one inquiry" in " ".join(_run("story", "1").stdout.split())
    assert "j2" in _run("stories", "--changes").stdout
    for judgement in ("j2", "j1"):
        assert _run("judge", "undo", judgement).exit_code == 0
    assert len(_answer("stories")) == many


def test_the_library_judges_as_the_command_line_does(db: Path) -> None:
    claim = _claims()[0]["id"]
    (note,) = retold.judge(db, "note", claim, who="Lee Roe", reason="heard it too", at="2031-05-04T10:00:00Z")
    assert (note.id, note.who, note.at) == ("j1", "Lee Roe", "2031-05-04T10:00:00Z")
    first, second = (row["id"] for row in _answer("stories")[:2])
    retold.merge_stories(db, first, second, who="Lee Roe", reason="one inquiry")
    retold.undo(db, "j2", who="Lee Roe")
    assert [ruling.standing for ruling in retold.judgements(db)] == ["in force", "undone", "in force"]
    with pytest.raises(JudgingError, match="reason"):
        retold.judge(db, "reject", claim, who="Lee Roe")
    with pytest.raises(UnknownIdError):
        retold.split_story(db, first, "zzzz", who="Lee Roe", reason="why")
    assert len(retold.judgements(db)) == 3


BAD: Sequence[tuple[list[str], str]] = (
    (["judge", "accept", "1.zzzz"], "retold claims 1"),
    (["judge", "accept", "nope"], "retold claims"),
    (["judge", "accept", "1."], "retold claims"),
    (["judge", "reject", "{claim}"], "--reason"),
    (["judge", "reject", "{claim}", "--reason", "  "], "--reason"),
    (["judge", "note", "{claim}"], "--reason"),
    (["judge", "merge", "{claim}", "--reason", "x"], "two different claims"),
    (["judge", "merge", "{claim}", "{claim}", "--reason", "x"], "two different claims"),
    (["judge", "merge", "{claim}", "{claim}:1", "--reason", "x"], "merged whole"),
    (["judge", "split", "{claim}", "--reason", "x"], "retold claim"),
    (["judge", "split", "{claim}:99", "--reason", "x"], "places 1 to"),
    (["judge", "reject", "{claim}:0", "--reason", "x"], "places 1 to"),
    (["judge", "reject", "{claim}/zzzz", "--reason", "x"], "retold claims 1"),
    (["judge", "undo", "j1"], "retold judgements"),
    (["story", "merge", "1", "--reason", "x"], "two different stories"),
    (["story", "merge", "1", "2"], "--reason"),
    (["story", "merge", "1", "99", "--reason", "x"], "retold stories"),
    (["story", "split", "--reason", "x"], "retold story split"),
    (["story", "split", "1", "--reason", "x"], "articles that leave"),
    (["story", "split", "1", "zzzz", "--reason", "x"], "retold story 1"),
)


@pytest.mark.parametrize(("command", "hint"), BAD)
def test_a_judgement_that_cannot_be_made_ends_in_one_line_and_adds_no_row(
    db: Path, command: list[str], hint: str
) -> None:
    claim = "1." + max(_claims(), key=lambda c: len(c["occurrences"]))["id"].partition(".")[2]
    result = _run(*(part.format(claim=claim) for part in command))
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    assert hint in result.stderr
    assert _answer("judgements") == []


def test_what_is_undone_is_not_undone_twice(db: Path) -> None:
    claim = _claims()[0]["id"]
    assert _run("judge", "accept", claim).exit_code == 0
    assert _run("judge", "undo", "j1").exit_code == 0
    again = _run("judge", "undo", "j1")
    assert (again.exit_code, len(again.stderr.strip().splitlines())) == (1, 1)
    assert "retold judge undo j2" in again.stderr
    assert _run("judge", "undo", "j2").exit_code == 0
    assert [row["standing"] for row in _answer("judgements")] == ["in force", "undone", "in force"]


def test_a_split_of_a_whole_story_is_refused(db: Path) -> None:
    articles = [telling["article"] for telling in _answer("story", "1")["tellings"]]
    result = _run("story", "split", "1", *articles, "--reason", "x")
    assert result.exit_code == 1
    assert "must leave an article" in result.stderr


def test_a_start_that_fits_two_claims_is_refused(db: Path) -> None:
    result = _run("judge", "accept", "1.", "--db", str(db))
    assert result.exit_code == 1
    starts = [c["id"].partition(".")[2][0] for c in _claims()]
    common = next(start for start in starts if starts.count(start) > 1)
    result = _run("judge", "accept", f"1.{common}")
    assert (result.exit_code, "give more of it" in result.stderr) == (1, True)


def test_one_bad_name_among_good_ones_keeps_none_of_them(db: Path) -> None:
    assert _run("judge", "accept", _claims()[0]["id"], "1.zzzz").exit_code == 1
    assert _answer("judgements") == []


def test_the_login_name_signs_where_no_name_is_given(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RETOLD_WHO")
    monkeypatch.setenv("LOGNAME", "mreed")
    assert _answer("judge", "accept", _claims()[0]["id"])["judgements"][0]["who"] == "mreed"
