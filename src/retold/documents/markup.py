"""HTML source in; its visible paragraphs out, every character with its place in the source.

A tolerant scan, one pass from left to right and linear in the source: no tree is built, nothing is executed, no
entity is expanded beyond the one character (or two) that HTML defines for it. Each paragraph knows the elements
around it, by tag and by the words of their class, id, role and similar attributes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TAG_NAME = re.compile(r"[a-zA-Z][^\s/>]{0,60}")
# Nearly every tag there is, whole. It never looks past the next "<" or ">", so that all attempts together are linear in
# the source; what it does not match is taken apart sign by sign.
TAG = re.compile(
    r"<(/?)([a-zA-Z][^\s/<>\"']{0,60})"
    r"([^<>\"']*+(?:(?:\"[^\"<>]*+\"|'[^'<>]*+')[^<>\"']*+)*+)>"
)
UNQUOTED = re.compile(r"[^\"'>]*")
ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.\-]{0,60})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
MARKS = frozenset(
    {"class", "id", "role", "itemprop", "rel", "data-component", "data-testid", "data-block", "aria-label"}
)
KEPT = MARKS | {"datetime", "href", "content", "property", "name", "type", "lang", "hidden", "style", "aria-hidden"}
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "textarea", "select", "math"})
RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noframes", "xmp"})
INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr img picture source button
    """.split()  # noqa: SIM905
)
# An open paragraph ends where one of these starts.
CLOSES_PARAGRAPH = frozenset(
    """
    address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre
    section table ul
    """.split()  # noqa: SIM905
)
# Inline elements of these names are lines of their own where they stand in a head: `<div><span class="byline">…`.
SIGNED = frozenset({"byline", "author", "authors", "byl", "kicker", "eyebrow", "overline"})
PROSE = frozenset({"p", "li", "td", "blockquote", "figcaption", "h1", "h2", "h3", "h4"})
# trafilatura's time grows with the square of the elements of one parent: 4,000 took 1.9 s, 16,000 took 8 to 48 s. News
# pages have 500 to 8,000 elements in all, and hardly any paragraph has 100 pieces. A scan ends at the limit.
MOST_ELEMENTS = 20_000
MOST_PIECES = 2_000
MOST_DEPTH = 400
MOST_ATTRIBUTES = 8000


@dataclass(frozen=True, slots=True)
class Element:
    """An open element: its tag, the words of its attributes in small letters, and what a rule may ask for."""

    tag: str
    marks: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str], ...] = ()
    hidden: bool = False

    def get(self, name: str) -> str | None:
        """An attribute's value."""
        return next((value for key, value in self.attributes if key == name), None)


@dataclass(slots=True)
class Paragraph:
    """Visible text between two block boundaries, as pieces of (characters, place in the source, is it an entity).

    `linked` counts the characters of the source, white space at edges left out, that stand inside links.
    """

    around: tuple[Element, ...]
    pieces: list[tuple[str, int, bool]] = field(default_factory=list)
    inside: set[str] = field(default_factory=set)
    linked: int = 0

    @property
    def text(self) -> str:
        """The characters as they stand, white space included."""
        return "".join(piece[0] for piece in self.pieces)


