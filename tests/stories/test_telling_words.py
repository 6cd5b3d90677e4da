from __future__ import annotations

from retold.stories.telling_words import Shared, describe, find_shared

ONE = "On Monday the roof of the Quay school fell in Ostrey. Some 40 children were out; rain had come."
TWO = "Rain brought down a school's roof in Ostrey on Monday. The 40 children of the Quay were out."


def shared(word: str) -> Shared | None:
    return find_shared(word, (ONE, TWO))


def test_grammar_words_and_words_of_any_story_are_not_telling() -> None:
    assert [shared(word) for word in ("the", "of", "were", "on", "some")] == [None] * 5


def test_names_dates_numbers_and_words_are_told_apart() -> None:
    found = [shared(word) for word in ("ostrey", "monday", "40", "roof", "rain")]
    assert [one and (one.word, one.kind) for one in found] == [
        ("Ostrey", "name"),
        ("Monday", "date"),
        ("40", "number"),
        ("roof", "word"),
        ("rain", "word"),
    ]


def test_a_word_that_only_one_text_has_is_not_shared() -> None:
    assert shared("brought") is None


def test_shared_words_are_described_by_kind() -> None:
    kinds = (Shared("Ostrey", "name"), Shared("roof", "word"), Shared("Quay", "name"), Shared("40", "number"))
    assert describe(kinds) == "names Ostrey, Quay; number 40; word roof"
    assert describe(()) == ""
