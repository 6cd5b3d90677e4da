"""Where a page says that it comes from: a parent in the corpus, an unseen one outside, never its own ancestor."""

from __future__ import annotations

import pytest

from retold.records.stories import Descent
from retold.stories.copies import CopyText, find_copies
from retold.stories.lineage import trace_lineage

WIRE = "https://www.reuters.com/world/weir"
PAPER = "https://tarn-courier.example/weir"
TEXT = (
    "The old weir at Tarnholt gave way on Thursday and sent a metre of water through the lower town. "
    "The River Board said 46 houses were flooded, and that repairs were due to begin in September. "
    "Marit Oake, who keeps the bakery on Millgate, said that she heard it before she saw it."
)


def _page(name: str, url: str, day: int, *origins: tuple[str, str], outlet: str | None = None) -> CopyText:
    return CopyText(name, TEXT, outlet or f"Paper {name}", f"2031-03-{day:02}", url=url, origins=origins)


def _lineage(*pages: CopyText) -> dict[str, Descent]:
    return {descent.child: descent for descent in trace_lineage(pages, find_copies(pages))}


def test_the_page_that_a_canonical_link_names_is_the_parent_though_it_is_dated_later() -> None:
    found = _lineage(_page("a", "https://portal.example/1", 6, ("canonical", f"{PAPER}/")), _page("b", PAPER, 7))
    assert (found["a"].parent, found["b"].parent) == ("b", None)
    assert found["a"].confidence >= 0.95
    assert found["a"].traces[0].kind == "link"
    assert found["a"].traces[0].reason == f"its canonical names {PAPER}/"


def test_copies_that_name_a_page_outside_the_corpus_have_an_unseen_parent_in_common() -> None:
    pages = [
        _page(name, f"https://{name}.example/w", day, ("syndication-source", WIRE))
        for name, day in zip("ab", (6, 7), strict=True)
    ]
    assert {descent.parent for descent in _lineage(*pages).values()} == {"common:Reuters"}
    unknown = _page("c", "https://c.example/w", 8, ("original-source", "https://valley-notes.example/w"))
    assert _lineage(unknown)["c"].parent == "common:valley-notes.example"


def test_a_document_that_an_article_is_based_on_is_no_unseen_source_of_its_text() -> None:
    page = _page("a", "https://a.example/w", 6, ("isBasedOn", "https://river-board.example/report.pdf"))
    assert _lineage(page)["a"].parent is None


def test_the_named_outlets_own_article_stays_the_parent_under_another_address() -> None:
    wire = _page("b", "https://news.wire.example/7", 5, outlet="Reuters")
    found = _lineage(_page("a", "https://portal.example/1", 6, ("canonical", WIRE)), wire)
    assert found["a"].parent == "b"


@pytest.mark.parametrize("days", [(6, 7, 8), (8, 7, 6), (7, 7, 7)])
def test_pages_that_name_one_another_never_become_their_own_ancestors(days: tuple[int, int, int]) -> None:
    urls = [f"https://{name}.example/w" for name in "abc"]
    pages = [_page(name, urls[n], days[n], ("canonical", urls[(n + 1) % 3])) for n, name in enumerate("abc")]
    for chosen in (pages, pages[:2]):
        found = _lineage(*chosen)
        for start in found:
            step, seen = found[start].parent, {start}
            while step in found:
                assert step not in seen
                seen.add(step)
                step = found[step].parent
