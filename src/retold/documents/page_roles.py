"""Which of a page's paragraphs belong to the article, and what their markup says that they are.

Paragraphs and the stretches that trafilatura extracted in; chosen paragraphs with hints out, in the page's order.
Roles go by the elements around a paragraph and by the words of their class names, as publishers commonly use them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.documents import bylines, datelines
from retold.documents.furniture import role_of
from retold.documents.lines import Hint, as_words, read_lines
from retold.documents.markup import Markup, Paragraph
from retold.documents.page_facts import Declared
from retold.documents.tags import Element
from retold.documents.teasers import FEWEST_HEADLINE_WORDS, is_headline
from retold.records.documents import BlockKind

Role = tuple[BlockKind | None, str]
"""A role and what says so; None and nothing where no markup does."""

# Class words, most telling first: the nearest element around a paragraph that has one decides.
ROLE_WORDS: dict[BlockKind, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in (
        (
            BlockKind.TEASER,
            "related recommended recommendations recirc recirculation teaser promo promobox trending mostread popular "
            "outbrain taboola readmore readnext morefrom inlinerelated relatedarticles relatedcontent seealso richlink "
            "rich-link related-link related-story related-links recommendation",
        ),
        (
            BlockKind.BOILERPLATE,
            "newsletter signup subscribe subscription paywall cookie consent share sharing social toolbar comments "
            "disclaimer copyright advert advertisement ad-slot adslot breadcrumb breadcrumbs",
        ),
        (
            BlockKind.CORRECTION,
            "correction corrections clarification clarifications erratum corrigendum editors-note editor-note "
            "editorsnote editornote",
        ),
        (
            BlockKind.CAPTION,
            "caption figcaption imagecaption image-caption photocaption photo-caption picturecaption cutline "
            "wp-caption-text photocredit photo-credit media-caption captiontext",
        ),
        (BlockKind.BYLINE, "byline bylines author authors byl contributor writtenby"),
        (
            BlockKind.DATELINE,
            "date timestamp dateline pubdate published datetime publish-date published-date posted-on",
        ),
        (
            BlockKind.DECK,
            "standfirst deck dek subhead subheadline subtitle subheading sub-title sub-headline strapline summary "
            "lede-deck article-summary description",
        ),
        (BlockKind.CREDIT, "credit credits agency source-credit attribution syndication"),
    )
}
FIGURES = frozenset({"figure", "figcaption"})
PICTURES = frozenset({"image", "photo", "picture", "gallery"})
# Roles that name people; in a figure they are those of its maker.
_MAKERS = frozenset({BlockKind.BYLINE, BlockKind.CREDIT})
SIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "dialog"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SUBHEADS = HEADINGS - {"h1"}
MOST_SUBHEAD_WORDS = 20
LARGE_CONTAINERS = frozenset({"html", "body", "main", "article"})
# How many words a paragraph may have for its markup to make it furniture against trafilatura's choice.
MOST_WORDS = {
    BlockKind.BYLINE: 40,
    BlockKind.DATELINE: 24,
    BlockKind.CREDIT: 60,
    BlockKind.CORRECTION: 150,
    BlockKind.CAPTION: 120,
    BlockKind.DECK: 90,
    BlockKind.TEASER: 60,
    BlockKind.BOILERPLATE: 90,
}
# A byline, a deck or a caption may have its parts in as many paragraphs; an element around more is no such thing.
MOST_PARTS = 3
BEYOND = max(MOST_WORDS.values())
# Share of a paragraph's characters that extracted stretches must cover.
COVERED = 0.5
MOST_FAILURES = 200
# Share of a paragraph that links must cover for it to be nothing but a link.
LINKED = 0.9
# How many paragraphs before the headline its date may stand.
MOST_BEFORE_TITLE = 2
# How many paragraphs after the headline a deck may stand that trafilatura took for the article.
NEAR_TITLE = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """A paragraph that is kept, and what markup knows of it."""

    paragraph: Paragraph
    hint: Hint


def choose(markup: Markup, known: Declared, stretches: Sequence[str]) -> tuple[Choice, ...]:
    """The article's paragraphs in the page's order; empty where no stretch is found in the source."""
    paragraphs = markup.paragraphs
    packed = [_pack(paragraph.text) for paragraph in paragraphs]
    chosen = _covered(packed, stretches)
    if not chosen:
        return ()
    title = _title(paragraphs, chosen, known)
    # What stands before the headline and is nothing but a link is the site's menu, whoever took it for the article.
    chosen = frozenset(place for place in chosen if title is None or place > title or not _is_link(paragraphs[place]))
    if not chosen:
        return ()
    first = min(chosen) if title is None else _beginning(paragraphs, min(title, min(chosen)))
    last = max(chosen)
    home = _home(paragraphs[last])
    begin = min((place for place in chosen if title is not None and place > title), default=first)
    found: list[Choice] = []
    for place in range(first, len(paragraphs)):
        paragraph = paragraphs[place]
        if place > last and (home is None or home not in {id(element) for element in paragraph.around}):
            break
        role = _markup_role(paragraphs, place)
        hint = _hint(paragraph, place, place in chosen, title, known, role)
        if hint is None and place != title:
            hint = _left_out(paragraph, role, place < begin, place < last)
        if hint:
            found.append(Choice(paragraph, hint))
    return tuple(found)


def _beginning(paragraphs: Sequence[Paragraph], first: int) -> int:
    """Where the article begins: a date alone just before the headline belongs to it."""
    for place in range(max(0, first - MOST_BEFORE_TITLE), first):
        lines = read_lines(" ".join(paragraphs[place].text.split()))
        if lines and datelines.alone(lines[0]):
            return place
    return first


def _is_link(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but a link."""
    return paragraph.linked >= LINKED * len(paragraph.text.strip())


