from __future__ import annotations

from retold.language.connotations import DEGREES, are_plain_doublets, charge, loaded_group


def test_words_of_one_group_at_two_degrees_are_loaded_in_any_inflection() -> None:
    assert loaded_group("resigned", "fled") == ("to leave", 0, -2)
    assert loaded_group("demonstrators", "rioters") == ("protester", 1, -2)


def test_phrases_are_looked_up_word_by_word() -> None:
    found = loaded_group("handed_out", "provided")
    assert found is not None
    assert found[0] == "to give out"


def test_words_of_one_degree_are_doublets_and_not_loaded() -> None:
    assert loaded_group("large", "big") is None
    assert are_plain_doublets("large", "big")


def test_unrelated_words_and_other_derivations_share_no_group() -> None:
    assert loaded_group("reporter", "claim") is None
    assert not are_plain_doublets("bridge", "river")


def test_every_degree_lies_between_minus_two_and_two() -> None:
    assert {degree for groups in DEGREES.values() for degree in groups.values()} <= set(range(-2, 3))


def test_charge_tells_blame_from_praise_from_plain_words() -> None:
    assert (charge("butchered"), charge("heroic"), charge("bridge")) == (-1, 1, 0)
