"""A collation with the tellings that it compares, ready to be shown in any form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from retold.collation import to_json, to_tei
from retold.interfaces.views import outlet_name
from retold.records.collation import Collation, Row, Telling
from retold.records.documents import Article
from retold.records.readings import StoryReading
from retold.records.spans import Pointer, Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """`tellings` in the order of `collation.articles`; `names` gives each article's outlet, or its file's name.

    `order` holds the columns as they are shown: by date of publication, outlet and id.
    """

    collation: Collation
    tellings: tuple[Telling, ...]
    names: Mapping[str, str]
    order: tuple[int, ...]

    def words(self, row: Row, column: int) -> str:
        """What telling number `column` has in `row`; "" where it has nothing."""
        text = self.tellings[column].text
        return " ".join(" ".join(cell.span.of(text).split()) for cell in row.cells[column] or ())

    def wordings(self, row: Row) -> list[tuple[str, list[str], Pointer]]:
        """Each wording of `row` once, with the names of the tellings that have it and its first place."""
        found: dict[str, tuple[list[str], Pointer]] = {}
        for column in self.order:
            cells = row.cells[column]
            if cells:
                names, _ = found.setdefault(self.words(row, column), ([], cells[0]))
                names.append(self.names[self.collation.articles[column]])
        return [(words, names, place) for words, (names, place) in found.items()]

    def json(self) -> dict[str, Any]:
        """The collation in the pipe's format."""
        return to_json(self.collation, self.tellings)

    def tei(self) -> str:
        """The collation as a TEI critical apparatus."""
        return to_tei(self.collation, self.tellings)


def compare_story(reading: StoryReading, article: Callable[[str], Article]) -> Comparison:
    """A story's collation with its tellings; articles are looked up by id."""
    parts: dict[str, list[Span]] = {}
    for passage in reading.passages:
        parts.setdefault(passage.article, []).extend(passage.spans)
    articles = [article(identity) for identity in reading.collation.articles]
    tellings = tuple(
        Telling(a.id, a.text, tuple(sorted(parts[a.id])), a.outlet.value, a.published.value) for a in articles
    )
    return Comparison(reading.collation, tellings, distinct_names(articles), by_date(articles))


def by_date(articles: Sequence[Article]) -> tuple[int, ...]:
    """The places of `articles` in order of publication, outlet and id; the undated come last."""
    keys = [(a.published.value or "~", a.outlet.value or "~", a.id) for a in articles]
    return tuple(sorted(range(len(articles)), key=lambda place: keys[place]))


def distinct_names(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> outlet; articles of one outlet are told apart by their files' names."""
    names = {a.id: outlet_name(a) for a in articles}
    often = [name for name in names.values() if list(names.values()).count(name) > 1]
    return {a.id: f"{names[a.id]} ({a.name})" if names[a.id] in often else names[a.id] for a in articles}
