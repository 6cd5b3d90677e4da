from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.telling import Marks, Said, tell

from retold.claims import build_ledger
from retold.records.claims import Account, Claim, Ledger, Position
from retold.records.spans import Span
from retold.records.stories import CopyKind, Descent

FERRY = "The ferry Halcyon ran aground near Port Ellis on Monday with 140 passengers aboard."
RESCUE = "Rescuers brought the passengers of the ferry Halcyon ashore by midnight."
COURT = "A judge in Aldmere postponed the trial of the banker Osric Vane."


def claim_of(ledger: Ledger, words: str) -> Claim:
    (found,) = (claim for claim in ledger.claims if words in claim.text)
    return found


def ferry(identity: str, outlet: str, speaker: str | None = None) -> Account:
    if speaker is None:
        return tell(identity, outlet, FERRY)
    text = f"{FERRY[:-1]}, {speaker} said."
    return tell(identity, outlet, text, [Said(FERRY[:-1], speaker, "said", name=speaker)])


def test_the_same_statement_of_two_outlets_is_one_claim() -> None:
    ledger = build_ledger("s", [ferry("a", "Ellis Courier"), ferry("b", "The Aldmere Post")], [])
    assert [len(claim.occurrences) for claim in ledger.claims] == [2]


def test_different_statements_stay_apart() -> None:
    ledger = build_ledger("s", [tell("a", "Ellis Courier", FERRY), tell("b", "The Aldmere Post", COURT)], [])
    assert len(ledger.claims) == 2


def test_source_and_cue_do_not_stand_in_the_span() -> None:
    text = "The harbour master Ida Brandt said the ferry Halcyon had ignored two warnings."
    content = "the ferry Halcyon had ignored two warnings"
    source = "The harbour master Ida Brandt"
    ledger = build_ledger("s", [tell("a", "Courier", text, [Said(content, source, "said", name="Ida Brandt")])], [])
    assert [o.span.of(text) for claim in ledger.claims for o in claim.occurrences] == [content]


def test_an_article_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        build_ledger("s", [ferry("a", "Courier"), ferry("a", "Courier")], [])


def test_the_order_of_accounts_does_not_matter() -> None:
    accounts = [ferry("a", "Courier", "Ida Brandt"), ferry("b", "Post"), tell("c", "Echo", f"{FERRY} {RESCUE}")]
    ledgers = {repr(build_ledger("s", list(order), [])) for order in permutations(accounts)}
    assert len(ledgers) == 1


SPEAKERS = st.sampled_from([None, "Ida Brandt", "Tomas Reyl", "Lena Okoro"])
TELLINGS = st.lists(st.tuples(st.sampled_from(["Courier", "Post", "Echo", "Herald"]), SPEAKERS), min_size=1, max_size=5)


def accounts_of(tellings: list[tuple[str, str | None]]) -> list[Account]:
    return [ferry(f"a{n}", outlet, speaker) for n, (outlet, speaker) in enumerate(tellings)]


def origins(accounts: list[Account], descents: tuple[Descent, ...] = ()) -> Claim:
    return claim_of(build_ledger("s", accounts, descents), "ran aground")


