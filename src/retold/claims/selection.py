"""One passage for each origin of each claim: what a search index or a language model should be fed.

Goes in: a ledger and its accounts. Comes out: selections in order of claims. Always holds: each origin of a claim has
exactly one, and it points at an asserting occurrence of that claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.claims.publications import Publications
from retold.language.outlets import REGISTRY
from retold.records.claims import Account, Claim, Ledger, Occurrence, Origin, Position
from retold.records.outlets import Registry
from retold.records.spans import Pointer


@dataclass(frozen=True, slots=True)
class Selection:
    """The occurrence of `claim` nearest to `origin`, with its words."""

    claim: str
    origin: Origin | None
    where: Pointer
    text: str


def select_one_per_origin(
    ledger: Ledger, accounts: Sequence[Account], outlets: Registry = REGISTRY
) -> tuple[Selection, ...]:
    """For each claim, the passage nearest to each of its speakers; to its observers where it has no speaker."""
    by_id = {account.article.id: account for account in accounts}
    publications = Publications(outlets)
    found: list[Selection] = []
    for claim in ledger.claims:
        asserted = [o for o in claim.occurrences if o.position is Position.ASSERT]
        if not asserted:
            continue
        for origin in _roots(claim):
            carrying = [o for o in asserted if origin is None or _is_from(o, origin)] or [
                o for o in asserted if origin is None or o.article in origin.articles
            ]
            best = min(carrying or asserted, key=lambda o: _distance(o, by_id[o.article], origin, publications))
            text = best.span.of(by_id[best.article].article.text)
            found.append(Selection(claim.id, origin, Pointer(best.article, best.span), text))
    return tuple(found)


def _roots(claim: Claim) -> list[Origin | None]:
    roots = claim.origins.roots
    speakers = [root for root in roots if root.kind == "speaker"]
    return list(speakers or roots) or [None]


def _is_from(occurrence: Occurrence, origin: Origin) -> bool:
    speaker = occurrence.speaker
    if origin.kind != "speaker":
        return occurrence.article in origin.articles
    return speaker is not None and origin.name in (speaker.name, speaker.role)


def _distance(
    occurrence: Occurrence, account: Account, origin: Origin | None, publications: Publications
) -> tuple[int, int, str, str, int]:
    """Fewer relays first, then the observer's own article, then the earliest."""
    key = publications.key
    own = key(account.article.outlet.value or "")
    mine = 0 if origin is not None and origin.kind != "speaker" and key(origin.name) == own else 1
    published = account.article.published.value or "9999"
    return (len(occurrence.relays), mine, published, occurrence.article, occurrence.span.start)
