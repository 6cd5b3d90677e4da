"""What is shown of a checked draft, whoever shows it: terminal, page and JSON are drawn from this view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from retold.claims import Difference, DraftCheck
from retold.claims.rules import RULE_TABLE, Kind
from retold.claims.wording import shown
from retold.interfaces.library import Library
from retold.interfaces.views import OUTLET_ITSELF, Carried, carried_of, origin_words
from retold.interfaces.withdrawals import WithdrawalView, withdrawal_views
from retold.pipeline.checking import DraftReport, NearStory
from retold.records.claims import Claim, Finding, Occurrence
from retold.records.documents import Article
from retold.stories.groups import GroupOptions

Look = Callable[[str], Article]
NOBODY = "nobody else in this archive says it"
NOBODY_SO = "nobody in this archive says it so"


@dataclass(frozen=True, slots=True)
class Teller:
    """One way on which a statement reached readers: what is done with it, the chain, and where it was printed.

    `places` are its occurrences, the earliest first.
    """

    position: str
    chain: tuple[str, ...]
    places: tuple[Carried, ...]

    @property
    def words(self) -> str:
        """The words of the earliest, on one line, ready to be put between quotation marks."""
        return shown(self.places[0].words)

    @property
    def printed(self) -> tuple[str, ...]:
        """The outlets that print it, each with its date."""
        return tuple(dict.fromkeys(f"{c.outlet} ({c.published[:10] or 'undated'})" for c in self.places))

    @property
    def way(self) -> str:
        """The chain to the outlets, as one line."""
        return " → ".join((*self.chain, ", ".join(self.printed)))


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Where draft and archive cannot both be right."""

    why: str
    here: str
    there: str
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class CheckView:
    """One claim of the draft: its words and line, its own chains, and what the archive has.

    `handle` is what `retold claim` takes for the first of the `known` claims, "" where there is none.
    """

    text: str
    line: int
    own: tuple[Carried, ...]
    tellers: tuple[Teller, ...]
    known: tuple[Claim, ...]
    handle: str
    differences: tuple[DifferenceView, ...]
    findings: tuple[Finding, ...]
    withdrawals: tuple[WithdrawalView, ...]

    @property
    def all_tellers(self) -> tuple[Teller, ...]:
        """Those who tell it, and those who tell it otherwise."""
        return (*self.tellers, *(teller for difference in self.differences for teller in difference.tellers))

    @property
    def archive(self) -> str:
        """What the archive has, in one line."""
        if self.known:
            return origin_words(self.known[0])
        return NOBODY_SO if self.differences else NOBODY

    @property
    def is_looked_at(self) -> bool:
        """Whether a person should look at it before it is published; a grade alone calls for nothing."""
        return bool(self.differences or self.withdrawals or self.faults)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """What the desks' rules find wanting."""
        return tuple(f for f in self.findings if RULE_TABLE[f.rule].kind is not Kind.GRADE)

    @property
    def grades(self) -> tuple[Finding, ...]:
        """What grade the desks' rules allow."""
        return tuple(f for f in self.findings if RULE_TABLE[f.rule].kind is Kind.GRADE)


@dataclass(frozen=True, slots=True)
class DraftView:
    """A checked draft, ready to show."""

    name: str
    report: DraftReport
    checks: tuple[CheckView, ...]
    dated: bool

    @property
    def is_looked_at(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.report.same) or any(check.is_looked_at for check in self.checks)

    @property
    def told(self) -> tuple[NearStory, ...]:
        """The stories to name: those that tell something of it, and those as like it as articles of one story are."""
        carrying = {c.pointer.article for check in self.checks for t in check.all_tellers for c in t.places}
        found = []
        for near in self.report.near:
            if near.nearness.score >= GroupOptions().threshold or carrying & set(near.articles):
                found.append(near)
                # An article that tells two stories speaks for the nearer one alone.
                carrying -= set(near.articles)
        return tuple(found)

    @property
    def counts(self) -> tuple[str, ...]:
        """What was found, as a list of short phrases."""
        known = sum(bool(check.known) for check in self.checks)
        values = sum(bool(d.here) for check in self.checks for d in check.differences)
        denied = sum(not d.here for check in self.checks for d in check.differences)
        withdrawn = sum(bool(check.withdrawals) for check in self.checks)
        rules = sum(len(check.faults) for check in self.checks)
        archive = f"{known} told in this archive of {_number(self.report.archive, 'article')}"
        found = [_number(len(self.checks), "claim"), archive, f"{len(self.checks) - known} by nobody else in it"]
        found += [f"{_number(values, 'value')} {'differs' if values == 1 else 'differ'}"] if values else []
        found += [f"{denied} disputed"] if denied else []
        found += [f"{withdrawn} withdrawn"] if withdrawn else []
        return (*found, *([f"{_number(rules, 'finding')} of the desks' rules"] if rules else []))


def draft_view(report: DraftReport, name: str, library: Library) -> DraftView:
    """What is shown of a report; `library` is over the store that the draft was held against."""
    checks = tuple(
        _check(found, line, report.draft, library) for found, line in zip(report.checks, report.lines, strict=True)
    )
    return DraftView(name, report, checks, report.draft.published.value is not None)


def _check(check: DraftCheck, line: int, draft: Article, library: Library) -> CheckView:
    look = library.article
    return CheckView(
        text=shown(check.text),
        line=line,
        own=tuple(_own(carried_of(o, draft)) for o in check.own),
        tellers=_tellers(check.archived, look),
        known=check.known,
        handle=library.handle(check.known[0].id) if check.known else "",
        differences=tuple(_difference(d, look) for d in check.differences),
        findings=check.findings,
        withdrawals=withdrawal_views(check.retractions, look),
    )


def _own(carried: Carried) -> Carried:
    """The draft's own telling; where it speaks for itself, that is said in so many words."""
    return replace(carried, chain=("the draft itself",)) if carried.chain == (OUTLET_ITSELF,) else carried


def _difference(found: Difference, look: Look) -> DifferenceView:
    return DifferenceView(found.why.value, found.here, found.there, _tellers(found.others, look))


def _tellers(occurrences: Sequence[Occurrence], look: Look) -> tuple[Teller, ...]:
    """Each chain once with the outlets that it reached, the earliest first."""
    found: dict[tuple[str, tuple[str, ...]], list[Carried]] = {}
    for carried in sorted((carried_of(o, look(o.article)) for o in occurrences), key=_by_date):
        found.setdefault((carried.position, carried.chain), []).append(carried)
    return tuple(Teller(position, chain, tuple(those)) for (position, chain), those in found.items())


def _by_date(carried: Carried) -> tuple[str, str, int]:
    return carried.published or "9", carried.pointer.article, carried.pointer.span.start


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
