"""Who copied whom, as far as it bears on a story's claims: lineage turned into roots.

Goes in: the accounts of a story and the descents of its articles. Comes out: for an article (or a stretch of it) the
key of the publication that it was copied from, its own otherwise. Always holds: a stretch of which the elder article
has nothing alike is the younger one's own; the order of descents does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from retold.claims.options import LedgerOptions
from retold.claims.publications import Publications
from retold.language.english_stems import stem
from retold.language.english_weights import weight
from retold.records.claims import Account
from retold.records.spans import Span, Spans
from retold.records.stories import Descent
from retold.text.sentences import sentences
from retold.text.words import words

COMMON = "common:"
# Traces whose spans are taken-over text or credit it; a rare word that both have says nothing of its whole sentence.
TAKEN = frozenset({"run", "credit"})
# The part of a stretch's content that one sentence of the elder article must have for the stretch to be copied.
# Tried .4 to .8 on planted stories with their true lineage: rewrites keep more than half, own sentences far less.
ALIKE = 0.6


class Copying:
    """Looks up where an article's words come from."""

    def __init__(self, accounts: Sequence[Account], descents: Sequence[Descent], options: LedgerOptions) -> None:
        self._accounts = {a.article.id: a for a in accounts}
        self.publications = Publications(options.outlets)
        key = self.publications.key
        self._sentences: dict[str, list[frozenset[str]]] = {}
        self._stems: dict[tuple[str, Span], frozenset[str]] = {}
        self._copied: dict[tuple[str, str, Span], bool] = {}
        self._facing: dict[tuple[str, Span, str], Span] = {}
        self._walked: dict[tuple[str, Span, bool], str] = {}
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
        """Where the sentence that holds the stretch comes from; asked for many stretches of it."""
        sentence = self._sentence(article, span)
        asked = (article, sentence, parents is self._sure)
        if asked not in self._walked:
            self._walked[asked] = self._climb(article, sentence, parents)
        return self._walked[asked]

    def _climb(self, article: str, span: Span, parents: Mapping[str, Descent]) -> str:
        """Up the lineage sentence by sentence, so that a copy's words come from where its parent's come from."""
        seen = {article}
        while (descent := parents.get(article)) is not None:
            parent = descent.parent
            if parent is None or parent in seen or not self._is_copied(descent, span):
                break
            if parent.startswith(COMMON):
                return self.publications.key(parent.removeprefix(COMMON)) or parent
            if parent not in self._outlets:
                break
            seen.add(parent)
            span = self._counterpart(article, span, parent)
            article = parent
        return self.own(article)

    def _sentence(self, article: str, span: Span) -> Span:
        """The sentence that holds the stretch."""
        return next((found for found in self._whole(article) if found.contains(span)), span)

    def _counterpart(self, child: str, span: Span, parent: str) -> Span:
        """The sentence of the parent that says most of what a stretch of the child says; the first in a tie."""
        asked = (child, span, parent)
        if asked not in self._facing:
            own = self._content(child, span)
            shared = [_shared(own, other) for other in self._contents(parent)]
            best = max(range(len(shared)), key=lambda place: (shared[place], -place), default=None)
            self._facing[asked] = span if best is None else self._whole(parent)[best]
        return self._facing[asked]

    def _is_copied(self, descent: Descent, span: Span) -> bool:
        """Whether the child's `span` was taken over; asked of the same words many times."""
        asked = (descent.child, descent.parent or "", span)
        if asked not in self._copied:
            self._copied[asked] = self._compared(descent, span)
        return self._copied[asked]

    def _compared(self, descent: Descent, span: Span) -> bool:
        """Whether one run lies on the child's `span`, or a sentence of the parent says it alike.

        Of an unseen parent nothing can be compared; what its traces do not contradict counts as taken over.
        """
        taken = (trace for trace in descent.traces if trace.kind in TAKEN)
        runs = [p.span for trace in taken for p in trace.where if p.article == descent.child]
        if any(run.overlaps(span) for run in runs):
            return True
        parent = descent.parent or ""
        if parent not in self._accounts:
            return not runs
        own = self._content(descent.child, span)
        total = fsum(map(weight, own))
        return any(_shared(own, other) >= ALIKE * total for other in self._contents(parent))

    def _contents(self, article: str) -> list[frozenset[str]]:
        """The content of each sentence of an article, read once."""
        if article not in self._sentences:
            self._sentences[article] = [self._content(article, sentence) for sentence in self._whole(article)]
        return self._sentences[article]

    def _content(self, article: str, span: Span) -> frozenset[str]:
        """The stems of a stretch that say something, read once."""
        asked = (article, span)
        if asked not in self._stems:
            text = self._accounts[article].article.text
            stems = (stem(word.of(text)) for word in words(text, span))
            self._stems[asked] = frozenset(term for term in stems if weight(term) > 0)
        return self._stems[asked]

    def _whole(self, article: str) -> Spans:
        """The sentences of an article."""
        account = self._accounts[article]
        return account.annotation.sentences or tuple(sentences(account.article.text))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The weight of what two have in common, whatever the order of the terms."""
    return 0.0 if one.isdisjoint(other) else fsum(map(weight, one & other))
