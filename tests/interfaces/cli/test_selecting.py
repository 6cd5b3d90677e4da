"""`retold select`: one passage for each origin, from a database and as a pipe, as text, JSON Lines and Parquet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from retold.interfaces.cli.app import app
from retold.store.database import open_store

SAID = "The glacier above Lenz lost nine metres this year, according to Ilse Kern."
RELAYED = "Ilse Kern said that the glacier above Lenz lost nine metres this year, the Lenz Post reported."
OTHER = "Otto Raab told the Inland Echo that the glacier above Lenz lost nine metres this year."


def _run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=typed)


def _rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    result = _run("demo", "--db", str(folder / "d.db"), "--report", str(folder / "d.html"))
    assert result.exit_code == 0, result.output
    return folder / "d.db"


def test_every_line_points_at_its_words_and_at_what_stands_around_them(demo: Path) -> None:
    rows = _rows(_run("select", "--one-per-origin", "--db", str(demo), "--json").stdout)
    assert rows
    store = open_store(demo)
    for row in rows:
        article = store.article(row["article"])
        assert article is not None
        assert article.text[row["start"] : row["end"]] == row["text"]
        assert article.text[row["context_start"] : row["context_end"]] == row["context"]
        assert row["text"] in row["context"]
    store.close()


def test_a_claim_has_one_line_or_one_for_each_of_its_origins(demo: Path) -> None:
    alone = _rows(_run("select", "--db", str(demo), "--json").stdout)
    assert len({row["claim"] for row in alone}) == len(alone)
    every = _rows(_run("select", "--one-per-origin", "--db", str(demo), "--json").stdout)
    assert {row["claim"] for row in every} == {row["claim"] for row in alone}
    assert len({(row["claim"], row["origin_kind"], row["origin"]) for row in every}) > len(alone)


def test_a_sentence_is_no_longer_than_its_paragraph_and_one_story_is_part_of_all(demo: Path) -> None:
    sentences = _rows(_run("select", "--story", "1", "--context", "sentence", "--db", str(demo), "--json").stdout)
    paragraphs = _rows(_run("select", "--story", "1", "--db", str(demo), "--json").stdout)
    assert [row["claim"] for row in sentences] == [row["claim"] for row in paragraphs]
    assert all(len(a["context"]) <= len(b["context"]) for a, b in zip(sentences, paragraphs, strict=True))
    assert any(len(a["context"]) < len(b["context"]) for a, b in zip(sentences, paragraphs, strict=True))
    assert len(paragraphs) < len(_rows(_run("select", "--db", str(demo), "--json").stdout))


def test_as_a_pipe_it_takes_what_the_ledger_takes(tmp_path: Path) -> None:
    articles = [{"id": i, "text": t, "outlet": o} for i, t, o in (("a", SAID, "Lenz Post"), ("b", RELAYED, "Mirror"))]
    line = json.dumps({"story": "s", "articles": articles})
    rows = _rows(_run("select", "-", "--one-per-origin", typed=line).stdout)
    assert {row["article"] for row in rows if row["origin"] == "Ilse Kern"} == {"a"}
    out = tmp_path / "rows.parquet"
    assert _run("select", "-", "-o", str(out), typed=line).exit_code == 0
    parquet = pytest.importorskip("pyarrow.parquet", reason="Parquet needs pyarrow, which is not here")
    assert [row["article"] for row in parquet.read_table(out).to_pylist()]


def test_a_bad_line_is_told_and_the_rest_goes_on() -> None:
    line = json.dumps({"story": "s", "articles": [{"id": "a", "text": OTHER}]})
    result = _run("select", "-", typed=f"nonsense\n{line}\n")
    assert result.exit_code == 1
    assert _rows(result.stdout)
    assert "broken-json" in result.stderr


def test_a_person_is_shown_origin_outlet_and_words(demo: Path) -> None:
    shown = _run("select", "--story", "1", "--one-per-origin", "--db", str(demo)).stdout
    assert "Ada Kolb (speaker)" in shown
    assert _run("select", "--story", "99", "--db", str(demo)).exit_code == 1
