"""Where names stand: the recogniser's, the gazetteer's, and further mentions of names already found.

In: a text and its spaCy Doc. Out: candidates in text order without overlap, each with the name to compare and, for
states, the body behind it. The gazetteer goes before the recogniser where both see one stretch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from retold.language.english_actors import BRANCHES, GOVERNMENT_NOUNS
from retold.records.spans import Span
from retold.records.statements import ActorType
from retold.statements.actors.countries import (
    NameKind,
    StateName,
    branch_body,
    country_title,
    gazetteer,
    state_name,
)
from retold.statements.actors.governments import read_state
from retold.statements.actors.names import HONORIFIC, is_acronym_of, name_words
from retold.statements.actors.offices import OFFICE_WORD
from retold.statements.actors.settings import Named, named_stretches, setting_at, trimmed

TYPES = {"PER": ActorType.PERSON, "ORG": ActorType.ORGANISATION, "LOC": ActorType.PLACE}
PAREN = re.compile(r"\s\((?P<short>[A-Z][A-Za-z.&-]{1,9})\)")
BRANCH = re.compile(
    rf"(?:['’]s?)?\s(?P<noun>{'|'.join(sorted((n.replace(' ', chr(92) + 's') for n in (*BRANCHES, *GOVERNMENT_NOUNS)), key=lambda n: (-len(n), n)))})(?![\w-])",
    re.IGNORECASE,
)
OFFICE_BEFORE = re.compile(
    r"(?:spokes(?:man|woman|person)|minister|president|senator|governor|mayor|secretary|ambassador|judge|chancellor|"
    r"chairman|chairwoman|analyst|economist|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.|Gov\.|Rep\.|Gen\.)\s$",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?:the|The|a|an|A|An)\s")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be an actor: `name` is compared; `body` is given where a gazetteer knows the actor."""

    span: Span
    type: ActorType
    name: str
    body: str | None = None
    why: str = ""
    is_tie: bool = False
    weight: int = 1


@cache
def _state_pattern() -> re.Pattern[str]:
    """Names of states with two or more letters, as whole words with their capitals."""
    names = sorted(gazetteer().names, key=lambda name: (-len(name), name))
    body = "|".join(re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]") for name in names)
    return re.compile(rf"(?<![\w-])(?:{body})(?![^\W_])(?!['’][a-rt-z])")


def find_candidates(text: str, doc: Any) -> list[Candidate]:
    """All candidates of a text, in order."""
    named = [_titled(text, _without_titles(text, n)) for n in named_stretches(text, doc)]
    states = _states(text, doc, named)
    taken = [c.span for c in states]
    plain = [c for n in named if (c := _plain(text, n)) and not any(c.span.overlaps(s) for s in taken)]
    plain = _without_overlap(plain)
    found = [*states, *plain]
    found.extend(_acronyms(text, found))
    found.extend(_repeated(text, found))
    return sorted(found, key=lambda c: c.span)


def _states(text: str, doc: Any, named: list[Named]) -> list[Candidate]:
    """Names of states and seats of power, read as government or place."""
    wider = [n.span for n in named if n.label in ("PER", "ORG", "LOC")]
    found = []
    for match in _state_pattern().finditer(text):
        name = state_name(match.group())
        span = trimmed(text, Span(match.start(), match.end()))
        if name is None or _is_inside(text, span, wider, name):
            continue
        found.append(_state(text, doc, span, name))
    return found


def _is_inside(text: str, span: Span, wider: list[Span], name: StateName) -> bool:
    """Whether a state's name is only part of a longer name ("Bank of Norland", "Norland Airlines")."""
    for other in wider:
        if not other.contains(span) or len(other) <= len(span) + 4:
            continue
        rest = ARTICLE.sub("", other.of(text))
        if state_name(rest) is None:
            return name.kind is not NameKind.SEAT
    return False


