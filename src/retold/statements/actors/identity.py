"""Which mentions are one actor: within an article by name rules, across articles by names and roles.

In: names by type; or two actors. Out: the name that each short form belongs to, or None on a tie; or a score with its
reason. Rules: longest forms first; a short form joins the one full form that it fits; two that fit are a tie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rapidfuzz.distance import JaroWinkler

from retold.language.names import (
    initials,
    is_acronym_of,
    is_short_body,
    is_short_person,
    is_surname,
    keys,
    sex_of,
)
from retold.records.statements import Actor, ActorType
from retold.statements.actors.countries import state_name

# A name without its owner, or the noun alone ("the ministry"): the story decides which body it is.
UNOWNED = 0.75
# Words of a role that thousands of holders share.
NO_ROLE = frozenset({"former", "then", "late", "acting", "deputy", "chief", "senior", "said", "with", "from", "their"})

Fits = Callable[[str, str], bool]


class NameIndex:
    """Names by their words and letters, so that only those which share one are compared."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_hint: dict[str, dict[str, int]] = {}
        self._count = 0
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take a name in."""
        self._count += 1
        for hint in {*keys(name), *(f"#{letters}" for letters in initials(name))}:
            self._by_hint.setdefault(hint, {})[name] = self._count

    def near(self, name: str) -> list[str]:
        """The names that could be a full form of `name`, in the order in which they were added."""
        found: dict[str, int] = {}
        for hint in {*keys(name), "#" + name.replace(".", "").strip()}:
            found |= self._by_hint.get(hint, {})
        return sorted(found, key=lambda other: (found[other], other))


def canonical_names(forms: Iterable[str], fits: Fits) -> dict[str, str | None]:
    """For each form of a name the fullest form that it belongs to; None where two full forms fit equally.

    `forms` come in order of first mention; of equally long forms the earlier is canonical.
    """
    ordered = list(dict.fromkeys(forms))
    rank = {form: i for i, form in enumerate(ordered)}
    full = NameIndex()
    found: dict[str, str | None] = {}
    for form in sorted(ordered, key=lambda f: (-len(keys(f)), -len(f), rank[f])):
        matches = [other for other in full.near(form) if fits(form, other)]
        exact = [other for other in matches if keys(other) == keys(form)]
        if exact or len(matches) == 1:
            found[form] = (exact or matches)[0]
        elif matches:
            found[form] = _nearest(form, matches)
        else:
            full.add(form)
            found[form] = form
    return found


def _nearest(form: str, matches: list[str]) -> str | None:
    """Of several full forms the one that the honorific or the surname singles out."""
    sex = sex_of(form)
    if sex:
        same = [m for m in matches if sex_of(m) in (sex, "")]
        if len(same) == 1:
            return same[0]
    surnames = [m for m in matches if is_surname(form, m)]
    return surnames[0] if len(surnames) == 1 else None


def fits_for(kind: ActorType) -> Fits:
    """The rule for short forms of a type of actor."""
    return is_short_person if kind is ActorType.PERSON else is_short_body


def same_actor(a: Actor, b: Actor) -> tuple[float, str]:
    """How likely two actors of different articles are one, 0 to 1, and why.

    Names decide; roles lift or lower a match on a surname alone.
    """
    if a.type is not b.type:
        return 0.0, f"types differ: {a.type.value}, {b.type.value}"
    if a.id == b.id:
        return (
            (1.0, "the same full name")
            if len(keys(a.name)) > 1 or a.type is not ActorType.PERSON
            else (0.6, "the same single name")
        )
    ka, kb = keys(a.name), keys(b.name)
    if ka and ka == kb:
        return 0.97, f"the same name in another spelling: {a.name}, {b.name}"
    if a.type is ActorType.PERSON:
        return _same_person(a, b)
    return _same_body(a, b)


def _same_person(a: Actor, b: Actor) -> tuple[float, str]:
    ka, kb = keys(a.name), keys(b.name)
    if not ka or not kb:
        return 0.0, "no name to compare"
    short, full = sorted((a, b), key=lambda x: (len(keys(x.name)), x.id))
    if len(ka) > 1 and len(kb) > 1:
        if ka[-1] == kb[-1] and (is_short_person(a.name, b.name) or is_short_person(b.name, a.name)):
            return 0.9, f"{short.name} is a shorter form of {full.name}"
        likeness = JaroWinkler.similarity(" ".join(ka), " ".join(kb))
        if likeness > 0.93 and ka[0][:1] == kb[0][:1]:
            return 0.75, f"spellings are {likeness:.2f} alike"
        return 0.05, "different names"
    if is_surname(short.name, full.name):
        shared = _shared_role(a, b)
        return (0.85, f"surname and role: {shared}") if shared else (0.6, "surname only")
    return 0.05, "different names"


def role_words(roles: Iterable[str]) -> frozenset[str]:
    """The words of roles that say something of their holder: "former mayor of Orla" gives "mayor" and "orla"."""
    words = {word.strip("’'s,.;()") for role in roles for word in role.casefold().split()}
    return frozenset(word for word in words if len(word) > 3 and word not in NO_ROLE)


def _shared_role(a: Actor, b: Actor) -> str:
    return " ".join(sorted(role_words(a.roles) & role_words(b.roles)))


def _unowned(name: str) -> str:
    """A body's name without the state or town that has it: "Norvia's Water Board" and "French Finance Ministry"."""
    owner, _, rest = name.partition(" ")
    if rest and (re.search(r"['’]s?$", owner) or state_name(owner) is not None):
        return rest
    second, _, rest = rest.partition(" ")
    return rest if rest and state_name(f"{owner} {second}") is not None else name


