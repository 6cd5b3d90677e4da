"""Which stories of an archive a new text belongs to, without putting it into one.

In: the new text's passages (and parts of them), the archive's passages, and its stories. Out: the stories that are not
unlike it, nearest first, each with the pair that says so. Always holds: likeness is the one that grouping uses; the new
text changes no story; neither the order of passages nor that of stories matters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retold.records.stories import Story
from retold.stories.groups import GroupOptions, PassageText
from retold.stories.likeness import vectors


@dataclass(frozen=True, slots=True)
class Nearness:
    """A story near a text: its best pair of passages (`mine` of the text, `theirs` of the story) and their likeness.

    `words` are those that speak most for it.
    """

    story: str
    score: float
    mine: str
    theirs: str
    words: tuple[str, ...]


def find_stories(
    text: Sequence[PassageText], archive: Sequence[PassageText], stories: Sequence[Story], options: GroupOptions
) -> tuple[Nearness, ...]:
    """The stories with a passage that is not unlike one of the text's: from the floor of likeness on.

    Few sentences are less like a whole article than articles of one story are like each other. With two sentences drawn
    from an article, its story was among the five nearest for 94% (basil, dev) and 98% (ecbplus, dev), above grouping's
    threshold for 52% and 78%; sharing rare words sentence by sentence ranked worse (.88 to .91 and .95 to .96). Days do
    not count: a draft may be about an old event.
    """
    mine = sorted(text, key=lambda item: item.passage)
    theirs = sorted(archive, key=lambda item: item.passage)
    if not mine or not theirs:
        return ()
    both = [*mine, *theirs]
    terms = vectors([f"{p.title}\n{p.text}" if p.title else p.text for p in both], options.likeness)
    scores = (terms.matrix[: len(mine)] @ terms.matrix[len(mine) :].T).toarray()
    best = np.argmax(scores, axis=0)
    place = {item.passage: n for n, item in enumerate(theirs)}
    found = []
    for story in stories:
        held = [place[passage] for passage in story.passages if passage in place]
        if not held:
            continue
        column = max(held, key=lambda n: (scores[best[n], n], -n))
        row = int(best[column])
        score = float(scores[row, column])
        if score >= options.likeness.floor:
            words = tuple(one.word for one in terms.shared(row, len(mine) + column))
            found.append(Nearness(story.id, round(score, 4), mine[row].passage, theirs[column].passage, words))
    return tuple(sorted(found, key=lambda near: (-near.score, near.story)))
