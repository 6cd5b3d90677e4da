"""Hard negatives: the same on every machine, in nobody's copy, and shared by several articles each."""

from __future__ import annotations

from collections import Counter
from typing import Any

from retold.benchmarks.hard_negatives import with_hard_negatives

SENTENCE = "The mill of village number {n} was turned by otter {m} for the whole of that long and rainy summer."


def rows() -> list[dict[str, Any]]:
    """Forty articles; the first four are two families."""
    texts = [" ".join(SENTENCE.format(n=n, m=m) for m in range(5)) for n in range(40)]
    return [{"id": f"a{n}", "group": f"g{n // 2 if n < 4 else n}", "text": text} for n, text in enumerate(texts)]


def test_the_same_seed_gives_the_same_articles_and_leaves_the_given_ones_alone() -> None:
    given = rows()
    assert with_hard_negatives(given, 3, 7) == with_hard_negatives(given, 3, 7)
    assert given == rows()


def test_only_articles_that_nobody_copied_hold_a_passage() -> None:
    touched = [row for row in with_hard_negatives(rows(), 6, 7) if "negative" in row]
    assert touched
    assert {row["group"] for row in touched}.isdisjoint({"g0", "g1"})


def test_every_passage_stands_in_three_articles_or_more() -> None:
    before, after = rows(), with_hard_negatives(rows(), 1, 7)
    changed = [new for old, new in zip(before, after, strict=True) if old["text"] != new["text"]]
    assert 3 <= len(changed) <= 12
    words = Counter(word for row in changed for word in set(row["text"].split()))
    assert max(words.values()) == len(changed)


def test_a_quotation_is_put_in_quotation_marks_and_told_by_somebody() -> None:
    quoted = [row["text"] for row in with_hard_negatives(rows(), 1, 7) if "negative" in row]
    assert all("“" in text and "” " in text for text in quoted)
