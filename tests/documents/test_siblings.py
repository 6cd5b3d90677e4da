"""Dates inferred from other tellings: only where the texts bear them out."""

from __future__ import annotations

import pytest

from retold.documents import from_text, infer_published
from retold.records.documents import Article, Basis

# 10 May 2031 is a Saturday.
UNDATED = "The ferry to Havre sank on Saturday, the coastguard said.\nAll were saved."


def dated(name: str, date: str | None, text: str = "The Havre ferry went down on Saturday.\nAll are safe.") -> Article:
    return from_text(text, id=name, published=date)


def infer(text: str, *others: Article) -> Article:
    article = from_text(text, id="u")
    ids = {"u": [other.id for other in others]}
    forward = infer_published([article, *others], ids)
    backward = infer_published([*reversed(others), article], {"u": list(reversed(ids["u"]))})
    assert forward[0] == backward[-1]
    assert forward[1:] == others
    return forward[0]


def test_the_same_weekday_in_both_gives_the_siblings_date_and_points_at_both() -> None:
    found = infer(UNDATED, dated("d", "2031-05-10"))
    assert (found.published.value, found.published.basis) == ("2031-05-10", Basis.INFERRED)
    assert {pointer.article for pointer in found.published.evidence} == {"u", "d"}
    assert [p.span.of(found.text) for p in found.published.evidence if p.article == "u"] == ["on Saturday"]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (UNDATED, [("2031-05-11", None)]),
        (UNDATED, [(None, None)]),
        ("The ferry to Havre sank, the coastguard said.", [("2031-05-10", None)]),
        ("The ferry sank last Saturday.", [("2031-05-10", None)]),
        ("The ferry sails on Saturdays.", [("2031-05-10", None)]),
        (UNDATED, [("2031-05-10", "The ferry sank at dawn.")]),
        (UNDATED, [("2031-05-10", None), ("2031-05-17", None)]),
        (UNDATED + "\nThe wreck was raised on 20 May 2031.", [("2031-05-10", None)]),
    ],
    ids=["next-day", "undated", "no-day", "last", "plural", "one-side", "divided", "later-event"],
)
def test_without_agreement_the_date_stays_unknown(text: str, others: list[tuple[str | None, str | None]]) -> None:
    siblings = [
        dated(f"d{n}", date, words) if words else dated(f"d{n}", date) for n, (date, words) in enumerate(others)
    ]
    assert infer(text, *siblings).published.basis is Basis.UNKNOWN


def test_most_dated_siblings_must_agree() -> None:
    found = infer(UNDATED, dated("a", "2031-05-10"), dated("b", "2031-05-10"), dated("c", "2031-05-11"))
    assert found.published.value == "2031-05-10"
    assert "2 of 3" in found.published.reason


def test_a_dateline_without_year_takes_the_year_of_a_near_sibling() -> None:
    text = "HAVRE, May 9 (Reuters) - The ferry sank at dawn, the coastguard said.\nAll were saved."
    found = infer(text, dated("d", "2031-05-10"))
    assert found.published.value == "2031-05-09"
    assert infer(text, dated("d", "2031-08-10")).published.value is None


def test_a_stated_date_is_never_changed_and_an_inferred_one_is_no_evidence() -> None:
    stated = dated("s", "2031-05-04", UNDATED)
    first = infer(UNDATED, dated("d", "2031-05-10"))
    other = from_text(UNDATED, id="w")
    assert infer_published([stated, dated("d", "2031-05-10")], {"s": ["d"]})[0] is stated
    assert infer_published([other, first], {"w": ["u"]})[0].published.value is None
