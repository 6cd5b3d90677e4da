"""Gold and found attributions in; precision, recall and F1 of linking and of single fragments out.

`linked`: contents share at least half of the words of both sides, and the sources match (both empty, or they share
at least half of the words of the shorter). Pairs are one to one. By type: recall over gold contents of the type,
precision over found ones. `fragment`: exact match of single fragments, whatever attribution they are part of.
Offsets are mapped to tokens, so that white space at the edges does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*|\S")
WORD = re.compile(r"[^\W_]")
QUOTE = re.compile(r"[\"“”„«»‘]|``|''")
ROLES = ("source", "cue", "content")
TYPES = ("quoted", "direct", "mixed", "indirect")

Counts = tuple[int, int, int, int]
"""Right and found, then right and gold: numerators and denominators of precision and recall."""


@dataclass(frozen=True, slots=True)
class Item:
    """One attribution over tokens: words of each role, and the types of its content."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    types: frozenset[str]


class Tokens:
    """The tokens of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.owner = [-1] * len(text)
        self.is_word: list[bool] = []
        for index, match in enumerate(TOKEN.finditer(text)):
            self.is_word.append(bool(WORD.search(match.group())))
            self.owner[match.start() : match.end()] = [index] * (match.end() - match.start())

    def of(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The tokens that share a character with one of the spans."""
        return frozenset(t for s, e in spans for t in self.owner[s:e]) - {-1}

    def words(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The same without punctuation."""
        return frozenset(t for t in self.of(spans) if self.is_word[t])

    def fragments(self, spans: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
        """Fragments as (first, last) token; neighbours with only white space between them are one."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted((s, e) for s, e in spans):
            if joined and not self.text[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        found = [self.of([span]) for span in joined]
        return {(min(f), max(f)) for f in found if f}


def content_types(text: str, spans: Iterable[Sequence[int]]) -> frozenset[str]:
    """Direct (all words inside quotation marks), mixed, quoted (either), or indirect."""
    ordered = sorted((s, e) for s, e in spans)
    if not any(QUOTE.search(text[s:e]) for s, e in ordered):
        return frozenset({"indirect"})
    outside = any(_words_outside(text[s:e]) for s, e in ordered)
    return frozenset({"quoted", "mixed" if outside else "direct"})


def _words_outside(piece: str) -> bool:
    marks = list(QUOTE.finditer(piece))
    inside, last = bool(marks) and marks[0].group() == "”", 0
    for mark in marks:
        if not inside and WORD.search(piece[last : mark.start()]):
            return True
        sign = mark.group()
        inside = sign in "“„«‘``" or (sign not in "”»''" and not inside)
        last = mark.end()
    return not inside and bool(WORD.search(piece[last:]))


def _item(tokens: Tokens, attribution: Mapping[str, Any]) -> Item:
    source, cue, content = (tokens.words(attribution.get(role) or ()) for role in ROLES)
    return Item(source, cue, content, content_types(tokens.text, attribution.get("content") or ()))


def prepare(text: str, attributions: Iterable[Mapping[str, Any]]) -> list[Item]:
    """Attributions over the tokens of `text`, as the matching reads them."""
    tokens = Tokens(text)
    return [_item(tokens, attribution) for attribution in attributions]


def content_match(gold: Item, found: Item) -> bool:
    """Whether the contents share at least half of the words of both."""
    shared = len(gold.content & found.content)
    return shared > 0 and 2 * shared >= max(len(gold.content), len(found.content))


def linked(gold: Item, found: Item) -> bool:
    """Whether contents and sources match."""
    if not content_match(gold, found):
        return False
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return 2 * len(gold.source & found.source) >= min(len(gold.source), len(found.source))


def pairing(golds: Sequence[Item], founds: Sequence[Item], test: Callable[[Item, Item], bool]) -> dict[int, int]:
    """A largest one-to-one matching, from found to gold."""
    edges = [[j for j, f in enumerate(founds) if test(g, f)] for g in golds]
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(golds)):
        place(i, set())
    return owner


def article_counts(
    text: str, golds: Sequence[Mapping[str, Any]], founds: Sequence[Mapping[str, Any]]
) -> dict[str, Counts]:
    """The counts of one article by name of the measure."""
    tokens = Tokens(text)
    gold, found = [_item(tokens, a) for a in golds], [_item(tokens, a) for a in founds]
    out: dict[str, Counts] = {}
    for role in ROLES:
        g, f = (
            set[tuple[int, int]]().union(*(tokens.fragments(a.get(role) or ()) for a in x)) for x in (golds, founds)
        )
        out[f"{role}.fragment"] = (len(g & f), len(f), len(g & f), len(g))
    for name, test in (("linked_content", content_match), ("linked", linked)):
        owner = pairing(gold, found, test)
        right = set(owner.values())
        out[name] = (len(owner), len(found), len(right), len(gold))
        for kind in TYPES:
            g_of = [i for i, x in enumerate(gold) if kind in x.types]
            f_of = [i for i, x in enumerate(found) if kind in x.types]
            out[f"{name}.{kind}"] = (sum(i in owner for i in f_of), len(f_of), sum(i in right for i in g_of), len(g_of))
    return out


def _fragments(tokens: Tokens, role: str, items: Iterable[Mapping[str, Any]]) -> set[tuple[int, int]]:
    return set[tuple[int, int]]().union(*(tokens.fragments(item.get(role) or ()) for item in items))


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 with the number of gold and found items."""

    precision: float
    recall: float
    f1: float
    gold: int
    found: int


def as_score(counts: Counts) -> Score:
    """Micro-averaged."""
    right_found, found, right_gold, gold = counts
    p = right_found / found if found else 0.0
    r = right_gold / gold if gold else 0.0
    return Score(round(p, 4), round(r, 4), round(2 * p * r / (p + r) if p + r else 0.0, 4), gold, found)


def total(rows: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """The sum of several articles' counts."""
    out: dict[str, Counts] = {}
    for row in rows:
        for name, (a, b, c, d) in row.items():
            w, x, y, z = out.get(name, (0, 0, 0, 0))
            out[name] = (w + a, x + b, y + c, z + d)
    return out


Gold = Mapping[str, tuple[str, Sequence[Mapping[str, Any]]]]


def score(gold: Gold, found: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Score]:
    """All measures over all gold articles; an article that `found` lacks counts as nothing found."""
    unknown = sorted(set(found) - set(gold))
    if unknown:
        raise ValueError(f"found ids that gold lacks: {', '.join(unknown[:5])}")
    counts = total(article_counts(text, items, found.get(i, ())) for i, (text, items) in sorted(gold.items()))
    return {name: as_score(values) for name, values in counts.items()}