def _words_in(element: Element, place: int, paragraphs: Sequence[Paragraph]) -> int:
    """How many words stand inside an element around the paragraph at `place`; beyond all bounds in many paragraphs.

    The paragraphs of an element follow one another.
    """
    first = place
    while first > max(0, place - MOST_PARTS) and _is_around(element, paragraphs[first - 1]):
        first -= 1
    words = 0
    for number, paragraph in enumerate(paragraphs[first : first + MOST_PARTS + 1]):
        if not _is_around(element, paragraph):
            break
        words += len(paragraph.text.split()) if number < MOST_PARTS else BEYOND
    return words


def _is_around(element: Element, paragraph: Paragraph) -> bool:
    return any(outer is element for outer in paragraph.around)


def _pack(text: str) -> str:
    return "".join(text.split())


def _covered(packed: Sequence[str], stretches: Sequence[str]) -> frozenset[int]:
    """The paragraphs that the stretches are made of; each stretch is looked for from where the last one ended."""
    whole = "".join(packed)
    starts: list[int] = []
    total = 0
    for text in packed:
        starts.append(total)
        total += len(text)
    ranges: list[tuple[int, int]] = []
    cursor = failures = 0
    for stretch in stretches:
        wanted = _pack(stretch)
        at = whole.find(wanted, cursor)
        if at < 0:
            at = whole.find(wanted)
            failures += 1
        elif wanted:
            cursor = at + len(wanted)
        if at >= 0 and wanted:
            ranges.append((at, at + len(wanted)))
        if failures > MOST_FAILURES:
            break
    return frozenset(_hit(starts, packed, sorted(ranges)))


def _hit(starts: Sequence[int], packed: Sequence[str], ranges: Sequence[tuple[int, int]]) -> Iterator[int]:
    merged: list[tuple[int, int]] = []
    for start, end in ranges:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    at = 0
    for place, start in enumerate(starts):
        end = start + len(packed[place])
        while at < len(merged) and merged[at][1] <= start:
            at += 1
        held, step = 0, at
        while step < len(merged) and merged[step][0] < end:
            held += min(end, merged[step][1]) - max(start, merged[step][0])
            step += 1
        if end > start and held >= COVERED * (end - start):
            yield place


