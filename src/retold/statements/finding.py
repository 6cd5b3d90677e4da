"""All frames of an article: what the grammar finds, put together."""

from __future__ import annotations

from retold.records.spans import Spans
from retold.statements.frames import Frame
from retold.statements.other_cues import according_frames, citing_frames, head_of, headline_frames, noun_frames
from retold.statements.parsed import Parsed
from retold.statements.publications import is_publication
from retold.statements.verb_cues import verb_frames


def find_frames(parsed: Parsed, headlines: Spans) -> list[Frame]:
    """The frames in no particular order; one that a citing frame replaces is left out."""
    verbs = verb_frames(parsed)
    citing = citing_frames(parsed, verbs)
    replaced = {frame.zone for frame in citing}
    verbs = [frame for frame in verbs if frame.zone not in replaced]
    return [*verbs, *citing, *according_frames(parsed), *noun_frames(parsed), *headline_frames(parsed, headlines)]


def is_person(parsed: Parsed, frame: Frame) -> bool:
    """Whether a frame's source is a person or body, not a publication, as far as its relay is concerned."""
    return bool(frame.source) and not is_publication(parsed, head_of(parsed, frame.source[0]))
