"""Data come with their hash, or not at all."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from retold.benchmarks.data import MissingDataError, fingerprint, read_rows
from retold.benchmarks.registry import BENCHES, measure


def test_rows_are_read_plain_and_packed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "é"}\n\n{"id": "b"}\n', encoding="utf-8")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress((tmp_path / "a.jsonl").read_bytes()))
    assert read_rows(tmp_path / "a.jsonl") == read_rows(tmp_path / "a.jsonl.gz") == [{"id": "é"}, {"id": "b"}]


def test_a_file_goes_by_its_name_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"{}\n")
    (file,) = fingerprint(tmp_path, ["a.jsonl"])
    assert (file.name, file.sha256) == ("a.jsonl", hashlib.sha256(b"{}\n").hexdigest())


def test_a_missing_corpus_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError, match=r"pond\.jsonl is not in .*--shared DIR"):
        fingerprint(tmp_path, ["pond.jsonl"])


@pytest.mark.parametrize("name", [name for name, bench in BENCHES.items() if bench.files])
def test_a_bench_without_its_corpora_stops_before_it_measures(name: str, tmp_path: Path) -> None:
    for folder in (None, tmp_path):
        with pytest.raises(MissingDataError, match="--shared"):
            measure(BENCHES[name], folder)
