"""Real texts, where they are: the times read by hand. `retold bench times` has floors for the measures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from retold.statements.times import find_timex

pytestmark = pytest.mark.shared
PUBLISHED = "2023-08-26"


def test_every_time_read_by_hand_is_found_with_its_value(shared: Path) -> None:
    gold = json.loads((shared / "seeds/gold.json").read_text("utf-8"))["times"]
    texts = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    found = {
        (text[max(0, t.span.start - 6) : t.span.end], value)
        for text in texts
        for t in find_timex(text, PUBLISHED)
        for value in (t.value, t.edtf)
    }
    missing = [
        (time["text"], time["value"])
        for time in gold
        if not any(
            (time["text"] in words or words.strip() in time["text"] or words[6:] in time["text"])
            and value == time["value"]
            for words, value in found
        )
    ]
    assert missing == []
