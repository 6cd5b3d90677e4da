from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.documents.markdown import from_markdown


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("# Ferry stays in port", "Ferry stays in port"),
        ("## Ferry stays ##", "Ferry stays"),
        ("The **ramp** was *broken*, said _Ann Dow_.", "The ramp was broken, said Ann Dow."),
        ('See [the report](https://example.org/r "title") of March.', "See the report of March."),
        ("![the ramp](ramp.jpg)The ramp.", "The ramp."),
        ("> “It broke,” she said.", "“It broke,” she said."),
        ("- one ferry\n- two ferries", "one ferry\ntwo ferries"),
        ("Title\n=====\nBody.", "Title\n\nBody."),
        ("5 * 3 and a_b_c stay.", "5 * 3 and a_b_c stay."),
        ("A \\*star\\* stays.", "A *star* stays."),
    ],
)
def test_marks_are_left_out_and_words_are_kept(typed: str, read: str) -> None:
    assert from_markdown(typed, "utf-8")[0] == read


def test_a_line_broken_for_want_of_room_is_one_sentence_again() -> None:
    first = "The ferry to Orm stayed in port on Monday after a storm had"
    rest = "broken its ramp, the harbour master said.\nIt sails on Friday."
    assert from_markdown(f"Ferry stays\n\n{first}\n{rest}", "utf-8")[0] == f"Ferry stays\n\n{first} {rest}"


def test_a_headline_above_its_text_stays_a_line_of_its_own() -> None:
    typed = "Ferry to Orm stays in port as storm breaks its only ramp\nThe ferry stayed in port."
    assert from_markdown(typed, "utf-8")[0] == typed


@given(st.text(alphabet="ab*_#[]()!> \n\\`~.-=\r", max_size=80))
def test_every_character_stands_in_the_capture_where_the_map_says(typed: str) -> None:
    text, offsets = from_markdown(typed, "utf-8")
    for place, character in enumerate(text):
        at = offsets.to_capture(place)
        assert at is not None
        assert typed[at] == character or (character in " \n" and typed[at] in "\r\n")


def test_a_line_of_brackets_is_read_in_time() -> None:
    assert from_markdown("[" * 50_000 + "](" * 50_000, "utf-8")[0]
