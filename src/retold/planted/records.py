"""What the generator gives: articles as written out, and the truth that was planted in them.

In: nothing. Out: frozen records. Wherever a stage of the product has a noun for a thing, the truth uses the same
noun (`Attribution`, `Timex`, `Quantity`, `Claim`, `Dispute`, `Change` …), so that a test compares like with like.
What always holds: every span is of `PlantedArticle.text`, in code points, and came from the writer that put the
words there, never from a search.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from retold.records.claims import Claim, Dispute
from retold.records.collation import ChangeClass, Reading
from retold.records.documents import Block
from retold.records.spans import Pointer, Span, Spans
from retold.records.statements import Attribution, Quantity, Timex
from retold.records.stories import CopyKind


class Bank(StrEnum):
    """Which prose a story is written from: no two share a story kind, name or clause.

    DEV is to develop on and HELD to confirm on. SEALED is for measuring only: it has copiers' words of its own, and
    nobody reads where an engine errs on it.
    """

    DEV = "dev"
    HELD = "held"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class PlantOptions:
    """How much to plant. The shares are probabilities from 0 to 1.

    `stories` events are planted, each told by a number of articles between `tellings[0]` and `tellings[1]`.
    `copied`: the largest part of a story's tellings that are copies of another.
    `second_story`: an article goes on with a passage about another of the stories. `look_alike`: a story is
    another event of the kind of an earlier one. `hidden_agency`: the agency's own text is not written out.
    `furniture`: an outlet prints labels, teasers, captions and boilerplate. `html`: an article has a web page.
    `undated`: the article's own text and metadata do not give its date.
    """

    bank: Bank = Bank.DEV
    stories: int = 3
    tellings: tuple[int, int] = (4, 9)
    copied: float = 0.5
    second_story: float = 0.2
    look_alike: float = 0.3
    hidden_agency: float = 0.2
    furniture: float = 0.5
    html: float = 0.4
    undated: float = 0.15

    def __post_init__(self) -> None:
        if self.stories < 1 or not 3 <= self.tellings[0] <= self.tellings[1]:
            raise ValueError(f"at least one story and three tellings of it: {self}")


@dataclass(frozen=True, slots=True)
class PlantedPassage:
    """The body stretches of an article that tell one story."""

    story: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class PlantedSentence:
    """One body sentence. `key` is the same in a copy; `skeleton` its words with names and numbers taken out."""

    key: str
    span: Span
    skeleton: str


@dataclass(frozen=True, slots=True)
class PlantedArticle:
    """An article as written out, with all that was planted in it.

    `published` is the true date (ISO 8601); `stated` the date that the text itself prints, or None; `undated` says
    that neither the text nor the metadata written out gives one. `html` is a page that shows the same words, for
    some. `optional` names attributions that are one of two defensible readings (the outer one of "Y reported that
    X said"), which a scorer should neither ask for nor punish. Attributions are in text order.
    """

    id: str
    outlet: str
    published: str
    title: str
    text: str
    html: str | None
    url: str
    stated: str | None
    undated: bool
    style: str
    blocks: tuple[Block, ...]
    passages: tuple[PlantedPassage, ...]
    sentences: tuple[PlantedSentence, ...]
    attributions: tuple[Attribution, ...]
    optional: tuple[str, ...]
    timex: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class PlantedStory:
    """One event: its articles' ids, its claims with occurrences and origins, and its disputes.

    Claims carry the ranges that a careful reader of all the texts would give; `world` says for each claim how many
    people really vouched for it, which the range contains. `not_same` are pairs of claims that look alike.
    """

    id: str
    kind: str
    title: str
    articles: tuple[str, ...]
    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...]
    world: tuple[tuple[str, int], ...]
    not_same: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PlantedCopy:
    """`child` was made from `parent`; `credited` says that the child names where it comes from."""

    child: str
    parent: str
    kind: CopyKind
    credited: bool


@dataclass(frozen=True, slots=True)
class PlantedEdit:
    """One change of words between an article and the copy made from it: the parent's reading, then the copy's."""

    kind: ChangeClass
    detail: str
    readings: tuple[Reading, Reading]


@dataclass(frozen=True, slots=True)
class PlantedShift:
    """What became of a sentence in a copy: `fate` is moved, swapped, dropped, split or added.

    Swapped: it was moved, and to say that what it passed was moved instead explains the order as well.
    """

    fate: str
    parent: str
    child: str
    before: tuple[Pointer, ...]
    after: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class HardNegative:
    """Two articles that share words and are no copies of each other, and why they share them."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Truth:
    """What was planted between articles.

    `lineage` holds each article with its parent: an id, `common:AGENCY` where the agency's text was not written
    out, or None for an article that copied nothing. `copies` are the edges whose two ends were both written out.
    """

    copies: tuple[PlantedCopy, ...]
    lineage: tuple[tuple[str, str | None], ...]
    edits: tuple[PlantedEdit, ...]
    shifts: tuple[PlantedShift, ...]
    hard_negatives: tuple[HardNegative, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """All that one seed grew: stories, articles in order of their ids, and the truth between them."""

    seed: int
    options: PlantOptions
    stories: tuple[PlantedStory, ...]
    articles: tuple[PlantedArticle, ...]
    truth: Truth

    def article(self, identity: str) -> PlantedArticle:
        """The article with this id; raises KeyError when there is none."""
        for article in self.articles:
            if article.id == identity:
                return article
        raise KeyError(identity)
