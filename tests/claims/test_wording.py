from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.claims.wording import shown


@pytest.mark.parametrize(
    ("cut", "read"),
    [
        ("“I signed that report", "I signed that report"),
        ("it may take longer.”", "it may take longer."),
        ("“That will take six weeks.”", "That will take six weeks."),
        ("” Transport Minister Ada Kolb", "Transport Minister Ada Kolb"),
        ("he called the mayor a “clown”", "he called the mayor a “clown”"),
        ("“clown” and “liar”", "“clown” and “liar”"),
        ("“He said ‘no’ to the “plan””", "He said ‘no’ to the “plan”"),
        ('"I signed that report', "I signed that report"),
        ('"I signed it."', "I signed it."),
        ('he called it a "farce"', 'he called it a "farce"'),
        ('"a" and "b"', '"a" and "b"'),
        ("two\n  lines", "two lines"),
        ("”", ""),
        ("", ""),
    ],
)
def test_marks_that_the_cutting_left_over_go(cut: str, read: str) -> None:
    assert shown(cut) == read


@given(st.text(alphabet='ab “”"«»„\n', max_size=30))
def test_no_word_is_lost_and_a_second_time_changes_nothing(words: str) -> None:
    read = shown(words)
    letters = [c for c in words if c in "ab"]
    assert [c for c in read if c in "ab"] == letters
    assert shown(read) == read
    assert read in " ".join(words.split())
