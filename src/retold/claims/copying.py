"""Who copied whom, as far as it bears on a story's claims: lineage turned into roots.

Goes in: the accounts of a story and the descents of its articles. Comes out: for an article (or a stretch of it) the
key of the publication that it was copied from, its own otherwise. Always holds: a stretch that a partial copy did not
take over is the article's own; the order of descents does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retold.claims.options import LedgerOptions
from retold.claims.publications import key
from retold.records.claims import Account
from retold.records.spans import Span
from retold.records.stories import CopyKind, Descent

COMMON = "common:"
# Copies of which only the shared runs are copied: the rest is the outlet's own.
PARTIAL = frozenset({CopyKind.MERGE, CopyKind.REWRITE})


class Copying:
    """Looks up where an article's words come from."""

    def __init__(self, accounts: Sequence[Account], descents: Sequence[Descent], options: LedgerOptions) -> None:
        self._outlets = {a.article.id: key(a.article.outlet.value or "") or a.article.id for a in accounts}
        self._sure = self._read(descents, options.linked)
        self._maybe = self._read(descents, options.maybe_linked)

    def _read(self, descents: Sequence[Descent], least: float) -> Mapping[str, Descent]:
        return {
            d.child: d
            for d in sorted(descents, key=lambda d: (d.child, d.parent or ""))
            if d.child in self._outlets and d.parent is not None and d.confidence >= least
        }

    def own(self, article: str) -> str:
        """The key of the article's own outlet."""
        return self._outlets.get(article, article)

    def root(self, article: str, span: Span) -> str:
        """The key of the outlet (or agency) where the words of `span` come from, where copying is decided."""
        return self._walk(article, span, self._sure)

    def likely_root(self, article: str, span: Span) -> str:
        """The same, where copying is likely but not decided."""
        return self._walk(article, span, self._maybe)

    def _walk(self, article: str, span: Span, parents: Mapping[str, Descent]) -> str:
        seen = {article}
        first = True
        while (descent := parents.get(article)) is not None:
            parent = descent.parent
            if parent is None or parent in seen or (first and not _is_copied(descent, span)):
                break
            if parent.startswith(COMMON):
                return key(parent.removeprefix(COMMON)) or parent
            if parent not in self._outlets:
                break
            seen.add(parent)
            article, first = parent, False
        return self.own(article)


def _is_copied(descent: Descent, span: Span) -> bool:
    """Whether the child's `span` was taken over; without traces that point at the child, all of it was."""
    runs = [pointer.span for trace in descent.traces for pointer in trace.where if pointer.article == descent.child]
    if descent.kind not in PARTIAL or not runs:
        return True
    return any(run.overlaps(span) for run in runs)
