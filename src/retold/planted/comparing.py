"""What differs between an article and the copy made from it, read off the places of their shared trees.

In: parent and child as written, and what was done to make the child. Out: edits and shifts with exact spans.
A difference of quotation marks or of a sentence's first capital alone is none.
"""

from __future__ import annotations

from retold.planted.editing import CopyDraft
from retold.planted.records import PlantedEdit, PlantedShift
from retold.planted.trees import Leaf, LeafKind, Node, Tree, leaves, nodes
from retold.planted.writing import Written
from retold.records.collation import ChangeClass, Reading
from retold.records.spans import Pointer, Span

_TYPOGRAPHY = {LeafKind.OPEN, LeafKind.CLOSE, LeafKind.AFTER, LeafKind.PAUSE}
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def compare(parent: Written, child: Written, copy: CopyDraft) -> tuple[list[PlantedEdit], list[PlantedShift]]:
    """Edits in the order of the child's text, and the sentences that were moved, dropped, split or added."""
    planned = {change.uid: change for change in copy.words}
    edits: list[PlantedEdit] = []
    for tree in _body_trees(child):
        if isinstance(tree, Leaf) and tree.kind in _TYPOGRAPHY:
            continue
        if tree.uid not in parent.places or (isinstance(tree, Node) and tree.uid not in planned):
            continue
        before, after = _reading(parent, tree.uid), _reading(child, tree.uid)
        if _plain(before.text) == _plain(after.text):
            continue
        change = planned.get(tree.uid)
        kind = change.kind if change else ChangeClass.SPELLING
        edits.append(PlantedEdit(kind, change.detail if change else "house style", (before, after)))
    return edits, _shifts(parent, child, copy)


def _body_trees(written: Written) -> list[Tree]:
    sentences = [s for passage in written.draft.passages for paragraph in passage.paragraphs for s in paragraph]
    out: list[Tree] = []
    for sentence in sentences:
        out.extend(nodes(sentence.children))
        out.extend(leaves(sentence.children))
    return out


def _reading(written: Written, uid: int) -> Reading:
    span = written.places[uid]
    words = span.of(written.article.text)
    bare = words.strip(" ")
    if bare:
        start = span.start + len(words) - len(words.lstrip(" "))
        span = Span(start, start + len(bare))
    return Reading(written.article.id, span, bare)


def _plain(words: str) -> str:
    return words.translate(_STRAIGHT).lower()


def _shifts(parent: Written, child: Written, copy: CopyDraft) -> list[PlantedShift]:
    out: list[PlantedShift] = []
    one, two = parent.article.id, child.article.id
    for done in copy.sentences:
        before = (Pointer(one, parent.sentences[done.before]),) if done.before in parent.sentences else ()
        after = tuple(Pointer(two, child.sentences[key]) for key in done.after if key in child.sentences)
        if not before or (done.after and len(after) != len(done.after)):
            continue
        out.append(PlantedShift(done.fate, one, two, before, after))
    made = {key for done in copy.sentences for key in done.after}
    for key, span in child.sentences.items():
        if key not in parent.sentences and key not in made:
            out.append(PlantedShift("added", one, two, (), (Pointer(two, span),)))
    return out
