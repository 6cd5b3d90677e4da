"""Judging a database from Python: what `retold judge`, `retold story merge|split` and `retold judgements` do.

    retold.judge("retold.db", "reject", "1.4f6e:2", who="Ann Dow", reason="he speaks of the old bridge")

Claims, places and disputes are named as on the command line. Each function opens the database for itself; what cannot
be done raises `JudgingError`, `UnknownIdError`, `SettingsError` or `StoreError`, and then no row was added.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from retold.interfaces import judging
from retold.interfaces.judged import Ruling, touched
from retold.interfaces.judging import Signature
from retold.interfaces.library import Library
from retold.interfaces.settings import load_settings
from retold.language.outlets import REGISTRY
from retold.pipeline.deciding import Decision, decide
from retold.records.claims import Claim
from retold.records.judgements import Action, Judgement, meant
from retold.records.outlets import Registry
from retold.store.contract import Store
from retold.store.database import open_store

Make = Callable[[Library, Signature], Sequence[Judgement]]


@dataclass(frozen=True, slots=True)
class Entered:
    """What was judged, and the claims whose counts may have changed by it: as they were, and as they are now."""

    decision: Decision
    before: tuple[Claim, ...]
    now: tuple[Claim, ...]


def enter(store: Store, make: Make, signature: Signature, outlets: Registry = REGISTRY) -> Entered:
    """Make judgements, keep them, and bring up to date what they touch."""
    library = Library(store)
    drafts = make(library, signature)
    what = [meant(draft, library.judgements) for draft in drafts]
    before = touched(what, library)
    decision = decide(drafts, store, outlets)
    return Entered(decision, before, touched(what, Library(store)) if decision.read else before)


def judge(
    database: str | os.PathLike[str], action: str, *asked: str, who: str, reason: str = "", at: str = ""
) -> tuple[Judgement, ...]:
    """Accept, reject, merge, split or note; `at` is an ISO 8601 time, by default now."""
    deed = Action(action)
    return _entered(database, lambda library, s: judging.judge(library, deed, asked, s), who, reason, at)


def undo(
    database: str | os.PathLike[str], judgement: str, *, who: str, reason: str = "", at: str = ""
) -> tuple[Judgement, ...]:
    """Take a judgement back."""
    return _entered(database, lambda library, s: (judging.undo(library, judgement, s),), who, reason, at)


def merge_stories(
    database: str | os.PathLike[str], *stories: str, who: str, reason: str, at: str = ""
) -> tuple[Judgement, ...]:
    """Make several stories one."""
    return _entered(database, lambda library, s: (judging.merge_stories(library, stories, s),), who, reason, at)


def split_story(
    database: str | os.PathLike[str], story: str, *articles: str, who: str, reason: str, at: str = ""
) -> tuple[Judgement, ...]:
    """Part articles from a story, to be one of their own."""
    return _entered(database, lambda library, s: (judging.split_story(library, story, articles, s),), who, reason, at)


def judgements(database: str | os.PathLike[str]) -> tuple[Ruling, ...]:
    """All judgements in order, each with how it stands."""
    with _opened(database) as store:
        return Library(store).rulings


def _entered(database: str | os.PathLike[str], make: Make, who: str, reason: str, at: str) -> tuple[Judgement, ...]:
    signature = Signature(who, at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), reason)
    with _opened(database) as store:
        return enter(store, make, signature, load_settings(None, Path(database)).outlets).decision.judgements


@contextmanager
def _opened(database: str | os.PathLike[str]) -> Iterator[Store]:
    store = open_store(Path(database))
    try:
        yield store
    finally:
        store.close()
