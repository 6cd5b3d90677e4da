"""How many independent origins a claim has: speakers, observers and retellings, each low to high.

Goes in: the chains of a claim's asserting occurrences, and the number of articles that carry it. Comes out: ranges
and the roots behind them, each with its reason. Always holds: low <= high; a pure copy of an article raises neither
speakers nor observers; another named root never lowers them; the order of chains does not matter. The method is
written down in `docs/origins.md`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from retold.claims.chains import NAMELESS, Chain, Root
from retold.records.claims import Origin, Origins, Range

# Words of a name that say nothing of whom it belongs to, when two names are checked for a shared owner.
COMMON_NAME_WORDS = frozenset(
    """
    of the and for government ministry department office committee police national public general state party
    campaign house court council agency service president minister secretary mr mrs ms de la al bin van von el
    new united city county university company group association institute commission board bank news media
    republican democratic
    """.split()  # noqa: SIM905 - a word list reads better as words
)

# Beyond this many roots the largest set apart is found greedily: the exact search would grow exponentially.
MOST_WEIGHED = 16


def count_origins(
    chains: Sequence[Chain], articles: int, cited_elsewhere: int = 0, likely: Mapping[str, str] | None = None
) -> Origins:
    """The origins of one claim.

    `articles` carry the claim, in any position. `cited_elsewhere`: how many people the same publications cite for
    other claims, which may stand behind this one when nobody is cited for it. `likely`: for an observer, the one that
    it was likely but not surely copied from.
    """
    speakers, speaker_roots = _speakers([c for c in chains if c.root is not None], cited_elsewhere)
    observers, observer_roots = _observers(chains, likely or {})
    return Origins(speakers, observers, articles, tuple(speaker_roots + observer_roots))


def _speakers(chains: Sequence[Chain], cited_elsewhere: int) -> tuple[Range, list[Origin]]:
    named = _named_groups(chains)
    unnamed = _unnamed_groups(chains)
    high = len(named) + _most_unnamed(chains) + cited_elsewhere
    firm = [c for c in chains if c.firm]
    known = [group for group in _named_groups(firm) if any(c.root and c.root.known for c in group)]
    someone = any(c.root and c.root.known for c in firm)
    low = max(_surely_apart(known), _surest_article(firm, known), int(someone))
    origins = [_named_origin(group) for group in named]
    origins += [
        Origin("speaker", label, tuple(sorted(where)), _unnamed_reason(count), sure=False)
        for count, label, where in unnamed.values()
    ]
    return Range(min(low, high), high), sorted(origins, key=lambda o: (not o.sure, o.name, o.articles))


def _named_groups(chains: Sequence[Chain]) -> list[list[Chain]]:
    """Chains with named roots, together where they share a name: a body and its spokespeople are one."""
    groups: list[tuple[set[str], list[Chain]]] = []
    for found in sorted((c for c in chains if c.root and c.root.names), key=_order):
        names = set(found.root.names) if found.root else set()
        held = [found]
        rest = []
        for other, members in groups:
            if other & names:
                names |= other
                held = members + held
            else:
                rest.append((other, members))
        groups = [*rest, (names, held)]
    return [members for _, members in sorted(groups, key=lambda g: sorted(g[0]))]


def _unnamed_groups(chains: Sequence[Chain]) -> dict[tuple[str, str], tuple[int, str, set[str]]]:
    """Unnamed descriptions by what they say and where they were heard: (count, label, articles)."""
    found: dict[tuple[str, str], tuple[int, str, set[str]]] = {}
    for item in sorted((c for c in chains if c.root and not c.root.names), key=_order):
        root = item.root
        assert root is not None
        description, count = root.description, root.count
        known = found.get((description, root.place))
        where = (known[2] if known else set()) | {item.article}
        found[description, root.place] = (
            max(count, known[0] if known else 1),
            known[1] if known else root.label,
            where,
        )
    return found


def _most_unnamed(chains: Sequence[Chain]) -> int:
    """The most unnamed people there can be: for each place where they were heard, those of its fullest account.

    Several articles that tell whom one newspaper cited describe the same people in words of their own.
    """
    accounts: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for item in chains:
        root = item.root
        if root is not None and not root.names:
            account = accounts[root.place][item.article]
            account[root.description] = max(root.count, account.get(root.description, 1))
    return sum(max(sum(account.values()) for account in places.values()) for places in accounts.values())


def _words_of(group: Sequence[Chain], governed: bool) -> frozenset[str]:
    """The telling words of a root's names: what a candidate shares with the campaign.

    Where a government is among the roots (`governed`), it shares one more with whoever holds one of its offices.
    """
    state = {"~state"} if governed and any(c.root and c.root.state for c in group) else set()
    return frozenset(state) | frozenset(
        word
        for c in group
        if c.root
        for name in c.root.names
        for word in name.split()
        if word not in COMMON_NAME_WORDS and len(word) > 2
    )


def _surely_apart(named: Sequence[Sequence[Chain]]) -> int:
    """The most roots of which no two may speak for each other.

    It is the largest set without an edge in the graph of shared words, so that one more root never makes it smaller.
    """
    governed = any(c.root and c.root.state and not c.root.person for group in named for c in group)
    return _largest_apart(sorted((_words_of(group, governed) for group in named), key=sorted))


def _largest_apart(names: Sequence[frozenset[str]]) -> int:
    if not names:
        return 0
    near = [other for other in names[1:] if other & names[0]]
    apart = [other for other in names[1:] if not other & names[0]]
    if not near:
        return 1 + _largest_apart(apart)
    if len(names) > MOST_WEIGHED:
        return 1 + _largest_apart(apart)
    return max(1 + _largest_apart(apart), _largest_apart(names[1:]))


def _surest_article(chains: Sequence[Chain], named: Sequence[Sequence[Chain]]) -> int:
    """The most people that one article alone vouches for.

    Whoever it leaves unnamed is none of those whom it names, but for one: a description may come before the name
    ("A clerk said … Ada Holt, the clerk, said").
    """
    people: dict[str, list[Root]] = defaultdict(list)
    for item in chains:
        if item.root is not None and not item.root.names and item.root.known:
            people[item.article].append(item.root)
    best = 0
    for article, hidden in sorted(people.items()):
        own = [[c for c in group if c.article == article and c.root and c.root.person] for group in named]
        own = [group for group in own if group]
        first = min((c.root.at for group in own for c in group if c.root), default=0)
        counts = [root.count for root in hidden if root.count > 1 or not own or root.at > first]
        best = max(best, _surely_apart(own) + max(counts, default=0))
    return best


def _named_origin(group: Sequence[Chain]) -> Origin:
    labels = sorted({c.root.label for c in group if c.root}, key=lambda label: (-len(label), label))
    articles = tuple(sorted({c.article for c in group}))
    reason = "named" if len(labels) == 1 else "one root under several names: " + "; ".join(labels)
    return Origin("speaker", labels[0], articles, reason)


def _unnamed_reason(count: int) -> str:
    return "unnamed: may be somebody met under another description" if count == 1 else f"unnamed, counted as {count}"


def _observers(chains: Sequence[Chain], likely: Mapping[str, str]) -> tuple[Range, list[Origin]]:
    """Publications that heard or saw it: sure ones apart, unsure ones perhaps the same as any other."""
    if not chains:
        return Range(0, 0), []
    sure = {c.observer for c in chains if c.sure}
    everyone = {c.observer for c in chains}
    low = max(1, len({likely.get(name, name) for name in sure}))
    origins = []
    for name in sorted(everyone):
        members = sorted((c for c in chains if c.observer == name), key=_order)
        best = next((c for c in members if c.sure), members[0])
        kind = "relay" if best.relay else "outlet"
        label = NAMELESS if name == NAMELESS else best.observer_label
        origins.append(Origin(kind, label, tuple(sorted({c.article for c in members})), best.why, name in sure))
    return Range(min(low, len(everyone)), len(everyone)), origins


def _order(item: Chain) -> tuple[str, str, str, str]:
    root = item.root
    return (item.article, item.observer, root.label if root else "", root.description if root else "")
