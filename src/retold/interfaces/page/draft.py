"""A checked draft as one self-contained HTML page, with the passages of the archive that it was held against."""

from __future__ import annotations

from dataclasses import dataclass

from retold.interfaces.drafts import DraftView
from retold.interfaces.library import Library
from retold.interfaces.page.report import environment
from retold.interfaces.page.sources import Paragraph, paragraphs
from retold.interfaces.views import outlet_name
from retold.records.documents import Article
from retold.records.spans import Span
from retold.records.statements import Annotation
from retold.version import VERSION


@dataclass(frozen=True, slots=True)
class _Source:
    article: Article
    outlet: str
    paragraphs: tuple[Paragraph, ...]


def render_draft(view: DraftView, library: Library) -> str:
    """The page as text: the claims in their order, the draft, then each archived article that is quoted."""
    pointed: dict[str, set[Span]] = {}
    for check in view.checks:
        for place in (*check.own, *(place for teller in check.all_tellers for place in teller.places)):
            pointed.setdefault(place.pointer.article, set()).add(place.pointer.span)
    draft = view.report.draft
    own = _source(draft, view.report.annotation, pointed.pop(draft.id, set()), "Your draft")
    quoted = [library.article(identity) for identity in pointed]
    sources = [_source(a, library.annotation(a.id), pointed[a.id], outlet_name(a)) for a in quoted]
    sources.sort(key=lambda source: (source.article.published.value or "9", source.outlet, source.article.id))
    return environment().get_template("draft.html.j2").render(view=view, own=own, sources=sources, version=VERSION)


def _source(article: Article, annotation: Annotation, spans: set[Span], outlet: str) -> _Source:
    return _Source(article, outlet, paragraphs(article, annotation, spans))
