"""Amounts, times and lengths of time that are printed or counted in two ways are one change, of the right class."""

from __future__ import annotations

import pytest

import retold
from retold.records.collation import ChangeClass


def changes(a: str, b: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(c.kind.value, c.detail, tuple(r.text for r in c.readings)) for c in retold.collate(a, b).changes]


@pytest.mark.parametrize(
    ("one", "two"), [("7.50am", "7:50 a.m."), ("7 am", "7 a.m."), ("7:50pm", "19:50"), ("7.50 PM", "7:50pm")]
)
def test_a_time_of_day_in_another_house_style_is_one_change_of_spelling(one: str, two: str) -> None:
    found = changes(f"The deck sank at {one} on Tuesday.", f"The deck sank at {two} on Tuesday.")
    assert found == [("spelling", "house style: time", (one, two))]


def test_another_time_of_day_is_a_change_of_date_with_both_times_whole() -> None:
    found = changes("The deck sank at 7.50am on Tuesday.", "The deck sank at 8.10am on Tuesday.")
    assert found == [("date", "7.50am / 8.10am", ("7.50am", "8.10am"))]


def test_half_of_the_day_is_part_of_the_time() -> None:
    (change,) = changes("The deck sank at 7.50am.", "The deck sank at 7.50pm.")
    assert change[0] == "date"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("a week", "seven days"),
        ("a day", "24 hours"),
        ("two years", "24 months"),
        ("a third", "one in three"),
        ("half", "one in two"),
    ],
)
def test_one_length_or_share_counted_otherwise_is_no_change_of_number(one: str, two: str) -> None:
    found = changes(f"The pier lost {one} of its trade.", f"The pier lost {two} of its trade.")
    assert found == [("other", "same amount", (one, two))]


def test_another_length_of_time_is_a_change_of_number_or_date() -> None:
    kinds = {kind for kind, _, _ in changes("It took a week to mend.", "It took nine days to mend.")}
    assert kinds <= {"number", "date"}
    assert kinds


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We have paid $95 million for paper.", "We have handed over 95 million dollars for paper."),
        ("The bank lost 380 million dollars there.", "The bank lost $380 million reportedly there."),
    ],
)
def test_a_sign_of_currency_stays_with_its_amount_beside_another_change(one: str, two: str) -> None:
    found = changes(one, two)
    assert [kind for kind, _, words in found if any("million" in w for w in words)] == ["spelling"]
    assert "number" not in [kind for kind, _, _ in found]


def test_one_time_in_other_words_is_no_other_date_and_one_multiple_no_other_number() -> None:
    one = "The quay was built for coal and flooded twice, and it was pumped dry overnight by the crews."
    two = one.replace("overnight", "during the night").replace("twice", "two times")
    found = [(change.kind, change.detail) for change in retold.collate(one, two).changes]
    assert found == [(ChangeClass.OTHER, "same amount"), (ChangeClass.OTHER, "same time")]
    (change,) = retold.collate(one, one.replace("overnight", "in the afternoon")).changes
    assert change.kind is ChangeClass.DATE
