"""The lines before the first paragraph: headline, deck, dateline, byline. Marks roles in place; leaves the body.

A headline is known by the title that came with the article; without one, by its form: a first line without a full
stop that a longer text follows. A deck stands between headline and body and is either made of sentences that the
body repeats or is, like the headline, no full sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from retold.documents import bylines, datelines
from retold.documents.furniture import OUTLET_LINE
from retold.documents.lines import INNER_STOP, Line, as_words
from retold.language.outlets import MASTHEAD_WORDS
from retold.records.documents import Block, BlockKind
from retold.records.spans import Span
from retold.text.sentences import sentences

MASTHEAD = "masthead"
Roles = list[tuple[Block, ...] | None]
# How far down a scraped page the story may begin, in lines.
DEEPEST = 14
MOST_TITLE_LINES = 3
# Share of a deck's words that stand in sentences which the body repeats, and the fewest words that count as one.
REPEATED = 0.85
FEWEST_WORDS = 6
MOST_DECK_WORDS = 90
PROSE_WORDS = 25


def whole(line: Line, kind: BlockKind, why: str) -> tuple[Block, ...]:
    """The line as one block."""
    return (Block(kind, line.span, why),)


def part(line: Line, start: int, end: int, kind: BlockKind, why: str) -> Block:
    """A stretch of the line, without white space at its edges, as a block."""
    text = line.text[start:end]
    left = len(text) - len(text.lstrip())
    return Block(kind, Span(line.span.start + start + left, line.span.start + start + len(text.rstrip())), why)


@dataclass(slots=True)
class _Head:
    """What has been seen on the way down: a headline; a byline, or a known title, after which bare names are people."""

    headline: bool = False
    people: bool = False


def mark_head(text: str, lines: tuple[Line, ...], roles: Roles, title: str | None) -> None:
    """Give the lines before the body their roles; after the first line of the body only dates are looked for."""
    head = _Head(headline=_mark_title(lines, roles, title), people=bool(title))
    in_body = False
    for line in lines[:DEEPEST]:
        if roles[line.index] is not None:
            continue
        if in_body:
            if datelines.alone(line):
                roles[line.index] = whole(line, BlockKind.DATELINE, "a line that is a date")
            continue
        found = _masthead(lines, line) or _role(text, lines, roles, line, title, head)
        if found is None:
            in_body = True
            continue
        roles[line.index] = found
        kinds = {block.kind for block in found}
        head.headline = head.headline or BlockKind.HEADLINE in kinds
        head.people = head.people or BlockKind.BYLINE in kinds


def _masthead(lines: tuple[Line, ...], line: Line) -> tuple[Block, ...] | None:
    """A publication's name over the headline: the first line, a date after it, and a headline after that."""
    if line.index > 0 or not 1 <= line.size <= 6 or line.has_stop or len(lines) < 4:
        return None
    named = line.text.isupper() or bool(MASTHEAD_WORDS & set(line.plain.casefold().split()))
    if named and datelines.alone(lines[1]) and lines[2].is_headish and not bylines.is_byline(lines[2]):
        return whole(line, BlockKind.CREDIT, MASTHEAD)
    return None


def _mark_title(lines: tuple[Line, ...], roles: Roles, title: str | None) -> bool:
    """Find the known title in the first lines, also where it is broken over several; every repetition counts."""
    wanted = as_words(title).strip() if title else ""
    if not wanted:
        return False
    found = False
    for start in range(min(len(lines), DEEPEST)):
        joined = ""
        for line in lines[start : start + MOST_TITLE_LINES]:
            joined = f"{joined} {as_words(line.text[:600]).strip()}".strip()
            if joined == wanted:
                for member in lines[start : line.index + 1]:
                    roles[member.index] = whole(member, BlockKind.HEADLINE, "the title")
                found = True
                break
            if len(joined) > len(wanted):
                break
    return found


