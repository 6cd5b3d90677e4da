"""What was planted in; what the engines read there out, each stage given what the pipes give it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from retold.pipeline.answers import article_of
from retold.planted import Planted
from retold.planted.output import json_line
from retold.records.documents import Article
from retold.records.statements import Annotation
from retold.records.stories import Copy, Descent
from retold.statements import Engine, annotate
from retold.stories.copies import find_copies
from retold.stories.lineage import trace_lineage


@dataclass(frozen=True, slots=True)
class PlantingRead:
    """A planting, and by article id what was read; articles come with the metadata that the pipes know."""

    planted: Planted
    articles: Mapping[str, Article]
    annotations: Mapping[str, Annotation]
    copies: tuple[Copy, ...]
    descents: tuple[Descent, ...]


def read_planting(planted: Planted, engine: Engine) -> PlantingRead:
    """Annotations, copies and lineage of a planting."""
    articles = {a.id: article_of(json.loads(json_line(a))) for a in planted.articles}
    annotations = {name: annotate(article, engine) for name, article in articles.items()}
    copies = find_copies(list(articles.values()))
    return PlantingRead(planted, articles, annotations, copies, trace_lineage(list(articles.values()), copies))