@dataclass(slots=True)
class Markup:
    """What a scan found: paragraphs in order, and the elements of the head (meta, link, JSON-LD texts)."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    metas: list[Element] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)
    title: str = ""
    elements: int = 0
    language: str | None = None

    @property
    def is_intricate(self) -> bool:
        """Whether there are more elements than a news page has, in all or within one paragraph."""
        if self.elements > MOST_ELEMENTS:
            return True
        return any(len(paragraph.pieces) > MOST_PIECES for paragraph in self.paragraphs)


class _Scan:
    """State of one pass."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out = Markup()
        self.open: list[Element] = []
        self.unseen = 0
        self.links = 0
        self.seam = False
        self.current: Paragraph | None = None
        self.no_more = {'"': False, "'": False}
        # Menus and lists repeat their tags by the hundred: each is taken apart once.
        self.known: dict[tuple[str, str], Element] = {}

    def run(self) -> Markup:
        source, place, size = self.source, 0, len(self.source)
        while place < size and self.out.elements <= MOST_ELEMENTS:
            start = source.find("<", place)
            if start < 0:
                self.text(place, size)
                break
            self.text(place, start)
            place = self.markup(start)
        self.end_paragraph()
        return self.out

    def text(self, start: int, end: int) -> None:
        """Characters between two tags; entities become what they stand for."""
        if self.unseen or start >= end:
            return
        if self.seam and self.current is not None and self.is_seam(self.source[start]):
            self.end_paragraph()
        self.seam = False
        if self.current is None:
            if not self.source[start:end].strip():
                return
            self.current = Paragraph(tuple(self.open))
        if self.links:
            self.current.linked += len(self.source[start:end].strip())
        for match in ENTITY.finditer(self.source, start, end):
            sign = html.unescape(match.group())
            if sign == match.group():
                continue
            whole = match.end()
            if not match.group().endswith(";") and len(sign) > 2:
                # "&copyright": only the start of it is an entity; leave such rarities as they are.
                continue
            if start < match.start():
                self.current.pieces.append((self.source[start : match.start()], start, False))
            self.current.pieces.append((sign, match.start(), True))
            start = whole
        if start < end:
            self.current.pieces.append((self.source[start:end], start, False))

    def markup(self, start: int) -> int:
        """Handle what `<` at `start` opens; the place after it."""
        source = self.source
        whole = TAG.match(source, start)
        if whole:
            slash, name, attributes = whole.groups()
            if slash:
                self.close(name.lower())
                return whole.end()
            return self.start(name.lower(), attributes[:MOST_ATTRIBUTES], whole.end())
        follows = source[start + 1 : start + 2]
        if source.startswith("<!--", start):
            end = source.find("-->", start + 4)
            return len(source) if end < 0 else end + 3
        if follows in ("!", "?"):
            end = source.find(">", start)
            return len(source) if end < 0 else end + 1
        closing = follows == "/"
        named = TAG_NAME.match(source, start + 1 + closing)
        if not named:
            self.text(start, start + 1)
            return start + 1
        end = self.tag_end(named.end())
        tag = named.group().lower()
        if closing:
            self.close(tag)
            return end
        return self.start(tag, source[named.end() : min(end - 1, named.end() + MOST_ATTRIBUTES)], end)

    def tag_end(self, place: int) -> int:
        """After the `>` that ends a tag, quoted values passed over; a quotation mark that never closes is nothing."""
        source = self.source
        while True:
            match = UNQUOTED.match(source, place)
            place = match.end() if match else place
            sign = source[place : place + 1]
            if sign in (">", ""):
                return min(place + 1, len(source))
            after = -1 if self.no_more[sign] else source.find(sign, place + 1)
            if after < 0:
                self.no_more[sign] = True
                place += 1
            else:
                place = after + 1

    def start(self, tag: str, attributes: str, end: int) -> int:
        self.out.elements += 1
        alike = self.known.get((tag, attributes))
        if alike is None:
            alike = self.known[tag, attributes] = _element(tag, attributes)
        # Elements are told apart by being themselves, however alike.
        element = Element(tag, alike.marks, alike.attributes, alike.hidden)
        if tag in RAW and not attributes.endswith("/"):
            return self.raw(element, end)
        if tag in ("meta", "link"):
            self.out.metas.append(element)
        if tag == "html" and element.get("lang"):
            self.out.language = element.get("lang")
        if tag == "time" and element.get("datetime") and not self.unseen:
            self.out.times.append((len(self.out.paragraphs), element.get("datetime") or ""))
        if tag == "br" or tag not in INLINE or (element.marks & SIGNED and self.is_loose()):
            self.end_paragraph()
        elif self.current is not None:
            self.current.inside |= element.marks | {tag}
        if tag in VOID or (attributes.endswith("/") and tag in ("path", "use", "circle", "rect")):
            return end
        if tag in CLOSES_PARAGRAPH:
            self.close_implied("p")
        elif tag in ("li", "dt", "dd", "tr", "td", "th", "option"):
            self.close_implied(tag)
        if len(self.open) < MOST_DEPTH:
            self.open.append(element)
            self.unseen += element.hidden
            self.links += tag == "a"
        return end

    def raw(self, element: Element, start: int) -> int:
        """An element whose content is no markup: kept for what it declares, never shown."""
        end = _find_close(self.source, element.tag, start)
        body = self.source[start:end]
        if element.tag == "script" and "ld+json" in (element.get("type") or ""):
            self.out.linked_data.append(body)
        elif element.tag == "title" and not self.out.title:
            self.out.title = html.unescape(body[:1000])
        if element.tag not in INLINE:
            self.end_paragraph()
        after = self.source.find(">", end)
        return len(self.source) if after < 0 else after + 1

    def is_loose(self) -> bool:
        """Whether the innermost block is none of prose: what stands in it side by side are lines of their own."""
        around = next((element.tag for element in reversed(self.open) if element.tag not in INLINE), "")
        return around not in PROSE

    def is_seam(self, sign: str) -> bool:
        """Whether two inline elements side by side in a block that is none of prose are two lines.

        Style sheets part what the source glues together: "By Ann Dow" and "Correspondent" without a space.
        """
        before = "".join(piece[0] for piece in self.current.pieces[-3:]) if self.current else ""
        if not before or not sign.isupper() or not self.is_loose() or len(before.split()) < 2:
            return False
        return before[-1].islower() or before[-1] in ".!?)”’"

    def close(self, tag: str) -> None:
        if tag not in INLINE:
            self.end_paragraph()
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 60), -1):
            if self.open[place].tag == tag:
                self.seam = tag in INLINE
                if self.seam and self.open[place].marks & SIGNED and self.is_loose():
                    self.end_paragraph()
                if self.unseen:
                    self.unseen -= sum(element.hidden for element in self.open[place:])
                if self.links:
                    self.links -= sum(element.tag == "a" for element in self.open[place:])
                del self.open[place:]
                return

    def close_implied(self, tag: str) -> None:
        """End an open paragraph, item or cell that a new element ends without saying so."""
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 8), -1):
            if self.open[place].tag == tag:
                self.close(tag)
                return
            if self.open[place].tag not in INLINE:
                return

    def end_paragraph(self) -> None:
        if self.current is not None:
            if any(piece[0].strip() for piece in self.current.pieces):
                self.out.paragraphs.append(self.current)
            self.current = None


