"""A capture in; an article or a refusal out. A text in; an article out.

The canonical text is never edited after this: every later span counts its code points. An article's id is the one
that came with it, or 12 hexadecimal digits of the SHA-256 of its name and its content.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from retold.documents import bylines, facts
from retold.documents.blocks import split_blocks
from retold.documents.decoding import decode
from retold.documents.languages import language_of
from retold.documents.lines import SENTENCE_STOP, Hint
from retold.documents.markdown import from_markdown
from retold.documents.pages import Page, read_page, without_article
from retold.documents.provenance import origins_of
from retold.documents.texts import from_json, from_plain, identity
from retold.records.documents import Article, Block, BlockKind, Capture, Extent, Metadata, OffsetMap, Refusal

ID_LENGTH = 12
SHORTEST_SENTENCE = 20
HTML = frozenset({"text/html", "application/xhtml+xml"})
JSON = frozenset({"application/json"})
MARKDOWN = frozenset({"text/markdown"})


def parse(capture: Capture) -> Article | Refusal:
    """The article that a capture holds: HTML, a JSON line, Markdown or plain text, by its media type.

    Never raises on content.

    Codes of refusal: "undecodable", "empty", "no-text" (a JSON line), "no-article", "cookie-wall", "paywall",
    "robot-check", "too-intricate" and "broken-page" (HTML).
    """
    decoded = decode(capture)
    if isinstance(decoded, Refusal):
        return decoded
    page: Page | None = None
    if capture.media_type in HTML:
        found = read_page(decoded.text, decoded.charset, capture)
        if isinstance(found, Refusal):
            return found
        page, text, offsets = found, found.text, found.offsets
    elif capture.media_type in JSON:
        line = from_json(decoded.text, decoded.charset, capture.metadata.field or "text")
        if line is None:
            return Refusal(
                capture.address, "no-text", 'The line has no "text" with words in it; put the article there.'
            )
        text, offsets = line
    elif capture.media_type in MARKDOWN:
        text, offsets = from_markdown(decoded.text, decoded.charset)
    else:
        text, offsets = from_plain(decoded.text, decoded.charset)
    if not text.strip():
        return Refusal(capture.address, "empty", "It holds no text; remove it or capture it again.")
    made_id = capture.metadata.id or article_id(capture.name, capture.sha256)
    source = _Source(made_id, capture.address, capture.name, capture.sha256)
    latest = capture.receipt.captured if capture.receipt.dated else None
    made = _assemble(source, text, offsets, capture.metadata, page, latest)
    extent = Extent.PART if page is not None and page.cut else capture.metadata.extent
    receipt = capture.receipt
    article = replace(made, captured=receipt.captured, archived=receipt.dated, extent=extent)
    if (
        page
        and article.extent is not Extent.SUMMARY
        and not any(_is_sentence(block.span.of(text)) for block in article.body)
    ):
        return without_article(capture)
    return article


def from_text(
    text: str,
    *,
    id: str,  # noqa: A002 - the field's name in the pipes
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    address: str = "",
) -> Article:
    """The article of a pipe's line: `text` stays as it is, so that offsets are into the given text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    metadata = Metadata(id, title, outlet, url, published)
    return _assemble(_Source(id, address, id, digest), text, identity(text), metadata, None)


def article_id(name: str, sha256: str) -> str:
    """The stable id of an article that came without one."""
    return hashlib.sha256(f"{name}\0{sha256}".encode("utf-8", "surrogateescape")).hexdigest()[:ID_LENGTH]


class _Source:
    """Where an article comes from: its identity and its places."""

    __slots__ = ("address", "capture", "id", "name")

    def __init__(self, id: str, address: str, name: str, capture: str) -> None:  # noqa: A002
        self.id, self.address, self.name, self.capture = id, address, name, capture


def _assemble(
    source: _Source,
    text: str,
    offsets: OffsetMap,
    metadata: Metadata,
    page: Page | None,
    latest: str | None = None,
) -> Article:
    title = metadata.title or (page.title if page else None)
    hints: Sequence[Hint | None] = page.hints if page else ()
    blocks = split_blocks(text, title, hints)
    url = metadata.url or (page.url if page else None)
    outlet = facts.outlet_of(metadata.outlet, metadata.url)
    if outlet.value is None and page:
        outlet = page.outlet if page.outlet.value else facts.outlet_of(None, url)
    if outlet.value is None and metadata.feed:
        outlet = facts.stated(metadata.feed, "feed", "the feed that carries it calls itself so")
    published = facts.published_by_field(metadata.published, latest)
    if published.value is None and page:
        published = page.published
    if published.value is None:
        published = facts.published_by_dateline(source.id, text, blocks)
    if published.value is None and page:
        published = page.guessed
    people, signed = _signed(text, blocks, metadata, page)
    article = Article(
        id=source.id,
        address=source.address,
        name=source.name,
        capture=source.capture,
        text=text,
        title=title or _headline(text, blocks),
        outlet=outlet,
        published=published,
        byline=tuple(name for name in people if name != outlet.value),
        url=url,
        language=(page.language if page else None) or language_of(text),
        blocks=blocks,
        offsets=offsets,
        signed=signed,
        entries=page.entries if page else (),
        origins=page.origins if page else origins_of((), url, metadata),
    )
    return facts.infer_outlet(article)


def _signed(text: str, blocks: Sequence[Block], metadata: Metadata, page: Page | None) -> tuple[tuple[str, ...], str]:
    """Who signs the article, and what says so: its own byline, else the page's fields, else what came with it."""
    own = _people(text, blocks)
    if own:
        declared = set(map(str.casefold, page.authors)) if page else set()
        other = declared and not declared & set(map(str.casefold, own))
        return own, "byline" + (f"; {page.signed} says {', '.join(page.authors)}" if page and other else "")
    if page and page.authors:
        return page.authors, page.signed
    return metadata.authors, "given with the article" if metadata.authors else ""


def _is_sentence(text: str) -> bool:
    """Whether a paragraph ends a sentence and is longer than a link's name: a page without one is a menu or a wall."""
    return len(text) >= SHORTEST_SENTENCE and SENTENCE_STOP.search(text[-12:]) is not None


def _headline(text: str, blocks: Sequence[Block]) -> str | None:
    found = [block.span.of(text) for block in blocks if block.kind is BlockKind.HEADLINE]
    return " ".join(found[0].split()) if found else None


def _people(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            found.update(dict.fromkeys(bylines.names_in(block.span.of(text))))
    return tuple(found)
