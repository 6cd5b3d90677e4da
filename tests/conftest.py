"""What all tests share: where the real corpora are, where they are."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real corpora beside the checkout; the test skips, saying so, where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("../shared, the folder of real corpora, is not here")
    return folder
