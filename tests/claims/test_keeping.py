"""What a making of a ledger leaves for the next one saves work and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.telling import Said, tell
from tests.claims.test_planted_properties import stories

from retold.claims import NOTHING, Kept, Working, work_out
from retold.records.claims import Account
from retold.records.statements import Actor, ActorType

ANN_DOW = Actor("ann-dow", "Ann Dow", ActorType.PERSON, ("Dow",))


def all_accounts() -> list[Account]:
    """One account of each planted article; some tell two stories."""
    return list({account.article.id: account for accounts, _ in stories() for account in accounts}.values())


def told(accounts: Sequence[Account], kept: Kept = NOTHING) -> Working:
    """The ledger of some of the planted articles, as if they told one story."""
    names = {account.article.id for account in accounts}
    descents = list({d.child: d for _, own in stories() for d in own if d.child in names}.values())
    return work_out("s", accounts, descents, kept=kept)


def stored(kept: Kept) -> Kept:
    return msgspec.json.decode(msgspec.json.encode(kept), type=Kept)


@given(st.randoms(use_true_random=False), st.lists(st.tuples(st.booleans(), st.integers(1, 4)), min_size=2, max_size=5))
@settings(max_examples=12, deadline=None)
def test_articles_that_come_and_go_leave_the_ledger_of_those_that_are_there(
    lot: Random, steps: list[tuple[bool, int]]
) -> None:
    every = all_accounts()
    outside, inside = lot.sample(every, len(every)), list[Account]()
    kept = NOTHING
    for comes, number in steps:
        source, goal = (outside, inside) if comes else (inside, outside)
        goal += [source.pop(0) for _ in range(min(number, len(source)))]
        working = told(inside, kept)
        scratch = told(list(reversed(inside)))
        assert msgspec.json.encode(working.ledger) == msgspec.json.encode(scratch.ledger)
        kept = stored(working.kept)


def test_an_article_more_is_read_alone() -> None:
    every = all_accounts()
    before = told(every[:-1])
    known = {id(stated) for stated in before.kept.stated}
    assert sum(id(stated) not in known for stated in told(every, before.kept).kept.stated) == 1


def test_the_same_articles_ask_for_nothing_anew() -> None:
    every = all_accounts()
    kept = stored(told(every).kept)
    known = {id(stated) for stated in kept.stated}
    assert known == {id(stated) for stated in told(list(reversed(every)), kept).kept.stated}


def test_what_other_stories_left_changes_nothing() -> None:
    (one, _), (other, _) = stories()[:2]
    assert told(one, told(other).kept).ledger == told(one).ledger


def test_an_article_whose_text_changed_under_its_id_is_read_anew() -> None:
    before = tell("a", "Courier", "The ferry Halcyon ran aground near Port Ellis.")
    after = tell("a", "Courier", "The tanker Merrow ran aground near Port Ellis.")
    kept = work_out("s", [before], []).kept
    (claim,) = work_out("s", [after], [], kept=kept).ledger.claims
    assert claim.text.startswith("The tanker Merrow")


def test_a_name_that_another_article_makes_clear_is_looked_up_again() -> None:
    text = "The ferry ramp had been broken for weeks, Dow said."
    said = Said("The ferry ramp had been broken for weeks", "Dow", "said", "Dow")
    short = tell("a", "Courier", text, [said])
    full = tell("b", "Post", text.replace("Dow", "Ann Dow"), [replace(said, source="Ann Dow", name="Ann Dow")])
    full = Account(full.article, full.spans, replace(full.annotation, actors=(ANN_DOW,)))
    alone = work_out("s", [short], [])
    both = work_out("s", [short, full], [], kept=alone.kept)
    assert {feature.speaker for feature in alone.features} == {"dow"}
    assert {feature.speaker for feature in both.features} == {"ann dow"}
    assert both.ledger == work_out("s", [full, short], []).ledger
