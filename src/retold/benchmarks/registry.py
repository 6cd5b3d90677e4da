"""The benches by name: what each measures, on which files, and how to run it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from retold.benchmarks import (
    actors,
    arrivals,
    attribution,
    chains,
    claims,
    collation,
    copies,
    extraction,
    lineage,
    planted,
    quantities,
    stories,
    times,
)
from retold.benchmarks.data import MissingDataError, fingerprint
from retold.benchmarks.records import Measured


@dataclass(frozen=True, slots=True)
class Bench:
    """One bench. `files` are the corpora it reads, under the folder that `measure` gets; empty when it needs none."""

    name: str
    about: str
    files: tuple[str, ...]
    measure: Callable[[Path], Measured]


BENCHES: Mapping[str, Bench] = {
    bench.name: bench
    for bench in (
        Bench("planted", "every engine, on fictional stories with known truth", (), planted.measure),
        Bench("extraction", "credits, corrections, captions, teasers and dates on pages", (), extraction.measure),
        Bench("attribution", "source, cue and content, on PolNeAR dev", attribution.FILES, attribution.measure),
        Bench("chains", "speakers and relays, on passages read by hand", chains.FILES, chains.measure),
        Bench("times", "time expressions and their values", times.FILES, times.measure),
        Bench("quantities", "amounts and counts, on the project's own sentences", (), quantities.measure),
        Bench("actors", "names of one person, body or place put together", actors.FILES, actors.measure),
        Bench("stories", "articles grouped into stories", stories.FILES, stories.measure),
        Bench("arrivals", "stories that stay the same stories as articles come", arrivals.FILES, arrivals.measure),
        Bench("copies", "planted copies and hard negatives", copies.FILES, copies.measure),
        Bench("lineage", "which version was made from which", lineage.FILES, lineage.measure),
        Bench("collation", "planted edits, moves, drops and splits recovered", (), collation.measure),
        Bench("claims", "claims, disputes and origins, on stories read by hand", claims.FILES, claims.measure),
    )
}


def measure(bench: Bench, shared: Path | None) -> Measured:
    """Run a bench; raises MissingDataError, before anything is read, when data that it needs are not there."""
    if shared is None and bench.files:
        raise MissingDataError(
            f"{bench.name} needs real corpora, and there is no ../shared beside the checkout; "
            "name their folder with --shared DIR (docs/evaluation.md says what it holds)"
        )
    folder = shared or Path()
    fingerprint(folder, bench.files)
    return bench.measure(folder)
