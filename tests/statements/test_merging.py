from __future__ import annotations

from dataclasses import replace

from tests.statements.conftest import Reader, find, tagged

from retold.statements.merging import merge_frames
from retold.statements.verb_cues import verb_frames


def test_a_statement_that_both_find_has_the_taggers_spans_and_the_grammars_links(reader: Reader) -> None:
    text = "Varga, the harbour master, told Reuters that the crane had been inspected."
    found = tagged(text, "Varga, the harbour master,", "told Reuters", "that the crane had been inspected")
    (item,) = reader.annotation(text, found).attributions
    assert item.content == found.content
    assert item.cue == found.cue
    assert [relay.name for relay in item.relays] == ["Reuters"]


def test_an_unsure_tagger_gives_way_to_the_grammars_content(reader: Reader) -> None:
    text = "The mayor said the pier was safe and the crane had been painted twice."
    parsed = reader.parsed(text)
    (frame,) = verb_frames(parsed)
    short = replace(frame, content=(find(text, "the pier"),))
    for confidence, expected in ((0.9, frame.content), (0.5, short.content)):
        found = tagged(text, "The mayor", "said", frame.content[0].of(text), confidence)
        (merged,) = merge_frames(parsed, [short], (found,), 0.5)
        assert merged.content == expected


def test_a_part_of_the_grammars_clause_is_completed(reader: Reader) -> None:
    text = "The mayor said the pier was safe and the crane had been painted twice."
    (item,) = reader.annotation(text, tagged(text, "The mayor", "said", "safe")).attributions
    assert item.content[0].of(text) == "the pier was safe and the crane had been painted twice"


def test_attitudes_need_more_confidence_than_statements(reader: Reader) -> None:
    text = "The mayor adored the old pier."
    sure = tagged(text, "The mayor", "adored", "the old pier", 0.95)
    unsure = tagged(text, "The mayor", "adored", "the old pier", 0.3)
    assert len(reader.annotation(text, sure).attributions) == 1
    assert reader.annotation(text, unsure).attributions == ()


def test_whom_words_were_told_is_no_part_of_the_content(reader: Reader) -> None:
    text = "Trade minister Ina Roel told Tarn Weekly she had known the owner."
    found = tagged(text, "Trade minister Ina Roel", "told", "Tarn Weekly she had known the owner")
    (item,) = reader.annotation(text, found).attributions
    assert item.content[0].of(text) == "she had known the owner"
    assert [relay.name for relay in item.relays] == ["Tarn Weekly"]


def test_the_order_of_the_tagger_does_not_matter(reader: Reader) -> None:
    text = "The mayor said the pier was safe. The bank said the crane was new."
    parsed = reader.parsed(text)
    one = tagged(text, "The mayor", "said", "the pier was safe")
    two = tagged(text, "The bank", "said the crane", "was new")
    frames = [merge_frames(parsed, verb_frames(parsed), order, 0.5) for order in ((one, two), (two, one))]
    assert sorted(frames[0], key=lambda f: f.start) == sorted(frames[1], key=lambda f: f.start)
