"""Bench `actors`: named mentions of one actor put together, within and across the documents of MEANTIME.

A found mention answers for one gold mention that it overlaps. MEANTIME does not tell a government from its country,
so that both count as one here; it names products and stock indices too, which are no actors and which are asked for
only in "all types".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from retold.benchmarks.data import Row, fingerprint, read_rows
from retold.benchmarks.records import Figure, Measured
from retold.benchmarks.scoring.identities import Named, across, within
from retold.pipeline.answers import article_of
from retold.records.identities import Sighting
from retold.records.statements import ActorType, Annotation, Mention
from retold.statements import annotate, load_engine
from retold.statements.actors import identify

FILES = ("data/meantime/dev.jsonl.gz",)
ACTORS = ("PER", "ORG", "LOC")
SPEAKING = (ActorType.PERSON, ActorType.ORGANISATION)


def measure(shared: Path) -> Measured:
    """Annotate every document as the pipe does."""
    rows = read_rows(shared / FILES[0])
    engine = load_engine()
    read = {row["id"]: annotate(article_of({**row, "published": row["dct"]}), engine) for row in rows}
    named = [place.named for row in rows for place in named_mentions(row, read[row["id"]].mentions)]
    actors = [mention for mention in named if mention.type in ACTORS]
    figures = (
        *(Figure(f"{kind}: F1", within(m for m in named if m.type == kind).f1) for kind in ACTORS),
        Figure("PER, ORG and LOC: F1", within(actors).f1),
        Figure("all types: F1", within(named).f1),
        Figure("across documents: F1", across(_joined(named, read)).f1),
    )
    return Measured("actors", fingerprint(shared, FILES), figures, (f"{len(rows)} articles, {len(named)} names",))


@dataclass(frozen=True, slots=True)
class Place:
    """A gold name: its words, and what answers for it."""

    words: str
    named: Named


def named_mentions(row: Row, mentions: Sequence[Mention]) -> list[Place]:
    """The gold names of a document, each with what answers for it."""
    names = [e for e in row["entities"] if "NAM" in (e["syntactic"] or "") and e["entity"] and e["type"]]
    kept = sorted((e for e in names if not _is_around(e, names)), key=lambda e: (e["start"], e["end"]))
    answers = _answers(kept, mentions)
    return [
        Place(row["text"][e["start"] : e["end"]], Named(row["id"], e["type"], e["entity"], _identity(answer)))
        for e, answer in zip(kept, answers, strict=True)
    ]


def _is_around(outer: Row, names: Iterable[Row]) -> bool:
    """Whether this is a description around a name of the same entity ("chief executive Ana Brix" around "Ana Brix")."""
    return any(
        outer["entity"] == e["entity"]
        and outer["start"] <= e["start"]
        and e["end"] <= outer["end"]
        and (outer["start"], outer["end"]) != (e["start"], e["end"])
        for e in names
    )


def _answers(names: Sequence[Row], mentions: Sequence[Mention]) -> list[Mention | None]:
    """One to one; mentions with the same end first, for an English name ends with its head."""
    pairs = []
    for i, name in enumerate(names):
        for j, mention in enumerate(mentions):
            overlap = min(name["end"], mention.span.end) - max(name["start"], mention.span.start)
            if overlap > 0:
                length = max(name["end"] - name["start"], len(mention.span))
                pairs.append((name["end"] != mention.span.end, -overlap / length, i, j))
    answers: list[Mention | None] = [None] * len(names)
    used: set[int] = set()
    for *_, i, j in sorted(pairs):
        if answers[i] is None and j not in used:
            answers[i] = mentions[j]
            used.add(j)
    return answers


def _identity(mention: Mention | None) -> str | None:
    return None if mention is None or mention.actor is None else _as_country(mention.actor)


def _as_country(actor: str) -> str:
    return actor.removeprefix("government-of-")


def _joined(named: Iterable[Named], read: Mapping[str, Annotation]) -> list[Named]:
    """The same mentions, the actors of all documents joined where they are one, as `retold who` joins them."""
    sightings = [
        Sighting(document, actor, beside=frozenset(a.id for a in found.actors if a.type in SPEAKING and a != actor))
        for document, found in sorted(read.items())
        for actor in found.actors
    ]
    joined = {
        (m.sighting.article, _as_country(m.sighting.actor.id)): _as_country(identity.id)
        for identity in identify(sightings)
        for m in identity.members
        if m.sure
    }
    return [m if m.found is None else replace(m, found=joined.get((m.document, str(m.found)), m.found)) for m in named]
