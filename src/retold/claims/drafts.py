"""A draft held against an archive: for each thing it claims, what the archive's articles say, and who disputes it.

Goes in: the account of a draft, the accounts of an archive with its ledgers, and who copied whom among them. Comes
out: one check for each claim of the draft, in the order of the draft. Always holds: origins are those of the archive
alone, so that a draft never confirms itself; every value that differs is given with the words of both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from retold.claims.comparison import Conflict
from retold.claims.features import Features
from retold.claims.ledger import Working, work_out
from retold.claims.options import LedgerOptions
from retold.claims.rules import RULE_TABLE, Case, Kind, findings
from retold.claims.values import clashes
from retold.language.english_stems import stem
from retold.records.claims import (
    Account,
    Claim,
    DisputeReason,
    Finding,
    Ledger,
    Occurrence,
    Origins,
    Position,
    Range,
    Retraction,
)
from retold.records.judgements import Judgement
from retold.records.spans import Pointer
from retold.records.stories import Descent

NOBODY = Origins(Range(0, 0), Range(0, 0), 0)
DEFAULT = LedgerOptions()
# Verbs that state nothing but that somebody spoke.
SPEAKING = frozenset(map(stem, ("say", "said", "tell", "told", "add")))


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a draft and the archive cannot both be right: `own` of the draft against `others` of the archive.

    `here` and `there` are the values that differ, in the texts' own words; "" where no single value does (a denial).
    """

    why: DisputeReason
    here: str
    there: str
    own: Occurrence
    others: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """One claim of a draft.

    `own` are the draft's occurrences and `archived` the archive's. `known` are the archive's claims that these belong
    to, the most retold first; `origins` counts the first of them. `findings` are what the desks' rules say of the
    draft's words, but for those rules that ask how articles are kept as evidence; `retractions` those of the archive.
    """

    text: str
    own: tuple[Occurrence, ...]
    archived: tuple[Occurrence, ...]
    known: tuple[Claim, ...]
    origins: Origins
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    retractions: tuple[Retraction, ...] = ()


def check_draft(
    draft: Account,
    archive: Sequence[Account],
    ledgers: Sequence[Ledger],
    descents: Sequence[Descent] = (),
    options: LedgerOptions = DEFAULT,
    judgements: Sequence[Judgement] = (),
) -> tuple[DraftCheck, ...]:
    """What the archive has on each claim of the draft; raises ValueError when the draft is in the archive.

    `ledgers` are those of the archive's stories, made without the draft; `judgements` what people judged of them.
    """
    name = draft.article.id
    working = work_out("draft", [*archive, draft], [d for d in descents if d.child != name], options, judgements)
    held = _Held(name, working, ledgers, options)
    accounts = {account.article.id: account for account in (*archive, draft)}
    found = [_check(claim, held, accounts, options) for claim in working.ledger.claims if held.states(claim, draft)]
    return tuple(sorted(found, key=lambda check: check.own[0].span))


