"""Running one function over many items, in this process or several; the answers come in the order of the items."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from retold.records.documents import Article
from retold.records.statements import Annotation
from retold.statements import Engine, annotate, load_engine

T = TypeVar("T")

# Articles handed to a worker at a time: keeps the queue busy, and progress smooth.
_CHUNK = 8
# Loading the models costs a worker a second or two; below this many articles one process is faster.
_WORTH_WORKERS = 40

_engine: Engine | None = None


def annotate_all(articles: Sequence[Article], engine: Callable[[], Engine], workers: int) -> Iterator[Annotation]:
    """The annotations of `articles`, in their order; the same for any number of workers."""
    if workers <= 1 or len(articles) < _WORTH_WORKERS:
        own = engine()
        for article in articles:
            yield annotate(article, own)
        return
    # "spawn" starts clean: forked copies of a process that runs ONNX threads can hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start) as pool:
        yield from pool.map(_annotate_one, articles, chunksize=_CHUNK)


def _start() -> None:
    # One engine a worker process, set once at its start and the same in each.
    global _engine
    _engine = load_engine()


def _annotate_one(article: Article) -> Annotation:
    assert _engine is not None
    return annotate(article, _engine)


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """`items` in lists of `size`, the last one shorter."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
