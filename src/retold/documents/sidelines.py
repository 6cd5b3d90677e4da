"""A page's source without what trafilatura discards whatever it says: asides and footers left out, menus as one text.

A scanned page in; a shorter source out, from which trafilatura chooses the same text in a fraction of the time: most
elements of a news page stand in its menus and in its lists of other stories. trafilatura deletes every `aside`,
`footer` and `nav`, but weighs the words of a `nav` when it asks how much of the page an extraction covers, so that
those words stay. Only stretches whose elements nest and end as they should, in nothing but frames, are touched: the
tree that a parser makes of the rest is the same without them. A page without a paragraph of its own is given whole,
because trafilatura takes deletions back where they leave no paragraph; so is one whose frames overlap.
"""

from __future__ import annotations

import re

from retold.documents.markup import FRAMES, Markup, Paragraph

# A forum's posts in an attribute: trafilatura looks for them before it deletes anything.
POSTS = "data-preloaded"
# Elements of a menu that hold words and nothing that trafilatura weighs by itself, and names by which it deletes some.
MENU_TAG = re.compile(r"</?(?:ul|ol|li|a|span|div|b|i|em|strong|small|img|br|h[2-6])(?![\w:-])[^<>]*>", re.IGNORECASE)
NAMES = (
    "footer", "cookie", "consent", "borlabs", "cmplz", "onetrust", "moove", "comment", "comol", "disqus", "dsq",
    "infinite", "mvp-", "elementor",
)  # fmt: skip
# A word that goes on across the edge of an inline element is one word; parted by a space it would be two.
_INLINE = r"</?(?:a|span|b|i|em|strong|small|img)(?![\w:-])[^<>]*>"
GLUED = re.compile(rf"(?<=[^\s>]){_INLINE}(?:{_INLINE})*+[^\s<]")


def without_sidelines(source: str, markup: Markup) -> str:
    """The source for trafilatura to read; `source` itself where nothing can be left out."""
    if not markup.sidelines or not any(map(_is_own, markup.paragraphs)):
        return source
    parts: list[str] = []
    start = 0
    for name, begin, end in markup.sidelines:
        stretch = source[begin:end]
        if POSTS in stretch.lower():
            continue
        kept = _menu(stretch) if name == "nav" else ""
        if kept is not None:
            parts += (source[start:begin], kept)
            start = end
    return "".join((*parts, source[start:]))


def _is_own(paragraph: Paragraph) -> bool:
    """Whether this is a `p` that trafilatura finds in the cleaned page: in frames alone, none with a telling name."""
    around = paragraph.around
    if not around or around[-1].tag != "p" or paragraph.inside:
        return False
    return all(element.tag in FRAMES and not _is_named(element.written.written) for element in around[:-1])


def _is_named(written: str) -> bool:
    folded = written.lower()
    return any(name in folded for name in NAMES)


def _menu(stretch: str) -> str | None:
    """A menu as its words; None where its elements are more than a list of links."""
    words, count = MENU_TAG.subn(" ", stretch[stretch.index(">") + 1 : stretch.rindex("<")])
    if "<" in words or _is_named(stretch) or GLUED.search(stretch.lower()):
        return None
    return f"<nav>{' '.join(words.split())}</nav>" if count else None
