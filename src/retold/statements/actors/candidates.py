"""Where names stand: the gazetteer's, the recogniser's, titled persons, and further mentions of names already found.

In: a text and its spaCy Doc. Out: candidates in text order without overlap, each with the name to compare and, for
states, the body behind it. The gazetteer goes before the recogniser where both see one stretch, unless the stretch is
part of a longer name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from retold.language.english_actors import KNOWN_BODIES, REGIONS
from retold.language.names import HONORIFIC, introduces, name_words
from retold.records.spans import Span
from retold.records.statements import ActorType
from retold.statements.actors.countries import resolve_government, state_name
from retold.statements.actors.offices import OFFICE_WORD
from retold.statements.actors.settings import Named, named_stretches, trimmed

TYPES = {"PER": ActorType.PERSON, "ORG": ActorType.ORGANISATION, "LOC": ActorType.PLACE}
PAREN = re.compile(r"\s\((?:the\s)?[“\"']?(?P<short>[A-Z][A-Za-z.&-]{1,9})[”\"']?\)")
OFFICE_BEFORE = re.compile(
    r"(?:spokes(?:man|woman|person)|minister|president|senator|governor|mayor|secretary|ambassador|judge|chancellor|"
    r"chairman|chairwoman|analyst|economist|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.|Gov\.|Rep\.|Gen\.)\s$",
    re.IGNORECASE,
)
NO_PERSON = re.compile(r"\d|\sv\.?\s|\svs\.?\s")
MODEL = re.compile(r"\s(?:[A-Z]{1,2}-?)?\d{2,4}[A-Za-z]{0,2}(?![\w-])(?!\s(?:percent|per|people|million))")
FULL_BODIES = frozenset(KNOWN_BODIES.values())
MODEL_END = re.compile(r"\s(?:[A-Z]{1,2}-?)?\d{2,4}[A-Za-z]{0,2}$")
ARTICLE = re.compile(r"^(?:the|The|a|an|A|An)\s")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be an actor.

    `name` is compared; `body` is given where a gazetteer knows the actor; `stands_for` is the full name that brackets
    introduced this one for; `weight` is how much its type counts against other mentions of the name.
    """

    span: Span
    type: ActorType
    name: str
    body: str | None = None
    why: str = ""
    is_tie: bool = False
    stands_for: str | None = None
    weight: int = 1


class Cover:
    """Stretches already taken, without overlap; asks in logarithmic time."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def overlaps(self, span: Span) -> bool:
        """Whether any taken stretch shares a character with `span`."""
        i = bisect_left(self._spans, Span(span.start, span.start))
        around = self._spans[max(0, i - 1) : i + 1]
        return any(span.overlaps(other) for other in around)

    def add(self, span: Span) -> None:
        """Take a stretch."""
        insort(self._spans, span)


def plain_candidates(text: str, doc: Any) -> list[Candidate]:
    """The recogniser's names, titles cut off, types put right by titles; in order, without overlap."""
    named = [_titled(text, _without_titles(text, n)) for n in named_stretches(text, doc)]
    return apart([c for n in named if (c := _plain(text, n))])


def _known_body(words: str) -> str | None:
    """The full name of a body that all know by its letters, a state's name before it aside ("the US Fed")."""
    first, _, rest = words.partition(" ")
    for own, short in ((True, words), (bool(rest) and state_name(first) is not None, rest), *_after_two(words)):
        if own and short in KNOWN_BODIES:
            return KNOWN_BODIES[short]
        if own and short != words and short in FULL_BODIES:
            return short
    return None


def _after_two(words: str) -> tuple[tuple[bool, str], ...]:
    parts = words.split(" ")
    return ((state_name(" ".join(parts[:2])) is not None, " ".join(parts[2:])),) if len(parts) > 2 else ()


