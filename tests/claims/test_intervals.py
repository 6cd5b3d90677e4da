from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.claims.intervals import days, disjoint


def at(year: int, month: int, day: int) -> int:
    return date(year, month, day).toordinal()


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022", at(2022, 1, 1), at(2022, 12, 31)),
        ("2022-02", at(2022, 2, 1), at(2022, 2, 28)),
        ("2022-02-24", at(2022, 2, 24), at(2022, 2, 24)),
        ("2022-02-24T05:00", at(2022, 2, 24), at(2022, 2, 24)),
        ("2022-08/..", at(2022, 8, 1), date.max.toordinal()),
        ("../2022-01", 0, at(2022, 1, 31)),
        ("201X", at(2010, 1, 1), at(2019, 12, 31)),
        ("2021-21", at(2021, 3, 1), at(2021, 5, 31)),
        ("2022-02~", at(2022, 2, 1), at(2022, 2, 28)),
    ],
)
def test_a_value_is_the_days_that_it_may_mean(edtf: str, first: int, last: int) -> None:
    assert days(edtf) == (first, last)


@pytest.mark.parametrize("edtf", [None, "", "PRESENT_REF", "2022-13", "2022-02-30", "P3D", "2023/2022"])
def test_what_cannot_be_read_is_unknown(edtf: str | None) -> None:
    assert days(edtf) is None


@given(st.text(max_size=20))
def test_no_text_raises(text: str) -> None:
    found = days(text)
    assert found is None or found[0] <= found[1]


def test_disjoint_is_symmetric_and_touches() -> None:
    assert disjoint((1, 2), (3, 4))
    assert disjoint((3, 4), (1, 2))
    assert not disjoint((1, 3), (3, 4))
