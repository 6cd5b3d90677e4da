"""Articles in; the same with passages put into some that share them without being copies of one another.

Each passage stands in 3 to 12 articles that nobody copied: as a quotation of one speech, as standing background, or as
a footer. A copy search that takes shared text for copying links them.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
KINDS = ("quotation", "background", "footer")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
SPEAKERS = ("he said", "she told reporters", "the minister said")
# Sentences are drawn from this many articles, which is plenty and keeps drawing fast.
DRAWN_FROM = 2000


def with_hard_negatives(rows: Sequence[Row], count: int, seed: int) -> list[Row]:
    """`count` passages of the rows' own sentences; a row that holds one names its kind in `negative`."""
    rng = random.Random(seed)
    drawn = {s for row in rows[:DRAWN_FROM] for s in SENTENCE_END.split(row["text"])}
    pool = sorted(s for s in drawn if 8 <= len(s.split()) <= 40)
    out = [dict(row) for row in rows]
    family = Counter(row["group"] for row in rows)
    single = [n for n, row in enumerate(rows) if family[row["group"]] == 1]
    for number in range(count):
        chosen = rng.sample(single, rng.randint(3, 12))
        passage = " ".join(_unquoted(s) for s in rng.sample(pool, rng.randint(2, 3)))
        for n in chosen:
            out[n]["text"] = _with_passage(out[n]["text"], passage, KINDS[number % 3], rng)
            out[n]["negative"] = KINDS[number % 3]
    return out


def _unquoted(sentence: str) -> str:
    return re.sub('["“”]', "", sentence)


def _with_passage(text: str, passage: str, kind: str, rng: random.Random) -> str:
    body = SENTENCE_END.split(text)
    at = len(body) if kind == "footer" else rng.randrange(1, len(body) + 1)
    said = f"“{passage}” {rng.choice(SPEAKERS)}."
    body.insert(at, said if kind == "quotation" else passage)
    return " ".join(body)
