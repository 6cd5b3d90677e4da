"""Captures and articles: what came in, and the clean text made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from retold.records.spans import Pointer, Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """Input that was not read, and why: bad input is data.

    `subject` is the path, address or line; `code` a stable short word such as "empty" or "binary";
    `reason` one clear sentence for a person. `wait` are seconds after which it may be tried again, where a server
    asks for that.
    """

    subject: str
    code: str
    reason: str
    wait: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know about input that was read all the same: a guess that was made, say."""

    subject: str
    text: str


class Extent(StrEnum):
    """How much of an article a capture carries."""

    WHOLE = "whole"
    FRAGMENT = "fragment"
    """The article's own markup with no page around it, as a feed carries it."""
    SUMMARY = "summary"
    """The outlet's summary of it alone."""
    PART = "part"
    """Only the part before a barrier (a paywall, say)."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What came with a capture outside its text: a JSON line's fields, a feed's, or nothing. Absent is None.

    `source` is the publication that a feed's item names as its source, `source_url` its address; `feed` is what the
    feed calls itself. `field` is the key of a JSON object under which the text stands, None for "text".
    """

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    source_url: str | None = None
    feed: str | None = None
    extent: Extent = Extent.WHOLE
    field: str | None = None


class How(StrEnum):
    """The way by which a capture came."""

    FILE = "file"
    LINE = "line"
    """A line of a JSON Lines file."""
    ROW = "row"
    """A row of a table, written as one JSON object."""
    ITEM = "item"
    """An item of a feed."""
    ARCHIVED = "archived"
    """A record of a web archive."""
    FETCHED = "fetched"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Hop:
    """An address that answered with a redirect, and its status."""

    address: str
    status: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """How, when and with what a capture came: evidence, and no part of what is read.

    `captured` is an ISO 8601 time; `dated` says that the source gave it (an archive, a server); otherwise it is when
    the bytes were taken in. `answered` is the address that answered, where it is another than the one asked;
    `within` names the carrier: the feed, the archive and its record. `headers` are as received, in their order.

    Of what was fetched: `asked` is the address that was asked for, where the capture stands under another one; `hops`
    are the redirects on the way, `began` is when the request was made, `agent` how it named itself.
    """

    how: How = How.UNKNOWN
    captured: str | None = None
    dated: bool = False
    answered: str | None = None
    within: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    asked: str | None = None
    hops: tuple[Hop, ...] = ()
    began: str | None = None
    agent: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of this name, whatever its case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Capture:
    """Raw bytes as received; never changed.

    `sha256` is the hex digest of `content`; `address` where it was found (a path or URL, as asked), with `#` and its
    id, or `#L7` for line 7, for a line of a JSON Lines file; `name` the address relative to what the user pointed at,
    which keeps identities the same on another machine; `encoding` a charset that the carrier declared, if any.
    """

    sha256: str
    address: str
    name: str
    media_type: str
    content: bytes
    encoding: str | None = None
    metadata: Metadata = Metadata()
    receipt: Receipt = Receipt()


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address that a source names and that is still to be fetched.

    `within` is the source that names it, `metadata` what that source says of it; `otherwise` is kept in its place where
    it cannot be fetched (a feed's own summary of the article).
    """

    url: str
    within: str = ""
    metadata: Metadata = Metadata()
    otherwise: Capture | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Word from a server that what it gave for `address` before still holds; `at` is when (ISO 8601)."""

    address: str
    at: str | None


class Basis(StrEnum):
    """How a fact about an article is known."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value about an article, how it is known, and the words that say so.

    `value` is None exactly when `basis` is UNKNOWN. `method` names the rule or field ("metadata", "dateline",
    "siblings" …), `reason` says it in words, `evidence` points at characters (of any article).
    """

    value: str | None = None
    basis: Basis = Basis.UNKNOWN
    method: str = ""
    reason: str = ""
    evidence: tuple[Pointer, ...] = ()

    def __post_init__(self) -> None:
        if (self.value is None) != (self.basis is Basis.UNKNOWN):
            raise ValueError(f"a fact without value must be unknown, and no other: {self}")


class BlockKind(StrEnum):
    """The role of a stretch of an article."""

    HEADLINE = "headline"
    DECK = "deck"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    CORRECTION = "correction"
    BODY = "body"
    CAPTION = "caption"
    LABEL = "label"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text with one role; `why` names what decided the role."""

    kind: BlockKind
    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True)
class OffsetRun:
    """Text from `text_start` on, for `length` code points, stands in the decoded capture from `capture_start` on."""

    text_start: int
    capture_start: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """From an article's text back to code points of its decoded capture; runs ascend in `text_start`.

    `charset` is the encoding that the capture was decoded with. Text that no run covers was put there by the
    extraction (a line break between two paragraphs, say) and maps to None.
    """

    charset: str
    runs: tuple[OffsetRun, ...]

    def to_capture(self, position: int) -> int | None:
        """The decoded capture's code point behind text position `position`, or None where there is none."""
        low, high = 0, len(self.runs)
        while low < high:
            middle = (low + high) // 2
            if self.runs[middle].text_start <= position:
                low = middle + 1
            else:
                high = middle
        if low == 0:
            return None
        run = self.runs[low - 1]
        inside = position - run.text_start
        return run.capture_start + inside if inside < run.length else None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a live blog: a stretch of the article's text, and when it was published."""

    span: Span
    published: Fact


@dataclass(frozen=True, slots=True)
class Article:
    """Clean text made from a capture.

    `blocks` ascend, do not overlap, and cover every character of `text` that is not white space between them.
    `published` holds an EDTF date or time (ISO 8601), `outlet` a publication's name as best known, `language`
    an ISO 639-1 code or None where undecided. `captured` is when its capture was made (ISO 8601): by its source
    (an archive, a server) where it is `archived`, else when it was taken in. `extent` is how much of the article the
    capture carried. `signed` names what gives the byline; `origins` are addresses of other sites that the page or the
    feed names as where it comes from, each with the field that does. `entries` are those of a live blog, in text order;
    an article of another kind has none.
    """

    id: str
    address: str
    name: str
    capture: str
    text: str
    title: str | None
    outlet: Fact
    published: Fact
    byline: tuple[str, ...]
    url: str | None
    language: str | None
    blocks: tuple[Block, ...]
    offsets: OffsetMap
    captured: str | None = None
    extent: Extent = Extent.WHOLE
    signed: str = ""
    origins: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()
    archived: bool = False

    def published_at(self, span: Span) -> Fact:
        """When what stands at `span` was published: its entry's time in a live blog, else the article's."""
        return next((entry.published for entry in self.entries if entry.span.contains(span)), self.published)

    def of_kind(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks that play one of these roles, in text order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    @property
    def body(self) -> tuple[Block, ...]:
        """The body blocks, in text order."""
        return self.of_kind(BlockKind.BODY)
