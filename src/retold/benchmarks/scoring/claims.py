"""Gold stories and found ledgers in; how well claims, disputes and origins agree, out.

Rows are JSON objects: gold `{"story", "articles": [{"id", "text"}], "claims": [{"id", "occurrences": [{"article",
"span", "stance"}], "origins"}], "disputes": [{"a", "b"}], "not_same": [[a, b, why]]}`, found ones as `retold ledger`
writes them. A found occurrence maps to a gold one of the same article when they share at least half of the words of
the shorter; one to one, most shared words first. What is left over is not punished: gold lists a sample of claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from retold.benchmarks.scoring.counting import Agreement, Counts, share, total
from retold.benchmarks.scoring.groups import BCubed, b_cubed
from retold.statements.tagging.scoring import Tokens

Row = Mapping[str, Any]
RANGES = ("speakers", "observers")
Held = Mapping[str, Mapping[str, set[tuple[int, str]]]]
"""Found claim -> gold claim -> the gold occurrences that it holds, each with its stance."""


@dataclass(frozen=True, slots=True)
class Place:
    """An occurrence: the index of its claim, its article, its words and its stance."""

    claim: int
    article: str
    words: frozenset[int]
    stance: str


def places(row: Row, tokens: Mapping[str, Tokens]) -> list[Place]:
    """The occurrences of one story, in the order of its claims; raises KeyError for an unknown article."""
    return [
        Place(number, o["article"], tokens[o["article"]].words([o["span"]]), o.get("stance", "assert"))
        for number, claim in enumerate(row["claims"])
        for o in claim["occurrences"]
    ]


def map_places(gold: Sequence[Place], found: Sequence[Place]) -> dict[int, int]:
    """Index of a gold occurrence -> index of the found one."""
    shared: list[tuple[int, float, bool, tuple[int, int], int, int]] = []
    affinity: Counter[tuple[int, int]] = Counter()
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            both = len(g.words & f.words) if g.article == f.article else 0
            if both and 2 * both >= min(len(g.words), len(f.words)):
                claims = (g.claim, f.claim)
                shared.append((both, both / len(g.words | f.words), g.stance == f.stance, claims, i, j))
                affinity[claims] += both
    shared.sort(key=lambda s: (-s[0], -s[1], not s[2], -affinity[s[3]], s[4], s[5]))
    mapped: dict[int, int] = {}
    used: set[int] = set()
    for *_, i, j in shared:
        if i not in mapped and j not in used:
            mapped[i] = j
            used.add(j)
    return mapped


def _grouping(items: Sequence[tuple[int, int, str]]) -> Counts:
    """Counts over mapped occurrences, each with its gold claim, found claim and article."""
    pairs: Counter[str] = Counter()
    for (g, f, a), (h, k, b) in combinations(items, 2):
        if a != b:
            pairs.update(cross_gold=int(g == h), cross_found=int(f == k), cross_right=int(g == h and f == k))
    bcubed = b_cubed((g, f) for g, f, _ in items)
    n = len(items)
    return {**pairs, "mapped": n, "bcubed_precision": n * bcubed.precision, "bcubed_recall": n * bcubed.recall}


def _disputes(gold: Row, found: Row, held: Held) -> Counts:
    truth = [(d["a"], d["b"]) for d in gold["disputes"]]
    judged = [(d["a"], d["b"]) for d in found["disputes"] if held.get(d["a"]) and held.get(d["b"])]

    def is_right(asked: tuple[str, str], given: tuple[str, str]) -> bool:
        (a, b), (x, y) = asked, given
        if a != b:
            return (a in held[x] and b in held[y]) or (b in held[x] and a in held[y])
        return any(s != t for _, s in held[x].get(a, ()) for _, t in held[y].get(a, ()))

    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j, given in enumerate(judged):
            if j not in seen and is_right(truth[i], given):
                seen.add(j)
                if j not in owner or place(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(truth)):
        place(i, set())
    return {"dispute_gold": len(truth), "dispute_found": len(judged), "dispute_right": len(owner)}


def _origins(gold: Row, found: Row, held: Held) -> Counts:
    """Counts over the gold claims of which one found claim holds at least half of the occurrences."""
    by_id = {claim["id"]: claim for claim in found["claims"]}
    counts: Counter[str] = Counter(claims=len(gold["claims"]))
    for claim in gold["claims"]:
        best: tuple[tuple[int, int], str] | None = None
        for name, inside in held.items():
            n = len(inside.get(claim["id"], ()))
            rest = sum(map(len, inside.values())) - n
            if n and 2 * n >= len(claim["occurrences"]) and (best is None or (n, -rest) > best[0]):
                best = ((n, -rest), name)
        if best is None:
            continue
        truth, given = claim["origins"], by_id[best[1]]["origins"]
        counts.update(found=1, retellings=int(given["retellings"] == truth["retellings"]))
        for name in RANGES:
            (low, high), (from_, to) = truth[name], given[name]
            contains, equal = from_ <= low and high <= to, (from_, to) == (low, high)
            counts.update({f"{name}_contains": int(contains), f"{name}_equal": int(equal), f"{name}_width": to - from_})
    return counts


def count(gold: Row, found: Row) -> Counts:
    """All counts of one story; those of several add up."""
    tokens = {article["id"]: Tokens(article["text"]) for article in gold["articles"]}
    truth, given = places(gold, tokens), places(found, tokens)
    mapped = map_places(truth, given)
    pairs = sorted(mapped.items())
    counts: Counter[str] = Counter(occurrences=len(truth))
    held: defaultdict[str, defaultdict[str, set[tuple[int, str]]]] = defaultdict(lambda: defaultdict(set))
    for i, j in pairs:
        claims = (found["claims"][given[j].claim]["id"], gold["claims"][truth[i].claim]["id"])
        held[claims[0]][claims[1]].add((i, truth[i].stance))
        counts["stance_right"] += truth[i].stance == given[j].stance
    for a, b, *_ in gold.get("not_same", ()):
        sides = [{name for name, inside in held.items() if inside.get(claim)} for claim in (a, b)]
        counts.update(pairs_seen=int(all(sides)), pairs_merged=int(bool(sides[0] & sides[1])))
    grouping = _grouping([(truth[i].claim, given[j].claim, truth[i].article) for i, j in pairs])
    return total((counts, grouping, _disputes(gold, found, held), _origins(gold, found, held)))


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """`false_merge`: of the look-alike pairs that were seen, the share that one found claim holds."""

    occurrence_recall: float
    bcubed: BCubed
    cross_article: Agreement
    false_merge: float
    stance: float
    disputes: Agreement
    found: float
    contains: Mapping[str, float]
    equal: Mapping[str, float]
    width: Mapping[str, float]
    retellings: float


def score(stories: Iterable[tuple[Row, Row]]) -> ClaimScore:
    """Pairs of gold and found story in, sums over all of them out."""
    c = total(count(gold, found) for gold, found in stories)
    mapped, seen = c["mapped"], c["found"]
    return ClaimScore(
        occurrence_recall=share(mapped, c["occurrences"]),
        bcubed=BCubed(share(c["bcubed_precision"], mapped), share(c["bcubed_recall"], mapped)),
        cross_article=Agreement(c["cross_right"], c["cross_found"], c["cross_gold"]),
        false_merge=share(c["pairs_merged"], c["pairs_seen"]),
        stance=share(c["stance_right"], mapped),
        disputes=Agreement(c["dispute_right"], c["dispute_found"], c["dispute_gold"]),
        found=share(seen, c["claims"]),
        contains={name: share(c[f"{name}_contains"], seen) for name in RANGES},
        equal={name: share(c[f"{name}_equal"], seen) for name in RANGES},
        width={name: share(c[f"{name}_width"], seen) for name in RANGES},
        retellings=share(c["retellings"], seen),
    )
