"""A collation as plain JSON values, in the format of the pipe `retold collate --json`.

In: a collation and its tellings. Out: a dictionary of lists, strings and numbers. Offsets are code points into the
tellings' texts, end exclusive; `rows` hold one cell per telling, in the order of `articles`.
"""

from __future__ import annotations

from collections.abc import Sequence

from retold.records.collation import Change, Collation, Move, Row, Telling
from retold.records.spans import Pointer

Json = dict[str, object]


def to_json(collation: Collation, tellings: Sequence[Telling] = ()) -> Json:
    """The pipe's object: articles, rows, changes, moved.

    A cell is `{"article", "spans", "text"}` with one span per sentence, or None; `text` joins the sentences' words
    with a space and is there only where the telling is given in `tellings`.
    """
    texts = {telling.article: telling.text for telling in tellings}
    return {
        "articles": list(collation.articles),
        "rows": [[_cell(cell, texts) for cell in row.cells] for row in collation.rows],
        "fates": [str(row.fate) for row in collation.rows],
        "changes": [_change(change) for change in collation.changes],
        "moved": [_move(move, collation.rows[move.row], texts) for move in collation.moves],
    }


def _cell(cell: tuple[Pointer, ...] | None, texts: dict[str, str]) -> Json | None:
    if cell is None:
        return None
    found: Json = {"article": cell[0].article, "spans": [[p.span.start, p.span.end] for p in cell]}
    text = texts.get(cell[0].article)
    if text is not None:
        found["text"] = " ".join(p.span.of(text) for p in cell)
    return found


def _change(change: Change) -> Json:
    return {
        "class": str(change.kind),
        "detail": change.detail,
        "reason": change.reason,
        "row": change.row,
        "readings": [
            {"article": reading.article, "span": [reading.span.start, reading.span.end], "text": reading.text}
            for reading in change.readings
        ],
    }


def _move(move: Move, row: Row, texts: dict[str, str]) -> Json:
    return {"row": move.row, "places": list(move.places), "cells": [_cell(cell, texts) for cell in row.cells]}
