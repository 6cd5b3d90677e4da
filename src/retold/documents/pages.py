"""An HTML page in; its article's text with a map to the source, what markup says of each line, and its facts.

trafilatura decides which paragraphs are the article; the text itself is taken from the source, paragraph by
paragraph, so that each character keeps its place. Between headline and end, paragraphs that trafilatura leaves out
are kept with their role where markup states one (caption, byline, date, deck, label, teaser of another story); what
no markup explains stays out. White space within a paragraph becomes one space; paragraphs are parted by two breaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from htmldate import find_date
from lxml.etree import _Element

from retold.documents.barriers import REASONS, Cut, cut_off, only_wall, visible
from retold.documents.dates import is_after, read_date
from retold.documents.decoding import decode
from retold.documents.facts import UNKNOWN, stated
from retold.documents.lines import Hint
from retold.documents.live import find_entries
from retold.documents.markup import Paragraph, scan
from retold.documents.page_facts import Declared, declared
from retold.documents.page_roles import Choice, choose
from retold.documents.provenance import origins_of, site_of
from retold.documents.sidelines import without_sidelines
from retold.records.documents import BlockKind, Capture, Entry, Extent, Fact, OffsetMap, OffsetRun, Refusal
from retold.records.spans import Span

# htmldate bounds dates by today's by default; a fixed bound keeps the result the same on every day.
LATEST_DATE = "2100-12-31"
BREAK = "\n\n"
# Words with one space between them stand in a text as in its source.
WORDS_OR_SPACE = re.compile(r"\s++|\S++(?: \S++)*+")
STRETCHES = frozenset({"p", "head", "item", "quote", "cell", "code"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article.

    `guessed` is a date that trafilatura found where the page declares none; `cut` says why the text is thought to be
    only the part before a barrier, "" where it is not; `origins` are addresses of other sites that it comes from.
    """

    text: str
    offsets: OffsetMap
    hints: tuple[Hint | None, ...]
    title: str | None
    outlet: Fact
    published: Fact
    guessed: Fact
    authors: tuple[str, ...]
    url: str | None
    language: str | None
    cut: str = ""
    signed: str = ""
    origins: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()


# The head of a page, with room for the scripts and styles that many put before its links.
HEAD = 300_000


def own_address(capture: Capture) -> str | None:
    """The address that a page calls its own (`canonical`, `og:url`, JSON-LD), as it stands; None without one."""
    decoded = decode(capture)
    return None if isinstance(decoded, Refusal) else declared(scan(decoded.text[:HEAD])).url


def read_page(source: str, charset: str, capture: Capture) -> Page | Refusal:
    """The article of a page, or a refusal.

    Codes: "no-article" where there is none, "cookie-wall", "paywall" and "robot-check" where a wall stands in its
    place, "too-intricate" and "broken-page" where it cannot be read in bounded time or at all.
    """
    markup = scan(source)
    if markup.is_intricate:
        reason = "The page's markup is too intricate for a news page; save the article's text alone."
        return Refusal(capture.address, "too-intricate", reason)
    known = declared(markup, capture.receipt.captured if capture.receipt.dated else None)
    if capture.metadata.extent is not Extent.WHOLE:
        # What a feed carries is the article alone: nothing stands around it that has to be told apart.
        choices = choose(markup, known, tuple(paragraph.text for paragraph in markup.paragraphs))
        text, offsets = _render(choices, charset)
        return _page(text, offsets, choices, known, None, capture) if text else without_article(capture)
    import trafilatura  # here, since whoever reads no page need not wait for it

    try:
        found = trafilatura.bare_extraction(
            without_sidelines(source, markup).removeprefix("\ufeff"),
            fast=True,
            include_comments=False,
            include_tables=True,
        )
        # Looking for a date all over a page costs more than the extraction; a page that declares one needs it not.
        is_dated = capture.metadata.published is not None or known.published.value is not None
        date = None if is_dated or found is None else _found_date(source, known.url)
    except (RecursionError, MemoryError, ValueError, TypeError, AttributeError, LookupError, AssertionError):
        # Hostile markup breaks the library in ways that say nothing of this project; the page is refused.
        return Refusal(capture.address, "broken-page", "The page's markup cannot be read; save the page again.")
    body = None if found is None or isinstance(found, dict) else found.body
    choices = () if body is None else choose(markup, known, _stretches(body))
    own = [choice.paragraph for choice in choices if choice.hint.kind in _MAY_BE_WALLS]
    wall = only_wall(own or tuple(visible(markup.paragraphs)))
    if wall is not None:
        return Refusal(capture.address, wall.value, REASONS[wall])
    if not choices:
        return without_article(capture)
    cut = cut_off(markup, own, known.locked_parts, known.locked, partial(_has_element, source))
    choices = _without_barrier(choices, cut) if cut else choices
    text, offsets = _render(choices, charset)
    return replace(_page(text, offsets, choices, known, date, capture), cut=cut.why if cut else "")


# What a paragraph of a wall may be taken for.
_MAY_BE_WALLS = (None, BlockKind.BOILERPLATE, BlockKind.DECK)


