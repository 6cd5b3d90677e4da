"""A statement's words as they are shown: on one line, without quotation marks that its own cutting left over.

Goes in: words cut from an article. Comes out: the same words. Always holds: nothing is taken from inside, and what is
left has as many opening marks as closing ones wherever only an edge was cut.
"""

from __future__ import annotations

OPENING, CLOSING = "“„«", "”»"
STRAIGHT = '"'


def shown(words: str) -> str:
    """Words on one line; a mark at an edge goes when its partner is not there, or stands at the other edge."""
    line = " ".join(words.split())
    while True:
        cut = _cut(line).strip()
        if cut == line:
            return line
        line = cut


def _cut(line: str) -> str:
    first, last, inside = line[:1], line[-1:], line[1:-1]
    if first in CLOSING:
        return line[1:]
    if last in OPENING:
        return line[:-1]
    opened = sum(inside.count(sign) for sign in OPENING)
    closed = sum(inside.count(sign) for sign in CLOSING)
    if first in OPENING and last in CLOSING and opened == closed and not _breaks(inside):
        return inside
    if first in OPENING and last not in CLOSING and opened >= closed:
        return line[1:]
    if last in CLOSING and first not in OPENING and closed >= opened:
        return line[:-1]
    if STRAIGHT in (first, last):
        return _cut_straight(line)
    return line


def _breaks(inside: str) -> bool:
    """Whether the first mark inside closes: then the two edges belong to two quotations."""
    marks = [sign for sign in inside if sign in OPENING + CLOSING]
    return bool(marks) and marks[0] in CLOSING


def _cut_straight(line: str) -> str:
    """The same for marks that do not say whether they open: one without a partner, or a pair around everything."""
    count = line.count(STRAIGHT)
    if count == 2 and line[0] == line[-1] == STRAIGHT:
        return line[1:-1]
    if count % 2 == 1:
        return line[1:] if line[0] == STRAIGHT else line[:-1]
    return line
