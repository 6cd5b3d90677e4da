from __future__ import annotations

import pytest

from retold.stories.times import moment


@pytest.mark.parametrize("value", ["2031", "2031-05", "2031-12", "2031-05-04", "2031-05-04?", "2031-05-04T10:00:00Z"])
def test_an_edtf_value_is_an_interval_that_does_not_end_before_it_begins(value: str) -> None:
    found = moment(value)
    assert found is not None
    assert found.first <= found.last


@pytest.mark.parametrize("value", [None, "", "soon", "2031-13", "2031-02-30", "../2031", "4/21/31", "99999"])
def test_a_value_that_is_no_date_is_unknown(value: str | None) -> None:
    assert moment(value) is None


def test_a_day_within_a_month_is_neither_before_nor_after_it() -> None:
    day, month, later = moment("2031-05-04"), moment("2031-05"), moment("2031-06")
    assert day is not None
    assert month is not None
    assert later is not None
    assert not day.is_before(month)
    assert not month.is_before(day)
    assert month.is_before(later)
    assert round(day.gap(later)) == 27


def test_clocks_of_different_zones_are_compared_as_instants() -> None:
    one, two = moment("2031-05-04T12:00:00+02:00"), moment("2031-05-04T11:00:00Z")
    assert one is not None
    assert two is not None
    assert one.is_before(two)
