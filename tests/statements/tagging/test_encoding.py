"""Words, pieces and features of any text."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from retold.statements.tagging.encoding import LONGEST_SECTION, MAX_PIECES, encode, sections
from retold.statements.tagging.tagger import TOKENIZER_FILE


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    folder = files("retold.statements").joinpath("weights")
    return Tokenizer.from_str(folder.joinpath(TOKENIZER_FILE).read_text(encoding="utf-8"))


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200))
def test_every_word_is_a_visible_stretch_with_pieces(tokenizer: Tokenizer, text: str) -> None:
    encoded = encode(tokenizer, text)
    last = 0
    for index, (start, end) in enumerate(zip(encoded.starts, encoded.ends, strict=True)):
        assert last <= start < end <= len(text)
        assert not text[start:end].isspace()
        assert 0 < encoded.first[index + 1] - encoded.first[index] <= MAX_PIECES
        last = end
    assert encoded.first[-1] == len(encoded.pieces)


def test_offsets_count_code_points_beyond_the_basic_plane(tokenizer: Tokenizer) -> None:
    text = "😀😀 Orla said שלום."
    encoded = encode(tokenizer, text)
    words = [text[s:e] for s, e in zip(encoded.starts, encoded.ends, strict=True)]
    assert words == ["😀", "😀", "Orla", "said", "שלום", "."]


def columns(tokenizer: Tokenizer, text: str, column: int) -> list[int]:
    return [int(value) for value in encode(tokenizer, text).features[:, column]]


def test_case_is_kept_beside_an_uncased_vocabulary(tokenizer: Tokenizer) -> None:
    assert columns(tokenizer, "NATO told Orla 7 times", 0) == [2, 0, 1, 3, 0]


def test_words_inside_quotation_marks_are_marked(tokenizer: Tokenizer) -> None:
    assert columns(tokenizer, "He “goes now” then", 1) == [0, 2, 1, 1, 3, 0]
    assert columns(tokenizer, 'He "goes now" then', 1) == [0, 2, 1, 1, 3, 0]
    assert columns(tokenizer, "He ``goes'' then", 1) == [0, 2, 1, 1, 3, 0, 0]


def test_a_lost_closing_mark_ends_with_its_paragraph(tokenizer: Tokenizer) -> None:
    assert columns(tokenizer, "“lost mark\nnext line", 1) == [2, 1, 1, 0, 0]


def test_line_breaks_and_the_first_line_are_marked(tokenizer: Tokenizer) -> None:
    text = "Headline here\nsecond\n\nthird"
    assert columns(tokenizer, text, 2) == [0, 0, 1, 2]
    assert columns(tokenizer, text, 3) == [1, 1, 0, 0]


def test_an_endless_word_costs_few_pieces(tokenizer: Tokenizer) -> None:
    assert len(encode(tokenizer, "x." * 300_000 + "x").pieces) <= MAX_PIECES


def test_a_long_text_is_cut_before_a_new_line(tokenizer: Tokenizer) -> None:
    line = "Orla said that it was late. "
    text = (line * 300 + "\n") * 12
    encoded = encode(tokenizer, text)
    parts = sections(encoded)
    assert len(parts) > 1
    assert [int(s) for part in parts for s in part.starts] == [int(s) for s in encoded.starts]
    assert [int(p) for part in parts for p in part.pieces] == [int(p) for p in encoded.pieces]
    for part in parts[1:]:
        assert text[part.starts[0] - 1] == "\n"
    for part in parts:
        assert 0 < len(part) <= LONGEST_SECTION
        assert part.first[-1] == len(part.pieces)


def test_a_paragraph_without_end_is_cut_before_a_sentence(tokenizer: Tokenizer) -> None:
    text = "Orla said that it was late. " * 3000
    parts = sections(encode(tokenizer, text))
    assert len(parts) > 1
    assert all(text[part.starts[0] :].startswith("Orla") for part in parts)


def test_an_article_is_one_section(tokenizer: Tokenizer) -> None:
    encoded = encode(tokenizer, "Orla said that it was late. " * 500)
    (part,) = sections(encoded)
    assert (part.pieces == encoded.pieces).all()
