"""What was withdrawn, in words: who took it back, when, and who still carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retold.records.claims import Retraction, RetractionKind
from retold.records.documents import Article
from retold.records.spans import Pointer


@dataclass(frozen=True, slots=True)
class CarrierView:
    """An article that still tells what was withdrawn; `after` says that it was published later than the withdrawal."""

    article: str
    outlet: str
    published: str
    after: bool

    @property
    def words(self) -> str:
        """The outlet with its date, and whether it printed what was already withdrawn."""
        return f"{self.outlet} ({self.published[:10] or 'undated'}{', printed after' if self.after else ''})"


@dataclass(frozen=True, slots=True)
class WithdrawalView:
    """A withdrawal in words: `deed` is what was done ("withdrew it", …), `words` those at `where`."""

    by: str
    deed: str
    when: str
    words: str
    where: Pointer
    claim: str | None
    carriers: tuple[CarrierView, ...]

    @property
    def head(self) -> str:
        """Who did what, and when."""
        return f"{self.by} {self.deed}" + (f" ({self.when[:10]})" if self.when else "")

    @property
    def still(self) -> str:
        """Who still carries it, in one line."""
        return ", ".join(carrier.words for carrier in self.carriers) or "nobody in this archive"


DEEDS = {
    RetractionKind.STATED: "took it back",
    RetractionKind.DROPPED: "no longer has it at this address, where it stood before",
}


def withdrawal_views(retractions: Iterable[Retraction], look: Callable[[str], Article]) -> tuple[WithdrawalView, ...]:
    """Retractions ready to show; articles, former ones too, are looked up by id."""
    return tuple(_view(one, look) for one in retractions)


def _view(one: Retraction, look: Callable[[str], Article]) -> WithdrawalView:
    return WithdrawalView(
        by=one.by,
        deed=DEEDS[one.kind] if one.claim else "took something back; which claim is meant is not clear",
        when=one.when,
        words=" ".join(one.where.span.of(look(one.where.article).text).split()),
        where=one.where,
        claim=one.claim,
        carriers=tuple(
            sorted((_carrier(a, one.when, look) for a in one.carriers), key=lambda c: (c.published, c.article))
        ),
    )


def _carrier(article: str, withdrawn: str, look: Callable[[str], Article]) -> CarrierView:
    told = look(article)
    published = told.published.value or ""
    after = bool(withdrawn) and published[:10] > withdrawn[:10]
    return CarrierView(article, told.outlet.value or told.name, published, after)
