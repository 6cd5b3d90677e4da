"""Bench `extraction`: pages in the markup of many publishers, each with the blocks and the date that a reader sees.

It needs no data of others: the pages lie in `pages/`, their markup written after that of real publishing systems, their
words invented. `pages.jsonl` holds a page a line: `{"page", "half", "published", "blocks": [[kind, text]], "optional":
[text]}`; a text that is optional (a sidebar's headline, say) may be found or not. "extent" is "part" for an article
that a barrier cuts off; a page that is "refused" is nothing but a wall.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import trafilatura

from retold.benchmarks.records import DataFile, Figure, Measured
from retold.benchmarks.scoring.counting import Agreement, share
from retold.documents import parse
from retold.records.documents import Article, BlockKind, Capture
from retold.text.words import fold, words

KINDS = (BlockKind.CREDIT, BlockKind.CORRECTION, BlockKind.CAPTION, BlockKind.TEASER, BlockKind.BODY)
HALVES = ("develop", "heldout", "blind")
INDEX = "pages.jsonl"


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page: its source, the day it was published, its blocks as (kind, text), and texts that count neither way.

    `extent` is what the page carries: "whole", "part" before a barrier, or "wall" where it is nothing else.
    """

    name: str
    half: str
    source: bytes
    published: str
    blocks: tuple[tuple[str, str], ...]
    optional: frozenset[str]
    extent: str = "whole"


def load() -> tuple[MarkedPage, ...]:
    """All pages, in the order of the index."""
    folder = files("retold.benchmarks").joinpath("pages")
    rows = [json.loads(line) for line in folder.joinpath(INDEX).read_text(encoding="utf-8").splitlines()]
    return tuple(
        MarkedPage(
            row["page"],
            row["half"],
            folder.joinpath(f"{row['page']}.html").read_bytes(),
            row["published"],
            tuple((kind, _single(text)) for kind, text in row["blocks"]),
            frozenset(map(_single, row["optional"])),
            row.get("refused") or row.get("extent") or "whole",
        )
        for row in rows
    )


def measure(_shared: Path) -> Measured:
    """Read every page."""
    pages = load()
    figures: list[Figure] = []
    for half in HALVES:
        own = [(page, read(page)) for page in pages if page.half == half]
        agreements = agree(own)
        figures += [Figure(f"{half}: {kind.value} blocks F1", agreements[kind.value].f1) for kind in KINDS]
        dated = [(page, article) for page, article in own if page.published]
        figures.append(Figure(f"{half}: date right", share(sum(_date(a) == p.published for p, a in dated), len(dated))))
    read_all = [(page, read(page)) for page in pages]
    figures.append(Figure("walls and cut articles told", share(sum(map(_told, read_all)), len(read_all))))
    figures += [
        Figure("words of the body F1", overlap((p, body_text(a)) for p, a in read_all)),
        Figure("words of the body F1, trafilatura alone", overlap((p, alone(p)) for p in pages), gated=False),
    ]
    return Measured("extraction", (fingerprint(pages),), tuple(figures), (f"{len(pages)} pages",))


def fingerprint(pages: Iterable[MarkedPage]) -> DataFile:
    """One digest over all pages and what is to be found in them."""
    whole = hashlib.sha256(files("retold.benchmarks").joinpath("pages", INDEX).read_bytes())
    for page in pages:
        whole.update(page.source)
    return DataFile("pages", whole.hexdigest())


def read(page: MarkedPage) -> Article | None:
    """The article that the product makes of a page; None where it refuses it."""
    capture = Capture(hashlib.sha256(page.source).hexdigest(), page.name, page.name, "text/html", page.source)
    found = parse(capture)
    return found if isinstance(found, Article) else None


def agree(pages: Sequence[tuple[MarkedPage, Article | None]]) -> Mapping[str, Agreement]:
    """Blocks found, expected and right, by kind: right has kind and text, white space apart."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    for page, article in pages:
        wanted = Counter(page.blocks)
        made: Counter[tuple[str, str]] = Counter()
        if article:
            made.update((block.kind.value, _single(block.span.of(article.text))) for block in article.blocks)
        for (kind, text), number in made.items():
            both = min(number, wanted[kind, text])
            right[kind] += both
            found[kind] += both if text in page.optional else number
        for (kind, _), number in wanted.items():
            expected[kind] += number
    return {kind: Agreement(right[kind], found[kind], expected[kind]) for kind in sorted(set(found) | set(expected))}


def body_text(article: Article | None) -> str:
    """The body's paragraphs."""
    return "\n".join(block.span.of(article.text) for block in article.body) if article else ""


def alone(page: MarkedPage) -> str:
    """What trafilatura gives by itself, as fast as the product asks it to."""
    return trafilatura.extract(page.source, fast=True, include_comments=False) or ""


def overlap(texts: Iterable[tuple[MarkedPage, str]]) -> float:
    """F1 over the words, counted, of the body that a reader sees and of a text made from the page."""
    right = found = expected = 0
    for page, text in texts:
        wanted = _words("\n".join(block for kind, block in page.blocks if kind == BlockKind.BODY))
        made = _words(text)
        right += (wanted & made).total()
        found += made.total()
        expected += wanted.total()
    return Agreement(right, found, expected).f1


def _told(read_page: tuple[MarkedPage, Article | None]) -> bool:
    """Whether a wall was refused, a cut article told from a whole one."""
    page, article = read_page
    return (article.extent.value if article else "wall") == page.extent


def _words(text: str) -> Counter[str]:
    return Counter(fold(span.of(text)) for span in words(text))


def _date(article: Article | None) -> str | None:
    return (article.published.value or "")[:10] if article else None


def _single(text: str) -> str:
    return " ".join(text.split())
