"""What holds for any text: no exception, well-formed values, offsets inside, dates that follow publication."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.statements.times.notations import is_standard_edtf, is_standard_timex

from retold.records.statements import Timex
from retold.statements.times import find_timex
from retold.statements.times.calendar import is_edtf, is_timex_value

PIECES = st.sampled_from(
    [
        "\n",
        "",
        "",
        "",
        "today",
        "yesterday",
        "tomorrow",
        "Monday",
        "Saturday",
        "May",
        "March",
        "3",
        "17",
        "31",
        "1988",
        "2023",
        "0000",
        "9999",
        "99999999999",
        "-5",
        "years",
        "year",
        "ago",
        "later\n",
        "",
        "",
        "",
        "a",
        "an",
        "the",
        "last",
        "next",
        "this",
        "two",
        "hundred",
        "thousand",
        "million",
        "decades",
        "centuries",
        "quarter",
        "third",
        "Q4",
        "since",
        "until",
        "from",
        "to",
        "between\n",
        "",
        "",
        "",
        "and",
        "before",
        "after",
        "every",
        "each",
        "p.m.",
        "7:15",
        "25:99",
        "24:00",
        "noon",
        "midnight",
        "GMT",
        "29",
        "February",
        "2023",
        "winter",
        "the",
        "past",
        "1.5",
        "1/2",
        "half\n",
        "",
        "",
        "",
        "fiscal",
        "early",
        "late",
        "mid-",
        "of",
        "the",
        "1990s",
        "'82",
        "10/11/12",
        "2023-02-30",
        "Easter",
        "Thanksgiving",
        "1",
        "day",
        "month",
        "weekend",
        ",",
        ".",
        ";",
        "“",
        "”",
        "\n\n",
        "",
        "",
        "",
        "1000000",
        "years",
        "ago",
        "99999",
        "weeks",
        "hence",
        "revolution",
        "overnight",
        "weekends",
        "before last",
        "BC",
        "FY",
        "3Q27",
        "half past",
        "o'clock",
        "5-6-2027",
        "1914-18",
        "weeks-long",
        "from Friday",
        "(0735 GMT)",
        "the 15th of last month",
        "toppled",
        "🕰",
        "\u200fשבת\u200f\n",
        "",
        "",
        "",
        "",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join))
PUBLISHED = st.one_of(
    st.none(),
    st.dates().map(date.isoformat),
    st.sampled_from(["2023", "2023-08", "2023-08-26T10:00:00Z", "2023-08-26?", "0001-01-01", "9999-12-31", "nonsense"]),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, PUBLISHED)
@example("1000000 years ago", "2023-08-26")
@example("9999 and the following decade", "9999-12-31")
@example("last century", "0001-01-01")
@example("Easter", "9999-12-31")
@example("14BC", None)
def test_any_text_gives_ordered_spans_inside_it_and_well_formed_values(text: str, published: str | None) -> None:
    end = 0
    for timex in find_timex(text, published):
        assert end <= timex.span.start < timex.span.end <= len(text)
        end = timex.span.end
        assert is_timex_value(timex.value), timex
        assert is_standard_timex(timex.value, timex.type.value), timex
        assert timex.edtf is None or is_edtf(timex.edtf), timex
        assert timex.edtf is None or is_standard_edtf(timex.edtf), timex


# What counts in days from publication, and the parts of days.
DAY_RELATIVE = (
    "yesterday", "today", "tomorrow", "10 days ago", "the day before yesterday", "the day after tomorrow",
    "two days ago", "a day ago", "a hundred days ago", "40 days from now", "the day before last", "last night",
    "this morning", "tonight", "yesterday evening", "overnight", "in the morning", "at 5:15 p.m.", "at noon",
)  # fmt: skip
# What counts in weeks, whatever the verbs: moving publication by whole weeks moves each by as many.
WEEK_RELATIVE = (
    "on Tuesday", "last Tuesday", "next Tuesday", "this Tuesday", "by Tuesday", "late Tuesday", "Tuesday night",
    "last week", "this week", "next week", "earlier this week", "the week before last", "the week after next",
    "two weeks ago", "a week ago", "last weekend", "this weekend", "next weekend", "10 p.m. on Tuesday",
)  # fmt: skip


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-4000, 4000), st.sampled_from(DAY_RELATIVE))
def test_moving_publication_by_days_moves_day_relative_dates_by_as_many(day: date, by: int, words: str) -> None:
    text = f"The ferry sailed {words}."
    assert moved_by(text, day, timedelta(days=by)) == timedelta(days=by)


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(-500, 500),
    st.sampled_from(WEEK_RELATIVE),
    st.sampled_from(["sailed", "will sail", "is to be cleaned"]),
)
def test_moving_publication_by_weeks_moves_weekdays_by_as_many(day: date, weeks: int, words: str, verb: str) -> None:
    assert moved_by(f"The ferry {verb} {words}.", day, timedelta(weeks=weeks)) == timedelta(weeks=weeks)


def moved_by(text: str, day: date, step: timedelta) -> timedelta:
    """How far the one expression of `text` moves when publication moves by `step`; all else of it must stay."""
    (here,), (there,) = find_timex(text, day.isoformat()), find_timex(text, (day + step).isoformat())
    assert (here.span, here.type, here.anchor) == (there.span, there.type, there.anchor)
    assert here.value[10:] == there.value[10:]
    return last_day(there) - last_day(here)


def last_day(timex: Timex) -> date:
    """The day, or the last day of the interval, that an expression means."""
    assert timex.edtf is not None
    return date.fromisoformat(timex.edtf.split("/")[-1][:10] if ".." not in timex.edtf else timex.edtf[3:13])


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), TEXTS)
@settings(max_examples=100, deadline=None)
def test_text_put_before_moves_absolute_expressions_and_changes_none(day: date, text: str) -> None:
    plain = [t for t in find_timex(f"It shut on 4 May 1990. {text}", None) if not t.anchor][:1]
    moved = [t for t in find_timex(f"Ferry. It shut on 4 May 1990. {text}", None) if not t.anchor][:1]
    assert [(t.span.shift(7), t.value) for t in plain] == [(t.span, t.value) for t in moved]


@pytest.mark.parametrize(
    "text",
    [
        "today " * 40_000,
        "the " * 250_000,
        "1 " * 500_000,
        "two hundred and " * 60_000,
        "three days after the king was toppled " * 8_000,
        " " * 1_000_000,
        "“" * 1_000_000,
    ],
    ids=["times", "articles", "figures", "numbers", "events", "spaces", "marks"],
)
def test_a_paragraph_of_a_megabyte_is_read_in_seconds(text: str) -> None:
    begun = time.perf_counter()
    find_timex(text, "2023-08-26")
    assert time.perf_counter() - begun < 20
