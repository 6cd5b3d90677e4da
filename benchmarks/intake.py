"""Measure intake: a web archive into a store, against trafilatura alone on the same pages, and how memory goes.

    python benchmarks/intake.py make pages.warc.gz [--pages 20000]
    python benchmarks/intake.py measure pages.warc.gz [--limit 5000]
    python benchmarks/intake.py rows lines.csv|lines.jsonl|lines.parquet [--rows 1000000]

`make` puts the texts of planted stories into the templates of four made-up publishers, heavy with menus, teasers,
scripts and linked data as such pages are. `measure` takes the archive in and gives pages per second of processor time,
for the whole of intake and for `trafilatura.extract(page, fast=True)` on the same bytes, alternating between the two
in pieces of 250 pages so that a busy machine slows both; each in a process of its own, with its peak memory. `rows`
writes a table of that many articles, takes it in, and gives seconds and peak memory.
"""

from __future__ import annotations

import argparse
import csv
import gc
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from html import escape
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from retold.planted.planting import plant
from retold.planted.records import PlantedArticle, PlantOptions

PIECE = 250
# Memory is looked at here and at the end: where it does not grow with the archive, both are alike.
EARLY = 5000


def articles() -> Iterator[PlantedArticle]:
    """Planted articles without end."""
    seed = 0
    while True:
        seed += 1
        yield from plant(seed, PlantOptions(stories=20)).articles


def page(article: PlantedArticle, number: int) -> bytes:
    """The article in one of four publishers' pages."""
    design = number % 4
    words = [escape(part) for part in article.text.split("\n") if part.strip()][1:]
    body = "\n".join(f'<p class="{("para", "story-text", "", "c-entry__p")[design]}">{part}</p>' for part in words)
    menu = "".join(f'<li class="nav__item"><a href="/section/{n}">Section {n}</a></li>' for n in range(60))
    teasers = "".join(
        f'<div class="card"><a href="/story/{n}"><img src="/t/{n}.jpg" alt=""><h3>Another story, number {n}</h3></a>'
        f'<span class="card__time">{n} hours ago</span></div>'
        for n in range(40)
    )
    script = f"<script>window.__state={json.dumps({'id': article.id, 'flags': list(range(900))})};</script>"
    linked = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": article.published,
            "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet},
        }
    )
    dated = (
        f'<script type="application/ld+json">{linked}</script>',
        f'<meta property="article:published_time" content="{article.published}">',
        f'<meta name="date" content="{article.published}">',
        "",
    )[design]
    stamp = f'<time datetime="{article.published}">{article.published}</time>'
    wrap = (
        ('<main><article class="story">', "</article></main>"),
        ('<div id="content"><div class="article-body" itemprop="articleBody">', "</div></div>"),
        ('<div class="page"><section class="entry">', "</section></div>"),
        ('<div class="l-root"><div class="c-entry">', "</div></div>"),
    )[design]
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(article.title)} | '
        f'{escape(article.outlet)}</title><meta property="og:site_name" content="{escape(article.outlet)}">{dated}'
        f"{script * 3}</head><body><header><nav><ul>{menu}</ul></nav></header>{wrap[0]}<h1>{escape(article.title)}</h1>"
        f'<p class="byline">By Staff</p>{stamp}\n{body}\n{wrap[1]}<aside class="related">{teasers}</aside>'
        f"<footer><p>© {escape(article.outlet)}</p><ul>{menu}</ul></footer>{script}</body></html>"
    ).encode()


def make(path: Path, pages: int) -> None:
    """Write an archive of so many pages."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=path.suffix == ".gz")
        for number, article in enumerate(islice(articles(), pages)):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                f"https://{article.outlet.lower().replace(' ', '-')}.example/{article.id}",
                "response",
                payload=BytesIO(page(article, number)),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2031-05-05T10:00:00Z"},
            )
            writer.write_record(record)


def contents(path: Path, limit: int) -> Iterator[bytes]:
    """The bytes of the pages alone."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with path.open("rb") as stream:
        for record in islice(ArchiveIterator(stream, record_types=WarcRecordType.response), limit):
            yield record.reader.read()


def measure(path: Path, limit: int) -> dict[str, Any]:
    """Pages per processor second of intake and of trafilatura, and their peak memory, each in a child of its own.

    The two children take turns, a piece each, over pipes: "go" in, the seconds of a piece out, and at last the peak.
    """
    sides = {"intake": _child(_intake, path, limit), "trafilatura": _child(_trafilatura, path, limit)}
    seconds = dict.fromkeys(sides, 0.0)
    found: dict[str, Any] = {}
    while sides:
        for name, (go, back) in list(sides.items()):
            os.write(go, b"g")
            answer = json.loads(_line(back))
            if isinstance(answer, float):
                seconds[name] += answer
            else:
                found[name] = {**answer, "seconds": round(seconds[name], 1)}
                found[name]["pages_a_second"] = round(answer["pages"] / seconds[name], 1)
                del sides[name]
    found["ratio"] = round(found["intake"]["pages_a_second"] / found["trafilatura"]["pages_a_second"], 3)
    return found


