"""A draft held against an archive: for each thing it claims, what the archive's articles say, and who disputes it.

Goes in: the account of a draft, the accounts of an archive, and who copied whom among them. Comes out: one check for
each claim of the draft, in the order of the draft. Always holds: origins are those of the archive alone, so that a
draft never confirms itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.claims.ledger import build_ledger
from retold.claims.options import LedgerOptions
from retold.records.claims import Account, Claim, Dispute, Finding, Occurrence, Origins, Range
from retold.records.spans import Span
from retold.records.stories import Descent

NOBODY = Origins(Range(0, 0), Range(0, 0), 0)
DEFAULT = LedgerOptions()


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """One claim of a draft.

    `own` are the draft's occurrences and `archived` the archive's; `origins` counts the archive alone; `disputes` are
    those of the claim, with the draft in; `findings` what the desks' rules say of it, with the draft in.
    """

    text: str
    own: tuple[Occurrence, ...]
    archived: tuple[Occurrence, ...]
    origins: Origins
    disputes: tuple[Dispute, ...]
    findings: tuple[Finding, ...]


def check_draft(
    draft: Account, archive: Sequence[Account], descents: Sequence[Descent] = (), options: LedgerOptions = DEFAULT
) -> tuple[DraftCheck, ...]:
    """What the archive has on each claim of the draft; raises ValueError when the draft is in the archive."""
    name = draft.article.id
    together = build_ledger("draft", [*archive, draft], descents, options)
    alone = build_ledger("draft", archive, [d for d in descents if d.child != name], options)
    origins = {(o.article, o.span): claim.origins for claim in alone.claims for o in claim.occurrences}
    found = []
    for claim in together.claims:
        own = tuple(o for o in claim.occurrences if o.article == name)
        if own:
            disputes = tuple(d for d in together.disputes if claim.id in (d.a, d.b))
            found.append(_check(claim, own, origins, disputes))
    return tuple(sorted(found, key=lambda check: check.own[0].span))


def _check(
    claim: Claim,
    own: tuple[Occurrence, ...],
    origins: dict[tuple[str, Span], Origins],
    disputes: tuple[Dispute, ...],
) -> DraftCheck:
    archived = tuple(o for o in claim.occurrences if o not in own)
    known = [origins[o.article, o.span] for o in archived if (o.article, o.span) in origins]
    # Without the draft the archive may hold the claim in several; the best told of them is shown.
    best = max(known, key=lambda o: (o.retellings, o.speakers.high, o.observers.high), default=NOBODY)
    return DraftCheck(claim.text, own, archived, best, disputes, claim.findings)
