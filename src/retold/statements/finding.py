"""All frames of an article: what the grammar finds, put together."""

from __future__ import annotations

from retold.records.spans import Spans
from retold.statements.asides import aside_frames
from retold.statements.frames import Frame
from retold.statements.other_cues import according_frames, citing_frames, head_of, headline_frames, noun_frames
from retold.statements.parsed import Parsed
from retold.statements.publications import is_publication
from retold.statements.spans import alike, meet, places_of, shared_size
from retold.statements.verb_cues import verb_frames


def find_frames(parsed: Parsed, headlines: Spans) -> list[Frame]:
    """The frames that single constructions give, in no particular order."""
    return [
        *verb_frames(parsed),
        *according_frames(parsed),
        *noun_frames(parsed),
        *headline_frames(parsed, headlines),
    ]


def cite_frames(parsed: Parsed, frames: list[Frame]) -> list[Frame]:
    """With the one whom a publication cites as the source in the publication's place.

    What a finder took for a statement of its own inside the cited phrase, or told twice of the publication, is dropped.
    """
    asides = aside_frames(parsed)
    around = places_of([aside.zone for aside in asides])
    frames = [frame for frame in frames if not any(_is_inside(frame, asides[k]) for k in around.near(frame.spans))]
    cited = citing_frames(parsed, frames)
    replaced = {number for number, _ in cited}
    rest = [frame for number, frame in enumerate(frames) if number not in replaced]
    chains = [frame for _, frame in cited]
    chains += [frame for frame in rest if frame.rule == "quoted-as-saying"]
    places = places_of([chain.spans for chain in chains])
    kept = [
        frame
        for frame in rest
        if frame.rule == "quoted-as-saying" or not any(_is_echo(frame, chains[k]) for k in places.near(frame.spans))
    ]
    return [*kept, *(frame for _, frame in cited), *asides]


def _is_inside(frame: Frame, aside: Frame) -> bool:
    """Whether a frame reads the aside's own reporting clause, or takes whom it cites for something said."""
    zone = aside.zone[0]
    return any(zone.contains(cue) for cue in frame.cue) or meet(frame.content, aside.source)


def _is_echo(frame: Frame, chain: Frame) -> bool:
    """Whether a frame takes the cited people for a content, or gives the chain's content to its relay."""
    size = sum(len(span) for span in frame.content)
    if 2 * shared_size(frame.content, chain.source) > size:
        return True
    relays = tuple(span for link in chain.links for span in link.spans)
    if alike(frame.content, chain.content):
        return meet(frame.source, relays)
    around = 2 * shared_size(frame.content, (*chain.source, *chain.content)) > size
    return around and frame.rule == "tagger-attitude"


def is_person(parsed: Parsed, frame: Frame) -> bool:
    """Whether a frame's source is a person or body, not a publication, as far as its relay is concerned."""
    return bool(frame.source) and not is_publication(parsed, head_of(parsed, frame.source[0]))
