"""Sentences by rule, fast enough for every word of a corpus: no parser is asked.

A line break always ends a sentence. A full stop ends one unless it belongs to an abbreviation, an initial or a
number; the closing quotation marks and brackets after it belong to the sentence that it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.records.spans import Span
from retold.text.words import strip_span

END = re.compile(r"(?:[.!?…]+|[。！？]+)[\"”’'»)\]]*(?=\s|$)|(?<=[a-z0-9)][.!?])(?=[“\"]?[A-Z][a-z])")
CLOSERS = "\"”’'»)]"
# Words that a full stop follows inside a sentence. Titles, months, ranks, Latin, units, and corporate forms.
ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr adm maj cpl st mt ft jr sr messrs supt det insp
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    vs etc eg ie cf al approx est dept univ assn bros inc ltd co corp llc plc no nos vol pp ed eds fig ave blvd rd
    calif fla mass pa ill ga va md wash ore conn tenn ariz colo minn wis mich okla ala ark del ind kan ky la miss
    neb nev
    """.split()  # noqa: SIM905 - a word list reads better as words
)
# Those of them that also end sentences, as in "… at Brook Bros. The shop …": a sentence opener may follow.
ENDS_TOO = frozenset(
    """
    etc inc ltd co corp llc plc jr sr al bros est dept no sun sat
    calif fla mass pa ill ga va md wash ore conn tenn ariz colo minn wis mich okla ala ark del ind kan ky la miss
    neb nev
    """.split()  # noqa: SIM905
)
LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
STARTER = re.compile(
    r"[“\"‘«(\[]*(?:The|A|An|In|On|At|But|And|It|He|She|They|We|I|This|That|These|Those|There|His|Her|Its|Their|"
    r"When|While|After|Before|As|For|If|Since|Although|However|Meanwhile|Also|Some|Many|Most|No|So|Then|Under|With|By|From|Last)\b"
)


def sentences(text: str, within: Span | None = None) -> Iterator[Span]:
    """The sentences of `text` (of its stretch `within`) in order, without white space at their edges."""
    bounds = Span(0, len(text)) if within is None else within
    start = bounds.start
    while start < bounds.end:
        stop = text.find("\n", start, bounds.end)
        stop = bounds.end if stop < 0 else stop
        yield from _in_line(text, start, stop)
        start = stop + 1


def _in_line(text: str, start: int, stop: int) -> Iterator[Span]:
    begin = start
    for match in END.finditer(text, start, stop):
        if match.end() <= begin or not _ends(text, begin, match, stop):
            continue
        span = strip_span(text, Span(begin, match.end()))
        if len(span):
            yield span
        begin = match.end()
    span = strip_span(text, Span(begin, stop))
    if len(span):
        yield span


def _ends(text: str, begin: int, match: re.Match[str], stop: int) -> bool:
    """Whether the mark at `match` ends the sentence that began at `begin`."""
    if match.end() == match.start():
        return True
    mark = match.group().rstrip(CLOSERS)
    rest = text[match.end() : match.end() + 40].lstrip()
    if match.end() >= stop or not rest:
        return True
    opener = rest.lstrip('“"‘«([')[:1]
    if opener.islower():
        # "…," she said is no end; neither is a full stop before a small letter.
        return False
    if mark != ".":
        return True
    return not _is_abbreviated(text[max(begin, match.start() - 24) : match.start() + 1], rest)


def _is_abbreviated(before: str, after: str) -> bool:
    found = LAST_WORD.search(before)
    if not found:
        return False
    word = found.group(1)
    folded = word.casefold()
    if len(word) == 1 and word.isupper():
        # An initial ("J. Doe"); "Vitamin C. The" ends all the same.
        return not STARTER.match(after)
    if "." in word:
        return not STARTER.match(after)
    if folded in ENDS_TOO:
        return not after[:1].isupper() or (word[:1].isupper() and not STARTER.match(after))
    return (folded in ABBREVIATIONS and word[:1].isupper()) or folded in {
        "vs",
        "etc",
        "eg",
        "ie",
        "cf",
        "approx",
    }
