from __future__ import annotations

import pytest

from retold.language.parsing import LONGEST, Parser, load_parser
from retold.records.spans import Span


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def test_tokens_carry_offsets_into_the_whole_text_and_the_gap_is_not_analysed(parser: Parser) -> None:
    text = "The pier is safe.\nAlso read\nThe crane is new."
    doc, sentences = parser.parse(text, (Span(0, 17), Span(28, len(text))))
    assert [s.of(text) for s in sentences] == ["The pier is safe.", "The crane is new."]
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert [t.text for t in doc if not t.pos_ and not t.is_space] == ["Also", "read"]


def test_a_sentence_longer_than_the_bound_is_cut_at_white_space(parser: Parser) -> None:
    text = "word " * (LONGEST // 2)
    doc, sentences = parser.parse(text, (Span(0, len(text)),))
    assert doc.text == text
    assert all(len(s) <= LONGEST for s in sentences)
    assert all(s.of(text).startswith("word") for s in sentences)


def test_an_empty_text_is_an_empty_document(parser: Parser) -> None:
    doc, sentences = parser.parse("", ())
    assert (len(doc), sentences) == (0, ())
