"""Other stories' headlines and summaries after a label ("Related Articles"): told apart from the body that goes on.

After such a label come items: a headline, and perhaps one summary paragraph. A paragraph after a headline is its
summary when the alternation goes on or the text ends with it, and its words go with the headline rather than with
the article; else the article continues there, and nothing after it is touched. Where in doubt, text is body.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from retold.documents.furniture import INTRODUCES
from retold.documents.heads import Roles, whole
from retold.documents.lines import Line, as_words
from retold.language.function_words import LATIN
from retold.records.documents import BlockKind

# A teaser's headline has four words or more; three and fewer is rather a crosshead.
FEWEST_HEADLINE_WORDS = 4
MOST_SUMMARY_WORDS = 90
# Prose ends its paragraphs with a mark; an article in which most do not (a list, a transcript) tells nothing.
STOPPED_PROSE = 0.7
# Share of the headline's content words in the paragraph, and of the paragraph's in the article, that decide.
SUMMARY_OF_HEADLINE = 0.2
STRONG_SUMMARY = 0.34
PART_OF_BODY = 0.6
LIKE_BODY = 0.35
STEM = 6
_SMALL = frozenset(word for words in LATIN.values() for word in words.split())


@dataclass(slots=True)
class _Before:
    """What the article has said so far: its content words, and how many of its lines end a sentence."""

    words: set[str] = field(default_factory=set)
    lines: int = 0
    stopped: int = 0

    def add(self, line: Line) -> None:
        self.words.update(content_words(line))
        self.lines += 1
        self.stopped += line.has_stop

    @property
    def is_prose(self) -> bool:
        return self.lines > 0 and self.stopped >= STOPPED_PROSE * self.lines


def mark_teasers(lines: Sequence[Line], roles: Roles) -> None:
    """Give the items after each introducing label the role of teasers. One pass; each line is weighed once."""
    before = _Before()
    for line in lines:
        blocks = roles[line.index]
        if blocks is None:
            before.add(line)
        elif blocks[0].kind is BlockKind.LABEL and blocks[0].why == INTRODUCES and before.is_prose:
            _mark_after(line.index, lines, roles, before.words)


def _mark_after(label: int, lines: Sequence[Line], roles: Roles, context: Set[str]) -> None:
    place, items = label + 1, 0
    while place < len(lines) and roles[place] is None:
        line = lines[place]
        if not is_headline(line):
            if items and not line.has_stop and line.size <= MOST_SUMMARY_WORDS:
                roles[place] = whole(line, BlockKind.TEASER, "no full stop, among other stories")
                place += 1
                continue
            return
        roles[place] = whole(line, BlockKind.TEASER, "headline after a label")
        items += 1
        run = _paragraphs_from(place + 1, lines, roles)
        if run and _is_summary(run, line, context, lines, items):
            roles[run[0].index] = whole(run[0], BlockKind.TEASER, "summary of the headline before it")
            if len(run) > 1:
                return
            place += 1
        elif run:
            return
        place += 1


def is_headline(line: Line) -> bool:
    """Whether a line after a label could be the headline of another story."""
    return line.is_headish and line.size >= FEWEST_HEADLINE_WORDS


def _paragraphs_from(start: int, lines: Sequence[Line], roles: Roles) -> list[Line]:
    """The lines from `start` on that are neither headlines nor furniture; no more than two, all that matter."""
    run: list[Line] = []
    for line in lines[start : start + 2]:
        if roles[line.index] is not None or is_headline(line):
            break
        run.append(line)
    return run


def _is_summary(run: list[Line], head: Line, context: Set[str], lines: Sequence[Line], items: int) -> bool:
    paragraph = run[0]
    if paragraph.size > MOST_SUMMARY_WORDS:
        return False
    if not paragraph.has_stop and not paragraph.text.endswith(":"):
        return True
    ours, theirs = content_words(paragraph), content_words(head)
    with_head = len(ours & theirs) / max(1, len(theirs))
    with_body = len(ours & context) / max(1, len(ours))
    if len(run) > 1:
        return with_head >= STRONG_SUMMARY and with_body < LIKE_BODY
    follows = run[-1].index + 1
    goes_on = follows < len(lines) and is_headline(lines[follows])
    if goes_on or items > 1:
        return with_head > 0 or with_body < PART_OF_BODY
    return with_head >= SUMMARY_OF_HEADLINE and with_head > with_body


def content_words(line: Line) -> frozenset[str]:
    """The line's words of four letters and more, cut to stems, without the commonest small words."""
    return frozenset(
        word[:STEM] for word in as_words(line.text[:2000]).split() if len(word) >= 4 and word not in _SMALL
    )
