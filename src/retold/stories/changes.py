"""What became of stories when passages were grouped anew: merged, split, or only named otherwise.

In: which story each passage was in, the stories after, and what is known of the earlier ones. Out: a change for each
merger, split and new name, with the bonds that decided it; stories that only grew or vanished are no change. The order
of the stories does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from retold.records.stories import Bond, ChangeKind, Story, StoryChange


def story_changes(
    before: Mapping[str, str], after: Sequence[Story], former: Callable[[str], Story | None]
) -> tuple[StoryChange, ...]:
    """The changes; `before` maps passage ids to story ids, `former` gives an earlier story where it is still known."""
    now = {passage: story.id for story in after for passage in story.passages}
    parts: dict[str, set[str]] = {}
    for passage, earlier in before.items():
        if passage in now:
            parts.setdefault(earlier, set()).add(now[passage])
    found = [change for story in after for change in _come_of(story, before, parts)]
    found += [_split(one, sorted(parts[one]), now, former(one)) for one in parts if len(parts[one]) > 1]
    return tuple(sorted(found, key=lambda change: (change.before, change.after, change.kind)))


def _come_of(story: Story, before: Mapping[str, str], parts: Mapping[str, set[str]]) -> Iterable[StoryChange]:
    sources = sorted({before[passage] for passage in story.passages if passage in before})
    if len(sources) > 1:
        bonds = _ties(story.bonds, {p: before.get(p, p) for p in story.passages}, set(sources))
        reason = f"one story of {len(story.passages)} passages now; {_told(bonds)}"
        yield StoryChange(ChangeKind.MERGED, tuple(sources), (story.id,), reason, bonds)
    elif sources and sources[0] != story.id and parts[sources[0]] == {story.id}:
        reason = "another telling is the first of it now"
        yield StoryChange(ChangeKind.RENAMED, tuple(sources), (story.id,), reason)


def _split(one: str, targets: Sequence[str], now: Mapping[str, str], was: Story | None) -> StoryChange:
    own = {p: now[p] for p in was.passages if p in now} if was else {}
    bonds = _ties(was.bonds, own, set(targets)) if was else ()
    reason = "no longer alike enough, on average, to be one story"
    if bonds:
        reason += f"; before, {_told(bonds)}"
    return StoryChange(ChangeKind.SPLIT, (one,), tuple(targets), reason, bonds)


def _ties(bonds: Iterable[Bond], part: Mapping[str, str], wanted: set[str]) -> tuple[Bond, ...]:
    """The strongest bonds that hold the `wanted` parts together: a spanning tree without ends that nobody asked for."""
    leader = {name: name for name in part.values()}

    def find(name: str) -> str:
        while leader[name] != name:
            name = leader[name]
        return name

    tree: list[tuple[str, str, Bond]] = []
    for bond in sorted(bonds, key=lambda b: (-b.score, b.a, b.b, b.reason)):
        if bond.a in part and bond.b in part and find(part[bond.a]) != find(part[bond.b]):
            leader[find(part[bond.a])] = find(part[bond.b])
            tree.append((part[bond.a], part[bond.b], bond))
    while True:
        ends = [name for a, b, _ in tree for name in (a, b)]
        bare = {name for name in ends if ends.count(name) == 1} - wanted
        if not bare:
            return tuple(bond for _, _, bond in tree)
        tree = [edge for edge in tree if edge[0] not in bare and edge[1] not in bare]


def _told(bonds: Sequence[Bond]) -> str:
    return "; ".join(f"{bond.a} and {bond.b}: {bond.reason}" for bond in bonds) or "no single pair tells why"
