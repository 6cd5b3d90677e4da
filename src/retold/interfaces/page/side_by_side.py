"""One collation as a page of its own: tellings side by side, changes marked by class, no script and no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retold.interfaces.comparison import Comparison
from retold.interfaces.page.report import environment
from retold.records.collation import Change, Move
from retold.records.spans import Span
from retold.version import VERSION

# More columns than this are too narrow to read: the rows then tell each wording once, with the tellings that have it.
MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a cell and the classes of the changes that they belong to.

    `gap` is a place where this telling has nothing and another has words.
    """

    words: str
    kinds: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What one telling has in a row, or nothing; `place` is the name of its outlet."""

    place: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells, its changes, and where it stands in tellings that have it elsewhere."""

    number: int
    fate: str
    cells: tuple[Cell, ...]
    changes: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    moved: tuple[tuple[str, int, int | None], ...]


def render(compared: Comparison, title: str) -> str:
    """The page as text."""
    lines = side_by_side(compared)
    if len(compared.order) > MOST_COLUMNS:
        lines = [replace(line, cells=_grouped(line.cells)) for line in lines]
    names = [compared.names[compared.collation.articles[column]] for column in compared.order]
    template = environment().get_template("collation.html.j2")
    wide = len(names) <= MOST_COLUMNS
    return template.render(title=title, names=names, lines=lines, wide=wide, version=VERSION)


def _grouped(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Cells that read the same as one, under the names of all that have it; those with nothing likewise."""
    found: dict[tuple[Piece, ...], list[str]] = {}
    for cell in cells:
        found.setdefault(cell.pieces, []).append(cell.place)
    return tuple(Cell(", ".join(places), pieces) for pieces, places in found.items() if pieces) + tuple(
        Cell(_few(places), ()) for pieces, places in found.items() if not pieces
    )


def _few(places: Sequence[str]) -> str:
    return ", ".join(places) if len(places) <= MOST_COLUMNS else f"{len(places)} of the tellings"


def side_by_side(compared: Comparison) -> list[Line]:
    """The rows of a comparison, ready to be drawn."""
    collation = compared.collation
    changes: dict[int, list[Change]] = {}
    for change in collation.changes:
        changes.setdefault(change.row, []).append(change)
    moves = {move.row: move for move in collation.moves}
    found: list[Line] = []
    for number, row in enumerate(collation.rows):
        own = changes.get(number, [])
        cells = tuple(_cell(compared, number, column, own) for column in compared.order)
        told = tuple((change.kind.value, change.detail, _wordings(change, compared)) for change in own)
        moved = _moved(compared, moves[number]) if number in moves else ()
        found.append(Line(number + 1, row.fate.value, cells, told, moved))
    return found


def _cell(compared: Comparison, number: int, column: int, changes: list[Change]) -> Cell:
    article = compared.collation.articles[column]
    text = compared.tellings[column].text
    # What recasts the whole sentence is told beside it; marked, it would hide the finer changes.
    marks = [
        (reading.span, change.kind.value)
        for change in changes
        if change.detail != "rewritten"
        for reading in change.readings
        if reading.article == article
    ]
    pieces: list[Piece] = []
    for pointer in compared.collation.rows[number].cells[column] or ():
        if pieces:
            pieces.append(Piece(" ", ""))
        pieces.extend(_pieces(text, pointer.span, marks))
    return Cell(compared.names[article], tuple(pieces))


def _pieces(text: str, within: Span, marks: list[tuple[Span, str]]) -> list[Piece]:
    inside = [(span, kind) for span, kind in marks if within.start <= span.start and span.end <= within.end]
    edges = {within.start, within.end, *(edge for span, _ in inside for edge in (span.start, span.end))}
    gaps: dict[int, set[str]] = {}
    for span, kind in inside:
        if not len(span):
            gaps.setdefault(span.start, set()).add(kind)
    found: list[Piece] = []
    for start, end in pairwise([*sorted(edges), within.end]):
        if start in gaps:
            found.append(Piece("", " ".join(sorted(gaps.pop(start))), gap=True))
        if start < end:
            kinds = sorted({kind for span, kind in inside if span.start <= start and end <= span.end and len(span)})
            found.append(Piece(text[start:end], " ".join(kinds)))
    return found


def _wordings(change: Change, compared: Comparison) -> tuple[tuple[str, str], ...]:
    """Each wording with the tellings that have it."""
    found: dict[str, list[str]] = {}
    by_article = {reading.article: reading for reading in change.readings}
    for column in compared.order:
        reading = by_article.get(compared.collation.articles[column])
        if reading is not None:
            found.setdefault(" ".join(reading.text.split()), []).append(compared.names[reading.article])
    return tuple((words, ", ".join(names)) for words, names in found.items())


def _moved(compared: Comparison, move: Move) -> tuple[tuple[str, int, int | None], ...]:
    """For each telling that has the row: its name, the row's place there, and the row that comes before it there."""
    found: list[tuple[str, int, int | None]] = []
    for column in compared.order:
        place = move.places[column]
        cell = compared.collation.rows[move.row].cells[column]
        if place is None or not cell:
            continue
        start = cell[0].span.start
        before = [
            (cells[0].span.start, number)
            for number, row in enumerate(compared.collation.rows)
            if (cells := row.cells[column]) and cells[0].span.start < start
        ]
        name = compared.names[compared.collation.articles[column]]
        found.append((name, place + 1, max(before)[1] + 1 if before else None))
    return tuple(found)
