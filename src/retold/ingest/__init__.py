"""Files, folders, feeds, tables, archives and lists in; captures and refusals out.

    for found in collect(["articles/", "crawl.warc.gz"], IngestOptions()):
        ...

What always holds: the order depends on the arguments and on names only; every capture's `name` is relative to the
argument that led to it; each input that cannot be read is one `Refusal`, and the rest goes on; no more is held in
memory than one article, one batch of rows, or one feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.ingest.drafts import read_draft
from retold.ingest.following import Collected, follow
from retold.ingest.options import IngestOptions
from retold.ingest.outside import Outside
from retold.ingest.paths import STANDARD_INPUT, find
from retold.ingest.sources import read_input, read_source
from retold.records.documents import Capture, Notice, Refusal, Wanted

__all__ = ["IngestOptions", "Outside", "collect", "named", "read_draft"]


def collect(
    paths: Sequence[str], options: IngestOptions | None = None, outside: Outside | None = None
) -> Iterator[Collected]:
    """The captures behind files, folders, patterns, addresses and "-"; one refusal for each thing that cannot be read.

    Plain text (any file of text without another known meaning), HTML, RSS and Atom, OPML, sitemaps, lists of addresses,
    JSON Lines, CSV, TSV, Parquet, WARC and WACZ; most of them also as .gz. Never raises on input.
    """
    world = outside or Outside()
    yield from follow(named(paths, options or IngestOptions(), world), world.fetch)


def named(
    paths: Sequence[str], options: IngestOptions, world: Outside
) -> Iterator[Capture | Wanted | Refusal | Notice]:
    """As `collect`, without fetching: an address is still wanted."""
    for found in find(paths, options):
        if isinstance(found, (Refusal, Wanted)):
            yield found
        elif found.path == STANDARD_INPUT:
            yield from read_input(world.standard_input, options)
        else:
            yield from read_source(found, options)
