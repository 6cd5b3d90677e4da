"""Copies: what an outlet does to another's article before it prints it as its own.

In: a parent draft and a kind of copy. Out: the child's draft and a list of what was done to sentences. Changes of words
need no list: parent and child share the uids of their leaves, so `differing` finds them once both are written.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from retold.planted.drafts import AttributionPlan, Draft, OccurrencePlan, PassageDraft
from retold.planted.timing import carry_over
from retold.planted.trees import (
    Amount,
    Attached,
    Leaf,
    LeafKind,
    Node,
    Role,
    Sentence,
    Stated,
    Tree,
    leaves,
    nodes,
    substitute,
)
from retold.records.collation import ChangeClass
from retold.records.statements import Speaker
from retold.records.stories import CopyKind

# The share of a copy's possible changes of words that are made, by kind of copy: a light edit touches a handful
# of places, a rewrite most of those it can.
_RATES = {
    CopyKind.VERBATIM: 0.0,
    CopyKind.LIGHT: 0.3,
    CopyKind.CUT: 0.12,
    CopyKind.REWRITE: 0.8,
    CopyKind.MERGE: 0.3,
}


# Some changes are rarer than others: a hedge stands in every clause, and few copiers touch a quotation.
_RARER = {ChangeClass.HEDGING: 0.3, ChangeClass.QUOTATION: 0.6, ChangeClass.NAME: 0.5}
# How often a rewrite puts a whole clause into other words, and how often it drops a trailing "X said".
_RECAST = 0.6
_UNSOURCED = {CopyKind.LIGHT: 0.06, CopyKind.REWRITE: 0.2, CopyKind.MERGE: 0.06}


_ROUNDED = 0.7
_REDATED = 0.3


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a sentence: its key in the parent and its keys in the child."""

    fate: str
    before: str | None
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordChange:
    """A leaf whose words a copier changed."""

    uid: int
    kind: ChangeClass
    detail: str


@dataclass(frozen=True, slots=True)
class CopyDraft:
    """A child with what was done to make it."""

    draft: Draft
    parent: str
    kind: CopyKind
    words: tuple[WordChange, ...]
    sentences: tuple[Done, ...]


@dataclass(slots=True)
class _Body:
    """The paragraphs under edit, flat, with the number of the paragraph of each sentence."""

    sentences: list[tuple[int, Sentence]]
    done: list[Done]


def make_copy(parent: Draft, child: Draft, kind: CopyKind, rng: random.Random) -> CopyDraft:
    """The parent's text edited into the child, whose head (outlet, date, title, furniture) is given.

    A merge puts the paragraphs of the child's first passage, which must then be of the same story, between those of
    the parent; any other passages of the child follow the copied text.
    """
    source = parent.passages[0]
    flat = [(number, s) for number, paragraph in enumerate(source.paragraphs) for s in paragraph]
    body = _Body(flat, [])
    if kind in (CopyKind.CUT, CopyKind.MERGE):
        _cut(body, rng, 0.4 if kind is CopyKind.CUT else 0.5)
    if kind in (CopyKind.LIGHT, CopyKind.REWRITE):
        _drop(body, rng, 1 if kind is CopyKind.LIGHT else 3)
        _move(body, rng, 1 if kind is CopyKind.LIGHT else 3)
    if kind in (CopyKind.REWRITE, CopyKind.LIGHT):
        _split(body, rng, 0.5)
    words: list[WordChange] = []
    edited = [
        (number, _with_halves(replace(s, children=_reword(s, kind, child, rng, words)))) for number, s in body.sentences
    ]
    if kind is CopyKind.REWRITE:
        edited = _reparagraph(edited, rng)
    paragraphs = _paragraphs(edited)
    attributions, occurrences = _still_there(parent, paragraphs, words, child.outlet.canonical)
    if kind is CopyKind.MERGE:
        paragraphs = _interleave(paragraphs, child.passages[0].paragraphs)
        child = replace(child, passages=child.passages[1:])
    passage = PassageDraft(source.story, paragraphs)
    attributions = {**child.attributions, **attributions}
    occurrences = {**child.occurrences, **occurrences}
    passages = (passage, *child.passages)
    draft = replace(child, passages=passages, attributions=attributions, occurrences=occurrences)
    return CopyDraft(draft, parent.id, kind, tuple(words), tuple(body.done))


def _paragraphs(flat: list[tuple[int, Sentence]]) -> tuple[tuple[Sentence, ...], ...]:
    out: list[list[Sentence]] = []
    last: int | None = None
    for number, sentence in flat:
        if number != last:
            out.append([])
        out[-1].append(sentence)
        last = number
    return tuple(tuple(paragraph) for paragraph in out)