def _find_close(source: str, tag: str, start: int) -> int:
    """Where the end tag of a raw element begins, in any case; the end of the source where it is missing."""
    match = re.compile(rf"</{tag}", re.IGNORECASE).search(source, start)
    return match.start() if match else len(source)


def _element(tag: str, attributes: str) -> Element:
    if not attributes.strip(" /"):
        return Element(tag, hidden=tag in UNSEEN)
    kept: list[tuple[str, str]] = []
    marks: set[str] = set()
    for name, double, single, bare in ATTRIBUTE.findall(attributes):
        key = name.lower()
        if key not in KEPT:
            continue
        value = html.unescape((double or single or bare)[:2000])
        kept.append((key, value))
        if key in MARKS:
            marks.update(mark_words(value))
    style = next((value.replace(" ", "").lower() for key, value in kept if key == "style"), "")
    hidden = tag in UNSEEN or any(key == "hidden" for key, _ in kept) or "display:none" in style
    return Element(tag, frozenset(marks), tuple(kept), hidden)


def mark_words(value: str) -> Iterator[str]:
    """The names of a class attribute, each whole and by its parts: "article__byline-name" holds "byline"."""
    for name in value[:400].split():
        folded = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
        yield folded
        yield from (part for part in re.split(r"[^a-z0-9]+", folded) if len(part) > 1)


def scan(source: str) -> Markup:
    """The visible paragraphs and the declared metadata of an HTML source. Never raises on content."""
    return _Scan(source).run()
