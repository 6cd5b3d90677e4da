"""What is known of an article outside its sentences: its publication and its date, each with how it is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from retold.documents import datelines
from retold.documents.dates import is_after, read_date, written_dates
from retold.documents.heads import MASTHEAD
from retold.language.english_furniture import UPDATE_LABELS
from retold.language.outlets import REGISTRY
from retold.records.documents import Article, Basis, Block, BlockKind, Fact
from retold.records.outlets import Registry
from retold.records.spans import Pointer, Span

UNKNOWN = Fact()
ADDRESS = "address"
# What says where an article was found, not what it calls itself.
BY_PLACE = frozenset({ADDRESS, "feed"})
# "By Harbour Post staff": the paper speaks of itself.
STAFF = re.compile(r"[Bb][Yy]:? (?P<owner>[A-ZÀ-Þ][\w.'’&-]*(?: [A-ZÀ-Þ][\w.'’&-]*){1,4}) (?:staff|Staff|STAFF)\b")
RIGHTS = re.compile(
    r"(?:©|copyright|\(c\))\s*(?:©|\(c\)|copyright)?\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s+)(?:by\s+)?"
    r"(?P<owner>[A-ZÀ-Þ][\w.'’&\- ]{2,50}?)(?:,? (?:LLC|Inc|Ltd|Limited|plc|GmbH|Corp|Company|Co|Media Group)\b\.?)?"
    r"(?:\s*[.,|–—-]|\s+all rights|\s*$)",
    re.IGNORECASE,
)


def stated(value: str, method: str, reason: str, evidence: Sequence[Pointer] = ()) -> Fact:
    """A fact that something says outright."""
    return Fact(value, Basis.STATED, method, reason, tuple(evidence))


def outlet_of(name: str | None, url: str | None, outlets: Registry = REGISTRY) -> Fact:
    """The publication that a field names, or whose address it is."""
    if name and name.strip():
        return stated(" ".join(name.split()), "metadata", "named with the article")
    known = outlet_at(url, outlets)
    return stated(known, ADDRESS, f"the address belongs to {known}") if known else UNKNOWN


def outlet_at(url: str | None, outlets: Registry = REGISTRY) -> str | None:
    """The publication whose registered domain the address is under; None where it is not in our list."""
    found = outlets.at(url) if url else None
    return found.name if found else None


def readdress(article: Article, outlets: Registry) -> Article:
    """The article with the publication whose address, by this registry, it has; what it names itself stays."""
    said = article.outlet
    if said.basis is Basis.STATED and said.method not in BY_PLACE:
        return article
    known = outlet_of(None, article.url, outlets)
    if known.value == said.value and said.method == ADDRESS:
        return article
    if known.value:
        return replace(article, outlet=known)
    return infer_outlet(replace(article, outlet=UNKNOWN)) if said.method == ADDRESS else article


def published_by_field(value: str | None, latest: str | None = None) -> Fact:
    """The date in a field that came with the article, unless it lies after the day `latest`."""
    date = read_date(value) if value else None
    if date and is_after(date, latest):
        return UNKNOWN
    return stated(date, "metadata", "given with the article") if date else UNKNOWN


def published_by_dateline(id: str, text: str, blocks: Sequence[Block]) -> Fact:  # noqa: A002 - the field's name
    """The date that the article's own dateline states in full; a note of an update does not say when it came out."""
    found: dict[str, tuple[str, Span]] = {}
    for block in blocks:
        if block.kind is not BlockKind.DATELINE:
            continue
        words = block.span.of(text)
        label = datelines.LABEL.match(words)
        if label and label.group("label").casefold() in UPDATE_LABELS:
            continue
        for date in written_dates(words):
            if date.value:
                found.setdefault(date.value[:10], (date.value, date.span.shift(block.span.start)))
                break
    if len(found) != 1:
        return UNKNOWN
    ((value, span),) = found.values()
    return stated(value, "dateline", f"its dateline reads “{span.of(text)}”", (Pointer(id, span),))


def infer_outlet(article: Article) -> Article:
    """The article with its publication inferred from its own furniture; as it was where nothing firm says so.

    What a text says of a publication ("told the Courier") is no evidence, and an agency's notice is none either:
    any paper that runs its copy carries it.
    """
    if article.outlet.basis is not Basis.UNKNOWN:
        return article
    owners: dict[str, tuple[Span, str]] = {}
    for owner, span, method in _owners(article):
        owners.setdefault(owner.casefold(), (span, method))
    agencies = {name.casefold() for name in REGISTRY.agencies}
    named = {owner: found for owner, found in owners.items() if owner not in agencies}
    if len(named) != 1:
        return article
    ((span, method),) = named.values()
    name = span.of(article.text)
    shown = " ".join(word.capitalize() for word in name.split()) if name.isupper() and " " in name else name
    fact = Fact(shown, Basis.INFERRED, method, f"its {method} names {shown}", (Pointer(article.id, span),))
    return replace(article, outlet=fact)


def _owners(article: Article) -> Iterator[tuple[str, Span, str]]:
    """The publications that the article's own furniture names: notice of rights, masthead, "By … staff"."""
    for block in article.blocks:
        words = block.span.of(article.text)
        if block.kind is BlockKind.BOILERPLATE:
            match, method = RIGHTS.search(words[:300]), "notice of rights"
        elif block.kind is BlockKind.BYLINE:
            match, method = STAFF.match(words), "byline"
        elif block.kind is BlockKind.CREDIT and block.why == MASTHEAD:
            yield words, block.span, "masthead"
            continue
        else:
            continue
        if match:
            owner = match.group("owner").strip(" .,-")
            start = block.span.start + match.start("owner")
            yield owner, Span(start, start + len(owner)), method
