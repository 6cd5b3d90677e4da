"""What all tests share: where the real corpora and the browser are, where they are."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[1]


def missing(what: str, reason: str) -> NoReturn:
    """Skip with `reason`; fail instead where RETOLD_REQUIRE names `what`, so that no run skips it unseen."""
    if what in os.environ.get("RETOLD_REQUIRE", "").split(","):
        pytest.fail(f"{reason}, and RETOLD_REQUIRE asks for it")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real corpora beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        missing("shared", "../shared, the folder of real corpora, is not here")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    missing("browser", "there is no Chromium here")
