"""Measure collation: time beside collatex and difflib in one run, and how much of what was planted it recovers.

    python benchmarks/collation.py [--collatex PYTHON] [--words 800] [--stories 12] [--confirm]

Time: two and five tellings of about `--words` words each, made from planted stories of `retold.planted` by joining
articles; every tool reads the same texts, in one process each (`--collatex` names a Python that has collatex
installed), processor time, the best of five runs (one for collatex). difflib gets the words of each pair of tellings.

Recovery: edits, moves, drops and splits of `retold.planted` (its development bank; with `--confirm` the held one,
whose prose was not read) and of the stories in tests/collation (DEV; with `--confirm` CONFIRM, see there).
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from retold.benchmarks.collation import recovered
from retold.collation import collate
from retold.planted import Bank, PlantedArticle, PlantOptions, plant
from retold.records.collation import Telling
from retold.records.spans import Span
from retold.records.stories import CopyKind

ROOT = Path(__file__).resolve().parents[1]
COLLATEX = """
import json, sys, time
import collatex
texts = json.load(open(sys.argv[1], encoding="utf-8"))
witnesses = collatex.Collation()
for number, text in enumerate(texts):
    witnesses.add_plain_witness(f"w{number}", text)
start = time.process_time()
collatex.collate(witnesses, output="json")
print(time.process_time() - start)
"""


def texts_of(words: int, number: int) -> list[str]:
    """`number` tellings of about `words` words: an agency's articles on several stories, and copies of each."""
    tellings = [""] * number
    seed = 0
    while min(len(text.split()) for text in tellings) < words:
        seed += 1
        planted = plant(seed, PlantOptions(stories=1, tellings=(9, 9), look_alike=0.0, second_story=0.0))
        family: dict[str, list[PlantedArticle]] = {}
        for copy in planted.truth.copies:
            if copy.kind in (CopyKind.LIGHT, CopyKind.REWRITE, CopyKind.VERBATIM):
                family.setdefault(copy.parent, [planted.article(copy.parent)]).append(planted.article(copy.child))
        largest = max(family.values(), key=len, default=[])
        for place, text in enumerate(tellings):
            if len(text.split()) < words and len(largest) > 1:
                tellings[place] = text + body(largest[place % len(largest)]) + "\n"
    return tellings


def body(article: PlantedArticle) -> str:
    """The words of the article's passages."""
    return "\n".join(span.of(article.text) for passage in article.passages for span in passage.spans)


def tellings_of(texts: list[str]) -> list[Telling]:
    """Each text as a telling of its whole length."""
    return [Telling(f"t{n}", text, (Span(0, len(text)),)) for n, text in enumerate(texts)]


def best(action: Callable[[], object], runs: int = 5) -> float:
    """The shortest processor time of some runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def by_difflib(texts: list[str]) -> None:
    """The word alignment of every pair by difflib."""
    words = [re.findall(r"\w+|[^\w\s]", text) for text in texts]
    for number, one in enumerate(words):
        for other in words[number + 1 :]:
            difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def by_collatex(texts: list[str], python: str) -> float:
    """The time of collatex on the same texts, in a process of its own; milliseconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(texts, file)
        file.flush()
        done = subprocess.run(
            [python, "-c", COLLATEX, file.name], capture_output=True, text=True, check=True, timeout=900
        )
    return 1000 * float(done.stdout.strip().splitlines()[-1])


def report_time(words: int, collatex: str | None) -> None:
    """One line per number of tellings."""
    for number in (2, 5):
        texts = texts_of(words, number)
        tellings = tellings_of(texts)
        cold = best(lambda given=tellings: collate(given), 1)  # type: ignore[misc]
        warm = best(lambda given=tellings: collate(given))  # type: ignore[misc]
        other = best(lambda given=texts: by_difflib(given))  # type: ignore[misc]
        third = f"{by_collatex(texts, collatex):.0f} ms" if collatex else "not run"
        lengths = ", ".join(str(len(text.split())) for text in texts)
        print(f"{number} tellings ({lengths} words): retold {warm:.1f} ms (first run {cold:.1f}), "
              f"difflib {other:.1f} ms, collatex {third}")  # fmt: skip


def recover_planted(bank: Bank, seeds: range) -> None:
    """Edits and shifts of the generator's copies."""
    asked, found = recovered([plant(seed, PlantOptions(bank=bank)) for seed in seeds])
    _print(f"retold.planted, {bank}", found, asked)


def recover_stories(confirm: bool, seeds: range) -> None:
    """The stories of the tests."""
    sys.path.insert(0, str(ROOT))
    from tests.collation import stories
    from tests.collation.planting import plant as plant_story
    from tests.collation.scoring import score

    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for story in stories.CONFIRM if confirm else stories.DEV:
        for seed in seeds:
            score(plant_story(story, seed), found, asked)
    _print(f"tests/collation, {'CONFIRM' if confirm else 'DEV'}", found, asked)


def _print(title: str, found: Counter[str], asked: Counter[str]) -> None:
    print(title)
    for kind in sorted(asked):
        print(f"  {kind:20} {found[kind]:5} of {asked[kind]:5}  {found[kind] / asked[kind]:.3f}")


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collatex", help="a Python that has collatex installed")
    parser.add_argument("--words", type=int, default=800)
    parser.add_argument("--stories", type=int, default=12, help="seeds per set of planted stories")
    parser.add_argument("--confirm", action="store_true", help="score on stories that were not used to develop")
    given = parser.parse_args()
    report_time(given.words, given.collatex)
    recover_planted(Bank.HELD if given.confirm else Bank.DEV, range(1, given.stories + 1))
    recover_stories(given.confirm, range(given.stories))


if __name__ == "__main__":
    main()
