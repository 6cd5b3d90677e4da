"""What feeds ask for, and what of it is kept to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.ingest.schedules import DAY, LONGEST_PAUSE, Schedule, next_time, schedule_of
from retold.records.documents import Capture

# A Tuesday.
NOON = datetime(2031, 3, 4, 12, 20, tzinfo=UTC)
SYNDICATION = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'


def _schedule(channel: str, item: str = "") -> Schedule:
    content = f"<rss {SYNDICATION}><channel>{channel}<item>{item}</item></channel></rss>".encode()
    return schedule_of(Capture("", "", "", "", content))


@pytest.mark.parametrize(
    ("channel", "pause"),
    [
        ("<ttl>60</ttl>", 3600),
        ("<ttl> soon </ttl>", 0),
        ("<ttl>-5</ttl>", 0),
        ("<ttl>99999999999999999999</ttl>", 0),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", DAY),
        ("", 0),
    ],
)
def test_the_pause_that_a_feed_asks_for(channel: str, pause: int) -> None:
    assert _schedule(channel).pause == pause


def test_the_hours_and_days_that_a_feed_leaves_out() -> None:
    hours = "<skipHours><hour>13</hour><hour>24</hour><hour>x</hour></skipHours>"
    assert _schedule(f"{hours}<skipDays><day>Sunday</day></skipDays>") == Schedule(
        0, frozenset({13, 0}), frozenset({6})
    )


def test_a_broken_feed_asks_for_what_stands_before_the_break() -> None:
    assert schedule_of(Capture("", "", "", "", b"<rss><channel><ttl>60</ttl><item><ti")).pause == 3600
    assert schedule_of(Capture("", "", "", "", b"no feed")) == Schedule()


def test_hours_that_are_left_out_are_waited_for() -> None:
    at = next_time(NOON, 600, Schedule(hours=frozenset({12, 13})))
    assert at == datetime(2031, 3, 4, 14, tzinfo=UTC)
    assert next_time(NOON, 600, Schedule(days=frozenset({1}))) == datetime(2031, 3, 5, tzinfo=UTC)


@given(
    st.floats(0, 2 * DAY),
    st.integers(0, 10**9),
    st.frozensets(st.integers(0, 23)),
    st.frozensets(st.integers(0, 6)),
)
def test_no_feed_is_asked_too_early_or_put_off_without_end(
    every: float, pause: int, hours: frozenset[int], days: frozenset[int]
) -> None:
    wait = next_time(NOON, every, Schedule(pause, hours, days)) - NOON
    assert wait >= timedelta(seconds=max(every, min(pause, LONGEST_PAUSE)))
    assert wait <= timedelta(seconds=max(every, LONGEST_PAUSE) + DAY + 3600)
