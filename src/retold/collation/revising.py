"""What changed between two versions of an article, in the classes of the collation.

In: two articles, the earlier first. Out: a `Revision`. Headline, notes and body are told apart: a note that was added
explains the edit, and is no part of it. Always holds: equal words, whatever the page around them, are the same text;
every span points into the text of the version that it belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.collation.collating import collate
from retold.records.collation import Change, ChangeClass, Collation, Telling
from retold.records.documents import Article, Block, BlockKind
from retold.records.spans import Span
from retold.records.versions import AFTER, BEFORE, Retitled, Revision, Verdict

# What a version says; notes, labels, bylines and other stories' teasers are furniture or told apart.
SAID = (BlockKind.DECK, BlockKind.BODY, BlockKind.CAPTION)
GRAVE = frozenset(set(ChangeClass) - {ChangeClass.SPELLING, ChangeClass.OTHER})
# Details of grave classes that name the same person, thing or words otherwise.
HARMLESS = ("same meaning", "same referent", "pronoun and name", "name and description")
OPPOSITE = "turned into its opposite"
# Details of class "other" that leave the meaning as it was.
SLIGHT = frozenset({"grammar words", "inflection", "synonym", "same amount", "moved within the sentence"})


def compare_versions(before: Article, after: Article, numbers: tuple[int, int] = (1, 2)) -> Revision:
    """What changed from `before` to `after`, and whether it was told."""
    title, facts = _retitled(before, after), _facts(before, after)
    notes = _added_notes(before, after)
    if before.extent is not after.extent:
        return Revision(*numbers, Verdict.OTHER_EXTENT, title=title, facts=facts, notes=notes)
    if title is None and not notes and _words(before) == _words(after):
        return Revision(*numbers, Verdict.SAME_TEXT, facts=facts)
    collation = collate([_telling(BEFORE, before), _telling(AFTER, after)])
    changes = collation.changes
    grave = tuple(n for n, change in enumerate(changes) if is_grave(change))
    dropped, added = _alone(collation, 0), _alone(collation, 1)
    verdict = _verdict(changes, title, bool(grave or dropped), bool(added), bool(notes))
    return Revision(
        *numbers, verdict, changes, grave, dropped, added, len(collation.moves), notes, title=title, facts=facts
    )


def is_grave(change: Change) -> bool:
    """Whether a change matters to what a reader is told: a number, a date, a name, who says it, how surely."""
    if change.kind is ChangeClass.OTHER:
        return change.detail == OPPOSITE
    return change.kind in GRAVE and not change.detail.startswith(HARMLESS)


def _verdict(changes: Sequence[Change], title: Retitled | None, changed: bool, added: bool, noted: bool) -> Verdict:
    if noted:
        return Verdict.NOTED
    headline = title.changes if title else ()
    if changed or any(is_grave(change) for change in headline):
        return Verdict.SILENT
    if any(c.kind is ChangeClass.OTHER and c.detail not in SLIGHT for c in changes) or (title and not _slight(title)):
        return Verdict.REWORDED
    return Verdict.EXTENDED if added else Verdict.SLIGHT


def _slight(title: Retitled) -> bool:
    return bool(title.changes) and all(c.kind is ChangeClass.SPELLING or c.detail in SLIGHT for c in title.changes)


def _telling(name: str, article: Article) -> Telling:
    return Telling(name, article.text, tuple(block.span for block in article.of_kind(*SAID)))


def _words(article: Article) -> list[str]:
    return [" ".join(block.span.of(article.text).split()) for block in article.of_kind(*SAID)]


def _alone(collation: Collation, place: int) -> tuple[Span, ...]:
    """The sentences that one version alone has, each as one span."""
    alone = (row.cells[place] for row in collation.rows if row.cells[1 - place] is None)
    return tuple(sorted(pointer.span for cell in alone for pointer in cell or ()))


def _added_notes(before: Article, after: Article) -> tuple[Span, ...]:
    known = {_single(before, block) for block in before.of_kind(BlockKind.CORRECTION)}
    notes = after.of_kind(BlockKind.CORRECTION)
    return tuple(block.span for block in notes if _single(after, block) not in known)


def _single(article: Article, block: Block) -> str:
    return " ".join(block.span.of(article.text).split())


def _retitled(before: Article, after: Article) -> Retitled | None:
    old, new = (" ".join((article.title or "").split()) for article in (before, after))
    if old == new or not (old and new):
        return None
    tellings = [Telling(name, text, (Span(0, len(text)),)) for name, text in ((BEFORE, old), (AFTER, new))]
    return Retitled(old, new, collate(tellings).changes)


def _facts(before: Article, after: Article) -> tuple[str, ...]:
    """What changed of what is known about the article, in words."""
    pairs = (
        ("byline", ", ".join(before.byline), ", ".join(after.byline)),
        ("published", before.published.value or "", after.published.value or ""),
        ("outlet", before.outlet.value or "", after.outlet.value or ""),
    )
    return tuple(f"{name}: {old or 'none'} → {new or 'none'}" for name, old, new in pairs if old != new)
