"""Planting: a seed grows stories, and outlets that tell them.

In: a seed and options. Out: `Planted`: articles as written out, and the truth about them. The same seed and options
give the same bytes; nothing but the seeded generator decides anything.
"""

from __future__ import annotations

import datetime
import random

from retold.planted.banks import bank_of
from retold.planted.comparing import compare
from retold.planted.counting import count_story
from retold.planted.negatives import hard_negatives
from retold.planted.pages import with_page
from retold.planted.plotting import Newsroom, StoryDrafts, grow_story
from retold.planted.records import Bank, Planted, PlantedArticle, PlantedCopy, PlantOptions, Truth
from retold.planted.writing import Written, write

_DEFAULT = PlantOptions()


def plant(seed: int, options: PlantOptions = _DEFAULT) -> Planted:
    """Grow stories from a seed; raises ValueError for options that cannot be met."""
    rng = random.Random(f"retold/{options.bank}/{seed}")
    newsroom = Newsroom(bank_of(Bank(options.bank)), options, rng, f"p{seed}")
    start = datetime.date(2019, 1, 1) + datetime.timedelta(days=rng.randrange(4000))
    grown: list[StoryDrafts] = []
    for number in range(1, options.stories + 1):
        grown.append(grow_story(newsroom, number, start, tuple(grown)))
    newsroom.add_second_stories(grown)
    written = {draft.id: write(draft) for story in grown for draft in story.visible}
    stories = tuple(count_story(story.id, story.cast, tuple(written.values()), newsroom.desks, rng) for story in grown)
    articles = _paged(written, options, rng)
    return Planted(seed, options, stories, articles, _truth(grown, written))


def _paged(written: dict[str, Written], options: PlantOptions, rng: random.Random) -> tuple[PlantedArticle, ...]:
    out: list[PlantedArticle] = []
    for identity in sorted(written):
        item = written[identity]
        out.append(with_page(item) if rng.random() < options.html else item.article)
    return tuple(out)


def _truth(grown: list[StoryDrafts], written: dict[str, Written]) -> Truth:
    parents: dict[str, str | None] = dict.fromkeys(sorted(written))
    copies: list[PlantedCopy] = []
    edits, shifts = [], []
    for story in grown:
        for copy in story.copies:
            child, parent = copy.draft.id, copy.parent
            if parent not in written:
                parents[child] = f"common:{story.hidden[parent]}"
                continue
            parents[child] = parent
            credited = bool(written[child].draft.credit)
            copies.append(PlantedCopy(child, parent, copy.kind, credited))
            found = compare(written[parent], written[child], copy)
            edits.extend(found[0])
            shifts.extend(found[1])
    negatives = hard_negatives(grown, parents)
    return Truth(
        tuple(sorted(copies, key=lambda c: (c.child, c.parent))), tuple(sorted(parents.items())), tuple(edits),
        tuple(shifts), negatives,
    )  # fmt: skip
