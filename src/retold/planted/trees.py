"""Sentences as trees: leaves of words, and nodes that mark what a stretch of words is.

In: nothing. Out: immutable trees. A leaf or node keeps its `uid` when a copy is made of its sentence, so that the
two readings of a place can be found after both articles are written out; a tree says nothing about spans.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from retold.records.collation import ChangeClass
from retold.records.statements import QuantityKind


class LeafKind(StrEnum):
    """What decides a leaf's printed form."""

    TEXT = "text"
    NAME = "name"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    TIME = "time"
    OPEN = "open"
    CLOSE = "close"
    AFTER = "after"
    PAUSE = "pause"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class When:
    """A time as planted: a day, month or year, and the form that was chosen to write it in."""

    day: datetime.date
    grain: str
    form: str


@dataclass(frozen=True, slots=True)
class Swap:
    """Other words that a copy may put at a leaf's place, and what class of change that is."""

    words: str
    kind: ChangeClass
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words, or a value that the house style prints. `swap` is what a copier may write instead."""

    uid: int
    kind: LeafKind
    text: str = ""
    value: float = 0
    when: When | None = None
    swap: Swap | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A part of an attribution: role is source, cue, content or relay; `name` the relay's canonical name."""

    role: str
    attribution: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """The shortest stretch that states a claim; `occurrence` is the key of its particulars in the draft."""

    occurrence: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `floor` says that it is only the least that it may be ("more than 30")."""

    kind: QuantityKind
    value: float
    unit: str
    floor: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A trailing "X said": without it, the sentence is the outlet's own."""

    attribution: str


Mark = Role | Stated | Amount | Attached | None


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch of a sentence with a meaning; `alternative` says the same in quite other words."""

    uid: int
    mark: Mark
    children: tuple[Tree, ...]
    alternative: tuple[Tree, ...] = ()


Tree = Leaf | Node


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a draft.

    `introduces` are the actors that it names in full, `leans` those that it names only in short. `follows` says that
    it cannot be understood without the sentence before it (a pronoun, a quotation that goes on), `glued` that it stands
    in one paragraph with it. `stock` names words that outlets share without copying each other: standing background,
    or a quotation that all of them heard. `halves` are the two sentences that a copier may make of it.
    """

    key: str
    children: tuple[Tree, ...]
    introduces: tuple[str, ...] = ()
    leans: tuple[str, ...] = ()
    follows: bool = False
    glued: bool = False
    stock: str = ""
    halves: tuple[tuple[Tree, ...], tuple[Tree, ...]] | None = None


def leaves(trees: tuple[Tree, ...]) -> Iterator[Leaf]:
    """All leaves, left to right."""
    for tree in trees:
        if isinstance(tree, Leaf):
            yield tree
        else:
            yield from leaves(tree.children)


def nodes(trees: tuple[Tree, ...]) -> Iterator[Node]:
    """All nodes, outer before inner, left to right."""
    for tree in trees:
        if isinstance(tree, Node):
            yield tree
            yield from nodes(tree.children)


def substitute(trees: tuple[Tree, ...], change: Callable[[Tree], Tree]) -> tuple[Tree, ...]:
    """The same trees with `change` applied to each leaf and node, inner before outer."""
    out: list[Tree] = []
    for tree in trees:
        if isinstance(tree, Node):
            tree = replace(tree, children=substitute(tree.children, change))
        out.append(change(tree))
    return tuple(out)


def is_closed(trees: Sequence[Tree]) -> bool:
    """Whether the words already end with a stop, or with a closing quotation mark after one."""
    tree = trees[-1]
    while isinstance(tree, Node):
        tree = tree.children[-1]
    return (tree.kind is LeafKind.CLOSE and tree.text != ",") or tree.text.endswith((".", "?", "!"))


def is_source(node: Node) -> bool:
    """Whether the node marks the source of an attribution."""
    return isinstance(node.mark, Role) and node.mark.role == "source"
