"""Quotation marks: which stretches of a text are inside them.

Straight and curly double marks, guillemets, low marks, `` '' and single curly marks that are no apostrophes. A
quotation that runs over paragraphs repeats its opening mark at each; it is closed by the last. An opening mark
without a closing one ends with its paragraph, so that a lost mark cannot turn the rest of an article around.
"""

from __future__ import annotations

import re

from retold.records.spans import Span

OPENING = {"“": "”", "„": "“”", "«": "»", "‘": "’", "``": "''"}
# Each mark is spelled out, not put into a class: so the engine can skip to the next sign that begins one.
MARK = re.compile(r"\"|“|”|„|«|»|``|''|‘|’(?![^\W_])")
PARAGRAPH_END = re.compile(r"\n")


def quotations(text: str) -> tuple[Span, ...]:
    """The stretches inside quotation marks, the marks included, in order and without overlap.

    Nested marks belong to the outer stretch. A paragraph that opens with a mark while the one before it was left
    open continues that quotation as a stretch of its own.
    """
    found: list[Span] = []
    offset = 0
    for line in text.split("\n"):
        found.extend(_in_paragraph(line, offset))
        offset += len(line) + 1
    return tuple(found)


def _in_paragraph(line: str, offset: int) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    closing = ""
    for match in MARK.finditer(line):
        mark = match.group()
        if opened is None:
            if mark == '"':
                opened, closing = match.start(), '"'
            elif mark in OPENING:
                opened, closing = match.start(), OPENING[mark]
        elif mark in closing and not (mark == "’" and _is_elision(line, match.end())):
            found.append(Span(offset + opened, offset + match.end()))
            opened = None
    if opened is not None and closing not in ("’",):
        found.append(Span(offset + opened, offset + len(line.rstrip())))
    return found


def _is_elision(line: str, end: int) -> bool:
    """Whether a ’ before `end` is more likely a plural possessive ("the brothers’ house") than a closing mark."""
    return line[end : end + 1] == " " and line[end + 1 : end + 2].islower() and "’" in line[end:]
