"""A person's judgements entered: rows added, and what they touch brought up to date.

In: judgements without ids. Out: the rows as kept, and the stories that were read anew. Everything else stays as it
is; when the work is cut off after the rows were added, the next run goes on from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.language.outlets import REGISTRY
from retold.pipeline.progress import Progress, silent
from retold.records.judgements import Judgement, meant
from retold.records.outlets import Registry
from retold.records.stories import StoryChange
from retold.store.contract import Store


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of judgements: the rows, the stories read anew, and what became of earlier stories."""

    judgements: tuple[Judgement, ...]
    read: tuple[str, ...] = ()
    changes: tuple[StoryChange, ...] = ()


def decide(
    drafts: Sequence[Judgement], store: Store, outlets: Registry = REGISTRY, progress: Progress = silent
) -> Decision:
    """Add `drafts`, in order, under the next ids, and read anew what they touch.

    `outlets` are those that the store was read with.
    """
    with store.transaction():
        held = store.judgements()
        entered = tuple(replace(draft, id=f"j{len(held) + n}") for n, draft in enumerate(drafts, 1))
        for judgement in entered:
            store.add_judgement(judgement)
    what = [meant(judgement, (*held, *entered)) for judgement in entered]
    if not any(j.shapes_claims or j.shapes_stories for j in what):
        return Decision(entered)
    # Imported here: reading loads the engines, which a mark or a note need not wait for.
    from retold.pipeline.reading import ReadOptions, bring_up_to_date, reread

    if any(j.shapes_stories for j in what):
        last = entered[-1]
        summary = bring_up_to_date(store, ReadOptions(outlets=outlets), progress, last.at, last.id)
        return Decision(entered, summary.read, summary.changes)
    articles = {place.pointer.article for j in what for side in j.sides for place in side}
    return Decision(entered, reread(store.stories_of(articles), store, outlets, progress))
