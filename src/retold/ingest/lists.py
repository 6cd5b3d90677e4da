"""OPML, sitemaps and plain lists of addresses in; the addresses that they name out, with what they say of them."""

from __future__ import annotations

from collections.abc import Iterator

from retold.ingest import refusals
from retold.ingest.kinds import is_address
from retold.ingest.markup import elements, local, words
from retold.records.documents import Capture, Metadata, Refusal, Wanted


def read_opml(capture: Capture) -> Iterator[Wanted | Refusal]:
    """The feeds of a list, each once, in its order."""
    seen: set[str] = set()
    broken = False
    for outline in elements(capture, "outline"):
        if isinstance(outline, Refusal):
            broken = True
            yield outline
            continue
        url = next((str(v).strip() for k, v in outline.attrib.items() if str(k).lower() == "xmlurl"), "")
        if is_address(url) and url not in seen:
            seen.add(url)
            title = outline.get("title") or outline.get("text")
            yield Wanted(url, capture.address, Metadata(feed=title.strip()[:300] if title else None))
    if not seen and not broken:
        yield refusals.without_items(capture.address)


def read_sitemap(capture: Capture) -> Iterator[Wanted | Refusal]:
    """The pages of a sitemap with what its news extension says of them, or the sitemaps of an index.

    https://www.sitemaps.org/protocol.html; https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
    """
    nothing = True
    for entry in elements(capture, "url", "sitemap"):
        if isinstance(entry, Refusal):
            nothing = False
            yield entry
            continue
        url = words(entry, "loc") or ""
        if not is_address(url):
            continue
        nothing = False
        if local(entry) == "sitemap":
            yield Wanted(url, capture.address)
            continue
        stated = Metadata(
            title=words(entry, "news", "title"),
            outlet=words(entry, "news", "publication", "name"),
            url=url,
            published=words(entry, "news", "publication_date"),
        )
        yield Wanted(url, capture.address, stated)
    if nothing:
        yield refusals.without_items(capture.address)


def read_addresses(capture: Capture) -> Iterator[Wanted | Refusal]:
    """The addresses of a list, one a line; blank lines and lines that start with `#` are remarks."""
    nothing = True
    lines = capture.content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").splitlines()
    for number, line in enumerate(lines, 1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        nothing = False
        place = f"{capture.address}#L{number}"
        yield Wanted(said, place, Metadata()) if is_address(said) else refusals.not_an_address(place)
    if nothing:
        yield refusals.without_items(capture.address)
