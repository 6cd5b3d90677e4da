from __future__ import annotations

import pytest

from retold.interfaces.views import is_self, range_words, speaker_words
from retold.records.claims import Range
from retold.records.statements import Speaker


@pytest.mark.parametrize(
    ("relay", "outlet", "same"),
    [
        ("Courier", "Harrow Courier", True),
        ("Harrow Courier", "Harrow Courier", True),
        ("Dale Courier", "Harrow Courier", False),
        ("Harrow Courier", "Newsline", False),
        ("", "Newsline", False),
    ],
)
def test_an_outlet_that_names_itself_is_no_relay_of_its_own(relay: str, outlet: str, same: bool) -> None:
    assert is_self(relay, outlet) is same


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (None, "the outlet itself"),
        (Speaker("Ann Dow"), "Ann Dow"),
        (Speaker(None, unnamed=True, role="an official"), "an official (unnamed)"),
        (Speaker(None, unnamed=True, count=2, role="two officials"), "two officials (unnamed, 2 people)"),
        (Speaker(None), "not said by whom"),
    ],
)
def test_who_speaks_is_said_in_words(speaker: Speaker | None, words: str) -> None:
    assert speaker_words(speaker) == words


def test_a_range_is_read_aloud() -> None:
    assert (range_words(Range(1, 1)), range_words(Range(1, 2))) == ("1", "1 to 2")
