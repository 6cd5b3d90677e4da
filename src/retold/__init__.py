"""Retold reads how news is told and retold.

`annotate`, `collate`, `copies`, `lineage`, `group` and `ledger` are the engines as functions; the nouns that they
answer in live in `retold.records`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from retold.version import VERSION

if TYPE_CHECKING:
    from retold.interfaces.api import annotate, collate, copies, group, ledger, lineage

__version__ = VERSION
__all__ = ["__version__", "annotate", "collate", "copies", "group", "ledger", "lineage"]


def __getattr__(name: str) -> Any:
    # Asked for by name, so that `import retold` costs nothing until an engine is wanted.
    if name in __all__:
        from retold.interfaces import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
