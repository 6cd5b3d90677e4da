from __future__ import annotations

import pytest

from retold.collation import collate, substitutions, wilson
from retold.records.collation import ChangeClass, Collation, Telling
from retold.records.spans import Pointer, Span


def story(number: int, words: dict[str, str]) -> Collation:
    texts = {outlet: f"The {word} in the valley began in winter." for outlet, word in words.items()}
    return collate([Telling(f"{outlet}{number}", text, (Span(0, len(text)),)) for outlet, text in texts.items()])


OUTLETS = {f"{outlet}{number}": outlet for outlet in ("post", "wire") for number in range(9)}


def test_the_table_counts_each_place_both_ways_round() -> None:
    stories = [story(n, {"post": "invasion", "wire": "operation"}) for n in range(4)]
    stories.append(story(4, {"post": "operation", "wire": "invasion"}))
    (line,) = substitutions(stories, OUTLETS)
    assert (line.outlet, line.word, line.other_outlet, line.other_word) == ("post", "invasion", "wire", "operation")
    assert (line.count, line.reverse, line.share, line.kind) == (4, 1, 0.8, ChangeClass.LOADED)
    assert line.low < 0.8 < line.high
    assert line.places[0].chosen == Pointer("post0", Span(4, 12))


def test_articles_of_no_known_outlet_are_left_out() -> None:
    assert substitutions([story(0, {"post": "invasion", "wire": "operation"})], {"post0": "post"}) == ()


def test_grammar_words_and_names_are_no_choice_of_words() -> None:
    assert substitutions([story(0, {"post": "war of the north", "wire": "war in the north"})], OUTLETS) == ()
    assert substitutions([story(0, {"post": "march on Zelva", "wire": "march on Tarvin"})], OUTLETS) == ()


def test_words_added_or_dropped_are_no_substitution() -> None:
    assert substitutions([story(0, {"post": "long war", "wire": "war"})], OUTLETS) == ()


@pytest.mark.parametrize(("hits", "of", "low", "high"), [(0, 0, 0.0, 1.0), (5, 10, 0.2366, 0.7634)])
def test_the_interval_is_that_of_wilson(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=1e-4)
