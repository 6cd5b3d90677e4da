"""What a person may set about reading input: one frozen object for the whole stage."""

from __future__ import annotations

from dataclasses import dataclass

from retold.ingest.kinds import Kind

MEGABYTE = 1_000_000
# A long feature runs to 60 kB of text and a heavy news page to 3 MB of HTML; beyond this it is no article.
LARGEST_ARTICLE = 20 * MEGABYTE
# The sitemap protocol allows 50 MiB a file (sitemaps.org/protocol.html); feeds are far smaller.
LARGEST_CARRIER = 53 * MEGABYTE


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """Limits of one read, and what the person says of its sources.

    `largest` is the most bytes that one article (a file, a line, a row, a page of an archive) may have, after
    decompression; `largest_carrier` the same for a feed, a list of feeds or a sitemap; `deepest` how many folders below
    a folder are entered. `kind` says what the sources are, where their names and first bytes do not; `columns` which
    column of a table, or key of a line, is which field: pairs such as ("text", "body").
    """

    largest: int = LARGEST_ARTICLE
    largest_carrier: int = LARGEST_CARRIER
    deepest: int = 64
    kind: Kind | None = None
    columns: tuple[tuple[str, str], ...] = ()
