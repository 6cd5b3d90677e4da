"""The report: every story of a store on one page that needs no network and runs no script."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from retold.interfaces.chronology import Moment
from retold.interfaces.clocks import clock_words
from retold.interfaces.comparison import Comparison
from retold.interfaces.judged import deed_words
from retold.interfaces.library import Library, Listed
from retold.interfaces.page.sources import Paragraph, anchor, paragraphs
from retold.interfaces.views import EXTENTS, StoryView, origin_words, outlet_name, range_words
from retold.interfaces.wordings import WordingOptions, wordings
from retold.records.collation import Change
from retold.records.documents import Article
from retold.records.spans import Pointer, Span
from retold.version import VERSION

# A page with more stories than this is slow to open on a phone; the rest stays one command away, and the page says so.
MOST_STORIES = 100
# Lines of the table of wordings, and places linked from each; `retold wordings` has all of them.
MOST_WORDINGS = 40
MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class _Told:
    """A story as the template needs it."""

    row: Listed
    view: StoryView
    compared: Comparison
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """An article as the template needs it."""

    article: Article
    outlet: str
    paragraphs: tuple[Paragraph, ...]


def write_report(path: Path, library: Library) -> None:
    """Write the page to `path`, whole or not at all; raises OSError when it cannot be written."""
    write_page(path, render(library))


def write_page(path: Path, page: str) -> None:
    """Write a page to `path`, whole or not at all; raises OSError when it cannot be written."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(page, encoding="utf-8", errors="replace")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def render(library: Library) -> str:
    """The page as text; stories told by several articles come first."""
    shown = library.listed[:MOST_STORIES]
    told = [_told(library, row) for row in shown]
    table = wordings([story.compared.collation for story in told], library.article, WordingOptions())[:MOST_WORDINGS]
    pointed = _pointed(told)
    for place in (place for choice in table for place in choice.places[:MOST_PLACES]):
        for pointer in (place.chosen, place.against):
            pointed.setdefault(pointer.article, set()).add(pointer.span)
    sources = []
    for identity in sorted({telling.article for story in told for telling in story.view.tellings}):
        article = library.article(identity)
        spans = pointed.get(identity, set())
        sources.append(_Source(article, outlet_name(article), paragraphs(article, library.annotation(identity), spans)))
    sources.sort(key=lambda source: (source.outlet, source.article.id))
    template = environment().get_template("report.html.j2")
    left_out = len(library.listed) - len(shown)
    return template.render(
        stories=told, sources=sources, table=table, places=MOST_PLACES, left_out=left_out, version=VERSION
    )


def _told(library: Library, row: Listed) -> _Told:
    return _Told(row, library.view(row.id), library.compared(row.id), library.timeline(row.id))


def _pointed(told: list[_Told]) -> dict[str, set[Span]]:
    """Every span that the page links to, by article."""
    found: dict[str, set[Span]] = {}

    def add(pointer: Pointer) -> None:
        found.setdefault(pointer.article, set()).add(pointer.span)

    for story in told:
        for claim in story.view.claims:
            for carried in claim.carried:
                add(carried.pointer)
        for voice in story.view.voices:
            for pointer in voice.where:
                add(pointer)
        for checked in story.view.checks:
            for pointer in checked.where:
                add(pointer)
        for change in story.view.changes:
            for reading in change.readings:
                add(Pointer(reading.article, reading.span))
        for moment in story.moments:
            for pointer in moment.where:
                add(pointer)
        for row in story.compared.collation.rows:
            for cells in row.cells:
                for cell in cells or ():
                    add(cell)
    return found


def environment() -> Environment:
    """Templates that escape everything and refuse a name that is not there."""
    made = Environment(
        loader=PackageLoader("retold.interfaces.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {
        "origins": origin_words,
        "clocks": clock_words,
        "range": range_words,
        "wordings": _wordings,
        "deed": deed_words,
        "extent": lambda article: EXTENTS.get(article.extent, ""),
        "link": lambda pointer: "#" + anchor(pointer.article, pointer.span.start),
        "source_link": lambda identity: "#" + anchor(identity, 0) + "-top",
        "source_name": lambda identity: anchor(identity, 0) + "-top",
        "web": lambda url: url if url and url.startswith(("https://", "http://")) else None,
        "oneline": lambda words: " ".join(words.split()),
        "ordinal": _ordinal,
    }
    made.filters.update(filters)
    return made


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def _wordings(change: Change, names: dict[str, str]) -> list[tuple[str, list[tuple[str, Pointer]]]]:
    """Each wording with the outlets that have it, and where."""
    found: dict[str, list[tuple[str, Pointer]]] = {}
    for reading in change.readings:
        place = (names[reading.article], Pointer(reading.article, reading.span))
        found.setdefault(" ".join(reading.text.split()), []).append(place)
    return list(found.items())
