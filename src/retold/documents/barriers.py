"""Whether a page is nothing but a wall, or an article cut off at one.

Goes in: the page's paragraphs, what was chosen of them, and what the page declares. Comes out: a wall's kind; or why
the text is only the part before a barrier, with the barrier's paragraphs. Always holds: a page whose text goes on
behind the barrier's words is whole, whatever it declares; a wall is told only where next to nothing else can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from retold.documents.markup import Markup, Paragraph
from retold.documents.tags import Element, mark_words
from retold.language import english_barriers as english

# Longest barrier paragraph of the pages that were read: 32 words; a consent platform's: 60.
MOST_WORDS = 80
# What may be said in a barrier, all in all; an element around more is the article.
MOST_BARRIER_WORDS = 160
# Share of the words of what would be the article that must be a wall's for the page to be one.
WALLED = 0.8
# An element that a page declares to be for subscribers, and that holds fewer words, is not there.
FEWEST_HELD = 15
# Sentences of the article after a barrier from which the barrier hides nothing.
FEWEST_AFTER = 2
SELECTOR = re.compile(r"[.#]([A-Za-z_][\w-]{0,80})")


class Wall(StrEnum):
    """What stands in the place of an article; the values are codes of refusal."""

    CONSENT = "cookie-wall"
    BARRIER = "paywall"
    ROBOTS = "robot-check"


REASONS = {
    Wall.CONSENT: "The page is only a request for consent to cookies; save it again after answering it.",
    Wall.BARRIER: "The page is only a barrier to subscribe, register or log in; save the article as a reader sees it.",
    Wall.ROBOTS: "The page is only a check for robots; save the article as a reader sees it.",
}
_WORDS = {
    Wall.BARRIER: re.compile("|".join(english.BARRIER), re.I),
    Wall.CONSENT: re.compile("|".join(english.CONSENT), re.I),
    Wall.ROBOTS: re.compile("|".join(english.ROBOTS), re.I),
}
_MARKS = {Wall.BARRIER: english.BARRIER_MARKS, Wall.CONSENT: english.CONSENT_MARKS}


@dataclass(frozen=True, slots=True)
class Cut:
    """Where an article is cut off: why it is thought so, and the paragraphs (by identity) that are the barrier."""

    why: str
    barrier: frozenset[int]


def only_wall(paragraphs: Sequence[Paragraph]) -> Wall | None:
    """The wall that these paragraphs, taken for an article, are; None where they are more than that."""
    sizes = [len(paragraph.text.split()) for paragraph in paragraphs]
    spare = (1 - WALLED) * sum(sizes)
    kinds: dict[Wall, int] = {}
    said = False
    for paragraph, size in zip(paragraphs, sizes, strict=True):
        wall = wall_of(paragraph)
        if wall is None:
            spare -= size
            if spare < 0:
                return None
        else:
            kinds[wall] = kinds.get(wall, 0) + size
            said = said or _says(wall, paragraph)
    return max(Wall, key=lambda kind: kinds.get(kind, 0)) if said else None


def wall_of(paragraph: Paragraph) -> Wall | None:
    """What a paragraph says in place of an article, by its words or by the names of the elements around it."""
    text = paragraph.text
    if len(text) <= MOST_WORDS * 12:
        for wall in (Wall.ROBOTS, Wall.CONSENT, Wall.BARRIER):
            if _says(wall, paragraph):
                return wall
    for wall, marks in _MARKS.items():
        if any(element.marks & marks for element in paragraph.around if element.tag not in ("html", "body")):
            return wall
    return None


def _says(wall: Wall, paragraph: Paragraph) -> bool:
    return _WORDS[wall].search(" ".join(paragraph.text.split())) is not None


def cut_off(
    markup: Markup, chosen: Sequence[Paragraph], selectors: Sequence[str], locked: str, has: Callable[[str], bool]
) -> Cut | None:
    """Whether the text ends at a barrier.

    `chosen` is what is taken for the article's body, in order; `locked` names the field that says that not everybody
    may read it, "" where none does; `selectors` are of the elements that it says so of, and `has` tells whether the
    source has an element of a class or id at all.
    """
    places = {id(paragraph): place for place, paragraph in enumerate(markup.paragraphs)}
    barrier = _barrier(markup.paragraphs, min((places[id(p)] for p in chosen), default=0))
    own = [paragraph for paragraph in chosen if id(paragraph) not in barrier]
    if not own:
        return None
    if barrier:
        last = max(places[identity] for identity in barrier)
        after = [p for p in own if places[id(p)] > last and p.text.rstrip().endswith((".", "”", '"'))]
        if len(after) >= FEWEST_AFTER:
            return None
        if locked or _shares_parent(own[-1], [p for p in markup.paragraphs if id(p) in barrier]):
            said = "words of a barrier after the text"
            return Cut(f"{locked}, and {said}" if locked else said, frozenset(barrier))
    names = [name for selector in selectors for name in SELECTOR.findall(selector)[-1:]]
    if locked and any(has(name) and _held(markup, name) < FEWEST_HELD for name in names):
        return Cut(f"{locked}; what it says of “{selectors[0]}” is not on the page", frozenset(barrier))
    return None


def _barrier(paragraphs: Sequence[Paragraph], first: int) -> set[int]:
    """The paragraphs of the first barrier after the article has begun: those that say so, and those beside them."""
    found: set[int] = set()
    around: Element | None = None
    for paragraph in paragraphs[first:]:
        inside = around is not None and any(element is around for element in paragraph.around)
        if inside:
            found.add(id(paragraph))
        elif found and around is not None:
            break
        elif len(paragraph.text) <= MOST_WORDS * 12 and _says(Wall.BARRIER, paragraph):
            found.add(id(paragraph))
            around = _box(paragraph, paragraphs)
            if around is not None:
                found |= {id(p) for p in paragraphs if any(element is around for element in p.around)}
        elif found:
            break
    return found


def _box(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> Element | None:
    """The outermost element around a paragraph that is named as a barrier and holds no more than one does."""
    for element in paragraph.around:
        if element.marks & english.BARRIER_MARKS:
            words = sum(len(p.text.split()) for p in paragraphs if any(e is element for e in p.around))
            if words <= MOST_BARRIER_WORDS:
                return element
    return None


def _shares_parent(last: Paragraph, barrier: Sequence[Paragraph]) -> bool:
    """Whether a barrier stands in the element that holds the article's last paragraph."""
    parents = [element for element in last.around if element.tag not in ("html", "body", "main", "p")]
    return bool(parents) and any(parents[-1] is element for p in barrier for element in p.around)


def _held(markup: Markup, name: str) -> int:
    """How many words stand in elements of this class or id."""
    wanted = next(mark_words(name), "")
    inside = (p for p in markup.paragraphs if any(wanted in element.marks for element in p.around))
    return sum(len(paragraph.text.split()) for paragraph in inside)


def visible(paragraphs: Sequence[Paragraph], most: int = 40) -> Iterator[Paragraph]:
    """The first paragraphs of a page that no article was found on, but for its menus."""
    plain = (p for p in paragraphs if not any(e.tag in ("nav", "footer", "form", "button") for e in p.around))
    yield from (p for p, _ in zip(plain, range(most), strict=False))