def _title(paragraphs: Sequence[Paragraph], chosen: frozenset[int], known: Declared) -> int | None:
    """The headline's paragraph: the title's words in a heading before most of the article, else its only h1."""
    limit = sorted(chosen)[min(3, len(chosen) - 1)]
    wanted = as_words(known.title or "")
    headings = [
        place for place in range(limit + 1) if any(element.tag in HEADINGS for element in paragraphs[place].around)
    ]
    for place in headings:
        if wanted.strip() and as_words(paragraphs[place].text) == wanted:
            return place
    if not headings and wanted.strip():
        # Old pages set their headline in large type, not in a heading.
        alike = [place for place in range(limit + 1) if as_words(paragraphs[place].text) == wanted]
        if len(alike) == 1:
            return alike[0]
    first = [place for place in headings if any(element.tag == "h1" for element in paragraphs[place].around)]
    if len(first) == 1:
        return first[0]
    if not first:
        return next((place for place in headings if place == min(chosen)), None)
    ours = [place for place in first if any(element.tag == "article" for element in paragraphs[place].around)]
    return ours[0] if len(ours) == 1 else None


def _home(paragraph: Paragraph) -> int | None:
    """The nearest article or main element around a paragraph, by identity."""
    return next((id(element) for element in reversed(paragraph.around) if element.tag in ("article", "main")), None)


def _hint(
    paragraph: Paragraph, place: int, is_chosen: bool, title: int | None, known: Declared, role: Role
) -> Hint | None:
    if place == title:
        return Hint(BlockKind.HEADLINE, "heading with the page's title")
    words = len(paragraph.text.split())
    kind, why = role
    is_near_title = title is not None and title < place <= title + NEAR_TITLE
    doubtful = is_chosen and kind in _DOUBTFUL and not (kind is BlockKind.DECK and is_near_title)
    if kind is BlockKind.DATELINE and not any(sign.isdigit() for sign in paragraph.text):
        doubtful = True
    if kind is not None and words <= MOST_WORDS.get(kind, 0) and not doubtful:
        return Hint(kind, why)
    if title is not None and place > title and words <= 90:
        folded = as_words(paragraph.text)
        if any(folded == as_words(deck) for deck in known.decks) and not is_chosen:
            return Hint(BlockKind.DECK, "the page's own summary")
    if is_chosen and place != title and _is_link(paragraph):
        lines = read_lines(" ".join(paragraph.text.split()))
        if lines and is_headline(lines[0]):
            return Hint(BlockKind.TEASER, "nothing but a link to a headline")
    if is_chosen and title is not None and place > title and _is_subhead(paragraph):
        return Hint(BlockKind.HEADLINE, "a heading within the article")
    return Hint(None, "chosen by trafilatura") if is_chosen else None