def _reparagraph(flat: list[tuple[int, Sentence]], rng: random.Random) -> list[tuple[int, Sentence]]:
    number = 0
    out: list[tuple[int, Sentence]] = []
    for index, (_, sentence) in enumerate(flat):
        if index and not sentence.glued and rng.random() < 0.55:
            number += 1
        out.append((number, sentence))
    return out


def is_readable(sentences: list[tuple[int, Sentence]]) -> bool:
    """Whether nobody is mentioned in short before being named in full."""
    known: set[str] = set()
    for _, sentence in sentences:
        if any(key not in known and key not in sentence.introduces for key in sentence.leans):
            return False
        known.update(sentence.introduces)
    return True


def _cut(body: _Body, rng: random.Random, share: float) -> None:
    keep = max(2, round(len(body.sentences) * (1 - share * rng.uniform(0.8, 1.3))))
    while keep < len(body.sentences) and body.sentences[keep][1].glued:
        keep += 1
    for _, sentence in body.sentences[keep:]:
        body.done.append(Done("dropped", sentence.key, ()))
    body.sentences = body.sentences[:keep]


def _free(body: _Body, index: int) -> bool:
    """Whether a sentence can leave its place: not the lead, nothing hangs on it, and it hangs on nothing."""
    after = body.sentences[index + 1][1] if index + 1 < len(body.sentences) else None
    return index > 0 and not body.sentences[index][1].follows and not (after and after.follows)


def _drop(body: _Body, rng: random.Random, most: int) -> None:
    for _ in range(rng.randint(0, most)):
        places = [i for i in range(len(body.sentences)) if _free(body, i)]
        if len(body.sentences) < 6 or not places:
            return
        index = rng.choice(places)
        rest = body.sentences[:index] + body.sentences[index + 1 :]
        if is_readable(rest):
            body.done.append(Done("dropped", body.sentences[index][1].key, ()))
            body.sentences = rest


def _move(body: _Body, rng: random.Random, most: int) -> None:
    for _ in range(rng.randint(0, most)):
        places = [i for i in range(len(body.sentences)) if _free(body, i)]
        if len(body.sentences) < 6 or not places:
            return
        index = rng.choice(places)
        number, sentence = body.sentences[index]
        rest = body.sentences[:index] + body.sentences[index + 1 :]
        targets = [i for i in range(1, len(rest)) if abs(i - index) > 1 and not rest[i][1].follows]
        if not targets or any(done.before == sentence.key for done in body.done):
            continue
        target = rng.choice(targets)
        number = rest[target - 1][0]
        moved = [*rest[:target], (number, sentence), *rest[target:]]
        if is_readable(moved):
            body.done.append(Done("moved", sentence.key, (sentence.key,)))
            body.sentences = moved


def _split(body: _Body, rng: random.Random, chance: float) -> None:
    out: list[tuple[int, Sentence]] = []
    for number, sentence in body.sentences:
        if sentence.halves is None or rng.random() > chance:
            out.append((number, sentence))
            continue
        first, second = sentence.halves
        other = sentence.key + "+"
        out.append((number, replace(sentence, children=first, halves=None)))
        out.append((number, Sentence(other, second, (), (), True)))
        body.done.append(Done("split", sentence.key, (sentence.key, other)))
    body.sentences = out


def _reword(
    sentence: Sentence, kind: CopyKind, child: Draft, rng: random.Random, words: list[WordChange]
) -> tuple[Tree, ...]:
    rate = _RATES[kind]
    settled = not sentence.introduces

    def change(tree: Tree) -> Tree:
        if isinstance(tree, Node):
            edited = _edit_node(tree, rng, kind, settled, words)
            if tree.alternative and edited.children is tree.alternative:
                return replace(edited, children=substitute(edited.children, lambda t: _in_time(t, child)))
            return edited
        if tree.kind is LeafKind.TIME:
            later = _in_time(tree, child)
            if tree.when and tree.when.form in ("weekday", "yesterday") and rng.random() < rate * _REDATED:
                later = replace(
                    tree, when=replace(tree.when, form="date" if tree.when.form == "weekday" else "weekday")
                )
            if later != tree:
                words.append(WordChange(tree.uid, ChangeClass.DATE, "same time in other words"))
            return later
        if tree.swap is None or rng.random() >= rate * _RARER.get(tree.swap.kind, 1.0):
            return tree
        words.append(WordChange(tree.uid, tree.swap.kind, tree.swap.detail))
        return replace(tree, text=tree.swap.words, swap=None)

    return substitute(sentence.children, change)


def _with_halves(sentence: Sentence) -> Sentence:
    """The sentence with its words in its halves too, so that a copy of the copy splits what it has read."""
    if sentence.halves is None:
        return sentence
    written: dict[int, Tree] = {leaf.uid: leaf for leaf in leaves(sentence.children)}
    written |= {node.uid: node for node in nodes(sentence.children)}
    first, second = (substitute(half, lambda tree: written.get(tree.uid, tree)) for half in sentence.halves)
    return replace(sentence, halves=(first, second))


