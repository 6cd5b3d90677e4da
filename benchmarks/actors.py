"""How well mentions of one actor are put together, beside a plain rule: MEANTIME's named mentions.

    python benchmarks/actors.py --shared ../shared [--errors]

A pair is two named mentions of one thing in one document. "token subset" is the plain rule to beat: two names are one
where the words of one are among those of the other; it is given the gold spans and types, the system finds its own.
"unseen" are documents whose errors nobody may read. `retold bench actors` gives the figures across documents.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from retold.benchmarks.actors import ACTORS, FILES, Place, named_mentions
from retold.benchmarks.data import Row, read_rows
from retold.benchmarks.scoring.identities import Named, within
from retold.pipeline.answers import article_of
from retold.statements import annotate, load_engine

Rows = Sequence[Place]


def is_looked_at(document: str) -> bool:
    """Whether errors of a document may be read: half of them, by a hash of the id; the other half confirms."""
    return hashlib.sha256(document.encode()).digest()[0] % 2 == 0


def read(rows: Sequence[Row]) -> list[Place]:
    """Every gold name with its place and what the system says of it."""
    engine = load_engine()
    return [
        place
        for row in rows
        for place in named_mentions(row, annotate(article_of({**row, "published": row["dct"]}), engine).mentions)
    ]


def by_token_subset(places: Rows) -> list[Named]:
    """The plain rule, on gold spans and types: the first name whose words hold these, or are held by them."""
    seen: defaultdict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    answers = []
    for place in places:
        words = frozenset(place.words.casefold().split())
        known = seen[place.named.document, place.named.type]
        match = next((n for n, other in enumerate(known) if other <= words or words <= other), len(known))
        if match == len(known):
            known.append(words)
        answers.append(replace(place.named, found=(place.named.type, match)))
    return answers


def errors(places: Rows) -> list[str]:
    """Gold entities whose named mentions the system did not keep together, and actors that hold two."""
    gold: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for place in places:
        gold[place.named.document, str(place.named.entity)].append(place)
        if place.named.found is not None:
            found[place.named.document, str(place.named.found)].add(str(place.named.entity))
    split = [(key, group) for key, group in gold.items() if len({p.named.found for p in group}) > 1]
    lines = [f"split\t{entity}\t{[(p.words, p.named.found) for p in group]}" for (_, entity), group in split]
    return lines + [f"joined\t{actor}\t{sorted(names)}" for (_, actor), names in found.items() if len(names) > 1]


def line(title: str, named: Sequence[Named]) -> str:
    """One line of the table."""
    groups = [[m for m in named if m.type == kind] for kind in ACTORS]
    groups += [[m for m in named if m.type in ACTORS], list(named)]
    cells = [(a.precision, a.recall, a.f1) for a in map(within, groups)]
    return f"{title:32}" + "".join(f"{p:6.2f}{r:6.2f}{f:6.3f}" for p, r, f in cells) + "\n"


def main() -> None:
    """Print a table of the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    places = read(read_rows(options.shared / FILES[0]))
    if options.errors:
        sys.stdout.write("\n".join(errors([p for p in places if is_looked_at(p.named.document)])) + "\n")
        return
    named = [place.named for place in places]
    sys.stdout.write(f"{'what':32}" + "".join(f"{t:>18}" for t in (*ACTORS, "PER+ORG+LOC", "all")) + "\n")
    sys.stdout.write(line("end to end", named))
    sys.stdout.write(line("end to end, unseen half", [m for m in named if not is_looked_at(m.document)]))
    sys.stdout.write(line("token subset, names given", by_token_subset(places)))


if __name__ == "__main__":
    main()
