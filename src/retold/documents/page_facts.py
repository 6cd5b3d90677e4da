"""What a page declares about itself: schema.org JSON-LD, Open Graph and other meta elements, `time` elements.

Markup in; title, outlet, date, authors, address and language out, each fact naming the field that states it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from retold.documents.dates import is_after, read_date
from retold.documents.facts import UNKNOWN, outlet_at, stated
from retold.documents.markup import Markup
from retold.documents.provenance import CANONICAL, named_in
from retold.records.documents import Fact

ARTICLE_TYPES = frozenset(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle
    askpublicnewsarticle reviewnewsarticle blogposting liveblogposting socialmediaposting report webpage
    """.split()  # noqa: SIM905
)
TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "cre", "twitter:site")
AUTHORS = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
DECKS = ("og:description", "description", "twitter:description", "dc.description")
PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "date.published", "published_time", "pubdate",
    "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "date",
    "originalpublicationdate", "rnews:datepublished", "citation_date", "citation_publication_date",
)  # fmt: skip
FEWEST_TITLE_WORDS = 4
LARGEST_DATA = 400_000
DEEPEST_DATA = 12


@dataclass(frozen=True, slots=True)
class Declared:
    """What the head of a page says; `decks` are summaries of it, to recognise a deck by.

    `locked` names the field that says that not everybody may read the article, "" where none does; `locked_parts` are
    the CSS selectors of the elements that it says so of. `originals` are the addresses that it names as those of the
    article, by field; `own` is the one that Open Graph names.
    """

    title: str | None
    outlet: Fact
    published: Fact
    authors: tuple[str, ...]
    url: str | None
    language: str | None
    decks: tuple[str, ...]
    locked: str = ""
    locked_parts: tuple[str, ...] = ()
    originals: tuple[tuple[str, str], ...] = ()
    own: str | None = None
    signed: str = ""


def declared(markup: Markup, latest: str | None = None) -> Declared:
    """The facts that a page declares; a date after `latest` (ISO 8601) is not believed."""
    metas = _metas(markup)
    data = tuple(_articles(markup))
    canonical = _link(markup, "canonical")
    own = metas.get("og:url") or next(_texts(data, "url"), None)
    url = canonical or own
    authors, signed = _authors(metas, data)
    return Declared(
        title=next(_texts(data, "headline"), None) or _first(metas, TITLES) or _head_title(markup.title),
        outlet=_outlet(metas, data, own or url),
        published=_published(metas, data, markup, latest),
        authors=authors,
        url=url if url and url.startswith("http") else None,
        language=(markup.language or "")[:2].lower() or None,
        decks=tuple(
            " ".join(text.split())
            for text in (*_texts(data, "description"), *(metas[name] for name in DECKS if name in metas))
        ),
        originals=(*(((CANONICAL, canonical),) if canonical else ()), *named_in(metas, data)),
        own=own,
        signed=signed,
        locked=_locked(metas, data),
        locked_parts=tuple(selector for item in data for selector in _locked_parts(item.get("hasPart"))),
    )


def _locked(metas: Mapping[str, str], data: tuple[Mapping[str, object], ...]) -> str:
    """The field that says that not everybody may read the article."""
    if any(_is_false(item.get("isAccessibleForFree")) for item in data):
        return "the page's JSON-LD says isAccessibleForFree: false"
    tier = metas.get("article:content_tier", "").lower()
    return f"the page's article:content_tier is “{tier}”" if tier in ("locked", "metered") else ""


def _locked_parts(parts: object) -> Iterator[str]:
    for part in (parts if isinstance(parts, list) else [parts])[:20]:
        if isinstance(part, dict) and _is_false(part.get("isAccessibleForFree")):
            selectors = part.get("cssSelector")
            yield from (s for s in (selectors if isinstance(selectors, list) else [selectors]) if isinstance(s, str))


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.rpartition("/")[2].lower() == "false")


def _metas(markup: Markup) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in markup.metas:
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _link(markup: Markup, rel: str) -> str | None:
    return next((element.get("href") for element in markup.metas if element.get("rel") == rel), None)


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _head_title(title: str) -> str | None:
    words = " ".join(title.split())
    for sign in (" | ", " — ", " – ", " - "):
        head, _, tail = words.partition(sign)
        if tail and len(head.split()) >= 3:
            return head
        if len(tail.split()) >= FEWEST_TITLE_WORDS and sign not in tail:
            # "Orm Post | Ferry stays in port": the publication first.
            return tail
    return words or None


