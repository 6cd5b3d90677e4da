"""Retold reads how news is told and retold.

`annotate`, `collate`, `copies`, `lineage`, `group` and `ledger` are the engines as functions; the nouns that they
answer in live in `retold.records`. `judge`, `undo`, `merge_stories`, `split_story` and `judgements` are a person's
judgements on a database; `versions` and `compare_versions` say what an address carried from capture to capture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retold.version import VERSION

if TYPE_CHECKING:
    from retold.interfaces.api import annotate, collate, copies, group, ledger, lineage
    from retold.interfaces.desk import judge, judgements, merge_stories, split_story, undo
    from retold.interfaces.versions import compare_versions, versions

__version__ = VERSION
__all__ = [
    "__version__",
    "annotate",
    "collate",
    "compare_versions",
    "copies",
    "group",
    "judge",
    "judgements",
    "ledger",
    "lineage",
    "merge_stories",
    "split_story",
    "undo",
    "versions",
]
_JUDGING = frozenset(("judge", "judgements", "merge_stories", "split_story", "undo"))


def __getattr__(name: str) -> Any:
    # Asked for by name, so that `import retold` costs nothing until an engine is wanted.
    if name in _JUDGING:
        from retold.interfaces import desk

        return getattr(desk, name)
    if name in ("versions", "compare_versions"):
        # `retold.interfaces.versions` is a module; the package offers the functions in it.
        from retold.interfaces import versions as found

        return getattr(found, name)
    if name in __all__:
        from retold.interfaces import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
