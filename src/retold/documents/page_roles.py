"""Which of a page's paragraphs belong to the article, and what their markup says that they are.

Paragraphs and the stretches that trafilatura extracted in; chosen paragraphs with hints out, in the page's order.
Roles go by the elements around a paragraph and by the words of their class names, as publishers commonly use them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.documents.lines import Hint, as_words
from retold.documents.markup import Markup, Paragraph
from retold.documents.page_facts import Declared
from retold.records.documents import BlockKind

# Class words, most telling first: the nearest element around a paragraph that has one decides.
ROLE_WORDS: dict[BlockKind, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in (
        (
            BlockKind.TEASER,
            "related recommended recommendations recirc recirculation teaser promo promobox trending mostread popular "
            "outbrain taboola readmore readnext morefrom inlinerelated relatedarticles relatedcontent seealso",
        ),
        (
            BlockKind.BOILERPLATE,
            "newsletter signup subscribe subscription paywall cookie consent share sharing social toolbar comments "
            "disclaimer copyright advert advertisement ad-slot adslot breadcrumb breadcrumbs",
        ),
        (BlockKind.CAPTION, "caption figcaption imagecaption wp-caption-text photocredit media-caption"),
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
SIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "dialog"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LARGE_CONTAINERS = frozenset({"html", "body", "main", "article"})
# How many words a paragraph may have for its markup to make it furniture against trafilatura's choice.
MOST_WORDS = {
    BlockKind.BYLINE: 40,
    BlockKind.DATELINE: 24,
    BlockKind.CREDIT: 60,
    BlockKind.CAPTION: 120,
    BlockKind.DECK: 90,
    BlockKind.TEASER: 60,
    BlockKind.BOILERPLATE: 90,
}
# Share of a paragraph's characters that extracted stretches must cover.
COVERED = 0.5
MOST_FAILURES = 200
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
    first = min(chosen) if title is None else min(title, min(chosen))
    last = max(chosen)
    home = _home(paragraphs[last])
    found: list[Choice] = []
    for place in range(first, len(paragraphs)):
        paragraph = paragraphs[place]
        if place > last and (home is None or home not in {id(element) for element in paragraph.around}):
            break
        hint = _hint(paragraph, place, place in chosen, title, known)
        if hint:
            found.append(Choice(paragraph, hint))
    return tuple(found)


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


def _hint(paragraph: Paragraph, place: int, is_chosen: bool, title: int | None, known: Declared) -> Hint | None:
    if place == title:
        return Hint(BlockKind.HEADLINE, "heading with the page's title")
    words = len(paragraph.text.split())
    kind, why = _markup_role(paragraph)
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
    return Hint(None, "chosen by trafilatura") if is_chosen else None


# Where trafilatura took the paragraph for the article, these words alone do not say otherwise.
_DOUBTFUL = frozenset({BlockKind.BOILERPLATE, BlockKind.DECK, BlockKind.CREDIT})


def _markup_role(paragraph: Paragraph) -> tuple[BlockKind | None, str]:
    for element in reversed(paragraph.around):
        if element.tag in LARGE_CONTAINERS:
            break
        if element.tag in ("figcaption", "figure"):
            return BlockKind.CAPTION, f"{element.tag} element"
        for kind, names in ROLE_WORDS.items():
            hit = sorted(names & element.marks)
            if hit:
                return kind, f"markup says “{hit[0]}”"
        if element.tag == "time":
            return BlockKind.DATELINE, "time element"
        if element.tag in SIDE_TAGS:
            return None, ""
    return _inline_role(paragraph)


def _inline_role(paragraph: Paragraph) -> tuple[BlockKind | None, str]:
    """A short paragraph whose inline elements say what it is: `<p><span class="byline">…`."""
    if len(paragraph.text.split()) > 16:
        return None, ""
    for kind in (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT):
        names = ROLE_WORDS[kind]
        if names & paragraph.inside:
            return kind, f"markup says “{sorted(names & paragraph.inside)[0]}”"
    return (BlockKind.DATELINE, "time element") if "time" in paragraph.inside else (None, "")
