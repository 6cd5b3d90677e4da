"""Intake that is killed loses nothing and doubles nothing, wherever that strikes: 50 points where CI runs, else 5."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.archiving import archive, page

from retold.pipeline.verifying import Checks, Verification, verify
from retold.store.database import open_store

LINES, PAGES = 260, 40
POINTS = 50 if os.environ.get("CI") else 5

Order = Callable[[Path, float | None], dict[str, Any]]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A few hundred articles: lines with ids, and the pages of an archive."""
    folder = tmp_path_factory.mktemp("sources")
    rows = (
        {"id": f"a{n}", "text": f"The ferry number {n} to Orm stayed in port on Monday, Ann Dow said.\n" * (1 + n % 9)}
        for n in range(LINES)
    )
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "b.warc.gz").write_bytes(archive([page(n) for n in range(PAGES)], packed=True)[0])
    return [str(folder / "a.jsonl"), str(folder / "b.warc.gz")]


@pytest.fixture(scope="module")
def order(sources: list[str]) -> Iterator[Order]:
    """Take the sources into a database in a process of its own, killed after so many seconds, or not."""
    command = [sys.executable, "-m", "tests.pipeline.killing"]
    root = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join([str(root / "src"), str(root)])
    environment = {**os.environ, "PYTHONPATH": paths}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root, env=environment
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        into, out = server.stdin, server.stdout

        def give(db: Path, after: float | None) -> dict[str, Any]:
            into.write(json.dumps({"paths": sources, "db": str(db), "after": after}) + "\n")
            into.flush()
            answer: dict[str, Any] = json.loads(out.readline())
            return answer

        yield give
        into.close()


def _holds(path: Path, *, derive: bool = False) -> tuple[list[str], list[tuple[str, str]]]:
    """The articles, and what the log says was captured; the store is verified on the way."""
    store = open_store(path)
    seen = Verification()
    assert list(verify(store, Checks(derive), seen)) == []
    articles = [article.id for article in store.articles()]
    captured = [(custody.address, entry.capture) for entry, custody in store.log() if custody]
    store.close()
    return articles, captured


def test_a_killed_intake_goes_on_and_nothing_is_lost_or_doubled(order: Order, tmp_path: Path) -> None:
    whole = order(tmp_path / "whole.db", None)
    assert whole["status"] == 0
    articles, captured = _holds(tmp_path / "whole.db", derive=True)
    assert len(articles) == len(captured) == LINES + PAGES
    rng = random.Random(7)
    cut_short = 0
    for point in range(POINTS):
        path = tmp_path / f"{point}.db"
        struck = order(path, rng.uniform(0, whole["seconds"]))
        if path.exists() and struck["killed"]:
            # What a kill leaves behind holds together by itself, before anything goes on.
            cut_short += len(_holds(path)[0]) < len(articles)
        assert order(path, None)["status"] == 0
        assert _holds(path, derive=point % 10 == 0) == (articles, captured), f"point {point}"
    assert cut_short >= POINTS // 3, "most kills came too late to prove anything"
