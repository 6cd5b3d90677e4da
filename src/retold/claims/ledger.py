"""The ledger of a story: its claims, who states and who disputes them, and their origins.

Goes in: what each article has to say on the story (accounts), who copied whom (descents), options, and what a person
judged, in that order. Comes out: a ledger. Always holds: the order of accounts and descents does not matter; every
occurrence points at characters of its article; no proposition is in two claims; the same input gives the same ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from retold.claims.actors import actor_keys
from retold.claims.anaphora import join_denials
from retold.claims.chains import Chain, Story, chain
from retold.claims.copying import Copying
from retold.claims.disputes import between, within
from retold.claims.features import Features
from retold.claims.firmness import cited_beside, firm_part
from retold.claims.judging import judged_groups, settled
from retold.claims.keeping import NOTHING, Kept, state_all
from retold.claims.linking import claim_links
from retold.claims.matching import Matching, match
from retold.claims.options import LedgerOptions
from retold.claims.origins import count_origins
from retold.claims.positions import Reading, positions
from retold.claims.retractions import find_retractions
from retold.claims.rules import Case, findings
from retold.claims.timing import clocks
from retold.claims.wording import shown
from retold.records.claims import Account, Claim, Ledger, Occurrence, Origins, Position, Range
from retold.records.judgements import Judgement
from retold.records.spans import Span
from retold.records.statements import Stance
from retold.records.stories import Descent

DEFAULT = LedgerOptions()
# Words that a claim to be shown should not begin with, and the length beyond which fuller is no better.
POINTING_WORDS = frozenset(
    """
    it he she they we i you this that these those who which there what how on in at after before when while until
    because by for from of to with as if since though although and but or not
    """.split()  # noqa: SIM905 - a word list reads better as words
)
MOST_WORDS = 30
UNCOUNTED = Origins(Range(0, 0), Range(0, 0), 0)


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What all claims of one story are made from."""

    accounts: Mapping[str, Account]
    features: Sequence[Features]
    matching: Matching
    story: Story
    options: LedgerOptions
    stances: Mapping[tuple[str, Span], Stance | None]
    readings: Sequence[Reading]
    matched: Sequence[int]


@dataclass(frozen=True, slots=True)
class Working:
    """A ledger with what it was decided on: the features of all propositions and how they were matched.

    `kept` is for the next making.
    """

    ledger: Ledger
    features: Sequence[Features]
    matching: Matching
    kept: Kept


def build_ledger(
    story: str,
    accounts: Sequence[Account],
    descents: Sequence[Descent],
    options: LedgerOptions = DEFAULT,
    judgements: Sequence[Judgement] = (),
) -> Ledger:
    """The ledger of one story; raises ValueError when two accounts are of the same article."""
    return work_out(story, accounts, descents, options, judgements).ledger


def work_out(
    story: str,
    accounts: Sequence[Account],
    descents: Sequence[Descent],
    options: LedgerOptions = DEFAULT,
    judgements: Sequence[Judgement] = (),
    kept: Kept = NOTHING,
) -> Working:
    """The same with what it was decided on, for who asks further.

    `kept` is what an earlier making left; with it the same ledger is made in less time.
    """
    ordered = sorted(accounts, key=lambda a: (a.article.published.value or "9999", a.article.id))
    by_id = {account.article.id: account for account in ordered}
    if len(by_id) != len(ordered):
        raise ValueError(f"story {story}: an article comes twice")
    keys = actor_keys(account.annotation for account in sorted(ordered, key=lambda a: a.article.id))
    stated = state_all(ordered, keys, kept)
    features = [feature for one in stated for feature in one.features]
    matching = match(features, options)
    readings = [reading for one in stated for reading in one.readings]
    joined, partless = join_denials(features, readings, by_id, matching)
    readings = [
        Reading(-1, "denies a part in what others tell") if index in partless and reading.sign == 1 else reading
        for index, reading in enumerate(readings)
    ]
    judged = judged_groups(joined, features, matching, judgements)
    groups = [_without_parts(features, group) for group in judged]
    told = Story(ordered, keys, Copying(ordered, descents, options))
    matched = _owners(joined, len(features))
    grounds = _Grounds(by_id, features, matching, told, options, _stance_table(features), readings, matched)
    drafts = [_draft(grounds, group) for group in groups]
    claims = tuple(_counted(grounds, claim, group) for claim, group in drafts)
    owner = [""] * len(features)
    for claim, group in drafts:
        for index in group:
            owner[index] = claim.id
    stances = _stances(grounds, claims)
    disputes = [found for claim in claims if (found := within(claim, stances)) is not None]
    disputes += between(owner, features, matching.decided, options)
    place = {claim.id: number for number, claim in enumerate(claims)}
    ledger = Ledger(
        story=story,
        claims=claims,
        disputes=settled(sorted(disputes, key=lambda d: (place[d.a], place[d.b], d.why)), claims, by_id, judgements),
        retractions=find_retractions(ordered, claims),
    )
    return Working(ledger, features, matching, Kept(stated))


