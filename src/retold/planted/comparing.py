"""What differs between an article and the copy made from it, read off the places of their shared trees.

In: parent and child as written, and what was done to make the child. Out: edits and shifts with exact spans.
A difference of quotation marks or of a sentence's first capital alone is none. Other words inside quotation marks are
a change of the quotation, whatever they are; its detail names their class. Where two sentences changed places and
either of them may be the one that moved, their fate is "swapped".
"""

from __future__ import annotations

from retold.planted.editing import CopyDraft
from retold.planted.records import PlantedEdit, PlantedShift
from retold.planted.trees import Leaf, LeafKind, Node, Sentence, Tree, leaves, nodes
from retold.planted.writing import Written
from retold.records.collation import ChangeClass, Reading
from retold.records.spans import Pointer, Span

_TYPOGRAPHY = {LeafKind.OPEN, LeafKind.CLOSE, LeafKind.AFTER, LeafKind.PAUSE}
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def compare(parent: Written, child: Written, copy: CopyDraft) -> tuple[list[PlantedEdit], list[PlantedShift]]:
    """Edits in the order of the child's text, and the sentences that were moved, dropped, split or added."""
    planned = {change.uid: change for change in copy.words}
    quoted = _quoted(child)
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
        kind, detail = (change.kind, change.detail) if change else (ChangeClass.SPELLING, "house style")
        if tree.uid in quoted and kind not in (ChangeClass.SPELLING, ChangeClass.QUOTATION):
            kind, detail = ChangeClass.QUOTATION, f"{kind}: {detail}"
        edits.append(PlantedEdit(kind, detail, (before, after)))
    return edits, _shifts(parent, child, copy)


def _quoted(written: Written) -> set[int]:
    """The leaves inside quotation marks; a quotation may go on in the next sentence."""
    found: set[int] = set()
    inside = False
    for sentence in _sentences(written):
        for leaf in leaves(sentence.children):
            inside = leaf.kind is LeafKind.OPEN or (inside and leaf.kind is not LeafKind.CLOSE)
            if inside:
                found.add(leaf.uid)
    return found


def _sentences(written: Written) -> list[Sentence]:
    return [s for passage in written.draft.passages for paragraph in passage.paragraphs for s in paragraph]


def _body_trees(written: Written) -> list[Tree]:
    out: list[Tree] = []
    for sentence in _sentences(written):
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
    either = _either_moved(list(parent.sentences), list(child.sentences))
    for done in copy.sentences:
        before = (Pointer(one, parent.sentences[done.before]),) if done.before in parent.sentences else ()
        after = tuple(Pointer(two, child.sentences[key]) for key in done.after if key in child.sentences)
        if not before or (done.after and len(after) != len(done.after)):
            continue
        fate = "swapped" if done.fate == "moved" and done.before in either else done.fate
        out.append(PlantedShift(fate, one, two, before, after))
    made = {key for done in copy.sentences for key in done.after}
    for key, span in child.sentences.items():
        if key not in parent.sentences and key not in made:
            out.append(PlantedShift("added", one, two, (), (Pointer(two, span),)))
    return out


def _either_moved(before: list[str], after: list[str]) -> set[str]:
    """Keys that some longest run in common order holds: to leave them where they are explains the order as well."""
    places = {key: place for place, key in enumerate(after)}
    order = [places[key] for key in before if key in places]
    upto, onward = _chains(order), _chains([-place for place in reversed(order)])[::-1]
    longest = max(upto, default=0)
    return {after[place] for place, a, b in zip(order, upto, onward, strict=True) if a + b - 1 == longest}


def _chains(order: list[int]) -> list[int]:
    """For each place the length of the longest ascending run that ends there."""
    found: list[int] = []
    for index, place in enumerate(order):
        found.append(1 + max((found[i] for i in range(index) if order[i] < place), default=0))
    return found
