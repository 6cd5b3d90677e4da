"""What was withdrawn, in words: who took it back, when, and who still carries it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

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
    """A withdrawal in words: `deed` is what was done, `words` stand at `where`; `also` tell it too."""

    by: str
    deed: str
    when: str
    words: str
    where: Pointer
    claim: str | None
    carriers: tuple[CarrierView, ...]
    also: tuple[Pointer, ...] = ()

    @property
    def places(self) -> str:
        """Where it is told, in one line."""
        return ", ".join(f"{p.article} [{p.span.start}:{p.span.end}]" for p in (self.where, *self.also))

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
    """Retractions ready to show, the earliest first; one that several articles tell is shown once.

    Articles, former ones too, are looked up by id.
    """
    found: dict[tuple[str, str, str], WithdrawalView] = {}
    for one in sorted(retractions, key=lambda r: (r.when or "9", r.where)):
        view = _view(one, look)
        told = one.claim or f"{one.where.article} {one.where.span.start}"
        key = (one.by.casefold(), one.kind.value, told)
        known = found.get(key)
        found[key] = view if known is None else replace(known, also=(*known.also, view.where))
    return tuple(found.values())


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
