"""A tag as it is written in; its name, what it does to the elements around it, and its attributes on demand out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

import msgspec

INSIDE = re.compile(r"(/?)([a-zA-Z][^\s/<>\"']{0,60})(.*)", re.DOTALL)
ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.\-]{0,60})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
MARKS = frozenset(
    {"class", "id", "role", "itemprop", "rel", "data-component", "data-testid", "data-block", "aria-label"}
)
KEPT = MARKS | {"datetime", "href", "content", "property", "name", "type", "lang", "hidden", "style", "aria-hidden"}
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "textarea", "select", "math"})
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
CLOSES_ITSELF = frozenset({"li", "dt", "dd", "tr", "td", "th", "option"})
# Elements of which a scan has to know nothing but where they begin and end.
ORDINARY = frozenset(
    """
    a span ul ol li div img p h2 h3 h4 h5 h6 em strong b i small br hr cite section article header button figure
    figcaption picture source svg path use circle rect form input label
    """.split()  # noqa: SIM905
)
# Inline elements of these names are lines of their own where they stand in a head: `<div><span class="byline">…`.
SIGNED = frozenset({"byline", "author", "authors", "byl", "kicker", "eyebrow", "overline"})
# Words without which no attribute hides an element, and none signs one.
TELLING = re.compile(r"hidden|style|byl|author|kicker|eyebrow|overline|&", re.IGNORECASE)
MOST_ATTRIBUTES = 8000


class Tag:
    """A tag as it is written, taken apart once: menus and lists repeat theirs by the hundred.

    What stands in its attributes is read when somebody asks, or where the words in it may bear on the scan.
    """

    __slots__ = (
        "_attributes", "_marks", "breaks", "hidden", "implies", "is_end", "is_inline", "is_link", "is_ordinary",
        "is_void", "name", "signed", "written",
    )  # fmt: skip

    def __init__(self, name: str, written: str, is_end: bool = False) -> None:
        self.name: Final = name
        self.written: Final = written
        self.is_end: Final = is_end
        self.is_inline: Final = name in INLINE
        self.breaks: Final = name == "br" or name not in INLINE
        self.is_link: Final = name == "a"
        self.is_ordinary: Final = name in ORDINARY
        self.is_void: Final = name in VOID or (name in ("path", "use", "circle", "rect") and written.endswith("/"))
        self.implies: Final = "p" if name in CLOSES_PARAGRAPH else name if name in CLOSES_ITSELF else ""
        self._attributes: tuple[tuple[str, str], ...] | None = None
        self._marks: frozenset[str] | None = None
        told = not is_end and TELLING.search(written) is not None
        self.hidden: Final = not is_end and (name in UNSEEN or (told and _is_hidden(self.attributes)))
        self.signed: Final = told and not self.marks.isdisjoint(SIGNED)

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """The attributes that a rule may ask for, each with its value."""
        if self._attributes is None:
            self._attributes = tuple(_attributes(self.written))
        return self._attributes

    @property
    def marks(self) -> frozenset[str]:
        """The words of class, id and similar attributes, in small letters."""
        if self._marks is None:
            named = (word for key, value in self.attributes if key in MARKS for word in mark_words(value))
            self._marks = frozenset(named)
        return self._marks


class Element(msgspec.Struct, eq=False, gc=False):
    """An open element. Two are told apart by being themselves, however alike their tags."""

    tag: str
    written: Tag

    @property
    def marks(self) -> frozenset[str]:
        """The words of its attributes in small letters."""
        return self.written.marks

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """What a rule may ask for."""
        return self.written.attributes

    @property
    def hidden(self) -> bool:
        """Whether it and what stands in it is not shown."""
        return self.written.hidden

    def get(self, name: str) -> str | None:
        """An attribute's value."""
        return next((value for key, value in self.written.attributes if key == name), None)


def tag_of(inside: str) -> Tag:
    """What stands between the signs of a tag, taken apart."""
    found = INSIDE.match(inside)
    if found is None:  # pragma: no cover - a token begins as a tag does
        raise ValueError(inside)
    slash, name, written = found.groups()
    return Tag(name.lower(), "" if slash else written[:MOST_ATTRIBUTES], bool(slash))


def _attributes(written: str) -> Iterator[tuple[str, str]]:
    for name, double, single, bare in ATTRIBUTE.findall(written):
        key = name.lower()
        if key in KEPT:
            yield key, html.unescape((double or single or bare)[:2000])


def _is_hidden(attributes: tuple[tuple[str, str], ...]) -> bool:
    style = next((value.replace(" ", "").lower() for key, value in attributes if key == "style"), "")
    return "display:none" in style or any(key == "hidden" for key, _ in attributes)


def mark_words(value: str) -> Iterator[str]:
    """The names of a class attribute, each whole and by its parts: "article__byline-name" holds "byline"."""
    for name in value[:400].split():
        folded = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
        yield folded
        yield from (part for part in re.split(r"[^a-z0-9]+", folded) if len(part) > 1)
