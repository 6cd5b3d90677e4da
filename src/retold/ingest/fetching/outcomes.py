"""What comes of asking for an address: a page as answered, word that it is unchanged, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from retold.records.documents import Hop


@dataclass(frozen=True, slots=True)
class Conditions:
    """What an earlier answer said of its version, to ask only for a newer one."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `asked` is the address as given, `answered` the one that gave the body, `hops` those between.

    `headers` are as received, in order; `content` the body with its transfer and content coding undone; `began` and
    `ended` are in UTC.
    """

    asked: str
    answered: str
    hops: tuple[Hop, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    began: datetime
    ended: datetime

    def header(self, name: str) -> str | None:
        """The first header of this name, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def conditions(self) -> Conditions:
        """What to ask with next time."""
        return Conditions(self.header("etag"), self.header("last-modified"))


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that what it gave before still holds (304)."""

    asked: str
    answered: str
    at: datetime
