"""By which way each occurrence reached the reader: its root, the publication that heard it, and copying.

Goes in: the occurrences of a story's claims with their articles, and who copied whom. Comes out: a chain for each
occurrence. Always holds: a relay that only has a general name ("a report", "the newspaper") is the one publication
that it can be, or stays nameless; an outlet that copied is heard as what it copied from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from retold.claims.actors import GOVERNMENT, ActorKeys, normal
from retold.claims.copying import Copying
from retold.claims.naming import Names, is_common
from retold.claims.publications import Publications, is_generic, points_back
from retold.language.english_polarity import ANY_CONFIRMATION, OWN_CONFIRMATION
from retold.language.english_stems import stem
from retold.language.sourcewords import SPOKES
from retold.records.claims import Account, Occurrence
from retold.records.spans import Span
from retold.records.statements import ActorType, Attribution, Relay, Speaker

NAMELESS = "a report"
# An attribution of less confidence raises the high end only. Of those up to .7 the source is right for 8 of 27 listed
# occurrences on the claims corpus (dev), of the others for 109 of 172; swept .5 to .9.
SURE_SPEAKER = 0.6
BARE_PLURAL = re.compile(r"^(?!an? |one |another |some |several )(?:[\w.’'-]+ )*[\w’'-]+s\b", re.IGNORECASE)
OFFICES = frozenset({"minister", "president", "premier", "chancellor", "ambassador", "envoy", "king", "queen", "emir"})
POINTERS = frozenset({"those", "these", "this", "that"})
# What joins two people in one description: "a diplomat and another person close to the talks".
SEVERAL = re.compile(r";|\band (?=another\b|an? )")
SHARE = re.compile(r"\b(?:per\s*cent|%|half|third|quarter|majority)", re.IGNORECASE)
# What a name never begins with: the speaker was not resolved.
NO_NAME = re.compile(r"^(?:who|which|that|whom|whose)\b", re.IGNORECASE)
DEFINITE = re.compile(r"^(?:the|these|those|both)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Root:
    """Who stands behind an occurrence.

    `names` are the keys under which the same root may come ("nasrat rahimi", "interior ministry"), empty for an
    unnamed one; `place` is where an unnamed description was heard (a relay or the copied article), so that the same
    words in two places are not taken for the same people; `at` is where its words stand in the article; `person` says
    that a named root is a human being and no body, `state` that it is a government or holds one of its offices.
    """

    names: frozenset[str]
    label: str
    description: str = ""
    place: str = ""
    count: int = 1
    definite: bool = False
    person: bool = False
    state: bool = False
    known: bool = True
    at: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    """One occurrence's way: `observer` is the key of the publication that heard it; `sure` when the text says so.

    `firm` says that the occurrence surely states the claim; what is not firm raises high ends only.
    """

    article: str
    root: Root | None
    relay: str
    observer: str
    observer_label: str
    sure: bool
    why: str
    firm: bool = True


def chain(occurrence: Occurrence, account: Account, sentence: Span, story: Story) -> Chain:
    """The chain of one occurrence."""
    relays, speaker = _split(occurrence, story.publications)
    own = story.copying.own(account.article.id)
    told = (story.relay(relay, account.article.id, occurrence.span.start) for relay in relays)
    named = [name for name in told if name and name != own]
    place = named[0] if named else story.copying.root(account.article.id, occurrence.span)
    root = _root(speaker, place, story, account.article.id) if speaker is not None else None
    if root is not None:
        root = replace(_meant(root, story.counted(account.article.id)), at=occurrence.span.start)
        if story.is_doubtful(account.article.id, occurrence.attribution):
            root = replace(root, known=False)
    if named:
        label = story.label(named[0])
        return Chain(account.article.id, root, named[0], named[0], label, named[0] != NAMELESS, "named as the relay")
    sure, why = _access(occurrence, account, sentence, speaker)
    observer = story.copying.root(account.article.id, occurrence.span)
    if observer != story.copying.own(account.article.id):
        return Chain(account.article.id, root, "", observer, story.label(observer), sure, "copied from it")
    return Chain(account.article.id, root, "", observer, story.label(observer), sure, why)


class Story:
    """What chains of one story share: names of actors, of publications, and who copied whom."""

    def __init__(self, accounts: Sequence[Account], keys: ActorKeys, copying: Copying) -> None:
        self.keys = keys
        self.copying = copying
        self.publications = copying.publications
        self.names = Names(accounts, keys)
        self._labels: dict[str, str] = {}
        self._named: dict[str, list[tuple[int, str]]] = {}
        for account in accounts:
            outlet = account.article.outlet.value
            if outlet:
                self._labels.setdefault(self.publications.key(outlet), outlet)
            self._named[account.article.id] = self._read(account)
        self._everywhere = sorted({name for found in self._named.values() for _, name in found})
        self._counted = {account.article.id: _counted_people(account) for account in accounts}
        self._doubtful = {
            (account.article.id, said.id)
            for account in accounts
            for said in account.annotation.attributions
            if said.confidence < SURE_SPEAKER
        }
        self._cited: dict[tuple[str, str], int] = {}
        for account in accounts:
            for attribution in account.annotation.attributions:
                self._cite(account.article.id, attribution)

    def _read(self, account: Account) -> list[tuple[int, str]]:
        """Named publications of an article with where they stand, those that speak for themselves too."""
        found = []
        for attribution in account.annotation.attributions:
            told = [(relay.name, relay.spans) for relay in attribution.relays if not relay.person]
            speaker = attribution.speaker.name
            if speaker and self.publications.is_publication(speaker):
                told.append((speaker, attribution.source))
            for name, spans in told:
                if not is_generic(name) and not self.publications.is_document(name):
                    found.append((min((span.start for span in spans), default=0), self.publications.key(name)))
                    self._labels.setdefault(self.publications.key(name), name)
        return sorted(found)

    def _cite(self, article: str, attribution: Attribution) -> None:
        speaker = attribution.speaker
        names = speaker.name or speaker.role or ""
        if not attribution.relays or not names:
            return
        if self.publications.is_publication(names) or self.publications.is_document(names):
            return
        relay = self.relay(attribution.relays[0], article, 0)
        if relay:
            self._cited[article, relay] = max(self._cited.get((article, relay), 0), speaker.count or 1)

    def _full(self, name: str, article: str) -> str:
        """The fuller name that a short one stands for ("the Times"): the article's own first, then the story's."""
        near = {other for _, other in self._named.get(article, [])}
        for pool in (near, set(self._everywhere) | set(self._labels)):
            fuller = {other for other in pool if other != name and other.endswith(" " + name)}
            if len(fuller) == 1:
                return next(iter(fuller))
        return name

    def is_doubtful(self, article: str, attribution: str | None) -> bool:
        """Whether it is not sure that the attribution's source said it."""
        return (article, attribution) in self._doubtful

    def label(self, name: str) -> str:
        """A publication's name to show."""
        return self._labels.get(name, name)

    def relay(self, relay: Relay, article: str, told_at: int) -> str:
        """The key of the publication that a relay is; "" for a person, a document or a platform.

        `told_at` is where its words stand, for a relay that has no span of its own.
        """
        if relay.person or self.publications.is_document(relay.name):
            return ""
        if not is_generic(relay.name):
            return self._full(self.publications.key(relay.name), article)
        start = min((span.start for span in relay.spans), default=told_at)
        if points_back(relay.name):
            before = [name for where, name in self._named[article] if where < start]
            if before:
                return self._full(before[-1], article)
        return NAMELESS

    def cited(self, article: str, relay: str) -> int:
        """How many people an article says that a relay cites, for whatever claim."""
        return self._cited.get((article, relay), 0)

    def counted(self, article: str) -> tuple[Root, ...]:
        """The unnamed people whom an article counts ("three officials"), in text order."""
        return self._counted.get(article, ())

    def unify(self, chains: Mapping[Occurrence, Chain]) -> dict[Occurrence, Chain]:
        """Nameless relays of one claim made the publication that they can only be."""
        named = {c.relay for c in chains.values() if c.relay and c.relay != NAMELESS}
        if len(named) != 1:
            return dict(chains)
        only = next(iter(named))
        return {o: _renamed(c, only, self.label(only)) if c.relay == NAMELESS else c for o, c in chains.items()}


