"""The extraction's fingerprint: the same while nothing changes, another one with another library or other code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from retold.documents.extraction import LENGTH, fingerprint


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    fingerprint.cache_clear()
    yield
    fingerprint.cache_clear()


def test_it_is_the_same_every_time() -> None:
    first = fingerprint()
    fingerprint.cache_clear()
    assert fingerprint() == first
    assert len(first) == LENGTH


def test_another_library_gives_another(monkeypatch: pytest.MonkeyPatch) -> None:
    first = fingerprint()
    fingerprint.cache_clear()
    monkeypatch.setattr("retold.documents.extraction.version", lambda library: "99")
    assert fingerprint() != first


def test_other_code_gives_another(monkeypatch: pytest.MonkeyPatch) -> None:
    first = fingerprint()
    fingerprint.cache_clear()
    monkeypatch.setattr("retold.documents.extraction.CODE", ("retold.documents", "retold.text"))
    assert fingerprint() != first
