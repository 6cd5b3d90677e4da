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

import msgspec

from retold.documents.tags import INLINE, MOST_ATTRIBUTES, Element, Tag, tag_of

TAG_NAME = re.compile(r"[a-zA-Z][^\s/>]{0,60}")
# Characters and the tag after them, as nearly all tags are. It never looks past the next "<" or the ">" after it,
# so that all attempts together are linear in the source; what it does not match is taken apart sign by sign.
TOKEN = re.compile(
    r"([^<]*+)<(/?[a-zA-Z][^\s/<>\"']{0,60}"
    r"[^<>\"']*+(?:(?:\"[^\"<>]*+\"|'[^'<>]*+')[^<>\"']*+)*+)>"
)
UNQUOTED = re.compile(r"[^\"'>]*")
ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noframes", "xmp"})
SIDELINES = frozenset({"aside", "footer", "nav"})
# What a sideline may stand in and be lifted out of without moving anything else (see `sidelines`).
FRAMES = frozenset({"html", "body", "div", "main", "article", "section", "header"})
PROSE = frozenset({"p", "li", "td", "blockquote", "figcaption", "h1", "h2", "h3", "h4"})
# trafilatura's time grows with the square of the elements of one parent: 4,000 took 1.9 s, 16,000 took 8 to 48 s. News
# pages have 500 to 8,000 elements in all, and hardly any paragraph has 100 pieces. A scan ends at the limit.
MOST_ELEMENTS = 20_000
MOST_PIECES = 2_000
MOST_DEPTH = 400


class Paragraph(msgspec.Struct, eq=False, gc=False):
    """Visible text between two block boundaries, as pieces of (characters, place in the source, is it an entity).

    `linked` counts the characters of the source, white space at edges left out, that stand inside links.
    """

    around: tuple[Element, ...]
    pieces: list[tuple[str, int, bool]]
    inside: set[str]
    linked: int = 0

    @property
    def text(self) -> str:
        """The characters as they stand, white space included."""
        if len(self.pieces) == 1:
            return self.pieces[0][0]
        return "".join([piece[0] for piece in self.pieces])


