"""The page in a real browser: it reads well at both widths, its links lead to words, nothing is fetched or run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from typer.testing import CliRunner

from retold.interfaces.cli.app import app

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    result = CliRunner().invoke(app, ["demo", "--db", str(folder / "d.db"), "--report", str(folder / "d.html")])
    assert result.exit_code == 0, result.output
    return folder / "d.html"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield running
        running.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_fits_its_window_and_asks_for_nothing(browser: Browser, page_file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(page_file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [page_file.as_uri()]
    assert errors == []
    assert page.locator("h1").first.is_visible()
    page.close()


def test_every_inner_link_leads_somewhere(browser: Browser, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    assert lost == []
    page.close()


def test_a_quotation_leads_to_its_own_words(browser: Browser, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    link = page.locator(".voices li > a").first
    words = link.inner_text()
    link.click()
    target = page.evaluate("document.querySelector(':target').innerText")
    assert words.startswith(target.strip()[:12])
    page.close()
