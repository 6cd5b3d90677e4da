"""Fictional scraped pages, each with the blocks that a reader would mark.

`*.marked` is plain text with `[kind] ` before each block; `*.html` has its blocks in `*.blocks`, one a line.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from retold.documents import from_text, parse
from retold.records.documents import Article, BlockKind, Capture

PAGES = Path(__file__).parent / "pages"
MARK = re.compile(r"\[(" + "|".join(kind.value for kind in BlockKind) + r")\] ")


def blocks_of(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def unmark(marked: str) -> tuple[str, list[tuple[str, str]]]:
    expected = []
    for line in marked.splitlines():
        parts = MARK.split(line)
        expected += [(kind, text.strip()) for kind, text in zip(parts[1::2], parts[2::2], strict=True)]
    return MARK.sub("", marked), expected


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.marked")), ids=lambda page: page.stem)
def test_each_block_of_a_scraped_text_has_its_role(page: Path) -> None:
    text, expected = unmark(page.read_text(encoding="utf-8"))
    assert blocks_of(from_text(text, id=page.stem)) == expected


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_each_block_of_a_page_has_its_role(page: Path) -> None:
    content = page.read_bytes()
    article = parse(Capture(hashlib.sha256(content).hexdigest(), page.name, page.name, "text/html", content))
    lines = page.with_suffix(".blocks").read_text(encoding="utf-8").splitlines()
    assert isinstance(article, Article)
    assert blocks_of(article) == [tuple(line.split("\t", 1)) for line in lines]


def test_there_are_pages_of_many_makes() -> None:
    assert len(list(PAGES.glob("*.marked"))) + len(list(PAGES.glob("*.html"))) >= 12
