"""The claims of a story as its articles state them, with disputes and counted origins.

In: the written articles that hold passages of the story, and its cast. Out: a `PlantedStory`. Origins follow the
definitions of the project's design ("How origins are counted"): speakers, observers and retellings.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from retold.planted.casting import Cast
from retold.planted.drafts import OccurrencePlan
from retold.planted.records import PlantedStory
from retold.planted.writing import Written
from retold.records.claims import (
    Claim,
    Dispute,
    DisputeReason,
    Occurrence,
    Origin,
    Origins,
    Position,
    Range,
)
from retold.records.statements import Relay, Speaker


@dataclass(frozen=True, slots=True)
class _Seen:
    """An occurrence where it stands; `first` is the outlet whose desk wrote the words."""

    article: Written
    plan: OccurrencePlan
    occurrence: Occurrence
    first: str


def count_story(
    story: str, cast: Cast, written: Sequence[Written], desks: dict[str, str], rng: random.Random
) -> PlantedStory:
    """Claims in order of first statement. `desks` gives the outlet behind the prefix of each occurrence's id."""
    seen: dict[str, list[_Seen]] = {}
    for article in sorted(written, key=lambda w: (w.article.published, w.article.id)):
        for key, plan in article.draft.occurrences.items():
            if key not in article.stated or not key.startswith(f"{story}/"):
                continue
            occurrence = _occurrence(article, key, plan, cast)
            first = desks[key.rpartition("/")[0]]
            seen.setdefault(plan.claim, []).append(_Seen(article, plan, occurrence, first))
    claims = tuple(_claim(story, fact, found, cast) for fact, found in seen.items())
    world = tuple((claim.id, rng.randint(claim.origins.speakers.low, claim.origins.speakers.high)) for claim in claims)
    told = {w.article.id for w in written if any(p.story == story for p in w.article.passages)}
    return PlantedStory(
        story, cast.kind.name, cast.kind.name.replace("-", " "), tuple(sorted(told)), claims,
        _disputes(story, cast, seen), world,
        tuple((f"{story}:{a}", f"{story}:{b}", why) for a, b, why in cast.kind.look_alikes if a in seen and b in seen),
    )  # fmt: skip


def _occurrence(article: Written, key: str, plan: OccurrencePlan, cast: Cast) -> Occurrence:
    speaker: Speaker | None = None
    attribution: str | None = None
    relays: tuple[Relay, ...] = tuple(Relay(name) for name in plan.relays)
    found = article.attribution(plan.attribution)
    if found is not None:
        attribution = found.id
        relays = found.relays or relays
        speaker = found.speaker if plan.root is not None else None
    return Occurrence(
        article.article.id, article.stated[key], plan.position, speaker, relays, attribution, why=plan.access
    )


def _claim(story: str, fact: str, found: list[_Seen], cast: Cast) -> Claim:
    plainest = next((s for s in found if s.plan.position is Position.ASSERT), found[0])
    text = plainest.occurrence.span.of(plainest.article.article.text)
    ordered = tuple(s.occurrence for s in found)
    return Claim(f"{story}:{fact}", text, ordered, _origins(found, cast))


def _origins(found: list[_Seen], cast: Cast) -> Origins:
    asserting = [s for s in found if s.plan.position is Position.ASSERT]
    named: dict[str, list[_Seen]] = {}
    groups: dict[str, int] = {}
    sure: dict[str, list[_Seen]] = {}
    unsure: dict[str, list[_Seen]] = {}
    reports: list[_Seen] = []
    for seen in asserting:
        root = seen.plan.root
        if root is not None and "@" in root:
            stated = seen.occurrence.speaker.count if seen.occurrence.speaker else None
            groups[root] = max(groups.get(root, 1), stated or 1)
        elif root is not None:
            named.setdefault(root, []).append(seen)
        _observe(seen, sure, unsure, reports)
    if reports and not any(s.plan.access == "relay" for s in asserting):
        sure["a report"] = reports
    only_unsure = [name for name in unsure if name not in sure]
    low = _fewest(set(named), groups, cast)
    high = len(named) + sum(groups.values())
    speakers = Range(low, high)
    observers = Range(max(1, len(sure)), max(1, len(sure) + len(only_unsure))) if asserting else Range(0, 0)
    roots = tuple(Origin("outlet", name, _articles(s), "heard or saw it itself") for name, s in sorted(sure.items()))
    roots += tuple(
        Origin("outlet", name, _articles(unsure[name]), "does not say how it knows", False)
        for name in sorted(only_unsure)
    )
    return Origins(speakers, observers, len({s.article.article.id for s in found}), roots)


def _fewest(named: set[str], groups: dict[str, int], cast: Cast) -> int:
    """The fewest roots: unnamed people may be each other, or the named people, but no bodies.

    A minister may only speak for the ministry.
    """
    spoken_for = sum(body in named and person in named for body, person in cast.kind.mouths)
    people = sum(cast.actor(key).sort == "person" for key in named) - spoken_for
    bodies = len(named) - people - spoken_for
    return bodies + max(people, max(groups.values(), default=0))


def _observe(seen: _Seen, sure: dict[str, list[_Seen]], unsure: dict[str, list[_Seen]], reports: list[_Seen]) -> None:
    plan = seen.plan
    if plan.access == "relay":
        for name in plan.relays[:1]:
            sure.setdefault(name, []).append(seen)
    elif plan.access == "report":
        reports.append(seen)
    else:
        (sure if plan.access == "own" else unsure).setdefault(seen.first, []).append(seen)


def _articles(found: list[_Seen]) -> tuple[str, ...]:
    return tuple(sorted({s.article.article.id for s in found}))


def _disputes(story: str, cast: Cast, seen: dict[str, list[_Seen]]) -> tuple[Dispute, ...]:
    out: list[Dispute] = []
    for fact, found in seen.items():
        positions = {s.plan.position for s in found}
        if Position.ASSERT in positions and len(positions) > 1:
            claim = f"{story}:{fact}"
            out.append(Dispute(claim, claim, DisputeReason.DENIAL, "asserted and denied"))
    for rivalry in cast.kind.rivalries:
        sides = (seen.get(rivalry.a, []), seen.get(rivalry.b, []))
        if all(any(s.plan.position is Position.ASSERT for s in side) for side in sides):
            why = DisputeReason(rivalry.why)
            out.append(Dispute(f"{story}:{rivalry.a}", f"{story}:{rivalry.b}", why, "cannot both hold"))
    return tuple(out)
