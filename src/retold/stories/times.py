"""When an article was published, as an interval, and which of two came first where that can be said.

In: EDTF dates and times as articles carry them ("2031", "2031-05", "2031-05-04", "2031-05-04T10:00:00+02:00", with
"~", "?" or "%" for doubt). Out: seconds since 1970, first and last; None where the value is no such date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Moment:
    """Some time from `first` to `last`, in seconds since 1970 UTC."""

    first: float
    last: float

    def is_before(self, other: Moment) -> bool:
        """Whether all of this interval lies before all of the other."""
        return self.last < other.first

    def gap(self, other: Moment) -> float:
        """Days between the two intervals; 0 where they touch."""
        return max(self.first - other.last, other.first - self.last, 0.0) / DAY


@lru_cache(maxsize=1 << 14)
def moment(published: str | None) -> Moment | None:
    """The interval that an EDTF value names; a time without offset is read as UTC."""
    value = (published or "").strip().rstrip("?~%")
    if not value:
        return None
    try:
        if "T" in value or " " in value:
            return _clock(value)
        return _calendar(value)
    except (ValueError, OverflowError):
        return None


def _clock(value: str) -> Moment:
    at = datetime.fromisoformat(value)
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    seconds = at.timestamp()
    return Moment(seconds, seconds)


def _calendar(value: str) -> Moment:
    parts = [int(part) for part in value.split("-")]
    if len(parts) > 3 or not all(part.isdigit() for part in value.split("-")):
        raise ValueError(value)
    year, month, day = (*parts, 1, 1)[:3]
    begin = datetime(year, month, day, tzinfo=UTC)
    if len(parts) == 1:
        end = datetime(year + 1, 1, 1, tzinfo=UTC)
    elif len(parts) == 2:
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    else:
        end = begin + timedelta(days=1)
    return Moment(begin.timestamp(), end.timestamp() - 1)
