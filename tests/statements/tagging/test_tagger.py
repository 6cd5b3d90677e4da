"""What the shipped weights make of fictional texts, and that no text can break them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.records.spans import Spans
from retold.statements.tagging import ModelMissing, TaggedAttribution, Tagger, load_tagger
from retold.statements.tagging.tagger import read_tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def words(text: str, spans: Spans) -> list[str]:
    return [span.of(text) for span in spans]


def read(tagger: Tagger, text: str) -> list[tuple[list[str], list[str], list[str]]]:
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in tagger.tag([text])[0]]


def test_a_content_wrapped_around_its_cue_is_one_attribution(tagger: Tagger) -> None:
    text = "“We have no choice,” said Ilse Brandt, the mayor of Norrvik. “The piers are cracked.”"
    ((source, cue, content),) = read(tagger, text)
    assert source == ["Ilse Brandt, the mayor of Norrvik"]
    assert cue == ["said"]
    assert content == ["“We have no choice,”", "“The piers are cracked.”"]


def test_according_to_is_a_cue_with_its_source_after_it(tagger: Tagger) -> None:
    text = "The ferry will run for free until June, according to two people familiar with the plan."
    ((source, cue, content),) = read(tagger, text)
    assert (source, cue) == (["two people familiar with the plan"], ["according to"])
    assert content == ["The ferry will run for free until June"]


def test_indirect_speech_keeps_its_own_source(tagger: Tagger) -> None:
    text = "Harbour workers said that the crane had failed. The company denied that it had been warned."
    found = read(tagger, text)
    assert [(source, cue) for source, cue, _ in found] == [
        (["Harbour workers"], ["said"]),
        (["The company"], ["denied"]),
    ]
    assert "the crane had failed" in found[0][2][0]
    assert "it had been warned" in found[1][2][0]


def test_one_source_can_serve_two_statements(tagger: Tagger) -> None:
    text = "Governor Tamsin Vale said the dam was safe and promised that nobody would have to move."
    found = read(tagger, text)
    assert [cue for _, cue, _ in found] == [["said"], ["promised"]]
    assert {tuple(source) for source, _, _ in found} == {("Governor Tamsin Vale",)}


def test_a_statement_without_a_source_has_none() -> None:
    text = "It is widely believed that the tower will fall."
    ((source, cue, content),) = read(load_tagger(threshold=0.0), text)
    assert (source, cue) == ([], ["is widely believed"])
    assert content[-1] == "that the tower will fall"


def test_a_signed_quotation_belongs_to_its_signature(tagger: Tagger) -> None:
    text = "What readers say\n\n“The harbour is ours.” — Ada Holm\n“Let them dig.” — Bo Lind"
    assert read(tagger, text)[-2:] == [
        (["Ada Holm"], ["—"], ["“The harbour is ours.”"]),
        (["Bo Lind"], ["—"], ["“Let them dig.”"]),
    ]


def test_plain_narration_holds_no_attribution(tagger: Tagger) -> None:
    assert read(tagger, "The train left Norrvik at noon. It carried forty passengers and a dog.") == []


LONG = (
    "The council of Norrvik met on Monday. “The water is rising,” said Ilse Brandt, its chair. "
    "Two engineers warned that the wall would not hold until spring.\n\n"
)


def test_neighbours_in_a_batch_change_nothing(tagger: Tagger) -> None:
    texts = [LONG, "Short.", LONG * 12, "“Unclosed, said Orla."]
    alone = tuple(tagger.tag([text])[0] for text in texts)
    assert tagger.tag(texts) == alone
    assert tagger.tag(texts[::-1]) == alone[::-1]


def test_a_second_tagger_gives_the_same_answer(tagger: Tagger) -> None:
    assert load_tagger().tag([LONG * 8]) == tagger.tag([LONG * 8])


def check(text: str, found: tuple[TaggedAttribution, ...]) -> None:
    for item in found:
        assert item.cue
        assert item.content
        assert 0 <= item.confidence <= 1
        assert 0 <= item.source_confidence <= 1
        for spans in (item.source, item.cue, item.content):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))


HOSTILE = {
    "nothing": "",
    "white space": " \n\t\u2028 ",
    "control signs": "\x00\x01\u200b\ufeff",
    "lone surrogate": "said \ud800 Orla",
    "opening marks only": "“" * 3000,
    "straight marks": '"' * 3001,
    "one endless word": "a" * 1_000_000,
    "white space without end": " " * 1_000_000,
    "emoji": "👩‍👩‍👧‍👦 said 🎉" * 200,
    "right to left": "قال الوزير إن الجسر سيغلق. אמר השר" * 100,
    "Chinese": "市长说,桥将于五月关闭。" * 200,
    "one paragraph": "The clerk said that it was late and “they all left " * 800,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_never_raises(tagger: Tagger, name: str) -> None:
    check(HOSTILE[name], tagger.tag([HOSTILE[name]])[0])


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.sampled_from(list("ab.,“”\"' \nSé🎉said:")), max_size=300))
def test_spans_lie_in_order_within_any_text(tagger: Tagger, text: str) -> None:
    check(text, tagger.tag([text])[0])


def test_a_threshold_leaves_out_the_less_confident() -> None:
    every = load_tagger(threshold=0.0).tag([LONG * 3])[0]
    top = max(item.confidence for item in every)
    few = load_tagger(threshold=top).tag([LONG * 3])[0]
    assert few == tuple(item for item in every if item.confidence >= top)
    assert len(every) > len(few) > 0


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="attribution-encoder"):
        read_tagger(tmp_path)
