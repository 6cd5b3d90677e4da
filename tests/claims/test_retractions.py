from __future__ import annotations

import pytest
from tests.claims.telling import tell

from retold.claims import build_ledger, find_retractions

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
