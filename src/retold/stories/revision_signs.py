"""What speaks for one version of a page having been made from another: numbers for each ordered pair.

In: the texts of all known versions of one page. Out: an array `[from, to, sign]` whose signs are named by `SIGNS`;
nothing else decides `retold.stories.revisions`, and no sign depends on the order of the texts. Texts are compared
twice, as sets of runs of eight letters and as sets of sentences. Some signs are of the pair (how much is shared, added,
dropped; which is longer; which names later years and days), some of the pair among all versions: whether another
lies between the two, and the innovations that only the two share (Lachmann's common errors).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from retold.language.english_times import MONTHS
from retold.stories.hashing import Array
from retold.stories.kinship import latest_year, sign_runs
from retold.text.sentences import sentences
from retold.text.words import fold

COMPARED = (
    "distance", "log distance", "log changed", "between", "between only", "share between", "excess", "private",
    "private share", "longer", "log length", "more added", "added", "dropped",
)  # fmt: skip
SIGNS = (
    *(f"runs: {sign}" for sign in COMPARED),
    *(f"sentences: {sign}" for sign in COMPARED),
    "later year", "years apart", "later day", "log days", "log days apart", "names a day",
    "length rank from", "length rank to",
)  # fmt: skip
# Keeps the logarithm of a distance finite for twins.
LEAST = 0.01
FARTHEST_YEARS = 20
MOST_EXCESS = 3.0
MONTH = "|".join(MONTHS)
DAY = re.compile(rf"\b(?:(\d{{1,2}}) )?({MONTH})(?: (\d{{1,2}}))?,? ((?:1[89]|20)\d\d)\b", re.I)
NUMBER = {name.casefold(): number for name, number in MONTHS.items()}


def signs_of(texts: Sequence[str]) -> Array:
    """The signs of every ordered pair of versions, `[from, to, sign]`; the diagonal means nothing."""
    runs = [sign_runs(text) for text in texts]
    found = [
        *_compared(runs),
        *_compared([_sentence_keys(text) for text in texts]),
        *_of_years([latest_year(text) for text in texts]),
        *_of_days([_latest_day(text) for text in texts]),
        *_of_length(np.array([len(run) for run in runs], np.float64)),
    ]
    return np.stack(found, axis=-1)


def _sentence_keys(text: str) -> Array:
    """The different sentences of a text, case and white space apart, as sorted hashes."""
    plain = (" ".join(fold(span.of(text)).split()) for span in sentences(text))
    keys = [hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest() for line in plain]
    return np.unique(np.frombuffer(b"".join(keys), np.uint64))


def _compared(parts: Sequence[Array]) -> tuple[Array, ...]:
    """The signs that `COMPARED` names, of texts as sets of parts."""
    known, where = np.unique(np.concatenate(parts), return_inverse=True)
    holds = np.zeros((len(parts), len(known)), np.float32)
    holds[np.repeat(np.arange(len(parts)), [len(part) for part in parts]), where] = 1.0
    both = (holds @ holds.T).astype(np.float64)
    own = holds[:, holds.sum(axis=0) == 2]
    private = (own @ own.T).astype(np.float64)
    size = np.array([len(part) for part in parts], np.float64)
    added = size[None, :] - both
    changed = added + added.T
    distance = 1.0 - both / np.maximum(both + changed, 1.0)
    np.fill_diagonal(distance, 0.0)
    return (
        distance,
        np.log(distance + LEAST),
        np.log1p(changed),
        *_between(distance, changed),
        np.log1p(private),
        private / (1 + np.minimum(size[:, None], size[None, :])),
        np.sign(size[None, :] - size[:, None]),
        np.log((size[None, :] + 1) / (size[:, None] + 1)),
        np.log1p(added) - np.log1p(added.T),
        added / (size[None, :] + 1),
        added.T / (size[:, None] + 1),
    )


def _between(distance: Array, changed: Array) -> tuple[Array, Array, Array, Array]:
    """Whether a third version is nearer to both than they are to each other, and how small a detour over one is."""
    size = len(distance)
    between, share, excess = -np.ones_like(distance), np.zeros_like(distance), np.ones_like(distance)
    for a in range(size):
        for b in range(size):
            others = [n for n in range(size) if n not in (a, b)]
            if a != b and others:
                nearer = distance[a, b] - np.maximum(distance[a, others], distance[others, b])
                detour = (changed[a, others] + changed[others, b] - changed[a, b]) / 2
                between[a, b], share[a, b] = nearer.max(), (nearer > 0).sum() / size
                excess[a, b] = min(detour.min() / (changed[a, b] + 1), MOST_EXCESS)
    return between, np.maximum(between, 0.0), share, excess


def _of_years(years: Sequence[int]) -> tuple[Array, Array]:
    """Which of the two names the later latest year, and by how much; 0 where one names none."""
    later = _later(years)
    return np.sign(later), np.clip(np.abs(later), 0, FARTHEST_YEARS)


def _of_days(days: Sequence[int]) -> tuple[Array, Array, Array, Array]:
    """The same for days, and which of the two names a day at all."""
    later = _later(days)
    names = np.array([float(day > 0) for day in days])
    apart = np.log1p(np.abs(later))
    return np.sign(later), np.sign(later) * apart, apart, names[None, :] - names[:, None]


def _later(values: Sequence[int]) -> Array:
    latest = np.array(values, np.float64)
    both = (latest[:, None] > 0) & (latest[None, :] > 0)
    later: Array = np.where(both, latest[None, :] - latest[:, None], 0.0)
    return later


def _latest_day(text: str) -> int:
    """A number that grows with the latest day (or month) of a named year in the text; 0 for none."""
    return max((_day_number(*match.groups()) for match in DAY.finditer(text)), default=0)


def _day_number(before: str | None, month: str, after: str | None, year: str) -> int:
    return (int(year) * 12 + NUMBER[month.casefold()]) * 31 + int(before or after or 0)


def _of_length(size: Array) -> tuple[Array, Array]:
    """The rank of each by length; equal lengths share the mean of their ranks, so that no order of input shows."""
    below, equal = (size[None, :] < size[:, None]).sum(axis=1), (size[None, :] == size[:, None]).sum(axis=1)
    rank = (below + (equal - 1) / 2) / len(size)
    return np.repeat(rank[:, None], len(size), 1), np.repeat(rank[None, :], len(size), 0)
