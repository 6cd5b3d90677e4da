"""`retold wordings`: counts, filters, forms; text from articles is never a formula."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from retold.interfaces.cli.app import app
from retold.interfaces.wordings import harmless

STORY = "The {} in the valley began in winter. Farmers there lost all of their sheep."


@pytest.fixture
def pipe(tmp_path: Path) -> str:
    rows = []
    for n in range(4):
        words = ("invasion", "operation") if n < 3 else ("operation", "invasion")
        for outlet, word in zip(("=Post", "Wire"), words, strict=True):
            text = STORY.format(word)
            rows.append({"id": f"{outlet}{n}", "text": text, "title": "Valley", "outlet": outlet, "group": f"s{n}"})
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in reversed(rows)))
    return str(path)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["wordings", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_each_way_round_is_counted_and_every_place_points_at_its_word(pipe: str) -> None:
    (line,) = json.loads(run(pipe, "--json"))
    assert (line["outlet"], line["word"], line["other_outlet"], line["other_word"]) == (
        "=Post", "invasion", "Wire", "operation",
    )  # fmt: skip
    assert (line["count"], line["reverse"], line["class"]) == (3, 1, "loaded")
    assert line["interval"][0] < 0.75 < line["interval"][1]
    assert len(line["places"]) == 3
    for place in line["places"]:
        start, end = place["chosen"]["span"]
        assert STORY.format("invasion")[start:end] == "invasion" == place["chosen"]["text"]
        assert place["chosen"]["before"] == "The "


def test_a_spreadsheet_gets_no_formula(pipe: str) -> None:
    header, row = csv.reader(io.StringIO(run(pipe, "--csv")))
    assert dict(zip(header, row, strict=True))["outlet"] == "'=Post"
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r\n=1", "|calc", "%0A"])
def test_what_a_spreadsheet_would_run_is_quoted(cell: str) -> None:
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (["--min", "4"], 1), (["--min", "5"], 0), (["--outlet", "wire"], 1), (["--outlet", "gazette"], 0),
        (["--word", "Invasion"], 1), (["--word", "sheep"], 0),
    ],
)  # fmt: skip
def test_lines_are_chosen_by_places_outlet_and_word(pipe: str, options: list[str], lines: int) -> None:
    assert len(json.loads(run(pipe, "--json", *options))) == lines


def test_the_text_shows_the_word_in_its_sentence(pipe: str) -> None:
    shown = run(pipe)
    assert "invasion =Post / operation Wire  loaded" in shown
    assert "3 of 4 places; share 0.75" in shown
    assert "The invasion in the valley" in shown


def test_a_line_without_group_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "The ferry sank."}\n')
    result = CliRunner().invoke(app, ["wordings", str(path)])
    assert result.exit_code == 1
    assert "retold group" in result.output


def test_stories_of_a_database_are_counted_too(tmp_path: Path) -> None:
    database = str(tmp_path / "d.db")
    assert CliRunner().invoke(app, ["demo", "--db", database, "--report", str(tmp_path / "d.html")]).exit_code == 0
    lines = json.loads(run("--db", database, "--json"))
    assert {line["word"] for line in lines} & {"besieged", "gathered"}
    assert "Which outlet prints which word" in (tmp_path / "d.html").read_text(encoding="utf-8")