@dataclass(slots=True)
class Markup:
    """What a scan found: paragraphs in order, and the elements of the head (meta, link, JSON-LD texts).

    `sidelines` are the stretches of the source that a well-formed `aside`, `footer` or `nav` fills, by its tag.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    metas: list[Element] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)
    title: str = ""
    elements: int = 0
    language: str | None = None
    sidelines: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def is_intricate(self) -> bool:
        """Whether there are more elements than a news page has, in all or within one paragraph."""
        if self.elements > MOST_ELEMENTS:
            return True
        return any(len(paragraph.pieces) > MOST_PIECES for paragraph in self.paragraphs)


class _Scan:
    """State of one pass."""

    __slots__ = (
        "current", "irregular", "is_tangled", "known", "links", "no_more", "open", "out", "seam", "sideline", "source",
        "unseen",
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        self.source = source
        self.out = Markup()
        self.open: list[Element] = []
        self.unseen = 0
        self.links = 0
        self.seam = False
        self.current: Paragraph | None = None
        self.no_more = {'"': False, "'": False}
        self.known: dict[str, Tag] = {}
        # How often the markup was anything but elements that nest and end as they should.
        self.irregular = 0
        self.sideline: tuple[str, int, int, int] | None = None
        # Whether frames or sidelines overlap, so that a parser may build another tree than the one seen here.
        self.is_tangled = False

    def run(self) -> Markup:
        source, out, known, next_token = self.source, self.out, self.known, TOKEN.match
        place, size = 0, len(self.source)
        while place < size and out.elements <= MOST_ELEMENTS:
            token = next_token(source, place)
            if token is None:
                place = self.oddity(place)
                continue
            characters, inside = token.groups()
            if characters and not self.unseen and not (self.current is None and characters.isspace()):
                self.text(characters, place)
            begin, place = token.start(2) - 1, token.end()
            tag = known.get(inside)
            if tag is None:
                tag = known[inside] = tag_of(inside)
            if tag.is_end:
                self.close(tag.name, tag.is_inline)
                if self.sideline is not None and tag.name in SIDELINES:
                    self.leave_sideline(place)
            elif tag.is_ordinary:
                self.start(tag)
            else:
                place = self.special(tag, begin, place)
        self.end_paragraph()
        if self.is_tangled or any(element.tag in SIDELINES for element in self.open):
            out.sidelines.clear()
        return out

    def text(self, characters: str, start: int) -> None:
        """Visible characters between two tags, `start` their place; entities become what they stand for."""
        current = self.current
        if self.seam and current is not None and self.is_seam(characters[0]):
            self.end_paragraph()
            current = None
        self.seam = False
        if current is None:
            if characters.isspace():
                return
            current = self.current = Paragraph(tuple(self.open), [], set())
        if self.links:
            current.linked += len(characters.strip())
        if "&" in characters:
            current.pieces.extend(_pieces(characters, start))
        else:
            current.pieces.append((characters, start, False))

    def oddity(self, place: int) -> int:
        """Handle what is no text with a tag after it as tags should be; the place after it."""
        self.irregular += 1
        source = self.source
        start = source.find("<", place)
        characters = source[place:] if start < 0 else source[place:start]
        if characters and not self.unseen:
            self.text(characters, place)
        if start < 0:
            return len(source)
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
            if not self.unseen:
                self.text("<", start)
            return start + 1
        end = self.tag_end(named.end())
        name = named.group().lower()
        if closing:
            self.close(name, name in INLINE)
            return end
        tag = Tag(name, source[named.end() : min(end - 1, named.end() + MOST_ATTRIBUTES)])
        return self.special(tag, start, end)

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

    def special(self, tag: Tag, begin: int, end: int) -> int:
        """A start tag that may say more than that an element begins; where to go on."""
        name, out = tag.name, self.out
        if name in RAW and not tag.written.endswith("/"):
            out.elements += 1
            self.irregular += 1
            return self.raw(tag, end)
        if name in SIDELINES:
            self.enter_sideline(name, begin)
        elif name == "time":
            value = Element(name, tag).get("datetime")
            if value and not self.unseen:
                out.times.append((len(out.paragraphs), value))
        elif not tag.is_ordinary:
            self.irregular += 1
        if name in ("meta", "link"):
            out.metas.append(Element(name, tag))
        if name == "html":
            out.language = Element(name, tag).get("lang") or out.language
        self.start(tag)
        return end

    def start(self, tag: Tag) -> None:
        """An element begins."""
        self.out.elements += 1
        if tag.breaks or (tag.signed and self.is_loose()):
            if self.current is not None:
                self.end_paragraph()
        elif self.current is not None:
            self.current.inside.add(tag.name)
            self.current.inside.update(tag.marks)
        if tag.is_void:
            return
        if tag.implies and self.open:
            top = self.open[-1].tag
            if top == tag.implies or top in INLINE:
                self.close_implied(tag.implies)
        if len(self.open) < MOST_DEPTH:
            self.open.append(Element(tag.name, tag))
            self.unseen += tag.hidden
            self.links += tag.is_link

    def enter_sideline(self, name: str, begin: int) -> None:
        """Note where one begins that stands in nothing but frames."""
        if self.sideline is not None and len(self.open) > self.sideline[2]:
            # A menu in a footer is part of it; anything else is more than trafilatura's own walk is sure to see.
            self.irregular += name != "nav" or self.sideline[0] == "nav"
            return
        tags = [element.tag for element in self.open]
        self.is_tangled |= "body" not in tags
        is_framed = FRAMES.issuperset(tags) and self.current is None
        self.sideline = (name, begin, len(tags), self.irregular) if is_framed else None

    def leave_sideline(self, end: int) -> None:
        """Keep one that ends as it should, with nothing but sound elements in it."""
        if self.sideline is None or len(self.open) > self.sideline[2]:
            return
        name, begin, depth, irregular = self.sideline
        if len(self.open) == depth and irregular == self.irregular:
            self.out.sidelines.append((name, begin, end))
        self.sideline = None

    def raw(self, tag: Tag, start: int) -> int:
        """An element whose content is no markup: kept for what it declares, never shown."""
        end = _find_close(self.source, tag.name, start)
        if tag.name == "script":
            if "ld+json" in (Element(tag.name, tag).get("type") or ""):
                self.out.linked_data.append(self.source[start:end])
        elif tag.name == "title" and not self.out.title:
            self.out.title = html.unescape(self.source[start:end][:1000])
        if not tag.is_inline:
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

    def close(self, name: str, is_inline: bool) -> None:
        """An element ends, and whatever is open in it."""
        if not is_inline and self.current is not None:
            self.end_paragraph()
        here = self.open
        if here and here[-1].tag == name:
            tag = here[-1].written
            self.seam = is_inline
            if tag.signed and is_inline and self.is_loose():
                self.end_paragraph()
            self.unseen -= tag.hidden
            self.links -= tag.is_link
            here.pop()
            return
        self.irregular += 1
        self.is_tangled |= name in FRAMES or name in SIDELINES
        for place in range(len(here) - 1, max(-1, len(here) - 60), -1):
            if here[place].tag == name:
                self.seam = is_inline
                if is_inline and here[place].written.signed and self.is_loose():
                    self.end_paragraph()
                self.unseen -= sum(element.hidden for element in here[place:])
                self.links -= sum(element.tag == "a" for element in here[place:])
                self.is_tangled |= any(element.tag in FRAMES or element.tag in SIDELINES for element in here[place:])
                del here[place:]
                return

    def close_implied(self, name: str) -> None:
        """End an open paragraph, item or cell that a new element ends without saying so."""
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 8), -1):
            if self.open[place].tag == name:
                self.irregular += 1
                self.close(name, False)
                return
            if self.open[place].tag not in INLINE:
                return

    def end_paragraph(self) -> None:
        current = self.current
        if current is not None:
            if current.pieces[0][0].strip() or current.text.strip():
                self.out.paragraphs.append(current)
            self.current = None


def _pieces(characters: str, start: int) -> Iterator[tuple[str, int, bool]]:
    """Characters with their places, entities apart."""
    begun = 0
    for match in ENTITY.finditer(characters):
        sign = html.unescape(match.group())
        if sign == match.group():
            continue
        if not match.group().endswith(";") and len(sign) > 2:
            # "&copyright": only the start of it is an entity; leave such rarities as they are.
            continue
        if begun < match.start():
            yield characters[begun : match.start()], start + begun, False
        yield sign, start + match.start(), True
        begun = match.end()
    if begun < len(characters):
        yield characters[begun:], start + begun, False


def _find_close(source: str, name: str, start: int) -> int:
    """Where the end tag of a raw element begins, in any case; the end of the source where it is missing."""
    at, size = source.find("</", start), len(name)
    while at >= 0 and source[at + 2 : at + 2 + size].lower() != name:
        at = source.find("</", at + 2)
    return at if at >= 0 else len(source)


def scan(source: str) -> Markup:
    """The visible paragraphs and the declared metadata of an HTML source. Never raises on content."""
    return _Scan(source).run()
