"""Where a page says that its article comes from: links and fields that name another address as the original.

In: what the page names, and the page's own address. Out: facts, each with the address as value and the field as method;
none for an address on the page's own site, for a site's pages name one another as originals every day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from retold.documents.facts import stated
from retold.records.documents import Fact, Metadata

CANONICAL, SYNDICATION, ORIGINAL, BASED_ON, FEED = (
    "canonical", "syndication-source", "original-source", "isBasedOn", "feed source",
)  # fmt: skip
MOST = 8
# Second labels under which countries register names: "paper.co.xx" is one site, "co.xx" none.
_SECOND = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})


def origins_of(named: Iterable[tuple[str, str]], own: str | None, metadata: Metadata) -> tuple[Fact, ...]:
    """The addresses that `named` (field, address) gives as the article's origin, and the source of a feed's item.

    Without the page's own address nothing is known to be another site's, and only fields that mean syndication count.
    """
    found: dict[str, Fact] = {}
    for method, url in named:
        site = site_of(url)
        if not site or (own is None and method == CANONICAL) or (own is not None and site == site_of(own)):
            continue
        found.setdefault(url, stated(url, method, f"the page's {method} names {url}"))
    if metadata.source_url and site_of(metadata.source_url) not in ("", site_of(own or "")):
        url = metadata.source_url
        reason = f"the feed's item names {metadata.source or url} as its source"
        found.setdefault(url, stated(url, FEED, reason))
    return tuple(found.values())[:MOST]


def named_in(metas: Mapping[str, str], data: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """What a page's meta elements and JSON-LD name, as (field, address)."""
    for field in (SYNDICATION, ORIGINAL):
        if metas.get(field, "").startswith(("http://", "https://")):
            yield field, metas[field]
    for item in data:
        for url in _addresses(item.get("isBasedOn") or item.get("isBasedOnUrl")):
            yield BASED_ON, url


def _addresses(value: object) -> Iterator[str]:
    for one in (value if isinstance(value, list) else [value])[:MOST]:
        url = (one.get("url") or one.get("@id")) if isinstance(one, dict) else one
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            yield " ".join(url.split())[:2000]


def site_of(url: str) -> str:
    """The registered name that an address is under, as far as its labels tell; "" for no address."""
    try:
        labels = (urlsplit(url).hostname or "").lower().split(".")
    except ValueError:
        return ""
    wide = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND else 2
    return ".".join(labels[-wide:])