def _renamed(old: Chain, name: str, label: str) -> Chain:
    root = old.root
    if root is not None and root.place == NAMELESS:
        root = replace(root, place=name)
    return Chain(old.article, root, name, name, label, True, "the only publication that the report can be")


def _counted_people(account: Account) -> tuple[Root, ...]:
    found: dict[str, Root] = {}
    for attribution in account.annotation.attributions:
        speaker = attribution.speaker
        if speaker.unnamed and (speaker.count or 0) > 1 and speaker.role:
            description = describe(speaker.role)
            found.setdefault(description, Root(frozenset(), speaker.role, description, "", speaker.count or 1))
    return tuple(found.values())


def _split(occurrence: Occurrence, publications: Publications) -> tuple[list[Relay], Speaker | None]:
    """Relays and speaker; a publication that is the speaker of its own report is a relay which cites nobody."""
    relays = list(occurrence.relays)
    speaker = occurrence.speaker
    if speaker is None:
        return relays, None
    words = speaker.name or speaker.role or ""
    if publications.is_publication(words) and (not speaker.unnamed or is_generic(words)):
        known = any(publications.key(relay.name) == publications.key(words) for relay in relays)
        return relays if known else [Relay(words), *relays], None
    return (relays, None) if publications.is_document(words) else (relays, speaker)