class _Held:
    """Looks up what the draft's claims have to do with the archive's."""

    def __init__(self, name: str, working: Working, ledgers: Sequence[Ledger], options: LedgerOptions) -> None:
        self.name, self._join = name, options.join
        self.features, self.matching = working.features, working.matching
        self._index = {(f.proposition.article, f.proposition.span): n for n, f in enumerate(self.features)}
        self._retractions = [retraction for ledger in ledgers for retraction in ledger.retractions]
        self._claims = {(o.article, o.span): c for ledger in ledgers for c in ledger.claims for o in c.occurrences}
        self._occurrences = {(o.article, o.span): o for c in working.ledger.claims for o in c.occurrences}
        self._alike: dict[int, list[int]] = {}
        for index, node in enumerate(self.matching.node):
            self._alike.setdefault(node, []).append(index)

    def own(self, claim: Claim) -> tuple[Occurrence, ...]:
        """The draft's occurrences of a claim."""
        return tuple(sorted((o for o in claim.occurrences if o.article == self.name), key=lambda o: o.span))

    def states(self, claim: Claim, draft: Account) -> bool:
        """Whether the draft states the claim, and not only that somebody spoke ("Ada Holt told parliament")."""
        cues = [cue for said in draft.annotation.attributions for cue in said.cue]
        for occurrence in self.own(claim):
            clause = self.features[self._index[occurrence.article, occurrence.span]].proposition.clause
            if occurrence.speaker or clause is None or not any(cue.overlaps(clause.verb) for cue in cues):
                return True
            if stem(clause.verb.of(draft.article.text)) not in SPEAKING:
                return True
        return False

    def known(self, archived: Sequence[Occurrence]) -> tuple[Claim, ...]:
        """The archive's claims that these occurrences belong to, the best told first."""
        found = {c.id: c for o in archived if (c := self._claims.get((o.article, o.span))) is not None}
        return tuple(sorted(found.values(), key=lambda c: (-c.origins.retellings, -c.origins.speakers.high, c.id)))

    def withdrawn(self, known: Sequence[Claim]) -> tuple[Retraction, ...]:
        """What takes one of these claims back."""
        ids = {claim.id for claim in known}
        return tuple(retraction for retraction in self._retractions if retraction.claim in ids)

    def beside(self, own: Occurrence) -> Iterator[tuple[Features, Features, Occurrence]]:
        """The archive's statements about what `own` says: those of its claim, and those that a value keeps out of it.

        Each with both sides as compared.
        """
        mine = self._index[own.article, own.span]
        node = self.matching.node[mine]
        for index in sorted(self._with(mine) | self._kept_apart(node)):
            theirs = self.features[index]
            place = (theirs.proposition.article, theirs.proposition.span)
            if place[0] != self.name and place in self._occurrences and _one_deed(self.features[mine], theirs):
                yield self.features[mine], theirs, self._occurrences[place]

    def _with(self, mine: int) -> set[int]:
        return set(next((group for group in self.matching.groups if mine in group), ()))

    def _kept_apart(self, node: int) -> set[int]:
        found: set[int] = set()
        for pair, compared in self.matching.near.get(node, ()):
            if compared.conflict is not Conflict.NONE and compared.score >= self._join:
                found.update(self._alike[pair[1] if pair[0] == node else pair[0]])
        return found


def _one_deed(a: Features, b: Features) -> bool:
    """Whether both tell one deed, as far as verbs are known: the times of two deeds may well differ."""
    if not (a.predicate and b.predicate):
        return True
    return bool(a.predicate & b.predicate or a.predicate & b.objects or b.predicate & a.objects)


def _check(claim: Claim, held: _Held, accounts: Mapping[str, Account], options: LedgerOptions) -> DraftCheck:
    own = held.own(claim)
    archived = tuple(o for o in claim.occurrences if o.article != held.name)
    known = held.known(archived)
    origins = known[0].origins if known else NOBODY
    # The people whom the draft quotes are sources like any others; that the draft itself tells it is none.
    counted = replace(origins, speakers=claim.origins.speakers)
    case = Case(Claim(claim.id, claim.text, (*own, *archived), counted), accounts)
    told = tuple(
        finding
        for finding in findings(case, options.rules)
        if RULE_TABLE[finding.rule].kind is not Kind.EVIDENCE
        and any(pointer.article == held.name for pointer in finding.where)
    )
    differences = (*_denials(own, archived), *_values(own, held, accounts))
    return DraftCheck(
        _words(own, accounts[held.name]), own, archived, known, origins, differences, told, held.withdrawn(known)
    )


def _words(own: Sequence[Occurrence], draft: Account) -> str:
    """The draft's fullest wording of a claim, on one line."""
    return max((" ".join(o.span.of(draft.article.text).split()) for o in own), key=len)


def _denials(own: Sequence[Occurrence], archived: Sequence[Occurrence]) -> Iterator[Difference]:
    """What the archive holds against the draft's one side; a draft that tells both sides knows of the dispute."""
    sides = {o.position for o in own}
    if len(sides) == 1:
        (position,) = sides
        others = tuple(o for o in archived if o.position is not position and Position.ASSERT in (o.position, position))
        if others:
            yield Difference(DisputeReason.DENIAL, "", "", own[0], others)


def _values(own: Sequence[Occurrence], held: _Held, accounts: Mapping[str, Account]) -> Iterator[Difference]:
    """One for each pair of values that cannot both hold, with everybody in the archive who gives the other."""
    found: dict[tuple[Pointer, DisputeReason, str, str], Difference] = {}
    for mine in own:
        for a, b, other in held.beside(mine):
            for clash in clashes(a, b, accounts[mine.article], accounts[other.article]):
                key = (Pointer(mine.article, mine.span), clash.why, clash.here, clash.value)
                known = found.get(key, Difference(clash.why, clash.here, clash.there, mine, ()))
                found[key] = replace(known, others=(*known.others, other))
    for _, difference in sorted(found.items(), key=lambda item: item[0]):
        others = sorted(difference.others, key=lambda o: (o.clocks.published or "9", o.article, o.span))
        yield replace(difference, others=tuple(others))
