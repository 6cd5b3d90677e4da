"""Gold chains and found attributions of one passage in; what of content, speaker and relays is right, out.

Rows are JSON objects: gold `{"text", "chains": [{"content", "stance", "links": [{"role", "span", "unnamed", "count",
"self"?, "optional"?, "name"?}], "implied_from"?, "optional"?}]}`, links from the speaker outward; found ones as
`retold annotate` writes them. A found attribution and a gold chain may pair where they share at least half of the
content's words of both; pairs are one to one, with the greatest overlap in all. Of a pair the speaker is right when
the spans share half of the shorter one's words, and the relays when each that must be there is there and no other.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from retold.benchmarks.scoring.counting import Agreement, share, total
from retold.statements.tagging.scoring import Tokens

Row = Mapping[str, Any]
Words = frozenset[int]
WORD = re.compile(r"[^\W_]+")
ARTICLES = {"the", "a", "an"}
# More ways of laying found relays on gold ones than this are not tried; no real passage comes near.
MOST_LAYINGS = 5000


@dataclass(frozen=True, slots=True)
class Link:
    """A relay: the words of its spans, those of its name, and whether it must be found."""

    words: Words
    names: frozenset[str]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Gold:
    """A chain to be found.

    `follows` is the index of the chain that an implied speaker is taken from; `name` holds the words of the
    speaker's full name, where gold gives it.
    """

    words: Words
    speaker: Words
    implied: bool
    relays: tuple[Link, ...]
    unnamed: bool
    count: int | None
    stance: str
    optional: bool
    follows: int | None
    name: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as found; `unnamed` is False, True, or how many people; `name` the words of the speaker's name."""

    words: Words
    source: Words
    relays: tuple[Link, ...]
    stance: str | None
    unnamed: bool | int
    name: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage over its words. A found attribution that holds two gold ones was cut in two."""

    chains: tuple[Gold, ...]
    found: tuple[Found, ...]


def read_passage(gold: Row, found: Iterable[Row]) -> Passage:
    """A passage from its rows."""
    tokens = Tokens(gold["text"])
    chains = tuple(_gold(tokens, chain, gold["chains"]) for chain in gold["chains"])
    return Passage(chains, tuple(_split(chains, [_found(tokens, item) for item in found])))


def _spans(value: Any) -> list[Sequence[int]]:
    if not value:
        return []
    return [value] if isinstance(value[0], int) else list(value)


def _names(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold())) - ARTICLES


def _link(tokens: Tokens, link: Row, *, required: bool = True) -> Link:
    spans = _spans(link["span"])
    names = _names(" ".join(tokens.text[start:end] for start, end in spans))
    return Link(tokens.words(spans), names, required and not (link.get("self") or link.get("optional")))


def _gold(tokens: Tokens, chain: Row, chains: Sequence[Row]) -> Gold:
    relays = [_link(tokens, link) for link in chain["links"] if link["role"] == "relay"]
    speaker = next(link for link in chain["links"] if link["role"] == "speaker")
    implied = not speaker["span"]
    spoken, back = tokens.words(_spans(speaker["span"])), chain
    while back.get("implied_from") is not None:
        back = chains[back["implied_from"]]
        relays += [_link(tokens, link, required=False) for link in back["links"] if link["role"] == "relay"]
        if implied and not spoken:
            speaker = back["links"][0]
            spoken = tokens.words(_spans(speaker["span"]))
    return Gold(
        words=tokens.words(_spans(chain["content"])),
        speaker=spoken,
        implied=implied,
        relays=tuple(relays),
        unnamed=bool(speaker["unnamed"]),
        count=speaker["count"],
        stance=chain["stance"],
        optional=bool(chain.get("optional")),
        follows=chain.get("implied_from"),
        name=_names(chain["links"][0].get("name") or ""),
    )


def _found(tokens: Tokens, item: Row) -> Found:
    relays = tuple(
        Link(tokens.words(_spans(relay.get("span"))), _names(relay.get("name") or ""))
        for relay in item.get("relays") or ()
    )
    words, source = (tokens.words(_spans(item.get(role))) for role in ("content", "source"))
    name = _names(item.get("speaker") or "")
    return Found(words, source, relays, item.get("stance"), item.get("unnamed") or False, name)


def _split(chains: Sequence[Gold], found: Iterable[Found]) -> Iterable[Found]:
    for item in found:
        rest = item.words
        for chain in chains:
            if chain.follows is None or not chain.implied:
                continue
            both = (chains[chain.follows], chain)
            if all(c.words and 2 * len(c.words & item.words) >= len(c.words) for c in both):
                yield replace(item, words=chain.words & item.words)
                rest -= chain.words
        if rest or not item.words:
            yield replace(item, words=rest)


def _alike(a: frozenset[Any], b: frozenset[Any]) -> bool:
    return bool(a) and bool(b) and 2 * len(a & b) >= min(len(a), len(b))


def is_speaker_right(chain: Gold, found: Found) -> bool:
    """Whether the sources match; of an implied speaker none is right too."""
    return _alike(chain.speaker, found.source) if found.source else chain.implied


def _fits(gold: Link, found: Link) -> bool:
    return _alike(gold.words, found.words) if found.words else _alike(gold.names, found.names)


def match_relays(chain: Gold, found: Found) -> tuple[bool, bool, int]:
    """Whether the relays are right, whether in order too, and how many match, laid on one another in the best way."""
    options = [[*(i for i, gold in enumerate(chain.relays) if _fits(gold, relay)), None] for relay in found.relays]
    best = (False, False, 0)
    for laying in itertools.islice(itertools.product(*options), MOST_LAYINGS):
        placed = [(place, relay) for place, relay in zip(laying, found.relays, strict=True) if place is not None]
        # Two found relays may fill one gold span ("A and B"), but not with the same words.
        if any(a == b and (x.words & y.words or not x.words) for (a, x), (b, y) in itertools.combinations(placed, 2)):
            continue
        used = {place for place, _ in placed}
        right = None not in laying and all(i in used for i, gold in enumerate(chain.relays) if gold.required)
        in_order = [place for place, _ in placed] == sorted(place for place, _ in placed)
        best = max(best, (right, right and in_order, len(used)))
    return best


def pair(passage: Passage) -> list[tuple[int, int]]:
    """Pairs (chain, found) with the greatest overlap in all, ascending."""
    weights: dict[tuple[int, int], float] = {}
    for i, chain in enumerate(passage.chains):
        for j, found in enumerate(passage.found):
            common = len(chain.words & found.words)
            if common and 2 * common >= max(len(chain.words), len(found.words)):
                dice = 2 * common / (len(chain.words) + len(found.words))
                weights[i, j] = dice + 0.02 * is_speaker_right(chain, found) + 0.001 * (not chain.optional)
    return sorted(p for part in _components(weights) for p in _best_pairs({key: weights[key] for key in part}))


def _components(edges: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Edges that share no chain and no found attribution are apart: each part is matched by itself."""
    parts: list[list[tuple[int, int]]] = []
    for edge in sorted(edges):
        touching = [part for part in parts if any(edge[0] == i or edge[1] == j for i, j in part)]
        parts = [part for part in parts if part not in touching]
        parts.append([*itertools.chain(*touching), edge])
    return parts