def joined_owners(bodies: Iterable[tuple[str, str | None]], found: dict[str, str | None]) -> dict[str, str | None]:
    """Names that a text writes with and without the state that owns the body, joined: "the French Navy", "the Navy".

    `bodies` are names of organisations with the body that a gazetteer gives for them, `found` the full form of each
    name so far. A bare name that two owners may have stays by itself.
    """
    named = list(dict.fromkeys(bodies))
    plain = {keys(name): name for name, body in named if body is None}
    owners: dict[str, set[str]] = {}
    more: dict[str, str | None] = {}
    for name, body in named:
        bare = plain.get(keys(_unowned(name)))
        if bare is None or bare == name:
            continue
        if body is None and found.get(bare) not in (None, bare):
            more[name] = found[bare]
        elif found.get(bare) == bare:
            owners.setdefault(bare, set()).add(body or found.get(name) or name)
    return more | {bare: next(iter(full)) for bare, full in owners.items() if len(full) == 1}


def _same_body(a: Actor, b: Actor) -> tuple[float, str]:
    short, full = sorted((a, b), key=lambda x: (len(x.name), x.id))
    if is_acronym_of(short.name, full.name):
        return 0.8, f"{short.name} may stand for {full.name}"
    names_a, names_b = {keys(n) for n in (a.name, *a.aliases)}, {keys(n) for n in (b.name, *b.aliases)}
    shared = {name for name in names_a & names_b if len(name) > 1}
    if shared:
        return 0.9, "an alias in common"
    if keys(_unowned(full.name)) == keys(short.name):
        return UNOWNED, f"{short.name} is {full.name} without its owner"
    if short.name.islower() and keys(short.name) == keys(full.name)[-1:]:
        return UNOWNED, f"{short.name} is what {full.name} is"
    if is_short_body(short.name, full.name):
        return 0.6, f"{short.name} may be short for {full.name}"
    if initials(a.name) & initials(b.name) and JaroWinkler.similarity(a.name.casefold(), b.name.casefold()) > 0.93:
        return 0.7, "nearly the same name"
    return 0.05, "different names"
