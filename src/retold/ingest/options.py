"""What a person may set about reading input: one frozen object for the whole stage."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000
# A long feature runs to 60 kB of text and a heavy news page to 3 MB of HTML; beyond this it is no article.
LARGEST_ARTICLE = 20 * MEGABYTE


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """Limits of one read.

    `largest` is the most bytes that one article (a file, or one line of a JSON Lines file) may have, after
    decompression; `deepest` how many folders below a folder are entered.
    """

    largest: int = LARGEST_ARTICLE
    deepest: int = 64
