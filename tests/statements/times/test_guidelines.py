"""The sorts of expression that the TIMEX3 guidelines name, one by one: text in, type and value out. All fictional."""

from __future__ import annotations

import pytest

from retold.records.statements import Timex
from retold.statements.times import find_timex

WEDNESDAY = "2028-05-17"


def read(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    return [(t.span.of(text), t.type.value, t.value) for t in find_timex(text, published)]


def only(text: str, published: str | None = WEDNESDAY) -> Timex:
    (found,) = find_timex(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("Orla left the week before last.", "the week before last", "DATE", "2028-W18"),
        ("Orla returns the month after next.", "the month after next", "DATE", "2028-07"),
        ("Orla left a year ago today.", "a year ago today", "DATE", "2027-05-17"),
        ("Orla left 20 years ago this week.", "20 years ago this week", "DATE", "2008-W20"),
        ("Orla left on the 15th of last month.", "the 15th of last month", "DATE", "2028-04-15"),
        ("Orla was born on March the 6th.", "March the 6th", "DATE", "2028-03-06"),
        ("Orla left on 2027/06/05.", "2027/06/05", "DATE", "2027-06-05"),
        ("Orla left on 5-6-2027.", "5-6-2027", "DATE", "2027-XX-XX"),
        ("The mill grew by the end of the decade.", "the end of the decade", "DATE", "202"),
        ("The mill closes by year's end.", "year's end", "DATE", "2028"),
        ("The wall was built in 300 BC.", "300 BC", "DATE", "BC0300"),
        ("Profit rose in FY2027.", "FY2027", "DATE", "2027"),
        ("Profit rose in FY27/28.", "FY27/28", "DATE", "2027"),
        ("Profit rose in 3Q27.", "3Q27", "DATE", "2027-Q3"),
        ("Profit rose in 4Q.", "4Q", "DATE", "2027-Q4"),
        ("Profit rose in H1 2027.", "H1 2027", "DATE", "2027-H1"),
        ("One day the mill will close.", "One day", "DATE", "FUTURE_REF"),
        ("The other day the mill closed.", "The other day", "DATE", "PAST_REF"),
        ("It took one day.", "one day", "DURATION", "P1D"),
        ("The shop opens at five o'clock in the evening.", "five o'clock in the evening", "TIME", "2028-05-17T17:00"),
        ("The shop opens at half past nine.", "half past nine", "TIME", "2028-05-17TXX:30"),
        ("The shop shut at a quarter to six a.m.", "a quarter to six a.m.", "TIME", "2028-05-17T05:45"),
        ("The shop shut at a quarter to one.", "a quarter to one", "TIME", "2028-05-17TXX:45"),
        ("The ground shook at 0630 local time.", "0630 local time", "TIME", "2028-05-17T06:30"),
        ("The ground shook at 14h30.", "14h30", "TIME", "2028-05-17T14:30"),
        ("The barn burned overnight.", "overnight", "TIME", "2028-05-16TNI"),
        ("The barn burned in the morning.", "the morning", "TIME", "2028-05-17TMO"),
        ("The feud lasted weeks.", "weeks", "DURATION", "PXW"),
        ("Hundreds of years passed.", "Hundreds of years", "DURATION", "PXY"),
        ("The decades-long feud ended.", "decades-long", "DURATION", "PXE"),
        ("A year-long feud ended.", "A year-long", "DURATION", "P1Y"),
        ("It grew over the past decade.", "the past decade", "DURATION", "P10Y"),
        ("He got two years and three months.", "two years and three months", "DURATION", "P2Y3M"),
        ("It took two hours and 15 minutes.", "two hours and 15 minutes", "DURATION", "PT2H15M"),
        ("It took a day and six hours.", "a day and six hours", "DURATION", "P1DT6H"),
        ("The bank is shut on weekends.", "weekends", "SET", "XXXX-WXX-WE"),
        ("They meet every other week.", "every other week", "SET", "P2W"),
    ],
)
def test_an_expression_has_its_span_type_and_value(text: str, words: str, kind: str, value: str) -> None:
    assert read(text) == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The office hours are long.",
        "In those days, bread was cheap.",
        "She read the minutes aloud.",
        "Help came from all quarters.",
        "They live on the 15th floor.",
        "The code is 1912-11.",
        "Dial 555-12-34.",
    ],
)
def test_words_that_share_a_shape_with_times_are_left(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bill will be named on Friday.", "2028-05-19"),
        ("The bridge is to be opened on Friday.", "2028-05-19"),
        ("The council needs an answer, and the mayor will succeed Pell on Friday.", "2028-05-19"),
        ("The lake froze on Friday.", "2028-05-12"),
        ("The firm said a dividend will be paid in February.", "2029-02"),
        ("The firm paid a dividend in February.", "2028-02"),
    ],
)
def test_a_day_or_month_goes_by_the_tense_of_its_verb(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The following day it rained.", "XXXX-XX-XX"),
        ("The day before, it had rained.", "XXXX-XX-XX"),
        ("It rained the previous night.", "XXXX-XX-XXTNI"),
        ("It rained the following evening.", "XXXX-XX-XXTEV"),
    ],
)
def test_a_day_beside_one_that_nothing_told_is_not_guessed(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The following day", "2029-05-05"),
        ("The day before", "2029-05-03"),
        ("The previous night", "2029-05-03TNI"),
        ("The following morning", "2029-05-05TMO"),
        ("Later in the morning", "2029-05-04TMO"),
    ],
)
def test_a_day_beside_the_one_told_counts_from_it(words: str, value: str) -> None:
    text = f"The mill burned on 4 May 2029. {words}, rain came."
    assert [t.value for t in find_timex(text, WEDNESDAY)] == ["2029-05-04", value]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It rained three days before 25 May 2027.", "2027-05-22/2027-05-25"),
        ("It rained two weeks after 25 May 2027.", "2027-05-25/2027-06-08"),
        ("They vote a week from Friday.", "2028-05-19/2028-05-26"),
    ],
)
def test_a_length_before_or_after_a_day_reaches_another(text: str, edtf: str) -> None:
    length, day = find_timex(text, WEDNESDAY)
    assert length.edtf == edtf
    assert day.edtf == day.value, "the day it counts from bounds nothing else"


def test_a_stretch_of_years_is_an_interval() -> None:
    assert only("The war of 1914-18 was long.").edtf == "1914/1918"


def test_a_year_before_our_era_is_written_with_the_year_nought_counted() -> None:
    assert only("The wall was built in 300 BC.").edtf == "-0299"


def test_two_clock_times_before_a_day_are_both_of_that_day() -> None:
    text = "The ground shook at 10:35 a.m. (0735 GMT) Monday."
    assert [t.value for t in find_timex(text, WEDNESDAY)] == ["2028-05-15T10:35", "2028-05-15T07:35Z", "2028-05-15"]


def test_a_weekday_that_ends_a_headline_is_apart_from_the_date_line() -> None:
    text = "Ferries to stop until Friday\nMay 17, 2028\nFerries will stop."
    assert [t.value for t in find_timex(text, WEDNESDAY)] == ["2028-05-19", "2028-05-17"]


def test_both_centuries_that_share_their_noun_are_found() -> None:
    assert [v for _, _, v in read("It stood in the 19th and 20th centuries.")] == ["18", "19"]


def test_lengths_that_do_not_go_from_coarse_to_fine_stay_apart() -> None:
    assert [v for _, _, v in read("He got three months and two years.")] == ["P3M", "P2Y"]
