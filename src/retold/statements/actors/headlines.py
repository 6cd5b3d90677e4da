"""Names in lines that capitalise every word: there a recogniser runs a name on into the words beside it.

In: a text and candidates. Out: the candidates without those that only such a line shows. A name that stands in a
sentence too keeps its mentions in the headline, which `repeated` finds by the name's own words.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.records.spans import Span
from retold.statements.actors.candidates import Candidate
from retold.text.words import words

# Shorter words ("of", "the", "his") are small in most house styles of headlines.
_LONG = 4
# A line of fewer long words is a byline or a crosshead; a sentence seldom capitalises more than this share.
_LEAST_WORDS = 4
_SHARE = 0.85


def without_headline_runs(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """`candidates` less those that only lines in title case show, where the text has sentences as well."""
    titled = title_case_lines(text)
    if not titled or sum(len(line) for line in titled) * 2 > len(text.strip()):
        return list(candidates)

    def is_titled(candidate: Candidate) -> bool:
        return any(line.contains(candidate.span) for line in titled)

    told = {candidate.name for candidate in candidates if not is_titled(candidate)}
    return [c for c in candidates if c.name in told or not is_titled(c)]


def title_case_lines(text: str) -> list[Span]:
    """The lines in which nearly every longer word begins with a capital."""
    found = []
    start = 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        start += len(line) + 1
        long = [w.of(text) for w in words(text, span) if len(w) >= _LONG and not text[w.start].isdigit()]
        if len(long) >= _LEAST_WORDS and sum(w[0].isupper() for w in long) >= _SHARE * len(long):
            found.append(span)
    return found
