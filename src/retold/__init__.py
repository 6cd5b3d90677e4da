"""Retold reads how news is told and retold.

`annotate`, `collate`, `copies`, `lineage`, `group` and `ledger` are the engines as functions; the nouns that they
answer in live in `retold.records`. `judge`, `undo`, `merge_stories`, `split_story` and `judgements` are a person's
judgements on a database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retold.version import VERSION

if TYPE_CHECKING:
    from retold.interfaces.api import annotate, collate, copies, group, ledger, lineage
    from retold.interfaces.desk import judge, judgements, merge_stories, split_story, undo

__version__ = VERSION
__all__ = [
    "__version__",
    "annotate",
    "collate",
    "copies",
    "group",
    "judge",
    "judgements",
    "ledger",
    "lineage",
    "merge_stories",
    "split_story",
    "undo",
]
_JUDGING = frozenset(("judge", "judgements", "merge_stories", "split_story", "undo"))


def __getattr__(name: str) -> Any:
    # Asked for by name, so that `import retold` costs nothing until an engine is wanted.
    if name in _JUDGING:
        from retold.interfaces import desk

        return getattr(desk, name)
    if name in __all__:
        from retold.interfaces import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
