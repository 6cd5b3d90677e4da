"""Planted articles as files: every form holds the same words."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from retold.planted import PlantOptions, plant, write_out
from retold.records.documents import BlockKind

PLANTED = plant(5, PlantOptions(stories=2, html=0.6, undated=0.3, furniture=0.8))


def test_text_files_hold_exactly_the_text_that_the_spans_are_of(tmp_path: Path) -> None:
    paths = write_out(PLANTED, tmp_path, "txt")
    assert [path.stem for path in paths] == [article.id for article in PLANTED.articles]
    for path, article in zip(paths, PLANTED.articles, strict=True):
        assert path.read_bytes().decode("utf-8") == article.text


def test_lines_withhold_the_date_of_an_undated_article_and_of_no_other(tmp_path: Path) -> None:
    (path,) = write_out(PLANTED, tmp_path, "jsonl")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row, article in zip(rows, PLANTED.articles, strict=True):
        assert row["text"] == article.text
        assert ("published" not in row) == article.undated


def test_pages_show_the_words_of_every_block(tmp_path: Path) -> None:
    paths = write_out(PLANTED, tmp_path, "mixed")
    pages = [p for p in paths if p.suffix == ".html"]
    assert pages
    assert {p.suffix for p in paths} == {".html", ".txt"}
    for path in pages:
        article = PLANTED.article(path.stem)
        shown = unescape(re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8")))
        for block in article.blocks:
            if block.kind is not BlockKind.DATELINE:
                assert block.span.of(article.text) in shown


def test_an_unknown_form_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no form 'pdf'"):
        write_out(PLANTED, tmp_path / "out", "pdf")
    assert not (tmp_path / "out").exists()
