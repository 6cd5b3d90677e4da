"""Copy search over many articles, its pairs judged in this process or several: records in, shaped copies out.

However many workers there are, the copies and their order are the same. Sketching and pairing are done here; judging
is most of the work, and each job carries the articles that it needs.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from retold.pipeline.workers import in_order
from retold.records.stories import Copy
from retold.stories.copies import CopyJob, CopyOptions, CopyText, find_jobs, judge_pairs

T = TypeVar("T")
Listener = Callable[[str, int, int | None], None]

# Workers take seconds to start and jobs have to be carried to them; one process judges this many in about four seconds
# (measured: with two workers 20,000 articles, 66 jobs, cost twice the time).
WORTH_WORKERS = 400


def search_copies(
    records: Sequence[CopyText],
    shape: Callable[[Copy], T],
    workers: int = 1,
    listen: Listener = lambda stage, done, total: None,
    options: CopyOptions | None = None,
) -> Iterator[T]:
    """Every copy, in the shape that `shape` gives it; with several workers `shape` must be a function that pickles.

    Raises ValueError when two records have one id.
    """
    work = partial(_judged, shape, options or CopyOptions())
    listen("looking for pairs", 0, None)
    done = 0
    for job, copies in _answers(find_jobs(records, options or CopyOptions()), work, workers):
        done += len(job.a)
        listen("comparing pairs", done, job.pairs)
        yield from copies


def _answers(
    jobs: Iterator[CopyJob], work: Callable[[CopyJob], list[T]], workers: int
) -> Iterator[tuple[CopyJob, list[T]]]:
    first = list(islice(jobs, WORTH_WORKERS if workers > 1 else 0))
    if len(first) < WORTH_WORKERS:
        yield from ((job, work(job)) for job in chain(first, jobs))
        return
    # "spawn" starts clean, as everywhere else: a fork would copy all the articles' pages that it touches.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from in_order(pool, work, chain(first, jobs), workers)


def _judged(shape: Callable[[Copy], T], options: CopyOptions, job: CopyJob) -> list[T]:
    return [shape(copy) for copy in judge_pairs(job, options)]
