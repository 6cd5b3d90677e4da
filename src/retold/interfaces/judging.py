"""What a person judges, named as people type it, made into judgements by place.

A claim is named as everywhere (1.4f6e), its second place as 1.4f6e:2, a dispute by its two claims as 1.4f6e/9a2c
(1.4f6e/4f6e where a claim is asserted and denied). Nothing here changes the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.interfaces.library import Library, UnknownIdError
from retold.records.claims import Claim, Occurrence, Position
from retold.records.judgements import Action, Judged, Judgement, Place, Places, undone_by
from retold.records.readings import StoryReading
from retold.records.spans import cover


class JudgingError(Exception):
    """A judgement that cannot be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who judges, when (ISO 8601), and why."""

    who: str
    at: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Target:
    """What was named: its story, the claim that it belongs to, and its sides."""

    asked: str
    judged: Judged
    reading: StoryReading
    claim: Claim
    sides: tuple[Places, ...]


_NEEDS_REASON = (Action.REJECT, Action.MERGE, Action.SPLIT, Action.NOTE)


def judge(library: Library, action: Action, asked: Sequence[str], signature: Signature) -> tuple[Judgement, ...]:
    """Judgements, without ids yet, on claims, places or disputes; raises JudgingError and UnknownIdError."""
    _check(action, signature)
    targets = [_target(library, name) for name in asked]
    if action is Action.MERGE:
        return (_merged(targets, signature),)
    if action is Action.SPLIT:
        return (_split(targets, signature),)
    return tuple(_draft(action, t.judged, _sides(action, t), signature) for t in targets)


def undo(library: Library, asked: str, signature: Signature) -> Judgement:
    """The judgement, without id yet, that takes another back; an undo taken back brings that other one back."""
    _check(Action.UNDO, signature)
    held = library.store.judgements()
    if asked not in {judgement.id for judgement in held}:
        raise UnknownIdError(f"no judgement {asked!r}; list them with: retold judgements")
    already = undone_by(held).get(asked)
    if already:
        raise JudgingError(f"{asked} is undone already, by {already}; to bring it back: retold judge undo {already}")
    return Judgement("", signature.at, signature.who, Action.UNDO, Judged.JUDGEMENT, (), signature.reason, asked)


def merge_stories(library: Library, asked: Sequence[str], signature: Signature) -> Judgement:
    """The judgement that these stories are one; raises JudgingError and UnknownIdError."""
    _check(Action.MERGE, signature)
    readings = {reading.story.id: reading for reading in map(library.reading, asked)}
    if len(readings) < 2:
        raise JudgingError("merging needs two different stories: retold story merge 1 2 --reason …")
    sides = tuple(_passages(library, reading, None) for _, reading in sorted(readings.items()))
    return _draft(Action.MERGE, Judged.STORY, sides, signature)


def split_story(library: Library, story: str, articles: Sequence[str], signature: Signature) -> Judgement:
    """The judgement that these articles tell another story than the rest; raises JudgingError and UnknownIdError."""
    _check(Action.SPLIT, signature)
    reading = library.reading(story)
    own = sorted({passage.article for passage in reading.passages})
    leaving = {_article(asked, own, story) for asked in articles}
    if not leaving:
        raise JudgingError(f"name the articles that leave: retold story split {story} ARTICLE… --reason …")
    if len(leaving) == len(own):
        raise JudgingError("a split must leave an article in the story")
    staying = set(own) - leaving
    sides = (_passages(library, reading, leaving), _passages(library, reading, staying))
    return _draft(Action.SPLIT, Judged.STORY, sides, signature)


def _check(action: Action, signature: Signature) -> None:
    if not signature.who.strip():
        raise JudgingError("a judgement needs a name: give one with --who")
    if action in _NEEDS_REASON and not signature.reason.strip():
        what = "a note needs words" if action is Action.NOTE else f"to {action.value} needs a reason"
        raise JudgingError(f"{what}: give them with --reason" if action is Action.NOTE else f"{what}: --reason …")


def _draft(action: Action, judged: Judged, sides: tuple[Places, ...], signature: Signature) -> Judgement:
    return Judgement("", signature.at, signature.who.strip(), action, judged, sides, signature.reason.strip())


def _target(library: Library, asked: str) -> _Target:
    if "/" in asked:
        return _dispute(library, asked)
    name, colon, number = asked.partition(":")
    reading, claim = library.claim(name)
    places = tuple(_place(library, occurrence) for occurrence in claim.occurrences)
    if not colon:
        return _Target(asked, Judged.CLAIM, reading, claim, (places,))
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= len(places)):
        raise JudgingError(f"{name} has places 1 to {len(places)}, not {number!r}; see: retold claim {name}")
    own = int(number) - 1
    return _Target(asked, Judged.OCCURRENCE, reading, claim, ((places[own],), (*places[:own], *places[own + 1 :])))


def _dispute(library: Library, asked: str) -> _Target:
    left, _, right = asked.partition("/")
    reading, a = library.claim(left)
    story = left.rpartition(".")[0]
    other, b = library.claim(right if "." in right else f"{story}.{right}")
    found = [d for d in reading.ledger.disputes if {d.a, d.b} == {a.id, b.id}]
    if other.story.id != reading.story.id or not found:
        raise JudgingError(f"{left} and {right} are not in dispute; list disputes with: retold disputes {story}")
    if a.id != b.id:
        sides = tuple(tuple(_place(library, o) for o in claim.occurrences) for claim in (a, b))
    else:
        asserting = tuple(_place(library, o) for o in a.occurrences if o.position is Position.ASSERT)
        against = tuple(_place(library, o) for o in a.occurrences if o.position is not Position.ASSERT)
        sides = (asserting, against)
    return _Target(asked, Judged.DISPUTE, reading, a, sides)


def _place(library: Library, occurrence: Occurrence) -> Place:
    return Place.of(occurrence.article, occurrence.span, library.article(occurrence.article).text)


def _sides(action: Action, target: _Target) -> tuple[Places, ...]:
    if target.judged is not Judged.OCCURRENCE:
        return target.sides
    if action is not Action.REJECT:
        return target.sides[:1]
    if not target.sides[1]:
        name = target.asked.partition(":")[0]
        raise JudgingError(
            f"{target.asked} is the only place of its claim; reject the claim: retold judge reject {name}"
        )
    return target.sides


def _merged(targets: Sequence[_Target], signature: Signature) -> Judgement:
    claims = {target.claim.id: target for target in targets}
    for target in targets:
        if target.judged is not Judged.CLAIM:
            raise JudgingError(f"claims are merged whole: {target.asked!r} is not one")
    if len(claims) < 2:
        raise JudgingError("merging needs two different claims: retold judge merge 1.4f6e 1.9a2c --reason …")
    stories = sorted({target.reading.story.id for target in targets})
    if len(stories) > 1:
        raise JudgingError(
            f"these claims are of {len(stories)} stories; first: retold story merge {' '.join(stories)} --reason …"
        )
    return _draft(Action.MERGE, Judged.CLAIM, tuple(t.sides[0] for _, t in sorted(claims.items())), signature)


def _split(targets: Sequence[_Target], signature: Signature) -> Judgement:
    for target in targets:
        if target.judged is not Judged.OCCURRENCE:
            raise JudgingError(
                f"a split names the places that leave, such as {target.asked.partition('/')[0]}:2; "
                f"see: retold claim {target.asked.partition('/')[0]}"
            )
    if len({target.claim.id for target in targets}) > 1:
        raise JudgingError("a split is of one claim; these places are of several")
    leaving = tuple(sorted({place for target in targets for place in target.sides[0]}))
    staying = tuple(sorted(set(targets[0].sides[0] + targets[0].sides[1]) - set(leaving)))
    if not staying:
        raise JudgingError("a split must leave a place in the claim")
    return _draft(Action.SPLIT, Judged.CLAIM, (leaving, staying), signature)


def _passages(library: Library, reading: StoryReading, articles: set[str] | None) -> Places:
    """The places of a story's passages, of these articles or of all."""
    chosen = (p for p in reading.passages if articles is None or p.article in articles)
    return tuple(Place.of(p.article, cover(p.spans), library.article(p.article).text) for p in chosen)


def _article(asked: str, own: Sequence[str], story: str) -> str:
    """An article of a story by its id or the start of it."""
    found = [asked] if asked in own else [identity for identity in own if asked and identity.startswith(asked)]
    if len(found) > 1:
        raise UnknownIdError(f"{asked!r} is the start of {len(found)} article ids; give more of it")
    if not found:
        raise UnknownIdError(f"no article {asked!r} in story {story}; see: retold story {story}")
    return found[0]
