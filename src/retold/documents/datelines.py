"""Datelines: at the start of a report ("LONDON, Aug 26 (Agency) —") and as lines or openings of their own.

Lines in; where the dateline ends, and the date that it states.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retold.documents.dates import WrittenDate, written_dates
from retold.documents.furniture import ANY_AGENCY, OUTLET
from retold.documents.lines import Line
from retold.language.english_furniture import DATE_LABELS, NO_PLACES, UPDATE_LABELS
from retold.language.english_times import SHORT_WEEKDAYS, WEEKDAYS
from retold.records.spans import Span

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*){0,4}"
_TITLED = r"[A-ZÀ-Þ][\w.'’\-]{1,20}(?: [A-ZÀ-Þ][\w.'’\-]{1,20}){0,3}"
_MORE = r"(?:\s?[,/]\s?[\w.'’\- ]{1,30}){0,4}?"
_DASH = r"(?:--+|[–—―]|-(?=\s))"
REPORT = re.compile(
    rf"(?P<place>{_CAPITALS}|{_TITLED})(?P<more>{_MORE})\s?(?:\((?P<agency>[^()]{{2,40}})\))?\s?(?P<dash>{_DASH})\s*(?=\S)"
)
BARE = re.compile(rf"(?P<place>{_CAPITALS}|{_TITLED})(?P<more>{_MORE})\s\((?P<agency>[^()]{{2,40}})\)\s(?=[A-Z“\"])")
# "CARROW, June 3. /Northern Wire/. The ferry …"
SLASHED = re.compile(
    rf"(?P<place>{_CAPITALS}|{_TITLED})(?P<more>{_MORE})\s?(?P<dash>/)(?P<agency>[^/]{{2,40}})/\.?\s*(?=\S)"
)
AGENCY_FIRST = re.compile(rf"\((?:{ANY_AGENCY}|{OUTLET})\)\s*(?:{_DASH}\s*)?(?=\S)", re.IGNORECASE)
KNOWN = re.compile(rf"(?:{ANY_AGENCY}|{OUTLET})(?:\s?(?:/|,|and|&)\s?(?:{ANY_AGENCY}|{OUTLET}))*$", re.IGNORECASE)
_LABELS = "|".join(
    re.escape(label) for label in sorted((*DATE_LABELS, *UPDATE_LABELS), key=lambda label: (-len(label), label))
)
LABEL = re.compile(rf"(?P<label>{_LABELS})\b\s*[:\-–—|]?\s*", re.IGNORECASE)
_DAYS = "|".join((*WEEKDAYS, *SHORT_WEEKDAYS))
# What may stand beside a date and says nothing more: times of day, zones, weekdays, joints.
NOISE = re.compile(
    rf"\b(?:{_DAYS})\b\.?|\b\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?\b|\b\d{{1,2}}\s?(?=[ap]\.?m)|\b[ap]\.?m\b\.?"
    r"|\b(?:[A-Z]{1,3}T|UTC|GMT|IST|CET|CEST|EET|MSK|ET|PT|BST|local time|at|on|and)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?"
    r"|[-–—|,.:;()/·•]|\s",
    re.IGNORECASE,
)
AGO = re.compile(r"(?:about )?(?:\d{1,3}|an?) (?:second|minute|min|hour|hr|day|week|month|year)s? ago", re.IGNORECASE)
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """The part of a line that says where and when: `span` within the line, `updated` where it dates a change only."""

    span: Span
    date: WrittenDate | None
    updated: bool = False
    place: str | None = None
    agency: str | None = None


def opening(line: Line) -> Dateline | None:
    """The dateline that a report's first paragraph opens with."""
    text = line.text[:LONGEST]
    first = AGENCY_FIRST.match(text)
    if first:
        return Dateline(Span(0, first.end()), None, agency=first.group())
    for pattern in (REPORT, BARE, SLASHED):
        match = pattern.match(text)
        if match and line.size > 4 and _is_dateline(match):
            dates = tuple(written_dates(match.group()))
            return Dateline(
                Span(0, match.end()), dates[0] if dates else None, False, match.group("place"), match.group("agency")
            )
    return None


def _is_dateline(match: re.Match[str]) -> bool:
    agency = match.group("agency")
    if agency and KNOWN.match(agency.strip()):
        return True
    if "dash" not in match.re.groupindex:
        return False
    if any(True for _ in written_dates(match.group("more"))):
        return True
    place = match.group("place")
    if not place.isupper() or len(place) < 4:
        return False
    return not NO_PLACES & set(re.findall(r"\w+", place.casefold()))


def alone(line: Line) -> Dateline | None:
    """The dateline that is a whole line: a date, or a label and a date, with times and zones."""
    if line.size > 24 or len(line.text) > LONGEST:
        return None
    label = LABEL.match(line.text)
    start = label.end() if label else 0
    updated = bool(label) and label is not None and label.group("label").casefold() in UPDATE_LABELS
    rest = line.text[start:]
    if AGO.fullmatch(rest.strip(" .")):
        return Dateline(Span(0, len(line.text)), None, updated)
    dates = tuple(written_dates(rest))
    if not dates:
        return None
    left = list(rest)
    for found in dates:
        left[found.span.start : found.span.end] = " " * len(found.span)
    if NOISE.sub("", LABEL.sub("", "".join(left)).strip()):
        return _with_place(rest, start, dates[0])
    return Dateline(Span(0, len(line.text)), _placed(dates[0], start), updated)


def _with_place(rest: str, start: int, date: WrittenDate) -> Dateline | None:
    """As in "LONDON | Aug 26, 2031": a town in capitals before the date and nothing after it."""
    place = rest[: date.span.start].strip(" ,|-–—:·•")
    after = NOISE.sub("", rest[date.span.end :])
    if after or not place.isupper() or len(place.split()) > 4:
        return None
    return Dateline(Span(0, start + len(rest)), _placed(date, start), place=place)


def before_headline(line: Line) -> Dateline | None:
    """The date that a scraper put before the headline on one line, with its label if it has one.

    Needs a full date at the start, and three words or more after it that end like a headline.
    """
    label = LABEL.match(line.text)
    start = label.end() if label else 0
    found = next(iter(written_dates(line.text[start : start + 80])), None)
    if found is None or found.year is None or found.span.start > 0:
        return None
    end = start + found.span.end
    while end < len(line.text) and line.text[end] in " \t|,;:-–—·•":
        end += 1
    rest = line.text[end:]
    if len(rest.split()) < 3 or rest[0].islower() or rest.endswith("."):
        return None
    updated = label is not None and label.group("label").casefold() in UPDATE_LABELS
    return Dateline(Span(0, end), _placed(found, start), updated)


def _placed(found: WrittenDate, start: int) -> WrittenDate:
    return WrittenDate(found.span.shift(start), found.year, found.month, found.day, found.clock)