def _state(text: str, doc: Any, span: Span, name: StateName) -> Candidate:
    words = span.of(text)
    branch = BRANCH.match(text, span.end) if name.kind is not NameKind.SEAT else None
    body = branch_body(words, " ".join(branch["noun"].casefold().split())) if branch else None
    if branch and body:
        kind = ActorType.GOVERNMENT if body.startswith("Government") else ActorType.ORGANISATION
        return Candidate(Span(span.start, branch.end()), kind, words, body, f'its "{branch["noun"]}"')
    title = country_title(name.code) if name.code else name.body
    if name.kind is NameKind.DEMONYM:
        return Candidate(span, ActorType.PLACE, words, title, "demonym")
    reading = read_state(words, name, setting_at(doc, span))
    if reading.is_government is None:
        return Candidate(span, ActorType.GOVERNMENT, words, None, reading.why, is_tie=True)
    if reading.is_government:
        kind = ActorType.GOVERNMENT if name.body.startswith("Government") else ActorType.ORGANISATION
        return Candidate(span, kind, words, name.body, reading.why)
    place = title if name.kind is NameKind.COUNTRY else _place_name(words)
    return Candidate(span, ActorType.PLACE, words, place, reading.why)


SPELLED = {"Teheran": "Tehran", "Kiev": "Kyiv", "Peking": "Beijing", "Rangoon": "Yangon", "Berne": "Bern"}


def _place_name(words: str) -> str:
    plain = ARTICLE.sub("", words)
    plain = plain.title() if plain.isupper() and len(plain) > 3 else plain
    return SPELLED.get(plain, plain)


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
    if named.label == "PER" or OFFICE_BEFORE.search(text, max(0, named.span.start - 24), named.span.start) is None:
        return named
    return Named(named.span, "PER", named.setting)


def _plain(text: str, named: Named) -> Candidate | None:
    words = named.span.of(text)
    if named.label not in TYPES or not words or not any(c.isupper() for c in words) or len(words) < 2:
        return None
    article = ARTICLE.match(words)
    span = Span(named.span.start + article.end(), named.span.end) if article else named.span
    if not len(span) or not name_words(span.of(text)):
        return None
    return Candidate(span, TYPES[named.label], " ".join(span.of(text).split()))


def _without_overlap(candidates: list[Candidate]) -> list[Candidate]:
    found: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.span.start, -c.span.end)):
        if not found or found[-1].span.end <= candidate.span.start:
            found.append(candidate)
    return found


def _acronyms(text: str, found: list[Candidate]) -> list[Candidate]:
    """Short forms that the text introduces in brackets behind a name."""
    taken = [c.span for c in found]
    more = []
    for candidate in found:
        match = PAREN.match(text, candidate.span.end)
        if match is None or not is_acronym_of(match["short"], candidate.name):
            continue
        span = Span(match.start("short"), match.end("short"))
        if not any(span.overlaps(other) for other in taken):
            more.append(Candidate(span, candidate.type, match["short"], candidate.body, f"short for {candidate.name}"))
    return more


def _repeated(text: str, found: list[Candidate]) -> list[Candidate]:
    """Further mentions, unseen by the recogniser, of names that it saw elsewhere: whole, or a person's surname."""
    forms: dict[str, Candidate] = {}
    for candidate in found:
        if candidate.body is not None or candidate.type is ActorType.PLACE:
            continue
        forms.setdefault(candidate.name, candidate)
        words = name_words(candidate.name)
        if candidate.type is ActorType.PERSON and len(words) > 1 and len(words[-1]) > 3:
            forms.setdefault(words[-1], Candidate(candidate.span, candidate.type, words[-1]))
    if not forms:
        return []
    body = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    taken = sorted(c.span for c in found)
    more = []
    for match in re.finditer(rf"(?<![\w-])(?:{body})(?![^\W_])", text):
        span = Span(match.start(), match.end())
        if not _overlaps_any(span, taken):
            form = forms[match.group()]
            more.append(Candidate(span, form.type, match.group(), None, "named so elsewhere"))
    return more


def _overlaps_any(span: Span, taken: list[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)