def describe(role: str) -> str:
    """An unnamed description as compared: its stems, in order of the alphabet."""
    return " ".join(
        sorted({stem(word) for word in normal(role).split() if word not in ("those", "these", "this", "that")})
    )


def _root(speaker: Speaker, place: str, story: Story, article: str) -> Root:
    keys = story.keys
    role = speaker.role or ""
    body = _body_of(role) if SPOKES & set(normal(role).split()) else ""
    if speaker.name:
        own = story.names.of(speaker.name, article)
        body_alone = _body_of(speaker.name) if SPOKES & set(normal(speaker.name).split()) else ""
        body = body or body_alone
        person = keys.type(own) in (None, ActorType.PERSON) and not body_alone
        names = frozenset({own} | ({keys.of(body)} if body else set()))
        known = (own != keys.of(speaker.name) or not is_common(speaker.name)) and not NO_NAME.match(speaker.name)
        state = _is_state(keys.of(speaker.name), role)
        return Root(names, speaker.name, person=person, state=state, known=known)
    if body:
        return Root(frozenset({keys.of(body)}), role)
    description = describe(role)
    return Root(
        names=frozenset(),
        label=role or "a source that is not resolved",
        description=description,
        place=place,
        # "34 percent of economists" are no number of people.
        count=1 if SHARE.search(role) else max(speaker.count or 1, len(SEVERAL.split(role))),
        definite=bool(DEFINITE.match(role)),
        known=speaker.unnamed,
    )


def _meant(root: Root, counted: Sequence[Root]) -> Root:
    """Who is meant by "the officials" after the article counted "three officials": those three."""
    if root.names or not root.definite or root.count > 1:
        return root
    inside = set(root.description.split())
    fits = [other for other in counted if inside <= set(other.description.split()) or not inside]
    if len(fits) != 1:
        return root
    return replace(root, description=fits[0].description, label=fits[0].label, count=fits[0].count)


def _is_state(name: str, role: str) -> bool:
    """Whether somebody is a government, or holds an office that speaks for one."""
    return name.startswith(GOVERNMENT) or bool(OFFICES & set(normal(role).split()))


def _body_of(role: str) -> str:
    """The body that a spokesperson speaks for: "an interior ministry spokesman" is the interior ministry."""
    words = [word for word in normal(role).split() if word not in SPOKES]
    while words and words[0] in ("for", "of", "senior", "chief", "top", "deputy"):
        words = words[1:]
    return " ".join(words)


def _access(occurrence: Occurrence, account: Account, sentence: Span, speaker: Speaker | None) -> tuple[bool, str]:
    """Whether the text says that the outlet itself heard or saw it, and what says so."""
    words = sentence.of(account.article.text)
    outlet = account.article.outlet.value
    if outlet:
        bare = re.escape(outlet.removeprefix("The ").removeprefix("the "))
        found = re.search(OWN_CONFIRMATION.format(outlet=bare), words, re.IGNORECASE)
        if found:
            return True, f"says so: “{found.group()[:60]}”"
    found = ANY_CONFIRMATION.search(words)
    if found:
        return True, f"says so: “{found.group()[:60]}”"
    if speaker is not None and speaker.unnamed:
        if speaker.count or not BARE_PLURAL.match(speaker.role or ""):
            return True, "its own unnamed source"
        return False, "an unnamed plural, heard by whom is not said"
    return False, "how it knows is not said"
