"""A feed in (RSS, RSS 1.0, Atom); itself as evidence and its items out.

An item that carries its full content is a capture; one with a summary alone is an address to fetch, with the summary to
be kept, marked as such, where that cannot be fetched. What the feed says of an item goes along: its own dates, authors,
title, and the publication that `<source>` names.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import feedparser

from retold.ingest import refusals
from retold.ingest.kinds import HTML, is_address
from retold.ingest.markup import has_entities
from retold.records.documents import Capture, Extent, How, Metadata, Receipt, Refusal, Wanted

TAGS = re.compile(r"<[^>]{0,2000}>")
# A feed that gives its summary twice over gives no full content; real ones are several times as long. Swept nowhere: it
# only has to tell "the same again" from "more".
FULLER = 1.2
LONGEST_FIELD = 2000


def read_feed(capture: Capture) -> Iterator[Capture | Wanted | Refusal]:
    """The feed, then its items in its order. An item that cannot be used is refused; the others go on."""
    if has_entities(capture.content):
        yield refusals.entities(capture.address)
        return
    try:
        # Unsanitised: the bytes are evidence, and markup is never shown as markup. The result does not depend on the
        # machine's clock or place.
        parsed = feedparser.parse(io.BytesIO(capture.content), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, AssertionError) as error:
        # Hostile markup breaks the library in ways that say nothing of this project.
        yield refusals.broken_markup(capture.address, type(error).__name__)
        return
    if not parsed.entries:
        cause = " ".join(str(parsed.get("bozo_exception", "")).split())[:120]
        broken = parsed.get("bozo") and cause
        yield refusals.broken_markup(capture.address, cause) if broken else refusals.without_items(capture.address)
        return
    yield capture
    feed = _word(parsed.feed.get("title")) or capture.metadata.feed
    own = capture.receipt.answered or capture.address
    base = own if is_address(own) else _word(parsed.feed.get("link")) or ""
    seen: set[str] = set()
    for entry in parsed.entries:
        item = _item(entry, f"{capture.address}#{_name(entry)}", base, feed, capture)
        place = item.url if isinstance(item, Wanted) else item.address if isinstance(item, Capture) else ""
        if not place or place not in seen:
            yield item
        seen.add(place)
    if parsed.get("bozo") and not isinstance(parsed.get("bozo_exception"), feedparser.CharacterEncodingOverride):
        cause = " ".join(str(parsed.get("bozo_exception", "")).split())[:120]
        yield refusals.broken_markup(capture.address, f"{cause}; what stands before it was read")


def _item(
    entry: Mapping[str, Any], place: str, base: str, feed: str | None, carrier: Capture
) -> Capture | Wanted | Refusal:
    link = _address(entry.get("link"), base)
    stated = _metadata(entry, link, feed)
    content = max((_markup(part) for part in entry.get("content") or ()), key=len, default="")
    summary = _markup(entry.get("summary_detail") or {})
    if _length(content) > FULLER * _length(summary) or (content and not summary):
        return _capture(content, Extent.FRAGMENT, link or place, place, stated, carrier)
    said = content or summary
    brief = _capture(said, Extent.SUMMARY, link or place, place, stated, carrier) if _length(said) else None
    if link:
        return Wanted(link, place, stated, otherwise=brief)
    return brief or refusals.without_words(place)


def _name(entry: Mapping[str, Any]) -> str:
    """An item's own name; one without is named by its words, for its place in the feed changes."""
    own = _word(entry.get("id")) or _word(entry.get("link"))
    said = f"{entry.get('title')}\0{entry.get('summary')}"
    return own or hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def _address(value: object, base: str) -> str | None:
    """An item's address, whole; one that is relative is so to the feed's, or to its site's."""
    said = _word(value)
    if not said:
        return None
    try:
        whole = urljoin(base, said)
    except ValueError:
        return None
    return whole if is_address(whole) else None


def _metadata(entry: Mapping[str, Any], link: str | None, feed: str | None) -> Metadata:
    source = entry.get("source") or {}
    named = _word(source.get("title"))
    authors = [_word(author.get("name")) for author in entry.get("authors") or () if isinstance(author, Mapping)]
    return Metadata(
        title=_plain(_word(entry.get("title"))),
        outlet=named,
        url=link,
        published=_date(entry, "published") or _date(entry, "updated"),
        authors=tuple(dict.fromkeys(author for author in authors if author))[:20],
        source=named,
        source_url=_word(source.get("href")),
        feed=feed,
    )


def _date(entry: Mapping[str, Any], field: str) -> str | None:
    """A date as the item gives it where that is ISO 8601, and else what it means, in UTC."""
    said = _word(entry.get(field)) or ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?:T[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?)?", said):
        return said
    meant = entry.get(f"{field}_parsed")
    if not meant:
        return None
    day = f"{meant.tm_year:04d}-{meant.tm_mon:02d}-{meant.tm_mday:02d}"
    return f"{day}T{meant.tm_hour:02d}:{meant.tm_min:02d}:{meant.tm_sec:02d}Z" if ":" in said else day


def _capture(content: str, extent: Extent, address: str, place: str, stated: Metadata, carrier: Capture) -> Capture:
    data = content.encode("utf-8", "replace")
    of_item = replace(stated, extent=extent)
    received = carrier.receipt
    receipt = Receipt(How.ITEM, received.captured, received.dated, within=place)
    return Capture(hashlib.sha256(data).hexdigest(), address, address, HTML, data, "utf-8", of_item, receipt)


def _markup(part: Mapping[str, Any]) -> str:
    value = part.get("value")
    return value if isinstance(value, str) else ""


def _length(markup: str) -> int:
    """How many letters a reader sees."""
    return len("".join(TAGS.sub(" ", markup).split()))


def _plain(words: str | None) -> str | None:
    """A title without the markup that some feeds put into it."""
    return " ".join(TAGS.sub(" ", words).split()) or None if words else None


def _word(value: object) -> str | None:
    words = " ".join(value.split())[:LONGEST_FIELD] if isinstance(value, str) else ""
    return words or None