def _articles(markup: Markup) -> Iterator[Mapping[str, object]]:
    """The JSON-LD objects that describe an article, more exact types first; one broken script hides no other."""
    found: list[Mapping[str, object]] = []
    for script in markup.linked_data[:40]:
        if len(script) > LARGEST_DATA:
            continue
        try:
            found.extend(_objects(json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>")), 0))
        except (ValueError, RecursionError):
            continue
    yield from (item for item in found if _types(item) & (ARTICLE_TYPES - {"webpage"}))
    yield from (item for item in found if "webpage" in _types(item))


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > DEEPEST_DATA:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)


def _types(item: Mapping[str, object]) -> set[str]:
    kinds = item.get("@type")
    return {kind.lower() for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def _texts(data: tuple[Mapping[str, object], ...], key: str) -> Iterator[str]:
    for item in data:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            yield " ".join(value.split())


def _names(value: object) -> Iterator[str]:
    """The names in a person, an organisation, or a list of them."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, list):
        for item in value[:20]:
            if not isinstance(item, list):
                yield from _names(item)
    elif isinstance(value, dict):
        name = value.get("name")
        if isinstance(name, (str, list)):
            yield from _names(name if isinstance(name, str) else [part for part in name if isinstance(part, str)])


def _outlet(metas: Mapping[str, str], data: tuple[Mapping[str, object], ...], url: str | None) -> Fact:
    for item in data:
        name = next((name for name in _names(item.get("publisher")) if name and not name.startswith("http")), None)
        if name:
            return stated(name, "json-ld", "the page's JSON-LD names its publisher")
    for field in OUTLETS:
        value = metas.get(field, "").lstrip("@")
        if value and not value.startswith("http"):
            return stated(value, "meta", f"the page's {field} field")
    known = outlet_at(url)
    return stated(known, "address", f"the page's canonical address belongs to {known}") if known else UNKNOWN


def _published(
    metas: Mapping[str, str], data: tuple[Mapping[str, object], ...], markup: Markup, latest: str | None
) -> Fact:
    """The first field that states a date of publication; what others say of it is told in the reason.

    Told are: another day, a day after the page was captured (which is not believed), a modification before it.
    """
    stating: list[tuple[str, str]] = []
    for item in data:
        date = item.get("datePublished")
        stating.append(("json-ld datePublished", date if isinstance(date, str) else ""))
    stating += [(f"meta {name}", metas.get(name, "")) for name in PUBLISHED]
    if len({value[:10] for _, value in markup.times}) == 1:
        stating.append(("time element", markup.times[0][1]))
    said = [(field, date) for field, value in stating if (date := read_date(value))]
    read = [(field, date) for field, date in said if not is_after(date, latest)]
    if not read:
        return UNKNOWN
    field, date = read[0]
    others = [f"{name} says {value}" for name, value in read if value[:10] != date[:10]]
    others += [f"{name} says {value}, after it was captured" for name, value in said if is_after(value, latest)]
    changed = (item.get("dateModified") for item in data)
    modified = next((day for value in changed if isinstance(value, str) and (day := read_date(value))), None)
    if modified and modified[:10] < date[:10]:
        others.append(f"its dateModified is earlier: {modified}")
    return stated(date, field.split()[0], "; ".join((f"the page's {field}", *others)))


def _authors(metas: Mapping[str, str], data: tuple[Mapping[str, object], ...]) -> tuple[tuple[str, ...], str]:
    """The people whom the page names as its authors, and the field that does; another one that disagrees is told."""
    linked = tuple(dict.fromkeys(name for item in data for name in _names(item.get("author")) if _is_person(name)))
    field = next((name for name in AUTHORS if name in metas), "")
    parts = metas.get(field, "").removeprefix("By ").removeprefix("by ").replace(" and ", ",").split(",")
    named = tuple(dict.fromkeys(part.strip() for part in parts if _is_person(part.strip())))
    if not linked:
        return named, f"the page's meta {field}" if named else ""
    apart = set(map(str.casefold, named)) - set(map(str.casefold, linked))
    return linked, "the page's json-ld author" + (f"; meta {field} says {', '.join(named)}" if apart else "")


def _is_person(name: str) -> bool:
    return 2 <= len(name.split()) <= 5 and "http" not in name and "@" not in name and len(name) < 60
