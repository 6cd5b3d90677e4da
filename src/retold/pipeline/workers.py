"""Annotating many articles, in this process or several: articles in, each with its annotation out, in their order.

However many workers there are, the answer is the same, and no more articles are held than the workers are busy with.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TypeVar

from retold.records.documents import Article
from retold.records.statements import Annotation
from retold.statements import Engine, annotate

T = TypeVar("T")
R = TypeVar("R")
Annotated = tuple[Article, Annotation]

# Articles handed to a worker at a time: keeps the queue busy, and progress smooth.
_CHUNK = 8
# Chunks that wait for each worker, so that none of them ever idles.
_AHEAD = 3
# Loading the models costs a worker seconds; below this many articles one process is faster.
_WORTH_WORKERS = 40

_engine: Engine | None = None


def annotate_all(articles: Iterable[Article], load: Callable[[], Engine], workers: int) -> Iterator[Annotated]:
    """Each article with its annotation.

    `load` makes the engine; with several workers it runs once in each, so that it must be a function that pickles.
    """
    waiting = iter(articles)
    first = list(islice(waiting, _WORTH_WORKERS))
    if not first:
        return
    if workers <= 1 or len(first) < _WORTH_WORKERS:
        engine = load()
        for article in chain(first, waiting):
            yield article, annotate(article, engine)
        return
    # "spawn" starts clean: forked copies of a process that runs ONNX threads can hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(load,)) as pool:
        for batch, done in in_order(pool, _annotate_some, in_batches(chain(first, waiting), _CHUNK), workers):
            yield from zip(batch, done, strict=True)


def in_order(
    pool: ProcessPoolExecutor, work: Callable[[T], R], items: Iterable[T], workers: int
) -> Iterator[tuple[T, R]]:
    """Each item with what `work` makes of it in the pool, in order; few items wait at a time."""
    pending: deque[tuple[T, Future[R]]] = deque()
    for item in items:
        pending.append((item, pool.submit(work, item)))
        if len(pending) >= workers * _AHEAD:
            due, future = pending.popleft()
            yield due, future.result()
    while pending:
        due, future = pending.popleft()
        yield due, future.result()


def _start(load: Callable[[], Engine]) -> None:
    # One engine a worker process, set once at its start and the same in each.
    global _engine
    _engine = load()


def _annotate_some(articles: Sequence[Article]) -> list[Annotation]:
    assert _engine is not None, "a worker starts by loading its engine"
    return [annotate(article, _engine) for article in articles]


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """`items` in lists of `size`, the last one shorter."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
