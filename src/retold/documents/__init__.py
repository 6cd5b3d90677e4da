"""Captures in; articles with blocks, facts and offset maps out.

    article = parse(capture)                          # a file's, a page's or a JSON line's capture
    article = from_text("…", id="a1", title="…")      # a pipe's line: the text stays as it is
    articles = infer_published(articles, siblings)    # undated articles, from other tellings of their story

What always holds: blocks ascend, do not overlap and cover every character of the text that is not white space;
`article.offsets` maps the text back to the decoded capture; bad input is a `Refusal`, never an exception.
"""

from __future__ import annotations

from retold.documents.articles import article_id, from_text, parse
from retold.documents.blocks import split_blocks
from retold.documents.decoding import Decoded, decode
from retold.documents.extraction import fingerprint
from retold.documents.facts import infer_outlet, readdress
from retold.documents.pages import own_address
from retold.documents.siblings import infer_published

__all__ = [
    "Decoded",
    "article_id",
    "decode",
    "fingerprint",
    "from_text",
    "infer_outlet",
    "infer_published",
    "own_address",
    "parse",
    "readdress",
    "split_blocks",
]
