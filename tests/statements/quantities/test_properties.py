"""What holds for any text: no exception, offsets inside, bounds in order, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retold.statements.quantities import check_sums, find_quantities

PIECES = st.sampled_from(
    [
        "\n",
        "",
        "",
        "",
        "$",
        "£",
        "€",
        "US$",
        "5",
        "5.5",
        "1,200",
        "1,2",
        "3-1",
        "0",
        "007",
        "99999999999999999999",
        "million",
        "bn",
        "m",
        "k",
        "half",
        "a",
        "an",
        "quarter",
        "third",
        "thirds",
        "of",
        "two",
        "one\n",
        "",
        "",
        "",
        "dozen",
        "several",
        "few",
        "hundreds",
        "thousands",
        "hundred",
        "percent",
        "%",
        "pp",
        "points",
        "people",
        "men",
        "tons",
        "miles",
        "km",
        "cents",
        "p",
        "dollars",
        "pounds\n",
        "",
        "",
        "",
        "Canadian",
        "between",
        "and",
        "from",
        "to",
        "or",
        "at",
        "least",
        "more",
        "than",
        "no",
        "fewer",
        "about",
        "nearly",
        "some",
        "as",
        "many",
        "second",
        "21st",
        "in",
        "five",
        "out",
        "total\n",
        "",
        "",
        "",
        "½",
        "1/2",
        "minus",
        "-",
        "–",
        ",",
        ".",
        ";",
        "“",
        "”",
        "\n",
        "Flight",
        "Article",
        "737",
        "12",
        "May",
        "1999",
        "٣",
        "४",
        "𝟗",
        "🪙\n",
        "",
        "",
        "",
        "",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES).map("".join))


@settings(max_examples=500, deadline=None)
@given(TEXTS)
@example("one in 0")
@example("$٣")
@example("between 5 and 5")
@example("nine hundred thousand million billion trillion trillion trillion")
def test_any_text_gives_ordered_spans_inside_it_and_bounds_in_order(text: str) -> None:
    end = 0
    found = find_quantities(text)
    for quantity in found:
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        end = quantity.span.end
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
    for check in check_sums(text, found, (), "a"):
        assert all(0 <= span.start < span.end <= len(text) for span in (check.total, *check.parts))


@given(st.integers(1, 10**9), st.sampled_from(["$", "£", "€"]))
def test_a_sum_of_money_keeps_its_value_with_and_without_commas(value: int, sign: str) -> None:
    (plain,) = find_quantities(f"It cost {sign}{value} in all.")
    (grouped,) = find_quantities(f"It cost {sign}{value:,} in all.")
    assert plain.low == grouped.low == value
    assert plain.unit == grouped.unit


@pytest.mark.parametrize(
    "text",
    ["$5 " * 100_000, "five and " * 60_000, "1,000," * 80_000, " " * 1_000_000, "a " * 500_000, "9" * 1_000_000],
    ids=["money", "numbers", "commas", "spaces", "articles", "one figure"],
)
def test_a_long_paragraph_is_read_in_seconds(text: str) -> None:
    begun = time.perf_counter()
    check_sums(text, find_quantities(text), (), "a")
    assert time.perf_counter() - begun < 20
