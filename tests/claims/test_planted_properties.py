"""What always holds of ledgers, on planted stories as the engine reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.claims import build_ledger
from retold.documents import from_text
from retold.planted import Bank, PlantOptions, plant
from retold.planted.output import json_line
from retold.records.claims import Account, Claim, Ledger
from retold.records.spans import Pointer
from retold.records.stories import CopyKind, Descent
from retold.statements import annotate, load_engine

SEED = 11
Told = tuple[tuple[Account, ...], tuple[Descent, ...]]


@cache
def stories() -> tuple[Told, ...]:
    """Planted stories with the annotations that the engine reads and their true lineage."""
    engine = load_engine()
    planted = plant(SEED, PlantOptions(bank=Bank.DEV, tellings=(4, 6)))
    parents = dict(planted.truth.lineage)
    kinds = {copy.child: copy.kind for copy in planted.truth.copies}
    found = []
    for story in planted.stories:
        accounts, descents = [], []
        for name in story.articles:
            own = planted.article(name)
            line = json.loads(json_line(own))
            article = from_text(
                line["text"],
                id=name,
                title=line.get("title"),
                outlet=line.get("outlet"),
                published=line.get("published"),
            )
            spans = tuple(sorted(span for p in own.passages if p.story == story.id for span in p.spans))
            accounts.append(Account(article, spans, annotate(article, engine)))
            sure = 1.0 if parents[name] else 0.0
            descents.append(Descent(name, parents[name], kinds.get(name), sure, 1.0))
        found.append((tuple(accounts), tuple(descents)))
    return tuple(found)


def by_place(ledger: Ledger) -> dict[Pointer, Claim]:
    return {Pointer(o.article, o.span): claim for claim in ledger.claims for o in claim.occurrences}


STORY = st.integers(0, 2)


@given(STORY, st.data())
@settings(max_examples=12, deadline=None)
def test_a_pure_copy_raises_no_speakers_and_no_observers(number: int, data: st.DataObject) -> None:
    accounts, descents = stories()[number]
    parent = accounts[data.draw(st.integers(0, len(accounts) - 1))]
    article = replace(parent.article, id="copy", outlet=replace(parent.article.outlet, value="The Evening Mirror"))
    copy = Account(article, parent.spans, replace(parent.annotation, article="copy"))
    link = Descent("copy", parent.article.id, CopyKind.VERBATIM, 1.0, 1.0)
    before = by_place(build_ledger("s", accounts, descents))
    after = by_place(build_ledger("s", [*accounts, copy], [*descents, link]))
    assert before.keys() <= after.keys()
    for place, claim in before.items():
        grown = after[place].origins
        assert (grown.speakers.low, grown.speakers.high) == (claim.origins.speakers.low, claim.origins.speakers.high)
        assert grown.observers.low <= claim.origins.observers.low
        assert grown.observers.high <= claim.origins.observers.high
        assert grown.retellings - claim.origins.retellings in (0, 1)


@given(STORY, st.data())
@settings(max_examples=8, deadline=None)
def test_the_order_of_arrival_does_not_matter(number: int, data: st.DataObject) -> None:
    accounts, descents = stories()[number]
    order = data.draw(st.permutations(range(len(accounts))))
    mixed = build_ledger("s", [accounts[n] for n in order], [descents[n] for n in order])
    assert mixed == build_ledger("s", accounts, descents)


@given(STORY, st.data())
@settings(max_examples=8, deadline=None)
def test_without_an_article_the_ledger_is_what_it_was_before_it(number: int, data: st.DataObject) -> None:
    accounts, descents = stories()[number]
    gone = accounts[data.draw(st.integers(0, len(accounts) - 1))].article.id
    rest = [account for account in accounts if account.article.id != gone]
    before = build_ledger("s", rest, descents)
    build_ledger("s", accounts, descents)
    assert build_ledger("s", rest, descents) == before


@pytest.mark.parametrize("number", range(3))
def test_low_is_never_above_high_and_every_articles_carries_its_claim(number: int) -> None:
    accounts, descents = stories()[number]
    for claim in build_ledger("s", accounts, descents).claims:
        assert claim.origins.speakers.low <= claim.origins.speakers.high
        assert claim.origins.observers.low <= claim.origins.observers.high
        assert claim.origins.retellings == len({o.article for o in claim.occurrences})
