"""What a person judges is what the ledger then says, whatever order the articles come in."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.telling import Marks, Said, tell

from retold.claims import build_ledger
from retold.records.claims import Account, Claim, Ledger
from retold.records.judgements import Action, Judged, Judgement, Place, Places
from retold.records.spans import Span
from retold.records.statements import Stance

CLOSED = "The swing bridge at Tolm will stay closed for nine weeks."
SHUT = "Traffic over the Tolm crossing is cut until August."
HURT = "Fourteen people were hurt when the swing bridge at Tolm dropped."
MORE_HURT = "Nineteen people were hurt when the swing bridge at Tolm dropped."
MORE = Marks((("Nineteen people", 19, 19, "person"),))


def named(identity: str, outlet: str, speaker: str, statement: str) -> Account:
    text = f"{statement[:-1]}, {speaker} said."
    return tell(identity, outlet, text, [Said(statement[:-1], speaker, "said", name=speaker)])


ACCOUNTS = [
    named("a", "Tolm Courier", "Ida Brandt", CLOSED),
    named("b", "The Aldmere Post", "Tomas Reyl", CLOSED),
    named("c", "Newsline", "Lena Okoro", SHUT),
    tell("d", "Echo", f"{HURT} {CLOSED}", (), Marks((("Fourteen people", 14, 14, "person"),))),
    tell("e", "Metro", MORE_HURT, (), MORE),
]
TEXTS = {account.article.id: account.article.text for account in ACCOUNTS}


def ledger(*judgements: Judgement, accounts: list[Account] = ACCOUNTS) -> Ledger:
    return build_ledger("s", accounts, [], judgements=judgements)


def claim_of(found: Ledger, words: str) -> Claim:
    (claim,) = (c for c in found.claims if any(words in o.span.of(TEXTS[o.article]) for o in c.occurrences))
    return claim


def places(claim: Claim, *articles: str) -> Places:
    return tuple(
        Place.of(o.article, o.span, TEXTS[o.article])
        for o in claim.occurrences
        if not articles or o.article in articles
    )


def judgement(action: Action, judged: Judged, *sides: Places, number: int = 1) -> Judgement:
    return Judgement(f"j{number}", "2031-05-04T10:00:00+00:00", "Ann Dow", action, judged, sides, "a reason")


def shape(found: Ledger) -> set[frozenset[tuple[str, Span]]]:
    return {frozenset((o.article, o.span) for o in claim.occurrences) for claim in found.claims}


PLAIN = ledger()
CLOSURE, CUT = claim_of(PLAIN, "stay closed"), claim_of(PLAIN, "crossing is cut")
MERGE = judgement(Action.MERGE, Judged.CLAIM, places(CLOSURE), places(CUT))
SPLIT = judgement(Action.SPLIT, Judged.CLAIM, places(CLOSURE, "b"), places(CLOSURE, "a", "d"))


def test_the_plain_ledger_is_what_these_tests_build_on() -> None:
    assert {o.article for o in CLOSURE.occurrences} == {"a", "b", "d"}
    assert {o.article for o in CUT.occurrences} == {"c"}
    assert len(PLAIN.disputes) == 1


def test_merged_claims_are_one_and_their_origins_are_counted_together() -> None:
    merged = claim_of(ledger(MERGE), "crossing is cut")
    assert {o.article for o in merged.occurrences} == {"a", "b", "c", "d"}
    assert merged.origins.retellings == 4
    assert merged.origins.speakers.high == CLOSURE.origins.speakers.high + 1
    reasons = [link.reason for link in merged.links if link.sure]
    assert reasons.count("put together by a person") == 1
    assert "word for word the same" in reasons, "what the matcher tied is still told as its own"


def test_split_places_leave_and_take_their_origins_along() -> None:
    found = ledger(SPLIT)
    assert len(found.claims) == len(PLAIN.claims) + 1
    parted = next(c for c in found.claims if {o.article for o in c.occurrences} == {"b"})
    left = next(c for c in found.claims if {o.article for o in c.occurrences} == {"a", "d"})
    assert (parted.origins.retellings, left.origins.retellings) == (1, 2)
    assert {root.name for root in left.origins.roots if root.kind == "speaker"} == {"Ida Brandt"}


def test_a_rejected_place_is_no_occurrence_of_the_claim_any_more() -> None:
    rejected = judgement(Action.REJECT, Judged.OCCURRENCE, places(CLOSURE, "a"), places(CLOSURE, "b", "d"))
    assert shape(ledger(rejected)) >= {
        frozenset((o.article, o.span) for o in CLOSURE.occurrences if o.article == "a"),
        frozenset((o.article, o.span) for o in CLOSURE.occurrences if o.article != "a"),
    }


def test_the_twin_of_a_parted_place_in_a_later_copy_leaves_with_it() -> None:
    parted = judgement(Action.SPLIT, Judged.CLAIM, places(claim_of(PLAIN, "Fourteen")), places(CLOSURE))
    assert shape(ledger(parted)) == shape(PLAIN), "they were no claim together: nothing to part"
    merged = judgement(Action.MERGE, Judged.CLAIM, places(CLOSURE), places(CUT))
    back = judgement(Action.SPLIT, Judged.CLAIM, places(CUT), places(CLOSURE), number=2)
    copy = named("f", "Late Copy", "Lena Okoro", SHUT)
    TEXTS["f"] = copy.article.text
    found = ledger(merged, back, accounts=[*ACCOUNTS, copy])
    assert {o.article for o in claim_of(found, "crossing is cut").occurrences} == {"c", "f"}


def test_of_two_judgements_on_the_same_places_the_later_one_holds() -> None:
    apart = judgement(Action.SPLIT, Judged.CLAIM, places(CUT), places(CLOSURE), number=2)
    assert shape(ledger(MERGE, apart)) == shape(PLAIN)
    assert shape(ledger(apart, MERGE)) == shape(ledger(MERGE))


def test_a_rejected_dispute_is_settled_and_stays_so_when_a_copy_comes() -> None:
    dispute = PLAIN.disputes[0]
    sides = [places(next(c for c in PLAIN.claims if c.id == name)) for name in (dispute.a, dispute.b)]
    reject = judgement(Action.REJECT, Judged.DISPUTE, *sides)
    assert [d.settled for d in ledger(reject).disputes] == ["j1"]
    copy = tell("0", "Late Copy", MORE_HURT, (), MORE)
    assert [d.settled for d in ledger(reject, accounts=[copy, *ACCOUNTS]).disputes] == ["j1"]
    assert [d.settled for d in PLAIN.disputes] == [""]


def test_a_denial_in_new_words_opens_a_settled_dispute_again() -> None:
    content = CLOSED[:-1].replace("The", "the")

    def denying(identity: str, speaker: str, words: str) -> Account:
        said = Said(words, speaker, "denied", name=speaker, stance=Stance.DENY)
        return tell(identity, "Globe " + identity, f"{speaker} denied that {words}.", [said])

    accounts = [*ACCOUNTS, denying("g", "Mara Quill", content)]
    texts = {account.article.id: account.article.text for account in accounts}
    claim = next(c for c in ledger(accounts=accounts).claims if any(o.article == "g" for o in c.occurrences))
    sides = tuple(
        tuple(Place.of(o.article, o.span, texts[o.article]) for o in claim.occurrences if (o.article == "g") is against)
        for against in (False, True)
    )
    reject = judgement(Action.REJECT, Judged.DISPUTE, *sides)
    own = [d for d in ledger(reject, accounts=accounts).disputes if d.a == d.b]
    assert [d.settled for d in own] == ["j1"]
    later = denying("h", "Osric Vane", "the swing bridge at Tolm will stay closed for nine whole weeks")
    reopened = [d for d in ledger(reject, accounts=[*accounts, later]).disputes if d.a == d.b]
    assert [d.settled for d in reopened] == [""]


def test_the_order_of_articles_does_not_matter_to_what_was_judged() -> None:
    expected = ledger(MERGE, SPLIT)
    assert {repr(ledger(MERGE, SPLIT, accounts=list(order))) for order in permutations(ACCOUNTS)} == {repr(expected)}


@st.composite
def judged(draw: st.DrawFn) -> list[Judgement]:
    """Judgements on claims of the plain ledger, as a person could make them one after the other."""
    made: list[Judgement] = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        now = ledger(*made)
        if draw(st.booleans()) and len(now.claims) > 1:
            some = draw(st.lists(st.sampled_from(now.claims), min_size=2, max_size=3, unique_by=lambda c: c.id))
            made.append(judgement(Action.MERGE, Judged.CLAIM, *(places(c) for c in some), number=number))
            continue
        several = [c for c in now.claims if len(c.occurrences) > 1]
        if several:
            all_of_them = places(draw(st.sampled_from(several)))
            leaving = draw(st.sets(st.sampled_from(all_of_them), min_size=1, max_size=len(all_of_them) - 1))
            staying = tuple(place for place in all_of_them if place not in leaving)
            made.append(judgement(Action.SPLIT, Judged.CLAIM, tuple(sorted(leaving)), staying, number=number))
    return made


@given(judged())
@settings(max_examples=40, deadline=None)
def test_no_statement_is_lost_or_told_twice_and_each_judgement_is_obeyed_when_made(made: list[Judgement]) -> None:
    found = ledger(*made)
    everything = [(o.article, o.span) for claim in found.claims for o in claim.occurrences]
    assert len(everything) == len(set(everything))
    assert set(everything) == {(o.article, o.span) for claim in PLAIN.claims for o in claim.occurrences}
    if made:
        last = made[-1]
        owner = {(o.article, o.span): c.id for c in found.claims for o in c.occurrences}
        sides = [{owner[p.pointer.article, p.pointer.span] for p in side} for side in last.sides]
        if last.action is Action.MERGE:
            assert len(set().union(*sides)) == 1
        else:
            assert sides[0].isdisjoint(sides[1])
    for claim in found.claims:
        assert claim.origins.speakers.low <= claim.origins.speakers.high