def _in_time(tree: Tree, child: Draft) -> Tree:
    """A time in a form that still holds on the child's date."""
    if isinstance(tree, Node) or tree.when is None:
        return tree
    return replace(tree, when=carry_over(tree.when, child.published))


def _edit_node(node: Node, rng: random.Random, kind: CopyKind, settled: bool, words: list[WordChange]) -> Node:
    if isinstance(node.mark, Stated) and node.alternative and kind is CopyKind.REWRITE and rng.random() < _RECAST:
        words.append(WordChange(node.uid, ChangeClass.OTHER, "clause recast"))
        return replace(node, children=node.alternative)
    if isinstance(node.mark, Attached) and settled and kind in _UNSOURCED and rng.random() < _UNSOURCED[kind]:
        words.append(WordChange(node.uid, ChangeClass.ATTRIBUTION, "source dropped"))
        return replace(node, children=())
    return _rounded(node, rng, _RATES[kind], words)


def _rounded(node: Node, rng: random.Random, rate: float, words: list[WordChange]) -> Node:
    """A count may be rounded down, which stays true: "more than 1,200" for 1,234."""
    if not isinstance(node.mark, Amount) or node.mark.value < 11 or rng.random() >= rate * _ROUNDED:
        return node
    head = node.children[0]
    if not isinstance(head, Leaf) or head.kind is not LeafKind.NUMBER or node.mark.floor:
        return node
    step = 10 ** max(1, len(str(int(node.mark.value))) - 2)
    value = node.mark.value // step * step
    if value == node.mark.value:
        return node
    words.append(WordChange(head.uid, ChangeClass.NUMBER, "rounded"))
    mark = replace(node.mark, value=value, floor=True)
    return replace(node, mark=mark, children=(replace(head, value=value, text="more than "), *node.children[1:]))


def _interleave(
    copied: tuple[tuple[Sentence, ...], ...], own: tuple[tuple[Sentence, ...], ...]
) -> tuple[tuple[Sentence, ...], ...]:
    """Paragraphs of both in turn; one that leans on the paragraph before it stays with that."""
    queues = [_groups(copied), _groups(own)]
    out: list[tuple[Sentence, ...]] = []
    turn = 0
    while queues[0] or queues[1]:
        if queues[turn]:
            out.extend(queues[turn].pop(0))
        turn = 1 - turn
    return tuple(out)


def _groups(paragraphs: tuple[tuple[Sentence, ...], ...]) -> list[list[tuple[Sentence, ...]]]:
    groups: list[list[tuple[Sentence, ...]]] = []
    for paragraph in paragraphs:
        if groups and paragraph[0].follows:
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return groups


def _still_there(
    parent: Draft, paragraphs: tuple[tuple[Sentence, ...], ...], words: list[WordChange], outlet: str
) -> tuple[dict[str, AttributionPlan], dict[str, OccurrencePlan]]:
    """The plans whose marks are still in the text, as the child's reader must take them."""
    found = [node for paragraph in paragraphs for sentence in paragraph for node in nodes(sentence.children)]
    changed = {change.uid for change in words if change.kind is ChangeClass.ATTRIBUTION}
    gone = {node.mark.attribution for node in found if isinstance(node.mark, Attached) and not node.children}
    attributions: dict[str, AttributionPlan] = {}
    occurrences: dict[str, OccurrencePlan] = {}
    told: dict[str, str] = {}
    for node in found:
        if isinstance(node.mark, Stated) and node.mark.occurrence in parent.occurrences:
            occurrences[node.mark.occurrence] = parent.occurrences[node.mark.occurrence]
        if not isinstance(node.mark, Role) or node.mark.attribution in gone:
            continue
        key = node.mark.attribution
        if key not in parent.attributions:
            continue
        meant = attributions.get(key, parent.attributions[key])
        if node.mark.role == "source" and any(leaf.uid in changed for leaf in leaves(node.children)):
            role = "".join(leaf.text for leaf in leaves(node.children))
            meant = replace(meant, speaker=Speaker(None, True, None, role, "planted"))
        if node.mark.role == "access" and node.mark.name != outlet:
            told[key] = node.mark.name
        attributions[key] = meant
    return attributions, {key: _as_read(plan, told, gone) for key, plan in occurrences.items()}


def _as_read(plan: OccurrencePlan, told: dict[str, str], gone: set[str]) -> OccurrencePlan:
    """An occurrence in the copy: without its source, or through the outlet that was told."""
    if plan.attribution in gone:
        return replace(plan, attribution=None, root=None, relays=(), access="plain")
    if plan.attribution in told and plan.access == "own":
        return replace(plan, relays=(told[plan.attribution],), access="relay")
    return plan
