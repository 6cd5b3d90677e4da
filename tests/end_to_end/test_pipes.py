"""The pipes, as an engineer runs them: JSON Lines in, the documented objects out, no database."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import retold
from retold.interfaces.cli.app import app
from retold.planted import PlantOptions, plant
from retold.records.documents import Article
from retold.records.statements import Annotation
from retold.statements import Engine, annotate

FIRST = "The ferry stayed in port on Monday, harbour master Ann Dow said. “It will sail on Friday,” Dow said."


@pytest.fixture(scope="module")
def articles() -> list[dict[str, Any]]:
    planted = plant(11, PlantOptions())
    return [
        {"id": a.id, "text": a.text, "title": a.title, "outlet": a.outlet, "published": a.published}
        for a in planted.articles
    ]


@pytest.fixture
def source(tmp_path: Path, articles: list[dict[str, Any]]) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles))
    return path


def _pipe(command: str, source: Path, out: Path, *more: str) -> Result:
    return CliRunner().invoke(app, [command, str(source), "-o", str(out), *more])


def _rows(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt") as handle:
        return [json.loads(line) for line in handle]


def test_annotate_gives_one_line_an_article_in_order_with_the_documented_keys(
    source: Path, tmp_path: Path, articles: list[dict[str, Any]]
) -> None:
    result = _pipe("annotate", source, tmp_path / "out.jsonl.gz")
    assert result.exit_code == 0, result.output
    rows = _rows(tmp_path / "out.jsonl.gz")
    assert [row["id"] for row in rows] == [a["id"] for a in articles]
    texts = {a["id"]: a["text"] for a in articles}
    said = [(texts[row["id"]], a) for row in rows for a in row["attributions"]]
    assert said
    for text, attribution in said:
        spans = [*attribution["source"], *attribution["cue"], *attribution["content"]]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert attribution["kind"] in ("direct", "indirect", "mixed")
        assert all({"name", "span"} == set(relay) for relay in attribution["relays"])
    for row in rows:
        assert {"id", "attributions", "timex", "quantities", "mentions", "blocks"} <= set(row)


def test_annotate_says_the_same_with_two_workers(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retold.pipeline.workers._WORTH_WORKERS", 2)
    assert _pipe("annotate", source, tmp_path / "one.jsonl").exit_code == 0
    assert _pipe("annotate", source, tmp_path / "two.jsonl", "--workers", "2").exit_code == 0
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_a_threshold_leaves_out_what_is_less_sure(source: Path, tmp_path: Path) -> None:
    assert _pipe("annotate", source, tmp_path / "all.jsonl").exit_code == 0
    assert _pipe("annotate", source, tmp_path / "sure.jsonl", "--threshold", "0.9").exit_code == 0
    every = [a for row in _rows(tmp_path / "all.jsonl") for a in row["attributions"]]
    sure = [a for row in _rows(tmp_path / "sure.jsonl") for a in row["attributions"]]
    assert 0 < len(sure) < len(every)
    assert min(a["confidence"] for a in sure) >= 0.9


def test_annotate_goes_on_where_it_was_stopped(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _pipe("annotate", source, tmp_path / "whole.jsonl").exit_code == 0
    asked: list[str] = []

    def die_on_the_third(article: Article, engine: Engine) -> Annotation:
        asked.append(article.id)
        if len(asked) == 3:
            raise KeyboardInterrupt
        return annotate(article, engine)

    monkeypatch.setattr("retold.pipeline.workers.annotate", die_on_the_third)
    stopped = _pipe("annotate", source, tmp_path / "out.jsonl")
    assert stopped.exit_code == 130
    assert "goes on where it was" in stopped.stderr
    assert not (tmp_path / "out.jsonl").exists()
    assert _pipe("annotate", source, tmp_path / "out.jsonl").exit_code == 0
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert asked[3:][0] == asked[2], "the third was worked out again, the first two were not"


def test_group_names_a_group_for_every_article(source: Path, tmp_path: Path, articles: list[dict[str, Any]]) -> None:
    assert _pipe("group", source, tmp_path / "out.jsonl").exit_code == 0
    rows = _rows(tmp_path / "out.jsonl")
    assert [row["id"] for row in rows] == [a["id"] for a in articles]
    assert all(set(row) == {"id", "group"} for row in rows)


def test_copies_point_at_equal_words_in_both(source: Path, tmp_path: Path, articles: list[dict[str, Any]]) -> None:
    assert _pipe("copies", source, tmp_path / "out.jsonl").exit_code == 0
    texts = {a["id"]: a["text"] for a in articles}
    rows = _rows(tmp_path / "out.jsonl")
    assert rows
    for row in rows:
        assert {"a", "b", "kind", "share", "direction", "spans"} == set(row)
        assert all(0 <= s < e <= len(texts[row[side]]) for pair in row["spans"] for side, (s, e) in pair.items())


def test_lineage_names_a_parent_or_none_for_every_article(
    source: Path, tmp_path: Path, articles: list[dict[str, Any]]
) -> None:
    assert _pipe("lineage", source, tmp_path / "out.jsonl").exit_code == 0
    rows = _rows(tmp_path / "out.jsonl")
    ids = {a["id"] for a in articles}
    assert {row["id"] for row in rows} == ids
    assert all(row["parent"] is None or row["parent"] in ids or row["parent"].startswith("common:") for row in rows)


def test_ledger_takes_stories_and_answers_in_the_documented_shape(
    tmp_path: Path, articles: list[dict[str, Any]]
) -> None:
    lines = [{"story": "s", "articles": [{**a, "date": a["published"]} for a in articles[:3]]}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert _pipe("ledger", tmp_path / "in.jsonl", tmp_path / "out.jsonl").exit_code == 0
    (row,) = _rows(tmp_path / "out.jsonl")
    assert {"story", "claims", "disputes"} <= set(row)
    for claim in row["claims"]:
        assert {"speakers", "observers", "retellings"} <= set(claim["origins"])
        assert claim["origins"]["speakers"][0] <= claim["origins"]["speakers"][1]
        for occurrence in claim["occurrences"]:
            assert {"article", "span", "stance", "speaker", "relays"} <= set(occurrence)


def test_bad_lines_are_refused_one_by_one_and_the_rest_is_written(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "Rain fell on Orm."}',
        "{broken",
        "[1]",
        '{"id": "b"}',
        '{"id": "a", "text": "Again."}',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines) + "\n")
    result = _pipe("group", tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert [row["id"] for row in _rows(tmp_path / "out.jsonl")] == ["a"]
    assert len([line for line in result.stderr.splitlines() if line.startswith("refused")]) == 4


def test_a_missing_input_leaves_no_output(tmp_path: Path) -> None:
    result = _pipe("group", tmp_path / "none.jsonl", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_parquet_goes_in_and_out(source: Path, tmp_path: Path, articles: list[dict[str, Any]]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
    import pyarrow

    parquet.write_table(pyarrow.Table.from_pylist(articles), tmp_path / "in.parquet")
    assert _pipe("group", source, tmp_path / "lines.jsonl").exit_code == 0
    assert _pipe("group", tmp_path / "in.parquet", tmp_path / "out.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist() == _rows(tmp_path / "lines.jsonl")


def test_two_files_are_collated_without_a_database(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(FIRST)
    (tmp_path / "two.txt").write_text(FIRST.replace("Friday", "Sunday"))
    result = CliRunner().invoke(app, ["collate", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "--json"])
    assert result.exit_code == 0, result.output
    (change,) = json.loads(result.stdout)["changes"]
    assert {reading["text"] for reading in change["readings"]} == {"Friday", "Sunday"}


def test_the_functions_of_the_package_answer_in_records() -> None:
    annotation = retold.annotate(FIRST, published="2026-03-04")
    assert [a.speaker.name for a in annotation.attributions] == ["Ann Dow", "Ann Dow"]
    collation = retold.collate(FIRST, FIRST.replace("Friday", "Sunday"))
    assert [[r.text for r in c.readings] for c in collation.changes] == [["Friday", "Sunday"]]
    pair = [{"id": "a", "text": FIRST}, {"id": "b", "text": FIRST}]
    assert [copy.share for copy in retold.copies(pair)] == [1.0]
    assert len(set(retold.group(pair).values())) == 1
    assert {descent.child for descent in retold.lineage(pair)} == {"a", "b"}
    assert retold.ledger("s", pair).claims


def test_asking_the_package_for_something_it_has_not_says_so() -> None:
    with pytest.raises(AttributeError, match="no attribute"):
        retold.divine  # noqa: B018