def _role(
    text: str, lines: tuple[Line, ...], roles: Roles, line: Line, title: str | None, head: _Head
) -> tuple[Block, ...] | None:
    dated = datelines.alone(line)
    if dated:
        return whole(line, BlockKind.DATELINE, "a line that is a date")
    mixed = _byline(line)
    if mixed:
        return mixed
    if (line.index > 0 or title) and _is_name_line(lines, line, head):
        return whole(line, BlockKind.BYLINE, "a name between headline and body")
    if OUTLET_LINE.match(line.plain):
        return whole(line, BlockKind.CREDIT, "a publication's name before the body")
    rest = _following(lines, roles, line)
    if not head.headline:
        if rest is None or (title and not _resembles(line, title)):
            return _untitled(text, line, rest, title)
        split = datelines.before_headline(line)
        if split:
            return (
                part(line, 0, split.span.end, BlockKind.DATELINE, "a date before the headline"),
                part(line, split.span.end, len(line.text), BlockKind.HEADLINE, "what follows the date on its line"),
            )
        if line.is_headish and (line.size < rest.size or rest.has_stop):
            return whole(line, BlockKind.HEADLINE, "first line, no full stop")
        return None
    if rest is None:
        return None
    why = _deck(text, line, rest)
    return whole(line, BlockKind.DECK, why) if why else None


def _untitled(text: str, line: Line, rest: Line | None, title: str | None) -> tuple[Block, ...] | None:
    """Where the title is known and not in the text: a date, or a deck in the form of a headline, may still come."""
    if rest is None or title is None:
        return None
    if line.is_headish and line.size >= FEWEST_WORDS and rest.has_stop and not line.text.endswith(("?", "!")):
        return whole(line, BlockKind.DECK, "no full sentence, before the body")
    if repeats(text, line):
        return whole(line, BlockKind.DECK, "its sentences stand in the body again")
    return None


def _following(lines: tuple[Line, ...], roles: Roles, line: Line) -> Line | None:
    """The next line that has no role yet and is prose: it ends a sentence or is long; else the very next one."""
    after = [other for other in lines[line.index + 1 : line.index + 1 + DEEPEST] if roles[other.index] is None]
    prose = next((other for other in after if other.has_stop or other.size >= PROSE_WORDS), None)
    return prose or next(iter(after), None)


def _resembles(line: Line, title: str) -> bool:
    ours, theirs = set(as_words(line.text[:600]).split()), set(as_words(title).split())
    return bool(theirs) and len(ours & theirs) >= 0.6 * min(len(ours), len(theirs))


def _byline(line: Line) -> tuple[Block, ...] | None:
    """A byline, alone or with a date after it on the line ("By Ann Dow | 26 August 2031")."""
    if bylines.is_byline(line):
        return whole(line, BlockKind.BYLINE, "names after an opener, or with a role")
    if line.size > 24 or not bylines.OPENER.match(line.text):
        return None
    for cut in range(len(line.text) - 1, 3, -1):
        if line.text[cut] not in "|,·•-–— ":
            continue
        left = Line(line.index, Span(0, cut), line.text[:cut].rstrip(" ,|·•-–—"), "", line.size)
        right = line.text[cut:].strip(" ,|·•-–—")
        after = Line(line.index, Span(0, len(right)), right, right, len(right.split()))
        if right and bylines.is_byline(left) and datelines.alone(after):
            return (
                part(line, 0, cut, BlockKind.BYLINE, "names after an opener"),
                part(line, cut, len(line.text), BlockKind.DATELINE, "a date after the byline"),
            )
    return None


def _is_name_line(lines: tuple[Line, ...], line: Line, head: _Head) -> bool:
    """A bare name: under a headline, or over the name of a publication."""
    if not bylines.are_people(line.text):
        return False
    after = lines[line.index + 1] if line.index + 1 < len(lines) else None
    return head.headline or head.people or (after is not None and OUTLET_LINE.match(after.plain) is not None)


def _deck(text: str, line: Line, rest: Line) -> str | None:
    if line.size <= MOST_DECK_WORDS and repeats(text, line):
        return "its sentences stand in the body again"
    stopless = not line.has_stop and not line.text.endswith((":", ",", ";"))
    if stopless and FEWEST_WORDS <= line.size <= MOST_DECK_WORDS and rest.has_stop and not INNER_STOP.search(line.text):
        return "no full stop, between headline and body"
    return None


def repeats(text: str, line: Line) -> bool:
    """Whether a line is made of sentences, of six words or more, that stand again further down."""
    if line.size > MOST_DECK_WORDS or line.size < FEWEST_WORDS:
        return False
    later = as_words(text[line.span.end :][:60_000])
    known = total = 0
    for span in sentences(text, line.span):
        folded = as_words(span.of(text))
        size = folded.count(" ") - 1
        total += size
        if size >= FEWEST_WORDS and folded in later:
            known += size
    return total > 0 and known >= REPEATED * total
