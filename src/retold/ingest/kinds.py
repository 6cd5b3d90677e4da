"""What a source is: told by its name, by its first bytes, or by the person who gives it."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A kind of source, by the name that `--as` takes."""

    TEXT = "text"
    HTML = "html"
    JSON_LINES = "jsonl"


TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
JSON = "application/json"
FEED = "application/rss+xml"
SITEMAP = "application/xml"

CARRIERS = frozenset({FEED, SITEMAP})
"""Media types of captures that are kept as evidence of what they name; no article is made from them."""
