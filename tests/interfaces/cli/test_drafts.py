"""`retold check`: as a desk runs it before publication, and as a script does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from retold.interfaces.cli.app import app

DRAFT = """# Ministry knew, and the bridge stays shut

The deck sank by about 60 centimetres, the Strait Bridges Authority said.

Mayor Piet Hask has bought a <script>speedboat</script> with his own money, a \x1b[31msource said.
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    result = CliRunner().invoke(app, ["demo", "--db", str(folder / "d.db"), "--report", str(folder / "d.html")])
    assert result.exit_code == 0, result.output
    return folder / "d.db"


def _check(db: Path, *arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, ["check", *arguments, "--db", str(db)], input=typed)


def test_what_differs_is_shown_side_by_side_with_who_says_so(demo: Path) -> None:
    result = _check(demo, "-", typed=DRAFT)
    assert result.exit_code == 1
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "differs draft about 60 centimetres" in lines
    assert "archive about 40 centimetres" in lines
    assert any("Strait Bridges Authority →" in line for line in lines)
    assert "nobody else in this archive says it" in result.stdout
    assert result.stdout.count("held against") == 1
    assert "\x1b[31m" not in result.stdout


def test_nothing_to_look_at_is_status_0(demo: Path) -> None:
    result = _check(demo, "-", "--json", typed="Yes.\n")
    assert json.loads(result.stdout)["claims"] == []
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [(["nowhere.txt"], "check the path"), (["-"], "holds no text")],
)
def test_what_cannot_be_checked_is_status_2_and_one_line(demo: Path, arguments: list[str], hint: str) -> None:
    result = _check(demo, *arguments, typed="")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert hint in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_without_a_database_it_is_status_2(tmp_path: Path) -> None:
    assert _check(tmp_path / "none.db", "-", typed=DRAFT).exit_code == 2


def test_json_points_at_the_drafts_and_the_archives_characters(demo: Path) -> None:
    answer = json.loads(_check(demo, "-", "--json", typed=DRAFT).stdout)
    text = answer["draft"]["text"]
    for claim in answer["claims"]:
        for own in claim["own"]:
            assert text[own["start"] : own["end"]] == own["words"]
    (deck,) = [claim for claim in answer["claims"] if claim["differences"]]
    assert deck["nobody_else"]
    assert len({printed["article"] for told in deck["differences"][0]["told_by"] for printed in told["printed"]}) == 3
    assert answer["look"]


def test_the_page_takes_nothing_of_a_draft_for_markup(demo: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    _check(demo, "-", "--html", str(page), typed=DRAFT)
    html = page.read_text()
    assert "<script" not in html
    assert "about 60 centimetres" in html
    assert "about 40 centimetres" in html


def test_a_page_that_cannot_be_written_is_status_2(demo: Path, tmp_path: Path) -> None:
    result = _check(demo, "-", "--html", str(tmp_path / "no" / "page.html"), typed=DRAFT)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
