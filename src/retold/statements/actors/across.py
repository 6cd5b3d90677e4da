"""Which actors of different articles are one: names decide, roles and stories break ties, a tie stays one.

In: sightings, one for each actor of each article. Out: identities, fullest names first, each with its sightings and
the reason for every one of them. Holds always: the order of sightings does not matter; a sighting whose name fits two
identities, and that nothing else gives to one of them, is an unsure member of both; two people of one full name are
told apart only where their roles and their surroundings share nothing, and each then names the other as likely.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from retold.language.names import keys
from retold.records.identities import Identity, Membership, Sighting
from retold.records.statements import Actor, ActorType
from retold.statements.actors.identity import UNOWNED, NameIndex, fits_for, role_words, same_actor

# A name alone decides from this score of `same_actor` on; below it, down to MAYBE, context must speak too. Swept on
# MEANTIME dev, F1 of pairs across documents: .70 to .80 give .789, .85 and .90 .786, .95 .784. The set hardly decides;
# the higher one is kept, for two people taken for one are worse than one shown twice.
SURE = 0.85
MAYBE = 0.6
# So many people and bodies beside the actor in both articles make two articles tell of one circle.
SHARED_COMPANY = 2
PEOPLE = frozenset({ActorType.PERSON})


@dataclass(slots=True)
class _Group:
    """Sightings that one identity will hold, while it grows."""

    actor: Actor
    members: list[Membership]
    likely: dict[int, str] = field(default_factory=dict)

    def sure(self) -> list[Sighting]:
        return [m.sighting for m in self.members if m.sure]


def identify(sightings: Iterable[Sighting]) -> tuple[Identity, ...]:
    """The identities behind `sightings`."""
    ordered = _retyped(sorted(sightings, key=lambda s: (s.article, s.actor.id)))
    nodes: dict[tuple[object, ...], list[Sighting]] = defaultdict(list)
    for sighting in ordered:
        nodes[_node(sighting.actor)].append(sighting)
    groups: list[_Group] = []
    index = NameIndex()
    holders: dict[str, list[int]] = defaultdict(list)
    for _, own in sorted(nodes.items(), key=lambda item: _fullest_first(item[1])):
        near = [at for name in index.near(_name(own)) for at in holders[name]]
        for at in _settle(own, groups, list(dict.fromkeys(near))):
            for form in _forms(groups[at]):
                if at not in holders[form]:
                    index.add(form)
                    holders[form].append(at)
    return _identities(groups)


def _node(actor: Actor) -> tuple[object, ...]:
    if actor.type in PEOPLE:
        return ("person", keys(actor.name) or actor.id)
    return (
        (actor.type.value, actor.id) if actor.type is ActorType.GOVERNMENT else ("body", keys(actor.name) or actor.id)
    )


def _fullest_first(own: Sequence[Sighting]) -> tuple[int, int, str]:
    name = _name(own)
    return -len(keys(name)), -len("".join(keys(name))), name


def _name(own: Sequence[Sighting]) -> str:
    """The spelling that most articles have."""
    counts = Counter(sighting.actor.name for sighting in own)
    return min(counts, key=lambda name: (-counts[name], name))


def _retyped(ordered: Sequence[Sighting]) -> list[Sighting]:
    """The sightings with one type for a name of several words, so that one slip of a recogniser splits nobody."""
    votes: dict[tuple[str, ...], Counter[ActorType]] = defaultdict(Counter)
    for sighting in ordered:
        votes[keys(sighting.actor.name)][sighting.actor.type] += 1
    order = list(ActorType)
    found = []
    for sighting in ordered:
        words = keys(sighting.actor.name)
        kind = max(votes[words], key=lambda t: (votes[words][t], -order.index(t)))
        kind = ActorType.GOVERNMENT if ActorType.GOVERNMENT in votes[words] else kind
        found.append(sighting if len(words) < 2 else replace(sighting, actor=replace(sighting.actor, type=kind)))
    return found


def _settle(own: list[Sighting], groups: list[_Group], near: Sequence[int]) -> list[int]:
    """Give the sightings of one name to the groups that they belong to; the indexes of the groups touched."""
    actor = _merged(own)
    scored = {at: same_actor(groups[at].actor, actor) for at in near}
    strong = [at for at in near if scored[at][0] >= SURE]
    fits = strong or [at for at in near if scored[at][0] >= MAYBE]
    if not fits:
        return _founded(own, groups)
    if len(fits) == 1 and strong:
        score, why = scored[fits[0]]
        groups[fits[0]].members += [Membership(s, sure=True, why=f"{why} ({score:.2f})") for s in own]
        groups[fits[0]].actor = _merged(groups[fits[0]].sure())
        return fits
    if actor.type not in PEOPLE and all(scored[at][0] < UNOWNED for at in fits):
        alone = own  # the bank and the bank's foundation keep company, and are two
    else:
        alone = [s for s in own if not _placed(s, fits, groups, scored)]
    if alone and not strong and (len(keys(actor.name)) > 1 or actor.type not in PEOPLE):
        # Two full names that only look alike are two actors who may be one.
        made = _founded(alone, groups)
        for at in made:
            for other in fits:
                groups[at].likely[other] = groups[other].likely[at] = scored[other][1]
        return made
    for sighting in alone:
        for at in fits:
            others = [groups[o].actor.name for o in fits if o != at]
            why = f"{scored[at][1]}; {' and '.join(others)} would fit as well" if others else scored[at][1]
            groups[at].members.append(Membership(sighting, sure=False, why=why))
    return list(fits)


def _placed(
    sighting: Sighting, fits: Sequence[int], groups: list[_Group], scored: dict[int, tuple[float, str]]
) -> bool:
    """Put a sighting where its surroundings put it; False where they leave several, or none."""
    reasons = {at: why for at in fits if (why := _in_common(sighting, groups[at].sure()))}
    if len(reasons) != 1:
        return False
    (at, why), *_ = reasons.items()
    groups[at].members.append(Membership(sighting, sure=True, why=f"{scored[at][1]}, and {why}"))
    return True


def _founded(own: list[Sighting], groups: list[_Group]) -> list[int]:
    """New groups for the sightings of one name: one, or several where roles and surroundings share nothing."""
    circles = _circles(own) if own[0].actor.type in PEOPLE else [own]
    if len(circles) > 1 and len(keys(own[0].actor.name)) < 2:
        return _surname_alone(circles, groups)
    told = [circle for circle in circles if any(s.actor.roles for s in circle)]
    if len(told) < 2:
        groups.append(_Group(_merged(own), [Membership(s, sure=True, why="the same name") for s in own]))
        return [len(groups) - 1]
    made = []
    for circle in told:
        groups.append(_Group(_merged(circle), [Membership(s, sure=True, why="the same name") for s in circle]))
        made.append(len(groups) - 1)
    why = "the same name; nothing in these articles joins the two, and their roles share no word"
    for at in made:
        groups[at].likely |= {other: why for other in made if other != at}
        for circle in circles:
            if circle not in told:
                groups[at].members += [
                    Membership(s, sure=False, why="the same name, which several people here have") for s in circle
                ]
    return made


def _surname_alone(circles: list[list[Sighting]], groups: list[_Group]) -> list[int]:
    """A group for a single name that no full name explains: one circle's own, and perhaps everybody else's."""
    own = max(circles, key=len)
    members = [Membership(s, sure=True, why="the same name") for s in own]
    members += [Membership(s, sure=False, why="the same single name") for c in circles if c is not own for s in c]
    groups.append(_Group(_merged(own), members))
    return [len(groups) - 1]


def _circles(own: Sequence[Sighting]) -> list[list[Sighting]]:
    """Sightings of one name, those together that a story, a role or their company joins."""
    circles: list[list[Sighting]] = []
    for sighting in own:
        joined = [circle for circle in circles if _in_common(sighting, circle)]
        rest = [circle for circle in circles if circle not in joined]
        circles = [*rest, sorted((s for c in [*joined, [sighting]] for s in c), key=lambda s: (s.article, s.actor.id))]
    return sorted(circles, key=lambda circle: circle[0].article)


def _in_common(sighting: Sighting, others: Sequence[Sighting]) -> str:
    """What a sighting shares with some of the others beside the name, in words; "" for nothing."""
    roles = role_words(sighting.actor.roles) & role_words(role for other in others for role in other.actor.roles)
    if roles:
        return f"the same role: {' '.join(sorted(roles))}"
    if any(sighting.stories & other.stories for other in others):
        return "the same story"
    if any(len(sighting.beside & other.beside) >= SHARED_COMPANY for other in others):
        return "named beside the same others"
    return ""


def _merged(own: Sequence[Sighting]) -> Actor:
    """One actor of all their spellings and roles, those that most articles have first."""
    aliases = Counter(alias for s in own for alias in (s.actor.name, *s.actor.aliases))
    roles = Counter(role for s in own for role in s.actor.roles)
    first = min(own, key=lambda s: (-len(keys(s.actor.name)), -len("".join(keys(s.actor.name))), s.actor.id))
    named = [s for s in own if keys(s.actor.name) == keys(first.actor.name)]
    name = _name(named)
    identity = min(s.actor.id for s in named if s.actor.name == name)
    return Actor(identity, name, first.actor.type, _by_count(aliases), _by_count(roles))


def _by_count(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda form: (-counts[form], form)))


def _forms(group: _Group) -> list[str]:
    """The names under which a group is found: its own and, of a body, the acronyms introduced for it."""
    shorter = () if group.actor.type in PEOPLE else group.actor.aliases
    return list(dict.fromkeys((group.actor.name, *shorter)))


def _identities(groups: Sequence[_Group]) -> tuple[Identity, ...]:
    ranked = sorted(range(len(groups)), key=lambda at: (groups[at].actor.id, _first(groups[at])))
    taken: Counter[str] = Counter()
    ids: dict[int, str] = {}
    for at in ranked:
        own = groups[at].actor.id
        taken[own] += 1
        ids[at] = own if taken[own] == 1 else f"{own}-{taken[own]}"
    found = []
    for at in ranked:
        actor, members = groups[at].actor, sorted(groups[at].members, key=lambda m: _place(m.sighting))
        likely = tuple(sorted((ids[other], why) for other, why in groups[at].likely.items()))
        found.append(Identity(ids[at], actor.name, actor.type, tuple(members), likely))
    return tuple(found)


def _first(group: _Group) -> tuple[str, str]:
    return min(_place(s) for s in group.sure())


def _place(sighting: Sighting) -> tuple[str, str]:
    return sighting.article, sighting.actor.id


def answers_to(identity: Identity, asked: str) -> bool:
    """Whether `asked` may be meant for this identity: one of its names, a surname, a forename or an acronym of one."""
    fits = fits_for(identity.type)
    wanted = frozenset(keys(asked))
    names = (identity.name, *identity.aliases)
    return any(fits(asked, name) or (wanted and wanted <= set(keys(name))) for name in names)
