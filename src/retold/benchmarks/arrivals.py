"""Bench `arrivals`: articles that come a few at a time, grouped anew each time, beside all of them in one batch.

An arrival is an article that joins a story which is there; its story's id is kept when no row says that it changed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from retold.benchmarks.data import fingerprint, read_rows
from retold.benchmarks.records import Figure, Measured
from retold.benchmarks.scoring.counting import share
from retold.pipeline.answers import article_of
from retold.records.stories import ChangeKind, Story
from retold.stories.changes import story_changes
from retold.stories.groups import PassageText, group, of_passage
from retold.stories.passages import find_passages

# Articles at a time: one where that takes seconds, more where it would take an hour.
SETS = {"basil": 1, "allsides-full": 300}
FILES = tuple(f"data/{name}/dev.jsonl.gz" for name in SETS)
SEED = 7


@dataclass(slots=True)
class Run:
    """What came of one order of arrival."""

    stories: tuple[Story, ...] = ()
    joined: int = 0
    renamed: int = 0
    merged: int = 0
    split: int = 0
    untold: int = 0
    first_by_id: int = 0
    seconds: float = 0.0


def measure(shared: Path) -> Measured:
    """Each corpus in order of publication, and in an order drawn by lot."""
    figures: list[Figure] = []
    notes: list[str] = []
    for (name, step), file in zip(SETS.items(), FILES, strict=True):
        articles = [article_of(row) for row in read_rows(shared / file)]
        told = [[of_passage(article, passage) for passage in find_passages(article)] for article in articles]
        told = sorted(filter(None, told), key=lambda own: (own[0].published or "9", own[0].passage))
        drawn = list(told)
        random.Random(SEED).shuffle(drawn)
        batch = group([item for own in told for item in own])
        for order, runs in (("in order of publication", told), ("in any order", drawn)):
            run = arrive(runs, step)
            figures += [
                Figure(f"{name}, {order}: stories as in one batch", share(len({*run.stories} & {*batch}), len(batch))),
                Figure(f"{name}, {order}: changes of company that a row tells", 1 - share(run.untold, run.joined)),
                Figure(f"{name}, {order}: ids kept", 1 - share(run.renamed, run.joined), gated=order != "in any order"),
            ]
            notes.append(
                f"{name}, {order}, {step} at a time: {len(runs)} articles, {run.joined} join a story; {run.renamed} "
                f"change its id (if named by the smallest id: {run.first_by_id}), {run.merged} mergers, "
                f"{run.split} splits; "
                f"grouping took {run.seconds:.1f} s in all"
            )
    return Measured("arrivals", fingerprint(shared, FILES), tuple(figures), tuple(notes))


def arrive(articles: Sequence[Sequence[PassageText]], step: int) -> Run:
    """Take articles in, `step` at a time, and follow what becomes of the stories."""
    run = Run()
    items: list[PassageText] = []
    for new in _in_steps(articles, step):
        items += new
        before, former = run.stories, {story.id: story for story in run.stories}
        began = time.perf_counter()
        run.stories = group(items)
        run.seconds += time.perf_counter() - began
        was = {passage: story.id for story in before for passage in story.passages}
        _count(run, was, former)
    return run


def _count(run: Run, was: dict[str, str], former: dict[str, Story]) -> None:
    changes = story_changes(was, run.stories, former.get)
    kinds = [change.kind for change in changes]
    run.renamed += kinds.count(ChangeKind.RENAMED)
    run.merged += kinds.count(ChangeKind.MERGED)
    run.split += kinds.count(ChangeKind.SPLIT)
    told = {(b, a) for change in changes for b in change.before for a in change.after}
    for story in run.stories:
        earlier = [passage for passage in story.passages if passage in was]
        run.joined += (len(story.passages) - len(earlier)) if earlier else 0
        run.untold += sum((was[passage], story.id) not in told and was[passage] != story.id for passage in earlier)
        run.first_by_id += bool(earlier) and min(story.passages) != min(earlier)


def _in_steps(articles: Sequence[Sequence[PassageText]], step: int) -> Iterator[list[PassageText]]:
    for start in range(0, len(articles), step):
        yield [item for own in articles[start : start + step] for item in own]
