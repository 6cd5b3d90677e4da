"""One actor in several articles: names first, context for what names leave open, a tie where context leaves it open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.language.names import slug
from retold.records.identities import Identity, Sighting
from retold.records.statements import Actor, ActorType
from retold.statements.actors import answers_to, identify

PERSON, BODY = ActorType.PERSON, ActorType.ORGANISATION


def seen(article: str, name: str, *roles: str, story: str = "", beside: str = "", kind: ActorType = PERSON) -> Sighting:
    actor = Actor(slug(name), name, kind, (name,), roles)
    return Sighting(article, actor, frozenset(story.split()), frozenset(beside.split()))


def told(*sightings: Sighting) -> dict[str, list[str]]:
    """Identity -> its articles, an unsure one with a question mark."""
    return {i.id: [m.sighting.article + ("" if m.sure else "?") for m in i.members] for i in identify(sightings)}


def test_spellings_of_one_name_are_one_person() -> None:
    found = identify([seen("a1", "Oleksiy Drozd"), seen("a2", "Oleksij Drozd"), seen("a3", "Oleksii Drozd")])
    assert [len(i.members) for i in found] == [3]
    assert answers_to(found[0], "Oleksiy Drozd")
    assert answers_to(found[0], "drozd")
    assert not answers_to(found[0], "Drozdov")


def test_an_initial_joins_the_full_name() -> None:
    assert told(seen("a1", "Ana Brix"), seen("a2", "A. Brix")) == {"ana-brix": ["a1", "a2"]}


def test_a_surname_belongs_to_the_one_of_its_story() -> None:
    found = told(seen("a1", "Ana Brix", story="s1"), seen("a2", "Ben Brix", story="s2"), seen("a3", "Brix", story="s2"))
    assert found == {"ana-brix": ["a1"], "ben-brix": ["a2", "a3"]}


def test_a_surname_belongs_to_the_one_of_its_role() -> None:
    found = told(
        seen("a1", "Ana Brix", "mayor of Orla"), seen("a2", "Ben Brix", "striker"), seen("a3", "Brix", "Orla mayor")
    )
    assert found == {"ana-brix": ["a1", "a3"], "ben-brix": ["a2"]}


def test_a_surname_that_fits_two_is_an_unsure_member_of_both() -> None:
    found = identify([seen("a1", "Ana Brix"), seen("a2", "Ben Brix"), seen("a3", "Brix")])
    assert {i.id: [(m.sighting.article, m.sure) for m in i.members] for i in found} == {
        "ana-brix": [("a1", True), ("a3", False)],
        "ben-brix": [("a2", True), ("a3", False)],
    }
    assert "Ben Brix would fit as well" in found[0].members[1].why


def test_a_surname_alone_is_unsure_though_only_one_fits() -> None:
    assert told(seen("a1", "Ana Brix"), seen("a2", "Brix")) == {"ana-brix": ["a1", "a2?"]}


def test_two_of_one_full_name_with_nothing_in_common_are_told_apart_and_name_each_other() -> None:
    found = identify([seen("a1", "Ana Brix", "mayor of Orla"), seen("a2", "Ana Brix", "chess champion")])
    assert [i.id for i in found] == ["ana-brix", "ana-brix-2"]
    assert [likely[0] for i in found for likely in i.likely] == ["ana-brix-2", "ana-brix"]


@pytest.mark.parametrize(
    "other",
    [
        seen("a2", "Ana Brix", "deputy mayor"),
        seen("a2", "Ana Brix", "chess champion", story="s1"),
        seen("a2", "Ana Brix", "chess champion", beside="ulm-bank harrow-courier"),
        seen("a2", "Ana Brix"),
    ],
)
def test_one_full_name_is_one_person_where_anything_joins_them_or_nothing_speaks_against(other: Sighting) -> None:
    first = seen("a1", "Ana Brix", "mayor of Orla", story="s1", beside="ulm-bank harrow-courier")
    assert told(first, other) == {"ana-brix": ["a1", "a2"]}


def test_a_body_without_its_owner_is_the_one_of_its_story() -> None:
    ministry = seen("a1", "Norvia’s Water Ministry", kind=BODY, story="s1")
    same, elsewhere = (seen(a, "Water Ministry", kind=BODY, story=s) for a, s in (("a2", "s1"), ("a3", "s2")))
    assert told(ministry, same) == {"norvias-water-ministry": ["a1", "a2"]}
    assert told(ministry, elsewhere) == {"norvias-water-ministry": ["a1"], "water-ministry": ["a3"]}


def test_a_company_is_not_lost_in_its_subsidiaries() -> None:
    found = told(*(seen(f"a{n}", name, kind=BODY) for n, name in enumerate(["Ulm", "Ulm Shipping", "Ulm Bank"])))
    assert found == {"ulm": ["a0"], "ulm-bank": ["a2"], "ulm-shipping": ["a1"]}


def test_one_slip_of_the_type_splits_nobody() -> None:
    found = told(seen("a1", "Ana Brix"), seen("a2", "Ana Brix"), seen("a3", "Ana Brix", kind=BODY))
    assert found == {"ana-brix": ["a1", "a2", "a3"]}


NAMES = st.sampled_from(["Ana Brix", "Ben Brix", "Brix", "A. Brix", "Ana Maria Brix", "Ulm", "Ulm Bank", "Ulm’s Bank"])
SIGHTINGS = st.builds(
    lambda name, role, story, kind: (name, role, story, kind),
    NAMES,
    st.sampled_from(["", "mayor", "clerk", "former mayor"]),
    st.sampled_from(["", "s1", "s2"]),
    st.sampled_from([PERSON, BODY]),
)


@given(st.lists(SIGHTINGS, max_size=8), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_nobody_is_lost(rows: list[tuple[str, str, str, ActorType]], random: object) -> None:
    sightings = [
        seen(f"a{n}", name, *([role] if role else []), story=story, kind=kind)
        for n, (name, role, story, kind) in enumerate(rows)
    ]
    shuffled = list(sightings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found: tuple[Identity, ...] = identify(sightings)
    assert identify(shuffled) == found
    assert {m.sighting.article for i in found for m in i.members} == {s.article for s in sightings}
    assert len({i.id for i in found}) == len(found)
    for sighting in sightings:
        sure = [i for i in found for m in i.members if m.sure and m.sighting.article == sighting.article]
        assert len(sure) <= 1
