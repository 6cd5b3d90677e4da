from __future__ import annotations

from tests.claims.telling import Marks, tell

from retold.claims.actors import actor_keys
from retold.claims.features import FeatureReader, Features
from retold.claims.propositions import propositions
from retold.claims.values import clashes
from retold.records.claims import Account


def one(account: Account) -> Features:
    reader = FeatureReader(account, actor_keys([account.annotation]))
    return reader.read(next(iter(propositions(account))))


def between(a: Account, b: Account) -> list[tuple[str, str, str]]:
    return [(c.why.value, c.here, c.there) for c in clashes(one(a), one(b), a, b)]


def shut(weeks: str, count: float, day: str = "", edtf: str = "") -> Account:
    text = f"The bridge at Sarel closed {weeks} lanes of traffic{day and ' ' + day}."
    times = ((day, edtf),) if day else ()
    return tell("x", "Echo", text, marks=Marks(amounts=((weeks, count, count, "lanes"),), times=times))


def test_numbers_of_one_measure_that_cannot_agree_clash() -> None:
    assert between(shut("four", 4), shut("six", 6)) == [("number", "four", "six")]


def test_equal_numbers_in_other_words_do_not() -> None:
    assert between(shut("four", 4), shut("4", 4)) == []


def test_times_without_a_common_day_clash() -> None:
    monday, tuesday = shut("four", 4, "on Monday", "2026-03-02"), shut("four", 4, "on Tuesday", "2026-03-03")
    assert between(monday, tuesday) == [("time", "on Monday", "on Tuesday")]


def test_swapping_the_sides_swaps_the_pairs() -> None:
    a, b = shut("four", 4, "on Monday", "2026-03-02"), shut("six", 6, "on Tuesday", "2026-03-03")
    assert [(why, there, here) for why, here, there in between(a, b)] == between(b, a)
