"""Contents that begin after an abbreviation."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from retold.statements.tagging import load_tagger
from retold.statements.tagging.encoding import Encoded, encode
from retold.statements.tagging.labels import LABELS, Fragment, Role, fragments
from retold.statements.tagging.mending import mended
from retold.statements.tagging.tagger import TOKENIZER_FILE


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    folder = files("retold.statements").joinpath("weights")
    return Tokenizer.from_str(folder.joinpath(TOKENIZER_FILE).read_text(encoding="utf-8"))


def content(encoded: Encoded, text: str, words: str) -> Fragment:
    start = text.index(words)
    places = [i for i, s in enumerate(encoded.starts) if start <= s < start + len(words)]
    return Fragment(places[0], places[-1] + 1, Role.CONTENT)


def read(tokenizer: Tokenizer, text: str, *marked: str) -> list[str]:
    encoded = encode(tokenizer, text)
    found = mended([content(encoded, text, words) for words in marked], encoded)
    return [text[encoded.starts[f.start] : encoded.ends[f.end - 1]] for f in found]


def test_a_content_cut_after_an_abbreviation_begins_with_its_sentence(tokenizer: Tokenizer) -> None:
    text = "It rained. The deck sank at 7 a.m. on Tuesday, the port said."
    assert read(tokenizer, text, "on Tuesday") == ["The deck sank at 7 a.m. on Tuesday"]


def test_a_content_at_a_real_sentence_start_stays(tokenizer: Tokenizer) -> None:
    text = "It closed at 7 p.m. Later it burned, the port said."
    assert read(tokenizer, text, "Later it burned") == ["Later it burned"]


def test_another_fragment_is_not_run_over(tokenizer: Tokenizer) -> None:
    text = "The deck sank at 7 a.m. on Tuesday, the port said."
    assert read(tokenizer, text, "The deck", "on Tuesday") == ["The deck", "on Tuesday"]


def test_a_line_break_is_where_a_sentence_begins(tokenizer: Tokenizer) -> None:
    text = "Harbour news\nsunk at 7 a.m. on Tuesday, the port said."
    assert read(tokenizer, text, "on Tuesday") == ["sunk at 7 a.m. on Tuesday"]


@settings(max_examples=60, deadline=None)
@given(labels=st.lists(st.integers(0, LABELS - 1), max_size=40), signs=st.lists(st.sampled_from("a.A\n"), min_size=40))
def test_mended_fragments_never_overlap(tokenizer: Tokenizer, labels: list[int], signs: list[str]) -> None:
    encoded = encode(tokenizer, " ".join(signs))
    found = fragments(labels[: len(encoded)])
    after = mended(found, encoded)
    assert [(f.end, f.role) for f in after] == [(f.end, f.role) for f in found]
    assert all(a.end <= b.start for a, b in pairwise(after))


def test_the_tagger_mends() -> None:
    text = "The deck sank at 7:50 a.m. on Tuesday when an anchor gave way, the Strait Bridges Authority said."
    ((only,),) = load_tagger().tag([text])
    assert [span.of(text) for span in only.content] == [text[: text.index(", the Strait")]]
