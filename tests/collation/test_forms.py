from __future__ import annotations

import json

from retold.collation import collate, to_json
from retold.records.collation import Telling
from retold.records.spans import Span

A = "The ferry sank. Divers found the bell."
B = "Divers found the old bell."


def tellings() -> list[Telling]:
    return [Telling("a", A, (Span(0, len(A)),)), Telling("b", B, (Span(0, len(B)),))]


def test_json_has_one_cell_or_null_per_telling_and_spans_that_cut_the_text() -> None:
    found = json.loads(json.dumps(to_json(collate(tellings()), tellings())))
    assert found["rows"][0][1] is None
    assert found["rows"][0][0] == {"article": "a", "spans": [[0, 15]], "text": "The ferry sank."}
    assert found["changes"][0]["class"] == "other"
    assert found["changes"][0]["readings"] == [
        {"article": "a", "span": [33, 33], "text": ""},
        {"article": "b", "span": [17, 20], "text": "old"},
    ]
    assert found["moved"] == []


def test_json_lists_what_moved_with_its_places() -> None:
    lines = ["The ferry sank off Holm.", "Divers found a bell.", "The owner wept on the pier.", "Rain fell all night."]
    texts = {"a": " ".join(lines), "b": " ".join([lines[1], lines[2], lines[3], lines[0]])}
    given = [Telling(article, text, (Span(0, len(text)),)) for article, text in texts.items()]
    found = json.loads(json.dumps(to_json(collate(given), given)))
    assert [move["places"] for move in found["moved"]] == [[0, 3]]
