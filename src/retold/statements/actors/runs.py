"""Runs of capitalised words: persons behind their offices, and longer names around the name of a state.

In: a text. Out: candidates the recogniser may have missed ("spokesperson Reva Tal-Nik"), and the longer name that a
state's name is only part of ("Air Norland", "Norland Airways").
"""

from __future__ import annotations

import re

from retold.language.english_actors import HONORIFICS, MEDIA_NOUNS, OFFICE_MODIFIERS, OFFICE_NOUNS
from retold.language.english_times import MONTHS, WEEKDAYS
from retold.language.names import HONORIFIC
from retold.records.spans import Span
from retold.records.statements import ActorType
from retold.statements.actors.candidates import Candidate, Cover
from retold.statements.actors.countries import state_name

WORD = r"(?:[A-Z][\w’'.-]*[\w]|[A-Z]\.?|O['’]\s?[A-Z]\w+)"
PARTICLE = r"(?:(?:al|bin|ben|de|da|del|van|von|der|den|la|el|ibn)\s)?"
PERSON_NOUNS = tuple(
    noun for noun in OFFICE_NOUNS if noun not in ("resident", "head", "chief", "chair", "general", "member", "partner")
)
_NOUN = "|".join(re.escape(n).replace(r"\ ", r"\s") for n in sorted(PERSON_NOUNS, key=lambda n: (-len(n), n)))
TITLED = re.compile(rf"(?<![\w-])(?i:{_NOUN}),?\s(?P<name>{WORD}(?:\s{PARTICLE}{WORD}){{1,3}})(?![\w])")
_MEDIA = "|".join(noun.replace(" ", r"\s") for noun in sorted(MEDIA_NOUNS, key=lambda n: (-len(n), n)))
_RUN = rf"{WORD}(?:\s{WORD}){{0,3}}"
MEDIA = (
    re.compile(rf"(?<![\w-])(?P<name>{_RUN})\s(?:{_MEDIA})(?![\w-])"),
    re.compile(rf"(?<![\w-])(?i:{_MEDIA}),?\s(?:the\s)?(?P<name>{_RUN})(?![\w])"),
)
IRISH = re.compile(r"(?<![\w-])(?P<name>(?:[A-Z]\w+\s){1,2}O['’]\s?[A-Z]\w+)")
BEFORE = re.compile(r"(?P<word>[A-Z][\w’'&.-]*)\s$")
AFTER = re.compile(r"\s(?P<word>(?:[A-Z][\w’'&-]*))(?![’'])")
# Words that begin a sentence, title a person or point a direction, and so are no part of the name behind them.
NO_NAME = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "by",
        "from",
        "for",
        "to",
        "with",
        "and",
        "but",
        "or",
        "as",
        "of",
        "if",
        "while",
        "when",
        "after",
        "before",
        "since",
        "until",
        "during",
        "over",
        "under",
        "that",
        "this",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "both",
        "most",
        "many",
        "some",
        "all",
        "no",
        "not",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "mainland",
        "modern",
        "ancient",
        "former",
        "new",
        "old",
        "even",
        "only",
        "under",
        "across",
        "against",
        "among",
        "inside",
        "meanwhile",
        "however",
        "also",
        "although",
        "because",
        "unlike",
        "like",
        "via",
        "per",
        "yet",
        "so",
        "then",
        "there",
        "here",
        "now",
        "today",
    ]
)
OFFICES = frozenset(
    word for phrase in (*OFFICE_NOUNS, *OFFICE_MODIFIERS, *HONORIFICS) for word in phrase.casefold().split()
)
TIMES = frozenset(name.casefold() for name in (*MONTHS, *WEEKDAYS))


def titled_persons(text: str, taken: Cover) -> list[Candidate]:
    """Persons whom only their office shows, where nothing else stands."""
    found = []
    for pattern in (TITLED, IRISH):
        for match in pattern.finditer(text):
            span = Span(match.start("name"), match.end("name"))
            words = span.of(text).split()
            if taken.overlaps(span) or any(w.casefold() in OFFICES | TIMES or state_name(w) for w in words):
                continue
            taken.add(span)
            found.append(Candidate(span, ActorType.PERSON, " ".join(words), why="a name behind an office", weight=3))
    return found


def media(text: str) -> list[Candidate]:
    """Publications shown by the noun beside their name ("the Murn Herald newspaper", "news agency PLN")."""
    found = []
    taken = Cover()
    for pattern in MEDIA:
        for match in pattern.finditer(text):
            span = _without_lead(text, Span(match.start("name"), match.end("name")))
            if len(span) > 1 and not taken.overlaps(span) and state_name(span.of(text)) is None:
                taken.add(span)
                name = " ".join(span.of(text).split())
                found.append(Candidate(span, ActorType.ORGANISATION, name, None, "named as a publication", weight=3))
    return found


def _without_lead(text: str, span: Span) -> Span:
    """The run without words at its front that begin a sentence, tell a state or a time, or own what follows."""
    start = span.start
    for word in re.finditer(r"\S+\s?", text[span.start : span.end]):
        plain = word.group().strip()
        bare = re.sub(r"['’]s?$", "", plain)
        if bare == plain and plain.casefold() not in NO_NAME | TIMES | {"state"} and state_name(plain) is None:
            break
        start = span.start + word.end()
    return Span(min(start, span.end), span.end)


def longer_name(text: str, span: Span) -> Span | None:
    """The longer name that the state's name at `span` is part of, else None."""
    start, end = span.start, span.end
    before = BEFORE.search(text, max(0, start - 24), start)
    if before is not None and _is_part(before["word"]) and not _ends_sentence(before["word"]):
        start = before.start("word")
    for _ in range(3):
        after = AFTER.match(text, end)
        if after is None or not _is_part(after["word"]):
            break
        end = after.end("word")
    return Span(start, end) if (start, end) != (span.start, span.end) else None


def _is_part(word: str) -> bool:
    plain = re.sub(r"['’]s?$", "", word)
    folded = plain.casefold()
    if HONORIFIC.match(plain + " "):
        return True
    possessive = plain != word
    return not possessive and folded not in NO_NAME | OFFICES | TIMES and state_name(plain) is None


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > 3
