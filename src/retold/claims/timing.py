"""The clocks of an occurrence: when it is said to have happened, when it was said, published, captured."""

from __future__ import annotations

from retold.claims.propositions import Proposition
from retold.records.claims import Account
from retold.records.statements import Clocks, Timex, TimexType


def clocks(proposition: Proposition, account: Account) -> Clocks:
    """The clocks of one proposition: a time inside it is when it happened, one beside it when it was said."""
    times = [
        timex
        for timex in account.annotation.timex
        if timex.type in (TimexType.DATE, TimexType.TIME) and timex.edtf and proposition.sentence.contains(timex.span)
    ]
    happened = _first([t for t in times if proposition.span.contains(t.span)])
    said = _first([t for t in times if not proposition.span.overlaps(t.span)]) if proposition.attribution else None
    return Clocks(
        happened=happened.edtf if happened else None,
        happened_span=happened.span if happened else None,
        said=said.edtf if said else None,
        said_span=said.span if said else None,
        published=account.article.published.value,
        captured=account.article.captured,
    )


def _first(times: list[Timex]) -> Timex | None:
    return min(times, key=lambda timex: timex.span, default=None)
