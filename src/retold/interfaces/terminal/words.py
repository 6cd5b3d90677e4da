"""Words from articles made fit for a terminal: no control characters, no markup, not too long."""

from __future__ import annotations

import unicodedata
from textwrap import wrap

from rich.text import Text

# Cc holds escape sequences, Cf the marks that reorder what is shown; both could make a terminal lie.
_UNSHOWN = ("Cc", "Cf", "Cs", "Co")


def plain(words: str) -> str:
    """`words` on one line, without characters that steer a terminal."""
    kept = (c if c.isspace() or unicodedata.category(c) not in _UNSHOWN else "" for c in words)
    return " ".join("".join(kept).split())


def short(words: str, width: int) -> str:
    """`plain` words cut to `width` characters at a word's end, with an ellipsis where something was cut."""
    line = plain(words)
    if len(line) <= width:
        return line
    cut = line[: width - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[width // 2 :] else cut).rstrip(" ,;:") + "…"


def wrapped(words: str, width: int, between: str = " · ") -> list[str]:
    """`plain` words in rows of at most `width` characters, broken between parts and within one only where it must."""
    parts = (part.replace(" ", "\u00a0") for part in plain(words).split(between))
    rows = wrap(between.join(parts), max(width, 16))
    return [row.replace("\u00a0", " ") for row in rows]


def line(*parts: tuple[str, str] | str) -> Text:
    """A line of styled words: (words, style) or plain words; nothing in them is taken for markup."""
    text = Text()
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        text.append(plain_keep_edges(words), style=style)
    return text


def plain_keep_edges(words: str) -> str:
    """As `plain`, but a blank at either edge stays, so that parts of a line keep their distance."""
    middle = plain(words)
    before = " " * (len(words) - len(words.lstrip(" ")))
    after = " " * (len(words) - len(words.rstrip(" "))) if middle else ""
    return f"{before}{middle}{after}"