Draft = tuple[Claim, tuple[int, ...]]


def _stance_table(features: Sequence[Features]) -> dict[tuple[str, Span], Stance | None]:
    return {
        (p.article, p.span): p.attribution.stance if p.attribution else None for p in (f.proposition for f in features)
    }


def _owners(groups: Sequence[tuple[int, ...]], size: int) -> list[int]:
    """The number of each proposition's group."""
    found = [-1] * size
    for number, group in enumerate(groups):
        for index in group:
            found[index] = number
    return found


def _without_parts(features: Sequence[Features], group: tuple[int, ...]) -> tuple[int, ...]:
    """The group without propositions that lie within another one of it: a clause repeats nothing that it is part of."""
    spans = [(features[i].proposition.article, features[i].proposition.span) for i in group]
    return tuple(
        i
        for i, (article, span) in zip(group, spans, strict=True)
        if not any(a == article and s != span and s.contains(span) for a, s in spans)
    )


def _draft(grounds: _Grounds, group: tuple[int, ...]) -> Draft:
    """A claim without its origins yet."""
    members = [grounds.features[index] for index in group]
    owners = [grounds.accounts[feature.proposition.article] for feature in members]
    readings = [grounds.readings[index] for index in group]
    opposed = _turned(grounds, group)
    occurrences = tuple(
        _occurrence(feature, account, position, why)
        for feature, account, (position, why) in zip(
            members, owners, positions(members, readings, opposed), strict=True
        )
    )
    first = min((o.article, o.span) for o in occurrences)
    identity = sha256(f"{first[0]}\0{first[1].start}\0{first[1].end}".encode()).hexdigest()[:10]
    texts = [o.span.of(account.article.text) for o, account in zip(occurrences, owners, strict=True)]
    text = texts[_plainest(occurrences, members)]
    return Claim(identity, shown(text), occurrences, UNCOUNTED), group


def _turned(grounds: _Grounds, group: tuple[int, ...]) -> dict[int, bool]:
    """For each place in the group, whether its words are the contrary of the first one's.

    The answer goes along the surest comparisons; what no comparison reaches counts as saying the same.
    """
    node, decided = grounds.matching.node, grounds.matching.decided
    heads = sorted({node[index] for index in group})
    sign = {heads[0]: False}
    signs = {head: min(grounds.readings[index].sign for index in group if node[index] == head) for head in heads}
    edges = sorted(
        ((-decided[a, b].score, a, b) for n, a in enumerate(heads) for b in heads[n + 1 :] if (a, b) in decided),
    )
    grown = True
    while grown:
        grown = False
        for _, a, b in edges:
            if (a in sign) != (b in sign):
                known, other = (a, b) if a in sign else (b, a)
                found = decided[a, b]
                # "He denies that it rained" and "it did not rain" are no two sides, though one voice says both.
                turned = found.opposed or (found.turned and signs[a] != signs[b])
                sign[other] = sign[known] != turned
                grown = True
                break
    first = sign.get(node[group[0]], False)
    return {place: sign.get(node[index], first) != first for place, index in enumerate(group)}


