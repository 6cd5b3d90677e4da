from __future__ import annotations

import pytest

from retold.language.spelling import is_slip, is_transliteration, spelling_key


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("colour", "color"), ("neighbouring", "neighboring"), ("organisation", "organization"),
        ("analysed", "analyzed"), ("travelled", "traveled"), ("centre", "center"),
        ("defence", "defense"), ("cease-fire", "ceasefire"),
        ("café", "cafe"), ("grey", "gray"), ("programmes", "programs"), ("harbour's", "harbor's"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_share_a_key(a: str, b: str) -> None:
    assert spelling_key(a) == spelling_key(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("filled", "filed"), ("mourning", "morning"), ("fourth", "forth"), ("four", "for"), ("course", "corse"),
        ("does", "des"), ("called", "caled"), ("storey", "story"), ("cheque", "check"),
    ],
)  # fmt: skip
def test_words_of_other_meaning_keep_their_own_keys(a: str, b: str) -> None:
    assert spelling_key(a) != spelling_key(b)


@pytest.mark.parametrize(("a", "b"), [("Berhan", "Berehan"), ("Yusuf", "Yousuf"), ("Tareq", "Tarek")])
def test_romanisations_of_one_name_are_told(a: str, b: str) -> None:
    assert is_transliteration(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Niger", "Nigeria"), ("Austria", "Australia"), ("Slovakia", "Slovenia"), ("Korea", "Korean"), ("Iran", "Iraq")],
)
def test_names_of_different_places_are_not(a: str, b: str) -> None:
    assert not is_transliteration(a, b)


def test_a_slip_is_a_doubled_letter_or_a_swap_and_nothing_else() -> None:
    assert is_slip("goverment".replace("rm", "rnm"), "government") is False
    assert is_slip("recieve", "receive")
    assert is_slip("occured", "occurred")
    assert not is_slip("statement", "statements")
    assert not is_slip("county", "country")
