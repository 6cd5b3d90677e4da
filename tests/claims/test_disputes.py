from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.telling import Marks, Said, tell

from retold.claims import build_ledger
from retold.records.claims import Account, DisputeReason, Ledger, Position
from retold.records.spans import Span
from retold.records.statements import Actor, ActorType, Mention, Stance

FIRE = "the warehouse in Tolmin stored fireworks without a permit"


def told(identity: str, name: str, cue: str, content: str, stance: Stance = Stance.ASSERT) -> Account:
    return tell(
        identity, f"Paper {identity}", f"{name} {cue} {content}.", [Said(content, name, cue, name=name, stance=stance)]
    )


def reasons(ledger: Ledger) -> list[tuple[str, bool]]:
    return [(d.why.value, d.a == d.b) for d in ledger.disputes]


def positions(ledger: Ledger) -> list[str]:
    return [o.position.value for claim in ledger.claims for o in claim.occurrences]


def test_a_denial_disputes_the_claim_with_itself() -> None:
    ledger = build_ledger(
        "s", [told("a", "Ana Roth", "said", FIRE), told("b", "Piet Vos", "denied", FIRE, Stance.DENY)], []
    )
    assert reasons(ledger) == [("denial", True)]
    assert positions(ledger) == ["assert", "deny"]
    assert "Ana Roth" in ledger.disputes[0].detail


def test_to_deny_the_contrary_is_to_assert() -> None:
    never = "the warehouse in Tolmin never stored fireworks without a permit"
    ledger = build_ledger("s", [told("a", "Ana Roth", "said", FIRE), told("b", "Piet Vos", "said", never)], [])
    assert positions(ledger) == ["assert", "deny"]
    ledger = build_ledger(
        "s", [told("a", "Ana Roth", "said", FIRE), told("b", "Piet Vos", "denied", never, Stance.DENY)], []
    )
    assert positions(ledger) == ["assert", "assert"]
    assert ledger.disputes == ()


def test_opposite_senses_are_a_dispute_of_polarity() -> None:
    a = told("a", "Ana Roth", "said", "the search for the climbers on Mount Orla was continuing")
    b = told("b", "Piet Vos", "said", "the search for the climbers on Mount Orla had ended")
    ledger = build_ledger("s", [a, b], [])
    assert reasons(ledger) == [("polarity", True)]


def counted(
    identity: str, number: str, low: float | None, high: float | None, tail: str = "", edtf: str = ""
) -> Account:
    words = f"{number} people"
    text = f"The landslide above the village of Kesra buried {words}{tail}."
    times = ((tail.strip(), edtf),) if edtf else ()
    return tell(identity, f"Paper {identity}", text, (), Marks(((words, low, high, "person"),), times))


def test_numbers_that_cannot_both_hold_are_a_dispute_between_two_claims() -> None:
    ledger = build_ledger("s", [counted("a", "33", 33, 33), counted("b", "64", 64, 64)], [])
    assert len(ledger.claims) == 2
    assert reasons(ledger) == [("number", False)]
    assert "33 people / 64 people" in ledger.disputes[0].detail


@pytest.mark.parametrize(("low", "high"), [(17, None), (15, 20), (17, 17)])
def test_numbers_that_can_both_hold_are_one_claim(low: float, high: float | None) -> None:
    ledger = build_ledger("s", [counted("a", "17", 17, 17), counted("b", "several", low, high)], [])
    assert len(ledger.claims) == 1
    assert ledger.disputes == ()


def test_counts_stamped_with_different_times_are_no_dispute() -> None:
    a = counted("a", "2", 2, 2, " on Sunday", "2021-05-02")
    b = counted("b", "4", 4, 4, " on Monday", "2021-05-03")
    ledger = build_ledger("s", [a, b], [])
    assert len(ledger.claims) == 2
    assert ledger.disputes == ()


def test_times_that_exclude_each_other_are_a_dispute() -> None:
    a_text = "Norland shipped the turbines to the island of Tessa before May 2019."
    b_text = "Norland has shipped the turbines to the island of Tessa since June 2020."
    a = tell("a", "Courier", a_text, (), Marks((), (("May 2019", "2019-05"),)))
    b = tell("b", "Post", b_text, (), Marks((), (("June 2020", "2020-06"),)))
    ledger = build_ledger("s", [a, b], [])
    assert reasons(ledger) == [("time", False)]


def test_parts_do_not_contradict_their_total() -> None:
    a_text = "The court fined the shipping line Belmar 50 crowns for the spill at Oxe."
    b_text = "The court fined the shipping line Belmar 20 crowns and 30 crowns for the spill at Oxe."
    a = tell("a", "Courier", a_text, (), Marks((("50 crowns", 50, 50, "crown"),)))
    b = tell("b", "Post", b_text, (), Marks((("20 crowns", 20, 20, "crown"), ("30 crowns", 30, 30, "crown"))))
    assert build_ledger("s", [a, b], []).disputes == ()


def test_doubt_is_a_side_of_its_own() -> None:
    doubted = f"It is unclear whether {FIRE}."
    ledger = build_ledger("s", [told("a", "Ana Roth", "said", FIRE), tell("b", "Post", doubted)], [])
    found = {o.position for claim in ledger.claims for o in claim.occurrences}
    assert found == {Position.ASSERT, Position.DOUBT}
    assert [d.why for d in ledger.disputes] == [DisputeReason.DENIAL]


def acted(identity: str, who: str) -> Account:
    text = f"{who} ordered the closure of the Brenn reservoir."
    clause = (text.rstrip("."), "ordered", who, ("the closure of the Brenn reservoir",))
    account = tell(identity, f"Paper {identity}", text, (), Marks((), (), (clause,)))
    mention = Mention(Span(0, len(who)), ActorType.PERSON, who.lower())
    actor = Actor(who.lower(), who, ActorType.PERSON)
    return replace(account, annotation=replace(account.annotation, mentions=(mention,), actors=(actor,)))


def test_one_deed_of_two_doers_is_a_dispute_and_two_claims() -> None:
    ledger = build_ledger("s", [acted("a", "Ana Roth"), acted("b", "Piet Vos")], [])
    assert len(ledger.claims) == 2
    assert reasons(ledger) == [("actor", False)]
    assert "ana roth / piet vos" in ledger.disputes[0].detail


def test_one_deed_of_one_doer_is_one_claim() -> None:
    ledger = build_ledger("s", [acted("a", "Ana Roth"), acted("b", "Ana Roth")], [])
    assert len(ledger.claims) == 1
    assert ledger.disputes == ()


def test_copies_of_one_wording_do_not_turn_the_claim_around() -> None:
    stored = told("a", "Ana Roth", "said", FIRE)
    again = told("b", "Lea Brun", "said", FIRE.replace("stored", "kept"))
    never = "the warehouse in Tolmin never stored fireworks without a permit"
    denials = [told(name, "Piet Vos", "said", never) for name in ("c", "d", "e", "f")]

    def sides(accounts: list[Account]) -> dict[str, str]:
        ledger = build_ledger("s", accounts, [])
        return {o.article: o.position.value for c in ledger.claims for o in c.occurrences if o.article in "abc"}

    assert sides([stored, again, denials[0]]) == {"a": "assert", "b": "assert", "c": "deny"}
    assert sides([stored, again, *denials]) == sides([stored, again, denials[0]])
