from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.collation import collate
from retold.records.collation import Collation, Fate, Telling
from retold.records.spans import Span

CLASSES = {"attribution": "attribution", "spelling": "spelling", "quotation altered": "quotation", "time": "date"} | {
    "loaded wording": "loaded"
}


@pytest.fixture(scope="module")
def seeds(shared: Path) -> tuple[dict[str, object], dict[str, str], Collation]:
    """The hand reading, the texts, and their collation without the furniture that the reading names."""
    gold = json.loads((shared / "seeds" / "gold.json").read_text("utf-8"))
    tellings = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        skipped: set[int] = set()
        furniture = gold["furniture"].get(path.name, {})
        skipped.update([furniture["dateline_line"], furniture["deck_line"]] if furniture else [])
        skipped.update(furniture.get("labels", []))
        skipped.update(line for pair in furniture.get("teasers", []) for line in pair)
        text, start, spans = path.read_text("utf-8"), 0, []
        for number, line in enumerate(text.split("\n")):
            if number not in skipped:
                spans.append(Span(start, start + len(line)))
            start += len(line) + 1
        tellings.append(Telling(path.name[:3], text, tuple(spans)))
    return gold, {telling.article: telling.text for telling in tellings}, collate(tellings)


@pytest.mark.shared
def test_every_edit_of_the_hand_reading_comes_out_with_its_class_and_none_besides(
    seeds: tuple[dict[str, object], dict[str, str], Collation],
) -> None:
    gold, _, collation = seeds
    edits = [edit for place in gold["collation"] for edit in place["edits"]]  # type: ignore[attr-defined]
    wanted = {(CLASSES[edit["class"].split(":")[0]], (edit["from"], edit["to"])) for edit in edits}
    assert {(str(c.kind), tuple(r.text for r in c.readings)) for c in collation.changes} == wanted
    details = {c.detail for c in collation.changes}
    assert {edit["class"].split(": ")[1] for edit in edits if ":" in edit["class"]} <= details


@pytest.mark.shared
def test_the_sentences_that_the_hand_reading_calls_moved_are_those_that_moved(
    seeds: tuple[dict[str, object], dict[str, str], Collation],
) -> None:
    gold, texts, collation = seeds
    cells = [collation.rows[move.row].cells[0] for move in collation.moves]
    words = [cell[0].span.of(texts["000"]) for cell in cells if cell]
    assert len(words) == len(gold["moved"])  # type: ignore[arg-type]
    for found, opening in zip(words, gold["moved"], strict=True):  # type: ignore[call-overload]
        assert found.startswith(opening)


@pytest.mark.shared
def test_what_only_one_article_has_stands_alone(seeds: tuple[dict[str, object], dict[str, str], Collation]) -> None:
    _, texts, collation = seeds
    single = [row.cells for row in collation.rows if row.fate is Fate.SINGLE]
    assert all(cells[1] is None for cells in single)
    alone = {texts["000"].count("\n", 0, cells[0][0].span.start) for cells in single if cells[0]}
    # The two statements of a spokesman, and the second story (lines 10 to 18 by the hand reading).
    assert alone == {5, 6, *range(10, 19)}
