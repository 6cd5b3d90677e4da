from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.language.english_senses import opposites, sense
from retold.language.english_stems import stem
from retold.language.english_weights import weight


@pytest.mark.parametrize(
    "words",
    [
        ("evacuate", "evacuated", "evacuation"),
        ("deny", "denied", "denies"),
        ("cooperate", "cooperation"),
        ("sent", "send", "sends"),
        ("children", "child"),
        ("Minister's", "minister"),
    ],
)
def test_forms_of_one_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), [("police", "policy"), ("nation", "notion"), ("begin", "bag")])
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=60))
def test_any_word_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)


def test_words_of_one_sense_are_one_term() -> None:
    assert sense(stem("killed")) == sense(stem("deaths"))
    assert sense(stem("airstrike")) == sense(stem("raids"))


def test_opposites_come_in_both_orders_and_exclude_themselves() -> None:
    assert all((b, a) in opposites() and a != b for a, b in opposites())
    assert (sense(stem("rose")), sense(stem("fell"))) in opposites()


def test_function_words_weigh_nothing_and_names_weigh_most() -> None:
    assert weight(stem("the")) == 0 < weight(stem("people")) < weight(stem("Quimper")) == 1
