"""What each sort of expression means: text in, marked values out. All texts are fictional."""

from __future__ import annotations

import pytest

from retold.statements.times import find_timex

SATURDAY = "2031-03-15"


def values(text: str, published: str | None = SATURDAY) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in find_timex(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on 4 May 2029.", [("4 May 2029", "2029-05-04")]),
        ("The bridge fell on May 4, 2029.", [("May 4, 2029", "2029-05-04")]),
        ("The bridge fell on Friday, May 4, 2029.", [("Friday, May 4, 2029", "2029-05-04")]),
        ("Signed 2029-05-04 in Pell.", [("2029-05-04", "2029-05-04")]),
        ("Dated 25/12/2028.", [("25/12/2028", "2028-12-25")]),
        ("Dated 04/05/2028.", [("04/05/2028", "2028-XX-XX")]),
        ("It opened in March 1996.", [("March 1996", "1996-03")]),
        ("It opened in 1996.", [("1996", "1996")]),
        ("It was popular in the late 1970s.", [("the late 1970s", "197")]),
        ("It was popular in the nineties.", [("the nineties", "199")]),
        ("A tower of the 11th century.", [("the 11th century", "10")]),
        ("It grew in the third quarter of 2029.", [("the third quarter of 2029", "2029-Q3")]),
        ("Sales in Q3 2029 rose.", [("Q3 2029", "2029-Q3")]),
        ("In the first half of 2029 it rained.", [("the first half of 2029", "2029-H1")]),
        ("The winter of 1994 was mild.", [("The winter of 1994", "1994-WI")]),
        ("They met in nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
        ("Christmas Day 2029 was wet.", [("Christmas Day 2029", "2029-12-25")]),
        ("Easter 2030 came late.", [("Easter 2030", "2030-04-21")]),
    ],
)
def test_a_written_date_keeps_its_value(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She resigned on Saturday.", "2031-03-15"),
        ("She resigned on Tuesday.", "2031-03-11"),
        ("She will resign on Tuesday.", "2031-03-18"),
        ("It has to be paid by Tuesday.", "2031-03-18"),
        ("She resigned last Saturday.", "2031-03-08"),
        ("The vote is next Monday.", "2031-03-17"),
        ("She spoke yesterday.", "2031-03-14"),
        ("She speaks tomorrow.", "2031-03-16"),
        ("She spoke the day before yesterday.", "2031-03-13"),
        ("She spoke last night.", "2031-03-14TNI"),
        ("She spoke on the evening of 4 May 2029.", "2029-05-04TEV"),
        ("She was born on 29 February.", "2028-02-29"),
        ("It is open on Sundays.", "XXXX-WXX-7"),
        ("She spoke on Tuesday evening.", "2031-03-11TEV"),
        ("It closed last week.", "2031-W10"),
        ("It closes this month.", "2031-03"),
        ("It closed earlier this month.", "2031-03"),
        ("It closed last year.", "2030"),
        ("It opened in June.", "2030-06"),
        ("It will open in June.", "2031-06"),
        ("It opened last summer.", "2030-SU"),
        ("It opened two years ago.", "2029"),
        ("It opened 10 days ago.", "2031-03-05"),
        ("It opened three weeks ago.", "2031-W08"),
        ("It opened years ago.", "PAST_REF"),
        ("It opens soon.", "FUTURE_REF"),
        ("The fourth quarter was poor.", "2030-Q4"),
        ("At 7:15 p.m. Wednesday the siren rang.", "2031-03-12T19:15"),
    ],
)
def test_a_relative_date_counts_from_publication(text: str, value: str) -> None:
    assert [found for _, found in values(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She spoke on Saturday.", "XXXX-WXX-6"),
        ("She spoke yesterday.", "XXXX-XX-XX"),
        ("It closed last week.", "XXXX-WXX"),
        ("It closed last year.", "XXXX"),
        ("It opened in June.", "XXXX-06"),
        ("It opened on 4 June.", "XXXX-06-04"),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text: str, value: str) -> None:
    assert [found for _, found in values(text, None)] == [value]


def test_a_publication_date_known_to_the_month_gives_no_day() -> None:
    assert values("She spoke yesterday of this month.", "2031-03") == [
        ("yesterday", "XXXX-XX-XX"),
        ("this month", "2031-03"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("They waited five years.", "P5Y", "DURATION"),
        ("They held a two-hour meeting.", "PT2H", "DURATION"),
        ("They waited several days.", "PXD", "DURATION"),
        ("They waited two and a half years.", "P2Y6M", "DURATION"),
        ("They waited a couple of months.", "P2M", "DURATION"),
        ("They waited for half an hour.", "PT30M", "DURATION"),
        ("It costs $3 million a year.", "P1Y", "SET"),
        ("They meet every quarter.", "P1Q", "SET"),
        ("They meet each Thursday.", "XXXX-WXX-4", "SET"),
    ],
)
def test_lengths_and_repeated_times(text: str, value: str, kind: str) -> None:
    assert [(t.value, t.type.value) for t in find_timex(text, SATURDAY)] == [(value, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2000 people came.",
        "He may march with April Brandt.",
        "It cost $1999.",
        "The 52-year-old sat down.",
        "Flight 1987 was late.",
        "A second group arrived.",
    ],
)
def test_words_that_only_look_like_times_are_left(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It has been shut since August 2029.", ["2029-08/.."]),
        ("It was shut until 2029.", ["../2029"]),
        ("It was shut before August 2029.", ["../2029-08"]),
        ("It runs from 10 to 15 June 2029.", ["2029-06-10/2029-06-15"]),
        ("It runs on March 6-8.", ["2031-03-06/2031-03-08"]),
        ("It is open from Monday to Friday.", ["2031-03-17/2031-03-21", "2031-03-17/2031-03-21"]),
        ("The 1996-97 season was good.", ["1996/1997"]),
        ("It was shut from March 2028 to May 2029.", ["2028-03/2029-05", "2028-03/2029-05"]),
        ("The war of 1914-1918 ended.", ["1914/1918", "1914/1918"]),
        ("It happened between 1914 and 1918.", ["1914/1918", "1914/1918"]),
        ("It happened in the third quarter of 2029.", ["2029-35"]),
        ("It happened in the 1970s.", ["197X"]),
        ("It happened last week.", ["2031-03-03/2031-03-09"]),
        ("It rained in the past three days.", ["2031-03-12/2031-03-15"]),
    ],
)
def test_intervals_are_given_as_edtf(text: str, edtf: list[str]) -> None:
    assert [timex.edtf for timex in find_timex(text, SATURDAY)] == edtf


