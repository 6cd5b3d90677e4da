"""Names compared without any text: short forms, spellings, acronyms, ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.language.names import introduces, is_acronym_of, is_short_body, is_short_person, slug, spelling_key
from retold.records.statements import Actor, ActorType
from retold.statements.actors import same_actor
from retold.statements.actors.identity import canonical_names, fits_for, joined_owners

PERSON, BODY = ActorType.PERSON, ActorType.ORGANISATION


def person(name: str, *roles: str) -> Actor:
    return Actor(slug(name), name, PERSON, (name,), roles)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Brix", "Ana Brix"),
        ("Ana", "Ana Brix"),
        ("Ms Brix", "Ana Brix"),
        ("A. Brix", "Ana Brix"),
        ("Ana Brix", "Ana Maria Brix"),
        ("Dr. Ana Brix", "Ana Brix"),
        ("Brix’s", "Ana Brix"),
        ("Tal-Nik", "Reva Tal-Nik"),
    ],
)
def test_a_short_form_of_a_person_fits_its_full_name(short: str, full: str) -> None:
    assert is_short_person(short, full)


@pytest.mark.parametrize(
    ("short", "full"), [("Brixton", "Ana Brix"), ("Ben Brix", "Ana Brix"), ("Ana Orr", "Ana Brix")]
)
def test_another_person_does_not_fit(short: str, full: str) -> None:
    assert not is_short_person(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("HPA", "Harbour Pilots Association"),
        ("Murnair", "Murnair Holdings"),
        ("Velmora Freight", "Velmora Freight Lines Ltd"),
        ("Maddox", "Maddox Group plc"),
    ],
)
def test_a_short_form_of_a_body_fits_its_full_name(short: str, full: str) -> None:
    assert is_short_body(short, full)


def test_an_acronym_needs_the_first_letters() -> None:
    assert is_acronym_of("HPA", "Harbour Pilots Association")
    assert not is_acronym_of("HPX", "Harbour Pilots Association")


def test_brackets_may_introduce_looser_letters() -> None:
    assert introduces("MIA", "Murnish Airways")
    assert not introduces("KIA", "Murnish Airways")


@pytest.mark.parametrize(
    "group",
    [("Zelenskiy", "Zelensky", "Zelenskyy", "Zelenskij"), ("Teheran", "Tehran"), ("Khodorov", "Hodorov")],
)
def test_spellings_of_one_name_share_a_key(group: tuple[str, ...]) -> None:
    assert len({spelling_key(name) for name in group}) == 1


def test_two_people_of_one_surname_leave_the_surname_open() -> None:
    found = canonical_names(["Ana Brix", "Ben Brix", "Brix"], fits_for(PERSON))
    assert found["Brix"] is None


def test_an_honorific_tells_two_people_of_one_surname_apart() -> None:
    found = canonical_names(["Mr Ben Brix", "Ms Ana Brix", "Ms Brix"], fits_for(PERSON))
    assert found["Ms Brix"] == "Ms Ana Brix"


@given(st.text(max_size=40))
def test_a_slug_is_never_empty_and_keeps_to_itself(name: str) -> None:
    assert slug(name)
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        (person("Ana Brix"), person("Ana Brix"), 1.0, 1.0),
        (person("Ana Brix"), person("Brix"), 0.5, 0.7),
        (person("Ana Brix", "harbour minister"), person("Brix", "the harbour minister"), 0.8, 0.9),
        (person("Oleg Zelenskiy"), person("Oleg Zelensky"), 0.9, 1.0),
        (person("Ana Brix"), person("Ben Brix"), 0.0, 0.1),
        (person("Ana Brix"), Actor("ana-brix", "Ana Brix", BODY), 0.0, 0.0),
        (Actor("hpa", "HPA", BODY), Actor("x", "Harbour Pilots Association", BODY), 0.7, 0.9),
    ],
)
def test_actors_of_two_articles_are_scored_with_a_reason(a: Actor, b: Actor, low: float, high: float) -> None:
    score, reason = same_actor(a, b)
    assert low <= score <= high
    assert reason
    assert same_actor(b, a)[0] == score


@pytest.mark.parametrize(
    ("bodies", "found", "joined"),
    [
        (
            [("French Navy", "Navy of France"), ("Navy", None)],
            {"Navy": "Navy"},
            {"Navy": "Navy of France"},
        ),
        (
            [("French Navy", "Navy of France"), ("Spanish Navy", "Navy of Spain"), ("Navy", None)],
            {"Navy": "Navy"},
            {},
        ),
        (
            [("UK HCO", None), ("HCO", None)],
            {"UK HCO": "UK HCO", "HCO": "Harbour Crews Office"},
            {"UK HCO": "Harbour Crews Office"},
        ),
        ([("Orla Navy", None), ("Navy", None)], {"Orla Navy": "Orla Navy", "Navy": "Navy"}, {}),
    ],
    ids=["one owner", "two owners", "letters with their owner", "no state"],
)
def test_a_body_named_with_and_without_its_state_is_one(
    bodies: list[tuple[str, str | None]], found: dict[str, str | None], joined: dict[str, str | None]
) -> None:
    assert joined_owners(bodies, found) == joined
