from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from retold.interfaces.terminal.words import line, plain, short, wrapped


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(words: str) -> None:
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") for c in plain(words))


@given(st.text(), st.integers(8, 60))
def test_short_words_keep_to_their_width(words: str, width: int) -> None:
    assert len(short(words, width)) <= width


def test_what_was_cut_ends_in_an_ellipsis_at_a_word() -> None:
    assert short("one two three four", 12) == "one two…"
    assert short("one two", 12) == "one two"


def test_markup_in_an_article_is_shown_as_it_stands() -> None:
    assert line(("[bold]x[/]", "red")).plain == "[bold]x[/]"


def test_a_line_of_parts_breaks_between_them() -> None:
    words = "happened 2026-03 · said not stated · published 2026-05-06 · taken in on 2026-05-07"
    assert wrapped(words, 60) == [
        "happened 2026-03 · said not stated · published 2026-05-06 ·",
        "taken in on 2026-05-07",
    ]
    assert all(len(row) <= 20 for row in wrapped("a" * 70 + " " + "b" * 30, 20))