def _without_barrier(choices: Sequence[Choice], cut: Cut) -> tuple[Choice, ...]:
    """The barrier's own words are the page's, not the article's."""
    hint = Hint(BlockKind.BOILERPLATE, "a barrier before the rest of the article")
    return tuple(replace(c, hint=hint) if id(c.paragraph) in cut.barrier else c for c in choices)


def _has_element(source: str, name: str) -> bool:
    """Whether the source has an element of this class or id, empty or not."""
    return re.search(rf"(?:class|id)\s{{0,9}}=\s{{0,9}}[\"'][^\"'<>]*{re.escape(name)}", source) is not None


def _found_date(source: str, url: str | None) -> str | None:
    """A date that stands anywhere in a page, as htmldate finds it."""
    return find_date(source, extensive_search=False, original_date=True, url=url, max_date=LATEST_DATE)


def without_article(capture: Capture) -> Refusal:
    """The refusal of a page that holds no article."""
    return Refusal(
        capture.address, "no-article", "No article was found on the page; check that it is not a menu or a wall."
    )


def _stretches(body: _Element) -> tuple[str, ...]:
    """The texts that trafilatura extracted, in order; line breaks inside one part it."""
    found: list[str] = []
    for element in body.iter():
        if element.tag not in STRETCHES or any(parent.tag in STRETCHES for parent in element.iterancestors()):
            continue
        parts: list[str] = []
        for event in element.iter():
            if event.tag in ("lb", "p", "item", "cell") and parts:
                found.append("".join(parts))
                parts = []
            parts.append(event.text or "")
            if event is not element:
                parts.append(event.tail or "")
        found.append("".join(parts))
    return tuple(text for text in found if text.strip())


def _render(choices: Sequence[Choice], charset: str) -> tuple[str, OffsetMap]:
    parts: list[str] = []
    runs: list[OffsetRun] = []
    length = 0
    for number, choice in enumerate(choices):
        if number:
            parts.append(BREAK)
            length += len(BREAK)
        length = _render_paragraph(choice.paragraph, length, parts, runs)
    return "".join(parts), OffsetMap(charset, tuple(runs))


def _render_paragraph(paragraph: Paragraph, length: int, parts: list[str], runs: list[OffsetRun]) -> int:
    """Add a paragraph's characters: runs of words as they stand, one space for each stretch of white space."""
    gap: tuple[str, int] | None = None
    begun = False
    for characters, place, is_entity in paragraph.pieces:
        for match in WORDS_OR_SPACE.finditer(characters):
            found, start = match.group(), match.start()
            if found[0].isspace():
                gap = (found[-1], place if is_entity else place + start + len(found) - 1)
                continue
            if gap is not None and begun:
                parts.append(" ")
                if is_entity or gap[0] == " ":
                    _add_run(runs, length, gap[1], 1)
                length += 1
            gap, begun = None, True
            parts.append(found)
            if is_entity:
                for step in range(len(found)):
                    _add_run(runs, length + step, place, 1)
            else:
                _add_run(runs, length, place + start, len(found))
            length += len(found)
    return length


def _add_run(runs: list[OffsetRun], text_start: int, capture_start: int, size: int) -> None:
    """Add a run, or lengthen the last one where both sides simply go on."""
    if runs:
        last = runs[-1]
        if last.text_start + last.length == text_start and last.capture_start + last.length == capture_start:
            runs[-1] = OffsetRun(last.text_start, last.capture_start, last.length + size)
            return
    runs.append(OffsetRun(text_start, capture_start, size))


def _page(
    text: str, offsets: OffsetMap, choices: Sequence[Choice], known: Declared, date: str | None, capture: Capture
) -> Page:
    value = read_date(date) if date else None
    captured = capture.receipt.captured if capture.receipt.dated else None
    asked = capture.receipt.answered or capture.address
    own = capture.metadata.url or (asked if asked.startswith(("http://", "https://")) else known.own)
    elsewhere = own is not None and known.url is not None and site_of(own) != site_of(known.url)
    return Page(
        text=text,
        offsets=offsets,
        hints=tuple(choice.hint for choice in choices),
        title=known.title,
        outlet=known.outlet,
        published=known.published,
        guessed=stated(value, "trafilatura", "found in the page by trafilatura")
        if value and not is_after(value, captured)
        else UNKNOWN,
        authors=known.authors,
        url=own if elsewhere else known.url,
        language=known.language,
        signed=known.signed,
        origins=origins_of(known.originals, own, capture.metadata),
        entries=_entries(text, choices),
    )


def _entries(text: str, choices: Sequence[Choice]) -> tuple[Entry, ...]:
    """The entries of a live blog, by their characters."""
    placed = find_entries([choice.paragraph for choice in choices])
    if not placed:
        return ()
    starts, ends, at = [], [], 0
    for part in text.split(BREAK):
        starts.append(at)
        ends.append(at + len(part))
        at = ends[-1] + len(BREAK)
    return tuple(
        Entry(Span(starts[e.first], ends[e.last]), stated(e.time, "time element", "the time of its own entry"))
        for e in placed
    )
