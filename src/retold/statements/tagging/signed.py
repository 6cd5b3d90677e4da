"""A text in; quotations signed with a dash and a name out: “…” — Ada Holm.

Vox pops, pull quotes and reposted messages sign this way. The whole of a paragraph's quotation is the content, the
dash the cue, the name the source. It is a rule because PolNeAR train has only eleven such cues, too few to learn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retold.records.spans import Span

SIGNATURE = re.compile(r"[\"“”][ \t\u00a0]{0,3}\n{0,2}[ \t\u00a0]{0,3}([―—–]|--?)[ \t\u00a0]{0,3}(?=\w)")
OPENING = frozenset('"“”')  # a wrong opening mark is common in such lists
# The longest signature ("name, description, place") and the most words of its name.
LONGEST = 100
MOST_WORDS = 6
# Lower-case words inside names.
PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le", "of", "the", "van"}
    | {"von", "y"}
)
MARK = re.compile("[“”]")
NAME_END = re.compile(r"[,(;:]| [-–—] ")


@dataclass(frozen=True, slots=True)
class Signed:
    """One signed quotation: the quotation with its marks, the dash and the name."""

    quotation: Span
    dash: Span
    name: Span


def signed_quotations(text: str) -> Iterator[Signed]:
    """Every paragraph that is a quotation with a signature, in order."""
    for match in SIGNATURE.finditer(text):
        limit = match.end() + LONGEST
        stop = text.find("\n", match.end(), limit)
        if stop < 0 and limit < len(text):
            continue
        name = _name(text, Span(match.end(), stop if stop >= 0 else len(text)))
        start = text.rfind("\n", 0, match.start()) + 1
        while start < match.start() and text[start].isspace():
            start += 1
        if name and start < match.start() and _is_one(text, start, match.start()):
            yield Signed(Span(start, match.start() + 1), Span(match.start(1), match.end(1)), name)


def _is_one(text: str, start: int, end: int) -> bool:
    """Whether the marks at `start` and `end` are the first and last of one quotation, perhaps with others inside."""
    if text[start] not in OPENING:
        return False
    inner = text[start + 1 : end]
    if text[start] == '"':
        return '"' not in inner
    depth = 1
    for mark in MARK.findall(inner):
        depth += 1 if mark == "“" else -1
        if not depth:
            return False
    return True


def _name(text: str, line: Span) -> Span | None:
    """The name that a signature begins with: capitalised words up to a comma or bracket, or None for a sentence."""
    part = line.of(text)
    if any(mark in part for mark in '"“”'):
        return None
    cut = NAME_END.search(part)
    name = (part[: cut.start()] if cut else part).rstrip(" \t\u00a0.")
    words = name.split()
    named = words and words[0][0].isupper() and len(words) <= MOST_WORDS
    if not named or any(not (w[0].isupper() or w in PARTICLES) for w in words):
        return None
    return Span(line.start, line.start + len(name))