def apart(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates in text order without overlap; of two that overlap the earlier, then the longer stays."""
    found: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.span.start, -c.span.end)):
        if not found or found[-1].span.end <= candidate.span.start:
            found.append(candidate)
    return found


def _without_titles(text: str, named: Named) -> Named:
    """A person's stretch without the office or honorific that the recogniser took along."""
    span = named.span
    if named.label != "PER":
        return named
    words = span.of(text)
    office = [m for m in OFFICE_WORD.finditer(words) if m.end() < len(words) and words[m.end()] == " "]
    if office and len(words) - office[-1].end() > 2:
        span = Span(span.start + office[-1].end() + 1, span.end)
    honorific = HONORIFIC.match(span.of(text))
    if honorific and honorific.end() < len(span):
        span = Span(span.start + honorific.end(), span.end)
    return Named(trimmed(text, span), named.label, named.setting)


def _titled(text: str, named: Named) -> Named:
    """A name right behind an office noun is a person's, whatever the recogniser says: "spokesman Idris Vale"."""
    if named.label == "PER":
        return named
    if (
        not HONORIFIC.match(named.span.of(text))
        and OFFICE_BEFORE.search(text, max(0, named.span.start - 24), named.span.start) is None
    ):
        return named
    return Named(named.span, "PER", named.setting)


def _plain(text: str, named: Named) -> Candidate | None:
    words = named.span.of(text)
    if (named.label not in TYPES and words not in REGIONS) or len(words) < 2 or not any(c.isupper() for c in words):
        return None
    if named.label == "PER" and NO_PERSON.search(words):
        return None
    article = ARTICLE.match(words)
    span = Span(named.span.start + article.end(), named.span.end) if article else named.span
    if not len(span) or not name_words(span.of(text)):
        return None
    words = " ".join(span.of(text).split())
    known = _known_body(words)
    if known is not None:
        return Candidate(span, ActorType.ORGANISATION, known, None, "known by its letters")
    if words in REGIONS:
        return Candidate(span, ActorType.PLACE, REGIONS[words], None, "a part of the world")
    body = resolve_government(words) if named.label == "ORG" else None
    if body is not None:
        return Candidate(span, ActorType.ORGANISATION, words, body, "named as a branch of a state")
    return Candidate(span, TYPES[named.label], words)


def acronyms(text: str, found: list[Candidate]) -> list[Candidate]:
    """`found` with the short forms that the text introduces in brackets behind a name."""
    introduced: dict[int, tuple[Span, Candidate]] = {}
    for candidate in found:
        match = PAREN.match(text, candidate.span.end)
        if match is not None and introduces(match["short"], candidate.name):
            introduced[match.start("short")] = (Span(match.start("short"), match.end("short")), candidate)
    shorts = {span.of(text): full for span, full in introduced.values()}
    out = [_named_by(c, shorts) for c in found if not any(c.span.overlaps(s) for s, _ in _at(introduced, c.span))]
    out.extend(_named_by(Candidate(span, full.type, span.of(text)), shorts) for span, full in introduced.values())
    return out


def _at(introduced: dict[int, tuple[Span, Candidate]], span: Span) -> list[tuple[Span, Candidate]]:
    return [introduced[at] for at in range(span.start, span.end) if at in introduced]


def _named_by(candidate: Candidate, shorts: dict[str, Candidate]) -> Candidate:
    full = shorts.get(candidate.name)
    if full is None or candidate.body is not None:
        return candidate
    why = f"introduced for {full.name}"
    return replace(candidate, type=full.type, body=full.body, stands_for=full.name, why=why)


def without_products(text: str, found: list[Candidate]) -> list[Candidate]:
    """`found` without makers' names that only begin a product's ("a Murnair 500"): a product does not act."""
    names = {c.name for c in found}
    return [
        c
        for c in found
        if c.type is ActorType.PERSON
        or c.body is not None
        or not (MODEL.match(text, c.span.end) or ((m := MODEL_END.search(c.name)) and c.name[: m.start()] in names))
    ]


def repeated(text: str, found: list[Candidate]) -> list[Candidate]:
    """Further mentions, unseen by the recogniser, of names that it saw elsewhere: whole, or a person's surname."""
    forms: dict[str, Candidate] = {}
    for candidate in found:
        if candidate.body is not None or len(candidate.name) < 3:
            continue
        forms.setdefault(candidate.name, candidate)
        words = name_words(candidate.name)
        if candidate.type is ActorType.PERSON and len(words) > 1 and len(words[-1]) > 3:
            forms.setdefault(words[-1], Candidate(candidate.span, candidate.type, words[-1]))
    if not forms:
        return []
    body = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    taken = Cover(c.span for c in found)
    more = []
    for match in re.finditer(rf"(?<![\w-])(?:{body})(?![^\W_])(?!-[^\W_])", text):
        span = Span(match.start(), match.end())
        if not taken.overlaps(span):
            form = forms[match.group()]
            more.append(
                Candidate(span, form.type, match.group(), None, "named so elsewhere", False, form.stands_for, 0)
            )
    return more