def _best_pairs(weights: Mapping[tuple[int, int], float]) -> tuple[tuple[int, int], ...]:
    states: dict[frozenset[int], tuple[float, tuple[tuple[int, int], ...]]] = {frozenset(): (0.0, ())}
    for j in sorted({j for _, j in weights}):
        grown = dict(states)
        for used, (sum_, pairs) in states.items():
            for i in sorted(i for i, other in weights if other == j and i not in used):
                key, value = used | {i}, sum_ + weights[i, j]
                if key not in grown or value > grown[key][0]:
                    grown[key] = (value, (*pairs, (i, j)))
        states = grown
    return max(states.values(), key=lambda state: state[0])[1]


def count(passage: Passage) -> Counter[str]:
    """The counts of one passage; counts of several add up. Optional chains, and what pairs with them, count nothing."""
    pairs = pair(passage)
    skipped = {j for i, j in pairs if passage.chains[i].optional}
    asked = [chain for chain in passage.chains if not chain.optional]
    kept = [found for j, found in enumerate(passage.found) if j not in skipped]
    counts = Counter(gold=len(asked), found=len(kept))
    counts.update(link_gold=sum(map(_required, asked)), link_found=sum(len(found.relays) for found in kept))
    for i, j in pairs:
        chain, found = passage.chains[i], passage.found[j]
        if chain.optional:
            continue
        speaker = is_speaker_right(chain, found)
        relays, in_order, links = match_relays(chain, found)
        counts.update(content=1, speaker=int(speaker), relays=int(relays), chain=int(speaker and in_order))
        counts.update(stance=int(found.stance == chain.stance), unnamed=int(bool(found.unnamed) == chain.unnamed))
        # A relay that may be there or not is neither right nor wrong.
        free = max(0, links - _required(chain)) if _required(chain) < len(chain.relays) else 0
        counts.update(link_right=links - free, link_free=free)
        if chain.name:
            counts.update(named=1, named_right=int(chain.name <= found.name))
    if not passage.chains:
        counts.update(empty=1, empty_left_alone=int(not passage.found))
    return counts


def _required(chain: Gold) -> int:
    return sum(relay.required for relay in chain.relays)


@dataclass(frozen=True, slots=True)
class ChainScore:
    """Agreement over all chains, and over single relays; shares of pairs; of empty passages those left alone.

    `stance` is the share of pairs whose stance is right, `unnamed` that of those told to be named or not, `named`
    that of those with a known name whose given name holds it whole ("a spokesman for X" holds X).
    """

    content: Agreement
    speaker: Agreement
    relays: Agreement
    chain: Agreement
    links: Agreement
    stance: float
    unnamed: float
    named: float
    empty_left_alone: float


def score(passages: Iterable[Passage]) -> ChainScore:
    """Sums over all passages."""
    c = total(count(passage) for passage in passages)

    def agreement(measure: str) -> Agreement:
        return Agreement(c[measure], c["found"], c["gold"])

    return ChainScore(
        content=agreement("content"),
        speaker=agreement("speaker"),
        relays=agreement("relays"),
        chain=agreement("chain"),
        links=Agreement(c["link_right"], c["link_found"] - c["link_free"], c["link_gold"]),
        stance=share(c["stance"], c["content"]),
        unnamed=share(c["unnamed"], c["content"]),
        named=share(c["named_right"], c["named"]),
        empty_left_alone=share(c["empty_left_alone"], c["empty"]),
    )
