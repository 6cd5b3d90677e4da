"""Which outlet prefers which word where others differ, over many stories, with the words around each place.

In: collations and the articles that they are of. Out: lines of the table of substitutions, as chosen; each place with
its article, span and surroundings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from retold.collation import Place, Substitution, substitutions
from retold.interfaces.views import outlet_name
from retold.records.collation import ChangeClass, Collation
from retold.records.documents import Article
from retold.records.spans import Pointer
from retold.text.words import fold

Find = Callable[[str], Article]
# Characters shown before and behind a word.
AROUND = 50
_WEIGHT = (
    ChangeClass.LOADED, ChangeClass.HEDGING, ChangeClass.ATTRIBUTION, ChangeClass.QUOTATION, ChangeClass.NAME,
    ChangeClass.NUMBER, ChangeClass.DATE, ChangeClass.OTHER, ChangeClass.SPELLING,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordingOptions:
    """Which lines: of at least `least` places, of an outlet (a part of its name), of a word as it is printed."""

    least: int = 1
    outlet: str | None = None
    word: str | None = None


def wordings(collations: Iterable[Collation], article: Find, options: WordingOptions) -> tuple[Substitution, ...]:
    """The lines of the table that `options` ask for: most frequent first, of equals loaded words before house style."""
    kept = list(collations)
    outlets = {identity: outlet_name(article(identity)) for collation in kept for identity in collation.articles}
    chosen = [line for line in substitutions(kept, outlets) if _is_chosen(line, options)]
    return tuple(sorted(chosen, key=lambda line: (-line.count, _WEIGHT.index(line.kind))))


def _is_chosen(line: Substitution, options: WordingOptions) -> bool:
    if line.count + line.reverse < options.least:
        return False
    if options.outlet is not None:
        asked = fold(options.outlet)
        if asked not in fold(line.outlet) and asked not in fold(line.other_outlet):
            return False
    return options.word is None or fold(options.word).strip() in (line.word, line.other_word)


def around(pointer: Pointer, article: Find) -> tuple[str, str, str]:
    """The words before a place, its own, and those behind it, each on one line."""
    text, span = article(pointer.article).text, pointer.span
    before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + AROUND].partition("\n")[0]
    if span.start > AROUND and len(before) == AROUND:
        before = "…" + before.partition(" ")[2]
    if span.end + AROUND < len(text) and len(after) == AROUND:
        after = after.rpartition(" ")[0] + "…"
    return before, " ".join(span.of(text).split()), after


def wording_json(line: Substitution, article: Find) -> dict[str, Any]:
    """A line as plain JSON values: `places` give for each outlet the article, the span and the words around it."""
    return {
        "outlet": line.outlet,
        "word": line.word,
        "other_outlet": line.other_outlet,
        "other_word": line.other_word,
        "class": line.kind.value,
        "count": line.count,
        "reverse": line.reverse,
        "share": round(line.share, 4),
        "interval": [round(line.low, 4), round(line.high, 4)],
        "places": [_place_json(place, article) for place in line.places],
    }


def _place_json(place: Place, article: Find) -> dict[str, Any]:
    return {"chosen": _pointer_json(place.chosen, article), "against": _pointer_json(place.against, article)}


def _pointer_json(pointer: Pointer, article: Find) -> dict[str, Any]:
    before, words, after = around(pointer, article)
    return {
        "article": pointer.article,
        "span": [pointer.span.start, pointer.span.end],
        "before": before,
        "text": words,
        "after": after,
    }


COLUMNS = (
    "outlet", "word", "other_outlet", "other_word", "class", "count", "reverse", "share", "low", "high", "places",
)  # fmt: skip


def wording_cells(line: Substitution) -> tuple[str, ...]:
    """A line for a spreadsheet, in the order of `COLUMNS`; text from articles cannot become a formula there."""
    places = " ".join(
        f"{pointer.article}:{pointer.span.start}-{pointer.span.end}"
        for place in line.places
        for pointer in (place.chosen, place.against)
    )
    words = (line.outlet, line.word, line.other_outlet, line.other_word, line.kind.value)
    counts = (str(line.count), str(line.reverse), f"{line.share:.4f}", f"{line.low:.4f}", f"{line.high:.4f}")
    return (*map(harmless, words), *counts, harmless(places))


def harmless(cell: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run (OWASP, "CSV injection")."""
    flat = " ".join(cell.split())
    return f"'{flat}" if flat[:1] in ("=", "+", "-", "@", "|", "%") else flat
