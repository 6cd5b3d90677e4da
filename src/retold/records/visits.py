"""What is remembered of asking the web for an address, from one run to the next."""

from __future__ import annotations

from dataclasses import dataclass

from retold.records.documents import Wanted


@dataclass(frozen=True, slots=True)
class Visit:
    """One address and how it stands.

    `at` is when it last answered (ISO 8601, None for never), `etag` and `modified` are what to ask with next time. What
    came is held under the address `held_as`, None for its own; `carrier` says that it was a feed or a sitemap.

    `wanted` is an article that a feed names and that is to be fetched: for the first time where `at` is None, else once
    more after so many `looks`. `failures` counts the tries in vain since the last answer, `reason` is the last refusal;
    no try is made before `due` (ISO 8601).
    `moved` is where the address says for good that it has gone.
    """

    address: str
    at: str | None = None
    etag: str | None = None
    modified: str | None = None
    held_as: str | None = None
    carrier: bool = False
    wanted: Wanted | None = None
    looks: int = 0
    failures: int = 0
    reason: str = ""
    due: str | None = None
    moved: str | None = None