def _occurrence(feature: Features, account: Account, position: Position, why: str) -> Occurrence:
    attribution = feature.proposition.attribution
    return Occurrence(
        article=feature.proposition.article,
        span=feature.proposition.span,
        position=position,
        speaker=attribution.speaker if attribution else None,
        relays=attribution.relays if attribution else (),
        attribution=attribution.id if attribution else None,
        clocks=clocks(feature.proposition, account),
        why=why,
    )


def _plainest(occurrences: Sequence[Occurrence], members: Sequence[Features]) -> int:
    """Whose wording to show: asserting, with a subject of its own, the fullest that is not long; the first in a tie."""

    def rank(place: int) -> tuple[bool, bool, bool, int]:
        folded = members[place].words
        named = bool(folded) and folded[0] not in POINTING_WORDS
        asserted = occurrences[place].position is Position.ASSERT
        return asserted, named, bool(members[place].subject), len(folded) if len(folded) <= MOST_WORDS else 0

    return max(range(len(members)), key=lambda place: (rank(place), -place))


def _counted(grounds: _Grounds, claim: Claim, group: tuple[int, ...]) -> Claim:
    """The claim with origins, links and findings."""
    sentences = {
        (f.proposition.article, f.proposition.span): f.proposition.sentence
        for f in (grounds.features[i] for i in group)
    }
    chains: dict[Occurrence, Chain] = {
        o: chain(o, grounds.accounts[o.article], sentences[o.article, o.span], grounds.story)
        for o in claim.occurrences
        if o.position is Position.ASSERT
    }
    firm = {
        (f.proposition.article, f.proposition.span)
        for f in (grounds.features[i] for i in firm_part(group, grounds.features, grounds.matching, grounds.options))
    }
    chains = {o: replace(c, firm=(o.article, o.span) in firm) for o, c in grounds.story.unify(chains).items()}
    likely = {
        found.observer: grounds.story.copying.likely_root(o.article, o.span)
        for o, found in chains.items()
        if not found.relay
    }
    articles = len({o.article for o in claim.occurrences})
    told = (*chains.values(), *_open_voices(grounds, chains, sentences))
    origins = count_origins(told, articles, _cited_elsewhere(grounds, chains.values()), likely)
    counted = Claim(claim.id, claim.text, claim.occurrences, origins)
    case = Case(counted, grounds.accounts)
    return Claim(
        id=claim.id,
        text=claim.text,
        occurrences=claim.occurrences,
        origins=origins,
        links=claim_links(group, grounds.features, grounds.matching, grounds.options, grounds.matched),
        findings=findings(case, grounds.options.rules),
    )


def _open_voices(
    grounds: _Grounds, chains: Mapping[Occurrence, Chain], sentences: Mapping[tuple[str, Span], Span]
) -> list[Chain]:
    """Chains of who may stand behind unattributed parts of sentences that cite somebody for another part."""
    found = []
    for occurrence in chains:
        if occurrence.speaker is not None or occurrence.relays:
            continue
        account, sentence = grounds.accounts[occurrence.article], sentences[occurrence.article, occurrence.span]
        said = cited_beside(account, sentence, occurrence.span)
        if said is not None:
            heard = replace(occurrence, speaker=said.speaker, relays=said.relays)
            found.append(replace(chain(heard, account, sentence, grounds.story), firm=False))
    return found


def _cited_elsewhere(grounds: _Grounds, chains: Iterable[Chain]) -> int:
    """How many people the relays of a claim cite for other claims, where nobody is cited for this one through them."""
    found = tuple(chains)
    heard = {c.relay for c in found if c.root is not None}
    return max((grounds.story.cited(c.article, c.relay) for c in found if c.relay and c.relay not in heard), default=0)


def _stances(grounds: _Grounds, claims: Sequence[Claim]) -> dict[Occurrence, Stance | None]:
    """What the attribution of each occurrence does with its content."""
    return {o: grounds.stances.get((o.article, o.span)) for claim in claims for o in claim.occurrences}
