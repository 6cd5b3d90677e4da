"""Dates as pages write them."""

from __future__ import annotations

import pytest

from retold.documents.dates import read_date, weekday, written_dates


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2031-08-26", "2031-08-26"),
        ("2031-08-26T10:05:00Z", "2031-08-26T10:05:00Z"),
        ("2031-08-26T10:05:33.123+0200", "2031-08-26T10:05:33+02:00"),
        ("2031-08-26 10:05", "2031-08-26T10:05:00"),
        ("20310826", "2031-08-26"),
        ("Aug. 26, 2031", "2031-08-26"),
        ("Tuesday, August 26, 2031 10:30 a.m. EDT", "2031-08-26"),
        ("26 August 2031", "2031-08-26"),
        ("26th of Aug 2031", "2031-08-26"),
        ("26-Aug-2031", "2031-08-26"),
        ("Tue, 26 Aug 2031 10:00:00 GMT", "2031-08-26"),
        ("26/08/2031", "2031-08-26"),
        ("08/26/2031", "2031-08-26"),
        ("26.08.2031", "2031-08-26"),
        ("05/08/2031", None),
        ("05/05/2031", "2031-05-05"),
        ("31 February 2031", None),
        ("26 August 1970", None),
        ("26 August 2131", None),
        ("August 26", None),
        ("yesterday", None),
        ("2031-05-01 to 2031-05-04", None),
        ("", None),
    ],
)
def test_a_field_is_read_or_left_unknown(written: str, value: str | None) -> None:
    assert read_date(written) == value


def test_a_date_without_its_year_is_found_without_value() -> None:
    (found,) = written_dates("LONDON, Aug 26 (Agency)")
    assert (found.year, found.month, found.day, found.value) == (None, 8, 26, None)


def test_a_weekday_is_that_of_the_calendar() -> None:
    assert weekday("2031-08-26") == 2
    assert weekday("2031-08") is None
