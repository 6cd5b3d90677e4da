"""The rules of the desks: what published handbooks say about sourcing, applied to a claim.

Goes in: a claim with its origins, its accounts, and the names of the rules that are on. Comes out: findings in the
order of `RULE_TABLE`, each with the published rule as its source. Always holds: a rule only speaks of what the
texts show; none says that a claim is true or false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from retold.claims.actors import normal
from retold.language.english_polarity import ANONYMITY_REASON, OPINION
from retold.records.claims import Account, Claim, Finding, Occurrence, Position
from retold.records.documents import Article, Basis
from retold.records.spans import Pointer, Span
from retold.records.statements import Stance
from retold.text.words import fold, words

REUTERS = "Reuters, A Handbook of Journalism: Sourcing"
AP = "Associated Press, News Values and Principles: Anonymous sources"
BBC = "BBC, Editorial Guidelines, section 3: Accuracy, sources"
ADMIRALTY = "NATO STANAG 2511 (Admiralty code): reliability A to F, credibility 1 to 6"
BERKELEY = "Berkeley Protocol on Digital Open Source Investigations (OHCHR, 2020), VI: preservation, verification"
# How far around an occurrence a reason for anonymity may stand, in characters: its paragraph and the next.
AROUND = 400


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule looks at."""

    claim: Claim
    accounts: Mapping[str, Account]

    @property
    def asserted(self) -> list[Occurrence]:
        """The occurrences that assert the claim."""
        return [o for o in self.claim.occurrences if o.position is Position.ASSERT]

    @property
    def unnamed(self) -> list[Occurrence]:
        """Those of them whose speaker is not named."""
        return [o for o in self.asserted if o.speaker is not None and o.speaker.unnamed]

    def stance(self, occurrence: Occurrence) -> Stance | None:
        """What the attribution of an occurrence does with its content; None in the outlet's own voice."""
        said = self.accounts[occurrence.article].annotation.attributions
        return next((one.stance for one in said if one.id == occurrence.attribution), None)


def findings(case: Case, rules: Iterable[str]) -> tuple[Finding, ...]:
    """What the rules that are on have to say about a claim."""
    on = set(rules)
    return tuple(
        found for name, rule in RULE_TABLE.items() if name in on and (found := rule.check(name, case)) is not None
    )


def _where(occurrences: Iterable[Occurrence]) -> tuple[Pointer, ...]:
    return tuple(Pointer(o.article, o.span) for o in occurrences)


def _plural_sources(name: str, case: Case) -> Finding | None:
    plural = [o for o in case.unnamed if o.speaker and o.speaker.count is None and _last(o.speaker.role).endswith("s")]
    if not plural or case.claim.origins.speakers.low > 1:
        return None
    role = plural[0].speaker.role if plural[0].speaker else ""
    return Finding(name, REUTERS, f"“{role}” is plural; only one source can be found in the texts", _where(plural))


def _last(role: str | None) -> str:
    found = normal(role or "").split()
    return found[-1] if found else ""


def _single_unnamed(name: str, case: Case) -> Finding | None:
    roots = [o for o in case.asserted if o.speaker is not None]
    if not roots or len(case.unnamed) != len(roots) or case.claim.origins.speakers.low > 1:
        return None
    return Finding(name, REUTERS, "no named source and no witness: only unnamed people stand behind it", _where(roots))


def _no_source(name: str, case: Case) -> Finding | None:
    bare = [o for o in case.asserted if o.speaker is None and not o.relays]
    if not bare or len(bare) != len(case.asserted):
        return None
    return Finding(name, REUTERS, "stated without any source", _where(bare))


def _opinion(name: str, case: Case) -> Finding | None:
    found = [o for o in case.unnamed if OPINION & _folded(case, o)]
    return Finding(name, AP, "anonymous material must be information, not opinion", _where(found)) if found else None


def _folded(case: Case, occurrence: Occurrence) -> set[str]:
    text = case.accounts[occurrence.article].article.text
    return {fold(word.of(text)) for word in words(text, occurrence.span)}


def _bare_source(name: str, case: Case) -> Finding | None:
    found = [o for o in case.unnamed if o.speaker and normal(o.speaker.role or "") in ("source", "sources", "a source")]
    return Finding(name, AP, "a bare “source” does not say why it should know", _where(found)) if found else None


def _no_reason(name: str, case: Case) -> Finding | None:
    found = []
    for occurrence in case.unnamed:
        text = case.accounts[occurrence.article].article.text
        around = Span(max(0, occurrence.span.start - AROUND), min(len(text), occurrence.span.end + AROUND))
        if not ANONYMITY_REASON.search(around.of(text)):
            found.append(occurrence)
    return Finding(name, AP, "no reason is given why the source is not named", _where(found)) if found else None


def _one_anonymous(name: str, case: Case) -> Finding | None:
    if not case.unnamed or case.claim.origins.speakers.low > 1:
        return None
    if any(o.speaker and o.speaker.name for o in case.asserted):
        return None
    return Finding(name, AP, "anonymous, and more than one source cannot be shown", _where(case.unnamed))


