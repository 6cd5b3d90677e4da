"""What happened to claims between two readings.

Goes in: stories as they were told last, and as they are read now. Comes out: which claims gained a second independent
origin, are disputed, or were withdrawn. Always holds: a claim is known again by the places where it stands, not by its
id (which follows its first place), nor by its story: a place is the same where the spans of one article overlap, or
where the same words stand at the same address, whichever version of it was captured. The order of stories does not
matter, and two equal readings give nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from retold.records.claims import Claim, Position
from retold.records.developments import Contradiction, Development, DevelopmentKind, Spot, Standing, Standings
from retold.records.documents import Article
from retold.records.judgements import SAME_PLACE
from retold.records.readings import StoryReading
from retold.records.spans import Span

# Sure origins from which on a claim no longer rests on one alone.
INDEPENDENT = 2
Articles = Callable[[str], Article | None]


def standings_of(reading: StoryReading, articles: Articles) -> Standings:
    """What is remembered of a reading, to tell later what happened since."""
    ledger = reading.ledger
    withdrawn: defaultdict[str, set[str]] = defaultdict(set)
    for retraction in ledger.retractions:
        if retraction.claim is not None:
            withdrawn[retraction.claim].add(retraction.by)
    told = tuple(_standing(claim, articles, withdrawn[claim.id]) for claim in ledger.claims)
    apart = tuple(Contradiction(d.a, d.b, d.why.value, d.detail) for d in ledger.disputes if not d.settled)
    return Standings(reading.story.id, reading.key, told, apart)


def _standing(claim: Claim, articles: Articles, by: Iterable[str]) -> Standing:
    spots = []
    for occurrence in claim.occurrences:
        article = articles(occurrence.article)
        if article is not None:
            words = plain(occurrence.span.of(article.text))
            spots.append(Spot(article.id, article.address, occurrence.span, words))
    counted = claim.origins
    asserted = any(o.position is Position.ASSERT for o in claim.occurrences)
    sure = max(counted.speakers.low, counted.observers.low) if asserted else 0
    return Standing(claim.id, claim.text, tuple(spots), sure, tuple(sorted(by)))


def plain(words: str) -> str:
    """Words as they are compared: white space and capitals do not count."""
    return " ".join(words.split()).casefold()


def developments(
    before: Sequence[Standings], after: Sequence[Standings], now: Mapping[str, Article]
) -> tuple[Development, ...]:
    """What happened to claims, by story, claim and kind.

    `before` holds what was told of all stories that changed since or are gone, `after` what is read of those that
    changed or are new, `now` the current article of each address.
    """
    former = _Former(before)
    known = {claim.claim: former.same(claim) for story in after for claim in story.claims}
    found: list[Development] = []
    for story in after:
        for claim in story.claims:
            found += _of_claim(story.story, claim, [former.claims[c] for c in known[claim.claim]])
        found += _disputes(story, former, known)
    kept = {claim for claims in known.values() for claim in claims}
    found += [_gone(former.story[c], s) for c, s in former.claims.items() if c not in kept and _is_gone(s, now)]
    return tuple(sorted(found, key=lambda d: (d.story, d.claim, d.kind, d.detail)))


def _of_claim(story: str, claim: Standing, before: Sequence[Standing]) -> list[Development]:
    found = []
    least = max((one.origins for one in before), default=0)
    if claim.origins >= INDEPENDENT > least:
        came = f"it had {least}" if before else "it came with them"
        detail = f"{claim.origins} independent origins; {came}"
        found.append(Development(DevelopmentKind.CORROBORATED, story, claim.claim, claim.text, detail))
    new = sorted(set(claim.by) - {by for one in before for by in one.by})
    if new:
        detail = f"withdrawn by {', '.join(new)}"
        found.append(Development(DevelopmentKind.WITHDRAWN, story, claim.claim, claim.text, detail))
    return found


def _disputes(story: Standings, former: _Former, known: Mapping[str, frozenset[str]]) -> list[Development]:
    """One for each dispute that was not there between what the two claims were before."""
    texts = {claim.claim: claim.text for claim in story.claims}
    found = []
    for dispute in story.contradictions:
        pairs = {frozenset((x, y)) for x in known[dispute.a] for y in known[dispute.b]}
        if pairs & former.disputed:
            continue
        against = "" if dispute.a == dispute.b else f"against “{texts[dispute.b]}” ({dispute.b}): "
        detail = f"{against}{dispute.why}: {dispute.detail}" if dispute.detail else f"{against}{dispute.why}"
        found.append(Development(DevelopmentKind.DISPUTED, story.story, dispute.a, texts[dispute.a], detail))
    return found


def _is_gone(claim: Standing, now: Mapping[str, Article]) -> bool:
    """Whether every article that told it has another version now, without these words."""
    if not claim.spots:
        return False
    for spot in claim.spots:
        article = now.get(spot.address)
        if article is None or article.id == spot.article or spot.words in plain(article.text):
            return False
    return True


def _gone(story: str, claim: Standing) -> Development:
    addresses = sorted({spot.address for spot in claim.spots})
    more = f" and {len(addresses) - 1} more" if len(addresses) > 1 else ""
    detail = f"no longer stands at {addresses[0]}{more}"
    return Development(DevelopmentKind.WITHDRAWN, story, claim.claim, claim.text, detail)


class _Former:
    """The claims as told last, found by their places."""

    def __init__(self, before: Sequence[Standings]) -> None:
        self.claims: dict[str, Standing] = {}
        self.story: dict[str, str] = {}
        self.disputed = {frozenset((d.a, d.b)) for story in before for d in story.contradictions}
        self._spans: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._words: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for story in before:
            for claim in story.claims:
                self.claims[claim.claim] = claim
                self.story[claim.claim] = story.story
                for spot in claim.spots:
                    self._spans[spot.article].append((spot.span, claim.claim))
                    self._words[spot.address, spot.words].add(claim.claim)

    def same(self, claim: Standing) -> frozenset[str]:
        """The claims that stood at one of its places."""
        found: set[str] = set()
        for spot in claim.spots:
            here = [other for span, other in self._spans[spot.article] if _share(span, spot.span) >= SAME_PLACE]
            found.update(here or self._words[spot.address, spot.words])
        return frozenset(found)


def _share(a: Span, b: Span) -> float:
    both = min(a.end, b.end) - max(a.start, b.start)
    return both / (len(a) + len(b) - both) if both > 0 else 0.0
