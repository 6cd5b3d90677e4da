from __future__ import annotations

import pytest
from tests.claims.telling import Marks, tell

from retold.claims import Former, build_ledger, find_dropped, find_retractions, to_json
from retold.records.claims import RetractionKind

CLAIM = "The clinic in Harrow Bay gave expired vaccines to forty children."


@pytest.mark.parametrize(
    "words",
    [
        "An earlier version of this story said the clinic in Harrow Bay gave expired vaccines to children.",
        "The Bay Courier retracted its report that the clinic in Harrow Bay gave expired vaccines to children.",
        "This article was corrected to say that the clinic in Harrow Bay gave no expired vaccines to children.",
        "The inspector withdrew her statement that the clinic in Harrow Bay gave expired vaccines to children.",
    ],
)
def test_a_withdrawal_names_the_claim_and_who_still_carries_it(words: str) -> None:
    accounts = [tell("a", "Bay Courier", CLAIM), tell("b", "Inland Echo", CLAIM), tell("c", "Bay Courier", words)]
    claims = build_ledger("s", accounts, []).claims
    (found,) = find_retractions(accounts, claims)
    assert found.where.article == "c"
    assert found.claim == next(c.id for c in claims if c.text == CLAIM.rstrip("."))
    assert found.carriers == ("a", "b")


def test_the_withdrawal_of_nothing_that_is_told_names_no_claim() -> None:
    accounts = [
        tell("a", "Bay Courier", CLAIM),
        tell("b", "Inland Echo", "The senator retracted her remarks on whaling."),
    ]
    (found,) = find_retractions(accounts, build_ledger("s", accounts, []).claims)
    assert found.claim is None
    assert found.carriers == ()


def test_plain_articles_withdraw_nothing() -> None:
    accounts = [tell("a", "Bay Courier", CLAIM + " The tide went out and the boats withdrew to the harbour.")]
    assert find_retractions(accounts, build_ledger("s", accounts, []).claims) == ()


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("This article was corrected to say that the clinic in Harrow Bay gave no expired vaccines.", "Inland Echo"),
        ("The inspector withdrew her statement that the clinic in Harrow Bay gave expired vaccines.", "The inspector"),
    ],
)
def test_it_is_said_who_took_it_back_and_when(words: str, by: str) -> None:
    clause = (words.rstrip("."), "withdrew" if "withdrew" in words else "corrected", by if by in words else "", ())
    told = tell("c", "Inland Echo", words, marks=Marks(clauses=(clause,)), published="2026-03-04")
    accounts = [tell("a", "Bay Courier", CLAIM), told]
    (found,) = find_retractions(accounts, build_ledger("s", accounts, []).claims)
    assert (found.by, found.when, found.kind) == (by, "2026-03-04", RetractionKind.STATED)


def test_a_claim_that_shares_more_with_the_withdrawal_is_meant_rather_than_a_short_one_inside_it() -> None:
    back = "The Courier retracted its report that the clinic in Harrow Bay gave expired vaccines."
    accounts = [
        tell("a", "Bay Courier", CLAIM),
        tell("b", "Inland Echo", "The clinic opened in May. Forty children were given vaccines."),
        tell("c", "Bay Courier", back),
    ]
    claims = build_ledger("s", accounts, []).claims
    (found,) = find_retractions(accounts, claims)
    assert found.claim == next(c.id for c in claims if c.text == CLAIM.rstrip("."))


def test_the_ledger_and_its_pipe_carry_withdrawals() -> None:
    words = "The Courier retracted its report that the clinic in Harrow Bay gave expired vaccines to forty children."
    accounts = [tell("a", "Bay Courier", CLAIM), tell("b", "Bay Courier", words, published="2026-03-04")]
    (line,) = to_json(build_ledger("s", accounts, []))["retractions"]
    assert (line["article"], line["kind"], line["when"], line["carriers"]) == ("b", "stated", "2026-03-04", ["a"])
    assert line["claim"]


TOWN = "The mayor of Harrow Bay opened the new pier."


def test_what_a_later_capture_dropped_is_told_with_who_still_carries_it() -> None:
    before = tell("old", "Bay Courier", f"{CLAIM} {TOWN}")
    now = tell("new", "Bay Courier", TOWN, published="2026-03-05")
    accounts = [now, tell("b", "Inland Echo", CLAIM)]
    ledger = build_ledger("s", accounts, [])
    (found,) = find_dropped([Former(before, now.article)], accounts, ledger)
    assert (found.kind, found.by, found.when) == (RetractionKind.DROPPED, "Bay Courier", "2026-03-05")
    assert found.carriers == ("b",)
    assert found.where.article == "old"
    assert found.claim == next(c.id for c in ledger.claims if "vaccines" in c.text)


def test_what_a_later_capture_still_says_or_nobody_else_tells_was_not_dropped() -> None:
    before = tell("old", "Bay Courier", f"{CLAIM} {TOWN}")
    now = tell("new", "Bay Courier", f"{TOWN} {CLAIM}")
    accounts = [now, tell("b", "Inland Echo", CLAIM)]
    assert find_dropped([Former(before, now.article)], accounts, build_ledger("s", accounts, [])) == ()
    alone = [tell("new", "Bay Courier", TOWN)]
    assert find_dropped([Former(before, alone[0].article)], alone, build_ledger("s", alone, [])) == ()


def test_an_article_that_tells_the_withdrawal_too_carries_the_claim_no_longer() -> None:
    words = "The inspector withdrew her statement that the clinic in Harrow Bay gave expired vaccines to children."
    accounts = [tell("a", "Bay Courier", CLAIM), *(tell(i, f"Paper {i}", f"{CLAIM} {words}") for i in ("b", "c"))]
    found = find_retractions(accounts, build_ledger("s", accounts, []).claims)
    assert [one.carriers for one in found] == [("a",), ("a",)]