def _single_source(name: str, case: Case) -> Finding | None:
    origins = case.claim.origins
    if origins.speakers.high > 1 or origins.observers.high > 1 or not case.asserted:
        return None
    if not origins.speakers.high and not origins.observers.high:
        return None  # no source at all, which is another rule's matter
    carried = f" in {origins.retellings} articles" if origins.retellings > 1 else ""
    return Finding(name, BBC, f"a single source{carried}", _where(case.asserted))


def _allegation(name: str, case: Case) -> Finding | None:
    found = [o for o in case.unnamed if case.stance(o) is Stance.ACCUSE]
    if not found:
        return None
    origins = case.claim.origins
    backed = origins.speakers.low > 1 or origins.observers.low > 1
    return Finding(
        name, BBC, f"an anonymous allegation {'with' if backed else 'without'} independent corroboration", _where(found)
    )


def _credibility(name: str, case: Case) -> Finding | None:
    if not case.asserted:
        return None
    origins = case.claim.origins
    against = len(case.asserted) != len(case.claim.occurrences)
    independent = origins.speakers.low > 1 or origins.observers.low > 1
    if independent and not against:
        message = "information 1 is open to it: independent origins were found"
    elif independent:
        message = "information 3 at best: independent origins, but it is disputed"
    elif against:
        message = "information 4 at best: one origin and disputed"
    else:
        message = "information 2 at best: 1 needs an independent origin, and one cannot be shown"
    return Finding(name, ADMIRALTY, message + "; source reliability F (not judged here)", _where(case.asserted[:1]))


def _told_by(case: Case) -> list[Article]:
    """The articles that carry the claim, each once."""
    return [case.accounts[i].article for i in dict.fromkeys(o.article for o in case.claim.occurrences)]


def _lacking(name: str, case: Case, what: str, lacking: Mapping[str, str]) -> Finding | None:
    """A finding about the articles in `lacking`, each with what it lacks."""
    if not lacking:
        return None
    listed = "; ".join(f"{article}: {missing}" if missing else article for article, missing in sorted(lacking.items()))
    where = _where(o for o in case.claim.occurrences if o.article in lacking)
    return Finding(name, BERKELEY, f"{what}: {listed}", where)


def _identity(name: str, case: Case) -> Finding | None:
    lacking = {}
    for article in _told_by(case):
        facts = (("outlet", article.outlet), ("date", article.published))
        missing = [what for what, fact in facts if fact.basis is not Basis.STATED]
        if missing:
            lacking[article.id] = f"{', '.join(missing)} not stated"
    return _lacking(name, case, "who published it, or when, is not on the page", lacking)


def _authenticity(name: str, case: Case) -> Finding | None:
    lacking = {article.id: "" for article in _told_by(case) if not article.url}
    return _lacking(name, case, "no address to hold the text against what was published", lacking)


def _persistence(name: str, case: Case) -> Finding | None:
    lacking = {article.id: "" for article in _told_by(case) if not article.address}
    return _lacking(name, case, "only its text was given: no capture is kept apart from the working copy", lacking)


class Kind(StrEnum):
    """What a rule looks at: how a claim is sourced, what grade it may have at most, or what is kept as evidence."""

    SOURCING = "sourcing"
    GRADE = "grade"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Rule:
    """A desk's rule: what it asks for in one sentence, where that is published, and the check that applies it."""

    kind: Kind
    source: str
    asks: str
    check: Callable[[str, Case], Finding | None]


RULE_TABLE: dict[str, Rule] = {
    "reuters-plural-sources": Rule(
        Kind.SOURCING, REUTERS, "No plural “sources” or “officials” when only one can be found.", _plural_sources
    ),
    "reuters-single-unnamed": Rule(
        Kind.SOURCING,
        REUTERS,
        "A witness is better than a named source, a named source better than an unnamed one.",
        _single_unnamed,
    ),
    "reuters-no-source": Rule(Kind.SOURCING, REUTERS, "A statement says where it comes from.", _no_source),
    "ap-opinion": Rule(Kind.SOURCING, AP, "Anonymous material is information, not opinion or speculation.", _opinion),
    "ap-bare-source": Rule(Kind.SOURCING, AP, "Simply “a source” is not enough: say why it should know.", _bare_source),
    "ap-no-reason": Rule(Kind.SOURCING, AP, "Say why a source is not named.", _no_reason),
    "ap-one-anonymous": Rule(Kind.SOURCING, AP, "Anonymous material has more than one source.", _one_anonymous),
    "bbc-single-source": Rule(Kind.SOURCING, BBC, "Be wary of relying on a single source.", _single_source),
    "bbc-anonymous-allegation": Rule(
        Kind.SOURCING, BBC, "An anonymous allegation needs independent corroboration.", _allegation
    ),
    "admiralty-credibility": Rule(
        Kind.GRADE,
        ADMIRALTY,
        "Sources are graded A to F apart from information 1 to 6; 1 needs an independent origin.",
        _credibility,
    ),
    "berkeley-identity": Rule(Kind.EVIDENCE, BERKELEY, "Who published an item, and when, is established.", _identity),
    "berkeley-authenticity": Rule(
        Kind.EVIDENCE, BERKELEY, "An item can be held against what its source published.", _authenticity
    ),
    "berkeley-persistence": Rule(
        Kind.EVIDENCE, BERKELEY, "An evidence copy is kept apart from the working copy, with its custody.", _persistence
    ),
}
