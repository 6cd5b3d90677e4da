"""A page that was fetched in; under which address it is held, and what is remembered of asking for it, out.

One article has many addresses: a feed adds its own marks to a link, a short one redirects. A page is held under the
address at which its article already is, where the address that answered or the one that the page calls its own says
so, and the titles agree: sites that call every page by one address are common.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from retold.documents import own_address, parse
from retold.ingest.fetching.outcomes import Conditions
from retold.ingest.kinds import CARRIERS, is_address
from retold.records.documents import Article, Capture, How, Refusal, Seen
from retold.records.visits import Visit
from retold.store.contract import Store

# How sites call their editions for telephones and for search engines.
EDITIONS = ("www.", "m.", "mobile.", "amp.")


def conditions(store: Store, addresses: Collection[str], *, carriers: bool = False) -> Mapping[str, Conditions]:
    """What to ask with for pages that are held.

    Feeds, `carriers`, are asked for whole but by whoever has kept all that they named: what one named may not have
    been had.
    """
    return {
        visit.address: Conditions(visit.etag, visit.modified)
        for visit in store.visits(addresses).values()
        if (visit.etag or visit.modified) and (carriers or not visit.carrier)
    }


class Placing:
    """Finds the places of pages, one after the other; remembers those that are not in the store yet."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._new: dict[str, Visit] = {}
        self._titles: dict[str, str | None] = {}

    def drain(self) -> tuple[Visit, ...]:
        """What is to be kept of the visits since the last time."""
        found = tuple(self._new[address] for address in sorted(self._new))
        self._new.clear()
        self._titles.clear()
        return found

    def seen(self, word: Seen) -> str:
        """Note that an address was asked for and had nothing new; under which address it is held."""
        visit = self._visit(word.address) or Visit(word.address)
        self._new[word.address] = replace(visit, at=word.at, failures=0, reason="", due=None, wanted=None)
        return visit.held_as or word.address

    def place(self, capture: Capture) -> Capture:
        """The capture under the address at which its article is held, or as it is."""
        if capture.receipt.how is not How.FETCHED or capture.media_type in CARRIERS:
            return capture
        for other in (capture.address, *_other_addresses(capture)):
            visit = self._visit(other)
            at = visit.held_as if visit and visit.held_as else other
            if at != capture.address and self._is_article(at, capture):
                return replace(capture, address=at, name=at, receipt=replace(capture.receipt, asked=capture.address))
            if other == capture.address and self._store.held([other], []):
                break
        return capture

    def note(self, capture: Capture, article: Article | None) -> None:
        """Remember a page that is kept, or was already, and by which other addresses it may be asked for."""
        receipt = capture.receipt
        if receipt.how is not How.FETCHED:
            return
        asked = receipt.asked or capture.address
        held_as = capture.address if asked != capture.address else None
        carrier = capture.media_type in CARRIERS
        if carrier:
            self._new[asked] = replace(
                self._visit(asked) or Visit(asked), at=receipt.captured, etag=None, modified=None
            )
            return
        version = (receipt.header("etag"), receipt.header("last-modified"))
        self._new[asked] = Visit(asked, receipt.captured, *version, held_as=held_as)
        if article is not None:
            self._titles[capture.address] = article.title
        for other in _other_addresses(capture):
            if other not in (asked, capture.address) and self._visit(other) is None:
                self._new[other] = Visit(other, held_as=capture.address)

    def refused(self, capture: Capture, refusal: Refusal) -> None:
        """Remember a page that holds no article: it was had, and is asked for whole the next time."""
        if capture.receipt.how is How.FETCHED:
            asked = capture.receipt.asked or capture.address
            self._new[asked] = Visit(asked, capture.receipt.captured, reason=refusal.code)

    def _visit(self, address: str) -> Visit | None:
        return self._new.get(address) or self._store.visits([address]).get(address)

    def _is_article(self, address: str, capture: Capture) -> bool:
        """Whether what is held under `address` has the title of this page."""
        if address in self._titles:
            title = self._titles[address]
        else:
            rows = [row for row in self._store.held([address], []) if row.article]
            held = self._store.article(rows[-1].article or "") if rows else None
            title = held.title if held else None
        made = parse(capture)
        return title is not None and isinstance(made, Article) and made.title == title


def _other_addresses(capture: Capture) -> Sequence[str]:
    """The address that answered, and the one that the page calls its own where that is on the same host."""
    answered = capture.receipt.answered or capture.receipt.asked or capture.address
    own = own_address(capture) or answered
    is_own = is_address(own) and _site(own) == _site(answered) and urlsplit(own).path.strip("/") != ""
    return tuple(dict.fromkeys((answered, own) if is_own else (answered,)))


def _site(address: str) -> str:
    """The host without what names an edition of one site; another host's page is another outlet's telling."""
    try:
        host = urlsplit(address).netloc.lower()
    except ValueError:
        return address
    return next((host.removeprefix(sign) for sign in EDITIONS if host.startswith(sign)), host)
