"""A text in; its blocks out: they ascend, do not overlap, and cover every character that is not white space.

First what each line is by itself (`furniture`), then the head (`heads`), then other stories' teasers (`teasers`);
what is left is body, less a dateline at its start and a credit at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.documents import bylines, datelines
from retold.documents.furniture import AGENCY, Role, opening_label, role_of
from retold.documents.heads import Roles, mark_head, part, whole
from retold.documents.lines import Hint, Line, read_lines
from retold.documents.teasers import mark_teasers
from retold.records.documents import Block, BlockKind

# Datelines open one of the first paragraphs of the body; signatures close one of the last lines of the text.
FIRST_PARAGRAPHS = 3
LAST_LINES = 6
# "… she said. (Reuters)", "… she said. — AP"
END_CREDIT = re.compile(rf"(?<=[.!?”\"’)])\s+(?P<credit>\({AGENCY}(?:[/, ]+{AGENCY})?\)|[–—-]{{1,2}}\s?{AGENCY})\.?$")
# "… she said. (NAN)": an agency that no list knows signs the last lines in capitals.
SIGNED_OFF = re.compile(r"(?<=[.!?”\"’]) (?P<credit>\([A-Z]{2,6}(?:/[A-Z]{2,6})?\))$")
# A line in capitals between paragraphs is the link of another story (broadcasters' pages do so).
FEWEST_SHOUTED_WORDS = 5


def split_blocks(text: str, title: str | None = None, hints: Sequence[Hint | None] = ()) -> tuple[Block, ...]:
    """The blocks of `text`. `title` is the headline where known; `hints` say what markup knows of each line."""
    lines = read_lines(text, hints)
    roles: Roles = [None] * len(lines)
    for line in lines:
        roles[line.index] = _by_itself(line)
    mark_head(text, lines, roles, title)
    mark_teasers(lines, roles)
    for line in lines:
        if roles[line.index] is None:
            roles[line.index] = _shouted(line, lines, roles)
    _mark_signatures(lines, roles)
    return tuple(_finish(lines, roles))


def _by_itself(line: Line) -> tuple[Block, ...] | None:
    found: Role | None = role_of(line)
    cut = opening_label(line)
    if line.hint and line.hint.kind is BlockKind.TEASER and cut is not None:
        return _labelled(line, cut)
    signed = line.hint is not None and line.hint.kind is BlockKind.BYLINE and bylines.is_byline(line)
    if (
        line.hint
        and line.hint.kind is not None
        and not (not signed and found and found.kind in _SURER.get(line.hint.kind, _LABEL))
    ):
        return whole(line, line.hint.kind, line.hint.why)
    if found:
        return whole(line, found.kind, found.why)
    if cut is not None and not line.has_stop:
        return _labelled(line, cut)
    return None


_LABEL = frozenset({BlockKind.LABEL})
_NOTES = _LABEL | {BlockKind.CREDIT, BlockKind.CORRECTION}
# What a line's own words say more surely than a name in the markup around it.
_SURER = {BlockKind.BYLINE: _NOTES, BlockKind.BOILERPLATE: _NOTES, BlockKind.DECK: _NOTES, BlockKind.CREDIT: _NOTES}


def _labelled(line: Line, cut: int) -> tuple[Block, ...]:
    return (
        part(line, 0, cut, BlockKind.LABEL, "label before another story's headline"),
        part(line, cut, len(line.text), BlockKind.TEASER, "headline on the label's line"),
    )


def _shouted(line: Line, lines: Sequence[Line], roles: Roles) -> tuple[Block, ...] | None:
    if (
        not line.text.isupper()
        or line.size < FEWEST_SHOUTED_WORDS
        or line.has_stop
        or line.text.endswith((":", "…", ","))
    ):
        return None
    if line.text[0] in "\"“‘'" or line.index == 0:
        return None
    near = [lines[at] for at in (line.index - 1, line.index + 1) if 0 <= at < len(lines)]
    if any(other.text.isupper() and roles[other.index] is None for other in near):
        return None
    return whole(line, BlockKind.TEASER, "a headline in capitals between paragraphs")


def _mark_signatures(lines: Sequence[Line], roles: Roles) -> None:
    """Bylines below the head: "By …" anywhere, a signed entry, a name and role in the last lines; lists are none."""
    signed = {line.index for line in lines if roles[line.index] is None and bylines.is_signature(line)}
    for line in lines[1:]:
        if roles[line.index] is not None:
            continue
        is_last = line.index >= len(lines) - LAST_LINES
        is_alone = line.index in signed and not signed & {line.index - 1, line.index + 1}
        if is_alone or (bylines.is_byline(line) and (is_last or bylines.OPENER.match(line.text))):
            roles[line.index] = whole(line, BlockKind.BYLINE, "a name that signs an entry")


def _finish(lines: Sequence[Line], roles: Roles) -> list[Block]:
    """The blocks in order; a line without a role is body."""
    blocks: list[Block] = []
    paragraphs = 0
    for line in lines:
        known = roles[line.index]
        if known is not None:
            blocks.extend(known)
            continue
        paragraphs += 1
        start, end = 0, len(line.text)
        dated = datelines.opening(line) if paragraphs <= FIRST_PARAGRAPHS else None
        if dated and dated.span.end < end:
            kind = BlockKind.DATELINE if dated.place else BlockKind.CREDIT
            blocks.append(part(line, 0, dated.span.end, kind, "opening of the report"))
            start = dated.span.end
        credit = END_CREDIT.search(line.text, max(start, end - 80))
        if credit is None and line.index >= len(lines) - LAST_LINES:
            credit = SIGNED_OFF.search(line.text, max(start, end - 16))
        if credit and credit.start("credit") > start:
            end = credit.start("credit")
        blocks.append(part(line, start, end, BlockKind.BODY, ""))
        if end < len(line.text):
            blocks.append(part(line, end, len(line.text), BlockKind.CREDIT, "agency after the last sentence"))
    return blocks
