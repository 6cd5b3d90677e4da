"""The page of one collation: changes marked where they stand, hostile text harmless, nothing from the network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from retold.collation import collate
from retold.interfaces.cli.app import app
from retold.interfaces.comparison import Comparison
from retold.interfaces.page.side_by_side import render, side_by_side
from retold.records.collation import Telling
from retold.records.spans import Span

ONE = "The ferry sank on Monday off Skerry. Divers went down at night. Nobody was hurt in the harbour."
TWO = "Nobody was hurt in the harbour. The ferry foundered on Friday off Skerry. Divers went down at night."


def comparison(*texts: str, names: tuple[str, ...] = ()) -> Comparison:
    tellings = [Telling(f"a{n}", text, (Span(0, len(text)),)) for n, text in enumerate(texts)]
    called = names or tuple(f"Outlet {n}" for n in range(len(texts)))
    collation = collate(tellings)
    return Comparison(
        collation, tuple(tellings), dict(zip(collation.articles, called, strict=True)), tuple(range(len(texts)))
    )


def test_the_pieces_of_a_cell_are_its_words_and_each_change_is_marked_in_both() -> None:
    for line in side_by_side(comparison(ONE, TWO)):
        for cell in line.cells:
            assert "".join(piece.words for piece in cell.pieces) in (*re.split(r"(?<=\.) ", ONE + " " + TWO), "")
    marked = [
        piece.words
        for line in side_by_side(comparison(ONE, TWO))
        for c in line.cells
        for piece in c.pieces
        if piece.kinds
    ]
    assert {"Monday", "Friday", "sank", "foundered"} <= set(marked)


def test_a_moved_sentence_links_to_the_one_behind_which_it_stands() -> None:
    page = render(comparison(ONE, TWO), "t")
    assert re.search(
        r"moved: 3rd in Outlet 0 \(behind <a href=\"#r\d\">\d</a>\); 1st in Outlet 1 \(at its head\)", page
    )


def test_what_one_telling_lacks_is_said_to_be_lacking() -> None:
    assert "not in this telling" in render(comparison(ONE, ONE.replace(" Divers went down at night.", "")), "t")


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}"])
def test_hostile_text_stays_text(hostile: str) -> None:
    page = render(comparison(f"{ONE} {hostile} sank.", f"{TWO} {hostile} rose.", names=(hostile, "B")), hostile)
    assert "<script" not in page
    assert "<img" not in page
    assert "49" not in page


def test_the_page_asks_for_nothing_from_the_network() -> None:
    page = render(comparison(ONE, TWO), "t")
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)


def test_many_tellings_are_grouped_by_their_wording() -> None:
    page = render(comparison(*[ONE] * 6, ONE.replace("Monday", "Friday")), "t")
    assert page.count("Divers went down at night.") == 1
    assert "Outlet 0, Outlet 1, Outlet 2, Outlet 3, Outlet 4, Outlet 5" in page


def test_the_command_writes_the_page_and_says_so(tmp_path: Path) -> None:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_text(f"Ferry\n\n{text}\n")
    page = tmp_path / "sides.html"
    files = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    result = CliRunner().invoke(app, ["collate", *files, "--html", str(page)])
    assert result.exit_code == 0, result.output
    assert "Friday" in page.read_text(encoding="utf-8")
    result = CliRunner().invoke(app, ["collate", *files, "--html", str(tmp_path / "no" / "where.html")])
    assert result.exit_code == 1
    assert "cannot write" in result.output
