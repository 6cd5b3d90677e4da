"""Mentions of states: countries, capitals, demonyms and seats of power, each read as a government or a place.

In: a text, its Doc, and the recogniser's names. Out: candidates with their bodies. A state's name inside a longer name
("Bank of Norland", "Air Norland") is no mention of the state; "Norland’s judiciary" is one mention of that branch.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from retold.language.english_actors import BRANCHES, CAPITAL_SPELLINGS, GOVERNMENT_NOUNS
from retold.language.names import HONORIFIC
from retold.records.spans import Span
from retold.records.statements import ActorType
from retold.statements.actors.candidates import ARTICLE, Candidate
from retold.statements.actors.countries import (
    NameKind,
    StateName,
    branch_body,
    country_title,
    gazetteer,
    state_name,
)
from retold.statements.actors.governments import read_state
from retold.statements.actors.runs import longer_name
from retold.statements.actors.settings import setting_at, trimmed

_NOUNS = "|".join(
    re.escape(noun).replace(r"\ ", r"\s")
    for noun in sorted((*BRANCHES, *GOVERNMENT_NOUNS), key=lambda noun: (-len(noun), noun))
)
BRANCH = re.compile(rf"(?:['’]s?)?\s(?P<noun>{_NOUNS})(?![\w-])", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """Names of states as whole words with their capitals; those in capitals where a dateline may have them so."""
    names = sorted(gazetteer().names, key=lambda name: (-len(name), name))
    names += [name.upper() for name in names if len(name) > 3 and not name.isupper()]
    body = "|".join(re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]") for name in names)
    return re.compile(rf"(?<![\w-])(?:{body})(?![^\W_])(?!['’][a-rt-z])")


def state_candidates(text: str, doc: Any, wider: list[Candidate]) -> list[Candidate]:
    """Names of states and seats of power in `text`; `wider` are the recogniser's names."""
    found: list[Candidate] = []
    at = {candidate.span.start: candidate for candidate in wider}
    starts = sorted(at)
    i = 0
    for match in _pattern().finditer(text):
        name = state_name(match.group())
        span = trimmed(text, Span(match.start(), match.end()))
        while i < len(starts) and at[starts[i]].span.end <= span.start:
            i += 1
        holder = at[starts[i]] if i < len(starts) else None
        if name is None or (found and found[-1].span.overlaps(span)) or _is_within(text, span, holder, name):
            continue
        longer = None if name.kind is NameKind.SEAT else longer_name(text, span)
        if longer is not None and found and found[-1].span.overlaps(longer):
            longer = None
        if longer is not None and _branch(text, doc, span) is None:
            words = " ".join(longer.of(text).split())
            kind = ActorType.PERSON if HONORIFIC.match(words) else ActorType.ORGANISATION
            found.append(Candidate(longer, kind, words, why="a name"))
            continue
        found.append(_state(text, doc, span, name))
    return found


def _is_within(text: str, span: Span, holder: Candidate | None, name: StateName) -> bool:
    """Whether the recogniser saw a longer name that only holds the state's."""
    if holder is None or not holder.span.contains(span) or holder.span == span:
        return False
    return state_name(ARTICLE.sub("", holder.span.of(text))) is None and name.kind is not NameKind.SEAT


def _branch(text: str, doc: Any, span: Span) -> tuple[str, int] | None:
    """The branch of the state that is named right behind it, and where its name ends."""
    match = BRANCH.match(text, span.end)
    body = branch_body(span.of(text), " ".join(match["noun"].casefold().split())) if match else None
    if match is None or body is None:
        return None
    # "Norland’s military cooperation" has no military in it.
    is_adjective = setting_at(doc, Span(match.start("noun"), match.end("noun"))).relation == "amod"
    return None if is_adjective else (body, match.end())


def _state(text: str, doc: Any, span: Span, name: StateName) -> Candidate:
    words = span.of(text)
    branch = _branch(text, doc, span) if name.kind is not NameKind.SEAT else None
    if branch is not None:
        body, end = branch
        return Candidate(Span(span.start, end), _body_type(body), words, body, "named as a branch of a state")
    title = country_title(name.code) if name.code else name.body
    if name.kind is NameKind.DEMONYM:
        return Candidate(span, ActorType.PLACE, words, title, "demonym")
    reading = read_state(words, name, setting_at(doc, span))
    if reading.is_government is None:
        return Candidate(span, ActorType.GOVERNMENT, words, None, reading.why, is_tie=True)
    if reading.is_government:
        return Candidate(span, _body_type(name.body), words, name.body, reading.why)
    place = title if name.kind is NameKind.COUNTRY else _place_name(words)
    return Candidate(span, ActorType.PLACE, words, place, reading.why)


def _body_type(body: str) -> ActorType:
    return ActorType.GOVERNMENT if body.startswith("Government") else ActorType.ORGANISATION


def _place_name(words: str) -> str:
    plain = ARTICLE.sub("", words)
    plain = plain.title() if plain.isupper() and len(plain) > 3 else plain
    return CAPITAL_SPELLINGS.get(plain, plain)
