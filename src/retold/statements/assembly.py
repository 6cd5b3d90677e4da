"""From chained frames and continuing quotations to attribution records, in text order and with ids."""

from __future__ import annotations

import re

from retold.language.english_times import WEEKDAYS
from retold.records.spans import Span, Spans
from retold.records.statements import ActorType, Attribution, Relay, Speaker
from retold.statements.chains import Chained, merge
from retold.statements.continuation import Continuation
from retold.statements.frames import Link
from retold.statements.kinds import kind_of
from retold.statements.parsed import Parsed
from retold.statements.speakers import Cast, Said, is_plural, speaker_of
from retold.statements.stance import content_stance, stance_of

# A continuing quotation is as sure as the one before it, less the chance that somebody else speaks. Chosen, not fitted:
# the practice chains hold 14 continuing quotations, too few.
CONTINUED = 0.9


def assemble(
    parsed: Parsed, cast: Cast, chained: list[Chained], going_on: list[Continuation]
) -> tuple[Attribution, ...]:
    """The records: speakers resolved from left to right, ids "a1", "a2", … in text order."""
    speakers = _speakers(parsed, cast, chained)
    relays = [tuple(_relay(parsed, cast, link) for link in item.links) for item in chained]
    rows: list[tuple[tuple[int, int], int | None, Continuation | None]] = [
        (_start(item), number, None) for number, item in enumerate(chained)
    ]
    rows += [((c.quote.start, c.quote.start), None, c) for c in going_on]
    rows.sort(key=lambda row: (row[0], row[1] is None))
    ids = {row[1]: f"a{place}" for place, row in enumerate(rows, 1) if row[1] is not None}
    found = []
    latest: dict[int, str] = {}
    for place, (_, number, continued) in enumerate(rows, 1):
        name = f"a{place}"
        if number is not None:
            item = chained[number]
            latest[number] = name
            found.append(_from_frame(parsed, item, name, speakers[number], relays[number], ids))
        elif continued is not None:
            found.append(_from_quote(parsed, continued, name, chained, speakers, relays, latest))
    return tuple(found)


def _start(item: Chained) -> tuple[int, int]:
    return (item.frame.start, item.frame.content[0].start)


def _speakers(parsed: Parsed, cast: Cast, chained: list[Chained]) -> list[Speaker]:
    """A speaker for each frame; what a frame's relays said counts for later pronouns too."""
    order = sorted(range(len(chained)), key=lambda k: (_source_start(chained[k]), k))
    found: dict[int, Speaker] = {}
    said: list[Said] = []
    for number in order:
        frame = chained[number].frame
        speaker, kind = speaker_of(parsed, cast, frame.source, said)
        found[number] = speaker
        if frame.source and chained[number].parent is None:
            position = frame.source[0].start
            sentence = parsed.sentence_index(position)
            phrase = frame.source[0].of(parsed.text)
            said.append(Said(speaker, sentence, position, kind, is_plural(parsed, frame.source), phrase))
            said.extend(_relays_said(parsed, cast, chained[number].links, said))
    return [found[number] for number in range(len(chained))]


def _relays_said(parsed: Parsed, cast: Cast, links: tuple[Link, ...], said: list[Said]) -> list[Said]:
    """Relays as earlier speakers: "They accused …, the Gazette said. … it added" means the Gazette."""
    found = []
    for link in links:
        speaker, kind = speaker_of(parsed, cast, link.spans, said)
        position = link.spans[0].start
        kind = kind or ActorType.ORGANISATION
        found.append(
            Said(speaker, parsed.sentence_index(position), position, kind, False, link.spans[0].of(parsed.text))
        )
    return sorted(found, key=lambda s: s.position)


def _source_start(item: Chained) -> int:
    return item.frame.source[0].start if item.frame.source else item.frame.start


# Which issue of a publication told it is no part of its name: "Wednesday's Harrow Courier".
ISSUE = re.compile(rf"(?:the\s+)?(?:{'|'.join(WEEKDAYS)}|today|yesterday|last\s+week)['’]s\s+(?=\S)", re.IGNORECASE)


def _relay(parsed: Parsed, cast: Cast, link: Link) -> Relay:
    speaker, kind = speaker_of(parsed, cast, link.spans, [])
    text = "; ".join(" ".join(span.of(parsed.text).split()) for span in link.spans)
    name = speaker.name if (speaker.name and kind is not ActorType.PERSON) or link.person else None
    return Relay(ISSUE.sub("", name or speaker.name or text), link.spans, link.person)


def _from_frame(
    parsed: Parsed, item: Chained, name: str, speaker: Speaker, relays: tuple[Relay, ...], ids: dict[int, str]
) -> Attribution:
    frame = item.frame
    stance, decided = stance_of(parsed, frame)
    return Attribution(
        id=name,
        source=merge(frame.source),
        cue=merge(frame.cue),
        content=merge(frame.content),
        kind=kind_of(parsed, frame.content),
        stance=stance,
        speaker=speaker,
        relays=_each_once(relays, speaker),
        parent=ids[item.parent] if item.parent is not None else None,
        confidence=round(frame.confidence, 4),
        method=frame.rule,
        stance_cue=decided,
    )


def _each_once(relays: tuple[Relay, ...], speaker: Speaker) -> tuple[Relay, ...]:
    """The relays without the speaker, and without one that the text names twice."""
    kept: dict[str, Relay] = {}
    for relay in relays:
        if relay.name != speaker.name:
            kept.setdefault(relay.name.casefold(), relay)
    return tuple(kept.values())


def _from_quote(
    parsed: Parsed,
    continued: Continuation,
    name: str,
    chained: list[Chained],
    speakers: list[Speaker],
    relays: list[tuple[Relay, ...]],
    latest: dict[int, str],
) -> Attribution:
    content: Spans = (Span(continued.quote.start, continued.quote.end),)
    stance, decided = content_stance(parsed, content)
    before = latest[continued.of]
    latest[continued.of] = name
    return Attribution(
        id=name,
        source=(),
        cue=(),
        content=content,
        kind=kind_of(parsed, content),
        stance=stance,
        speaker=speakers[continued.of],
        relays=_each_once(relays[continued.of], speakers[continued.of]),
        continues=before,
        confidence=round(chained[continued.of].frame.confidence * CONTINUED, 4),
        method=continued.method,
        stance_cue=decided,
    )
