"""Totals and changes compared with the amounts that a text names."""

from __future__ import annotations

import pytest

from retold.statements.quantities import check_sums, find_quantities
from retold.text.sentences import sentences


def checks(text: str) -> list[tuple[str, list[str], bool]]:
    found = check_sums(text, find_quantities(text), tuple(sentences(text)), "a")
    return [(c.total.of(text), [p.of(text) for p in c.parts], c.agrees) for c in found]


def test_a_total_far_from_its_parts_is_found_for_money() -> None:
    text = (
        "The port must pay $45 million, a judge in Tessick ruled. The ruling had been awaited for long. Few were in "
        "court. It owes “15 million dollars for the piers, and 30 million dollars for the cranes”, the judge said."
    )
    assert checks(text) == [("$45 million", ["15 million dollars", "30 million dollars"], True)]


def test_a_count_is_summed_near_by() -> None:
    text = "The raid freed 42 people. They were 30 men and 12 women."
    assert checks(text) == [("42 people", ["30 men", "12 women"], True)]


def test_a_stated_total_that_its_parts_do_not_make_is_flagged() -> None:
    text = "A total of 45 people were freed: 30 men and 12 women."
    assert checks(text) == [("45 people", ["30 men", "12 women"], False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It freed a total of 45 people, 30 men and 12 women.", [("45 people", ["30 men", "12 women"], False)]),
        ("It freed 30 men and 12 women, 42 people in all.", [("42 people", ["30 men", "12 women"], True)]),
        (
            "It owes $30 million for the pier and $300 million for the dock, $330 million in all.",
            [("$330 million", ["$30 million", "$300 million"], True)],
        ),
        ("It owes $30 million, $12 million and $50 million.", []),
    ],
)
def test_a_total_in_line_with_its_parts_is_worked_out(text: str, found: list[tuple[str, list[str], bool]]) -> None:
    assert checks(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Five people came. Two men and three women spoke.",
        "It cost $30 million or $12 million. The other cost $42 million.",
        "It cost 30 euros and 12 dollars. The other cost 42 dollars.",
        "About 42 people came, 30 men and 12 women.",
        "Sales rose from 30 tonnes to 12 tonnes. It had 42 tonnes.",
    ],
    ids=["small counts", "alternatives", "two currencies", "an approximate total", "a change"],
)
def test_what_is_no_sum_is_left(text: str) -> None:
    assert checks(text) == []


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("The levy rose by $5 to $15 from $10.", True),
        ("The levy rose by $7 to $15 from $10.", False),
        ("Turnout fell by 12 percentage points from 52 percent to 40 percent.", True),
    ],
)
def test_a_stated_change_is_compared_with_its_ends(text: str, agrees: bool) -> None:
    assert [c.agrees for c in check_sums(text, find_quantities(text), tuple(sentences(text)), "a")] == [agrees]


def test_a_change_off_by_rounding_is_not_flagged() -> None:
    assert checks("The levy rose by $5 to $15.2 from $10.") == []


def test_a_check_names_its_article_and_shows_its_sum() -> None:
    text = "A total of 45 people were freed: 30 men and 12 women."
    (check,) = check_sums(text, find_quantities(text), tuple(sentences(text)), "x7")
    assert check.article == "x7"
    assert check.detail == "30 + 12 ≠ 45 people (the parts make 42)"