@given(TELLINGS, st.data())
@settings(max_examples=60, deadline=None)
def test_a_pure_copy_raises_neither_speakers_nor_observers(
    tellings: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    accounts = accounts_of(tellings)
    parent = data.draw(st.sampled_from(accounts))
    speaker = tellings[accounts.index(parent)][1]
    copy = ferry("copy", "Mirror", speaker)
    before = origins(accounts).origins
    descent = Descent("copy", parent.article.id, CopyKind.VERBATIM, 1.0, 1.0)
    after = origins([*accounts, copy], (descent,)).origins
    assert after.speakers.low <= before.speakers.low
    assert after.speakers.high <= before.speakers.high
    assert after.observers.low <= before.observers.low
    assert after.observers.high <= before.observers.high
    assert after.retellings == before.retellings + 1


@given(TELLINGS)
@settings(max_examples=60, deadline=None)
def test_an_independent_witness_never_lowers(tellings: list[tuple[str, str | None]]) -> None:
    accounts = accounts_of(tellings)
    before = origins(accounts).origins
    after = origins([*accounts, ferry("new", "Beacon", "Wanda Imre")]).origins
    assert after.speakers.low >= before.speakers.low
    assert after.speakers.high == before.speakers.high + 1
    assert after.observers.low >= before.observers.low
    assert after.observers.high >= before.observers.high


@given(TELLINGS)
@settings(max_examples=40, deadline=None)
def test_removing_an_article_undoes_exactly_what_it_added(tellings: list[tuple[str, str | None]]) -> None:
    accounts = accounts_of(tellings)
    before = build_ledger("s", accounts, [])
    build_ledger("s", [*accounts, tell("new", "Beacon", f"{FERRY} {RESCUE}")], [])
    assert build_ledger("s", accounts, []) == before


@given(TELLINGS)
@settings(max_examples=60, deadline=None)
def test_low_is_never_above_high_and_all_articles_are_counted(tellings: list[tuple[str, str | None]]) -> None:
    found = origins(accounts_of(tellings)).origins
    named = {speaker for _, speaker in tellings if speaker}
    assert found.speakers.low == found.speakers.high == len(named)
    assert 1 <= found.observers.low <= found.observers.high
    assert found.retellings == len(tellings)


@given(st.text(max_size=300), st.text(alphabet="ab “”\"'.\n‏é😀–", max_size=300))
@settings(max_examples=80, deadline=None)
def test_no_text_makes_it_raise_and_every_span_points_into_its_article(one: str, other: str) -> None:
    accounts = [tell("a", "Courier", one), tell("b", None, other)]
    texts = {a.article.id: a.article.text for a in accounts}
    for claim in build_ledger("s", accounts, []).claims:
        for occurrence in claim.occurrences:
            assert occurrence.span.of(texts[occurrence.article]).strip()


def test_a_megabyte_in_one_paragraph_is_read_in_time() -> None:
    text = "“ the vessel " + "drifted past the lighthouse and the old quay again, " * 20_000
    assert len(text) > 1_000_000
    assert build_ledger("s", [tell("a", "Courier", text)], []).claims


def test_only_the_account_stretches_are_read() -> None:
    whole = tell("a", "Courier", f"{FERRY} {COURT}")
    part = Account(whole.article, (Span(0, len(FERRY)),), whole.annotation)
    assert [claim.text for claim in build_ledger("s", [part], []).claims] == [FERRY[:-1]]


def test_an_unsure_neighbour_is_shown_and_not_joined() -> None:
    other = "Divers searched the wreck of the ferry Halcyon near Port Ellis."
    ledger = build_ledger("s", [tell("a", "Courier", FERRY), tell("b", "Post", other)], [])
    assert len(ledger.claims) == 2
    assert all(link.sure or link.reason.startswith("unsure") for claim in ledger.claims for link in claim.links)


def test_a_link_keeps_what_was_compared() -> None:
    ledger = build_ledger("s", [ferry("a", "Courier"), tell("b", "Post", FERRY.replace("ran aground", "grounded"))], [])
    (claim,) = ledger.claims
    (link,) = claim.links
    assert link.sure
    assert "halcyon" in link.reason


def test_positions_default_to_assert() -> None:
    ledger = build_ledger("s", [ferry("a", "Courier")], [])
    assert [o.position for c in ledger.claims for o in c.occurrences] == [Position.ASSERT]


def test_a_vague_number_ties_nothing_together() -> None:
    marks = Marks(amounts=(("hundreds", 200.0, 999.0, ""),))
    one = tell("a", "Courier", "The harbour master met hundreds of reporters in Aldmere.", (), marks)
    other = tell("b", "Post", "A judge in Port Ellis has heard hundreds of bankers.", (), marks)
    assert len(build_ledger("s", [one, other], []).claims) == 2
