from __future__ import annotations

from dataclasses import replace

from retold.documents import from_text
from retold.interfaces.withdrawals import withdrawal_views
from retold.records.claims import Retraction, RetractionKind
from retold.records.documents import Article
from retold.records.spans import Pointer, Span

TEXT = "The Bay Courier took it all back on Tuesday."
ARTICLES = {
    name: from_text(TEXT, id=name, outlet=f"Paper {name}", published=f"2026-03-0{day}")
    for day, name in enumerate("abc", 1)
}
ONE = Retraction(
    Pointer("b", Span(0, len(TEXT))),
    Span(16, 20),
    RetractionKind.STATED,
    "Bay Courier",
    "2026-03-02",
    "s.1",
    ("a", "c"),
)


def look(name: str) -> Article:
    return ARTICLES[name]


def test_who_printed_it_after_the_withdrawal_is_told_apart() -> None:
    (view,) = withdrawal_views([ONE], look)
    assert view.head == "Bay Courier took it back (2026-03-02)"
    assert view.still == "Paper a (2026-03-01), Paper c (2026-03-03, printed after)"
    assert view.words == TEXT


def test_a_withdrawal_that_several_articles_tell_is_shown_once_with_all_its_places() -> None:
    again = replace(ONE, where=Pointer("c", Span(0, len(TEXT))), when="2026-03-03", by="Bay courier")
    (view,) = withdrawal_views([again, ONE], look)
    assert view.where.article == "b"
    assert [place.article for place in view.also] == ["c"]


def test_withdrawals_of_nothing_certain_stay_apart() -> None:
    unclear = [replace(ONE, claim=None, carriers=(), where=Pointer(name, Span(0, 9))) for name in "ab"]
    assert len(withdrawal_views(unclear, look)) == 2
