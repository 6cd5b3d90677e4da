"""Web pages around a written article.

In: an article as written. Out: the same article with `html` that shows the same words, with navigation and a footer
that are no part of it. Spans stay those of the plain text.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

from retold.planted.records import PlantedArticle
from retold.planted.writing import Written
from retold.records.documents import Block, BlockKind

_TAGS = {
    BlockKind.DECK: ("<p class=\"standfirst\">", "</p>"),
    BlockKind.BYLINE: ("<p class=\"byline\">", "</p>"),
    BlockKind.CREDIT: ("<p class=\"credit\">", "</p>"),
    BlockKind.BODY: ("<p>", "</p>"),
    BlockKind.DATELINE: ("<p class=\"date\">", "</p>"),
    BlockKind.CAPTION: ("<figure><img src=\"photo.jpg\" alt=\"\"><figcaption>", "</figcaption></figure>"),
    BlockKind.BOILERPLATE: ("<p class=\"note\">", "</p>"),
}  # fmt: skip


def with_page(written: Written) -> PlantedArticle:
    """The article with a page."""
    article = written.article
    language = written.draft.outlet.style.locale
    shown = "" if article.undated else f'<meta property="article:published_time" content="{article.published}">'
    head = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(article.title)} | {escape(article.outlet)}</title>\n"
        f'<meta property="og:site_name" content="{escape(article.outlet)}">\n{shown}\n'
        f'<link rel="canonical" href="{escape(article.url)}">\n</head>\n<body>\n'
        f'<nav><a href="/">{escape(article.outlet)}</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>\n'
    )
    main, aside = _blocks(article)
    foot = f"<footer><p>© {escape(article.outlet)}</p></footer>\n</body>\n</html>\n"
    return replace(article, html=f"{head}<article>\n{main}</article>\n{aside}{foot}")


def _blocks(article: PlantedArticle) -> tuple[str, str]:
    main: list[str] = []
    aside: list[str] = []
    place = ""
    for block in article.blocks:
        words = escape(block.span.of(article.text), quote=False)
        if block.kind is BlockKind.HEADLINE:
            main.append(f"<h1>{words}</h1>\n")
        elif block.kind in (BlockKind.LABEL, BlockKind.TEASER):
            tag = "h3" if block.kind is BlockKind.LABEL else "p"
            aside.append(f"<{tag}>{words}</{tag}>\n")
        elif block.kind is BlockKind.DATELINE and _inline(article, block):
            place = words + escape(article.text[block.span.end : block.span.end + 3], quote=False)
        else:
            opening, closing = _TAGS[block.kind]
            main.append(f"{opening}{place}{words}{closing}\n")
            place = ""
    return "".join(main), f'<aside class="related">\n{"".join(aside)}</aside>\n' if aside else ""


def _inline(article: PlantedArticle, block: Block) -> bool:
    return article.text[block.span.end : block.span.end + 1] != "\n"