def _is_subhead(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading of a part of the article: in a heading element, and no sentence."""
    text = paragraph.text.strip()
    within = any(element.tag in SUBHEADS for element in paragraph.around)
    return within and len(text.split()) <= MOST_SUBHEAD_WORDS and not text.endswith((".", "!", "”", '"', ":"))


def _left_out(paragraph: Paragraph, role: Role, is_head: bool, is_amid: bool) -> Hint | None:
    """The role of a paragraph that trafilatura left out and no element names: what its own words or links say.

    A link alone amid the article leads to another story; after the article, such links are the site's menus.
    """
    lines = read_lines(" ".join(paragraph.text.split()))
    if role[0] is not None or not lines:
        return None
    line = lines[0]
    own = role_of(line)
    if own is not None and own.kind in (BlockKind.CORRECTION, BlockKind.CREDIT):
        return Hint(own.kind, own.why)
    if any(element.tag in SIDE_TAGS for element in paragraph.around):
        return None
    if own is not None and (own.kind is BlockKind.CAPTION or (is_amid and own.kind is BlockKind.LABEL)):
        return Hint(own.kind, own.why)
    if bylines.is_byline(line) and (is_head or bylines.OPENER.match(line.text)):
        return Hint(BlockKind.BYLINE, "names before the article" if is_head else "names after the article")
    if is_head and datelines.alone(line):
        return Hint(BlockKind.DATELINE, "a date alone before the article")
    if is_amid and line.size >= FEWEST_HEADLINE_WORDS and _is_link(paragraph):
        return Hint(BlockKind.TEASER, "a link alone between paragraphs")
    return None


# Where trafilatura took the paragraph for the article, these words alone do not say otherwise.
_DOUBTFUL = frozenset({BlockKind.BOILERPLATE, BlockKind.DECK, BlockKind.CREDIT})


def _markup_role(paragraphs: Sequence[Paragraph], place: int) -> Role:
    """What the nearest element that has a telling name says; one around a whole article is none of furniture.

    Whoever is named within a figure made the picture.
    """
    paragraph = paragraphs[place]
    if _is_card(paragraph):
        return BlockKind.TEASER, "a link in a figure, outside its caption"
    for element in reversed(paragraph.around):
        if element.tag in LARGE_CONTAINERS:
            break
        named = _named(element, place, paragraphs)
        if named is not None:
            kind, why = named
            pictured = any(outer.tag in FIGURES or outer.marks & PICTURES for outer in paragraph.around)
            return (BlockKind.CAPTION, f"{why} of a picture") if pictured and kind in _MAKERS else named
        if element.tag in SIDE_TAGS:
            return None, ""
    return _inline_role(paragraph)


def _is_card(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the headline on a card that leads to another page, as page builders set them."""
    tags = {element.tag for element in paragraph.around}
    if "figure" not in tags or "figcaption" in tags or not _is_link(paragraph):
        return False
    return len(paragraph.text.split()) >= FEWEST_HEADLINE_WORDS and not paragraph.text.rstrip().endswith(".")


def _named(element: Element, place: int, paragraphs: Sequence[Paragraph]) -> Role | None:
    """The role that an element's own name states, where it holds no more words than that role can have."""
    if element.tag == "time":
        return BlockKind.DATELINE, "time element"
    words: int | None = None
    for kind, why in _roles_of(element):
        if kind in _MANY_ITEMS:
            return kind, why
        if words is None:
            words = _words_in(element, place, paragraphs)
        if words <= MOST_WORDS[kind]:
            return kind, why
    return None


def _roles_of(element: Element) -> Iterator[tuple[BlockKind, str]]:
    """The roles that an element's marks and its tag tell of, most telling first."""
    marks = element.marks
    if marks and not (marks.isdisjoint(_ROLE_WORDS) and not any(mark.endswith(_ENDING) for mark in marks)):
        for kind, names in ROLE_WORDS.items():
            hit = sorted(names & marks) or _ending(names & _ENDINGS, marks)
            if hit:
                yield kind, f"markup says “{hit[0]}”"
    if element.tag in FIGURES:
        yield BlockKind.CAPTION, f"{element.tag} element"


def _ending(names: frozenset[str], marks: frozenset[str]) -> list[str]:
    """Names that end another word: "articlebyline" is a byline."""
    return sorted(name for name in names if any(mark.endswith(name) for mark in marks)) if names else []


_ENDINGS = frozenset({"byline", "caption", "dateline"})
_ENDING = tuple(sorted(_ENDINGS))
_ROLE_WORDS = frozenset(word for words in ROLE_WORDS.values() for word in words)
# Elements of these roles hold lists of items, each of which is short.
_MANY_ITEMS = frozenset({BlockKind.TEASER, BlockKind.BOILERPLATE})
# How many words a paragraph may have whose role an element inside it states.
INLINE_WORDS = {BlockKind.BYLINE: 16, BlockKind.DATELINE: 16, BlockKind.CREDIT: 16, BlockKind.CAPTION: 60}


def _inline_role(paragraph: Paragraph) -> Role:
    """A short paragraph whose inline elements say what it is: `<p><span class="byline">…`."""
    if not paragraph.inside:
        return None, ""
    words = len(paragraph.text.split())
    for kind, most in INLINE_WORDS.items():
        hit = sorted(ROLE_WORDS[kind] & paragraph.inside)
        if hit and words <= most:
            return kind, f"markup says “{hit[0]}”"
    return (BlockKind.DATELINE, "time element") if "time" in paragraph.inside and words <= 16 else (None, "")
