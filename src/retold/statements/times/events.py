"""A time counted from an event: "ten years after the old king was deposed", where the text names "the 1904 revolution".

In: the time expressions of a text. Out: the same, where a length followed by "after" or "before" and an event became
a date, because exactly one dated event of the same family is named elsewhere in the text. Two candidates, or none,
leave the length as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from retold.language.english_times import EVENT_FAMILIES
from retold.records.spans import Span
from retold.records.statements import Timex, TimexType
from retold.statements.times.patterns import any_of

CLAUSE = re.compile(r"\s(?P<way>after|before)\s(?P<event>[^.;:!?,\n]{4,120})", re.IGNORECASE)
YEARS = re.compile(r"P(\d{1,4})Y$")
FAMILIES = {
    name: re.compile(rf"(?<![^\W_])(?:{any_of(nouns)}|{any_of(verbs)})(?![^\W_])", re.IGNORECASE)
    for name, (nouns, verbs) in EVENT_FAMILIES.items()
}
# A year that names an event stands right before its noun ("the 1904 revolution") or behind it ("revolution of 1904").
NAMED = {
    name: re.compile(
        rf"(?<!\d)(?P<a>1[5-9]\d\d|20\d\d)\s(?:[^\W\d_]{{3,14}}\s)?{any_of(nouns)}(?![^\W_])"
        rf"|(?<![^\W_]){any_of(nouns)}\sof\s(?P<b>1[5-9]\d\d|20\d\d)(?!\d)",
        re.IGNORECASE,
    )
    for name, (nouns, _) in EVENT_FAMILIES.items()
}


def with_events(text: str, found: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """`found` with lengths counted from a dated event turned into the year that they reach."""
    years: dict[str, frozenset[int]] = {}
    ends = [*(timex.span.start for timex in found[1:]), len(text)]
    return tuple(_counted(text, timex, years, end) for timex, end in zip(found, ends, strict=False))


def _counted(text: str, timex: Timex, years: dict[str, frozenset[int]], limit: int) -> Timex:
    length = YEARS.match(timex.value)
    clause = CLAUSE.match(text, timex.span.end) if length and timex.type is TimexType.DURATION else None
    if length is None or clause is None:
        return timex
    family = _family(clause["event"])
    if family is None:
        return timex
    if family not in years:
        years[family] = frozenset(int(match["a"] or match["b"]) for match in NAMED[family].finditer(text))
    if len(years[family]) != 1:
        return timex
    anchor = min(years[family])
    year = anchor + int(length.group(1)) * (1 if clause["way"].casefold() == "after" else -1)
    if not 0 < year < 10000:
        return timex
    # The span takes the clause in, unless another expression stands inside it.
    span = Span(timex.span.start, clause.end()) if clause.end() <= limit else timex.span
    why = f"{length.group(1)} years {clause['way'].casefold()} a {family}, which the text dates {anchor}"
    return replace(timex, span=_trimmed(text, span), type=TimexType.DATE, value=f"{year:04d}", edtf=f"{year:04d}",
                   anchor="text", why=why)  # fmt: skip


def _family(event: str) -> str | None:
    """The one family that the event's words belong to; None where it is none or several."""
    found = [name for name, pattern in FAMILIES.items() if pattern.search(event)]
    return found[0] if len(found) == 1 else None


def _trimmed(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)
