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


def test_nearly_a_number_is_less_than_it() -> None:
    assert len(build_ledger("s", [counted("a", "nearly 24", 24, 24), counted("b", "25", 25, 25)], []).claims) == 2
    assert len(build_ledger("s", [counted("a", "about 24", 24, 24), counted("b", "25", 25, 25)], []).claims) == 2


def toll(identity: str, sentence: str, verb: str, subject: str, number: str) -> Account:
    value = float(number)
    marks = Marks(((number, value, value, ""),), (), ((sentence, verb, subject, (number,)),))
    return tell(identity, f"Paper {identity}", f"{sentence}.", (), marks)


def test_two_totals_of_one_toll_cannot_both_hold() -> None:
    a = toll("a", "The number of dead in Kesra was 33", "was", "The number of dead in Kesra", "33")
    b = toll("b", "The death toll in Kesra rose to 64", "rose", "The death toll in Kesra", "64")
    assert reasons(build_ledger("s", [a, b], [])) == [("number", False)]


def test_a_toll_that_may_exceed_a_number_excludes_none_above_it() -> None:
    a = toll("a", "The death toll in Kesra exceeded 50", "exceeded", "The death toll in Kesra", "50")
    b = toll("b", "The death toll in Kesra was 64", "was", "The death toll in Kesra", "64")
    assert build_ledger("s", [a, b], []).disputes == ()


@pytest.mark.parametrize(
    ("lead", "tail"),
    [
        ("It does not appear that ", ""),
        ("There is no evidence that ", ""),
        ("He called false the claim that ", ""),
        ("The report that ", " is untrue"),
    ],
)
def test_words_around_a_statement_say_that_it_is_not_so(lead: str, tail: str) -> None:
    text = f"{lead}{FIRE}{tail}."
    marks = Marks(clauses=((FIRE, "stored", "the warehouse in Tolmin", ("fireworks",)),))
    ledger = build_ledger("s", [told("a", "Ana Roth", "said", FIRE), tell("b", "Paper b", text, (), marks)], [])
    assert positions(ledger) == ["assert", "deny"]
    assert reasons(ledger) == [("polarity", True)]


def test_to_deny_a_claim_leaves_what_is_said_after_it_asserted() -> None:
    text = f"The company called the claim false and insisted that {FIRE}."
    ledger = build_ledger(
        "s", [tell("a", "Paper a", text, [Said(FIRE, "The company", "insisted", name="company")])], []
    )
    (claim,) = (c for c in ledger.claims if "fireworks" in c.text)
    assert [o.position for o in claim.occurrences] == [Position.ASSERT]


def test_one_voice_that_denies_and_negates_is_on_one_side() -> None:
    never = "the warehouse in Tolmin never stored fireworks without a permit"
    a = told("a", "Ana Roth", "denied", FIRE, Stance.DENY)
    ledger = build_ledger("s", [a, told("b", "Ana Roth", "said", never)], [])
    assert ledger.disputes == ()


def acting(identity: str, doer: str, place: str = "") -> Account:
    sentence = f"{doer} attacked the radar station on the Sorn ridge"
    text = f"{sentence}."
    account = tell(
        identity,
        f"Paper {identity}",
        text,
        (),
        Marks(clauses=((sentence, "attacked", doer, ("the radar station on the Sorn ridge",)),)),
    )
    named = [(doer.removesuffix(f" in {place}"), ActorType.ORGANISATION), (place, ActorType.PLACE)]
    mentions = tuple(
        Mention(Span(text.index(name), text.index(name) + len(name)), kind, None) for name, kind in named if name
    )
    return replace(account, annotation=replace(account.annotation, mentions=mentions))


def test_two_bodies_that_did_one_deed_are_a_dispute_of_actors() -> None:
    ledger = build_ledger("s", [acting("a", "The Dane Legion"), acting("b", "The Corvan Guard")], [])
    assert reasons(ledger) == [("actor", False)]


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [("Corvan Guard", "Armed Corvan Guard", ""), ("Dane Legion", "Dane Legion in Velt", "Velt")],
)
def test_a_fuller_name_or_a_place_beside_the_doer_is_nobody_else(one: str, other: str, place: str) -> None:
    ledger = build_ledger("s", [acting("a", one), acting("b", other, place)], [])
    assert ledger.disputes == ()
    assert len(ledger.claims) == 1


def struck(identity: str, doer: str, sufferer: str) -> Account:
    sentence = f"{doer} shelled {sufferer} across the Sorn valley overnight"
    account = tell(
        identity, f"Paper {identity}", f"{sentence}.", (), Marks(clauses=((sentence, "shelled", doer, (sufferer,)),))
    )
    mentions = tuple(
        Mention(Span(sentence.index(name), sentence.index(name) + len(name)), ActorType.ORGANISATION, None)
        for name in sorted((doer, sufferer), key=sentence.index)
    )
    return replace(account, annotation=replace(account.annotation, mentions=mentions))


def test_who_does_it_to_whom_tells_two_claims_apart_and_is_no_dispute() -> None:
    ledger = build_ledger(
        "s", [struck("a", "Dane Legion", "Corvan Guard"), struck("b", "Corvan Guard", "Dane Legion")], []
    )
    assert len(ledger.claims) == 2
    assert ledger.disputes == ()


def test_an_opposite_of_another_time_is_no_dispute() -> None:
    opened, shut = "The Orla bridge was opened to lorries", "The Orla bridge was shut to lorries"
    a = tell("a", "Paper a", f"{opened} in 1964.", (), Marks((), (("1964", "1964"),)))
    ledger = build_ledger("s", [a, tell("b", "Paper b", f"{shut}.", [Said(shut, "", "", name="Ana Roth")])], [])
    assert ledger.disputes == ()
