"""The bundled example can be read where the package is installed."""

from __future__ import annotations

from retold.planted import example_paths


def test_the_example_holds_text_and_pages_that_are_not_empty() -> None:
    paths = example_paths()
    assert len(paths) >= 8
    assert {path.suffix for path in paths} == {".txt", ".html"}
    assert all(len(path.read_text(encoding="utf-8").split()) > 60 for path in paths)


def test_the_example_comes_in_the_same_order_everywhere() -> None:
    assert [path.name for path in example_paths()] == sorted(path.name for path in example_paths())


def test_the_copies_of_the_example_differ_in_a_loaded_word_and_share_the_rest() -> None:
    agency, copy = (p.read_text(encoding="utf-8") for p in example_paths()[:2])
    assert "residents gathered outside" in agency
    assert "residents besieged" in copy
    shared = set(agency.split("\n")) & set(copy.split("\n"))
    assert any("$220 million" in line for line in shared)