def _line(descriptor: int) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        line += os.read(descriptor, 1)
    return line


def _child(work: Any, path: Path, limit: int) -> tuple[int, int]:
    """A forked process that does `work` piece by piece, as it is told to."""
    told, go = os.pipe()
    back, tell = os.pipe()
    if os.fork() == 0:
        status = 1
        try:
            spent = time.process_time()
            total, early = 0, 0
            os.read(told, 1)
            for done in work(path, limit):
                total = done
                now = time.process_time()
                early = early or (_peak() if done >= EARLY else 0)
                os.write(tell, json.dumps(float(now - spent)).encode() + b"\n")
                os.read(told, 1)
                spent = time.process_time()
            said = {"pages": total, f"mib_at_{EARLY}": early, "peak_mib": _peak()}
            os.write(tell, json.dumps(said).encode() + b"\n")
            status = 0
        finally:
            os._exit(status)
    return go, back


def _peak() -> int:
    """The most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _intake(path: Path, limit: int) -> Iterator[int]:
    from retold.ingest import IngestOptions, Outside
    from retold.pipeline import intake
    from retold.pipeline.progress import silent
    from retold.store.database import open_store

    collect = intake.collect
    # Only so many of the archive's pages, as for the other side.
    intake.collect = lambda *arguments: islice(collect(*arguments), limit)  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "r.db", create=True)
        outside = Outside(clock=lambda: "2031-06-01T00:00:00Z")
        done = 0
        for outcome in intake.take_in([str(path)], store, IngestOptions(), silent, outside):
            assert isinstance(outcome, intake.Taken), outcome
            done += 1
            if done % PIECE == 0:
                yield done
        if done % PIECE:
            yield done
        store.close()


def _trafilatura(path: Path, limit: int) -> Iterator[int]:
    import trafilatura

    done = 0
    for content in contents(path, limit):
        trafilatura.extract(content, fast=True)
        done += 1
        if done % PIECE == 0:
            yield done
    if done % PIECE:
        yield done


def write_rows(path: Path, rows: int) -> None:
    """A table of so many articles; the texts of the first thousand, numbered, over and over."""
    some = [article.text for article in islice(articles(), 1000)]

    def numbered() -> Iterator[dict[str, str]]:
        for number in range(rows):
            yield {"title": f"Story {number}", "text": f"{some[number % 1000]}\nNumber {number}.", "outlet": "Orm Post"}

    if path.suffix == ".parquet":
        import pyarrow
        from pyarrow import parquet

        waiting = numbered()
        schema = pyarrow.schema([(name, pyarrow.string()) for name in ("title", "text", "outlet")])
        with parquet.ParquetWriter(path, schema) as out:
            while batch := list(islice(waiting, 10_000)):
                out.write_table(pyarrow.Table.from_pylist(batch, schema))
        return
    with path.open("w", encoding="utf-8", newline="") as stream:
        if path.suffix == ".csv":
            writer = csv.DictWriter(stream, ("title", "text", "outlet"))
            writer.writeheader()
            writer.writerows(numbered())
        else:
            stream.writelines(json.dumps(row) + "\n" for row in numbered())


def measure_rows(path: Path) -> dict[str, Any]:
    """Seconds and peak memory of collecting every row of a table, and the memory after a tenth of them."""
    from retold.ingest import collect

    start = time.process_time()
    early = 0
    count = 0
    for count, _ in enumerate(collect([str(path)]), 1):
        if count == 20_000:
            gc.collect()
            early = _peak()
    seconds = time.process_time() - start
    return {"rows": count, "seconds": round(seconds, 1), "mib_at_20000": early, "peak_mib": _peak()}


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("make", "measure", "rows"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--limit", type=int, default=1_000_000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    if options.what == "make":
        make(options.path, options.pages)
    elif options.what == "measure":
        print(json.dumps(measure(options.path, options.limit)))
    else:
        if not options.path.exists():
            write_rows(options.path, options.rows)
            # What wrote the table is no part of what is measured.
            os.execv(sys.executable, [sys.executable, *sys.argv])  # noqa: S606 - this very program again
        print(json.dumps(measure_rows(options.path)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
