"""Articles before they are written out: sentences as trees, and what is meant by their marks.

In: nothing. Out: frozen drafts. The mappings are keyed by the ids that the trees' marks carry; a copy has its own.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from retold.planted.styles import HouseStyle
from retold.planted.trees import Sentence
from retold.records.claims import Position
from retold.records.statements import Speaker, Stance


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publication: its printed name without article, short forms, and its house style."""

    name: str
    short: str
    sort: str
    style: HouseStyle
    paper: bool

    @property
    def phrase(self) -> str:
        """The name as it stands in a sentence: with an article, unless it is a broadcaster or a site."""
        if self.name.startswith("The "):
            return "the " + self.name[4:]
        return self.name if self.sort in ("broadcaster", "website") else f"the {self.name}"

    @property
    def canonical(self) -> str:
        """The name without its article."""
        return self.name.removeprefix("The ")


@dataclass(frozen=True, slots=True)
class AttributionPlan:
    """What is meant by one attribution; `relays` are canonical names from the speaker outward."""

    stance: Stance
    speaker: Speaker
    relays: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    parent: str | None = None
    continues: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class OccurrencePlan:
    """One statement of a claim. `root` is the key of the actor behind it (with the outlet for unnamed people).

    `access` is "own" where the text says that the outlet itself heard or saw it, "plain" where it does not say how,
    "relay" where the statement came through another publication.
    """

    claim: str
    position: Position
    root: str | None
    relays: tuple[str, ...]
    attribution: str | None
    access: str


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """A run of paragraphs on one story."""

    story: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One article: its passages, the meaning of their marks, and the furniture around them."""

    id: str
    outlet: Outlet
    published: datetime.date
    title: str
    deck: str
    place: str
    byline: str
    credit: str
    passages: tuple[PassageDraft, ...]
    attributions: dict[str, AttributionPlan] = field(default_factory=dict)
    occurrences: dict[str, OccurrencePlan] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    teasers: tuple[tuple[str, str], ...] = ()
    caption: str = ""
    boilerplate: str = ""
    undated: bool = False

    @property
    def story(self) -> str:
        """The story that the article opens with."""
        return self.passages[0].story
