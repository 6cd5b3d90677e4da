"""robots.txt (RFC 9309): what a site lets programs fetch.

Goes in: the answer to a site's /robots.txt. Comes out: its rules. Always holds: no file, or one that is refused with
4xx, allows all; one that fails otherwise allows nothing.
"""

from __future__ import annotations

from protego import Protego

from retold.ingest.fetching.options import PRODUCT
from retold.ingest.fetching.outcomes import Fetched
from retold.records.documents import Refusal

# RFC 9309 asks to read at least 500 KiB; what follows is not read.
LARGEST_ROBOTS = 512 * 1024
# A longer pause than this between two pages is not kept; such a site is asked at this pace.
LONGEST_DELAY = 60.0


class Rules:
    """What one site allows; `failed` is why that cannot be known, or None."""

    def __init__(self, text: str = "", failed: Refusal | None = None) -> None:
        self.failed = failed
        self._parsed = Protego.parse(text)

    def allows(self, address: str) -> bool:
        """Whether the address may be fetched."""
        return self.failed is None and bool(self._parsed.can_fetch(address, PRODUCT))

    @property
    def delay(self) -> float | None:
        """Seconds that the site asks for between two requests."""
        asked = self._parsed.crawl_delay(PRODUCT)
        return None if asked is None else min(float(asked), LONGEST_DELAY)


def rules_from(answer: Fetched | Refusal) -> Rules:
    """The rules that an answer to /robots.txt gives."""
    if isinstance(answer, Fetched):
        return Rules(answer.content[:LARGEST_ROBOTS].decode("utf-8", "replace"))
    if answer.code.startswith("status-4") and answer.code != "status-429":
        return Rules()
    return Rules(failed=answer)
