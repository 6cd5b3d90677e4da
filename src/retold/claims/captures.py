"""What a later capture of an address no longer carries, though other articles still do.

Goes in: a story's accounts with its ledger, and the accounts of former captures, each with the article that took its
place. Comes out: one retraction for each claim that a former capture asserts and its successor does not. Always
holds: only claims of the ledger are named, that is, what some current article tells; a former capture is no origin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.claims.ledger import work_out
from retold.claims.options import LedgerOptions
from retold.claims.retractions import carriers
from retold.records.claims import Account, Claim, Ledger, Occurrence, Position, Retraction, RetractionKind
from retold.records.documents import Article
from retold.records.spans import Pointer, Span

DEFAULT = LedgerOptions()


@dataclass(frozen=True, slots=True)
class Former:
    """What an address carried before: its account, and the article that stands there now."""

    account: Account
    now: Article


def find_dropped(
    former: Sequence[Former], accounts: Sequence[Account], ledger: Ledger, options: LedgerOptions = DEFAULT
) -> tuple[Retraction, ...]:
    """The claims of `ledger` that a former capture asserts and its successor does not, in order of place.

    Former captures are matched all at once, beside the current articles; those told by several are told once each.
    """
    if not former:
        return ()
    before = {one.account.article.id: one.now for one in former}
    together = work_out("former", [*accounts, *(one.account for one in former)], (), options).ledger
    known = {(o.article, o.span): claim for claim in ledger.claims for o in claim.occurrences}
    found: dict[tuple[str, str], Retraction] = {}
    for claim in together.claims:
        asserted = [o for o in claim.occurrences if o.position is Position.ASSERT]
        held = _held([o for o in asserted if o.article not in before], known)
        if held is None:
            continue
        for occurrence in asserted:
            now = before.get(occurrence.article)
            if now is not None and all(o.article != now.id for o in claim.occurrences):
                found.setdefault((now.id, held.id), _dropped(occurrence, now, held))
    return tuple(sorted(found.values(), key=lambda r: (r.where, r.claim or "")))


def _held(current: Sequence[Occurrence], known: Mapping[tuple[str, Span], Claim]) -> Claim | None:
    """The ledger's claim that these occurrences belong to, the most retold where there are several."""
    claims = {c.id: c for o in current if (c := known.get((o.article, o.span))) is not None}
    return min(claims.values(), key=lambda c: (-c.origins.retellings, c.id), default=None)


def _dropped(occurrence: Occurrence, now: Article, claim: Claim) -> Retraction:
    return Retraction(
        where=Pointer(occurrence.article, occurrence.span),
        words=occurrence.span,
        kind=RetractionKind.DROPPED,
        by=now.outlet.value or now.name,
        when=now.published.value or "",
        claim=claim.id,
        carriers=carriers(claim, {now.id}),
    )