def test_later_and_following_count_from_the_date_told_last() -> None:
    text = "The mill burned on 4 May 2029. Two days later it rained. The following month it was sold."
    assert [t.value for t in find_timex(text, SATURDAY)] == ["2029-05-04", "2029-05-06", "2029-06"]


def test_a_length_later_than_nothing_told_stays_a_length() -> None:
    assert [t.value for t in find_timex("Two years later the mill burned.", SATURDAY)] == ["P2Y"]


def test_the_next_day_counts_from_the_day_told() -> None:
    text = "The mill burned on 4 May 2029. It was sold the next day."
    assert [t.value for t in find_timex(text, SATURDAY)] == ["2029-05-04", "2029-05-05"]


def test_a_year_earlier_means_the_same_quarter_in_a_report_of_figures() -> None:
    text = "Third-quarter net fell to 4 crowns a share from 5 crowns a year earlier."
    assert [t.value for t in find_timex(text, "2031-11-02")] == ["2031-Q3", "2030-Q3"]


def test_a_length_after_an_event_counts_from_the_year_that_names_the_event() -> None:
    text = "Ten years after the queen was deposed, the port reopened. Few recall the 1904 revolution."
    found = find_timex(text, SATURDAY)
    assert (found[0].value, found[0].anchor) == ("1914", "text")


def test_two_dated_events_of_a_kind_leave_the_length_as_it_is() -> None:
    text = "Ten years after the queen was deposed, it reopened. There was the 1904 revolution and the 1911 coup."
    assert find_timex(text, SATURDAY)[0].value == "P10Y"


def test_an_event_of_another_kind_leaves_the_length_as_it_is() -> None:
    text = "Ten years after the bridge was painted, it fell. Few recall the 1904 revolution."
    assert find_timex(text, SATURDAY)[0].value == "P10Y"


def test_every_expression_says_what_it_was_resolved_against() -> None:
    text = "In 1990 it shut. It reopened last year."
    assert [t.anchor for t in find_timex(text, SATURDAY)] == ["", "publication"]
