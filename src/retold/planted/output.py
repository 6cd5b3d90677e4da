"""Planted articles as files, in the forms that people hand over.

In: a planting and a folder. Out: files, and their paths in order. `txt` is one file an article, as already scraped;
`html` a page where the article has one; `jsonl` one file of lines with what metadata is known; `mixed` pages where
there are pages, the rest as text.
"""

from __future__ import annotations

import json
from pathlib import Path

from retold.planted.records import Planted, PlantedArticle

FORMS = ("txt", "html", "jsonl", "mixed")


def write_out(planted: Planted, folder: Path, form: str = "txt") -> tuple[Path, ...]:
    """Write all articles; raises ValueError for a form that is none of `FORMS`, OSError as the disk gives it."""
    if form not in FORMS:
        raise ValueError(f"no form {form!r}: one of {', '.join(FORMS)}")
    folder.mkdir(parents=True, exist_ok=True)
    if form == "jsonl":
        path = folder / "articles.jsonl"
        path.write_text("".join(json_line(article) + "\n" for article in planted.articles), encoding="utf-8")
        return (path,)
    paths: list[Path] = []
    for article in planted.articles:
        paged = form != "txt" and article.html is not None
        path = folder / f"{article.id}.{'html' if paged else 'txt'}"
        path.write_text((article.html or "") if paged else article.text, encoding="utf-8", newline="\n")
        paths.append(path)
    return tuple(paths)


def json_line(article: PlantedArticle) -> str:
    """The article as a line for the pipes: id, text, title, outlet, url, and the date unless it is withheld."""
    row = {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
    }
    if not article.undated:
        row["published"] = article.published
    return json.dumps(row, ensure_ascii=False, sort_keys=True)
