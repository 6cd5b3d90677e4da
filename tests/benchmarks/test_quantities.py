"""The project's own sentences: every quantity lies in its sentence, and the halves are apart."""

from __future__ import annotations

import pytest

from retold.benchmarks.quantities import HALVES, agreement_on, load, nouns_right


@pytest.mark.parametrize("half", HALVES)
def test_every_quantity_lies_on_words_of_its_sentence(half: str) -> None:
    assert len(load(half)) >= 100
    for sentence in load(half):
        for quantity in sentence.quantities:
            words = quantity.span.of(sentence.text)
            assert words
            assert words == words.strip()


def test_no_sentence_of_the_half_kept_apart_was_developed_on() -> None:
    heldout, develop = ({sentence.text for sentence in load(half)} for half in HALVES)
    assert heldout.isdisjoint(develop)


def test_nothing_to_count_is_no_agreement() -> None:
    assert agreement_on(()).f1 == 0
    assert nouns_right(()) == 0
